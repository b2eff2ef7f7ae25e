import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { moneyScene } from './money-scene.ts';
import { draftOf, quoteSceneOf } from './quote-scene.ts';
import { answerOf } from './scene.ts';

/** What an operator reads of the trade: the fact, not the content, unless they have a part in it. */
const db = await createTestDatabase();
const { sql } = db;
const money = await moneyScene(db);
const { call, operator } = money;
const trade = await quoteSceneOf(db, money);

type Line = { action: string; kind: string; subjectId: string; reason: string | null };
const record = (who = operator) => call<Line[]>(who, 'operator_events', { p_limit: 1000 });
const lineOf = async (subject: string, action: string, who = operator) =>
  (await record(who)).find((line) => line.subjectId === subject && line.action === action);
const rows = (who: string, subject: string) =>
  db.asUser(
    who,
    (tx) => tx`select action, reason, data from public.events where subject_id = ${subject}`,
  );

describe('the record of the trade', () => {
  it('names a declined quote, without its sum and without the reason', async () => {
    const { quote, inquiry } = await trade.standing(
      draftOf([trade.boots(120, 43_217)], { taxBp: 0 }),
    );
    await trade.decline(trade.buyer, quote, 'Nordlicht offers thirty-eight.');
    const line = await lineOf(quote, 'quote.declined');
    expect(line).toMatchObject({ kind: 'quote', reason: null });
    const all = JSON.stringify([
      await record(),
      await call(operator, 'operator_overview'),
      await rows(operator, quote),
    ]);
    expect(all).not.toMatch(/Nordlicht offers|5186040|43217/);
    expect(await rows(operator, quote)).toEqual([]);
    expect(await rows(operator, inquiry)).toEqual([]);
    // Both sides read on as before.
    for (const who of [trade.buyer, trade.maker])
      expect(JSON.stringify(await rows(who, quote))).toMatch(
        /Nordlicht offers.*5186040|5186040.*Nordlicht offers/,
      );
  });

  it('names cancelled orders, rejected payments and refunds without sums and reasons', async () => {
    const order = await money.makeOrder(77_713);
    const payment = await money.record(order, 88_819);
    const refund = await money.refund(payment, 11_106);
    const rejected = randomUUID();
    const second = await money.makeOrder(66_617);
    await money.announce(second, 66_617, { p_id: rejected, p_paid_on: '2026-11-20' });
    await call(money.maker, 'reject_payment', {
      p_payment: rejected,
      p_reason: 'Nothing came yet.',
    });
    const third = await money.makeOrder(55_511);
    await call(money.buyerUser, 'cancel_order', { p_order: third, p_reason: 'Our shop closes.' });
    const all = JSON.stringify([await record(), await call(operator, 'operator_overview')]);
    for (const secret of [
      '77713',
      '88819',
      '11106',
      '66617',
      '55511',
      'too much',
      'Nothing came',
      'shop closes',
    ])
      expect(all, secret).not.toContain(secret);
    expect(await lineOf(third, 'order.cancel')).toMatchObject({ reason: null });
    for (const subject of [order, payment, refund, rejected, third])
      expect(await rows(operator, subject)).toEqual([]);
  });

  it('keeps what operators wrote themselves, of moderation and of disputes that they mediate', async () => {
    const { inquiry } = await trade.standing();
    await sql`insert into public.reports (subject, subject_id, reason, reporter) values ('inquiry', ${inquiry}, 'spam', ${trade.buyer})`;
    await call(operator, 'block_inquiry', {
      p_inquiry: inquiry,
      p_reason: 'Advertising for loans',
    });
    expect(await lineOf(inquiry, 'inquiry.block')).toMatchObject({
      reason: 'Advertising for loans',
    });

    // A workshop without a cluster: its disputes fall to the operators.
    const lone = await db.addUser();
    const alone = await money.workshop(lone, 'Alone');
    const order = await money.makeOrder(90_000, 0, {
      parties: { producer: alone.id, buyer: money.buying },
    });
    await money.record(order, 90_000, randomUUID(), lone);
    const dispute = randomUUID();
    await call(money.buyerUser, 'open_dispute', {
      p_order: order,
      p_id: dispute,
      p_reason: 'quality',
      p_details: 'Every second sole came off.',
    });
    await call(operator, 'resolve_dispute', {
      p_dispute: dispute,
      p_resolution: 'A third goes back to the buyer.',
      p_refund: 30_000,
    });
    expect(await lineOf(dispute, 'dispute.resolved')).toMatchObject({
      reason: 'A third goes back to the buyer.',
    });
    expect((await rows(operator, dispute)).length).toBeGreaterThan(0);
  });

  it('is whole for an operator who is a party, and for nobody else through it', async () => {
    const both = await db.addUser();
    await sql`insert into public.operators (user_id) values (${both})`;
    await sql`insert into public.producer_members (producer_id, user_id, role) values (${trade.shop.id}, ${both}, 'editor')`;
    const { quote } = await trade.standing();
    await trade.decline(trade.buyer, quote, 'Too dear this year.');
    expect(await lineOf(quote, 'quote.declined', both)).toMatchObject({
      reason: 'Too dear this year.',
    });
    expect(await lineOf(quote, 'quote.declined')).toMatchObject({ reason: null });
    expect((await rows(both, quote)).length).toBeGreaterThan(0);
    expect(await answerOf(record(trade.maker))).toBe('not_allowed');
  });
});
