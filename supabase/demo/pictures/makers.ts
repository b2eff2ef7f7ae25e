/** Who makes each kind of product. */
import type { PictureKind } from '#supabase/demo/pictures/kinds.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { backpack, duffel } from '#supabase/demo/pictures/subjects/travel-bags.ts';
import { satchel, tote } from '#supabase/demo/pictures/subjects/bags.ts';
import { ankleBoot, chelseaBoot, safetyBoot } from '#supabase/demo/pictures/subjects/boots.ts';
import {
  balletFlat,
  kidsShoe,
  loafer,
  schoolShoe,
} from '#supabase/demo/pictures/subjects/low-shoes.ts';
import { sneaker } from '#supabase/demo/pictures/subjects/sneakers.ts';
import { derby, oxford } from '#supabase/demo/pictures/subjects/dress-shoes.ts';
import { cardHolder, wallet } from '#supabase/demo/pictures/subjects/wallets.ts';
import { clutch, laptopSleeve, phonePouch } from '#supabase/demo/pictures/subjects/pouches.ts';
import { notebook } from '#supabase/demo/pictures/subjects/notebook.ts';
import {
  embossedSheet,
  offcuts,
  soleSheets,
  suedeSwatches,
} from '#supabase/demo/pictures/subjects/cut-leather.ts';
import { hide } from '#supabase/demo/pictures/subjects/hides.ts';
import { leatherRoll } from '#supabase/demo/pictures/subjects/rolls.ts';
import { threadCones } from '#supabase/demo/pictures/subjects/thread.ts';
import { belt } from '#supabase/demo/pictures/subjects/belt.ts';
import { keyFob } from '#supabase/demo/pictures/subjects/key-fob.ts';
import { watchStrap } from '#supabase/demo/pictures/subjects/watch-strap.ts';
import { apron } from '#supabase/demo/pictures/subjects/aprons.ts';
import {
  blanket,
  fabricBolt,
  placemats,
  tableRunner,
} from '#supabase/demo/pictures/subjects/table-linen.ts';
import { cushion } from '#supabase/demo/pictures/subjects/cushions.ts';
import { scarf } from '#supabase/demo/pictures/subjects/scarves.ts';
import {
  breadBasket,
  peaceBasket,
  storageBasket,
  trayBasket,
  wallBasket,
} from '#supabase/demo/pictures/subjects/baskets.ts';
import { wovenBag } from '#supabase/demo/pictures/subjects/woven-bags.ts';
import { bowl, mug, plateSet } from '#supabase/demo/pictures/subjects/tableware.ts';
import { lampBase, pot, vase } from '#supabase/demo/pictures/subjects/pots.ts';
import { chilliOil, teaTin } from '#supabase/demo/pictures/subjects/tins.ts';
import { coffeeBag, fruitPouch } from '#supabase/demo/pictures/subjects/packs.ts';
import { honeyJar, nutButter, spiceJars } from '#supabase/demo/pictures/subjects/jars.ts';
import { imigongo } from '#supabase/demo/pictures/subjects/imigongo.ts';
import { heapedDish } from '#supabase/demo/pictures/subjects/dishes.ts';
import { milkJar } from '#supabase/demo/pictures/subjects/milk-jar.ts';
import { benchTool, shoeLastAlone } from '#supabase/demo/pictures/subjects/bench-tools.ts';
import { shoeStep } from '#supabase/demo/pictures/subjects/shoe-steps.ts';
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
  last: shoeLastAlone,
  'bench-tool': benchTool,
  'shoe-step': shoeStep,
  dish: heapedDish,
  'milk-jar': milkJar,
} satisfies Partial<Record<PictureKind, Maker>>;
