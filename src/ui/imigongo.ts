/**
 * The geometry of imigongo, the raised wall art of Rwanda: fields of black, white, ox-blood and grey, parted by
 * ridges that catch the light. Each tile repeats sideways (and, for `panel`, downwards) without a seam.
 * Coordinates are tile units; the drawing component scales them to pixels.
 */
export type Tone = 'black' | 'white' | 'red' | 'grey' | 'ochre';

/** A flat area (`field`) or a raised line (`ridge`, with its width in tile units). */
export type Layer =
  | { part: 'field'; tone: Tone; d: string }
  | { part: 'ridge'; tone: Tone; d: string; width: number };

export type Tile = { width: number; height: number; layers: readonly Layer[] };

export type TileKind = 'zigzag' | 'lozenge' | 'spiral' | 'teeth' | 'panel';

type Point = readonly [number, number];

const round = (n: number): number => Math.round(n * 100) / 100;

function line(points: readonly Point[], close = false): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const to = rest.map(([x, y]) => `L${round(x)} ${round(y)}`).join('');
  return `M${round(first[0])} ${round(first[1])}${to}${close ? 'z' : ''}`;
}

const field = (tone: Tone, ...shapes: readonly (readonly Point[])[]): Layer => ({
  part: 'field',
  tone,
  d: shapes.map((points) => line(points, true)).join(''),
});

const ridge = (tone: Tone, width: number, ...paths: readonly string[]): Layer => ({
  part: 'ridge',
  tone,
  width,
  d: paths.join(''),
});

/** A lozenge of half-width `rx` and half-height `ry` around (cx, cy). */
function lozenge(cx: number, cy: number, rx: number, ry = rx): readonly Point[] {
  return [
    [cx, cy - ry],
    [cx + rx, cy],
    [cx, cy + ry],
    [cx - rx, cy],
  ];
}

/**
 * A square spiral turned on its point: `turns` times round, from the top corner inwards.
 * `phase` 0.5 starts half a lane further in, for a second arm that lies between the first one's lanes.
 */
export function lozengeSpiral(cx: number, cy: number, radius: number, turns: number, phase = 0): string {
  const lane = 1 / (turns + 0.5);
  const points: Point[] = [];
  for (let corner = 0; corner <= turns * 4; corner += 1) {
    const inset = lane * (phase + Math.floor(corner / 4));
    const near = 1 - inset;
    const late = corner > 0 && corner % 4 === 0 ? near + lane : near;
    const [u, v] = [
      [-late, -near],
      [near, -near],
      [near, near],
      [-near, near],
    ][corner % 4] as [number, number];
    points.push([cx + (radius * (u - v)) / 2, cy + (radius * (u + v)) / 2]);
  }
  return line(points);
}

function zigzag(): Tile {
  return {
    width: 24,
    height: 24,
    layers: [
      field('black', [[0, 0], [24, 0], [24, 24], [0, 24]]),
      field('red', [[-2, 24], [12, 9], [26, 24]]),
      field('grey', [[3, 0], [12, 0], [21, 0], [12, 8]]),
      ridge('white', 2.6, line([[-12, 4], [0, 17], [12, 4], [24, 17], [36, 4]])),
      ridge('white', 1.6, line([[-2, 26], [12, 12], [26, 26]])),
    ],
  };
}

function lozenges(): Tile {
  return {
    width: 48,
    height: 24,
    layers: [
      field('red', [[0, 0], [48, 0], [48, 24], [0, 24]]),
      field('black', lozenge(24, 12, 21, 11)),
      field('white', lozenge(24, 12, 9, 4.8)),
      field('ochre', lozenge(24, 12, 5, 2.6)),
      field('black', [[0, 5], [5, 12], [0, 19], [-5, 12]], [[48, 5], [53, 12], [48, 19], [43, 12]]),
      ridge('white', 2, line(lozenge(24, 12, 21, 11), true)),
      ridge('grey', 1.5, line(lozenge(24, 12, 14.5, 7.6), true)),
    ],
  };
}

function spirals(): Tile {
  const hook = (x: number): string => line([[x - 40, 22], [x - 20, 22], [x, 2], [x + 20, 22]]);
  const curl = (x: number): string =>
    line([[x + 12, 22], [x, 10], [x - 7, 17], [x, 24], [x + 4, 19]].map(([a, b]) => [a ?? 0, b ?? 0]));
  return {
    width: 40,
    height: 28,
    layers: [
      field('black', [[0, 0], [40, 0], [40, 28], [0, 28]]),
      field('red', [[-20, -2], [20, -2], [0, 18]], [[20, -2], [60, -2], [40, 18]]),
      ridge('white', 2.4, hook(20), hook(60)),
      ridge('white', 2, curl(20)),
      ridge('grey', 1.6, line([[-9, 4], [0, 13], [9, 4]]), line([[31, 4], [40, 13], [49, 4]])),
    ],
  };
}

function teeth(): Tile {
  const up = (x: number, y: number): readonly Point[] => [[x, y + 8], [x + 6, y], [x + 12, y + 8]];
  return {
    width: 12,
    height: 16,
    layers: [
      field('white', [[0, 0], [12, 0], [12, 16], [0, 16]]),
      field('black', up(0, 0)),
      field('red', up(-6, 8), up(6, 8)),
    ],
  };
}

/** One concentric lozenge, the still partner of the spirals. */
function target(cx: number, cy: number): readonly Layer[] {
  return [
    field('red', lozenge(cx, cy, 60)),
    field('black', lozenge(cx, cy, 45)),
    field('grey', lozenge(cx, cy, 30)),
    field('black', lozenge(cx, cy, 18)),
    field('ochre', lozenge(cx, cy, 8)),
    ridge('white', 3, line(lozenge(cx, cy, 52), true), line(lozenge(cx, cy, 24), true)),
    ridge('red', 3, line(lozenge(cx, cy, 37), true)),
  ];
}

function panel(): Tile {
  const corners: readonly Point[] = [[0, 0], [120, 0], [0, 120], [120, 120]];
  return {
    width: 120,
    height: 120,
    layers: [
      field('black', [[0, 0], [120, 0], [120, 120], [0, 120]]),
      ...corners.flatMap(([x, y]) => target(x, y)),
      field('black', lozenge(60, 60, 60)),
      ridge('red', 5, lozengeSpiral(60, 60, 54, 3, 0.5)),
      ridge('white', 4, lozengeSpiral(60, 60, 54, 3)),
    ],
  };
}

const TILES: Record<TileKind, Tile> = {
  zigzag: zigzag(),
  lozenge: lozenges(),
  spiral: spirals(),
  teeth: teeth(),
  panel: panel(),
};

/** The drawing of one kind, ready for an SVG pattern. */
export function tileOf(kind: TileKind): Tile {
  return TILES[kind];
}
