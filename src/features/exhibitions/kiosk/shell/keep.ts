import type { KioskContent, KioskFile } from '../bundle.ts';

/**
 * The bundle in this browser's cache. Addresses of files change with their content, so files of an old and a new bundle lie
 * side by side; the texts, which say what is shown, are one entry and written last. A bundle is there whole or not at all.
 */
const CACHE = 'isoko-kiosk';
/** Entries that are no addresses of the site; public/k/worker.js answers with the second. */
const CONTENT = '/k/content';
const SHELL = '/k/shell';
const AT_ONCE = 4;
const FILE = /^(?:image|audio)\//;
/** A hall's network may fall silent in the middle of a file. */
const patience = () => AbortSignal.timeout(60_000);

export type Kept = { version: string; contents: KioskContent[]; files: KioskFile[] };

export async function keptBundle(): Promise<Kept | null> {
  const cache = await caches.open(CACHE);
  const entry = await cache.match(CONTENT);
  return entry ? ((await entry.json()) as Kept) : null;
}

/** Fetches what is not there yet, then puts the new bundle in the place of the old. Rejects when the network goes away. */
export async function keepBundle(kept: Kept, tell: (n: number, of: number) => void): Promise<void> {
  const cache = await caches.open(CACHE);
  const waiting = kept.files.map(({ url }) => url);
  const of = waiting.length;
  let done = 0;
  const fetcher = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      if (!(await cache.match(url))) await keepFile(cache, url);
      tell((done += 1), of);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetcher));
  const body = JSON.stringify(kept);
  await cache.put(CONTENT, new Response(body, { headers: { 'content-type': 'application/json' } }));
}

/** A file that is gone leaves its colour in the frame. A sign-in page of the hall's network is no picture. */
async function keepFile(cache: Cache, url: string): Promise<void> {
  const response = await fetch(url, { credentials: 'omit', signal: patience() });
  if (response.status === 404) return;
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || response.redirected || !FILE.test(type)) throw new Error(`not kept: ${url}`);
  await cache.put(url, response);
}

/** Throws away files that the bundle does not name. */
export async function sweepFiles({ files }: Kept): Promise<void> {
  const cache = await caches.open(CACHE);
  const named = new Set(files.map(({ url }) => url));
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (/^\/(?:iiif|audio)\//.test(path) && !named.has(path)) await cache.delete(request);
  }
}

const ASSET = /\/(?:_astro|accent)\/[\w@.~-]+(?:\.\w+)?/g;
const IMPORT = /["']\.\/([\w@.~-]+\.js)["']/g;

/** Keeps the page itself with all it loads; true when it is another than before. */
export async function keepShell(): Promise<boolean> {
  const page = await fetch(location.pathname, {
    cache: 'no-store',
    credentials: 'omit',
    signal: patience(),
  });
  if (!page.ok || page.redirected) return false;
  const cache = await caches.open(CACHE);
  const [text, old] = [await page.clone().text(), await cache.match(SHELL)];
  if (old && (await old.text()) === text) return false;
  await keepAssets(cache, text);
  await cache.put(SHELL, page);
  return old !== undefined;
}

async function keepAssets(cache: Cache, page: string): Promise<void> {
  const seen = new Set<string>();
  const waiting: string[] = [...(page.match(ASSET) ?? [])];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const response = (await cache.match(url)) ?? (await fetch(url, { signal: patience() }));
    if (!response.ok) continue;
    const copy = response.clone();
    if (/\.(?:css|js)$/.test(url)) {
      const text = await response.text();
      const folder = url.slice(0, url.lastIndexOf('/') + 1);
      waiting.push(...(text.match(ASSET) ?? []));
      waiting.push(...[...text.matchAll(IMPORT)].map(([, name]) => `${folder}${name}`));
    }
    await cache.put(url, copy);
  }
}

export async function emptyCache(): Promise<void> {
  await caches.delete(CACHE);
}
