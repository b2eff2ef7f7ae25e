/** Forms with a flat outline and some height: soles, boards, wallets, bags, cushions. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import type { Curve } from '#supabase/demo/pictures/forms/curve.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { clamp, cross, lerp, mad, sub, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** A rectangle with rounded corners in the xz plane, as a closed curve starting at +x. */
export function roundRect(width: number, depth: number, radius: number): Curve {
  const points: Vec3[] = [];
  const [w, d] = [width / 2 - radius, depth / 2 - radius];
  for (const [cx, cz, from] of [
    [w, d, 0],
    [-w, d, 1],
    [-w, -d, 2],
    [w, -d, 3],
  ] as const) {
    for (let i = 0; i <= 6; i++) {
      const a = ((from + i / 6) * Math.PI) / 2;
      points.push([cx + radius * Math.cos(a), 0, cz + radius * Math.sin(a)]);
    }
    // points along the straight sides keep the spline straight there
    const [nx, nz] = [
      [-w, d],
      [-w, -d],
      [w, -d],
      [w, d],
    ][from]!;
    const last = points[points.length - 1]!;
    const next: Vec3 = [
      nx! + radius * Math.cos(((from + 1) * Math.PI) / 2),
      0,
      nz! + radius * Math.sin(((from + 1) * Math.PI) / 2),
    ];
    for (const t of [0.1, 0.5, 0.9])
      points.push([lerp(last[0], next[0], t), 0, lerp(last[2], next[2], t)]);
  }
  return curve(points, { closed: true, steps: 480 });
}

export interface BlockOptions {
  material: Material;
  /** Where the inside converges; a segment on the x axis for long outlines. */
  spine?: Vec2;
  around?: number;
  /** Rings from the rim to the middle of each face. */
  inner?: number;
  warp?: (p: Vec3) => Vec3;
  mask?: (u: number, v: number) => boolean;
}

/** Outward direction of a closed curve in the xz plane. */
export function outward(outline: Curve, u: number): Vec3 {
  const t = sub(outline(u + 0.002), outline(u - 0.002));
  return unit(cross([0, 1, 0], t));
}

/**
 * Sweeps a side profile of [inset, y] pairs around the outline (bottom first) and closes it with
 * faces below and above. v runs from the middle of the bottom (0) to the middle of the top (1);
 * `sideV` tells where the side lies.
 */
export function block(outline: Curve, side: readonly Vec2[], options: BlockOptions): Mesh {
  const { material, around = 160, inner = 10, warp = (p) => p, mask } = options;
  const n = side.length;
  const rows = 2 * inner + n - 1;
  const [from, to] = options.spine ?? [0, 0];
  const rim = Array.from({ length: around + 1 }, (_, i) => {
    const p = outline(i / around);
    return { p, out: outward(outline, i / around) };
  });
  const sign = signOf(rim.map(({ p }) => p));
  const f = (u: number, v: number): Vec3 => {
    const { p, out } = rim[Math.round(u * around)]!;
    const row = Math.round(v * rows);
    const face = row < inner ? row / inner : row > inner + n - 1 ? (rows - row) / inner : 1;
    const [inset, y] = side[clamp(row - inner, 0, n - 1)]!;
    const edge = mad(p, out, -inset * sign);
    const centre: Vec3 = [clamp(edge[0], from, to), 0, 0];
    return warp([lerp(centre[0], edge[0], face), y, lerp(centre[2], edge[2], face)]);
  };
  return grid(f, { nu: around, nv: rows, material, closeU: true, mask });
}

function signOf(points: readonly Vec3[]): number {
  let area = 0;
  for (let i = 1; i < points.length; i++) {
    area += points[i - 1]![0] * points[i]![2] - points[i]![0] * points[i - 1]![2];
  }
  return area > 0 ? 1 : -1;
}

/** Side profile with rounded edges, from y = low to y = high. */
export function rounded(low: number, high: number, radius: number, steps = 4): Vec2[] {
  const out: Vec2[] = [];
  const r = Math.min(radius, (high - low) / 2);
  for (let i = 0; i <= steps; i++) {
    const a = (i / steps) * (Math.PI / 2);
    out.push([r - r * Math.sin(a), low + r - r * Math.cos(a)]);
  }
  for (let i = 0; i <= steps; i++) {
    const a = (i / steps) * (Math.PI / 2);
    out.push([r - r * Math.cos(a), high - r + r * Math.sin(a)]);
  }
  return out;
}
