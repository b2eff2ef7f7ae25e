import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DRAIN_MS } from '#src/config.ts';
import { listen } from '#src/server/db/notify.ts';
import { env, EnvError } from '#src/server/env.ts';
import { Front } from '#src/server/http/front/front.ts';
import { FrontCache } from '#src/server/http/front/front-cache.ts';
import { StaticFiles } from '#src/server/http/front/static-files.ts';
import { SITE_TAG } from '#src/server/http/cache-public.ts';
import { settingsChanged } from '#src/server/http/settings-changed.ts';
import { stopServer } from '#src/server/http/stop.ts';
import { log } from '#src/server/log.ts';
import { serveMedia } from '#src/server/media/serve.ts';
import { onStop } from '#src/server/stop-signal.ts';

/** The web process: `node src/cli/serve.ts`, after `astro build`. */
async function main(): Promise<void> {
  const settings = env();
  const dist = distFolder();
  const { handler } = await import(new URL('server/entry.mjs', dist).href);
  const cache = new FrontCache(settings.cacheMegabytes * 1_000_000);
  const front = new Front({
    render: handler,
    cache,
    files: new StaticFiles(fileURLToPath(new URL('client', dist))),
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
    onUp: () => cache.open(),
    onDown: () => front.close(),
    log,
  });
  const server = createServer(
    { keepAliveTimeout: 65_000, headersTimeout: 20_000 },
    (req, res) => serveMedia(req, res) || front.listener(req, res),
  );
  onStop(async () => {
    await stopServer(server, DRAIN_MS);
    await news.stop();
  });
  server.once('error', (error: NodeJS.ErrnoException) => {
    log.error(error.code === 'EADDRINUSE' ? `port ${settings.port} is taken` : 'cannot listen', {
      error,
    });
    process.exit(1);
  });
  server.listen(settings.port, settings.host, () => {
    log.info('listening', { url: settings.siteUrl, host: settings.host, port: settings.port });
    process.send?.({ ready: true });
  });
}

/** Where `astro build` put its result; ISOKO_DIST serves tests that build their own. */
function distFolder(): URL {
  const named = process.env['ISOKO_DIST'];
  return named ? pathToFileURL(`${path.resolve(named)}/`) : new URL('../../dist/', import.meta.url);
}

main().catch((error: unknown) => {
  if (error instanceof EnvError) for (const problem of error.problems) log.error(problem);
  else log.error('the server cannot start', { error });
  process.exit(error instanceof EnvError ? 78 : 1);
});
