import type { Db } from '#src/server/db/client.ts';

/** The verified person behind a request. What they may do is asked of the database, never kept here. */
export type SessionUser = { id: string; email: string };

/** Whether the request carries a session cookie at all; without one no call is made. */
export function hasAuthCookie(cookieHeader: string | null): boolean {
  return cookieHeader !== null && /(?:^|;\s*)sb-[^=]*auth-token(?:\.\d+)?=/.test(cookieHeader);
}

/** `unreachable` when the API could not be asked: then nobody is known to be signed out either. */
export type Identity = { user: SessionUser | null; unreachable: boolean };

/** Checks the session's signature (and renews it when it is about to expire). */
export async function identify(db: Db): Promise<Identity> {
  const { data, error } = await db.auth.getClaims();
  if (error)
    return {
      user: null,
      unreachable: error.status === 0 || error.status === undefined || error.status >= 500,
    };
  const { sub, email } = data?.claims ?? {};
  if (typeof sub !== 'string') return { user: null, unreachable: false };
  return { user: { id: sub, email: typeof email === 'string' ? email : '' }, unreachable: false };
}
