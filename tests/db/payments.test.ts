import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { moneyScene } from './money-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await moneyScene(db);
const { sql } = db;
const { call, maker, editor, buyerUser, coordinator, farCoordinator, stranger, rivalOwner } = scene;
const { announce, confirm, record, refund, settleRefund, card, charged, moneyOf, books } = scene;

type Due = { kind: string; outstanding: number; status: string; dueOn: string | null };
type Box = {
  outstanding: number;
  credit: number;
  dues: Due[];
  accounts: { id: string }[];
  payments: { id: string; state: string; reference: string; files: { id: string }[] }[];
  refunds: { state: string }[];
  commission: object | null;
};
const box = (order: string, who = buyerUser) =>
  call<Box>(who, 'order_money_box', { p_order: order });
const due = async (order: string, kind: string) =>
  (await box(order)).dues.find((one) => one.kind === kind);
const stateOf = async (payment: string) =>
  (await sql`select state, confirmed_amount from public.payments where id = ${payment}`)[0];
const file = (name = 'proof.pdf') => ({
  id: randomUUID(),
  name,
  contentType: 'application/pdf',
  bytes: 1200,
  sha256: createHash('sha256').update(name).digest('hex'),
  pages: 1,
});
const today = new Date().toISOString().slice(0, 10);

let account: string;
beforeAll(async () => {
  account = await scene.account();
});

describe('a deposit by bank transfer', () => {
  it('is announced with a reference, proved, confirmed with what arrived, and told', async () => {
    const order = await scene.makeOrder(100_000, 30_000);
    const id = randomUUID();
    const ways = { p_id: id, p_account: account };
    const reference = await announce(order, 30_000, ways);
    expect(reference).toMatch(/^ISK-[A-Z0-9]{4,8}-1$/);
    expect(await announce(order, 30_000, ways)).toBe(reference);
    expect(await scene.notices(order)).not.toContain('payment_announced');

    const proof = file();
    await call(buyerUser, 'prove_payment', {
      p_payment: id,
      p_paid_on: today,
      p_note: 'From our Hamburg account',
      p_files: [proof] as never,
    });
    expect(await scene.notices(order)).toContain('payment_announced');
    expect((await box(order, maker)).payments[0]).toMatchObject({
      state: 'proof_sent',
      reference,
      files: [{ id: proof.id }],
    });
    expect(await moneyOf(order)).toMatchObject({ paid: 0, deposit_outstanding: 30_000 });

    await confirm(id, 29_985, editor);
    await confirm(id, 29_985, editor);
    expect(await moneyOf(order)).toMatchObject({ paid: 29_985, deposit_outstanding: 15 });
    expect(await due(order, 'deposit')).toMatchObject({ outstanding: 15, status: 'due' });
    expect(await scene.notices(order)).toContain('payment_confirmed');
    const papers =
      await sql`select 1 from public.documents where payment_id = ${id} and kind = 'receipt'`;
    expect(papers).toHaveLength(1);
    expect(await scene.eventsOf(id)).toEqual([
      'payment.announced',
      'payment.proved',
      'payment.confirmed',
    ]);
  });

  it('in parts counts as paid only with the last part', async () => {
    const order = await scene.makeOrder(100_000, 30_000);
    await record(order, 10_000);
    await record(order, 19_999);
    expect(await due(order, 'deposit')).toMatchObject({ outstanding: 1, status: 'due' });
    await record(order, 1);
    expect(await due(order, 'deposit')).toMatchObject({ outstanding: 0, status: 'settled' });
    expect(await due(order, 'balance')).toMatchObject({ outstanding: 70_000, status: 'later' });
  });

  it('that is announced, proved, rejected, failed or cancelled is not paid', async () => {
    const order = await scene.makeOrder(100_000, 30_000);
    const paid_on = { p_paid_on: today };
    await announce(order, 30_000);
    await announce(order, 30_000, paid_on);
    const [rejected, cancelled] = [randomUUID(), randomUUID()];
    await announce(order, 30_000, { ...paid_on, p_id: rejected });
    expect(
      await answerOf(call(maker, 'reject_payment', { p_payment: rejected, p_reason: ' ' })),
    ).toBe('reason_required');
    await call(maker, 'reject_payment', { p_payment: rejected, p_reason: 'Nothing came.' });
    await announce(order, 30_000, { p_id: cancelled });
    await call(buyerUser, 'cancel_payment', { p_payment: cancelled });
    const failed = await card(order, 30_000);
    await call('service', 'fail_card_payment', { p_payment: failed, p_reason: 'card_declined' });
    expect(await moneyOf(order)).toMatchObject({ paid: 0, deposit_outstanding: 30_000 });
    expect((await books(order))['producer receivable']).toBe(100_000);
    expect(await answerOf(confirm(rejected, 1))).toBe('wrong_state');
    expect(await answerOf(confirm(cancelled, 1))).toBe('wrong_state');
    expect(await scene.notices(order)).toContain('payment_rejected');
  });

  it('follows the terms: before shipping, on delivery, so many days after the invoice', async () => {
    const ship = async (paymentTerms: string, fields: string) => {
      const order = await scene.makeOrder(1000, 0, { change: { paymentTerms } as never });
      await sql.unsafe(`update public.orders set ${fields} where id = '${order}'`);
      return due(order, 'balance');
    };
    const sent = `state = 'shipped', shipped_at = now() - interval '20 days'`;
    expect(await ship('in_advance', `state = 'confirmed'`)).toMatchObject({ status: 'due' });
    expect(await ship('deposit_balance_on_delivery', sent)).toMatchObject({ dueOn: null });
    expect(await ship('deposit_balance_before_shipping', sent)).toMatchObject({
      status: 'overdue',
    });
    expect(await ship('net_14', sent)).toMatchObject({ status: 'due' });
    expect(await ship('net_30', sent)).toMatchObject({ status: 'later' });
  });
});

