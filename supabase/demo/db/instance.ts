/** The market that a command works on: the running or stopped embedded instance, or a configured Supabase project. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { log } from '#src/server/log.ts';
import { openDataFolder, type Runtime } from '#supabase/embedded/data-folder.ts';
import { localUrl } from '#supabase/embedded/database.ts';
import { Locked, takeLock } from '#supabase/embedded/lock.ts';
import { freePort } from '#supabase/embedded/ports.ts';
import { startPostgres } from '#supabase/embedded/postgres.ts';
import { Sentence } from '#supabase/embedded/sentence.ts';
import { readSettings, type Project } from '#supabase/embedded/settings.ts';

export type Instance = {
  databaseUrl: string;
  siteUrl: string;
  /** The embedded backend's data folder; null = a Supabase project. */
  dataDir: string | null;
  project: Project | null;
  /** True when nothing but the database runs, started for this command. */
  stopped: boolean;
  close: () => Promise<void>;
};

const nothing = async () => undefined;

/** Whether an instance runs on the folder, by the lock that it holds as long as it lives. */
function isRunning(path: string): boolean {
  try {
    takeLock(join(path, 'lock'))();
    return false;
  } catch (failure) {
    if (failure instanceof Locked) return true;
    throw failure;
  }
}

function runtimeOf(path: string): Runtime {
  try {
    return JSON.parse(readFileSync(join(path, 'runtime.json'), 'utf8')) as Runtime;
  } catch {
    throw new Sentence(`Isoko is just starting or stopping on ${path}: try again in a moment.`);
  }
}

async function startDatabase(path: string): Promise<Pick<Instance, 'databaseUrl' | 'close'>> {
  const folder = openDataFolder(path);
  try {
    const port = await freePort(folder.ports.postgres);
    const server = await startPostgres({
      folder: folder.paths.postgres,
      port,
      password: folder.keys.adminPassword,
      onLog: (line) => log.warn(line, { process: 'postgres' }),
    });
    return {
      databaseUrl: localUrl(port, 'postgres', folder.keys.databasePassword, 'postgres'),
      async close() {
        await server.stop();
        folder.close();
      },
    };
  } catch (failure) {
    folder.close();
    throw failure;
  }
}

/**
 * Opens what the environment names. A stopped embedded instance gets its database started until `close`. Throws a
 * Sentence where there is no instance, and where a project is configured but `flag` is not among `args`.
 */
export async function openInstance(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  flag: string,
): Promise<Instance> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { project, dataDir, siteUrl } = readSettings(env, []);
  if (project) {
    if (!args.includes(flag)) {
      throw new Sentence(
        `This would change the Supabase project at ${project.url}. If you mean that, say so with ${flag}.`,
      );
    }
    const { databaseUrl } = project;
    return { databaseUrl, siteUrl, dataDir: null, project, stopped: false, close: nothing };
  }
  if (!existsSync(join(dataDir, 'isoko.json')) && !existsSync(join(dataDir, 'runtime.json'))) {
    throw new Sentence(
      `There is no Isoko data in ${dataDir}: name its folder with DATA_DIR, or make one with npm start.`,
    );
  }
  const common = { dataDir, project: null };
  if (isRunning(dataDir)) {
    const { databaseUrl, siteUrl: running } = runtimeOf(dataDir);
    return { ...common, databaseUrl, siteUrl: running, stopped: false, close: nothing };
  }
  return { ...common, siteUrl, stopped: true, ...(await startDatabase(dataDir)) };
}

/** Runs a command and says in one sentence what went wrong. Resolves to the exit code. */
export async function command(run: () => Promise<string>): Promise<number> {
  try {
    process.stdout.write(`${await run()}\n`);
    return 0;
  } catch (failure) {
    if (failure instanceof Sentence) process.stderr.write(`${failure.message}\n`);
    else log.error('the command failed', { error: failure });
    return 1;
  }
}
