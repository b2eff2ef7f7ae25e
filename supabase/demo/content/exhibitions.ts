/** The exhibitions of the demo: one open, one over. */
import { EARTH_GRASS_FIRE } from '#supabase/demo/content/exhibitions/earth-grass-fire.ts';
import { HIDE_TO_SHOE } from '#supabase/demo/content/exhibitions/hide-to-shoe.ts';
import type { ExhibitionSeed } from '#supabase/demo/content/exhibitions/types.ts';

export { EXHIBITION_PICTURES } from '#supabase/demo/content/exhibitions/pictures.ts';

export const EXHIBITIONS: readonly ExhibitionSeed[] = [HIDE_TO_SHOE, EARTH_GRASS_FIRE];
