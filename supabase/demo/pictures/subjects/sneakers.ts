/** Leather sneakers. */
import { kitengeCloth } from '#supabase/demo/pictures/look-print.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { rubber } from '#supabase/demo/pictures/materials/rubber.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { finished, MIDDLE, shoeLast } from '#supabase/demo/pictures/subjects/dress-shoes.ts';
import { laces } from '#supabase/demo/pictures/subjects/laces.ts';
import { upper } from '#supabase/demo/pictures/subjects/last.ts';
import type { Last } from '#supabase/demo/pictures/subjects/last.ts';
import { both, either, patched, sewn } from '#supabase/demo/pictures/subjects/pattern.ts';
import type { Panel } from '#supabase/demo/pictures/subjects/pattern.ts';
import { shoeMaterials } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import { layer } from '#supabase/demo/pictures/subjects/sole.ts';
import { collar, lining, tongue } from '#supabase/demo/pictures/subjects/upper.ts';

/** Thick rubber sole that rises around the upper. */
function cupSole(l: Last, look: Look): Mesh[] {
  const t = l.options.sole;
  const wall = rubber(look.colour('sole'));
  const line = rubber(shaded(look.colour('sole'), 0.72));
  return [
    layer(l, 0.36, 0.25, t + 0.75, wall, 0.16),
    layer(l, 0.41, 0.9, 1.05, line, 0.06),
    layer(l, 0.38, 0, 0.3, line, 0.1),
  ];
}

export const sneaker: Maker = (look) => {
  const mid = look.option('cut') === 'mid';
  const l = shoeLast(look, {
    toe: 'round',
    heel: 0.5,
    sole: 1.7,
    spring: 0.55,
    back: mid ? 11.5 : 6.8,
    box: 1.02,
    width: 1.02,
  });
  const m = shoeMaterials(look);
  const kind = look.option('panel');
  const second = leather({
    colour: look.colour('second'),
    finish: kind === 'suede-toe' ? 'suede' : 'smooth',
    seed: look.grain + 3,
  });
  const quarterEdge = (x: number, y: number, z: number) => {
    const slit = Math.abs(z - MIDDLE) - 0.65 - 0.02 * (4 - x);
    return both(0.8 * (5.6 - 0.9 * Math.max(0, 5 - y) - x), either(slit, -9 - x, 0.2), 1.6);
  };
  const stripe: Panel = {
    field: (x, y) => 0.95 - Math.abs(0.75 * (x + 1.8) - 0.66 * (y - 4)) + 0.08 * (y - 4),
    lift: 0.06,
    material: second,
    rows: [0.14],
  };
  const cloth = kind === 'kitenge' ? kitengeCloth(look, 7, { lay: 'xy' }) : second;
  const side: Panel = {
    field: (x, y) => both(both(1.5 - x, x + 8.6, 0.6), y - l.seat(x) + 2, 0.3),
    lift: 0.02,
    material: cloth,
    rows: [0.15],
  };
  const toe: Panel = {
    field: (x, _y, z) => x - 8.2 + 0.05 * (z - MIDDLE) ** 2,
    lift: 0.1,
    ...(kind === 'suede-toe' ? { material: second } : {}),
    rows: [0.15, 0.32],
  };
  const heel: Panel = {
    field: (x, y) => both(-10.2 - x + 0.22 * (y - 4), y - 1, 0.5),
    lift: 0.11,
    material: second,
    rows: [0.16, 0.33],
  };
  const panels = [
    toe,
    { field: quarterEdge, lift: 0.14, rows: [0.16, 0.33] },
    ...(kind === 'stripe' ? [stripe] : kind === 'kitenge' ? [side] : []),
    heel,
  ];
  const skin = upper(l, patched(m.main, panels), { nv: 280 });
  const lace = leather({
    colour: look.swatch('sole') === 'rubber-black' ? [0.02, 0.02, 0.022] : [0.72, 0.69, 0.62],
    depth: 0.5,
  });
  const meshes = [
    skin,
    ...sewn(skin, panels, m.thread, m.hole),
    ...lining(l, shaded(paint('natural'), 0.9), look.grain),
    layer(
      l,
      -0.8,
      l.options.sole + 0.7,
      l.options.sole + 0.95,
      leather({ colour: paint('natural') }),
    ),
    collar(l, second, 0.36, 0.075),
    tongue(l, m.main, 2.1, 1.6),
    ...laces(skin, {
      spine: (v) => l.at(0.5, v),
      from: 0.44,
      to: 0.94,
      pairs: Number(look.option('eyelets')),
      gap: [1.05, 1.35],
      lace,
      eyelet: m.dark,
      style: 'cross',
      flat: true,
      bow: true,
    }),
    ...cupSole(l, look),
  ];
  return { ...finished({ l, meshes }), stance: { yaw: -28, elevation: 15 } };
};
