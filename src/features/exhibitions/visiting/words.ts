import { countryName } from '#src/domain/countries.ts';
import { isReadable } from '#src/domain/exhibition.ts';
import { spanUntil } from '#src/domain/exhibitions/span.ts';
import { formatMoney, type Money } from '#src/domain/money.ts';
import { dateFormat, numberFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { plural } from '#src/i18n/plural.ts';
import type { Frame, Said, Trade } from './views.ts';

export type Words = { locale: Locale; t: Messages };

/** The `lang` of a text, where it is not the page's. */
export function langOf(said: Said, { locale }: Words): Locale | undefined {
  return said.locale === locale ? undefined : said.locale;
}

export function number(n: number, { locale }: Words): string {
  return numberFormat(locale).format(n);
}

type Counted =
  'booths' | 'exhibits' | 'stops' | 'days' | 'hours' | 'minutes' | 'people' | 'works' | 'pages';

/** “12 booths”, as the language says it. */
export function count(n: number, noun: Counted, words: Words): string {
  const e = words.t.exhibitions;
  return e.amount(number(n, words), plural(words.locale, n, e[noun]));
}

export function placeName(of: { place: string; country: string }, { locale }: Words): string {
  const country = countryName(of.country, locale);
  return of.place ? `${of.place}, ${country}` : country;
}

export function price(value: Money, { locale }: Words): string {
  return formatMoney(value, locale, { whole: 'short' });
}

/** “50 pairs”: units are UN/ECE codes. */
export function quantity(n: number, unit: string, words: Words): string {
  return words.t.market.quantity(number(n, words), unitWord(n, unit, words));
}

export function unitWord(n: number, unit: string, { locale, t }: Words): string {
  const units: Record<string, { one: string; other: string } | undefined> = t.common.units;
  const forms = units[unit];
  return forms ? plural(locale, n, forms) : unit;
}

/** The lowest price of an object, and whether others are higher. */
export function priceOf(trade: Trade): { value: Money; from: boolean } {
  const lowest = Math.min(trade.price.amount, trade.lowestAmount ?? Infinity);
  return {
    value: { amount: lowest, currency: trade.price.currency },
    from: lowest < trade.price.amount,
  };
}

/** “3 March – 7 April 2027”, by the fair's own calendar. */
export function dateRange({ opensAt, closesAt, zone }: Frame, { locale }: Words): string {
  const format = dateFormat(locale, { dateStyle: 'long', timeZone: zone });
  return format.formatRange(new Date(opensAt), new Date(closesAt));
}

/** What the clock says of it: “Opens in 12 days”, “3 days left”, or its state. */
export function standsNow(frame: Frame, words: Words): string {
  const e = words.t.exhibitions;
  const isComing = frame.state === 'scheduled';
  if (!isComing && frame.state !== 'open') return e.states[frame.state];
  const span = spanUntil(isComing ? frame.opensAt : frame.closesAt, frame.now);
  if (!span) return isComing ? e.opensNow : e.states.open;
  const text = count(span.n, span.unit, words);
  return isComing ? e.opensIn(text) : `${e.states.open} · ${e.closesIn(text)}`;
}

/** Whether what is shown is not public yet. */
export function isPreview(frame: Frame): boolean {
  return !isReadable(frame.state);
}

/** Whether visitors may leave their cards at its booths. */
export function takesCards({ hasCards, state }: Frame): boolean {
  return hasCards && (state === 'open' || state === 'closed');
}
