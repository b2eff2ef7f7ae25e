import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { connectLink, settleAccount } from '#src/server/payments/accounts.ts';
import { catchUp, compareDays } from '#src/server/payments/reconcile.ts';
import { sendRefund, settleRefund } from '#src/server/payments/refunds.ts';
import { sendTransfer } from '#src/server/payments/transfers.ts';
import { answerOf } from '#tests/db/scene.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { cardsStage } from './cards-stage.ts';

// Money that goes back to cards and on to producers, and the daily comparison with the books.

const db = await createTestDatabase();
const s = await cardsStage(db);
const { world, stripe } = s;
afterAll(() => stripe.stop());
beforeEach(() => {
  stripe.troubleWith(() => undefined);
  world.refundStatus = 'succeeded';
  world.broke = false;
});

async function paid(total = 100_000, currency = 'USD') {
  const order = await s.makeOrder(total, 0, { currency });
  const { payment, session } = await s.press(order);
  const { intent } = world.pay(session);
  await s.hook('payment_intent.succeeded', intent);
  return { order, payment, intent: intent.id };
}

describe('a refund', () => {
  test('is enqueued, made once, and counts when Stripe says that it went', async () => {
    const { order, payment } = await paid();
    const id = await s.refund(payment, 25_000);
    const [job] =
      await db.sql`select payload from private.outbox where kind = 'stripe.refund' and payload ->> 'refund' = ${id}`;
    expect(job).toBeDefined();
    world.refundStatus = 'pending';
    await sendRefund(s.cards, id);
    expect(await s.refundRow(id)).toMatchObject({ state: 'pending' });
    expect((await s.moneyOf(order)).paid).toBe(100_000);
    // On its way, so nobody here calls it off.
    expect(
      await answerOf(s.call(s.maker, 'drop_refund', { p_refund: id, p_reason: 'no more' })),
    ).toBe('wrong_state');
    const [made] = world.all('refund');
    made!['status'] = 'succeeded';
    await Promise.all([1, 2, 3].map(() => s.hook('refund.updated', made!)));
    await s.hook('charge.refunded', world.get(made!['charge'] as string));
    expect(await s.refundRow(id)).toMatchObject({ state: 'succeeded', ref: made!.id });
    expect(await s.moneyOf(order)).toMatchObject({ paid: 75_000, refunded: 25_000 });
    expect(await s.journals(order, 'refund')).toBe(1);
  });

  test('that was claimed and not sent yet cannot be called off either, and is sent by the worker', async () => {
    const { payment } = await paid();
    const id = await s.refund(payment, 1000);
    stripe.troubleWith(() => 403);
    await expect(sendRefund(s.cards, id)).rejects.toThrow();
    expect(
      await answerOf(s.call(s.maker, 'drop_refund', { p_refund: id, p_reason: 'no more' })),
    ).toBe('wrong_state');
    stripe.troubleWith(() => undefined);
    await catchUp(s.cards, 0);
    expect(await s.refundRow(id)).toMatchObject({ state: 'succeeded' });
  });

  test('whose answer was lost is not made again, even when Stripe has forgotten the key', async () => {
    const { payment, intent } = await paid();
    const id = await s.refund(payment, 40_000);
    stripe.troubleWith(({ method, path }) =>
      method === 'POST' && path === '/v1/refunds' ? 'drop' : undefined,
    );
    await expect(sendRefund(s.cards, id)).rejects.toThrow();
    stripe.nextDay();
    stripe.troubleWith(() => undefined);
    await Promise.all([sendRefund(s.cards, id), sendRefund(s.cards, id)]);
    expect(world.all('refund').filter((row) => row['payment_intent'] === intent)).toHaveLength(1);
    expect(await s.refundRow(id)).toMatchObject({ state: 'succeeded' });
  });

  test('never goes above what arrived, here or there, and stays exact', async () => {
    const { order, payment, intent } = await paid(100_000);
    await sendRefund(s.cards, await s.refund(payment, 60_000));
    expect(await answerOf(s.refund(payment, 50_000))).toBe('refund_too_much');
    await sendRefund(s.cards, await s.refund(payment, 40_000));
    expect(await s.moneyOf(order)).toMatchObject({ paid: 0, refunded: 100_000 });
    expect(world.chargeOf(intent)['amount_refunded']).toBe(100_000);
    const back = await s.books(order);
    expect(back['buyer payable']).toBe(-100_000);
    expect(back['producer receivable']).toBe(100_000);
  });

  test('that fails after all is paid again, and Stripe’s final no says why', async () => {
    const { order, payment, intent } = await paid();
    const id = await s.refund(payment, 10_000);
    await sendRefund(s.cards, id);
    expect((await s.moneyOf(order)).paid).toBe(90_000);
    const made = world.all('refund').find((row) => row['payment_intent'] === intent)!;
    Object.assign(made, { status: 'failed', failure_reason: 'lost_or_stolen_card' });
    await s.hook('refund.failed', made);
    await s.hook('refund.updated', made);
    expect(await s.refundRow(id)).toMatchObject({ state: 'failed' });
    expect((await s.moneyOf(order)).paid).toBe(100_000);

    world.chargeOf(intent)['amount_refunded'] = 100_000;
    const refused = await s.refund(payment, 5000);
    await sendRefund(s.cards, refused);
    expect(await s.refundRow(refused)).toMatchObject({ state: 'failed', ref: null });
    expect((await s.alerts()).filter((kind) => kind === 'refund')).toHaveLength(2);
  });

  test('made at Stripe’s own desk is booked, also when its message comes before that of the charge', async () => {
    const order = await s.makeOrder(30_000);
    const { payment, session } = await s.press(order);
    const { intent } = world.pay(session);
    const made = world.refund({ payment_intent: intent.id, amount: 12_000 });
    await s.hook('refund.created', made);
    expect((await s.payment(payment))['state']).toBe('confirmed');
    await s.hook('charge.refunded', world.chargeOf(intent.id));
    await s.hook('payment_intent.succeeded', intent);
    expect(await s.moneyOf(order)).toMatchObject({ paid: 18_000, refunded: 12_000 });
  });

  test('of a chargeback is told at once and booked when it is lost', async () => {
    const { order, intent } = await paid(20_000);
    const dispute = world.dispute(intent);
    await s.hook('charge.dispute.created', dispute);
    await s.hook('charge.dispute.created', dispute);
    expect((await s.alerts()).filter((kind) => kind === 'dispute')).toHaveLength(1);
    expect((await s.moneyOf(order)).paid).toBe(20_000);
    dispute['status'] = 'lost';
    await s.hook('charge.dispute.closed', dispute);
    await s.hook('charge.dispute.closed', dispute);
    expect(await s.moneyOf(order)).toMatchObject({ paid: 0, refunded: 20_000 });
    expect(await s.journals(order, 'refund')).toBe(1);
  });
});

