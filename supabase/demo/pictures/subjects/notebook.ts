/** Saddle-stitched notebook covers. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { stitches, strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { IDENTITY } from '#supabase/demo/pictures/studio/vec.ts';
import { bagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import { at, lying, rim, sheet, shown } from '#supabase/demo/pictures/subjects/flat-kit.ts';
import { rivets } from '#supabase/demo/pictures/subjects/hardware.ts';

export const notebook: Maker = (look) => {
  const m = bagMaterials(look, 'leather');
  const [w, d] = [14.6, 21];
  const pages: Material = (s) => {
    const line = Math.sin(s.ry * 95) * Math.min(1, 0.02 / s.foot);
    s.matt(0.74 - 0.05 * line, 0.68 - 0.05 * line, 0.56 - 0.05 * line, 0.9);
  };
  const cover = (y: number, lift: number): Mesh =>
    at(
      sheet(w, d, 0.26, 0.7, m.trim, ([x, py, z]) => [x, py + lift * ((x + w / 2) / w) ** 2, z]),
      0,
      y,
      0,
    );
  const block1 = at(
    block(roundRect(w - 0.9, d - 0.9, 0.4), rounded(0, 1.5, 0.06), {
      material: pages,
      around: 120,
      inner: 4,
    }),
    -0.15,
    0.27,
    0,
  );
  const spine = tube(
    curve([
      [-w / 2 + 0.2, 1, -d / 2 + 0.1],
      [-w / 2 + 0.1, 1, 0],
      [-w / 2 + 0.2, 1, d / 2 - 0.1],
    ]),
    1.02,
    { material: m.trim, steps: 60, around: 24, capped: false },
  );
  const meshes: Mesh[] = [
    cover(0, 0),
    cover(1.78, look.draw.fork('gap').range(0.1, 0.7)),
    block1,
    spine,
  ];
  const back = curve([
    [-w / 2 - 0.85, 1, -d * 0.42],
    [-w / 2 - 0.93, 1, 0],
    [-w / 2 - 0.85, 1, d * 0.42],
  ]);
  meshes.push(
    stitches(back, {
      material: m.thread,
      pitch: 1.5,
      thread: 0.07,
      up: () => [-1, 0.2, 0],
      slant: 0,
    }),
  );
  if (look.option('edge') === 'stitched')
    meshes.push(place(rim(w - 0.7, d - 0.7, 0.6, 0.27, m), IDENTITY, [0, 1.8, 0]));
  const closure = look.option('closure');
  if (closure === 'elastic')
    meshes.push(
      strap(
        curve([
          [w * 0.32, 0, -d / 2 - 0.1],
          [w * 0.32, 2.4, -d / 2 + 0.2],
          [w * 0.32, 2.3, 0],
          [w * 0.32, 2.4, d / 2 - 0.2],
          [w * 0.32, 0, d / 2 + 0.1],
        ]),
        0.6,
        0.12,
        {
          material: leather({ colour: [0.02, 0.018, 0.018] }),
          steps: 90,
          up: (t) => [0, 1, (t - 0.5) * 2],
        },
      ),
    );
  if (closure === 'wrap')
    for (const k of [-0.06, 0, 0.05])
      meshes.push(
        tube(
          curve([
            [-w * 0.52, 1, d * k],
            [-w * 0.3, 2.42, d * (k + 0.02)],
            [w * 0.2, 2.75, d * (k - 0.02)],
            [w * 0.49, 2.75, d * k],
            [w * 0.52, 0.6, d * k],
          ]),
          0.17,
          { material: m.trim, steps: 60 },
        ),
      );
  if (closure === 'wrap')
    meshes.push(
      tube(
        curve([
          [w * 0.2, 2.8, 0],
          [w * 0.34, 2.85, d * 0.12],
          [w * 0.44, 2.8, d * 0.24],
          [w * 0.6, 0.3, d * 0.4],
          [w * 0.75, 0.18, d * 0.55],
        ]),
        0.17,
        { material: m.trim, steps: 60 },
      ),
    );
  if (closure === 'strap')
    meshes.push(
      strap(
        curve([
          [w * 0.52, 0.2, 0],
          [w * 0.6, 1.2, 0],
          [w * 0.5, 2.4, 0],
          [w * 0.12, 2.35, 0],
        ]),
        2.6,
        0.24,
        { material: m.trimEdged, steps: 70, up: (t) => [1 - t, t, 0] },
      ),
      rivets(0.42, m.metal, [lying([w * 0.2, 2.62, 0])]),
    );
  return shown(look, meshes, [-w * 0.2, 2, d * 0.2], 9);
};
