/** One tool or one last, as a museum shows it: alone, lying or standing, with light from the side. */
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { brush, pincers, scissors } from '#supabase/demo/pictures/scenes/more-tools.ts';
import { awl, hammer, knife } from '#supabase/demo/pictures/scenes/tools.ts';
import { woodenLast } from '#supabase/demo/pictures/scenes/wooden-last.ts';
import { placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import type { LastOptions } from '#supabase/demo/pictures/subjects/last.ts';

/** By name: the tool, and where along its length (cm) it is worth a close look. */
const TOOLS: Record<string, readonly [make: (seed: number) => Mesh[], working: Vec3]> = {
  awl: [awl, [10, 1.2, 0]],
  knife: [knife, [11, 1, 0]],
  hammer: [hammer, [22, 2, 1]],
  pincers: [(seed) => placeAll(pincers(seed), turn('x', Math.PI / 2)), [17, 0.8, 0]],
  scissors: [() => scissors(), [6, 0.3, 0]],
  brush: [brush, [4, 1.6, 2]],
};

export const benchTool: Maker = (look: Look): Subject => {
  const [make, at] = TOOLS[look.option('tool')]!;
  return {
    meshes: make(look.grain),
    focus: { at, size: 9, azimuth: 8, elevation: 34 },
    stance: { yaw: 54, elevation: 60 },
    flat: true,
  };
};

export const shoeLastAlone: Maker = (look: Look): Subject => {
  const toe = look.option('shape') as LastOptions['toe'];
  const width = toe === 'wide' ? 1.06 : 0.97;
  return {
    meshes: woodenLast(look.grain, { toe, width }),
    focus: { at: [4, 5, 2], size: 10, azimuth: 20, elevation: 30 },
    stance: { yaw: -32, elevation: 18 },
  };
};
