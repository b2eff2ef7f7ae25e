import { convertForReading, type ReadIn } from '#src/domain/exchange.ts';
import { formatMoney, type Money } from '#src/domain/money.ts';
import { formatDay } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';

type Words = { locale: Locale; t: Messages };

/** An amount a second time, in the currency that the reader chose: “≈ €12.40”. Empty when none was, or it is the same. */
export function readingText(value: Money, read: ReadIn | null, { locale, t }: Words): string {
  if (!read || read.currency === value.currency) return '';
  const about = convertForReading(value, read.currency, read.rates);
  return about ? t.finding.reading.about(formatMoney(about.value, locale)) : '';
}

/** What such amounts are worth: of which day the rate is, and that nobody pays by it. */
export function readingNote(currency: string, read: ReadIn | null, { locale, t }: Words): string {
  if (!read || read.currency === currency) return '';
  const about = convertForReading({ amount: 0, currency }, read.currency, read.rates);
  if (!about) return '';
  const { reading } = t.finding;
  return about.day === null ? reading.noteSame : reading.note(formatDay(about.day, locale));
}
