/** Leather as a material: hides, rolls, swatches, embossed sheets, soles, offcuts, thread. */
import { block, rounded } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged, lined } from '#supabase/demo/pictures/materials/edges.ts';
import { embossed } from '#supabase/demo/pictures/materials/emboss.ts';
import type { Plate } from '#supabase/demo/pictures/materials/emboss.ts';
import { hairOn, threadWound } from '#supabase/demo/pictures/materials/fibre.ts';
import { fleshSide, leather } from '#supabase/demo/pictures/materials/leather.ts';
import type { Finish } from '#supabase/demo/pictures/materials/leather.ts';
import { crepe, rubber } from '#supabase/demo/pictures/materials/rubber.ts';
import { at, sheet } from '#supabase/demo/pictures/subjects/flat-goods.ts';
import { last } from '#supabase/demo/pictures/subjects/last.ts';
import { grid, place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { add, IDENTITY, mad, smooth, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const UP: Vec3 = [0, 1, 0];

const skin = (look: Look, colour: Vec3, seed = look.grain): Material => {
  const finish = look.option('finish');
  return finish === 'hair-on'
    ? hairOn(colour, seed)
    : leather({ colour, finish: finish as Finish, seed, depth: 1.1 });
};

/** Edge of a whole hide seen from above: neck, forelegs, flanks, hindlegs, tail. */
function hideOutline(look: Look): (angle: number) => number {
  const d = look.draw.fork('hide');
  const seed = look.grain;
  const legs = [0.62, 2.52, 3.76, 5.66].map((a) => a + d.around(0.1));
  return (angle) => {
    let r = 78 + 8 * Math.cos(2 * angle);
    for (const leg of legs) {
      const off = Math.atan2(Math.sin(angle - leg), Math.cos(angle - leg));
      r += 26 * Math.exp(-((off / 0.16) ** 2));
    }
    r += 15 * Math.exp(-((Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle))) / 0.2) ** 2));
    return (
      r +
      5 * noise3(Math.cos(angle) * 2 + seed, Math.sin(angle) * 2, 0.5) +
      2.2 * noise3(Math.cos(angle) * 7, Math.sin(angle) * 7 + seed, 1.5)
    );
  };
}

export const hide: Maker = (look) => {
  const edge = hideOutline(look);
  const face = lined(skin(look, look.colour('main')), fleshSide(paint('natural')));
  const seed = look.grain;
  const flat = (u: number, v: number): Vec3 => {
    const a = 2 * Math.PI * u;
    const r = edge(a) * Math.sqrt(v);
    return [r * Math.cos(a) * 1.12, 0, r * Math.sin(a) * 0.92];
  };
  const draped = look.option('laid') === 'draped';
  const f = (u: number, v: number): Vec3 => {
    const p = flat(u, v);
    const wave = fbm(p[0] * 0.018 + seed, p[2] * 0.018, 0.3, 2);
    const curl =
      smooth(0.82, 1, v) * (1.4 + 2.6 * Math.max(0, noise3(p[0] * 0.04, p[2] * 0.04, seed)));
    if (!draped) return [p[0], 0.5 + 1.7 * Math.max(0, wave) + curl, p[2]];
    // hung over a pole: both halves fall, with folds that deepen downwards
    const fall = Math.abs(p[0]);
    const folds = Math.sin(p[2] * 0.11 + 2 * wave + seed) * 0.06 * fall + 2.5 * wave;
    const over = 6;
    const a = Math.min(1, fall / (over * 1.57)) * (Math.PI / 2);
    const rest = Math.max(0, fall - over * 1.57);
    const side = Math.sign(p[0] || 1);
    return [
      p[2],
      100 - over + over * Math.cos(a) - rest,
      side * (over * Math.sin(a) + 0.12 * rest + folds),
    ];
  };
  const meshes: Mesh[] = [grid(f, { nu: 360, nv: 110, material: face, closeU: true, rest: flat })];
  if (draped)
    meshes.push(
      tube(
        curve([
          [-110, 93, 0],
          [110, 94, 0],
        ]),
        3.4,
        { material: (s) => s.matt(0.2, 0.12, 0.06, 0.7), steps: 20, around: 20 },
      ),
    );
  return {
    meshes,
    focus: {
      at: draped ? [20, 55, 12] : [35, 2, 20],
      size: 34,
      azimuth: 8,
      elevation: draped ? 10 : 34,
    },
    stance: { yaw: draped ? -14 : look.draw.fork('yaw').around(14), elevation: draped ? 6 : 52 },
    flat: true,
  };
};

