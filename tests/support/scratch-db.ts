/**
 * Applies every migration to a fresh database and prints what fails: `node tests/support/scratch-db.ts`.
 * With `--keep` the server stays up and its address is printed until Ctrl-C.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, localUrl } from '#supabase/embedded/database.ts';
import { migrate, readMigrations } from '#supabase/embedded/migrate.ts';
import { freePort } from '#supabase/embedded/ports.ts';
import { startPostgres, SUPERUSER } from '#supabase/embedded/postgres.ts';
import { provision } from '#supabase/embedded/provision.ts';

const folder = mkdtempSync(join(tmpdir(), 'isoko-scratch-'));
const server = await startPostgres({
  folder: join(folder, 'postgres'),
  port: await freePort(),
  password: 'scratch',
  settings: { fsync: 'off', full_page_writes: 'off' },
  onLog: (line) => console.error(line),
});
const urls = {
  superuser: localUrl(server.port, SUPERUSER, 'scratch', 'postgres'),
  postgres: localUrl(server.port, 'postgres', 'scratch', 'postgres'),
};
const admin = connect(urls.superuser);
const owner = connect(urls.postgres);
try {
  await provision(admin, 'scratch');
  const started = performance.now();
  const count = await migrate(owner, await readMigrations('supabase/migrations'));
  console.log(`${count} migrations applied in ${Math.round(performance.now() - started)} ms`);
  if (process.argv.includes('--keep')) {
    console.log(`as postgres:   ${urls.postgres}\nas superuser:  ${urls.superuser}\nCtrl-C ends it.`);
    await new Promise((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
  }
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
} finally {
  await Promise.all([admin.end(), owner.end()]);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
