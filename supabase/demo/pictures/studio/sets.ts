/** Backdrops: what the product stands on and what is behind it. */
import type { Backdrop } from '#supabase/demo/pictures/kinds.ts';
import { linen } from '#supabase/demo/pictures/materials/cloth.ts';
import { paper, plaster, stone, wood } from '#supabase/demo/pictures/materials/ground.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface StudioSet {
  meshes: Mesh[];
  /** Linear colour of the floor, for the light it throws back. */
  floor: Vec3;
  /** Height of the wall's foot for things that hang; the wall is at z = `wall`. */
  wall: number;
}

const SWEEPS: Partial<Record<Backdrop, string>> = {
  paper: '#efeae0',
  sand: '#d9c6a8',
  ochre: '#c8954a',
  clay: '#b87455',
  sage: '#a3aa90',
  slate: '#6f7478',
  indigo: '#3c4a68',
};

/** Floor that curves up into a wall, `size` cm is the largest extent of what stands on it. */
function sweep(size: number, wall: number, material: Material): Mesh {
  const front = 6 * size;
  const bend = 1.1 * size;
  const f = (u: number, v: number): Vec3 => {
    const x = (u - 0.5) * 16 * size;
    const flat = front - wall - bend;
    const s = v * (flat + bend * 1.5708 + 8 * size);
    if (s < flat) return [x, 0, front - s];
    const a = (s - flat) / bend;
    if (a < Math.PI / 2) return [x, bend - bend * Math.cos(a), front - flat - bend * Math.sin(a)];
    return [x, bend + (a - Math.PI / 2) * bend, front - flat - bend];
  };
  return grid(f, { nu: 24, nv: 160, material, casts: false });
}

/** Table with a soft front edge and a wall behind it. */
function table(size: number, wall: number, top: Material, back: Material, rough = 0): Mesh[] {
  const f = (u: number, v: number): Vec3 => {
    const [x, z] = [(u - 0.5) * 16 * size, 6 * size - v * (6 * size - wall)];
    const fold = rough === 0 ? 0 : rough * size * noise3((x * 1.4) / size, 0.3, (z * 1.1) / size);
    return [x, Math.min(0, fold - 0.4 * rough * size), z];
  };
  const behind = (u: number, v: number): Vec3 => [
    (u - 0.5) * 20 * size,
    (v - 0.15) * 12 * size,
    wall,
  ];
  return [
    grid(f, { nu: rough ? 160 : 24, nv: rough ? 160 : 60, material: top, casts: false }),
    grid(behind, { nu: 24, nv: 24, material: back, casts: false }),
  ];
}

/** A bare wall right behind something that hangs on it; tables have a plaster wall. */
export function wallFor(backdrop: Backdrop, size: number, seed: number, z: number): StudioSet {
  const colour = paint(SWEEPS[backdrop] ?? '#e3d8c6');
  const material = SWEEPS[backdrop] ? paper(colour, seed) : plaster(colour, seed);
  const f = (u: number, v: number): Vec3 => [(u - 0.5) * 14 * size, (v - 0.5) * 14 * size, z];
  return { meshes: [grid(f, { nu: 24, nv: 24, material, casts: false })], floor: colour, wall: z };
}

/** The set for a backdrop, scaled to a product whose largest extent is `size` cm. */
export function setFor(backdrop: Backdrop, size: number, seed: number): StudioSet {
  const colour = SWEEPS[backdrop];
  if (colour) {
    const floor = paint(colour);
    const wall = -1.5 * size;
    return { meshes: [sweep(size, wall, paper(floor, seed))], floor, wall };
  }
  const wall = -1.15 * size;
  const white = plaster(paint('#ebe4d8'), seed);
  const make = (floor: string, top: Material, back: Material, rough = 0): StudioSet => ({
    meshes: table(size, wall, top, back, rough),
    floor: paint(floor),
    wall,
  });
  switch (backdrop) {
    case 'oak':
      return make('#b08f66', wood(paint('#ccb290'), paint('#96754f'), seed, 0.22 * size), white);
    case 'walnut':
      return make(
        '#5b4130',
        wood(paint('#755640'), paint('#3b281e'), seed, 0.22 * size),
        plaster(paint('#b9a68d'), seed),
      );
    case 'linen':
      return make('#d8cdb8', linen(paint('#ddd2be'), 0.11), plaster(paint('#d8ccb8'), seed), 0.012);
    case 'stone':
      return make('#b9b4aa', stone(paint('#bdb8ae'), seed), plaster(paint('#cfc6b8'), seed));
    default:
      return make('#d9cfbe', plaster(paint('#e6dac6'), seed + 3), plaster(paint('#e3cfb2'), seed));
  }
}