describe('too much money', () => {
  it('is the buyer’s credit, asked back up to that, and settled with a proof', async () => {
    const order = await scene.makeOrder(100_000, 0, { bp: 500, taxBp: 1800 });
    const payment = await record(order, 130_000);
    expect(await box(order)).toMatchObject({ credit: 30_000, outstanding: 0, accounts: [] });
    expect(await answerOf(refund(payment, 30_001, buyerUser))).toBe('refund_too_much');
    const asked = await refund(payment, 30_000, buyerUser);
    expect(await answerOf(refund(payment, 1, buyerUser))).toBe('refund_too_much');
    expect(await moneyOf(order)).toMatchObject({ paid: 130_000 });
    expect(await answerOf(settleRefund(asked, buyerUser))).toBe('not_allowed');
    await call(maker, 'settle_refund', { p_refund: asked, p_files: [file('sent.pdf')] as never });
    await settleRefund(asked);
    expect(await moneyOf(order)).toMatchObject({ paid: 100_000, refunded: 30_000, outstanding: 0 });
    expect((await books(order))['operator commission_income']).toBe(-5000);
    expect(await scene.notices(order)).toContain('refund_made');
  });

  it('a refund that goes out makes the order unpaid again, and never exceeds what arrived', async () => {
    const order = await scene.makeOrder(100_000, 30_000);
    const payment = await record(order, 30_000);
    const all = await refund(payment, 30_000);
    expect(await answerOf(refund(payment, 1))).toBe('refund_too_much');
    await settleRefund(all);
    expect(await due(order, 'deposit')).toMatchObject({ outstanding: 30_000, status: 'due' });
    expect(await stateOf(payment)).toMatchObject({ state: 'confirmed' });
    expect((await books(order))['producer receivable']).toBe(100_000);
    const over = sql`insert into public.refunds (payment_id, order_id, amount, reason) values (${payment}, ${order}, 1, 'by hand')`;
    expect(await answerOf(over)).toBe('refund_too_much');
  });

  it('a refund is refused with a reason, or taken back by whoever asked', async () => {
    const order = await scene.makeOrder(1000);
    const payment = await record(order, 1500);
    const asked = await refund(payment, 500, buyerUser);
    const drop = (id: string, who: string, reason?: string) =>
      call(who, 'drop_refund', { p_refund: id, p_reason: reason });
    expect(await answerOf(drop(asked, maker))).toBe('reason_required');
    await drop(asked, maker, 'Please use it for the next order.');
    const offered = await refund(payment, 400);
    expect(await answerOf(drop(offered, buyerUser))).toBe('not_allowed');
    expect((await box(order)).refunds.map((one) => one.state).sort()).toEqual([
      'failed',
      'pending',
    ]);
  });
});

