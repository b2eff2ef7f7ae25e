/** Low shoes: an opening cut into the upper, with a bound edge. */
import { contour } from '#supabase/demo/pictures/forms/contour.ts';
import type { Field } from '#supabase/demo/pictures/forms/contour.ts';
import { keyed } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Last } from '#supabase/demo/pictures/subjects/last.ts';
import { both } from '#supabase/demo/pictures/subjects/pattern.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';

export interface OpeningOptions {
  /** x of its front and back end, half width, and how square the front is (2 is round). */
  front: number;
  wide: number;
  square?: number;
  /** Height of the edge over the seat at the heel, the side and the front. */
  heights: readonly [number, number, number];
}

/** Positive inside the opening. */
export function opening(l: Last, o: OpeningOptions): Field {
  const middle = o.front - 10.5;
  const e = o.square ?? 2;
  const top = keyed([[-14, l.seat(-14) + o.heights[0]], [-7, l.seat(-7) + o.heights[1]], [o.front, l.seat(o.front) + o.heights[2]]]); // prettier-ignore
  return (x, y, z) => {
    const a = Math.abs(x - middle) / 10.5;
    const b = Math.abs(z - 0.15) / (o.wide * (1 - 0.18 * Math.min(1, Math.max(0, (-6 - x) / 8))));
    return both(2.6 * (1 - Math.pow(a ** e + b ** e, 1 / e)), y - top(x), 1.8);
  };
}

/** A mask for `upper` (or its part from v = `from`) that leaves out where the field is positive. */
export function cut(l: Last, field: Field, from = 0): (u: number, v: number) => boolean {
  const n = 260;
  const values = new Float32Array((n + 1) * (n + 1));
  for (let j = 0; j <= n; j++) {
    for (let i = 0; i <= n; i++) {
      values[j * (n + 1) + i] = field(...l.at(i / n, from + ((1 - from) * j) / n));
    }
  }
  return (u, v) => {
    const x = Math.min(n - 1e-6, Math.max(0, u * n));
    const y = Math.min(n - 1e-6, Math.max(0, v * n));
    const [ix, iy] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - ix, y - iy];
    const k = iy * (n + 1) + ix;
    const low = values[k]! * (1 - fx) + values[k + 1]! * fx;
    const high = values[k + n + 1]! * (1 - fx) + values[k + n + 2]! * fx;
    return low * (1 - fy) + high * fy < 0;
  };
}

/** The bound edge of the opening. */
export function binding(skin: Mesh, field: Field, material: Material, thick = 0.16): Mesh[] {
  return contour(skin, field, { least: 6 })
    .slice(0, 1)
    .map((seam) => tube(seam.line, thick, { material, steps: 260, around: 10, capped: false }));
}
