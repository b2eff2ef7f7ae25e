/** What the exhibitions show beside the listings' pictures: tools, steps, pairs, a boot on a turntable. All drawn by the demo's renderer. */
import { readNamed } from '#supabase/demo/content/table.ts';
import type { PictureSeed, Text4 } from '#supabase/demo/content/types.ts';
import type { PictureSpec } from '#supabase/demo/pictures/kinds.ts';

type Drawn = Omit<PictureSpec, 'view' | 'format'> & Partial<Pick<PictureSpec, 'view' | 'format'>>;

const BROGUE = { toe: 'brogue', shape: 'almond' };
const OXBLOOD = { main: 'oxblood', thread: 'tonal' };
const DYED = { toe: 'plain', shape: 'almond', sole: 'leather', eyelets: '5' };
const PANEL = { pattern: 'diamonds', shape: 'square' };
const ROUND = { shape: 'round', finish: 'incised' };

const step = (name: string): Drawn => ({
  kind: 'shoe-step',
  seed: 'five-eyelet-brogue-derby',
  backdrop: 'paper',
  options: { step: name, ...BROGUE },
  palette: OXBLOOD,
  format: 'square',
});
const tool = (name: string): Drawn => ({
  kind: 'bench-tool',
  seed: `bench-${name}`,
  backdrop: 'linen',
  options: { tool: name },
});
const dish = (of: string): Drawn => ({
  kind: 'dish',
  seed: 'clay-dish',
  backdrop: 'linen',
  options: { of },
});
const panel = (main: string, second: string, accent: string): Drawn => ({
  kind: 'imigongo',
  seed: 'kirehe-steps',
  backdrop: 'plaster',
  options: PANEL,
  palette: { main, second, accent },
});
const shoulderPot = (main: string): Drawn => ({
  kind: 'pot',
  seed: 'janja-jar',
  backdrop: 'sand',
  options: ROUND,
  palette: { main },
});
const dyed = (main: string): Drawn => ({
  kind: 'oxford',
  seed: 'hand-dye',
  backdrop: 'linen',
  options: DYED,
  palette: { main, thread: 'cream' },
});

/** As many pixels across as an upright picture keeps, for what is worth a close look. */
const DEEP = 1640;

/** The service boot of the catalogue, seen from so many sides. */
export const TURNS = 12;
const turned = (n: number): Drawn => ({
  kind: 'ankle-boot',
  seed: 'welted-service-boot',
  backdrop: 'paper',
  options: { toe: 'cap', height: 'high', sole: 'leather', eyelets: '6' },
  palette: { main: 'chestnut', sole: 'leather-sole', thread: 'cream' },
  format: 'square',
  turn: (360 / TURNS) * n,
});

const SPECS: Record<string, Drawn> = {
  'step-insole': step('insole'),
  'step-lasted': step('lasted'),
  'step-welted': step('welted'),
  'step-filled': step('filled'),
  'step-soled': step('soled'),
  'welt-close': {
    ...step('welted'),
    view: 'detail',
    format: 'portrait',
    backdrop: 'clay',
    width: DEEP,
  },
  'tool-awl': tool('awl'),
  'tool-knife': tool('knife'),
  'tool-hammer': tool('hammer'),
  'tool-pincers': tool('pincers'),
  'tool-scissors': tool('scissors'),
  'tool-brush': tool('brush'),
  last: { kind: 'last', seed: 'masoro-last', backdrop: 'slate', options: { shape: 'wide' } },
  bark: dish('bark'),
  salt: dish('salt'),
  'coffee-green': dish('green-coffee'),
  'coffee-roasted': dish('roasted-coffee'),
  'panel-raw': panel('ash', 'ash', 'ash'),
  'panel-white': panel('cream', 'cream', 'cream'),
  'panel-painted': { ...panel('black', 'cream', 'oxblood'), width: DEEP },
  'panel-close': { ...panel('black', 'cream', 'oxblood'), view: 'detail' },
  'pot-dry': shoulderPot('dry-clay'),
  'pot-fired': shoulderPot('terracotta'),
  'shoe-undyed': dyed('natural'),
  'shoe-dyed': dyed('oxblood'),
  'milk-jar': {
    kind: 'milk-jar',
    seed: 'inkongoro',
    width: DEEP,
    backdrop: 'clay',
    options: { pattern: 'zigzag' },
    palette: { main: 'straw', second: 'black', accent: 'ochre' },
  },
};

