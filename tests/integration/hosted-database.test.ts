import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Sql } from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { connect, localUrl } from '#supabase/embedded/database.ts';
import { migrate, readMigrations } from '#supabase/embedded/migrate.ts';
import { SUPERUSER } from '#supabase/embedded/postgres.ts';
import { MIGRATIONS_FOLDER, startCluster } from '#supabase/embedded/throwaway.ts';
import { FUNCTIONS, TABLES } from '#tests/db/access-matrix.ts';
import { createTestDatabase } from '#tests/support/database.ts';

// Nobody can reach a hosted project from a test, but its roles, owners and default rights are known: the migrations run
// on a database made like one, and leave the same doors open as here.

const embedded = await createTestDatabase();
const cluster = await startCluster();
const open: Sql[] = [];
const as = (login: string) => {
  const sql = connect(localUrl(cluster.port, login, 'test', 'postgres'));
  open.push(sql);
  return sql;
};
const admin = as(SUPERUSER);
await admin
  .unsafe(await readFile(new URL('../support/hosted.sql', import.meta.url), 'utf8'))
  .simple();
const owner = as('postgres');
const migrations = await readMigrations(MIGRATIONS_FOLDER);
await owner`create table public.made_before (id int)`;
const [before] =
  await owner`select has_table_privilege('anon', 'public.made_before', 'delete') as open`;
await owner`drop table public.made_before`;
const applied = await migrate(owner, migrations);

afterAll(async () => {
  for (const sql of open) await sql.end({ timeout: 2 });
  await cluster.stop();
});

const OURS = `('public', 'private')`;
/** Every right that somebody other than the owner has on anything of ours, directly or through everybody. */
const RIGHTS = `
  select 'schema' as kind, n.nspname::text as thing, g.name as grantee, x.privilege_type as what
  from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x, lateral (select coalesce((select rolname from pg_roles where oid = x.grantee), 'public') as name) g
  where n.nspname = 'private' or (n.nspname = 'public' and x.privilege_type = 'CREATE')
  union all
  select 'relation', c.oid::regclass::text, g.name, x.privilege_type
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ${OURS}, aclexplode(coalesce(c.relacl, acldefault((case c.relkind when 'S' then 's' else 'r' end)::"char", c.relowner))) x,
    lateral (select coalesce((select rolname from pg_roles where oid = x.grantee), 'public') as name) g
  where c.relkind in ('r', 'p', 'v', 'm', 'S')
  union all
  select 'column', a.attrelid::regclass || '.' || a.attname, g.name, x.privilege_type
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname in ${OURS}, aclexplode(a.attacl) x,
    lateral (select coalesce((select rolname from pg_roles where oid = x.grantee), 'public') as name) g
  where not a.attisdropped
  union all
  select 'function', p.oid::regprocedure::text, g.name, x.privilege_type
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname in ${OURS}, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x,
    lateral (select coalesce((select rolname from pg_roles where oid = x.grantee), 'public') as name) g
  union all
  select 'policy', schemaname || '.' || tablename || ': ' || policyname, array_to_string(roles, ' '), cmd from pg_policies where schemaname in ${OURS}
  union all
  select 'row-level security', c.oid::regclass::text, '', c.relrowsecurity::text from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname in ${OURS} where c.relkind in ('r', 'p')`;
async function doors(sql: Sql): Promise<string[]> {
  const rows = await sql.unsafe<Record<'kind' | 'thing' | 'grantee' | 'what', string>[]>(RIGHTS);
  return rows
    .filter((row) => !['postgres', SUPERUSER, 'pg_database_owner'].includes(row.grantee))
    .map((row) => `${row.kind} ${row.thing} ${row.grantee} ${row.what}`)
    .toSorted();
}

