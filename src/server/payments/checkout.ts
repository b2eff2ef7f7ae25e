import { cardAmount } from '#src/domain/card.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { ours, settleIntent } from './intents.ts';
import { idOf, isMissing, refusalOf, type Cards, type Stripe } from './stripe.ts';

/** How a page for paying stands; `url` while it is open. */
export type PageState = {
  state: 'open' | 'waiting' | 'paid' | 'failed' | 'expired' | 'foreign';
  url: string | null;
};

/** As `start_card_payment` answers. */
export type Started = {
  payment: string;
  amount: number;
  currency: string;
  attempt: number;
  openedAt: number;
};
export type Words = { name: string; description: string };
export type Ways = { success: string; cancel: string };

/** A page is good for two hours; Stripe allows no less than thirty minutes from the moment it is made. */
const OPEN_SECONDS = 7200;
const LANGUAGE: Record<Locale, 'en' | 'fr' | 'auto'> = {
  en: 'en',
  fr: 'fr',
  rw: 'auto',
  sw: 'auto',
};

/** Opens Stripe's page for a payment. The same attempt always answers the same page. Rejects as Stripe does. */
export async function openPage(
  cards: Cards,
  started: Started,
  words: Words,
  ways: Ways,
  locale: Locale,
): Promise<string> {
  const amount = cardAmount(started.amount, started.currency);
  if (!amount.ok) throw new RangeError(`cannot be charged: ${amount.failure.code}`);
  const metadata = { isoko_payment: started.payment };
  const session = await cards.stripe.checkout.sessions.create(
    {
      mode: 'payment',
      ui_mode: 'hosted_page',
      client_reference_id: started.payment,
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: started.currency.toLowerCase(),
            unit_amount: amount.value,
            product_data: words,
          },
        },
      ],
      metadata,
      // The amount and currency are those of the agreement, and the fee is known with the payment.
      payment_intent_data: { metadata, description: words.name, capture_method: 'automatic' },
      adaptive_pricing: { enabled: false },
      success_url: ways.success,
      cancel_url: ways.cancel,
      expires_at: started.openedAt + OPEN_SECONDS,
      locale: LANGUAGE[locale],
    },
    { idempotencyKey: `isoko:checkout:${started.payment}:${started.attempt}` },
  );
  await cards.books.keepSession(started.payment, started.attempt, session.id);
  if (!session.url) throw new Error('Stripe opened a page without an address');
  return session.url;
}

/** Asks Stripe how a page stands, books what was paid on it and ends what can no longer be paid on it. */
export async function settlePage(cards: Cards, id: string): Promise<PageState> {
  const session = await pageOf(cards, id);
  if (!session) return closed('foreign');
  const payment = ours(session.metadata, 'isoko_payment');
  if (!payment || !(await cards.books.payment(payment))) return closed('foreign');
  if (session.status === 'open') return { state: 'open', url: session.url ?? null };
  return finished(cards, session, payment);
}

/** Null when Stripe does not know it (the key is of another account now): then nothing is paid on it any more. */
async function pageOf(cards: Cards, id: string): Promise<Stripe.Checkout.Session | null> {
  try {
    return await cards.stripe.checkout.sessions.retrieve(id);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await cards.books.closeSession(id);
    return null;
  }
}

const closed = (state: PageState['state']): PageState => ({ state, url: null });

async function finished(
  cards: Cards,
  session: Stripe.Checkout.Session,
  payment: string,
): Promise<PageState> {
  const intentId = idOf(session.payment_intent);
  const intent = intentId ? await settleIntent(cards, intentId) : null;
  if (intent?.state === 'waiting') return closed('waiting');
  const another = await cards.books.closeSession(session.id);
  if (intent?.state === 'paid') return closed('paid');
  // What came is not what was asked for: an operator looks at it, and nobody is told that it failed.
  if (intent?.state === 'mismatch') return closed('waiting');
  if (another) return closed('expired');
  await cards.books.failPayment(payment, intent?.why ?? null);
  return closed(session.status === 'expired' ? 'expired' : 'failed');
}

/** Nobody shall pay on this page any more. Money that came on it first is booked. */
export async function shutPage(cards: Cards, id: string): Promise<void> {
  try {
    await cards.stripe.checkout.sessions.expire(id);
    await cards.books.closeSession(id);
  } catch (error) {
    if (!refusalOf(error)) throw error;
    await settlePage(cards, id);
  }
}