describe('a card', () => {
  it('is recorded once, however often and in whatever order its messages come', async () => {
    const order = await scene.makeOrder(100_000, 30_000);
    const payment = await card(order, 30_000);
    // The processor's message is here before the buyer is back, and then again, twice at once.
    await charged(payment, 'pi_1', 30_000, 900);
    await Promise.all([
      charged(payment, 'pi_1', 30_000, 900),
      charged(payment, 'pi_1', 30_000, 900),
    ]);
    await call('service', 'fail_card_payment', {
      p_payment: payment,
      p_reason: 'an attempt before',
    });
    expect(await moneyOf(order)).toMatchObject({ paid: 30_000 });
    expect(await books(order)).toMatchObject({
      'operator card_processor': 29_100,
      'operator processing_fees': 900,
    });
  });

  it('that failed first and succeeded then is paid', async () => {
    const order = await scene.makeOrder(100_000, 30_000);
    const payment = await card(order, 30_000);
    await call('service', 'fail_card_payment', {
      p_payment: payment,
      p_reason: 'insufficient_funds',
    });
    await charged(payment, 'pi_2', 30_000);
    expect(await stateOf(payment)).toMatchObject({ state: 'confirmed' });
    const gone = await card(order, 70_000);
    await call(buyerUser, 'cancel_payment', { p_payment: gone });
    await charged(gone, 'pi_3', 70_000);
    expect(await moneyOf(order)).toMatchObject({ outstanding: 0 });
  });

  it('charged twice for one payment is two payments, the second the buyer’s credit', async () => {
    const order = await scene.makeOrder(1000);
    const payment = await card(order, 1000);
    await charged(payment, 'pi_4', 1000);
    const second = await charged(payment, 'pi_5', 1000);
    expect(second).not.toBe(payment);
    expect(await charged(payment, 'pi_5', 1000)).toBe(second);
    expect(await box(order)).toMatchObject({ credit: 1000 });
    const other = await scene.makeOrder(1000);
    expect(await charged(await card(other, 1000), 'pi_5', 1000)).toBe(second);
    expect(await moneyOf(other)).toMatchObject({ paid: 0 });
  });

  it('refunded at the processor is refunded here, once, also when asked for here', async () => {
    const order = await scene.makeOrder(1000);
    const payment = await card(order, 1000);
    const back = (ref: string, amount: number, request?: string) =>
      call<string>('service', 'record_card_refund', {
        p_payment: payment,
        p_provider_ref: ref,
        p_amount: amount,
        p_reason: '',
        p_refund: request,
      });
    expect(await answerOf(back('re_1', 400))).toBe('wrong_state');
    await charged(payment, 'pi_6', 1000);
    const asked = await refund(payment, 400);
    expect(await answerOf(settleRefund(asked))).toBe('wrong_state');
    await call('service', 'start_card_refund', { p_refund: asked, p_provider_ref: 're_1' });
    expect(await back('re_1', 400, asked)).toBe(asked);
    expect(await back('re_1', 400)).toBe(asked);
    expect(await moneyOf(order)).toMatchObject({ paid: 600, outstanding: 400 });
    await call('service', 'fail_card_refund', { p_refund: asked, p_reason: 'the card is closed' });
    expect(await moneyOf(order)).toMatchObject({ paid: 1000, outstanding: 0 });
    expect((await books(order))['producer receivable'] ?? 0).toBe(0);
    const promised = await refund(payment, 900);
    const chargeback = await back('dp_1', 1000);
    expect(await moneyOf(order)).toMatchObject({ paid: 0 });
    const [row] = await sql`select state from public.refunds where id = ${promised}`;
    expect(row).toMatchObject({ state: 'failed' });
    expect(chargeback).not.toBe(promised);
  });

  it('is nothing that a person may report', async () => {
    const order = await scene.makeOrder(1000);
    const payment = await card(order, 1000);
    expect(await answerOf(confirm(payment, 1000))).toBe('wrong_state');
    for (const who of [maker, buyerUser, 'anon']) {
      const args = {
        p_payment: payment,
        p_provider_ref: 'pi_x',
        p_amount: 1,
        p_fee: 0,
        p_held: true,
      };
      expect(await answerOf(call(who, 'record_card_payment', args))).toBe('not_allowed');
    }
  });
});

