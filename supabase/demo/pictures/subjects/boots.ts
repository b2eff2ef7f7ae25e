/** Ankle boot, chelsea boot and safety boot. */
import { curve, keyed } from '#supabase/demo/pictures/forms/curve.ts';
import { strap } from '#supabase/demo/pictures/forms/strand.ts';
import { elastic } from '#supabase/demo/pictures/materials/cloth.ts';
import { muted, paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { rubber } from '#supabase/demo/pictures/materials/rubber.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
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
import { both, either, patched, sewn } from '#supabase/demo/pictures/subjects/pattern.ts';
import type { Panel } from '#supabase/demo/pictures/subjects/pattern.ts';
import { shoeMaterials, weltedSole } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import type { SoleKind } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import { collar, lining, tongue } from '#supabase/demo/pictures/subjects/upper.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { mad } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const HEIGHTS: Record<string, number> = { low: 10.5, mid: 13, high: 16 };

const front = keyed([[0, -1.6], [2, 0], [3.6, 1.9], [5, 3.9], [6, 4.9], [8, 5.4]]); // prettier-ignore

/** Quarters of a laced boot: open in front up the whole shaft, closed behind. */
function bootQuarter(gap: number, lift: number): Panel {
  const field = (x: number, y: number, z: number) => {
    const slit = Math.abs(z - MIDDLE * Math.max(0, 1 - y / 14)) - gap - 0.012 * Math.max(0, y - 6);
    return both(0.8 * (front(y) - x), either(slit, -8.5 - x, 0.2), 1.1);
  };
  return { field, lift, rows: [0.16, 0.36], keep: (x) => x + 11 };
}

/** A loop of leather at the back of the opening to pull the boot on by. */
function pullTab(l: Last, material: Mesh['material']): Mesh {
  const top = l.at(0, 1);
  const points: Vec3[] = [[0.2, -1.9, 0], [-0.25, -0.2, 0], [-0.2, 1, 0], [0.15, 1.35, 0], [0.5, 0.9, 0], [0.45, -1.2, 0]]; // prettier-ignore
  const at = points.map((p) => mad(top, p, 1));
  return strap(curve(at), 1.7, 0.16, { material, steps: 50, up: () => [-1, 0.2, 0] });
}

function lacedBoot(
  look: Look,
  l: Last,
  panels: readonly Panel[],
  extra: { collar: number; eyelet?: Mesh['material'] },
): Mesh[] {
  const m = shoeMaterials(look);
  const skin = upper(l, patched(m.main, panels), { nv: 280 });
  const lace = leather({ colour: shaded(muted(look.colour('main'), 0.3), 0.4), depth: 0.4 });
  const pairs = look.spec.kind === 'ankle-boot' ? Number(look.option('eyelets')) : 7;
  return [
    skin,
    ...sewn(skin, panels, m.thread, m.hole),
    ...lining(l, paint('natural'), look.grain),
    collar(l, m.dark, extra.collar, 0.07),
    tongue(l, m.dark, 1.9, 0.9, 0.8),
    ...laces(skin, {
      spine: (v) => l.at(0.5, v),
      from: 0.46,
      to: 0.955,
      pairs,
      gap: [1.05, 1.35],
      lace,
      eyelet: extra.eyelet ?? m.metal,
      style: 'cross',
      flat: false,
      bow: true,
    }),
  ];
}

export const ankleBoot: Maker = (look) => {
  const l = shoeLast(look, { toe: 'round', back: HEIGHTS[look.option('height')]!, sole: 1.1 });
  const panels = [...toePanels(look.option('toe')), bootQuarter(0.6, 0.15), backstay];
  const meshes = [
    ...lacedBoot(look, l, panels, { collar: 0.2 }),
    ...weltedSole(l, look.option('sole') as SoleKind, look),
  ];
  if (look.draw.fork('tab').next() < 0.6) meshes.push(pullTab(l, shoeMaterials(look).dark));
  return { ...finished({ l, meshes }), stance: { yaw: -30, elevation: 13 } };
};

export const chelseaBoot: Maker = (look) => {
  const l = shoeLast(look, {
    toe: look.option('shape') as 'round',
    back: HEIGHTS[look.option('height')]!,
  });
  const m = shoeMaterials(look);
  const base = l.seat(-9);
  const half = keyed([[base + 4, 1.1], [base + 8, 1.9], [base + 16, 2.7]]); // prettier-ignore
  const gore: Panel = {
    field: (x, y) => both(half(y) - Math.abs(x + 8.4), y - base - 4.3, 1.6),
    lift: 0.02,
    material: elastic(look.colour('accent')),
  };
  const around: Panel = { field: (x, y, z) => -gore.field(x, y, z), lift: 0.1, rows: [0.16] };
  const side: Panel = {
    field: (x, y) =>
      both(0.8 * (-8.2 + 0.1 * Math.max(0, base + 4.3 - y) ** 1.6 - x), 4.6 + base - y, 0.1),
    lift: 0.08,
    rows: [0.14],
    keep: (_x, y) => base + 4.1 - y,
  };
  const panels = [around, gore, side];
  const skin = upper(l, patched(m.main, panels), { nv: 280 });
  const meshes = [
    skin,
    ...sewn(skin, panels, m.thread, m.hole),
    ...lining(l, paint('natural'), look.grain),
    collar(l, m.dark, 0.13, 0),
    pullTab(l, elastic(look.colour('accent'))),
    ...weltedSole(l, look.option('sole') as SoleKind, look),
  ];
  return { ...finished({ l, meshes }), stance: { yaw: -26, elevation: 13 } };
};

export const safetyBoot: Maker = (look) => {
  const high = look.option('height') === 'high';
  const l = shoeLast(look, {
    toe: 'wide',
    back: high ? 17 : 13.5,
    sole: 1.5,
    heel: 2.4,
    box: 1.18,
    width: 1.04,
  });
  const second = leather({
    colour: look.colour('second'),
    finish: 'pebbled',
    seed: look.grain + 5,
  });
  const bumper = look.option('toe') === 'bumper';
  const [cap] = toePanels('cap', bumper ? 0.2 : 0.14);
  const padded = look.option('collar') === 'padded';
  const rim = l.seat(-12) + l.options.back;
  const pad: Panel = {
    field: (x, y) => y - (rim - 2.6) + 0.04 * (x + 9),
    lift: padded ? 0.25 : 0.1,
    material: second,
    rows: [0.2],
    keep: (x) => -5.2 - x,
  };
  const counter: Panel = {
    field: (x, y) => both(-9.4 - x + 0.12 * y, 8.6 - y, 1.2),
    lift: 0.14,
    material: second,
    rows: [0.18, 0.4],
  };
  const quarter = bootQuarter(0.65, 0.18);
  const panels = [
    {
      ...cap!,
      material: bumper ? rubber(paint('rubber-black')) : second,
      rows: bumper ? [] : [0.16, 0.36, 0.56],
    },
    { ...quarter, rows: [0.16, 0.36, 0.56] },
    counter,
    pad,
  ];
  const meshes = [
    ...lacedBoot(look, l, panels, { collar: padded ? 0.42 : 0.2 }),
    ...weltedSole(l, 'commando', look),
    pullTab(l, second),
  ];
  return { ...finished({ l, meshes }), stance: { yaw: -32, elevation: 13 } };
};
