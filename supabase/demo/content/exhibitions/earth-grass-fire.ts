/** The exhibition of last year, curated by the operators: three materials, eight workshops. */
import { EARTH_BOOTHS } from '#supabase/demo/content/exhibitions/earth-booths.ts';
import { EARTH_HALL } from '#supabase/demo/content/exhibitions/earth-hall.ts';
import { FIRE_HALL } from '#supabase/demo/content/exhibitions/fire-hall.ts';
import { GRASS_HALL } from '#supabase/demo/content/exhibitions/grass-hall.ts';
import { SIX_TOUCHES } from '#supabase/demo/content/exhibitions/six-touches.ts';
import type { ExhibitionSeed, SectionSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { four, names } from '#supabase/demo/content/exhibitions/words.ts';

const SECTIONS: readonly SectionSeed[] = [
  {
    kind: 'quote',
    body: four(`
      The basket goes to the house that sends it back.
      Le panier va chez celui qui le rend.
      Akebo kajya iwa Mugarura.
      Kikapu huenda kwa anayekirudisha.
    `),
    attribution: names(
      'Rwandan proverb | Proverbe rwandais | Umugani w’Ikinyarwanda | Methali ya Rwanda',
    ),
  },
  {
    kind: 'text',
    title: names(
      'Three materials that cost nothing | Trois matières qui ne coûtent rien | Ibintu bitatu bitagurwa | Vitu vitatu visivyo na bei',
    ),
    body: four(`
      Ash, clay, grass. Nobody here buys them, and nobody can import them cheaper. What is paid for is time: five days for a panel, twelve for a basket, eighteen for a bed of coffee. We asked eight workshops to show what the waiting is for.
      La cendre, l’argile, l’herbe. Ici, personne ne les achète, et nul ne les importe à moins. Ce qu’on paie, c’est le temps : cinq jours pour un panneau, douze pour un panier, dix-huit pour un lit de café. Nous avons demandé à huit ateliers de montrer à quoi sert l’attente.
      Ivu, ibumba, ishinge. Nta we ubigura hano, kandi nta wabitumiza bihendutse. Icyishyurwa ni igihe: iminsi itanu ku mugongo, cumi n’ibiri ku gaseke, cumi n’umunani ku gitanda cy’ikawa. Twasabye ibigo umunani kwerekana icyo gutegereza bimaze.
      Majivu, udongo, nyasi. Hakuna anayevinunua hapa, na hakuna anayeweza kuviagiza kwa bei nafuu. Kinacholipiwa ni muda: siku tano kwa ubao, kumi na mbili kwa kikapu, kumi na nane kwa kichanja cha kahawa. Tuliomba karakana nane kuonyesha kusubiri ni kwa nini.
    `),
  },
  {
    kind: 'tour',
    tour: 'six-touches',
    title: names('Six touches | Six gestes | Ibiganza bitandatu | Miguso sita'),
  },
  {
    kind: 'gallery',
    title: names('Where it comes from | D’où cela vient | Aho bituruka | Vinakotoka'),
    pictures: [
      {
        ref: 'cluster:virunga-highland-table/0',
        caption: names(
          'The volcanoes before breakfast. | Les volcans avant le petit déjeuner. | Ibirunga mbere y’ifunguro. | Volkano kabla ya kifungua kinywa.',
        ),
      },
      {
        ref: 'cluster:virunga-highland-table/1',
        caption: names(
          'Drying beds on the ridge. | Les lits de séchage, sur la crête. | Ibitanda byo kwanikaho ku musozi. | Vichanja vya kukaushia mlimani.',
        ),
      },
      {
        ref: 'cluster:southern-weavers-network/2',
        caption: names(
          'The dye house: each skein a day. | La teinturerie : un jour par écheveau. | Inzu y’amabara: buri rudodo umunsi. | Nyumba ya rangi: kila fungu siku moja.',
        ),
      },
    ],
  },
];

export const EARTH_GRASS_FIRE: ExhibitionSeed = {
  slug: 'earth-grass-fire',
  cluster: null,
  title: names(
    'Earth, Grass, Fire | Terre, herbe, feu | Ubutaka, ishinge, umuriro | Udongo, nyasi, moto',
  ),
  summary: four(`
    Imigongo, agaseke, coffee, honey: eight workshops and the three things that they begin with, none of which can be bought.
    Imigongo, agaseke, café, miel : huit ateliers et les trois choses par quoi ils commencent, dont aucune ne s’achète.
    Imigongo, agaseke, ikawa, ubuki: ibigo umunani n’ibintu bitatu bihera, nta na kimwe muri byo kigurwa.
    Imigongo, agaseke, kahawa, asali: karakana nane na vitu vitatu wanavyoanza navyo, na hakuna hata kimoja kinachonunuliwa.
  `),
  welcome: four(`
    Three halls, and in each of them somebody is waiting: for clay to dry, for a dye to deepen, for a bean to crack. Walk slowly; it is that kind of work.
    Trois salles, et dans chacune quelqu’un attend : que l’argile sèche, que la teinte monte, que le grain craque. Marchez lentement ; c’est ce genre de travail.
    Ibyumba bitatu, kandi muri buri cyumba hari utegereje: ko ibumba ryuma, ko ibara ryijima, ko impeke ituritsa. Genda buhoro; ni umurimo umeze utyo.
    Kumbi tatu, na katika kila mmoja kuna anayesubiri: udongo ukauke, rangi ikolee, buni ipasuke. Tembea polepole; ndiyo kazi ilivyo.
  `),
  closing: four(`
    This exhibition is over. Its halls stay open to readers, and every workshop in it still takes orders.
    Cette exposition est terminée. Ses salles restent ouvertes aux lecteurs, et chaque atelier prend encore des commandes.
    Iri murika ryararangiye. Ibyumba byaryo biracyafunguye ku basomyi, kandi buri kigo kiracyakira komande.
    Maonyesho haya yamekwisha. Kumbi zake zinabaki wazi kwa wasomaji, na kila karakana bado inapokea oda.
  `),
  next: four(`
    A sequel on wood and wool is being prepared. Until then, From Hide to Shoe is open.
    Une suite, sur le bois et la laine, se prépare. D’ici là, De la peau au soulier est ouverte.
    Hari irindi murika ry’ibiti n’ubwoya ritegurwa. Hagati aho, Kuva ku ruhu kugera ku rukweto rirafunguye.
    Mwendelezo kuhusu mbao na sufu unaandaliwa. Hadi wakati huo, Kutoka ngozi hadi kiatu yako wazi.
  `),
  theme: 'clay',
  pattern: 'lozenge',
  zone: 'Africa/Kigali',
  hero: 'cluster:southern-weavers-network/0',
  halls: [
    {
      slug: 'earth',
      title: names('Earth | Terre | Ubutaka | Udongo'),
      intro: four(`
        What the ground gives: clay from a marsh edge, kaolin, a red bank by the road. And what cattle leave, which is ground too, once ash is in it.
        Ce que donne le sol : l’argile d’un bord de marais, le kaolin, un talus rouge au bord de la route. Et ce que laissent les vaches, qui devient terre une fois la cendre mêlée.
        Ibyo ubutaka butanga: ibumba ryo ku nkombe y’igishanga, ingwa, umukingo utukura w’umuhanda. N’ibyo inka zisiga, na byo biba ubutaka bivanze n’ivu.
        Kile ardhi hutoa: udongo wa ukingo wa kinamasi, udongo mweupe, ukingo mwekundu wa barabara. Na kile ng’ombe huacha, ambacho huwa udongo kikichanganywa na majivu.
      `),
      picture: 'producer:ibumba-potters/0',
    },
    {
      slug: 'grass',
      title: names('Grass | Herbe | Ishinge | Nyasi'),
      intro: four(`
        Grass for the core, sisal for the colour, cotton for what is worn. A leaf, a root and a vat decide the rest.
        L’herbe pour l’âme, le sisal pour la couleur, le coton pour ce qu’on porte. Une feuille, une racine et une cuve décident du reste.
        Ishinge ryo hagati, umugwegwe w’amabara, ipamba yo kwambara. Ikibabi, umuzi n’ikivomesho bigena ibisigaye.
        Nyasi kwa kiini, mkonge kwa rangi, pamba kwa kuvaa. Jani, mzizi na pipa huamua mengine.
      `),
      picture: 'producer:nyaruguru-sisal-cooperative/0',
    },
    {
      slug: 'fire',
      title: names('Fire | Feu | Umuriro | Moto'),
      intro: four(`
        A drum, a kiln, a smoker: three fires that have to be watched and not fed too much. Sit down at the end; the cups are here.
        Un tambour, un four, un enfumoir : trois feux à surveiller et à ne pas trop nourrir. Asseyez-vous au bout ; les tasses sont là.
        Ingunguru, itanura, icyotsi: imiriro itatu yo kurinda no kutongerera cyane. Icara ku iherezo; ibikombe biri hano.
        Pipa, tanuri, chombo cha moshi: mioto mitatu ya kuangaliwa na isiyolishwa sana. Keti mwishoni; vikombe viko hapa.
      `),
      picture: 'cluster:virunga-highland-table/1',
    },
  ],
  booths: EARTH_BOOTHS,
  objects: [...EARTH_HALL, ...GRASS_HALL, ...FIRE_HALL],
  tours: [SIX_TOUCHES],
  sections: SECTIONS,
  guests: [
    {
      name: 'A visitor from Ghent',
      place: 'Gent',
      text: 'I came for the baskets and stayed with the unpainted panel. Please keep one that way.',
      locale: 'en',
      day: 4,
    },
    {
      name: 'Une classe de dessin',
      place: 'Bujumbura',
      text: 'Nous avons compté les losanges à voix haute. Il en manque un, ou nous avons mal compté ; c’est très bien ainsi.',
      locale: 'fr',
      day: 11,
    },
    {
      name: 'Umuguzi w’ikawa',
      place: 'Musanze',
      text: 'Nabonye uko ikawa yanjye ikarangwa. Ubu numva impamvu ihenda kurusha iyo nasanzwe ngura.',
      locale: 'rw',
      day: 19,
    },
    {
      name: 'Mfinyanzi',
      place: 'Tanga',
      text: 'Chungu kabla na baada ya moto: hivyo ndivyo ninavyowaeleza watoto wangu. Asanteni.',
      locale: 'sw',
      day: 33,
    },
    {
      name: 'A museum guard',
      place: 'Stockholm',
      text: 'Honest label on the milk jar. We could learn from it.',
      locale: 'en',
      day: 50,
    },
  ],
};
