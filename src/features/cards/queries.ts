import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import { mayReceiveTransfers } from '#src/domain/card-countries.ts';
import { homeCountry } from '#src/server/payments/accounts.ts';
import { settlePage } from '#src/server/payments/checkout.ts';
import { cards, isStripeError, type Cards } from '#src/server/payments/stripe.ts';
import type { Log } from '#src/server/log.ts';

export type Purpose = 'deposit' | 'balance' | 'sample' | 'other';
export type CardOffer = {
  currency: string;
  reference: string;
  dues: { purpose: Purpose; amount: number }[];
  open: { payment: string; purpose: Purpose; amount: number; session: string | null } | null;
  lastFailed: string | null;
};
/** What to say to somebody who came back from the card processor. */
export type CardNews =
  | { kind: 'paid'; amount: number }
  | { kind: 'waiting'; payment: string }
  | { kind: 'failed' }
  | { kind: 'left' };
export type CardBox = { offer: CardOffer; news: CardNews | null };

/** Null when there is no such order or the caller is not its buyer. */
export async function cardOffer(db: Db, order: string): Promise<CardOffer | null> {
  const answer = await db.rpc('card_offer', { p_order: order });
  if (answer.error && ['not_found', 'not_allowed', 'invalid_input'].includes(codeOf(answer.error)))
    return null;
  return expectData(answer) as unknown as CardOffer;
}

/** `back`: the payment that the reader comes back from, or `left`. Null where cards are not offered. */
export async function cardBox(
  db: Db,
  log: Log,
  order: string,
  back: string | null,
): Promise<CardBox | null> {
  const open = cards();
  if (!open) return null;
  const news = await newsOf(open, db, log, order, back);
  const offer = await cardOffer(db, order);
  return offer && { offer, news };
}

async function newsOf(
  open: Cards,
  db: Db,
  log: Log,
  order: string,
  back: string | null,
): Promise<CardNews | null> {
  if (!back) return null;
  if (back === 'left') return { kind: 'left' };
  await ask(open, db, log, back);
  const { data } = await db
    .from('payments')
    .select('id, state, confirmed_amount')
    .match({ id: back, order_id: order, method: 'card' })
    .maybeSingle();
  if (!data) return null;
  if (data.state === 'confirmed') return { kind: 'paid', amount: data.confirmed_amount ?? 0 };
  return data.state === 'pending' ? { kind: 'waiting', payment: data.id } : { kind: 'failed' };
}

/** The way back proves nothing, so Stripe is asked; when it does not answer, its message comes later. */
async function ask(open: Cards, db: Db, log: Log, payment: string): Promise<void> {
  const { data: session } = await db.rpc('ask_about_card', { p_payment: payment });
  if (!session) return;
  try {
    await settlePage(open, session);
  } catch (error) {
    if (!isStripeError(error)) throw error;
    log.warn('Stripe could not say how a payment stands', { error });
  }
}

export type StudioCard = {
  producer: string;
  name: string;
  slug: string;
  country: string;
  keeps: boolean;
  account: {
    id: string;
    transfers: boolean;
    payouts: boolean;
    submitted: boolean;
    due: number;
    disabled: string | null;
    asOf: string;
  } | null;
};

/** Null when there is no such producer or the caller does not see its money. */
export async function studioCard(db: Db, producer: string): Promise<StudioCard | null> {
  const answer = await db.rpc('studio_card_account', { p_producer: producer });
  if (answer.error && ['not_found', 'invalid_input'].includes(codeOf(answer.error))) return null;
  return expectData(answer) as unknown as StudioCard;
}

/** Whether Stripe pays out in a country from here; null when it does not say so now. */
export async function paysOutIn(country: string, log: Log): Promise<boolean | null> {
  const open = cards();
  if (!open) return false;
  try {
    return mayReceiveTransfers(await homeCountry(open), country);
  } catch (error) {
    if (!isStripeError(error)) throw error;
    log.warn('Stripe does not say where the platform is at home', { error });
    return null;
  }
}

export const ALERT_KINDS = [
  'dispute',
  'difference',
  'mismatch',
  'event',
  'payout',
  'refund',
] as const;
export type CardDesk = {
  alerts: {
    key: string;
    kind: (typeof ALERT_KINDS)[number];
    data: { ref?: string; detail: string; orderId?: string; amount?: number; currency?: string };
    at: string;
    settledAt: string | null;
  }[];
  waiting: { events: number; payments: number; refunds: number; payouts: number };
  /** Refunds of money that was paid out already; `covered` is what is held for the producer now. */
  held: {
    id: string;
    order: string;
    producer: string;
    amount: number;
    currency: string;
    since: string;
    covered: number;
  }[];
  accounts: { name: string; slug: string; transfers: boolean; due: number }[];
};

export async function cardDesk(db: Db): Promise<CardDesk> {
  return expectData(await db.rpc('card_desk')) as unknown as CardDesk;
}
