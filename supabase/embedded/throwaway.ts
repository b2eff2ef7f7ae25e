import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, localUrl } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { freePort } from './ports.ts';
import { startPostgres, SUPERUSER } from './postgres.ts';
import { provision } from './provision.ts';

export const TEMPLATE = 'isoko_template';
const PASSWORD = 'test';

export const MIGRATIONS_FOLDER = new URL('../migrations/', import.meta.url).pathname;

/** A PostgreSQL of our own in a temporary folder, which forgets everything on `stop`. */
export async function startCluster() {
  const folder = mkdtempSync(join(tmpdir(), 'isoko-throwaway-'));
  const server = await startPostgres({
    folder: join(folder, 'postgres'),
    port: await freePort(),
    password: PASSWORD,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
    },
  });
  return {
    port: server.port,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The address of a test database for one of its logins. */
export function testUrl(port: number, login: TestLogin, database: string): string {
  return localUrl(port, login, PASSWORD, database);
}

export type TestLogin = typeof SUPERUSER | 'postgres' | 'authenticator';

/** Makes `TEMPLATE`: provisioned, migrated, closed to connections so that copies never wait for one. */
export async function makeTemplate(port: number, folder = MIGRATIONS_FOLDER): Promise<number> {
  const server = connect(testUrl(port, SUPERUSER, 'postgres'));
  await server.unsafe(`create database ${TEMPLATE}`);
  const admin = connect(testUrl(port, SUPERUSER, TEMPLATE));
  try {
    await provision(admin, PASSWORD);
    const owner = connect(testUrl(port, 'postgres', TEMPLATE));
    try {
      return await migrate(owner, await readMigrations(folder));
    } finally {
      await owner.end();
    }
  } finally {
    await admin.end();
    await server.unsafe(`alter database ${TEMPLATE} with allow_connections false`);
    await server.end();
  }
}

/** A database of its own, copied from `TEMPLATE` (about 50 ms). */
export async function copyTemplate(port: number, name: string): Promise<void> {
  const server = connect(testUrl(port, SUPERUSER, 'postgres'));
  try {
    await server.unsafe(`create database ${name} template ${TEMPLATE} owner postgres`);
    // What a template does not carry over: the rights on the database itself.
    await server.unsafe(`revoke all on database ${name} from public`);
    await server.unsafe(`grant connect, temporary on database ${name} to authenticator`);
  } finally {
    await server.end();
  }
}
