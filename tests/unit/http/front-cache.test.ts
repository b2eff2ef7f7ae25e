import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPolicy, parsePolicy } from '#src/server/http/cache-public.ts';
import { negotiate, pageKey, pathOf } from '#src/server/http/front/cache-key.ts';
import { FrontCache, type Page } from '#src/server/http/front/front-cache.ts';

const page = (key: string, tags: string[], bytes = 100, expiresAt = 1e15): Page => ({
  key,
  etag: '"x"',
  tags,
  variants: { identity: { headers: [], body: Buffer.alloc(bytes) } },
  expiresAt,
  bytes: 0,
  used: false,
});

function opened(limit = 1_000_000): FrontCache {
  const cache = new FrontCache(limit);
  cache.open();
  return cache;
}

function keep(cache: FrontCache, made: Page): boolean {
  const render = cache.begin();
  const kept = cache.put(render, made);
  cache.end(render);
  return kept;
}

describe('what names a page', () => {
  test('only the parameters that it knows, in one order', () => {
    const known = new Set(['q', 'page']);
    expect(pageKey('/products?page=2&utm_source=x&q=a', known)).toBe('/products?page=2&q=a');
    expect(pageKey('/products?q=a&page=2', known)).toBe('/products?page=2&q=a');
    expect(pageKey('/products?utm_source=x', known)).toBe('/products');
    expect(pageKey('/products?q=', known)).toBe('/products');
    expect(pageKey('/products?b=1&a=2', undefined)).toBe('/products?a=2&b=1');
    expect(pageKey(`/products?q=${'a'.repeat(3000)}`, known)).toBeUndefined();
  });

  test('the order of a query never matters', () => {
    const pair = fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.string({ minLength: 1, maxLength: 3 }),
    );
    const pairs = fc.array(pair, { maxLength: 5 });
    const shuffledAlike = pairs.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffledAlike, ([one, other]) => {
        const key = (list: [string, string][]) =>
          pageKey(`/x?${new URLSearchParams(list)}`, undefined);
        expect(key(one)).toBe(key(other));
      }),
    );
  });

  test('the path is what stands before the query', () => {
    expect(pathOf('/a?b')).toBe('/a');
    expect(pathOf('/a')).toBe('/a');
  });

  test.each([
    [undefined, 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['brotli-is-not-br', 'identity'],
    ['identity', 'identity'],
  ])('Accept-Encoding %s gets %s', (header, wanted) => {
    expect(negotiate(header)).toBe(wanted);
  });
});

describe('the policy header', () => {
  test('comes back as it was given, with the tags that are implied', () => {
    const header = formatPolicy({
      tags: ['product:42', 'catalogue'],
      seconds: 60.5,
      params: ['q', 'a'],
    });
    expect(parsePolicy(header)).toEqual({
      seconds: 60,
      tags: ['site', 'product:42', 'product', 'catalogue'],
      params: ['a', 'q'],
    });
  });

  test('nothing else is a policy', () => {
    for (const header of [undefined, '', 'public', '0|a|', '-1|a|', '5||', 'x|a|'])
      expect(parsePolicy(header)).toBeUndefined();
  });

  test('a tag that would break the header is a bug', () => {
    expect(() => formatPolicy({ tags: ['a,b'], seconds: 1, params: [] })).toThrow(
      'not a cache tag',
    );
    expect(() => formatPolicy({ tags: [], seconds: 1, params: ['a|b'] })).toThrow(
      'not a cache tag',
    );
  });
});

describe('the store', () => {
  test('gives back what was kept, until it expires', () => {
    const cache = opened();
    keep(cache, page('/a', ['x'], 100, 1000));
    expect(cache.get('/a', 999)?.key).toBe('/a');
    expect(cache.get('/a', 1000)).toBeUndefined();
    expect(cache.stats).toMatchObject({ pages: 0, bytes: 0 });
  });

  test('forgets a page when one of its tags is invalidated, and no other', () => {
    const cache = opened();
    keep(cache, page('/a', ['x', 'y']));
    keep(cache, page('/b', ['z']));
    cache.invalidate(['y']);
    expect(cache.get('/a', 0)).toBeUndefined();
    expect(cache.get('/b', 0)).toBeDefined();
    cache.invalidate(['*']);
    expect(cache.get('/b', 0)).toBeUndefined();
  });

  test('does not keep a page whose data changed while it was made', () => {
    const cache = opened();
    const render = cache.begin();
    const other = cache.begin();
    cache.invalidate(['x']);
    expect(cache.put(render, page('/a', ['x']))).toBe(false);
    expect(cache.put(other, page('/b', ['y']))).toBe(true);
    cache.end(render);
    expect(keep(cache, page('/a', ['x']))).toBe(true);
  });

  test('keeps nothing while invalidations may be missed', () => {
    const cache = new FrontCache(1_000_000);
    expect(keep(cache, page('/a', ['x']))).toBe(false);
    const early = cache.begin();
    cache.open();
    expect(cache.put(early, page('/a', ['x']))).toBe(false);
    expect(keep(cache, page('/a', ['x']))).toBe(true);
    const late = cache.begin();
    cache.close();
    expect(cache.get('/a', 0)).toBeUndefined();
    cache.open();
    expect(cache.put(late, page('/b', ['x']))).toBe(false);
  });

  test('stays within its bytes and keeps what is read', () => {
    const cache = opened(40_000);
    keep(cache, page('/hot', ['x'], 2000));
    for (let i = 0; i < 100; i += 1) {
      expect(cache.get('/hot', 0)).toBeDefined();
      keep(cache, page(`/${i}`, ['x'], 2000));
      expect(cache.stats.bytes).toBeLessThanOrEqual(40_000);
    }
    expect(cache.get('/99', 0)).toBeDefined();
    expect(cache.get('/0', 0)).toBeUndefined();
  });

  test('refuses a page that would push out much of the rest', () => {
    expect(keep(opened(40_000), page('/big', ['x'], 6000))).toBe(false);
  });

  test('counts its bytes exactly through any sequence of writes', () => {
    const step = fc.oneof(
      fc.record({ put: fc.nat(5), bytes: fc.integer({ min: 0, max: 3000 }) }),
      fc.record({ drop: fc.nat(2) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const cache = opened(30_000);
        for (const act of steps) {
          if ('put' in act) keep(cache, page(`/${act.put}`, [`t${act.put % 3}`], act.bytes));
          else cache.invalidate([`t${act.drop}`]);
          expect(cache.stats.bytes).toBeLessThanOrEqual(30_000);
          if (cache.stats.pages === 0) expect(cache.stats.bytes).toBe(0);
        }
        cache.invalidate(['t0', 't1', 't2']);
        expect(cache.stats).toMatchObject({ pages: 0, bytes: 0 });
      }),
    );
  });

  test('a new encoding of a dropped page changes nothing', () => {
    const cache = opened();
    const made = page('/a', ['x']);
    keep(cache, made);
    cache.invalidate(['x']);
    cache.addVariant(made, 'br', { headers: [], body: Buffer.alloc(10) });
    expect(cache.stats).toMatchObject({ pages: 0, bytes: 0 });
  });
});
