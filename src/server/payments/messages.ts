import { settleAccount } from './accounts.ts';
import type { About, Message } from './books.ts';
import { settlePage } from './checkout.ts';
import { settleIntent } from './intents.ts';
import { settleDispute, settleRefund, settleRefundsOf } from './refunds.ts';
import { idOf, isMissing, type Cards, type Stripe } from './stripe.ts';
import { settleBankPayout, settleTransfer } from './transfers.ts';

/** A message is believed for five minutes, as Stripe advises. */
const TOLERANCE_SECONDS = 300;

type Work = (cards: Cards, about: About) => Promise<unknown>;

const page: Work = (cards, { id }) => settlePage(cards, id);
const intent: Work = (cards, { id }) => settleIntent(cards, id);
const refund: Work = (cards, { id }) => settleRefund(cards, id);
const dispute: Work = (cards, { id }) => settleDispute(cards, id);
const transfer: Work = (cards, { id }) => settleTransfer(cards, id);
const bank: Work = (cards, { id, account }) => settleBankPayout(cards, id, account);

/** What to ask Stripe about. A message only says where to look, so that its order and age do not matter. */
const WORK: Record<string, Work> = {
  'checkout.session.completed': page,
  'checkout.session.async_payment_succeeded': page,
  'checkout.session.async_payment_failed': page,
  'checkout.session.expired': page,
  'payment_intent.succeeded': intent,
  'payment_intent.payment_failed': intent,
  'payment_intent.canceled': intent,
  'charge.updated': async (cards, { id }) => {
    const charge = await cards.stripe.charges.retrieve(id);
    const of = idOf(charge.payment_intent);
    if (of) await settleIntent(cards, of);
  },
  'charge.refunded': (cards, { id }) => settleRefundsOf(cards, id),
  'refund.created': refund,
  'refund.updated': refund,
  'refund.failed': refund,
  'charge.dispute.created': dispute,
  'charge.dispute.closed': dispute,
  'account.updated': (cards, { id }) => settleAccount(cards, id),
  'payout.paid': bank,
  'payout.failed': bank,
  'payout.canceled': bank,
  'transfer.created': transfer,
  'transfer.updated': transfer,
  'transfer.reversed': transfer,
};

/** The event behind a signed body, or null: forged, too old, or not signed with any secret of ours. */
export async function readMessage(
  cards: Cards,
  body: string,
  signature: string | null,
): Promise<Stripe.Event | null> {
  for (const secret of cards.webhookSecrets) {
    try {
      return await cards.stripe.webhooks.constructEventAsync(
        body,
        signature ?? '',
        secret,
        TOLERANCE_SECONDS,
      );
    } catch {
      // Perhaps it is signed with the next one.
    }
  }
  return null;
}

/** Keeps a message once and does what it asks for; what fails is tried again by the worker. */
export async function takeMessage(cards: Cards, event: Stripe.Event): Promise<void> {
  const object = event.data.object as { id?: string; object?: string };
  if (!object.id || !WORK[event.type]) return;
  const about: About = {
    object: object.object ?? '',
    id: object.id,
    ...(event.account ? { account: event.account } : {}),
  };
  const created = new Date(event.created * 1000);
  if (!(await cards.books.takeEvent(event.id, event.type, created, about))) return;
  await workOn(cards, { id: event.id, type: event.type, payload: about });
}

export async function workOn(cards: Cards, { id, type, payload }: Message): Promise<void> {
  try {
    await WORK[type]?.(cards, payload);
  } catch (error) {
    if (!isMissing(error)) {
      cards.log.warn('a message of the card processor waits', { event: id, type, error });
      await cards.books.settleEvent(id, error instanceof Error ? error.message : 'unknown');
      return;
    }
    cards.log.info('a message about something that is not there', { event: id, type });
  }
  await cards.books.settleEvent(id);
}
