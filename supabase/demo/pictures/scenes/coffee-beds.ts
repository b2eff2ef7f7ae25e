/** Raised drying beds on a hillside. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { lightOf, post, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { hills, sky, WEATHER } from '#supabase/demo/pictures/scenes/landscape.ts';
import { banana, floorOf } from '#supabase/demo/pictures/scenes/outdoors.ts';
import { place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { IDENTITY, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** A raised bed: posts, a mesh tray, and cherries or parchment raked in furrows. */
function bed(x: number, z: number, long: number, colour: Vec3, seed: number): Mesh[] {
  const crop: Material = (s) => {
    const grain =
      noise3(s.rx * 0.9, 0.2, s.rz * 0.9) +
      (s.foot < 0.5 ? noise3(s.rx * 2.4, 0.6, s.rz * 2.4) : 0);
    const k = 1 + 0.26 * grain;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.7);
    s.slopeRest(0.3 * grain + 0.4 * Math.cos(s.rx * 0.55), 0, 0.3 * grain);
  };
  const spine: Vec2 = [-long / 2 + 38, long / 2 - 38];
  const tray = block(roundRect(long, 78, 1), rounded(0, 4, 1), {
    material: (s) => s.matt(0.34, 0.24, 0.14, 0.7),
    around: 120,
    inner: 6,
    spine,
  });
  const heap = block(roundRect(long - 4, 73, 2), rounded(0, 2, 1.4), {
    material: crop,
    around: 200,
    inner: 30,
    spine,
    warp: ([px, y, pz]) => [
      px,
      y + (y > 1 ? 1.4 + 0.8 * Math.sin(px * 0.55) + 1.2 * fbm(px * 0.03, pz * 0.03, seed, 2) : 0),
      pz,
    ],
  });
  const legs = Array.from({ length: 6 }, (_, i) =>
    post(
      i % 2 === 0 ? -34 : 34,
      -long / 2 + 6 + Math.floor(i / 2) * (long / 2 - 6),
      -6,
      72,
      4,
      seed + i,
    ),
  );
  const along = turn('y', Math.PI / 2);
  return [
    place(tray, along, [x, 72, z]),
    place(heap, along, [x, 75, z]),
    ...placeAll(legs, IDENTITY, [x, 0, z]),
  ];
}

export const coffeeBeds: SceneMaker = (look, picture) => {
  const d = look.draw.fork('beds');
  const w = WEATHER[look.option('light')] ?? WEATHER['morning']!;
  const crops: Vec3[] = [
    [0.42, 0.3, 0.16],
    [0.3, 0.05, 0.03],
    [0.5, 0.38, 0.22],
  ];
  const meshes: Mesh[] = [floorOf([0.27, 0.16, 0.085], look.grain, 500, 560)];
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 2; j++)
      meshes.push(
        ...bed(
          -190 + i * 128,
          -60 - j * 280 + d.around(8),
          250,
          crops[(i + j * 2) % 3]!,
          look.grain + i * 5 + j,
        ),
      );
  }
  meshes.push(...banana(-330, -420, 190, look.grain), ...banana(360, -460, 210, look.grain + 4));
  meshes.push(...hills(look, w, 1000, 6, 0.72, -10), sky(w, 5600, -5000, -60));
  const shot = view(
    picture,
    [0, 76, -120],
    430,
    { azimuth: d.range(8, 16), elevation: 11, lens: 46 },
    0.5,
    0.03,
  );
  return { meshes, ...shot, rig: lightOf(look.option('light'), [0.28, 0.18, 0.1], 500) };
};
