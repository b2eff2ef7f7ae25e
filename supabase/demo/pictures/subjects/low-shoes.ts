/** Loafers, children’s shoes, school shoes and ballet flats. */
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged } from '#supabase/demo/pictures/materials/edges.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { rubber } from '#supabase/demo/pictures/materials/rubber.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import {
  backstay,
  finished,
  MIDDLE,
  shoeLast,
  toePanels,
} from '#supabase/demo/pictures/subjects/dress-shoes.ts';
import { laces } from '#supabase/demo/pictures/subjects/laces.ts';
import { upper } from '#supabase/demo/pictures/subjects/last.ts';
import type { Last } from '#supabase/demo/pictures/subjects/last.ts';
import { binding, cut, opening } from '#supabase/demo/pictures/subjects/opening.ts';
import type { OpeningOptions } from '#supabase/demo/pictures/subjects/opening.ts';
import { both, patched, sewn } from '#supabase/demo/pictures/subjects/pattern.ts';
import type { Panel } from '#supabase/demo/pictures/subjects/pattern.ts';
import { overFoot, strapBuckle } from '#supabase/demo/pictures/subjects/foot-straps.ts';
import { metalOf, shoeMaterials, weltedSole } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import type { SoleKind } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import { heelBlock, layer } from '#supabase/demo/pictures/subjects/sole.ts';
import { bowTie, horsebit, pennyStrap, tassels } from '#supabase/demo/pictures/subjects/trims.ts';
import { collar, lining, tongue } from '#supabase/demo/pictures/subjects/upper.ts';

/** Upper with an opening, its lining and its bound edge. */
function low(
  look: Look,
  l: Last,
  panels: readonly Panel[],
  o: OpeningOptions,
  edge = 0.15,
): Mesh[] {
  const m = shoeMaterials(look);
  const field = opening(l, o);
  const outside: Panel[] = panels.map((panel) => ({
    ...panel,
    keep: (x, y, z) => Math.min(panel.keep?.(x, y, z) ?? 1, -field(x, y, z) - 0.1),
  }));
  const skin = upper(l, patched(m.main, outside), { mask: cut(l, field) });
  const inside = lining(l, paint('natural'), look.grain);
  inside[0]!.mask = cut(l, field, 0.35);
  return [
    skin,
    ...sewn(skin, outside, m.thread, m.hole),
    ...inside,
    ...binding(skin, field, m.dark, edge),
  ];
}

const apron: Panel = {
  field: (x, y, z) => {
    const a = Math.abs(z - MIDDLE) / 2.7;
    const f = Math.abs(x - 3.6) / 7.6;
    return y > 2.6 ? 2.5 * (1 - Math.pow(a ** 2.4 + f ** 2.4, 1 / 2.4)) : -1;
  },
  lift: -1,
  rows: [0.1],
};

export const loafer: Maker = (look) => {
  const l = shoeLast(look, {
    toe: look.option('shape') as 'round',
    back: 6.4,
    sole: 0.8,
    front: 1,
    dip: 0.2,
  });
  const seam: Panel = { ...apron, lift: 0, keep: (x) => x - 1.5 };
  const raised: Panel = { ...apron, lift: 0.1, rows: [], keep: (x) => x - 1.5 };
  const meshes = low(look, l, [raised, seam], { front: 1.9, wide: 3.3, heights: [5.5, 4.6, 4.6] });
  const m = shoeMaterials(look);
  const style = look.option('strap');
  if (style !== 'plain')
    meshes.push(
      ...pennyStrap(
        l,
        edged(m.main, shaded(look.colour('main'), 0.4)),
        m.thread,
        style === 'penny',
      ),
    );
  if (style === 'tassel') meshes.push(...tassels(l, m.main));
  if (style === 'bit') meshes.push(...horsebit(l, metalOf(look)));
  meshes.push(...weltedSole(l, look.option('sole') as SoleKind, look));
  return finished({ l, meshes }, 5);
};

/** A moulded unit sole with a small heel, for children's and school shoes. */
function unitSole(l: Last, look: Look): Mesh[] {
  const t = l.options.sole;
  const wall = rubber(look.colour('sole'));
  return [
    layer(l, 0.4, 0, t + 0.12, wall, 0.2),
    layer(l, 0.44, t - 0.5, t - 0.4, rubber(shaded(look.colour('sole'), 0.75)), 0.04),
    heelBlock(l, 0.38, -6, wall),
  ];
}

function strapped(look: Look, l: Last, panels: readonly Panel[], vs: readonly number[]): Mesh[] {
  const m = shoeMaterials(look);
  const band = edged(m.main, shaded(look.colour('main'), 0.4));
  const meshes = low(look, l, panels, {
    front: 4.6,
    wide: 3.5,
    square: 2.3,
    heights: [5.7, 4.3, 3.7],
  });
  for (const v of vs) meshes.push(overFoot(l, [v + 0.02, v, v + 0.02], 1.7, band, 0.14));
  meshes.push(...strapBuckle(l, vs[vs.length - 1]!, metalOf(look)));
  return meshes;
}

