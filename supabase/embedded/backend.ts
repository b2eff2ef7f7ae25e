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

type Database = { url: string; port: number };

async function startDatabase({ folder, supervisor, log }: Work): Promise<Database> {
  if (folder.first) log.info('setting up PostgreSQL');
  const port = await freePort(folder.ports.postgres);
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
  return { url, port };
}

type Mailbox = { port: number; smtp: number };

async function startMailbox({ folder, supervisor, log }: Work): Promise<Mailbox> {
  const port = await freePort(folder.ports.mailbox);
  const smtp = await freePort(folder.ports.smtp);
  const environment: MailboxEnvironment = {
    MAILBOX_FOLDER: folder.paths.mailbox,
    MAILBOX_PORT: String(port),
    MAILBOX_SMTP_PORT: String(smtp),
  };
  const mailbox = startChild({
    name: 'mailbox',
    args: [script('./mailbox.ts')],
    env: { ...process.env, ...environment },
    log,
  });
  await supervisor.add(mailbox);
  await mailbox.ready;
  return { port, smtp };
}

async function startApi(work: Work, postgres: number): Promise<number> {
  const { settings, folder, supervisor, log } = work;
  const { keys } = folder;
  const port = await freePort(folder.ports.api);
  const environment: ApiEnvironment = {
    API_PORT: String(port),
    API_DATABASE_URL: localUrl(postgres, 'authenticator', keys.databasePassword, DATABASE),
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
  return port;
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
  const database = await startDatabase(work);
  const mailbox = await startMailbox(work);
  const api = await startApi(work, database.port);
  const ports: Ports = {
    postgres: database.port,
    api,
    mailbox: mailbox.port,
    smtp: mailbox.smtp,
  };
  folder.rememberPorts(ports);
  const environment: SiteEnvironment = {
    SUPABASE_URL: `http://127.0.0.1:${ports.api}`,
    SUPABASE_PUBLISHABLE_KEY: folder.keys.publishableKey,
    SUPABASE_SECRET_KEY: folder.keys.secretKey,
    DATABASE_URL: database.url,
    SMTP_URL: process.env.SMTP_URL || `smtp://127.0.0.1:${ports.smtp}`,
    SEND_EMAIL_HOOK_SECRET: folder.keys.hookSecret,
    VAPID_PUBLIC_KEY: process.env.VAPID_PUBLIC_KEY || folder.keys.pushPublicKey,
    VAPID_PRIVATE_KEY: process.env.VAPID_PRIVATE_KEY || folder.keys.pushPrivateKey,
  };
  await loadDemo(work, environment);
  if (folder.first) folder.finish();
  return { environment, mailboxUrl: `http://127.0.0.1:${ports.mailbox}` };
}
