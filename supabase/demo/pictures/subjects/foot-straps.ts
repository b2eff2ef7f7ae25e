/** Straps and bands over the shape of a foot. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { strap, strapSection } from '#supabase/demo/pictures/forms/strand.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { cross, length, mad, smooth, sub, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { buckle } from '#supabase/demo/pictures/subjects/hardware.ts';
import type { Last } from '#supabase/demo/pictures/subjects/last.ts';

/** Place on the foot at side a in [-1, 1] (inner to outer, 0 on top) and v, with its normal. */
export function onFoot(l: Last, a: number, v: number, lift = 0.12): { at: Vec3; up: Vec3 } {
  const u = 0.5 - a * 0.44;
  const p = l.at(u, v);
  const n = unit(cross(sub(l.at(u + 0.01, v), p), sub(l.at(u, v + 0.01), p)));
  const out: Vec3 = n[1] * 0.6 + n[2] * a < 0 ? [-n[0], -n[1], -n[2]] : n;
  return { at: mad(p, out, lift), up: out };
}

/**
 * A band from the inner edge over the foot to the outer edge, shaped to the foot; v at the inner
 * side, on top and at the outer side, width in cm.
 */
export function overFoot(
  l: Last,
  vs: readonly [number, number, number],
  width: number,
  material: Material,
  lift = 0.12,
): Mesh {
  const thick = 0.24;
  const steps = 90;
  const spots = Array.from({ length: steps + 1 }, (_, i) => {
    const a = (2 * i) / steps - 1;
    const v = a < 0 ? vs[1] + (vs[0] - vs[1]) * a * a : vs[1] + (vs[2] - vs[1]) * a * a;
    const u = 0.5 - a * 0.445;
    const run = length(sub(l.at(u, v + 0.01), l.at(u, v - 0.01))) / 0.02;
    return { a, v, run };
  });
  const f = (u: number, t: number): Vec3 => {
    const { a, v, run } = spots[Math.round(t * steps)]!;
    const [x, y] = strapSection(u, width, thick);
    const spot = onFoot(l, a, v - x / Math.max(run, 4), lift + thick / 2 + y);
    // the ends go in between the insole and the sole
    return mad(spot.at, [0, -0.7, 0], smooth(0.86, 1, Math.abs(a)));
  };
  const total = 22;
  const rest = (u: number, t: number): Vec3 => {
    const [x, y] = strapSection(u, width, thick);
    return [x, y, t * total];
  };
  return grid(f, { nu: 50, nv: steps, material, closeU: true, rest, flat: true });
}

/** A strap that goes around the heel from v on both sides; rises to `height` behind. */
export function aroundHeel(
  l: Last,
  v: number,
  height: number,
  width: number,
  material: Material,
): Mesh {
  const from = onFoot(l, -0.62, v, 0.14).at;
  const to = onFoot(l, 0.62, v, 0.14).at;
  const y = l.seat(-12) + height;
  const line = curve([
    from,
    [-8.5, y - 0.1, -3.5],
    [-12.2, y + 0.2, -2.3],
    [-13.5, y + 0.3, 0],
    [-12.2, y + 0.2, 2.3],
    [-8.5, y - 0.1, 3.5],
    to,
  ]);
  const centre: Vec3 = [-8.5, y, 0];
  return strap(line, width, 0.24, { material, steps: 100, up: (t) => unit(sub(line(t), centre)) });
}

/** A buckle on the outer side of a strap over the foot at v. */
export function strapBuckle(l: Last, v: number, metal: Material): Mesh[] {
  const spot = onFoot(l, 0.6, v, 0.36);
  const before = onFoot(l, 0.5, v, 0.36);
  const along = unit(sub(spot.at, before.at));
  return buckle(1.7, 2, metal, { at: spot.at, up: spot.up, along, side: cross(along, spot.up) });
}
