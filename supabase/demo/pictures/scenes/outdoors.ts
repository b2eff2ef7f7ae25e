/** Hills at dawn, drying yard and coffee beds. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { lightOf, post, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { hills, sky, WEATHER } from '#supabase/demo/pictures/scenes/landscape.ts';
import { leaf, leafSkin, twigs } from '#supabase/demo/pictures/subjects/plants.ts';
import { grid, place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { IDENTITY, turn, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const earth =
  (colour: Vec3, seed: number): Material =>
  (s) => {
    const broad = fbm(s.x * 0.012 + seed, 0.3, s.z * 0.012, 4);
    const grit = s.foot < 1 ? noise3(s.x * 0.5, 0.7, s.z * 0.5) : 0;
    const grass = Math.max(0, fbm(s.x * 0.02 + 9, seed, s.z * 0.03, 4) - 0.08) * 3;
    const k = 1 + 0.25 * broad + 0.16 * grit;
    s.matt(
      colour[0] * k - 0.1 * grass * colour[0],
      colour[1] * k + 0.05 * grass,
      colour[2] * k - 0.2 * grass * colour[2],
      0.95,
    );
    s.f0 = 0.01;
    s.slopeRest(0.16 * grit + 0.1 * broad, 0, 0.16 * grit);
  };

const floorOf = (colour: Vec3, seed: number, size: number, far: number): Mesh =>
  grid(
    (u, v) => {
      const [x, z] = [(u - 0.5) * 5 * size, size * 1.2 - v * (size * 1.2 + far)];
      return [x, 0.01 * size * noise3(x / size, z / size, seed) - 0.02 * size, z];
    },
    { nu: 80, nv: 80, material: earth(colour, seed), casts: false },
  );

/** Broad leaves of a banana plant standing at (x, z). */
function banana(x: number, z: number, high: number, seed: number): Mesh[] {
  const skin = leafSkin([0.07, 0.13, 0.03]);
  const stem = tube(
    curve([
      [x, -4, z],
      [x + 1, high * 0.4, z],
      [x, high * 0.62, z],
    ]),
    (v) => high * (0.055 - 0.02 * v),
    { material: (s) => s.matt(0.13, 0.12, 0.05, 0.7), steps: 20, around: 16 },
  );
  const leaves = Array.from({ length: 9 }, (_, i) => {
    const a = i * 2.4 + seed;
    const dir = unit([Math.cos(a), 1.1 + 0.5 * Math.sin(i * 1.7), Math.sin(a) * 0.7]);
    return leaf(
      [x, high * 0.58, z],
      dir,
      high * (0.55 + 0.12 * Math.sin(i)),
      high * 0.17,
      skin,
      0.62,
    );
  });
  return [stem, ...leaves];
}

export const hillsDawn: SceneMaker = (look, picture) => {
  const d = look.draw.fork('hills');
  const w = WEATHER[look.option('light')]!;
  const size = 300;
  const layers = d.pick([6, 7, 8]);
  const meshes: Mesh[] = [...hills(look, w, size, layers, 0.75, -20), sky(w, 2600, -2600, -60)];
  const front = look.option('foreground');
  const side = d.next() < 0.5 ? -1 : 1;
  if (front === 'banana')
    meshes.push(
      ...banana(side * 52, -30, 74, look.grain),
      ...banana(side * 86, -70, 84, look.grain + 3),
      ...banana(-side * 88, -110, 66, look.grain + 6),
    );
  if (front === 'eucalyptus')
    for (const [x, z, h] of [
      [52, -30, 110],
      [78, -60, 130],
      [-84, -100, 100],
    ] as const)
      meshes.push(...twigs(look.grain + x, [side * x, -30, z], 10, h));
  meshes.push(
    place(
      floorOf([w.land[0] * 1.2, w.land[1] * 1.15, w.land[2]], look.grain, 160, 160),
      IDENTITY,
      [0, -26, -20],
    ),
  );
  const shot = view(picture, [0, 34, -300], 430, { azimuth: 0, elevation: 3, lens: 34 }, 0.9, 0);
  const light = look.option('light') === 'dawn' ? 'evening' : look.option('light');
  return { meshes, ...shot, rig: { ...lightOf(light, [0.1, 0.1, 0.05], 2000), falloff: 0 } };
};

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
