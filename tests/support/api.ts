import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { afterAll } from 'vitest';
import { createApi } from '#supabase/embedded/api-app.ts';
import type { AuthMail } from '#supabase/embedded/auth-mail.ts';
import { serveFetch } from '#supabase/embedded/http-server.ts';
import { type Keys, makeKeys } from '#supabase/embedded/keys.ts';
import { freePort } from '#supabase/embedded/ports.ts';
import type { TestDatabase } from './database.ts';
import { startMailHook } from './mail-hook.ts';

export const PASSWORD = 'correct horse battery';

type Client = SupabaseClient;
type SignedIn = { client: Client; uid: string; email: string };

export type TestApi = {
  url: string;
  keys: Keys;
  siteUrl: string;
  /** Every auth mail so far, as the site's hook would have got it. */
  mails: AuthMail[];
  lastMailTo: (email: string) => AuthMail;
  clients: {
    anon: () => Client;
    service: () => Client;
    /** Signs up, confirms by the mailed token, and returns a client signed in as that person. */
    signUp: (email?: string, metadata?: Record<string, unknown>) => Promise<SignedIn>;
    signIn: (email: string, password?: string) => Promise<SignedIn>;
  };
  stop: () => Promise<void>;
};

const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };

/**
 * The real API server over a test database, on a free loopback port. Call it at the top of the file after
 * `createTestDatabase`; it stops after the file's last test.
 */
export async function startApi(database: TestDatabase): Promise<TestApi> {
  const keys = makeKeys();
  const folder = mkdtempSync(join(tmpdir(), 'isoko-storage-'));
  const hook = await startMailHook(keys.hookSecret);
  const siteUrl = 'http://isoko.test';
  const api = await createApi({
    databaseUrl: database.apiUrl,
    keys,
    siteUrl,
    storageFolder: folder,
    hook: { url: hook.url, secret: keys.hookSecret },
    maxSessions: 5,
  });
  const port = await freePort();
  const server = await serveFetch(api.fetch, port, (failure) => console.error(failure));
  const url = `http://127.0.0.1:${port}`;

  async function signIn(email: string, password = PASSWORD): Promise<SignedIn> {
    const client = createClient(url, keys.publishableKey, { auth });
    const { data, error } = await client.auth.signInWithPassword({ email, password });
    if (error) throw error;
    return { client, uid: data.user.id, email };
  }

  async function signUp(email = `${randomBytes(5).toString('hex')}@isoko.test`, metadata = {}) {
    const client = createClient(url, keys.publishableKey, { auth });
    const options = { data: metadata };
    const { error } = await client.auth.signUp({ email, password: PASSWORD, options });
    if (error) throw error;
    const { token_hash } = hook.lastTo(email).email_data;
    const { data, error: refused } = await client.auth.verifyOtp({ token_hash, type: 'signup' });
    if (refused) throw refused;
    return { client, uid: data.user!.id, email };
  }

  let stopped = false;
  async function stop() {
    if (stopped) return;
    stopped = true;
    server.closeAllConnections();
    await new Promise<void>((resolve) => void server.close(() => resolve()));
    await Promise.all([api.close(), hook.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
  afterAll(stop);

  return {
    url,
    keys,
    siteUrl,
    mails: hook.mails,
    lastMailTo: hook.lastTo,
    clients: {
      anon: () => createClient(url, keys.publishableKey, { auth }),
      service: () => createClient(url, keys.secretKey, { auth }),
      signUp,
      signIn,
    },
    stop,
  };
}