function lacedShoe(look: Look, l: Last, panels: readonly Panel[], pairs: number): Mesh[] {
  const m = shoeMaterials(look);
  const quarter: Panel = {
    field: (x, y, z) =>
      both(0.8 * (5 - 0.8 * Math.max(0, 6 - y) - x), Math.abs(z - MIDDLE) - 0.6, 1.1),
    lift: 0.15,
    rows: [0.16, 0.33],
  };
  const all = [...panels, quarter, backstay];
  const skin = upper(l, patched(m.main, all));
  return [
    skin,
    ...sewn(skin, all, m.thread, m.hole),
    ...lining(l, paint('natural'), look.grain),
    collar(l, m.dark, 0.24, 0.075),
    tongue(l, m.main, 1.8, 1),
    ...laces(skin, {
      spine: (v) => l.at(0.5, v),
      from: 0.52,
      to: 0.93,
      pairs,
      gap: [1, 1.25],
      lace: m.dark,
      eyelet: m.dark,
      style: 'cross',
      flat: false,
      bow: true,
    }),
  ];
}

export const kidsShoe: Maker = (look) => {
  const l = shoeLast(look, {
    toe: 'wide',
    heel: 0.9,
    sole: 1.35,
    back: 6.8,
    box: 1.24,
    width: 1.14,
    spring: 0.9,
    dip: look.option('closure') === 'lace' ? 1 : 0.2,
  });
  const second = leather({ colour: look.colour('second'), seed: look.grain + 2 });
  const toe = look.option('toe');
  const bumper: Panel = {
    field: (x, y, z) => both(x - 10 + 0.05 * z * z, 4.3 - y, 1),
    lift: 0.14,
    material: second,
    rows: [0.18],
  };
  const punched: Panel = {
    field: (x, _y, z) => 1.7 - Math.hypot(x - 8.2, z - MIDDLE),
    lift: 0,
    holes: 0.35,
  };
  const panels: Panel[] = toe === 'bumper' ? [bumper] : toe === 'punched' ? [punched] : [];
  const closure = look.option('closure');
  const body =
    closure === 'lace'
      ? lacedShoe(look, l, panels, 3)
      : strapped(look, l, panels, closure === 'velcro' ? [0.52, 0.64] : [0.58]);
  const meshes = [...body, ...unitSole(l, look)];
  return { ...finished({ l, meshes }), stance: { yaw: -34, elevation: 22 } };
};

export const schoolShoe: Maker = (look) => {
  const l = shoeLast(look, {
    toe: 'round',
    heel: 1.9,
    sole: 1.2,
    back: 6.6,
    box: 1.08,
    dip: look.option('closure') === 'lace' ? 1 : 0.2,
  });
  const toe = look.option('toe');
  const panels = toePanels(toe === 'plain' ? 'none' : toe);
  const body =
    look.option('closure') === 'lace'
      ? lacedShoe(look, l, panels, 4)
      : strapped(look, l, panels, [0.6]);
  const meshes = [...body, ...unitSole(l, look)];
  return { ...finished({ l, meshes }), stance: { yaw: -30, elevation: 19 } };
};

export const balletFlat: Maker = (look) => {
  const toe = look.option('toe') as 'round' | 'pointed' | 'square';
  const l = shoeLast(look, {
    toe,
    heel: 0.55,
    sole: 0.5,
    back: 6.4,
    box: 0.84,
    width: 0.95,
    spring: 0.5,
    dip: 0.15,
  });
  const trim = look.option('trim');
  const second = leather({ colour: look.colour('second'), seed: look.grain + 2 });
  const panels: Panel[] =
    trim === 'captoe'
      ? [{ field: (x, _y, z) => x - 10.2 - 0.04 * z * z, lift: 0.05, material: second }]
      : [];
  const m = shoeMaterials(look);
  const meshes = low(
    look,
    l,
    panels,
    { front: 6.6, wide: 3.55, square: 2.2, heights: [5, 3.1, 2.5] },
    0.13,
  );
  if (trim === 'bow') meshes.push(...bowTie(l, 6.9, m.main));
  if (trim === 'strap')
    meshes.push(
      overFoot(l, [0.64, 0.62, 0.64], 1.1, edged(m.main, shaded(look.colour('main'), 0.4)), 0.12),
      ...strapBuckle(l, 0.62, metalOf(look)),
    );
  const sole =
    look.swatch('sole') === 'leather-sole'
      ? leather({ colour: shaded(look.colour('sole'), 0.7), finish: 'waxed', depth: 0.3 })
      : rubber(look.colour('sole'));
  meshes.push(layer(l, 0.2, 0, 0.5, sole, 0.08), heelBlock(l, 0.2, -8, sole));
  return { ...finished({ l, meshes }, 7.5), stance: { yaw: -36, elevation: 24 } };
};
