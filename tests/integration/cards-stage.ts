import { randomUUID } from 'node:crypto';
import { cardBooks } from '#src/server/payments/books.ts';
import { openPage } from '#src/server/payments/checkout.ts';
import { readMessage, takeMessage } from '#src/server/payments/messages.ts';
import { cardsOver, type Cards } from '#src/server/payments/stripe.ts';
import { createLog } from '#src/server/log.ts';
import { moneyScene } from '#tests/db/money-scene.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { HOOK_SECRET, KEY, signedMessage, startStripe } from '#tests/support/stripe-server.ts';

/** The official library against a server that answers as Stripe does, and our books in a real database. */
export async function cardsStage(db: TestDatabase) {
  const scene = await moneyScene(db);
  const stripe = await startStripe();
  const books = cardBooks((name, args) => scene.call('service', name, args));
  const settings = {
    secretKey: KEY,
    webhookSecrets: ['whsec_the_old_one', HOOK_SECRET],
    apiBase: stripe.url,
  };
  const cards: Cards = cardsOver(settings, books, createLog({ level: 'error', sink: () => {} }));

  /** The buyer presses the button; answers the payment and the page that opened. */
  async function press(order: string, purpose = 'balance', by = scene.buyerUser) {
    const offer = await scene.call<{ dues: { purpose: string; amount: number }[] }>(
      by,
      'card_offer',
      { p_order: order },
    );
    const due = offer.dues.find((one) => one.purpose === purpose);
    if (!due) throw new Error(`nothing to pay as ${purpose}`);
    const started = await scene.call<{
      payment: string;
      amount: number;
      currency: string;
      attempt: number;
      openedAt: number;
      session: string | null;
    }>(by, 'start_card_payment', {
      p_id: randomUUID(),
      p_order: order,
      p_purpose: purpose,
      p_amount: due.amount,
    });
    const url = await openPage(
      cards,
      started,
      { name: 'Order', description: 'Boots' },
      { success: 'http://isoko.test/back', cancel: 'http://isoko.test/left' },
      'en',
    );
    return { ...started, url, session: url.split('/').at(-1)! };
  }

  /** A message arrives, signed, as the route takes it. Answers what the route would. */
  async function hook(
    type: string,
    object: object,
    rest: Parameters<typeof signedMessage>[2] = {},
  ) {
    const { body, signature } = signedMessage(type, object, rest);
    const event = await readMessage(cards, body, signature);
    if (!event || event.livemode !== cards.live) return 400;
    await takeMessage(cards, event);
    return 200;
  }

  const payment = async (id: string) =>
    (
      await db.sql`select state, provider_ref as ref, confirmed_amount::int as amount, fee_amount::int as fee, reason
      from public.payments where id = ${id}`
    )[0]!;
  const refundRow = async (id: string) =>
    (
      await db.sql`select state, provider_ref as ref, amount::int as amount from public.refunds where id = ${id}`
    )[0]!;
  const payout = async (id: string) =>
    (
      await db.sql`select state, provider_ref as ref, amount::int as amount, reason from public.payouts where id = ${id}`
    )[0]!;
  const alerts = async () =>
    (
      await db.sql<
        { key: string; kind: string }[]
      >`select key, kind from private.card_alerts order by created_at, key`
    ).map(({ kind }) => kind);
  const journals = async (order: string, kind: string) =>
    Number(
      (
        await db.sql`select count(*) from public.ledger_journals where order_id = ${order} and kind = ${kind}`
      )[0]!['count'],
    );

  const answerOfOffer = async (order: string) =>
    (await scene.call<{ dues: object[] }>(scene.buyerUser, 'card_offer', { p_order: order })).dues;

  return {
    ...scene,
    answerOfOffer,
    stripe,
    world: stripe.world,
    cards,
    press,
    hook,
    payment,
    refundRow,
    payout,
    alerts,
    journals,
  };
}
