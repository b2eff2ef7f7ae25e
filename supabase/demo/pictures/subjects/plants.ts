/** Dry stems, leaves and seeds for vases and tables. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { frames, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { random } from '#supabase/demo/pictures/random.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { add, cross, mad, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** A leaf's surface: veins and a slight variation. */
export function leafSkin(colour: Vec3): Material {
  return (s) => {
    const side = Math.abs(s.u - 0.5) * 2;
    const rib = Math.exp(-((side / 0.07) ** 2));
    const vein = Math.pow(0.5 + 0.5 * Math.sin((s.v * 9 - side * 2.2) * 6.28), 10) * 0.4;
    const k = 1 + 0.25 * rib + 0.14 * vein - 0.15 * s.v;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.55);
    s.glow = 0.45;
  };
}

/** A pointed leaf from `at` in direction `dir`, bending down by its own weight. */
export function leaf(
  at: Vec3,
  dir: Vec3,
  long: number,
  wide: number,
  material: Material,
  bend = 0.3,
): Mesh {
  const side = unit(cross(dir, [0, 1, 0.01]));
  const up = cross(side, dir);
  const f = (u: number, v: number): Vec3 => {
    const w =
      wide * Math.pow(Math.sin(Math.PI * Math.min(1, 0.04 + 0.96 * v)), 0.8) * (1 - 0.35 * v) * 0.5;
    const x = (u - 0.5) * 2;
    const p = mad(at, dir, long * v);
    const drop = -bend * long * v * v;
    return add(mad(mad(p, side, x * w), up, 0.22 * w * x * x), [0, drop, 0]);
  };
  return grid(f, { nu: 10, nv: 26, material });
}

const GREENS: readonly Vec3[] = [[0.075, 0.13, 0.06], [0.11, 0.16, 0.085], [0.16, 0.17, 0.08], [0.2, 0.2, 0.13]]; // prettier-ignore

/** Eucalyptus-like stems that stand in something at `base` and spread out. */
export function twigs(seed: number, base: Vec3, count: number, long: number): Mesh[] {
  const d = random(`twigs/${seed}`);
  const green = d.pick(GREENS);
  const dry = d.next() < 0.3;
  const skin = leafSkin(dry ? [0.42, 0.3, 0.16] : green);
  const bark: Material = (s) => s.matt(0.16, 0.11, 0.06, 0.8);
  const round = d.range(0.35, 0.8);
  return Array.from({ length: count }, (_, i) => {
    const a = (i / count) * 2 * Math.PI + d.around(0.5);
    const lean = d.range(0.12, 0.48);
    const reach = long * d.range(0.75, 1.1);
    const bend = d.around(0.35);
    const stem = curve([
      base,
      mad(base, [Math.cos(a) * lean * 0.5, 1, Math.sin(a) * lean * 0.5], reach * 0.5),
      mad(base, [Math.cos(a + bend) * lean * 1.2, 0.98, Math.sin(a + bend) * lean * 1.2], reach),
    ]);
    const list = frames(stem, 40);
    const leaves = list.filter((_, k) => k > 15 && k % 2 === 0).map((f, k) => {
      const spin = k * 2.4 + i;
      const out = unit(add(add([f.up[0] * Math.cos(spin), f.up[1] * Math.cos(spin), f.up[2] * Math.cos(spin)], [f.side[0] * Math.sin(spin), f.side[1] * Math.sin(spin), f.side[2] * Math.sin(spin)]), [f.along[0] * 0.7, f.along[1] * 0.7, f.along[2] * 0.7]));
      const size = (0.5 + 0.5 * Math.sin((Math.PI * (k + 2)) / 15)) * long * 0.17 * d.range(0.8, 1.15);
      return leaf(f.at, out, size, size * round, skin, 0.2);
    }); // prettier-ignore
    return [
      tube(stem, (v) => 0.17 * (1 - 0.6 * v), { material: bark, steps: 40, around: 8 }),
      ...leaves,
    ];
  }).flat();
}
