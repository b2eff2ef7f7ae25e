import { divideRounded } from '../decimal.ts';
import type { PriceTier } from '../tiers.ts';

/**
 * Quantities of a lot are safe integers in steps of 10^-`decimals` of its canonical unit (0 to 3 decimals); prices are
 * minor units for one whole unit. Tiers of a lot count their `minQuantity` in the same steps.
 */
export const LOT_DECIMALS_MAX = 3;

/** Steps in one whole unit: 100 for two decimals. Throws RangeError on other than 0 to 3 decimals. */
export function stepsPerUnit(decimals: number): number {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > LOT_DECIMALS_MAX)
    throw new RangeError(`not the decimals of a lot: ${decimals}`);
  return 10 ** decimals;
}

/** The number itself. Throws RangeError when it is no safe integer of 0 or more: a bug by then, not input. */
export function count(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a count: ${value}`);
  return value;
}

/** The exact amount as a Number. Throws RangeError beyond 2^53 - 1. */
export function safeAmount(exact: bigint): number {
  const amount = Number(exact);
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a safe amount: ${exact}`);
  return amount;
}

/** What a quantity costs, in minor units, halves up. Throws RangeError on figures that are none or an unsafe result. */
export function amountFor(quantity: number, unitAmount: number, decimals: number): number {
  const exact = BigInt(count(quantity)) * BigInt(count(unitAmount));
  return safeAmount(divideRounded(exact, BigInt(stepsPerUnit(decimals))));
}

/**
 * The price of one whole unit when `quantity` costs `amount`, rounded up, so that price × quantity is never less than
 * the amount. Throws RangeError on a quantity of 0.
 */
export function unitAmountOf(amount: number, quantity: number, decimals: number): number {
  if (count(quantity) === 0) throw new RangeError('nothing has no unit price');
  const exact = BigInt(count(amount)) * BigInt(stepsPerUnit(decimals));
  const steps = BigInt(quantity);
  return safeAmount((exact + steps - 1n) / steps);
}

/** The price of one unit when `quantity` is pooled: the last tier reached; null below the first, where none is offered. */
export function tierPriceAt(tiers: readonly PriceTier[], quantity: number): number | null {
  return tiers.findLast((tier) => tier.minQuantity <= quantity)?.unitAmount ?? null;
}

/** Thousandths of a minor unit in one: fine enough that step × price is a whole number at any decimals of a lot. */
export const MILLS = 1000n;

/** What one step costs exactly, in thousandths of a minor unit. */
export function millsPerStep(unitAmount: number, decimals: number): bigint {
  return BigInt(count(unitAmount)) * (MILLS / BigInt(stepsPerUnit(decimals)));
}
