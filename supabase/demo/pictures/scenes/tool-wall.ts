/** Tools on a plaster wall. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import { item } from '#supabase/demo/pictures/item.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { beam, lightOf, room, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { awl, brass, hammer, hung, knife, set } from '#supabase/demo/pictures/scenes/tools.ts';
import { brush, pincers, scissors } from '#supabase/demo/pictures/scenes/more-tools.ts';
import { woodenLast } from '#supabase/demo/pictures/scenes/wooden-last.ts';
import { skin } from '#supabase/demo/pictures/scenes/workshops.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';

export const toolWall: SceneMaker = (look, picture) => {
  const d = look.draw.fork('tools');
  const g = look.grain;
  const z = -18;
  const meshes: Mesh[] = [...room(look, 100, { wall: -0.22 })];
  for (const y of [34, 62]) meshes.push(beam(-75, 75, y, z - 1.6, 4, g + y));
  const makers = [
    () => hammer(g),
    () => pincers(g),
    () => awl(g),
    () => knife(g),
    () => scissors(),
    () => awl(g + 5),
    () => hammer(g + 9),
    () => brush(g),
    () => knife(g + 3),
    () => pincers(g + 4),
  ];
  const line = (y: number, from: number) => {
    for (let i = 0; i < 9; i++) {
      const x = -60 + i * 15 + d.around(1.6);
      const tool = makers[(i * 3 + from) % makers.length]!();
      meshes.push(...hung(tool, x, y + 3.4, z + 1.2, Math.PI + d.around(0.05)));
      meshes.push(
        tube(
          curve([
            [x, y + 1.5, z],
            [x, y + 1.9, z + 3.2],
          ]),
          0.35,
          { material: brass, steps: 8, around: 10 },
        ),
      );
    }
  };
  line(34, 0);
  line(62, 4);
  meshes.push(
    ...item(look, 'thread-cones', 'cones', [-36, 0, 2], 0.3, { options: { count: '5' } }),
    ...set(woodenLast(g), 4, 0, 4, 0.5),
    ...set(woodenLast(g + 1), 20, 0, -2, 0.9),
    skin(look.colour('second'), 30, 22, 44, 0.1, 6, 0.3, g),
  );
  const shot = view(
    picture,
    [d.around(8), 38, -8],
    165,
    { azimuth: d.around(10), elevation: 5 },
    0.16,
  );
  return { meshes, ...shot, rig: lightOf(look.option('light'), paint('#a98a63'), 100) };
};
