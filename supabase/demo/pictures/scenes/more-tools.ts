/** Pincers, scissors and brushes. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { brass, handleWood, iron, lain } from '#supabase/demo/pictures/scenes/tools.ts';
import { place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export function pincers(seed: number): Mesh[] {
  const arm = (s: number): Mesh =>
    tube(
      curve([
        [s * 0.9, 19.5, 0],
        [s * 2.1, 18, 0],
        [s * 1.9, 16, 0],
        [-s * 0.4, 13.8, 0],
        [-s * 1.6, 9, 0],
        [-s * 1.9, 3, 0],
        [-s * 1.2, 0, 0],
      ]),
      (v) => 0.75 - 0.2 * v,
      { material: iron, steps: 70, around: 14 },
    );
  const pin = lathe(
    [
      [0, -0.9],
      [0.8, -0.8],
      [0.8, 0.8],
      [0, 0.9],
    ],
    { material: iron, straight: true, nu: 24, nv: 12 },
  );
  const grip = (s: number): Mesh =>
    tube(
      curve([
        [-s * 1.75, 6.5, 0],
        [-s * 1.9, 3, 0],
        [-s * 1.2, -0.2, 0],
      ]),
      0.72,
      { material: handleWood([0.3, 0.05, 0.03], seed), steps: 30, around: 14 },
    );
  return lain(
    [arm(1), arm(-1), grip(1), grip(-1), place(pin, turn('x', Math.PI / 2), [0, 14, 0])],
    0.8,
  );
}

export function scissors(): Mesh[] {
  const blade = (s: number): Mesh[] => {
    const edge = block(
      curve(
        [
          [0, 0, s * 0.2],
          [9, 0, s * 0.9],
          [13.5, 0, s * 0.15],
          [9, 0, -s * 0.25],
          [0, 0, -s * 0.9],
        ],
        { closed: true },
      ),
      rounded(0, 0.22, 0.08),
      { material: iron, around: 80, inner: 5 },
    );
    const ring = tube(
      curve(
        Array.from({ length: 20 }, (_, i): Vec3 => [
          -5.6 + 2.3 * Math.cos((i / 20) * 6.2832),
          0.2,
          -s * 2.4 + 1.5 * Math.sin((i / 20) * 6.2832),
        ]),
        { closed: true },
      ),
      0.4,
      { material: iron, steps: 90, closed: true },
    );
    const bar = strap(
      curve([
        [0, 0.15, -s * 0.4],
        [-1.8, 0.2, -s * 0.9],
        [-3.6, 0.2, -s * 1.6],
      ]),
      0.9,
      0.4,
      { material: iron, steps: 20, up: () => [0, 1, 0] },
    );
    return placeAll([edge, ring, bar], turn('y', s * 0.16), [0, s > 0 ? 0.24 : 0, 0]);
  };
  const screw = lathe(
    [
      [0, 0],
      [0.5, 0],
      [0.45, 0.6],
      [0, 0.65],
    ],
    { material: brass, nu: 24, nv: 12 },
  );
  return [...blade(1), ...blade(-1), screw];
}

export function brush(seed: number): Mesh[] {
  const back = block(roundRect(15, 4.6, 2.2), rounded(1.7, 3.2, 0.5), {
    material: handleWood([0.36, 0.2, 0.09], seed),
    around: 100,
    inner: 6,
  });
  const hair: Material = (s) => {
    const k = 0.6 + 0.6 * Math.abs(noise3(s.rx * 7, 0.3, s.rz * 7));
    s.matt(0.09 * k, 0.06 * k, 0.035 * k, 0.9);
    s.slopeRest(0.6 * noise3(s.rx * 9, 0, s.rz * 9), 0, 0.6 * noise3(s.rz * 9, 0, s.rx * 9));
  };
  return [
    back,
    block(roundRect(13.8, 3.7, 1.7), rounded(0, 1.75, 0.2), {
      material: hair,
      around: 100,
      inner: 6,
    }),
  ];
}
