/** The API process: Supabase's Data, Auth and Storage API for the embedded mode. Started by start.ts. */
import { setTimeout as pause } from 'node:timers/promises';
import { log } from '#src/server/log.ts';
import { createApi } from './api-app.ts';
import { serveFetch } from './http-server.ts';
import { quietConsole } from './quiet-console.ts';

/** Long enough for a request under way, short enough for somebody who pressed Ctrl-C. */
const DRAIN_MS = 3000;

export type ApiEnvironment = {
  API_PORT: string;
  API_DATABASE_URL: string;
  API_JWT_SECRET: string;
  API_STORAGE: string;
  SUPABASE_PUBLISHABLE_KEY: string;
  SUPABASE_SECRET_KEY: string;
  SITE_URL: string;
  /** Where this machine reaches the site, for the auth mails. */
  API_HOOK_URL: string;
  SEND_EMAIL_HOOK_SECRET: string;
};

quietConsole(log);
const env = process.env as unknown as ApiEnvironment;
const api = await createApi({
  databaseUrl: env.API_DATABASE_URL,
  keys: {
    jwtSecret: env.API_JWT_SECRET,
    publishableKey: env.SUPABASE_PUBLISHABLE_KEY,
    secretKey: env.SUPABASE_SECRET_KEY,
  },
  siteUrl: env.SITE_URL,
  storageFolder: env.API_STORAGE,
  hook: { url: env.API_HOOK_URL, secret: env.SEND_EMAIL_HOOK_SECRET },
});
const server = await serveFetch(api.fetch, Number(env.API_PORT), (error) =>
  log.error('request failed', { error }),
);

process.once('SIGTERM', () => {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  void Promise.race([closed, pause(DRAIN_MS)])
    .then(() => api.close())
    .finally(() => process.exit());
});
process.send?.({ ready: true });
