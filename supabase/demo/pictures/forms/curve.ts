/** Curves through points, by arc length. */
import { length, lerp, mix3, sub } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export type Curve = (t: number) => Vec3;

const apart = (a: Vec3, b: Vec3): number => Math.max(1e-4, Math.sqrt(length(sub(b, a))));

/** Centripetal Catmull-Rom: no loops and little overshoot however unevenly the points lie. */
function spline(points: readonly Vec3[], closed: boolean, t: number): Vec3 {
  const count = points.length;
  const spans = closed ? count : count - 1;
  const at = Math.min(spans - 1e-9, Math.max(0, t * spans));
  const i = Math.floor(at);
  const get = (k: number): Vec3 | undefined => points[closed ? ((k % count) + count) % count : k];
  const [p1, p2] = [get(i)!, get(i + 1)!];
  const p0 = get(i - 1) ?? mix3(p1, p2, -1);
  const p3 = get(i + 2) ?? mix3(p1, p2, 2);
  const [t1, t2] = [apart(p0, p1), apart(p0, p1) + apart(p1, p2)];
  const t3 = t2 + apart(p2, p3);
  const x = t1 + (at - i) * (t2 - t1);
  const a1 = mix3(p0, p1, x / t1);
  const a2 = mix3(p1, p2, (x - t1) / (t2 - t1));
  const a3 = mix3(p2, p3, (x - t2) / (t3 - t2));
  const b1 = mix3(a1, a2, x / t2);
  const b2 = mix3(a2, a3, (x - t1) / (t3 - t1));
  return mix3(b1, b2, (x - t1) / (t2 - t1));
}

/** Smooth curve through the points with t in [0, 1] proportional to length. */
export function curve(
  points: readonly Vec3[],
  {
    closed = false,
    straight = false,
    steps = 240,
  }: { closed?: boolean; straight?: boolean; steps?: number } = {},
): Curve {
  const raw = (t: number): Vec3 => {
    if (!straight) return spline(points, closed, t);
    const spans = closed ? points.length : points.length - 1;
    const at = Math.min(spans - 1e-9, Math.max(0, t * spans));
    const i = Math.floor(at);
    return mix3(points[i]!, points[(i + 1) % points.length]!, at - i);
  };
  const places = Array.from({ length: steps + 1 }, (_, i) => raw(i / steps));
  const lengths = [0];
  for (let i = 1; i <= steps; i++) {
    lengths.push(lengths[i - 1]! + length(sub(places[i]!, places[i - 1]!)));
  }
  const total = lengths[steps]! || 1;
  return (t) => {
    const goal = (closed ? t - Math.floor(t) : Math.min(1, Math.max(0, t))) * total;
    let [low, high] = [0, steps];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (lengths[middle]! <= goal) low = middle;
      else high = middle;
    }
    const span = lengths[high]! - lengths[low]! || 1;
    return raw((low + (goal - lengths[low]!) / span) / steps);
  };
}

/** Length of a curve in centimetres. */
export function lengthOf(c: Curve, steps = 160): number {
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += length(sub(c((i + 1) / steps), c(i / steps)));
  return sum;
}

/** Smooth function through [x, y] keys (monotone cubic), constant outside them. */
export function keyed(keys: readonly (readonly [number, number])[]): (x: number) => number {
  const slope = keys.map((_, i) => {
    if (i === 0 || i === keys.length - 1) return 0;
    const [a, b, c] = [keys[i - 1]!, keys[i]!, keys[i + 1]!];
    const [l, r] = [(b[1] - a[1]) / (b[0] - a[0]), (c[1] - b[1]) / (c[0] - b[0])];
    return l * r <= 0 ? 0 : (2 * l * r) / (l + r);
  });
  const ends = (i: number, j: number) => (keys[j]![1] - keys[i]![1]) / (keys[j]![0] - keys[i]![0]);
  if (keys.length > 1) {
    slope[0] = ends(0, 1);
    slope[keys.length - 1] = ends(keys.length - 2, keys.length - 1);
  }
  return (x) => {
    const first = keys[0]!;
    const last = keys[keys.length - 1]!;
    if (x <= first[0]) return first[1];
    if (x >= last[0]) return last[1];
    let i = 0;
    while (keys[i + 1]![0] < x) i++;
    const [a, b] = [keys[i]!, keys[i + 1]!];
    const h = b[0] - a[0];
    const t = (x - a[0]) / h;
    const bend = t * t * (3 - 2 * t);
    const [ta, tb] = [t * (1 - t) * (1 - t), -t * t * (1 - t)];
    return lerp(a[1], b[1], bend) + h * (slope[i]! * ta + slope[i + 1]! * tb);
  };
}
