import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { settlePage, shutPage } from '#src/server/payments/checkout.ts';
import { catchUp } from '#src/server/payments/reconcile.ts';
import { agreement } from '#tests/db/order-scene.ts';
import { answerOf } from '#tests/db/scene.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { cardsStage } from './cards-stage.ts';

// Money that comes by card: the official library, a server that answers as Stripe does, real books.

const db = await createTestDatabase();
const s = await cardsStage(db);
const { world, stripe } = s;
afterAll(() => stripe.stop());
afterEach(() => {
  stripe.troubleWith(() => undefined);
  world.rate = 1_000_000;
});

describe('a payment by card', () => {
  test('is announced once, opens one page, and is paid by what Stripe says, never by the way back', async () => {
    const order = await s.makeOrder(100_000, 30_000);
    const [one, two] = await Promise.all([s.press(order, 'deposit'), s.press(order, 'deposit')]);
    expect(two.payment).toBe(one.payment);
    expect(two.url).toBe(one.url);
    expect(one.amount).toBe(30_000);
    expect(await s.payment(one.payment)).toMatchObject({ state: 'pending' });
    const row = world.get(one.session);
    expect(row['metadata']).toEqual({ isoko_payment: one.payment });
    expect(row['client_reference_id']).toBe(one.payment);

    // Back in the browser before anything was paid.
    expect(await settlePage(s.cards, one.session)).toEqual({ state: 'open', url: one.url });
    expect((await s.moneyOf(order)).paid).toBe(0);

    const { session, intent } = world.pay(one.session);
    expect(await s.hook('checkout.session.completed', session)).toBe(200);
    expect(await s.payment(one.payment)).toMatchObject({
      state: 'confirmed',
      ref: intent.id,
      amount: 30_000,
      fee: 900,
    });
    expect(await s.moneyOf(order)).toMatchObject({ paid: 30_000, deposit_outstanding: 0 });
    expect((await s.books(order))['operator card_processor']).toBe(29_100);
    expect(await s.answerOfOffer(order)).toEqual([{ purpose: 'balance', amount: 70_000 }]);
  });

  test('is booked once when messages come twice, before the way back and in the wrong order', async () => {
    const order = await s.makeOrder(50_000);
    const { payment, session } = await s.press(order);
    const paid = world.pay(session);
    expect(await s.hook('payment_intent.succeeded', paid.intent, { id: 'evt_first' })).toBe(200);
    expect((await s.moneyOf(order)).paid).toBe(50_000);
    expect(await s.hook('payment_intent.succeeded', paid.intent, { id: 'evt_first' })).toBe(200);
    expect(await s.hook('checkout.session.completed', paid.session)).toBe(200);
    expect(await settlePage(s.cards, session)).toMatchObject({ state: 'paid' });
    expect(await s.hook('payment_intent.payment_failed', paid.intent)).toBe(200);
    expect(await s.hook('checkout.session.expired', paid.session)).toBe(200);
    expect(await s.payment(payment)).toMatchObject({ state: 'confirmed', amount: 50_000 });
    expect(await s.journals(order, 'payment')).toBe(1);
  });

  test('fifty messages and returns at the same moment make one booking', async () => {
    const order = await s.makeOrder(80_000);
    const { session } = await s.press(order);
    const paid = world.pay(session);
    const acts = Array.from({ length: 50 }, (_, n) =>
      n % 3 === 0
        ? settlePage(s.cards, session)
        : n % 3 === 1
          ? s.hook('checkout.session.completed', paid.session, { id: `evt_rush${n % 6}` })
          : s.hook('payment_intent.succeeded', paid.intent),
    );
    await Promise.all(acts);
    await catchUp(s.cards, 0);
    expect(await s.journals(order, 'payment')).toBe(1);
    expect((await s.moneyOf(order)).paid).toBe(80_000);
    const [{ count } = { count: '' }] =
      await db.sql`select count(*) from public.payments where order_id = ${order}`;
    expect(count).toBe('1');
  });

  test('fails and then succeeds on the same page', async () => {
    const order = await s.makeOrder(20_000);
    const { payment, session } = await s.press(order);
    const refused = world.decline(session);
    expect(await s.hook('payment_intent.payment_failed', refused.intent)).toBe(200);
    expect(await s.payment(payment)).toMatchObject({ state: 'pending' });
    world.pay(session);
    await s.hook('checkout.session.completed', refused.session);
    expect(await s.payment(payment)).toMatchObject({ state: 'confirmed' });
  });

  test('by a debit waits for days, and fails or arrives later', async () => {
    const order = await s.makeOrder(20_000);
    const first = await s.press(order);
    const slow = world.pay(first.session, { later: true });
    await s.hook('checkout.session.completed', slow.session);
    expect(await s.payment(first.payment)).toMatchObject({ state: 'pending' });
    world.fail(slow.intent.id);
    await s.hook('checkout.session.async_payment_failed', slow.session);
    expect(await s.payment(first.payment)).toMatchObject({
      state: 'failed',
      reason: 'The debit was refused.',
    });
    expect((await s.moneyOf(order)).paid).toBe(0);

    const second = await s.press(order);
    expect(second.payment).not.toBe(first.payment);
    const arrives = world.pay(second.session, { later: true });
    await s.hook('checkout.session.completed', arrives.session);
    world.arrive(arrives.intent.id);
    await s.hook('checkout.session.async_payment_succeeded', arrives.session);
    expect((await s.moneyOf(order)).paid).toBe(20_000);
  });

  test('that came although its page was thought expired is money all the same', async () => {
    const order = await s.makeOrder(20_000);
    const { payment, session } = await s.press(order);
    await s.hook('checkout.session.expired', world.expire(session));
    expect(await s.payment(payment)).toMatchObject({ state: 'failed', reason: null });
    world.get(session)['status'] = 'open';
    const paid = world.pay(session);
    await s.hook('payment_intent.succeeded', paid.intent);
    expect(await s.payment(payment)).toMatchObject({ state: 'confirmed' });
  });

  test('of another amount takes the place of the open one, whose page is shut', async () => {
    const order = await s.makeOrder(100_000, 30_000);
    const deposit = await s.press(order, 'deposit');
    const all = await s.call<{ stale: string[]; payment: string }>(
      s.buyerUser,
      'start_card_payment',
      {
        p_id: crypto.randomUUID(),
        p_order: order,
        p_purpose: 'balance',
        p_amount: 100_000,
      },
    );
    expect(all.stale).toEqual([deposit.session]);
    await shutPage(s.cards, deposit.session);
    expect(world.get(deposit.session)['status']).toBe('expired');
    expect(await s.payment(deposit.payment)).toMatchObject({ state: 'cancelled' });
  });
});

