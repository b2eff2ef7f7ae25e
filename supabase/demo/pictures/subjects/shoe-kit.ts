/** Materials and soles that shoe kinds share. */
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { rubber, cork, crepe } from '#supabase/demo/pictures/materials/rubber.ts';
import { muted, paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import type { Look } from '#supabase/demo/pictures/look.ts';
import type { Last } from '#supabase/demo/pictures/subjects/last.ts';
import { heelBlock, layer, lugs, weltStitches } from '#supabase/demo/pictures/subjects/sole.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { mirrored, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { turn } from '#supabase/demo/pictures/studio/vec.ts';

export interface ShoeMaterials {
  main: Material;
  dark: Material;
  thread: Material;
  hole: Material;
  metal: Material;
}

/** The upper's materials from the look. */
export function shoeMaterials(look: Look): ShoeMaterials {
  const colour = look.colour('main');
  const finish = look.draw.fork('finish').pick(['smooth', 'smooth', 'pebbled', 'waxed'] as const);
  return {
    main: leather({ colour, finish, seed: look.grain }),
    dark: leather({ colour: shaded(muted(colour, 0.2), 0.5), seed: look.grain + 1 }),
    thread: leather({ colour: threadColour(look), seed: 1 }),
    hole: (s) => s.matt(0.006, 0.005, 0.005, 0.9),
    metal: metalOf(look),
  };
}

const threadColour = (look: Look) => {
  const name = look.swatch('thread');
  return name === look.swatch('main') ? shaded(paint(name), 0.75) : shaded(paint(name), 0.85);
};

/** Brass, steel or antique brass, brushed. */
export function metalOf(look: Look): Material {
  const colour = paint(
    look.swatch('metal') in { brass: 1, steel: 1, antique: 1 } ? look.swatch('metal') : 'antique',
  );
  return (s) => {
    s.matt(colour[0], colour[1], colour[2], 0.32);
    s.metal = 1;
    s.f0 = 0.8;
  };
}

export type SoleKind = 'leather' | 'rubber' | 'commando' | 'crepe';

/** A welted sole with its heel. */
export function weltedSole(l: Last, kind: SoleKind, look: Look): Mesh[] {
  const t = l.options.sole;
  const edge = kind === 'leather' ? paint('espresso') : paint('rubber-black');
  const welt = leather({
    colour: kind === 'leather' ? shaded(paint('leather-sole'), 0.7) : shaded(paint('tan'), 0.75),
    seed: look.grain,
  });
  const bottom =
    kind === 'leather'
      ? leather({ colour: edge, finish: 'waxed', depth: 0.3 })
      : kind === 'crepe'
        ? crepe(paint('crepe'))
        : rubber(edge);
  const thread = leather({ colour: shaded(paint('cream'), 0.8) });
  const out = [
    layer(l, 0.42, t - 0.38, t + 0.04, welt),
    layer(l, 0.38, 0, t - 0.36, bottom),
    heelBlock(l, 0.36, -5.6, bottom),
    ...weltStitches(l, 0.24, t + 0.05, thread, -5.5),
  ];
  if (kind === 'commando') out.push(...lugs(l, 0.4, bottom));
  return out;
}

/** The same shoe for the other foot, put beside the first as a photographer would. */
export function pairOf(shoe: readonly Mesh[], lead: number, apart: number, yaw = 0): Mesh[] {
  const other = placeAll(
    shoe.map((mesh) => flipped(mesh)),
    turn('y', yaw),
    [lead, 0, -apart],
  );
  return [...shoe, ...other];
}

/** Mirror image across the foot's long axis. */
function flipped(mesh: Mesh): Mesh {
  const half = turn('y', Math.PI);
  return placeAll([mirrored(mesh)], half)[0]!;
}

export { cork };
