import { App, setExperimental } from '@supabase/lite';
import type { PostgresConnection } from '@supabase/lite/postgres';
import { createApiConnection } from './api-connection.ts';
import { HookMailer, type HookTarget } from './auth-mail.ts';
import { FileStorage } from './file-storage.ts';
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
  /** Database sessions; 20 unless told. */
  maxSessions?: number;
};

export type Api = {
  fetch: (request: Request) => Promise<Response>;
  close: () => Promise<void>;
};

const PUBLIC_PATH = /^\/(?:auth|rest|storage)\/v1(?:\/|$)/;

/** The settings of supabase/config.toml in lite's form; change both. */
function configure(connection: PostgresConnection, { keys, siteUrl }: ApiOptions): App {
  return new App({
    connection,
    api: { schemas: ['public'], extra_search_path: ['public', 'extensions'], max_rows: 1000 },
    auth: {
      enabled: true,
      site_url: siteUrl,
      additional_redirect_urls: [`${siteUrl}/**`],
      jwt_secret: keys.jwtSecret,
      jwt_expiry: 3600,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
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
}

/** Supabase's Data, Auth and Storage API over one database. */
export async function createApi(options: ApiOptions): Promise<Api> {
  setExperimental('storage', true);
  const connection = createApiConnection(options.databaseUrl, options.maxSessions ?? 20);
  const mailer = new HookMailer(options.hook, options.siteUrl, connection.driver);
  const app = configure(connection, options);
  app._storageAdapter = new FileStorage(options.storageFolder);
  app._mailer = mailer;
  await app.init();
  const run = (request: Request) => app.fetch(request, { peerAddress: null });
  const context = { sql: connection.driver, mailer, run };
  const answer = (request: Request, path: string) => {
    const route = `${request.method} ${path}`;
    if (route === 'POST /auth/v1/signup') return answerSignUp(request, context);
    if (route === 'POST /auth/v1/resend') return answerResend(request, context);
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
