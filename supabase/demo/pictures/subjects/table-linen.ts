/** Bolts, runners, blankets and placemats. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import { clothOf } from '#supabase/demo/pictures/look-print.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { plainCloth } from '#supabase/demo/pictures/materials/print.ts';
import { placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { clamp, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { drape, folds, fringe } from '#supabase/demo/pictures/subjects/cloth-kit.ts';
import { coiledFlat } from '#supabase/demo/pictures/subjects/coils.ts';
import { at } from '#supabase/demo/pictures/subjects/flat-kit.ts';

export const UP: Vec3 = [0, 1, 0];

export const yarn = (look: Look): Material =>
  plainCloth(shaded(look.colour('main'), 0.95), { lay: 'uv', pitch: 0.09 });

/** A bolt: cloth rolled on a tube, its end falling open in front. */
function bolt(
  material: Material,
  long: number,
  radius: number,
  seed: number,
  tail: number,
): Mesh[] {
  const turns = 6;
  const points: [number, number][] = [];
  for (let i = 0; i <= 150; i++) {
    const t = i / 150;
    const a = -Math.PI / 2 - (1 - t) * turns * 2 * Math.PI;
    const r = radius * (0.3 + 0.7 * t);
    points.push([r * Math.cos(a), radius + r * Math.sin(a)]);
  }
  points.push([2, 0.05], [tail * 0.4, 0.22], [tail * 0.7, 0.1], [tail, 0.14]);
  const core = tube(
    curve([
      [-long / 2 - 1, radius, 0],
      [long / 2 + 1, radius, 0],
    ]),
    radius * 0.28,
    { material: (s) => s.matt(0.42, 0.32, 0.22, 0.9), steps: 10, around: 24, capped: false },
  );
  return [drape(points, { material, width: long, wave: 0.16, seed, nv: 900, nu: 60 }), core];
}

export const fabricBolt: Maker = (look) => {
  const d = look.draw.fork('bolt');
  const count = Number(look.option('count'));
  const main = clothOf(look, look.option('pattern'), d.range(15, 20), { lay: 'xz' });
  const others = [
    plainCloth(look.colour('second'), { lay: 'xz', pitch: 0.07 }),
    plainCloth(look.colour('accent'), { lay: 'xz', pitch: 0.07 }),
  ];
  const meshes = bolt(main, 46, 6.2, look.grain, count > 1 ? 17 : 26);
  if (count > 1)
    meshes.push(
      ...placeAll(
        bolt(others[0]!, 45, 5.6, look.grain + 2, 4),
        turn('y', d.around(0.05)),
        [1.5, 0, -12.2],
      ),
    );
  if (count > 2)
    meshes.push(
      ...placeAll(
        bolt(others[1]!, 45.5, 5.2, look.grain + 5, 3),
        turn('y', d.around(0.06)),
        [-1, 10.2, -6.6],
      ),
    );
  return {
    meshes,
    focus: { at: [6, 4, 9], size: 16, azimuth: 10, elevation: 34 },
    stance: { yaw: -24 + d.around(6), elevation: 28 },
  };
};

export const tableRunner: Maker = (look) => {
  const d = look.draw.fork('runner');
  const cloth = clothOf(look, look.option('pattern'), 20, { lay: 'xz', pitch: 0.11 });
  const seed = look.grain;
  const roll: [number, number][] = [];
  for (let i = 0; i <= 60; i++) {
    const t = i / 60;
    const a = -Math.PI / 2 + (1 - t) * -3.2 * 2 * Math.PI;
    const r = 1.2 + 2.2 * t;
    roll.push([-22 + r * Math.cos(a), 3.4 + r * Math.sin(a)]);
  }
  const points: [number, number][] = [
    ...roll,
    [-18, 0.18],
    [-8, 0.4],
    [4, 0.16],
    [15, 0.3],
    [26, 0.16],
  ];
  const meshes: Mesh[] = [
    drape(points, { material: cloth, width: 34, wave: 0.25, seed, nv: 600, nu: 80 }),
  ];
  if (look.option('edge') === 'fringe')
    meshes.push(
      ...fringe(
        Array.from({ length: 10 }, (_, i): Vec3 => [-16.6 + i * 3.7, 0.3, 26]),
        [0, 0, 1],
        6,
        yarn(look),
        seed,
      ),
    );
  return {
    meshes,
    focus: { at: [6, 0.5, 14], size: 15, azimuth: 12, elevation: 38 },
    stance: { yaw: -28 + d.around(8), elevation: 34 },
  };
};

