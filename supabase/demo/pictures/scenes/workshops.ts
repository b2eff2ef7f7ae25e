/** Leather workshops: bench, lasts, tool wall, leather store, cutting table. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import { item } from '#supabase/demo/pictures/item.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { fleshSide, leather } from '#supabase/demo/pictures/materials/leather.ts';
import { plainCloth } from '#supabase/demo/pictures/materials/print.ts';
import { beam, lightOf, post, room, shelf, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import {
  awl,
  brass,
  brush,
  hammer,
  handleWood,
  hung,
  knife,
  pincers,
  scissors,
  set,
  woodenLast,
} from '#supabase/demo/pictures/scenes/tools.ts';
import { folds } from '#supabase/demo/pictures/subjects/cloth-kit.ts';
import { sheet } from '#supabase/demo/pictures/subjects/flat-goods.ts';
import { place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { IDENTITY, smooth, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const SKINS = [
  'cognac',
  'chestnut',
  'natural',
  'tan',
  'oxblood',
  'buff',
  'olive',
  'terracotta',
  'ochre',
];

/** Shelves need the window in front of them. */
export const FRONT = { key: [-0.62, 0.42, 0.8] as Vec3, power: 2.1 };

/** A skin lying flat and waving a little. */
const skin = (
  colour: Vec3,
  w: number,
  d: number,
  x: number,
  y: number,
  z: number,
  yaw: number,
  seed: number,
): Mesh =>
  place(
    sheet(w, d, 0.3, 1.2, leather({ colour, seed }), ([px, py, pz]) => [
      px,
      py + 0.5 * Math.max(0, Math.sin(px * 0.21 + seed) * Math.sin(pz * 0.19)),
      pz,
    ]),
    turn('y', yaw),
    [x, y, z],
  );

export const bench: SceneMaker = (look, picture) => {
  const d = look.draw.fork('bench');
  const g = look.grain;
  const main = look.colour('second');
  const meshes = [
    ...room(look, 100),
    skin(main, 44, 30, -8, 0.05, 6, 0.15, g),
    skin(shaded(main, 0.6), 26, 20, 24, 0.05, -8, -0.4, g + 3),
    ...set(woodenLast(g), 2, 0.4, -2, 2.6),
    ...set(woodenLast(g + 2, { toe: 'round' }), -20, 0.05, -16, 2.3),
    ...item(
      look,
      d.pick(['derby', 'ankle-boot', 'sandal', 'loafer'] as const),
      'shoe',
      [26, 0.3, 5],
      -0.5,
      { palette: { main: look.swatch('second') } },
    ),
    ...set(hammer(g), -38, 0, 14, 0.5),
    ...set(awl(g), -6, 0.4, 20, 0.35),
    ...set(awl(g + 4), 4, 0.4, 22, -0.25),
    ...set(knife(g), -24, 0.4, 4, -0.5),
    ...set(scissors(), 30, 0.1, 25, 2.5),
    ...item(look, 'thread-cones', 'cones', [-36, 0, -12], 0.4, {
      options: { count: '3' },
      palette: { main: 'cream', second: 'ochre', accent: look.swatch('accent') },
    }),
    ...item(look, 'offcuts', 'offcuts', [44, 0, -16], 0.7),
  ];
  const shot = view(
    picture,
    [1, 6, 0],
    112,
    { azimuth: d.around(14), elevation: 21 + d.around(3) },
    0.16,
  );
  return { meshes, ...shot, rig: lightOf(look.option('light'), paint('#a98a63'), 100) };
};

