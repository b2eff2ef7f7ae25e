/** How to look after things, in four languages, by category. */
import { readNames } from '#supabase/demo/content/table.ts';
import type { Text4 } from '#supabase/demo/content/types.ts';

const LEATHER_SHOES = readNames(
  'Let wet shoes dry away from heat, stuffed with paper. Brush off dust and feed the leather with neutral cream once a month. | Laissez sécher les souliers mouillés loin de la chaleur, bourrés de papier. Brossez la poussière et nourrissez le cuir à la crème incolore une fois par mois. | Inkweto zitose zumishe kure y’umuriro, ushyizemo impapuro. Hanagura umukungugu, usige amavuta y’uruhu rimwe mu kwezi. | Viatu vikilowa vikaushe mbali na joto, vikiwa na karatasi ndani. Futa vumbi na upake krimu ya ngozi mara moja kwa mwezi.',
);
const SANDALS = readNames(
  'Wipe with a damp cloth and dry in the shade. Do not soak. A little neutral cream keeps the straps supple. | Essuyez avec un linge humide et faites sécher à l’ombre. Ne pas tremper. Un peu de crème incolore garde les brides souples. | Hanaguza igitambaro gitose, wumishe mu gicucu. Ntuzinike mu mazi. Amavuta make y’uruhu atuma imishumi yoroha. | Futa kwa kitambaa chenye unyevu na ukaushe kivulini. Usiloweke. Krimu kidogo hufanya kanda zibaki laini.',
);
const BAGS = readNames(
  'Keep dry and out of long sunlight. Clean with a soft cloth; condition the leather twice a year. Store stuffed, not folded. | Gardez au sec et à l’abri du plein soleil. Nettoyez avec un chiffon doux ; nourrissez le cuir deux fois par an. Rangez rembourré, non plié. | Bika ahumutse hatari izuba ryinshi. Hanaguza igitambaro cyoroshye; usige amavuta y’uruhu kabiri mu mwaka. Wubike wuzuyemo impapuro, udakunje. | Weka pakavu, mbali na jua kali. Safisha kwa kitambaa laini; paka krimu ya ngozi mara mbili kwa mwaka. Hifadhi ukiwa umejazwa, bila kukunja.',
);
const SMALL = readNames(
  'Wipe with a dry cloth. The colour deepens with handling; that is the leather, not a fault. | Essuyez avec un chiffon sec. La teinte fonce à l’usage ; c’est le cuir, pas un défaut. | Hanaguza igitambaro cyumye. Ibara rirushaho kwijima uko ikoreshwa; ni kamere y’uruhu, si inenge. | Futa kwa kitambaa kikavu. Rangi hukolea kwa matumizi; ndiyo asili ya ngozi, si kasoro.',
);
const HIDES = readNames(
  'Store flat or rolled grain side out, dry, dark and with air around it. Never in plastic. | Stockez à plat ou en rouleau, fleur à l’extérieur, au sec, à l’ombre et à l’air. Jamais sous plastique. | Bika urambuye cyangwa uzinze, ahumutse, hatari urumuri kandi hagera umwuka. Ntuzabike muri pulasitiki. | Hifadhi ikiwa imenyooshwa au kuviringishwa, pakavu, gizani na penye hewa. Kamwe usiweke kwenye plastiki.',
);
const CLOTH = readNames(
  'Wash at 30 °C with like colours, no bleach. Dry in the shade and iron on the reverse. | Lavage à 30 °C avec des couleurs semblables, sans javel. Séchage à l’ombre, repassage sur l’envers. | Mesa mu mazi ya 30 °C hamwe n’andi mabara asa, nta javeli. Yanike mu gicucu, uyitere ipasi imbere. | Fua kwa nyuzi 30 pamoja na rangi zinazofanana, bila jiki. Anika kivulini na upige pasi upande wa ndani.',
);
const NATURAL_DYE = readNames(
  'Wash by hand, cold, with mild soap; the first rinse may run. Dry in the shade: plant colours fade in hard sun. | Lavage à la main, à froid, au savon doux ; le premier rinçage peut dégorger. Séchage à l’ombre : les teintures végétales passent au soleil. | Mesa n’intoki mu mazi akonje n’isabune yoroheje; ku nshuro ya mbere ibara rishobora kuvaho gato. Yanike mu gicucu. | Fua kwa mkono, maji baridi na sabuni laini; suuza ya kwanza inaweza kutoa rangi. Anika kivulini.',
);
const BASKETS = readNames(
  'Dust with a soft brush. If it gets wet, reshape and dry in the shade. Keep away from damp walls. | Dépoussiérez à la brosse douce. Si l’objet est mouillé, redonnez-lui sa forme et séchez à l’ombre. Évitez les murs humides. | Hanaguza uburoso bworoshye. Nihatosa, subiza ishusho, wumishe mu gicucu. Ntukabike ku rukuta rutose. | Pangusa kwa brashi laini. Kikilowa, rudisha umbo na ukaushe kivulini. Weka mbali na kuta zenye unyevu.',
);
const STONEWARE = readNames(
  'Dishwasher and microwave safe. Avoid sudden changes from freezer to oven. | Passe au lave-vaisselle et au micro-ondes. Évitez les chocs thermiques du congélateur au four. | Byogeshwa imashini kandi bijya muri mikoronde. Irinde kubikura mu bukonje bwinshi ubishyira mu ziko. | Vinafaa mashine ya kuosha na maikrowevu. Epuka kutoa kwenye friza na kuweka moja kwa moja kwenye oveni.',
);
const TERRACOTTA = readNames(
  'Unglazed clay drinks water: soak before first use, wash without soap, dry well before putting away. | La terre non émaillée boit l’eau : trempez avant le premier usage, lavez sans savon, séchez bien avant de ranger. | Ibumba ridasize irangi rinywa amazi: ryinike mbere yo kurikoresha bwa mbere, uryoze nta sabune, uryumishe neza. | Udongo usiopakwa rangi hunywa maji: loweka kabla ya kutumia mara ya kwanza, osha bila sabuni, kausha vizuri.',
);
const DRY_FOOD = readNames(
  'Keep cool, dry and dark, and close well after opening. | Conservez au frais, au sec et à l’ombre ; refermez bien après ouverture. | Bika ahantu hakonje, humutse, hatari urumuri; upfundikire neza umaze gufungura. | Hifadhi mahali baridi, pakavu na gizani; funga vizuri baada ya kufungua.',
);
const HONEY = readNames(
  'Keep at room temperature. Crystals are natural: stand the jar in warm water, not hot. Not for infants under one year. | À conserver à température ambiante. La cristallisation est naturelle : bain-marie tiède, jamais brûlant. Ne convient pas aux enfants de moins d’un an. | Bika ahantu hasanzwe. Iyo bukomeye ni kamere yabwo: shyira icupa mu mazi y’akazuyazi. Ntibuhabwa abana batarageza ku mwaka. | Hifadhi kwenye joto la kawaida. Kuganda ni asili yake: weka chupa kwenye maji ya uvuguvugu. Haifai watoto chini ya mwaka mmoja.',
);
const PANEL = readNames(
  'Dust with a dry brush. Hang away from damp and direct sun; never wipe with water. | Dépoussiérez au pinceau sec. Accrochez loin de l’humidité et du soleil direct ; jamais d’eau. | Hanaguza uburoso bwumye. Manika kure y’ubukonje n’izuba; ntukahanaguze amazi. | Pangusa kwa brashi kavu. Tundika mbali na unyevu na jua; usifute kwa maji.',
);

