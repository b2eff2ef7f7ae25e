/** The basket weavers and handloom weavers of the Southern Weavers' Network. */
import { certificate } from '#supabase/demo/content/certificate.ts';
import { scenes } from '#supabase/demo/content/shots.ts';
import type { ProducerSeed } from '#supabase/demo/content/types.ts';

const BADGE = ['identity', 'registration', 'workshop_visit'] as const;

export const SOUTHERN_WEAVERS: readonly ProducerSeed[] = [
  {
    slug: 'gishamvu-basket-weavers',
    name: 'Gishamvu Basket Weavers',
    kind: 'cooperative',
    memberships: ['southern-weavers-network'],
    foundedYear: 2004,
    people: { total: 48, women: 46, youth: 11 },
    place: { country: 'RW', place: 'Gishamvu, Huye', latitude: -2.65, longitude: 29.75 },
    tagline: {
      en: 'Agaseke in sweetgrass, tight enough to hold millet.',
      fr: 'Des agaseke d’herbe fine, assez serrés pour tenir le mil.',
      rw: 'Uduseke tw’ishinge, tuboshye neza ku buryo n’uburo butavamo.',
      sw: 'Agaseke za nyasi laini, zilizofumwa hadi mtama hauvuji.',
    },
    story: {
      en: 'They meet under an avocado tree because no room is large enough and the light is better. Forty-six women and two men, the youngest nineteen, the eldest past counting; an agaseke takes twelve days and the tree has heard everything. The grass grows on the ridge and is cut in July. Colours come from roots, banana flowers and swamp mud, with one bought dye for which the cooperative apologises. Quality is tested with millet: a basket is filled, shaken over a white cloth and passed on. The cooperative pays on the day a basket is finished, not on the day it is sold, and a third of the profit goes into health insurance for everybody’s children.',
      fr: 'Elles se retrouvent sous un avocatier : aucune salle n’est assez grande, et la lumière y est meilleure. Quarante-six femmes et deux hommes ; un agaseke demande douze jours et l’arbre a tout entendu. L’herbe pousse sur la crête et se coupe en juillet. Les couleurs viennent de racines, de fleurs de bananier et de boue, plus une teinture achetée dont on s’excuse. L’épreuve se fait au mil : on remplit, on secoue sur un linge blanc. On paie le jour où le panier est fini, non celui où il est vendu.',
      rw: 'Baboheye munsi y’igiti cya avoka kuko nta cyumba cyabakira bose kandi urumuri ni rwiza. Abagore mirongo ine na batandatu n’abagabo babiri; agaseke kamara iminsi cumi n’ibiri. Ishinge imera ku musozi, igacibwa muri Nyakanga. Amabara ava mu mizi, mu ndabo z’insina no mu cyondo cyo mu gishanga. Agaseke kageragezwa uburo: karuzuzwa, kakazunguzwa hejuru y’igitambaro cyera. Koperative yishyura umunsi agaseke karangiye, si umunsi kagurishijwe.',
      sw: 'Hukutana chini ya mti wa parachichi kwa sababu hakuna chumba kikubwa na mwanga ni bora. Wanawake arobaini na sita na wanaume wawili; agaseke huchukua siku kumi na mbili. Nyasi huota mlimani na hukatwa Julai. Rangi hutoka mizizi, maua ya mgomba na tope. Kikapu hupimwa kwa mtama: hujazwa na kutikiswa juu ya kitambaa cheupe. Malipo ni siku kikapu kinapomalizika.',
    },
    capacity: {
      en: '900 small and 350 large baskets and trays a month.',
      fr: '900 petits et 350 grands paniers et plateaux par mois.',
      rw: 'Uduseke duto 900 n’ibinini 350 ku kwezi.',
      sw: 'Vikapu vidogo 900 na vikubwa 350 kwa mwezi.',
    },
    techniques: ['coiling', 'natural-dyeing'],
    certifications: [
      certificate('fair-trade-self-assessment', 140, 225),
      certificate('women-led', 160, 205),
      certificate('made-in-rwanda', 420, 310),
    ],
    languages: ['rw', 'fr'],
    checksPassed: [...BADGE, 'samples', 'payee_name'],
    joinedDaysAgo: 328,
    pictures: scenes('gishamvu-basket-weavers', [
      {
        kind: 'scene-weaving-corner',
        look: { light: 'noon' },
        colours: { main: 'terracotta', accent: 'ochre' },
      },
      {
        kind: 'scene-hills',
        look: { light: 'morning', foreground: 'none' },
        colours: { main: 'sage' },
      },
    ]),
  },
  {
    slug: 'nyaruguru-sisal-cooperative',
    name: 'Nyaruguru Sisal Cooperative',
    kind: 'cooperative',
    memberships: ['southern-weavers-network'],
    foundedYear: 2010,
    people: { total: 64, women: 57, youth: 22 },
    place: { country: 'RW', place: 'Kibeho, Nyaruguru', latitude: -2.65, longitude: 29.55 },
    tagline: {
      en: 'Sisal in twenty-four colours, dyed in one pot so that sets really match.',
      fr: 'Du sisal en vingt-quatre couleurs, teint dans une même cuve pour des séries assorties.',
      rw: 'Umugwegwe mu mabara makumyabiri n’ane, usigirwa mu nkono imwe ngo bise.',
      sw: 'Mkonge katika rangi ishirini na nne, hutiwa rangi chungu kimoja ili zifanane.',
    },
    story: {
      en: 'Sisal was planted here as a hedge against goats. Somebody noticed that the leaves, scraped and washed, came out white as rice, and the hedges have been harvested ever since, one leaf in three so that the goats stay out. Dyeing happens on Tuesdays over four fires. The dye master weighs everything, writes everything, and will not be hurried; her notebooks go back eleven years and any colour in them can be made again. Weaving is done at home, in the hours between fields and supper, and brought in on Fridays to be measured against a board. What fails the board is unpicked, not sold cheaply.',
      fr: 'Le sisal fut planté ici en haie contre les chèvres. Raclées et lavées, ses feuilles sortent blanches comme du riz ; on récolte donc les haies, une feuille sur trois, pour que les chèvres restent dehors. On teint le mardi, sur quatre feux. La teinturière pèse tout, écrit tout et ne se presse pas ; ses cahiers remontent à onze ans et chaque couleur peut se refaire. On tresse chez soi, entre le champ et le souper, et l’on mesure le vendredi sur une planche.',
      rw: 'Umugwegwe wari waratewe nk’uruzitiro rw’ihene. Amababi yawo, iyo aharuwe akozwa, yera nk’umuceri; kuva ubwo turasarura, ikibabi kimwe kuri bitatu. Dusiga amabara ku wa kabiri ku mashyiga ane. Usiga amabara apima byose akandika byose; amakaye ye amaze imyaka cumi n’umwe. Tuboha turi mu rugo, ku wa gatanu tukazana bigapimwa. Ibidakwiye birasenywa, ntibigurishwa make.',
      sw: 'Mkonge ulipandwa hapa kama uzio wa mbuzi. Majani yake yakikwanguliwa na kuoshwa huwa meupe kama wali; hivyo tunavuna jani moja kati ya matatu. Tunatia rangi Jumanne juu ya moto minne. Mtia rangi hupima na kuandika kila kitu; daftari zake zina miaka kumi na moja. Kufuma ni nyumbani, na Ijumaa kila kitu hupimwa.',
    },
    capacity: {
      en: '1,000 pieces a month across all sizes.',
      fr: '1 000 pièces par mois, toutes tailles.',
      rw: 'Ibikoresho 1,000 ku kwezi, ingano zose.',
      sw: 'Vipande 1,000 kwa mwezi, saizi zote.',
    },
    techniques: ['coiling', 'natural-dyeing', 'riveting'],
    certifications: [
      certificate('fair-trade-self-assessment', 60, 305),
      certificate('women-led', 250, 115),
    ],
    languages: ['rw', 'fr', 'en'],
    checksPassed: [...BADGE, 'capacity', 'samples'],
    joinedDaysAgo: 275,
    pictures: scenes('nyaruguru-sisal-cooperative', [
      {
        kind: 'scene-dye-vats',
        look: { light: 'morning' },
        colours: { main: 'terracotta', accent: 'ochre' },
      },
      {
        kind: 'scene-weaving-corner',
        look: { light: 'morning' },
        colours: { main: 'sage', accent: 'indigo' },
      },
    ]),
  },
  {
    slug: 'muhanga-banana-fibre',
    name: 'Muhanga Banana Fibre Group',
    kind: 'association',
    memberships: ['southern-weavers-network'],
    foundedYear: 2015,
    people: { total: 27, women: 19, youth: 12 },
    place: { country: 'RW', place: 'Shyogwe, Muhanga', latitude: -2.1, longitude: 29.8 },
    tagline: {
      en: 'Bags, mats and baskets from stems that would have been left to rot.',
      fr: 'Sacs, nattes et paniers tirés de troncs qu’on laissait pourrir.',
      rw: 'Ibikapu, ibirago n’ibitebo bikorwa mu mitumba yapfaga ubusa.',
      sw: 'Mikoba, mikeka na vikapu kutoka magome yaliyokuwa yakioza.',
    },
    story: {
      en: 'A banana stem fruits once. Then it is cut, and on most farms it lies where it fell. The group pays for stems, a small sum that arrives in the hungry month, and takes them apart in layers: coarse outside for cord, silk inside for fine work, water back to the field. Everything is dried on roofs, so production is forecast by looking up. Carpenters make the moulds. The cushiony corner of the workshop belongs to three teenagers who film each process on a telephone and answer messages from buyers in four languages, better than the rest of us would. Visitors leave with twine around their wrists.',
      fr: 'Un bananier fructifie une fois, puis on le coupe, et presque partout il reste à terre. Le groupe achète les troncs, une petite somme qui arrive au mois de soudure, et les défait par couches : le grossier pour la corde, le soyeux pour le fin. Tout sèche sur les toits : on prévoit la production en levant les yeux. Trois jeunes filment chaque geste et répondent aux acheteurs en quatre langues, mieux que nous.',
      rw: 'Insina yera rimwe igatemwa, ahenshi igahera aho. Itsinda rigura imitumba ku mafaranga make aza mu gihe cy’inzara, rikayitandukanya: ibirere byo hanze bikorwamo imigozi, iby’imbere byoroshye bikorwamo ibyiza. Byose byumishirizwa ku bisenge. Urubyiruko rutatu rufata amashusho kandi rusubiza abaguzi mu ndimi enye.',
      sw: 'Mgomba huzaa mara moja kisha hukatwa na kuachwa. Kikundi hununua magogo kwa fedha kidogo inayofika mwezi wa njaa na kuyatenga: nje kwa kamba, ndani kwa kazi laini. Kila kitu hukaushwa juu ya paa. Vijana watatu hupiga video na kujibu wanunuzi kwa lugha nne.',
    },
    capacity: {
      en: '500 bags, 250 baskets and 700 mat sets a month.',
      fr: '500 sacs, 250 paniers et 700 jeux de sets par mois.',
      rw: 'Ibikapu 500, ibitebo 250 n’udutambaro 700 ku kwezi.',
      sw: 'Mikoba 500, vikapu 250 na seti 700 za mikeka kwa mwezi.',
    },
    techniques: ['plaiting', 'coiling', 'saddle-stitch'],
    certifications: [certificate('made-in-rwanda', 170, 560)],
    languages: ['en', 'fr', 'rw', 'sw'],
    checksPassed: [...BADGE],
    joinedDaysAgo: 185,
    pictures: scenes('muhanga-banana-fibre', [
      {
        kind: 'scene-weaving-corner',
        look: { light: 'noon' },
        colours: { main: 'ochre', accent: 'ochre' },
      },
    ]),
  },
  {
    slug: 'save-hill-handloom',
    name: 'Save Hill Handloom',
    kind: 'workshop',
    memberships: ['southern-weavers-network'],
    foundedYear: 1999,
    people: { total: 16, women: 9, youth: 4 },
    place: { country: 'RW', place: 'Save, Gisagara', latitude: -2.55, longitude: 29.75 },
    tagline: {
      en: 'Eleven treadle looms on a hill, cotton by the metre.',
      fr: 'Onze métiers à pédales sur une colline, du coton au mètre.',
      rw: 'Imashini cumi n’imwe zo kubohesha intoki ku musozi wa Save, ipamba kuri metero.',
      sw: 'Mitanda kumi na moja ya miguu juu ya kilima, pamba kwa mita.',
    },
    story: {
      en: 'You hear it before the bend: eleven looms, each with its own knock. They were built in 1999 by a carpenter who had seen one once, and he was allowed to make mistakes because nobody here knew better. His mistakes have names now and each weaver prefers hers. Warps of sixty metres are wound on Mondays along the fence. Cotton comes from Tanzania as grey yarn and goes down to the dye house in Huye in a wheelbarrow. Three of the weavers have worked here since the start. Their eyes have moved on to fringes, and the looms to their daughters, who play the radio.',
      fr: 'On l’entend avant le virage : onze métiers, chacun son battement. Ils furent construits en 1999 par un charpentier qui en avait vu un une fois ; ses erreurs ont un nom désormais et chaque tisserande préfère la sienne. Les chaînes de soixante mètres s’ourdissent le lundi le long de la clôture. Le coton vient écru de Tanzanie et descend à la teinture en brouette. Les anciennes sont passées aux franges, et les métiers à leurs filles, qui mettent la radio.',
      rw: 'Urabyumva utarahagera: imashini cumi n’imwe, buri yose n’ijwi ryayo. Zubatswe mu 1999 n’umubaji wari warabonye imwe rimwe gusa. Ku wa mbere hategurwa ubudodo bwa metero mirongo itandatu ku ruzitiro. Ipamba iva muri Tanzaniya, igasigirwa amabara i Huye. Abahatangiye ubu bapfundika inshunda, imashini zafashwe n’abakobwa babo.',
    },
    capacity: {
      en: '2,000 metres of cloth or 350 throws a month.',
      fr: '2 000 mètres de tissu ou 350 plaids par mois.',
      rw: 'Metero 2,000 z’igitambaro cyangwa ibiringiti 350 ku kwezi.',
      sw: 'Mita 2,000 za kitambaa au mablanketi 350 kwa mwezi.',
    },
    techniques: ['handloom-weaving', 'hand-knotted-fringe', 'embroidery'],
    certifications: [certificate('fair-trade-self-assessment', 330, 35)],
    languages: ['fr', 'rw', 'en'],
    checksPassed: [...BADGE, 'capacity'],
    joinedDaysAgo: 265,
    pictures: scenes('save-hill-handloom', [
      { kind: 'scene-loom', look: { light: 'noon' }, colours: { main: 'ochre', accent: 'ochre' } },
      {
        kind: 'scene-sewing-table',
        look: { light: 'morning' },
        colours: { main: 'ochre', accent: 'indigo' },
      },
    ]),
  },
];
