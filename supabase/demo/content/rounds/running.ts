/** Joint purchases that go on now: one takes pledges, one takes bids, and a small one in another cluster. */
import type { RoundSeed } from '#supabase/demo/content/rounds/types.ts';

const MASORO = 'masoro-footwear-leather';

const PLEDGING: RoundSeed = {
  key: 'spring-materials',
  cluster: MASORO,
  title: 'Soles, glue, hide and thread for the next quarter',
  summary:
    'What the last purchase taught us: hide belongs in it too. Prices shown are what we paid last time; the real ones come from the bids. Say what you need for certain, and what more you could take if it fills the last pack.',
  currency: 'RWF',
  deliveryPlace: 'Store of the cluster, Masoro, Gasabo, Kigali',
  draftedDaysAgo: 9,
  openedDaysAgo: 8,
  pledgesCloseInDays: 5,
  bidsCloseInDays: 13,
  neededInDays: 40,
  minimumBids: 2,
  standstillDays: 3,
  weights: { price: 8000, lead: 1000, quality: 1000 },
  invited: [
    'gikondo-shoe-supplies',
    'nyabugogo-adhesives',
    'kajjansi-sole-works',
    'athi-river-leather',
    'tanga-cordage',
  ],
  lots: [
    {
      key: 'soles',
      title: 'TR soles, black and brown',
      specification:
        'Thermoplastic rubber, stitched edge, 4 mm at the waist. Sizes 38 to 44; say your sizes and colours when you fetch them.',
      unit: 'PR',
      pack: 50,
      moq: 200,
      lateMinutes: 30,
      reference: 2400,
      hsCode: '640620',
      grams: 420,
      asks: ['Are both colours in stock?'],
      tiers: [
        [200, 1780],
        [500, 1690],
        [1000, 1560],
      ],
    },
    {
      key: 'glue',
      title: 'Contact cement, drums of 15 kg',
      specification:
        'Polychloroprene, without toluene, for leather and rubber. With a safety data sheet.',
      unit: 'KGM',
      pack: 15_000,
      moq: 60_000,
      reference: 4300,
      hsCode: '350691',
      grams: 1000,
      asks: ['Is it free of toluene?'],
      tiers: [
        [60_000, 3420],
        [120_000, 3290],
        [240_000, 3100],
      ],
    },
    {
      key: 'hide',
      title: 'Cow hide, brown, 1.8 to 2.0 mm',
      specification:
        'Upper leather, chrome tanned, full grain, whole hides. Grade B or better: up to three small scars outside the butt. Measured in square feet at the mill.',
      unit: 'FTK',
      pack: 20_00,
      moq: 200_00,
      policy: 'min_packs',
      reference: 2900,
      hsCode: '410711',
      grams: 170,
      asks: [
        'Is every hide measured by machine?',
        'Is it free of chromium VI, with a test report?',
      ],
      tiers: [
        [200_00, 2450],
        [500_00, 2300],
      ],
    },
    {
      key: 'thread',
      title: 'Waxed polyester thread, 1 mm, rolls of 500 m',
      specification: 'Braided, waxed, black, brown or natural. Breaking strength 18 kg or more.',
      unit: 'XRO',
      pack: 12,
      moq: 24,
      policy: 'max_tolerance',
      reference: 6800,
      hsCode: '540110',
      grams: 380,
      tiers: [
        [24, 5400],
        [48, 5100],
      ],
    },
  ],
  pledges: [
    {
      producer: 'bumbogo-bootmakers',
      daysAgo: 8,
      lots: { soles: [110, 20], glue: [25_000, 5_000], hide: [90_00, 20_00], thread: [8] },
    },
    {
      producer: 'inzira-shoe-workshop',
      daysAgo: 7,
      lots: { soles: [140, 40, 1800], glue: [30_000], thread: [10, 2] },
    },
    {
      producer: 'urudodo-bag-makers',
      daysAgo: 7,
      lots: { glue: [12_000, 3_000], hide: [75_50, 10_00, 2500], thread: [14, 4] },
    },
    {
      producer: 'ikirenge-sandal-makers',
      daysAgo: 6,
      lots: { soles: [150, 0, 1650], glue: [15_000] },
    },
    {
      producer: 'intambwe-womens-shoes',
      daysAgo: 6,
      lots: { soles: [85, 15], glue: [15_000, 5_000] },
    },
    { producer: 'umukandara-belt-workshop', daysAgo: 5, lots: { hide: [60_00], thread: [6, 2] } },
    {
      producer: 'ikiraro-work-boots',
      daysAgo: 4,
      lots: { soles: [120, 30], glue: [18_000], hide: [45_00, 15_00] },
    },
    { producer: 'agafuka-small-leather', daysAgo: 3, lots: { hide: [32_50, 5_00], thread: [5] } },
    {
      producer: 'entoto-bench-shoemakers',
      daysAgo: 3,
      lots: { soles: [50], glue: [8_000, 2_000] },
    },
    {
      producer: 'urugendo-travel-goods',
      daysAgo: 2,
      lots: { hide: [80_00, 20_00], thread: [9, 3] },
    },
  ],
  questions: [],
  bids: [],
};

