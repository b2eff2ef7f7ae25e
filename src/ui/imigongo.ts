import { hooks, line, lozenge, type Point } from './imigongo-shapes.ts';

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

export type TileKind = 'zigzag' | 'lozenge' | 'hooks' | 'teeth' | 'panel';

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

const box = (width: number, height: number): readonly Point[] => [
  [0, 0],
  [width, 0],
  [width, height],
  [0, height],
];

/** One ridge over red hills, for thin lines. */
function zigzag(): Tile {
  return {
    width: 28,
    height: 20,
    layers: [
      field('black', box(28, 20)),
      field('red', [
        [-3, 20],
        [14, 5],
        [31, 20],
      ]),
      field(
        'white',
        [
          [-6, 0],
          [6, 0],
          [0, 6],
        ],
        [
          [22, 0],
          [34, 0],
          [28, 6],
        ],
      ),
      ridge(
        'white',
        3.4,
        line([
          [-14, 4],
          [0, 17],
          [14, 4],
          [28, 17],
          [42, 4],
        ]),
      ),
    ],
  };
}

/** A row of eyes, for the head of a foot. */
function lozenges(): Tile {
  return {
    width: 56,
    height: 28,
    layers: [
      field('red', box(56, 28)),
      field('black', lozenge(28, 14, 26, 13.5), lozenge(0, 14, 5, 7), lozenge(56, 14, 5, 7)),
      field('white', lozenge(28, 14, 10, 5.2)),
      field('ochre', lozenge(28, 14, 5, 2.6)),
      ridge('white', 2.4, line(lozenge(28, 14, 24, 12), true)),
      ridge('grey', 1.8, line(lozenge(28, 14, 16.5, 8.2), true)),
    ],
  };
}

/** The figure of the mark in a row, each in its lozenge, with hills between. */
function hookBand(): Tile {
  const [one, other] = hooks(32, 32, 5.6);
  const hill = (x: number, y: number, up: 1 | -1): readonly Point[] => [
    [x - 15, y],
    [x + 15, y],
    [x, y - 15 * up],
  ];
  const slope = (x: number, y: number, up: 1 | -1): string =>
    line([
      [x - 20, y],
      [x, y - 20 * up],
      [x + 20, y],
    ]);
  return {
    width: 64,
    height: 64,
    layers: [
      field('red', box(64, 64)),
      field('black', lozenge(32, 32, 32)),
      field('black', hill(0, 64, 1), hill(64, 64, 1), hill(0, 0, -1), hill(64, 0, -1)),
      ridge('grey', 2.4, slope(0, 64, 1), slope(64, 64, 1), slope(0, 0, -1), slope(64, 0, -1)),
      ridge('white', 5.4, one),
      ridge('ochre', 5.4, other),
    ],
  };
}

function teeth(): Tile {
  const up = (x: number, y: number): readonly Point[] => [
    [x, y + 8],
    [x + 6, y],
    [x + 12, y + 8],
  ];
  return {
    width: 12,
    height: 16,
    layers: [
      field('white', box(12, 16)),
      field('black', up(0, 0)),
      field('red', up(-6, 8), up(6, 8)),
    ],
  };
}

/** Lozenge within lozenge, the still partner of the hooks. */
function eye(cx: number, cy: number): readonly Layer[] {
  return [
    field('red', lozenge(cx, cy, 60)),
    field('black', lozenge(cx, cy, 44)),
    field('red', lozenge(cx, cy, 27)),
    field('black', lozenge(cx, cy, 13)),
    field('white', lozenge(cx, cy, 5.5)),
    ridge('white', 5, line(lozenge(cx, cy, 51), true)),
    ridge('grey', 4.5, line(lozenge(cx, cy, 35.5), true)),
    ridge('white', 4, line(lozenge(cx, cy, 19.5), true)),
  ];
}

/** A whole wall. */
function panel(): Tile {
  const [one, other] = hooks(60, 60, 10.6);
  return {
    width: 120,
    height: 120,
    layers: [
      ...[
        [0, 0],
        [120, 0],
        [0, 120],
        [120, 120],
      ].flatMap(([x = 0, y = 0]) => eye(x, y)),
      field('black', lozenge(60, 60, 60)),
      ridge('white', 9.6, one),
      ridge('grey', 9.6, other),
    ],
  };
}

const TILES: Record<TileKind, Tile> = {
  zigzag: zigzag(),
  lozenge: lozenges(),
  hooks: hookBand(),
  teeth: teeth(),
  panel: panel(),
};

/** The drawing of one kind, ready for an SVG pattern. */
export function tileOf(kind: TileKind): Tile {
  return TILES[kind];
}
