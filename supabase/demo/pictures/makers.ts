/** Who makes each kind of product. */
import type { PictureKind } from '#supabase/demo/pictures/kinds.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { backpack, duffel, satchel, tote } from '#supabase/demo/pictures/subjects/bags.ts';
import { ankleBoot, chelseaBoot, safetyBoot } from '#supabase/demo/pictures/subjects/boots.ts';
import {
  balletFlat,
  kidsShoe,
  loafer,
  schoolShoe,
  sneaker,
} from '#supabase/demo/pictures/subjects/casual-shoes.ts';
import { derby, oxford } from '#supabase/demo/pictures/subjects/dress-shoes.ts';
import {
  cardHolder,
  clutch,
  laptopSleeve,
  notebook,
  phonePouch,
  wallet,
} from '#supabase/demo/pictures/subjects/flat-goods.ts';
import {
  embossedSheet,
  hide,
  leatherRoll,
  offcuts,
  soleSheets,
  suedeSwatches,
  threadCones,
} from '#supabase/demo/pictures/subjects/hides.ts';
import { belt, keyFob, watchStrap } from '#supabase/demo/pictures/subjects/straps.ts';
import {
  apron,
  blanket,
  cushion,
  fabricBolt,
  placemats,
  scarf,
  tableRunner,
} from '#supabase/demo/pictures/subjects/textiles.ts';
import {
  breadBasket,
  peaceBasket,
  storageBasket,
  trayBasket,
  wallBasket,
  wovenBag,
} from '#supabase/demo/pictures/subjects/baskets.ts';
import {
  bowl,
  lampBase,
  mug,
  plateSet,
  pot,
  vase,
} from '#supabase/demo/pictures/subjects/ceramics.ts';
import {
  chilliOil,
  coffeeBag,
  fruitPouch,
  honeyJar,
  nutButter,
  spiceJars,
  teaTin,
} from '#supabase/demo/pictures/subjects/food.ts';
import { imigongo } from '#supabase/demo/pictures/subjects/imigongo.ts';
import { sandal, slide } from '#supabase/demo/pictures/subjects/sandals.ts';

export const MAKERS = {
  derby,
  oxford,
  loafer,
  'ankle-boot': ankleBoot,
  'chelsea-boot': chelseaBoot,
  sandal,
  slide,
  sneaker,
  'kids-shoe': kidsShoe,
  'school-shoe': schoolShoe,
  'safety-boot': safetyBoot,
  'ballet-flat': balletFlat,
  tote,
  satchel,
  backpack,
  duffel,
  clutch,
  'laptop-sleeve': laptopSleeve,
  'phone-pouch': phonePouch,
  wallet,
  'card-holder': cardHolder,
  notebook,
  belt,
  'key-fob': keyFob,
  'watch-strap': watchStrap,
  hide,
  'leather-roll': leatherRoll,
  'suede-swatches': suedeSwatches,
  'embossed-sheet': embossedSheet,
  'sole-sheets': soleSheets,
  offcuts,
  'thread-cones': threadCones,
  'fabric-bolt': fabricBolt,
  scarf,
  cushion,
  'table-runner': tableRunner,
  apron,
  blanket,
  placemats,
  'peace-basket': peaceBasket,
  'tray-basket': trayBasket,
  'wall-basket': wallBasket,
  'bread-basket': breadBasket,
  'storage-basket': storageBasket,
  'woven-bag': wovenBag,
  pot,
  mug,
  bowl,
  'plate-set': plateSet,
  vase,
  'lamp-base': lampBase,
  'coffee-bag': coffeeBag,
  'honey-jar': honeyJar,
  'tea-tin': teaTin,
  'fruit-pouch': fruitPouch,
  'chilli-oil': chilliOil,
  'spice-jars': spiceJars,
  'nut-butter': nutButter,
  imigongo,
} satisfies Partial<Record<PictureKind, Maker>>;
