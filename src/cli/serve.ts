import { createServer, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DRAIN_MS } from '#src/config.ts';
import { listen } from '#src/server/db/notify.ts';
import { env, EnvError, type Env } from '#src/server/env.ts';
import { finishBeforeStop } from '#src/server/http/before-stop.ts';
import { SITE_TAG } from '#src/server/http/cache-public.ts';
import { Front } from '#src/server/http/front/front.ts';
import { FrontCache } from '#src/server/http/front/front-cache.ts';
import { ALLOWED_FILE, PagePolicy } from '#src/server/http/front/page-policy.ts';
import { StaticFiles } from '#src/server/http/front/static-files.ts';
import { settingsChanged } from '#src/server/http/settings-changed.ts';
import { stopServer } from '#src/server/http/stop.ts';
import { log } from '#src/server/log.ts';
import { serveMedia } from '#src/server/media/serve.ts';
import { onStop } from '#src/server/stop-signal.ts';

/** Longer than a proxy keeps an idle connection, so that the proxy is the one to close it. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 20_000;

/** The web process: `node src/cli/serve.ts`, after `astro build`. */
async function main(): Promise<void> {
  const settings = env();
  const { listener, stop } = await openFront(settings);
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: HEADERS_MS },
    listener,
  );
  onStop(async () => {
    await stopServer(server, DRAIN_MS);
    await finishBeforeStop();
    await stop();
  });
  await bind(server, settings);
  log.info('listening', { url: settings.siteUrl, host: settings.host, port: settings.port });
  process.send?.({ ready: true });
}

/** The built site behind its cache, which follows the database's news. */
async function openFront(
  settings: Env,
): Promise<{ listener: RequestListener; stop: () => Promise<void> }> {
  const dist = distFolder();
  const { handler } = await import(new URL('server/entry.mjs', dist).href);
  const cache = new FrontCache(settings.cacheMegabytes * 1_000_000);
  const files = new StaticFiles(fileURLToPath(new URL('client', dist)));
  const front = new Front({
    render: handler,
    cache,
    policy: PagePolicy.read(new URL(`server/${ALLOWED_FILE}`, dist)),
    doors: [files.serve, serveMedia],
    edge: { siteUrl: settings.siteUrl, proxies: settings.proxies },
    log,
  });
  const news = listen({
    databaseUrl: settings.databaseUrl,
    channel: 'isoko_cache',
    onMessage: (payload) => {
      const tags = payload.split(',');
      if (tags.includes(SITE_TAG)) settingsChanged();
      front.invalidate(tags);
    },
    onUp: () => {
      settingsChanged();
      cache.open();
    },
    onDown: () => front.close(),
    log,
  });
  return { listener: front.listener, stop: () => news.stop() };
}

/** Where `astro build` put its result. ISOKO_DIST must lie inside the checkout, or the build finds no packages. */
function distFolder(): URL {
  const named = process.env['ISOKO_DIST'];
  return named ? pathToFileURL(`${path.resolve(named)}/`) : new URL('../../dist/', import.meta.url);
}

function bind(server: Server, { host, port }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new EnvError([`Port ${port} is taken.`]) : error),
    );
    server.listen(port, host, resolve);
  });
}

main().catch((error: unknown) => {
  if (error instanceof EnvError) for (const problem of error.problems) log.error(problem);
  else log.error('the server cannot start', { error });
  process.exit(error instanceof EnvError ? 78 : 1);
});
