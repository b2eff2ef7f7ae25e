/**
 * What a supplier bids, in the round's currency (`landed-bid.ts` turns the supplier's own currency into it).
 * Amounts are minor units; quantities are whole numbers of steps, 10^-decimals of the lot's unit.
 */

/** From `minQuantity` steps on, one whole unit costs `unitAmount`. It counts this supplier's quantity of this lot. */
export type BidTier = { minQuantity: number; unitAmount: number };

export type BidLine = {
  lotId: string;
  /** Rising by `minQuantity`, at least one; less than the first tier's quantity is not for sale. */
  tiers: readonly BidTier[];
  /** Steps in one pack, 1 or more; only whole packs are sold. */
  pack: number;
  /** Least quantity in steps, 0 for none; whole packs round it up. */
  moq: number;
  /** The most that the supplier can deliver, in steps; null: no limit. */
  capacity: number | null;
  /** Carriage for one whole unit. */
  freightPerUnit: number;
  leadTimeDays: number;
  /** The answers on quality, 0 to 10 000. */
  qualityBp: number;
};

export type Bid = {
  supplierId: string;
  /** Carriage that is charged once when the supplier wins anything. */
  freightFixed: number;
  /** The goods of a won order come to this much or the supplier does not deliver; null: no such wish. */
  minimumOrderAmount: number | null;
  /** Last day of the offer, `2026-11-30`; null: open. */
  validUntil: string | null;
  /** At most one line a lot. */
  lines: readonly BidLine[];
};

/** Whole packs that a line sells at one price. */
export type PackRange = { unitAmount: number; least: number; most: number };

/**
 * The price ranges of a line in whole packs, none of them empty, when at most `limit` steps may be bought:
 * tiers, MOQ, capacity and packs put together. Empty when nothing fits.
 */
export function packRanges(line: BidLine, limit: number): PackRange[] {
  const most = Math.floor(Math.min(limit, line.capacity ?? limit) / line.pack);
  return line.tiers.flatMap((tier, index) => {
    const next = line.tiers[index + 1]?.minQuantity ?? Infinity;
    const range = {
      unitAmount: tier.unitAmount,
      least: Math.max(1, Math.ceil(Math.max(tier.minQuantity, line.moq) / line.pack)),
      most: Math.min(most, Math.ceil(next / line.pack) - 1),
    };
    return range.least <= range.most ? [range] : [];
  });
}

/** The price of one unit at `quantity` steps; null when the line does not sell that quantity. */
export function unitAmountAt(line: BidLine, quantity: number): number | null {
  const sold =
    quantity > 0 &&
    quantity % line.pack === 0 &&
    quantity >= line.moq &&
    quantity <= (line.capacity ?? quantity);
  if (!sold) return null;
  return line.tiers.findLast((tier) => tier.minQuantity <= quantity)?.unitAmount ?? null;
}
