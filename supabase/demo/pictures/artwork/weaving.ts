/** Woven stripes, checks, ikat and imigongo figures as SVG tiles; warp runs up. */
import type { Random } from '#supabase/demo/pictures/random.ts';
import { TILE } from '#supabase/demo/pictures/artwork/kitenge.ts';

export interface Yarns {
  ground: string;
  first: string;
  second: string;
  dark: string;
}

const rect = (x: number, y: number, w: number, h: number, fill: string, opacity = 1): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" fill="${fill}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`;

/** Bands of uneven width that repeat. */
function bandsOf(draw: Random, yarns: Yarns): { at: number; wide: number; fill: string }[] {
  const colours = [yarns.first, yarns.second, yarns.dark];
  const out: { at: number; wide: number; fill: string }[] = [];
  let at = draw.range(20, 60);
  while (at < TILE - 40) {
    const group = draw.pick([1, 1, 2, 3]);
    for (let i = 0; i < group; i++) {
      const wide = draw.pick([6, 10, 18, 36, 54]);
      if (at + wide > TILE - 10) break;
      out.push({ at, wide, fill: draw.pick(colours) });
      at += wide + draw.pick([6, 10, 16]);
    }
    at += draw.pick([40, 70, 110, 150]);
  }
  return out;
}

const stripe = (draw: Random, yarns: Yarns): string =>
  bandsOf(draw, yarns)
    .map(({ at, wide, fill }) => rect(0, at, TILE, wide, fill))
    .join('');

const check = (draw: Random, yarns: Yarns): string => {
  const list = bandsOf(draw, yarns);
  const one = list.map(({ at, wide, fill }) => rect(0, at, TILE, wide, fill, 0.62));
  const other = list.map(({ at, wide, fill }) => rect(at, 0, wide, TILE, fill, 0.62));
  return one.join('') + other.join('');
};

/** Diamonds with edges that bleed, as resist-dyed yarn does. */
function ikat(draw: Random, yarns: Yarns): string {
  const out: string[] = [];
  const step = 5;
  for (let y = 0; y < TILE; y += step) {
    const t = (y % 200) / 200;
    const reach = 1 - Math.abs(2 * t - 1);
    for (let c = 0; c < 3; c++) {
      const bleed = () => draw.around(9);
      const [x, w] = [c * 200 + 100, 88 * reach];
      out.push(rect(x - w + bleed(), y, 2 * w + bleed(), step + 0.4, yarns.first));
      if (reach > 0.4)
        out.push(
          rect(x - w * 0.45 + bleed() * 0.6, y, w * 0.9 + bleed() * 0.6, step + 0.4, yarns.second),
        );
    }
  }
  return out.join('');
}

/** Figures of imigongo: nested diamonds, zigzags, coils. */
export function imigongoFigure(name: string, yarns: Yarns, size = TILE): string {
  const out: string[] = [];
  const inks = [yarns.dark, yarns.second, yarns.first];
  if (name === 'zigzag' || name === 'chevrons') {
    const rows = 12;
    const h = size / rows;
    for (let i = -2; i < rows + 2; i++) {
      const y = i * h;
      const points = Array.from(
        { length: 9 },
        (_, k) => `${(k * size) / 8},${y + (k % 2 === 0 ? 0 : h * 2)}`,
      );
      const back = Array.from(
        { length: 9 },
        (_, k) => `${((8 - k) * size) / 8},${y + h + ((8 - k) % 2 === 0 ? 0 : h * 2)}`,
      );
      out.push(
        `<polygon points="${[...points, ...back].join(' ')}" fill="${inks[((i % 3) + 3) % 3]}"/>`,
      );
    }
    return out.join('');
  }
  const cells = 2;
  for (let j = 0; j < cells; j++) {
    for (let i = 0; i < cells; i++) {
      const [cx, cy, r] = [((i + 0.5) * size) / cells, ((j + 0.5) * size) / cells, size / cells];
      for (let k = 0; k < 7; k++) {
        const q = (r * (7 - k)) / 7;
        out.push(
          `<polygon points="${cx},${cy - q} ${cx + q},${cy} ${cx},${cy + q} ${cx - q},${cy}" fill="${inks[(k + i + j) % 3]}"/>`,
        );
      }
    }
  }
  return `<g>${out.join('')}</g>`;
}

const DRAWINGS: Record<string, (draw: Random, yarns: Yarns) => string> = {
  stripe,
  check,
  ikat,
  imigongo: (draw, yarns) => imigongoFigure(draw.pick(['diamonds', 'zigzag']), yarns),
};

/** One repeating tile of woven cloth. */
export function weaving(name: string, yarns: Yarns, draw: Random): string {
  const body = DRAWINGS[name]?.(draw, yarns) ?? '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${TILE} ${TILE}" width="${TILE}" height="${TILE}"><rect width="${TILE}" height="${TILE}" fill="${yarns.ground}"/>${body}</svg>`;
}
