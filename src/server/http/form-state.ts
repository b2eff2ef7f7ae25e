import type { ErrorCode } from '#src/domain/error-codes.ts';
import type { Failure } from '#src/domain/result.ts';
import { failureOf, type ActionProblem } from './action-status.ts';

export type FormState = {
  failure: Failure | undefined;
  /** The sentence for the whole form, when the refusal is not about single fields. */
  message: string | undefined;
  /** A sentence for each field that was refused. */
  errors: Record<string, string | undefined>;
  /** What was typed into a field, to fill it again; passwords are never given back. */
  typed: (name: string) => string | undefined;
  typedAll: (name: string) => string[];
};

/** A form after it was sent: what was wrong, in words, and what was typed, so that nothing is lost. */
export async function formState(
  request: Request,
  result: { error?: ActionProblem | undefined } | undefined,
  texts: Record<ErrorCode, string>,
): Promise<FormState> {
  const failure = failureOf(result?.error);
  const form = failure && (await sentForm(request));
  const errors = Object.fromEntries(
    Object.entries(failure?.fields ?? {}).map(([name, code]) => [name, texts[code]]),
  );
  const wholeForm = failure && !failure.fields;
  return {
    failure,
    message: wholeForm ? texts[failure.code] : undefined,
    errors,
    typed: (name) => (form && !/password/i.test(name) ? text(form.get(name)) : undefined),
    typedAll: (name) =>
      form
        ?.getAll(name)
        .map(text)
        .filter((value) => value !== undefined) ?? [],
  };
}

function text(value: FormDataEntryValue | null): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The form that a request brought, null when it is none or was too large to be read. */
export async function sentForm(request: Request): Promise<FormData | null> {
  try {
    return await request.clone().formData();
  } catch {
    return null;
  }
}
