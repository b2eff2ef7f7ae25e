import { split } from '../money.ts';
import { count, stepsPerUnit, LOT_DECIMALS_MAX } from './lot-amount.ts';
import { byId } from './lot-member.ts';

export const COST_KINDS = ['freight', 'duty', 'bank_fee', 'storage', 'other'] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** What a cost is shared by; fixed when the round opens. */
export const COST_BASES = ['value', 'weight', 'quantity'] as const;
export type CostBasis = (typeof COST_BASES)[number];

/**
 * A cost of the round in minor units, negative for a credit. `lotIds`: the lots that caused it (a supplier's freight
 * concerns what that supplier sent), null for all.
 */
export type RoundCost = {
  id: string;
  kind: CostKind;
  amount: number;
  basis: CostBasis;
  lotIds: readonly string[] | null;
};

/** What a member received of a lot: steps, and what the goods cost in minor units. */
export type CostMember = { id: string; quantity: number; goodsAmount: number };

/** `gramsPerUnit`: weight of one whole unit, whole grams; null while nobody said. */
export type CostLot = {
  id: string;
  decimals: number;
  gramsPerUnit: number | null;
  members: readonly CostMember[];
};

export type CostShare = { costId: string; lotId: string; memberId: string; amount: number };

/**
 * Shares every cost across its lots first, then inside each lot across its members, both by largest remainder: the
 * shares of a lot add up to the lot's part and those to the cost, exactly. Ties go by id, so the order of the lists
 * does not matter. Where the basis weighs nothing at all (free goods by value), quantity counts instead. Quantities of
 * lots in different units are compared as they are, one metre like one kilogram.
 * Shares come by cost in its order, then lot id, then member id; those of 0 are left out.
 * Throws RangeError when a cost has nobody to bear it, or is shared by weight with a lot whose weight is not known.
 */
export function shareCosts(costs: readonly RoundCost[], lots: readonly CostLot[]): CostShare[] {
  const sorted = [...lots]
    .sort(byId)
    .map((lot) => ({ ...lot, members: [...lot.members].sort(byId) }));
  return costs.flatMap((cost) => {
    const mine = sorted.filter(({ id }) => cost.lotIds === null || cost.lotIds.includes(id));
    const weights = weighed(cost.basis, mine);
    const parts = split(cost.amount, weights.map(total));
    return mine.flatMap((lot, l) => sharesOf(cost.id, lot, parts[l]!, weights[l]!));
  });
}

function sharesOf(
  costId: string,
  lot: CostLot,
  amount: number,
  weights: readonly bigint[],
): CostShare[] {
  const amounts = split(amount, weights);
  return lot.members.flatMap(({ id }, m): CostShare[] =>
    amounts[m] ? [{ costId, lotId: lot.id, memberId: id, amount: amounts[m] }] : [],
  );
}

const total = (weights: readonly bigint[]) => weights.reduce((sum, weight) => sum + weight, 0n);

/** For each lot, what each member weighs in the sharing. */
function weighed(basis: CostBasis, lots: readonly CostLot[]): bigint[][] {
  const by = (weight: (member: CostMember, lot: CostLot) => bigint) =>
    lots.map((lot) => lot.members.map((member) => weight(member, lot)));
  const weights = by((member, lot) => weightOf(basis, member, lot));
  if (total(weights.map(total)) > 0n) return weights;
  return by((member, lot) => weightOf('quantity', member, lot));
}

function weightOf(basis: CostBasis, member: CostMember, lot: CostLot): bigint {
  if (basis === 'value') return BigInt(count(member.goodsAmount));
  // In thousandths of a unit, so that lots with different decimals compare.
  const finest = BigInt(10 ** LOT_DECIMALS_MAX / stepsPerUnit(lot.decimals));
  const quantity = BigInt(count(member.quantity)) * finest;
  if (basis === 'quantity') return quantity;
  if (lot.gramsPerUnit === null) throw new RangeError(`lot ${lot.id} has no weight`);
  return quantity * BigInt(count(lot.gramsPerUnit));
}

/** Adds shares up by anything they carry: `costsBy(shares, (share) => share.memberId)`. */
export function costsBy(
  shares: readonly CostShare[],
  key: (share: CostShare) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const share of shares) sums.set(key(share), (sums.get(key(share)) ?? 0) + share.amount);
  return sums;
}
