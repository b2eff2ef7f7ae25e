import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { moneyScene } from './money-scene.ts';
import { answerOf } from './scene.ts';

/** A producer and a buyer of one mind, a card, and a payout that comes fast: the money goes once, or the operator says so. */
const db = await createTestDatabase();
const scene = await moneyScene(db);
const { sql } = db;
const { call, buyerUser, operator } = scene;

type Refund = { id: string; state: string; waits: boolean };
type Desk = { held: { id: string; amount: number; covered: number; producer: string }[] };
const claim = (refund: string) =>
  call<{ id: string } | null>('service', 'claim_card_refund', { p_refund: refund });
const release = (refund: string, by = operator, reason = 'The goods never left.') =>
  call(by, 'release_refund', { p_refund: refund, p_reason: reason });
const seen = async (order: string, who: string) =>
  (await call<{ refunds: Refund[] }>(who, 'order_money_box', { p_order: order })).refunds;
const desk = async () => (await call<Desk>(operator, 'card_desk')).held;

/** A workshop of its own with a bank account, so that no other story's money covers this one. */
async function thief(currency = 'USD') {
  const owner = await db.addUser();
  const shop = await scene.workshop(owner, 'Fast Boots');
  await scene.account(currency, randomUUID(), owner, shop.id);
  const parties = { producer: shop.id, buyer: scene.buying };
  async function paid(total: number, terms: object = {}) {
    const order = await scene.makeOrder(total, 0, { parties, currency, bp: 0, taxBp: 0, ...terms });
    const payment = await scene.card(order, total);
    await scene.charged(payment, `pi_${randomUUID()}`, total);
    return { order, payment };
  }
  const held = () => scene.held(shop.id, currency);
  const debt = async () =>
    Number(
      (
        await sql`select -private.balance_of(${shop.id}, null, null, 'owed_to_operator', ${currency}) as debt`
      )[0]!['debt'],
    );
  const payouts = async () =>
    Number(
      (
        await sql`select coalesce(sum(amount), 0) as sum from public.payouts where producer_id = ${shop.id} and state <> 'failed'`
      )[0]!['sum'],
    );
  return { owner, shop, paid, held, debt, payouts };
}

describe('a refund of card money that was paid out', () => {
  it('waits: neither side gets it going, both see why, the operator is told', async () => {
    const t = await thief();
    const { order, payment } = await t.paid(50_000);
    await scene.runPayouts();
    expect(await t.held()).toBe(0);
    const refund = await scene.refund(payment, 50_000, t.owner);
    expect(await claim(refund)).toBeNull();
    for (const who of [t.owner, buyerUser])
      expect(await seen(order, who)).toMatchObject([{ id: refund, state: 'pending', waits: true }]);
    expect(await desk()).toContainEqual(
      expect.objectContaining({ id: refund, amount: 50_000, covered: 0, producer: 'Fast Boots' }),
    );
    const [told] =
      await sql`select count(*)::int as n from public.notifications where user_id = ${operator} and kind = 'card_alert'`;
    expect(told!['n']).toBe(1);
    expect(await answerOf(scene.settleRefund(refund, t.owner))).toBe('wrong_state');
    for (const who of [t.owner, buyerUser, scene.coordinator, scene.stranger])
      expect(await answerOf(release(refund, who)), who).toBe('not_allowed');
    expect(await t.debt()).toBe(0);
    expect(await scene.moneyOf(order)).toMatchObject({ paid: 50_000, refunded: 0 });
  });

  it('goes when an operator lets it, with a reason, once, and never one who is a party', async () => {
    const t = await thief();
    const { payment } = await t.paid(50_000);
    await scene.runPayouts();
    const refund = await scene.refund(payment, 50_000, t.owner);
    const accomplice = await db.addUser();
    await sql`insert into public.operators (user_id) values (${accomplice})`;
    await sql`insert into public.producer_members (producer_id, user_id, role) values (${t.shop.id}, ${accomplice}, 'editor')`;
    expect(await answerOf(release(refund, accomplice))).toBe('not_allowed');
    expect(await answerOf(release(refund, operator, ' '))).toBe('reason_required');
    const answers = await Promise.all([1, 2, 3].map(() => answerOf(release(refund))));
    expect(answers.toSorted()).toEqual(['already_done', 'already_done', 'ok']);
    expect(await claim(refund)).toMatchObject({ id: refund });
    const [event] =
      await sql`select actor, reason from public.events where subject_id = ${refund} and action = 'refund.released'`;
    expect(event).toEqual({ actor: operator, reason: 'The goods never left.' });
    const jobs =
      await sql`select 1 from private.outbox where kind = 'stripe.refund' and payload ->> 'refund' = ${refund}`;
    expect(jobs).toHaveLength(2);
  });

  it('waits whoever planned it: an agreed cancellation and a mediator’s word too', async () => {
    const t = await thief();
    const one = await t.paid(30_000);
    const two = await t.paid(20_000);
    await scene.runPayouts();
    await call(buyerUser, 'propose_cancellation', {
      p_order: one.order,
      p_id: randomUUID(),
      p_reason: 'We changed our minds.',
      p_refund: 30_000,
      p_kept: 0,
    }).then(async () => {
      const [change] =
        await sql`select id from public.order_changes where order_id = ${one.order} and state = 'proposed'`;
      await call(t.owner, 'answer_change', { p_change: change!['id'], p_agree: true });
    });
    const dispute = randomUUID();
    await call(buyerUser, 'open_dispute', {
      p_order: two.order,
      p_id: dispute,
      p_reason: 'quality',
      p_details: 'Every second sole came off.',
    });
    await call(operator, 'resolve_dispute', {
      p_dispute: dispute,
      p_resolution: 'All of it goes back.',
      p_refund: 20_000,
    });
    for (const { order } of [one, two]) {
      const [refund] = await sql<{ id: string }[]>`
        select id from public.refunds where order_id = ${order} and state = 'pending'`;
      expect(await claim(refund!.id)).toBeNull();
      expect((await seen(order, buyerUser))[0]).toMatchObject({ waits: true });
    }
  });

  it('goes by itself once new money covers it, which is paid out to nobody meanwhile', async () => {
    const t = await thief();
    const first = await t.paid(40_000);
    await scene.runPayouts();
    const refund = await scene.refund(first.payment, 40_000, t.owner);
    await t.paid(25_000);
    await scene.runPayouts();
    expect(await t.held(), 'reserved').toBe(25_000);
    expect(await claim(refund)).toBeNull();
    await t.paid(25_000);
    await scene.runPayouts();
    expect(await t.held(), 'what is above it is the producer’s').toBe(40_000);
    expect(await claim(refund)).toMatchObject({ id: refund });
    expect((await seen(first.order, buyerUser))[0]).toMatchObject({ waits: false });
    expect(await desk()).not.toContainEqual(expect.objectContaining({ id: refund }));
  });
});

