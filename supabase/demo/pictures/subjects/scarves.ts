/** Scarves: folded, draped, knotted. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { ellipsoid, frames, scatter } from '#supabase/demo/pictures/forms/strand.ts';
import { clothOf } from '#supabase/demo/pictures/look-print.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { drape, folds, fringe } from '#supabase/demo/pictures/subjects/cloth-kit.ts';
import { UP, yarn } from '#supabase/demo/pictures/subjects/table-linen.ts';

export const scarf: Maker = (look) => {
  const d = look.draw.fork('scarf');
  const cloth = clothOf(look, look.option('pattern'), 16, { lay: 'xz', pitch: 0.08, sheen: 0.12 });
  const laid = look.option('laid');
  const seed = look.grain;
  if (laid === 'folded') {
    const stack = folds(4, 24, 0.62, { material: cloth, width: 27, wave: 0.16, seed });
    const edge = Array.from({ length: 8 }, (_, i): Vec3 => [
      13.2,
      4.6 - 0.1 * Math.sin(i),
      -10 + i * 2.9,
    ]);
    return {
      meshes: [...stack, ...fringe(edge, [1, 0, 0], 6, yarn(look), seed)],
      focus: { at: [8, 5, 4], size: 12, azimuth: 14, elevation: 34 },
      stance: { yaw: -28 + d.around(8), elevation: 32 },
    };
  }
  if (laid === 'knotted')
    return {
      meshes: knotted(look, cloth),
      focus: { at: [0, 8, 6], size: 13, azimuth: 8, elevation: 24 },
      stance: { yaw: d.around(12), elevation: 24 },
    };
  // one long piece laid in loose waves over the table
  const points: [number, number][] = [[-26, 0.15], [-15, 0.9], [-9, 5.2], [-2, 1.2], [3, 0.5], [8, 4], [13, 1.6], [19, 0.3], [27, 0.15]]; // prettier-ignore
  const sheet = drape(points, { material: cloth, width: 34, wave: 1.2, seed, nv: 300, nu: 160 });
  const edge = Array.from({ length: 9 }, (_, i): Vec3 => [-16.5 + i * 4.1, 0.5, 26.9]);
  return {
    meshes: [sheet, ...fringe(edge, [0, 0, 1], 6.5, yarn(look), seed)],
    focus: { at: [3, 3, 8], size: 14, azimuth: 12, elevation: 34 },
    stance: { yaw: -30 + d.around(8), elevation: 36 },
  };
};

/** A loose ring of cloth with two ends, as worn, standing by itself. */
function knotted(look: Look, cloth: Material): Mesh[] {
  const seed = look.grain;
  const loopAt = (k: number, r: number, y: number) =>
    curve(
      Array.from({ length: 14 }, (_, i): Vec3 => {
        const a = (i / 14) * 2 * Math.PI;
        return [
          r * Math.cos(a),
          y + 2.2 * Math.cos(a * 1 + k) * 0.6 + 1.4 * Math.sin(a),
          r * 0.8 * Math.sin(a),
        ];
      }),
      { closed: true },
    );
  const swath = (
    line: ReturnType<typeof curve>,
    closed: boolean,
    radius: number,
    k: number,
  ): Mesh => {
    const list = frames(line, 160);
    const f = (u: number, v: number): Vec3 => {
      const { at: p, up, side } = list[Math.round(v * 160)]!;
      const a = 2 * Math.PI * u;
      const pleat = 1 + 0.2 * Math.sin(a * 5 + 6 * v + k) + 0.16 * noise3(u * 6, v * 5, seed + k);
      const r = radius * pleat;
      return [
        p[0] + (up[0] * Math.cos(a) * 0.75 + side[0] * Math.sin(a)) * r,
        Math.max(0.1, p[1] + (up[1] * Math.cos(a) * 0.75 + side[1] * Math.sin(a)) * r),
        p[2] + (up[2] * Math.cos(a) * 0.75 + side[2] * Math.sin(a)) * r,
      ];
    };
    const rest = (u: number, v: number): Vec3 => [u * radius * 9, 0, v * 60];
    return grid(f, {
      nu: 150,
      nv: 160,
      material: cloth,
      closeU: true,
      closeV: closed,
      rest,
      flat: true,
    });
  };
  const end = (s: number): Mesh =>
    swath(
      curve([
        [s * 1.2, 6.5, 9.5],
        [s * 2.8, 4.2, 12.2],
        [s * 5.6, 1.9, 15.5],
        [s * 7.5, 1.2, 21],
      ]),
      false,
      2.1,
      s,
    );
  const tips = [-1, 1].flatMap((s) =>
    fringe(
      [
        [s * 7.5 - 1.8, 1.4, 21],
        [s * 7.5 + 1.8, 1.4, 21],
      ],
      [0.1 * s, 0, 1],
      5,
      yarn(look),
      seed + s,
    ),
  );
  return [
    swath(loopAt(0, 11, 6), true, 3.1, 0),
    swath(loopAt(2, 10, 9.5), true, 2.8, 3),
    end(1),
    end(-1),
    scatter(ellipsoid([3, 2.6, 2.6], cloth, 30, 20), [
      { at: [0, 6.8, 9.4], along: [1, 0, 0], up: UP, side: [0, 0, 1] },
    ]),
    ...tips,
  ];
}
