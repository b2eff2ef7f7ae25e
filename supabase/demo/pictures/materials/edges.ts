/** Straps and sheets whose cut edge and underside differ from the face. */
import { fleshSide } from '#supabase/demo/pictures/materials/leather.ts';
import { isEdge } from '#supabase/demo/pictures/forms/strand.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** For straps (see strapSection): the edge burnished dark, the underside raw. */
export function edged(face: Material, edge: Vec3, under?: Vec3): Material {
  const flesh = fleshSide(
    under ?? [edge[0] * 1.6 + 0.08, edge[1] * 1.6 + 0.05, edge[2] * 1.6 + 0.03],
  );
  return (s) => {
    if (isEdge(s.u)) {
      s.matt(edge[0], edge[1], edge[2], 0.42);
      return;
    }
    if (s.u > 0.5 && s.u < 0.92) flesh(s);
    else face(s);
  };
}

/** For sheets: another material on the inner side. */
export const lined =
  (face: Material, inner: Material): Material =>
  (s) =>
    s.inside ? inner(s) : face(s);
