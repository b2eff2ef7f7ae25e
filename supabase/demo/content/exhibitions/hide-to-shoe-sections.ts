/** What is said on the pages of From Hide to Shoe between the objects. */
import type { PaperSeed, SectionSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { four, names } from '#supabase/demo/content/exhibitions/words.ts';

/** One sheet for each language, to be hung beside the shoe rack. */
const CARE: readonly PaperSeed[] = [
  {
    name: 'Caring for leather (English).pdf',
    lines: [
      'Caring for leather',
      '',
      '1. Let shoes rest a day between two days of wear.',
      '2. Dry wet leather slowly: paper inside, never the sun, never a stove.',
      '3. Brush first. Mud is sand, and sand cuts.',
      '4. Wax thinly, once a month. Wait an hour. Brush again.',
      '5. Bring the shoe back when the sole is thin, not when it is gone.',
      '',
      'Masoro Footwear & Leather Cluster',
    ],
  },
  {
    name: 'Entretenir le cuir (français).pdf',
    lines: [
      'Entretenir le cuir',
      '',
      '1. Laissez reposer les souliers un jour sur deux.',
      '2. Séchez lentement le cuir mouillé : du papier dedans, jamais le soleil ni le poêle.',
      '3. Brossez d’abord. La boue est du sable, et le sable coupe.',
      '4. Cirez en couche fine, une fois par mois. Attendez une heure. Brossez encore.',
      '5. Rapportez le soulier quand la semelle est mince, non quand elle est usée.',
      '',
      'Cluster chaussure et cuir de Masoro',
    ],
  },
  {
    name: 'Kwita ku ruhu (Ikinyarwanda).pdf',
    lines: [
      'Kwita ku ruhu',
      '',
      '1. Reka inkweto ziruhuke umunsi hagati y’iminsi ibiri uzambaye.',
      '2. Umisha uruhu rutose buhoro: impapuro imbere, nta zuba, nta ziko.',
      '3. Banza woze n’uburoso. Icyondo ni umusenyi, kandi umusenyi urakata.',
      '4. Siga ibishashara bike, rimwe mu kwezi. Tegereza isaha. Ongera ukoze uburoso.',
      '5. Garura urukweto isoli itangiye koroha, udategereje ko ishira.',
      '',
      'Ihuriro ry’abakora inkweto n’ibikoresho by’uruhu rya Masoro',
    ],
  },
  {
    name: 'Kutunza ngozi (Kiswahili).pdf',
    lines: [
      'Kutunza ngozi',
      '',
      '1. Acha viatu vipumzike siku moja kati ya siku mbili za kuvivaa.',
      '2. Kausha ngozi iliyolowa polepole: karatasi ndani, si juani wala jikoni.',
      '3. Piga brashi kwanza. Tope ni mchanga, na mchanga hukata.',
      '4. Paka nta kidogo, mara moja kwa mwezi. Subiri saa moja. Piga brashi tena.',
      '5. Rudisha kiatu soli ikiwa nyembamba, usisubiri iishe.',
      '',
      'Kikundi cha viatu na ngozi cha Masoro',
    ],
  },
];

export const HIDE_SECTIONS: readonly SectionSeed[] = [
  {
    kind: 'text',
    title: names(
      'How leather remembers | Comment le cuir se souvient | Uko uruhu rwibuka | Jinsi ngozi inavyokumbuka',
    ),
    body: four(`
      Bark-tanned leather keeps whatever is done to it: a press, a knife, a season in a pocket. That makes it slow to prepare and hard to fool. In these halls you will meet the same hide several times, as a roll, as a strap, as the inside of a heel. Follow one and you will see how many people a pair of shoes employs.
      Le cuir tanné à l’écorce garde tout ce qu’on lui fait : une presse, une lame, une saison dans une poche. C’est ce qui le rend lent à préparer et difficile à tromper. Dans ces salles, vous rencontrerez plusieurs fois la même peau, en rouleau, en bride, au cœur d’un talon. Suivez-la et vous verrez combien de gens fait vivre une paire de souliers.
      Uruhu rwakaniwe mu bishishwa rubika ibyo rukorewe byose: gukandwa, gukatwa, igihe rumaze mu mufuka. Ni yo mpamvu rutinda gutegurwa kandi rutoroshye kubeshya. Muri ibi byumba uzahura n’uruhu rumwe kenshi: ari umuzingo, ari umushumi, ari imbere mu gatsinsino. Rukurikire ubone abantu umuguru w’inkweto utunga.
      Ngozi ya magome huhifadhi kila inachofanyiwa: shinikizo, kisu, msimu mfukoni. Ndiyo maana huchukua muda kutayarisha na ni vigumu kuidanganya. Katika kumbi hizi utakutana na ngozi ileile mara kadhaa: kama jora, kama ukanda, kama ndani ya kisigino. Ifuate uone watu wangapi jozi ya viatu huajiri.
    `),
  },
  {
    kind: 'tour',
    tour: 'from-salt-to-lace',
    title: names(
      'Ten minutes, twelve stops | Dix minutes, douze haltes | Iminota icumi, aho guhagarara cumi na habiri | Dakika kumi, vituo kumi na viwili',
    ),
    body: four(`
      The short way through, for a coffee break or a classroom.
      Le chemin court, pour une pause café ou une salle de classe.
      Inzira ngufi, ikwiriye akaruhuko k’ikawa cyangwa ishuri.
      Njia fupi, kwa mapumziko ya kahawa au darasa.
    `),
  },
  {
    kind: 'gallery',
    title: names('Three rooms | Trois pièces | Ibyumba bitatu | Vyumba vitatu'),
    pictures: [
      {
        ref: 'producer:inzira-shoe-workshop/0',
        caption: names(
          'Lamplight at Inzira: the bench before six. | La lampe chez Inzira : l’établi avant six heures. | Itara muri Inzira: ameza mbere ya saa kumi n’ebyiri. | Taa ya Inzira: meza kabla ya saa kumi na mbili.',
        ),
      },
      {
        ref: 'producer:bumbogo-bootmakers/0',
        caption: names(
          'Bumbogo hangs its tools by size. | Bumbogo accroche ses outils par taille. | Bumbogo imanika ibikoresho ikurikije ubunini. | Bumbogo hutundika zana kwa ukubwa.',
        ),
      },
      {
        ref: 'producer:urudodo-bag-makers/0',
        caption: names(
          'The cutting table of Urudodo. | La table de coupe d’Urudodo. | Ameza yo gukatiraho ya Urudodo. | Meza ya kukatia ya Urudodo.',
        ),
      },
    ],
  },
  {
    kind: 'quote',
    body: four(`
      Nobody takes an order they cannot finish without telling the others first.
      Nul ne prend une commande qu’il ne peut finir sans le dire d’abord aux autres.
      Nta wufata komande atazarangiza atabanje kubwira abandi.
      Hakuna anayechukua oda asiyoweza kuimaliza bila kuwaambia wengine kwanza.
    `),
    attribution: names(
      'A rule of the Masoro cluster | Une règle du cluster de Masoro | Itegeko ry’ihuriro rya Masoro | Kanuni ya kikundi cha Masoro',
    ),
  },
  {
    kind: 'map',
    title: names('Where we are | Où nous sommes | Aho turi | Tulipo'),
    body: four(`
      Most of the workshops stand within an hour’s walk of one another, east of Kigali. Visitors are welcome on weekdays; write first.
      La plupart des ateliers sont à une heure de marche les uns des autres, à l’est de Kigali. On visite en semaine ; écrivez d’abord.
      Ibigo byinshi biri mu rugendo rw’isaha imwe n’amaguru, mu burasirazuba bwa Kigali. Abashyitsi bakirwa mu minsi y’akazi; banza wandike.
      Karakana nyingi ziko ndani ya saa moja ya kutembea, mashariki mwa Kigali. Wageni wanakaribishwa siku za kazi; andika kwanza.
    `),
    place: 'Masoro, Gasabo',
    latitude: -1.95,
    longitude: 30.15,
  },
  {
    kind: 'documents',
    title: names('To take home | À emporter | Ibyo gutahana | Vya kwenda navyo'),
    body: four(`
      One sheet on the care of leather, to hang beside the shoe rack.
      Une feuille sur l’entretien du cuir, à accrocher près des souliers.
      Urupapuro rumwe ruvuga uko uruhu rwitabwaho, rwo kumanika aho inkweto zibikwa.
      Karatasi moja kuhusu kutunza ngozi, ya kutundika karibu na rafu ya viatu.
    `),
    papers: CARE,
  },
  {
    kind: 'text',
    hall: 'the-bench',
    title: names(
      'Sewn or glued? | Cousu ou collé ? | Irudodwa cyangwa irasigwa kole? | Imeshonwa au imegundishwa?',
    ),
    body: four(`
      A cemented sole is light, cheap and quick: twenty minutes under a press. A welted one takes nine hours and weighs more. If the shoe is for a child who will outgrow it, glue is honest. If it is for somebody who walks to work for ten years, ask for the welt; it is cheaper by the fourth.
      Une semelle collée est légère, bon marché, rapide : vingt minutes sous presse. Cousue trépointe, elle prend neuf heures et pèse davantage. Pour un enfant qui grandit, la colle est honnête. Pour qui marche dix ans vers son travail, demandez la trépointe ; dès la quatrième année, elle coûte moins.
      Isoli ya kole iroroha, irahendutse kandi irihuta: iminota makumyabiri munsi y’imashini. Idodwa ku mushumi imara amasaha icyenda kandi iraremera. Ku mwana ukura vuba, kole irahagije. Ku muntu uzagenda n’amaguru imyaka icumi, saba idodwa; kuva ku mwaka wa kane iba ihendutse.
      Soli ya gundi ni nyepesi, rahisi na ya haraka: dakika ishirini kwenye mashine. Ya kushonwa huchukua saa tisa na ni nzito. Kwa mtoto anayekua, gundi inatosha. Kwa anayetembea kwenda kazini miaka kumi, omba ya kushonwa; kuanzia mwaka wa nne ni nafuu.
    `),
  },
  {
    kind: 'gallery',
    hall: 'the-hide',
    title: names(
      'From yard to shelf | De la cour à l’étagère | Kuva mu mbuga kugera mu bubiko | Kutoka uwanjani hadi rafuni',
    ),
    pictures: [
      {
        ref: 'producer:karangazi-hides-cooperative/0',
        caption: names(
          'Karangazi: the yard at noon. | Karangazi : la cour à midi. | Karangazi: imbuga ku manywa. | Karangazi: uwanja saa sita mchana.',
        ),
      },
      {
        ref: 'cluster:akagera-hides-imigongo/1',
        caption: names(
          'Rolls wait for their colour. | Les rouleaux attendent leur couleur. | Imizingo itegereje ibara. | Majora yanasubiri rangi yake.',
        ),
      },
    ],
  },
];
