/** Orders of the last months that are made, paid, delivered and judged. */
import type { PaymentTerms } from '#src/domain/quote.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type {
  Act,
  DealSeed,
  LineSeed,
  OfferSeed,
  ReviewSeed,
} from '#supabase/demo/content/trade/types.ts';

const BUYERS = {
  maison: { buyer: 'maison-croix-rousse', locale: 'fr', country: 'FR' },
  maashaven: { buyer: 'maashaven-imports', locale: 'en', country: 'NL' },
  acacia: { buyer: 'acacia-ridge-hotels', locale: 'en', country: 'KE' },
} as const satisfies Record<
  string,
  { buyer: string; locale: Locale; country: DealSeed['country'] }
>;

type Finished = {
  key: string;
  by: keyof typeof BUYERS;
  producer: string;
  /** The first question, days ago. */
  daysAgo: number;
  line: LineSeed;
  ask: string;
  answer: string;
  incoterm: OfferSeed['incoterm'];
  place: string;
  leadDays: number;
  /** Days that the parcel ran behind the promise; negative: ahead of it. */
  late: number;
  freight?: number;
  discount?: number;
  taxBp?: number;
  depositBp: number;
  terms?: PaymentTerms;
  parcel: readonly [
    carrier: string,
    tracking: string,
    packages: number,
    grossGrams: number,
    travelDays: number,
  ];
  review: readonly [
    rating: number,
    quality: number,
    communication: number,
    punctuality: number,
    words: string,
  ];
  thanks?: string;
};

/** From the first question to the last word, at the pace of such an order. */
function lifeOf(one: Finished): DealSeed['acts'] {
  const { daysAgo, line, leadDays, late } = one;
  const accepted = daysAgo - 4;
  const shipped = accepted - leadDays - late;
  const [carrier, tracking, packages, grossGrams, travelDays] = one.parcel;
  const arrived = shipped - travelDays;
  const terms = one.terms ?? 'deposit_balance_before_shipping';
  const offer: OfferSeed = {
    lines: [line],
    incoterm: one.incoterm,
    place: one.place,
    leadDays,
    terms,
    depositBp: one.depositBp,
    taxBp: one.taxBp,
    freight: one.freight,
    discount: one.discount,
    validDays: 21,
  };
  const [rating, quality, communication, punctuality, words] = one.review;
  const review: ReviewSeed = { rating, quality, communication, punctuality, words };
  const due = terms === 'deposit_balance_before_shipping' ? shipped + 1.5 : arrived - 2;
  const acts: [number, Act][] = [
    [
      daysAgo,
      {
        act: 'ask',
        product: line.product,
        quantity: line.quantity,
        words: one.ask,
        neededInDays: leadDays + 40,
      },
    ],
    [daysAgo - 0.8, { act: 'write', side: 'producer', words: one.answer }],
    [daysAgo - 1.6, { act: 'quote', offer }],
    [accepted, { act: 'accept' }],
    [accepted - 1, paying('deposit', accepted - 1)],
    [accepted - 2.2, { act: 'confirm' }],
    [accepted - 2.6, { act: 'start' }],
    [shipped + 2.4, { act: 'inspect' }],
    [shipped + 2, { act: 'ready' }],
    [shipped, { act: 'ship', parcel: { carrier, tracking, packages, grossGrams, travelDays } }],
    [arrived, { act: 'deliver' }],
    [due, paying('balance', due)],
    [due - 1, { act: 'confirm' }],
    [arrived - 5, { act: 'close' }],
    [arrived - 5.2, { act: 'review', review }],
  ];
  if (one.thanks) acts.push([arrived - 6.5, { act: 'thank', words: one.thanks }]);
  return acts.toSorted(([a], [b]) => b - a);
}

const paying = (pay: 'deposit' | 'balance', day: number): Act => ({
  act: 'announce',
  pay,
  paidDaysAgo: Math.ceil(day),
  note: '',
});

