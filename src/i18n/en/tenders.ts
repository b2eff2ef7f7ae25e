import type { Widen } from '../widen.ts';

/** The tender: invitations, bids, questions, the opening. */
export const tenders = {
  title: 'Tender',
};

export type TendersMessages = Widen<typeof tenders>;
