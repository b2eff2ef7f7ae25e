/** Imigongo: ridges modelled by hand on a board, painted in earth colours. */
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { overlay } from '#supabase/demo/pictures/materials/relief.ts';
import { napTile } from '#supabase/demo/pictures/materials/tiles.ts';
import { grid, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { IDENTITY, smooth } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Level lines of a figure over x, y in cm: whole numbers are the valleys between ridges. */
type Levels = (x: number, y: number) => number;

const fold = (x: number, period: number): number =>
  Math.abs(((((x / period) % 1) + 1) % 1) - 0.5) * period;

function levels(name: string, look: Look, w: number): Levels {
  const pitch = look.draw.fork('pitch').range(1.5, 1.9);
  const cell = w / look.draw.fork('cells').pick([2, 3]);
  switch (name) {
    case 'diamonds':
      return (x, y) => (fold(x + cell / 2, cell) + fold(y, cell * 1.25) * 0.8) / pitch;
    case 'spiral':
      return (x, y) => {
        const a = Math.atan2(y, x) / (2 * Math.PI);
        return Math.hypot(x, y) / pitch + a * 4;
      };
    case 'zigzag':
      return (x, y) => (y + 1.5 * fold(x, cell * 0.7)) / pitch;
    case 'star':
      return (x, y) => {
        const a = Math.atan2(y, x);
        const r = Math.hypot(x, y);
        return (
          (r * (1 + 0.26 * Math.abs((((((a / (2 * Math.PI)) * 8) % 1) + 1) % 1) - 0.5) * 2.6)) /
          pitch
        );
      };
    case 'chevrons':
      return (x, y) => ((Math.floor(x / cell) % 2 === 0 ? y : -y) + 1.25 * fold(x, cell)) / pitch;
    default:
      return (x, y) =>
        Math.max(Math.abs(x), Math.abs(y) * 0.9) / pitch +
        0.5 * Math.round(fold(x + y, cell * 1.4) / pitch);
  }
}

/** Height of the ridges in [0, 1] at a level, and which colour is on it. */
const ridge = (level: number): number => {
  const t = level - Math.floor(level) - 0.5;
  return Math.pow(Math.max(0, 1 - 4 * t * t), 0.62);
};

function panel(
  look: Look,
  name: string,
  w: number,
  h: number,
  round: boolean,
  seed: number,
): Mesh[] {
  const level = levels(name, look, w);
  const colours = [look.colour('main'), look.colour('second'), look.colour('accent')];
  const order = look.draw.fork('order').pick([[0, 1, 2, 1], [0, 1, 0, 2], [0, 0, 1, 2], [2, 1, 0, 1]] as const); // prettier-ignore
  const rim = 1.1;
  const inside = (x: number, y: number): number =>
    round ? w / 2 - Math.hypot(x, y) : Math.min(w / 2 - Math.abs(x), h / 2 - Math.abs(y));
  // the hand wavers
  const stray = (x: number, y: number): [number, number] => [
    x + 0.16 * noise3(x * 0.3, y * 0.3, seed),
    y + 0.16 * noise3(x * 0.3, y * 0.3, seed + 7),
  ];
  const height = (x: number, y: number): number => {
    const d = inside(x, y);
    const frame = Math.exp(-(((d - rim * 0.5) / (rim * 0.42)) ** 2));
    const [a, b] = stray(x, y);
    return (
      Math.max(0.62 * frame, smooth(rim * 0.7, rim * 1.1, d) * ridge(level(a, b))) *
      (0.62 + 0.05 * noise3(x * 0.5, y * 0.5, seed))
    );
  };
  const skin: Material = (s) => {
    const [x, y] = [s.rx, s.ry];
    const [a, b] = stray(x, y);
    const l = level(a, b);
    const which = inside(x, y) < rim ? 0 : order[((Math.floor(l) % 4) + 4) % 4]!;
    const c = colours[which]!;
    const tone =
      1 +
      0.12 * fbm(x * 0.25, y * 0.25, seed, 3) +
      (s.foot < 0.1 ? 0.05 * noise3(x * 4, y * 4, seed) : 0);
    // paint is worn off the crests
    const worn = Math.max(0, ridge(l) - 0.94) * 2 * Math.max(0, noise3(x * 0.7, y * 0.7, seed + 2));
    s.matt(c[0] * tone + 0.16 * worn, c[1] * tone + 0.12 * worn, c[2] * tone + 0.08 * worn, 0.72);
    s.f0 = 0.03;
    s.crease = 0.5 * Math.pow(1 - ridge(l), 3) * (inside(x, y) > rim ? 1 : 0);
    overlay(s, napTile(), 5, 0.03, 0.06);
    const e = 0.05;
    const here = height(x, y);
    const k = 0.5 * Math.min(1, 0.2 / s.foot);
    s.slopeRest((k * (height(x + e, y) - here)) / e, (k * (height(x, y + e) - here)) / e, 0);
  };
  const spot = (u: number, v: number): [number, number] => {
    const [a, b] = [2 * u - 1, 2 * v - 1];
    if (!round) return [(a * w) / 2, (b * h) / 2];
    // a square grid pressed into a disc
    return [(a * Math.sqrt(1 - (b * b) / 2) * w) / 2, (b * Math.sqrt(1 - (a * a) / 2) * w) / 2];
  };
  const face = grid(
    (u, v) => {
      const [x, y] = spot(u, v);
      return [x, y, 1.8 + height(x, y)];
    },
    { nu: 320, nv: 320, material: skin, rest: (u, v) => [...spot(u, v), 0] as Vec3 },
  );
  const edge = grid(
    (u, v) => {
      const t = u * 4;
      const side = Math.floor(t) % 4;
      const k = (t - Math.floor(t)) * 2 - 1;
      const z = v * 1.9;
      if (round)
        return [(w / 2) * Math.cos(2 * Math.PI * u), (w / 2) * Math.sin(2 * Math.PI * u), z];
      const at: readonly [number, number] =
        side === 0 ? [k, -1] : side === 1 ? [1, k] : side === 2 ? [-k, 1] : [-1, -k];
      return [(at[0] * w) / 2, (at[1] * h) / 2, z];
    },
    { nu: 240, nv: 6, material: (s) => s.matt(0.03, 0.024, 0.02, 0.9) },
  );
  return [face, edge];
}

export const imigongo: Maker = (look) => {
  const d = look.draw.fork('imigongo');
  const shape = look.option('shape');
  const name = look.option('pattern');
  const names = ['diamonds', 'spiral', 'zigzag', 'star', 'chevrons', 'steps'];
  const [w, h] = shape === 'tall' ? [28, 44] : shape === 'pair' ? [27, 27] : [36, 36];
  const meshes =
    shape === 'pair'
      ? [
          ...placeAll(panel(look, name, w, h, false, look.grain), IDENTITY, [-15.5, 0, 0]),
          ...placeAll(
            panel(look, names[(names.indexOf(name) + 2) % 6]!, w, h, false, look.grain + 4),
            IDENTITY,
            [15.5, 0.3, 0],
          ),
        ]
      : panel(look, name, w, h, shape === 'round', look.grain);
  return {
    meshes,
    hangs: true,
    focus: {
      at: [shape === 'pair' ? -12 : w * 0.12, h * 0.1, 2],
      size: 13,
      azimuth: 14,
      elevation: 10,
    },
    stance: { yaw: d.around(7), elevation: 3 },
  };
};
