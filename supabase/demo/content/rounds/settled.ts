/** A joint purchase that is over: two months ago, from pledges to the last franc but one. */
import type { RoundSeed } from '#supabase/demo/content/rounds/types.ts';

export const SETTLED: RoundSeed = {
  key: 'soles-glue-thread',
  cluster: 'masoro-footwear-leather',
  title: 'Soles, glue and thread for the school term',
  summary:
    'School shoes are ordered in one month, and all of us run out of soles in the same week. We buy together what everybody needs: soles, glue and thread, delivered to the store in Masoro.',
  currency: 'RWF',
  deliveryPlace: 'Store of the cluster, Masoro, Gasabo, Kigali',
  draftedDaysAgo: 84,
  openedDaysAgo: 83,
  pledgesCloseInDays: -76,
  bidsCloseInDays: -69,
  neededInDays: -50,
  minimumBids: 2,
  standstillDays: 3,
  weights: { price: 8000, lead: 1000, quality: 1000 },
  invited: ['gikondo-shoe-supplies', 'nyabugogo-adhesives', 'kajjansi-sole-works', 'tanga-cordage'],
  lots: [
    {
      key: 'soles',
      title: 'TR soles, black, school shoe',
      specification:
        'Thermoplastic rubber, black, stitched edge, 4 mm at the waist. Sizes 35 to 44 as each member lists them; hardness 60 to 65 Shore A.',
      unit: 'PR',
      pack: 50,
      moq: 200,
      lateMinutes: 30,
      reference: 2400,
      hsCode: '640620',
      grams: 420,
      asks: ['Is every size from 35 to 44 in stock?'],
      tiers: [
        [200, 1900],
        [500, 1750],
      ],
    },
    {
      key: 'glue',
      title: 'Contact cement, drums of 15 kg',
      specification:
        'Polychloroprene, without toluene, for leather and rubber. Open time 10 to 20 minutes. With a safety data sheet.',
      unit: 'KGM',
      pack: 15_000,
      moq: 60_000,
      reference: 4300,
      hsCode: '350691',
      grams: 1000,
      asks: ['Is it free of toluene?'],
      tiers: [
        [60_000, 3700],
        [120_000, 3450],
      ],
    },
    {
      key: 'thread',
      title: 'Waxed polyester thread, 1 mm, rolls of 500 m',
      specification: 'Braided, waxed, black or natural. Breaking strength 18 kg or more.',
      unit: 'XRO',
      pack: 12,
      moq: 24,
      reference: 6800,
      hsCode: '540110',
      grams: 380,
      tiers: [
        [24, 5500],
        [48, 5200],
      ],
    },
  ],
  pledges: [
    {
      producer: 'inzira-shoe-workshop',
      daysAgo: 83,
      lots: { soles: [120, 30], glue: [30_000], thread: [10] },
    },
    {
      producer: 'bumbogo-bootmakers',
      daysAgo: 82,
      lots: { soles: [90, 20], glue: [20_000], thread: [6] },
    },
    { producer: 'ikirenge-sandal-makers', daysAgo: 82, lots: { soles: [150, 0, 1500] } },
    {
      producer: 'urudodo-bag-makers',
      daysAgo: 81,
      lots: { glue: [10_000, 5_000], thread: [12, 4] },
    },
    { producer: 'intambwe-womens-shoes', daysAgo: 80, lots: { soles: [80], glue: [15_000] } },
    {
      producer: 'gahanga-trainers',
      daysAgo: 79,
      lots: { soles: [60, 40], glue: [25_000, 10_000] },
    },
    { producer: 'ikiraro-work-boots', daysAgo: 78, lots: { soles: [100, 20] } },
    { producer: 'umukandara-belt-workshop', daysAgo: 78, lots: { glue: [10_000], thread: [8, 2] } },
    { producer: 'agafuka-small-leather', daysAgo: 77, lots: { thread: [6] } },
    { producer: 'entoto-bench-shoemakers', daysAgo: 77, lots: { soles: [40] } },
  ],
  questions: [
    {
      supplier: 'kajjansi-sole-works',
      daysAgo: 73,
      lot: 'soles',
      question: 'May half the soles come a week after the other half?',
      answer:
        'Yes, if the sizes 35 to 39 come first: school shoes for the small ones are cut first.',
    },
  ],
  bids: [
    {
      supplier: 'gikondo-shoe-supplies',
      daysAgo: 71,
      freight: 15_000,
      leadTimeDays: 9,
      terms: 'net_30',
      notes: 'Delivered to your store by our own lorry.',
      lots: {
        soles: {
          pack: 50,
          moq: 200,
          article: 'TR-204',
          tiers: [
            [200, 1780],
            [500, 1690],
          ],
        },
        glue: {
          pack: 15_000,
          moq: 30_000,
          article: 'CC-15',
          tiers: [
            [30_000, 3650],
            [120_000, 3480],
          ],
        },
        thread: {
          pack: 12,
          moq: 12,
          article: 'WP-1',
          tiers: [
            [12, 5400],
            [48, 5100],
          ],
        },
      },
    },
    {
      supplier: 'kajjansi-sole-works',
      daysAgo: 71,
      freight: 95_000,
      leadTimeDays: 16,
      terms: 'deposit_balance_before_shipping',
      notes: 'Price at your store, customs cleared at Gatuna.',
      lots: {
        soles: {
          pack: 50,
          moq: 300,
          capacity: 2000,
          tiers: [
            [300, 1640],
            [1000, 1480],
          ],
        },
      },
    },
    {
      supplier: 'nyabugogo-adhesives',
      daysAgo: 70,
      freight: 8_000,
      leadTimeDays: 5,
      terms: 'net_14',
      lots: {
        glue: {
          pack: 15_000,
          moq: 60_000,
          tiers: [
            [60_000, 3420],
            [120_000, 3290],
          ],
        },
      },
    },
    {
      supplier: 'tanga-cordage',
      daysAgo: 70,
      freight: 48_000,
      leadTimeDays: 24,
      terms: 'in_advance',
      lots: { thread: { pack: 12, moq: 24, tiers: [[24, 4900]] } },
    },
  ],
  end: {
    awarded: 68,
    ordered: 64,
    confirmed: 63,
    delivered: {
      daysAgo: 55,
      damaged: { soles: 12 },
      note: 'One box of soles was wet through; the driver saw it too.',
    },
    handed: 54,
    invoiced: 52,
    costs: [
      { kind: 'freight', amount: 18_000, note: 'Carrying to members beyond Masoro, one afternoon' },
      { kind: 'bank_fee', amount: 2_500, note: 'Two transfers to suppliers' },
    ],
    settled: 50,
    // Suppliers are paid from what members paid: the cluster never lays money out.
    suppliersPaid: {
      'nyabugogo-adhesives': { daysAgo: 40, percent: 100 },
      'gikondo-shoe-supplies': {
        daysAgo: 25,
        percent: 92,
        note: 'The rest when the last two members have paid; they agreed.',
      },
    },
    partly: { 'gahanga-trainers': 80, 'entoto-bench-shoemakers': 50 },
  },
};
