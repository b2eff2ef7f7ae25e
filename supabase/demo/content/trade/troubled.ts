/** What did not go smoothly: a dispute before a coordinator, an order called off by both, one called off by the buyer. */
import type { DealSeed } from '#supabase/demo/content/trade/types.ts';

const LYON = { buyer: 'maison-croix-rousse', locale: 'fr', country: 'FR' } as const;

const BROGUES: DealSeed = {
  ...LYON,
  locale: 'en',
  key: 'lyon-brogues',
  producer: 'inzira-shoe-workshop',
  acts: [
    [
      62,
      {
        act: 'ask',
        product: 'five-eyelet-brogue-derby',
        quantity: 48,
        neededInDays: 75,
        words:
          'Forty-eight brogue derbies in tan for our Lyon shop, sizes 40 to 45. We would need them on the shelf before the end of November.',
      },
    ],
    [
      61.4,
      {
        act: 'write',
        side: 'producer',
        words:
          'That can be done: 40 days, and they fly. We will send a photograph of the first pair.',
      },
    ],
    [
      60.5,
      {
        act: 'quote',
        offer: {
          lines: [{ product: 'five-eyelet-brogue-derby', quantity: 48, detail: 'tan' }],
          incoterm: 'CPT',
          place: 'Lyon',
          leadDays: 42,
          terms: 'deposit_balance_on_delivery',
          depositBp: 4000,
          freight: 156_000,
          validDays: 14,
        },
      },
    ],
    [58, { act: 'accept' }],
    [57, { act: 'announce', pay: 'deposit', paidDaysAgo: 57, note: 'Deposit.' }],
    [55.5, { act: 'confirm' }],
    [55, { act: 'start' }],
    [17, { act: 'inspect' }],
    [16.5, { act: 'ready' }],
    [
      16,
      {
        act: 'ship',
        parcel: {
          carrier: 'Akagera Air Cargo',
          tracking: 'AAC-DEMO-0020',
          packages: 4,
          grossGrams: 66_000,
          travelDays: 6,
        },
      },
    ],
    [9, { act: 'deliver', words: 'Received, to be checked pair by pair.' }],
    [
      7.5,
      {
        act: 'dispute',
        reason: 'quality',
        words:
          'Nine of the 48 pairs are a shade darker on one shoe than on the other, clearly so in daylight. The sewing is good. We cannot sell these nine as pairs and ask for a reduction or for new ones.',
      },
    ],
    [
      6.8,
      {
        act: 'argue',
        party: 'producer',
        words:
          'Thank you for the exact count. Two hides of that lot took the oil differently, and our lamp at the finishing bench did not show it. We can re-finish the nine pairs if they come back, or take them off the invoice.',
      },
    ],
    [
      5.5,
      {
        act: 'argue',
        party: 'buyer',
        words:
          'Sending them back costs more than it mends. A reduction of half on the nine pairs would let us sell them as seconds.',
      },
    ],
    [
      3.5,
      {
        act: 'argue',
        party: 'mediator',
        words:
          'I have seen the lot’s sheet at the workshop: both sides describe the same thing. Half of nine pairs is 261,000 RWF. Inzira, can you live with that? Croix-Rousse, would you then pay the balance within the week?',
      },
    ],
    [
      1.3,
      {
        act: 'argue',
        party: 'producer',
        words: 'We can, and the bench has a daylight lamp since Monday.',
      },
    ],
  ],
};

const NAIROBI: DealSeed = {
  buyer: 'acacia-ridge-hotels',
  locale: 'en',
  country: 'KE',
  key: 'nairobi-apron-derbies',
  producer: 'inzira-shoe-workshop',
  acts: [
    [
      52,
      {
        act: 'ask',
        product: 'apron-derby-hand-sewn',
        quantity: 36,
        neededInDays: 90,
        words:
          'Thirty-six hand-sewn derbies for the managers of our new house by the lake. Opening is planned for February.',
      },
    ],
    [
      51.2,
      {
        act: 'write',
        side: 'producer',
        words:
          'With pleasure. These are sewn by two people, so we would begin as soon as the deposit is here.',
      },
    ],
    [
      50,
      {
        act: 'quote',
        offer: {
          lines: [{ product: 'apron-derby-hand-sewn', quantity: 36 }],
          incoterm: 'DAP',
          place: 'Acacia Ridge, Nairobi',
          leadDays: 55,
          terms: 'deposit_balance_before_shipping',
          depositBp: 3000,
          freight: 120_000,
          validDays: 21,
        },
      },
    ],
    [46, { act: 'accept' }],
    [44.5, { act: 'announce', pay: 'deposit', paidDaysAgo: 45, note: 'Deposit 30 %.' }],
    [43, { act: 'confirm' }],
    [42, { act: 'start' }],
    [
      27,
      {
        act: 'propose_end',
        keptBp: 2000,
        words:
          'As we spoke: the house by the lake opens a year later and the managers are not hired. The leather is cut for eight pairs, which we keep for stock. We return the deposit less a fifth.',
      },
    ],
    [26, { act: 'agree_end', words: 'That is fair. We will come back to you in the spring.' }],
    [24.5, { act: 'refund' }],
  ],
};

const THROWS: DealSeed = {
  ...LYON,
  key: 'lyon-throws',
  producer: 'save-hill-handloom',
  acts: [
    [
      45,
      {
        act: 'ask',
        product: 'hill-throw-striped',
        quantity: 20,
        neededInDays: 60,
        words:
          'Vingt plaids rayés pour une maison d’hôtes du Vercors, livraison avant les premières neiges.',
      },
    ],
    [
      43.5,
      {
        act: 'quote',
        offer: {
          lines: [{ product: 'hill-throw-striped', quantity: 20 }],
          incoterm: 'CPT',
          place: 'Lyon',
          leadDays: 35,
          terms: 'deposit_balance_before_shipping',
          depositBp: 3000,
          freight: 12_000,
          validDays: 14,
        },
      },
    ],
    [41, { act: 'accept' }],
    [
      39.5,
      {
        act: 'cancel',
        words:
          'La maison d’hôtes reporte ses travaux ; nous préférons libérer votre métier avant d’avoir versé l’acompte. Avec nos excuses.',
      },
    ],
  ],
};

export const TROUBLED: readonly DealSeed[] = [BROGUES, NAIROBI, THROWS];
