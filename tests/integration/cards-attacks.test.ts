import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { settlePage } from '#src/server/payments/checkout.ts';
import { catchUp } from '#src/server/payments/reconcile.ts';
import { sendRefund } from '#src/server/payments/refunds.ts';
import { sendTransfer, settleTransfer } from '#src/server/payments/transfers.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { cardsStage } from './cards-stage.ts';

// Messages and objects that are signed and real, and still not what they pretend to be.

const db = await createTestDatabase();
const s = await cardsStage(db);
const { world, stripe } = s;
afterAll(() => stripe.stop());
beforeEach(() => {
  world.refundStatus = 'succeeded';
});

async function paid(total = 50_000, currency = 'USD') {
  const order = await s.makeOrder(total, 0, { currency, bp: 0, taxBp: 0 });
  const { payment, session } = await s.press(order);
  const { intent } = world.pay(session);
  await s.hook('payment_intent.succeeded', intent);
  return { order, payment, session, intent: intent.id };
}
const count = async (kind: string) => (await s.alerts()).filter((one) => one === kind).length;

async function connected(name = 'acct_shop') {
  world.add({
    ...world.home,
    id: name,
    charges_enabled: true,
    payouts_enabled: true,
    details_submitted: true,
    capabilities: { transfers: 'active' },
    requirements: { currently_due: [], disabled_reason: null },
  });
  await s.call('service', 'save_stripe_account', {
    p_producer: s.shop.id,
    p_account: name,
    p_country: 'DE',
    p_facts: { charges: true, payouts: true, transfers: true, submitted: true, due: 0 } as never,
  });
  return name;
}

describe('a message', () => {
  test('of another account about an object that only that account has books nothing', async () => {
    const order = await s.makeOrder(10_000);
    const { payment } = await s.press(order);
    const forged = {
      id: 'pi_at_the_producers_own_account',
      object: 'payment_intent',
      amount_received: 10_000,
      currency: 'usd',
      status: 'succeeded',
      livemode: false,
      metadata: { isoko_payment: payment },
    };
    expect(await s.hook('payment_intent.succeeded', forged, { account: 'acct_thief' })).toBe(200);
    expect((await s.payment(payment))['state']).toBe('pending');
    const [kept] =
      await db.sql`select payload, processed_at is not null as done from private.stripe_events where payload ->> 'id' = ${forged.id}`;
    expect(kept).toEqual({
      payload: { object: 'payment_intent', id: forged.id, account: 'acct_thief' },
      done: true,
    });
  });

  test('says what it likes: what Stripe says of the object counts', async () => {
    const order = await s.makeOrder(10_000);
    const { payment, session } = await s.press(order);
    const refused = world.decline(session);
    const lie = { ...refused.intent, status: 'succeeded', amount_received: 10_000 };
    await s.hook('payment_intent.succeeded', lie);
    await s.hook('checkout.session.completed', { ...refused.session, payment_status: 'paid' });
    expect((await s.payment(payment))['state']).toBe('pending');
  });

  test('with the id of another does not run again, whatever it carries now', async () => {
    const one = await paid(7000);
    const [two, three] = [await s.makeOrder(7000), await s.makeOrder(7000)];
    const pages = [await s.press(two), await s.press(three)];
    const [first, second] = pages.map(({ session }) => world.pay(session));
    await s.hook('payment_intent.succeeded', first!.intent, { id: 'evt_replayed' });
    await s.hook('payment_intent.succeeded', second!.intent, { id: 'evt_replayed' });
    expect((await s.payment(pages[0]!.payment))['state']).toBe('confirmed');
    expect((await s.payment(pages[1]!.payment))['state']).toBe('pending');
    expect(await s.journals(one.order, 'payment')).toBe(1);
  });
});

describe('a page', () => {
  test('of another order pays nothing here: money goes where its own intent says', async () => {
    const [order, other] = [await s.makeOrder(9000), await s.makeOrder(9000)];
    const [mine, theirs] = [await s.press(order), await s.press(other)];
    const { intent } = world.pay(theirs.session);
    await s.hook('payment_intent.succeeded', intent);
    // The page of the one order with the money of the other.
    Object.assign(world.get(mine.session), {
      status: 'complete',
      payment_status: 'paid',
      payment_intent: intent.id,
    });
    await settlePage(s.cards, mine.session);
    await s.hook('checkout.session.completed', world.get(mine.session));
    expect((await s.moneyOf(order)).paid).toBe(0);
    expect((await s.moneyOf(other)).paid).toBe(9000);
    expect((await s.payment(mine.payment))['state']).not.toBe('confirmed');
  });

  test('with another amount or currency than was asked for is money that nobody booked', async () => {
    const before = await count('mismatch');
    for (const how of [{ amount: 1 }, { amount: 8001 }, { currency: 'eur' }, { currency: 'jpy' }]) {
      const order = await s.makeOrder(8000);
      const { payment, session } = await s.press(order);
      await settlePage(s.cards, (world.pay(session, how), session));
      await catchUp(s.cards, 0);
      expect((await s.payment(payment))['state'], JSON.stringify(how)).toBe('pending');
      expect((await s.moneyOf(order)).paid).toBe(0);
    }
    expect((await count('mismatch')) - before).toBe(4);
  });
});

