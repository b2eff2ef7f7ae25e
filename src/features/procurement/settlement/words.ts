import { formatMoney } from '#src/domain/money.ts';
import type { InvoiceDifference } from '#src/domain/procurement/invoice-match.ts';
import { amountFor } from '#src/domain/procurement/lot-amount.ts';
import { lineSaving, type Saving } from '#src/domain/procurement/savings.ts';
import { dateFormat, numberFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { lotQuantity } from '../words.ts';
import type { InvoiceFacts, MemberMoney, SettledLine, Settlement } from './queries.ts';

export function dayText(day: string, locale: Locale): string {
  return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}

/** Amounts of one currency in one language, with all their decimals. */
export function sums(currency: string, locale: Locale): (amount: number) => string {
  return (amount) => formatMoney({ amount, currency }, locale);
}

/** Basis points as a percentage with at most one decimal. */
export function percentText(basisPoints: number, locale: Locale): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
    basisPoints / 10_000,
  );
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** One difference of an invoice as a sentence. */
export function differenceText(
  difference: InvoiceDifference,
  facts: InvoiceFacts,
  t: Messages,
  locale: Locale,
): string {
  const s = t.settlement;
  const sum = sums(facts.currency, locale);
  const [given, right] = [difference.invoiced, difference.expected];
  if (!('lineId' in difference)) {
    const say = difference.code === 'sum' ? s.diffSum : s.diffFreight;
    return say(sum(given), sum(right));
  }
  const line = facts.lines.find(({ id }) => id === difference.lineId);
  const what = line?.title ?? '';
  if (difference.code === 'price') return s.diffPrice(what, sum(given), sum(right));
  if (difference.code === 'line') return s.diffLine(what, sum(given), sum(right));
  const count = (steps: number) => (line ? lotQuantity(steps, line, t, locale) : String(steps));
  return s.diffQuantity(what, count(given), count(right));
}

/** What a settlement saved against the shop, all costs included; null where a material has no price of the shop. */
export function settlementSaving({ reference, total }: Settlement): Saving | null {
  if (reference === null) return null;
  return lineSaving({
    memberId: '',
    lotId: '',
    quantity: 1,
    decimals: 0,
    referenceAmount: reference,
    paidAmount: total,
  });
}

/** Why a line's goods cost what they do: its part of the lot, and the credit for what did not come. */
export function lineReasons(
  line: SettledLine,
  currency: string,
  t: Messages,
  locale: Locale,
): string[] {
  const s = t.settlement;
  const sum = sums(currency, locale);
  const count = (steps: number) => lotQuantity(steps, line, t, locale);
  const price = unitPrice(line);
  const why =
    price === null
      ? s.whyGoods(count(line.quantity), count(line.lotQuantity), sum(line.lotGoodsAmount))
      : s.whyPrice(count(line.quantity), sum(price));
  if (line.creditAmount === 0) return [why];
  const { awardedQuantity, quantity, creditAmount } = line;
  return [why, s.whyShort(count(awardedQuantity), count(quantity), sum(creditAmount))];
}

/** The price of one unit where everybody paid the same and it multiplies to the last franc; null where orders were mixed. */
function unitPrice({
  quantity,
  decimals,
  goodsAmount,
  lotQuantity: all,
  lotGoodsAmount,
}: SettledLine) {
  if (all === 0 || quantity === 0) return null;
  const price = Math.round((lotGoodsAmount * 10 ** decimals) / all);
  const fits = (steps: number, amount: number) => amountFor(steps, price, decimals) === amount;
  return fits(all, lotGoodsAmount) && fits(quantity, goodsAmount) ? price : null;
}

/** Which part of a cost is a member's, and by which rule. */
export function costReason(
  { of, basis }: Pick<SettledLine['shares'][number], 'of' | 'basis'>,
  currency: string,
  { settlement: s }: Messages,
  locale: Locale,
): string {
  return s.whyShare(sums(currency, locale)(of), s.bases[basis]);
}

/** Somebody has to do something about this member's money: it owes, is owed, or waits for an answer. */
export function isOpen(member: MemberMoney, settled: boolean): boolean {
  return (
    member.payments.some(({ state }) => state === 'proof_sent' || state === 'pending') ||
    member.refunds.some(({ state }) => state === 'pending') ||
    member.writeOffs.some(({ state }) => state === 'proposed') ||
    (settled ? member.owed !== 0 : member.deposit > member.paid)
  );
}

/** How a member stands, in a word and its tone; null where nothing is asked of it yet. */
export function standing(
  member: MemberMoney,
  settled: boolean,
  t: Messages,
): { text: string; tone: 'good' | 'wait' | 'bad' } | null {
  const s = t.settlement;
  if (member.owed > 0) return { text: s.open, tone: 'wait' };
  if (settled)
    return member.owed < 0 ? { text: s.hasCredit, tone: 'bad' } : { text: s.allPaid, tone: 'good' };
  if (member.deposit === 0) return null;
  return member.paid >= member.deposit
    ? { text: s.depositPaid, tone: 'good' }
    : { text: s.depositUnpaid, tone: 'wait' };
}
