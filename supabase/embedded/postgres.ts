import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { databaseOsUser, giveTo, launchAs, type OsUser } from './os-user.ts';
import { type Binaries, loadBinaries } from './postgres-binaries.ts';
import { endLeftover } from './postgres-leftover.ts';
import { Sentence } from './sentence.ts';

/** The superuser is named as on hosted Supabase, where `postgres` is an ordinary administrator. */
export const SUPERUSER = 'supabase_admin';

export type PostgresOptions = {
  /** The cluster's own folder; made when missing. */
  folder: string;
  port: number;
  /** Password of the superuser, written when the cluster is made. */
  password: string;
  /** Server settings such as `{ fsync: 'off' }`. */
  settings?: Record<string, string>;
  onLog?: (line: string) => void;
};

export type PostgresServer = {
  pid: number;
  port: number;
  /** Resolves with a short reason when the server ends, whoever ended it. */
  exited: Promise<string>;
  stop: () => Promise<void>;
};

const READY = 'database system is ready to accept connections';
/** Everything else it says is routine. */
const TROUBLE = /FATAL:|PANIC:|terminated by signal|too frequently|could not/;
const STILL_IN_USE = 'pre-existing shared memory block';
const STOP_PATIENCE_MS = 15_000;

/** A sentence about why the server did not come up, from the last thing it said. */
export class PostgresFailure extends Sentence {}

/** Starts the server on 127.0.0.1 only, making the cluster first when the folder is empty. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const binaries = await loadBinaries();
  const user = databaseOsUser();
  if (!existsSync(join(options.folder, 'PG_VERSION'))) await makeCluster(options, binaries, user);
  await endLeftover(options.folder, binaries.postgres);
  const giveUpAt = Date.now() + 10_000;
  for (;;) {
    try {
      return await launch(options, binaries, user);
    } catch (failure) {
      // After kill -9 of the server its last backends may hold the shared memory for a moment.
      const busy = failure instanceof Error && failure.message.includes(STILL_IN_USE);
      if (!busy || Date.now() > giveUpAt) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function spawnAs(user: OsUser | null, command: string, args: string[], folder: string) {
  const { command: program, args: list, ...ids } = launchAs(user, command, args, [folder]);
  return spawn(program, list, {
    ...ids,
    cwd: '/',
    // A session of its own: Ctrl-C in the terminal must reach the supervisor alone, which stops us in order.
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function makeCluster(options: PostgresOptions, binaries: Binaries, user: OsUser | null) {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  giveTo(options.folder, user);
  const secretFolder = mkdtempSync(join(tmpdir(), 'isoko-'));
  const secret = join(secretFolder, 'password');
  try {
    writeFileSync(secret, `${options.password}\n`, { mode: 0o600 });
    giveTo(secretFolder, user);
    giveTo(secret, user);
    const flags = [
      `--pgdata=${options.folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--locale=C',
      '--encoding=UTF8',
      '--no-instructions',
      ...(options.settings?.fsync === 'off' ? ['--no-sync'] : []),
    ];
    const child = spawnAs(user, binaries.initdb, flags, options.folder);
    let said = '';
    child.stdout.on('data', () => undefined);
    child.stderr.on('data', (chunk) => (said += chunk));
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new PostgresFailure(`PostgreSQL could not be set up: ${said.trim()}`);
  } finally {
    rmSync(secretFolder, { recursive: true, force: true });
  }
}

const BASE_SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  // A refused statement is an answer to its caller, who logs it; its text may hold personal data.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  log_line_prefix: '%b: ',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

async function launch(options: PostgresOptions, binaries: Binaries, user: OsUser | null) {
  const settings = { ...BASE_SETTINGS, ...options.settings };
  const args = ['-D', options.folder, '-p', String(options.port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const child = spawnAs(user, binaries.postgres, args, options.folder);
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
  const said: string[] = [];
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (said.push(line) > 20) said.shift();
        if (line.includes(READY)) resolve();
        else if (TROUBLE.test(line)) options.onLog?.(line);
      });
    }
  });
  const failed = exited.then((reason) => {
    throw new PostgresFailure(`PostgreSQL did not start (${reason}): ${said.join(' ').trim()}`);
  });
  failed.catch(() => undefined);
  await Promise.race([ready, failed]);
  const guard = stopWithUs(child.pid!);
  return {
    pid: child.pid!,
    port: options.port,
    exited,
    stop: () => stop(child, exited, guard),
  } satisfies PostgresServer;
}

/**
 * A tiny shell that waits on a pipe from us: when we are gone, even by kill -9, the pipe closes and it
 * asks the server for a fast shutdown. Without it the server would outlive us.
 */
function stopWithUs(pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', `read _; kill -INT ${pid}`], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.unref();
  return guard;
}

async function stop(child: ChildProcess, exited: Promise<string>, guard: ChildProcess) {
  guard.kill('SIGKILL');
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const impatient = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MS);
  await exited;
  clearTimeout(impatient);
}
