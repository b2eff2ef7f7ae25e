import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { moneyScene } from './money-scene.ts';
import { answerOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const scene = await moneyScene(db);
const { sql } = db;
const { call, maker, buyerUser, rivalOwner, stranger, coordinator, farCoordinator } = scene;
const { makeOrder, record, refund, settleRefund, shop, buying } = scene;

type Kind = 'pro_forma' | 'commercial_invoice' | 'packing_list' | 'receipt' | 'credit_note';
type Row = {
  id: string;
  kind: Kind;
  label: string;
  number: number;
  revision: number;
  replaces: string | null;
  snapshot: Record<string, never> & {
    credit: { amount: number; taxAmount: number; invoice: string | null; cause: string } | null;
  };
};

const papersOf = (order: string, kind?: Kind) =>
  sql<Row[]>`
    select id, kind, label, number, revision, replaces, snapshot from public.documents
    where order_id = ${order} ${kind ? sql`and kind = ${kind}` : sql``} order by issued_at, number`;
async function issue(order: string, kind: Kind): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select private.issue_document(${order}, ${kind}::public.document_kind) as id`;
  return row!.id;
}
const byHand = (order: string, kind: Kind, by = maker) =>
  call<string>(by, 'issue_order_document', { p_order: order, p_kind: kind });
const details = (change: object = {}) => ({
  legalName: 'Akagera Boots Ltd',
  address: 'KG 7 Ave 12\nKigali',
  country: 'RW',
  taxNumber: '102 345 678',
  registration: 'RDB 4411',
  email: 'papers@akagera.test',
  phone: '+250788000111',
  ...change,
});
const saveDetails = (change: object = {}, by = maker, producer = shop.id) =>
  call(by, 'save_organisation_details', {
    p_producer: producer,
    p_buyer: null,
    p_input: details(change),
  });
async function numbers(producer: string, kind: Kind): Promise<number[]> {
  const rows = await sql<{ number: number }[]>`
    select number from public.documents where producer_id = ${producer} and kind = ${kind} order by number`;
  return rows.map((row) => row.number);
}
const upTo = (n: number) => Array.from({ length: n }, (_, k) => k + 1);
async function advance(order: string) {
  for (const [action, expected] of [
    ['start', 'confirmed'],
    ['inspect', 'in_production'],
    ['ready', 'inspected'],
  ])
    await call(maker, 'advance_order', { p_order: order, p_action: action, p_expected: expected });
}
const ship = (order: string, id = randomUUID()) =>
  call(maker, 'record_shipment', {
    p_order: order,
    p_id: id,
    p_carrier: 'DHL',
    p_packages: 4,
    p_gross_weight_grams: 61_500,
  });

describe('numbers', () => {
  it('have no gap when fifty are taken at once and every third is rolled back', async () => {
    const { id: producer } = await scene.workshop(await db.addUser(), 'Busy');
    const orders: string[] = [];
    for (let n = 0; n < 51; n += 1)
      orders.push(await makeOrder(1000, 0, { parties: { producer, buyer: buying } }));
    const outcomes = await Promise.all(
      orders.map((order, n) =>
        sql
          .begin(async (tx) => {
            await tx`select private.issue_document(${order}, 'pro_forma')`;
            if (n % 3 === 0) throw new Error('changed my mind');
          })
          .then(
            () => 'issued',
            () => 'rolled back',
          ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'issued')).toHaveLength(34);
    expect(await numbers(producer, 'pro_forma')).toEqual(upTo(34));
    const rows = await sql<{ number: number }[]>`
      select number from public.documents where producer_id = ${producer} order by issued_at`;
    expect(rows.map((row) => row.number)).toEqual(upTo(34));
  });

  it('are one when fifty ask for the same paper', async () => {
    const order = await makeOrder(1000);
    const answers = await Promise.all(upTo(50).map(() => issue(order, 'pro_forma')));
    expect(new Set(answers).size).toBe(1);
    expect(await papersOf(order)).toHaveLength(1);
  });

  it('run by producer, kind and year, and go on above 9999', async () => {
    const { id: producer } = await scene.workshop(await db.addUser(), 'Old house');
    const parties = { producer, buyer: buying };
    const year = new Date().getUTCFullYear();
    const [one, two] = [
      await makeOrder(1000, 0, { parties }),
      await makeOrder(1000, 0, { parties }),
    ];
    await issue(one, 'pro_forma');
    await issue(one, 'commercial_invoice');
    expect((await papersOf(one)).map((paper) => paper.label)).toEqual([
      `PF-${year}-0001`,
      `INV-${year}-0001`,
    ]);
    await sql`update private.document_series set last_number = 9999 where producer_id = ${producer} and kind = 'pro_forma'`;
    await issue(two, 'pro_forma');
    expect((await papersOf(two))[0]!.label).toBe(`PF-${year}-10000`);
  });
});

describe('the papers of an order', () => {
  it('come with the shipment, each once, and a new packing list with a new parcel', async () => {
    await saveDetails();
    const order = await makeOrder(135_700);
    await issue(order, 'pro_forma');
    await advance(order);
    const parcel = randomUUID();
    await ship(order, parcel);
    await ship(order, parcel);
    expect((await papersOf(order)).map((paper) => paper.kind)).toEqual([
      'pro_forma',
      'commercial_invoice',
      'packing_list',
    ]);
    await ship(order);
    const first = (await papersOf(order, 'packing_list'))[0]!;
    const second = await byHand(order, 'packing_list');
    expect(await byHand(order, 'packing_list')).toBe(second);
    expect((await papersOf(order, 'packing_list'))[1]).toMatchObject({
      id: second,
      replaces: first.id,
      snapshot: { replaces: first.label },
    });
  });

  it('say in the history that they are there, and by hand the buyer is told', async () => {
    const order = await makeOrder(1000);
    const id = await issue(order, 'pro_forma');
    expect(await scene.eventsOf(id)).toEqual(['document.issued']);
    expect(await scene.notices(order)).toEqual([]);
    await advance(order);
    await takeMails(db);
    await byHand(order, 'commercial_invoice');
    expect(await scene.notices(order)).toContain('document_issued');
  });

  it('freeze who, what and how much: later edits change no word', async () => {
    await saveDetails();
    await scene.account();
    const order = await makeOrder(135_700, 40_710);
    const id = await issue(order, 'pro_forma');
    const before = (
      await sql`select snapshot::text as s, sha256 from public.documents where id = ${id}`
    )[0]!;
    expect(JSON.parse(before['s'] as string)).toMatchObject({
      kind: 'pro_forma',
      producer: {
        legalName: 'Akagera Boots Ltd',
        taxNumber: '102 345 678',
        phone: '+250788000111',
      },
      money: { total: 135_700, deposit: 40_710, paid: 0, outstanding: 135_700 },
      accounts: [{ holder: 'Akagera Boots', accountNumber: '00040', currency: 'USD' }],
      agreement: { totalAmount: 135_700 },
    });
    await saveDetails({ legalName: 'Another Name Ltd' });
    await sql`update public.producers set name = 'Renamed' where id = ${shop.id}`;
    await sql`update public.payment_accounts set active = false where producer_id = ${shop.id}`;
    await record(order, 5000);
    const after = (
      await sql`select snapshot::text as s, sha256 from public.documents where id = ${id}`
    )[0]!;
    expect(after).toEqual(before);
    expect(
      createHash('sha256')
        .update(after['s'] as string)
        .digest('hex'),
    ).toBe(after['sha256']);
  });

  it('cannot be changed or thrown away by anybody', async () => {
    const order = await makeOrder(1000);
    const id = await issue(order, 'pro_forma');
    await expect(sql`update public.documents set label = 'X' where id = ${id}`).rejects.toThrow(
      'append_only',
    );
    await expect(sql`delete from public.documents where id = ${id}`).rejects.toThrow('append_only');
    await expect(sql`truncate public.documents cascade`).rejects.toThrow('append_only');
  });

  it('follow a change of terms: a new one replaces the old, which stays', async () => {
    const order = await makeOrder(1000);
    const first = await issue(order, 'pro_forma');
    await sql`
      insert into public.order_revisions (order_id, revision, document, sha256, total_amount, deposit_amount)
      select order_id, 2, document, sha256, total_amount, deposit_amount from public.order_revisions where order_id = ${order}`;
    await sql`update public.orders set revision = 2 where id = ${order}`;
    const second = await issue(order, 'pro_forma');
    expect(await issue(order, 'pro_forma')).toBe(second);
    expect((await papersOf(order)).map(({ id, replaces }) => [id, replaces])).toEqual([
      [first, null],
      [second, first],
    ]);
  });
});

describe('money', () => {
  it('has one receipt for each confirmed payment, none for another', async () => {
    const order = await makeOrder(100_000);
    const payment = await record(order, 30_000);
    await sql`select private.issue_document(${order}, 'receipt', ${payment})`;
    const receipts = await papersOf(order, 'receipt');
    expect(receipts).toHaveLength(1);
    expect(receipts[0]!.snapshot).toMatchObject({
      payment: { amount: 30_000, method: 'bank_transfer' },
      money: { paid: 30_000, outstanding: 70_000 },
    });
    const other = await makeOrder(1000);
    await expect(
      sql`select private.issue_document(${other}, 'receipt', ${payment})`,
    ).rejects.toThrow('wrong_state');
  });

  it('that goes back has one credit note with the tax that was in it', async () => {
    const order = await makeOrder(118_000, 0, {
      change: { goodsAmount: 100_000, taxBp: 1800, taxAmount: 18_000, totalAmount: 118_000 },
    });
    const payment = await record(order, 118_000);
    const back = await refund(payment, 11_800);
    await settleRefund(back);
    await settleRefund(back);
    await sql`select private.issue_document(${order}, 'credit_note', null, ${back})`;
    const notes = await papersOf(order, 'credit_note');
    expect(notes).toHaveLength(1);
    expect(notes[0]!.snapshot.credit).toMatchObject({
      amount: 11_800,
      taxAmount: 1800,
      cause: 'refund',
      invoice: null,
    });
  });

  it('credited after the invoice is on a note, and its refund on no second one', async () => {
    const order = await makeOrder(100_000);
    const payment = await record(order, 100_000);
    await issue(order, 'commercial_invoice');
    await sql`update public.orders set credited_amount = 20_000 where id = ${order}`;
    const [invoice] = await papersOf(order, 'commercial_invoice');
    const [note] = await papersOf(order, 'credit_note');
    expect(note!.snapshot.credit).toMatchObject({
      amount: 20_000,
      cause: 'credit',
      invoice: invoice!.label,
    });
    await settleRefund(await refund(payment, 20_000));
    expect(await papersOf(order, 'credit_note')).toHaveLength(1);
    await settleRefund(await refund(payment, 500));
    expect((await papersOf(order, 'credit_note'))[1]!.snapshot.credit!.amount).toBe(500);
  });
});

describe('by hand', () => {
  let order: string;
  beforeAll(async () => {
    await saveDetails();
    order = await makeOrder(1000);
  });

  it('an invoice waits until the goods are ready, and no receipt is ever made up', async () => {
    expect(await answerOf(byHand(order, 'commercial_invoice'))).toBe('wrong_state');
    expect(await answerOf(byHand(order, 'packing_list'))).toBe('wrong_state');
    expect(await answerOf(byHand(order, 'receipt'))).toBe('not_a_choice');
    expect(await answerOf(byHand(order, 'credit_note'))).toBe('not_a_choice');
    await advance(order);
    const invoice = await byHand(order, 'commercial_invoice');
    await ship(order);
    expect((await papersOf(order, 'commercial_invoice')).map((paper) => paper.id)).toEqual([
      invoice,
    ]);
  });

  it('asks for the legal details first', async () => {
    const owner = await db.addUser();
    const { id: producer } = await scene.workshop(owner, 'Nameless');
    const other = await makeOrder(1000, 0, { parties: { producer, buyer: buying } });
    expect(await answerOf(byHand(other, 'pro_forma', owner))).toBe('details_missing');
    await saveDetails({}, owner, producer);
    expect(await answerOf(byHand(other, 'pro_forma', owner))).toBe('ok');
  });

  it('a paper with corrected details replaces the one that stands', async () => {
    const before = (await papersOf(order, 'commercial_invoice')).at(-1)!;
    await saveDetails({ taxNumber: '999 999 999' });
    const listed = await call<{ issuable: Kind[] }>(maker, 'order_documents', { p_order: order });
    expect(listed.issuable).toEqual(['commercial_invoice', 'packing_list']);
    const after = await byHand(order, 'commercial_invoice');
    expect((await papersOf(order, 'commercial_invoice')).at(-1)).toMatchObject({
      id: after,
      replaces: before.id,
    });
  });

  it('nobody else may', async () => {
    expect(await answerOf(byHand(order, 'pro_forma', buyerUser))).toBe('not_allowed');
    for (const other of [stranger, rivalOwner, farCoordinator]) {
      expect(await answerOf(byHand(order, 'pro_forma', other))).toBe('not_found');
      expect(await answerOf(call(other, 'order_documents', { p_order: order }))).toBe('not_found');
    }
    expect(await answerOf(byHand(order, 'pro_forma', coordinator))).toBe('ok');
    expect(await answerOf(byHand(order, 'pro_forma', 'anon'))).not.toBe('ok');
  });
});

describe('who reads', () => {
  it('both sides and nobody else', async () => {
    const order = await makeOrder(1000);
    const id = await issue(order, 'pro_forma');
    const seen = (who: string) =>
      db.asUser(who, (tx) => tx`select snapshot from public.documents where id = ${id}`);
    for (const who of [maker, buyerUser, coordinator]) expect(await seen(who)).toHaveLength(1);
    for (const who of [stranger, rivalOwner, farCoordinator])
      expect(await seen(who)).toHaveLength(0);
    await expect(
      db.asAnon((tx) => tx`select snapshot from public.documents where id = ${id}`),
    ).rejects.toThrow('permission denied');
  });

  it('details: only those who work there, written only by them', async () => {
    await saveDetails();
    const seen = (who: string) =>
      db.asUser(
        who,
        (tx) => tx`select 1 from public.organisation_details where producer_id = ${shop.id}`,
      );
    expect(await seen(maker)).toHaveLength(1);
    for (const who of [buyerUser, stranger, rivalOwner]) expect(await seen(who)).toHaveLength(0);
    for (const who of [buyerUser, stranger, rivalOwner, farCoordinator])
      expect(await answerOf(saveDetails({}, who))).toBe('not_allowed');
    const both = { p_producer: shop.id, p_buyer: buying, p_input: details() };
    expect(await answerOf(call(maker, 'save_organisation_details', both))).toBe('not_allowed');
    const none = { p_producer: null, p_buyer: null, p_input: details() };
    expect(await answerOf(call(maker, 'save_organisation_details', none))).toBe('not_allowed');
    await call(buyerUser, 'save_organisation_details', {
      p_producer: null,
      p_buyer: buying,
      p_input: details({ legalName: 'Nordlicht GmbH', country: 'DE' }),
    });
    const order = await makeOrder(1000);
    const id = await issue(order, 'pro_forma');
    const [row] =
      await sql`select snapshot -> 'buyer' as buyer from public.documents where id = ${id}`;
    expect(row!['buyer']).toMatchObject({ legalName: 'Nordlicht GmbH', country: 'DE' });
    const events = await sql<{ data: { fields: string[] } }[]>`
      select data from public.events where subject_id = ${buying} and action = 'buyer.details_saved'`;
    expect(events[0]!.data.fields).toContain('legalName');
    expect(JSON.stringify(events)).not.toContain('Nordlicht GmbH');
  });
});
