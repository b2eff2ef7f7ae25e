import { App, setExperimental } from '@supabase/lite';
import { createApiConnection } from './api-connection.ts';
import { FileStorage } from './file-storage.ts';
import { HookMailer, type HookTarget } from './auth-mail.ts';
import type { Keys } from './keys.ts';
import { answerResend, answerSignUp } from './sign-up.ts';
import { plainUpload } from './storage-request.ts';

export type ApiOptions = {
  /** A connection as `authenticator`. */
  databaseUrl: string;
  keys: Pick<Keys, 'jwtSecret' | 'publishableKey' | 'secretKey'>;
  /** Where auth mails point to and where redirects may go. */
  siteUrl: string;
  storageFolder: string;
  hook: HookTarget;
  maxSessions?: number;
};

export type Api = {
  fetch: (request: Request) => Promise<Response>;
  close: () => Promise<void>;
};

const PUBLIC_PATH = /^\/(?:auth|rest|storage)\/v1(?:\/|$)/;

/** Supabase's Data, Auth and Storage API over one database, with the settings of supabase/config.toml. */
export async function createApi(options: ApiOptions): Promise<Api> {
  setExperimental('storage', true);
  const connection = createApiConnection(options.databaseUrl, options.maxSessions ?? 20);
  const mailer = new HookMailer(options.hook, options.siteUrl, connection.driver);
  const app = new App({
    connection,
    api: { schemas: ['public'], extra_search_path: ['public', 'extensions'], max_rows: 1000 },
    auth: {
      enabled: true,
      site_url: options.siteUrl,
      additional_redirect_urls: [`${options.siteUrl}/**`],
      jwt_secret: options.keys.jwtSecret,
      jwt_expiry: 3600,
      publishable_key: options.keys.publishableKey,
      secret_key: options.keys.secretKey,
      enable_signup: true,
      minimum_password_length: 10,
      email: {
        enable_signup: true,
        enable_confirmations: true,
        double_confirm_changes: false,
        otp_length: 6,
        otp_expiry: 3600,
      },
    },
    storage: { enabled: true, file_size_limit: '50MiB' },
    studio: { enabled: false },
    options: { server: { admin: false, disableStudio: true } },
  });
  app._storageAdapter = new FileStorage(options.storageFolder);
  app._mailer = mailer;
  await app.init();
  const run = (request: Request) => app.fetch(request, { peerAddress: null });
  const context = { sql: connection.driver, mailer, run };
  const answer = (request: Request, path: string) => {
    if (request.method === 'POST' && path === '/auth/v1/signup')
      return answerSignUp(request, context);
    if (request.method === 'POST' && path === '/auth/v1/resend')
      return answerResend(request, context);
    return run(request);
  };
  return {
    async fetch(request) {
      const { pathname, searchParams } = new URL(request.url);
      // Lite also answers under /_system, with its settings; nobody outside needs those.
      if (!PUBLIC_PATH.test(pathname)) return new Response('Not found', { status: 404 });
      const plain = await plainUpload(request, pathname);
      return mailer.during(searchParams.get('redirect_to'), () => answer(plain, pathname));
    },
    close: () => connection.close(),
  };
}
