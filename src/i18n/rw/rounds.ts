import type { RoundsMessages } from '../en/rounds.ts';

export const rounds: RoundsMessages = {
  title: 'Kugura hamwe',
  sections: 'Ibice byo kugura hamwe',
  roundSections: 'Ibice by’iri gura',
  change: 'Hindura',
  views: {
    rounds: 'Amagura',
    wishes: 'Ibyifuzo',
    suppliers: 'Abagemura',
  },
  tabs: {
    overview: 'Incamake',
    pledges: 'Ibyiyemejwe',
    tender: 'Abagemura n’ipiganwa',
    bids: 'Ibiciro byatanzwe',
    award: 'Gutanga isoko',
    allocation: 'Uko bigabanywa',
    orders: 'Ibyatumijwe',
    receiving: 'Kwakira',
    money: 'Amafaranga',
    report: 'Raporo',
  },
  states: {
    draft: 'Umushinga',
    pledging: 'Kwiyemeza',
    bidding: 'Abagemura barapiganwa',
    opened: 'Ibiciro byafunguwe',
    awarded: 'Isoko ryatanzwe',
    ordered: 'Byatumijwe',
    receiving: 'Birakirwa',
    settled: 'Byarangiye',
    cancelled: 'Byahagaritswe',
  },
};
