import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Log } from '#src/server/log.ts';
import type { ApiEnvironment } from './api.ts';
import { startChild } from './child.ts';
import type { DataFolder, Ports } from './data-folder.ts';
import { connect, localUrl } from './database.ts';
import type { MailboxEnvironment } from './mailbox.ts';
import { migrate, readMigrations } from './migrate.ts';
import { freePort } from './ports.ts';
import { startPostgres, SUPERUSER } from './postgres.ts';
import { type Progress, progressLine } from './progress.ts';
import { provision } from './provision.ts';
import { Sentence } from './sentence.ts';
import type { Settings } from './settings.ts';
import type { Supervisor } from './supervisor.ts';

/** The database's name on hosted Supabase. */
const DATABASE = 'postgres';
const MIGRATIONS = fileURLToPath(new URL('../migrations/', import.meta.url));
const DEMO = fileURLToPath(new URL('../demo/load.ts', import.meta.url));
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What the site and the worker get in their environment. */
export type SiteEnvironment = {
  SUPABASE_URL: string;
  SUPABASE_PUBLISHABLE_KEY: string;
  SUPABASE_SECRET_KEY: string;
  DATABASE_URL: string;
  SMTP_URL?: string;
  SEND_EMAIL_HOOK_SECRET?: string;
  VAPID_PUBLIC_KEY?: string;
  VAPID_PRIVATE_KEY?: string;
};

export type Backend = { environment: SiteEnvironment; mailboxUrl: string };

type Work = { settings: Settings; folder: DataFolder; supervisor: Supervisor; log: Log };

async function choosePorts(folder: DataFolder): Promise<Ports> {
  const { ports: wanted } = folder;
  const ports = {
    postgres: await freePort(wanted.postgres),
    api: await freePort(wanted.api),
    mailbox: await freePort(wanted.mailbox),
    smtp: await freePort(wanted.smtp),
  };
  folder.rememberPorts(ports);
  return ports;
}

async function startDatabase({ folder, supervisor, log }: Work, port: number): Promise<string> {
  if (folder.first) log.info('setting up PostgreSQL');
  const server = await startPostgres({
    folder: folder.paths.postgres,
    port,
    password: folder.keys.adminPassword,
    onLog: (line) => log.warn(line, { process: 'postgres' }),
  });
  await supervisor.add({ name: 'postgres', ...server });
  const admin = connect(localUrl(port, SUPERUSER, folder.keys.adminPassword, DATABASE));
  try {
    await provision(admin, folder.keys.databasePassword);
  } finally {
    await admin.end();
  }
  const url = localUrl(port, 'postgres', folder.keys.databasePassword, DATABASE);
  const owner = connect(url);
  const progress = progressLine(log);
  try {
    await migrate(owner, await readMigrations(MIGRATIONS), (_migration, index, total) =>
      progress.show({ step: 'preparing the database', done: index + 1, total }),
    );
  } finally {
    progress.end();
    await owner.end();
  }
  return url;
}

async function startMailbox({ folder, supervisor, log }: Work, ports: Ports): Promise<void> {
  const environment: MailboxEnvironment = {
    MAILBOX_FOLDER: folder.paths.mailbox,
    MAILBOX_PORT: String(ports.mailbox),
    MAILBOX_SMTP_PORT: String(ports.smtp),
  };
  const mailbox = startChild({
    name: 'mailbox',
    args: [script('./mailbox.ts')],
    env: { ...process.env, ...environment },
    log,
  });
  await supervisor.add(mailbox);
  await mailbox.ready;
}

async function startApi({ settings, folder, supervisor, log }: Work, ports: Ports): Promise<void> {
  const { keys } = folder;
  const environment: ApiEnvironment = {
    API_PORT: String(ports.api),
    API_DATABASE_URL: localUrl(ports.postgres, 'authenticator', keys.databasePassword, DATABASE),
    API_JWT_SECRET: keys.jwtSecret,
    API_STORAGE: folder.paths.storage,
    API_HOOK_URL: settings.localUrl,
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
    SITE_URL: settings.siteUrl,
    SEND_EMAIL_HOOK_SECRET: keys.hookSecret,
  };
  const api = startChild({
    name: 'api',
    args: [script('./api.ts')],
    env: { ...process.env, ...environment, LITE_TELEMETRY: '0' },
    log,
  });
  await supervisor.add(api);
  await api.ready;
}

async function loadDemo(work: Work, environment: SiteEnvironment): Promise<void> {
  const { settings, folder, supervisor, log } = work;
  if (!folder.first || !settings.demo || !existsSync(DEMO)) return;
  const progress = progressLine(log);
  const demo = startChild({
    name: 'demo',
    args: [script('./load-demo.ts')],
    env: { ...process.env, ...environment, DATA_DIR: folder.path, NODE_ENV: 'production' },
    log,
  });
  demo.onMessage((message) => progress.show((message as { progress: Progress }).progress));
  const reason = await supervisor.run(demo);
  progress.end();
  if (reason !== 'code 0') {
    throw new Sentence(
      `The demo could not be loaded (${reason}); delete ${folder.path} and start again, or start with DEMO=0.`,
    );
  }
}

/** Brings up database, mailbox and API, in this order, and on the first start the demo. */
export async function startBackend(work: Work): Promise<Backend> {
  const { folder } = work;
  const ports = await choosePorts(folder);
  const databaseUrl = await startDatabase(work, ports.postgres);
  await startMailbox(work, ports);
  await startApi(work, ports);
  const environment: SiteEnvironment = {
    SUPABASE_URL: `http://127.0.0.1:${ports.api}`,
    SUPABASE_PUBLISHABLE_KEY: folder.keys.publishableKey,
    SUPABASE_SECRET_KEY: folder.keys.secretKey,
    DATABASE_URL: databaseUrl,
    SMTP_URL: process.env.SMTP_URL || `smtp://127.0.0.1:${ports.smtp}`,
    SEND_EMAIL_HOOK_SECRET: folder.keys.hookSecret,
    VAPID_PUBLIC_KEY: process.env.VAPID_PUBLIC_KEY || folder.keys.pushPublicKey,
    VAPID_PRIVATE_KEY: process.env.VAPID_PRIVATE_KEY || folder.keys.pushPrivateKey,
  };
  await loadDemo(work, environment);
  if (folder.first) folder.finish();
  return { environment, mailboxUrl: `http://127.0.0.1:${ports.mailbox}` };
}
