import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitSqlStatements } from '@supabase/lite';
import type { Sql } from 'postgres';
import { Sentence } from './sentence.ts';

export type Migration = { file: string; version: string; name: string; sql: string };

const FILE = /^(\d{14})_(\w+)\.sql$/;

/** The ledger of the Supabase CLI, so that `supabase db push` and `npm start` agree about what has run. */
const LEDGER = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text primary key);
alter table supabase_migrations.schema_migrations
  add column if not exists statements text[],
  add column if not exists name text,
  add column if not exists created_by text,
  add column if not exists idempotency_key text unique,
  add column if not exists rollback text[];
`;

/** What went wrong, as `file:line: message`, with the server's hint when it gave one. */
export class MigrationFailure extends Sentence {
  readonly file: string;
  readonly line: number;
  constructor(file: string, line: number, message: string, cause: unknown) {
    super(`${file}:${line}: ${message}`, { cause });
    this.file = file;
    this.line = line;
  }
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const [, version, name] = FILE.exec(file) ?? [];
      if (!version || !name) {
        throw new Error(
          `${file}: a migration is named <14 digits>_<name>.sql, for the CLI to order.`,
        );
      }
      return { file, version, name, sql: await readFile(join(folder, file), 'utf8') };
    }),
  );
}

type Statement = { text: string; /** Offset of its first character in the file. */ start: number };

function locate(sql: string): Statement[] {
  let from = 0;
  return splitSqlStatements(sql).map((text) => {
    const start = sql.indexOf(text, from);
    from = start < 0 ? from : start + text.length;
    return { text, start: Math.max(start, 0) };
  });
}

type PostgresFailure = {
  message: string;
  position?: string;
  detail?: string;
  hint?: string;
  where?: string;
};

/** PostgreSQL gives a position for a syntax error only; otherwise the statement's first line of SQL is it. */
function failureOf(migration: Migration, statement: Statement, cause: unknown): MigrationFailure {
  const { message, position, detail, hint, where } = cause as PostgresFailure;
  const comments = /^(?:\s|--[^\n]*\n)*/.exec(statement.text)?.[0].length ?? 0;
  const offset = statement.start + (position ? Number(position) - 1 : comments);
  const line = migration.sql.slice(0, offset).split('\n').length;
  const text = [message, detail, hint, where].filter(Boolean).join(' | ');
  return new MigrationFailure(migration.file, line, text, cause);
}

async function apply(sql: Sql, migration: Migration): Promise<void> {
  const statements = locate(migration.sql);
  await sql.begin(async (tx) => {
    for (const statement of statements) {
      try {
        await tx.unsafe(statement.text);
      } catch (cause) {
        throw failureOf(migration, statement, cause);
      }
    }
    await tx`
      insert into supabase_migrations.schema_migrations (version, name, statements)
      values (${migration.version}, ${migration.name}, ${statements.map(({ text }) => text)})`;
  });
}

/**
 * Applies what the ledger does not list yet, each file in its own transaction, in order.
 * `sql` is a connection as `postgres`. Throws `MigrationFailure`.
 */
export async function migrate(
  sql: Sql,
  migrations: Migration[],
  onProgress: (migration: Migration, index: number, total: number) => void = () => undefined,
): Promise<number> {
  await sql.unsafe(LEDGER).simple();
  const rows = await sql<{ version: string }[]>`
    select version from supabase_migrations.schema_migrations`;
  const done = new Set(rows.map((row) => row.version));
  const pending = migrations.filter((migration) => !done.has(migration.version));
  for (const [index, migration] of pending.entries()) {
    onProgress(migration, index, pending.length);
    await apply(sql, migration);
  }
  return pending.length;
}
