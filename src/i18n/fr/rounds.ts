import type { RoundsMessages } from '../en/rounds.ts';

export const rounds: RoundsMessages = {
  title: 'Achats groupés',
  sections: 'Vues des achats groupés',
  roundSections: 'Parties de cet achat',
  change: 'Modifier',
  views: {
    rounds: 'Achats',
    wishes: 'Souhaits',
    suppliers: 'Fournisseurs',
  },
  tabs: {
    overview: 'Vue d’ensemble',
    pledges: 'Engagements',
    tender: 'Fournisseurs et appel d’offres',
    bids: 'Offres',
    award: 'Attribution',
    allocation: 'Répartition',
    orders: 'Bons de commande',
    receiving: 'Réception',
    money: 'Argent',
    report: 'Rapport',
  },
  states: {
    draft: 'Brouillon',
    pledging: 'Engagements en cours',
    bidding: 'Fournisseurs consultés',
    opened: 'Offres ouvertes',
    awarded: 'Attribué',
    ordered: 'Commandé',
    receiving: 'Réception',
    settled: 'Réglé',
    cancelled: 'Annulé',
  },
};