export const lasts: SceneMaker = (look, picture) => {
  const d = look.draw.fork('lasts');
  const toes = ['round', 'almond', 'chisel', 'wide', 'pointed'] as const;
  const meshes: Mesh[] = [...room(look, 130, { bench: false, wall: -0.2 })];
  const rows = [12, 42, 72, 102];
  for (const [j, y] of rows.entries()) {
    meshes.push(shelf(190, y, 16, 34, look.grain + j));
    const toe = toes[(j + Math.floor(look.grain)) % 5]!;
    let x = -82;
    for (let i = 0; x < 84; i++) {
      if (d.next() < 0.09) {
        x += 13;
        continue;
      }
      meshes.push(
        ...set(
          woodenLast(look.grain + j * 31 + i, { toe, width: d.range(0.92, 1.06) }),
          x,
          y,
          -1 + d.around(1.5),
          -Math.PI / 2 + d.around(0.12),
        ),
      );
      x += i % 2 === 0 ? 10.4 : 13;
    }
  }
  meshes.push(post(-92, 14, 0, 130, 6, 3), post(92, 14, 0, 130, 6, 8));
  const shot = view(
    picture,
    [d.around(16), 57, 6],
    215,
    { azimuth: d.range(-24, -10), elevation: 6 },
    0.12,
    0.1,
  );
  return { meshes, ...shot, rig: lightOf(look.option('light'), paint('#a98a63'), 130, FRONT) };
};

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

/** A rolled hide along z, its turns drawn on the end. */
function rolled(colour: Vec3, long: number, r: number, seed: number): Mesh[] {
  const side = leather({ colour, seed, finish: seed % 2 < 1 ? 'smooth' : 'pebbled' });
  const flesh = fleshSide(shaded(paint('natural'), 0.8), seed);
  const end: Material = (s) => {
    flesh(s);
    const a = Math.atan2(s.rx, s.rz) / (2 * Math.PI);
    const turnAt = Math.hypot(s.rx, s.rz) / 1.25 + a;
    const t = turnAt - Math.floor(turnAt);
    const groove = smooth(0.2, 0.05, Math.abs(t - 0.5)) * Math.min(1, 0.5 / s.foot);
    s.r += (colour[0] * 0.6 - s.r) * 0.7 * groove;
    s.g += (colour[1] * 0.6 - s.g) * 0.7 * groove;
    s.b += (colour[2] * 0.6 - s.b) * 0.7 * groove;
    s.crease = 0.4 * groove;
  };
  const body = lathe(
    [
      [r, -long / 2],
      [r * 1.01, -long / 4],
      [r * 0.99, 0],
      [r, long / 4],
      [r * 0.99, long / 2],
    ],
    { material: side, nu: 90, nv: 30, wobble: 0.5, seed },
  );
  const cap = lathe(
    [
      [0, long / 2 - 0.6],
      [r * 0.5, long / 2 - 0.2],
      [r * 0.99, long / 2],
    ],
    { material: end, nu: 90, nv: 20, wobble: 0.5, seed },
  );
  return [body, cap].map((mesh) => place(mesh, turn('x', Math.PI / 2), [0, r * 0.98, 0]));
}

/** Rolls seen end on in pigeonholes, as a leather shop keeps them. */
export const leatherStore: SceneMaker = (look, picture) => {
  const d = look.draw.fork('store');
  const g = look.grain;
  const meshes: Mesh[] = [...room(look, 140, { bench: false, wall: -0.35 })];
  const roll = (i: number): Mesh[] =>
    rolled(paint(SKINS[(i * 5 + Math.floor(g)) % SKINS.length]!), 66, d.range(8.2, 9.4), g + i);
  const kept = Array.from({ length: 9 }, (_, i) => roll(i));
  [8, 50, 92].forEach((y, j) => {
    meshes.push(shelf(220, y, 40, 74, g + j));
    for (let i = 0; i < 11; i++) {
      const x = -95 + i * 19;
      meshes.push(
        ...placeAll(kept[(i * 4 + j * 3) % 9]!, IDENTITY, [x + d.around(0.8), y, 4 + d.around(3)]),
      );
      if (i % 2 === 0 && i < 10 && d.next() < 0.85)
        meshes.push(
          ...placeAll(kept[(i + j * 5 + 2) % 9]!, IDENTITY, [x + 9.5, y + 15.4, 4 + d.around(3)]),
        );
    }
  });
  for (const x of [-108, 0, 108]) meshes.push(post(x, 38, 0, 140, 6, x + 200));
  const shot = view(
    picture,
    [d.around(20), 62, 20],
    225,
    { azimuth: d.range(14, 26), elevation: 7 },
    0.13,
    0.1,
  );
  return { meshes, ...shot, rig: lightOf(look.option('light'), paint('#8f7455'), 140, FRONT) };
};

