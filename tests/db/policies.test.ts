import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { FUNCTIONS, TABLES, TRIGGER_ONLY_NOTE } from './access-matrix.ts';

const db = await createTestDatabase();

type Operation = 's' | 'i' | 'u' | 'd';
const VERBS: Record<Operation, string> = { s: 'SELECT', i: 'INSERT', u: 'UPDATE', d: 'DELETE' };
const ROLES = ['anon', 'authenticated', 'service_role'] as const;

const tables = await db.sql<{ schema: string; name: string; rls: boolean }[]>`
  select n.nspname as schema, c.relname as name, c.relrowsecurity as rls
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') order by 1, 2`;

async function granted(table: string, role: string): Promise<string> {
  let ops = '';
  for (const [letter, verb] of Object.entries(VERBS)) {
    const [row] = await db.sql<{ yes: boolean }[]>`
      select ${
        letter === 'd'
          ? db.sql`has_table_privilege(${role}, ${table}, ${verb})`
          : db.sql`has_any_column_privilege(${role}, ${table}, ${verb})`
      } as yes`;
    if (row?.yes) ops += letter;
  }
  return ops;
}

async function policed(table: string, role: string): Promise<string> {
  const rows = await db.sql<{ cmd: string }[]>`
    select distinct p.cmd from pg_policies p
    where (p.schemaname || '.' || p.tablename) = ${table} and p.roles && array[${role}, 'public']::name[]`;
  const verbs = new Set(rows.map((row) => row.cmd));
  return (Object.keys(VERBS) as Operation[])
    .filter((letter) => verbs.has('ALL') || verbs.has(VERBS[letter]))
    .join('');
}

describe('each table, role and operation', () => {
  it('is in the matrix, and the matrix names no table that is gone', () => {
    const actual = tables.filter((t) => t.schema === 'public').map((t) => t.name);
    expect(actual).toEqual(Object.keys(TABLES).sort());
  });

  it('has row-level security on every table, private ones too', () => {
    expect(tables.filter((t) => !t.rls).map((t) => `${t.schema}.${t.name}`)).toEqual([]);
  });

  it.each(tables.filter((t) => t.schema === 'private').map((t) => t.name))(
    'private.%s is closed to every API role',
    async (name) => {
      for (const role of ROLES) expect(await granted(`private.${name}`, role)).toBe('');
    },
  );

  it.each(tables.filter((t) => t.schema === 'public').map((t) => t.name))(
    '%s opens what the matrix says and nothing else',
    async (name) => {
      const actual: Record<string, string> = {};
      for (const role of ROLES) actual[role] = await granted(`public.${name}`, role);
      expect(actual).toEqual({ anon: '', authenticated: '', service_role: '', ...TABLES[name] });
      for (const role of ['anon', 'authenticated'] as const) {
        expect(await policed(`public.${name}`, role), `policies for ${role}`).toBe(actual[role]);
      }
    },
  );

  it('lets nobody truncate, refer to or hang triggers on a table', async () => {
    const rows = await db.sql`
      select grantee, table_name, privilege_type from information_schema.role_table_grants
      where table_schema in ('public', 'private') and grantee in ('anon', 'authenticated', 'service_role', 'PUBLIC')
        and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`;
    expect(rows).toEqual([]);
  });

  it('indexes the first column of every foreign key that a delete must look through', async () => {
    const rows = await db.sql<{ name: string }[]>`
      select c.conrelid::regclass || '.' || a.attname as name
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confdeltype in ('c', 'n') and c.connamespace = 'public'::regnamespace
        and c.conrelid <> 'public.site_settings'::regclass
        and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`;
    expect(rows.map((row) => row.name)).toEqual([]);
  });
});

const functions = await db.sql<
  {
    schema: string;
    name: string;
    definer: boolean;
    path: boolean;
    trigger: boolean;
    anon: boolean;
    authenticated: boolean;
    service_role: boolean;
    everyone: boolean;
  }[]
>`
  select n.nspname as schema, p.proname as name, p.prosecdef as definer,
    -- A body in the SQL-standard form is bound when it is made: no search_path can change what it means.
    coalesce('search_path=""' = any (p.proconfig), false) or p.prosqlbody is not null or p.prokind = 'a' as path,
    p.prorettype = 'trigger'::regtype as trigger,
    has_function_privilege('anon', p.oid, 'execute') as anon,
    has_function_privilege('authenticated', p.oid, 'execute') as authenticated,
    has_function_privilege('service_role', p.oid, 'execute') as service_role,
    exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0) as everyone
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('public', 'private') order by 1, 2`;

describe('functions', () => {
  it('all pin their search_path', () => {
    expect(functions.filter((f) => !f.path).map((f) => `${f.schema}.${f.name}`)).toEqual([]);
  });

  it('are never open to everybody', () => {
    expect(functions.filter((f) => f.everyone).map((f) => `${f.schema}.${f.name}`)).toEqual([]);
  });

  it('of the API are callable by exactly the roles in the matrix', () => {
    const actual = Object.fromEntries(
      functions
        .filter((f) => f.schema === 'public')
        .map((f) => [f.name, ROLES.filter((role) => f[role]).join(' ')]),
    );
    expect(actual).toEqual(FUNCTIONS);
  });

  it('that answer to triggers are not callable', () => {
    const open = functions.filter((f) => f.trigger && (f.anon || f.authenticated));
    expect(
      open.map((f) => f.name),
      TRIGGER_ONLY_NOTE,
    ).toEqual([]);
  });
});
