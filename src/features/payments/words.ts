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

const isDue = ({ status }: Due): boolean => status === 'due' || status === 'overdue';

/** Whether something is to be paid now: its day has come. */
export function isDueNow({ dues }: OrderMoney): boolean {
  return dues.some(isDue);
}

/** What is to be paid now and has not arrived, in minor units; announced payments still count as missing. */
export function dueUnpaid({ dues }: OrderMoney): number {
  return dues.filter(isDue).reduce((sum, { outstanding }) => sum + outstanding, 0);
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