export const sewingTable: SceneMaker = (look, picture) => {
  const d = look.draw.fork('sewing');
  const g = look.grain;
  const paperPiece = (w: number, h: number, x: number, z: number, yaw: number): Mesh =>
    place(
      sheet(w, h, 0.06, 2.5, (s) => {
        const line =
          Math.abs(Math.min(w / 2 - Math.abs(s.rx), h / 2 - Math.abs(s.rz)) - 1) < 0.08 &&
          Math.sin((s.rx + s.rz) * 5) > 0
            ? 0.35
            : 1;
        s.matt(0.66 * line, 0.57 * line, 0.42 * line, 0.9);
      }),
      turn('y', yaw),
      [x, 1, z],
    );
  const stack = (names: readonly string[], x: number, z: number): Mesh[] =>
    names.flatMap((name, i) =>
      placeAll(
        folds(1, 20, 1, {
          material: plainCloth(paint(name), { lay: 'xz', pitch: 0.12 }),
          width: 26,
          wave: 0.2,
          seed: g + i,
        }),
        turn('y', 0.2 + d.around(0.06)),
        [x, i * 2, z],
      ),
    );
  const tape = tube(
    curve([
      [-30, 0.5, 16],
      [-20, 0.5, 22],
      [-6, 1.2, 20],
      [2, 1.2, 24],
      [12, 1.2, 19],
      [20, 1.2, 23],
    ]),
    0.45,
    {
      material: (s) => s.matt(0.72, 0.58, Math.sin(s.ry * 6.28) > 0.8 ? 0.05 : 0.16, 0.5),
      steps: 200,
      around: 8,
    },
  );
  const meshes = [
    ...room(look, 110),
    place(
      sheet(
        64,
        40,
        0.5,
        1,
        plainCloth(look.colour('accent'), { lay: 'xz', pitch: 0.1 }),
        ([x, y, z]) => [x, y + 0.4 * Math.max(0, Math.sin(x * 0.14 + g) * Math.sin(z * 0.2)), z],
      ),
      turn('y', 0.1),
      [-2, 0.05, 2],
    ),
    paperPiece(22, 30, -10, 3, 0.25),
    paperPiece(16, 24, 14, 0, -0.2),
    tape,
    ...set(scissors(), 26, 1, 12, 2.7),
    ...item(look, 'thread-cones', 'cones', [40, 0, -14], 0.2, { options: { count: '5' } }),
    ...stack(['indigo', 'cream', 'terracotta', 'ochre', 'forest'], -44, -12),
    ...item(look, 'fabric-bolt', 'bolt', [2, 0, -30], 0.05, {
      options: { count: '2', pattern: d.pick(['kitenge-wheel', 'kitenge-shell', 'kitenge-leaf']) },
    }),
    ...set(placeAll([lathePin(g)], turn('z', 0)), 40, 0, 8),
  ];
  const shot = view(picture, [-2, 5, -4], 128, { azimuth: d.around(14), elevation: 24 }, 0.17);
  return { meshes, ...shot, rig: lightOf(look.option('light'), paint('#a98a63'), 110) };
};

/** A wooden bobbin. */
function lathePin(seed: number): Mesh {
  return tube(
    curve([
      [0, 0, 0],
      [0, 3, 0],
      [0, 6.5, 0],
    ]),
    (v) => 1.4 + 1.1 * Math.pow(Math.abs(2 * v - 1), 3),
    { material: handleWood([0.42, 0.25, 0.12], seed), steps: 40, around: 24 },
  );
}