test('a sample is paid as a sample', async () => {
  const [line] = agreement(s.parties, 'X').lines;
  const change = { lines: [{ ...line!, sample: true }] };
  const order = await s.makeOrder(5000, 0, { change });
  expect(await s.answerOfOffer(order)).toEqual([{ purpose: 'sample', amount: 5000 }]);
  const { session } = await s.press(order, 'sample');
  await s.hook('checkout.session.completed', world.pay(session).session);
  expect((await s.moneyOf(order)).outstanding).toBe(0);
});

describe('what is not believed', () => {
  test('a forged signature, an old message, another mode, a stranger’s object', async () => {
    const order = await s.makeOrder(10_000);
    const { payment, session } = await s.press(order);
    const paid = world.pay(session);
    const old = Math.floor(Date.now() / 1000) - 3600;
    expect(
      await s.hook('payment_intent.succeeded', paid.intent, { secret: 'whsec_somebody' }),
    ).toBe(400);
    expect(await s.hook('payment_intent.succeeded', paid.intent, { at: old })).toBe(400);
    expect(await s.hook('payment_intent.succeeded', paid.intent, { livemode: true })).toBe(400);
    expect((await s.payment(payment))['state']).toBe('pending');
    expect(
      await s.hook('payment_intent.succeeded', { id: 'pi_nobody', object: 'payment_intent' }),
    ).toBe(200);
    expect(await s.hook('customer.created', { id: 'cus_1', object: 'customer' })).toBe(200);
    // Signed with the secret that is being replaced: still ours.
    expect(
      await s.hook('payment_intent.succeeded', paid.intent, { secret: 'whsec_the_old_one' }),
    ).toBe(200);
    expect((await s.payment(payment))['state']).toBe('confirmed');
  });

  test('money of another amount or currency is not booked, and operators hear of it once', async () => {
    const order = await s.makeOrder(10_000);
    for (const how of [{ amount: 100 }, { currency: 'rwf' }]) {
      const { payment, session } = await s.press(order);
      const paid = world.pay(session, how);
      await s.hook('checkout.session.completed', paid.session);
      await s.hook('payment_intent.succeeded', paid.intent);
      expect((await s.payment(payment))['state']).toBe('pending');
      await db.sql`update public.payments set state = 'cancelled' where id = ${payment}`;
    }
    expect((await s.moneyOf(order)).paid).toBe(0);
    expect((await s.alerts()).filter((kind) => kind === 'mismatch')).toHaveLength(2);
    const [told] =
      await db.sql`select count(*) from public.notifications where kind = 'card_alert' and user_id = ${s.operator}`;
    expect(told!['count']).toBe('2');
  });

  test('somebody else pays nobody’s order, and only the server books', async () => {
    const order = await s.makeOrder(10_000);
    for (const who of [s.stranger, s.maker, s.rivalOwner, 'anon'] as const) {
      expect(await answerOf(s.call(who, 'card_offer', { p_order: order }))).not.toBe('ok');
      expect(
        await answerOf(
          s.call(who, 'start_card_payment', {
            p_id: crypto.randomUUID(),
            p_order: order,
            p_purpose: 'balance',
            p_amount: 10_000,
          }),
        ),
      ).not.toBe('ok');
    }
    const wrong = { p_id: crypto.randomUUID(), p_order: order, p_purpose: 'balance', p_amount: 1 };
    expect(await answerOf(s.call(s.buyerUser, 'start_card_payment', wrong))).toBe('conflict');
    for (const name of ['card_work', 'card_payment', 'settle_stripe_event'])
      expect(
        await answerOf(
          s.call(s.buyerUser, name, name === 'settle_stripe_event' ? { p_id: 'evt_x' } : {}),
        ),
      ).toBe('not_allowed');
    expect(await answerOf(s.call(s.maker, 'card_desk'))).toBe('not_allowed');
  });
});