describe('a refund of money that is still held', () => {
  it('goes at once, also all of it with the commission that comes back', async () => {
    const t = await thief('TND');
    const { order, payment } = await t.paid(100_001, { bp: 333, taxBp: 1800 });
    const parts = [30_007, 69_994];
    for (const amount of parts) {
      const refund = await scene.refund(payment, amount, t.owner);
      expect(await claim(refund), String(amount)).toMatchObject({ id: refund });
      await call('service', 'record_card_refund', {
        p_payment: payment,
        p_provider_ref: `re_${refund}`,
        p_amount: amount,
        p_reason: '',
        p_refund: refund,
      });
    }
    expect(await scene.moneyOf(order)).toMatchObject({ paid: 0, refunded: 100_001 });
    expect([await t.held(), await t.debt()]).toEqual([0, 0]);
  });

  it('and a payout at the same moment: the money goes one way', async () => {
    for (let n = 0; n < 6; n += 1) {
      const t = await thief();
      const { payment } = await t.paid(10_000);
      const refund = randomUUID();
      await Promise.all([
        scene.runPayouts(),
        scene.refund(payment, 10_000, t.owner, refund),
        scene.runPayouts(),
      ]);
      const claimed = (await claim(refund)) !== null;
      expect((await t.payouts()) + (claimed ? 10_000 : 0)).toBe(10_000);
    }
  });

  it('twice at once over two payments, with money for one: one goes', async () => {
    const t = await thief();
    const [one, two] = [await t.paid(10_000), await t.paid(10_000)];
    await scene.runPayouts();
    await t.paid(10_000);
    const refunds = await Promise.all([
      scene.refund(one.payment, 10_000, t.owner),
      scene.refund(two.payment, 10_000, t.owner),
    ]);
    const claims = await Promise.all([...refunds, ...refunds].map((id) => claim(id)));
    expect(new Set(claims.flatMap((row) => (row ? [row.id] : []))).size).toBe(1);
    await scene.runPayouts();
    expect(await t.held()).toBe(10_000);
  });
});

describe('money that a cardholder disputes', () => {
  it('is not paid out while nobody has decided, covers no refund, and is free when it is won', async () => {
    const t = await thief();
    const intent = `pi_${randomUUID()}`;
    const order = await scene.makeOrder(10_000, 0, {
      parties: { producer: t.shop.id, buyer: scene.buying },
      bp: 0,
    });
    const payment = await scene.card(order, 10_000);
    await scene.charged(payment, intent, 10_000);
    const other = await t.paid(4000);
    const note = (open: boolean) =>
      call('service', 'note_card_dispute', {
        p_intent: intent,
        p_ref: `du_${intent}`,
        p_amount: 10_000,
        p_reason: 'fraudulent',
        p_open: open,
      });
    await note(true);
    await note(true);
    await scene.runPayouts();
    expect(await t.payouts()).toBe(4000);
    expect(await claim(await scene.refund(other.payment, 4000, t.owner))).toBeNull();
    await note(false);
    await note(true);
    await note(false);
    await scene.runPayouts();
    expect(await t.payouts(), 'less what is promised back').toBe(10_000);
  });
});
