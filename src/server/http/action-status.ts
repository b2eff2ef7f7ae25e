import { ERROR_CODES, type ErrorCode } from '#src/domain/error-codes.ts';
import type { Failure } from '#src/domain/result.ts';

/** Astro's name for the HTTP status of a refusal. */
export type ActionStatus =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL_SERVER_ERROR'
  | 'SERVICE_UNAVAILABLE';

const STATUS: Partial<Record<ErrorCode, ActionStatus>> = {
  unknown: 'INTERNAL_SERVER_ERROR',
  unreachable: 'SERVICE_UNAVAILABLE',
  upload_busy: 'SERVICE_UNAVAILABLE',
  card_unreachable: 'SERVICE_UNAVAILABLE',
  not_signed_in: 'UNAUTHORIZED',
  credentials_wrong: 'UNAUTHORIZED',
  not_allowed: 'FORBIDDEN',
  account_suspended: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  already_done: 'CONFLICT',
  wrong_state: 'CONFLICT',
  rate_limited: 'TOO_MANY_REQUESTS',
};

export function actionStatus(code: ErrorCode): ActionStatus {
  return STATUS[code] ?? 'BAD_REQUEST';
}

const OURS: ReadonlySet<string> = new Set(ERROR_CODES);

/** An error as an action hands it to a page or island. */
export type ActionProblem = {
  message: string;
  fields?: Record<string, string[] | undefined>;
  issues?: { path: PropertyKey[]; message: string }[];
};

/**
 * The refusal behind an action's error, for `t.errors[failure.code]` and a code per field.
 * A message that is not one of our codes (the framework's own) reads as `unknown`.
 */
export function failureOf(error: ActionProblem | undefined | null): Failure | undefined {
  if (!error) return undefined;
  if (!error.fields) return { code: asCode(error.message) };
  const whole = error.issues?.find((issue) => issue.path.length === 0);
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([name, codes]) => [name, asCode(codes?.[0])]),
  );
  return { code: whole ? asCode(whole.message) : 'invalid_input', fields };
}

function asCode(text: string | undefined): ErrorCode {
  // Astro's own words for a form over `actionBodySizeLimit`, the only refusal of its own that people meet.
  if (text?.startsWith('Request body exceeds')) return 'file_too_large';
  return text !== undefined && OURS.has(text) ? (text as ErrorCode) : 'unknown';
}
