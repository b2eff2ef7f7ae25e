import { hooks, rim } from '#src/ui/imigongo-shapes.ts';
import { tileOf, type Layer, type Tone } from '#src/ui/imigongo.ts';
import { breakLines, linePath } from './lettering.ts';

/** What a shared link shows: 1200 × 630, as every messenger wants it. */
export const CARD = { width: 1200, height: 630 };
/** The photograph fills the right half. */
export const CARD_PHOTO = { left: 664, top: 0, width: 536, height: 630 };

export type ShareCard = { site: string; title: string; lines: readonly string[] };

const LEFT = 64;
const TEXT_WIDTH = 500;
const SPINE = { left: 592, width: 72 };
const INK = '#211511';
const QUIET = '#5c4a40';
/** The wall's pigments, as in tokens.css. */
const PIGMENTS: Record<Tone, string> = {
  black: '#1a1210',
  white: '#f4efe6',
  red: '#781b17',
  grey: '#908a82',
  ochre: '#cf9340',
};

/** Largest first; the title takes the first size at which it needs no more lines than fit. */
const TITLE_SIZES = [
  { size: 68, lines: 4 },
  { size: 56, lines: 5 },
  { size: 46, lines: 6 },
];

/** The card without its photograph; the wall takes that place. All letters are outlines. */
export function shareCard(card: ShareCard): string {
  const { width, height } = CARD;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<defs>${panel()}</defs>`,
    `<rect width="${width}" height="${height}" fill="#f7f4ee"/>`,
    `<rect x="${SPINE.left}" width="${width - SPINE.left}" height="${height}" fill="url(#wall)"/>`,
    mark(),
    path(linePath(card.site, { x: LEFT + 72, y: 104, size: 36, weight: 'bold' }), INK),
    ...titleAndLines(card),
    '</svg>',
  ].join('');
}

function titleAndLines({ title, lines }: ShareCard): string[] {
  const { size, rows } = fitTitle(title);
  const step = size * 1.06;
  const top = 205 + size * 0.4;
  const drawn = rows.map((row, n) =>
    path(linePath(row, { x: LEFT, y: top + n * step, size, weight: 'bold' }), INK),
  );
  const below = lines.map((line, n) => {
    const [first = ''] = breakLines(line, 28, 'text', TEXT_WIDTH);
    return path(linePath(first, { x: LEFT, y: 540 + n * 40, size: 28, weight: 'text' }), QUIET);
  });
  const rule = `<rect x="${LEFT}" y="492" width="${TEXT_WIDTH}" height="4" fill="${INK}"/>`;
  return [...drawn, rule, ...below];
}

function fitTitle(title: string): { size: number; rows: string[] } {
  for (const { size, lines } of TITLE_SIZES) {
    const rows = breakLines(title, size, 'bold', TEXT_WIDTH);
    if (rows.length <= lines && rows.length * size * 1.06 < 290) return { size, rows };
  }
  const size = 40;
  return { size, rows: breakLines(title, size, 'bold', TEXT_WIDTH).slice(0, 6) };
}

const path = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;

function mark(): string {
  const [maker, buyer] = hooks(32, 32, 4.6);
  const stroke = (d: string, tone: Tone) =>
    `<path d="${d}" fill="none" stroke="${PIGMENTS[tone]}" stroke-width="4.6"/>`;
  return [
    `<g transform="translate(${LEFT} 62) scale(0.9)">`,
    `<circle cx="32" cy="32" r="32" fill="${PIGMENTS.red}"/>`,
    path(rim(32, 30.5, 26, 16), PIGMENTS.white),
    `<circle cx="32" cy="32" r="24.5" fill="${PIGMENTS.black}"/>`,
    stroke(maker, 'white'),
    stroke(buyer, 'ochre'),
    '</g>',
  ].join('');
}

/** The pattern of the spine, one tile as wide as it. */
function panel(): string {
  const { width, height, layers } = tileOf('panel');
  const scale = SPINE.width / width;
  return [
    `<pattern id="wall" width="${width}" height="${height}" patternUnits="userSpaceOnUse"`,
    ` patternTransform="translate(${SPINE.left} 0) scale(${scale})">`,
    ...layers.map(layerPath),
    '</pattern>',
  ].join('');
}

function layerPath(layer: Layer): string {
  const colour = PIGMENTS[layer.tone];
  if (layer.part === 'field') return path(layer.d, colour);
  return `<path d="${layer.d}" fill="none" stroke="${colour}" stroke-width="${layer.width}"/>`;
}
