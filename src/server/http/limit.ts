import { createHmac } from 'node:crypto';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { serviceClient, type Db } from '#src/server/db/client.ts';
import { toFailure } from '#src/server/db/failure.ts';
import { env } from '#src/server/env.ts';
import type { Log } from '#src/server/log.ts';

/** A budget: `count` times in each window of `seconds`. `name` keeps the budgets of different doors apart. */
export type LimitRule = { name: string; count: number; seconds: number };

/** The budgets of the doors that strangers can knock at. */
export const LIMITS = {
  signIn: { name: 'sign-in', count: 10, seconds: 600 },
  signUp: { name: 'sign-up', count: 5, seconds: 3600 },
  mailLink: { name: 'mail-link', count: 5, seconds: 3600 },
  inquiry: { name: 'inquiry', count: 10, seconds: 3600 },
  rfq: { name: 'rfq', count: 20, seconds: 3600 },
  card: { name: 'card', count: 15, seconds: 3600 },
  guestBook: { name: 'guest-book', count: 5, seconds: 3600 },
  meeting: { name: 'meeting', count: 12, seconds: 3600 },
  report: { name: 'report', count: 10, seconds: 3600 },
  invitation: { name: 'invitation', count: 30, seconds: 3600 },
  upload: { name: 'upload', count: 240, seconds: 3600 },
  import: { name: 'import', count: 60, seconds: 3600 },
  kioskPairing: { name: 'kiosk-pairing', count: 10, seconds: 600 },
} as const satisfies Record<string, LimitRule>;

type LimitDeps = { log: Log; service?: Db; pepper?: string };

/**
 * Takes one from the budget of `key` (an address, an account id, a mail address) under `rule`; fails with
 * `rate_limited` when it is spent. The key is stored only as a keyed hash. When the database does not answer,
 * the request is refused as `unreachable`: a limit that opens under load is none.
 */
export async function limit(deps: LimitDeps, key: string, rule: LimitRule): Promise<Result<void>> {
  const service =
    deps.service ?? serviceClient('rate limits: visitors must not spend each other’s budgets');
  const hashed = createHmac('sha256', deps.pepper ?? env().pepper)
    .update(`${rule.name}\0${key.toLowerCase()}`)
    .digest('hex');
  const { data, error } = await service.rpc('take_rate_limit', {
    p_key: hashed,
    p_limit: rule.count,
    p_window_seconds: rule.seconds,
  });
  if (error) return { ok: false, failure: toFailure(error, deps.log) };
  return data === true ? ok(undefined) : fail('rate_limited');
}
