import type { APIContext } from 'astro';
import type { Result } from '#src/domain/result.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { systemClock, type Clock } from '#src/server/clock.ts';
import type { Db } from '#src/server/db/client.ts';
import type { Log } from '#src/server/log.ts';
import { limit, type LimitRule } from './limit.ts';

/** What a command may use besides its input. Tests hand in their own. */
export type Deps = {
  db: Db;
  log: Log;
  clock: Clock;
  locale: Locale;
  requestId: string;
  /** The visitor's address, for rate limits only; never stored in clear. */
  address: string;
  limit: (key: string, rule: LimitRule) => Promise<Result<void>>;
};

/** Who acts: a signed-in person, or null for a visitor. */
export type Actor = SessionUser | null;

export function depsOf(context: Pick<APIContext, 'locals' | 'clientAddress'>): Deps {
  const { locals } = context;
  return {
    db: locals.db,
    log: locals.log,
    clock: systemClock,
    locale: locals.locale,
    requestId: locals.requestId,
    address: context.clientAddress,
    limit: (key, rule) => limit({ log: locals.log }, key, rule),
  };
}
