/** Bolts, scarves, cushions, runners, aprons, blankets and placemats. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { ellipsoid, frames, scatter, strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { clothOf } from '#supabase/demo/pictures/look-print.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged } from '#supabase/demo/pictures/materials/edges.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { plainCloth } from '#supabase/demo/pictures/materials/print.ts';
import { coiledFlat } from '#supabase/demo/pictures/subjects/coils.ts';
import { drape, folds, fringe } from '#supabase/demo/pictures/subjects/cloth-kit.ts';
import { at } from '#supabase/demo/pictures/subjects/flat-goods.ts';
import { grid, place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { clamp, smooth, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const UP: Vec3 = [0, 1, 0];
const yarn = (look: Look): Material =>
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

export const scarf: Maker = (look) => {
  const d = look.draw.fork('scarf');
  const cloth = clothOf(look, look.option('pattern'), 16, { lay: 'xz', pitch: 0.08, sheen: 0.12 });
  const laid = look.option('laid');
  const seed = look.grain;
  if (laid === 'folded') {
    const stack = folds(4, 24, 0.62, { material: cloth, width: 27, wave: 0.16, seed });
    const edge = Array.from({ length: 8 }, (_, i): Vec3 => [
      13.2,
      4.6 - 0.1 * Math.sin(i),
      -10 + i * 2.9,
    ]);
    return {
      meshes: [...stack, ...fringe(edge, [1, 0, 0], 6, yarn(look), seed)],
      focus: { at: [8, 5, 4], size: 12, azimuth: 14, elevation: 34 },
      stance: { yaw: -28 + d.around(8), elevation: 32 },
    };
  }
  if (laid === 'knotted')
    return {
      meshes: knotted(look, cloth),
      focus: { at: [0, 8, 6], size: 13, azimuth: 8, elevation: 24 },
      stance: { yaw: d.around(12), elevation: 24 },
    };
  // one long piece laid in loose waves over the table
  const points: [number, number][] = [[-26, 0.15], [-15, 0.9], [-9, 5.2], [-2, 1.2], [3, 0.5], [8, 4], [13, 1.6], [19, 0.3], [27, 0.15]]; // prettier-ignore
  const sheet = drape(points, { material: cloth, width: 34, wave: 1.2, seed, nv: 300, nu: 160 });
  const edge = Array.from({ length: 9 }, (_, i): Vec3 => [-16.5 + i * 4.1, 0.5, 26.9]);
  return {
    meshes: [sheet, ...fringe(edge, [0, 0, 1], 6.5, yarn(look), seed)],
    focus: { at: [3, 3, 8], size: 14, azimuth: 12, elevation: 34 },
    stance: { yaw: -30 + d.around(8), elevation: 36 },
  };
};

/** A loose ring of cloth with two ends, as worn, standing by itself. */
function knotted(look: Look, cloth: Material): Mesh[] {
  const seed = look.grain;
  const loopAt = (k: number, r: number, y: number) =>
    curve(
      Array.from({ length: 14 }, (_, i): Vec3 => {
        const a = (i / 14) * 2 * Math.PI;
        return [
          r * Math.cos(a),
          y + 2.2 * Math.cos(a * 1 + k) * 0.6 + 1.4 * Math.sin(a),
          r * 0.8 * Math.sin(a),
        ];
      }),
      { closed: true },
    );
  const swath = (
    line: ReturnType<typeof curve>,
    closed: boolean,
    radius: number,
    k: number,
  ): Mesh => {
    const list = frames(line, 160);
    const f = (u: number, v: number): Vec3 => {
      const { at: p, up, side } = list[Math.round(v * 160)]!;
      const a = 2 * Math.PI * u;
      const pleat = 1 + 0.2 * Math.sin(a * 5 + 6 * v + k) + 0.16 * noise3(u * 6, v * 5, seed + k);
      const r = radius * pleat;
      return [
        p[0] + (up[0] * Math.cos(a) * 0.75 + side[0] * Math.sin(a)) * r,
        Math.max(0.1, p[1] + (up[1] * Math.cos(a) * 0.75 + side[1] * Math.sin(a)) * r),
        p[2] + (up[2] * Math.cos(a) * 0.75 + side[2] * Math.sin(a)) * r,
      ];
    };
    const rest = (u: number, v: number): Vec3 => [u * radius * 9, 0, v * 60];
    return grid(f, {
      nu: 150,
      nv: 160,
      material: cloth,
      closeU: true,
      closeV: closed,
      rest,
      flat: true,
    });
  };
  const end = (s: number): Mesh =>
    swath(
      curve([
        [s * 1.2, 6.5, 9.5],
        [s * 2.8, 4.2, 12.2],
        [s * 5.6, 1.9, 15.5],
        [s * 7.5, 1.2, 21],
      ]),
      false,
      2.1,
      s,
    );
  const tips = [-1, 1].flatMap((s) =>
    fringe(
      [
        [s * 7.5 - 1.8, 1.4, 21],
        [s * 7.5 + 1.8, 1.4, 21],
      ],
      [0.1 * s, 0, 1],
      5,
      yarn(look),
      seed + s,
    ),
  );
  return [
    swath(loopAt(0, 11, 6), true, 3.1, 0),
    swath(loopAt(2, 10, 9.5), true, 2.8, 3),
    end(1),
    end(-1),
    scatter(ellipsoid([3, 2.6, 2.6], cloth, 30, 20), [
      { at: [0, 6.8, 9.4], along: [1, 0, 0], up: UP, side: [0, 0, 1] },
    ]),
    ...tips,
  ];
}

