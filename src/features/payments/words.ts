import { formatMoney } from '#src/domain/money.ts';
import { dateFormat, numberFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { Due, OrderMoney } from './queries.ts';

/** A day without its hour, as the language writes it. */
export function dayText(day: string, locale: Locale): string {
  return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}

/** Amounts of one currency in one language, with all their decimals: this is about money. */
export function sums(currency: string, locale: Locale): (amount: number) => string {
  return (amount) => formatMoney({ amount, currency }, locale);
}

/** Whether something is to be paid now: its day has come. */
export function isDueNow({ dues }: OrderMoney): boolean {
  return dues.some(({ status }) => status === 'due' || status === 'overdue');
}

/** When an amount is due: the day, or what has to happen first. */
export function dueWhen(due: Due, money: OrderMoney, t: Messages, locale: Locale): string {
  const { dueOn, dueWhen: first } = t.payments;
  return due.dueOn ? dueOn(dayText(due.dueOn, locale)) : first[money.order.terms];
}

/** Basis points as a percentage. */
export function rateText(basisPoints: number, locale: Locale): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  );
}

/** The day before which nothing was paid and after which nothing can have been, for date fields. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
