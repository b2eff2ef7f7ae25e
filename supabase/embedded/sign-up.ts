import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import type { HookMailer } from './auth-mail.ts';

type Run = (request: Request) => Promise<Response>;
type Account = { id: string; confirmed: boolean };
type Context = { sql: Sql; mailer: HookMailer; run: Run };

const CODE_DIGITS = 6;

async function find(sql: Sql, email: string): Promise<Account | undefined> {
  const [row] = await sql<[Account?]>`
    select id, email_confirmed_at is not null as confirmed
    from auth.users where email = ${email}`;
  return row;
}

/** A new code and link for an address that never confirmed; what the first mail held stops working. */
async function renewConfirmation({ sql, mailer }: Context, account: Account, email: string) {
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  // The form in which lite looks a code up.
  const hash = createHash('sha256').update(`${email}${code}`).digest('hex');
  await sql`
    update auth.users set confirmation_token = ${hash}, confirmation_sent_at = now()
    where id = ${account.id}`;
  await mailer.sendConfirmation(email, hash, code, { userId: account.id });
}

/** What hosted Supabase answers for a known address: a user like any new one, but without identities. */
function madeUp(email: string, confirmed: boolean): Response {
  const now = new Date().toISOString();
  const id = randomUUID();
  const identity = {
    id,
    identity_id: id,
    user_id: id,
    provider: 'email',
    identity_data: { email },
  };
  return Response.json({
    id,
    aud: 'authenticated',
    role: '',
    email,
    phone: '',
    confirmation_sent_at: now,
    app_metadata: { provider: 'email', providers: ['email'] },
    user_metadata: {},
    identities: confirmed ? [] : [identity],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  });
}

async function bodyOf(request: Request): Promise<{ email: string; type?: string }> {
  const { email, type } = (await request.json()) as { email?: unknown; type?: unknown };
  return {
    email: typeof email === 'string' ? email.trim().toLowerCase() : '',
    type: typeof type === 'string' ? type : undefined,
  };
}

/**
 * A sign-up with an address that has an account already. Lite answers "too many requests", which tells
 * that the account exists; hosted Supabase answers as for a new one, and mails the confirmation again to
 * an address that never confirmed.
 */
export async function answerSignUp(request: Request, context: Context): Promise<Response> {
  const copy = request.clone();
  const response = await context.run(request);
  if (response.status !== 429) return response;
  const { email } = await bodyOf(copy);
  const account = await find(context.sql, email);
  if (!account) return response;
  if (!account.confirmed) await renewConfirmation(context, account, email);
  return madeUp(email, account.confirmed);
}

/** "Send the confirmation again", which lite always refuses. */
export async function answerResend(request: Request, context: Context): Promise<Response> {
  const { email, type } = await bodyOf(request.clone());
  if (type !== 'signup') return context.run(request);
  const account = await find(context.sql, email);
  if (account && !account.confirmed) await renewConfirmation(context, account, email);
  return Response.json({});
}
