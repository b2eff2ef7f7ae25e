import { countryName } from '#src/domain/countries.ts';
import { formatHsCode } from '#src/domain/hs.ts';
import { formatMoney } from '#src/domain/money.ts';
import { formatPercent } from '#src/domain/percent.ts';
import { addDays } from '#src/domain/time.ts';
import { dateFormat, numberFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { plural } from '#src/i18n/plural.ts';
import type { Quote, QuoteLine } from './queries.ts';

/** The language of a page: how it writes numbers, and its words. */
export type Words = { locale: Locale; t: Messages };

export const price = (amount: number, currency: string, { locale }: Words) =>
  formatMoney({ amount, currency }, locale);

export function unitWord(code: string, n: number, { locale, t }: Words): string {
  const units: Record<string, { one: string; other: string } | undefined> = t.common.units;
  const word = units[code];
  return word ? plural(locale, n, word) : code;
}

/** “50 pairs”. */
export const amountOf = (n: number, unit: string, words: Words) =>
  words.t.market.quantity(numberFormat(words.locale).format(n), unitWord(unit, n, words));

export const day = (at: string, { locale }: Words) =>
  dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));

export const today = () => new Date().toISOString().slice(0, 10);

/** The day the goods are ready when the offer is accepted today. */
export const readyDay = (quote: Pick<Quote, 'leadTimeDays'>) =>
  addDays(today(), quote.leadTimeDays);

export const paymentWords = (terms: string, { t }: Words) =>
  (t.quotes.paymentTerms as Record<string, string>)[terms] ?? terms;

/** The sums of a quote in the order they are worked out; what is nothing is left out. */
export function sumRows(
  quote: Quote,
  words: Words,
): { label: string; value: string; strong?: boolean }[] {
  const q = words.t.quotes;
  const written = (amount: number) => price(amount, quote.currency, words);
  const share = (basisPoints: number) => formatPercent(basisPoints, words.locale);
  const rows = [
    { label: q.goods, value: written(quote.goodsAmount) },
    quote.discountAmount > 0 && { label: q.discount, value: `− ${written(quote.discountAmount)}` },
    quote.freightAmount > 0 && { label: q.freight, value: written(quote.freightAmount) },
    quote.taxBp > 0 && { label: q.taxShare(share(quote.taxBp)), value: written(quote.taxAmount) },
    { label: q.total, value: written(quote.totalAmount), strong: true },
    quote.depositAmount > 0 &&
      quote.depositAmount < quote.totalAmount && {
        label: q.depositShare(share(quote.depositBp)),
        value: written(quote.depositAmount),
      },
  ];
  return rows.filter((row) => !!row);
}

/** The terms as a list of facts. */
export function termFacts(
  quote: Quote,
  words: Words,
): { label: string; value: string; note?: string }[] {
  const q = words.t.quotes;
  return [
    {
      label: q.delivery,
      value: `${quote.incoterm} ${quote.incotermPlace}`,
      note: 'Incoterms® 2020',
    },
    {
      label: q.leadTime,
      value: q.days(quote.leadTimeDays),
      ...(quote.state === 'sent' ? { note: q.readyOn(day(readyDay(quote), words)) } : {}),
    },
    { label: q.payment, value: paymentWords(quote.paymentTerms, words) },
  ];
}

/** The small facts under a line: papers need them. */
export function lineNotes(line: QuoteLine, words: Words): string[] {
  const q = words.t.quotes;
  return [
    line.sample && q.sample,
    line.sku && `${q.sku} ${line.sku}`,
    line.hsCode && `${q.hsCode} ${formatHsCode(line.hsCode)}`,
    line.countryOfOrigin && `${q.origin} ${countryName(line.countryOfOrigin, words.locale)}`,
    line.moqWaived && q.moqWaived,
  ].filter((note) => !!note) as string[];
}
