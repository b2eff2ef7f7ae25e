import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { draftOf, quoteSceneOf } from './quote-scene.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const q = await quoteSceneOf(db, scene);
const { maker, partner, buyer, colleague, boots } = q;

type Agreement = Record<string, unknown> & { lines: Record<string, unknown>[] };
async function agreementOf(
  order: string,
): Promise<{ doc: Agreement; row: Record<string, unknown> }> {
  const [row] = await sql`
    select o.*, r.document, r.document::text as text, r.sha256 from public.orders o
    join public.order_revisions r on r.order_id = o.id where o.id = ${order}`;
  return { doc: row!['document'] as Agreement, row: row! };
}
const ordersOf = (inquiry: string) =>
  sql`select id from public.orders where inquiry_id = ${inquiry}`;

describe('an accepted quote', () => {
  it('becomes an order that holds every word and sum, under the MOQ as well', async () => {
    await sql`update public.site_settings set commission_bp = 400, commission_tax_bp = 1800`;
    const { inquiry, quote } = await q.standing(
      draftOf([boots(50, 45_000, { moqWaived: true }), boots(1, 60_000, { sample: true })], {
        discountAmount: 10_000,
        freightAmount: 90_000,
      }),
    );
    const order = randomUUID();
    expect(await q.accept(colleague, quote, order)).toBe(order);
    const { doc, row } = await agreementOf(order);
    expect(doc).toMatchObject({
      reference: row['reference'],
      currency: 'RWF',
      minorUnits: 0,
      producer: { id: q.shop.id, name: 'Akagera Boots', legalName: 'Akagera Boots', country: 'RW' },
      buyer: { id: q.organisation, name: 'Schuhhaus Berg', country: 'DE' },
      rfq: null,
      quote: { id: quote, version: 1 },
      goodsAmount: 2_310_000,
      discountAmount: 10_000,
      freightAmount: 90_000,
      taxAmount: 430_200,
      totalAmount: 2_820_200,
      depositAmount: 846_060,
      incoterm: 'FOB',
      leadTimeDays: 35,
      paymentTerms: 'deposit_balance_before_shipping',
      destination: 'DE',
    });
    expect(doc.lines).toMatchObject([
      { quantity: 50, moqWaived: true, productId: q.product.id },
      { quantity: 1, sample: true, lineAmount: 60_000 },
    ]);
    expect(row).toMatchObject({
      state: 'confirmed',
      revision: 1,
      placed_by: colleague,
      commission_bp: 400,
      commission_tax_bp: 1800,
      sha256: createHash('sha256').update(String(row['text'])).digest('hex'),
    });
    const promised = new Date(Date.now() + 35 * 86_400_000).toISOString().slice(0, 10);
    expect(doc['promisedOn']).toBe(promised);
    const told =
      await sql`select user_id from public.notifications where kind = 'order_confirmed' and data ->> 'orderId' = ${order}`;
    expect(told.map((one) => one['user_id']).toSorted()).toEqual(
      [maker, partner, buyer, colleague].toSorted(),
    );
    const events =
      await sql`select action, to_state from public.events where subject_id in (${quote}, ${order}) order by id`;
    expect(events.slice(-2)).toMatchObject([
      { action: 'quote.accepted', to_state: 'accepted' },
      { action: 'order.confirmed', to_state: 'confirmed' },
    ]);
    expect(await answerOf(q.save(maker, inquiry))).toBe('already_ordered');
  });

  it('stays as it was when the listing, the names and the terms of the operator change', async () => {
    const { quote } = await q.standing();
    const order = await q.accept(buyer, quote);
    const before = await agreementOf(order);
    await sql`update public.products set price_amount = 99_000, title = 'Another boot' where id = ${q.product.id}`;
    await sql`update public.buyers set name = 'Renamed' where id = ${q.organisation}`;
    await sql`update public.site_settings set commission_bp = 900`;
    expect((await agreementOf(order)).row['text']).toBe(before.row['text']);
    expect((await agreementOf(order)).row['commission_bp']).toBe(before.row['commission_bp']);
    const edited = sql`update public.order_revisions set total_amount = 1 where order_id = ${order}`;
    expect(await answerOf(edited)).toBe('append_only');
    await sql`update public.buyers set name = 'Schuhhaus Berg' where id = ${q.organisation}`;
    await sql`update public.products set price_amount = 45_000 where id = ${q.product.id}`;
  });

  it('binds the producer that accepts a counter just so', async () => {
    const { inquiry, quote } = await q.standing();
    const counter = randomUUID();
    await q.counter(buyer, quote, draftOf([{ quantity: 70, unitAmount: 41_000 }]), counter);
    expect(await answerOf(q.accept(buyer, counter))).toBe('not_allowed');
    expect(await answerOf(q.accept(maker, quote))).toBe('not_allowed');
    const order = await q.accept(partner, counter);
    expect((await agreementOf(order)).doc).toMatchObject({
      goodsAmount: 2_870_000,
      lines: [{ quantity: 70, moqWaived: true }],
      buyer: { id: q.organisation },
    });
    expect(await ordersOf(inquiry)).toHaveLength(1);
  });

  it('once, and the same click twice answers the same order', async () => {
    const { quote } = await q.standing();
    const order = randomUUID();
    expect(await q.accept(buyer, quote, order)).toBe(order);
    expect(await q.accept(buyer, quote, order)).toBe(order);
    expect(await answerOf(q.accept(colleague, quote))).toBe('already_ordered');
    const other = await q.standing();
    expect(await answerOf(q.accept(buyer, other.quote, order))).toBe('conflict');
  });

  it('drops the draft that was being written meanwhile', async () => {
    const { inquiry, quote } = await q.standing();
    const draft = await q.save(maker, inquiry, draftOf([boots(120, 50_000)]));
    await q.accept(buyer, quote);
    expect(await answerOf(q.send(maker, draft))).toBe('not_found');
  });
});

