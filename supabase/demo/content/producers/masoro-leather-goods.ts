/** The bag, travel-goods, small-leather and belt makers of the Masoro cluster. */
import { certificate } from '#supabase/demo/content/certificate.ts';
import { scenes } from '#supabase/demo/content/shots.ts';
import type { ProducerSeed } from '#supabase/demo/content/types.ts';

const BADGE = ['identity', 'registration', 'workshop_visit'] as const;

export const MASORO_LEATHER_GOODS: readonly ProducerSeed[] = [
  {
    slug: 'urudodo-bag-makers',
    name: 'Urudodo Bag Makers',
    kind: 'workshop',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2011,
    people: { total: 15, women: 10, youth: 6 },
    place: { country: 'RW', place: 'Kimisagara, Nyarugenge', latitude: -1.95, longitude: 30.05 },
    tagline: {
      en: 'Bags sewn by hand with two needles, mendable anywhere.',
      fr: 'Des sacs cousus main à deux aiguilles, réparables partout.',
      rw: 'Amasakoshi adodeshwa intoki n’inshinge ebyiri, asanirwa ahantu hose.',
      sw: 'Mikoba inayoshonwa kwa mkono na sindano mbili, hurekebishika popote.',
    },
    story: {
      en: 'Urudodo is thread, and the workshop is named for what holds. Every seam that carries weight is saddle-stitched: two needles, one thread, each stitch locked by the next, so that a cut in one place goes no further. A machine stands in the corner for linings. The pattern for the first tote was drawn on the back of a rice sack, and that sack is framed by the door beside a page of prices from 2011 that makes everybody laugh. Apprentices come for eighteen months and are paid from the third. Four of the five nearest competitors trained here, and on Fridays they still come to sharpen knives.',
      fr: 'Urudodo, c’est le fil : l’atelier porte le nom de ce qui tient. Toute couture qui porte est au point sellier, deux aiguilles et un fil, chaque point bloqué par le suivant. Une machine attend dans un coin pour les doublures. Le patron du premier cabas fut tracé au dos d’un sac de riz, encadré près de la porte. Les apprentis restent dix-huit mois, payés dès le troisième. Quatre des cinq concurrents voisins ont appris ici ; le vendredi, ils reviennent affûter leurs couteaux.',
      rw: 'Iri zina rivuga icyo gufatanya. Ahantu hose haremererwa hadodeshwa inshinge ebyiri n’urudodo rumwe, ku buryo iyo hacitse hamwe ahandi hadakomeza. Imashini ikoreshwa gusa ku bitambaro by’imbere. Isakoshi ya mbere yashushanyijwe inyuma y’umufuka w’umuceri, n’ubu umanitse ku muryango. Abiga bamara amezi cumi n’umunani bagatangira guhembwa mu kwezi kwa gatatu.',
      sw: 'Urudodo ni uzi, na karakana ina jina la kinachoshika. Kila mshono wa kubeba uzito hushonwa kwa sindano mbili na uzi mmoja, hivyo ukikatika mahali pamoja hauendelei. Mashine hutumika kwa bitana tu. Mkoba wa kwanza ulichorwa nyuma ya gunia la mchele, ambalo limetundikwa mlangoni. Wanafunzi hukaa miezi kumi na minane na hulipwa kuanzia wa tatu.',
    },
    capacity: {
      en: 'About 700 bags a month; 60 two-buckle satchels.',
      fr: 'Environ 700 sacs par mois, dont 60 cartables à deux boucles.',
      rw: 'Amasakoshi agera kuri 700 ku kwezi.',
      sw: 'Takriban mikoba 700 kwa mwezi.',
    },
    techniques: ['saddle-stitch', 'burnished-edges', 'hand-tooling', 'braiding'],
    certifications: [certificate('made-in-rwanda', 260, 470), certificate('women-led', 170, 195)],
    languages: ['en', 'fr', 'rw', 'sw'],
    checksPassed: [...BADGE, 'samples', 'payee_name'],
    joinedDaysAgo: 305,
    pictures: scenes('urudodo-bag-makers', [
      {
        kind: 'scene-sewing-table',
        look: { light: 'lamp' },
        colours: { main: 'ochre', accent: 'oxblood' },
      },
      {
        kind: 'scene-leather-store',
        look: { light: 'morning' },
        colours: { main: 'sage', second: 'tan' },
      },
    ]),
  },
  {
    slug: 'urugendo-travel-goods',
    name: 'Urugendo Travel Goods',
    kind: 'company',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2016,
    people: { total: 20, women: 9, youth: 10 },
    place: { country: 'RW', place: 'Kinyinya, Gasabo', latitude: -1.9, longitude: 30.1 },
    tagline: {
      en: 'Luggage designed by people who take the bus.',
      fr: 'Des bagages dessinés par des gens qui prennent le bus.',
      rw: 'Ibikapu by’urugendo byatekerejwe n’abagenda na bisi.',
      sw: 'Mabegi yaliyobuniwa na watu wanaopanda basi.',
    },
    story: {
      en: 'Every prototype is put on the roof of the night coach to Rusizi and collected in the morning on its way back: eleven hours, six hundred corners, weather. If the zip jams or the strap has slid, the pattern is changed and the bag goes again. Urugendo means journey, and the returns book shows what journeys do; the commonest entry, until last year, was handles. So handles were doubled and riveted through a plate. Canvas is waxed in the yard with beeswax from the north, on dry days only. Half of the bags leave with somebody else’s name on them, for hotels and field projects, and that suits us.',
      fr: 'Chaque prototype part sur le toit du car de nuit de Rusizi et revient au matin : onze heures, six cents virages, la météo. Si le zip coince ou si la sangle glisse, on change le patron et le sac repart. Le cahier des retours dit ce que font les voyages ; jusqu’à l’an dernier, c’étaient les poignées. Elles sont désormais doublées et rivées sur plaque. La toile est cirée dans la cour, les jours secs. La moitié des sacs portent le nom d’un autre, et cela nous va.',
      rw: 'Igikapu gishya gishyirwa hejuru ya bisi y’ijoro ijya i Rusizi kikagaruka mu gitondo: amasaha cumi n’umwe, amakoni magana atandatu n’imvura. Iyo zipu yanze cyangwa umushumi unyereye, turahindura tukongera tukagerageza. Amaboko y’ibikapu ubu akubye kabiri kandi afatishije utwuma. Igitambaro gisigwa ibishashara byo mu majyaruguru ku manywa y’izuba.',
      sw: 'Kila begi jipya huwekwa juu ya basi la usiku la Rusizi na kurudi asubuhi: saa kumi na moja, kona mia sita na hali ya hewa. Zipu ikikwama au mkanda ukiteleza, tunabadilisha na kujaribu tena. Vishikio sasa ni mara mbili na vimepigwa ripiti. Turubai hupakwa nta ya nyuki siku za jua tu.',
    },
    capacity: {
      en: '550 bags a month in leather, 700 in canvas and cloth.',
      fr: '550 sacs de cuir et 700 de toile par mois.',
      rw: 'Ibikapu 550 by’uruhu na 700 by’igitambaro ku kwezi.',
      sw: 'Mabegi 550 ya ngozi na 700 ya turubai kwa mwezi.',
    },
    techniques: ['machine-stitching', 'riveting', 'saddle-stitch', 'patchwork'],
    certifications: [certificate('made-in-rwanda', 190, 540)],
    languages: ['en', 'fr', 'rw'],
    checksPassed: [...BADGE, 'capacity'],
    joinedDaysAgo: 250,
    pictures: scenes('urugendo-travel-goods', [
      {
        kind: 'scene-leather-store',
        look: { light: 'lamp' },
        colours: { main: 'terracotta', second: 'cognac' },
      },
      {
        kind: 'scene-sewing-table',
        look: { light: 'morning' },
        colours: { main: 'terracotta', accent: 'indigo' },
      },
    ]),
  },
  {
    slug: 'agafuka-small-leather',
    name: 'Agafuka Small Leather',
    kind: 'cooperative',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2014,
    people: { total: 12, women: 7, youth: 8 },
    place: { country: 'RW', place: 'Nyamirambo, Nyarugenge', latitude: -1.95, longitude: 30.05 },
    tagline: {
      en: 'Wallets, card holders and pouches, cut from what larger bags leave over.',
      fr: 'Portefeuilles, porte-cartes et étuis, taillés dans ce que laissent les grands sacs.',
      rw: 'Amakofi n’udufuka, bikatwa mu bisigara ku masakoshi manini.',
      sw: 'Pochi na vifuko, vinavyokatwa kutoka mabaki ya mikoba mikubwa.',
    },
    story: {
      en: 'Agafuka, a small pouch. The cooperative lives upstairs from a tailor in Nyamirambo and its whole stock fits on one wall. Twice a week a boy with a bicycle brings offcuts from four bag workshops, weighed and paid for by the kilogram; what is too small for a wallet becomes a card holder, what is too small for that a key fob, and what remains goes to the school across the road. Members keep time sheets by product, and the prices come from them rather than from the market, which took some courage. Work is slow on purpose. A stitch that is crooked is taken out by the person who made it, aloud.',
      fr: 'Agafuka, une petite poche. La coopérative loge au-dessus d’un tailleur de Nyamirambo et tout son stock tient sur un mur. Deux fois la semaine, un cycliste apporte les chutes de quatre ateliers, pesées et payées au kilo ; trop petit pour un portefeuille, c’est un porte-cartes, trop petit encore, un porte-clés, et le reste va à l’école d’en face. Les prix viennent des feuilles d’heures, non du marché. Un point de travers se défait à voix haute par qui l’a fait.',
      rw: 'Koperative ikorera hejuru y’umudozi i Nyamirambo, kandi ibicuruzwa byose bijya ku rukuta rumwe. Kabiri mu cyumweru umunyonzi azana ibisigazwa by’impu by’ibigo bine, bipimwe kandi byishyuwe ku kilo. Ibito cyane ku ikofi bikorwamo udukofi tw’amakarita, ibindi imfunguzo, ibisigaye bijya mu ishuri ryo hakurya. Ibiciro biva ku masaha twakoze.',
    },
    capacity: {
      en: '5,000 small pieces a month, mixed.',
      fr: '5 000 petites pièces par mois, tous modèles.',
      rw: 'Udukoresho 5,000 ku kwezi, tuvanze.',
      sw: 'Vipande vidogo 5,000 kwa mwezi, mchanganyiko.',
    },
    techniques: ['saddle-stitch', 'burnished-edges', 'machine-stitching', 'braiding'],
    certifications: [certificate('fair-trade-self-assessment', 220, 145)],
    languages: ['fr', 'rw', 'sw'],
    checksPassed: [...BADGE],
    joinedDaysAgo: 210,
    pictures: scenes('agafuka-small-leather', [
      { kind: 'scene-tool-wall', look: { light: 'noon' }, colours: { main: 'sage' } },
    ]),
  },
  {
    slug: 'umukandara-belt-workshop',
    name: 'Umukandara Belt Workshop',
    kind: 'workshop',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2010,
    people: { total: 9, women: 3, youth: 4 },
    place: { country: 'RW', place: 'Kabeza, Kicukiro', latitude: -1.95, longitude: 30.1 },
    tagline: {
      en: 'Belts in one thickness of leather, and the small things cut beside them.',
      fr: 'Des ceintures d’une seule épaisseur, et les petites choses taillées à côté.',
      rw: 'Imikandara y’uruhu rumwe, n’utundi tuntu duto tw’uruhu.',
      sw: 'Mikanda ya ngozi moja, na vitu vidogo vinavyokatwa pembeni.',
    },
    story: {
      en: 'Nine people and a wall clock that strikes. A belt is the simplest thing in leather and has nowhere to hide, so the workshop buys less and better: the middle of the back, four millimetres, one tannery. Strips are cut at dawn when the leather is cool. The rest of the day is edges, which is where a belt is judged and where most of the wages go. The tooled belts came from an exchange with imigongo painters in Kirehe, who taught the patterns and now receive a share of each sale, entered in a school exercise book that anybody may read. We fit buckles that customers bring in, including a few we would not have chosen.',
      fr: 'Neuf personnes et une horloge qui sonne. Une ceinture ne cache rien : on achète moins et mieux, le milieu du dos, quatre millimètres, une seule tannerie. On coupe à l’aube, quand le cuir est frais ; le reste du jour va aux tranches, là où l’on juge une ceinture. Les modèles ciselés sont nés d’un échange avec les peintres de Kirehe, qui touchent une part de chaque vente, notée dans un cahier d’écolier que chacun peut lire.',
      rw: 'Abakozi icyenda. Umukandara nta hantu wihisha, ni yo mpamvu tugura uruhu ruke ariko rwiza: hagati mu mugongo, mm 4, ku ruganda rumwe. Tukata mu museke uruhu rukonje; umunsi wose usigaye tunoza impande. Imikandara ikebye yaturutse ku bufatanye n’abaca imigongo b’i Kirehe, bahabwa umugabane kuri buri mukandara, wandikwa mu ikaye buri wese yasoma.',
      sw: 'Watu tisa. Mkanda hauna pa kujificha, hivyo tunanunua ngozi kidogo lakini bora: katikati ya mgongo, mm nne, kiwanda kimoja. Tunakata alfajiri ngozi ikiwa baridi; siku nzima ni kung’arisha kingo. Mikanda ya nakshi ilitokana na wachoraji wa Kirehe, ambao hupata sehemu ya kila mauzo.',
    },
    capacity: {
      en: '1,600 belts, 900 watch straps and 3,000 fobs a month.',
      fr: '1 600 ceintures, 900 bracelets et 3 000 porte-clés par mois.',
      rw: 'Imikandara 1,600, imishumi y’amasaha 900 ku kwezi.',
      sw: 'Mikanda 1,600, mikanda ya saa 900 na vishika funguo 3,000 kwa mwezi.',
    },
    techniques: ['burnished-edges', 'hand-tooling', 'braiding', 'saddle-stitch'],
    certifications: [certificate('made-in-rwanda', 90, 640)],
    languages: ['rw', 'en'],
    checksPassed: ['identity', 'registration'],
    joinedDaysAgo: 180,
    pictures: scenes('umukandara-belt-workshop', [
      {
        kind: 'scene-bench',
        look: { light: 'noon' },
        colours: { main: 'terracotta', second: 'cognac' },
      },
      { kind: 'scene-tool-wall', look: { light: 'morning' }, colours: { main: 'ochre' } },
    ]),
  },
];
