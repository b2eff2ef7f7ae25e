import type { RoundFacts, RoundRelease } from '#src/domain/procurement/round-facts.ts';

const CLUSTER = 'c0000000-0000-4000-8000-000000000001';
const [LOT, HIDE] = [
  '10000000-0000-4000-8000-000000000001',
  '10000000-0000-4000-8000-000000000002',
];
const [NEAR, FAR] = [
  '50000000-0000-4000-8000-000000000001',
  '50000000-0000-4000-8000-000000000002',
];

const lot = { specification: '', pack: 10, criteria: [], referenceAmount: null };

/** Soles by the pair and hide by the hundredth of a square foot, bought in francs. */
export const TENDER: RoundFacts = {
  id: '40000000-0000-4000-8000-000000000001',
  slug: 'soles-for-march',
  state: 'bidding',
  title: 'Soles for March',
  summary: 'For the school shoes.',
  sourceLocale: 'en',
  languages: ['en', 'rw'],
  currency: 'RWF',
  zone: 'Africa/Kigali',
  cluster: { id: CLUSTER, slug: 'masoro', name: 'Masoro', country: 'RW' },
  pledgesCloseAt: '2026-11-20T15:00:00+00:00',
  bidsCloseAt: '2026-11-27T15:00:00+00:00',
  neededBy: '2027-01-15',
  weights: { price: 7000, leadTime: 2000, quality: 1000 },
  minimumBids: 2,
  standstillDays: 5,
  shareRule: 'value',
  openToDirectory: true,
  reason: null,
  lots: [
    {
      ...lot,
      id: LOT,
      position: 0,
      title: 'Soles',
      unit: 'PR',
      decimals: 0,
      hsCode: '640620',
      firm: 82,
      tolerance: 20,
    },
    {
      ...lot,
      id: HIDE,
      position: 1,
      title: 'Hide',
      unit: 'FTK',
      decimals: 2,
      hsCode: null,
      firm: 12_550,
      tolerance: 0,
    },
  ],
  amendments: [],
  questions: [
    {
      id: '70000000-0000-4000-8000-000000000001',
      lot: LOT,
      question: 'Which sizes?',
      answer: '38 to 44.',
      answeredAt: '2026-11-22T08:00:00.123+00:00',
    },
  ],
};

const line = (id: string, of: string, unitAmount: number) => ({
  id,
  lot: of,
  pack: 10,
  moq: 0,
  capacity: null,
  freightUnit: 0,
  leadTimeDays: 10,
  answers: {},
  tiers: [{ minQuantity: 1, unitAmount }],
});
const bid = {
  sha256: 'ab'.repeat(32),
  submittedAt: '2026-11-25T10:00:00+00:00',
  freightFixed: 0,
  leadTimeDays: 10,
  validUntil: '2027-03-01',
  paymentTerms: 'full_on_delivery',
};

/** Two bids, one in dollars. */
export const OPENED: RoundFacts = {
  ...TENDER,
  state: 'opened',
  openedAt: '2026-11-27T15:00:06+00:00',
  awardedAt: null,
  standstillUntil: null,
  settledAt: null,
  bidCount: 2,
  suppliers: [
    { id: NEAR, name: 'Kigali Soles', country: 'RW' },
    { id: FAR, name: 'Nairobi Hides', country: 'KE' },
  ],
  rates: [
    { currency: 'RWF', numerator: 1, denominator: 1, day: null },
    { currency: 'USD', numerator: 1450, denominator: 100, day: '2026-11-27' },
  ],
  bids: [
    {
      ...bid,
      id: 'b0000000-0000-4000-8000-000000000001',
      supplier: NEAR,
      currency: 'RWF',
      lines: [line('b1000000-0000-4000-8000-000000000001', LOT, 1000)],
    },
    {
      ...bid,
      id: 'b0000000-0000-4000-8000-000000000002',
      supplier: FAR,
      currency: 'USD',
      freightFixed: 2500,
      lines: [
        line('b1000000-0000-4000-8000-000000000002', LOT, 75),
        line('b1000000-0000-4000-8000-000000000003', HIDE, 310),
      ],
    },
  ],
  awards: [],
  challenges: [],
  buyers: [],
  orders: [],
  settlement: null,
};

const [AWARD, ORDER] = [
  'a0000000-0000-4000-8000-000000000001',
  '60000000-0000-4000-8000-000000000001',
];

/** The soles went to the one, nothing else was bought, and all of it was paid and handed out. */
export const SETTLED: RoundFacts = {
  ...OPENED,
  state: 'settled',
  awardedAt: '2026-11-28T09:00:00+00:00',
  settledAt: '2027-01-20T09:00:00+00:00',
  buyers: [{ id: 'd0000000-0000-4000-8000-000000000001', slug: 'one', name: 'One', country: 'RW' }],
  awards: [
    {
      id: AWARD,
      version: 1,
      current: true,
      method: 'manual',
      reason: 'They deliver in a week.',
      goods: 90_000,
      freight: 0,
      total: 90_000,
      optimum: 88_000,
      decidedAt: '2026-11-28T09:00:00+00:00',
      lots: [
        { lot: LOT, quantity: 90, outcome: 'awarded' },
        { lot: HIDE, quantity: 0, outcome: 'failed' },
      ],
      suppliers: [
        {
          supplier: NEAR,
          bid: 'b0000000-0000-4000-8000-000000000001',
          currency: 'RWF',
          bidFreightFixed: 0,
          freightFixed: 0,
          lines: [
            {
              id: 'a1000000-0000-4000-8000-000000000001',
              lot: LOT,
              quantity: 90,
              unitAmount: 1000,
              bidGoods: 90_000,
              bidFreight: 0,
              goods: 90_000,
              freight: 0,
            },
          ],
        },
      ],
    },
  ],
  orders: [
    {
      id: ORDER,
      award: AWARD,
      supplier: NEAR,
      label: 'PO 2026/1',
      state: 'confirmed',
      currency: 'RWF',
      goods: 90_000,
      freight: 0,
      total: 90_000,
      sha256: 'cd'.repeat(32),
      sentAt: '2026-12-04T09:00:00+00:00',
      answeredAt: '2026-12-05T09:00:00+00:00',
      lines: [
        {
          id: '61000000-0000-4000-8000-000000000001',
          lot: LOT,
          quantity: 90,
          unitAmount: 1000,
          confirmation: 'accepted',
          confirmedQuantity: 90,
          promisedOn: '2027-01-10',
          counted: 90,
          damaged: 2,
          lastOn: '2027-01-12',
        },
      ],
      paid: [
        {
          id: '62000000-0000-4000-8000-000000000001',
          amount: 88_000,
          currency: 'RWF',
          on: '2027-01-18',
        },
      ],
    },
  ],
  settlement: {
    members: 1,
    goods: 88_000,
    costs: 2000,
    total: 90_000,
    reference: 132_000,
    saved: 42_000,
    costKinds: { freight: 2000 },
  },
};

/** The life of a round as its releases. */
export const LIFE: RoundRelease[] = [
  {
    id: 3,
    tag: 'planning',
    at: '2026-11-10T08:00:00+00:00',
    facts: { ...TENDER, state: 'pledging' },
  },
  { id: 4, tag: 'tender', at: '2026-11-20T15:00:06+00:00', facts: TENDER },
  { id: 9, tag: 'tenderUpdate', at: '2026-11-27T15:00:06+00:00', facts: OPENED },
  { id: 12, tag: 'implementationUpdate', at: '2027-01-20T09:00:00+00:00', facts: SETTLED },
];
