import type { ErrorCode } from './error-codes.ts';
import { shareBp } from './money.ts';
import { fail, ok, type Result } from './result.ts';
import { QUANTITY_MAX, TIERS_MAX, UNIT_AMOUNT_MAX, type PriceTier } from './tiers.ts';

/** All amounts are minor units of one currency, whatever number of decimals that has; shares are basis points. */
export type PricedLine = { quantity: number; unitAmount: number };
export type SumTerms = {
  discountAmount: number;
  freightAmount: number;
  taxBp: number;
  depositBp: number;
};
export type QuoteSums = {
  lineAmounts: number[];
  goodsAmount: number;
  taxAmount: number;
  totalAmount: number;
  depositAmount: number;
};

export const GOODS_MAX = 1_000_000_000_000_000;
export const FREIGHT_MAX = 1_000_000_000_000;

/**
 * Everything that is worked out in a quote: line = quantity × price; goods = Σ lines; tax on goods − discount +
 * freight; the total; the deposit as a share of the total. Tax and deposit round once, halves up.
 * Errors: `out_of_range` (a figure is not whole or beyond its bounds), `amount_too_large` (goods), `discount_too_large`.
 */
export function quoteSums(lines: readonly PricedLine[], terms: SumTerms): Result<QuoteSums> {
  if (!lines.every(isPossible) || !arePossible(terms)) return fail('out_of_range');
  const exact = lines.map((line) => BigInt(line.quantity) * BigInt(line.unitAmount));
  const goods = exact.reduce((sum, amount) => sum + amount, 0n);
  if (goods > BigInt(GOODS_MAX)) return fail('amount_too_large');
  const goodsAmount = Number(goods);
  if (terms.discountAmount > goodsAmount) {
    return fail('invalid_input', { discount: 'discount_too_large' });
  }
  const taxable = goodsAmount - terms.discountAmount + terms.freightAmount;
  const taxAmount = shareBp(taxable, terms.taxBp);
  const totalAmount = taxable + taxAmount;
  return ok({
    lineAmounts: exact.map(Number),
    goodsAmount,
    taxAmount,
    totalAmount,
    depositAmount: shareBp(totalAmount, terms.depositBp),
  });
}

const isWhole = (value: number, least: number, most: number) =>
  Number.isSafeInteger(value) && value >= least && value <= most;

function isPossible({ quantity, unitAmount }: PricedLine): boolean {
  return isWhole(quantity, 1, QUANTITY_MAX) && isWhole(unitAmount, 0, UNIT_AMOUNT_MAX);
}

function arePossible(terms: SumTerms): boolean {
  return (
    isWhole(terms.discountAmount, 0, GOODS_MAX) &&
    isWhole(terms.freightAmount, 0, FREIGHT_MAX) &&
    isWhole(terms.taxBp, 0, 10_000) &&
    isWhole(terms.depositBp, 0, 10_000)
  );
}

/** A price that a line holds for other quantities than the one quoted. */
export type HeldPrices = { unitAmount: number; tiers: readonly PriceTier[] };

/**
 * What one unit costs when the buyer asks for another quantity: the last tier reached; below the first, the price of
 * the line, but never less than a larger quantity costs.
 */
export function heldPrice(quantity: number, { unitAmount, tiers }: HeldPrices): number {
  return (
    tiers.findLast((tier) => tier.minQuantity <= quantity)?.unitAmount ??
    Math.max(unitAmount, tiers[0]?.unitAmount ?? 0)
  );
}

/**
 * The held prices after the line's own price was changed: the tier it belongs to says that price, larger quantities
 * never cost more than it and smaller ones never less. Sorted tiers that hold stay as they are.
 */
export function alignHeld(line: PricedLine & HeldPrices): PriceTier[] {
  const reached = line.tiers.findLastIndex((tier) => tier.minQuantity <= line.quantity);
  return line.tiers.map(({ minQuantity, unitAmount }, index) => ({
    minQuantity,
    unitAmount:
      index === reached
        ? line.unitAmount
        : index < reached
          ? Math.max(unitAmount, line.unitAmount)
          : Math.min(unitAmount, line.unitAmount),
  }));
}

/**
 * What is wrong with the held prices of a line, or null. They rise in quantity and never in price, and at the line's
 * own quantity they say the line's own price: a quote must not name two prices for one thing.
 */
export function heldPricesProblem(line: PricedLine & HeldPrices): ErrorCode | null {
  const { tiers } = line;
  if (tiers.length > TIERS_MAX) return 'too_many_tiers';
  for (const [index, tier] of tiers.entries()) {
    const before = tiers[index - 1];
    if (
      !isWhole(tier.minQuantity, 1, QUANTITY_MAX) ||
      !isWhole(tier.unitAmount, 0, UNIT_AMOUNT_MAX)
    )
      return 'out_of_range';
    if (before && tier.minQuantity === before.minQuantity) return 'tier_twice';
    if (before && tier.minQuantity < before.minQuantity) return 'tier_not_ascending';
    if (before && tier.unitAmount > before.unitAmount) return 'tier_price_rises';
  }
  const [first] = tiers;
  if (first && first.minQuantity > line.quantity) {
    return first.unitAmount > line.unitAmount ? 'tier_price_rises' : null;
  }
  return heldPrice(line.quantity, line) === line.unitAmount ? null : 'tier_price_differs';
}
