import { readFile } from 'node:fs/promises';
import { getAuthSchemaSql, getStorageSchemaSql } from '@supabase/lite';
import type { Sql } from 'postgres';

const beside = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');

/** All the SQL that turns a bare database into the one our migrations expect; also the key of the test template. */
export async function provisioningSql(): Promise<string> {
  const [preamble, postamble] = await Promise.all([
    beside('./preamble.sql'),
    beside('./postamble.sql'),
  ]);
  return [preamble, getAuthSchemaSql(), getStorageSchemaSql(), postamble].join('\n;\n');
}

/**
 * Gives a database the roles, schemas and tables of Supabase. Repeatable. `admin` is the superuser's
 * connection; `password` becomes the one of the logins `postgres` (site, worker, migrations) and
 * `authenticator` (API).
 */
export async function provision(admin: Sql, password: string): Promise<void> {
  const sql = await provisioningSql();
  await admin.begin(async (tx) => {
    // Two first starts at once on one cluster (tests) must not race for the roles.
    await tx`select pg_advisory_xact_lock(4850661)`;
    await tx.unsafe(sql).simple();
    const literal = `'${password.replaceAll("'", "''")}'`;
    await tx
      .unsafe(
        `alter role postgres password ${literal}; alter role authenticator password ${literal}`,
      )
      .simple();
  });
}