const ALTS = `
step-insole | A wooden last upside down with a leather insole on its sole | Une forme en bois retournée, une première de cuir posée sous elle | Forume y’igiti ihindukiye hejuru, iriho uruhu rw’imbere | Kalibu ya mbao iliyogeuzwa, yenye ngozi ya ndani juu ya soli yake
step-lasted | A dark red upper pulled over the last; the wood stands out at the top | Une tige bordeaux montée sur la forme, le bois dépasse en haut | Uruhu rutukura rwijimye rubambye kuri forume; igiti kigaragara hejuru | Ngozi nyekundu iliyovutwa juu ya kalibu; mbao inaonekana juu
step-welted | The same upper with a pale strip of leather sewn all around it | La même tige avec une bande de cuir clair cousue tout autour | Rwa ruhu rudodeyeho umushumi weruruka ruzengurutse | Ngozi ileile ikiwa na ukanda mweupe ulioshonwa kuizunguka
step-filled | The shoe upside down: cork fills the middle, a wooden strip stiffens the waist | Le soulier retourné : du liège au milieu, une lame de bois au cambrion | Urukweto ruhindukiye: liyeje hagati, n’agati gakomeza mu kirenge hagati | Kiatu kimegeuzwa: koki katikati, na kijiti kinachokaza kiuno
step-soled | The shoe on its last with a raw leather sole and heel | Le soulier sur sa forme, semelle et talon de cuir brut | Urukweto ruri kuri forume, isoli n’agatsinsino by’uruhu rudasize | Kiatu juu ya kalibu, soli na kisigino vya ngozi isiyopakwa rangi
welt-close | Close view of the welt: pale leather, a row of stitches, dark red upper above | Gros plan sur la trépointe : cuir clair, un rang de points, la tige bordeaux au-dessus | Umushumi urebewe hafi: uruhu rweruruka, umurongo w’inshinge, uruhu rutukura hejuru | Ukanda kwa karibu: ngozi nyeupe, safu ya mishono, ngozi nyekundu juu
tool-awl | An awl: a turned wooden handle, a brass ring, a bent needle | Une alêne : manche tourné, virole de laiton, pointe courbe | Umusumari udoda: ikirindi cy’igiti, impeta y’umuringa, urushinge rugoramye | Uma: mpini wa mbao, pete ya shaba, sindano iliyopinda
tool-knife | A clicker’s knife with a curved blade and a worn dark handle | Un tranchet à lame courbe, manche foncé et usé | Icyuma cyo gukata uruhu, urugi rugoramye n’ikirindi gishaje | Kisu cha kukatia ngozi chenye makali yaliyopinda na mpini uliochakaa
tool-hammer | A shoemaker’s hammer with a broad round face and a narrow tail | Un marteau de cordonnier, large panne ronde et queue étroite | Inyundo y’umudozi w’inkweto, umutwe mugari n’umurizo muto | Nyundo ya fundi viatu yenye uso mpana wa mviringo na mkia mwembamba
tool-pincers | Lasting pincers with curved jaws and red handles | Des pinces à monter, mors courbes et poignées rouges | Igifashi cyo kubamba uruhu, amenyo agoramye n’ibirindi bitukura | Koleo za kuvutia ngozi, meno yaliyopinda na vishikio vyekundu
tool-scissors | Long iron shears, slightly open | De longs ciseaux de fer, entrouverts | Imakasi ndende y’icyuma, ifunguye gato | Mkasi mrefu wa chuma, umefunguka kidogo
tool-brush | A polishing brush with a smooth wooden back | Une brosse à lustrer, dos de bois lisse | Uburoso bwo gusiga, inyuma ni igiti cyoroshye | Brashi ya kung’arishia yenye mgongo laini wa mbao
last | A wide wooden last, its grain running from heel to toe | Une forme large en bois, le fil du talon à la pointe | Forume ngari y’igiti, imirongo yacyo iva ku gatsinsino igana ku mano | Kalibu pana ya mbao, mishipa yake ikitoka kisiginoni hadi vidoleni
bark | A black dish heaped with red-brown chips of bark | Un plat noir rempli d’éclats d’écorce brun rouge | Isahani y’umukara yuzuye udupande tw’ibishishwa by’ibiti | Sahani nyeusi iliyojaa vipande vya magome mekundu
salt | A black dish heaped with coarse white salt | Un plat noir rempli de gros sel blanc | Isahani y’umukara yuzuye umunyu w’amabuye | Sahani nyeusi iliyojaa chumvi ya mawe
coffee-green | A black dish of pale green coffee beans | Un plat noir de grains de café vert pâle | Isahani y’umukara y’impeke z’ikawa zidakaranze | Sahani nyeusi ya buni mbichi za kijani hafifu
coffee-roasted | The same dish, the beans now brown and shining | Le même plat, les grains bruns et luisants | Ya sahani, impeke zabaye ikigina zirabagirana | Sahani ileile, buni sasa za kahawia na zinang’aa
panel-raw | A square panel of ash-grey ridges, not yet painted | Un panneau carré aux arêtes gris cendre, pas encore peint | Umugongo w’ivu, utarasigwa irangi | Ubao wa mraba wenye migongo ya rangi ya jivu, bado haujapakwa rangi
panel-white | The same panel under a coat of white clay | Le même panneau sous une couche de kaolin | Wa mugongo usize ingwa | Ubao uleule ukiwa na tabaka la udongo mweupe
panel-painted | The same panel painted: black and white diamonds framed in red | Le même panneau peint : losanges noirs et blancs cernés de rouge | Wa mugongo usize: amabara y’umukara n’umweru azengurutswe n’umutuku | Ubao uleule umepakwa: almasi nyeusi na nyeupe zenye mipaka mekundu
panel-close | Ridges of the painted panel seen close: black, white and dark red, the brush marks visible | Les arêtes du panneau peint, de près : noir, blanc et rouge sombre, coups de pinceau visibles | Imigongo isize irebewe hafi: umukara, umweru n’umutuku wijimye, aho uburoso bwanyuze haragaragara | Migongo ya ubao uliopakwa kwa karibu: nyeusi, nyeupe na nyekundu iliyokolea, alama za brashi zikionekana
pot-dry | A round pot of dry grey clay with a scratched band | Un pot rond en argile grise et sèche, bande incisée | Inkono y’ibumba ryumye ry’ikivuzivuzi, ifite umutako ushushanyije | Chungu cha mviringo cha udongo mkavu wa kijivu chenye mkanda wa michoro
pot-fired | The same pot after the fire, brick red | Le même pot après la cuisson, rouge brique | Ya nkono imaze gutwikwa, itukura nk’itafari | Chungu kilekile baada ya moto, chekundu kama tofali
shoe-undyed | A laced shoe in pale undyed leather | Un soulier à lacets en cuir clair, non teint | Urukweto rw’imishumi rw’uruhu rudasize irangi | Kiatu cha kamba cha ngozi isiyopakwa rangi
shoe-dyed | The same shoe after dyeing, deep oxblood red | Le même soulier après teinture, bordeaux profond | Rwa rukweto rumaze gusigwa, umutuku wijimye | Kiatu kilekile baada ya kupakwa rangi, nyekundu iliyokolea
milk-jar | A black carved milk jar under a tall woven lid with a zigzag | Un pot à lait noir, sculpté, sous un haut couvercle tressé en zigzag | Inkongoro y’umukara ibajwe, ipfundikijwe umutemeri muremure w’umutako wa zigizagi | Chombo cheusi cha maziwa kilichochongwa, chenye mfuniko mrefu wa kusuka
turn | Service boot in chestnut leather on a turntable | Botte de service en cuir châtaigne sur un plateau tournant | Bote y’uruhu ry’ikigina kijimye iri ku meza izenguruka | Buti ya kazi ya ngozi ya kahawia kwenye meza ya kuzunguka
`;

const alts = new Map(readNamed(ALTS).map(({ key, names }) => [key, names]));

function altOf(key: string): Text4 {
  const alt = alts.get(key);
  if (!alt) throw new Error(`The exhibition's picture "${key}" has no alt text.`);
  return alt;
}

/** A turn says which it is, so that no two pictures are called the same. */
function altOfTurn(n: number): Text4 {
  const { en, fr, rw, sw } = altOf('turn');
  const of = `${n + 1}/${TURNS}`;
  return { en: `${en}, ${of}`, fr: `${fr}, ${of}`, rw: `${rw}, ${of}`, sw: `${sw}, ${of}` };
}

const seed = (drawn: Drawn, alt: Text4): PictureSeed => ({
  spec: { view: 'front', format: 'portrait', ...drawn },
  alt,
});

/** By the name that exhibits know them by. */
export const EXHIBITION_PICTURES: readonly (PictureSeed & { key: string })[] = [
  ...Object.entries(SPECS).map(([key, drawn]) => ({ key, ...seed(drawn, altOf(key)) })),
  ...Array.from({ length: TURNS }, (_, n) => ({
    key: `turn-${n}`,
    ...seed(turned(n), altOfTurn(n)),
  })),
];
