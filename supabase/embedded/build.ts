import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Log } from '#src/server/log.ts';
import { startChild } from './child.ts';
import { Locked, takeLock } from './lock.ts';
import { Sentence } from './sentence.ts';
import type { Supervisor } from './supervisor.ts';

const SOURCES = ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package-lock.json'];
const ASTRO = 'node_modules/astro/bin/astro.mjs';

async function filesOf(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null);
  if (!entries) return existsSync(join(root, path)) ? [path] : [];
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const inside = `${path}/${entry.name}`;
      return entry.isDirectory() ? filesOf(root, inside) : [inside];
    }),
  );
  return lists.flat();
}

/** One hash over everything that goes into a build. */
export async function sourceHash(root: string): Promise<string> {
  const files = (await Promise.all(SOURCES.map((path) => filesOf(root, path)))).flat().toSorted();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = createHash('sha256')
      .update(await readFile(join(root, file)))
      .digest('hex');
    hash.update(`${file} ${content}\n`);
  }
  return hash.digest('hex');
}

/** Where the build goes; ISOKO_DIST is also what astro.config.mjs and the server read. */
function placesIn(root: string) {
  const dist = resolve(root, process.env.ISOKO_DIST ?? 'dist');
  return { stamp: join(dist, '.build'), entry: join(dist, 'server/entry.mjs') };
}

async function isFresh(root: string, hash: string): Promise<boolean> {
  const { stamp, entry } = placesIn(root);
  return existsSync(entry) && (await readFile(stamp, 'utf8').catch(() => '')) === hash;
}

/** Two starts of one checkout must not build into the same folder at once; the second waits. */
async function inTurn<T>(root: string, run: () => Promise<T>): Promise<T> {
  const folder = join(root, 'node_modules/.cache/isoko');
  await mkdir(folder, { recursive: true });
  for (;;) {
    try {
      const release = takeLock(join(folder, 'build.lock'));
      try {
        return await run();
      } finally {
        release();
      }
    } catch (failure) {
      if (!(failure instanceof Locked)) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** Builds the site when its sources changed since the last build. Resolves to whether it did. */
export async function buildIfNeeded(
  root: string,
  supervisor: Supervisor,
  log: Log,
): Promise<boolean> {
  const hash = await sourceHash(root);
  if (await isFresh(root, hash)) return false;
  return inTurn(root, async () => {
    if (await isFresh(root, hash)) return false;
    log.info('building the site (once for each version)');
    const build = startChild({
      name: 'build',
      args: [join(root, ASTRO), 'build', '--root', root],
      env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
      log: quieter(log),
    });
    const reason = await supervisor.run(build);
    if (reason !== 'code 0' || !existsSync(placesIn(root).entry)) {
      throw new Sentence(`The site could not be built (${reason}); the lines above say why.`);
    }
    await writeFile(placesIn(root).stamp, hash);
    return true;
  });
}

/** The build's progress is of interest only to whoever looks for it; its complaints are to everybody. */
function quieter(log: Log): Log {
  return { ...log, info: log.debug };
}
