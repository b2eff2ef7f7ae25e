/** Aprons on a peg. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { clothOf } from '#supabase/demo/pictures/look-print.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged } from '#supabase/demo/pictures/materials/edges.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { plainCloth } from '#supabase/demo/pictures/materials/print.ts';
import { grid, place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import { smooth, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export const apron: Maker = (look) => {
  const d = look.draw.fork('apron');
  const body = look.option('body');
  const hung =
    body === 'leather'
      ? leather({ colour: look.colour('main'), seed: look.grain, finish: 'waxed' })
      : body === 'canvas'
        ? plainCloth(look.colour('main'), { lay: 'xy', pitch: 0.09, depth: 0.3 })
        : clothOf(look, body, 20, { lay: 'xy' });
  const trim =
    look.option('straps') === 'leather'
      ? leather({ colour: paint('tan'), seed: 2 })
      : plainCloth(shaded(look.colour('main'), 0.8), { lay: 'xz', pitch: 0.08 });
  const band = edged(trim, shaded(paint('espresso'), 1));
  const h = 84;
  const wide = (y: number): number =>
    y > 58 ? 13.5 + (h - y) * 0.1 : 13.5 + 2.6 + 17 * smooth(60, 46, y);
  const seed = look.grain;
  const f = (u: number, v: number): Vec3 => {
    const y = v * h;
    const fall = 1 - v;
    const x = (u - 0.5) * 2 * wide(y);
    const fold =
      (0.5 + 4.2 * fall) * Math.sin(x * 0.24 + seed + 1.3 * Math.sin(y * 0.03)) * 0.55 +
      1.4 * fall * noise3(x * 0.07, y * 0.04, seed);
    return [x * (1 - 0.13 * fall), y, 5 + fold];
  };
  const meshes: Mesh[] = [
    grid(f, {
      nu: 160,
      nv: 200,
      material: hung,
      rest: (u, v) => [(u - 0.5) * 2 * wide(v * h), v * h, 0],
    }),
  ];
  const pocket = (u: number, v: number): Vec3 => {
    const p = f(0.5 + (u - 0.5) * 0.46, 0.28 + v * 0.2);
    return [p[0], p[1], p[2] + 0.5];
  };
  meshes.push(
    grid(pocket, {
      nu: 60,
      nv: 40,
      material: look.option('straps') === 'leather' ? trim : hung,
      rest: (u, v) => [(u - 0.5) * 28, v * 17, 3],
    }),
  );
  const neck = curve([
    [-12.6, h - 0.6, 5],
    [-9, h + 9, 1.2],
    [-1.5, h + 19, 0.8],
    [1.5, h + 19, 0.8],
    [9, h + 9, 1.2],
    [12.6, h - 0.6, 5],
  ]);
  meshes.push(strap(neck, 2.4, 0.22, { material: band, steps: 90, up: () => [0, 0.1, 1] }));
  for (const s of [-1, 1])
    meshes.push(
      strap(
        curve([
          [s * 31, 46, 2.4],
          [s * 34, 37, 2],
          [s * 32, 22, 3],
          [s * 35, 8, 2.4],
        ]),
        2.2,
        0.2,
        { material: band, steps: 80, up: () => [0.2, 0, 1] },
      ),
    );
  const peg = [
    tube(
      curve([
        [0, h + 18, -1],
        [0, h + 18.6, 4.5],
      ]),
      0.9,
      { material: (s) => s.matt(0.26, 0.16, 0.08, 0.6), steps: 16, around: 20 },
    ),
    block(roundRect(30, 5, 0.8), rounded(0, 1.6, 0.3), {
      material: (s) => s.matt(0.3 + 0.03 * Math.sin(s.rx * 2 + s.rz * 9), 0.19, 0.1, 0.6),
      around: 80,
      inner: 4,
    }),
  ];
  meshes.push(peg[0]!, place(peg[1]!, turn('x', Math.PI / 2), [0, h + 18, -1.6]));
  return {
    meshes,
    hangs: true,
    focus: { at: [5, 36, 5], size: 20, azimuth: 10, elevation: 6 },
    stance: { yaw: d.around(6), elevation: 3 },
  };
};
