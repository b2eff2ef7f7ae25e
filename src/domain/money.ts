import { isCurrency, minorUnitPlaces } from './currencies.ts';
import { atScale, decimalOf, decimalSign, divideRounded, parseTyped, plain } from './decimal.ts';
import { fail, ok, type Result } from './result.ts';

/** `amount` counts the currency's minor unit (cents; whole francs for RWF) and is always a safe integer. */
export type Money = { amount: number; currency: string };

/** The largest amount that a person may type, in minor units; sums and products may go up to 2^53 - 1. */
export const AMOUNT_MAX = 999_999_999_999_999;

/** A checked amount. Throws RangeError on an unknown currency or an unsafe integer: both are bugs, not input. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a safe integer amount: ${amount}`);
  if (!isCurrency(currency)) throw new RangeError(`unknown currency ${currency}`);
  return { amount: amount === 0 ? 0 : amount, currency };
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not mix`);
}

/** Sum in one currency. Throws RangeError when currencies differ or the sum is unsafe. */
export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.amount + b.amount, a.currency);
}

/** Difference in one currency. Throws as `add`. */
export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.amount - b.amount, a.currency);
}

/** Sum of a list, zero for an empty one. Throws as `add`. */
export function sum(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(add, money(0, currency));
}

/** -1, 0 or 1. Throws RangeError when currencies differ. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  sameCurrency(a, b);
  if (a.amount === b.amount) return 0;
  return a.amount < b.amount ? -1 : 1;
}

/**
 * Unit price times quantity, exact in between and rounded once to the minor unit, halves away from zero.
 * Errors: `not_a_number` (NaN, infinite, or a quantity that prints with an exponent), `amount_too_large`.
 */
export function multiply(price: Money, quantity: number): Result<Money> {
  const factor = decimalOf(quantity);
  if (!factor) return fail('not_a_number');
  const exact = BigInt(price.amount) * factor.digits;
  const amount = Number(divideRounded(exact, 10n ** BigInt(factor.scale)));
  return Number.isSafeInteger(amount)
    ? ok(money(amount, price.currency))
    : fail('amount_too_large');
}

/**
 * Basis points of an amount of 0 or more (1800 is 18 %), rounded once, halves up: the rule of `private.share_bp`.
 * Throws RangeError on a negative or unsafe amount or share.
 */
export function shareBp(amount: number, basisPoints: number): number {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount: ${amount}`);
  if (!Number.isSafeInteger(basisPoints) || basisPoints < 0)
    throw new RangeError(`not basis points: ${basisPoints}`);
  return Number(divideRounded(BigInt(amount) * BigInt(basisPoints), 10_000n));
}

/**
 * Shares `amount` (minor units, either sign) by integer weights of 0 or more: floors first, then one unit each to the
 * largest remainders, the earlier share on a tie. The shares add up to `amount` exactly, a zero weight gets 0, and
 * the shares of -a are those of a with the sign turned. Throws RangeError when there is nobody to give to (no weights,
 * or all zero, for an amount that is not 0) and on weights that are negative or not integers.
 */
export function split(amount: number, weights: readonly (number | bigint)[]): number[] {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a safe integer amount: ${amount}`);
  const parts = weights.map((w) => BigInt(w));
  if (parts.some((w) => w < 0n)) throw new RangeError('a weight is below zero');
  const total = parts.reduce((a, b) => a + b, 0n);
  if (amount === 0) return parts.map(() => 0);
  if (total === 0n) throw new RangeError('no weight to share by');
  const sign = amount < 0 ? -1n : 1n;
  const size = BigInt(amount) * sign;
  const floors = parts.map((w) => (size * w) / total);
  const remainders = parts.map((w, index) => ({ index, rest: (size * w) % total }));
  const left = Number(size - floors.reduce((a, b) => a + b, 0n));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const extra = new Set(remainders.slice(0, left).map((r) => r.index));
  return floors.map((floor, index) => Number(sign * (floor + (extra.has(index) ? 1n : 0n))));
}

const labels = new Map<string, string[]>();

/** The ways a locale writes a currency, in upper case: code, sign, short sign. */
function labelsOf(currency: string, locale: string): string[] {
  const key = `${locale} ${currency}`;
  const known = labels.get(key);
  if (known) return known;
  const found = (['code', 'symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .filter((part) => part.type === 'currency')
      .map((part) => part.value.normalize('NFKC').toUpperCase()),
  );
  labels.set(key, found);
  return found;
}

function withoutLabel(text: string, currency: string, locale: string): string {
  const clean = text.normalize('NFKC').trim();
  if (/^[\d\s.,'-]*$/.test(clean)) return clean;
  const upper = clean.toUpperCase();
  for (const label of labelsOf(currency, locale)) {
    if (upper.startsWith(label)) return clean.slice(label.length);
    if (upper.endsWith(label)) return clean.slice(0, -label.length);
  }
  return clean;
}

/**
 * A price as typed in a form, in minor units. The currency's own code or sign around it is ignored.
 * Errors: `required`, `not_a_number`, `amount_ambiguous` (see `parseTyped`), `amount_negative`, `amount_too_precise`
 * (12.345 in USD), `amount_too_large`, `unknown_currency`.
 */
export function parseMoney(text: string, currency: string, locale: string): Result<Money> {
  if (!isCurrency(currency)) return fail('unknown_currency');
  const places = minorUnitPlaces(currency);
  const typed = parseTyped(withoutLabel(text, currency, locale), locale, places);
  if (!typed.ok) return typed;
  if (typed.value.digits < 0n) return fail('amount_negative');
  const amount = atScale(typed.value, places);
  if (amount === null) return fail('amount_too_precise');
  return amount > BigInt(AMOUNT_MAX)
    ? fail('amount_too_large')
    : ok(money(Number(amount), currency));
}

/** The amount with a dot and all decimal places, for JSON-LD, feeds and URLs: `12500`, `125.00`. */
export function plainAmount(value: Money): string {
  return plain(BigInt(value.amount), minorUnitPlaces(value.currency));
}

/** The amount as a form field shows it: the locale's decimal sign, no grouping; `parseMoney` reads it back exactly. */
export function inputAmount(value: Money, locale: string): string {
  return plainAmount(value).replace('.', decimalSign(locale));
}

const formats = new Map<string, Intl.NumberFormat>();

/** The amount with its currency as the locale writes it. `whole: 'short'` drops `.00` from whole amounts. */
export function formatMoney(
  value: Money,
  locale: string,
  options: { whole?: 'short' | 'full' } = {},
): string {
  const places = minorUnitPlaces(value.currency);
  const digits = options.whole === 'short' && value.amount % 10 ** places === 0 ? 0 : places;
  const key = `${locale} ${value.currency} ${digits}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: value.currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  formats.set(key, format);
  // A decimal string is formatted exactly; a number would go through a float.
  return format.format(plainAmount(value) as Intl.StringNumericLiteral);
}
