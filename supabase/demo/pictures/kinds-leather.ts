/** Kinds made of leather: shoes, bags, small goods, and leather itself. */
import { kind } from '#supabase/demo/pictures/kind.ts';

const SHOE = 'main: LEATHER; sole: leather-sole rubber-black crepe; thread: cream tonal';
const BAG =
  'main: BRIGHT; second: tan espresso natural; thread: cream tonal; metal: brass steel antique';
const GOODS = 'main: BRIGHT; thread: cream tonal ochre; metal: brass steel antique';

export const LEATHER_KINDS = {
  // shoes
  derby: kind(
    'shoes',
    'men’s open-laced shoe',
    'toe: plain cap brogue apron; shape: round almond chisel; sole: leather rubber commando; eyelets: 3 4 5',
    SHOE,
  ),
  oxford: kind(
    'shoes',
    'closed-laced dress shoe',
    'toe: plain cap brogue wingtip; shape: round almond chisel; sole: leather rubber; eyelets: 5 6',
    SHOE,
  ),
  loafer: kind(
    'shoes',
    'slip-on with apron',
    'strap: penny tassel plain bit; shape: round almond; sole: leather rubber',
    SHOE,
  ),
  'ankle-boot': kind(
    'shoes',
    'laced ankle boot',
    'toe: plain cap moc; height: low mid high; sole: leather rubber commando crepe; eyelets: 5 6 7',
    SHOE,
  ),
  'chelsea-boot': kind(
    'shoes',
    'boot with elastic side panel',
    'shape: round almond chisel; height: low mid high; sole: leather rubber crepe',
    `${SHOE}; accent: black espresso`,
  ),
  sandal: kind(
    'shoes',
    'sandal',
    'straps: two-band cross t-bar gladiator thong fisherman; buckle: yes no; sole: flat cork tyre',
    'main: BRIGHT; sole: leather-sole cork rubber-black; thread: cream; metal: brass steel antique; accent: ochre teal oxblood cream',
  ),
  slide: kind(
    'shoes',
    'slipper or slide',
    'upper: band cross beaded woven mule; sole: flat cork rubber',
    'main: BRIGHT; sole: leather-sole cork rubber-black; accent: ochre teal oxblood cream',
  ),
  sneaker: kind(
    'shoes',
    'leather sneaker',
    'cut: low mid; panel: plain stripe kitenge suede-toe; eyelets: 5 6 7',
    'main: cream black tan indigo olive cognac; second: tan indigo forest ochre; sole: rubber-white gum rubber-black; thread: cream tonal',
  ),
  'kids-shoe': kind(
    'shoes',
    'children’s shoe',
    'closure: t-bar velcro lace; toe: plain bumper punched',
    'main: BRIGHT; second: cream tan ochre; sole: gum rubber-white; thread: cream; metal: brass steel antique',
  ),
  'school-shoe': kind(
    'shoes',
    'black school shoe',
    'closure: lace strap; toe: plain apron cap',
    'main: black espresso; sole: rubber-black; thread: tonal; metal: steel',
  ),
  'safety-boot': kind(
    'shoes',
    'work boot with safety toe',
    'height: mid high; toe: cap bumper; collar: padded plain',
    'main: tan espresso black cognac; second: black espresso; sole: rubber-black gum; thread: ochre cream; metal: steel antique',
  ),
  'ballet-flat': kind(
    'shoes',
    'ballet flat',
    'toe: round pointed square; trim: bow plain strap captoe',
    'main: BRIGHT rose cream; second: black tan; sole: leather-sole rubber-black',
  ),
  // bags
  tote: kind(
    'bags',
    'open tote',
    'body: leather canvas kitenge two-tone; handles: short long; pocket: none front',
    BAG,
  ),
  satchel: kind(
    'bags',
    'messenger or satchel with flap',
    'flap: full half curved; closure: one-buckle two-buckles turnlock stud; body: leather two-tone kitenge',
    BAG,
  ),
  backpack: kind(
    'bags',
    'backpack',
    'top: flap roll zip; pocket: one two none; body: leather canvas kitenge',
    BAG,
  ),
  clutch: kind(
    'bags',
    'clutch',
    'shape: envelope fold-over zip half-moon; surface: plain kitenge woven embossed',
    BAG,
  ),
  duffel: kind(
    'bags',
    'travel duffel',
    'body: leather canvas kitenge; ends: round square; pocket: none side',
    BAG,
  ),
  'laptop-sleeve': kind(
    'bags',
    'laptop sleeve',
    'closure: zip flap strap; surface: leather felt kitenge',
    BAG,
  ),
  'phone-pouch': kind(
    'bags',
    'phone pouch with cord',
    'closure: flap open stud; surface: leather kitenge embossed',
    BAG,
  ),
  // small-leather
  wallet: kind(
    'small-leather',
    'wallet',
    'shape: bifold long zip-around coin; edge: stitched laced painted',
    GOODS,
  ),
  'card-holder': kind(
    'small-leather',
    'card holder',
    'slots: 2 3 4; shape: flat folded sleeve',
    GOODS,
  ),
  belt: kind(
    'small-leather',
    'belt, coiled',
    'buckle: square round roller plate; surface: plain stitched tooled braided beaded; width: narrow wide',
    `${GOODS}; accent: ochre teal oxblood cream`,
  ),
  'key-fob': kind(
    'small-leather',
    'key fob on a ring',
    'shape: loop drop round tassel strap',
    GOODS,
  ),
  'watch-strap': kind(
    'small-leather',
    'pair of watch straps',
    'edge: stitched box-stitched plain; surface: smooth embossed suede',
    GOODS,
  ),
  notebook: kind(
    'small-leather',
    'saddle-stitched notebook cover',
    'closure: wrap elastic strap none; edge: raw stitched',
    GOODS,
  ),
  // leather
  hide: kind(
    'leather',
    'whole hide',
    'laid: flat draped; finish: smooth pebbled suede hair-on',
    'main: LEATHER',
  ),
  'leather-roll': kind(
    'leather',
    'rolled leather, tied',
    'count: 1 2 3; finish: smooth pebbled suede',
    'main: LEATHER; second: LEATHER; accent: BRIGHT',
  ),
  'suede-swatches': kind(
    'leather',
    'fanned or stacked swatches',
    'laid: stack fan; finish: suede smooth pebbled',
    'main: BRIGHT; second: LEATHER; accent: BRIGHT',
  ),
  'embossed-sheet': kind(
    'leather',
    'embossed sheet with turned corner',
    'emboss: crocodile ostrich snake basketweave imigongo',
    'main: BRIGHT',
  ),
  'sole-sheets': kind(
    'leather',
    'stacked sole leather or sheets',
    'cut: sheets soles heels',
    'main: natural tan rubber-black crepe',
  ),
  offcuts: kind(
    'leather',
    'bundle of offcuts, tied',
    'tie: twine strap',
    'main: LEATHER; second: BRIGHT; accent: BRIGHT',
  ),
  'thread-cones': kind(
    'leather',
    'cones of waxed thread',
    'count: 1 3 5',
    'main: cream ochre oxblood indigo black tan; second: ochre cream forest; accent: oxblood teal indigo',
  ),
};
