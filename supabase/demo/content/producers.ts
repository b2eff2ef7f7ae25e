/** Every producer of the demo: invented organisations in real districts. */
import { AKAGERA_LEATHER } from '#supabase/demo/content/producers/akagera-leather.ts';
import { AKAGERA } from '#supabase/demo/content/producers/akagera.ts';
import { MASORO_LEATHER_GOODS } from '#supabase/demo/content/producers/masoro-leather-goods.ts';
import { MASORO_LIGHT_SHOES } from '#supabase/demo/content/producers/masoro-light-shoes.ts';
import { MASORO_SHOES } from '#supabase/demo/content/producers/masoro-shoes.ts';
import { SOUTHERN_WEAVERS } from '#supabase/demo/content/producers/southern-weavers.ts';
import { VIRUNGA_POTTERY } from '#supabase/demo/content/producers/virunga-pottery.ts';
import { VIRUNGA } from '#supabase/demo/content/producers/virunga.ts';
import { WEAVER_NEIGHBOURS } from '#supabase/demo/content/producers/weaver-neighbours.ts';
import type { ProducerSeed } from '#supabase/demo/content/types.ts';

export const PRODUCERS: readonly ProducerSeed[] = [
  ...MASORO_SHOES,
  ...MASORO_LIGHT_SHOES,
  ...MASORO_LEATHER_GOODS,
  ...SOUTHERN_WEAVERS,
  ...WEAVER_NEIGHBOURS,
  ...VIRUNGA,
  ...VIRUNGA_POTTERY,
  ...AKAGERA,
  ...AKAGERA_LEATHER,
];
