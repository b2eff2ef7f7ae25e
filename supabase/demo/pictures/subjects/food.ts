/** Coffee, honey, tea, dried fruit, chilli oil, spices and nut butter. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { vessel, wall } from '#supabase/demo/pictures/forms/body.ts';
import type { VesselOptions } from '#supabase/demo/pictures/forms/body.ts';
import { lathe, polygon } from '#supabase/demo/pictures/forms/lathe.ts';
import { scatter, strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { kitengePrint } from '#supabase/demo/pictures/look-print.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { packPaper, powder, tinPaint } from '#supabase/demo/pictures/materials/packs.ts';
import { labelled } from '#supabase/demo/pictures/materials/print.ts';
import {
  beans,
  filling,
  flakes,
  glassJar,
  groundnuts,
  labelOf,
  lid,
  roundNuts,
  strewn,
  upright,
  wrapLabel,
} from '#supabase/demo/pictures/subjects/pantry.ts';
import { grid, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { cross, IDENTITY, mad, sub, turn, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const packed = (
  look: Look,
  meshes: Mesh[],
  focus: Vec3,
  size: number,
  elevation = 12,
): Subject => ({
  meshes,
  focus: { at: focus, size, azimuth: -6, elevation: 14 },
  stance: { yaw: -16 + look.draw.fork('yaw').around(10), elevation },
});

/** A label on the front of a soft pack, w cm wide, that follows its wall from y0 up. */
function frontLabel(o: VesselOptions, w: number, y0: number, h: number, material: Material): Mesh {
  const at = wall(o);
  const middle = o.rings[o.rings.length >> 1]!;
  const girth = 4 * (middle[1] + middle[2]) * 0.93;
  return grid(
    (u, v) => {
      const p = at(0.25 - ((u - 0.5) * w) / girth, y0 + v * h);
      const side = at(0.25 - ((u - 0.5) * w) / girth - 0.01, y0 + v * h);
      const out = unit(cross(sub(side, p), [0, 1, 0]));
      return mad(p, out[2] < 0 ? [-out[0], 0, -out[2]] : out, 0.07);
    },
    { nu: 80, nv: 60, material },
  );
}

export const coffeeBag: Maker = (look) => {
  const d = look.draw.fork('coffee');
  const pouch = look.option('bag') === 'pouch';
  const [w, h, deep] = pouch ? [8, 23, 4] : [6.6, d.range(24, 27), 4.3];
  const paper = packPaper(look.colour('main'), look.grain);
  const rings: readonly (readonly [number, number, number])[] = pouch
    ? [[0, w * 0.9, deep * 0.9], [1, w, deep], [h * 0.5, w * 1.02, deep * 0.85], [h * 0.86, w, deep * 0.25], [h * 0.9, w, 0.25], [h, w, 0.22]]
    : [[0, w, deep], [0.6, w * 1.02, deep * 1.02], [h * 0.6, w * 1.03, deep], [h * 0.8, w, deep * 0.6], [h * 0.88, w, 0.35], [h, w, 0.3]]; // prettier-ignore
  const o: VesselOptions = {
    rings,
    square: pouch ? 3.4 : 6,
    material: paper,
    slack: 0.35,
    seed: look.grain,
    nv: 160,
  };
  const meshes = [vessel(o)];
  if (!pouch)
    meshes.push(
      strap(
        curve([
          [-w * 1.1, h - 0.8, 0.42],
          [0, h - 0.7, 0.5],
          [w * 1.1, h - 0.8, 0.42],
        ]),
        1.5,
        0.16,
        { material: packPaper(look.colour('second'), 4), steps: 40, up: () => [0, 0, 1] },
      ),
    );
  const tall = look.option('label') === 'tall';
  const band = look.option('label') === 'band';
  const [lw, lh] = band ? [w * 2.02, h * 0.3] : tall ? [w * 1.15, h * 0.56] : [w * 1.35, w * 1.35];
  const art = labelOf(look, d.pick(['hills', 'bean', 'sun'] as const), lw / lh);
  const y0 = band ? h * 0.3 : h * 0.16;
  const face = frontLabel(o, lw, y0, lh, art);
  if (look.option('label') === 'round') face.mask = (u, v) => Math.hypot(u - 0.5, v - 0.5) < 0.5;
  meshes.push(
    face,
    beans(`${look.spec.seed}/beans`, 46, { x: w * 0.45, z: deep + 6, spread: 4.4 }),
  );
  return packed(look, meshes, [2, h * 0.32, deep + 1], 9);
};

