/** Sandals and slides. */
import { contour } from '#supabase/demo/pictures/forms/contour.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import {
  ellipsoid,
  frames,
  scatter,
  stitches,
  strap,
} from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged } from '#supabase/demo/pictures/materials/edges.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { cork, rubber } from '#supabase/demo/pictures/materials/rubber.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { mad } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import {
  aroundHeel,
  onFoot,
  overFoot,
  strapBuckle,
} from '#supabase/demo/pictures/subjects/foot-straps.ts';
import { last, upper } from '#supabase/demo/pictures/subjects/last.ts';
import type { Last } from '#supabase/demo/pictures/subjects/last.ts';
import { metalOf, pairOf, shoeMaterials } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import { layer, weltStitches } from '#supabase/demo/pictures/subjects/sole.ts';

const sandalLast = (look: Look): Last =>
  last({
    toe: look.draw.fork('toe').pick(['round', 'almond', 'wide'] as const),
    heel: 0.9 + look.draw.fork('heel').range(-0.2, 0.5),
    sole: 1.15,
    spring: 0.35,
    back: 6,
    front: 0,
    dip: 0.6,
    box: 0.8,
    width: 1,
  });

function soles(l: Last, kind: string, look: Look): Mesh[] {
  const foot = leather({
    colour:
      look.swatch('sole') === 'leather-sole'
        ? look.colour('sole')
        : shaded(look.colour('main'), 0.9),
    seed: look.grain + 9,
    finish: kind === 'cork' ? 'suede' : 'smooth',
  });
  const black = rubber([0.02, 0.02, 0.021]);
  const thread = leather({ colour: shaded(look.colour('thread'), 0.9) });
  const t = l.options.sole;
  const mid =
    kind === 'cork'
      ? cork(look.swatch('sole') === 'cork' ? look.colour('sole') : [0.46, 0.27, 0.12])
      : kind === 'tyre' || kind === 'rubber'
        ? black
        : leather({ colour: [0.2, 0.1, 0.045], finish: 'waxed', depth: 0.3 });
  return [
    layer(l, 0.35, t - 0.32, t, foot, 0.1),
    layer(l, 0.33, 0.3, t - 0.3, mid, 0.05),
    layer(l, 0.36, 0, 0.32, black, 0.06),
    ...weltStitches(l, 0.05, t + 0.01, thread, -99),
  ];
}

/** The straps of each layout: v positions along the foot and widths. */
function sandalStraps(look: Look, l: Last, m: Material): Mesh[] {
  const w = 2.1 + look.draw.fork('strap').range(-0.3, 0.6);
  const layout = look.option('straps');
  const heel = aroundHeel(l, 0.68, 4.6, 1.5, m);
  const bar = (a: number, b: number, c: number, width = w, lift = 0.12) =>
    overFoot(l, [a, b, c], width, m, lift);
  switch (layout) {
    case 'two-band':
      return [bar(0.42, 0.37, 0.42, w * 1.5), bar(0.6, 0.56, 0.6, w * 1.3)];
    case 'cross':
      return [
        bar(0.34, 0.46, 0.62, w * 1.05),
        bar(0.62, 0.47, 0.34, w * 1.05, 0.4),
        heel,
        bar(0.72, 0.7, 0.72, 1.5),
      ];
    case 't-bar': {
      const spine = curve(
        Array.from({ length: 12 }, (_, i) => onFoot(l, 0, 0.36 + 0.36 * (i / 11), 0.32).at),
      );
      return [
        bar(0.4, 0.36, 0.4, w),
        strap(spine, 1.5, 0.22, { material: m, up: (t) => onFoot(l, 0, 0.36 + 0.36 * t).up }),
        bar(0.7, 0.7, 0.7, 1.5, 0.5),
        heel,
      ];
    }
    case 'gladiator':
      return [0.34, 0.44, 0.54, 0.64, 0.74]
        .map((v, i) => bar(v + 0.02, v, v + 0.02, 1.15 + 0.06 * i))
        .concat(heel);
    case 'fisherman': {
      const spine = curve(
        Array.from({ length: 16 }, (_, i) => onFoot(l, 0, 0.24 + 0.48 * (i / 15), 0.42).at),
      );
      const ribs = [0.26, 0.35, 0.44, 0.53, 0.62].map((v) => bar(v + 0.05, v, v + 0.05, 1.35));
      return [
        ...ribs,
        strap(spine, 1.6, 0.24, { material: m, up: (t) => onFoot(l, 0, 0.24 + 0.48 * t).up }),
        bar(0.72, 0.71, 0.72, 1.5, 0.5),
        heel,
      ];
    }
    default: {
      const toe: Vec3 = [9.4, l.seat(9.4), -1.1];
      const arm = (side: number) => {
        const end = onFoot(l, side * 0.93, 0.6, 0.1);
        const mid = onFoot(l, side * 0.35, 0.44, 0.35);
        return curve([
          toe,
          [8.7, l.seat(9) + 1.7, -0.8],
          mid.at,
          end.at,
          mad(end.at, [0, -1, 0], 0.8),
        ]);
      };
      return [-1, 1].map((side) =>
        strap(arm(side), (t) => 0.9 + 1.1 * t, 0.3, {
          material: m,
          up: (t) => onFoot(l, side * (0.1 + 0.8 * t), 0.3 + 0.3 * t).up,
        }),
      );
    }
  }
}

