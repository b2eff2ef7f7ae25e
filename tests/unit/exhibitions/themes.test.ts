import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PATTERNS, THEMES } from '#src/domain/exhibition.ts';
import { tileOf } from '#src/ui/imigongo.ts';
import { contrast } from './oklch.ts';

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const css = read('src/features/exhibitions/visiting/themes.css');
const tokens = read('src/ui/styles/tokens.css');

function valuesIn(text: string, opening: string): Map<string, string> {
  const start = text.indexOf(opening);
  expect(start, opening).toBeGreaterThanOrEqual(0);
  const block = text.slice(start, text.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  );
}
const tints = [...css.matchAll(/--fair-tint: oklch\(([\d.]+) ([\d.]+) var/g)];
const [lightTint, darkTint] = [tints[0]!, tints[1]!].map(
  ([, l, c]) =>
    (hue: string) =>
      `oklch(${l} ${c} ${hue})`,
);

describe.each(THEMES)('the theme %s', (theme) => {
  const own = valuesIn(css, `.theme-${theme} {`);
  const get = (name: string) => own.get(name) ?? '';

  it('has text on its field that can be read (4.5)', () => {
    expect(contrast(get('fair-on'), get('fair'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['day', ':root {', lightTint!],
    ['night', ":root[data-theme='dark'] {", darkTint!],
  ] as const)(
    'by %s has words on paper and on its tint that can be read (4.5)',
    (time, opening, tint) => {
      const colours = valuesIn(tokens, opening);
      const ground = tint(get('fair-hue'));
      for (const paper of ['paper', 'paper-2', 'paper-3'])
        expect(contrast(get(`fair-${time}`), colours.get(paper)!), paper).toBeGreaterThanOrEqual(
          4.5,
        );
      expect(contrast(get(`fair-${time}`), ground)).toBeGreaterThanOrEqual(4.5);
      for (const ink of ['ink', 'ink-2', 'green'])
        expect(contrast(colours.get(ink)!, ground), ink).toBeGreaterThanOrEqual(4.5);
    },
  );
});

it('every pattern is a tile that there is', () => {
  for (const pattern of PATTERNS) expect(tileOf(pattern).width).toBeGreaterThan(0);
});
