/** Hides on frames in a yard. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { lightOf, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { hills, sky, WEATHER } from '#supabase/demo/pictures/scenes/landscape.ts';
import { banana, floorOf } from '#supabase/demo/pictures/scenes/outdoors.ts';
import { grid, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import { turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** A frame of poles with a skin laced into it. */
function frame(colour: Vec3, x: number, z: number, yaw: number, seed: number): Mesh[] {
  const [w, h] = [96, 118];
  const pole = (a: Vec3, b: Vec3): Mesh =>
    tube(curve([a, [(a[0] + b[0]) / 2 + noise3(seed, a[0], 1), (a[1] + b[1]) / 2, a[2]], b]), 2.5, {
      material: (s) => s.matt(0.24 + 0.04 * noise3(s.rx, s.ry * 0.2, s.rz), 0.17, 0.1, 0.7),
      steps: 24,
      around: 12,
    });
  const parts = [
    pole([-w / 2, -4, 0], [-w / 2, h + 10, 0]),
    pole([w / 2, -4, 0], [w / 2, h + 10, 0]),
    pole([-w / 2 - 8, h, 1], [w / 2 + 8, h, 1]),
    pole([-w / 2 - 8, 14, 1], [w / 2 + 8, 14, 1]),
  ];
  const edge = (a: number): number =>
    0.8 + 0.16 * Math.cos(4 * a) * -1 + 0.05 * noise3(Math.cos(a) * 3, Math.sin(a) * 3, seed);
  const skin = leather({ colour, seed, finish: 'suede' });
  const place1 = (u: number, v: number): Vec3 => {
    const a = u * 2 * Math.PI;
    const r = edge(a) * Math.sqrt(v);
    return [
      r * Math.cos(a) * w * 0.42,
      14 + (h - 14) / 2 + r * Math.sin(a) * (h - 14) * 0.42,
      1.4 * noise3(Math.cos(a) * r * 3, Math.sin(a) * r * 3, seed),
    ];
  };
  parts.push(grid(place1, { nu: 160, nv: 40, material: skin, closeU: true }));
  for (let i = 0; i < 22; i++) {
    const p = place1(i / 22, 1);
    const [dx, dy] = [p[0], p[1] - (14 + (h - 14) / 2)];
    const k = Math.min(
      w / 2 / Math.max(1e-3, Math.abs(dx)),
      (h - 14) / 2 / Math.max(1e-3, Math.abs(dy)),
    );
    parts.push(
      tube(curve([p, [dx * k, 14 + (h - 14) / 2 + dy * k, 0.6]]), 0.4, {
        material: (s) => s.matt(0.5, 0.4, 0.26, 0.9),
        steps: 4,
        around: 6,
      }),
    );
  }
  return placeAll(placeAll(parts, turn('x', -0.1)), turn('y', yaw), [x, 0, z]);
}

export const dryingYard: SceneMaker = (look, picture) => {
  const d = look.draw.fork('yard');
  const w = WEATHER[look.option('light')] ?? WEATHER['morning']!;
  const tones = [
    look.colour('second'),
    paint('natural'),
    paint('tan'),
    paint('cognac'),
    paint('chestnut'),
  ];
  const meshes: Mesh[] = [floorOf([0.3, 0.17, 0.09], look.grain, 400, 500)];
  const yaw = d.range(0.1, 0.3);
  for (let i = 0; i < 4; i++)
    meshes.push(
      ...frame(tones[i]!, -150 + i * 112, -30 - i * 42 + d.around(8), yaw, look.grain + i),
    );
  for (let i = 0; i < 3; i++)
    meshes.push(
      ...frame(tones[(i + 2) % 5]!, -60 + i * 125, -220 - i * 30, yaw, look.grain + 10 + i),
    );
  meshes.push(
    ...banana(-240, -300, 170, look.grain),
    ...banana(250, -330, 190, look.grain + 4),
    ...banana(330, -380, 160, look.grain + 8),
  );
  meshes.push(...hills(look, w, 900, 5, 0.75, -20), sky(w, 5200, -4600, -60));
  const shot = view(
    picture,
    [-10, 66, -80],
    420,
    { azimuth: d.around(7), elevation: 4, lens: 44 },
    0.4,
    0.04,
  );
  return { meshes, ...shot, rig: lightOf(look.option('light'), [0.3, 0.18, 0.1], 500) };
};
