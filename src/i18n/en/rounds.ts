import type { Widen } from '../widen.ts';

/** Joint purchases: their names, states and rooms. */
export const rounds = {
  title: 'Joint purchases',
  sections: 'Views of joint purchases',
  roundSections: 'Parts of this purchase',
  change: 'Change',
  views: {
    rounds: 'Purchases',
    wishes: 'Wishes',
    suppliers: 'Suppliers',
  },
  tabs: {
    overview: 'Overview',
    pledges: 'Pledges',
    tender: 'Suppliers and tender',
    bids: 'Bids',
    award: 'Award',
    allocation: 'Who gets what',
    orders: 'Purchase orders',
    receiving: 'Receiving',
    money: 'Money',
    report: 'Report',
  },
  states: {
    draft: 'Draft',
    pledging: 'Taking pledges',
    bidding: 'Suppliers bid',
    opened: 'Bids opened',
    awarded: 'Awarded',
    ordered: 'Ordered',
    receiving: 'Receiving',
    settled: 'Settled',
    cancelled: 'Cancelled',
  },
};

export type RoundsMessages = Widen<typeof rounds>;
