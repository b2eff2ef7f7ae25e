/** Shoemaker’s bench and cutting table. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import { item } from '#supabase/demo/pictures/item.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { plainCloth } from '#supabase/demo/pictures/materials/print.ts';
import { lightOf, room, view } from '#supabase/demo/pictures/scenes/kit.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { awl, hammer, handleWood, knife, set } from '#supabase/demo/pictures/scenes/tools.ts';
import { scissors } from '#supabase/demo/pictures/scenes/more-tools.ts';
import { woodenLast } from '#supabase/demo/pictures/scenes/wooden-last.ts';
import { place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { folds } from '#supabase/demo/pictures/subjects/cloth-kit.ts';
import { sheet } from '#supabase/demo/pictures/subjects/flat-kit.ts';

/** A skin lying flat and waving a little. */
export const skin = (
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
