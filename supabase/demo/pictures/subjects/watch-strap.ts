/** Pairs of watch straps. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { ellipsoid, scatter, stitches, strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged } from '#supabase/demo/pictures/materials/edges.ts';
import { embossed } from '#supabase/demo/pictures/materials/emboss.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { cross, mad, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { bagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import { UP } from '#supabase/demo/pictures/subjects/belt.ts';
import { lying, shown } from '#supabase/demo/pictures/subjects/flat-kit.ts';
import { buckle, plate } from '#supabase/demo/pictures/subjects/hardware.ts';

export const watchStrap: Maker = (look) => {
  const m = bagMaterials(look, 'leather');
  const surface = look.option('surface');
  const colour = look.colour('main');
  const face =
    surface === 'embossed'
      ? embossed(colour, 'crocodile', look.grain)
      : leather({ colour, seed: look.grain, finish: surface === 'suede' ? 'suede' : 'smooth' });
  const band = edged(face, shaded(colour, 0.45));
  const make = (long: number, yaw: number, x: number, z: number, buckled: boolean): Mesh[] => {
    const line = curve([
      [-long / 2, 0.32, 0],
      [-long * 0.3, 0.3, 0],
      [0, 0.24, 0],
      [long * 0.3, 0.2, 0],
      [long / 2, 0.22, 0],
    ]);
    const width = (v: number) =>
      2.1 - 0.4 * v - (buckled ? 0 : 1.1 * Math.max(0, (v - 0.93) / 0.07) ** 2);
    const parts: Mesh[] = [strap(line, width, 0.34, { material: band, steps: 120, up: () => UP })];
    const edge = look.option('edge');
    if (edge !== 'plain') {
      for (const k of [-1, 1]) {
        const points = Array.from({ length: 30 }, (_, i): Vec3 => {
          const v = 0.04 + 0.88 * (i / 29);
          return mad(line(v), [0, 0.17, k * (width(v) / 2 - 0.24)], 1);
        });
        parts.push(
          stitches(curve(points), { material: m.thread, pitch: 0.27, thread: 0.045, up: () => UP }),
        );
      }
    }
    if (edge === 'box-stitched')
      parts.push(
        stitches(
          curve([
            [-long / 2 + 0.55, 0.5, -0.75],
            [-long / 2 + 0.55, 0.5, 0],
            [-long / 2 + 0.55, 0.5, 0.75],
          ]),
          { material: m.thread, pitch: 0.27, thread: 0.045, up: () => UP },
        ),
      );
    parts.push(
      tube(
        curve([
          [-long / 2, 0.32, -1.15],
          [-long / 2, 0.32, 1.15],
        ]),
        0.26,
        { material: band, steps: 12 },
      ),
    );
    if (buckled)
      parts.push(
        ...buckle(1.7, 2.3, m.metal, {
          at: [long / 2 + 0.35, 0.25, 0],
          up: UP,
          along: [1, 0, 0],
          side: cross([1, 0, 0], UP),
        }),
        plate(0.6, 2.1, 0.5, 0.1, face, {
          at: [long / 2 - 1.4, 0.12, 0],
          up: UP,
          along: [1, 0, 0],
          side: cross([1, 0, 0], UP),
        }),
      );
    else
      for (let i = 0; i < 6; i++)
        parts.push(
          scatter(
            ellipsoid([0.09, 0.02, 0.09], (s) => s.matt(0.004, 0.004, 0.004, 1), 10, 4),
            [lying([long / 2 - 1.6 - 0.65 * i, 0.37, 0])],
          ),
        );
    return placeAll(parts, turn('y', yaw), [x, 0, z]);
  };
  const meshes = [...make(11.5, 0.06, 0.6, -1.7, false), ...make(7.6, -0.05, -1.2, 1.9, true)];
  return shown(look, meshes, [-2, 0.4, 1.2], 5, -28);
};
