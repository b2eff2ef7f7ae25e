import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { migrate, readMigrations } from '#supabase/embedded/migrate.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const db = await createTestDatabase();
const owner = connect(db.url);
const folder = mkdtempSync(join(tmpdir(), 'isoko-migrations-'));

afterAll(async () => {
  await owner.end();
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, sql: string): void {
  writeFileSync(join(folder, file), sql);
}

describe('migrations', () => {
  test('leave the Supabase CLI nothing to do', async () => {
    const cli = fileURLToPath(
      new URL('./dist/supabase.js', import.meta.resolve('supabase/package.json')),
    );
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [cli, 'db', 'push', '--dry-run', `--remote=${db.url}`],
      { env: { ...process.env, DO_NOT_TRACK: '1', PGSSLMODE: 'disable' } },
    );
    expect(stdout + stderr).toContain('Remote database is up to date');
  });

  test('run once, in order, each whole or not at all', async () => {
    write(
      '20300101000001_first.sql',
      'create table public.one (id int);\ninsert into public.one values (1);',
    );
    write('20300101000002_second.sql', 'insert into public.one values (2);');
    expect(await migrate(owner, await readMigrations(folder))).toBe(2);
    expect(await migrate(owner, await readMigrations(folder))).toBe(0);
    const [row] = await owner`
      select name, cardinality(statements) as statements
      from supabase_migrations.schema_migrations where version = '20300101000001'`;
    expect(row).toEqual({ name: 'first', statements: 2 });

    write(
      '20300101000003_third.sql',
      'insert into public.one values (3);\n\n-- wrong\nselect nothing_like_it;',
    );
    await expect(migrate(owner, await readMigrations(folder))).rejects.toThrow(
      /^20300101000003_third\.sql:4: column "nothing_like_it" does not exist/,
    );
    expect(await owner`select id from public.one order by id`).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('name the statement when PostgreSQL gives no position', async () => {
    write('20300101000003_third.sql', 'select 1;\n-- a comment\nselect 1 / 0;');
    await expect(migrate(owner, await readMigrations(folder))).rejects.toThrow(
      /^20300101000003_third\.sql:3: division by zero/,
    );
  });

  test('have names that can be ordered', async () => {
    write('later.sql', 'select 1');
    await expect(readMigrations(folder)).rejects.toThrow(/^later\.sql: a migration is named/);
  });
});
