/** Who makes each scene. */
import type { PictureKind } from '#supabase/demo/pictures/kinds.ts';
import { dyeVats, kilnShelf, loom, weavingCorner } from '#supabase/demo/pictures/scenes/crafts.ts';
import type { SceneMaker } from '#supabase/demo/pictures/scenes/kit.ts';
import { coffeeBeds, dryingYard, hillsDawn } from '#supabase/demo/pictures/scenes/outdoors.ts';
import {
  bench,
  lasts,
  leatherStore,
  sewingTable,
  toolWall,
} from '#supabase/demo/pictures/scenes/workshops.ts';

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
