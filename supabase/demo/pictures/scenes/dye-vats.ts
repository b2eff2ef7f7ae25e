/** Dye vats and skeins. */
import { vessel } from '#supabase/demo/pictures/forms/body.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { merged, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { item } from '#supabase/demo/pictures/item.ts';
import { rawClay } from '#supabase/demo/pictures/materials/clay.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { plainCloth } from '#supabase/demo/pictures/materials/print.ts';
import { lightOf, post, room, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export const dyeVats: SceneMaker = (look, picture) => {
  const d = look.draw.fork('dye');
  const g = look.grain;
  const tones = [look.colour('accent'), paint('ochre'), paint('terracotta'), paint('forest')];
  const meshes: Mesh[] = [...room(look, 150, { bench: false, wall: -0.4 })];
  [-62, -14, 36].forEach((x, i) => {
    const [r, h] = [d.range(19, 23), d.range(26, 34)];
    meshes.push(
      lathe(
        [
          [0, 0],
          [r * 0.6, 0.2],
          [r * 0.96, h * 0.4],
          [r, h * 0.75],
          [r * 0.9, h * 0.96],
          [r * 0.98, h],
          [r * 0.94, h + 0.9],
          [r * 0.85, h],
          [r * 0.84, h * 0.85],
        ],
        {
          material: rawClay(paint(['terracotta', 'charcoal', 'buff'][i]!), g + i, 0.3),
          nu: 160,
          nv: 140,
          wobble: 0.4,
          seed: g + i,
        },
      ),
    );
    const dye: Material = (s) => {
      const c = shaded(tones[i]!, 0.55);
      s.matt(c[0], c[1], c[2], 0.08);
      s.slopeRest(
        0.05 * noise3(s.rx * 0.25, s.rz * 0.25, g),
        0,
        0.05 * noise3(s.rz * 0.3, s.rx * 0.3, g),
      );
    };
    const level = lathe(
      [
        [0, h * 0.9],
        [r * 0.88, h * 0.9],
      ],
      { material: dye, straight: true, nu: 60, nv: 8 },
    );
    meshes.push(
      ...[meshes.pop()!, level].map((mesh) => place(mesh, turn('y', i), [x, 0, i === 1 ? 18 : 4])),
    );
  });
  meshes.push(
    post(-96, -30, 0, 128, 5, g),
    post(84, -30, 0, 128, 5, g + 3),
    tube(
      curve([
        [-104, 122, -30],
        [-10, 120.5, -30],
        [92, 122, -30],
      ]),
      2,
      { material: (s) => s.matt(0.3, 0.2, 0.1, 0.6), steps: 30 },
    ),
  );
  for (let i = 0; i < 9; i++)
    meshes.push(
      ...skein(-84 + i * 19 + d.around(2), tones[(i * 3 + 1) % 4]!, g + i, d.range(38, 52)),
    );
  meshes.push(
    ...item(look, 'storage-basket', 'yarn', [72, 0, 24], 0.5, {
      options: { lid: 'no', pattern: 'plain' },
    }),
  );
  const shot = view(picture, [-4, 60, 0], 245, { azimuth: d.around(14), elevation: 13 }, 0.22);
  return { meshes, ...shot, rig: lightOf(look.option('light'), paint('#a58c69'), 150) };
};

/** A skein of yarn hung over the pole. */
function skein(x: number, colour: Vec3, seed: number, long: number): Mesh[] {
  const yarn = plainCloth(colour, { lay: 'uv', pitch: 0.3 });
  const strands = Array.from({ length: 34 }, (_, i) => {
    const t = i / 33 - 0.5;
    const sway = 1.2 * noise3(i * 0.4, seed, 0.5);
    return tube(
      curve([
        [x + t * 7, 122 - long * 0.98, -27.5 + sway],
        [x + t * 8 + sway, 122 - long * 0.5, -27 + sway],
        [x + t * 7, 122, -27.6],
        [x + t * 6, 125, -30],
        [x + t * 7, 121, -32.6],
        [x + t * 8 - sway, 122 - long * 0.5, -33],
        [x + t * 7, 122 - long, -32 + sway],
      ]),
      0.55,
      { material: yarn, steps: 34, around: 7 },
    );
  });
  const wet = vessel({
    rings: [
      [122 - long - 2.5, 2.6, 2.4],
      [122 - long, 3.6, 2.9],
      [122 - long + 5, 3.9, 3.2],
    ],
    square: 2,
    material: plainCloth(shaded(colour, 0.75), { lay: 'uv', pitch: 0.3 }),
    slack: 0.5,
    seed,
    nu: 60,
    nv: 20,
  });
  return [merged(strands, strands[0]!), place(wet, turn('y', 0), [x, 0, -30])];
}
