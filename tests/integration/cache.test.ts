import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { listen, type Listener } from '#src/server/db/notify.ts';
import { CACHE_HEADER, formatPolicy } from '#src/server/http/cache-public.ts';
import { Front } from '#src/server/http/front/front.ts';
import { FrontCache } from '#src/server/http/front/front-cache.ts';
import { PagePolicy } from '#src/server/http/front/page-policy.ts';
import { precompress } from '#src/server/http/front/precompress.ts';
import { StaticFiles } from '#src/server/http/front/static-files.ts';
import { createLog } from '#src/server/log.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const db = await createTestDatabase();
const log = createLog({ sink: () => {} });
const client = mkdtempSync(join(tmpdir(), 'isoko-client-'));
writeFileSync(join(client, 'hello.txt'), 'hello '.repeat(500));
await precompress(client);

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };
type Page = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

/** Stands in for Astro: the pages by their path without a query. */
const pages = new Map<string, Page>();
let renders = 0;

const cache = new FrontCache(2_000_000);
const front = new Front({
  render: async (req, res) => {
    renders += 1;
    const page = pages.get(new URL(req.url!, 'http://x').pathname) ?? page404;
    await page(req, res);
  },
  cache,
  policy: new PagePolicy({ directives: ["default-src 'self'"], scripts: [], styles: [] }),
  doors: [new StaticFiles(client).serve],
  edge: { siteUrl: 'http://isoko.test', proxies: 0 },
  log,
});

const page404: Page = (_req, res) =>
  void res.writeHead(404, { 'content-type': 'text/html' }).end('nothing');

let server: Server;
let news: Listener;

const follow = () =>
  listen({
    databaseUrl: db.url,
    channel: 'isoko_cache',
    onMessage: (payload) => front.invalidate(payload.split(',')),
    onUp: () => cache.open(),
    onDown: () => front.close(),
    log,
    beatMs: 200,
  });

beforeAll(async () => {
  server = createServer(front.listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  news = follow();
  await vi.waitFor(() => expect(cache.stats.open).toBe(true), { timeout: 10_000 });
});

afterEach(() => {
  front.invalidate(['*']);
  pages.clear();
});

afterAll(async () => {
  await news.stop();
  server.closeAllConnections();
  server.close();
  rmSync(client, { recursive: true });
});

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () =>
        resolve({ status: res.statusCode!, headers: res.headers, body: Buffer.concat(chunks) }),
      );
      res.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

const filler = 'a long and quite repetitive page. '.repeat(100);

/** A cacheable page whose body carries its number. */
function countingPage(tags: string[], params: string[] = []): { made: () => number } {
  let made = 0;
  pages.set('/p', (req, res) => {
    made += 1;
    const policy = formatPolicy({ tags, seconds: 60, params });
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', [CACHE_HEADER]: policy });
    res.end(`${made} ${req.url} ${req.headers['x-isoko-locale']} ${filler}`);
  });
  return { made: () => made };
}

describe('a picture', () => {
  test('drops the lists when it can be shown, and keeps them when its AVIF comes', async () => {
    const page = countingPage(['catalogue']);
    const [media] = await db.sql`
      with of as (insert into public.clusters (slug, name, country) values ('pictured', 'Pictured', 'RW') returning id)
      insert into public.media (cluster_id, state, content_type, bytes, sha256, sha8, width, height, colour)
      select id, 'uploaded', 'image/jpeg', 1, ${'a'.repeat(64)}, 'aaaaaaaa', 10, 10, '#aabbcc' from of returning id`;
    const seen = vi.spyOn(cache, 'invalidate');
    const settled = async () => {
      // Notices come in order: once this one is here, those before it are.
      await db.sql`select private.tell_cache(array['nothing'])`;
      await vi.waitFor(() => expect(seen).toHaveBeenCalledWith(['nothing']));
      seen.mockClear();
    };
    await settled();
    await get('/p');
    await db.sql`update public.media set avif = true where id = ${media!['id']}`;
    await settled();
    expect((await get('/p')).headers['x-cache']).toBe('hit');
    await db.sql`update public.media set state = 'ready' where id = ${media!['id']}`;
    await settled();
    expect((await get('/p')).headers['x-cache']).toBe('miss');
    expect(page.made()).toBe(2);
    seen.mockRestore();
  });
});

