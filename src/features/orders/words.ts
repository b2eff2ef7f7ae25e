import { formatMoney } from '#src/domain/money.ts';
import type { OrderLine } from '#src/domain/order-document.ts';
import type { OrderSide } from '#src/domain/order-states.ts';
import { formatQuantity } from '#src/domain/quantity.ts';
import { dateFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { stepTitle } from '#src/i18n/usual-steps.ts';
import type { Order, OrderEvent } from './queries.ts';

/** A day, or the day of a moment in UTC, as short as the language writes it with its year. */
export function dayOf(value: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value));
}

export function amountOf(amount: number, currency: string, locale: string): string {
  return formatMoney({ amount, currency }, locale);
}

/** "60 pairs", with the unit in the reader's language. */
export function quantityOf(
  quantity: number,
  unit: OrderLine['unit'],
  t: Messages,
  locale: Locale,
): string {
  const units: Record<string, { one: string; other: string }> = t.common.units;
  const word = units[unit]?.[quantity === 1 ? 'one' : 'other'] ?? unit;
  return `${formatQuantity(quantity, unit, locale)} ${word}`;
}

/** Who the other side is, by name. */
export function partnerOf(order: Order): string {
  return order.side === 'buyer' ? order.producer.name : order.buyer.name;
}

export function nameOfSide(order: Order, side: OrderSide): string {
  return side === 'buyer' ? order.buyer.name : order.producer.name;
}

/** Who did it, from where this reader stands. Accounts are never named; who helps a workshop acts in its name. */
export function actorOf(event: OrderEvent, order: Order, t: Messages): string {
  const { who } = t.orderChanges;
  if (event.side === null) return who.system;
  if (event.side === 'buyer' || event.side === 'producer')
    return event.side === order.side ? who.you : nameOfSide(order, event.side);
  return who[event.side];
}

/** One line of the history, with what it was about. */
export function eventWords(event: OrderEvent, t: Messages, locale: Locale): string {
  const known: Record<string, string> = t.orderChanges.events;
  const words = known[event.action] ?? t.orderChanges.otherEvent;
  const { title } = event.data;
  const about = [
    typeof title === 'string' ? stepTitle(title, locale) : '',
    event.data['carrier'],
    event.data['tracking'],
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ');
  return about ? `${words}, ${about}` : words;
}
