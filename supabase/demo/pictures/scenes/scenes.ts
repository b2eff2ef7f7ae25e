/** Who makes each scene. */
import type { PictureKind } from '#supabase/demo/pictures/kinds.ts';
import { dyeVats } from '#supabase/demo/pictures/scenes/dye-vats.ts';
import { kilnShelf } from '#supabase/demo/pictures/scenes/kiln.ts';
import { loom } from '#supabase/demo/pictures/scenes/loom.ts';
import { weavingCorner } from '#supabase/demo/pictures/scenes/weaving-corner.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { coffeeBeds } from '#supabase/demo/pictures/scenes/coffee-beds.ts';
import { dryingYard } from '#supabase/demo/pictures/scenes/drying-yard.ts';
import { hillsDawn } from '#supabase/demo/pictures/scenes/outdoors.ts';
import { bench, sewingTable } from '#supabase/demo/pictures/scenes/workshops.ts';
import { lasts, leatherStore } from '#supabase/demo/pictures/scenes/shelves.ts';
import { toolWall } from '#supabase/demo/pictures/scenes/tool-wall.ts';

export const SCENES = {
  'scene-bench': bench,
  'scene-lasts': lasts,
  'scene-drying-yard': dryingYard,
  'scene-loom': loom,
  'scene-kiln-shelf': kilnShelf,
  'scene-hills': hillsDawn,
  'scene-tool-wall': toolWall,
  'scene-leather-store': leatherStore,
  'scene-weaving-corner': weavingCorner,
  'scene-dye-vats': dyeVats,
  'scene-coffee-beds': coffeeBeds,
  'scene-sewing-table': sewingTable,
} satisfies Partial<Record<PictureKind, SceneMaker>>;
