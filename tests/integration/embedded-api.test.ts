import { describe, expect, test } from 'vitest';
import { PASSWORD, startApi } from '#tests/support/api.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const db = await createTestDatabase();
await db.sql.unsafe(`
  create table public.notes (
    id int generated always as identity primary key,
    owner uuid not null default auth.uid(),
    body text not null,
    secret text not null default 'hidden'
  );
  alter table public.notes enable row level security;
  create policy "owners read" on public.notes for select to authenticated using (owner = (select auth.uid()));
  create policy "owners add" on public.notes for insert to authenticated with check (owner = (select auth.uid()));
  grant select (id, owner, body), insert (body) on public.notes to authenticated;
  create function public.shape(p jsonb) returns text language sql as $$ select jsonb_typeof(p) $$;
  create function public.values() returns table (amount numeric, at timestamptz) language sql as
    $$ select 1.50, '2026-01-31 08:00:00+00'::timestamptz $$;
  grant execute on function public.shape(jsonb), public.values() to anon;
  create function public.refuse() returns void language plpgsql as $$
  begin raise exception 'round_closed' using errcode = 'PT409'; end $$;
  grant execute on function public.refuse() to anon;
  insert into storage.buckets (id, name, public) values ('pictures', 'pictures', true), ('papers', 'papers', false);
  create policy "own papers" on storage.objects for insert to authenticated
    with check (bucket_id = 'papers' and owner_id = (select auth.uid())::text);
  create policy "read own papers" on storage.objects for select to authenticated
    using (bucket_id = 'papers' and owner_id = (select auth.uid())::text);
`);
const grants = () => db.sql`
  select coalesce(array_agg(n.nspname || '.' || c.relname || ' ' || c.relacl::text order by 1), '{}') as list
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'private', 'auth', 'storage')`;
const before = await grants();
const api = await startApi(db);

describe('accounts', () => {
  test('sign-up needs the mailed token, then works', async () => {
    const client = api.clients.anon();
    const email = 'first@isoko.test';
    await client.auth.signUp({
      email,
      password: PASSWORD,
      options: { data: { locale: 'rw' }, emailRedirectTo: `${api.siteUrl}/welcome` },
    });
    const early = await client.auth.signInWithPassword({ email, password: PASSWORD });
    expect(early.error?.code).toBe('email_not_confirmed');
    const mail = api.lastMailTo(email);
    expect(mail.email_data).toMatchObject({
      email_action_type: 'signup',
      redirect_to: `${api.siteUrl}/welcome`,
      site_url: api.siteUrl,
    });
    expect(mail.user.user_metadata).toMatchObject({ locale: 'rw' });
    const { token_hash } = mail.email_data;
    const done = await client.auth.verifyOtp({ token_hash, type: 'signup' });
    expect(done.data.user?.email).toBe(email);
    const claims = await client.auth.getClaims();
    expect(claims.data?.claims.sub).toBe(done.data.user?.id);
  });

  test('signing up again tells nobody that the address is known', async () => {
    const anon = api.clients.anon();
    const { email } = await api.clients.signUp();
    const sofar = api.mails.length;
    const taken = await anon.auth.signUp({ email, password: 'some other password' });
    expect(taken.error).toBeNull();
    expect(taken.data.session).toBeNull();
    expect(taken.data.user).toMatchObject({ email, identities: [] });
    expect(api.mails).toHaveLength(sofar);

    const waiting = 'waiting@isoko.test';
    const data = { locale: 'sw' };
    await anon.auth.signUp({ email: waiting, password: PASSWORD, options: { data } });
    const first = api.lastMailTo(waiting);
    const again = await anon.auth.signUp({ email: waiting, password: 'some other password' });
    expect(again.data.user?.identities).toHaveLength(1);
    const second = api.lastMailTo(waiting);
    expect(second).not.toBe(first);
    expect(second.user.user_metadata).toMatchObject(data);
    await anon.auth.resend({ type: 'signup', email: waiting });
    const { token } = api.lastMailTo(waiting).email_data;
    expect(token).not.toBe(second.email_data.token);
    const { error } = await anon.auth.verifyOtp({ email: waiting, token, type: 'signup' });
    expect(error).toBeNull();
    // The password is the one of whoever signed up first and owns the mailbox now.
    await api.clients.signIn(waiting, PASSWORD);
  });

  test('a redirect to somebody else never reaches a mail', async () => {
    const { email } = await api.clients.signUp();
    await api.clients
      .anon()
      .auth.resetPasswordForEmail(email, { redirectTo: 'https://evil.example/' });
    expect(api.lastMailTo(email).email_data).toMatchObject({
      email_action_type: 'recovery',
      redirect_to: api.siteUrl,
    });
  });

  test('a forgotten password is replaced by the mailed token', async () => {
    const { email } = await api.clients.signUp();
    const client = api.clients.anon();
    await client.auth.resetPasswordForEmail(email);
    const { token_hash } = api.lastMailTo(email).email_data;
    await client.auth.verifyOtp({ token_hash, type: 'recovery' });
    const changed = await client.auth.updateUser({ password: 'another long password' });
    expect(changed.error).toBeNull();
    await expect(api.clients.signIn(email)).rejects.toMatchObject({ code: 'invalid_credentials' });
    await api.clients.signIn(email, 'another long password');
  });

  test('a magic link signs in, once', async () => {
    const { email } = await api.clients.signUp();
    const client = api.clients.anon();
    await client.auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
    const { token_hash } = api.lastMailTo(email).email_data;
    const first = await client.auth.verifyOtp({ token_hash, type: 'magiclink' });
    expect(first.data.user?.email).toBe(email);
    const again = await api.clients.anon().auth.verifyOtp({ token_hash, type: 'magiclink' });
    expect(again.error).not.toBeNull();
  });

  test('a new address counts when its own mailbox confirms it', async () => {
    const { client, email, uid } = await api.clients.signUp();
    await client.auth.updateUser({ email: `new-${email}` });
    const mail = api.lastMailTo(`new-${email}`);
    expect(mail).toMatchObject({
      user: { id: uid, email, new_email: `new-${email}` },
      email_data: { email_action_type: 'email_change', token_new: '' },
    });
    const { token_hash } = mail.email_data;
    const { error } = await client.auth.verifyOtp({ token_hash, type: 'email_change' });
    expect(error).toBeNull();
    await api.clients.signIn(`new-${email}`);
  });

  test('a short password is refused', async () => {
    const client = api.clients.anon();
    const { error } = await client.auth.signUp({
      email: 'short@isoko.test',
      password: 'nine char',
    });
    expect(error?.code).toBe('weak_password');
  });

  test('signing out everywhere ends every session', async () => {
    const { client, email } = await api.clients.signUp();
    const other = await api.clients.signIn(email);
    await client.auth.signOut({ scope: 'global' });
    const { error } = await other.client.auth.refreshSession();
    expect(error).not.toBeNull();
  });
});

