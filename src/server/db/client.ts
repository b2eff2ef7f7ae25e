import { createServerClient, parseCookieHeader } from '@supabase/ssr';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { APIContext } from 'astro';
import { env } from '../env.ts';
import { log } from '../log.ts';
import { apiFetch } from './api-fetch.ts';
import type { Database } from './types.gen.ts';

/** The one door to Supabase. Everything else gets a `Db` handed in. */
export type Db = SupabaseClient<Database>;

type CookieContext = Pick<APIContext, 'request' | 'cookies' | 'url'>;

/**
 * The database as the person behind this request: anonymous without a session cookie, never more than its owner.
 * One per request. `onNoStore` is called when the session is renewed, because that answer must not be cached.
 */
export function visitorClient(context: CookieContext, onNoStore: () => void = () => {}): Db {
  const { supabaseUrl, publishableKey } = env();
  return createServerClient<Database>(supabaseUrl, publishableKey, {
    cookieOptions: {
      httpOnly: true,
      secure: context.url.protocol === 'https:',
      sameSite: 'lax',
      path: '/',
    },
    cookies: {
      getAll: () =>
        parseCookieHeader(context.request.headers.get('cookie') ?? '').map(({ name, value }) => ({
          name,
          value: value ?? '',
        })),
      setAll: (list) => {
        onNoStore();
        for (const { name, value, options } of list) context.cookies.set(name, value, options);
      },
    },
    global: { fetch: apiFetch },
  });
}

const services = new Map<string, Db>();

/**
 * The database with the secret key, past row-level security: only where no person acts (worker, webhook, rate limit).
 * `why` says the reason in the log, once per process.
 */
export function serviceClient(why: string): Db {
  const known = services.get(why);
  if (known) return known;
  const { supabaseUrl, secretKey } = env();
  const made = createClient<Database>(supabaseUrl, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: apiFetch },
  });
  services.set(why, made);
  log.debug('secret key in use', { why });
  return made;
}
