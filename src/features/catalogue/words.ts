import { countryName } from '#src/domain/countries.ts';
import { formatMoney, type Money } from '#src/domain/money.ts';
import { dateFormat, numberFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { plural } from '#src/i18n/plural.ts';

/** The language of a page: how it writes numbers, and its words. */
export type Words = { locale: Locale; t: Messages };

/** A whole number as the language writes it. */
export function number(n: number, { locale }: Words): string {
  return numberFormat(locale).format(n);
}

/** The word of a unit by its UN/ECE code, for so many; the code itself when we have no word. */
export function unitWord(code: string, n: number, { locale, t }: Words): string {
  const units: Record<string, { one: string; other: string } | undefined> = t.common.units;
  const word = units[code];
  return word ? plural(locale, n, word) : code;
}

/** “50 pairs”. */
export function quantity(n: number, unit: string, words: Words): string {
  return words.t.market.quantity(number(n, words), unitWord(unit, n, words));
}

/** A price without needless decimals: “RWF 24,000”. */
export function price(value: Money, { locale }: Words): string {
  return formatMoney(value, locale, { whole: 'short' });
}

/** A day written out, in UTC. `at` is an ISO day or time. */
export function day(at: string, { locale }: Words): string {
  return dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));
}

/** “Huye, Rwanda”, or the country alone. */
export function placeName(of: { place: string; country: string }, { locale }: Words): string {
  const country = countryName(of.country, locale);
  return of.place ? `${of.place}, ${country}` : country;
}