describe('when Stripe or the way to it breaks', () => {
  test('a busy or broken answer is tried again with the same key, and a lost one makes nothing twice', async () => {
    const order = await s.makeOrder(10_000);
    const left = [429, 500, 'drop'] as (number | 'drop')[];
    stripe.troubleWith(({ method }) => (method === 'POST' ? left.shift() : undefined));
    const { session } = await s.press(order);
    expect(left).toEqual([]);
    const pages = world
      .all('checkout.session')
      .filter((row) => row['amount_total'] === 10_000 && row.id === session);
    expect(pages).toHaveLength(1);
    const keys = new Set(stripe.asked.slice(-4).map(({ key }) => key));
    expect(keys.size).toBe(1);
  });

  test('a message that cannot be worked on now is kept, and worked on by the worker', async () => {
    const order = await s.makeOrder(10_000);
    const { payment, session } = await s.press(order);
    const paid = world.pay(session);
    stripe.troubleWith(() => 400);
    expect(await s.hook('payment_intent.succeeded', paid.intent, { id: 'evt_waits' })).toBe(200);
    stripe.troubleWith(() => undefined);
    expect((await s.payment(payment))['state']).toBe('pending');
    await catchUp(s.cards, 0);
    await catchUp(s.cards, 0);
    expect((await s.payment(payment))['state']).toBe('confirmed');
    const [row] =
      await db.sql`select processed_at is not null as done from private.stripe_events where id = 'evt_waits'`;
    expect(row!['done']).toBe(true);
    expect(await s.journals(order, 'payment')).toBe(1);
  });

  test('a lost message is found by asking', async () => {
    const order = await s.makeOrder(10_000);
    const { payment, session } = await s.press(order);
    world.pay(session);
    await Promise.all([catchUp(s.cards, 0), catchUp(s.cards, 0)]);
    expect((await s.payment(payment))['state']).toBe('confirmed');
    expect(await s.journals(order, 'payment')).toBe(1);
  });
});

test('a page that Stripe does not know any more, or that was never opened, keeps nobody waiting', async () => {
  const order = await s.makeOrder(10_000);
  const { payment, session } = await s.press(order);
  world.rows.delete(session);
  expect(await settlePage(s.cards, session)).toMatchObject({ state: 'foreign' });
  const again = await s.press(order);
  expect(again.payment).toBe(payment);
  expect(again.session).not.toBe(session);
  world.rows.delete(again.session);
  await catchUp(s.cards, 0);
  expect((await s.payment(payment))['state']).toBe('pending');
  await db.sql`update public.payments set created_at = now() - interval '2 days' where id = ${payment}`;
  await catchUp(s.cards, 0);
  expect((await s.payment(payment))['state']).toBe('failed');
});

describe('currencies', () => {
  const cases = [
    { currency: 'RWF', total: 120_000, there: 120_000, fee: 3510 },
    { currency: 'TND', total: 45_670, there: 45_670, fee: 1354 },
    { currency: 'UGX', total: 90_000, there: 9_000_000, fee: 2610 },
    { currency: 'EUR', total: 12_345, there: 12_345, fee: 388 },
  ];
  test.each(cases)('$currency goes there as $there and comes back exact', async (one) => {
    const order = await s.makeOrder(one.total, 0, { currency: one.currency });
    const { payment, session } = await s.press(order);
    expect(world.get(session)['amount_total']).toBe(one.there);
    await s.hook('checkout.session.completed', world.pay(session).session);
    expect(await s.payment(payment)).toMatchObject({
      state: 'confirmed',
      amount: one.total,
      fee: one.fee,
    });
    expect((await s.moneyOf(order)).outstanding).toBe(0);
  });

  test('a fee in the operator’s currency is turned into that of the payment', async () => {
    world.rate = 640;
    const order = await s.makeOrder(1_000_000, 0, { currency: 'RWF' });
    const { payment, session } = await s.press(order);
    await s.hook('checkout.session.completed', world.pay(session).session);
    // 640.00 came in the operator's currency, of which 49.00 was kept.
    expect(await s.payment(payment)).toMatchObject({ amount: 1_000_000, fee: 76_563 });
  });
});
