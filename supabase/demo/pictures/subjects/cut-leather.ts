/** Swatches, embossed sheets, soles and offcuts. */
import { block, rounded } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged, lined } from '#supabase/demo/pictures/materials/edges.ts';
import { embossed } from '#supabase/demo/pictures/materials/emboss.ts';
import type { Plate } from '#supabase/demo/pictures/materials/emboss.ts';
import { fleshSide, leather } from '#supabase/demo/pictures/materials/leather.ts';
import type { Finish } from '#supabase/demo/pictures/materials/leather.ts';
import { crepe, rubber } from '#supabase/demo/pictures/materials/rubber.ts';
import { grid, place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm } from '#supabase/demo/pictures/studio/noise.ts';
import { add, IDENTITY, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { at, sheet } from '#supabase/demo/pictures/subjects/flat-kit.ts';
import { last } from '#supabase/demo/pictures/subjects/last.ts';

export const UP: Vec3 = [0, 1, 0];

const CARDS = [
  'cognac',
  'ochre',
  'olive',
  'oxblood',
  'indigo',
  'natural',
  'espresso',
  'forest',
  'terracotta',
];

export const suedeSwatches: Maker = (look) => {
  const d = look.draw.fork('swatch');
  const fan = look.option('laid') === 'fan';
  const colours = [
    look.colour('main'),
    look.colour('second'),
    look.colour('accent'),
    ...CARDS.map(paint),
  ].slice(0, fan ? 8 : 9);
  const meshes = colours.flatMap((colour, i) => {
    const material = leather({
      colour,
      finish: look.option('finish') as Finish,
      seed: look.grain + i * 3,
    });
    const bend = d.range(0.2, 0.7);
    const piece = sheet(fan ? 8 : 16, fan ? 19 : 16, 0.26, 0.25, material, ([x, y, z]) => [
      x,
      y + bend * (Math.abs(z) / 9) ** 3 * (z > 0 ? 1 : 0.3),
      z,
    ]);
    if (!fan) return [at(piece, d.around(0.9), i * 0.42, d.around(0.9), d.around(0.16))];
    const angle = (i / (colours.length - 1) - 0.5) * 1.75;
    const swung = place(piece, IDENTITY, [0, 0, 7]);
    return [place(swung, turn('y', angle), [0, 0.12 + i * 0.27, 0])];
  });
  if (fan)
    meshes.push(
      tube(
        curve([
          [0, 0, -1.2],
          [0, 2.8, -1.2],
        ]),
        0.4,
        {
          material: (s) => {
            s.matt(0.55, 0.38, 0.14, 0.3);
            s.metal = 1;
          },
          steps: 10,
        },
      ),
    );
  return {
    meshes,
    focus: { at: fan ? [3, 1.5, 9] : [3, 3.8, 4], size: 9, azimuth: 16, elevation: 32 },
    stance: { yaw: fan ? 8 : 28 + d.around(8), elevation: fan ? 50 : 34 },
    flat: fan,
  };
};

export const embossedSheet: Maker = (look) => {
  const face = lined(
    embossed(look.colour('main'), look.option('emboss') as Plate, look.grain),
    fleshSide(shaded(paint('natural'), 0.95)),
  );
  const [w, d, r] = [46, 36, 3.6];
  const flat = (u: number, v: number): Vec3 => [(u - 0.5) * w, 0, (0.5 - v) * d];
  const f = (u: number, v: number): Vec3 => {
    const p = flat(u, v);
    // the near right corner rolls back over the sheet
    const along = (p[0] / w + p[2] / d) * 26 - 13.5;
    const wave = 0.35 * fbm(p[0] * 0.05 + look.grain, p[2] * 0.05, 0, 2);
    if (along < 0) return [p[0], 0.15 + Math.max(0, wave), p[2]];
    const a = Math.min(Math.PI * 1.08, along / r);
    const over = Math.max(0, along - Math.PI * 1.08 * r);
    const back = along - r * Math.sin(a) + over * 1.0;
    return [p[0] - back * 0.707, 0.15 + r * (1 - Math.cos(a)) + 0.06 * over, p[2] - back * 0.707];
  };
  return {
    meshes: [grid(f, { nu: 200, nv: 200, material: face, rest: flat, flat: true })],
    focus: { at: [-6, 0.5, -2], size: 15, azimuth: 6, elevation: 38 },
    stance: { yaw: -16 + look.draw.fork('yaw').around(6), elevation: 44 },
    flat: true,
  };
};

export const soleSheets: Maker = (look) => {
  const d = look.draw.fork('soles');
  const name = look.swatch('main');
  const colour = look.colour('main');
  const material =
    name === 'rubber-black'
      ? rubber(colour)
      : name === 'crepe'
        ? crepe(colour)
        : leather({ colour, seed: look.grain, depth: 0.6 });
  const cut = look.option('cut');
  const meshes: Mesh[] = [];
  if (cut === 'sheets')
    for (let i = 0; i < 9; i++)
      meshes.push(
        at(
          sheet(34 + d.around(1), 24 + d.around(1), 0.55, 0.3, material),
          d.around(0.7),
          i * 0.56,
          d.around(0.7),
          d.around(0.05),
        ),
      );
  if (cut === 'soles') {
    const { outline } = last({
      toe: 'round',
      heel: 1,
      sole: 1,
      spring: 0,
      back: 6,
      front: 0,
      dip: 1,
      box: 1,
      width: 1,
    });
    for (let i = 0; i < 12; i++) {
      const one = block(outline, rounded(0, 0.5, 0.07), {
        material,
        spine: [-9.5, 9.5],
        around: 220,
        inner: 10,
      });
      meshes.push(
        at(
          one,
          d.around(0.5),
          Math.floor(i / 2) * 0.52,
          (i % 2) * 11.5 - 5.7 + d.around(0.3),
          d.around(0.04) + (i % 2) * 0.06,
        ),
      );
    }
  }
  if (cut === 'heels') {
    const outline = curve(
      [
        [3, 0, 3.1],
        [-0.5, 0, 3.2],
        [-3, 0, 2.2],
        [-3.9, 0, 0],
        [-3, 0, -2.2],
        [-0.5, 0, -3.2],
        [3, 0, -3.1],
        [2.7, 0, -1.6],
        [2.6, 0, 0],
        [2.7, 0, 1.6],
      ],
      { closed: true },
    );
    for (let i = 0; i < 21; i++) {
      const column = Math.floor(i / 7);
      const one = block(outline, rounded(0, 0.62, 0.06), { material, around: 120, inner: 6 });
      meshes.push(
        at(
          one,
          (column - 1) * 8.4 + d.around(0.15),
          (i % 7) * 0.63,
          d.around(0.2) + (column === 1 ? 2.4 : -1),
          d.around(0.2) + column,
        ),
      );
    }
  }
  return {
    meshes,
    focus: { at: [8, 3, 5], size: 11, azimuth: 24, elevation: 22 },
    stance: { yaw: -30 + d.around(6), elevation: 26 },
  };
};

export const offcuts: Maker = (look) => {
  const d = look.draw.fork('offcuts');
  const colours = [
    look.colour('main'),
    look.colour('second'),
    look.colour('accent'),
    ...CARDS.map(paint),
  ];
  const meshes: Mesh[] = Array.from({ length: 15 }, (_, i) => {
    const points = Array.from({ length: 9 }, (_, k): Vec3 => {
      const a = (k / 9) * 2 * Math.PI;
      const r = 7 + d.range(-1.8, 2.6);
      return [r * Math.cos(a) * 1.45, 0, r * Math.sin(a) * 0.8];
    });
    const bend = d.range(0.2, 1.1);
    const material = leather({
      colour: colours[i % colours.length]!,
      seed: look.grain + i * 5,
      finish: d.pick(['smooth', 'pebbled', 'suede', 'waxed'] as const),
    });
    const one = block(curve(points, { closed: true }), rounded(0, 0.24, 0.06), {
      material,
      around: 140,
      inner: 14,
      warp: ([x, y, z]) => [x, y + bend * (x / 11) ** 2 * (1.1 - i * 0.03) * (x > 0 ? 1 : 0.6), z],
    });
    return at(one, d.around(1), i * 0.42, d.around(0.8), d.around(0.35));
  });
  const top = 15 * 0.42 + 0.25;
  const wrap = (yaw: number): Mesh => {
    const ring = curve([
      [0, 0.1, 7.6],
      [0, top * 0.5, 8],
      [0, top + 0.1, 6.2],
      [0, top + 0.25, 0],
      [0, top + 0.1, -6.2],
      [0, top * 0.5, -8],
      [0, 0.1, -7.6],
    ]);
    const band =
      look.option('tie') === 'strap'
        ? strap(ring, 1.7, 0.25, {
            material: edged(leather({ colour: paint('espresso') }), paint('black')),
            steps: 120,
            up: (t) => add(UP, [0, 0, (0.5 - t) * 3]),
          })
        : tube(ring, 0.24, {
            material: leather({ colour: shaded(paint('sisal'), 0.8) }),
            steps: 120,
          });
    return place(band, turn('y', yaw), [0, 0, 0]);
  };
  meshes.push(wrap(0.05));
  if (look.option('tie') === 'twine') meshes.push(wrap(0.14), wrap(-0.04));
  return {
    meshes,
    focus: { at: [5, 5, 5], size: 12, azimuth: 18, elevation: 26 },
    stance: { yaw: -20 + d.around(8), elevation: 30 },
  };
};