export const cushion: Maker = (look) => {
  const d = look.draw.fork('cushion');
  const lumbar = look.option('shape') === 'lumbar';
  const [w, h] = lumbar ? [50, 30] : [43, 43];
  const cloth = clothOf(look, look.option('pattern'), d.range(17, 24), { lay: 'xy' });
  const seed = look.grain;
  const puff = (x: number, y: number): number => {
    const [a, b] = [Math.abs(x) / (w / 2), Math.abs(y) / (h / 2)];
    return 8 * Math.pow(Math.max(0, (1 - a ** 2.2) * (1 - b ** 2.2)), 0.62);
  };
  // the corners draw in as the filling pulls the cloth
  const pull = (x: number, y: number): [number, number] => {
    const [a, b] = [x / (w / 2), y / (h / 2)];
    return [
      x * (1 - 0.07 * (1 - a * a) * 0 - 0.06 * (1 - b * b) * Math.abs(a) ** 3),
      y * (1 - 0.06 * (1 - a * a) * Math.abs(b) ** 3),
    ];
  };
  const face = (side: number): Mesh =>
    grid(
      (u, v) => {
        const [x0, y0] = [(u - 0.5) * w, (v - 0.5) * h];
        const [x, y] = pull(x0, y0);
        const rim = Math.max(Math.abs(x0) / (w / 2), Math.abs(y0) / (h / 2));
        const pucker =
          0.5 * smooth(0.55, 0.95, rim) * noise3(x0 * 0.35, y0 * 0.35, seed) +
          0.5 * fbm(x0 * 0.06 + seed, y0 * 0.06, 0, 2);
        return [x, y + h / 2, side * (puff(x0, y0) + (1 - rim) * pucker * 1.4)];
      },
      { nu: 180, nv: 180, material: cloth, rest: (u, v) => [(u - 0.5) * w, (v - 0.5) * h, 0] },
    );
  const ring = Array.from({ length: 80 }, (_, i): Vec3 => {
    const p = roundRect(w, h, 0.6)(i / 80);
    const [x, y] = pull(p[0], p[2]);
    return [x, y + h / 2, 0];
  });
  const edge = look.option('edge');
  const trim = plainCloth(look.colour(edge === 'piped' ? 'accent' : 'second'), {
    lay: 'uv',
    pitch: 0.08,
  });
  const meshes: Mesh[] = [
    face(1),
    face(-1),
    tube(curve(ring, { closed: true }), edge === 'piped' ? 0.42 : 0.16, {
      material: edge === 'plain' ? cloth : trim,
      steps: 320,
      closed: true,
    }),
  ];
  if (edge === 'tassels')
    for (const [x, y] of [
      [-1, 0],
      [1, 0],
      [-1, 1],
      [1, 1],
    ] as const)
      meshes.push(...tassel([x * w * 0.5, y * h + 0.5, 0.4], x, y === 0 ? 0 : 1, trim));
  if (edge === 'fringe')
    for (const s of [-1, 1])
      meshes.push(
        ...fringe(
          Array.from({ length: 10 }, (_, i): Vec3 => [
            (s * w) / 2 - s * 1.6 * Math.sin((Math.PI * i) / 9),
            1 + (i / 9) * (h - 2),
            0,
          ]),
          [s, -0.15, 0],
          4,
          trim,
          seed,
        ),
      );
  const lean = turn('x', -0.17);
  return {
    meshes: placeAll(meshes, lean),
    focus: { at: [w * 0.22, h * 0.6, 5], size: 17, azimuth: 12, elevation: 8 },
    stance: { yaw: -20 + d.around(8), elevation: 9 },
  };
};