describe('a database as hosted projects have it', () => {
  test('takes every migration, run by a role that is no superuser and in no admin role', async () => {
    const [role] = await owner`
      select rolsuper, pg_has_role('supabase_auth_admin', 'member') as auth, pg_has_role('supabase_storage_admin', 'member') as storage
      from pg_roles where rolname = current_user`;
    expect(role).toEqual({ rolsuper: false, auth: false, storage: false });
    expect(before, 'the project’s default is an open door').toEqual({ open: true });
    expect(applied).toBe(migrations.length);
    expect(await migrate(owner, migrations)).toBe(0);
  });

  test('opens the same doors as the embedded one: tables, columns, sequences, functions, policies', async () => {
    const [hosted, ours] = [await doors(admin), await doors(embedded.sql)];
    expect(hosted.filter((door) => !ours.includes(door))).toEqual([]);
    expect(ours.filter((door) => !hosted.includes(door))).toEqual([]);
  });

  test('opens what the access matrix says, role by role', async () => {
    const verbs = { s: 'SELECT', i: 'INSERT', u: 'UPDATE', d: 'DELETE' };
    const roles = ['anon', 'authenticated', 'service_role'] as const;
    const rows = await admin<{ name: string; role: (typeof roles)[number]; verb: string }[]>`
      select c.relname as name, r.role, v.verb from pg_class c, unnest(${[...roles]}::text[]) r (role), unnest(${Object.values(verbs)}::text[]) v (verb)
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and case when v.verb = 'DELETE' then has_table_privilege(r.role, c.oid, v.verb) else has_any_column_privilege(r.role, c.oid, v.verb) end`;
    for (const [table, access] of Object.entries(TABLES))
      for (const role of roles) {
        const has = rows.filter((row) => row.name === table && row.role === role);
        const letters = Object.entries(verbs).filter(([, verb]) =>
          has.some((r) => r.verb === verb),
        );
        expect(letters.map(([letter]) => letter).join(''), `${table} ${role}`).toBe(
          access[role] ?? '',
        );
      }
    const callable = await admin<{ name: string; roles: string }[]>`
      select p.proname as name, coalesce(string_agg(r.role, ' ' order by r.n) filter (where has_function_privilege(r.role, p.oid, 'execute')), '') as roles
      from pg_proc p, unnest(${[...roles]}::text[]) with ordinality r (role, n) where p.pronamespace = 'public'::regnamespace group by p.oid, p.proname`;
    expect(Object.fromEntries(callable.map(({ name, roles: who }) => [name, who]))).toEqual(
      FUNCTIONS,
    );
  });

  test('keeps what is made later closed, whatever the project grants by default', async () => {
    await owner`create table public.made_later (id serial)`;
    await owner`create function public.made_later_too() returns int language sql set search_path = '' as 'select 1'`;
    const [row] = await owner`
      select has_table_privilege('anon', 'public.made_later', 'select') as reads, has_table_privilege('service_role', 'public.made_later', 'truncate') as empties,
        has_sequence_privilege('authenticated', 'public.made_later_id_seq', 'usage') as counts,
        has_function_privilege('anon', 'public.made_later_too()', 'execute') as calls`;
    expect(row).toEqual({ reads: false, empties: false, counts: false, calls: false });
    await owner`drop table public.made_later`;
    await owner`drop function public.made_later_too()`;
  });

  test('makes a profile when the auth server signs somebody up, and lets it delete them again', async () => {
    const auth = as('supabase_auth_admin');
    const id = randomUUID();
    await auth`insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data) values (${id}, 'aline@isoko.test', now(), '{"display_name": "Aline"}')`;
    const [profile] = await admin`select display_name from public.profiles where user_id = ${id}`;
    expect(profile).toEqual({ display_name: 'Aline' });
    await auth`delete from auth.users where id = ${id}`;
    expect(await admin`select 1 from public.profiles where user_id = ${id}`).toHaveLength(0);
  });

  test('answers the API’s login as a visitor, and shows it no table that is not public', async () => {
    const api = as('authenticator');
    const visitor = (query: string) =>
      api.begin(async (tx) => {
        await tx`select set_config('role', 'anon', true), set_config('request.jwt.claims', '{"role":"anon"}', true)`;
        return tx.unsafe(query);
      });
    expect(await visitor(`select public.home_page('en') as page`)).toHaveLength(1);
    expect(await visitor('select code from public.currencies limit 1')).toHaveLength(1);
    for (const query of [
      'select * from public.profiles',
      'select * from public.payments',
      'select * from private.outbox',
      'delete from public.products',
      'truncate public.currencies',
      'select id from auth.users',
      `select public.card_work(1)`,
    ])
      await expect(visitor(query), query).rejects.toThrow(/permission denied/);
    // The buckets are there; through the API nobody lists or fills them by themselves.
    expect(await visitor('select id from storage.buckets')).toHaveLength(0);
    await expect(
      visitor(`insert into storage.objects (bucket_id, name) values ('files', 'rooms/x')`),
    ).rejects.toThrow(/row-level security/);
    const buckets = await admin`select id from storage.buckets order by id`;
    expect(buckets.length).toBeGreaterThan(0);
  });
});
