import { feeInPaid, fromCardAmount } from '#src/domain/card.ts';
import type { Booking, CardBooks } from './books.ts';
import { settlePage } from './checkout.ts';
import { ours } from './intents.ts';
import { workOn } from './messages.ts';
import { sendRefund, settleDispute } from './refunds.ts';
import { idOf, isMissing, type Cards, type Stripe } from './stripe.ts';
import { sendTransfer, settleBankPayoutsOf, settleTransfer } from './transfers.ts';

/** Asks Stripe about everything that waits for it: lost messages, refunds and payouts on their way. Safe twice. */
export async function catchUp(cards: Cards, olderSeconds = 120): Promise<void> {
  const work = await cards.books.work(olderSeconds);
  for (const event of work.events) await tried(cards, event.id, () => workOn(cards, event));
  for (const id of work.sessions) await tried(cards, id, () => settlePage(cards, id));
  for (const id of work.abandoned) await cards.books.failPayment(id, null);
  for (const id of work.disputes) await tried(cards, id, () => settleDispute(cards, id));
  for (const id of work.refunds) await tried(cards, id, () => sendRefund(cards, id));
  for (const id of work.payouts) await tried(cards, id, () => lookAfterPayout(cards, id));
}

async function lookAfterPayout(cards: Cards, id: string): Promise<void> {
  const payout = await cards.books.payout(id);
  if (payout?.ref) await settleTransfer(cards, payout.ref);
  else await sendTransfer(cards, id);
}

/** One that cannot be settled now must not keep the others. */
async function tried(cards: Cards, about: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    cards.log[isMissing(error) ? 'info' : 'warn']('asked the card processor in vain', {
      about,
      error,
    });
  }
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What moved at Stripe, in the words of our books. */
type Move = { id: string; ref: string; currency: string; amount: number; fee: number | null };

/**
 * Compares what moved in Stripe's balance with what the books say moved, one by one. Each difference is told to the
 * operators once. What another business of the same account did is none of ours.
 */
export async function compareDays(cards: Cards, now: Date): Promise<number> {
  const from = new Date(now.getTime() - 3 * DAY);
  const [moves, books] = await Promise.all([
    movesSince(cards, from),
    cards.books.bookings(new Date(from.getTime() - 4 * DAY), now),
  ]);
  const byRef = new Map(books.map((booking) => [booking.ref, booking]));
  let told = 0;
  for (const move of moves) {
    const wrong = difference(move, byRef.get(move.ref));
    if (wrong && (await alert(cards.books, move, wrong))) told += 1;
  }
  const seen = new Set(moves.map(({ ref }) => ref));
  for (const booking of books) {
    const at = Date.parse(booking.at);
    // Wide margins: Stripe's clock is not ours, and a lost message is booked after its day.
    if (at < from.getTime() + DAY || at > now.getTime() - HOUR) continue;
    if (!booking.ref || seen.has(booking.ref) || booking.ref.startsWith('d')) continue;
    const unknown = { ...booking, id: booking.ref, ref: booking.ref };
    if (await alert(cards.books, unknown, 'booked here, not moved there')) told += 1;
  }
  await bankPayouts(cards, from);
  return told;
}

async function bankPayouts(cards: Cards, since: Date): Promise<void> {
  const { payouts } = await cards.books.work(0);
  const rows = await Promise.all(payouts.map((id) => cards.books.payout(id)));
  const accounts = new Set(rows.flatMap((row) => row?.account ?? []));
  for (const account of accounts)
    await tried(cards, account, () => settleBankPayoutsOf(cards, account, since));
}

function difference(move: Move, booking: Booking | undefined): string | null {
  if (!booking) return 'moved there, not booked here';
  if (booking.currency !== move.currency || booking.amount !== move.amount)
    return `moved ${move.amount} ${move.currency} there, booked ${booking.amount} ${booking.currency}`;
  if (move.fee !== null && move.fee !== booking.fee)
    return `a fee of ${move.fee} there, of ${booking.fee} booked`;
  return null;
}

function alert(books: CardBooks, move: Move | (Booking & { id: string }), detail: string) {
  return books.alert(`difference:${move.id}`, 'difference', {
    ref: move.ref ?? move.id,
    detail,
    amount: move.amount,
    currency: move.currency,
  });
}

async function movesSince(cards: Cards, from: Date): Promise<Move[]> {
  const list = cards.stripe.balanceTransactions.list({
    created: { gte: Math.floor(from.getTime() / 1000) },
    limit: 100,
    expand: ['data.source'],
  });
  const moves: Move[] = [];
  for await (const balance of list) {
    const move = await moveOf(cards, balance);
    if (move) moves.push(move);
  }
  return moves;
}

async function moveOf(cards: Cards, balance: Stripe.BalanceTransaction): Promise<Move | null> {
  const { source } = balance;
  if (!source || typeof source === 'string') return null;
  if (source.object === 'charge') return chargeMove(balance, source);
  if (source.object === 'refund') return refundMove(cards, balance, source);
  if (source.object !== 'transfer' || balance.type !== 'transfer' || source.reversed) return null;
  if (!ours(source.metadata, 'isoko_payout')) return null;
  return moved(balance.id, source.id, -source.amount, source.currency, null);
}

function chargeMove(balance: Stripe.BalanceTransaction, charge: Stripe.Charge): Move | null {
  const ref = idOf(charge.payment_intent);
  if (!ref || !ours(charge.metadata, 'isoko_payment') || balance.amount <= 0) return null;
  const move = moved(balance.id, ref, charge.amount, charge.currency, null);
  return move && { ...move, fee: feeInPaid(move.amount, balance.amount, balance.fee) };
}

async function refundMove(
  cards: Cards,
  balance: Stripe.BalanceTransaction,
  refund: Stripe.Refund,
): Promise<Move | null> {
  const intent = idOf(refund.payment_intent);
  if (refund.status !== 'succeeded' || balance.amount >= 0 || !intent) return null;
  if (!(await cards.books.paymentOf(intent))) return null;
  return moved(balance.id, refund.id, -refund.amount, refund.currency, null);
}

function moved(
  id: string,
  ref: string,
  there: number,
  code: string,
  fee: number | null,
): Move | null {
  const amount = fromCardAmount(there, code);
  return amount === null ? null : { id, ref, amount, currency: code.toUpperCase(), fee };
}
