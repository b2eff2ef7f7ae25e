/** Shelves of lasts and of rolled leather. */
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { fleshSide, leather } from '#supabase/demo/pictures/materials/leather.ts';
import { lightOf, post, room, shelf, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { set } from '#supabase/demo/pictures/scenes/tools.ts';
import { woodenLast } from '#supabase/demo/pictures/scenes/wooden-last.ts';
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
