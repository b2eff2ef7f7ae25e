import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { moneyScene } from './money-scene.ts';
import { draftOf, quoteSceneOf } from './quote-scene.ts';
import { answerOf } from './scene.ts';

/** Each of these once worked: somebody read, kept or spoilt what was not theirs. */
const db = await createTestDatabase();
const { sql } = db;
const money = await moneyScene(db);
const { call } = money;
const trade = await quoteSceneOf(db, money);

type Party = Record<'name' | 'address' | 'country' | 'taxNumber' | 'email' | 'phone', string>;
type Parties = { producer: Party; buyer: Party | null };
const parties = (who: string, quote: string) =>
  call<Parties>(who, 'quote_parties', { p_quote: quote });
const details = (name: string) => ({
  legalName: `${name} GmbH`,
  address: 'Hinter den Höfen 4, Hamburg',
  country: 'DE',
  taxNumber: 'DE-123',
  registration: 'HRB 9',
  email: `private@${name.toLowerCase()}.example`,
  phone: '+4940123456',
});
const saveDetails = (who: string, change: object) =>
  call(who, 'save_organisation_details', { p_producer: null, p_buyer: null, ...change });
const noticesOf = async (who: string, key: string, id: string) =>
  sql<{ kind: string; data: Record<string, unknown> }[]>`
    select kind, data from public.notifications where user_id = ${who} and data ->> ${key} = ${id} order by created_at`;

describe('a buyer’s private details', () => {
  beforeAll(async () => {
    await saveDetails(trade.buyer, { p_buyer: trade.organisation, p_input: details('Berg') });
    await saveDetails(trade.maker, { p_producer: trade.shop.id, p_input: details('Akagera') });
  });

  it('are not a producer’s who only drafted or sent a quote', async () => {
    const inquiry = await trade.ask();
    const quote = await trade.save(trade.maker, inquiry);
    for (const step of ['draft', 'sent']) {
      if (step === 'sent') await trade.send(trade.maker, quote);
      const { buyer, producer } = await parties(trade.maker, quote);
      expect(buyer).toMatchObject({ name: 'Schuhhaus Berg', country: 'DE' });
      expect(JSON.stringify(buyer)).not.toMatch(/private@|\+4940|Höfen|DE-123|HRB/);
      expect(producer.email).toBe('private@akagera.example');
    }
    expect((await parties(trade.buyer, quote)).buyer?.email).toBe('private@berg.example');
  });

  it('stand on the quote’s paper once there is an order', async () => {
    const { quote } = await trade.standing();
    await trade.accept(trade.buyer, quote);
    expect((await parties(trade.maker, quote)).buyer?.address).toContain('Höfen');
  });

  it('and a draft’s paper is its author’s alone', async () => {
    const quote = await trade.save(trade.maker, await trade.ask());
    expect(await answerOf(parties(trade.buyer, quote))).toBe('not_found');
  });
});

describe('somebody who left the buying organisation', () => {
  it('reads, hears and moves nothing of what was asked in its name', async () => {
    const invited = await money.invite(trade.buyer, 'buyer_member', trade.organisation);
    const former = await db.addUser();
    await money.accept(former, invited);
    const inquiry = await trade.ask({}, former);
    const rfq = randomUUID();
    await call(former, 'send_rfq', {
      p_id: rfq,
      p_buyer: trade.organisation,
      p_rfq: {
        locale: 'en',
        title: 'Boots for the chain',
        message: 'For the firm.',
        country: 'DE',
        producers: [trade.shop.id],
        lines: [{ description: 'Ankle boots', quantity: 60, unit: 'PR' }],
      } as never,
    });
    await call(trade.buyer, 'remove_member', {
      p_kind: 'buyer',
      p_target: trade.organisation,
      p_user: former,
    });
    const { quote } = await trade.standing(undefined, inquiry);
    await call(trade.buyer, 'reply_inquiry', {
      p_inquiry: inquiry,
      p_id: randomUUID(),
      p_body: 'Asked the others, they take 38 000.',
    });
    expect(await noticesOf(former, 'inquiryId', inquiry)).toEqual([]);
    expect(await answerOf(call(former, 'read_inquiry', { p_inquiry: inquiry }))).toBe('not_found');
    expect(await answerOf(call(former, 'read_quotes', { p_inquiry: inquiry }))).toBe('not_found');
    expect(await answerOf(call(former, 'read_rfq', { p_rfq: rfq }))).toBe('not_found');
    expect(await answerOf(trade.decline(former, quote))).toBe('not_found');
    expect(await call(former, 'list_rfqs')).toEqual([]);
    const taken = JSON.stringify(await call(former, 'export_my_data'));
    expect(taken).not.toContain('Asked the others');
    expect(await call(former, 'list_inquiries', { p_side: 'buyer' })).toEqual([]);
    for (const table of ['inquiries', 'inquiry_messages', 'rfqs', 'rfq_lines', 'quotes']) {
      const seen = await db.asUser(former, (tx) => tx.unsafe(`select id from public.${table}`));
      expect([table, seen.length]).toEqual([table, 0]);
    }
    // The others go on.
    expect(await answerOf(trade.accept(trade.buyer, quote))).toBe('ok');
  });

  it('keeps no notice of it, also when it has another name by now', async () => {
    const firm = await money.buyer(await db.addUser(), 'Old Name');
    const former = await db.addUser();
    await sql`insert into public.buyer_members (buyer_id, user_id, role) values (${firm}, ${former}, 'editor')`;
    const order = await money.order({ producer: money.shop.id, buyer: firm });
    await money.record(order.id, 1000);
    expect(await noticesOf(former, 'orderId', order.id)).not.toEqual([]);
    await sql`update public.buyers set name = 'New Name' where id = ${firm}`;
    await sql`delete from public.buyer_members where buyer_id = ${firm} and user_id = ${former}`;
    expect(await noticesOf(former, 'orderId', order.id)).toEqual([]);
  });
});

