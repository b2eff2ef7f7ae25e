import { createHash } from 'node:crypto';
import { z } from 'zod';
import { stripeFields, stripeSettings, type StripeSettings } from './payments/settings.ts';

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
  UNSUBSCRIBE_SECRET: optional(
    z.string().min(16, { error: 'UNSUBSCRIBE_SECRET needs 16 characters or more.' }),
  ),
  KIOSK_SECRET: optional(
    z.string().min(16, { error: 'KIOSK_SECRET needs 16 characters or more.' }),
  ),
  VAPID_PUBLIC_KEY: optional(
    z.string().regex(/^[A-Za-z0-9_-]{87}$/, {
      error:
        'VAPID_PUBLIC_KEY must be the 87 characters that `npx web-push generate-vapid-keys` shows.',
    }),
  ),
  VAPID_PRIVATE_KEY: optional(
    z.string().regex(/^[A-Za-z0-9_-]{43}$/, {
      error: 'VAPID_PRIVATE_KEY must be the 43 characters that belong to VAPID_PUBLIC_KEY.',
    }),
  ),
  PUSH_ALLOW_PRIVATE: optional(z.string()),
  STRIPE_SECRET_KEY: optional(stripeFields.secretKey),
  STRIPE_WEBHOOK_SECRET: optional(stripeFields.webhookSecret),
  STRIPE_API_BASE: optional(stripeFields.apiBase),
  SMS_HTTP_URL: optional(webUrl('SMS_HTTP_URL must be the address of your SMS gateway.')),
  SMS_HTTP_HEADERS: optional(
    z.string().refine(isTextRecord, {
      error: 'SMS_HTTP_HEADERS must be JSON such as {"authorization":"Bearer …"}.',
    }),
  ),
  SMS_HTTP_BODY: optional(
    z.string().refine((body) => body.includes('{to}') && body.includes('{text}'), {
      error: 'SMS_HTTP_BODY must contain {to} and {text}.',
    }),
  ),
});

function isTextRecord(text: string): boolean {
  return z.record(z.string(), z.string()).safeParse(jsonOf(text)).success;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A gateway that takes one HTTP POST for each SMS; `{to}` and `{text}` in `body` are filled in. */
export type SmsGateway = { url: string; headers: Record<string, string>; body: string };

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
  /** Signs the links that stop mails. Changing it breaks the links of mails already sent. */
  unsubscribeSecret: string;
  /** What kiosks lock visitors' cards with is made of it. Changing it loses the cards that wait on a device. */
  kioskSecret: string;
  /** Null: messages in the browser are not offered. */
  push: { publicKey: string; privateKey: string } | null;
  /** Tests only: lets a push service be on this machine. */
  pushAllowsPrivate: boolean;
  /** Null: SMS are written to the log. */
  sms: SmsGateway | null;
  /** Null: cards are offered nowhere. */
  stripe: StripeSettings | null;
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
  const stripe = stripeSettings(value);
  if (typeof stripe === 'string') throw new EnvError([stripe]);
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
    pepper: value.RATE_LIMIT_PEPPER ?? derived('rate limit', value.SUPABASE_SECRET_KEY),
    unsubscribeSecret:
      value.UNSUBSCRIBE_SECRET ?? derived('unsubscribe', value.SUPABASE_SECRET_KEY),
    kioskSecret: value.KIOSK_SECRET ?? derived('kiosk cards', value.SUPABASE_SECRET_KEY),
    ...tellingBy(value),
    stripe,
  };
}

function tellingBy(
  value: z.output<typeof schema>,
): Pick<Env, 'push' | 'pushAllowsPrivate' | 'sms'> {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = value;
  return {
    push: publicKey && privateKey ? { publicKey, privateKey } : null,
    pushAllowsPrivate: value.PUSH_ALLOW_PRIVATE === '1',
    sms: value.SMS_HTTP_URL
      ? {
          url: value.SMS_HTTP_URL,
          headers: jsonOf(value.SMS_HTTP_HEADERS ?? '{}') as Record<string, string>,
          body: value.SMS_HTTP_BODY ?? '{"to":"{to}","text":"{text}"}',
        }
      : null,
  };
}

/** Every node of an instance shares the secret key, so they agree on these without one more setting. */
function derived(purpose: string, secretKey: string): string {
  return createHash('sha256').update(`isoko ${purpose}\0${secretKey}`).digest('base64url');
}

let known: Env | undefined;

/** The checked configuration of this process. The first call throws EnvError when something is wrong. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}
