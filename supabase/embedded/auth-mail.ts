import { AsyncLocalStorage } from 'node:async_hooks';
import { createHmac, randomUUID } from 'node:crypto';
import type { App } from '@supabase/lite';
import type { Sql } from 'postgres';

type Mailer = NonNullable<App['_mailer']>;
type Meta = NonNullable<Parameters<Mailer['sendConfirmation']>[3]>;

export type HookTarget = {
  /** The site's address as this machine reaches it, without a slash at the end. */
  url: string;
  /** Standard-webhooks secret, `v1,whsec_<base64>`. */
  secret: string;
};

export type AuthAction = 'signup' | 'recovery' | 'magiclink' | 'email_change' | 'reauthentication';

/** What Supabase's "Send Email" hook posts; the site sends the mail in the reader's language. */
export type AuthMail = {
  user: {
    id: string;
    aud: string;
    role: string;
    email: string;
    new_email?: string;
    app_metadata: unknown;
    user_metadata: unknown;
    created_at: string;
  };
  email_data: {
    token: string;
    token_hash: string;
    redirect_to: string;
    email_action_type: AuthAction;
    site_url: string;
    token_new: string;
    token_hash_new: string;
  };
};

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 100;

/** Signs a body as https://www.standardwebhooks.com describes; `secret` is `v1,whsec_<base64>`. */
export function signWebhook(body: string, secret: string, id: string, now: Date) {
  const key = Buffer.from(secret.replace(/^v1,whsec_/, ''), 'base64');
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac}`,
  };
}

/**
 * Hands every auth mail to the site by the signed request that hosted Supabase would make, instead of
 * sending it. A mail that the site does not take fails the request that caused it, as on hosted Supabase.
 */
export class HookMailer implements Mailer {
  readonly #target: HookTarget;
  readonly #siteUrl: string;
  readonly #sql: Sql;
  readonly #redirect = new AsyncLocalStorage<string | null>();

  constructor(target: HookTarget, siteUrl: string, sql: Sql) {
    this.#target = target;
    this.#siteUrl = siteUrl;
    this.#sql = sql;
  }

  /** Lite forgets where the caller wanted to go after the mail; remember it for the mails sent in `run`. */
  during<T>(redirectTo: string | null, run: () => Promise<T>): Promise<T> {
    return this.#redirect.run(redirectTo, run);
  }

  sendConfirmation(email: string, hash: string, otp: string, meta?: Meta): Promise<void> {
    return this.#deliver('signup', email, hash, otp, meta);
  }

  sendRecovery(email: string, hash: string, otp: string, meta?: Meta): Promise<void> {
    return this.#deliver('recovery', email, hash, otp, meta);
  }

  sendMagicLink(email: string, hash: string, otp: string, meta?: Meta): Promise<void> {
    return this.#deliver('magiclink', email, hash, otp, meta);
  }

  sendEmailChange(email: string, hash: string, otp: string, meta?: Meta): Promise<void> {
    return this.#deliver('email_change', email, hash, otp, meta);
  }

  sendReauthentication(email: string, otp: string, meta?: Meta): Promise<void> {
    return this.#deliver('reauthentication', email, meta?.tokenHash ?? '', otp, meta);
  }

  async #deliver(action: AuthAction, email: string, hash: string, otp: string, meta?: Meta) {
    const user = await this.#user(email, meta);
    if (meta?.newEmail) user.new_email = meta.newEmail;
    const mail: AuthMail = {
      user,
      email_data: {
        token: otp,
        token_hash: hash,
        redirect_to: this.#allowed(this.#redirect.getStore()),
        email_action_type: action,
        site_url: this.#siteUrl,
        token_new: meta?.tokenNew ?? '',
        token_hash_new: meta?.tokenHashNew ?? '',
      },
    };
    await postSigned(this.#target, JSON.stringify(mail));
  }

  /** Only our own pages: an address given by a caller must not become a link in our mail. */
  #allowed(redirectTo: string | null | undefined): string {
    if (!redirectTo || !URL.canParse(redirectTo)) return this.#siteUrl;
    return new URL(redirectTo).origin === new URL(this.#siteUrl).origin
      ? redirectTo
      : this.#siteUrl;
  }

  async #user(email: string, meta?: Meta): Promise<AuthMail['user']> {
    const [row] = await this.#sql<[AuthMail['user']?]>`
      select id, aud, role, email, raw_app_meta_data as app_metadata,
             raw_user_meta_data as user_metadata, created_at::text
      from auth.users where id = ${meta?.userId ?? null}`;
    if (!row) throw new Error('An auth mail was asked for a user who does not exist.');
    return { ...row, email: row.email || email };
  }
}

/** The site may still be starting: try again while it does not answer or is out of order. */
async function postSigned(target: HookTarget, body: string): Promise<void> {
  const id = randomUUID();
  let problem = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt) {
      const pause = FIRST_PAUSE_MS * 2 ** (attempt - 1);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    try {
      const response = await fetch(`${target.url}/hooks/auth-email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...signWebhook(body, target.secret, id, new Date()),
        },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      await response.arrayBuffer();
      if (response.ok) return;
      problem = `answered ${response.status}`;
      if (response.status < 500) break;
    } catch (failure) {
      problem = failure instanceof Error ? failure.message : String(failure);
    }
  }
  throw new Error(`The site did not take an auth mail: ${problem}.`);
}
