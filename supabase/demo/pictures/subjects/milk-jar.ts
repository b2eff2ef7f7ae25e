/** A milk jar carved from one piece of wood, blackened, under a tall woven lid. */
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec2 } from '#supabase/demo/pictures/studio/vec.ts';
import { fibres } from '#supabase/demo/pictures/subjects/baskets.ts';
import { basket, figure } from '#supabase/demo/pictures/subjects/coils.ts';

/** Marks of the gouge run around the belly; handling has polished what stands out. */
const carved = (seed: number): Material => {
  return (s) => {
    const marks = noise3(s.rx * 0.9, s.ry * 2.6, s.rz * 0.9 + seed);
    const worn = fbm(s.rx * 0.25, s.ry * 0.25 + seed, s.rz * 0.25, 2);
    const k = 1 + 0.18 * marks + 0.25 * worn;
    s.matt(0.045 * k, 0.027 * k, 0.018 * k, 0.4 - 0.1 * worn);
    s.f0 = 0.045;
    s.slopeRest(0.09 * marks, 0.16 * noise3(s.ry * 2.6, s.rx, seed), 0.09 * marks);
  };
};

const BODY: readonly Vec2[] = [[0, 0], [4.2, 0], [4.6, 0.5], [4.3, 1.5], [5.4, 3.6], [7.4, 7], [8.3, 10.6], [7.9, 14], [6.2, 17.2], [4.5, 19.4], [4, 21], [4.3, 22.6], [4.6, 23.2], [4.2, 23.5], [3.4, 22.6]]; // prettier-ignore
const LID: readonly Vec2[] = [[4.7, 22.9], [4.85, 23.5], [4.4, 26], [3.2, 30.5], [1.9, 35], [0.8, 38.6], [0.5, 39.6], [0, 40]]; // prettier-ignore

export const milkJar: Maker = (look: Look): Subject => {
  const g = look.grain;
  const lines = figure(look.option('pattern'), 8, g);
  return {
    meshes: [
      lathe([...BODY], { material: carved(g), nu: 140, nv: 160, wobble: 0.18, seed: g }),
      basket([...LID], fibres(look), (u, v) => lines(u, v * 0.8 + 0.1), g + 2, 0.5),
    ],
    focus: { at: [0, 22, 4.4], size: 10, azimuth: 6, elevation: 12 },
    stance: { yaw: 0, elevation: 9 },
  };
};
