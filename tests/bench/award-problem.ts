import type { AwardProblem } from '#src/domain/procurement/award-model.ts';

/** A stream of whole numbers from a seed: the same problems on every machine. */
function numbersFrom(seed: number) {
  let state = seed;
  const unit = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return {
    between: (least: number, most: number) => least + Math.floor(unit() * (most - least + 1)),
    chance: (share: number) => unit() < share,
  };
}

type Size = {
  lots?: number;
  bids?: number;
  /** The bids' least quantities, in hundredths of what their lot needs for certain. */
  moq?: readonly [least: number, most: number];
};

/** Lots of every kind of unit; bids with four tiers, MOQs, packs of six sizes, capacities and fixed freight. */
export function largeProblem(seed: number, size: Size = {}): AwardProblem {
  const { lots: lotCount = 50, bids: bidCount = 12, moq = [0, 30] } = size;
  const { between, chance } = numbersFrom(seed);
  const lots = Array.from({ length: lotCount }, (_, i) => {
    const decimals = [0, 0, 0, 2, 3][i % 5]!;
    const one = 10 ** decimals;
    const demand = { firm: between(80, 3000) * one, tolerance: between(0, 300) * one };
    const id = `lot-${String(i).padStart(2, '0')}`;
    return { id, decimals, demand, policy: 'cheapest_total' as const, dayCost: 0 };
  });
  const prices = lots.map(() => between(300, 20_000));
  const lineOf = (lot: (typeof lots)[number], price: number) => {
    const one = 10 ** lot.decimals;
    const units = lot.demand.firm / one;
    const own = Math.round((price * between(80, 130)) / 100);
    const from = (share: number) => Math.round((units * share) / 100) * one;
    return {
      lotId: lot.id,
      tiers: [
        { minQuantity: one, unitAmount: own },
        { minQuantity: from(30) + one, unitAmount: Math.round(own * 0.95) },
        { minQuantity: from(60) + 2 * one, unitAmount: Math.round(own * 0.9) },
        { minQuantity: from(95) + 3 * one, unitAmount: Math.round(own * 0.86) },
      ],
      pack: [1, 5, 10, 12, 25, 50][between(0, 5)]! * one,
      moq:
        between(Math.max(1, Math.ceil((units * moq[0]) / 100)), Math.ceil((units * moq[1]) / 100)) *
        one,
      capacity: chance(0.5) ? from(between(25, 125)) : null,
      freightPerUnit: between(0, Math.round(price / 20)),
      leadTimeDays: between(3, 60),
      qualityBp: between(0, 10_000),
    };
  };
  const bids = Array.from({ length: bidCount }, (_, i) => ({
    supplierId: `supplier-${String(i).padStart(2, '0')}`,
    freightFixed: between(20, 400) * 1000,
    minimumOrderAmount: null,
    validUntil: null,
    lines: lots.flatMap((lot, at) => (chance(0.15) ? [] : [lineOf(lot, prices[at]!)])),
  }));
  const wishes = { maxSuppliersPerLot: null, maxSuppliers: null, excludedSupplierIds: [] };
  return { lots, bids, wishes };
}
