/**
 * `npm start` and `npm run dev`: brings up a whole instance and keeps it up until it is asked to stop.
 * With SUPABASE_URL only worker and site run, against that project; otherwise the embedded backend too.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLog, type Log } from '#src/server/log.ts';
import { type Backend, startBackend } from './backend.ts';
import { buildIfNeeded } from './build.ts';
import { openDataFolder, openPlainFolder } from './data-folder.ts';
import { isFree } from './ports.ts';
import { checkProject } from './reachable.ts';
import { Sentence } from './sentence.ts';
import { type Project, readSettings, type Settings } from './settings.ts';
import { startSite } from './site.ts';
import { Supervisor } from './supervisor.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MIGRATIONS = fileURLToPath(new URL('../migrations/', import.meta.url));

type Folder = ReturnType<typeof openDataFolder> | ReturnType<typeof openPlainFolder>;

async function checkPort({ port, host }: Settings): Promise<void> {
  if (await isFree(port, host)) return;
  throw new Sentence(
    `Port ${port} on ${host} is taken by another program: stop it, or choose another port with PORT.`,
  );
}

async function useProject(project: Project): Promise<Backend> {
  await checkProject(project, MIGRATIONS);
  const environment = {
    SUPABASE_URL: project.url,
    SUPABASE_PUBLISHABLE_KEY: project.publishableKey,
    SUPABASE_SECRET_KEY: project.secretKey,
    DATABASE_URL: project.databaseUrl,
  };
  return { environment, mailboxUrl: '' };
}

async function bringUp(settings: Settings, folder: Folder, supervisor: Supervisor, log: Log) {
  const build = settings.dev ? null : supervisor.track(buildIfNeeded(ROOT, supervisor, log));
  const backing = supervisor.track(
    'keys' in folder
      ? startBackend({ settings, folder, supervisor, log })
      : useProject(settings.project!),
  );
  const [{ environment, mailboxUrl }] = await Promise.all([backing, build]);
  await startSite({ root: ROOT, settings, environment, supervisor, log });
  folder.writeRuntime({
    siteUrl: settings.siteUrl,
    apiUrl: environment.SUPABASE_URL,
    databaseUrl: environment.DATABASE_URL,
    mailboxUrl,
    publishableKey: environment.SUPABASE_PUBLISHABLE_KEY,
    pids: { supervisor: process.pid, ...supervisor.pids },
  });
  const mail = mailboxUrl ? `  (its mail: ${mailboxUrl})` : '';
  process.stdout.write(`Isoko is ready: ${settings.siteUrl}${mail}\n`);
}

/** Resolves when somebody wants us to end: Ctrl-C, SIGTERM, or the terminal went away. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve());
  });
}

function say(failure: unknown, log: Log): void {
  if (failure instanceof Sentence) log.error(failure.message);
  else log.error('Isoko could not start', { error: failure });
}

async function main(): Promise<number> {
  const log = createLog({
    sink: (line) => void process.stderr.write(line),
    pretty: Boolean(process.stderr.isTTY),
  });
  const supervisor = new Supervisor(log);
  const stop = askedToStop();
  let folder: Folder | undefined;
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const settings = readSettings(process.env, process.argv.slice(2));
    await checkPort(settings);
    const open = settings.project ? openPlainFolder : openDataFolder;
    folder = open(settings.dataDir);
    const up = supervisor.track(bringUp(settings, folder, supervisor, log));
    await Promise.race([stop, supervisor.failed, up]);
    await Promise.race([stop, supervisor.failed]);
    return 0;
  } catch (failure) {
    say(failure, log);
    return 1;
  } finally {
    await supervisor.stop();
    folder?.close();
  }
}

process.exit(await main());