export const blanket: Maker = (look) => {
  const d = look.draw.fork('blanket');
  const cloth = clothOf(look, look.option('pattern'), 22, {
    lay: 'xz',
    pitch: 0.2,
    depth: 0.42,
    sheen: 0.2,
  });
  const layers = d.pick([3, 4]);
  const thick = d.range(1.3, 1.7);
  const meshes: Mesh[] = folds(layers, 36, thick, {
    material: cloth,
    width: 44,
    wave: 0.3,
    seed: look.grain,
    nu: 120,
  });
  const top = layers * thick * 2;
  if (look.option('edge') === 'fringe') {
    const points = Array.from({ length: 12 }, (_, i): Vec3 => [-21.8 + i * 3.96, top - 0.2, 17.6]);
    meshes.push(...fringe(points, [0, -1, 0.12], Math.min(top - 1.5, 6), yarn(look), look.grain));
  } else {
    for (let i = 0; i < 46; i++) {
      const x = -21.6 + i * 0.96;
      meshes.push(
        tube(
          curve([
            [x, top - 1.1, 18.4],
            [x + 0.2, top - 0.2, 18.5],
            [x + 0.4, top + 0.1, 17.6],
          ]),
          0.13,
          { material: plainCloth(look.colour('second'), { lay: 'uv' }), steps: 8, around: 6 },
        ),
      );
    }
  }
  return {
    meshes,
    focus: { at: [10, top, 14], size: 16, azimuth: 16, elevation: 28 },
    stance: { yaw: -30 + d.around(7), elevation: 23 },
  };
};

export const placemats: Maker = (look) => {
  const d = look.draw.fork('mats');
  const weave = look.option('weave');
  const count = Number(look.option('count'));
  const colours = [look.colour('main'), look.colour('second'), look.colour('accent')];
  const spots: readonly Vec3[] = [[-9, 0, 4], [12, 0.75, -5], [-13, 1.5, -14], [9, 2.2, 11]]; // prettier-ignore
  const meshes = spots.slice(0, count).flatMap((p, i): Mesh[] => {
    if (weave === 'round-coil')
      return placeAll(
        coiledFlat(18, colours, look.grain + i, d.pick(['rings', 'plain', 'star'] as const)),
        turn('y', d.range(0, 6)),
        [p[0], p[1], p[2]],
      );
    const cloth =
      weave === 'flat-weave'
        ? clothOf(look, i % 2 ? 'plain' : 'stripe', 14, { lay: 'xz', pitch: 0.24, depth: 0.5 })
        : clothOf(look, weave, 14, { lay: 'xz' });
    const mat = block(roundRect(44, 31, 0.8), rounded(0, 0.4, 0.18), {
      material: cloth,
      around: 160,
      inner: 40,
      warp: ([x, y, z]) => [
        x,
        y + 0.25 * clamp(fbm(x * 0.05 + i * 9, z * 0.05, look.grain, 2) + 0.2, 0, 1),
        z,
      ],
    });
    return [at(mat, p[0] * 0.35, 0.45 * i, p[2] * 0.35, d.around(0.12) + i * 0.09)];
  });
  return {
    meshes,
    focus: { at: [-2, 1, 8], size: 13, azimuth: 12, elevation: 40 },
    stance: { yaw: -18 + d.around(9), elevation: 48 },
    flat: true,
  };
};