const BY_CATEGORY: readonly (readonly [Text4, string])[] = [
  [
    LEATHER_SHOES,
    'dress-shoes casual-leather-shoes loafers-and-moccasins ballet-flats leather-trainers school-shoes childrens-shoes ankle-boots chelsea-boots safety-boots',
  ],
  [SANDALS, 'leather-sandals toe-loop-sandals tyre-sandals slides-and-mules canvas-shoes'],
  [
    BAGS,
    'totes-and-handbags satchels-and-shoulder-bags backpacks travel-bags laptop-sleeves clutches',
  ],
  [
    SMALL,
    'wallets-and-purses card-holders phone-pouches belts watch-straps key-fobs notebook-covers leather-aprons-and-gloves',
  ],
  [
    HIDES,
    'raw-hides-and-skins wet-blue-and-crust vegetable-tanned-leather upper-leather suede-and-splits goat-leather sheep-leather embossed-leather sole-leather hair-on-hides leather-offcuts',
  ],
  [
    CLOTH,
    'handwoven-cloth printed-cloth wraps-and-kikoi blankets-and-throws cushion-covers table-linen placemats-and-napkins kitchen-linen aprons-and-workwear cloth-bags',
  ],
  [NATURAL_DYE, 'scarves-and-shawls yarn'],
  [
    BASKETS,
    'lidded-baskets trays-and-bowls wall-baskets bread-and-fruit-baskets storage-baskets bamboo-baskets woven-bags mats table-mats-and-coasters woven-lampshades',
  ],
  [STONEWARE, 'mugs-and-cups bowls plates-and-dishes jugs-and-teapots vases'],
  [TERRACOTTA, 'cooking-pots planters'],
  [
    DRY_FOOD,
    'green-coffee roasted-coffee black-tea green-tea herbal-infusions chilli chilli-oils-and-sauces ginger-and-turmeric macadamia groundnut-butter other-nut-butters dried-pineapple-and-mango dried-banana other-dried-fruit edible-oils',
  ],
  [HONEY, 'honey'],
  [PANEL, 'imigongo'],
];

const CARE = new Map(
  BY_CATEGORY.flatMap(([care, keys]) => keys.split(' ').map((key) => [key, care] as const)),
);

/** The usual care of what hangs in a category; null where there is nothing to say. */
export function careFor(category: string): Text4 | null {
  return CARE.get(category) ?? null;
}