describe('many at the same moment', () => {
  it('50 accepts by members of both sides leave one order', async () => {
    const { inquiry, quote } = await q.standing();
    const hands = [buyer, colleague, maker, partner];
    const clicks = Array.from({ length: 50 }, (_, n) => answerOf(q.accept(hands[n % 4]!, quote)));
    const answers = await Promise.all(clicks);
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    // Its author cannot accept it; who is told first that there is an order depends on who came first.
    const rest = answers.filter((code) => code !== 'ok');
    expect(rest.every((code) => code === 'already_ordered' || code === 'not_allowed')).toBe(true);
    expect(await ordersOf(inquiry)).toHaveLength(1);
  });

  it('50 times the same click answer one order each time', async () => {
    const { inquiry, quote } = await q.standing();
    const order = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => q.accept(buyer, quote, order)),
    );
    expect(new Set(answers)).toEqual(new Set([order]));
    expect(await ordersOf(inquiry)).toEqual([{ id: order }]);
  });

  it('an accept against a withdrawal, a newer version, a counter and the clock: one of them', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { inquiry, quote } = await q.standing();
      const newer = await q.save(maker, inquiry, draftOf([boots(120, 44_000)]));
      const rivals = [
        () => q.withdraw(maker, quote),
        () => q.send(partner, newer),
        () => q.counter(colleague, quote),
        () => q.decline(colleague, quote),
      ];
      const [accepted, other] = await Promise.all([
        answerOf(q.accept(buyer, quote)),
        answerOf(rivals[round % rivals.length]!()),
      ]);
      const orders = await ordersOf(inquiry);
      expect({ accepted, other, orders: orders.length }).toEqual(
        accepted === 'ok'
          ? {
              accepted,
              other: expect.stringMatching(/wrong_state|already_ordered|not_found/),
              orders: 1,
            }
          : { accepted: 'wrong_state', other: 'ok', orders: 0 },
      );
    }
  });

  it('25 counters and 25 quotes leave one version standing and no number twice', async () => {
    const { inquiry } = await q.standing();
    const latest = async () =>
      (
        await sql`select id from public.quotes where inquiry_id = ${inquiry} and state = 'sent'`
      )[0]!['id'] as string;
    await Promise.all(
      Array.from({ length: 50 }, async (_, n) =>
        n % 2
          ? answerOf(q.counter(buyer, await latest()))
          : answerOf(q.save(maker, inquiry).then((draft) => q.send(maker, draft))),
      ),
    );
    const versions =
      await sql`select version, state from public.quotes where inquiry_id = ${inquiry} and state <> 'draft' order by version`;
    expect(versions.filter((row) => row['state'] === 'sent')).toHaveLength(1);
    expect(versions.at(-1)!['state']).toBe('sent');
    expect(versions.map((row) => row['version'])).toEqual(versions.map((_, n) => n + 1));
  });
});