describe('a producer’s account', () => {
  const ends = { back: 'https://isoko.test/back', again: 'https://isoko.test/again' };

  test('is refused where Stripe does not pay out, before anything is opened there', async () => {
    const before = stripe.count('POST', /accounts/);
    const asked = { producer: s.shop.id, name: 'Akagera', country: 'RW', account: null };
    expect(await connectLink(s.cards, asked, ends)).toEqual({
      ok: false,
      failure: { code: 'card_country' },
    });
    expect(stripe.count('POST', /accounts/)).toBe(before);
  });

  test('is opened once, and kept as Stripe says it stands', async () => {
    await db.sql`update public.producers set country = 'FR' where id = ${s.shop.id}`;
    const asked = { producer: s.shop.id, name: 'Akagera', country: 'FR', account: null };
    const links = await Promise.all([
      connectLink(s.cards, asked, ends),
      connectLink(s.cards, asked, ends),
    ]);
    expect(links.every((link) => link.ok && link.value.startsWith(stripe.url))).toBe(true);
    type Told = { keeps: boolean; account: { id: string; transfers: boolean; due: number } };
    const told = () => s.call<Told>(s.maker, 'studio_card_account', { p_producer: s.shop.id });
    const { account, keeps } = await told();
    expect(keeps).toBe(true);
    expect(account).toMatchObject({ transfers: false, due: 2 });
    expect(world.all('account').filter(({ id }) => id !== 'acct_platform')).toHaveLength(1);
    Object.assign(world.get(account.id), {
      payouts_enabled: true,
      details_submitted: true,
      capabilities: { transfers: 'active' },
      requirements: { currently_due: [], disabled_reason: null },
    });
    await s.hook('account.updated', world.get(account.id), { account: account.id });
    expect((await told()).account).toMatchObject({ transfers: true, due: 0 });
    // An account that is none of ours changes nothing.
    const foreign = world.add({ ...world.get(account.id), id: 'acct_foreign' });
    await settleAccount(s.cards, foreign.id);
    expect((await told()).account.id).toBe(account.id);
    expect(
      await answerOf(s.call(s.stranger, 'studio_card_account', { p_producer: s.shop.id })),
    ).toBe('not_found');
    expect(
      await s.call<Told>(s.editor, 'studio_card_account', { p_producer: s.shop.id }),
    ).toMatchObject({ keeps: false });
  });
});

