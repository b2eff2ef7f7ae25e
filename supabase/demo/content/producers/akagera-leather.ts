/** The leather trades of the Akagera circle. */
import { certificate } from '#supabase/demo/content/certificate.ts';
import { scenes } from '#supabase/demo/content/shots.ts';
import type { ProducerSeed } from '#supabase/demo/content/types.ts';

const BADGE = ['identity', 'registration', 'workshop_visit'] as const;

export const AKAGERA_LEATHER: readonly ProducerSeed[] = [
  {
    slug: 'bugesera-bark-tannery',
    name: 'Bugesera Bark Tannery',
    kind: 'company',
    memberships: ['akagera-hides-imigongo', 'masoro-footwear-leather'],
    foundedYear: 2013,
    people: { total: 34, women: 11, youth: 13 },
    place: { country: 'RW', place: 'Nyamata, Bugesera', latitude: -2.15, longitude: 30.1 },
    tagline: {
      en: 'Cowhide tanned slowly with mimosa bark, measured and graded as we would buy it.',
      fr: 'De la vachette tannée lentement à l’écorce de mimosa, mesurée et classée comme nous l’achèterions.',
      rw: 'Uruhu rw’inka rukanishwa buhoro igishishwa cya mimoza, rupimwe kandi rutondetse neza.',
      sw: 'Ngozi ya ng’ombe inayotengenezwa polepole kwa magome ya mimosa, imepimwa na kupangwa daraja.',
    },
    story: {
      en: 'Forty pits in four rows, a shed of drying frames and a pond where the water ends up clean enough for ducks, which we keep as inspectors. Hides arrive salted from the east and spend between six weeks and four months in bark liquor, moving pit by pit from weak to strong as tea moves from pot to pot. Mimosa comes from timber that was being cut anyway. A smaller line tans with minerals for makers who need softness, with chromium recovered and the sludge weighed; the figures are on the wall. The tannery buys by grade and sells by grade, with the same ruler, and this has done more for knife work at abattoirs than any training.',
      fr: 'Quarante fosses en quatre rangs, un hangar de cadres, et un étang où l’eau finit assez propre pour des canards, nos inspecteurs. Les peaux arrivent salées de l’Est et passent de six semaines à quatre mois dans le jus d’écorce, de fosse faible en fosse forte. Le mimosa vient de bois coupé de toute façon. Une petite ligne minérale sert ceux qui veulent de la souplesse, le chrome récupéré et les boues pesées ; les chiffres sont au mur. On achète et l’on vend avec la même règle, ce qui a plus fait pour le travail au couteau que toute formation.',
      rw: 'Ibyobo mirongo ine mu mirongo ine, aho kwanika impu, n’ikidendezi amazi asohokeramo asukuye ku buryo ibishuhe biyogamo. Impu ziza zisize umunyu ziturutse iburasirazuba, zikamara hagati y’ibyumweru bitandatu n’amezi ane mu mazi y’ibishishwa, ziva mu cyobo cyoroheje zijya mu gikaze. Hari n’igice gito gikanisha imyunyu, imyanda yacyo ipimwa; imibare iri ku rukuta. Tugura kandi tukagurisha dukoresheje igipimo kimwe.',
      sw: 'Mashimo arobaini kwa safu nne, banda la kukaushia na bwawa ambapo maji hutoka safi hadi bata huogelea. Ngozi hufika zikiwa na chumvi na kukaa wiki sita hadi miezi minne katika maji ya magome, kutoka shimo hafifu hadi kali. Sehemu ndogo hutumia madini, na taka hupimwa; takwimu ziko ukutani. Tunanunua na kuuza kwa kipimo kilekile.',
    },
    capacity: {
      en: '30,000 square feet and 900 kg of sole leather a month.',
      fr: '30 000 pieds carrés et 900 kg de cuir à semelle par mois.',
      rw: 'Sq ft 30,000 n’ibiro 900 by’uruhu rw’isoli ku kwezi.',
      sw: 'Futi 30,000 za mraba na kilo 900 za ngozi ya soli kwa mwezi.',
    },
    techniques: ['vegetable-tanning', 'mineral-tanning', 'frame-drying'],
    certifications: [
      certificate('standards-mark', 150, 580),
      certificate('chromium-test', 20, 345),
      certificate('made-in-rwanda', 500, 230),
    ],
    languages: ['en', 'fr', 'rw'],
    checksPassed: [...BADGE, 'capacity', 'samples'],
    joinedDaysAgo: 315,
    pictures: scenes('bugesera-bark-tannery', [
      {
        kind: 'scene-drying-yard',
        look: { light: 'morning' },
        colours: { main: 'terracotta', second: 'natural' },
      },
      {
        kind: 'scene-leather-store',
        look: { light: 'morning' },
        colours: { main: 'ochre', second: 'natural' },
      },
    ]),
  },
  {
    slug: 'karangazi-hides-cooperative',
    name: 'Karangazi Hides Cooperative',
    kind: 'cooperative',
    memberships: ['akagera-hides-imigongo'],
    foundedYear: 2008,
    people: { total: 62, women: 21, youth: 19 },
    place: { country: 'RW', place: 'Karangazi, Nyagatare', latitude: -1.45, longitude: 30.3 },
    tagline: {
      en: 'Hides flayed, salted and sorted by people who are paid for clean work.',
      fr: 'Des peaux dépouillées, salées et triées par des gens payés au travail propre.',
      rw: 'Impu zibagwa, zigasigwa umunyu, zigatoranywa n’abahembwa isuku y’akazi.',
      sw: 'Ngozi zinazochunwa, kutiwa chumvi na kuchaguliwa na watu wanaolipwa kwa kazi safi.',
    },
    story: {
      en: 'A hide loses half of its value in the ten minutes after the animal dies. The cooperative was formed around that fact. It put trained flayers in seven abattoirs, bought round-nosed knives and a salt store, and stopped paying by the piece. In the first year the share of first-grade hides went from eleven in a hundred to thirty-eight. Members are herders, flayers and two book-keepers who are not on speaking terms and agree on every figure. Skins go to the port by the container; the finer goats and sheep stay and are dressed in a shed behind the office, in small lots, under the eye of a woman who can name a village by the grain.',
      fr: 'Une peau perd la moitié de sa valeur dans les dix minutes qui suivent la mort de la bête : la coopérative est née de là. Des dépouilleurs formés dans sept abattoirs, des couteaux à bout rond, un entrepôt de sel, et plus de paie à la pièce. La première année, le premier choix est passé de onze à trente-huit pour cent. Les membres sont éleveurs, dépouilleurs et deux comptables brouillés d’accord sur tous les chiffres. Les peaux partent par conteneur ; chèvres et moutons fins restent et sont apprêtés ici.',
      rw: 'Uruhu rutakaza kimwe cya kabiri cy’agaciro mu minota icumi itungo rimaze kubagwa. Ni cyo cyatumye koperative ivuka. Yashyize abahanga mu mabagiro arindwi, igura ibyuma byabugenewe n’ububiko bw’umunyu, ihagarika guhembera umubare. Umwaka wa mbere, impu zo mu rwego rwa mbere zavuye kuri 11% zigera kuri 38%. Impu zoherezwa ku cyambu mu makontineri; iz’ihene n’intama nziza zitunganyirizwa hano.',
      sw: 'Ngozi hupoteza nusu ya thamani ndani ya dakika kumi baada ya kuchinjwa. Ushirika ulizaliwa kutokana na ukweli huo. Uliweka wachunaji waliofunzwa katika machinjio saba, ukanunua visu maalum na ghala la chumvi. Mwaka wa kwanza daraja la kwanza lilipanda kutoka asilimia 11 hadi 38.',
    },
    capacity: {
      en: '45 tonnes of salted hides a month; 20,000 square feet of small skins.',
      fr: '45 tonnes de peaux salées par mois ; 20 000 pieds carrés de petites peaux.',
      rw: 'Toni 45 z’impu zisize umunyu ku kwezi; sq ft 20,000 z’impu nto.',
      sw: 'Tani 45 za ngozi za chumvi kwa mwezi; futi 20,000 za ngozi ndogo.',
    },
    techniques: ['salting', 'frame-drying', 'mineral-tanning', 'vegetable-tanning'],
    certifications: [certificate('fair-trade-self-assessment', 310, 55)],
    languages: ['rw', 'en', 'sw'],
    checksPassed: [...BADGE, 'capacity', 'payee_name'],
    joinedDaysAgo: 290,
    pictures: scenes('karangazi-hides-cooperative', [
      {
        kind: 'scene-drying-yard',
        look: { light: 'noon' },
        colours: { main: 'sage', second: 'chestnut' },
      },
      {
        kind: 'scene-hills',
        look: { light: 'evening', foreground: 'none' },
        colours: { main: 'ochre' },
      },
    ]),
  },
  {
    slug: 'kayonza-embossing-house',
    name: 'Kayonza Embossing House',
    kind: 'company',
    memberships: ['akagera-hides-imigongo'],
    foundedYear: 2020,
    people: { total: 8, women: 4, youth: 6 },
    place: { country: 'RW', place: 'Mukarange, Kayonza', latitude: -1.9, longitude: 30.5 },
    tagline: {
      en: 'One eighty-tonne press, forty engraved plates, leather with a memory.',
      fr: 'Une presse de quatre-vingts tonnes, quarante plaques gravées, un cuir qui se souvient.',
      rw: 'Imashini imwe ya toni 80, amasahani mirongo ine akebye, uruhu rugumana imitako.',
      sw: 'Mashine moja ya tani themanini, mabamba arobaini, ngozi inayokumbuka.',
    },
    story: {
      en: 'The press came out of a shoe factory in Kampala in four pieces and took a year to make a sound. It has one gauge that works and one man who trusts it. Plates are engraved next door by a maker of church bells; the drawings come from customers, from imigongo painters under a written agreement, and once from the underside of a manhole cover. Bark-tanned leather keeps what it is told, so that is all we press. The house also makes a few things out of its own sheets, because samples travel better as a clutch or a pouch than as a square.',
      fr: 'La presse est sortie d’une usine de Kampala en quatre morceaux et a mis un an à faire du bruit. Elle a un manomètre qui marche et un homme qui s’y fie. Les plaques sont gravées à côté par un fondeur de cloches ; les dessins viennent des clients, des peintres d’imigongo sous accord écrit, et une fois d’une plaque d’égout. Le cuir végétal garde ce qu’on lui dit : nous ne pressons que lui.',
      rw: 'Imashini yavuye mu ruganda rw’inkweto i Kampala iri mu bice bine, imara umwaka isanwa. Amasahani akebwa n’umucuzi w’inzogera duturanye; ibishushanyo bitangwa n’abakiriya cyangwa abaca imigongo dufitanye amasezerano. Uruhu rwakanishijwe ibimera rugumana imitako, ni yo mpamvu ari rwo dukoresha gusa.',
    },
    capacity: {
      en: '6,000 square feet and 900 finished pieces a month.',
      fr: '6 000 pieds carrés et 900 pièces finies par mois.',
      rw: 'Sq ft 6,000 n’ibikoresho 900 ku kwezi.',
      sw: 'Futi 6,000 za mraba na vipande 900 kwa mwezi.',
    },
    techniques: ['embossing', 'saddle-stitch', 'machine-stitching'],
    certifications: [certificate('made-in-rwanda', 60, 670)],
    languages: ['en', 'rw'],
    checksPassed: ['identity', 'registration'],
    joinedDaysAgo: 110,
    pictures: scenes('kayonza-embossing-house', [
      {
        kind: 'scene-leather-store',
        look: { light: 'lamp' },
        colours: { main: 'ochre', second: 'oxblood' },
      },
    ]),
  },
  {
    slug: 'rwizi-longhorn-leather',
    name: 'Rwizi Longhorn Leather',
    kind: 'workshop',
    memberships: ['akagera-hides-imigongo'],
    foundedYear: 2011,
    people: { total: 13, women: 4, youth: 5 },
    place: { country: 'UG', place: 'Mbarara', latitude: -0.6, longitude: 30.65 },
    tagline: {
      en: 'Hides of long-horned cattle, each with a number, a hill and a colour name.',
      fr: 'Des peaux de longues cornes, chacune avec un numéro, une colline et un nom de couleur.',
      rw: 'Impu z’inka z’amahembe maremare, buri ruhu rufite nimero, umusozi n’izina ry’ibara.',
      sw: 'Ngozi za ng’ombe wa pembe ndefu, kila moja na namba, kilima na jina la rangi.',
    },
    story: {
      en: 'In this country a cow is described before she is counted: bihogo, gaaju, siina, a word for every coat. The workshop keeps those words. Each hide is entered in a ledger with its herd, its hill and its colour name, and the number is stamped inside whatever is made from it, so that a bag in Stockholm can be traced to a hillside by anybody with a telephone. Thirteen people dress, cut and sew beside the Rwizi river, which is why the pits are lined and the water is tested by the school’s chemistry club. Growth is limited by the number of good hides, and that is as it should be.',
      fr: 'Ici une vache se décrit avant de se compter : bihogo, gaaju, siina, un mot par robe. L’atelier garde ces mots. Chaque peau entre au registre avec son troupeau, sa colline et le nom de sa couleur ; le numéro est frappé dans tout ce qui en sort. Treize personnes apprêtent, coupent et cousent près de la Rwizi ; les fosses sont étanches et l’eau analysée par le club de chimie du lycée.',
      rw: 'Hano inka ivugwa ibara mbere yo kubarwa: bihogo, gaju, siine. Turinda ayo mazina. Buri ruhu rwandikwa mu gitabo hamwe n’ubushyo, umusozi n’izina ry’ibara; nimero ishyirwa imbere mu cyo rukorewemo. Abantu cumi na batatu batunganya, bakata kandi badoda iruhande rw’umugezi wa Rwizi; amazi apimwa n’abanyeshuri biga ubutabire.',
    },
    capacity: {
      en: '80 hides and 500 finished pieces a month.',
      fr: '80 peaux et 500 pièces finies par mois.',
      rw: 'Impu 80 n’ibikoresho 500 ku kwezi.',
      sw: 'Ngozi 80 na bidhaa 500 kwa mwezi.',
    },
    techniques: ['frame-drying', 'vegetable-tanning', 'saddle-stitch', 'burnished-edges'],
    certifications: [certificate('chromium-test', 80, 285)],
    languages: ['en', 'sw'],
    checksPassed: ['identity'],
    joinedDaysAgo: 95,
    pictures: scenes('rwizi-longhorn-leather', [
      {
        kind: 'scene-drying-yard',
        look: { light: 'evening' },
        colours: { main: 'sage', second: 'chestnut' },
      },
    ]),
  },
];
