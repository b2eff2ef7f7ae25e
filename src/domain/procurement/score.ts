/** How much each thing counts, in basis points that add up to 10 000; fixed before the bids open. */
export type ScoreWeights = { price: number; leadTime: number; quality: number };

export const FULL_MARKS = 10_000;

/** Whether weights may be used: whole, none below zero, 10 000 together. */
export function areWeights({ price, leadTime, quality }: ScoreWeights): boolean {
  const all = [price, leadTime, quality];
  return (
    all.every((weight) => Number.isSafeInteger(weight) && weight >= 0) &&
    price + leadTime + quality === FULL_MARKS
  );
}

/** What is compared of one bid for one lot: landed price of one unit in minor units, days, quality 0 to 10 000. */
export type Scored = {
  supplierId: string;
  landedUnitAmount: number;
  leadTimeDays: number;
  qualityBp: number;
};

/** All in basis points: 10 000 is full marks. */
export type Score = {
  supplierId: string;
  priceBp: number;
  leadTimeBp: number;
  qualityBp: number;
  totalBp: number;
};

/** So many days after the fastest bid a delivery has no marks for time. */
export const LEAD_TIME_SPAN_DAYS = 60;

/** Full marks for no difference, none from `span` on, a straight line between; rounded down. */
function line(difference: number, span: number): number {
  if (difference <= 0) return FULL_MARKS;
  if (difference >= span) return 0;
  return Number((BigInt(span - difference) * BigInt(FULL_MARKS)) / BigInt(span));
}

/**
 * The marks of the bids for one lot, in the order given. Price: 10 000 × (1 − (own − lowest) ÷ lowest), so the lowest
 * landed price has full marks and twice that has none. Lead time: 10 000 × (1 − (own − shortest) ÷ 60 days).
 * Quality: the answers' own 0 to 10 000. Total: Σ weight × mark ÷ 10 000. Every mark is rounded down to a whole basis
 * point, once. Throws RangeError on weights that do not add up to 10 000.
 */
export function scores(bids: readonly Scored[], weights: ScoreWeights): Score[] {
  if (!areWeights(weights)) throw new RangeError('weights do not add up to 10 000');
  const cheapest = Math.min(...bids.map((bid) => bid.landedUnitAmount));
  const fastest = Math.min(...bids.map((bid) => bid.leadTimeDays));
  return bids.map((bid) => {
    const priceBp = line(bid.landedUnitAmount - cheapest, cheapest);
    const leadTimeBp = line(bid.leadTimeDays - fastest, LEAD_TIME_SPAN_DAYS);
    const { supplierId, qualityBp } = bid;
    const sum =
      weights.price * priceBp + weights.leadTime * leadTimeBp + weights.quality * qualityBp;
    return { supplierId, priceBp, leadTimeBp, qualityBp, totalBp: Math.floor(sum / FULL_MARKS) };
  });
}