export const honeyJar: Maker = (look) => {
  const d = look.draw.fork('honey');
  const jar = look.option('jar');
  const squat = jar === 'squat';
  const [r, h] = squat ? [5.2, 7.4] : [4.3, d.range(9.5, 11)];
  const section = jar === 'hex' ? polygon(6) : undefined;
  const part = section ? { section } : {};
  const wall: Vec2[] = [[0, 0.05], [r * 0.85, 0], ...upright(r, 0.4, h * 0.78), [r * 0.96, h * 0.88], [r * 0.78, h], [r * 0.78, h + 0.9]]; // prettier-ignore
  const inner: Vec2[] = [[0, 0.35], [r * 0.8, 0.35], ...upright(r * 0.94, 0.7, h * 0.76), [r * 0.9, h * 0.84], [0, h * 0.845]]; // prettier-ignore
  const honey = filling(look.colour('main'), 1, look.grain);
  const meshes = [
    lathe(inner, { material: honey, nu: 140, nv: 120, ...part }),
    glassJar(wall, [0.93, 0.9, 0.82], section),
    ...lid(look.option('lid'), r * 0.8, h + 0.4, look),
  ];
  const art = labelOf(look, d.pick(['bee', 'bee', 'sun', 'hills'] as const), 1.5);
  meshes.push(wrapLabel(r * 1.008, h * 0.16, h * 0.66, jar === 'hex' ? 0.34 : 0.38, art, section));
  if (d.next() < 0.75) meshes.push(...dipper([r * 0.5, 0.9, r * 1.75], look.colour('main')));
  return packed(look, meshes, [1, h * 0.5, r], 6.5);
};

/** A wooden honey dipper lying on the table. */
function dipper(at: Vec3, honey: Vec3): Mesh[] {
  const wood: Material = (s) => {
    const k = 0.9 + 0.15 * noise3(s.rx * 5, s.ry * 0.7, s.rz * 5);
    s.matt(0.42 * k, 0.25 * k, 0.11 * k, 0.5);
  };
  const rings: Vec2[] = [[0, -1.9]];
  for (let i = 0; i < 6; i++)
    rings.push(
      [0.62 + 0.3 * Math.sin((Math.PI * (i + 0.5)) / 6), -1.8 + i * 0.55],
      [0.62 + 0.3 * Math.sin((Math.PI * (i + 0.5)) / 6), -1.55 + i * 0.55],
      [0.45, -1.5 + i * 0.55],
      [0.45, -1.3 + i * 0.55],
    );
  rings.push([0.3, 1.8], [0.27, 7.4], [0.34, 8], [0, 8.2]);
  const stick = lathe(rings, { material: wood, straight: true, nu: 40, nv: 220 });
  const pool = lathe(
    [
      [0, 0.12],
      [1.2, 0.1],
      [1.7, 0],
    ],
    { material: filling(shaded(honey, 1.1), 1, 3), nu: 60, nv: 20, wobble: 0.3 },
  );
  return [
    ...placeAll([stick], turn('z', -1.48), at).map(
      (mesh) => placeAll([mesh], IDENTITY, [0, 0.05, 0])[0]!,
    ),
    ...placeAll([pool], IDENTITY, [at[0] - 1, 0, at[2] + 0.4]),
  ];
}