/** A rolled hide lying along x: a spiral with uneven ends. */
function roll(look: Look, colour: Vec3, long: number, radius: number, seed: number): Mesh {
  const turns = 5.2;
  const material = lined(
    leather({ colour, finish: look.option('finish') as Finish, seed, depth: 1.1 }),
    fleshSide(shaded(paint('natural'), 0.9), seed),
  );
  const arc = (u: number): number => (1 - u) * turns * 2 * Math.PI;
  const f = (u: number, v: number): Vec3 => {
    const a = arc(u) + 0.6;
    const r = radius * (0.12 + 0.88 * (1 - u) ** 0.9);
    const tail = u < 0.035 ? (0.035 - u) * 16 : 0;
    const end = (v - 0.5) * long + (v - 0.5) * 1.6 * noise3(a * 0.16, seed, v > 0.5 ? 1 : 9);
    const sag = 1 + 0.03 * Math.sin(2 * a) + 0.04 * noise3(v * 3, a * 0.3, seed);
    return [end, radius * 1.02 + r * sag * Math.sin(a) - tail * 0.25, r * sag * Math.cos(a) + tail];
  };
  const rest = (u: number, v: number): Vec3 => [v * long, 0, (1 - (1 - u) ** 1.8) * radius * 17];
  return grid(f, { nu: 420, nv: 60, material, rest, flat: true });
}

export const leatherRoll: Maker = (look) => {
  const d = look.draw.fork('roll');
  const count = Number(look.option('count'));
  const colours = [look.colour('main'), look.colour('second'), look.colour('accent')];
  const cord = leather({ colour: shaded(paint('natural'), 0.7), depth: 0.4 });
  const place1 = (i: number): Vec3 =>
    i === 0 ? [0, 0, 0] : i === 1 ? [3, 0, -17.5] : [-1, 13.6, -8.6];
  const meshes: Mesh[] = [];
  for (let i = 0; i < count; i++) {
    const [long, r] = [d.range(58, 68), d.range(8, 9.2)];
    const parts: Mesh[] = [roll(look, colours[i]!, long, r, look.grain + i * 7)];
    for (const x of [-0.22, 0.24]) {
      const ring = curve(
        Array.from({ length: 24 }, (_, k): Vec3 => [
          x * long + 0.4 * Math.sin(k),
          r * 1.02 + (r + 0.3) * Math.sin((k / 24) * 2 * Math.PI),
          (r + 0.3) * Math.cos((k / 24) * 2 * Math.PI),
        ]),
        { closed: true },
      );
      parts.push(tube(ring, 0.32, { material: cord, steps: 120, closed: true }));
    }
    meshes.push(...placeAll(parts, turn('y', d.around(0.08)), place1(i)));
  }
  return {
    meshes,
    focus: { at: [26, 10, 6], size: 26, azimuth: 30, elevation: 18 },
    stance: { yaw: -36 + d.around(6), elevation: 17 },
  };
};

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

export const threadCones: Maker = (look) => {
  const d = look.draw.fork('cones');
  const count = Number(look.option('count'));
  const colours = [
    look.colour('main'),
    look.colour('second'),
    look.colour('accent'),
    paint('ochre'),
    paint('cream'),
  ];
  const spots: Vec3[] = count === 1 ? [[0, 0, 0]] : [[0, 0, 2], [-9.6, 0, -1.5], [9.2, 0, -2], [-4.6, 0, -10], [5.6, 0, -10.5]]; // prettier-ignore
  const meshes = spots.slice(0, count).flatMap((p, i): Mesh[] => {
    const h = d.range(12.5, 14.5);
    const wound = lathe(
      [
        [0, 0.5],
        [3.9, 0.5],
        [4.35, 0.9],
        [4.3, 1.6],
        [2.6, h - 0.6],
        [2.2, h],
        [1.4, h + 0.1],
        [1.1, h],
      ],
      {
        material: threadWound(shaded(colours[i]!, 0.95), look.grain + i),
        nv: 140,
        straight: false,
      },
    );
    const cone = lathe(
      [
        [0, 0],
        [3.4, 0],
        [3.3, 0.5],
        [1.15, h - 0.2],
        [0.95, h + 1.2],
        [0.8, h + 1.3],
        [0.75, h],
      ],
      { material: (s) => s.matt(0.55, 0.46, 0.34, 0.85), straight: true, nu: 60 },
    );
    return placeAll([wound, cone], turn('y', d.range(0, 6)), p);
  });
  const tail = curve([
    [4.1, 3, 3.2],
    [5.2, 0.6, 5.2],
    [8, 0.06, 6.4],
    [5, 0.06, 9.4],
    [0.5, 0.06, 8],
    [-4, 0.06, 10.4],
  ]);
  meshes.push(
    tube(tail, 0.06, {
      material: leather({ colour: colours[0]!, depth: 0.2 }),
      steps: 160,
      around: 8,
    }),
  );
  return {
    meshes,
    focus: { at: mad([1.2, 7, 5], UP, 0), size: 8, azimuth: 12, elevation: 16 },
    stance: { yaw: d.around(10), elevation: 15 },
  };
};

export type { Subject };
