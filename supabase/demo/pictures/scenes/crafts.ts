/** Looms, kilns, weavers' corners and dye vats. */
import { vessel } from '#supabase/demo/pictures/forms/body.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { merged, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { clothOf } from '#supabase/demo/pictures/look-print.ts';
import { rawClay } from '#supabase/demo/pictures/materials/clay.ts';
import { item } from '#supabase/demo/pictures/item.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { plaited, twine } from '#supabase/demo/pictures/materials/plait.ts';
import { plainCloth } from '#supabase/demo/pictures/materials/print.ts';
import { beam, lightOf, post, room, shelf, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { FRONT } from '#supabase/demo/pictures/scenes/workshops.ts';
import { drape } from '#supabase/demo/pictures/subjects/cloth-kit.ts';
import { sheet } from '#supabase/demo/pictures/subjects/flat-goods.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

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

/** Stalks of fibre lying in a bundle, tied in the middle. */
function bundle(colour: Vec3, x: number, z: number, yaw: number, seed: number): Mesh[] {
  const skin: Material = (s) => {
    const k = 0.85 + 0.3 * noise3(s.rx, s.ry * 0.3, s.x * 2 + s.z * 2);
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.6);
  };
  const stalks = Array.from({ length: 90 }, (_, i) => {
    const a = i * 2.4;
    const r = 3.4 * Math.sqrt(i / 90);
    const [cy, cz] = [3.6 + r * Math.sin(a), r * Math.cos(a)];
    const flare = (t: number): number => 1 + 0.9 * Math.abs(t) ** 1.6;
    const long = 34 + 6 * noise3(i, seed, 0.4);
    const at = (t: number): Vec3 => [
      t * long,
      Math.max(0.2, 3.6 + (cy - 3.6) * flare(t) - 0.5 * Math.abs(t)),
      cz * flare(t) + noise3(i, t * 2, seed),
    ];
    return tube(curve([at(-1), at(-0.5), at(0), at(0.5), at(1)]), 0.24, {
      material: skin,
      steps: 14,
      around: 6,
    });
  });
  const tie = tube(
    curve(
      Array.from({ length: 16 }, (_, i): Vec3 => [
        0.6 * Math.sin(i),
        3.6 + 3.75 * Math.sin((i / 16) * 6.283),
        3.75 * Math.cos((i / 16) * 6.283),
      ]),
      { closed: true },
    ),
    0.5,
    { material: twine(shaded(colour, 0.6), seed), steps: 90, closed: true },
  );
  return [merged(stalks, stalks[0]!), tie].map((mesh) => place(mesh, turn('y', yaw), [x, 0.6, z]));
}

export const weavingCorner: SceneMaker = (look, picture) => {
  const d = look.draw.fork('corner');
  const g = look.grain;
  const matColours = [paint('straw'), look.colour('accent'), paint('ochre')];
  const mat = place(
    sheet(190, 120, 0.6, 0.6, (s) => plaitedMat(s)),
    turn('y', 0.06),
    [0, 0.05, 10],
  );
  const weave = plaited(matColours, 'stripe', g);
  function plaitedMat(s: Parameters<Material>[0]): void {
    const kept = s.ry;
    s.rx *= 0.35;
    s.ry = s.rz * 0.35;
    weave(s);
    s.ry = kept;
  }
  const palette = (main: string, second: string) => ({
    palette: { main, second, accent: 'ochre' },
  });
  const meshes = [
    ...room(look, 150, { bench: false, wall: -0.3 }),
    mat,
    ...item(look, 'storage-basket', 'a', [-46, 0.6, -14], 0.3, {
      options: { pattern: 'zigzag', lid: 'no' },
      ...palette('banana-gold', 'oxblood'),
    }),
    ...item(look, 'storage-basket', 'b', [4, 0.6, -24], 1, {
      options: { pattern: 'bands', lid: 'yes', handles: 'fibre' },
      ...palette('sisal', 'black'),
    }),
    ...item(look, 'peace-basket', 'c', [48, 0.6, -8], 0, {
      options: { shape: 'tall' },
      ...palette('sisal', 'terracotta'),
    }),
    ...item(look, 'peace-basket', 'd', [66, 0.6, 16], 0, {
      options: { shape: 'small' },
      ...palette('straw', 'teal'),
    }),
    ...item(look, 'tray-basket', 'e', [22, 0.6, 24], 0.2, {
      options: { pattern: d.pick(['star', 'flower', 'zigzag']), handles: 'none' },
      ...palette('straw', 'black'),
    }),
    ...item(look, 'bread-basket', 'f', [-18, 0.6, 22], 0, {
      options: { shape: 'round' },
      ...palette('banana-gold', 'teal'),
    }),
    ...bundle(paint('straw'), -62, 34, 0.5, g),
    ...bundle(paint('banana-gold'), -44, 44, 0.25, g + 5),
    ...placeHung(look, g),
  ];
  const shot = view(picture, [2, 22, 0], 225, { azimuth: d.around(16), elevation: 17 }, 0.2);
  return { meshes, ...shot, rig: lightOf(look.option('light'), paint('#b79c74'), 150) };
};

/** Wall baskets behind the corner. */
function placeHung(look: Parameters<SceneMaker>[0], seed: number): Mesh[] {
  return [-60, -8, 42].flatMap((x, i) =>
    item(
      look,
      'wall-basket',
      `hung-${i}`,
      [x + 4 * Math.sin(seed + i), 56 + 9 * Math.sin(i * 2.2), -43],
      0,
      {
        options: { set: '1', pattern: ['star', 'spiral', 'rings'][i]! },
        palette: { main: 'straw', second: ['black', 'oxblood', 'teal'][i]!, accent: 'cream' },
      },
    ),
  );
}

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