function tassel(p: Vec3, x: number, up: number, material: Material): Mesh[] {
  const dir = [x * 0.75, up ? 0.1 : -0.15];
  return Array.from({ length: 14 }, (_, i) => {
    const a = (i / 14) * 2 * Math.PI;
    const end: Vec3 = [
      p[0] + dir[0]! * 6 + 0.7 * Math.cos(a),
      Math.max(0.15, p[1] + dir[1]! * 6 - (up ? 5.5 : 0) + 0.7 * Math.sin(a)),
      p[2] + 0.9 * Math.sin(a) + 1,
    ];
    const mid: Vec3 = [p[0] + dir[0]! * 2.4, p[1] + dir[1]! * 2.4 + 0.3, p[2]];
    return tube(curve([p, mid, end]), 0.16, { material, steps: 16, around: 7 });
  });
}

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

export const apron: Maker = (look) => {
  const d = look.draw.fork('apron');
  const body = look.option('body');
  const hung =
    body === 'leather'
      ? leather({ colour: look.colour('main'), seed: look.grain, finish: 'waxed' })
      : body === 'canvas'
        ? plainCloth(look.colour('main'), { lay: 'xy', pitch: 0.09, depth: 0.3 })
        : clothOf(look, body, 20, { lay: 'xy' });
  const trim =
    look.option('straps') === 'leather'
      ? leather({ colour: paint('tan'), seed: 2 })
      : plainCloth(shaded(look.colour('main'), 0.8), { lay: 'xz', pitch: 0.08 });
  const band = edged(trim, shaded(paint('espresso'), 1));
  const h = 84;
  const wide = (y: number): number =>
    y > 58 ? 13.5 + (h - y) * 0.1 : 13.5 + 2.6 + 17 * smooth(60, 46, y);
  const seed = look.grain;
  const f = (u: number, v: number): Vec3 => {
    const y = v * h;
    const fall = 1 - v;
    const x = (u - 0.5) * 2 * wide(y);
    const fold =
      (0.5 + 4.2 * fall) * Math.sin(x * 0.24 + seed + 1.3 * Math.sin(y * 0.03)) * 0.55 +
      1.4 * fall * noise3(x * 0.07, y * 0.04, seed);
    return [x * (1 - 0.13 * fall), y, 5 + fold];
  };
  const meshes: Mesh[] = [
    grid(f, {
      nu: 160,
      nv: 200,
      material: hung,
      rest: (u, v) => [(u - 0.5) * 2 * wide(v * h), v * h, 0],
    }),
  ];
  const pocket = (u: number, v: number): Vec3 => {
    const p = f(0.5 + (u - 0.5) * 0.46, 0.28 + v * 0.2);
    return [p[0], p[1], p[2] + 0.5];
  };
  meshes.push(
    grid(pocket, {
      nu: 60,
      nv: 40,
      material: look.option('straps') === 'leather' ? trim : hung,
      rest: (u, v) => [(u - 0.5) * 28, v * 17, 3],
    }),
  );
  const neck = curve([
    [-12.6, h - 0.6, 5],
    [-9, h + 9, 1.2],
    [-1.5, h + 19, 0.8],
    [1.5, h + 19, 0.8],
    [9, h + 9, 1.2],
    [12.6, h - 0.6, 5],
  ]);
  meshes.push(strap(neck, 2.4, 0.22, { material: band, steps: 90, up: () => [0, 0.1, 1] }));
  for (const s of [-1, 1])
    meshes.push(
      strap(
        curve([
          [s * 31, 46, 2.4],
          [s * 34, 37, 2],
          [s * 32, 22, 3],
          [s * 35, 8, 2.4],
        ]),
        2.2,
        0.2,
        { material: band, steps: 80, up: () => [0.2, 0, 1] },
      ),
    );
  const peg = [
    tube(
      curve([
        [0, h + 18, -1],
        [0, h + 18.6, 4.5],
      ]),
      0.9,
      { material: (s) => s.matt(0.26, 0.16, 0.08, 0.6), steps: 16, around: 20 },
    ),
    block(roundRect(30, 5, 0.8), rounded(0, 1.6, 0.3), {
      material: (s) => s.matt(0.3 + 0.03 * Math.sin(s.rx * 2 + s.rz * 9), 0.19, 0.1, 0.6),
      around: 80,
      inner: 4,
    }),
  ];
  meshes.push(peg[0]!, place(peg[1]!, turn('x', Math.PI / 2), [0, h + 18, -1.6]));
  return {
    meshes,
    hangs: true,
    focus: { at: [5, 36, 5], size: 20, azimuth: 10, elevation: 6 },
    stance: { yaw: d.around(6), elevation: 3 },
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
