import { feeInPaid, fromCardAmount } from '#src/domain/card.ts';
import type { CardPayment } from './books.ts';
import { AskLater, type Cards, type Stripe } from './stripe.ts';

/**
 * What became of a payment at Stripe: `paid` is booked, `waiting` is on its way (a debit), `unpaid` has no money yet,
 * `mismatch` is money that is not what was asked for, `foreign` is none of ours.
 */
export type IntentState = 'paid' | 'waiting' | 'unpaid' | 'mismatch' | 'foreign';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function ours(metadata: Stripe.Metadata | null | undefined, name: string): string | null {
  const id = metadata?.[name];
  return id && UUID.test(id) ? id : null;
}

/**
 * Asks Stripe how the intent stands and books money that is there. What a message said does not matter, so messages may
 * come in any order, twice, or never.
 */
export async function settleIntent(
  cards: Cards,
  id: string,
): Promise<{ state: IntentState; why: string | null }> {
  const intent = await cards.stripe.paymentIntents.retrieve(id, {
    expand: ['latest_charge.balance_transaction'],
  });
  const asked = ours(intent.metadata, 'isoko_payment');
  const payment = asked ? await cards.books.payment(asked) : await cards.books.paymentOf(id);
  const why = intent.last_payment_error?.message ?? null;
  if (!payment) return { state: 'foreign', why };
  if (intent.status === 'succeeded') return { state: await book(cards, intent, payment), why };
  return { state: intent.status === 'processing' ? 'waiting' : 'unpaid', why };
}

async function book(
  cards: Cards,
  intent: Stripe.PaymentIntent,
  payment: CardPayment,
): Promise<IntentState> {
  const came = fromCardAmount(intent.amount_received, intent.currency);
  const right =
    came === payment.amount &&
    intent.currency.toUpperCase() === payment.currency &&
    intent.livemode === cards.live;
  if (!right) {
    await cards.books.alert(`mismatch:${intent.id}`, 'mismatch', {
      ref: intent.id,
      orderId: payment.orderId,
      detail: `${intent.amount_received} ${intent.currency} came, ${payment.amount} ${payment.currency} was asked for`,
      amount: payment.amount,
      currency: payment.currency,
    });
    return 'mismatch';
  }
  const fee = feeOf(intent, came);
  await cards.books.recordPayment(payment.id, intent.id, came, fee);
  return 'paid';
}

/** What Stripe kept, in the currency of the payment. Not known for a moment after some payments. */
function feeOf(intent: Stripe.PaymentIntent, came: number): number {
  const charge = intent.latest_charge;
  const balance = typeof charge === 'object' ? charge?.balance_transaction : null;
  if (!balance || typeof balance !== 'object')
    throw new AskLater('the fee of the payment is not known yet');
  return feeInPaid(came, balance.amount, balance.fee);
}