describe('a public page', () => {
  test('is made once and given compressed to everyone, with its language in the key', async () => {
    const page = countingPage(['x']);
    const first = await get('/p', { 'accept-encoding': 'br' });
    const second = await get('/p', { 'accept-encoding': 'br' });
    expect(first.headers).toMatchObject({
      'content-encoding': 'br',
      'x-cache': 'miss',
      vary: 'Accept-Encoding, Cookie',
    });
    expect(first.headers).not.toHaveProperty(CACHE_HEADER);
    expect(second.body).toEqual(first.body);
    expect(second.headers['x-cache']).toBe('hit');
    expect(brotliDecompressSync(second.body).toString()).toContain('1 /p en');
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    const french = await get('/fr/p', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(french.body).toString()).toContain('2 /p fr');
    expect(page.made()).toBe(2);
  });

  test('is given in every encoding from one render', async () => {
    const page = countingPage(['x']);
    await get('/p', { 'accept-encoding': 'br' });
    const gzip = await get('/p', { 'accept-encoding': 'gzip' });
    const plain = await get('/p');
    expect(gunzipSync(gzip.body).toString()).toBe(plain.body.toString());
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.headers['content-length']).toBe(String(plain.body.length));
    expect(page.made()).toBe(1);
  });

  test('is not made again for parameters that it does not know', async () => {
    const page = countingPage(['x'], ['q']);
    await get('/p?q=a&utm_source=mail');
    expect((await get('/p?fbclid=1&q=a')).body.toString()).toMatch(/^1 /);
    await get('/p?q=b');
    expect(page.made()).toBe(2);
    await Promise.all(Array.from({ length: 20 }, (_, i) => get(`/p?q=b&junk=${i}`)));
    expect(page.made()).toBe(2);
  });

  test('answers 304 and HEAD from memory', async () => {
    const page = countingPage(['x']);
    const { headers } = await get('/p');
    const again = await get('/p', { 'if-none-match': headers.etag! });
    expect(again).toMatchObject({ status: 304 });
    expect(again.body).toHaveLength(0);
    const head = await get('/p', {}, 'HEAD');
    expect(head.headers['content-length']).toBe(headers['content-length']);
    expect(head.body).toHaveLength(0);
    expect(page.made()).toBe(1);
  });

  test('is made once for many who ask at the same time', async () => {
    const gate = Promise.withResolvers<void>();
    pages.set('/p', async (_req, res) => {
      await gate.promise;
      const policy = formatPolicy({ tags: ['x'], seconds: 60, params: [] });
      res.writeHead(200, { 'content-type': 'text/html', [CACHE_HEADER]: policy }).end(filler);
    });
    const before = renders;
    const asked = Array.from({ length: 20 }, () => get('/p', { 'accept-encoding': 'br' }));
    await vi.waitFor(() => expect(cache.stats.renders).toBe(1));
    gate.resolve();
    const answers = await Promise.all(asked);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(renders - before).toBe(1);
  });

  test('reaches those who wait although the first visitor hung up', async () => {
    const gate = Promise.withResolvers<void>();
    pages.set('/p', async (_req, res) => {
      await gate.promise;
      const policy = formatPolicy({ tags: ['x'], seconds: 60, params: [] });
      res.writeHead(200, { 'content-type': 'text/html', [CACHE_HEADER]: policy }).end(filler);
    });
    const { port } = server.address() as AddressInfo;
    const impatient = request({ port, host: '127.0.0.1', path: '/p' }).on('error', () => {});
    impatient.end();
    await vi.waitFor(() => expect(cache.stats.renders).toBe(1));
    const patient = get('/p');
    impatient.destroy();
    gate.resolve();
    expect((await patient).body.toString()).toBe(filler);
  });
});

describe('nobody else’s page', () => {
  test.each([
    ['a cookie', { cookie: 'sb-x-auth-token=1' }],
    ['an authorization', { authorization: 'Bearer x' }],
  ])('with %s a page is neither taken from memory nor put there', async (_what, headers) => {
    const page = countingPage(['x']);
    expect((await get('/p', headers)).headers).not.toHaveProperty('x-cache');
    expect((await get('/p')).body.toString()).toMatch(/^2 /);
    expect((await get('/p', headers)).body.toString()).toMatch(/^3 /);
    expect(page.made()).toBe(3);
  });

  test.each([
    ['a cookie being set', 200, { 'set-cookie': ['a=b'] }],
    ['another status', 404, {}],
    ['no policy', 200, { [CACHE_HEADER]: '' }],
  ])('%s is not kept', async (_what, status, extra) => {
    let made = 0;
    pages.set('/p', (_req, res) => {
      made += 1;
      const policy = formatPolicy({ tags: ['x'], seconds: 60, params: [] });
      res
        .writeHead(status, { 'content-type': 'text/html', [CACHE_HEADER]: policy, ...extra })
        .end(filler);
    });
    const first = await get('/p');
    await get('/p');
    expect(first.headers).not.toHaveProperty(CACHE_HEADER);
    expect(made).toBe(2);
  });
});

