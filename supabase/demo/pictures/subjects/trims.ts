/** Small ornaments of low shoes: saddle straps, tassels, bits and bows. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { ellipsoid, scatter, stitches, strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { onFoot, overFoot } from '#supabase/demo/pictures/subjects/foot-straps.ts';
import type { Last } from '#supabase/demo/pictures/subjects/last.ts';
import { loopOf } from '#supabase/demo/pictures/subjects/hardware.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { cross, mad, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const V = 0.56;

/** Saddle over the instep; a penny keeper has a slot in it. */
export function pennyStrap(l: Last, material: Material, thread: Material, slot: boolean): Mesh[] {
  const band = overFoot(l, [V - 0.03, V, V - 0.03], 2.3, material, 0.16);
  const row = (dv: number) => {
    const points = Array.from({ length: 21 }, (_, i) => {
      const a = -0.9 + 1.8 * (i / 20);
      return onFoot(l, a, V - 0.03 * a * a + dv, 0.31);
    });
    const line = curve(points.map((p) => p.at));
    return stitches(line, {
      material: thread,
      pitch: 0.28,
      thread: 0.04,
      up: (t) => points[Math.round(t * 20)]!.up,
    });
  };
  const dark: Material = (s) => s.matt(0.008, 0.006, 0.005, 0.9);
  const top = onFoot(l, 0, V, 0.3);
  const along = unit(cross(top.up, [1, 0, 0]));
  const cutOut = scatter(ellipsoid([0.9, 0.03, 0.22], dark, 20, 6), [
    { at: top.at, up: top.up, along, side: cross(along, top.up) },
  ]);
  return [band, row(0.017), row(-0.017), ...(slot ? [cutOut] : [])];
}

/** Two tassels on a cord over the vamp. */
export function tassels(l: Last, material: Material): Mesh[] {
  const knot = onFoot(l, 0, V - 0.05, 0.4);
  return [-1, 1].flatMap((side) => {
    const end = onFoot(l, side * 0.2, V - 0.16, 0.35);
    const cord = tube(
      curve([knot.at, mad(onFoot(l, side * 0.12, V - 0.1, 0.5).at, [0, 0.1, 0], 1), end.at]),
      0.11,
      { material, steps: 20 },
    );
    const fringe = Array.from({ length: 9 }, (_, i) => {
      const spread = (i / 8 - 0.5) * 0.9;
      const tip = onFoot(l, side * 0.26 + spread * 0.14, V - 0.27, 0.22 + 0.1 * (i % 2)).at;
      return tube(curve([end.at, mad(tip, [0, 0.15, 0], 1)]), 0.07, {
        material,
        steps: 8,
        around: 6,
      });
    });
    return [cord, ...fringe];
  });
}

/** A snaffle across the vamp. */
export function horsebit(l: Last, metal: Material): Mesh[] {
  const spots = [-0.28, 0, 0.28].map((a) => onFoot(l, a, V, 0.42));
  const frame = ({ at, up }: { at: Vec3; up: Vec3 }) => {
    const along = unit(cross(up, [1, 0, 0]));
    return { at, up, along, side: cross(along, up) };
  };
  return [
    tube(curve(spots.map((p) => p.at)), (v) => 0.11 + 0.06 * Math.abs(2 * v - 1), {
      material: metal,
      steps: 40,
    }),
    loopOf(0.7, 0.1, metal, frame(spots[0]!), 0.8),
    loopOf(0.7, 0.1, metal, frame(spots[2]!), 0.8),
  ];
}

/** A flat bow at x on the vamp. */
export function bowTie(l: Last, x: number, material: Material): Mesh[] {
  let v = 0.2;
  while (v < 0.6 && l.at(0.5, v)[0] > x) v += 0.005;
  const top = onFoot(l, 0, v, 0.15);
  const side = unit(cross(top.up, [1, 0, 0]));
  const at = (s: number, u: number, f: number): Vec3 =>
    mad(mad(mad(top.at, side, s), top.up, u), cross(side, top.up), f);
  const wing = (k: number) => {
    const line = curve([
      at(0, 0.05, 0),
      at(0.9 * k, 0.35, 0.1),
      at(1.75 * k, 0.22, 0.15),
      at(1.7 * k, 0.02, 0.1),
      at(0.9 * k, 0.02, 0),
      at(0, 0.02, 0),
    ]);
    return strap(line, (t) => 0.55 + 0.75 * Math.sin(Math.PI * Math.min(1, t * 1.02)), 0.09, {
      material,
      up: () => top.up,
    });
  };
  const knot = scatter(ellipsoid([0.28, 0.2, 0.36], material, 14, 10), [
    { at: at(0, 0.12, 0), up: top.up, along: side, side: cross(side, top.up) },
  ]);
  return [wing(1), wing(-1), knot];
}
