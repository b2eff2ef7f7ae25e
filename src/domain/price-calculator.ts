import { fail, ok, type Result } from './result.ts';
import {
  checkOrderQuantity,
  leastOrder,
  nextTier,
  QUANTITY_MAX,
  unitPriceFor,
  type OrderRule,
  type PriceTier,
  type QuantityCheck,
} from './tiers.ts';

/** What the listing says. A variant with a price of its own has no tiers: `variantAmount` is its price, else null. */
export type Listed = OrderRule & {
  baseAmount: number;
  tiers: readonly PriceTier[];
  variantAmount?: number | null;
};

/** The next cheaper price: where it begins (the first quantity that may be ordered there), and what that comes to. */
export type NextPrice = {
  quantity: number;
  missing: number;
  unitAmount: number;
  totalAmount: number;
  /** What that quantity would cost at today's unit price, less what it costs. */
  savedAmount: number;
  /** True where the larger quantity costs less in total than the smaller one. */
  cheaper: boolean;
};

/** Amounts are minor units of the product's currency. `check` says why a quantity cannot be ordered as it is. */
export type Calculation = {
  quantity: number;
  check: QuantityCheck;
  unitAmount: number;
  totalAmount: number;
  next: NextPrice | null;
};

/**
 * What a quantity costs by the listing. The rules, held by tests:
 * - one unit of more never costs more than one unit of fewer;
 * - between two tiers the total rises with the quantity; where a tier begins it may fall, and then `next.cheaper` says so
 *   to everybody just below;
 * - `cheapestFor` (the least that at least so many cost) never falls when more are wanted.
 * Errors: `not_a_number` (no whole number of 1 or more), `out_of_range`, `amount_too_large`.
 */
export function calculatePrice(quantity: number, listed: Listed): Result<Calculation> {
  if (!Number.isSafeInteger(quantity) || quantity < 1) return fail('not_a_number');
  if (quantity > QUANTITY_MAX) return fail('out_of_range');
  const unitAmount = unitAmountFor(quantity, listed);
  const totalAmount = quantity * unitAmount;
  if (!Number.isSafeInteger(totalAmount)) return fail('amount_too_large');
  const check = checkOrderQuantity(quantity, listed);
  return ok({ quantity, check, unitAmount, totalAmount, next: nextPrice(quantity, listed) });
}

/** The price of one when so many are ordered. */
export function unitAmountFor(quantity: number, listed: Listed): number {
  return listed.variantAmount ?? unitPriceFor(quantity, listed.baseAmount, listed.tiers);
}

function nextPrice(quantity: number, listed: Listed): NextPrice | null {
  if ((listed.variantAmount ?? null) !== null) return null;
  const { baseAmount, tiers, orderMultiple } = listed;
  const found = nextTier(quantity, baseAmount, tiers);
  if (!found) return null;
  const start = Math.ceil(found.tier.minQuantity / orderMultiple) * orderMultiple;
  if (start > QUANTITY_MAX) return null;
  // Rounded up to a pack it may already lie in a tier beyond.
  const unitAmount = unitPriceFor(start, baseAmount, tiers);
  const now = unitPriceFor(quantity, baseAmount, tiers);
  const totalAmount = start * unitAmount;
  if (!Number.isSafeInteger(start * now)) return null;
  return {
    quantity: start,
    missing: start - quantity,
    unitAmount,
    totalAmount,
    savedAmount: start * now - totalAmount,
    cheaper: totalAmount < quantity * now,
  };
}

/** The least that at least `quantity` units cost, in whole multiples from the MOQ on, and how many that buys. */
export function cheapestFor(
  quantity: number,
  listed: Listed,
): { quantity: number; totalAmount: number } {
  const step = listed.orderMultiple;
  const up = (n: number) => Math.ceil(n / step) * step;
  const least = Math.max(up(quantity), leastOrder(listed));
  const starts = listed.tiers.map((tier) => up(tier.minQuantity)).filter((n) => n > least);
  return [least, ...starts]
    .map((n) => ({ quantity: n, totalAmount: n * unitAmountFor(n, listed) }))
    .reduce((best, one) => (one.totalAmount < best.totalAmount ? one : best));
}
