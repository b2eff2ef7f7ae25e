/** The shape a shoe is made on: rings from the toe back and up to the opening. */
import { curve, keyed } from '#supabase/demo/pictures/forms/curve.ts';
import type { Curve } from '#supabase/demo/pictures/forms/curve.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { lerp, mad, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** All in cm: toe towards +x, the foot's outer side towards +z, ground at y = 0. */
export interface LastOptions {
  toe: 'round' | 'almond' | 'chisel' | 'pointed' | 'square' | 'wide';
  /** Height of the heel and thickness of the sole under the ball. */
  heel: number;
  sole: number;
  /** How far the toe lifts. */
  spring: number;
  /** Height of the opening at the back: 6.5 is a shoe, 12 an ankle boot, 17 a work boot. */
  back: number;
  /** Where the opening begins on the instep, as x; smaller is further back. */
  front: number;
  /** How far the sides of the opening dip, 1 as usual; low for shoes whose opening is cut. */
  dip: number;
  /** Scales the height of the toe box and the width of the foot. */
  box: number;
  width: number;
}

/** One ring: lower and upper end in the side view, how square it is below, sag at its sides. */
interface Ring {
  low: Vec2;
  up: Vec2;
  width: number;
  below: number;
  sag: number;
}

const TOES: Record<LastOptions['toe'], readonly Vec2[]> = {
  round: [[11.6, 3.75], [13.3, 2.5], [14.3, 0.5]],
  almond: [[11.6, 3.3], [13.5, 1.95], [14.6, 0.35]],
  chisel: [[11.8, 3.25], [13.9, 2.15], [14.7, 1.1]],
  pointed: [[11.6, 2.7], [13.8, 1.25], [15, 0.2]],
  square: [[11.8, 3.6], [13.5, 3.1], [14.1, 1.6]],
  wide: [[11.2, 4.3], [13, 3.2], [14, 0.9]],
}; // prettier-ignore

export interface Last {
  options: LastOptions;
  /** Edge of the foot seen from above, closed; u 0 at the toe. */
  outline: Curve;
  /** Underside of the sole and seat of the foot, by x. */
  ground: (x: number) => number;
  seat: (x: number) => number;
  /** Surface of the foot: u around from the sole's middle over the outer side, v toe to opening. */
  at: (u: number, v: number) => Vec3;
}

/** Outer half then inner half of the sole edge, mirrored widths differ as feet do. */
function outlineOf(o: LastOptions): Curve {
  const k = o.width;
  const toe = TOES[o.toe];
  const outer: Vec3[] = toe.map(([x, z]): Vec3 => [x, 0, z * k + 0.25]).reverse();
  const inner: Vec3[] = toe.map(([x, z]): Vec3 => [x, 0, -z * k + 0.35]);
  return curve(
    [
      ...outer,
      [8, 0, 4.75 * k],
      [4.2, 0, 4.95 * k],
      [0, 0, 4.25 * k],
      [-5, 0, 3.45 * k],
      [-9.5, 0, 3.35 * k],
      [-12.6, 0, 2.45 * k],
      [-13.9, 0, 0],
      [-12.6, 0, -2.45 * k],
      [-9.5, 0, -3.25 * k],
      [-5, 0, -3 * k],
      [0, 0, -3.25 * k],
      [4.6, 0, -4.3 * k],
      [8.4, 0, -4.35 * k],
      ...inner,
    ],
    { closed: true, steps: 480 },
  );
}

function planOf(outline: Curve): (x: number) => { half: number; middle: number } {
  const points = Array.from({ length: 721 }, (_, i) => outline(i / 720));
  return (x) => {
    let [high, low] = [0, 0];
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1]!, points[i]!];
      if (a[0] < x === b[0] < x) continue;
      const z = lerp(a[2], b[2], (x - a[0]) / (b[0] - a[0]));
      high = Math.max(high, z);
      low = Math.min(low, z);
    }
    return { half: (high - low) / 2, middle: (high + low) / 2 };
  };
}

