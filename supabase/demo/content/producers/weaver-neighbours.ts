/** Sewing and dyeing in the Southern Weavers' Network, and its guests from Burundi and Tanzania. */
import { certificate } from '#supabase/demo/content/certificate.ts';
import { scenes } from '#supabase/demo/content/shots.ts';
import type { ProducerSeed } from '#supabase/demo/content/types.ts';

const BADGE = ['identity', 'registration', 'workshop_visit'] as const;

export const WEAVER_NEIGHBOURS: readonly ProducerSeed[] = [
  {
    slug: 'nyanza-sewing-circle',
    name: 'Nyanza Sewing Circle',
    kind: 'association',
    memberships: ['southern-weavers-network'],
    foundedYear: 2012,
    people: { total: 23, women: 23, youth: 14 },
    place: { country: 'RW', place: 'Busasamana, Nyanza', latitude: -2.35, longitude: 29.75 },
    tagline: {
      en: 'Kitenge made up into cushions, aprons and bags, one whole motif at a time.',
      fr: 'Du kitenge en coussins, tabliers et sacs, un motif entier à la fois.',
      rw: 'Ibitenge bikorwamo imisego, amataburiya n’ibikapu, umutako wuzuye kuri buri kimwe.',
      sw: 'Vitenge vinavyoshonwa mito, aproni na mikoba, mchoro mmoja mzima kila mara.',
    },
    story: {
      en: 'Twenty-three machines round three walls and a cutting table in the middle, where the argument is always the same: may a wheel be cut in half? It may not. Cloth is wasted and the price says so. The circle was begun by eight women who had finished a sewing course and found eight hundred others with the same certificate, so they looked for what nobody wanted to sew: thick things, waxed things, straps. Each member is paid by the piece and keeps a page; on Saturdays pages are compared and the slow help the slower. A crèche, a savings box, and on most days somebody’s bread.',
      fr: 'Vingt-trois machines sur trois murs et une table de coupe où l’on dispute toujours la même chose : peut-on couper une roue en deux ? Non. On perd du tissu et le prix le dit. Huit femmes sorties d’un cours de couture, trouvant huit cents diplômées comme elles, ont cherché ce que nul ne voulait coudre : l’épais, le ciré, les sangles. On paie à la pièce ; le samedi on compare les pages et les lentes aident les plus lentes. Une crèche, une caisse d’épargne, et presque chaque jour le pain de quelqu’un.',
      rw: 'Imashini makumyabiri n’eshatu ku nkuta eshatu, hagati ameza yo gukatiraho. Umutako w’igitenge ntukatwamo kabiri; bituma igitambaro gipfa, ariko igiciro kirabivuga. Batangiye ari abagore umunani bari barangije ubudozi, bashaka ibyo abandi batadoda: ibibyimbye, ibisize ibishashara n’imishumi. Buri wese ahembwa ibyo yadoze. Hari irerero n’agasanduku ko kwizigamira.',
      sw: 'Cherehani ishirini na tatu kando ya kuta tatu na meza ya kukatia katikati. Mchoro wa kitenge haukatwi nusu; kitambaa hupotea na bei inasema hivyo. Walianza wanawake wanane waliomaliza mafunzo, wakatafuta kile ambacho wengine hawashoni: vitu vinene, vya nta, kanda. Kila mmoja hulipwa kwa kipande. Kuna chumba cha watoto na sanduku la akiba.',
    },
    capacity: {
      en: '4,000 pieces a month; 200 canvas aprons.',
      fr: '4 000 pièces par mois ; 200 tabliers de toile.',
      rw: 'Ibikoresho 4,000 ku kwezi; amataburiya 200 y’igitambaro gikomeye.',
      sw: 'Vipande 4,000 kwa mwezi; aproni 200 za turubai.',
    },
    techniques: ['machine-stitching', 'patchwork', 'embroidery', 'wax-printing'],
    certifications: [certificate('women-led', 40, 325), certificate('made-in-rwanda', 230, 500)],
    languages: ['rw', 'fr', 'sw'],
    checksPassed: [...BADGE, 'samples'],
    joinedDaysAgo: 245,
    pictures: scenes('nyanza-sewing-circle', [
      {
        kind: 'scene-sewing-table',
        look: { light: 'lamp' },
        colours: { main: 'sage', accent: 'oxblood' },
      },
    ]),
  },
  {
    slug: 'ibara-dye-house',
    name: 'Ibara Dye House',
    kind: 'workshop',
    memberships: ['southern-weavers-network'],
    foundedYear: 2017,
    people: { total: 10, women: 6, youth: 5 },
    place: { country: 'RW', place: 'Tumba, Huye', latitude: -2.6, longitude: 29.75 },
    tagline: {
      en: 'One indigo vat, eighteen plants, cloth that keeps its word.',
      fr: 'Une cuve d’indigo, dix-huit plantes, des étoffes qui tiennent parole.',
      rw: 'Ikivomesho kimwe cy’ubururu, ibimera cumi n’umunani, amabara aramba.',
      sw: 'Pipa moja la indigo, mimea kumi na minane, rangi zinazodumu.',
    },
    story: {
      en: 'Ibara is colour. The vat lives in the coolest corner, is fed with bran and over-ripe bananas, and is greeted in the morning by whoever opens. It has not been emptied since 2019. Around it the house tests plants with the patience of people who have often been wrong: four hundred trials are pinned to a wall, each with a date, a water source and a month in the window. Eighteen passed. The waste water runs through a bed of canna lilies, and the university down the road measures what comes out. Leather makers in Kigali send skins here too; blue does not care what it holds on to.',
      fr: 'Ibara, c’est la couleur. La cuve vit au coin le plus frais, se nourrit de son et de bananes trop mûres, et reçoit le bonjour de qui ouvre. Elle n’a pas été vidée depuis 2019. Quatre cents essais sont épinglés au mur, avec leur date, leur eau et un mois à la fenêtre ; dix-huit plantes ont tenu. Les eaux passent par un lit de cannas et l’université mesure ce qui sort. Les maroquiniers de Kigali envoient aussi des peaux : le bleu s’accroche à tout.',
      rw: 'Ikivomesho cy’ubururu kiba ahakonje, kigaburirwa ibisigazwa by’ingano n’imineke, kandi nticyigeze gisukwa kuva mu 2019. Twagerageje ibimera magana ane; cumi n’umunani ni byo byemejwe, buri gerageza rifite itariki n’ukwezi ryamaze ku zuba. Amazi mabi anyura mu ndabo ziyasukura, kaminuza duturanye ikayapima. Abakora uruhu i Kigali na bo bohereza impu zabo hano.',
      sw: 'Pipa la indigo huishi kona yenye baridi, hulishwa pumba na ndizi mbivu, na halijamwagwa tangu 2019. Tumejaribu mimea mia nne; kumi na minane ilifaulu. Maji machafu hupita kwenye bustani ya maua na chuo kikuu hupima. Watengenezaji wa ngozi wa Kigali pia hutuma ngozi zao hapa.',
    },
    capacity: {
      en: '450 scarves and 1,000 metres of dyed cloth a month.',
      fr: '450 écharpes et 1 000 mètres de tissu teint par mois.',
      rw: 'Ibitambaro 450 na metero 1,000 z’igitambaro gisize ibara ku kwezi.',
      sw: 'Skafu 450 na mita 1,000 za kitambaa cha rangi kwa mwezi.',
    },
    techniques: ['natural-dyeing', 'resist-dyeing', 'handloom-weaving'],
    certifications: [certificate('residue-test', 85, 280)],
    languages: ['en', 'fr', 'rw'],
    checksPassed: [...BADGE, 'samples'],
    joinedDaysAgo: 205,
    pictures: scenes('ibara-dye-house', [
      {
        kind: 'scene-dye-vats',
        look: { light: 'morning' },
        colours: { main: 'ochre', accent: 'indigo' },
      },
      {
        kind: 'scene-loom',
        look: { light: 'morning' },
        colours: { main: 'sage', accent: 'indigo' },
      },
    ]),
  },
  {
    slug: 'bagamoyo-kikoi-looms',
    name: 'Bagamoyo Kikoi Looms',
    kind: 'company',
    memberships: ['southern-weavers-network'],
    foundedYear: 2009,
    people: { total: 25, women: 12, youth: 10 },
    place: { country: 'TZ', place: 'Bagamoyo', latitude: -6.45, longitude: 38.9 },
    tagline: {
      en: 'Kikoi from the coast, woven within sound of the dhows.',
      fr: 'Des kikoï de la côte, tissés à portée de voix des boutres.',
      rw: 'Kikoi zo ku nkombe z’inyanja, ziboherwa hafi y’amato.',
      sw: 'Kikoi za pwani, zinazofumwa karibu na majahazi.',
    },
    story: {
      en: 'The looms stand in a former salt store with doors at both ends, so that the wind which fills the sails also dries the warp. Men weave, women knot, and the tide table hangs beside the order book because lorries cannot use the beach road at springs. A kikoi is judged in three places: the border must be straight, the corner square, the fringe even from one end to the other. The company began with two looms and a hotel that wanted towels. It joined the weavers of southern Rwanda when it became clear that both were paying too much for the same yarn, and that between them they could order a container.',
      rw: 'Imashini ziri mu cyahoze ari ububiko bw’umunyu gifunguye impande zombi, umuyaga w’inyanja ukumisha ubudodo. Abagabo baraboha, abagore bagapfundika inshunda. Kikoi ireberwa ahantu hatatu: umupaka ugororotse, inguni zikwiye, inshunda zingana. Batangiranye imashini ebyiri na hoteli yashakaga ibitambaro. Bifatanyije n’ababoshyi bo mu Rwanda kugira ngo bagurire hamwe ubudodo.',
      sw: 'Mitanda iko katika ghala la zamani la chumvi lenye milango pande mbili, hivyo upepo unaojaza matanga hukausha nyuzi. Wanaume hufuma, wanawake hufunga shada, na ratiba ya maji kujaa na kupwa imetundikwa kando ya kitabu cha oda. Kikoi hupimwa mahali patatu: mpaka uwe sawa, pembe ziwe mraba, shada zilingane. Tulianza na mitanda miwili na hoteli moja iliyotaka taulo. Tulijiunga na wafumaji wa Rwanda ili kununua nyuzi pamoja kwa kontena.',
    },
    capacity: {
      en: '2,500 wraps and 1,500 metres of cloth a month.',
      fr: '2 500 pagnes et 1 500 mètres de tissu par mois.',
      rw: 'Kikoi 2,500 na metero 1,500 z’igitambaro ku kwezi.',
      sw: 'Kikoi 2,500 na mita 1,500 za kitambaa kwa mwezi.',
    },
    techniques: ['handloom-weaving', 'hand-knotted-fringe', 'machine-stitching'],
    certifications: [certificate('fair-trade-self-assessment', 180, 185)],
    languages: ['sw', 'en'],
    checksPassed: ['identity', 'registration'],
    joinedDaysAgo: 130,
    pictures: scenes('bagamoyo-kikoi-looms', [
      { kind: 'scene-loom', look: { light: 'noon' }, colours: { main: 'sage', accent: 'oxblood' } },
    ]),
  },
  {
    slug: 'rumonge-palm-weavers',
    name: 'Rumonge Palm Weavers',
    kind: 'association',
    memberships: ['southern-weavers-network'],
    foundedYear: 2014,
    people: { total: 33, women: 29, youth: 13 },
    place: { country: 'BI', place: 'Rumonge', latitude: -3.95, longitude: 29.45 },
    tagline: {
      en: 'Baskets of palm leaf, sewn in a spiral without a side seam.',
      fr: 'Des paniers de palme, cousus en spirale, sans couture latérale.',
      rw: 'Ibitebo by’amakindo bidodwa mu ruziga, nta budozi bwo ku ruhande.',
      sw: 'Vikapu vya ukili, hushonwa kwa mzunguko bila mshono wa pembeni.',
    },
    story: {
      en: 'Oil palms line the lake road, and their leaves are cut so that climbers can reach the fruit. Nobody had a use for the leaves until a fisherman’s widow, who could plait eel traps, made a bag of them. She has since taught thirty-two others. Plaiting is done walking, so that you meet weavers on the road with a ribbon of straw growing behind them; sewing is done sitting, in the shade of upturned boats. When the border is slow the baskets wait at a cousin’s house and the weavers make smaller ones, which fit into the gaps. Nothing has ever been lost. Some things have been late.',
      fr: 'Les palmiers bordent la route du lac et l’on coupe leurs feuilles pour atteindre les fruits. Nul ne s’en servait avant qu’une veuve de pêcheur, qui savait tresser des nasses, en fasse un sac ; elle a formé trente-deux autres personnes. On tresse en marchant, un ruban de paille derrière soi ; on coud assis, à l’ombre des barques retournées. Quand la frontière traîne, les paniers attendent chez un cousin et l’on en fait de plus petits, pour combler les cartons. Rien ne s’est perdu. Parfois, c’est arrivé tard.',
      rw: 'Ibiti by’amamesa biri ku muhanda wo ku kiyaga, amababi yabyo agacibwa kugira ngo bagere ku mbuto. Umupfakazi w’umurobyi wari uzi kuboha imitego y’amafi ni we wayakozemo igikapu bwa mbere; amaze kwigisha abandi mirongo itatu na babiri. Baboha bagenda mu nzira, bakadoda bicaye mu gicucu cy’amato. Nta kintu cyigeze kibura; ibindi byaratinze gusa.',
    },
    capacity: {
      en: '1,300 pieces a month, fewer in the fishing season.',
      fr: '1 300 pièces par mois, moins en saison de pêche.',
      rw: 'Ibikoresho 1,300 ku kwezi, bike mu gihe cy’uburobyi.',
      sw: 'Vipande 1,300 kwa mwezi, pungufu msimu wa uvuvi.',
    },
    techniques: ['plaiting', 'coiling', 'natural-dyeing'],
    certifications: [
      certificate('fair-trade-self-assessment', 90, 275),
      certificate('women-led', 300, 65),
    ],
    languages: ['fr', 'sw'],
    checksPassed: ['identity', 'registration', 'samples'],
    joinedDaysAgo: 105,
    pictures: scenes('rumonge-palm-weavers', [
      {
        kind: 'scene-weaving-corner',
        look: { light: 'morning' },
        colours: { main: 'terracotta', accent: 'oxblood' },
      },
    ]),
  },
];