const BIDDING: RoundSeed = {
  key: 'trims-and-linings',
  cluster: MASORO,
  title: 'Eyelets, zips and linings for boots and bags',
  summary:
    'Small parts that stop a whole order when they run out. Three lots, asked of suppliers at home and in the region; bids are read by nobody before the opening.',
  currency: 'RWF',
  deliveryPlace: 'Store of the cluster, Masoro, Gasabo, Kigali',
  draftedDaysAgo: 21,
  openedDaysAgo: 20,
  pledgesCloseInDays: -7,
  bidsCloseInDays: 4,
  neededInDays: 35,
  depositBp: 1000,
  minimumBids: 2,
  standstillDays: 3,
  weights: { price: 7000, lead: 2000, quality: 1000 },
  invited: ['gikondo-shoe-supplies', 'athi-river-leather', 'modjo-sheepskin'],
  lots: [
    {
      key: 'eyelets',
      title: 'Eyelets, brass, 5 mm, with washers',
      specification:
        'Solid brass, antique finish, barrel 5.5 mm. Counted in pieces with their washers, in bags of 1000.',
      unit: 'H87',
      pack: 1000,
      moq: 5000,
      reference: 12,
      hsCode: '830810',
      grams: 1,
      tiers: [
        [5000, 9],
        [20_000, 7],
      ],
    },
    {
      key: 'zips',
      title: 'Zip by the metre, nylon coil no. 5, brown',
      specification: 'On rolls of 200 m. Sliders apart: 400 to a roll, not locking, antique brass.',
      unit: 'MTR',
      pack: 200_00,
      moq: 200_00,
      reference: 620,
      hsCode: '960719',
      grams: 18,
      asks: ['Are the sliders in the price?'],
      tiers: [
        [200_00, 480],
        [600_00, 420],
      ],
    },
    {
      key: 'lining',
      title: 'Sheepskin for linings, natural, 0.8 mm',
      specification:
        'Vegetable tanned, undyed, soft. Skins of 5 to 7 square feet, grade 4 or better.',
      unit: 'FTK',
      pack: 50_00,
      moq: 150_00,
      policy: 'max_tolerance',
      reference: 1900,
      hsCode: '410530',
      grams: 75,
      asks: ['Is it vegetable tanned only?'],
      tiers: [[150_00, 1550]],
    },
  ],
  pledges: [
    {
      producer: 'inzira-shoe-workshop',
      daysAgo: 19,
      lots: { eyelets: [6000, 1000], lining: [90_00, 20_00] },
    },
    { producer: 'bumbogo-bootmakers', daysAgo: 18, lots: { eyelets: [8000], zips: [120_00] } },
    {
      producer: 'urudodo-bag-makers',
      daysAgo: 16,
      lots: { zips: [260_00, 40_00], lining: [60_00] },
    },
    {
      producer: 'urugendo-travel-goods',
      daysAgo: 15,
      lots: { eyelets: [2000, 1000], zips: [220_00, 60_00] },
    },
    { producer: 'intambwe-womens-shoes', daysAgo: 12, lots: { lining: [120_00, 30_00, 1800] } },
    {
      producer: 'agafuka-small-leather',
      daysAgo: 9,
      lots: { zips: [60_00, 20_00], lining: [40_00, 10_00] },
    },
  ],
  questions: [
    {
      supplier: 'athi-river-leather',
      daysAgo: 4,
      lot: 'zips',
      question: 'Would rolls of 100 m do as well? We have no others in brown.',
      answer: 'Yes. Say so in the note of your bid, and keep to whole steps of 200 m in all.',
    },
  ],
  bids: [
    {
      supplier: 'modjo-sheepskin',
      daysAgo: 3,
      currency: 'USD',
      freight: 60_00,
      leadTimeDays: 18,
      terms: 'net_30',
      notes: 'Samples of this lot lie with Entoto Bench Shoemakers.',
      lots: {
        lining: {
          pack: 50_00,
          moq: 150_00,
          article: 'SL-08-N',
          tiers: [
            [150_00, 104],
            [500_00, 98],
          ],
        },
      },
    },
  ],
};

const JARS: RoundSeed = {
  key: 'jars-and-pouches',
  cluster: 'virunga-highland-table',
  title: 'Jars and pouches for the harvest',
  summary:
    'Honey, chilli and coffee all want their packing in the same weeks. Together we reach the first price break, and one lorry brings it all to Musanze.',
  currency: 'RWF',
  deliveryPlace: 'Packing room, Musanze',
  draftedDaysAgo: 6,
  openedDaysAgo: 5,
  pledgesCloseInDays: 9,
  bidsCloseInDays: 18,
  neededInDays: 45,
  minimumBids: 1,
  standstillDays: 0,
  weights: { price: 10_000, lead: 0, quality: 0 },
  invited: [],
  lots: [
    {
      key: 'jars',
      title: 'Glass jars, 250 ml, with gold lid',
      specification: 'Round, clear, twist-off 63 mm. On trays of 24, safe for food.',
      unit: 'H87',
      pack: 24,
      moq: 960,
      reference: 420,
      hsCode: '701090',
      grams: 165,
      asks: ['Are the lids free of BPA?'],
      tiers: [
        [960, 340],
        [2400, 305],
      ],
    },
    {
      key: 'pouches',
      title: 'Coffee pouches, 250 g, with valve',
      specification: 'Kraft outside, barrier inside, block bottom, one-way valve and zip.',
      unit: 'H87',
      pack: 500,
      moq: 1000,
      reference: 310,
      hsCode: '481940',
      grams: 14,
      tiers: [
        [1000, 240],
        [5000, 195],
      ],
    },
  ],
  pledges: [
    { producer: 'sabyinyo-beekeepers', daysAgo: 4, lots: { jars: [900, 100] } },
    { producer: 'kivu-shore-kitchen', daysAgo: 3, lots: { jars: [600, 200] } },
    { producer: 'gakenke-ridge-coffee', daysAgo: 2, lots: { pouches: [1800, 400] } },
  ],
  questions: [],
  bids: [],
};

export const RUNNING: readonly RoundSeed[] = [PLEDGING, BIDDING, JARS];
