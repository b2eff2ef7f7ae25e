/** Kinds of cloth, fibre, clay and food, imigongo, and the scenes for covers. */
import { kind } from '#supabase/demo/pictures/kind.ts';

const CLOTH =
  'main: indigo ochre terracotta forest oxblood cream; second: cream ochre black; accent: terracotta teal ochre rose';
const FIBRE =
  'main: banana-gold straw sisal; second: black oxblood terracotta teal; accent: ochre cream rose';
const CLAY =
  'main: terracotta buff charcoal cream; second: celadon indigo cream ochre charcoal; accent: oxblood charcoal cream';
const FOOD =
  'main: kraft cream charcoal forest oxblood; second: ochre terracotta indigo forest; accent: cream black';
const SCENE = 'main: terracotta ochre sage; second: LEATHER; accent: indigo oxblood ochre';

export const HOME_KINDS = {
  // textiles
  'fabric-bolt': kind(
    'textiles',
    'bolt of kitenge or woven cloth',
    'pattern: kitenge-wheel kitenge-leaf kitenge-shell stripe check plain imigongo; count: 1 2 3',
    CLOTH,
  ),
  scarf: kind(
    'textiles',
    'scarf with fringe',
    'pattern: stripe check plain ikat; laid: folded draped knotted',
    CLOTH,
  ),
  cushion: kind(
    'textiles',
    'cushion cover',
    'pattern: kitenge-wheel kitenge-leaf imigongo stripe plain; edge: piped plain tassels fringe; shape: square lumbar',
    CLOTH,
  ),
  'table-runner': kind(
    'textiles',
    'table runner on a table',
    'pattern: stripe imigongo plain check; edge: fringe hem',
    CLOTH,
  ),
  apron: kind(
    'textiles',
    'apron on a peg',
    'body: canvas kitenge-wheel kitenge-leaf leather; straps: cloth leather',
    CLOTH,
  ),
  blanket: kind(
    'textiles',
    'folded blanket',
    'pattern: stripe check plain imigongo; edge: fringe whipped',
    CLOTH,
  ),
  placemats: kind(
    'textiles',
    'set of placemats',
    'weave: round-coil flat-weave kitenge-wheel; count: 2 4',
    CLOTH,
  ),
  // baskets
  'peace-basket': kind(
    'baskets',
    'agaseke with pointed lid',
    'pattern: zigzag spiral bands diamonds; shape: tall round small',
    FIBRE,
  ),
  'tray-basket': kind(
    'baskets',
    'shallow tray',
    'pattern: star spiral rings flower zigzag; handles: none two',
    FIBRE,
  ),
  'wall-basket': kind(
    'baskets',
    'wall plate basket',
    'pattern: star spiral rings flower zigzag; set: 1 3',
    FIBRE,
  ),
  'bread-basket': kind(
    'baskets',
    'bread basket',
    'pattern: zigzag rings plain diamonds; shape: round oval',
    FIBRE,
  ),
  'storage-basket': kind(
    'baskets',
    'tall storage basket',
    'pattern: bands zigzag plain dipped; handles: leather fibre none; lid: no yes',
    FIBRE,
  ),
  'woven-bag': kind(
    'baskets',
    'woven shoulder bag',
    'pattern: stripe zigzag plain check; handles: leather fibre',
    `${FIBRE}; metal: brass steel antique`,
  ),
  // ceramics
  pot: kind(
    'ceramics',
    'clay pot',
    'shape: water round cooking planter; finish: burnished raw incised dipped',
    CLAY,
  ),
  mug: kind(
    'ceramics',
    'mug',
    'shape: straight tulip barrel flared; glaze: dipped full speckled two-tone',
    CLAY,
  ),
  bowl: kind(
    'ceramics',
    'bowl',
    'shape: deep shallow footed; glaze: dipped full speckled inside; count: 1 2 3',
    CLAY,
  ),
  'plate-set': kind(
    'ceramics',
    'stack of plates',
    'rim: coupe wide; glaze: dipped full speckled banded; count: 3 4 6',
    CLAY,
  ),
  vase: kind(
    'ceramics',
    'vase',
    'shape: bottle amphora cylinder gourd bud; glaze: dipped full raw sgraffito; stems: no yes',
    CLAY,
  ),
  'lamp-base': kind(
    'ceramics',
    'lamp base with shade',
    'shape: gourd sphere bottle; shade: linen woven',
    CLAY,
  ),
  // food
  'coffee-bag': kind(
    'food',
    'coffee bag with beans',
    'bag: gusset pouch; label: band round tall',
    FOOD,
  ),
  'honey-jar': kind(
    'food',
    'honey jar',
    'jar: hex round squat; lid: metal cloth cork',
    'main: honey amber dark-honey; second: cream kraft ochre; accent: ochre terracotta black; metal: brass steel antique',
  ),
  'tea-tin': kind(
    'food',
    'tea tin with leaves',
    'tin: round square; label: band round pattern',
    FOOD,
  ),
  'fruit-pouch': kind(
    'food',
    'pouch of dried fruit',
    'fruit: mango pineapple banana passion; window: oval none',
    FOOD,
  ),
  'chilli-oil': kind(
    'food',
    'bottle of chilli oil',
    'bottle: round square flask; label: band tall',
    'main: chilli amber; second: cream kraft charcoal; accent: oxblood black ochre',
  ),
  'spice-jars': kind(
    'food',
    'row of spice jars',
    'count: 2 3 4; lid: cork metal',
    'main: chilli turmeric pepper; second: kraft cream; accent: turmeric pepper chilli; metal: brass steel antique',
  ),
  'nut-butter': kind(
    'food',
    'jar of nut butter with nuts',
    'nut: groundnut macadamia; lid: metal cloth',
    'main: peanut macadamia; second: cream kraft ochre; accent: terracotta forest; metal: brass steel antique',
  ),
  // craft
  imigongo: kind(
    'craft',
    'raised geometric art panel',
    'pattern: diamonds spiral zigzag star chevrons steps; shape: square tall round pair',
    'main: black oxblood terracotta; second: cream buff; accent: oxblood ochre charcoal',
  ),
  // scene
  'scene-bench': kind('scene', 'shoemaker’s bench with tools', 'light: morning noon lamp', SCENE),
  'scene-lasts': kind('scene', 'shelves of lasts', 'light: morning noon', SCENE),
  'scene-drying-yard': kind(
    'scene',
    'hides on frames in a yard',
    'light: morning noon evening',
    SCENE,
  ),
  'scene-loom': kind('scene', 'loom with cloth on it', 'light: morning noon', SCENE),
  'scene-kiln-shelf': kind('scene', 'shelves of fired pots', 'light: morning noon lamp', SCENE),
  'scene-hills': kind(
    'scene',
    'hills at dawn in layers',
    'light: dawn morning evening; foreground: banana eucalyptus none',
    SCENE,
  ),
  'scene-tool-wall': kind('scene', 'tools hung on a plaster wall', 'light: morning noon', SCENE),
  'scene-leather-store': kind('scene', 'rolls of leather on shelves', 'light: morning lamp', SCENE),
  'scene-weaving-corner': kind('scene', 'baskets and fibre on a mat', 'light: morning noon', SCENE),
  'scene-dye-vats': kind('scene', 'dye vats and skeins', 'light: morning noon', SCENE),
  'scene-coffee-beds': kind(
    'scene',
    'raised drying beds on a hillside',
    'light: morning evening',
    SCENE,
  ),
  'scene-sewing-table': kind(
    'scene',
    'cutting table with cloth and patterns',
    'light: morning lamp',
    SCENE,
  ),
};