describe('nobody else', () => {
  it('sees or moves the money of an order: rivals, other clusters, strangers, visitors', async () => {
    const order = await scene.makeOrder(1000);
    const payment = randomUUID();
    await announce(order, 1000, { p_id: payment, p_paid_on: today });
    for (const who of [rivalOwner, farCoordinator, stranger, scene.operator]) {
      expect(await answerOf(box(order, who)), who).toBe('not_found');
      expect(await answerOf(announce(order, 1, {}, who))).toBe('not_found');
      expect(await answerOf(confirm(payment, 1000, who))).toBe('not_found');
      expect(await answerOf(record(order, 1, randomUUID(), who))).toBe('not_found');
      expect(await answerOf(refund(payment, 1, who))).toBe('not_found');
      const [seen] = await db.asUser(
        who,
        (tx) => tx`
          select (select count(*)::int from public.payments) as payments, (select count(*)::int from public.ledger_entries e
              join public.ledger_accounts a on a.id = e.account_id where a.producer_id is not null or a.buyer_id is not null) as entries,
            (select count(*)::int from public.payment_accounts) as accounts, (select count(*)::int from public.statement_lines) as lines`,
      );
      expect(seen).toEqual({ payments: 0, entries: 0, accounts: 0, lines: 0 });
      const ask = { p_producer: scene.shop.id };
      for (const read of ['ledger_balances', 'open_dues', 'studio_money', 'statement_desk']) {
        expect(await answerOf(call(who, read, ask)), read).toBe('not_found');
      }
    }
    expect(await answerOf(box(order, 'anon'))).toBe('not_allowed');
    await confirm(payment, 1000, coordinator);
    const [event] =
      await sql`select on_behalf_of from public.events where subject_id = ${payment} and action = 'payment.confirmed'`;
    expect(event!['on_behalf_of']).toBe(scene.shop.id);
  });

  it('on the buyer’s side confirms a payment, also who works on both', async () => {
    const order = await scene.makeOrder(1000);
    const payment = randomUUID();
    await announce(order, 1000, { p_id: payment, p_paid_on: today });
    expect(await answerOf(confirm(payment, 1000, buyerUser))).toBe('not_allowed');
    expect(await answerOf(record(order, 1, randomUUID(), buyerUser))).toBe('not_allowed');
    await sql`insert into public.producer_members (producer_id, user_id, role) values (${scene.shop.id}, ${buyerUser}, 'editor')`;
    expect(await answerOf(confirm(payment, 1000, buyerUser))).toBe('not_allowed');
    await sql`delete from public.producer_members where user_id = ${buyerUser}`;
    expect(await answerOf(announce(order, 1, {}, maker))).toBe('not_allowed');
    expect(await answerOf(call(maker, 'cancel_payment', { p_payment: payment }))).toBe(
      'not_allowed',
    );
  });

  it('changes what was confirmed: another amount, another state, the row itself', async () => {
    const order = await scene.makeOrder(1000);
    const payment = await record(order, 500);
    expect(await answerOf(confirm(payment, 5000))).toBe('wrong_state');
    expect(
      await answerOf(call(maker, 'reject_payment', { p_payment: payment, p_reason: 'no money' })),
    ).toBe('wrong_state');
    const change = (column: string) =>
      sql.unsafe(`update public.payments set ${column} where id = '${payment}'`);
    for (const column of ['confirmed_amount = 1', `state = 'cancelled'`, `currency = 'EUR'`]) {
      expect(await answerOf(change(column)), column).not.toBe('ok');
    }
    for (const table of ['payments', 'refunds', 'payouts', 'ledger_entries', 'payment_accounts']) {
      const write = db.asUser(maker, (tx) => tx.unsafe(`delete from public.${table}`));
      expect(await answerOf(write), table).toBe('not_allowed');
    }
    expect(await answerOf(sql`delete from public.ledger_entries`)).toBe('append_only');
  });

  it('forges a proof: a file of another room, or into somebody else’s payment', async () => {
    const order = await scene.makeOrder(1000);
    const other = await scene.makeOrder(1000);
    const [payment, rivals] = [randomUUID(), randomUUID()];
    await announce(order, 1000, { p_id: payment });
    await announce(other, 1000, { p_id: rivals });
    const theirs = file('theirs.pdf');
    await call(buyerUser, 'prove_payment', {
      p_payment: rivals,
      p_paid_on: today,
      p_files: [theirs] as never,
    });
    const proof = { p_payment: payment, p_paid_on: today, p_files: [theirs] as never };
    expect(await answerOf(call(buyerUser, 'prove_payment', proof))).toBe('conflict');
    const put = (who: string) =>
      call(who, 'add_files', { p_room: 'payment', p_room_id: payment, p_files: [file()] as never });
    for (const who of [stranger, rivalOwner, farCoordinator]) {
      expect(await answerOf(put(who))).toBe('not_found');
      expect(await answerOf(call(who, 'open_file', { p_file: theirs.id }))).toBe('not_found');
    }
    expect(await answerOf(call(maker, 'open_file', { p_file: theirs.id }))).toBe('ok');
  });

  it('takes another’s id, another producer’s account or a day that has not come', async () => {
    const [order, other] = [await scene.makeOrder(1000), await scene.makeOrder(1000)];
    const id = randomUUID();
    await announce(order, 1000, { p_id: id });
    expect(await answerOf(announce(other, 1000, { p_id: id }))).toBe('conflict');
    const theirs = await scene.account('USD', randomUUID(), rivalOwner, scene.rival.id);
    expect(await answerOf(announce(order, 1, { p_account: theirs }))).toBe('account_gone');
    expect(await answerOf(announce(order, 1, { p_paid_on: '2031-01-01' }))).toBe('day_not_yet');
    expect(await answerOf(announce(order, 0))).toBe('out_of_range');
  });
});

