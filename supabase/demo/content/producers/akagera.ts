/** Imigongo and dried fruit in the Akagera circle. */
import { certificate } from '#supabase/demo/content/certificate.ts';
import { scenes } from '#supabase/demo/content/shots.ts';
import type { ProducerSeed } from '#supabase/demo/content/types.ts';

const BADGE = ['identity', 'registration', 'workshop_visit'] as const;

export const AKAGERA: readonly ProducerSeed[] = [
  {
    slug: 'kirehe-imigongo-painters',
    name: 'Kirehe Imigongo Painters',
    kind: 'cooperative',
    memberships: ['akagera-hides-imigongo'],
    foundedYear: 2001,
    people: { total: 26, women: 22, youth: 7 },
    place: { country: 'RW', place: 'Kirehe', latitude: -2.25, longitude: 30.65 },
    tagline: {
      en: 'Raised lines of cow dung and ash, painted in four earth colours.',
      fr: 'Des crêtes de bouse et de cendre, peintes en quatre couleurs de terre.',
      rw: 'Imirongo y’amase n’ivu, isigwa amabara ane y’ubutaka.',
      sw: 'Matuta ya samadi na majivu, yaliyopakwa rangi nne za udongo.',
    },
    story: {
      en: 'Before there were panels there were walls. Every few years, between harvests, women of these hills redrew the inside of a house, and whoever had the steadiest hand went from door to door. The cooperative began with nine of them and a borrowed room. Dung of calves is best, finer and without smell once ash is in it; the ridge is drawn with a thumb, dried, and rubbed with a stone before colour. White is kaolin, black is soot with aloe sap, red is a bank of the Rusumo road, grey is what is left in the bowl. Twenty-six members now, each with a pattern that others do not sell. Visitors may try. The dung washes off.',
      fr: 'Avant les panneaux, il y avait les murs. Tous les deux ou trois ans, entre deux récoltes, les femmes d’ici redessinaient l’intérieur des maisons. La coopérative a commencé à neuf dans une pièce prêtée. La bouse de veau est la meilleure, fine et sans odeur une fois la cendre mêlée ; la crête se trace au pouce, sèche, puis se polit au galet. Le blanc est du kaolin, le noir de la suie et de l’aloès, le rouge un talus de la route de Rusumo, le gris ce qui reste au fond du bol. Chaque peintre a un motif que les autres ne vendent pas.',
      rw: 'Mbere y’imbaho habanje inkuta. Hagati y’isarura n’irindi, abagore bo kuri iyi misozi bashushanyaga imbere mu nzu. Koperative yatangiranye abagore icyenda mu cyumba batijwe. Amase y’inyana ni yo meza kandi ntanuka iyo avanze n’ivu. Umurongo ucishwa igikumwe, ukuma, ugasenwa n’ibuye mbere yo gusigwa. Umweru ni ingwa, umukara ni imbyiro n’igikakarubamba, umutuku ni itaka. Buri wese afite umutako we abandi batagurisha.',
      sw: 'Kabla ya picha kulikuwa na kuta. Kati ya mavuno, wanawake wa vilima hivi walichora upya ndani ya nyumba. Ushirika ulianza na wanawake tisa katika chumba cha kuazima. Samadi ya ndama ndiyo bora, haina harufu ikichanganywa na majivu. Mstari huchorwa kwa kidole gumba, hukauka na kusuguliwa kwa jiwe. Nyeupe ni chokaa, nyeusi ni masizi, nyekundu ni udongo. Kila mmoja ana mchoro wake.',
    },
    capacity: {
      en: '150 panels of wall size and 400 gift panels a month.',
      fr: '150 panneaux muraux et 400 petits formats par mois.',
      rw: 'Imigongo 150 minini na 400 mito ku kwezi.',
      sw: 'Picha kubwa 150 na ndogo 400 kwa mwezi.',
    },
    techniques: ['imigongo-relief', 'stone-burnishing'],
    certifications: [
      certificate('women-led', 120, 245),
      certificate('fair-trade-self-assessment', 240, 125),
    ],
    languages: ['rw', 'fr'],
    checksPassed: [...BADGE, 'samples'],
    joinedDaysAgo: 270,
    pictures: scenes('kirehe-imigongo-painters', [
      {
        kind: 'scene-hills',
        look: { light: 'dawn', foreground: 'banana' },
        colours: { main: 'terracotta' },
      },
    ]),
  },
  {
    slug: 'muhazi-fruit-dryers',
    name: 'Muhazi Fruit Dryers',
    kind: 'company',
    memberships: ['akagera-hides-imigongo'],
    foundedYear: 2018,
    people: { total: 29, women: 20, youth: 15 },
    place: { country: 'RW', place: 'Muhazi, Rwamagana', latitude: -1.85, longitude: 30.35 },
    tagline: {
      en: 'Fruit picked ripe, dried two days behind glass, with nothing added.',
      fr: 'Des fruits cueillis mûrs, séchés deux jours sous verre, sans rien d’ajouté.',
      rw: 'Imbuto zisaruwe zeze, zumishwa iminsi ibiri munsi y’ikirahure, nta kindi cyongewemo.',
      sw: 'Matunda mabivu, hukaushwa siku mbili chini ya kioo, bila kuongeza chochote.',
    },
    story: {
      en: 'Pineapples ripen all at once and lorries do not. In 2017 the hills above the lake threw away a third of the crop; the year after, two agronomists and a window maker put up a solar tunnel from salvaged glass. There are now fourteen tunnels and a fan that runs when clouds do not. Fruit is bought at the gate by weight and sugar, with the refractometer facing the farmer. Peelings go to pigs, cores to vinegar. The work suits mothers of school children, who set the shifts, and the packing room sings in parts. What leaves has one ingredient on its label and a date that means something.',
      fr: 'Les ananas mûrissent tous ensemble, pas les camions. En 2017, les collines du lac jetaient un tiers de la récolte ; l’année suivante, deux agronomes et un vitrier ont monté un tunnel solaire en verre de récupération. Il y en a quatorze. On achète au portail, au poids et au sucre, le réfractomètre tourné vers le paysan. Les épluchures vont aux cochons, les cœurs au vinaigre. Un seul ingrédient sur l’étiquette.',
      rw: 'Inanasi zera icyarimwe ariko imodoka ntizibonekera icyarimwe. Mu 2017 kimwe cya gatatu cy’umusaruro cyarapfuye; umwaka ukurikiyeho abagoronome babiri n’ukora amadirishya bubatse aho kumishiriza hakoresheje izuba. Ubu ni cumi na hane. Tugura dupimye ibiro n’isukari, umuhinzi abireba. Ibishishwa bijya mu ngurube. Ababyeyi ni bo bagena amasaha y’akazi.',
      sw: 'Nanasi huiva kwa pamoja lakini malori hayaji pamoja. Mwaka 2017 theluthi ya mavuno ilitupwa; mwaka uliofuata wataalamu wawili na fundi madirisha walijenga kikaushio cha jua. Sasa viko kumi na vinne. Tunanunua kwa uzito na sukari, mkulima akiona kipimo. Maganda huenda kwa nguruwe.',
    },
    capacity: {
      en: '3.5 tonnes of dried fruit a month in season.',
      fr: '3,5 tonnes de fruits séchés par mois en saison.',
      rw: 'Toni 3.5 z’imbuto zumye ku kwezi mu gihe cy’umusaruro.',
      sw: 'Tani 3.5 za matunda makavu kwa mwezi msimuni.',
    },
    techniques: ['solar-drying', 'dry-roasting', 'stone-grinding'],
    certifications: [
      certificate('haccp-plan', 130, 600),
      certificate('organic-group', 200, 165),
      certificate('residue-test', 25, 340),
    ],
    languages: ['en', 'fr', 'rw', 'sw'],
    checksPassed: [...BADGE, 'capacity', 'samples'],
    joinedDaysAgo: 160,
    pictures: scenes('muhazi-fruit-dryers', [
      {
        kind: 'scene-hills',
        look: { light: 'morning', foreground: 'banana' },
        colours: { main: 'sage' },
      },
    ]),
  },
];
