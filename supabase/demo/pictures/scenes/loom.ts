/** A loom with cloth on it. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { merged, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { item } from '#supabase/demo/pictures/item.ts';
import { clothOf } from '#supabase/demo/pictures/look-print.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { beam, lightOf, post, room, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { drape } from '#supabase/demo/pictures/subjects/cloth-kit.ts';

export const loom: SceneMaker = (look, picture) => {
  const d = look.draw.fork('loom');
  const g = look.grain;
  const [w, h] = [92, 128];
  const meshes: Mesh[] = [...room(look, 150, { bench: false, wall: -0.36 })];
  for (const x of [-w / 2 - 6, w / 2 + 6])
    meshes.push(post(x, 10, 0, h + 8, 7, g + x), post(x, -30, 0, h + 8, 7, g - x));
  meshes.push(
    beam(-w / 2 - 10, w / 2 + 10, h, 10, 6, g),
    beam(-w / 2 - 10, w / 2 + 10, h, -30, 6, g + 1),
    beam(-w / 2 - 10, w / 2 + 10, 20, 14, 6, g + 2),
    beam(-w / 2 - 4, w / 2 + 4, 66, 24, 3, g + 3),
  );
  const cloth = clothOf(
    {
      ...look,
      option: look.option,
      colour: (role) =>
        role === 'main'
          ? paint('cream')
          : role === 'second'
            ? look.colour('accent')
            : paint('ochre'),
    },
    'stripe',
    30,
    { lay: 'xz', pitch: 0.4, depth: 0.4 },
  );
  meshes.push(
    drape(
      [
        [20, 16],
        [23, 19],
        [22.5, 23],
        [22, 45],
        [21.4, 62],
        [20.8, 70],
      ],
      { material: cloth, width: w - 14, wave: 0.25, seed: g },
    ),
  );
  const thread: Material = (s) => s.matt(0.68, 0.6, 0.46, 0.8);
  const warp: Mesh[] = [];
  for (let i = 0; i <= 110; i++) {
    const x = (i / 110 - 0.5) * (w - 15);
    const open = i % 2 === 0 ? 3.2 : -2.4;
    warp.push(
      tube(
        curve([
          [x, 69.5, 20.9],
          [x, 84, 14 + open],
          [x, 100, 11 + open * 0.4],
          [x, h + 2, 10],
        ]),
        0.13,
        { material: thread, steps: 14, around: 5 },
      ),
    );
  }
  meshes.push(merged(warp, warp[0]!));
  for (const [y, z] of [
    [88, 17],
    [94, 10],
  ] as const)
    meshes.push(beam(-w / 2, w / 2, y, z, 2.2, g + y), beam(-w / 2, w / 2, y - 9, z, 1.6, g + y));
  meshes.push(
    tube(
      curve([
        [-20, 71.5, 26],
        [0, 71.8, 26.5],
        [14, 71.5, 26],
      ]),
      (v) => 1.7 * Math.sin(Math.PI * Math.min(0.98, Math.max(0.02, v))) ** 0.6,
      {
        material: (s) => s.matt(0.36 + 0.04 * noise3(s.rx, s.ry * 3, s.rz), 0.2, 0.09, 0.4),
        steps: 40,
        around: 16,
      },
    ),
  );
  meshes.push(
    ...item(look, 'storage-basket', 'basket', [-78, 0, 26], 0.4, {
      options: { lid: 'no', handles: 'none' },
    }),
    ...item(look, 'thread-cones', 'cones', [72, 0, 40], 0.3, { options: { count: '5' } }),
  );
  const shot = view(picture, [0, 64, 6], 235, { azimuth: d.range(14, 26), elevation: 8 }, 0.22);
  return { meshes, ...shot, rig: lightOf(look.option('light'), paint('#9a8468'), 150) };
};
