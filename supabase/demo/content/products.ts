/** Every product of the demo, producer by producer. */
import { AGAFUKA_SMALL_LEATHER } from '#supabase/demo/content/products/agafuka-small-leather.ts';
import { BAGAMOYO_KIKOI_LOOMS } from '#supabase/demo/content/products/bagamoyo-kikoi-looms.ts';
import { BUGESERA_BARK_TANNERY } from '#supabase/demo/content/products/bugesera-bark-tannery.ts';
import { BUMBOGO_BOOTMAKERS } from '#supabase/demo/content/products/bumbogo-bootmakers.ts';
import { BURERA_LAKES_POTTERY } from '#supabase/demo/content/products/burera-lakes-pottery.ts';
import { ENTOTO_BENCH_SHOEMAKERS } from '#supabase/demo/content/products/entoto-bench-shoemakers.ts';
import { GAHANGA_TRAINERS } from '#supabase/demo/content/products/gahanga-trainers.ts';
import { GAKENKE_RIDGE_COFFEE } from '#supabase/demo/content/products/gakenke-ridge-coffee.ts';
import { GISHAMVU_BASKET_WEAVERS } from '#supabase/demo/content/products/gishamvu-basket-weavers.ts';
import { IBARA_DYE_HOUSE } from '#supabase/demo/content/products/ibara-dye-house.ts';
import { IBUMBA_POTTERS } from '#supabase/demo/content/products/ibumba-potters.ts';
import { IKIRARO_WORK_BOOTS } from '#supabase/demo/content/products/ikiraro-work-boots.ts';
import { IKIRENGE_SANDAL_MAKERS } from '#supabase/demo/content/products/ikirenge-sandal-makers.ts';
import { INTAMBWE_WOMENS_SHOES } from '#supabase/demo/content/products/intambwe-womens-shoes.ts';
import { INZIRA_SHOE_WORKSHOP } from '#supabase/demo/content/products/inzira-shoe-workshop.ts';
import { KAMUKUNJI_SOLE_MAKERS } from '#supabase/demo/content/products/kamukunji-sole-makers.ts';
import { KARANGAZI_HIDES_COOPERATIVE } from '#supabase/demo/content/products/karangazi-hides-cooperative.ts';
import { KAYONZA_EMBOSSING_HOUSE } from '#supabase/demo/content/products/kayonza-embossing-house.ts';
import { KIREHE_IMIGONGO_PAINTERS } from '#supabase/demo/content/products/kirehe-imigongo-painters.ts';
import { KIVU_SHORE_KITCHEN } from '#supabase/demo/content/products/kivu-shore-kitchen.ts';
import { MUHANGA_BANANA_FIBRE } from '#supabase/demo/content/products/muhanga-banana-fibre.ts';
import { MUHAZI_FRUIT_DRYERS } from '#supabase/demo/content/products/muhazi-fruit-dryers.ts';
import { NYABIHU_TEA_GROWERS } from '#supabase/demo/content/products/nyabihu-tea-growers.ts';
import { NYANZA_SEWING_CIRCLE } from '#supabase/demo/content/products/nyanza-sewing-circle.ts';
import { NYARUGURU_SISAL_COOPERATIVE } from '#supabase/demo/content/products/nyaruguru-sisal-cooperative.ts';
import { RUMONGE_PALM_WEAVERS } from '#supabase/demo/content/products/rumonge-palm-weavers.ts';
import { RWIZI_LONGHORN_LEATHER } from '#supabase/demo/content/products/rwizi-longhorn-leather.ts';
import { SABYINYO_BEEKEEPERS } from '#supabase/demo/content/products/sabyinyo-beekeepers.ts';
import { SAVE_HILL_HANDLOOM } from '#supabase/demo/content/products/save-hill-handloom.ts';
import { UMUKANDARA_BELT_WORKSHOP } from '#supabase/demo/content/products/umukandara-belt-workshop.ts';
import { URUDODO_BAG_MAKERS } from '#supabase/demo/content/products/urudodo-bag-makers.ts';
import { URUGENDO_TRAVEL_GOODS } from '#supabase/demo/content/products/urugendo-travel-goods.ts';
import type { ProductSeed } from '#supabase/demo/content/types.ts';

export const PRODUCTS: readonly ProductSeed[] = [
  ...AGAFUKA_SMALL_LEATHER,
  ...BAGAMOYO_KIKOI_LOOMS,
  ...BUGESERA_BARK_TANNERY,
  ...BUMBOGO_BOOTMAKERS,
  ...BURERA_LAKES_POTTERY,
  ...ENTOTO_BENCH_SHOEMAKERS,
  ...GAHANGA_TRAINERS,
  ...GAKENKE_RIDGE_COFFEE,
  ...GISHAMVU_BASKET_WEAVERS,
  ...IBARA_DYE_HOUSE,
  ...IBUMBA_POTTERS,
  ...IKIRARO_WORK_BOOTS,
  ...IKIRENGE_SANDAL_MAKERS,
  ...INTAMBWE_WOMENS_SHOES,
  ...INZIRA_SHOE_WORKSHOP,
  ...KAMUKUNJI_SOLE_MAKERS,
  ...KARANGAZI_HIDES_COOPERATIVE,
  ...KAYONZA_EMBOSSING_HOUSE,
  ...KIREHE_IMIGONGO_PAINTERS,
  ...KIVU_SHORE_KITCHEN,
  ...MUHANGA_BANANA_FIBRE,
  ...MUHAZI_FRUIT_DRYERS,
  ...NYABIHU_TEA_GROWERS,
  ...NYANZA_SEWING_CIRCLE,
  ...NYARUGURU_SISAL_COOPERATIVE,
  ...RUMONGE_PALM_WEAVERS,
  ...RWIZI_LONGHORN_LEATHER,
  ...SABYINYO_BEEKEEPERS,
  ...SAVE_HILL_HANDLOOM,
  ...UMUKANDARA_BELT_WORKSHOP,
  ...URUDODO_BAG_MAKERS,
  ...URUGENDO_TRAVEL_GOODS,
];
