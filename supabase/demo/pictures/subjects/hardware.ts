/** Buckles, rings, rivets, zips and locks. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { ellipsoid, scatter, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Frame } from '#supabase/demo/pictures/forms/strand.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const wire = (
  points: readonly Vec3[],
  radius: number,
  material: Material,
  closed = true,
  straight = false,
): Mesh =>
  tube(curve(points, { closed, straight }), radius, { material, steps: 96, around: 12, closed });

function rectangle(length: number, width: number, corner: number): Vec3[] {
  const c = roundRect(length, width, corner);
  return Array.from({ length: 48 }, (_, i) => c(i / 48));
}

/** A rectangular buckle with its tongue; `length` along the strap, `width` across, in cm. */
export function buckle(
  length: number,
  width: number,
  metal: Material,
  frame: Frame,
  round = false,
): Mesh[] {
  const thick = 0.075 * Math.sqrt(width);
  const outline = round
    ? Array.from({ length: 32 }, (_, i): Vec3 => [
        (length / 2) * Math.cos((i / 32) * 2 * Math.PI),
        0,
        (width / 2) * Math.sin((i / 32) * 2 * Math.PI),
      ])
    : rectangle(length, width, Math.min(length, width) * 0.18);
  const parts = [
    wire(outline, thick, metal),
    wire([[-length * 0.1, -0.02, -width / 2], [-length * 0.1, -0.02, width / 2]], thick * 0.8, metal, false),
    wire([[-length * 0.12, 0.02, 0], [0.1 * length, thick * 1.4, 0], [length * 0.52, thick * 1.1, 0]], thick * 0.75, metal, false),
  ]; // prettier-ignore
  return parts.map((part) => scatter(part, [frame]));
}

/** A ring (D or round) of wire, lying in the frame's plane. */
export function loopOf(
  radius: number,
  thick: number,
  metal: Material,
  frame: Frame,
  flat = 1,
): Mesh {
  const points = Array.from({ length: 24 }, (_, i): Vec3 => {
    const a = (i / 24) * 2 * Math.PI;
    return [radius * Math.cos(a) * flat, 0, radius * Math.sin(a)];
  });
  return scatter(wire(points, thick, metal), [frame]);
}

/** Domed rivet heads. */
export const rivets = (radius: number, metal: Material, list: readonly Frame[]): Mesh =>
  scatter(ellipsoid([radius, radius * 0.42, radius], metal, 20, 10), list);

/** A plate with rounded corners lying in the frame's plane. */
export function plate(
  length: number,
  width: number,
  thick: number,
  corner: number,
  material: Material,
  frame: Frame,
): Mesh {
  const side: readonly Vec2[] = rounded(0, thick, Math.min(0.08, thick / 2));
  return scatter(
    block(roundRect(length, width, corner), side, { material, around: 64, inner: 4 }),
    [frame],
  );
}

/** A zip: two tapes of teeth along a run of frames, and its pull at the end. */
export function zip(list: readonly Frame[], metal: Material, tape: Material): Mesh[] {
  const tooth = ellipsoid([0.05, 0.05, 0.17], metal, 6, 5);
  const line = curve(list.map((frame) => frame.at));
  const band = grid(
    (u, v) => {
      const f = list[Math.round(v * (list.length - 1))]!;
      const w = (u - 0.5) * 1.3;
      return [
        f.at[0] + f.side[0] * w - f.up[0] * 0.03,
        f.at[1] + f.side[1] * w - f.up[1] * 0.03,
        f.at[2] + f.side[2] * w - f.up[2] * 0.03,
      ];
    },
    { nu: 4, nv: list.length - 1, material: tape },
  );
  const end = list[list.length - 1]!;
  const pull = plate(1.9, 0.55, 0.12, 0.2, metal, {
    ...end,
    at: [end.at[0] + end.up[0] * 0.16, end.at[1] + end.up[1] * 0.16, end.at[2] + end.up[2] * 0.16],
  });
  const teeth = scatter(
    tooth,
    Array.from({ length: list.length }, (_, i) => list[i]!).filter((_, i) => i % 1 === 0),
  );
  return [band, teeth, pull, tube(line, 0.02, { material: metal, steps: 8, around: 5 })];
}