describe('a sender whom the producer blocked', () => {
  it('does not reach it through an answer to a counter either', async () => {
    const { inquiry, quote } = await trade.standing();
    const counter = randomUUID();
    await trade.counter(
      trade.buyer,
      quote,
      draftOf([{ quantity: 120, unitAmount: 40_000 }], { notes: 'Last word.' }),
      counter,
    );
    await call(trade.maker, 'block_sender', { p_inquiry: inquiry, p_reason: 'Rude.' });
    await sql`delete from public.notifications where user_id = ${trade.maker}`;
    await trade.withdraw(trade.buyer, counter, 'Words that the producer wanted to hear no more.');
    expect(await noticesOf(trade.maker, 'inquiryId', inquiry)).toEqual([]);
  });
});

describe('a mediator’s word', () => {
  it('that money goes back is not undone by the producer', async () => {
    const order = await money.makeOrder(100_000);
    await money.record(order, 100_000);
    const dispute = randomUUID();
    await call(money.buyerUser, 'open_dispute', {
      p_order: order,
      p_id: dispute,
      p_reason: 'quality',
      p_details: 'Every second sole came off.',
    });
    await call(money.operator, 'resolve_dispute', {
      p_dispute: dispute,
      p_resolution: 'Two fifths go back to the buyer.',
      p_refund: 40_000,
    });
    const [refund] = await sql`select id from public.refunds where order_id = ${order}`;
    expect(refund).toBeDefined();
    const drop = { p_refund: refund!['id'], p_reason: 'I do not want to.' };
    expect(await answerOf(call(money.maker, 'drop_refund', drop))).toBe('wrong_state');
    const [after] = await sql`select state from public.refunds where order_id = ${order}`;
    expect(after!['state']).toBe('pending');
  });

  it('and the disputes of a suspended cluster are nobody’s to read who only coordinated it', async () => {
    const order = await money.makeOrder(100_000);
    await call(money.buyerUser, 'open_dispute', {
      p_order: order,
      p_id: randomUUID(),
      p_reason: 'late',
      p_details: 'Private words of the buyer.',
    });
    const [seat] =
      await sql`select k.id, k.slug from public.clusters k join public.cluster_coordinators c on c.cluster_id = k.id
      where c.user_id = ${money.coordinator}`;
    await sql`update public.disputes set cluster_id = ${seat!['id']} where order_id = ${order}`;
    await sql`update public.clusters set state = 'suspended', suspended_reason = 'fraud' where id = ${seat!['id']}`;
    const list = () => call(money.coordinator, 'list_disputes', { p_cluster: seat!['slug'] });
    const answer = await answerOf(list());
    await sql`update public.clusters set state = 'active', suspended_reason = null where id = ${seat!['id']}`;
    expect(answer).toBe('not_found');
    expect(await answerOf(list())).toBe('ok');
  });

  it('is asked for so often only', async () => {
    const order = await money.makeOrder(100_000);
    const open = (id: string) =>
      call(money.buyerUser, 'open_dispute', {
        p_order: order,
        p_id: id,
        p_reason: 'late',
        p_details: 'A mail to everybody, again.',
      });
    let answer = 'ok';
    for (let n = 0; n < 12 && answer === 'ok'; n += 1) {
      const id = randomUUID();
      answer = await answerOf(open(id));
      if (answer === 'ok') await call(money.buyerUser, 'withdraw_dispute', { p_dispute: id });
    }
    expect(answer).toBe('rate_limited');
  });
});

