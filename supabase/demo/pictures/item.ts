/** One product as a thing in another product's picture or in a scene. */
import type { PictureKind } from '#supabase/demo/pictures/kinds.ts';
import { lookOf } from '#supabase/demo/pictures/look.ts';
import type { Look } from '#supabase/demo/pictures/look.ts';
import { MAKERS } from '#supabase/demo/pictures/makers.ts';
import { boundsOf, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { IDENTITY, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** A product of another kind, standing at (x, y, z); its artwork is noted on the picture's look. */
export function item(
  look: Look,
  kind: PictureKind,
  name: string,
  at: Vec3,
  yaw = 0,
  extra: { options?: Record<string, string>; palette?: Record<string, string> } = {},
): Mesh[] {
  const own = lookOf({
    kind,
    seed: `${look.spec.seed}/${name}`,
    view: 'front',
    backdrop: 'paper',
    format: 'square',
    ...extra,
  });
  const { meshes } = MAKERS[kind as keyof typeof MAKERS](own);
  look.prints.push(...own.prints);
  const turned = placeAll(meshes, turn('y', yaw));
  const { low, high } = boundsOf(turned);
  return placeAll(turned, IDENTITY, [
    at[0] - (low[0] + high[0]) / 2,
    at[1] - low[1] + 0.03,
    at[2] - (low[2] + high[2]) / 2,
  ]);
}
