import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { moneyScene } from './money-scene.ts';
import { draftOf, quoteSceneOf } from './quote-scene.ts';
import { answerOf } from './scene.ts';

/** Going with orders, quotes, papers and books behind one. */
const db = await createTestDatabase();
const scene = await moneyScene(db);
const trade = await quoteSceneOf(db, scene);
const { call, order, invite, accept, buyer, workshop } = scene;
const { sql } = db;
type Trade = {
  quotes: { inquiry: string }[];
  orders: { payments: object[] }[];
};
const leave = (user: string) => answerOf(call(user, 'delete_my_account'));
const exportOf = (user: string) => call<{ trade: Trade }>(user, 'export_my_data');

async function pair(name = 'Wanda Weaver Imports') {
  const [maker, me] = await Promise.all([
    db.addUser(),
    db.addUser(undefined, { display_name: 'Wanda' }),
  ]);
  const shop = await workshop(maker, 'Shoes of a friend');
  return { maker, me, shop, firm: await buyer(me, name) };
}
const closed = (parties: { producer: string; buyer: string }, paid = 135_700) =>
  order(parties, { state: 'closed', paid });

describe('a buyer who goes', () => {
  it('waits while an order runs, money is on its way or a refund is due', async () => {
    const { me, maker, shop, firm } = await pair();
    const running = await order({ producer: shop.id, buyer: firm });
    expect(await leave(me)).toBe('trade_open');
    expect(await leave(maker)).toBe('trade_open');
    await sql`update public.orders set state = 'closed', closed_at = now() where id = ${running.id}`;
    const payment = await scene.pay(running.id, 135_700);
    await sql`insert into public.refunds (payment_id, order_id, amount, reason) values (${payment}, ${running.id}, 100, 'paid too much')`;
    expect(await leave(me)).toBe('trade_open');
    await sql`update public.refunds set state = 'failed', settled_at = now() where order_id = ${running.id}`;
    await sql`insert into public.payments (order_id, purpose, method, reference, currency, amount)
      values (${running.id}, 'balance', 'bank_transfer', ${`W-${randomUUID().slice(0, 8).toUpperCase()}`}, 'USD', 5)`;
    expect(await leave(me)).toBe('trade_open');
    await sql`update public.payments set state = 'cancelled' where order_id = ${running.id} and state = 'pending'`;
    expect(await leave(me)).toBe('ok');
  });

  it('leaves the order, its papers and both books behind, and the organisation as their owner', async () => {
    const { me, shop, maker, firm } = await pair();
    const done = await closed({ producer: shop.id, buyer: firm });
    await call(me, 'save_organisation_details', {
      p_producer: null,
      p_buyer: firm,
      p_input: {
        legalName: 'Wanda Weaver Imports',
        address: 'Hidden Lane 5',
        country: 'DE',
        email: 'w@weaver.example',
      },
    });
    await call(me, 'create_shortlist', { p_id: randomUUID(), p_name: 'For spring', p_buyer: firm });
    await sql`insert into public.reviews (order_id, producer_id, rating, buyer_name, locale) values (${done.id}, ${shop.id}, 5, 'Wanda W.', 'en')`;
    const before = await scene.books(done.id);
    expect(await leave(me)).toBe('ok');
    expect(await scene.books(done.id)).toEqual(before);
    expect(
      await sql`select state, suspended_reason, website, created_by from public.buyers where id = ${firm}`,
    ).toEqual([
      {
        state: 'suspended',
        suspended_reason: 'account_deleted',
        website: null,
        created_by: null,
      },
    ]);
    expect(
      await sql`select buyer_name from public.reviews where order_id = ${done.id}`,
    ).toMatchObject([{ buyer_name: '—' }]);
    for (const table of ['organisation_details', 'shortlists', 'buyer_members']) {
      expect(
        await sql`select 1 from ${sql(`public.${table}`)} where buyer_id = ${firm}`,
        table,
      ).toHaveLength(0);
    }
    const read = await call<{ reference: string }>(maker, 'read_order', { p_order: done.id });
    expect(JSON.stringify(read)).toContain('Wanda Weaver Imports');
    // The token of a session that is still out there opens nothing of it.
    expect(await answerOf(call(me, 'read_order', { p_order: done.id }))).not.toBe('ok');
  });

  it('leaves nothing of an organisation that never ordered, and withdraws what stood', async () => {
    const me = await db.addUser();
    const firm = await buyer(me, 'Never ordered');
    const asked = await trade.ask({ p_buyer: firm }, me);
    const { quote } = await trade.standing(undefined, asked);
    expect(await leave(me)).toBe('ok');
    expect(await sql`select 1 from public.buyers where id = ${firm}`).toHaveLength(0);
    expect(await sql`select state from public.quotes where id = ${quote}`).toMatchObject([
      { state: 'declined' },
    ]);
    expect(await answerOf(trade.accept(trade.stranger, quote))).toBe('not_found');
  });

  it('goes at once when a colleague carries on', async () => {
    const { me, shop, firm } = await pair();
    const colleague = await db.addUser();
    await accept(colleague, await invite(me, 'buyer_member', firm, 'owner'));
    const running = await order({ producer: shop.id, buyer: firm });
    expect(await leave(me)).toBe('ok');
    expect(await sql`select state from public.buyers where id = ${firm}`).toMatchObject([
      { state: 'active' },
    ]);
    expect(await answerOf(call(colleague, 'read_order', { p_order: running.id }))).toBe('ok');
  });
});

