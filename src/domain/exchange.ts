import { isCurrency, minorUnitPlaces } from './currencies.ts';
import { money, type Money } from './money.ts';

/**
 * A rate for reading: so many units of `currency` for one euro on a day. `perEur` is an exact decimal as text, with up to
 * eight places; rates are never floats.
 */
export type Rate = { currency: string; perEur: string; day: string };
export type Rates = ReadonlyMap<string, Rate>;

/** About what an amount is in another currency, and the day of the older rate (null when both are the same money). */
export type Reading = { value: Money; day: string | null };

export const RATE_PLACES = 8;
const EXACT = new RegExp(`^(\\d{1,10})(?:\\.(\\d{1,${RATE_PLACES}}))?$`);

/** The rate in units of 10^-8, or null when the text is no plain decimal above zero. */
export function rateDigits(perEur: string): bigint | null {
  const match = EXACT.exec(perEur);
  if (!match) return null;
  const digits = BigInt(`${match[1]}${(match[2] ?? '').padEnd(RATE_PLACES, '0')}`);
  return digits > 0n ? digits : null;
}

export function ratesOf(list: readonly Rate[]): Rates {
  return new Map(list.map((rate) => [rate.currency, rate]));
}

/**
 * An amount in another currency, exact until one rounding to the minor unit, halves away from zero; null when a rate is
 * missing or the result has no place in a safe integer. `private.convert_for_reading` is its twin in SQL.
 */
export function convertForReading(value: Money, to: string, rates: Rates): Reading | null {
  if (value.currency === to) return { value, day: null };
  const [here, there] = [rateOf(value.currency, rates), rateOf(to, rates)];
  if (!here || !there) return null;
  const size = BigInt(Math.abs(value.amount));
  const top = size * there.digits * 10n ** BigInt(minorUnitPlaces(to));
  const bottom = here.digits * 10n ** BigInt(minorUnitPlaces(value.currency));
  const whole = Number((2n * top + bottom) / (2n * bottom)) * (value.amount < 0 ? -1 : 1);
  if (!Number.isSafeInteger(whole)) return null;
  const days = [here.day, there.day].filter((day) => day !== null).sort();
  return { value: money(whole, to), day: days[0] ?? null };
}

function rateOf(currency: string, rates: Rates): { digits: bigint; day: string | null } | null {
  if (currency === 'EUR') return { digits: 10n ** BigInt(RATE_PLACES), day: null };
  const rate = isCurrency(currency) ? rates.get(currency) : undefined;
  const digits = rate && rateDigits(rate.perEur);
  return digits ? { digits, day: rate.day } : null;
}

/** The currencies that prices can be read in: the euro and all with a rate, by code; none when there is no rate at all. */
export function readable(rates: Rates): string[] {
  return rates.size === 0 ? [] : ['EUR', ...rates.keys()].filter(isCurrency).sort();
}

/** How a page shows prices a second time: `?in=EUR` as it came, and the rates. Null when none is asked for. */
export type ReadIn = { currency: string; rates: Rates };

export function readIn(asked: string | null, rates: Rates): ReadIn | null {
  const currency = asked?.trim().toUpperCase();
  return isCurrency(currency) && readable(rates).includes(currency) ? { currency, rates } : null;
}
