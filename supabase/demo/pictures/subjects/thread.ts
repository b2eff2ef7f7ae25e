/** Cones of waxed thread. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { threadWound } from '#supabase/demo/pictures/materials/fibre.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { mad, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { UP } from '#supabase/demo/pictures/subjects/cut-leather.ts';

export const threadCones: Maker = (look) => {
  const d = look.draw.fork('cones');
  const count = Number(look.option('count'));
  const colours = [
    look.colour('main'),
    look.colour('second'),
    look.colour('accent'),
    paint('ochre'),
    paint('cream'),
  ];
  const spots: Vec3[] = count === 1 ? [[0, 0, 0]] : [[0, 0, 2], [-9.6, 0, -1.5], [9.2, 0, -2], [-4.6, 0, -10], [5.6, 0, -10.5]]; // prettier-ignore
  const meshes = spots.slice(0, count).flatMap((p, i): Mesh[] => {
    const h = d.range(12.5, 14.5);
    const wound = lathe(
      [
        [0, 0.5],
        [3.9, 0.5],
        [4.35, 0.9],
        [4.3, 1.6],
        [2.6, h - 0.6],
        [2.2, h],
        [1.4, h + 0.1],
        [1.1, h],
      ],
      {
        material: threadWound(shaded(colours[i]!, 0.95), look.grain + i),
        nv: 140,
        straight: false,
      },
    );
    const cone = lathe(
      [
        [0, 0],
        [3.4, 0],
        [3.3, 0.5],
        [1.15, h - 0.2],
        [0.95, h + 1.2],
        [0.8, h + 1.3],
        [0.75, h],
      ],
      { material: (s) => s.matt(0.55, 0.46, 0.34, 0.85), straight: true, nu: 60 },
    );
    return placeAll([wound, cone], turn('y', d.range(0, 6)), p);
  });
  const tail = curve([
    [4.1, 3, 3.2],
    [5.2, 0.6, 5.2],
    [8, 0.06, 6.4],
    [5, 0.06, 9.4],
    [0.5, 0.06, 8],
    [-4, 0.06, 10.4],
  ]);
  meshes.push(
    tube(tail, 0.06, {
      material: leather({ colour: colours[0]!, depth: 0.2 }),
      steps: 160,
      around: 8,
    }),
  );
  return {
    meshes,
    focus: { at: mad([1.2, 7, 5], UP, 0), size: 8, azimuth: 12, elevation: 16 },
    stance: { yaw: d.around(10), elevation: 15 },
  };
};