describe('money that is held', () => {
  it('and promised back is not paid out to the producer first', async () => {
    const owner = await db.addUser();
    const shop = await money.workshop(owner, 'Twice');
    const parties_ = { producer: shop.id, buyer: money.buying };
    await money.account('USD', randomUUID(), owner, shop.id);
    const order = await money.makeOrder(50_000, 0, { parties: parties_, bp: 0 });
    const payment = await money.card(order, 50_000);
    await money.charged(payment, `pi_${randomUUID().slice(0, 8)}`, 50_000);
    await money.refund(payment, 30_000, owner);
    const run = async () => (await money.runPayouts()).filter((row) => row.amount && row.payoutId);
    await run();
    const paid = async () =>
      Number(
        (
          await sql`select coalesce(sum(amount), 0) as sum from public.payouts where producer_id = ${shop.id} and state <> 'failed'`
        )[0]!['sum'],
      );
    expect(await paid()).toBe(20_000);
    const [refund] = await sql`select id from public.refunds where payment_id = ${payment}`;
    await call('service', 'record_card_refund', {
      p_payment: payment,
      p_provider_ref: `re_${randomUUID().slice(0, 8)}`,
      p_amount: 30_000,
      p_reason: 'paid too much',
      p_refund: refund!['id'],
    });
    const debts =
      await sql`select sum(e.amount) as sum from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
      where a.producer_id = ${shop.id} and a.kind = 'owed_to_operator'`;
    expect(Number(debts[0]!['sum'])).toBe(0);
  });
});

describe('a proposal', () => {
  it('names no sum that a screen cannot show exactly', async () => {
    const made = await money.order(money.parties);
    const doc = { ...made.doc, taxBp: 0, taxAmount: 0, depositBp: 0, depositAmount: 0 };
    const freight = 9_999_999_000_000_001n;
    const total = BigInt(doc.goodsAmount - doc.discountAmount) + freight;
    const text = JSON.stringify(doc)
      .replace(/"freightAmount":\d+/, `"freightAmount":${freight}`)
      .replace(/"totalAmount":\d+/, `"totalAmount":${total}`);
    const propose = db.asUser(money.maker, (tx) =>
      tx.unsafe(
        `select public.propose_change('${made.id}', gen_random_uuid(), 'More freight', $1::text::jsonb, 1)`,
        [text],
      ),
    );
    expect(await answerOf(propose)).toBe('out_of_range');
  });
});

describe('a producer that was asked', () => {
  it('does not learn from the table whether others were asked too', async () => {
    const read = db.asUser(trade.maker, (tx) => tx`select visibility from public.rfqs`);
    expect(await answerOf(read)).toBe('not_allowed');
  });
});

describe('somebody who worked for a side when the dispute began', () => {
  it('does not become its mediator by leaving', async () => {
    const owner = await db.addUser();
    const shop = await money.workshop(owner, 'Two Hats');
    const both = await db.addUser();
    await money.accept(both, await money.invite(owner, 'producer_member', shop.id));
    const cluster = await money.cluster(both, 'Hats');
    await sql`update public.clusters set approved_at = now() where id = ${cluster.id}`;
    await money.accept(owner, await money.invite(both, 'cluster_producer', cluster.id), shop.id);
    const order = await money.makeOrder(100_000, 0, {
      parties: { producer: shop.id, buyer: money.buying },
    });
    const dispute = randomUUID();
    await call(money.buyerUser, 'open_dispute', {
      p_order: order,
      p_id: dispute,
      p_reason: 'quality',
      p_details: 'Every second sole came off.',
    });
    await sql`update public.disputes set cluster_id = ${cluster.id} where id = ${dispute}`;
    await call(both, 'remove_member', { p_kind: 'producer', p_target: shop.id, p_user: both });
    const resolve = call(both, 'resolve_dispute', {
      p_dispute: dispute,
      p_resolution: 'The workshop keeps everything.',
    });
    expect(await answerOf(resolve)).toBe('not_allowed');
  });
});

describe('somebody who wants the other side’s letterbox full', () => {
  async function until(act: () => Promise<unknown>) {
    let answer: string = 'ok';
    for (let n = 0; n < 60 && answer === 'ok'; n += 1) answer = await answerOf(act());
    return answer;
  }

  it('announces and calls off payments so often only', async () => {
    const order = await money.makeOrder(100_000);
    const once = async () => {
      const id = randomUUID();
      await money.announce(order, 100, { p_id: id, p_paid_on: '2026-01-01' });
      await call(money.buyerUser, 'cancel_payment', { p_payment: id });
    };
    expect(await until(once)).toBe('rate_limited');
  });

  it('proposes and takes back so often only', async () => {
    const order = await money.makeOrder(100_000);
    const once = async () => {
      const id = randomUUID();
      await call(money.buyerUser, 'propose_cancellation', {
        p_order: order,
        p_id: id,
        p_reason: 'Again and again.',
        p_refund: 0,
        p_kept: 0,
      });
      await call(money.buyerUser, 'withdraw_change', { p_change: id });
    };
    expect(await until(once)).toBe('rate_limited');
  });
});
