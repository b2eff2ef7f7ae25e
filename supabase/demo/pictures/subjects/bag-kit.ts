/** What bags share: body materials, handles, straps, seams, hardware positions. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import type { Curve } from '#supabase/demo/pictures/forms/curve.ts';
import { frames, stitches, strap } from '#supabase/demo/pictures/forms/strand.ts';
import type { Frame } from '#supabase/demo/pictures/forms/strand.ts';
import { kitengeCloth } from '#supabase/demo/pictures/look-print.ts';
import type { Look } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged } from '#supabase/demo/pictures/materials/edges.ts';
import { fleshSide, leather } from '#supabase/demo/pictures/materials/leather.ts';
import { plainCloth } from '#supabase/demo/pictures/materials/print.ts';
import { metalOf } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import { rivets } from '#supabase/demo/pictures/subjects/hardware.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { mad, sub } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface BagMaterials {
  body: Material;
  /** Straps, flaps and patches. */
  trim: Material;
  trimEdged: Material;
  lining: Material;
  thread: Material;
  metal: Material;
  cloth: boolean;
}

/** Materials for a bag whose body is leather, canvas, kitenge or two-tone. */
export function bagMaterials(look: Look, body: string): BagMaterials {
  const finish = look.draw.fork('finish').pick(['smooth', 'pebbled', 'pebbled', 'waxed'] as const);
  const main = look.colour('main');
  const alone = body === 'leather';
  const trimColour = alone ? main : look.colour('second');
  const trim = leather({
    colour: trimColour,
    finish: alone ? finish : 'smooth',
    seed: look.grain + 4,
  });
  const cloth = body === 'canvas' || body === 'kitenge';
  const face =
    body === 'canvas' ? plainCloth(main, { lay: 'uv', pitch: 0.09, depth: 0.3 })
    : body === 'kitenge' ? kitengeCloth(look, look.draw.fork('print').range(13, 19), { lay: 'uv', pitch: 0.05 })
    : leather({ colour: main, finish, seed: look.grain }); // prettier-ignore
  return {
    body: face,
    trim,
    trimEdged: edged(trim, shaded(trimColour, 0.42)),
    lining: cloth
      ? plainCloth(paint('natural'), { lay: 'uv' })
      : fleshSide(shaded(paint('natural'), 0.85), look.grain),
    thread: leather({
      colour: shaded(
        look.swatch('thread') === look.swatch('main')
          ? shaded(trimColour, 1.25)
          : look.colour('thread'),
        0.85,
      ),
    }),
    metal: metalOf(look),
    cloth,
  };
}

/** A flat handle: rises from two points, arches, and comes down; `out` is the side it faces. */
export function handle(
  left: Vec3,
  right: Vec3,
  rise: number,
  lean: Vec3,
  width: number,
  m: BagMaterials,
  drop = 7,
): Mesh[] {
  const [a, b] = [mad(left, [0, -1, 0], drop), mad(right, [0, -1, 0], drop)];
  const span = right[0] - left[0];
  const top = (t: number, k: number): Vec3 =>
    mad(
      mad(
        [
          left[0] + span * t,
          left[1] + (right[1] - left[1]) * t,
          left[2] + (right[2] - left[2]) * t,
        ],
        [0, rise * k, 0],
        1,
      ),
      lean,
      k,
    );
  const line = curve([
    a,
    mad(left, [0, -1, 0], drop * 0.4),
    left,
    top(0.06, 0.5),
    top(0.24, 0.9),
    top(0.5, 1),
    top(0.76, 0.9),
    top(0.94, 0.5),
    right,
    mad(right, [0, -1, 0], drop * 0.4),
    b,
  ]);
  const out = [
    strap(line, width, 0.32, {
      material: m.trimEdged,
      steps: 160,
      up: (t) => [
        0.35 * (t - 0.5) * -0.4,
        0.15 + 0.9 * Math.sin(Math.PI * t) ** 3,
        Math.sign(left[2]) * 1,
      ],
    }),
  ];
  const rows = (end: Vec3): Curve =>
    curve(
      [
        [-0.32, 0.2],
        [-0.32, drop * 0.72],
        [0.32, drop * 0.72],
        [0.32, 0.2],
      ].map(([x, y]): Vec3 => mad(end, [x! * width, y!, Math.sign(left[2]) * 0.19], 1)),
      { straight: true, steps: 300 },
    );
  for (const end of [a, b])
    out.push(stitches(rows(end), { material: m.thread, up: () => [0, 0, Math.sign(left[2])] }));
  const spot = (p: Vec3): Frame => ({
    at: mad(p, [0, drop * 0.86, Math.sign(left[2]) * 0.2], 1),
    along: [1, 0, 0],
    up: [0, 0, Math.sign(left[2])],
    side: [0, -Math.sign(left[2]), 0],
  });
  out.push(rivets(0.3, m.metal, [spot(a), spot(b)]));
  return out;
}

/** A row of stitches along points with one direction off the surface. */
export function row(points: readonly Vec3[], up: Vec3, m: BagMaterials, pitch = 0.34): Mesh {
  return stitches(curve(points), { material: m.thread, pitch, thread: 0.05, up: () => up });
}

/** Frames along a strap at the given shares, for buckles, holes and rivets. */
export function spots(
  line: Curve,
  at: readonly number[],
  up: (t: number) => Vec3,
  lift = 0.2,
): Frame[] {
  const list = frames(line, 200, up);
  return at.map((t) => {
    const f = list[Math.round(t * 200)]!;
    return { ...f, at: mad(f.at, f.up, lift) };
  });
}

export const between = (a: Vec3, b: Vec3): Vec3 => sub(b, a);