/** Rings of the forefoot and the instep, common to all shoes. */
function foreRings(o: LastOptions, seat: (x: number) => number, tip: number): Ring[] {
  const b = o.box;
  // the tip of the upper ends where the sole's outline does
  const reach = (x: number) => (x < 9 ? x : 9 + ((x - 9) * (tip - 9)) / 5.45);
  const rings: readonly (readonly [number, number, number, number])[] = [
    [14.45, 14.45, 0.7, 0],
    [14.32, 14.28, 1.3, 0.42],
    [13.95, 13.85, 1.95, 0.72],
    [13.2, 13, 2.5, 0.93],
    [11.7, 11.5, 3.05, 1],
    [9.2, 9.2, 3.6, 1],
    [6.2, 6.8, 4.4, 1],
    [3, 4.4, 5.5, 0.99],
    [-0.6, 2.2, 6.8, 0.97],
  ];
  return rings.map(([lowX, upX, rise, width], i) => {
    const [low, up] = [reach(lowX), reach(upX)];
    return {
      low: [low, seat(low) + (i === 0 ? 0.69 : -0.08)],
      up: [up, seat(up) + rise * (i < 5 ? b : 1)],
      width,
      below: i < 2 ? 2.6 : 4.6,
      sag: 0,
    };
  });
}

/** Rings around the heel and up to the opening. */
function rearRings(o: LastOptions, seat: (x: number) => number): Ring[] {
  const heel = seat(-12);
  const top = heel + o.back;
  const shoe = o.back < 9;
  const lift = shoe ? o.front * 0.14 : 0;
  const ring = (low: Vec2, up: Vec2, width: number, below: number, sag: number): Ring => ({
    low,
    up,
    width,
    below,
    sag: sag * o.dip,
  });
  const rings = [
    ring([-5, seat(-5) - 0.08], [0.6, heel + 6.3 - lift], 1.0, 3.8, 0.1),
    ring([-9.6, seat(-9.6) - 0.08], [-0.6, heel + 7.1 - lift], 1.0, 3.6, 0.35),
    ring([-12.9, heel + 0.05], [-1.5, heel + 7.7 - lift], 0.99, 3, 0.7),
    ring([-13.8, heel + 1.6], [-2.1, heel + 8.05 - lift], 0.97, 2.2, 1.2),
    ring([-14, heel + 3.4], [-2.7, heel + 8.35 - lift], 0.95, 2.1, 1.7),
  ];
  if (shoe) {
    rings.push(ring([-13.65, lerp(heel + 3.4, top, 0.62)], [-3, heel + 8.55 - lift], 0.9, 2, 2.1));
    rings.push(ring([-13.3, top], [-3.2, heel + 8.7 - lift], 0.84, 2, 2.3));
    return rings;
  }
  const front = (y: number) => -4.1 - 0.05 * (y - 11);
  rings.push(ring([-13.4, heel + 5.6], [-3.6, heel + 9.6], 0.9, 2.05, 1.5));
  rings.push(ring([-12.9, heel + 8], [front(11), heel + 11], 0.87, 2, 0.9));
  rings.push(
    ring(
      [-12.8, lerp(heel + 8, top, 0.5)],
      [front(12.5), lerp(heel + 11, top + 1, 0.5)],
      0.88,
      2,
      0.6,
    ),
  );
  rings.push(ring([-13.1, top], [front(top - heel), top + 0.9], 0.92, 2, 0.5));
  return rings;
}

/** Height of the sole's underside by x: heel, waist, ball, toe. */
const groundOf = (o: LastOptions): ((x: number) => number) =>
  keyed([
    [-14, o.heel], [-7.5, o.heel * 0.97], [-4.5, o.heel * 0.8], [-1.5, o.heel * 0.38],
    [2, 0.06], [4.5, 0], [7.5, 0.02], [11, o.spring * 0.42], [14.6, o.spring],
  ]); // prettier-ignore

