/** Shelves of fired pots. */
import { item } from '#supabase/demo/pictures/item.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { lightOf, post, room, shelf, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { FRONT } from '#supabase/demo/pictures/scenes/shelves.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';

export const kilnShelf: SceneMaker = (look, picture) => {
  const d = look.draw.fork('kiln');
  const g = look.grain;
  const meshes: Mesh[] = [...room(look, 120, { bench: false, wall: -0.26 })];
  const kinds = ['bowl', 'mug', 'vase', 'pot', 'mug', 'bowl', 'vase'] as const;
  const gaps = [26, 30, 36];
  let y = 10;
  gaps.forEach((gap, j) => {
    meshes.push(shelf(170, y, 20, 40, g + j));
    let x = -74;
    for (let i = 0; x < 76; i++) {
      const kind = kinds[(i * 2 + j * 3 + Math.floor(g)) % kinds.length]!;
      const room1 = { bowl: 23, mug: 13, vase: 17, pot: 27 }[kind];
      if ((kind === 'pot' && gap < 30) || (kind === 'vase' && gap < 28)) {
        x += 2;
        continue;
      }
      const options: Record<string, string> =
        kind === 'bowl'
          ? { count: d.pick(['1', '2', '3']) }
          : kind === 'pot'
            ? { shape: d.pick(['water', 'round', 'cooking']) }
            : kind === 'vase'
              ? { stems: 'no' }
              : {};
      meshes.push(
        ...item(look, kind, `${j}-${i % 5}`, [x + room1 / 2, y, d.around(3)], d.range(0, 6), {
          options,
          palette: {
            main: d.pick(['terracotta', 'buff', 'cream', 'charcoal']),
            second: d.pick(['celadon', 'cream', 'indigo', 'ochre']),
          },
        }),
      );
      x += room1 + 1.5;
    }
    y += gap + 4;
  });
  meshes.push(post(-88, 18, 0, 130, 6, g), post(88, 18, 0, 130, 6, g + 4));
  const shot = view(
    picture,
    [d.around(12), 54, 4],
    190,
    { azimuth: d.range(-20, 20), elevation: 6 },
    0.14,
    0.1,
  );
  return { meshes, ...shot, rig: lightOf(look.option('light'), paint('#a08766'), 120, FRONT) };
};
