import { takesBids, type Tender } from './queries.ts';

export type BidStep = 'edit' | 'review' | 'receipt' | 'closed';

/** Which page of the bid to draw: what was asked for, as far as it is there. */
export function bidStep(tender: Tender, asked: string | null, refused: boolean): BidStep {
  const filed = tender.bids.some((bid) => bid.state === 'submitted');
  const draft = tender.bids.some((bid) => bid.state === 'draft');
  const open = takesBids(tender.round) && tender.place.state !== 'declined';
  if (!open) return filed ? 'receipt' : 'closed';
  if (asked === 'review' && draft) return 'review';
  if (asked === 'edit' || refused || !filed) return 'edit';
  return 'receipt';
}
