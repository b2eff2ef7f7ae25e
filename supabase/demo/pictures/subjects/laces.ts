/** Laces, eyelets and bows. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { nearest } from '#supabase/demo/pictures/forms/contour.ts';
import { ellipsoid, scatter, strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { cross, mad, mix3, mul, sub, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface LaceOptions {
  /** Middle line of the instep, and where on it the first (front) and last pair sit. */
  spine: (v: number) => Vec3;
  from: number;
  to: number;
  pairs: number;
  /** Distance of the eyelets from the middle line, front and top. */
  gap: readonly [number, number];
  lace: Material;
  eyelet: Material;
  style: 'cross' | 'bars';
  flat: boolean;
  bow: boolean;
}

interface Spot {
  at: Vec3;
  up: Vec3;
}

/** A ring lying flat, x along and y up. */
export function ring(radius: number, thick: number, material: Material): Mesh {
  const f = (u: number, v: number): Vec3 => {
    const [a, b] = [2 * Math.PI * u, 2 * Math.PI * v];
    const r = radius + thick * Math.cos(b);
    return [r * Math.cos(a), thick * Math.sin(b), r * Math.sin(a)];
  };
  return grid(f, { nu: 22, nv: 10, material, closeU: true, closeV: true });
}

const closest = (upper: Mesh, [x, y, z]: Vec3): Spot =>
  nearest(upper, (px, py, pz) => (px - x) ** 2 + (py - y) ** 2 + 2 * (pz - z) ** 2);

const spotsOf = (upper: Mesh, o: LaceOptions, side: number): Spot[] =>
  Array.from({ length: o.pairs }, (_, i) => {
    const t = o.pairs === 1 ? 0 : i / (o.pairs - 1);
    const middle = o.spine(o.from + (o.to - o.from) * t);
    const gap = o.gap[0] + (o.gap[1] - o.gap[0]) * t;
    return closest(upper, [middle[0], middle[1] - 0.25 * gap, middle[2] + side * gap]);
  });

function thread(points: readonly Vec3[], up: Vec3, o: LaceOptions): Mesh {
  const c = curve(points);
  if (o.flat) return strap(c, 0.5, 0.1, { material: o.lace, steps: 24, up: () => up });
  return tube(c, 0.15, { material: o.lace, steps: 24, around: 10 });
}

/** One crossing from spot a to spot b, `lift` cm over what lies between. */
function bridge(upper: Mesh, a: Spot, b: Spot, lift: number, o: LaceOptions): Mesh {
  const under = closest(upper, mad(mix3(a.at, b.at, 0.5), mix3(a.up, b.up, 0.5), 0.3));
  const top = mad(under.at, under.up, lift);
  const rise = (spot: Spot, k: number) => mad(mix3(spot.at, top, k), spot.up, lift * 0.75);
  return thread(
    [mad(a.at, a.up, -0.05), rise(a, 0.2), top, rise(b, 0.2), mad(b.at, b.up, -0.05)],
    under.up,
    o,
  );
}

function bow(a: Spot, b: Spot, o: LaceOptions): Mesh[] {
  const up = unit(mix3(a.up, b.up, 0.5));
  const side = unit(sub(b.at, a.at));
  const down = unit(cross(side, up)); // along the instep
  const fore = down[1] < 0 ? down : mul(down, -1);
  const knot = mad(mad(mix3(a.at, b.at, 0.5), up, 0.42), fore, 0.25);
  const local = (list: readonly (readonly [number, number, number])[], sign: number): Vec3[] =>
    list.map(([s, f, u]) => mad(mad(mad(knot, side, s * sign), fore, f), up, u));
  const loop = [[0, 0, 0.05], [0.8, 0.35, 0.3], [1.7, 0.9, 0.05], [2.45, 1.5, -0.75], [2.5, 2, -1.25], [1.85, 1.75, -0.75], [0.8, 0.8, -0.05], [0, 0.15, 0]] as const; // prettier-ignore
  const end = [[0, 0, 0], [0.55, 1, 0.1], [1.15, 2.1, -0.35], [1.6, 2.9, -0.9], [1.9, 3.5, -1.5]] as const; // prettier-ignore
  const cord = (points: Vec3[]) =>
    tube(curve(points), 0.15, { material: o.lace, steps: 60, around: 10 });
  return [
    cord(local(loop, 1)),
    cord(
      local(
        loop.map(([s, f, u]) => [s * 0.92, f * 1.2, u - 0.05] as const),
        -1,
      ),
    ),
    cord(local(end, 1)),
    cord(
      local(
        end.map(([s, f, u]) => [s * 0.8, f * 0.9, u] as const),
        -1,
      ),
    ),
    scatter(ellipsoid([0.24, 0.2, 0.3], o.lace, 12, 8), [{ at: knot, along: fore, up, side }]),
  ];
}

/** Eyelets and laces on a shoe's upper. */
export function laces(upper: Mesh, o: LaceOptions): Mesh[] {
  const [left, right] = [spotsOf(upper, o, -1), spotsOf(upper, o, 1)];
  const frame = ({ at, up }: Spot) => {
    const along = unit(cross(up, [0, 0, 1]));
    return { at: mad(at, up, 0.02), along, up, side: cross(along, up) };
  };
  const out: Mesh[] = [scatter(ring(0.2, 0.05, o.eyelet), [...left, ...right].map(frame))];
  for (let i = 0; i < o.pairs; i++) {
    if (o.style === 'bars' || i === 0) out.push(bridge(upper, left[i]!, right[i]!, 0.2, o));
    if (o.style === 'bars' || i === o.pairs - 1) continue;
    out.push(bridge(upper, left[i]!, right[i + 1]!, 0.2, o));
    out.push(bridge(upper, right[i]!, left[i + 1]!, 0.4, o));
  }
  const end = o.pairs - 1;
  if (o.bow)
    out.push(bridge(upper, left[end]!, right[end]!, 0.38, o), ...bow(left[end]!, right[end]!, o));
  return out;
}
