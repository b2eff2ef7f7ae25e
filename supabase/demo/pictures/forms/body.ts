/** Soft hollow bodies: bags, pouches, cushions. */
import { block, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { keyed } from '#supabase/demo/pictures/forms/curve.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface VesselOptions {
  /** Half width and half depth by height: [y, half width, half depth]. */
  rings: readonly (readonly [number, number, number])[];
  /** 2 is an ellipse in plan, 6 nearly a rectangle. */
  square: number;
  material: Material;
  /** Depth of hollows and folds in cm. */
  slack?: number;
  seed?: number;
  /** Lays cloth around the body instead of through it. */
  unroll?: boolean;
  /** Closes the top as well. */
  lid?: boolean;
  /** Moves the wall inward, for linings. */
  inset?: number;
  nu?: number;
  nv?: number;
}

const power = (x: number, e: number): number => Math.sign(x) * Math.pow(Math.abs(x), e);

/** Angle at which a share u of the girth has been passed, so that cloth is not stretched. */
function evenly(o: VesselOptions): (u: number) => number {
  const [, w, d] = o.rings[o.rings.length >> 1]!;
  const e = 2 / o.square;
  const n = 720;
  const place = (i: number) => {
    const a = (2 * Math.PI * i) / n;
    return [w * power(Math.cos(a), e), d * power(Math.sin(a), e)] as const;
  };
  const sums = [0];
  for (let i = 1; i <= n; i++) {
    const [a, b] = [place(i - 1), place(i)];
    sums.push(sums[i - 1]! + Math.hypot(b[0] - a[0], b[1] - a[1]));
  }
  return (u) => {
    const turns = Math.floor(u);
    const goal = (u - turns) * sums[n]!;
    let [low, high] = [0, n];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (sums[middle]! <= goal) low = middle;
      else high = middle;
    }
    const share = (goal - sums[low]!) / (sums[high]! - sums[low]! || 1);
    return 2 * Math.PI * (turns + (low + share) / n);
  };
}

/** Wall of a vessel at angle u and height y. u 0.25 is the front (+z), 0 the right side. */
export function wall(o: VesselOptions): (u: number, y: number) => Vec3 {
  const wide = keyed(o.rings.map(([y, w]) => [y, w] as const));
  const deep = keyed(o.rings.map(([y, , d]) => [y, d] as const));
  const { slack = 0, seed = 0, inset = 0 } = o;
  const angle = evenly(o);
  return (u, y) => {
    const a = angle(u);
    const [c, s] = [Math.cos(a), Math.sin(a)];
    const e = 2 / o.square;
    const [w, d] = [wide(y) - inset, deep(y) - inset];
    const x = w * power(c, e);
    const z = d * power(s, e);
    const fold =
      slack *
      (noise3(x * 0.09 + seed, y * 0.09, s * 1.5) + 0.45 * noise3(x * 0.2, y * 0.24 + seed, s * 2));
    return [x + fold * c * 0.6, y + 0.12 * fold, z + fold * power(s, 0.5)];
  };
}

/** A body standing on y = 0: the bottom is the first tenth of v, the lid (if any) the last. */
export function vessel(o: VesselOptions): Mesh {
  const at = wall(o);
  const top = o.rings[o.rings.length - 1]![0];
  const low = o.rings[0]![0];
  const { nu = 200, nv = 120, lid = false } = o;
  const floor = 0.1;
  const roof = lid ? 0.9 : 1;
  const f = (u: number, v: number): Vec3 => {
    if (v < floor) {
      const p = at(u, low);
      const k = v / floor;
      return [p[0] * k, low, p[2] * k];
    }
    if (v > roof) {
      const p = at(u, top);
      const k = (1 - v) / (1 - roof);
      return [
        p[0] * k,
        top + 0.25 * (1 - k * k) * Math.min(4, o.rings[o.rings.length - 1]![2]),
        p[2] * k,
      ];
    }
    return at(u, low + ((top - low) * (v - floor)) / (roof - floor));
  };
  const middle = o.rings[o.rings.length >> 1]!;
  const girth = 4 * (middle[1] + middle[2]) * 0.97;
  const rest = (u: number, v: number): Vec3 => [
    -u * girth,
    low + ((top - low) * (v - floor)) / (roof - floor),
    0,
  ];
  return grid(f, { nu, nv, material: o.material, closeU: true, ...(o.unroll ? { rest } : {}) });
}

/** A lying cushion form: rounded rectangle with a seam at half height, thickest in the middle. */
export function pillow(
  width: number,
  depth: number,
  thick: number,
  corner: number,
  material: Material,
  { slack = 0, seed = 0, rim = 0.12, around = 240, inner = 40 } = {},
): Mesh {
  const side: Vec2[] = [[0, 0], [0, 0.0001]]; // prettier-ignore
  const lift = (x: number, z: number): number => {
    const a = Math.max(0, 1 - Math.pow(Math.abs(x) / (width / 2), 3.2));
    const b = Math.max(0, 1 - Math.pow(Math.abs(z) / (depth / 2), 3.2));
    return Math.sqrt(a * b);
  };
  return block(roundRect(width, depth, corner), side, {
    material,
    around,
    inner,
    warp: ([x, y, z]) => {
      const up = y > 0.00005 ? 1 : y < 0.00005 && y > -1 ? -1 : 0;
      const fold = slack * noise3(x * 0.16 + seed, up, z * 0.16) * lift(x, z);
      return [x, thick / 2 + (up * rim) / 2 + up * (lift(x, z) * (thick - rim) * 0.5 + fold), z];
    },
  });
}
