import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * The only reader of configuration. Each variable has one sentence that tells the operator what to do;
 * a sentence never repeats the value, because several are secrets.
 */
const webUrl = (error: string) => z.url({ protocol: /^https?$/, error });
const postgresUrl = (error: string) =>
  z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/, error });
const count = (error: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, { error })
    .transform(Number);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const schema = z.object({
  SITE_URL: webUrl(
    'SITE_URL must be the public address of the site, such as https://market.example.',
  ),
  SUPABASE_URL: webUrl('SUPABASE_URL must be the address of the Supabase API, starting with http.'),
  SUPABASE_PUBLISHABLE_KEY: z
    .string({
      error: 'SUPABASE_PUBLISHABLE_KEY is missing: copy it from the API settings of the project.',
    })
    .min(10, { error: 'SUPABASE_PUBLISHABLE_KEY is too short to be a key.' }),
  SUPABASE_SECRET_KEY: z
    .string({
      error: 'SUPABASE_SECRET_KEY is missing: copy it from the API settings of the project.',
    })
    .min(10, { error: 'SUPABASE_SECRET_KEY is too short to be a key.' }),
  DATABASE_URL: postgresUrl(
    'DATABASE_URL must be a PostgreSQL address (postgres://…) with a direct or session connection, not a transaction pooler.',
  ),
  SMTP_URL: optional(
    z.url({
      protocol: /^smtps?$/,
      hostname: /.*/,
      error: 'SMTP_URL must look like smtp://user:password@host:port.',
    }),
  ),
  SEND_EMAIL_HOOK_SECRET: optional(
    z.string().regex(/^(v1,)?whsec_[A-Za-z0-9+/=]+$/, {
      error: 'SEND_EMAIL_HOOK_SECRET must look like v1,whsec_ followed by base64.',
    }),
  ),
  DATA_DIR: optional(z.string()),
  HOST: optional(z.string()),
  PORT: optional(count('PORT must be a number.')),
  TRUST_PROXY: optional(
    count('TRUST_PROXY must be the number of reverse proxies in front of the site (0, 1, 2 …).'),
  ),
  CACHE_MB: optional(count('CACHE_MB must be a number of megabytes.')),
  RATE_LIMIT_PEPPER: optional(
    z.string().min(16, { error: 'RATE_LIMIT_PEPPER needs 16 characters or more.' }),
  ),
});

export type Env = {
  /** Public origin without a trailing slash: `https://market.example`. */
  siteUrl: string;
  supabaseUrl: string;
  publishableKey: string;
  secretKey: string;
  databaseUrl: string;
  smtpUrl: string | undefined;
  authHookSecret: string | undefined;
  dataDir: string;
  host: string;
  port: number;
  /** Number of trusted reverse proxies whose `X-Forwarded-For` entries are believed. */
  proxies: number;
  cacheMegabytes: number;
  pepper: string;
};

/** Thrown when the configuration cannot work; `problems` holds one sentence for each mistake. */
export class EnvError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join(' '));
    this.name = 'EnvError';
    this.problems = problems;
  }
}

/** Reads and checks `source`. Throws EnvError with a sentence per problem. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) throw new EnvError(parsed.error.issues.map((issue) => issue.message));
  const value = parsed.data;
  return {
    siteUrl: new URL(value.SITE_URL).origin,
    supabaseUrl: value.SUPABASE_URL.replace(/\/+$/, ''),
    publishableKey: value.SUPABASE_PUBLISHABLE_KEY,
    secretKey: value.SUPABASE_SECRET_KEY,
    databaseUrl: value.DATABASE_URL,
    smtpUrl: value.SMTP_URL,
    authHookSecret: value.SEND_EMAIL_HOOK_SECRET,
    dataDir: value.DATA_DIR ?? '.data',
    host: value.HOST ?? '127.0.0.1',
    port: value.PORT ?? 4321,
    proxies: value.TRUST_PROXY ?? 0,
    cacheMegabytes: value.CACHE_MB ?? 64,
    pepper: value.RATE_LIMIT_PEPPER ?? derivedPepper(value.SUPABASE_SECRET_KEY),
  };
}

/** Every node of an instance shares the secret key, so they agree on the pepper without one more setting. */
function derivedPepper(secretKey: string): string {
  return createHash('sha256').update(`isoko rate limit\0${secretKey}`).digest('base64url');
}

let known: Env | undefined;

/** The checked configuration of this process. The first call throws EnvError when something is wrong. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}
