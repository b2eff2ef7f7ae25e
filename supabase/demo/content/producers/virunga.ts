/** Coffee, tea, honey and kitchen of the Virunga Highland Table. */
import { certificate } from '#supabase/demo/content/certificate.ts';
import { scenes } from '#supabase/demo/content/shots.ts';
import type { ProducerSeed } from '#supabase/demo/content/types.ts';

const BADGE = ['identity', 'registration', 'workshop_visit'] as const;

export const VIRUNGA: readonly ProducerSeed[] = [
  {
    slug: 'gakenke-ridge-coffee',
    name: 'Gakenke Ridge Coffee',
    kind: 'cooperative',
    memberships: ['virunga-highland-table'],
    foundedYear: 2005,
    people: { total: 46, women: 25, youth: 14 },
    place: { country: 'RW', place: 'Gakenke', latitude: -1.7, longitude: 29.8 },
    tagline: {
      en: 'A washing station on a ridge, 412 growers, and a fifteen-kilo roaster.',
      fr: 'Une station de lavage sur une crête, 412 planteurs et un torréfacteur de quinze kilos.',
      rw: 'Uruganda rwoza ikawa ku musozi, abahinzi 412 n’imashini ikaranga ibiro cumi na bitanu.',
      sw: 'Kituo cha kuoshea kahawa mlimani, wakulima 412 na mashine ya kukaanga kilo kumi na tano.',
    },
    story: {
      en: 'At four in the afternoon in April the path up to the station is a line of people with baskets on their heads, and the queue at the scale is where prices are argued, marriages arranged and rain forecast. Cherries that float are sent back. The rest are pulped before supper, fermented, washed in grading channels and carried to the drying beds, where forty women from eight villages take out every bean that is chipped, black or merely doubtful. The cooperative has exported since 2007 and roasted since 2019, when the members voted to taste their own coffee. Until then most of them had drunk tea.',
      fr: 'En avril, à quatre heures, le sentier de la station est une file de paniers sur des têtes, et la balance est l’endroit où l’on discute les prix, les mariages et la pluie. Les cerises qui flottent repartent. Les autres sont dépulpées avant le souper, fermentées, lavées, portées aux lits de séchage où quarante femmes de huit villages ôtent chaque grain ébréché, noir ou seulement douteux. La coopérative exporte depuis 2007 et torréfie depuis 2019, quand les membres ont voté pour goûter leur propre café. Jusque-là, la plupart buvaient du thé.',
      rw: 'Muri Mata saa kumi z’umugoroba, inzira ijya ku ruganda iba yuzuye abantu bikoreye ibitebo. Ikawa ireremba isubizwa nyirayo. Indi itonorwa mbere y’ifunguro rya nimugoroba, igatara, ikozwa, ikanikwa ku bitanda aho abagore mirongo ine bakuramo impeke zose zidakwiye. Koperative yohereza ikawa hanze kuva mu 2007, ikayikaranga kuva mu 2019 ubwo abanyamuryango batoraga ko na bo bayinywa. Mbere yaho benshi banywaga icyayi.',
      sw: 'Saa kumi jioni mwezi Aprili, njia ya kituoni hujaa watu wenye vikapu vichwani. Kahawa inayoelea hurudishwa. Nyingine humenywa kabla ya chakula cha jioni, huchachushwa, huoshwa na kuanikwa, ambapo wanawake arobaini hutoa kila mbegu yenye kasoro. Ushirika umeuza nje tangu 2007 na kukaanga tangu 2019, wanachama walipopiga kura kuonja kahawa yao. Kabla ya hapo wengi walikunywa chai.',
    },
    capacity: {
      en: '6 tonnes of green and 3 tonnes of roasted coffee a month in season.',
      fr: '6 tonnes de café vert et 3 tonnes de torréfié par mois en saison.',
      rw: 'Toni 6 z’ikawa idakaranze na toni 3 zikaranze ku kwezi.',
      sw: 'Tani 6 za kahawa ghafi na tani 3 zilizokaangwa kwa mwezi.',
    },
    techniques: ['washed-process', 'natural-process', 'small-batch-roasting'],
    certifications: [
      certificate('sustainable-farm', 220, 510),
      certificate('cupping-report', 60, 120),
      certificate('organic-group', 400, -20),
    ],
    languages: ['en', 'fr', 'rw', 'sw'],
    checksPassed: [...BADGE, 'capacity', 'samples', 'payee_name'],
    joinedDaysAgo: 325,
    pictures: scenes('gakenke-ridge-coffee', [
      { kind: 'scene-coffee-beds', look: { light: 'evening' }, colours: { main: 'terracotta' } },
      {
        kind: 'scene-hills',
        look: { light: 'dawn', foreground: 'banana' },
        colours: { main: 'sage' },
      },
    ]),
  },
  {
    slug: 'nyabihu-tea-growers',
    name: 'Nyabihu Highland Tea Growers',
    kind: 'cooperative',
    memberships: ['virunga-highland-table'],
    foundedYear: 2010,
    people: { total: 37, women: 23, youth: 12 },
    place: { country: 'RW', place: 'Jenda, Nyabihu', latitude: -1.65, longitude: 29.55 },
    tagline: {
      en: 'Whole-leaf tea from above the cloud line, rolled on one old table.',
      fr: 'Du thé en feuilles entières d’au-dessus des nuages, roulé sur une vieille table.',
      rw: 'Icyayi cy’amababi yuzuye cyo hejuru y’ibicu, kizingirwa ku meza ya kera.',
      sw: 'Chai ya majani mazima kutoka juu ya mawingu, huviringishwa kwenye meza moja ya zamani.',
    },
    story: {
      en: 'Most of the tea on these slopes goes to the factory and comes out as fine brown dust for bags. The cooperative keeps back the best forty plots. Their leaf is plucked by hand, withered on racks in a former school and rolled on a brass table that the estate had put out for scrap in 1981; it was found under hens. A batch is small enough to be tasted as it goes. When the cloud does not lift, there is no tea that day, and everybody mends baskets. The members drink their second grade, as farmers do, and send the first away in tins with the plucking week stamped underneath.',
      fr: 'L’essentiel du thé d’ici part à l’usine et en sort en fine poussière brune. La coopérative garde ses quarante meilleures parcelles. La feuille est cueillie main, flétrie dans une ancienne école et roulée sur une table de laiton mise au rebut en 1981, retrouvée sous des poules. On goûte chaque lot en chemin. Quand le nuage ne se lève pas, il n’y a pas de thé et l’on répare les paniers.',
      rw: 'Icyayi cyinshi cy’ino kijya mu ruganda kikavamo ifu. Koperative isigarana imirima mirongo ine myiza. Amababi asoromwa n’intoki, akanikwa mu cyahoze ari ishuri, akazingirwa ku meza y’umuringa yari yarajugunywe mu 1981. Iyo igicu kitavuyeho, uwo munsi nta cyayi; dusana ibitebo. Ku gakombe handitse icyumweru cyasoromwemo.',
    },
    capacity: {
      en: '700 kg of made tea and infusions a month.',
      fr: '700 kg de thé et d’infusions par mois.',
      rw: 'Ibiro 700 by’icyayi ku kwezi.',
      sw: 'Kilo 700 za chai kwa mwezi.',
    },
    techniques: ['orthodox-rolling', 'pan-firing', 'solar-drying'],
    certifications: [
      certificate('sustainable-farm', 300, 430),
      certificate('residue-test', 50, 315),
    ],
    languages: ['en', 'fr', 'rw'],
    checksPassed: [...BADGE, 'samples'],
    joinedDaysAgo: 240,
    pictures: scenes('nyabihu-tea-growers', [
      {
        kind: 'scene-hills',
        look: { light: 'dawn', foreground: 'none' },
        colours: { main: 'sage' },
      },
    ]),
  },
  {
    slug: 'sabyinyo-beekeepers',
    name: 'Sabyinyo Forest-Edge Beekeepers',
    kind: 'cooperative',
    memberships: ['virunga-highland-table'],
    foundedYear: 2007,
    people: { total: 53, women: 17, youth: 16 },
    place: { country: 'RW', place: 'Kinigi, Musanze', latitude: -1.45, longitude: 29.6 },
    tagline: {
      en: 'Honey by month and by hillside, strained cold.',
      fr: 'Du miel par mois et par versant, filtré à froid.',
      rw: 'Ubuki bw’ukwezi n’umusozi, buyungurujwe budashyushijwe.',
      sw: 'Asali kwa mwezi na kwa kilima, huchujwa baridi.',
    },
    story: {
      en: 'Honey used to be hunted inside the forest, at night, with fire. The cooperative was formed by people who had done it, with hives given in exchange for their word, and the hives now stand in a line along the wall where the park begins. There are six hundred of them, most of split bamboo. Gorillas come to look and do no harm; elephants have been known to. Combs are cut twice a year, pressed by hand, strained through cotton in a warm room and never heated. Jars carry the month and the flower, and a share of each goes to a fund that pays for buffalo damage to a neighbour’s potatoes.',
      fr: 'Le miel se chassait dans la forêt, la nuit, au feu. La coopérative fut formée par ceux qui le faisaient : des ruches contre leur parole. Il y en a six cents le long du mur du parc, la plupart en bambou fendu. Les gorilles viennent voir sans rien casser. On coupe deux fois l’an, on presse à la main, on filtre au coton dans une pièce tiède, jamais chauffé. Une part de chaque pot répare les dégâts des buffles chez les voisins.',
      rw: 'Kera ubuki bwahakurirwaga mu ishyamba nijoro hakoreshejwe umuriro. Koperative yashinzwe n’ababikoraga, bahabwa imizinga basezeranya kubireka. Ubu hari imizinga magana atandatu ku ruzitiro rwa pariki, myinshi y’imigano. Ubuki buhakurwa kabiri mu mwaka, bugakamurwa n’intoki, bukayungururwa mu gitambaro butashyushijwe. Umugabane kuri buri cupa ujya mu kigega cyishyura ibyangijwe n’imbogo.',
      sw: 'Zamani asali iliwindwa msituni usiku kwa moto. Ushirika uliundwa na waliofanya hivyo, wakapewa mizinga kwa ahadi yao. Sasa ipo mizinga mia sita kando ya ukuta wa hifadhi. Asali huvunwa mara mbili kwa mwaka, hukamuliwa kwa mkono na kuchujwa kwa pamba bila kuchemshwa. Sehemu ya kila chupa hulipa uharibifu wa nyati.',
    },
    capacity: {
      en: '2 tonnes of honey a month after the two harvests.',
      fr: '2 tonnes de miel par mois après les deux récoltes.',
      rw: 'Toni 2 z’ubuki ku kwezi nyuma y’isarura.',
      sw: 'Tani 2 za asali kwa mwezi baada ya mavuno.',
    },
    techniques: ['cold-straining'],
    certifications: [certificate('standards-mark', 100, 630), certificate('residue-test', 40, 325)],
    languages: ['rw', 'fr', 'en'],
    checksPassed: [...BADGE, 'capacity'],
    joinedDaysAgo: 235,
    pictures: scenes('sabyinyo-beekeepers', [
      {
        kind: 'scene-hills',
        look: { light: 'morning', foreground: 'eucalyptus' },
        colours: { main: 'ochre' },
      },
    ]),
  },
  {
    slug: 'kivu-shore-kitchen',
    name: 'Kivu Shore Kitchen',
    kind: 'company',
    memberships: ['virunga-highland-table'],
    foundedYear: 2016,
    people: { total: 18, women: 13, youth: 9 },
    place: { country: 'RW', place: 'Gisenyi, Rubavu', latitude: -1.7, longitude: 29.25 },
    tagline: {
      en: 'Chilli oil, spices and groundnut butter, bottled by the lake.',
      fr: 'Huile pimentée, épices et beurre d’arachide, mis en bocaux au bord du lac.',
      rw: 'Amavuta y’urusenda, ibirungo n’amavuta y’ubunyobwa, bifungirwa ku kiyaga.',
      sw: 'Mafuta ya pilipili, viungo na siagi ya karanga, hufungwa kando ya ziwa.',
    },
    story: {
      en: 'It was a restaurant until guests began to steal the bottles. There were eight tables facing the water and one sauce, made on Sundays; within a year the sauce had outgrown the kitchen and the tables had to go. Chillies are bought from sixty growers on the shore between Gisenyi and Kibuye at a price fixed in January. Groundnuts come from further inland and are sorted twice under a lamp, since one bad nut can spoil a tonne. Steel pans, hair nets, a laboratory bill that hurts. The founder still fills the first bottle of each batch and eats from it before anyone else does.',
      fr: 'C’était un restaurant, jusqu’à ce que les clients volent les flacons. Huit tables face à l’eau et une sauce du dimanche ; en un an, la sauce avait mangé la cuisine. Les piments viennent de soixante planteurs de la rive, à un prix fixé en janvier. Les arachides sont triées deux fois sous lampe, car une mauvaise gâte une tonne. Cuves d’inox, charlottes, factures de laboratoire qui piquent. La fondatrice remplit encore le premier flacon et y goûte avant tous.',
      rw: 'Yari resitora kugeza abakiriya batangiye gutwara amacupa. Mu mwaka umwe isosi yarushije igikoni ubunini. Urusenda rugurwa ku bahinzi mirongo itandatu bo ku nkombe ku giciro cyemejwe muri Mutarama. Ubunyobwa butoranywa kabiri munsi y’itara, kuko bumwe bubi bwangiza toni. Uwashinze ikigo aracyabanza gusogongera kuri buri cyiciro.',
      sw: 'Ulikuwa mkahawa hadi wageni walipoanza kuchukua chupa. Ndani ya mwaka sosi ilizidi jiko. Pilipili hununuliwa kwa wakulima sitini wa ufuoni kwa bei iliyowekwa Januari. Karanga huchaguliwa mara mbili chini ya taa, kwa sababu moja mbovu huharibu tani. Mwanzilishi bado huonja kila kundi kwanza.',
    },
    capacity: {
      en: '25,000 bottles and 8,000 jars a month.',
      fr: '25 000 flacons et 8 000 bocaux par mois.',
      rw: 'Amacupa 25,000 n’ibirahuri 8,000 ku kwezi.',
      sw: 'Chupa 25,000 na mitungi midogo 8,000 kwa mwezi.',
    },
    techniques: ['slow-infusing', 'dry-roasting', 'stone-grinding', 'solar-drying'],
    certifications: [
      certificate('haccp-plan', 200, 530),
      certificate('standards-mark', 110, 620),
      certificate('residue-test', 15, 350),
    ],
    languages: ['en', 'fr', 'rw', 'sw'],
    checksPassed: [...BADGE, 'capacity', 'samples', 'payee_name'],
    joinedDaysAgo: 260,
    pictures: scenes('kivu-shore-kitchen', [
      {
        kind: 'scene-hills',
        look: { light: 'evening', foreground: 'banana' },
        colours: { main: 'sage' },
      },
    ]),
  },
];
