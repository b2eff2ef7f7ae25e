import { ERROR_CODES, type ErrorCode } from '#src/domain/error-codes.ts';
import type { Failure, Result } from '#src/domain/result.ts';
import { log as processLog, type Log } from '../log.ts';

/** What the API, sign-in and storage report, as far as it is looked at. */
type ReportedError = {
  message: string;
  code?: string | undefined;
  status?: number | undefined;
  statusCode?: string;
};

const OURS: ReadonlySet<string> = new Set(ERROR_CODES);

/** Codes of PostgreSQL, PostgREST and the sign-in service whose meaning a person can be told. */
const KNOWN: Record<string, ErrorCode> = {
  '22001': 'too_long',
  '22003': 'out_of_range',
  '22007': 'invalid_input',
  '22008': 'invalid_input',
  '22021': 'invalid_input',
  '22023': 'invalid_input',
  '22P02': 'invalid_input',
  '22P05': 'invalid_input',
  '23502': 'required',
  '23503': 'conflict',
  '23505': 'conflict',
  '23514': 'invalid_input',
  '40001': 'conflict',
  '40P01': 'conflict',
  '42501': 'not_allowed',
  '53300': 'unreachable',
  '55P03': 'conflict',
  '57014': 'unreachable',
  '57P01': 'unreachable',
  PGRST000: 'unreachable',
  PGRST001: 'unreachable',
  PGRST002: 'unreachable',
  PGRST003: 'unreachable',
  PGRST116: 'not_found',
  PGRST301: 'not_signed_in',
  PGRST302: 'not_signed_in',
  PGRST303: 'not_signed_in',
  bad_jwt: 'not_signed_in',
  email_address_invalid: 'invalid_input',
  email_exists: 'email_taken',
  email_not_confirmed: 'email_not_confirmed',
  flow_state_expired: 'link_gone',
  invalid_credentials: 'credentials_wrong',
  otp_expired: 'link_gone',
  over_email_send_rate_limit: 'rate_limited',
  over_request_rate_limit: 'rate_limited',
  reauthentication_needed: 'sign_in_again',
  reauthentication_not_valid: 'token_invalid',
  refresh_token_already_used: 'not_signed_in',
  refresh_token_not_found: 'not_signed_in',
  same_password: 'password_same',
  session_expired: 'not_signed_in',
  session_not_found: 'not_signed_in',
  user_already_exists: 'email_taken',
  user_banned: 'account_suspended',
  user_not_found: 'not_found',
  validation_failed: 'invalid_input',
  weak_password: 'password_weak',
};

const UNREACHABLE = /fetch failed|network|ECONN|ETIMEDOUT|EAI_AGAIN|timed? ?out|aborted/i;

/**
 * Says why the database, sign-in or storage refused, as a Failure. A refusal that SQL raised by name keeps its name;
 * anything unexpected becomes `unknown`, is logged with the request id and tells the caller nothing else.
 */
export function toFailure(
  error: ReportedError,
  log: Log = processLog,
  requestId?: string,
): Failure {
  const code = codeOf(error);
  if (code !== 'unknown' && code !== 'unreachable') return { code };
  log.error(code === 'unknown' ? 'unexpected refusal' : 'the database API cannot be reached', {
    reported: {
      code: error.code,
      status: error.status ?? error.statusCode,
      message: error.message,
    },
  });
  return requestId === undefined ? { code } : { code, requestId };
}

/** The code alone, without logging. */
export function codeOf(error: ReportedError): ErrorCode {
  if (OURS.has(error.message)) return error.message as ErrorCode;
  const known = KNOWN[error.code ?? ''];
  if (known) return known;
  const status = error.status ?? Number(error.statusCode ?? 0);
  if (status === 429) return 'rate_limited';
  if (UNREACHABLE.test(error.message) || status === 502 || status === 503 || status === 504)
    return 'unreachable';
  return 'unknown';
}

/**
 * The answer of a supabase-js call as a Result: `return settle(await db.rpc('publish_product', args), deps)`.
 * `T` is the row or value that the call returns.
 */
export function settle<T>(
  answer: { data: T; error: null } | { data: unknown; error: ReportedError },
  deps: { log: Log; requestId?: string },
): Result<NonNullable<T>> {
  if (answer.error)
    return { ok: false, failure: toFailure(answer.error, deps.log, deps.requestId) };
  return { ok: true, value: answer.data as NonNullable<T> };
}

export type Done = { done: true };

/** `settle` for a write whose answer says nothing but that it happened. */
export function settleDone(
  answer: { data: unknown; error: ReportedError | null },
  deps: { log: Log; requestId?: string },
): Result<Done> {
  if (answer.error)
    return { ok: false, failure: toFailure(answer.error, deps.log, deps.requestId) };
  return { ok: true, value: { done: true } };
}

/** For reads: the data, or an exception that the error page answers (a page cannot render without it). */
export function expectData<T>(
  answer: { data: T; error: null } | { data: unknown; error: ReportedError },
): T {
  if (answer.error)
    throw new Error(`read failed: ${answer.error.code ?? ''} ${answer.error.message}`, {
      cause: answer.error,
    });
  return answer.data as T;
}