describe('a refund', () => {
  test('that names the request of another payment is booked where its money went, and touches no other', async () => {
    const [mine, theirs] = [await paid(), await paid()];
    const asked = await s.refund(theirs.payment, 20_000);
    for (const status of ['failed', 'pending']) {
      const stray = world.refund({
        payment_intent: mine.intent,
        amount: 1000,
        metadata: { isoko_refund: asked },
      });
      stray['status'] = status;
      await s.hook('refund.updated', stray);
      expect(await s.refundRow(asked), status).toMatchObject({ state: 'pending', ref: null });
    }
    const stray = world.refund({
      payment_intent: mine.intent,
      amount: 20_000,
      metadata: { isoko_refund: asked },
    });
    await s.hook('refund.created', stray);
    expect(await s.moneyOf(mine.order)).toMatchObject({ paid: 30_000, refunded: 20_000 });
    expect(await s.moneyOf(theirs.order)).toMatchObject({ paid: 50_000, refunded: 0 });
    await sendRefund(s.cards, asked);
    expect(await s.moneyOf(theirs.order)).toMatchObject({ paid: 30_000, refunded: 20_000 });
  });

  test('that names a request which went already does not undo it', async () => {
    const { order, payment, intent } = await paid();
    const asked = await s.refund(payment, 5000);
    await sendRefund(s.cards, asked);
    const stray = world.refund({
      payment_intent: intent,
      amount: 5000,
      metadata: { isoko_refund: asked },
    });
    stray['status'] = 'failed';
    await s.hook('refund.failed', stray);
    expect(await s.refundRow(asked)).toMatchObject({ state: 'succeeded' });
    expect(await s.moneyOf(order)).toMatchObject({ refunded: 5000 });
  });

  test('and a chargeback in another currency are told, never booked as if they were in ours', async () => {
    const { order, intent } = await paid();
    const before = await count('mismatch');
    const foreign = world.refund({ payment_intent: intent, amount: 100 });
    foreign['currency'] = 'jpy';
    const dispute = world.dispute(intent, 'lost');
    dispute['currency'] = 'eur';
    for (let n = 0; n < 2; n += 1) {
      await s.hook('refund.created', foreign);
      await s.hook('charge.dispute.closed', dispute);
    }
    expect(await s.moneyOf(order)).toMatchObject({ paid: 50_000, refunded: 0 });
    expect((await count('mismatch')) - before).toBe(2);
  });

  test('of money that was paid out is not asked of Stripe until an operator lets it go', async () => {
    await connected();
    const { payment, intent } = await paid(60_000);
    const [made] = await s.runPayouts();
    await sendTransfer(s.cards, made!.payoutId!);
    expect(await s.held()).toBe(0);
    const asked = await s.refund(payment, 60_000);
    await sendRefund(s.cards, asked);
    await catchUp(s.cards, 0);
    expect(world.chargeOf(intent)['amount_refunded']).toBe(0);
    expect(await s.refundRow(asked)).toMatchObject({ state: 'pending', ref: null });
    await s.call(s.operator, 'release_refund', {
      p_refund: asked,
      p_reason: 'The goods are back.',
    });
    await catchUp(s.cards, 0);
    expect(await s.refundRow(asked)).toMatchObject({ state: 'succeeded' });
    expect(world.chargeOf(intent)['amount_refunded']).toBe(60_000);
  });
});

describe('a chargeback', () => {
  test('keeps its money from payouts until it is decided, also when the message of the end is lost', async () => {
    await paid(70_000);
    await s.runPayouts();
    const { intent } = await paid(40_000);
    const dispute = world.dispute(intent);
    await s.hook('charge.dispute.created', dispute);
    const held = await s.held();
    await s.runPayouts();
    expect(await s.held()).toBe(held);
    dispute['status'] = 'won';
    await catchUp(s.cards, 0);
    await s.runPayouts();
    expect(await s.held()).toBe(0);
  });
});

describe('a transfer and an account', () => {
  test('that names a payout but is none of it moves nothing, also when it is reversed', async () => {
    const account = await connected();
    await paid(33_000);
    const [made] = await s.runPayouts();
    const id = made!.payoutId!;
    const [row] = await db.sql<
      { amount: string }[]
    >`select amount from public.payouts where id = ${id}`;
    const amount = Number(row!.amount);
    const strange = (change: object) =>
      world.add({
        id: `tr_strange${Math.random().toString(36).slice(2)}`,
        object: 'transfer',
        amount,
        amount_reversed: 0,
        currency: 'usd',
        destination: account,
        reversed: false,
        metadata: { isoko_payout: id },
        ...change,
      });
    for (const change of [
      { destination: 'acct_thief' },
      { amount: 1 },
      { currency: 'eur' },
      { destination: 'acct_thief', reversed: true, amount_reversed: amount },
    ]) {
      await s.hook('transfer.created', strange(change));
      expect(await s.payout(id), JSON.stringify(change)).toMatchObject({ state: 'pending' });
    }
    await sendTransfer(s.cards, id);
    const sent = await s.payout(id);
    expect(sent['state']).toBe('sent');
    await settleTransfer(s.cards, strange({ reversed: true, amount_reversed: amount }).id);
    expect(await s.payout(id)).toEqual(sent);
    // Another account's bank has nothing to say about it.
    await connected('acct_stranger_bank');
    const bank = world.bankPayout('acct_stranger_bank', [sent['ref'] as string], 'failed');
    await s.hook('payout.failed', bank, { account: 'acct_stranger_bank' });
    expect(await s.payout(id)).toEqual(sent);
  });

  test('of a stranger that is updated is nobody’s here, whatever account the message came from', async () => {
    const account = await connected();
    const rows = () => db.sql`select * from public.stripe_accounts`;
    const before = await rows();
    const foreign = world.add({
      ...world.get(account),
      id: 'acct_foreign',
      country: 'FR',
      metadata: { isoko_producer: s.rival.id },
      capabilities: { transfers: 'active' },
    });
    for (const from of [foreign.id, account])
      await s.hook('account.updated', foreign, { account: from });
    expect(await rows()).toEqual(before);
  });
});
