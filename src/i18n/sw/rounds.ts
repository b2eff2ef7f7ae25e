import type { RoundsMessages } from '../en/rounds.ts';

export const rounds: RoundsMessages = {
  title: 'Manunuzi ya pamoja',
  sections: 'Sehemu za manunuzi ya pamoja',
  roundSections: 'Sehemu za ununuzi huu',
  change: 'Badilisha',
  views: {
    rounds: 'Manunuzi',
    wishes: 'Matakwa',
    suppliers: 'Wasambazaji',
  },
  tabs: {
    overview: 'Muhtasari',
    pledges: 'Ahadi',
    tender: 'Wasambazaji na zabuni',
    bids: 'Bei zilizotolewa',
    award: 'Uamuzi wa zabuni',
    allocation: 'Mgawanyo',
    orders: 'Hati za kuagiza',
    receiving: 'Kupokea',
    money: 'Fedha',
    report: 'Ripoti',
  },
  states: {
    draft: 'Rasimu',
    pledging: 'Inapokea ahadi',
    bidding: 'Wasambazaji wanashindana',
    opened: 'Bei zimefunguliwa',
    awarded: 'Zabuni imetolewa',
    ordered: 'Imeagizwa',
    receiving: 'Inapokelewa',
    settled: 'Imekamilika',
    cancelled: 'Imeghairiwa',
  },
};
