import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { lotQuantity } from '../words.ts';
import type { ReceivingOrder, StoreMember } from './queries.ts';

/** Whether a member has fetched its whole share. */
export function isServed({ lots }: StoreMember): boolean {
  return lots.every(({ quantity, handed }) => handed >= quantity);
}

/** What is still expected of an order, in words. */
export function orderProgress(order: ReceivingOrder, t: Messages, locale: Locale): string {
  const open = order.lines.filter(({ closed, good, expected }) => !closed && good < expected);
  if (open.length === 0) return t.receiving.allClosed;
  const rest = open.map((line) => lotQuantity(line.expected - line.good, line, t, locale));
  return `${t.receiving.expected}: ${rest.join(', ')}`;
}
