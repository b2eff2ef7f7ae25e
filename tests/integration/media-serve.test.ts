import { createServer } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { imageInformation } from '#src/domain/iiif.ts';
import { openBucket } from '#src/server/media/storage.ts';
import { startApi } from '#tests/support/api.ts';
import { createTestDatabase } from '#tests/support/database.ts';

// The real route over the real store: what a visitor's browser, or a viewer on another site, gets.

const NAME = '0123456789-0a1b2c3d';
const db = await createTestDatabase();
const api = await startApi(db);
Object.assign(process.env, {
  SITE_URL: 'https://market.example',
  SUPABASE_URL: api.url,
  SUPABASE_PUBLISHABLE_KEY: api.keys.publishableKey,
  SUPABASE_SECRET_KEY: api.keys.secretKey,
  DATABASE_URL: db.url,
});
// The settings are read once, so they must stand before the route is loaded.
const { mediaResponse, serveMedia } = await import('#src/server/media/serve.ts');

const full = { width: 640, height: 480 };
const bucket = openBucket(api.clients.service(), 'media');
await bucket.put(`${NAME}/full/640,480/0/default.jpg`, Buffer.from('pixels'), 'image/jpeg');
await bucket.put(
  `${NAME}/info.json`,
  Buffer.from(JSON.stringify(imageInformation('x', full, { avif: false }))),
  'application/json',
);

const server = createServer((req, res) => {
  if (!serveMedia(req, res)) res.writeHead(418).end('a page');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => server.close());
const { port } = server.address() as { port: number };
const get = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init });

describe('in front of Astro', () => {
  const address = `/iiif/3/${NAME}/full/max/0/default.jpg`;

  test('a picture, whoever asks, for a year', async () => {
    const answer = await get(address, { headers: { cookie: 'sb-session=someone' } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('pixels');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': '6',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
    const etag = answer.headers.get('etag')!;
    expect((await get(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('HEAD says the same without the body', async () => {
    const answer = await get(address, { method: 'HEAD' });
    expect(answer.headers.get('content-length')).toBe('6');
    expect(await answer.text()).toBe('');
  });

  test('a query changes nothing; the bare address leads on', async () => {
    expect((await get(`${address}?v=2`)).status).toBe(200);
    const bare = await get(`/iiif/3/${NAME}`);
    expect(bare.status).toBe(303);
    const information = await get(bare.headers.get('location')!);
    expect(await information.json()).toMatchObject({ id: `https://market.example/iiif/3/${NAME}` });
  });

  test.each([
    `/iiif/3/${NAME}/full/999,999/0/default.jpg`,
    `/iiif/3/${NAME}/full/640,480/0/default.jpg/x`,
    `/iiif/3/${NAME}/%2e%2e/originals`,
    '/iiif/3/',
  ])('404: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test.each([
    ['GET', '/products'],
    ['GET', '/iiif/2/x'],
    ['POST', `/iiif/3/${NAME}/info.json`],
  ])('everything else is left to the pages: %s %s', async (method, path) => {
    expect((await get(path, { method })).status).toBe(418);
  });
});

test('Astro’s route gives the same answer', async () => {
  const request = new Request(`http://isoko.test/iiif/3/${NAME}/full/max/0/default.jpg`);
  const answer = await mediaResponse(request, `${NAME}/full/max/0/default.jpg`);
  expect(answer.headers.get('content-type')).toBe('image/jpeg');
  expect(await answer.text()).toBe('pixels');
});

test('a store that is away is 503, kept by nobody', async () => {
  await api.stop();
  const answer = await get('/iiif/3/zzzzzzzzzz-0a1b2c3d/info.json');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
