/** Bare ground, banana plants, and hills in layers of haze. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import { lightOf, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { hills, sky, WEATHER } from '#supabase/demo/pictures/scenes/landscape.ts';
import { grid, place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { IDENTITY, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { leaf, leafSkin, twigs } from '#supabase/demo/pictures/subjects/plants.ts';

const earth =
  (colour: Vec3, seed: number): Material =>
  (s) => {
    const broad = fbm(s.x * 0.012 + seed, 0.3, s.z * 0.012, 4);
    const grit = s.foot < 1 ? noise3(s.x * 0.5, 0.7, s.z * 0.5) : 0;
    const grass = Math.max(0, fbm(s.x * 0.02 + 9, seed, s.z * 0.03, 4) - 0.08) * 3;
    const k = 1 + 0.25 * broad + 0.16 * grit;
    s.matt(
      colour[0] * k - 0.1 * grass * colour[0],
      colour[1] * k + 0.05 * grass,
      colour[2] * k - 0.2 * grass * colour[2],
      0.95,
    );
    s.f0 = 0.01;
    s.slopeRest(0.16 * grit + 0.1 * broad, 0, 0.16 * grit);
  };

export const floorOf = (colour: Vec3, seed: number, size: number, far: number): Mesh =>
  grid(
    (u, v) => {
      const [x, z] = [(u - 0.5) * 5 * size, size * 1.2 - v * (size * 1.2 + far)];
      return [x, 0.01 * size * noise3(x / size, z / size, seed) - 0.02 * size, z];
    },
    { nu: 80, nv: 80, material: earth(colour, seed), casts: false },
  );

/** Broad leaves of a banana plant standing at (x, z). */
export function banana(x: number, z: number, high: number, seed: number): Mesh[] {
  const skin = leafSkin([0.07, 0.13, 0.03]);
  const stem = tube(
    curve([
      [x, -4, z],
      [x + 1, high * 0.4, z],
      [x, high * 0.62, z],
    ]),
    (v) => high * (0.055 - 0.02 * v),
    { material: (s) => s.matt(0.13, 0.12, 0.05, 0.7), steps: 20, around: 16 },
  );
  const leaves = Array.from({ length: 9 }, (_, i) => {
    const a = i * 2.4 + seed;
    const dir = unit([Math.cos(a), 1.1 + 0.5 * Math.sin(i * 1.7), Math.sin(a) * 0.7]);
    return leaf(
      [x, high * 0.58, z],
      dir,
      high * (0.55 + 0.12 * Math.sin(i)),
      high * 0.17,
      skin,
      0.62,
    );
  });
  return [stem, ...leaves];
}

export const hillsDawn: SceneMaker = (look, picture) => {
  const d = look.draw.fork('hills');
  const w = WEATHER[look.option('light')]!;
  const size = 300;
  const layers = d.pick([6, 7, 8]);
  const meshes: Mesh[] = [...hills(look, w, size, layers, 0.75, -20), sky(w, 2600, -2600, -60)];
  const front = look.option('foreground');
  const side = d.next() < 0.5 ? -1 : 1;
  if (front === 'banana')
    meshes.push(
      ...banana(side * 52, -30, 74, look.grain),
      ...banana(side * 86, -70, 84, look.grain + 3),
      ...banana(-side * 88, -110, 66, look.grain + 6),
    );
  if (front === 'eucalyptus')
    for (const [x, z, h] of [
      [52, -30, 110],
      [78, -60, 130],
      [-84, -100, 100],
    ] as const)
      meshes.push(...twigs(look.grain + x, [side * x, -30, z], 10, h));
  meshes.push(
    place(
      floorOf([w.land[0] * 1.2, w.land[1] * 1.15, w.land[2]], look.grain, 160, 160),
      IDENTITY,
      [0, -26, -20],
    ),
  );
  const shot = view(picture, [0, 34, -300], 430, { azimuth: 0, elevation: 3, lens: 34 }, 0.9, 0);
  const light = look.option('light') === 'dawn' ? 'evening' : look.option('light');
  return { meshes, ...shot, rig: { ...lightOf(light, [0.1, 0.1, 0.05], 2000), falloff: 0 } };
};
