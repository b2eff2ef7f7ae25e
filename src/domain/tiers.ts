import type { ErrorCode } from './error-codes.ts';

/** From `minQuantity` units on, one unit costs `unitAmount` (minor units of the product's currency). */
export type PriceTier = { minQuantity: number; unitAmount: number };

/** What one may order: at least `moq`, in whole multiples of `orderMultiple`; whole units, both 1 or more. */
export type OrderRule = { moq: number; orderMultiple: number };

/** Bounds that the database holds too: quantities in units, amounts in minor units. */
export const QUANTITY_MAX = 100_000_000;
export const UNIT_AMOUNT_MAX = 1_000_000_000_000;
export const TIERS_MAX = 12;

export type TierProblem = { index: number; code: ErrorCode };

function isWithin(value: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= max;
}

/**
 * What is wrong with a tier table, at most one problem a row, in row order; empty when it holds:
 * quantities start at the MOQ or above (`tier_below_moq`) and rise strictly (`tier_twice`, `tier_not_ascending`), the
 * price never rises, from the base price on (`tier_price_rises`), and every figure is a whole one within bounds
 * (`out_of_range`); each row after `TIERS_MAX` is `too_many_tiers`. Equal prices are allowed; `nextTier` passes over
 * them. A form sorts its rows by quantity first (`sortTiers`).
 */
export function tierProblems(
  tiers: readonly PriceTier[],
  product: { moq: number; baseAmount: number },
): TierProblem[] {
  const problems: TierProblem[] = [];
  tiers.forEach((tier, index) => {
    const code =
      index >= TIERS_MAX ? 'too_many_tiers' : tierProblem(tier, tiers[index - 1], product);
    if (code) problems.push({ index, code });
  });
  return problems;
}

function tierProblem(
  tier: PriceTier,
  before: PriceTier | undefined,
  product: { moq: number; baseAmount: number },
): ErrorCode | null {
  if (!isWithin(tier.minQuantity, QUANTITY_MAX) || !isWithin(tier.unitAmount, UNIT_AMOUNT_MAX)) {
    return 'out_of_range';
  }
  if (tier.minQuantity < product.moq) return 'tier_below_moq';
  if (tier.minQuantity === before?.minQuantity) return 'tier_twice';
  if (before && tier.minQuantity < before.minQuantity) return 'tier_not_ascending';
  // Row by row from the base price: no rise between neighbours means no rise at all.
  if (tier.unitAmount > (before?.unitAmount ?? product.baseAmount)) return 'tier_price_rises';
  return null;
}

/** Rows in order of quantity, as they are stored; a copy. */
export function sortTiers<T extends PriceTier>(tiers: readonly T[]): T[] {
  return [...tiers].sort((a, b) => a.minQuantity - b.minQuantity);
}

/** The price of one unit when `quantity` units are ordered: the last tier reached, else the base price. */
export function unitPriceFor(
  quantity: number,
  baseAmount: number,
  tiers: readonly PriceTier[],
): number {
  return tiers.findLast((tier) => tier.minQuantity <= quantity)?.unitAmount ?? baseAmount;
}

/** `missing` units to the tier, and the minor units that each unit then costs less. */
export type NextTier = { tier: PriceTier; missing: number; savingPerUnit: number };

/** The nearest tier above `quantity` with a lower price, or null when the best price is reached. */
export function nextTier(
  quantity: number,
  baseAmount: number,
  tiers: readonly PriceTier[],
): NextTier | null {
  const now = unitPriceFor(quantity, baseAmount, tiers);
  const tier = tiers.find((t) => t.minQuantity > quantity && t.unitAmount < now);
  if (!tier) return null;
  return { tier, missing: tier.minQuantity - quantity, savingPerUnit: now - tier.unitAmount };
}

/** `above` and `below` are the nearest quantities that may be ordered, null where there is none. */
export type QuantityCheck =
  { ok: true } | { ok: false; code: ErrorCode; above: number | null; below: number | null };

/**
 * Whether a quantity may be ordered. Multiples count from zero, as packs do: MOQ 10 in packs of 6 starts at 12.
 * Codes: `not_a_number`, `below_moq`, `not_a_multiple` (so is a broken unit), `out_of_range` (over `QUANTITY_MAX`).
 * Throws RangeError when the rule itself is no whole number of 1 or more.
 */
export function checkOrderQuantity(quantity: number, rule: OrderRule): QuantityCheck {
  const least = leastOrder(rule);
  const step = rule.orderMultiple;
  const most = Math.floor(QUANTITY_MAX / step) * step;
  if (Number.isNaN(quantity)) return { ok: false, code: 'not_a_number', above: least, below: null };
  if (quantity > most) return { ok: false, code: 'out_of_range', above: null, below: most };
  if (quantity < rule.moq) return { ok: false, code: 'below_moq', above: least, below: null };
  if (quantity % step === 0) return { ok: true };
  const below = Math.floor(quantity / step) * step;
  return {
    ok: false,
    code: 'not_a_multiple',
    above: below + step,
    below: below < least ? null : below,
  };
}

/** The least quantity that may be ordered: the MOQ, rounded up to a multiple. Throws as `checkOrderQuantity`. */
export function leastOrder({ moq, orderMultiple }: OrderRule): number {
  if (!isWithin(moq, QUANTITY_MAX) || !isWithin(orderMultiple, QUANTITY_MAX)) {
    throw new RangeError(`not an order rule: MOQ ${moq}, multiple ${orderMultiple}`);
  }
  return Math.ceil(moq / orderMultiple) * orderMultiple;
}

/** Whether the MOQ can itself be ordered. A listing must say an MOQ that is a multiple (`moq_not_multiple`). */
export function isMoqAMultiple({ moq, orderMultiple }: OrderRule): boolean {
  return moq % orderMultiple === 0;
}