describe('data', () => {
  test('row-level security and column grants hold as migrated', async () => {
    const { client, uid } = await api.clients.signUp();
    const { client: other } = await api.clients.signUp();
    const added = await client.from('notes').insert({ body: 'mine' });
    expect(added.error).toBeNull();
    const mine = await client.from('notes').select('owner, body');
    expect(mine.data).toEqual([{ owner: uid, body: 'mine' }]);
    expect((await other.from('notes').select('body')).data).toEqual([]);
    expect((await client.from('notes').select('secret')).error?.code).toBe('42501');
    expect((await api.clients.anon().from('notes').select('body')).error?.code).toBe('42501');
    expect(await grants()).toEqual(before);
  });

  test('JSON arguments, numbers and times have the shape of the hosted API', async () => {
    const anon = api.clients.anon();
    expect((await anon.rpc('shape', { p: { a: 1 } })).data).toBe('object');
    expect((await anon.rpc('shape', { p: [1] })).data).toBe('array');
    expect((await anon.rpc('shape', { p: 'word' })).data).toBe('string');
    const values = await anon.rpc('values');
    expect(values.data).toEqual([{ amount: 1.5, at: '2026-01-31T08:00:00+00:00' }]);
    const types = await db.sql`
      select jsonb_typeof(raw_user_meta_data) as type from auth.users group by 1`;
    expect(types).toEqual([{ type: 'object' }]);
  });

  test('a refusal raised in SQL keeps its status and its code', async () => {
    const { error, status } = await api.clients.anon().rpc('refuse');
    expect(status).toBe(409);
    expect(error?.message).toBe('round_closed');
  });

  test('nothing answers without a key, and the server keeps its settings to itself', async () => {
    expect((await fetch(`${api.url}/rest/v1/notes`)).status).toBe(401);
    expect((await fetch(`${api.url}/_system/info`)).status).toBe(404);
  });
});

describe('files', () => {
  test('what goes in comes out, with its type', async () => {
    const service = api.clients.service();
    const bytes = new Uint8Array([1, 2, 3, 250]);
    const up = await service.storage
      .from('pictures')
      .upload('a/b.avif', bytes, { contentType: 'image/avif', cacheControl: '31536000' });
    expect(up.error).toBeNull();
    // A folder and a file of the same name may both exist.
    const same = await service.storage
      .from('pictures')
      .upload('a', bytes, { contentType: 'image/png' });
    expect(same.error).toBeNull();
    const { publicUrl } = service.storage.from('pictures').getPublicUrl('a/b.avif').data;
    const response = await fetch(publicUrl);
    expect(response.headers.get('content-type')).toBe('image/avif');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    await service.storage.from('pictures').remove(['a/b.avif']);
    expect((await fetch(publicUrl)).ok).toBe(false);
  });

  test('policies decide who stores and who reads', async () => {
    const owner = await api.clients.signUp();
    const { client: other } = await api.clients.signUp();
    const file = new Blob(['private'], { type: 'text/plain' });
    expect((await owner.client.storage.from('papers').upload('one.txt', file)).error).toBeNull();
    expect(
      (await api.clients.anon().storage.from('papers').upload('two.txt', file)).error,
    ).not.toBeNull();
    expect(
      (await owner.client.storage.from('pictures').upload('x.txt', file)).error,
    ).not.toBeNull();
    expect((await other.storage.from('papers').download('one.txt')).error).not.toBeNull();
    const mine = await owner.client.storage.from('papers').download('one.txt');
    expect(await mine.data?.text()).toBe('private');
  });
});