describe('the organisation that buys', () => {
  async function asVisitor(email: string) {
    await takeMails(db);
    const id = randomUUID();
    await call('service', 'send_visitor_inquiry', {
      p_id: id,
      p_product: q.product.id,
      p_message: 'Sixty pairs, please?',
      p_quantity: 60,
      p_needed_by: null,
      p_country: 'FR',
      p_organisation: 'Chez Nous',
      p_locale: 'fr',
      p_name: 'Une visiteuse',
      p_email: email,
    });
    const [mail] = await takeMails(db);
    const { key } = await call<{ key: string }>('anon', 'confirm_inquiry', {
      p_token: mail!.data['token'],
    });
    const { quote } = await q.standing(draftOf([boots(60, 45_000)]), id);
    return { inquiry: id, quote, key };
  }
  const organisationOf = async (user: string, name = 'Chez Nous') => {
    const id = randomUUID();
    const facts = { p_name: name, p_kind: 'retailer', p_country: 'FR', p_website: null };
    return call<string>(user, 'create_buyer', { p_id: id, ...facts });
  };

  it('a visitor reads, asks and says no with the key, and only with the key of this thread', async () => {
    const { inquiry, quote, key } = await asVisitor('visitor-a@private.example');
    const other = await asVisitor('visitor-b@private.example');
    const read = (given: string) =>
      call<{ quotes: { id: string }[] }>('anon', 'read_quotes', {
        p_inquiry: inquiry,
        p_key: given,
      });
    expect((await read(key)).quotes).toMatchObject([{ id: quote }]);
    expect(await answerOf(read(other.key))).toBe('not_found');
    expect(await answerOf(q.decline('anon', quote, 'Too dear.', other.key))).toBe('not_found');
    expect(await answerOf(q.requestChange('anon', quote, 'Too dear.', other.key))).toBe(
      'not_found',
    );
    expect(
      await answerOf(call('anon', 'accept_quote', { p_quote: quote, p_order: randomUUID() })),
    ).toBe('not_allowed');
    expect(await answerOf(q.requestChange('anon', quote, 'Could it be in May?', key))).toBe('ok');
    expect(await answerOf(q.decline('anon', quote, 'Too dear.', key))).toBe('ok');
  });

  it('a visitor accepts once their address is that of an account with an organisation', async () => {
    const address = 'visitor-c@private.example';
    const { inquiry, quote } = await asVisitor(address);
    const impostor = await db.addUser('impostor@private.example');
    expect(await call(impostor, 'claim_my_inquiries')).toBe(0);
    const visitor = await db.addUser(address.toUpperCase());
    await sql`update auth.users set email_confirmed_at = null where id = ${visitor}`;
    expect(await call(visitor, 'claim_my_inquiries')).toBe(0);
    expect(await answerOf(q.accept(visitor, quote))).toBe('not_found');
    await sql`update auth.users set email_confirmed_at = now() where id = ${visitor}`;
    expect(await call(visitor, 'claim_my_inquiries')).toBe(1);
    expect(await call(visitor, 'claim_my_inquiries')).toBe(0);
    expect(await answerOf(q.accept(visitor, quote))).toBe('buyer_needed');
    expect(await answerOf(q.accept(visitor, quote, randomUUID(), q.organisation))).toBe(
      'not_allowed',
    );
    const organisation = await organisationOf(visitor);
    const order = await q.accept(visitor, quote);
    expect((await agreementOf(order)).doc).toMatchObject({
      buyer: { id: organisation, country: 'FR' },
    });
    expect(await ordersOf(inquiry)).toHaveLength(1);
  });

  it('who has two names the one; a counter needs it as well', async () => {
    const person = await db.addUser();
    const [first] = [await organisationOf(person, 'First'), await organisationOf(person, 'Second')];
    const inquiry = await q.ask({ p_buyer: null }, person);
    const { quote } = await q.standing(undefined, inquiry);
    expect(await answerOf(q.counter(person, quote))).toBe('buyer_needed');
    expect(await answerOf(q.accept(person, quote))).toBe('buyer_needed');
    const counter = randomUUID();
    await q.counter(person, quote, undefined, counter, first);
    const [row] = await sql`select buyer_id from public.inquiries where id = ${inquiry}`;
    expect(row!['buyer_id']).toBe(first);
    const order = await q.accept(maker, counter);
    expect((await agreementOf(order)).row['buyer_id']).toBe(first);
  });

  it('another organisation of the same person cannot be slipped in, nor one that was left', async () => {
    const { inquiry, quote } = await q.standing();
    const mine = await organisationOf(buyer, 'Side business');
    expect(await answerOf(q.accept(buyer, quote, randomUUID(), mine))).toBe('conflict');
    await sql`delete from public.buyer_members where buyer_id = ${q.organisation} and user_id = ${colleague}`;
    expect(await answerOf(q.accept(colleague, quote))).toBe('not_found');
    await sql`insert into public.buyer_members (buyer_id, user_id, role) values (${q.organisation}, ${colleague}, 'editor')`;
    expect(await ordersOf(inquiry)).toHaveLength(0);
  });
});

describe('the sums of an agreement', () => {
  it('are asked again, each one, and a missing one is a wrong one', async () => {
    const { quote } = await q.standing();
    const { doc } = await agreementOf(await q.accept(buyer, quote));
    const check = (change: object) =>
      answerOf(
        sql`select private.order_document_sums(${sql.json({ ...doc, ...change } as never)})`,
      );
    expect(await check({})).toBe('ok');
    for (const sum of [
      'goodsAmount',
      'discountAmount',
      'freightAmount',
      'taxAmount',
      'totalAmount',
      'depositAmount',
    ]) {
      expect(await check({ [sum]: (doc[sum] as number) + 1 })).toBe('sums_differ');
      expect(await check({ [sum]: null })).toBe('sums_differ');
    }
    expect(await check({ lines: [] })).toBe('quote_empty');
    expect(await check({ lines: [{ ...doc.lines[0], lineAmount: 1 }] })).toBe('sums_differ');
    expect(await check({ lines: [{ ...doc.lines[0], quantity: 0, lineAmount: 0 }] })).toBe(
      'sums_differ',
    );
  });
});
