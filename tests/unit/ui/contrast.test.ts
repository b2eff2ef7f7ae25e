import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accentStylesheet } from '#src/ui/accent.ts';

const tokens = readFileSync(new URL('../../../src/ui/styles/tokens.css', import.meta.url), 'utf8');

type Palette = Map<string, string>;

function palette(css: string): Palette {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*(oklch\([^)]+\))/g)].map(([, name, value]) => [name!, value!]),
  );
}

function block(css: string, opening: string): string {
  const start = css.indexOf(opening);
  expect(start, opening).toBeGreaterThanOrEqual(0);
  return css.slice(start, css.indexOf('}', start));
}

/** WCAG relative luminance of an opaque oklch colour, clipped to sRGB as a screen does. */
function luminance(colour: string): number {
  const [l, c, h] = colour
    .slice(6, -1)
    .split(/[\s/]+/)
    .map(Number) as [number, number, number];
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const l3 = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m3 = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s3 = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
    -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
    -0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * channels[0]! + 0.7152 * channels[1]! + 0.0722 * channels[2]!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  ...['ink', 'ink-2', 'red-text', 'ochre-text', 'green', 'blue', 'error'].flatMap((text) =>
    ['paper', 'paper-2', 'paper-3'].map((ground) => [text, ground] as const),
  ),
  ['on-red', 'red'],
  ['on-red', 'red-deep'],
  ['paper', 'ink'],
  ['paper-3', 'blue'],
  ['paper-3', 'green'],
  ['paper-3', 'ochre-text'],
  ['paper-3', 'error'],
  ['wall-white', 'wall-red'],
  ['wall-white', 'wall-black'],
  ['wall-ochre', 'wall-black'],
] as const;

const SHAPES = [
  ['rule-2', 'paper'],
  ['rule-2', 'paper-3'],
  ['focus', 'paper'],
  ['focus', 'paper-2'],
] as const;

const light = palette(block(tokens, ':root {'));
const wall = palette(tokens.slice(tokens.lastIndexOf(':root {')));
const dark = palette(block(tokens, ":root[data-theme='dark']"));
const themes: [string, Palette][] = [
  ['light', new Map([...light, ...wall])],
  ['dark', new Map([...light, ...dark, ...wall])],
];

describe.each(themes)('the %s theme', (_, colours) => {
  test.each(TEXT)('%s on %s can be read (4.5)', (text, ground) => {
    expect(contrast(colours.get(text)!, colours.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SHAPES)('%s on %s can be seen (3)', (shape, ground) => {
    expect(contrast(colours.get(shape)!, colours.get(ground)!)).toBeGreaterThanOrEqual(3);
  });
});

test('dark by the device and dark by choice are the same', () => {
  expect(palette(block(tokens, ":root:not([data-theme='light'])"))).toEqual(dark);
});

describe('an operator’s colour', () => {
  test.each(['ffff00', 'ff00ff', '00ff00', '0000ff', 'ffffff', '000000', '8c2320'])(
    '#%s keeps the contrast',
    (colour) => {
      const sheet = accentStylesheet(colour)!;
      const inLight = palette(block(sheet, ':root{'));
      const inDark = palette(block(sheet, ':root[data-theme=dark]'));
      expect(contrast(inLight.get('red-text')!, light.get('paper-2')!)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(light.get('on-red')!, inLight.get('red')!)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(wall.get('wall-white')!, inLight.get('wall-red')!)).toBeGreaterThanOrEqual(
        4.5,
      );
      expect(contrast(inDark.get('red-text')!, dark.get('paper-3')!)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark.get('on-red')!, inDark.get('red')!)).toBeGreaterThanOrEqual(4.5);
    },
  );
  test.each(['', 'red', '12345', '8c2320}', '../x'])('%j is not a colour', (colour) => {
    expect(accentStylesheet(colour)).toBeNull();
  });
});
