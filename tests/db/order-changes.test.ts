import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { revise, type OrderDocument, type TermsChange } from '#src/domain/order-document.ts';
import type { OrderState } from '#src/domain/order-states.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { orderScene, sha256 } from './order-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await orderScene(db);
const { call } = scene;
const { sql } = db;

const maker = await db.addUser('maker@isoko.test');
const client = await db.addUser('client@isoko.test');
const rival = await db.addUser();
const shop = await scene.workshop(maker, 'Akagera Boots');
await scene.workshop(rival, 'Rival');
const buyer = await scene.buyer(client);
const make = (state: OrderState = 'confirmed', paid = 0) =>
  scene.order({ producer: shop.id, buyer }, { state, paid });

const termsOf = (doc: OrderDocument): TermsChange => ({
  lines: [],
  discountAmount: doc.discountAmount,
  freightAmount: doc.freightAmount,
  taxBp: doc.taxBp,
  depositBp: doc.depositBp,
  incoterm: doc.incoterm,
  incotermPlace: doc.incotermPlace,
  promisedOn: doc.promisedOn,
  paymentTerms: doc.paymentTerms,
  destination: doc.destination,
  notes: doc.notes,
});
function revised(doc: OrderDocument, change: Partial<TermsChange>): OrderDocument {
  const result = revise(doc, { ...termsOf(doc), ...change });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
const fewer = (doc: OrderDocument) =>
  revised(doc, { lines: [{ position: 0, quantity: 50, unitAmount: 2000 }] });

const propose = (
  who: string,
  order: string,
  document: object | null,
  { id = randomUUID() as string, revision = 1, reason = 'Ten pairs fewer, please.' } = {},
) =>
  call(who, 'propose_change', {
    p_order: order,
    p_id: id,
    p_reason: reason,
    p_document: document,
    p_revision: revision,
  }).then(() => id);
const answer = (who: string, change: string, agree: boolean) =>
  call<string>(who, 'answer_change', { p_change: change, p_agree: agree, p_answer: 'All right.' });
const end = (who: string, order: string, refund: number, kept: number, id: string = randomUUID()) =>
  call(who, 'propose_cancellation', {
    p_order: order,
    p_id: id,
    p_reason: 'The leather did not come.',
    p_refund: refund,
    p_kept: kept,
  }).then(() => id);
const orderRow = async (id: string) =>
  (
    await sql`select revision, total_amount::int as total, deposit_amount::int as deposit, state,
    credited_amount::int as credited, promised_on::text as promised from public.orders where id = ${id}`
  )[0]!;
const moneyOf = async (id: string) =>
  (await sql`select paid::int, outstanding::int from private.order_money(${id})`)[0]!;
const books = async (id: string) =>
  (await sql`select kind from public.ledger_journals where order_id = ${id} order by at`).map(
    (row) => String(row['kind']),
  );

describe('changing the terms', () => {
  it('takes both: one proposes, the other agrees, and a second revision is frozen', async () => {
    const { id, doc } = await make('in_production', 40_710);
    const next = fewer(doc);
    const change = await propose(client, id, next);
    expect(await orderRow(id)).toMatchObject({ revision: 1, total: 135_700 });
    expect(await answer(maker, change, true)).toBe('agreed');
    expect(await answer(maker, change, true)).toBe('agreed');
    expect(await orderRow(id)).toMatchObject({
      revision: 2,
      total: next.totalAmount,
      deposit: next.depositAmount,
    });
    const revisions = await sql`
      select document, document::text as text, sha256 from public.order_revisions where order_id = ${id} order by revision`;
    expect(revisions.map((row) => row['document'])).toEqual([doc, next]);
    for (const row of revisions) expect(row['sha256']).toBe(sha256(String(row['text'])));
    expect((await books(id)).filter((kind) => kind === 'change')).toHaveLength(1);
    expect(await moneyOf(id)).toMatchObject({ outstanding: next.totalAmount - 40_710 });
    expect(await scene.eventsOf(id)).toEqual(['order.change_proposed', 'order.change_agreed']);
    expect(await scene.notices(id)).toEqual(
      expect.arrayContaining(['change_proposed', 'change_agreed']),
    );
  });

  it('changes nothing when refused or taken back, and waits for an answer to the first', async () => {
    const { id, doc } = await make();
    const first = await propose(client, id, fewer(doc));
    expect(await propose(client, id, fewer(doc), { id: first })).toBe(first);
    expect(await answerOf(propose(maker, id, fewer(doc)))).toBe('change_open');
    expect(await answerOf(end(maker, id, 0, 0))).toBe('change_open');
    expect(await answerOf(answer(client, first, true))).toBe('not_allowed');
    expect(await answer(maker, first, false)).toBe('refused');
    expect(await answerOf(answer(maker, first, true))).toBe('wrong_state');
    const second = await propose(maker, id, fewer(doc));
    expect(await answerOf(call(client, 'withdraw_change', { p_change: second }))).toBe(
      'not_allowed',
    );
    expect(await call(maker, 'withdraw_change', { p_change: second })).toBe('withdrawn');
    expect(await answerOf(answer(client, second, true))).toBe('wrong_state');
    expect(await orderRow(id)).toMatchObject({ revision: 1, total: 135_700 });
    expect(await books(id)).toEqual(['sale']);
  });

  it('touches quantities, prices and terms, and nothing else', async () => {
    const { id, doc } = await make();
    const good = fewer(doc);
    const [line, laces] = good.lines as [OrderDocument['lines'][0], OrderDocument['lines'][0]];
    const forged: Record<string, object> = {
      'a total that does not add up': { ...good, totalAmount: good.totalAmount - 1 },
      'a tax that does not add up': { ...good, taxAmount: 0, totalAmount: good.totalAmount },
      'a line that does not add up': { ...good, lines: [{ ...line, lineAmount: 1 }, laces] },
      'goods that do not add up': { ...good, goodsAmount: good.goodsAmount + 1 },
      'another deposit': { ...good, depositAmount: good.depositAmount + 1 },
      'another currency': { ...good, currency: 'RWF' },
      'another buyer': { ...good, buyer: { ...doc.buyer, name: 'Somebody' } },
      'another number': { ...good, reference: 'OXXXXXXX' },
      'another quote': { ...good, quote: { id: randomUUID(), version: 2 } },
      'one word more': { ...good, secretly: 1 },
      'a word less': Object.fromEntries(Object.entries(good).filter(([key]) => key !== 'notes')),
      'another thing in the line': { ...good, lines: [{ ...line, description: 'Belt' }, laces] },
      'a line more': { ...good, lines: [...good.lines, { ...laces, position: 7 }] },
      'a line twice': { ...good, lines: [...good.lines, laces] },
      'no line': { ...good, lines: [] },
      'a negative freight': { ...good, freightAmount: -5000 },
      'half a unit': { ...good, discountAmount: 15_000.5 },
      'a text for a number': { ...good, discountAmount: '15000' },
      'a quantity below one': { ...good, lines: [{ ...line, quantity: 0, lineAmount: 0 }, laces] },
      'a day gone by': { ...good, promisedOn: '2020-01-01' },
      'no Incoterm of ours': { ...good, incoterm: 'XXX' },
      'terms of payment of nobody': { ...good, paymentTerms: 'whenever' },
      'the agreement as it stands': doc,
      'a list': [],
    };
    for (const [what, document] of Object.entries(forged)) {
      const refused = await answerOf(propose(client, id, document));
      expect(refused, what).not.toBe('ok');
      expect(refused, what).not.toBe('unknown');
    }
    expect(await answerOf(propose(client, id, null))).toBe('invalid_input');
    expect(await answerOf(propose(client, id, good, { reason: 'no' }))).toBe('reason_required');
    expect(await answerOf(propose(client, id, good, { revision: 2 }))).toBe('conflict');
    expect(await answerOf(propose(rival, id, good))).toBe('not_found');
    expect(await sql`select 1 from public.order_changes where order_id = ${id}`).toHaveLength(0);
  });

  it('is over once the goods are on their way; and nothing ships while a proposal waits', async () => {
    for (const state of ['shipped', 'delivered', 'closed', 'cancelled'] as const) {
      const { id, doc } = await make(state);
      expect(await answerOf(propose(client, id, fewer(doc)))).toBe('wrong_state');
      expect(await answerOf(end(client, id, 0, 0))).toBe('wrong_state');
    }
    const { id, doc } = await make('ready');
    const change = await propose(client, id, fewer(doc));
    const parcel = { p_order: id, p_id: randomUUID(), p_carrier: 'DHL' };
    expect(await answerOf(call(maker, 'record_shipment', parcel))).toBe('change_open');
    await answer(maker, change, false);
    expect(await call(maker, 'record_shipment', parcel)).toBe('shipped');
  });

  it('makes too much paid the buyer’s credit when the total falls below it', async () => {
    const { id, doc } = await make('confirmed', 135_700);
    const change = await propose(client, id, fewer(doc));
    await answer(maker, change, true);
    const total = fewer(doc).totalAmount;
    expect(await moneyOf(id)).toMatchObject({ paid: 135_700, outstanding: total - 135_700 });
  });
});

describe('ending an order together', () => {
  it('splits what was paid to the last unit: part goes back, part is kept', async () => {
    const { id } = await make('in_production', 40_710);
    await scene.pay(id, 10_000);
    for (const [refund, kept] of [
      [50_711, 0],
      [50_710, 1],
      [0, 0],
      [60_710, -10_000],
      [-1, 50_711],
    ] as const)
      expect(await answerOf(end(client, id, refund, kept))).not.toBe('ok');
    const change = await end(client, id, 20_000, 30_710);
    expect(await answer(maker, change, true)).toBe('agreed');
    expect(await orderRow(id)).toMatchObject({ state: 'cancelled', credited: 135_700 - 30_710 });
    const refunds = await sql`
      select r.amount::int as amount, r.state from public.refunds r join public.payments p on p.id = r.payment_id
      where r.order_id = ${id} order by p.confirmed_at desc`;
    expect(refunds.map((row) => ({ ...row }))).toEqual([
      { amount: 10_000, state: 'pending' },
      { amount: 10_000, state: 'pending' },
    ]);
    expect(await moneyOf(id)).toMatchObject({ outstanding: -20_000 });
    expect(await books(id)).toContain('cancellation');
    expect(await scene.notices(id)).toContain('order_cancelled');
  });

  it('asks again when money came in between', async () => {
    const { id } = await make('confirmed', 500);
    const change = await end(maker, id, 500, 0);
    await scene.pay(id, 100);
    expect(await answerOf(answer(client, change, true))).toBe('change_stale');
    expect(await scene.stateOf(id)).toBe('confirmed');
    expect(await answer(client, change, false)).toBe('refused');
    await answer(client, await end(maker, id, 600, 0), true);
    expect(await scene.stateOf(id)).toBe('cancelled');
  });

  it('agreed fifty times at once ends it once', async () => {
    const { id } = await make('ready', 40_710);
    const change = await end(client, id, 40_710, 0);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => answerOf(answer(maker, change, n % 2 === 0))),
    );
    const agreed = (await scene.stateOf(id)) === 'cancelled';
    expect(answers.filter((code) => code === 'ok')).toHaveLength(25);
    expect(new Set(answers)).toEqual(new Set(['ok', 'wrong_state']));
    const refunds = await sql`select 1 from public.refunds where order_id = ${id}`;
    expect(refunds).toHaveLength(agreed ? 1 : 0);
    expect((await books(id)).filter((kind) => kind === 'cancellation')).toHaveLength(
      agreed ? 1 : 0,
    );
  });

  it('proposed by both at once leaves one proposal', async () => {
    const { id } = await make();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => answerOf(end(n % 2 ? maker : client, id, 0, 0))),
    );
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['ok', 'change_open']));
  });
});