const ORDERS: readonly Finished[] = [
  {
    key: 'nairobi-totes',
    by: 'acacia',
    producer: 'urudodo-bag-makers',
    daysAgo: 196,
    line: { product: 'office-tote-front-pocket', quantity: 20 },
    ask: 'We would like twenty office totes for the managers of our houses. Can the front pocket close with a button instead of the magnet?',
    answer:
      'A button is no trouble, and it outlives the magnet. Twenty are in hand within thirty days.',
    incoterm: 'CPT',
    place: 'Nairobi',
    leadDays: 30,
    late: -1,
    freight: 9000,
    depositBp: 3000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0001', 2, 27_500, 3],
    review: [
      5,
      5,
      5,
      5,
      'Twenty bags, twenty the same, and the pocket takes a tablet. Two managers have asked who made them.',
    ],
    thanks: 'Thank you. Tell the two managers that we are easy to find.',
  },
  {
    key: 'rotterdam-catering-coffee',
    by: 'maashaven',
    producer: 'gakenke-ridge-coffee',
    daysAgo: 182,
    line: { product: 'catering-kilo-bag', quantity: 200 },
    ask: 'Two hundred kilo bags for our catering customers, roasted as late as you can before the flight. What would you need from us to print the lot number on each bag?',
    answer:
      'The lot number is on each bag already, with the washing station. We roast on the Tuesday and fly on the Thursday.',
    incoterm: 'CPT',
    place: 'Rotterdam The Hague Airport',
    leadDays: 10,
    late: 0,
    freight: 62_000,
    depositBp: 3000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0002', 10, 214_000, 4],
    review: [
      5,
      5,
      4,
      5,
      'Roasted on the day they said. Nine days old on our shelf, which we cannot say of our roaster in town.',
    ],
    thanks: 'We wrote your words above the roaster. The next harvest is in April.',
  },
  {
    key: 'lyon-cooking-pots',
    by: 'maison',
    producer: 'ibumba-potters',
    daysAgo: 168,
    line: { product: 'burnished-cooking-pot', quantity: 40 },
    ask: 'Bonjour, nous voudrions quarante marmites polies pour la rentrée. Vont-elles au four, et comment les emballez-vous pour l’avion ?',
    answer:
      'Bonjour. Au four oui, jusqu’à 220 degrés, jamais du froid au chaud d’un coup. Chaque pot voyage dans un nid d’herbe, deux par caisse.',
    incoterm: 'FCA',
    place: 'Kigali',
    leadDays: 25,
    late: 2,
    freight: 28_000,
    depositBp: 4000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0003', 20, 104_000, 5],
    review: [
      4,
      5,
      4,
      3,
      'Des pots magnifiques, deux jours de retard annoncés à temps. Un seul fêlé sur quarante, remplacé sans discussion.',
    ],
    thanks:
      'Merci. La pluie a tenu le four fermé deux jours ; le quarante et unième pot est pour vous.',
  },
  {
    key: 'nairobi-oxfords',
    by: 'acacia',
    producer: 'inzira-shoe-workshop',
    daysAgo: 155,
    line: { product: 'straight-cap-oxford', quantity: 60, detail: 'rubber half-sole fitted' },
    ask: 'Sixty pairs for our front desks, men’s sizes, black, and they stand in them for ten hours. What do you put under the foot?',
    answer:
      'Cork under the insole, and we would fit a rubber half-sole at no charge for people who stand. Send us the sizes as a list.',
    incoterm: 'DAP',
    place: 'Acacia Ridge, Nairobi',
    leadDays: 30,
    late: -2,
    freight: 185_000,
    depositBp: 3000,
    parcel: ['Northern Corridor Road Freight', 'NCR-DEMO-0004', 5, 74_000, 4],
    review: [
      5,
      5,
      5,
      5,
      'Three months on, not one pair has come back from the desks. Sizes were right, boxes were numbered by house.',
    ],
    thanks:
      'Thank you. When the heels are down, send them back in one bag: we turn sixty pairs in a week.',
  },
  {
    key: 'rotterdam-belts',
    by: 'maashaven',
    producer: 'umukandara-belt-workshop',
    daysAgo: 141,
    line: { product: 'single-strap-jeans-belt', quantity: 200 },
    ask: 'Two hundred jeans belts, three lengths. Which nickel content has the buckle? Our customers ask.',
    answer:
      'The buckles are brass without nickel; the supplier’s paper comes with the invoice. Lengths 85, 95 and 105 as you like.',
    incoterm: 'FCA',
    place: 'Kigali',
    leadDays: 18,
    late: 0,
    depositBp: 3000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0005', 4, 56_000, 6],
    review: [
      4,
      4,
      5,
      5,
      'Good leather, honest edges, the paper for the buckles as promised. The holes could sit a little closer.',
    ],
  },
  {
    key: 'lyon-imigongo',
    by: 'maison',
    producer: 'kirehe-imigongo-painters',
    daysAgo: 132,
    line: { product: 'spiral-round-oxblood', quantity: 12 },
    ask: 'Douze panneaux ronds pour un restaurant de la presqu’île. La couleur tient-elle au-dessus d’un passe de cuisine ?',
    answer:
      'À la chaleur oui, à la vapeur non : nous conseillons un mètre cinquante du passe. Le dos porte deux attaches.',
    incoterm: 'CPT',
    place: 'Lyon',
    leadDays: 24,
    late: 0,
    freight: 14_500,
    depositBp: 5000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0006', 6, 31_000, 5],
    review: [
      5,
      5,
      5,
      5,
      'Le restaurateur a ouvert les caisses lui-même et n’a plus rien dit pendant une minute. Emballage exemplaire.',
    ],
    thanks: 'Cette minute nous a fait plaisir. Merci de l’avoir racontée.',
  },
  {
    key: 'nairobi-honey',
    by: 'acacia',
    producer: 'sabyinyo-beekeepers',
    daysAgo: 118,
    line: { product: 'bean-blossom-light-honey', quantity: 600 },
    ask: 'Six hundred jars for the rooms. Can the label carry our house beside your hill?',
    answer: 'Beside it, yes; in place of it, no. We send a proof of the label on Friday.',
    incoterm: 'FCA',
    place: 'Musanze',
    leadDays: 20,
    late: 3,
    depositBp: 3000,
    parcel: ['Northern Corridor Road Freight', 'NCR-DEMO-0007', 25, 268_000, 3],
    review: [
      4,
      5,
      4,
      3,
      'The honey is what we hoped for. It came three days late, and they told us before we asked.',
    ],
  },
  {
    key: 'lyon-small-agaseke',
    by: 'maison',
    producer: 'gishamvu-basket-weavers',
    daysAgo: 110,
    line: { product: 'small-banded-agaseke', quantity: 300 },
    ask: 'Trois cents petits agaseke pour les coffrets de Noël. Peut-on avoir deux tiers en noir et un tiers en ocre ?',
    answer: 'Oui. Cent ocres demandent une semaine de teinture de plus ; nous commençons par eux.',
    incoterm: 'CPT',
    place: 'Lyon',
    leadDays: 40,
    late: 0,
    freight: 96_000,
    discount: 60_000,
    depositBp: 4000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0008', 8, 26_000, 6],
    review: [
      5,
      5,
      4,
      5,
      'Trois cents couvercles qui ferment tous. On reconnaît trois mains différentes, et c’est très bien ainsi.',
    ],
    thanks: 'Ce sont quatre mains : deux sœurs tressent de la même façon.',
  },
  {
    key: 'rotterdam-fishermans',
    by: 'maashaven',
    producer: 'ikirenge-sandal-makers',
    daysAgo: 96,
    line: { product: 'fisherman-closed-sandal', quantity: 150 },
    ask: 'A hundred and fifty pairs for the spring, sizes 37 to 45. Could the buckle be on the outside on both feet?',
    answer:
      'On the outside on both, as it should be. Please check the size run we attach to the offer.',
    incoterm: 'FCA',
    place: 'Remera, Kigali',
    leadDays: 28,
    late: 5,
    depositBp: 3000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0009', 8, 129_000, 5],
    review: [
      3,
      4,
      3,
      2,
      'The sandals are well made. Five days late without a word until the fourth, and one carton had the sizes mixed.',
    ],
    thanks:
      'You are right on both. We now write the size on the carton before it is filled, and the word comes on the first day.',
  },
  {
    key: 'rotterdam-plain-derbies',
    by: 'maashaven',
    producer: 'inzira-shoe-workshop',
    daysAgo: 88,
    line: { product: 'masoro-plain-derby', quantity: 120 },
    ask: 'We sell to four shops that repair what they sell. A hundred and twenty plain derbies, half chestnut, half black. Do you give the lasts’ numbers with the shoes?',
    answer:
      'The last’s number is stamped under the tongue of each shoe, so any cobbler can ask for it.',
    incoterm: 'CPT',
    place: 'Rotterdam',
    leadDays: 30,
    late: 0,
    freight: 340_000,
    depositBp: 3000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0010', 10, 152_000, 5],
    review: [
      5,
      5,
      4,
      5,
      'A plain shoe with nothing to hide behind, and nothing hidden. The stamped numbers have already saved one repair.',
    ],
    thanks: 'Thank you. Your four shops may write to us about lasts directly.',
  },
  {
    key: 'rotterdam-sole-bends',
    by: 'maashaven',
    producer: 'bugesera-bark-tannery',
    daysAgo: 128,
    line: { product: 'oak-colour-sole-bends', quantity: 200 },
    ask: 'Two hundred kilos of sole bends for the repairers we supply, 5 mm and over. Do you send the chromium test with the lot?',
    answer:
      'There is none in it, and the paper says so. Bends of 5 mm and over cost no more; they take longer.',
    incoterm: 'FCA',
    place: 'Nyamata',
    leadDays: 60,
    late: 1,
    depositBp: 4000,
    parcel: ['Northern Corridor Road Freight', 'NCR-DEMO-0011', 6, 212_000, 9],
    review: [
      5,
      5,
      5,
      4,
      'Dense, clean, measured as we would. Our oldest repairer asked for the address.',
    ],
  },
  {
    key: 'nairobi-barista-aprons',
    by: 'acacia',
    producer: 'nyanza-sewing-circle',
    daysAgo: 76,
    line: { product: 'barista-apron-canvas', quantity: 100 },
    ask: 'A hundred barista aprons, with a loop for a cloth on the left. Two of our staff are left-handed: may theirs be on the right?',
    answer: 'Ninety-eight on the left and two on the right. We will pin a note to the two.',
    incoterm: 'DAP',
    place: 'Acacia Ridge, Nairobi',
    leadDays: 21,
    late: 0,
    freight: 74_000,
    depositBp: 3000,
    parcel: ['Northern Corridor Road Freight', 'NCR-DEMO-0012', 3, 55_000, 4],
    review: [5, 5, 5, 5, 'The two notes were there. So was a spare apron “for whoever is new”.'],
    thanks: 'Somebody is always new. Thank you.',
  },
  {
    key: 'lyon-runners',
    by: 'maison',
    producer: 'save-hill-handloom',
    daysAgo: 72,
    line: { product: 'striped-table-runner-fringed', quantity: 60 },
    ask: 'Soixante chemins de table à franges, rayure ocre. Pouvez-vous les laver une fois avant l’envoi pour qu’ils ne rétrécissent plus ?',
    answer: 'Nous les lavons toujours une fois ; la longueur annoncée est celle d’après.',
    incoterm: 'CPT',
    place: 'Lyon',
    leadDays: 28,
    late: -3,
    freight: 8800,
    depositBp: 3000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0013', 2, 19_000, 6],
    review: [5, 5, 5, 5, 'Trois jours d’avance, et des lisières droites comme un fil à plomb.'],
  },
  {
    key: 'lyon-penny-loafers',
    by: 'maison',
    producer: 'inzira-shoe-workshop',
    daysAgo: 66,
    line: { product: 'penny-loafer-rebate-stitch', quantity: 48 },
    ask: 'Quarante-huit paires de mocassins pour la boutique, pointures 39 à 45. Le cou-de-pied est-il généreux ?',
    answer:
      'Plutôt, et la forme 12 l’est davantage : nous la proposons pour les grandes pointures sans supplément.',
    incoterm: 'CPT',
    place: 'Lyon',
    leadDays: 30,
    late: 1,
    freight: 148_000,
    depositBp: 3000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0014', 4, 53_500, 5],
    review: [
      4,
      5,
      5,
      4,
      'Très bel ouvrage, un jour de retard. La forme 12 était un vrai conseil : aucun retour en boutique.',
    ],
    thanks: 'Merci. Le jour de retard est celui où nous avons refait trois paires.',
  },
  {
    key: 'nairobi-house-blend',
    by: 'acacia',
    producer: 'gakenke-ridge-coffee',
    daysAgo: 41,
    line: { product: 'cooperative-blend-medium', quantity: 240 },
    ask: 'Two hundred and forty packets of the cooperative blend for the rooms, whole beans. Could one carton in ten be ground for filter?',
    answer: 'One in ten ground, marked with a green band. We roast next Tuesday.',
    incoterm: 'CPT',
    place: 'Nairobi',
    leadDays: 10,
    late: 0,
    freight: 11_500,
    depositBp: 3000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0015', 6, 68_000, 2],
    review: [
      4,
      5,
      4,
      5,
      'Fresh, and the green bands were a help. One carton was dented, none of the packets.',
    ],
  },
  {
    key: 'lyon-cushions',
    by: 'maison',
    producer: 'nyanza-sewing-circle',
    daysAgo: 47,
    line: { product: 'wheel-print-cushion-piped', quantity: 50 },
    ask: 'Cinquante coussins à passepoil, cinq motifs de dix. Les housses vont-elles en machine à trente degrés ?',
    answer:
      'À trente degrés, à l’envers, oui. Les cinq motifs viennent du même rouleau ; nous joignons une chute de chacun.',
    incoterm: 'FCA',
    place: 'Nyanza',
    leadDays: 18,
    late: 0,
    depositBp: 3000,
    parcel: ['Akagera Air Cargo', 'AAC-DEMO-0016', 5, 14_000, 6],
    review: [
      5,
      5,
      4,
      5,
      'Des couleurs franches et des fermetures qui glissent. Les chutes jointes ont servi à habiller la vitrine.',
    ],
    thanks: 'Une photographie de la vitrine nous ferait plaisir, pour le mur de l’atelier.',
  },
];

export const FINISHED: readonly DealSeed[] = ORDERS.map((one) => ({
  ...BUYERS[one.by],
  key: one.key,
  producer: one.producer,
  acts: lifeOf(one),
}));
