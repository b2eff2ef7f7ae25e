import type { ErrorCode } from './error-codes.ts';

/** Why something was refused: a stable code, per-field codes, and a request id when the cause is unknown. */
export type Failure = {
  code: ErrorCode;
  fields?: Record<string, ErrorCode>;
  requestId?: string;
};

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(code: ErrorCode, fields?: Record<string, ErrorCode>): Result<T> {
  return { ok: false, failure: fields ? { code, fields } : { code } };
}
