/** A welted derby between the last and the box, one step at a time. The last stays inside until the sole is on. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { wood } from '#supabase/demo/pictures/materials/ground.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { lookOf } from '#supabase/demo/pictures/look.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { woodenLast } from '#supabase/demo/pictures/scenes/wooden-last.ts';
import { place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { IDENTITY, turn } from '#supabase/demo/pictures/studio/vec.ts';
import {
  backstay,
  derbyQuarter,
  shoeLast,
  toePanels,
} from '#supabase/demo/pictures/subjects/dress-shoes.ts';
import { upper } from '#supabase/demo/pictures/subjects/last.ts';
import type { Last, LastOptions } from '#supabase/demo/pictures/subjects/last.ts';
import { patched, sewn } from '#supabase/demo/pictures/subjects/pattern.ts';
import { cork, shoeMaterials } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import { heelBlock, layer, weltStitches } from '#supabase/demo/pictures/subjects/sole.ts';

/** The upper pulled over the last: vamp, quarters and their stitching, no laces yet. */
function lasted(look: Look, l: Last): Mesh[] {
  const m = shoeMaterials(look);
  const panels = [...toePanels(look.option('toe')), derbyQuarter(0.55), backstay];
  const skin = upper(l, patched(m.main, panels));
  return [skin, ...sewn(skin, panels, m.thread, m.hole)];
}

/** The wood within, a little smaller, with its cone above the opening. */
function within(look: Look, l: Last): Mesh[] {
  const { options: o } = l;
  const inside: LastOptions = { ...o, back: o.back + 2.2, dip: 0.15, sole: o.sole - 0.3 };
  const slim = { box: o.box * 0.9, width: o.width * 0.92 };
  return woodenLast(look.grain, { ...inside, ...slim });
}

function welt(look: Look, l: Last): Mesh[] {
  const t = l.options.sole;
  const strip = leather({ colour: shaded(paint('natural'), 0.9), seed: look.grain + 3 });
  const thread = leather({ colour: shaded(paint('cream'), 0.8) });
  return [
    layer(l, 0.42, t - 0.38, t + 0.04, strip),
    ...weltStitches(l, 0.24, t + 0.05, thread, -5.5),
  ];
}

/** What is seen between the welt when the shoe lies on its back: the insole, or cork and the shank. */
function underneath(look: Look, l: Last, filled: boolean): Mesh[] {
  const t = l.options.sole;
  const insole = leather({ colour: paint('leather-sole'), seed: look.grain + 9 });
  if (!filled) return [layer(l, -0.08, t - 0.74, t - 0.2, insole)];
  const shank = place(
    block(roundRect(8.4, 1.5, 0.5), rounded(-0.09, 0.12, 0.05), {
      material: wood(paint('tan'), paint('chestnut'), look.grain),
      around: 60,
      inner: 6,
    }),
    turn('z', -0.19),
    [-3.6, l.ground(-3.6) + t - 0.52, 0.1],
  );
  return [layer(l, -0.34, t - 0.5, t - 0.3, cork(paint('cork'))), shank];
}

function soled(look: Look, l: Last): Mesh[] {
  const t = l.options.sole;
  const raw = leather({ colour: paint('leather-sole'), seed: look.grain + 5 });
  return [layer(l, 0.38, 0, t - 0.36, raw), heelBlock(l, 0.36, -5.6, raw)];
}

const overturned = (meshes: readonly Mesh[]): Mesh[] =>
  placeAll(placeAll(meshes, turn('x', Math.PI)), IDENTITY, [0, 14, 0]);

/** The shoe that it becomes has the same last, leather and toe: it is the derby of the same seed. */
const derbyOf = ({ spec, option }: Look): Look =>
  lookOf({ ...spec, kind: 'derby', options: { toe: option('toe'), shape: option('shape') } });

export const shoeStep: Maker = (asked: Look): Subject => {
  const look = derbyOf(asked);
  const l = shoeLast(look, { toe: look.option('shape') as 'round' });
  const wooden = within(look, l);
  const skin = () => lasted(look, l);
  const steps: Record<string, () => Mesh[]> = {
    insole: () => overturned([...wooden, ...underneath(look, l, false)]),
    lasted: () => [...wooden, ...skin()],
    welted: () => [...wooden, ...skin(), ...welt(look, l)],
    filled: () =>
      overturned([...wooden, ...skin(), ...welt(look, l), ...underneath(look, l, true)]),
    soled: () => [...wooden, ...skin(), ...welt(look, l), ...soled(look, l)],
  };
  const step = asked.option('step');
  const back = step === 'insole' || step === 'filled';
  return {
    meshes: steps[step]!(),
    focus: { at: back ? [5, 13, 0] : [7, 2.4, 3], size: 10, azimuth: 14, elevation: 34 },
    stance: { yaw: back ? -24 : -28, elevation: back ? 40 : 16 },
  };
};
