/** Soles, welts and heels under a last. */
import { block, outward, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import type { Curve } from '#supabase/demo/pictures/forms/curve.ts';
import { merged, stitches } from '#supabase/demo/pictures/forms/strand.ts';
import type { Last } from '#supabase/demo/pictures/subjects/last.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { mad, smooth, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const SPINE: Vec2 = [-9.5, 9.5];

/** The outline moved outward by `margin` cm in the forepart and less at the heel. */
export function widened(outline: Curve, margin: number): Curve {
  const points = Array.from({ length: 96 }, (_, i): Vec3 => {
    const p = outline(i / 96);
    const share = margin > 0 ? 0.3 + 0.7 * smooth(-7, 0, p[0]) : 1;
    return mad(p, outward(outline, i / 96), margin * share);
  });
  return curve(points, { closed: true, steps: 480 });
}

/** One layer that follows the sole's bend, from `low` to `high` cm above its underside. */
export function layer(
  l: Last,
  margin: number,
  low: number,
  high: number,
  material: Material,
  round = 0.12,
): Mesh {
  return block(widened(l.outline, margin), rounded(low, high, round), {
    material,
    spine: SPINE,
    around: 260,
    inner: 12,
    warp: ([x, y, z]) => [x, y + l.ground(x), z],
  });
}

/** Heel block under the seat, with a slightly hollow breast at x = `breast`. */
export function heelBlock(l: Last, margin: number, breast: number, material: Material): Mesh {
  const edge = widened(l.outline, margin);
  const rim: Vec3[] = [];
  for (let i = 0; i < 240; i++) {
    const p = edge(i / 240);
    if (p[0] < breast) rim.push(p);
  }
  const [first, final] = [rim[0]!, rim[rim.length - 1]!];
  const back = [0.12, 0.5, 0.88].map((t): Vec3 => [
    breast - 0.35 * Math.sin(Math.PI * t),
    0,
    final[2] + (first[2] - final[2]) * t,
  ]);
  const outline = curve([...rim, ...back], { closed: true, straight: true, steps: 900 });
  const height = l.ground(-10) + 0.02;
  return block(
    outline,
    [...rounded(0, height, 0.07)].map(([inset, y]): Vec2 => [inset + 0.22 * (1 - y / height), y]),
    {
      material,
      around: 220,
      inner: 8,
      spine: [-10, -8],
      warp: ([x, y, z]) => [x, (y * (l.ground(x) + 0.02)) / height, z],
    },
  );
}

/** Welt stitching seen from above, around the forepart from heel to heel. */
export function weltStitches(
  l: Last,
  margin: number,
  height: number,
  thread: Material,
  back = -6,
): Mesh[] {
  const line = widened(l.outline, margin);
  const points: Vec3[] = [];
  for (let i = 0; i < 300; i++) {
    // start behind the heel so that the run is one piece around the toe
    const p = line(i / 300 + 0.5);
    if (p[0] > back) points.push([p[0], l.ground(p[0]) + height, p[2]]);
  }
  return [
    stitches(curve(points, { steps: 600 }), {
      material: thread,
      pitch: 0.36,
      thread: 0.055,
      up: () => [0, 1, 0],
      slant: 0.1,
    }),
  ];
}

/** Lugs around the tread of a commando sole, below the outsole's edge. */
export function lugs(l: Last, margin: number, material: Material): Mesh[] {
  const edge = widened(l.outline, margin - 0.02);
  const out: Mesh[] = [];
  const count = 50;
  for (let i = 0; i < count; i++) {
    const p = edge((i + 0.5) / count);
    if (p[0] < -4.6) continue;
    const o = outward(edge, (i + 0.5) / count);
    const yaw = Math.atan2(-o[2], o[0]);
    const outline = roundRect(0.8, 0.74, 0.12);
    const tooth = block(outline, rounded(-0.2, 0.3, 0.06), { material, around: 28, inner: 2 });
    out.push(
      place(tooth, turn('y', yaw), [p[0] - o[0] * 0.36, l.ground(p[0]), p[2] - o[2] * 0.36]),
    );
  }
  return out.length > 0 ? [merged(out, out[0]!)] : [];
}