describe('a producer who goes', () => {
  it('waits while money is held for the workshop; then accounts go and books stay', async () => {
    const { maker, shop, firm } = await pair();
    const done = await closed({ producer: shop.id, buyer: firm }, 0);
    const payment = await scene.account('USD', undefined, maker, shop.id).then(() => randomUUID());
    await sql`insert into public.payments (id, order_id, purpose, method, reference, currency, amount)
      values (${payment}, ${done.id}, 'balance', 'card', ${`C-${payment.slice(0, 8).toUpperCase()}`}, 'USD', 135700)`;
    await scene.charged(payment, `pi_${payment}`, 135_700);
    expect(await leave(maker)).toBe('trade_open');
    await scene.runPayouts();
    expect(await leave(maker)).toBe('trade_open');
    const [payout] = await sql`select id from public.payouts where producer_id = ${shop.id}`;
    await call(scene.operator, 'set_payout', { p_payout: payout!['id'], p_state: 'sent' });
    await call(scene.operator, 'set_payout', { p_payout: payout!['id'], p_state: 'paid' });
    const before = await scene.books(done.id);
    expect(await leave(maker)).toBe('ok');
    expect(await scene.books(done.id)).toEqual(before);
    expect(
      await sql`select 1 from public.payment_accounts where producer_id = ${shop.id}`,
    ).toHaveLength(0);
    expect(await sql`select state from public.producers where id = ${shop.id}`).toMatchObject([
      { state: 'suspended' },
    ]);
  });

  it('withdraws the quotes that stand; nobody orders from an empty workshop', async () => {
    const maker = await db.addUser();
    const shop = await workshop(maker, 'One bench');
    const listed = await scene.published(maker, shop.id);
    const asked = await trade.ask({ p_product: listed.id });
    const boots = { productId: listed.id, quantity: 120, unitAmount: 45_000 };
    const { quote } = await trade.standing(draftOf([boots]), asked, maker);
    expect(await leave(maker)).toBe('ok');
    expect(await sql`select state from public.quotes where id = ${quote}`).toMatchObject([
      { state: 'withdrawn' },
    ]);
    expect(await answerOf(trade.accept(trade.buyer, quote))).toBe('wrong_state');
  });

  it('goes with orders running where the cluster carries them on', async () => {
    const { maker, shop, firm, me } = await pair();
    const join = await invite(scene.coordinator, 'cluster_producer', await clusterId());
    await accept(maker, join, shop.id);
    const running = await order({ producer: shop.id, buyer: firm });
    expect(await leave(me)).toBe('trade_open');
    expect(await leave(maker)).toBe('ok');
    expect(
      await answerOf(
        call(scene.coordinator, 'advance_order', {
          p_order: running.id,
          p_action: 'start',
          p_expected: 'confirmed',
        }),
      ),
    ).toBe('ok');
  });
});

async function clusterId() {
  const [row] = await sql<{ id: string }[]>`
    select cluster_id as id from public.cluster_coordinators where user_id = ${scene.coordinator}`;
  return row!.id;
}

describe('taking the trade along', () => {
  it('gives orders, quotes, payments, lists and searches of one’s own, and nothing of a rival’s', async () => {
    const { me, shop, maker, firm } = await pair('Own firm');
    const rivalFirm = await buyer(trade.stranger, 'Rival firm');
    await closed({ producer: shop.id, buyer: firm });
    await closed({ producer: scene.rival.id, buyer: rivalFirm });
    const list = randomUUID();
    await call(me, 'create_shortlist', { p_id: list, p_name: 'For spring' });
    await call(trade.stranger, 'create_shortlist', { p_id: randomUUID(), p_name: 'Secret list' });
    await call(me, 'save_search', {
      p_id: randomUUID(),
      p_name: 'Brown boots',
      p_query: { q: 'boot' },
      p_locale: 'en',
    });
    const { trade: mine } = await exportOf(me);
    expect(mine).toMatchObject({
      shortlists: [{ name: 'For spring' }],
      searches: [{ name: 'Brown boots' }],
      orders: [
        {
          state: 'closed',
          placedByMe: null,
          agreement: { buyer: { name: 'Nordlicht' } },
        },
      ],
    });
    expect(mine.orders[0]!.payments).toHaveLength(1);
    const text = JSON.stringify(await exportOf(me)) + JSON.stringify(await exportOf(maker));
    for (const foreign of ['Secret list', 'Rival', rivalFirm, trade.stranger])
      expect(text).not.toContain(foreign);
    expect(JSON.stringify(await exportOf(maker))).not.toContain('For spring');
  });

  it('gives a quote to whom it was made once it is sent', async () => {
    const asked = await trade.ask();
    const quote = await trade.save(trade.maker, asked);
    const quotesOf = async (user: string) => {
      const data = await exportOf(user);
      const [row] = await sql`select reference from public.inquiries where id = ${asked}`;
      const { quotes } = data.trade;
      return quotes.filter((one) => one.inquiry === row!['reference']);
    };
    expect(await quotesOf(trade.maker)).toHaveLength(1);
    expect(await quotesOf(trade.buyer)).toHaveLength(0);
    await trade.send(trade.maker, quote);
    expect(await quotesOf(trade.buyer)).toHaveLength(1);
    expect(await quotesOf(trade.stranger)).toHaveLength(0);
  });
});
