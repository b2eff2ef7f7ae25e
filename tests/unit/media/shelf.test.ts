import { describe, expect, test } from 'vitest';
import { ByteCache } from '#src/server/media/byte-cache.ts';
import { gate } from '#src/server/media/gate.ts';
import { MediaShelf } from '#src/server/media/shelf.ts';

const NAME = '0123456789-0a1b2c3d';
const information = (formats: string[]) =>
  JSON.stringify({
    id: 'http://moved.example',
    width: 2048,
    height: 1536,
    preferredFormats: formats,
  });

function shelfOf(objects: Record<string, string>, cacheBytes?: number) {
  const reads: string[] = [];
  const bucket = {
    async get(key: string) {
      reads.push(key);
      const text = objects[key];
      return text === undefined ? null : Buffer.from(text);
    },
  };
  const shelf = new MediaShelf({ bucket, siteUrl: 'https://market.example', cacheBytes });
  return { reads, shelf, ask: (path: string, etag?: string) => shelf.answer(path, etag) };
}

const objects = {
  [`${NAME}/info.json`]: information(['jpg']),
  [`${NAME}/full/640,480/0/default.jpg`]: 'jpeg 640',
  [`${NAME}/full/640,480/0/default.avif`]: 'avif 640',
  [`${NAME}/full/2048,1536/0/default.jpg`]: 'jpeg 2048',
  [`${NAME}/10,20,300,200/150,100/0/default.jpg`]: 'detail',
};

describe('answers', () => {
  test('a file with its type, for a year, for every origin', async () => {
    const { ask } = shelfOf(objects);
    const jpeg = await ask(`${NAME}/full/640,480/0/default.jpg`);
    expect(jpeg).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/jpeg',
        'cache-control': 'public, max-age=31536000, immutable',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      },
    });
    expect(String(jpeg.body)).toBe('jpeg 640');
    const avif = await ask(`${NAME}/full/640,480/0/default.avif`);
    expect(avif.headers['content-type']).toBe('image/avif');
    expect((await ask(`${NAME}/10,20,300,200/150,100/0/default.jpg`)).status).toBe(200);
  });

  test('304 to who has it', async () => {
    const { ask } = shelfOf(objects);
    const path = `${NAME}/full/640,480/0/default.jpg`;
    const { headers } = await ask(path);
    expect(headers['etag']).toMatch(/^"[\w-]{22}"$/);
    expect(await ask(path, headers['etag'])).toMatchObject({ status: 304, body: null });
    expect((await ask(path, '"other"')).status).toBe(200);
  });

  test('`max` is the largest file', async () => {
    const { ask } = shelfOf(objects);
    expect(String((await ask(`${NAME}/full/max/0/default.jpg`)).body)).toBe('jpeg 2048');
  });

  test('info.json speaks of the site as it is configured now, and of AVIF once it is there', async () => {
    const { ask } = shelfOf(objects);
    const { headers, body } = await ask(`${NAME}/info.json`);
    expect(headers['content-type']).toMatch(/^application\/ld\+json/);
    expect(headers['cache-control']).not.toContain('immutable');
    const parsed = JSON.parse(String(body)) as Record<string, unknown>;
    expect(parsed).toMatchObject({
      id: `https://market.example/iiif/3/${NAME}`,
      profile: 'level0',
      width: 2048,
      preferredFormats: ['jpg'],
    });
    const later = shelfOf({ [`${NAME}/info.json`]: information(['avif', 'jpg']) });
    const second = await later.ask(`${NAME}/info.json`);
    expect(JSON.parse(String(second.body))).toMatchObject({ preferredFormats: ['avif', 'jpg'] });
  });

  test('the bare address leads to info.json', async () => {
    const { ask } = shelfOf(objects);
    for (const path of [NAME, `${NAME}/`])
      expect(await ask(path)).toMatchObject({
        status: 303,
        headers: { location: `/iiif/3/${NAME}/info.json` },
      });
  });

  test.each([
    '',
    '/',
    'full/640,480/0/default.jpg',
    `${NAME}/full/640,480/0/default.png`,
    `${NAME}/full/640,480/90/default.jpg`,
    `${NAME}/full/640,480/0/default.jpg/`,
    `${NAME}/full/640,480/0/default.jpg%00`,
    `${NAME}/../${NAME}/info.json`,
    `${NAME}/..%2f..%2foriginals`,
    `${NAME}/%69nfo.json`,
    `${NAME}//info.json`,
    `../originals/${NAME}`,
    `${NAME.toUpperCase()}/info.json`,
    `iiii56789o-0a1b2c3d/info.json`,
    `${NAME}/square/640,480/0/default.jpg`,
    `${NAME}/full/^640,480/0/default.jpg`,
  ])('404 without asking the store: %j', async (path) => {
    const { ask, reads } = shelfOf(objects);
    expect((await ask(path)).status).toBe(404);
    expect(reads).toEqual([]);
  });

  test('404 for a file that is not there, kept by nobody', async () => {
    const { ask } = shelfOf(objects);
    const answer = await ask(`${NAME}/full/320,240/0/default.avif`);
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('reads', () => {
  test('one for everybody who asks at once, none for who asks again', async () => {
    const { ask, reads } = shelfOf(objects);
    const path = `${NAME}/full/640,480/0/default.jpg`;
    await Promise.all([ask(path), ask(path), ask(path)]);
    await ask(path);
    expect(reads).toEqual([path]);
  });

  test('large files are not kept in memory', async () => {
    const path = `${NAME}/full/640,480/0/default.jpg`;
    const { ask, reads } = shelfOf({ [path]: 'x'.repeat(300_000) });
    await ask(path);
    await ask(path);
    expect(reads).toHaveLength(2);
  });

  test('a store that is away is an error, not a missing picture, and is asked again', async () => {
    let away = true;
    const bucket = {
      async get() {
        if (away) throw new Error('away');
        return Buffer.from('back');
      },
    };
    const shelf = new MediaShelf({ bucket, siteUrl: 'https://market.example' });
    const path = `${NAME}/full/640,480/0/default.jpg`;
    await expect(shelf.answer(path, undefined)).rejects.toThrow('away');
    away = false;
    expect((await shelf.answer(path, undefined)).status).toBe(200);
  });
});

describe('ByteCache', () => {
  test('keeps what was used last, within its bytes', () => {
    const cache = new ByteCache<string>(10, 1000);
    cache.set('a', 'A', 4);
    cache.set('b', 'B', 4);
    expect(cache.get('a')).toBe('A');
    cache.set('c', 'C', 4);
    expect(cache.get('b')).toBeUndefined();
    expect([cache.get('a'), cache.get('c'), cache.bytes]).toEqual(['A', 'C', 8]);
    cache.set('a', 'A2', 1);
    expect(cache.bytes).toBe(5);
  });

  test('forgets after its time', () => {
    let now = 0;
    const cache = new ByteCache<string>(10, 1000, () => now);
    cache.set('a', 'A', 4);
    now = 999;
    expect(cache.get('a')).toBe('A');
    now = 1000;
    expect(cache.get('a')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });
});

describe('gate', () => {
  test('lets so many in and no more, and goes on after a failure', async () => {
    const enter = gate(2);
    let inside = 0;
    let most = 0;
    const work = (fails: boolean) =>
      enter(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
        if (fails) throw new Error('no');
        return 'done';
      }).catch(() => 'failed');
    const results = await Promise.all([true, false, false, true, false].map(work));
    expect(results).toEqual(['failed', 'done', 'done', 'failed', 'done']);
    expect(most).toBe(2);
  });
});
