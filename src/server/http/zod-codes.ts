import { z } from 'zod';
import type { ErrorCode } from '#src/domain/error-codes.ts';

/**
 * zod's own complaints as our error codes, so that a form shows them in the reader's language.
 * A schema that says `{ error: 'below_moq' }` keeps its own code. Imported once, by the middleware.
 */
type Issue = {
  code?: string | undefined;
  input?: unknown;
  origin?: unknown;
  minimum?: unknown;
  format?: unknown;
};

const NUMBERS = new Set(['number', 'int', 'bigint', 'date']);

export function codeOfIssue(issue: Issue): ErrorCode {
  if (issue.input === undefined || issue.input === null || issue.input === '') return 'required';
  const numeric = NUMBERS.has(String(issue.origin));
  switch (issue.code) {
    case 'too_small':
      return numeric ? 'out_of_range' : issue.minimum === 1 ? 'required' : 'too_short';
    case 'too_big':
      return numeric ? 'out_of_range' : 'too_long';
    case 'invalid_type':
      return numeric || typeof issue.input === 'number' ? 'not_a_number' : 'invalid_input';
    case 'invalid_format':
      return issue.format === 'email' ? 'email_invalid' : 'invalid_input';
    case 'invalid_value':
      return 'not_a_choice';
    default:
      return 'invalid_input';
  }
}

z.config({ customError: (issue) => codeOfIssue(issue as Issue) });