export const teaTin: Maker = (look) => {
  const d = look.draw.fork('tea');
  const section = look.option('tin') === 'square' ? polygon(4, 0.55) : undefined;
  const part = section ? { section } : {};
  const [r, h] = section ? [5.6, d.range(10, 12.5)] : [4.3, d.range(9.5, 13)];
  const coat = tinPaint(look.colour('main'), look.grain);
  const steel: Material = (s) => {
    s.matt(0.55, 0.53, 0.48, 0.25);
    s.metal = 1;
  };
  const meshes = [
    lathe(
      [
        [0, 0.1],
        [r * 0.94, 0.1],
        [r * 0.98, 0],
        [r, 0.15],
        [r, h * 0.8],
      ],
      { material: coat, straight: true, nu: 200, nv: 80, ...part },
    ),
    lathe(
      [
        [r * 1.0, h * 0.79],
        [r * 1.025, h * 0.79],
        [r * 1.025, h * 0.98],
        [r * 1.0, h],
        [r * 0.95, h + 0.05],
        [r * 0.92, h - 0.06],
        [0, h - 0.06],
      ],
      {
        material: look.option('label') === 'pattern' ? coat : steel,
        straight: true,
        nu: 200,
        nv: 80,
        ...part,
      },
    ),
  ];
  const style = look.option('label');
  const art =
    style === 'pattern'
      ? labelled(kitengePrint(look, d.pick(['kitenge-leaf', 'kitenge-shell'])), 0.45)
      : labelOf(look, d.pick(['leaf', 'leaf', 'hills'] as const), style === 'band' ? 3.4 : 1.1);
  const full = style === 'pattern';
  if (section) meshes.push(frontFace(r, h, style, art));
  else
    meshes.push(
      wrapLabel(
        r * 1.006,
        full ? 0.5 : h * 0.18,
        full ? h * 0.77 : h * (style === 'band' ? 0.56 : 0.66),
        full ? 0.98 : style === 'band' ? 0.62 : 0.32,
        art,
      ),
    );
  meshes.push(
    flakes(
      `${look.spec.seed}/tea`,
      240,
      { x: r * 0.4, z: r + 4, spread: 3 },
      [0.035, 0.03, 0.018],
      0.42,
    ),
  );
  return packed(look, meshes, [1, h * 0.42, r], 6.5);
};

function frontFace(r: number, h: number, style: string, art: Material): Mesh {
  const side = r * 0.707;
  const [y0, y1] = style === 'pattern' ? [0.4, h * 0.77] : [h * 0.2, h * 0.64];
  const w = style === 'round' ? 0.62 : 0.86;
  return grid((u, v) => [(u - 0.5) * 2 * side * w, y0 + (y1 - y0) * v, side * 1.012], {
    nu: 20,
    nv: 20,
    material: art,
  });
}

const FRUITS: Record<string, Vec3> = {
  mango: [0.72, 0.36, 0.05],
  pineapple: [0.74, 0.55, 0.16],
  banana: [0.6, 0.43, 0.19],
  passion: [0.42, 0.2, 0.09],
};

/** Pieces of dried fruit before the pack. */
function pieces(
  fruit: string,
  seed: string,
  where: { x: number; z: number; spread: number },
): Mesh {
  const colour = FRUITS[fruit]!;
  const skin: Material = (s) => {
    const k =
      1 +
      0.22 * noise3(s.rx * 2.2 + s.x, s.ry * 2.2, s.rz * 2.2) +
      0.1 * noise3(s.rx * 7, s.ry * 7, s.rz * 7);
    s.matt(colour[0] * k, colour[1] * k * (0.95 + 0.05 * k), colour[2] * k, 0.5);
    s.glow = 0.35;
    s.slopeRest(
      0.25 * noise3(s.rx * 3, s.ry, s.rz * 3),
      0,
      0.25 * noise3(s.rz * 3, s.ry, s.rx * 3),
    );
  };
  const curl =
    (k: number) =>
    ([x, y, z]: Vec3): Vec3 => [x, y + k * x * x + 0.1 * Math.sin(z * 3 + x), z];
  const one =
    fruit === 'mango' ? block(roundRect(4.6, 1.7, 0.7), rounded(0, 0.42, 0.2), { material: skin, around: 60, inner: 8, warp: curl(0.07) })
    : fruit === 'pineapple' ? lathe([[0.8, 0.05], [2.1, 0], [2.3, 0.25], [2.1, 0.55], [0.9, 0.5], [0.75, 0.28], [0.8, 0.05]], { material: skin, nu: 60, nv: 40, wobble: 0.2, section: (a) => 1 + 0.04 * Math.sin(a * 11) })
    : lathe([[0, 0.04], [1.2, 0], [1.5, 0.2], [1.25, 0.42], [0, 0.34]], { material: skin, nu: 40, nv: 30, wobble: 0.15 }); // prettier-ignore
  return scatter(one, strewn(seed, fruit === 'pineapple' ? 7 : 12, where, 0.35, 0.3));
}

