/** Baskets and fibre on a mat. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { merged, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { item } from '#supabase/demo/pictures/item.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { plaited, twine } from '#supabase/demo/pictures/materials/plait.ts';
import { lightOf, room, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { sheet } from '#supabase/demo/pictures/subjects/flat-kit.ts';

/** Stalks of fibre lying in a bundle, tied in the middle. */
function bundle(colour: Vec3, x: number, z: number, yaw: number, seed: number): Mesh[] {
  const skin: Material = (s) => {
    const k = 0.85 + 0.3 * noise3(s.rx, s.ry * 0.3, s.x * 2 + s.z * 2);
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.6);
  };
  const stalks = Array.from({ length: 90 }, (_, i) => {
    const a = i * 2.4;
    const r = 3.4 * Math.sqrt(i / 90);
    const [cy, cz] = [3.6 + r * Math.sin(a), r * Math.cos(a)];
    const flare = (t: number): number => 1 + 0.9 * Math.abs(t) ** 1.6;
    const long = 34 + 6 * noise3(i, seed, 0.4);
    const at = (t: number): Vec3 => [
      t * long,
      Math.max(0.2, 3.6 + (cy - 3.6) * flare(t) - 0.5 * Math.abs(t)),
      cz * flare(t) + noise3(i, t * 2, seed),
    ];
    return tube(curve([at(-1), at(-0.5), at(0), at(0.5), at(1)]), 0.24, {
      material: skin,
      steps: 14,
      around: 6,
    });
  });
  const tie = tube(
    curve(
      Array.from({ length: 16 }, (_, i): Vec3 => [
        0.6 * Math.sin(i),
        3.6 + 3.75 * Math.sin((i / 16) * 6.283),
        3.75 * Math.cos((i / 16) * 6.283),
      ]),
      { closed: true },
    ),
    0.5,
    { material: twine(shaded(colour, 0.6), seed), steps: 90, closed: true },
  );
  return [merged(stalks, stalks[0]!), tie].map((mesh) => place(mesh, turn('y', yaw), [x, 0.6, z]));
}

export const weavingCorner: SceneMaker = (look, picture) => {
  const d = look.draw.fork('corner');
  const g = look.grain;
  const matColours = [paint('straw'), look.colour('accent'), paint('ochre')];
  const mat = place(
    sheet(190, 120, 0.6, 0.6, (s) => plaitedMat(s)),
    turn('y', 0.06),
    [0, 0.05, 10],
  );
  const weave = plaited(matColours, 'stripe', g);
  function plaitedMat(s: Parameters<Material>[0]): void {
    const kept = s.ry;
    s.rx *= 0.35;
    s.ry = s.rz * 0.35;
    weave(s);
    s.ry = kept;
  }
  const palette = (main: string, second: string) => ({
    palette: { main, second, accent: 'ochre' },
  });
  const meshes = [
    ...room(look, 150, { bench: false, wall: -0.3 }),
    mat,
    ...item(look, 'storage-basket', 'a', [-46, 0.6, -14], 0.3, {
      options: { pattern: 'zigzag', lid: 'no' },
      ...palette('banana-gold', 'oxblood'),
    }),
    ...item(look, 'storage-basket', 'b', [4, 0.6, -24], 1, {
      options: { pattern: 'bands', lid: 'yes', handles: 'fibre' },
      ...palette('sisal', 'black'),
    }),
    ...item(look, 'peace-basket', 'c', [48, 0.6, -8], 0, {
      options: { shape: 'tall' },
      ...palette('sisal', 'terracotta'),
    }),
    ...item(look, 'peace-basket', 'd', [66, 0.6, 16], 0, {
      options: { shape: 'small' },
      ...palette('straw', 'teal'),
    }),
    ...item(look, 'tray-basket', 'e', [22, 0.6, 24], 0.2, {
      options: { pattern: d.pick(['star', 'flower', 'zigzag']), handles: 'none' },
      ...palette('straw', 'black'),
    }),
    ...item(look, 'bread-basket', 'f', [-18, 0.6, 22], 0, {
      options: { shape: 'round' },
      ...palette('banana-gold', 'teal'),
    }),
    ...bundle(paint('straw'), -62, 34, 0.5, g),
    ...bundle(paint('banana-gold'), -44, 44, 0.25, g + 5),
    ...placeHung(look, g),
  ];
  const shot = view(picture, [2, 22, 0], 225, { azimuth: d.around(16), elevation: 17 }, 0.2);
  return { meshes, ...shot, rig: lightOf(look.option('light'), paint('#b79c74'), 150) };
};

/** Wall baskets behind the corner. */
function placeHung(look: Parameters<SceneMaker>[0], seed: number): Mesh[] {
  return [-60, -8, 42].flatMap((x, i) =>
    item(
      look,
      'wall-basket',
      `hung-${i}`,
      [x + 4 * Math.sin(seed + i), 56 + 9 * Math.sin(i * 2.2), -43],
      0,
      {
        options: { set: '1', pattern: ['star', 'spiral', 'rings'][i]! },
        palette: { main: 'straw', second: ['black', 'oxblood', 'teal'][i]!, accent: 'cream' },
      },
    ),
  );
}
