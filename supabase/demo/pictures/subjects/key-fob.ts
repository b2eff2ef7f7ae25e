/** Key fobs on a ring. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { stitches, strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { mad, turn, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { bagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import type { BagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import { UP } from '#supabase/demo/pictures/subjects/belt.ts';
import { at, lying, sheet, shown } from '#supabase/demo/pictures/subjects/flat-kit.ts';
import { loopOf, rivets } from '#supabase/demo/pictures/subjects/hardware.ts';

/** Split ring lying on the table, with its second turn. */
const splitRing = (x: number, z: number, m: BagMaterials): Mesh[] =>
  [0, 0.14].map((dy) => loopOf(1.5, 0.11, m.metal, lying([x, 0.12 + dy, z])));

export const keyFob: Maker = (look) => {
  const m = bagMaterials(look, 'leather');
  const shape = look.option('shape');
  const meshes: Mesh[] = [...splitRing(0, -4.4, m)];
  const key = (yaw: number, dx: number): Mesh[] => {
    const steel: Material = (s) => {
      s.matt(0.62, 0.6, 0.56, 0.3);
      s.metal = 1;
    };
    const parts = [
      loopOf(0.9, 0.17, steel, lying([0, 0.17, 0])),
      block(roundRect(4.2, 0.5, 0.1), rounded(0, 0.24, 0.06), {
        material: steel,
        around: 40,
        inner: 3,
      }),
      block(roundRect(0.9, 1.2, 0.08), rounded(0, 0.2, 0.05), {
        material: steel,
        around: 40,
        inner: 3,
      }),
    ];
    const laid = [parts[0]!, at(parts[1]!, 2.9, 0.04, 0), at(parts[2]!, 4.4, 0.05, 0.5)];
    return placeAll(laid, turn('y', yaw), [dx, 0.02, -5.6]);
  };
  meshes.push(...key(2.2, -0.5), ...key(1.2, 0.9));
  const flatPiece = (w: number, d: number, corner: number): Mesh[] => [
    at(sheet(w, d, 0.3, corner, m.trim), 0, 0, d / 2 - 2.4),
    ...[stitchRing(w - 0.5, d - 0.5, corner, d / 2 - 2.4, m)],
  ];
  if (shape === 'drop') meshes.push(...flatPiece(3.8, 8, 1.85));
  if (shape === 'round') meshes.push(...flatPiece(5.2, 5.2, 2.55));
  if (shape === 'strap') meshes.push(...flatPiece(2.6, 11, 0.5));
  if (shape === 'loop')
    meshes.push(
      strap(
        curve([
          [0, 0.2, -3.2],
          [-0.5, 0.5, -1],
          [-1.2, 1.3, 4],
          [-0.2, 1.7, 7.4],
          [1.2, 1.3, 5],
          [0.7, 0.6, -0.5],
          [0.1, 0.35, -3],
        ]),
        1.9,
        0.24,
        {
          material: m.trimEdged,
          steps: 120,
          up: (t) => unit([Math.cos(2 * Math.PI * t) * -1, 0.7, 0.2]),
        },
      ),
    );
  if (shape === 'tassel') {
    for (let i = 0; i < 26; i++) {
      const a = (i / 26) * 2 * Math.PI;
      const [sx, sy] = [Math.cos(a) * 0.75, 0.75 + 0.62 * Math.sin(a)];
      meshes.push(
        tube(
          curve([
            [sx * 0.6, sy, -0.6],
            [sx * 1.1, sy * 0.9, 2.4],
            [
              sx * 1.9 + 0.3 * Math.sin(i * 5),
              Math.max(0.18, sy * 0.6),
              6.6 + 0.5 * Math.sin(i * 3),
            ],
          ]),
          0.15,
          { material: m.trim, steps: 14, around: 8 },
        ),
      );
    }
    meshes.push(
      tube(
        curve([
          [0, 0.78, -1.9],
          [0, 0.78, 0.4],
        ]),
        0.95,
        { material: m.trim, steps: 24, around: 24 },
      ),
      strap(
        curve([
          [0, 0.4, -3.4],
          [0, 0.7, -2.4],
          [0, 0.78, -1.4],
        ]),
        0.9,
        0.2,
        { material: m.trimEdged, steps: 20, up: () => UP },
      ),
    );
  }
  if (shape !== 'tassel' && shape !== 'loop')
    meshes.push(
      rivets(0.3, m.metal, [lying([0, 0.32, -1])]),
      strap(
        curve([
          [0, 0.15, -1.2],
          [0, 0.4, -2.6],
          [0, 0.35, -3.4],
          [0, 0.1, -2.4],
        ]),
        1.4,
        0.2,
        { material: m.trimEdged, steps: 30, up: () => UP },
      ),
    );
  return shown(look, meshes, [0, 0.4, 1], 5, -30);
};

function stitchRing(w: number, d: number, corner: number, z: number, m: BagMaterials): Mesh {
  const c = roundRect(w, d, Math.min(corner, w / 2 - 0.02));
  const line = curve(
    Array.from({ length: 90 }, (_, i): Vec3 => mad(c(i / 90), [0, 0.31, z], 1)),
    { closed: true, steps: 400 },
  );
  return stitches(line, { material: m.thread, pitch: 0.3, thread: 0.045, up: () => UP });
}
