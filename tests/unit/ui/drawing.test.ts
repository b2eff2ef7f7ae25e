import { describe, expect, test } from 'vitest';
import { intlAgo } from '#src/i18n/ago.ts';
import { ago as agoInKinyarwanda } from '#src/i18n/rw/ago.ts';
import { hooks, rim } from '#src/ui/imigongo-shapes.ts';
import { tileOf, type TileKind } from '#src/ui/imigongo.ts';
import { ICONS } from '#src/ui/icons.ts';
import { jsonForScript } from '#src/ui/json-ld.ts';
import { nextId } from '#src/ui/ids.ts';
import { relativeTime } from '#src/ui/relative-time.ts';

const KINDS: TileKind[] = ['zigzag', 'lozenge', 'hooks', 'teeth', 'panel'];

describe('imigongo', () => {
  test.each(KINDS)('%s is made of finite coordinates', (kind) => {
    for (const layer of tileOf(kind).layers) expect(layer.d).toMatch(/^[MLz\d. -]+$/);
  });
  test.each(KINDS)('%s meets itself at the seam', (kind) => {
    const { width, layers } = tileOf(kind);
    const at = (x: number): string[] =>
      layers
        .filter((layer) => layer.part === 'field' && new RegExp(`[ML]${x} `).test(layer.d))
        .map((l) => l.tone);
    expect(at(width)).toEqual(at(0));
  });
  test('the two arms are each other turned half round', () => {
    const numbers = (d: string): number[] => [...d.matchAll(/-?[\d.]+/g)].map(Number);
    const [one, other] = hooks(0, 0, 4).map(numbers);
    expect(other).toEqual(one?.map((n) => (n === 0 ? n : -n)));
  });
  test('a rim has twice as many points as teeth', () => {
    expect(rim(32, 30, 26, 16).match(/[ML]/g)).toHaveLength(32);
  });
});

test('icons are one path each inside 24 units', () => {
  for (const d of Object.values(ICONS)) expect(d).toMatch(/^M[\dMLHVACQZhvlaczm .-]+$/i);
});

test('ids differ in a page and repeat in the next rendering', () => {
  const [one, two] = [new Request('https://a.test'), new Request('https://a.test')];
  expect([nextId(one, 'x'), nextId(one, 'x'), nextId(two, 'x')]).toEqual(['x1', 'x2', 'x1']);
});

test('data for search engines cannot leave its script element', () => {
  const text = jsonForScript({ '@type': 'Product', name: '</script><script>alert(1)</script>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toMatchObject({ name: '</script><script>alert(1)</script>' });
});

test.each([
  [0, 'this minute'],
  [-45, 'this minute'],
  [-7_200, '2 hours ago'],
  [-86_400, 'yesterday'],
  [1_209_600, 'in 2 weeks'],
])('%i seconds from now is %s', (seconds, words) => {
  const now = new Date('2026-11-20T12:00:00Z');
  expect(relativeTime(new Date(now.getTime() + seconds * 1000), now, intlAgo('en'))).toBe(words);
});

test.each([
  [0, 'ubu'],
  [-60, 'hashize umunota 1'],
  [-7_200, 'hashize amasaha 2'],
  [-86_400, 'ejo hashize'],
  [-432_000, 'hashize iminsi 5'],
  [1_209_600, 'hasigaye ibyumweru 2'],
])('in Kinyarwanda %i seconds from now is %s', (seconds, words) => {
  const now = new Date('2026-11-20T12:00:00Z');
  const then = new Date(now.getTime() + seconds * 1000);
  expect(relativeTime(then, now, agoInKinyarwanda)).toBe(words);
});