export const fruitPouch: Maker = (look) => {
  const d = look.draw.fork('fruit');
  const [w, h, deep] = [7.4, d.range(20, 23), 3.6];
  const fruit = look.option('fruit');
  const rings = [[0, w * 0.92, deep * 0.9], [0.8, w, deep], [h * 0.45, w * 1.01, deep * 0.95], [h * 0.82, w, deep * 0.28], [h * 0.88, w, 0.22], [h, w, 0.2]] as const; // prettier-ignore
  const o: VesselOptions = {
    rings,
    square: 3,
    material: packPaper(look.colour('main'), look.grain),
    slack: 0.4,
    seed: look.grain,
    nv: 160,
  };
  const meshes = [vessel(o)];
  const art = labelOf(look, 'fruit', 1.2);
  meshes.push(frontLabel(o, w * 1.3, h * 0.42, (w * 1.3) / 1.2, art));
  if (look.option('window') === 'oval') {
    const colour = FRUITS[fruit]!;
    const seen: Material = (s) => {
      const n = noise3(s.rx * 0.9, s.ry * 0.9, look.grain);
      const k = 0.75 + 0.4 * n;
      s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.14);
      s.slopeRest(0.3 * n, 0.2 * noise3(s.ry * 1.2, s.rx, 3), 0);
    };
    const pane = frontLabel(o, w * 0.9, h * 0.09, h * 0.27, seen);
    pane.mask = (u, v) => Math.hypot(u - 0.5, v - 0.5) < 0.5;
    meshes.push(pane);
  }
  meshes.push(pieces(fruit, `${look.spec.seed}/fruit`, { x: w * 0.4, z: deep + 6.5, spread: 4.6 }));
  return packed(look, meshes, [w * 0.7, 2.5, deep + 4], 11, 15);
};

/** Small red peppers with a stem. */
function chillies(
  seed: string,
  count: number,
  where: { x: number; z: number; spread: number },
): Mesh[] {
  const red: Material = (s) => {
    s.matt(0.42, 0.025, 0.015, 0.22);
    s.glow = 0.2;
  };
  const pod = tube(
    curve([
      [-2.4, 0, 0],
      [-1.2, 0.25, 0.1],
      [0.4, 0.2, 0.3],
      [2, -0.05, 0.1],
      [2.9, -0.2, -0.25],
    ]),
    (v) => 0.52 * Math.pow(1 - v, 0.55) + 0.03,
    { material: red, steps: 50, around: 18 },
  );
  const stem = tube(
    curve([
      [-2.3, 0.05, 0],
      [-2.9, 0.15, 0.05],
      [-3.7, 0.5, 0.1],
    ]),
    0.12,
    { material: (s) => s.matt(0.13, 0.17, 0.05, 0.6), steps: 16, around: 8 },
  );
  const list = strewn(seed, count, where, 0.5, 0.1);
  return [scatter(pod, list), scatter(stem, list)];
}

export const chilliOil: Maker = (look) => {
  const d = look.draw.fork('chilli');
  const shape = look.option('bottle');
  const section = shape === 'square' ? polygon(4, 0.7) : undefined;
  const part = section ? { section } : {};
  const r = shape === 'flask' ? 4.6 : section ? 3.9 : 3.1;
  const h = shape === 'flask' ? 11 : d.range(12, 14.5);
  const wall: Vec2[] = [[0, 0.05], [r * 0.85, 0], ...upright(r, 0.4, h * (shape === 'flask' ? 0.4 : 0.68)), [r * 0.8, h * 0.8], [1.25, h * 0.93], [1.2, h + 1.8]]; // prettier-ignore
  const inside = wall.map(([a, b], i): Vec2 => [
    Math.max(0, a - 0.22),
    i === 0 ? 0.4 : Math.min(b + (b < 0.5 ? 0.35 : 0), h * 0.95),
  ]);
  const oil = filling(look.colour('main'), 0.95, look.grain);
  const speck: Material = (s) => {
    oil(s);
    const seedAt =
      Math.max(0, noise3(s.rx * 2.6, s.ry * 2.6, s.rz * 2.6) - 0.35) * (s.ry < h * 0.45 ? 3 : 1);
    s.r *= 1 - 0.5 * seedAt;
    s.g *= 1 - 0.9 * seedAt;
    s.b *= 1 - 0.9 * seedAt;
  };
  const cap: Material = (s) => s.matt(0.03, 0.028, 0.027, 0.35);
  const meshes = [
    lathe([...inside, [0, h * 0.95]], { material: speck, nu: 120, nv: 120, ...part }),
    glassJar(wall, [0.95, 0.9, 0.84], section),
    lathe(
      [
        [1.3, h + 0.5],
        [1.42, h + 0.55],
        [1.42, h + 2.3],
        [1.3, h + 2.45],
        [0, h + 2.45],
      ],
      { material: cap, straight: true, nu: 60, nv: 40 },
    ),
  ];
  const tall = look.option('label') === 'tall';
  const art = labelOf(look, 'chilli', tall ? 0.75 : 1.6);
  const high = shape === 'flask' ? h * 0.4 : h * 0.66;
  if (section) meshes.push(frontFace(r, (high * 1.05) / 0.64, 'band', art));
  else
    meshes.push(
      wrapLabel(
        r * 1.01,
        tall ? h * 0.08 : h * 0.16,
        tall ? high : h * 0.16 + (high - h * 0.1) * 0.75,
        tall ? 0.3 : 0.42,
        art,
      ),
    );
  meshes.push(...chillies(`${look.spec.seed}/pods`, 5, { x: r * 0.7, z: r + 4, spread: 3.2 }));
  return packed(look, meshes, [1, h * 0.42, r], 7);
};

