/** Wooden lasts. */
import { block, rounded } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { last, upper } from '#supabase/demo/pictures/subjects/last.ts';
import type { LastOptions } from '#supabase/demo/pictures/subjects/last.ts';

/** A wooden last standing on its sole, toe towards +x. */
export function woodenLast(seed: number, over: Partial<LastOptions> = {}): Mesh[] {
  const l = last({
    toe: 'almond',
    heel: 1.6,
    sole: 0.05,
    spring: 0.9,
    back: 7.4,
    front: 0,
    dip: 0.15,
    box: 0.95,
    width: 0.97,
    ...over,
  });
  const wood: Material = (s) => {
    const ring = Math.sin(
      (s.rz * 0.8 + 0.5 * s.ry + 1.6 * fbm(s.rx * 0.06 + seed, s.ry * 0.2, s.rz * 0.2, 2)) * 7,
    );
    const streak = noise3(s.rx * 0.25, s.ry * 5 + seed, s.rz * 5);
    const k = 1 + 0.1 * ring + 0.1 * streak;
    s.matt(0.47 * k, 0.28 * k, 0.13 * k, 0.4);
    s.f0 = 0.045;
    const hole = Math.hypot(s.rx + 9.4, s.rz - 0.1) < 0.6 && s.ry > 7;
    if (hole) s.matt(0.02, 0.012, 0.008, 0.9);
  };
  const top = l.at(0, 1);
  const front = l.at(0.5, 1);
  const lid = block(
    curve(
      Array.from({ length: 40 }, (_, i): Vec3 => {
        const p = l.at(i / 40, 1);
        return [p[0], 0, p[2]];
      }),
      { closed: true },
    ),
    rounded(-0.1, 0.05, 0.05),
    {
      material: wood,
      around: 120,
      inner: 12,
      spine: [-11, -6],
      warp: ([x, y, z]) => [
        x,
        y + top[1] + ((x - top[0]) / (front[0] - top[0])) * (front[1] - top[1]),
        z,
      ],
    },
  );
  return [upper(l, wood, { nu: 120, nv: 140 }), lid];
}