describe('where a producer takes money', () => {
  it('is changed by an owner alone, never in place, and read by buyers with an order only', async () => {
    const save = (who: string, replaces?: string, input: object = {}) =>
      call<string>(who, 'save_payment_account', {
        p_id: randomUUID(),
        p_producer: scene.shop.id,
        p_input: {
          method: 'mobile_money',
          currency: 'RWF',
          holder: 'Aline',
          phone: '+250788000000',
          ...input,
        },
        p_replaces: replaces,
      });
    for (const who of [editor, coordinator, rivalOwner, buyerUser, stranger]) {
      expect(await answerOf(save(who))).toBe('not_allowed');
    }
    const first = await save(maker);
    const second = await save(maker, first);
    expect(await answerOf(save(maker, first))).toBe('conflict');
    expect(await answerOf(save(maker, undefined, { phone: '' }))).toBe('invalid_input');
    const change = sql`update public.payment_accounts set phone = '+250788999999' where id = ${second}`;
    expect(await answerOf(change)).toBe('append_only');
    const order = await scene.makeOrder(1000, 0, { currency: 'RWF' });
    expect((await box(order)).accounts.map((one) => one.id)).toEqual([second]);
    expect(
      await db.asUser(buyerUser, (tx) => tx`select 1 from public.payment_accounts`),
    ).toHaveLength(0);
    expect(await answerOf(call(editor, 'retire_payment_account', { p_account: second }))).toBe(
      'not_allowed',
    );
    await call(maker, 'retire_payment_account', { p_account: second });
    expect((await box(order)).accounts).toEqual([]);
  });
});

describe('a reminder', () => {
  it('comes some days after the day, once a week, not while a proof waits, and stops', async () => {
    const order = await scene.makeOrder(1000, 300);
    const remind = () => call<number>('service', 'remind_due_payments');
    const told = async () =>
      (await scene.notices(order)).filter((kind) => kind === 'payment_due').length;
    await remind();
    expect(await told()).toBe(0);
    await sql`update public.orders set created_at = now() - interval '4 days' where id = ${order}`;
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await told()).toBe(1);
    const ago = () => sql`update private.payment_reminders set sent_at = now() - interval '8 days'`;
    await ago();
    await announce(order, 300, { p_paid_on: today });
    await remind();
    expect(await told()).toBe(1);
    await sql`update public.payments set state = 'rejected' where order_id = ${order}`;
    for (let n = 0; n < 6; n += 1) {
      await remind();
      await ago();
    }
    const [row] = await sql`select sent from private.payment_reminders where order_id = ${order}`;
    expect(row!['sent']).toBe(4);
  });
});