/** The ring table as smooth functions of v, with half widths and middles from the outline. */
function lanes(rings: readonly Ring[], outline: Curve) {
  const plan = planOf(outline);
  const of = (value: (ring: Ring) => number) =>
    keyed(rings.map((ring, i) => [i / (rings.length - 1), value(ring)] as const));
  return {
    lowX: of((r) => r.low[0]),
    lowY: of((r) => r.low[1]),
    upX: of((r) => r.up[0]),
    upY: of((r) => r.up[1]),
    wide: of((r) => r.width),
    below: of((r) => r.below),
    sag: of((r) => r.sag),
    half: of((r) => {
      const x = Math.max(-9.2, Math.min(12.4, 0.72 * r.low[0] + 0.28 * r.up[0]));
      return plan(x).half * (r.low[0] < -12 ? 0.97 : 1);
    }),
    middle: of((r) => plan(Math.max(-9, Math.min(12.4, r.low[0]))).middle),
  };
}

/** Builds the last. Every number of the ring table is a smooth function of v. */
export function last(o: LastOptions): Last {
  const outline = outlineOf(o);
  const ground = groundOf(o);
  const seat = (x: number) => ground(x) + o.sole;
  const tip = Math.max(...Array.from({ length: 200 }, (_, i) => outline(i / 200)[0])) - 0.06;
  const lane = lanes([...foreRings(o, seat, tip), ...rearRings(o, seat)], outline);
  const at = (u: number, v: number): Vec3 => {
    const a = 2 * Math.PI * u;
    const up = -Math.cos(a);
    const side = Math.sin(a);
    // a superellipse: squarer towards the sole, rounder over the instep
    const e = 2 / (up < 0 ? lane.below(v) : lerp(1.9, 1.75, v));
    const s = Math.sign(up) * Math.pow(Math.abs(up), e);
    const c = Math.sign(side) * Math.pow(Math.abs(side), up < 0 ? e : 0.94);
    const t = 0.5 + 0.5 * s;
    const x = lerp(lane.lowX(v), lane.upX(v), t);
    const y = lerp(lane.lowY(v), lane.upY(v), t);
    const droop = lane.sag(v) * (1 - s * s) * (1 - 0.35 * s);
    // the instep is narrower than the ball and leans inward
    const narrow = 1 - 0.1 * t * t - 0.16 * t * Math.min(1, v * 1.3);
    const z = lane.middle(v) * (1 - 0.55 * t) + c * lane.half(v) * lane.wide(v) * narrow;
    return [x - 0.25 * droop, y - droop, z];
  };
  return { options: o, outline, ground, seat, at };
}

/** The foot's surface as a mesh, `offset` cm outward, from v = `from` to the opening. */
export function upper(
  l: Last,
  material: Material,
  {
    offset = 0,
    from = 0,
    to = 1,
    nu = 200,
    nv = 240,
    mask,
  }: {
    offset?: number;
    from?: number;
    to?: number;
    nu?: number;
    nv?: number;
    mask?: (u: number, v: number) => boolean;
  } = {},
): Mesh {
  const place = (u: number, v: number) => l.at(u, lerp(from, to, v));
  const base = grid(place, { nu, nv, material, closeU: true, mask });
  if (offset === 0) return base;
  const f = (u: number, v: number): Vec3 => {
    const i = 3 * (Math.round(v * nv) * (nu + 1) + Math.round(u * nu));
    const p: Vec3 = [base.pos[i]!, base.pos[i + 1]!, base.pos[i + 2]!];
    return mad(p, unit([base.nor[i]!, base.nor[i + 1]!, base.nor[i + 2]!]), offset);
  };
  return grid(f, { nu, nv, material, closeU: true, rest: place, mask });
}
