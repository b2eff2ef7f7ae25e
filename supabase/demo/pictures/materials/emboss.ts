/** Leather pressed with a plate: skins of other animals, weaves, geometry. */
import { cellular, found, sample, sloped } from '#supabase/demo/pictures/materials/tiles.ts';
import type { Tile } from '#supabase/demo/pictures/materials/tiles.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { smooth } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export type Plate = 'crocodile' | 'ostrich' | 'snake' | 'basketweave' | 'imigongo';

const SIZE = 512;
const plates = new Map<Plate, Tile>();

const wave = (x: number): number => x - Math.floor(x);

/** Rows of rounded oblong scales, offset like bricks, small at the flanks. */
function crocodile(x: number, y: number): number {
  const row = Math.floor(y * 8);
  const shift = (row % 2) * 0.5 + 0.04 * Math.sin(row * 2.3);
  const across = 6;
  const [fx, fy] = [
    wave(x * across + shift) - 0.5,
    wave(y * 8 + 0.06 * Math.sin(2 * Math.PI * (x * 3 + row * 0.3))) - 0.5,
  ];
  const d = Math.pow(Math.pow(Math.abs(fx) * 2, 3.4) + Math.pow(Math.abs(fy) * 2, 3.4), 1 / 3.4);
  return smooth(1, 0.72, d) * (1 - 0.2 * d);
}

/** Raised quills on soft skin. */
function ostrich(): (x: number, y: number) => number {
  const cell = cellular('ostrich', 9, 0.55);
  return (x, y) => {
    const { first } = cell(x, y);
    return 0.35 + 0.65 * smooth(0.3, 0.05, first) - 0.25 * smooth(0.09, 0.0, first);
  };
}

/** Overlapping diamonds. */
function snake(x: number, y: number): number {
  const row = Math.floor(y * 14);
  const [fx, fy] = [Math.abs(wave(x * 10 + (row % 2) * 0.5) - 0.5) * 2, wave(y * 14)];
  const d = fx * 0.95 + Math.abs(fy - 0.45) * 1.2;
  return smooth(1.05, 0.75, d) * (0.55 + 0.45 * fy);
}

/** Over and under, two strands each way. */
function basketweave(x: number, y: number): number {
  const n = 8;
  const over = (Math.floor(x * n) + Math.floor(y * n)) % 2 === 0;
  const [a, b] = [wave(x * n) - 0.5, wave(y * n) - 0.5];
  const [across, along] = over ? [a, b] : [b, a];
  const strand = Math.abs(wave((across + 0.5) * 2) - 0.5) * 2;
  return (
    (1 - Math.pow(strand, 4)) * (1 - 2.2 * along * along) * smooth(0.5, 0.44, Math.abs(across))
  );
}

/** Nested diamonds with sharp ridges, as on imigongo panels. */
function imigongo(x: number, y: number): number {
  const n = 3;
  const d = Math.abs(wave(x * n) - 0.5) + Math.abs(wave(y * n) - 0.5);
  return 1 - Math.abs(wave(d * 5) - 0.5) * 2;
}

function plate(name: Plate): Tile {
  const kept = plates.get(name);
  if (kept) return kept;
  const draw = { crocodile, snake, basketweave, imigongo, ostrich: ostrich() }[name];
  const heights = Float32Array.from({ length: SIZE * SIZE }, (_, i) =>
    draw((i % SIZE) / SIZE, Math.floor(i / SIZE) / SIZE),
  );
  const made = sloped(SIZE, heights, 3);
  plates.set(name, made);
  return made;
}

const WIDTH: Record<Plate, number> = {
  crocodile: 9,
  ostrich: 11,
  snake: 8,
  basketweave: 6.5,
  imigongo: 9,
};

/** Embossed leather lying in the xz plane of its rest place; grooves hold more dye. */
export function embossed(colour: Vec3, name: Plate, seed: number): Material {
  const base = leather({ colour, seed, depth: 0.5 });
  const tile = plate(name);
  const width = WIDTH[name];
  return (s) => {
    base(s);
    const bend = 0.15 * Math.sin(s.rx * 0.22 + seed);
    sample(tile, s.rx / width + 0.13, (s.rz + bend) / width + 0.29);
    const fade = Math.min(1, 0.22 / s.foot);
    const k = (0.11 / width) * fade;
    s.slopeRest(found.x * k, 0, found.y * k);
    const dark = 0.55 + 0.45 * Math.min(1, found.h * 1.25);
    s.r *= dark;
    s.g *= dark;
    s.b *= dark;
    s.rough = 0.34 + 0.2 * (1 - found.h);
    s.crease = 0.3 * Math.max(0, 0.5 - found.h);
  };
}
