import { fromCardAmount, inCardUnits } from '#src/domain/card.ts';
import type { CardPayment, CardRefund } from './books.ts';
import { ours, settleIntent } from './intents.ts';
import { AskLater, idOf, refusalOf, type Cards, type Stripe } from './stripe.ts';

/** Sends a refund on its way, once, however often it is asked to; what Stripe refuses for good has failed. */
export async function sendRefund(cards: Cards, id: string): Promise<void> {
  const refund = await cards.books.claimRefund(id);
  if (!refund) return;
  if (refund.ref) return settleRefund(cards, refund.ref);
  try {
    const made = (await alreadyMade(cards, refund)) ?? (await make(cards, refund));
    await cards.books.startRefund(refund.id, made.id);
    await settleRefund(cards, made.id);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    await failed(cards, refund, refusal.message);
  }
}

/** Stripe forgets idempotency keys after a day, so what may have been made is looked for first. */
async function alreadyMade(cards: Cards, refund: CardRefund): Promise<Stripe.Refund | undefined> {
  const made = await cards.stripe.refunds
    .list({ payment_intent: intentOf(refund), limit: 100 })
    .autoPagingToArray({ limit: 1000 });
  return made.find(({ metadata }) => ours(metadata, 'isoko_refund') === refund.id);
}

async function make(cards: Cards, refund: CardRefund): Promise<Stripe.Refund> {
  const amount = inCardUnits(refund.amount, refund.currency);
  return cards.stripe.refunds.create(
    {
      payment_intent: intentOf(refund),
      // What cannot be said exactly is left to Stripe's refusal.
      amount: amount ?? refund.amount,
      reason: 'requested_by_customer',
      metadata: { isoko_refund: refund.id, isoko_payment: refund.paymentId },
    },
    { idempotencyKey: `isoko:refund:${refund.id}` },
  );
}

function intentOf(refund: CardRefund): string {
  if (!refund.intent) throw new AskLater('the payment of the refund is not booked yet');
  return refund.intent;
}

/** Asks Stripe how a refund stands, and books it: one of ours, or one that was made at Stripe's own desk. */
export async function settleRefund(cards: Cards, id: string): Promise<void> {
  const refund = await cards.stripe.refunds.retrieve(id);
  const payment = await paymentOf(cards, idOf(refund.payment_intent));
  if (!payment) return;
  if (!(await sameCurrency(cards, payment, refund))) return;
  const mine = (await cards.books.refundOf(id)) ?? (await askedFor(cards, payment, refund));
  switch (refund.status) {
    case 'succeeded':
      return record(cards, payment, refund, mine);
    case 'failed':
    case 'canceled':
      if (mine) await failed(cards, mine, refund.failure_reason ?? refund.status);
      return;
    default:
      if (mine?.state === 'pending') await cards.books.startRefund(mine.id, id);
  }
}

/** The request that a refund answers by its metadata: of the same payment, and not answered by another refund. */
async function askedFor(
  cards: Cards,
  payment: CardPayment,
  refund: Stripe.Refund,
): Promise<CardRefund | null> {
  const asked = ours(refund.metadata, 'isoko_refund');
  const found = asked ? await cards.books.refund(asked) : null;
  return found?.paymentId === payment.id && found.ref === null ? found : null;
}

/** Sums in another currency than the payment's are not booked as if they were in it; an operator hears of them once. */
async function sameCurrency(
  cards: Cards,
  payment: CardPayment,
  { id, amount, currency }: { id: string; amount: number; currency: string },
): Promise<boolean> {
  if (currency.toUpperCase() === payment.currency) return true;
  await cards.books.alert(`mismatch:${id}`, 'mismatch', {
    ref: id,
    orderId: payment.orderId,
    detail: `${amount} ${currency} went, the payment is in ${payment.currency}`,
  });
  return false;
}

async function record(
  cards: Cards,
  payment: CardPayment,
  refund: Stripe.Refund,
  mine: CardRefund | null,
): Promise<void> {
  const amount = fromCardAmount(refund.amount, refund.currency);
  if (amount === null) throw new RangeError(`the refund ${refund.id} is finer than we count`);
  const reason = mine?.reason ?? refund.reason ?? 'processor';
  await cards.books.recordRefund(payment.id, refund.id, amount, reason, mine?.id ?? null);
}

/** Booked first when the message of the refund overtook that of the payment. */
export async function paymentOf(cards: Cards, intent: string | null): Promise<CardPayment | null> {
  if (!intent) return null;
  const known = await cards.books.paymentOf(intent);
  if (known) return known;
  const { state } = await settleIntent(cards, intent);
  return state === 'paid' ? cards.books.paymentOf(intent) : null;
}

async function failed(cards: Cards, refund: CardRefund, why: string): Promise<void> {
  await cards.books.failRefund(refund.id, why);
  await cards.books.alert(`refund:${refund.id}`, 'refund', {
    ref: refund.ref ?? refund.id,
    detail: why,
    amount: refund.amount,
    currency: refund.currency,
  });
}

export async function settleRefundsOf(cards: Cards, charge: string): Promise<void> {
  const list = await cards.stripe.refunds
    .list({ charge, limit: 100 })
    .autoPagingToArray({ limit: 1000 });
  for (const refund of list) await settleRefund(cards, refund.id);
}

const DECIDED: readonly Stripe.Dispute.Status[] = ['won', 'lost', 'warning_closed', 'prevented'];

/**
 * A chargeback: told when it is opened, and its money is paid out to nobody until it is decided; when it is lost, the
 * money has gone back to the cardholder, which is booked before the hold on it ends.
 */
export async function settleDispute(cards: Cards, id: string): Promise<void> {
  const dispute = await cards.stripe.disputes.retrieve(id);
  const intent = idOf(dispute.payment_intent);
  const payment = await paymentOf(cards, intent);
  const amount = fromCardAmount(dispute.amount, dispute.currency);
  if (!payment || !intent || amount === null) return;
  if (!(await sameCurrency(cards, payment, dispute))) return;
  if (dispute.status === 'lost')
    await cards.books.recordRefund(payment.id, id, amount, `chargeback: ${dispute.reason}`, null);
  const open = !DECIDED.includes(dispute.status);
  await cards.books.noteDispute(intent, id, amount, dispute.reason, open);
}
