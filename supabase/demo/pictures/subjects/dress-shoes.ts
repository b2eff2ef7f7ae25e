/** Derby, oxford and loafer. */
import { keyed } from '#supabase/demo/pictures/forms/curve.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { muted, paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { laces } from '#supabase/demo/pictures/subjects/laces.ts';
import { last, upper } from '#supabase/demo/pictures/subjects/last.ts';
import type { Last, LastOptions } from '#supabase/demo/pictures/subjects/last.ts';
import { both, either, patched, sewn } from '#supabase/demo/pictures/subjects/pattern.ts';
import type { Panel } from '#supabase/demo/pictures/subjects/pattern.ts';
import { pairOf, shoeMaterials, weltedSole } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import type { SoleKind } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import { collar, lining, tongue } from '#supabase/demo/pictures/subjects/upper.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';

/** z of the middle line of the instep. */
export const MIDDLE = 0.16;

/** Last with the small differences between one maker's shoes and another's. */
export function shoeLast(look: Look, over: Partial<LastOptions>): Last {
  const d = look.draw.fork('last');
  return last({
    toe: 'almond',
    heel: 2 + d.around(0.25),
    sole: 0.95 + d.around(0.12),
    spring: 0.8 + d.around(0.15),
    back: 6.2 + d.around(0.3),
    front: 0,
    dip: 1,
    box: 1 + d.around(0.06),
    width: 1 + d.around(0.03),
    ...over,
  });
}

/** Toe decorations by name. */
export function toePanels(name: string, lift = 0.1): Panel[] {
  const cap = (x: number, _y: number, z: number) => x - 9.6 + 0.03 * (z - MIDDLE) ** 2;
  if (name === 'cap') return [{ field: cap, lift, rows: [0.16, 0.34] }];
  if (name === 'brogue') return [{ field: cap, lift, rows: [0.1, 0.62], holes: 0.36 }];
  if (name === 'apron' || name === 'moc') {
    const apron = (x: number, y: number, z: number) => {
      const a = Math.abs(z - MIDDLE) / 2.75;
      const f = Math.max(0, (x - 4.5) / 7.4);
      return y > 3 ? 2.4 * (1 - Math.sqrt(a * a + f * f)) : -1;
    };
    return [{ field: apron, lift: 0.09, rows: [0.14], keep: (x) => x - 3.4 }];
  }
  if (name === 'wingtip') {
    const wing = (x: number, y: number, z: number) => {
      const a = Math.abs(z - MIDDLE);
      const drop = Math.max(0, 4.2 - y);
      return (
        0.75 *
        (x -
          8.7 +
          2.5 * Math.exp(-((a / 0.75) ** 2)) +
          0.55 * Math.max(0, a - 1.2) ** 1.5 +
          0.6 * drop)
      );
    };
    return [{ field: wing, lift, rows: [0.1, 0.6], holes: 0.35 }];
  }
  return [];
}

/** Open lacing: quarters that lie on the vamp, their front edge a curve down to the sole. */
export function derbyQuarter(gap: number): Panel {
  const front = keyed([[0, -1.2], [2, 0.6], [3.6, 2.4], [5, 4.3], [6, 5.3], [8, 5.9]]); // prettier-ignore
  const field = (x: number, y: number, z: number) =>
    both(0.8 * (front(y) - x), Math.abs(z - MIDDLE) - gap - 0.03 * (4 - x), 1.1);
  return { field, lift: 0.16, rows: [0.16, 0.36] };
}

/** Closed lacing: a slit in the vamp, and the seam where the quarters begin behind it. */
function oxfordPanels(): Panel[] {
  const slit = (x: number, _y: number, z: number) =>
    either(Math.abs(z - MIDDLE) - 0.24 - 0.025 * (4 - x), x - 4.6, 0.3);
  const front = keyed([[0, 0.2], [2, 1.4], [3.5, 2.8], [5, 4.4], [6.5, 5.4]]); // prettier-ignore
  const vamp = (x: number, y: number) => 0.8 * (x - front(y));
  return [
    { field: slit, lift: 0.12, rows: [0.2] },
    { field: vamp, lift: 0.08, rows: [0.14, 0.3] },
  ];
}

export const backstay: Panel = {
  field: (x, y, z) => both(0.7 - Math.abs(z) + 0.04 * y, -11.5 - x, 0.4),
  lift: 0.07,
  rows: [0.13],
};

export interface Built {
  l: Last;
  meshes: Mesh[];
}

export function finished({ l, meshes }: Built, focusX = 5.5): Subject {
  const p = l.at(0.43, 0.5);
  return {
    meshes,
    pair: pairOf(meshes, -3.2, 11.5, 0.1),
    focus: { at: [focusX, p[1] * 0.95, 1.2], size: 11, azimuth: 22, elevation: 34 },
    stance: { yaw: -28, elevation: 16 },
  };
}

function laced(
  look: Look,
  l: Last,
  panels: readonly Panel[],
  lacing: { from: number; to: number; gap: readonly [number, number]; bars: boolean },
): Subject {
  const m = shoeMaterials(look);
  const skin = upper(l, patched(m.main, panels));
  const cord = leather({ colour: shaded(muted(look.colour('main'), 0.3), 0.42), depth: 0.4 });
  const meshes = [
    skin,
    ...sewn(skin, panels, m.thread, m.hole),
    ...lining(l, paint('natural'), look.grain),
    collar(l, m.dark, 0.15, 0.075),
    tongue(l, m.main, 1.7, 0.8),
    ...laces(skin, {
      ...lacing,
      spine: (v) => l.at(0.5, v),
      pairs: Number(look.option('eyelets')),
      lace: cord,
      eyelet: m.dark,
      style: lacing.bars ? 'bars' : 'cross',
      flat: false,
      bow: true,
    }),
    ...weltedSole(l, look.option('sole') as SoleKind, look),
  ];
  return finished({ l, meshes });
}

export const derby: Maker = (look) => {
  const l = shoeLast(look, { toe: look.option('shape') as 'round' });
  const panels = [...toePanels(look.option('toe')), derbyQuarter(0.55), backstay];
  return laced(look, l, panels, {
    from: 0.5,
    to: 0.93,
    gap: [0.98, 1.2],
    bars: look.draw.fork('lace').next() < 0.4,
  });
};

export const oxford: Maker = (look) => {
  const l = shoeLast(look, { toe: look.option('shape') as 'round', sole: 0.8, box: 0.95 });
  const panels = [...oxfordPanels(), ...toePanels(look.option('toe'), 0.08), backstay];
  return laced(look, l, panels, { from: 0.5, to: 0.94, gap: [0.62, 0.85], bars: true });
};