describe('a payout', () => {
  const run = async () => {
    const [made] = await s.runPayouts();
    return made!.payoutId!;
  };
  const accountId = async () =>
    (
      await db.sql<
        { id: string }[]
      >`select account_id as id from public.stripe_accounts where producer_id = ${s.shop.id}`
    )[0]!.id;

  test('goes to the account once, and is paid only when the bank has it', async () => {
    const available = await s.held();
    expect(available).toBeGreaterThan(0);
    const id = await run();
    expect(await s.held()).toBe(0);
    expect(await s.payout(id)).toMatchObject({ state: 'pending', amount: available });
    stripe.troubleWith(({ method, path }) =>
      method === 'POST' && path === '/v1/transfers' ? 'drop' : undefined,
    );
    await expect(sendTransfer(s.cards, id)).rejects.toThrow();
    stripe.nextDay();
    stripe.troubleWith(() => undefined);
    await catchUp(s.cards, 0);
    await Promise.all([sendTransfer(s.cards, id), sendTransfer(s.cards, id), catchUp(s.cards, 0)]);
    const [transfer, ...more] = world.all('transfer');
    expect(more).toEqual([]);
    expect(transfer).toMatchObject({ amount: available, destination: await accountId() });
    expect(await s.payout(id)).toMatchObject({ state: 'sent', ref: transfer!.id });

    const account = await accountId();
    const bank = world.bankPayout(account, [transfer!.id], 'paid');
    await s.hook('payout.paid', bank, { account });
    await s.hook('payout.paid', bank, { account });
    expect((await s.payout(id))['state']).toBe('paid');
  });

  test('that the bank refuses is taken back and has failed, and never reads as settled', async () => {
    await paid(50_000);
    const available = await s.held();
    const id = await run();
    await sendTransfer(s.cards, id);
    const [transfer] = world.all('transfer');
    const account = await accountId();
    const bank = world.bankPayout(account, [transfer!.id], 'failed');
    await s.hook('payout.failed', bank, { account });
    await s.hook('payout.failed', bank, { account });
    await s.hook('transfer.reversed', transfer!);
    expect(await s.payout(id)).toMatchObject({
      state: 'failed',
      reason: 'The bank account is closed.',
    });
    expect(world.get(transfer!.id)['reversed']).toBe(true);
    expect(await s.held()).toBe(available);
    // The producer's books say so too, and the money can be paid out again.
    const again = await run();
    expect(again).not.toBe(id);
    expect((await s.payout(again))['amount']).toBe(available);
    await sendTransfer(s.cards, again);
  });

  test('that Stripe refuses, or that an operator takes back there, has failed', async () => {
    await paid(30_000);
    const available = await s.held();
    world.broke = true;
    const refused = await run();
    await sendTransfer(s.cards, refused);
    expect(await s.payout(refused)).toMatchObject({ state: 'failed', ref: null });
    expect((await s.payout(refused))['reason']).toContain('insufficient');
    expect(await s.held()).toBe(available);
    world.broke = false;
    const sent = await run();
    await sendTransfer(s.cards, sent);
    const [transfer] = world.all('transfer');
    Object.assign(transfer!, { reversed: true, amount_reversed: transfer!['amount'] });
    // The message is lost; asking finds it.
    await catchUp(s.cards, 0);
    expect((await s.payout(sent))['state']).toBe('failed');
    expect(await s.held()).toBe(available);
  });
});

describe('the daily comparison', () => {
  const tomorrow = () => new Date(Date.now() + 2 * 3_600_000);
  const differences = async () => (await s.alerts()).filter((kind) => kind === 'difference').length;

  test('finds nothing where all agree', async () => {
    expect(await compareDays(s.cards, tomorrow())).toBe(0);
  });

  test('tells each difference once: another fee, money nobody booked, a booking without money', async () => {
    const { intent } = await paid(10_000);
    const balance = world.get(world.chargeOf(intent)['balance_transaction'] as string);
    balance['fee'] = 999;
    const order = await s.makeOrder(10_000);
    world.pay((await s.press(order)).session);
    const lost = await s.card(await s.makeOrder(700), 700);
    await s.charged(lost, 'pi_never', 700);
    // Another business of the same account.
    const foreign = world.add({
      ...world.chargeOf(intent),
      id: 'ch_foreign',
      metadata: {},
      payment_intent: 'pi_foreign',
    });
    world.move('charge', foreign, 5000, 10, 'usd');
    expect(await compareDays(s.cards, tomorrow())).toBe(3);
    expect(await compareDays(s.cards, tomorrow())).toBe(0);
    expect(await differences()).toBe(3);
    type Desk = {
      alerts: { key: string; settledAt: string | null }[];
      waiting: { payments: number };
    };
    const desk = await s.call<Desk>(s.operator, 'card_desk');
    const one = desk.alerts[0]!;
    await s.call(s.operator, 'settle_card_alert', { p_key: one.key });
    const after = await s.call<Desk>(s.operator, 'card_desk');
    expect(after.alerts.find(({ key }) => key === one.key)!.settledAt).not.toBeNull();
  });

  test('books what a lost message left, so that the next comparison is quiet about it', async () => {
    await catchUp(s.cards, 0);
    await settleRefund(s.cards, world.all('refund')[0]!.id);
    expect(await compareDays(s.cards, tomorrow())).toBe(0);
  });
});
