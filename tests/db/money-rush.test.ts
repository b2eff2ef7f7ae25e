import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { moneyScene } from './money-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await moneyScene(db);
const { sql } = db;
const { confirm, record, refund, settleRefund, charged, card, moneyOf, books, held } = scene;

const RUSH = 50;
const rush = (act: (n: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: RUSH }, (_, n) => answerOf(act(n))));
const count = (answers: string[], code: string) => answers.filter((one) => one === code).length;
const journals = async (order: string, kind: string) =>
  (await sql`select 1 from public.ledger_journals where order_id = ${order} and kind = ${kind}`)
    .length;

describe('fifty at once', () => {
  it('confirm one payment with different amounts: one amount counts, booked once', async () => {
    const order = await scene.makeOrder(100_000, 0);
    const payment = randomUUID();
    await scene.announce(order, 500, { p_id: payment });
    const answers = await rush((n) => confirm(payment, 500 + (n % 2)));
    const [row] = await sql`select confirmed_amount from public.payments where id = ${payment}`;
    const counted = Number(row!['confirmed_amount']);
    expect(count(answers, 'ok')).toBe(RUSH / 2);
    expect(count(answers, 'wrong_state')).toBe(RUSH / 2);
    expect(await moneyOf(order)).toMatchObject({ paid: counted });
    expect(await journals(order, 'payment')).toBe(1);
  });

  it('record payments, some twice: each once, references without a gap', async () => {
    const order = await scene.makeOrder(100_000, 0, { bp: 333, taxBp: 1800 });
    const ids = Array.from({ length: RUSH / 2 }, () => randomUUID());
    await rush((n) => record(order, 100, ids[n % ids.length]));
    expect(await moneyOf(order)).toMatchObject({ paid: 2500 });
    const rows = await sql<
      { reference: string }[]
    >`select reference from public.payments where order_id = ${order}`;
    const numbers = rows.map((row) => Number(row.reference.split('-').at(-1)));
    expect(numbers.sort((a, b) => a - b)).toEqual(ids.map((_, n) => n + 1));
    expect((await books(order))['operator commission_income']).toBe(-83);
  });

  it('hear of one card payment: once', async () => {
    const order = await scene.makeOrder(1000);
    const payment = await card(order, 1000);
    const answers = await rush(() => charged(payment, 'pi_rush', 1000, 30));
    expect(count(answers, 'ok')).toBe(RUSH);
    expect(await moneyOf(order)).toMatchObject({ paid: 1000 });
    expect(await journals(order, 'payment')).toBe(1);
  });

  it('ask for refunds: never above what arrived; settle them: each once', async () => {
    const order = await scene.makeOrder(1000);
    const payment = await record(order, 1000);
    const asked: string[] = [];
    const answers = await rush(async () => asked.push(await refund(payment, 100)));
    expect(count(answers, 'ok')).toBe(10);
    expect(count(answers, 'refund_too_much')).toBe(RUSH - 10);
    await rush((n) => settleRefund(asked[n % asked.length]!));
    expect(await moneyOf(order)).toMatchObject({ paid: 0, refunded: 1000, outstanding: 1000 });
    expect(await journals(order, 'refund')).toBe(10);
  });

  it('pay, cancel, confirm and reject one payment: exactly one outcome', async () => {
    const order = await scene.makeOrder(1000);
    const payment = randomUUID();
    await scene.announce(order, 1000, {
      p_id: payment,
      p_paid_on: new Date().toISOString().slice(0, 10),
    });
    await rush((n) => {
      if (n % 3 === 0) return scene.call(scene.buyerUser, 'cancel_payment', { p_payment: payment });
      if (n % 3 === 1) return confirm(payment, 1000);
      return scene.call(scene.maker, 'reject_payment', { p_payment: payment, p_reason: 'nothing' });
    });
    const [row] = await sql`select state from public.payments where id = ${payment}`;
    const paid = row!['state'] === 'confirmed' ? 1000 : 0;
    expect(['confirmed', 'cancelled', 'rejected']).toContain(row!['state']);
    expect(await moneyOf(order)).toMatchObject({ paid });
    const ends = (await scene.eventsOf(payment)).filter((one) =>
      /confirmed|cancelled|rejected/.test(one),
    );
    expect(ends).toHaveLength(1);
  });

  it('card money in and out, and payouts between: what is held never falls below zero', async () => {
    await scene.account();
    const orders = await Promise.all(
      Array.from({ length: 6 }, () => scene.makeOrder(10_000, 0, { bp: 1234, taxBp: 1900 })),
    );
    const payments = await Promise.all(
      orders.flatMap((order) => [card(order, 5000), card(order, 5000)]),
    );
    const refunds = payments.map(() => `re_${randomUUID()}`);
    const sendBack = (n: number) =>
      scene.call('service', 'record_card_refund', {
        p_payment: payments[n]!,
        p_provider_ref: refunds[n]!,
        p_amount: 4999,
        p_reason: 'sent back',
      });
    await rush((n) => {
      const one = n % payments.length;
      if (n % 5 === 0) return scene.runPayouts();
      return n % 5 < 3 ? charged(payments[one]!, `pi_${payments[one]}`, 5000) : sendBack(one);
    });
    for (const [n] of payments.entries()) {
      await charged(payments[n]!, `pi_${payments[n]}`, 5000);
      await sendBack(n);
    }
    await scene.runPayouts();
    const low = await sql`
      select 1 from (
        select sum(t.amount) over (partition by t.account_id order by t.first) as balance from (
          select e.account_id, e.journal_id, sum(e.amount) as amount, min(e.id) as first
          from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id and a.kind = 'with_operator' group by 1, 2) t) b
      where b.balance < 0`;
    expect(low).toHaveLength(0);
    expect(await held()).toBeGreaterThanOrEqual(0);
    for (const order of orders) {
      expect(await moneyOf(order)).toMatchObject({ paid: 2 });
      expect((await books(order))['producer receivable']).toBe(9998);
    }
  });
});
