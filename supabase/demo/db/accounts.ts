import type { TransactionSql } from 'postgres';
import { ACCOUNTS, DEMO_PASSWORD } from '#supabase/demo/content/accounts.ts';
import type { AccountSeed } from '#supabase/demo/content/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import { accountId } from '#supabase/demo/db/people.ts';
import { insertAll, type Row } from '#supabase/demo/db/write.ts';

/** What the person would have answered at sign-up; a supplier has no place in the market yet. */
const INTENTS = { producer: 'sell', buyer: 'buy', coordinator: 'coordinate' } as const;

function claims(account: AccountSeed) {
  const { email } = account;
  return { sub: accountId(account), email, email_verified: true, phone_verified: false };
}

function userRow(account: AccountSeed, passwordHash: string, at: string): Row {
  const intent = INTENTS[account.role as keyof typeof INTENTS] ?? null;
  return {
    id: accountId(account),
    aud: 'authenticated',
    role: 'authenticated',
    email: account.email,
    encrypted_password: passwordHash,
    email_confirmed_at: at,
    raw_app_meta_data: { provider: 'email', providers: ['email'] },
    raw_user_meta_data: {
      ...claims(account),
      display_name: account.displayName,
      locale: account.locale,
      intent,
    },
    created_at: at,
    updated_at: at,
    is_sso_user: false,
    email_change_confirm_status: 0,
  };
}

function identityRow(account: AccountSeed, at: string): Row {
  return {
    id: demoId('identity', account.email),
    provider: 'email',
    provider_id: accountId(account),
    user_id: accountId(account),
    identity_data: claims(account),
    last_sign_in_at: at,
    created_at: at,
    updated_at: at,
  };
}

/** Hosted Auth reads these columns into texts that cannot be null, and looks users up below this instance. */
const HOSTED = {
  instance_id: '00000000-0000-0000-0000-000000000000',
  confirmation_token: '',
  recovery_token: '',
  email_change: '',
  email_change_token_new: '',
};

/**
 * The accounts, confirmed and ready to sign in; their profiles follow by trigger. The embedded Auth and the hosted
 * one keep the same two tables; the hosted one has columns more, by which it is known.
 */
export async function insertAccounts(sql: TransactionSql, calendar: Calendar): Promise<void> {
  const at = calendar.ago(400, 'accounts');
  const [found] = await sql<{ hosted: boolean; hash: string }[]>`
    select
      exists (select 1 from information_schema.columns
        where table_schema = 'auth' and table_name = 'users' and column_name = 'instance_id') as hosted,
      extensions.crypt(${DEMO_PASSWORD}, extensions.gen_salt('bf', 10)) as hash`;
  const { hosted, hash } = found!;
  const users = ACCOUNTS.map((account) => userRow(account, hash, at));
  await insertAll(sql, 'auth.users', hosted ? users.map((row) => ({ ...row, ...HOSTED })) : users);
  await insertAll(
    sql,
    'auth.identities',
    ACCOUNTS.map((account) => identityRow(account, at)),
  );
}
