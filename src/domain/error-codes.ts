/** Every refusal that a person can meet. SQL raises the same words; `t.errors` has a sentence for each. */
export const ERROR_CODES = [
  'unknown',
  'unreachable',
  'invalid_input',
  'required',
  'too_short',
  'too_long',
  'not_a_number',
  'out_of_range',
  'not_found',
  'not_signed_in',
  'not_allowed',
  'conflict',
  'already_done',
  'rate_limited',
  'wrong_state',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
