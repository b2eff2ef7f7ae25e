import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import { afterAll, inject } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { SUPERUSER } from '#supabase/embedded/postgres.ts';
import { copyTemplate, testUrl } from '#supabase/embedded/throwaway.ts';

type Run<T> = (sql: TransactionSql) => Promise<T>;

export type TestDatabase = {
  name: string;
  /** As `postgres`, who owns the tables: what the worker and the site's DATABASE_URL get. */
  url: string;
  /** As `authenticator`, the API's login. */
  apiUrl: string;
  /** The superuser's connection, for setting the scene: row-level security does not bind it. */
  sql: Sql;
  /** Runs one transaction as a signed-in user, exactly as the API would. */
  asUser: <T>(uid: string, run: Run<T>) => Promise<T>;
  /** Runs one transaction as a visitor who is not signed in. */
  asAnon: <T>(run: Run<T>) => Promise<T>;
  /** Runs one transaction with the secret key's role. */
  asService: <T>(run: Run<T>) => Promise<T>;
  /** Adds a confirmed account and returns its id; `metadata` is what sign-up sends along. */
  addUser: (email?: string, metadata?: Record<string, unknown>) => Promise<string>;
  drop: () => Promise<void>;
};

async function runAs<T>(
  sql: Sql,
  claims: { role: string; sub?: string; email?: string },
  run: Run<T>,
) {
  const result = await sql.begin(async (tx) => {
    await tx`
      select set_config('role', ${claims.role}, true),
             set_config('request.jwt.claim.sub', ${claims.sub ?? ''}, true),
             set_config('request.jwt.claim.role', ${claims.role}, true),
             set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`;
    return { value: await run(tx) };
  });
  return (result as { value: T }).value;
}

async function addUser(sql: Sql, email: string, metadata: Record<string, unknown>) {
  const id = randomUUID();
  await sql`
    insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
    values (${id}, ${email}, now(), ${sql.json(metadata as never)})`;
  return id;
}

/**
 * A database of its own for a test file, a copy of the migrated template (about 50 ms). Call it at the top
 * of the file (`const db = await createTestDatabase()`); it is dropped after the file's last test.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const port = inject('postgresPort');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await copyTemplate(port, name);
  const sql = connect(testUrl(port, SUPERUSER, name), { max: 8, idle_timeout: 20 });
  let dropped = false;
  const database: TestDatabase = {
    name,
    url: testUrl(port, 'postgres', name),
    apiUrl: testUrl(port, 'authenticator', name),
    sql,
    asUser: (uid, run) => runAs(sql, { role: 'authenticated', sub: uid }, run),
    asAnon: (run) => runAs(sql, { role: 'anon' }, run),
    asService: (run) => runAs(sql, { role: 'service_role' }, run),
    addUser: (email = `${randomBytes(5).toString('hex')}@isoko.test`, metadata = {}) =>
      addUser(sql, email, metadata),
    async drop() {
      if (dropped) return;
      dropped = true;
      await sql.end({ timeout: 5 });
      const server = connect(testUrl(port, SUPERUSER, 'postgres'));
      await server.unsafe(`drop database if exists ${name} with (force)`);
      await server.end({ timeout: 5 });
    },
  };
  afterAll(() => database.drop());
  return database;
}
