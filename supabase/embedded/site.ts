import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Log } from '#src/server/log.ts';
import type { SiteEnvironment } from './backend.ts';
import { type Child, startChild } from './child.ts';
import { Sentence } from './sentence.ts';
import type { Settings } from './settings.ts';
import type { Part, Supervisor } from './supervisor.ts';

type Site = {
  root: string;
  settings: Settings;
  environment: SiteEnvironment;
  supervisor: Supervisor;
  log: Log;
};

/**
 * Room for young objects in the web process, in megabytes. Left alone it grows to twice that and stays, which under load
 * is a hundred megabytes more for the same speed.
 */
const YOUNG_MEGABYTES = 16;
const HEALTH_PATIENCE_MS = 60_000;
const HEALTH_PAUSE_MS = { first: 50, most: 1000 };
/** What the worker is made of; a change restarts it while developing. */
const WORKER_SOURCES = ['src/worker', 'src/server', 'src/domain', 'src/i18n'];

function environmentOf({ settings, environment }: Site): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...environment,
    PORT: String(settings.port),
    HOST: settings.host,
    SITE_URL: settings.siteUrl,
    DATA_DIR: settings.dataDir,
    NODE_ENV: settings.dev ? 'development' : 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    // In some terminals `astro dev` goes to the background and returns at once; here it must stay.
    ASTRO_DEV_BACKGROUND: '0',
  };
}

function startWorker(site: Site): Child {
  const args = [join(site.root, 'src/worker/main.ts')];
  return startChild({ name: 'worker', args, env: environmentOf(site), log: site.log });
}

/** The worker, started anew whenever its sources change. */
function watchedWorker(site: Site): Part {
  let worker = startWorker(site);
  let due: NodeJS.Timeout | undefined;
  let stopped = false;
  let over: (reason: string) => void = () => undefined;
  const exited = new Promise<string>((resolve) => (over = resolve));
  const follow = (child: Child) =>
    void child.exited.then((reason) => {
      if (child === worker && !stopped)
        site.log.warn(`the worker ended (${reason}); it restarts with the next change`);
    });
  follow(worker);
  const restart = async () => {
    const old = worker;
    worker = startWorker(site);
    follow(worker);
    await old.stop();
  };
  const watchers = WORKER_SOURCES.map((path) =>
    watch(join(site.root, path), { recursive: true }, () => {
      clearTimeout(due);
      due = globalThis.setTimeout(() => void restart(), 300);
    }),
  );
  return {
    name: 'worker',
    pid: worker.pid,
    exited,
    async stop() {
      stopped = true;
      clearTimeout(due);
      for (const watcher of watchers) watcher.close();
      await worker.stop();
      over('stopped');
    },
  };
}

function startWeb(site: Site): Child {
  const { root, settings } = site;
  // Our data folder's lock is the one that counts; Astro's own would allow one server per checkout.
  const astro = 'node_modules/astro/bin/astro.mjs';
  const address = ['--port', String(settings.port), '--host', settings.host];
  const args = settings.dev
    ? [join(root, astro), 'dev', '--ignore-lock', '--root', root, ...address]
    : [`--max-semi-space-size=${YOUNG_MEGABYTES}`, join(root, 'src/cli/serve.ts')];
  return startChild({
    name: 'web',
    args,
    env: environmentOf(site),
    log: site.log,
  });
}

/** Waits until the site answers 200 to /healthz; the supervisor notices when it ends instead. */
async function healthy(settings: Settings): Promise<void> {
  const giveUpAt = Date.now() + HEALTH_PATIENCE_MS;
  let last = 'no answer';
  let pause = HEALTH_PAUSE_MS.first;
  while (Date.now() < giveUpAt) {
    try {
      const response = await fetch(`${settings.localUrl}/healthz`, {
        signal: AbortSignal.timeout(5000),
      });
      await response.arrayBuffer();
      if (response.status === 200) return;
      last = `it answered ${response.status}`;
    } catch (failure) {
      last = failure instanceof Error ? failure.message : String(failure);
    }
    await setTimeout(pause);
    pause = Math.min(pause * 1.3, HEALTH_PAUSE_MS.most);
  }
  throw new Sentence(
    `The site did not become healthy within ${HEALTH_PATIENCE_MS / 1000} s (${last}); the lines above say why.`,
  );
}

/** Starts worker and web server, and resolves when visitors can come. */
export async function startSite(site: Site): Promise<void> {
  await site.supervisor.add(site.settings.dev ? watchedWorker(site) : startWorker(site));
  await site.supervisor.add(startWeb(site));
  await healthy(site.settings);
}
