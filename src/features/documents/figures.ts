import { minorUnitPlaces } from '#src/domain/currencies.ts';
import { plainAmount } from '#src/domain/money.ts';
import { formatPercent } from '#src/domain/percent.ts';
import { formatQuantity } from '#src/domain/quantity.ts';
import { dateFormat, numberFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';

/** Figures as a paper of one currency writes them. */
export type Figures = ReturnType<typeof figures>;

export function figures(currency: string, t: Messages, locale: Locale) {
  const places = minorUnitPlaces(currency);
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  // A decimal string is formatted exactly; a number would go through a float.
  const exact = (amount: number) =>
    plainAmount({ amount, currency }) as unknown as Intl.StringNumericLiteral;
  // A hyphen is not a minus.
  const signed = (text: string) => text.replace('-', '\u2212');
  const units: Record<string, { one: string; other: string }> = t.common.units;
  return {
    /** "1,357.00": in a column whose head or total names the currency. */
    plain: (amount: number) => signed(numberFormat(locale, digits).format(exact(amount))),
    /** "USD 1,357.00": the code, since a dollar sign is not one currency. */
    money: (amount: number) =>
      signed(
        numberFormat(locale, {
          ...digits,
          style: 'currency',
          currency,
          currencyDisplay: 'code',
        }).format(exact(amount)),
      ),
    share: (basisPoints: number) => formatPercent(basisPoints, locale),
    day: (value: string) =>
      dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value)),
    count: (value: number) => numberFormat(locale).format(value),
    /** "60 pairs" */
    quantity: (quantity: number, unit: string) => {
      const word = units[unit]?.[quantity === 1 ? 'one' : 'other'] ?? unit;
      return `${formatQuantity(quantity, unit, locale)}\u00a0${word}`;
    },
    /** Grams below a kilogram, else kilograms to the gram. */
    weight: (grams: number) => {
      const [value, unit] = grams < 1000 ? [grams, 'gram'] : [grams / 1000, 'kilogram'];
      return numberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 3 }).format(value);
    },
  };
}

/** Empty values leave no line. */
export const facts = (...pairs: readonly (readonly [string, string | null | undefined])[]) =>
  pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));