const finished = (look: Look, l: Last, meshes: Mesh[]): Subject => ({
  meshes,
  pair: pairOf(meshes, -2.5, 11, 0.12),
  focus: { at: [5, l.seat(5) + 3.4, 1.5], size: 10, azimuth: 25, elevation: 36 },
  stance: { yaw: -34 + look.draw.fork('yaw').around(4), elevation: 26 },
});

export const sandal: Maker = (look) => {
  const l = sandalLast(look);
  const m = edged(shoeMaterials(look).main, shaded(look.colour('main'), 0.45));
  const meshes = [...soles(l, look.option('sole'), look), ...sandalStraps(look, l, m)];
  const buckled = look.option('buckle') === 'yes' && look.option('straps') !== 'thong';
  if (buckled)
    meshes.push(
      ...strapBuckle(l, look.option('straps') === 'two-band' ? 0.58 : 0.71, metalOf(look)),
    );
  return finished(look, l, meshes);
};

/** A closed front of a slide: the foot's surface between two v, as one piece. */
function mule(look: Look, l: Last, from: number, to: number): Mesh[] {
  const m = shoeMaterials(look);
  const cover = upper(l, m.main, {
    offset: 0.1,
    from,
    to,
    nu: 120,
    nv: 90,
    mask: (u) => u > 0.1 && u < 0.9,
  });
  const thread = m.thread;
  const rows = contour(cover, (x, y) => x - l.at(0.5, to)[0] - 0.5 - 0.1 * (8 - y)).slice(0, 1);
  return [cover, ...rows.map((seam) => stitches(seam.line, { material: thread, up: seam.up }))];
}

/** Rows of glass beads over a band. */
function beads(look: Look, l: Last, v: number, width: number): Mesh[] {
  const tones = [look.colour('accent'), look.colour('main'), [0.75, 0.7, 0.6] as Vec3];
  const rows = 7;
  return Array.from({ length: rows }, (_, r) => {
    const shift = ((r / (rows - 1)) * 2 - 1) * 0.012 * width;
    const line = curve(
      Array.from({ length: 25 }, (_, i) => onFoot(l, -0.86 + (1.72 * i) / 24, v + shift, 0.36).at),
    );
    const list = frames(line, 64, (t) => onFoot(l, -0.86 + 1.72 * t, v + shift).up);
    return tones.map((tone, k) => {
      const glass: Material = (s) => {
        s.matt(tone[0], tone[1], tone[2], 0.15);
        s.f0 = 0.05;
      };
      const mine = list.filter((_, i) => Math.floor((i + Math.abs(r - 3) * 2) / 4) % 3 === k);
      return scatter(ellipsoid([0.12, 0.12, 0.12], glass, 10, 8), mine);
    });
  }).flat();
}

export const slide: Maker = (look) => {
  const l = sandalLast(look);
  const kind = look.option('upper');
  const m = edged(shoeMaterials(look).main, shaded(look.colour('main'), 0.45));
  const wide = 6 + look.draw.fork('band').range(-0.8, 1);
  const meshes = soles(l, look.option('sole'), look);
  if (kind === 'cross')
    meshes.push(
      overFoot(l, [0.34, 0.43, 0.58], 3.4, m),
      overFoot(l, [0.58, 0.44, 0.34], 3.4, m, 0.36),
    );
  else if (kind === 'mule') meshes.push(...mule(look, l, 0.02, 0.62));
  else if (kind === 'woven')
    for (let i = 0; i < 7; i++)
      meshes.push(
        overFoot(
          l,
          [0.34 + 0.045 * i, 0.5 - 0.02 * i, 0.34 + 0.045 * (6 - i)],
          1,
          m,
          0.12 + 0.12 * (i % 2),
        ),
        overFoot(l, [0.36 + 0.04 * (6 - i), 0.48, 0.36 + 0.04 * i], 1, m, 0.3 - 0.12 * (i % 2)),
      );
  else meshes.push(overFoot(l, [0.47, 0.46, 0.47], wide, m));
  if (kind === 'beaded') meshes.push(...beads(look, l, 0.46, wide * 0.8));
  return finished(look, l, meshes);
};