describe('a write in the database', () => {
  const notify = (tags: string) => db.sql`select pg_notify('isoko_cache', ${tags})`;

  test('makes the page anew, and only where it matters', async () => {
    const page = countingPage(['product:1']);
    await get('/p');
    await notify('producer:9,product:2');
    await notify('product:1,catalogue');
    await vi.waitFor(async () => expect((await get('/p')).body.toString()).toMatch(/^2 /));
    expect(page.made()).toBe(2);
  });

  test('by a real row reaches the page through its trigger', async () => {
    countingPage([]);
    await get('/p');
    await db.sql`update public.site_settings set tagline = 'new'`;
    await vi.waitFor(async () => expect((await get('/p')).body.toString()).toMatch(/^2 /));
  });

  test('while a page is being made keeps that page out, and newcomers wait for a fresh one', async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let made = 0;
    pages.set('/p', async (_req, res) => {
      const mine = made;
      made += 1;
      await gates[mine]?.promise;
      const policy = formatPolicy({ tags: ['x'], seconds: 60, params: [] });
      res
        .writeHead(200, { 'content-type': 'text/html', [CACHE_HEADER]: policy })
        .end(`${mine} ${filler}`);
    });
    const early = get('/p');
    await vi.waitFor(() => expect(made).toBe(1));
    front.invalidate(['x']);
    const late = get('/p');
    await vi.waitFor(() => expect(made).toBe(2));
    gates[1]!.resolve();
    gates[0]!.resolve();
    expect((await early).body.toString()).toMatch(/^0 /);
    expect((await late).body.toString()).toMatch(/^1 /);
    expect((await get('/p')).body.toString()).toMatch(/^1 /);
  });

  test('cannot be missed: without the connection nothing is served from memory, with it everything is new', async () => {
    const page = countingPage(['x']);
    await get('/p');
    const admin = new pg.Client({ connectionString: db.url });
    await admin.connect();
    const closed = vi.waitFor(() => expect(cache.stats.open).toBe(false), { interval: 1 });
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'isoko isoko_cache'`,
    );
    await closed;
    expect(cache.stats.pages).toBe(0);
    await vi.waitFor(() => expect(cache.stats.open).toBe(true), { timeout: 10_000 });
    await get('/p');
    expect((await get('/p')).body.toString()).toMatch(/^2 /);
    expect(page.made()).toBe(2);
    await admin.end();
  });
});

describe('everything else', () => {
  test('static files come compressed from memory, with 304', async () => {
    const file = await get('/hello.txt', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(file.body).toString()).toContain('hello hello');
    expect(file.headers['content-type']).toContain('text/plain');
    expect(await get('/hello.txt', { 'if-none-match': file.headers.etag! })).toMatchObject({
      status: 304,
    });
    expect((await get('/hello.txt')).headers).not.toHaveProperty('content-encoding');
    expect((await get('/../package.json')).status).toBe(404);
  });

  test('long and unknown answers are streamed as they are', async () => {
    const bytes = Buffer.alloc(3_000_000, 7);
    pages.set('/picture', (_req, res) => {
      res.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length });
      res.write(bytes.subarray(0, 1_000_000));
      res.end(bytes.subarray(1_000_000));
    });
    pages.set('/csv', (_req, res) => {
      res.writeHead(200, { 'content-type': 'text/csv' });
      for (let i = 0; i < 300; i += 1) res.write(`${'line,'.repeat(1000)}\n`);
      res.end();
    });
    const picture = await get('/picture', { 'accept-encoding': 'br' });
    expect(picture.headers).not.toHaveProperty('content-encoding');
    expect(picture.body.equals(bytes)).toBe(true);
    const csv = await get('/csv', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(csv.body)).toHaveLength(300 * 5001);
  });

  test('a page that throws is a plain 500, and the next visitor is served', async () => {
    let broken = true;
    pages.set('/p', (_req, res) => {
      if (broken) throw new Error('secret detail');
      res.writeHead(200, { 'content-type': 'text/html' }).end(filler);
    });
    const failed = await get('/p');
    expect(failed.status).toBe(500);
    expect(failed.body.toString()).not.toContain('secret');
    broken = false;
    expect((await get('/p')).status).toBe(200);
  });

  test('an answer that breaks off is not kept', async () => {
    pages.set('/p', (_req, res) => {
      const policy = formatPolicy({ tags: ['x'], seconds: 60, params: [] });
      res.writeHead(200, { 'content-type': 'text/html', [CACHE_HEADER]: policy });
      res.write('half');
      res.destroy();
    });
    expect((await get('/p')).status).toBe(500);
    countingPage(['x']);
    expect((await get('/p')).body.toString()).toMatch(/^1 /);
  });

  test.each([
    ['TRACE', '/p', 405],
    ['GET', '/p?q=%00', 400],
    ['GET', '/_image?href=x', 404],
  ])('%s %s never reaches a page', async (method, path, status) => {
    const before = renders;
    expect(await get(path, {}, method)).toMatchObject({ status });
    expect(renders).toBe(before);
  });

  test('addresses that are not canonical are sent to the one that is', async () => {
    expect(await get('/en/p')).toMatchObject({ status: 301, headers: { location: '/p' } });
    expect(await get('//evil.example/')).toMatchObject({
      status: 301,
      headers: { location: '/evil.example' },
    });
    expect(await get('/fr/p/?a=1', {}, 'POST')).toMatchObject({
      status: 308,
      headers: { location: '/fr/p?a=1' },
    });
  });
});
