import type { AwardLot } from './award-model.ts';
import type { Bid, BidLine } from './bid.ts';

/** What a coordinator should look at before awarding; none of it bars a bid. */
export type BidFlag =
  'abnormally_low' | 'validity_ends_early' | 'capacity_below_demand' | 'late' | 'pack_over_demand';

/** A price to compare: of one bid for one lot, in the round's currency, landed and by the unit. */
export type Priced = { supplierId: string; landedUnitAmount: number };

/** Under the mean of the others by this many hundredths, or under the next cheapest by these. */
const UNDER_MEAN = 40n;
const UNDER_NEXT = 30n;

/**
 * Whose price is abnormally low among the bids for one lot: at least 40 % under the mean of all others, or at least 30 %
 * under the next higher price. Cross-multiplied whole numbers, so exactly 40 % is exactly 40 %. A bid alone has
 * nobody to be compared with.
 */
export function abnormallyLow(bids: readonly Priced[]): Set<string> {
  const sorted = bids.toSorted((a, b) => a.landedUnitAmount - b.landedUnitAmount);
  const total = sorted.reduce((sum, bid) => sum + BigInt(bid.landedUnitAmount), 0n);
  const low = sorted.filter((bid) => {
    const own = BigInt(bid.landedUnitAmount);
    const others = BigInt(sorted.length - 1);
    if (others === 0n) return false;
    const rest = total - own;
    const next = sorted.find((one) => one.landedUnitAmount > bid.landedUnitAmount);
    const underMean = rest > 0n && own * others * 100n <= rest * (100n - UNDER_MEAN);
    const above = BigInt(next?.landedUnitAmount ?? 0);
    return underMean || (above > 0n && own * 100n <= above * (100n - UNDER_NEXT));
  });
  return new Set(low.map((bid) => bid.supplierId));
}

/** What the round expects; days are dates like `2026-11-30`, which compare as text. null: not fixed. */
export type Expected = {
  orderOn: string | null;
  /** The latest day by which each lot is needed, by lot id. */
  neededBy: ReadonlyMap<string, string>;
};

/** The date `days` after a date. */
function after(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/**
 * What stands out in one line, apart from its price: the offer ends before the order is expected; the supplier cannot
 * deliver the firm demand; goods ordered on the expected day come after they are needed; one pack is more than members
 * want at all.
 */
export function lineFlags(bid: Bid, line: BidLine, lot: AwardLot, expected: Expected): BidFlag[] {
  const { firm, tolerance } = lot.demand;
  const { orderOn } = expected;
  const neededBy = expected.neededBy.get(lot.id);
  const flags: BidFlag[] = [];
  if (orderOn && bid.validUntil && bid.validUntil < orderOn) flags.push('validity_ends_early');
  if (line.capacity !== null && line.capacity < firm) flags.push('capacity_below_demand');
  if (orderOn && neededBy && after(orderOn, line.leadTimeDays) > neededBy) flags.push('late');
  if (line.pack > firm + tolerance) flags.push('pack_over_demand');
  return flags;
}
