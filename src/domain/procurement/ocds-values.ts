import { minorUnitPlaces } from '../currencies.ts';
import { plain } from '../decimal.ts';
import { countryName } from '../countries.ts';
import { unitsOf } from './unit-views.ts';
import type { LotFacts } from './round-facts.ts';

/** A value of JSON; undefined fields are left out. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** `{ amount: 12.5, currency }`: major units with the currency's decimals. */
export function valueOf(amount: number, currency: string): JsonObject {
  return { amount: Number(plain(BigInt(amount), minorUnitPlaces(currency))), currency };
}

/** A quantity with its unit of UN/CEFACT Recommendation 20, and what one whole unit costs where that is known. */
export function quantityOf(
  steps: number,
  lot: Pick<LotFacts, 'decimals' | 'unit'>,
  price?: { amount: number; currency: string },
): JsonObject {
  return {
    quantity: unitsOf(steps, lot.decimals),
    unit: {
      scheme: 'UNCEFACT',
      id: lot.unit,
      ...(price && { value: valueOf(price.amount, price.currency) }),
    },
  };
}

/** A moment to the second, in UTC: what RFC 3339 and every reader understand. */
export function moment(at: string): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** The end of a day, in UTC. */
export function endOfDay(day: string): string {
  return `${day}T23:59:59Z`;
}

/** Start and end, each left out when it is not known; undefined when neither is. */
export function period(start?: string | null, end?: string | null): JsonObject | undefined {
  if (!start && !end) return undefined;
  return defined({
    startDate: start ? moment(start) : undefined,
    endDate: end ? moment(end) : undefined,
  });
}

/** Without what is undefined, null, or an empty list: OCDS leaves out what is not known. */
export function defined(fields: Record<string, Json | undefined>): JsonObject {
  const known = Object.entries(fields).filter(
    ([, value]) =>
      value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(known) as JsonObject;
}

/** The country in English; nothing more of an address is ever public. */
export function inCountry(country: string): JsonObject {
  return { countryName: countryName(country, 'en') };
}
