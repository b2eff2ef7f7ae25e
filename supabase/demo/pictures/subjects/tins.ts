/** Tea tins and bottles of chilli oil. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe, polygon } from '#supabase/demo/pictures/forms/lathe.ts';
import { scatter, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { kitengePrint } from '#supabase/demo/pictures/look-print.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { tinPaint } from '#supabase/demo/pictures/materials/packs.ts';
import { labelled } from '#supabase/demo/pictures/materials/print.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec2 } from '#supabase/demo/pictures/studio/vec.ts';
import { packed } from '#supabase/demo/pictures/subjects/packs.ts';
import {
  filling,
  glassJar,
  labelOf,
  upright,
  wrapLabel,
} from '#supabase/demo/pictures/subjects/pantry.ts';
import { flakes, strewn } from '#supabase/demo/pictures/subjects/strewn.ts';

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
