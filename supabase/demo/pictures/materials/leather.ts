/** Leather in its finishes. */
import { overlay } from '#supabase/demo/pictures/materials/relief.ts';
import { grainTile, napTile, pebbleTile } from '#supabase/demo/pictures/materials/tiles.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material, Surface } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export type Finish = 'smooth' | 'pebbled' | 'suede' | 'waxed' | 'patent' | 'hair-on';

export interface LeatherOptions {
  colour: Vec3;
  finish?: Finish;
  /** Shifts the pattern so that two pieces never show the same skin. */
  seed?: number;
  /** Depth of the grain, 1 as usual. */
  depth?: number;
}

/** Cloudy unevenness of a dyed skin around 1. */
function cloud(s: Surface, seed: number): number {
  const broad = fbm(s.rx * 0.16 + seed, s.ry * 0.16, s.rz * 0.16, 3);
  const fine = s.foot < 0.08 ? noise3(s.rx * 2.3, s.ry * 2.3 + seed, s.rz * 2.3) : 0;
  return 1 + 0.13 * broad + 0.03 * fine;
}

/** Dark colours vary towards black, light ones towards a redder brown. */
function dye(s: Surface, colour: Vec3, level: number, rough: number): void {
  const warm = (level - 1) * 0.6;
  s.matt(
    colour[0] * (level - 0.1 * warm),
    colour[1] * level,
    colour[2] * (level + 0.25 * warm),
    rough,
  );
}

function suede({ colour, seed = 0 }: LeatherOptions): Material {
  return (s) => {
    const stroke = fbm(s.rx * 0.35 + seed, s.ry * 0.35, s.rz * 0.35, 3);
    const level = cloud(s, seed) * (1 + 0.1 * stroke);
    dye(s, colour, level, 0.95);
    s.f0 = 0.02;
    s.sheen = 0.35;
    const h = overlay(s, napTile(), 2.6, 0.02, 0.03);
    s.crease = 0.35 * (0.6 - h);
    s.slopeRest(0.08 * stroke, 0.06 * stroke, 0.05 * stroke);
  };
}

/** A leather; light grain creases are darker, as wax and dust settle there. */
export function leather(options: LeatherOptions): Material {
  const { colour, finish = 'smooth', seed = 0, depth = 1 } = options;
  if (finish === 'suede') return suede(options);
  const rough = { smooth: 0.5, pebbled: 0.52, waxed: 0.56, patent: 0.12, 'hair-on': 0.8 }[finish];
  const pebbled = finish === 'pebbled';
  const tile = pebbled ? pebbleTile() : grainTile();
  const width = pebbled ? 4.4 : 3.2;
  const high = (pebbled ? 0.021 : finish === 'patent' ? 0.001 : 0.0058) * depth;
  const cell = pebbled ? 0.18 : 0.12;
  return (s) => {
    const level = cloud(s, seed);
    dye(s, colour, level, rough + 0.05 * (level - 1));
    const h = overlay(s, tile, width, high, cell);
    const dark = 1 - 0.14 * (0.7 - h);
    s.r *= dark;
    s.g *= dark;
    s.b *= dark;
    s.crease = Math.max(0, 0.2 * (0.6 - h));
  };
}

/** The cut edge and the flesh side of leather. */
export function fleshSide(colour: Vec3, seed = 0): Material {
  return (s) => {
    const level = 0.9 + 0.16 * fbm(s.rx * 1.1 + seed, s.ry * 1.1, s.rz * 1.1, 3);
    s.matt(colour[0] * level, colour[1] * level, colour[2] * level, 0.9);
    s.f0 = 0.02;
    s.sheen = 0.2;
    overlay(s, napTile(), 3.2, 0.016, 0.03);
  };
}
