/** More than one thing in front of the camera: a second piece beside the first, props around it. */
import type { Family } from '#supabase/demo/pictures/kind.ts';
import { KINDS } from '#supabase/demo/pictures/kinds.ts';
import type { PictureKind } from '#supabase/demo/pictures/kinds.ts';
import { item } from '#supabase/demo/pictures/item.ts';
import { lookOf } from '#supabase/demo/pictures/look.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { awl, hammer, knife, set } from '#supabase/demo/pictures/scenes/tools.ts';
import { brush } from '#supabase/demo/pictures/scenes/more-tools.ts';
import { boundsOf, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { IDENTITY, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const DEGREE = Math.PI / 180;

interface Footprint {
  meshes: Mesh[];
  width: number;
  depth: number;
}

/** Turned, standing on the floor, its footprint centred. */
function stood(meshes: readonly Mesh[], yaw: number): Footprint {
  const turned = placeAll(meshes, turn('y', yaw));
  const { low, high } = boundsOf(turned);
  const shift: Vec3 = [-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2];
  return {
    meshes: placeAll(turned, IDENTITY, shift),
    width: high[0] - low[0],
    depth: high[2] - low[2],
  };
}

/** The product and a sister of it, which the hand made a little differently. */
export function pairOfProducts(look: Look, subject: Subject, make: Maker): Mesh[] {
  if (subject.pair) return placeAll(subject.pair, turn('y', subject.stance.yaw * DEGREE));
  const sister = lookOf({
    ...look.spec,
    seed: `${look.spec.seed}/sister`,
    palette: paletteOf(look),
    options: optionsOf(look),
  });
  const other = make(sister);
  look.prints.push(...sister.prints);
  const yaw = subject.stance.yaw * DEGREE;
  const first = stood(subject.meshes, yaw);
  const d = look.draw.fork('pair');
  const second = stood(
    other.meshes,
    subject.hangs ? yaw : yaw + d.range(0.25, 0.6) * (d.next() < 0.5 ? -1 : 1),
  );
  const beside = (first.width + second.width) / 2;
  if (subject.hangs)
    return [...first.meshes, ...placeAll(second.meshes, IDENTITY, [beside * 1.12, 0, 0])];
  const behind = subject.flat ? 0.12 : 0.32;
  const gap = subject.flat ? 1.04 : 0.94;
  return [
    ...first.meshes,
    ...placeAll(second.meshes, IDENTITY, [beside * gap, 0, -behind * (first.depth + second.depth)]),
  ];
}

const paletteOf = (look: Look): Record<string, string> =>
  Object.fromEntries(
    Object.keys(KINDS[look.spec.kind].colours).map((role) => [role, look.swatch(role as 'main')]),
  );
const optionsOf = (look: Look): Record<string, string> =>
  Object.fromEntries(
    Object.keys(KINDS[look.spec.kind].options).map((name) => [name, look.option(name)]),
  );

type Prop = (look: Look) => Mesh[];
const product =
  (kind: PictureKind, options?: Record<string, string>, palette?: Record<string, string>): Prop =>
  (look) =>
    item(look, kind, `prop-${kind}`, [0, 0, 0], look.draw.fork(kind).range(-0.5, 0.5), {
      ...(options ? { options } : {}),
      ...(palette ? { palette } : {}),
    });
const tool =
  (make: (seed: number) => Mesh[]): Prop =>
  (look) =>
    set(make(look.grain), 0, 0, 0, look.draw.fork('tool').range(-0.9, 0.9));

const linen = product('scarf', { laid: 'folded', pattern: 'plain' }, { main: 'cream' });
const sprig = product('vase', { stems: 'yes', shape: 'bud', glaze: 'raw' }, { main: 'buff' });
const bowlOf = product(
  'bowl',
  { count: '1', glaze: 'speckled' },
  { main: 'buff', second: 'cream' },
);
const cones = product('thread-cones', { count: '1' }, { main: 'ochre' });
const straw = product(
  'tray-basket',
  { pattern: 'rings', handles: 'none' },
  { main: 'straw', second: 'black' },
);

/** What stands behind on either side, and what lies in front. */
const PROPS: Record<Family, { back: readonly Prop[]; front: readonly Prop[] }> = {
  shoes: { back: [linen, sprig, cones], front: [tool(brush)] },
  bags: {
    back: [sprig, linen],
    front: [product('notebook', { closure: 'none' }, { main: 'cognac' })],
  },
  'small-leather': { back: [cones, linen], front: [tool(awl), tool(knife)] },
  leather: {
    back: [cones, product('offcuts', { tie: 'twine' })],
    front: [tool(hammer), tool(awl), tool(knife)],
  },
  textiles: { back: [sprig, straw, bowlOf], front: [] },
  baskets: { back: [linen, sprig], front: [bowlOf] },
  ceramics: { back: [linen, sprig, straw], front: [] },
  food: { back: [bowlOf, linen, sprig], front: [] },
  craft: { back: [], front: [] },
  scene: { back: [], front: [] },
};

/** Props for a product that stands on the floor with this footprint. */
export function props(look: Look, shown: readonly Mesh[]): Mesh[] {
  const { low, high } = boundsOf(shown);
  const [w, depth] = [high[0] - low[0], high[2] - low[2]];
  const { back, front } = PROPS[KINDS[look.spec.kind].family];
  const d = look.draw.fork('props');
  const start = Math.floor(d.next() * Math.max(1, back.length));
  const side = d.next() < 0.5 ? -1 : 1;
  const out: Mesh[] = [];
  back.slice(0, 2).forEach((_, i) => {
    const one = stood(back[(start + i) % back.length]!(look), 0);
    const x = (i === 0 ? side : -side) * (0.42 * w + 0.38 * one.width);
    out.push(
      ...placeAll(one.meshes, IDENTITY, [x, 0.04, -(depth / 2 + one.depth / 2) - 1 - i * 2]),
    );
  });
  if (front.length > 0) {
    const one = stood(d.pick(front)(look), 0);
    const x = side * (w / 2 + one.width * 0.32);
    out.push(...placeAll(one.meshes, IDENTITY, [x, 0.04, depth / 2 + one.depth / 2 + 0.5]));
  }
  return out;
}