export const spiceJars: Maker = (look) => {
  const count = Number(look.option('count'));
  const fills = [look.colour('main'), look.colour('accent'), paint('turmeric'), paint('chilli')];
  const meshes = Array.from({ length: count }, (_, i): Mesh[] => {
    const [r, h] = [2.7, 7.4];
    const wall: Vec2[] = [[0, 0.05], [r * 0.9, 0], ...upright(r, 0.3, h * 0.82), [r * 0.8, h * 0.93], [r * 0.76, h + 0.5]]; // prettier-ignore
    const level = h * (0.62 + 0.16 * noise3(i * 3.1, look.grain, 0));
    const fill = lathe(
      [
        [0, 0.3],
        [r * 0.9, 0.3],
        ...upright(r * 0.94, 0.6, level),
        [r * 0.5, level + 0.25],
        [0, level + 0.3],
      ],
      { material: powder(fills[i % 4]!, look.grain + i), nu: 90, nv: 70 },
    );
    const parts = [
      fill,
      glassJar(wall, [0.97, 0.97, 0.96]),
      ...lid(look.option('lid'), r * 0.78, h + 0.2, look),
      wrapLabel(r * 1.01, h * 0.22, h * 0.52, 0.3, labelOf(look, 'leaf', 1.5, `label-${i}`)),
    ];
    const x = (i - (count - 1) / 2) * 6.6;
    return placeAll(parts, turn('y', 0.2 * Math.sin(i * 2.3 + look.grain)), [
      x,
      0,
      i % 2 === 0 ? 0.6 : -0.9,
    ]);
  }).flat();
  meshes.push(
    flakes(
      `${look.spec.seed}/spice`,
      90,
      { x: -2, z: 6.4, spread: 2.2 },
      shaded(look.colour('main'), 0.9),
      0.3,
    ),
  );
  return packed(look, meshes, [0.5, 3.4, 3], 8, 15);
};

export const nutButter: Maker = (look) => {
  const d = look.draw.fork('butter');
  const [r, h] = [4.4, d.range(8.5, 10)];
  const wall: Vec2[] = [[0, 0.05], [r * 0.88, 0], ...upright(r, 0.4, h * 0.84), [r * 0.86, h * 0.96], [r * 0.84, h + 0.8]]; // prettier-ignore
  const paste = lathe(
    [[0, 0.35], [r * 0.86, 0.35], ...upright(r * 0.95, 0.7, h * 0.82), [0, h * 0.84]],
    { material: filling(look.colour('main'), 0.18, look.grain), nu: 120, nv: 90 },
  );
  const groundnut = look.option('nut') === 'groundnut';
  const meshes = [
    paste,
    glassJar(wall, [0.97, 0.96, 0.93]),
    ...lid(look.option('lid'), r * 0.86, h + 0.3, look),
    wrapLabel(r * 1.01, h * 0.2, h * 0.68, 0.4, labelOf(look, 'nut', 1.7)),
  ];
  const where = { x: r * 0.9, z: r + 4, spread: 3.4 };
  if (groundnut)
    meshes.push(
      groundnuts(`${look.spec.seed}/nuts`, 11, where),
      roundNuts(
        `${look.spec.seed}/kernels`,
        8,
        { ...where, x: -r, spread: 2.6 },
        [0.36, 0.14, 0.07],
        0.55,
      ),
    );
  else
    meshes.push(
      roundNuts(`${look.spec.seed}/shells`, 7, where, [0.17, 0.08, 0.035], 1.15),
      roundNuts(
        `${look.spec.seed}/kernels`,
        9,
        { ...where, x: -r * 0.9, spread: 3 },
        [0.7, 0.56, 0.36],
        0.75,
      ),
    );
  return packed(look, meshes, [1, h * 0.45, r], 7, 14);
};
