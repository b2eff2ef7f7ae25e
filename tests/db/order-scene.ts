import { createHash, randomUUID } from 'node:crypto';
import type { OrderDocument } from '#src/domain/order-document.ts';
import type { OrderState } from '#src/domain/order-states.ts';
import type { Sql } from 'postgres';
import type { TestDatabase } from '#tests/support/database.ts';
import { sceneOf } from './scene.ts';

/** Signs a document as the database does: over the text that PostgreSQL writes for the jsonb. */
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

type Parties = { producer: string; buyer: string };
type Wanted = { state?: OrderState; paid?: number; change?: Partial<OrderDocument> };

/** 60 pairs at 20.00 and 10 at 5.00, 5 % off, freight, 18 % tax: 1357.00 in all; a deposit of 30 %. */
export function agreement(parties: Parties, reference: string): OrderDocument {
  const party = (id: string, name: string, country: string) => ({
    id,
    name,
    legalName: `${name} Ltd`,
    address: 'KG 7 Ave, Kigali',
    country,
    taxNumber: '',
    registration: '',
  });
  const line = { hsCode: '640391', countryOfOrigin: 'RW', unit: 'PR', weightGrams: 900 };
  const rest = { moqWaived: false, sample: false, productId: null, variantId: null, sku: null };
  return {
    reference,
    orderedAt: '2026-11-23T08:00:00.000Z',
    currency: 'USD',
    minorUnits: 2,
    locale: 'en',
    producer: party(parties.producer, 'Akagera Boots', 'RW'),
    buyer: party(parties.buyer, 'Nordlicht', 'DE'),
    inquiry: 'AAAAAAAA',
    rfq: null,
    quote: { id: randomUUID(), version: 1 },
    lines: [
      {
        ...line,
        ...rest,
        position: 0,
        description: 'Ankle boot, dark brown',
        quantity: 60,
        unitAmount: 2000,
        lineAmount: 120_000,
      },
      {
        ...line,
        ...rest,
        position: 1,
        description: 'Laces, waxed',
        quantity: 10,
        unitAmount: 500,
        lineAmount: 5000,
      },
    ],
    goodsAmount: 125_000,
    discountAmount: 15_000,
    freightAmount: 5000,
    taxBp: 1800,
    taxAmount: 20_700,
    totalAmount: 135_700,
    depositBp: 3000,
    depositAmount: 40_710,
    incoterm: 'FCA',
    incotermPlace: 'Kigali',
    leadTimeDays: 42,
    promisedOn: '2027-02-01',
    paymentTerms: 'deposit_balance_before_shipping',
    destination: 'Hamburg',
    notes: '',
  };
}

/** An order straight in the tables, as acceptance leaves it, in whatever state a story begins. */
export async function placeOrder(sql: Sql, parties: Parties, wanted: Wanted = {}) {
  const { state = 'confirmed', paid = 0, change } = wanted;
  const [id, inquiry, quote] = [randomUUID(), randomUUID(), randomUUID()];
  const reference = `O${randomUUID().slice(0, 7).toUpperCase()}`;
  const doc = { ...agreement(parties, reference), ...change };
  const text = JSON.stringify(doc);
  await sql.begin(async (tx) => {
    await tx`insert into public.inquiries (id, producer_id, buyer_id, product_title) values (${inquiry}, ${parties.producer}, ${parties.buyer}, 'Boots')`;
    await tx`insert into public.quotes (id, inquiry_id, producer_id, version, side, currency, incoterm, incoterm_place, lead_time_days, payment_terms, valid_until)
      values (${quote}, ${inquiry}, ${parties.producer}, 1, 'producer', ${doc.currency}, 'FCA', 'Kigali', 42, 'in_advance', now() + interval '30 days')`;
    await tx`insert into public.orders (id, reference, quote_id, inquiry_id, producer_id, buyer_id, state, currency, total_amount, deposit_amount, commission_bp,
        commission_tax_bp, promised_on, shipped_at, delivered_at, cancelled_at)
      values (${id}, ${reference}, ${quote}, ${inquiry}, ${parties.producer}, ${parties.buyer}, ${state}, ${doc.currency}, ${doc.totalAmount},
        ${doc.depositAmount}, 500, 1800, ${doc.promisedOn}, ${past(state, 'shipped')}, ${past(state, 'delivered')}, ${state === 'cancelled' ? new Date() : null})`;
    await tx`insert into public.order_revisions (order_id, revision, document, sha256, total_amount, deposit_amount)
      select ${id}, 1, d, encode(sha256(convert_to(d::text, 'UTF8')), 'hex'), ${doc.totalAmount}, ${doc.depositAmount} from (select ${text}::text::jsonb as d) x`;
    await tx`select private.book_sale(${id})`;
    if (past(state, 'shipped')) await tx`select private.book_invoice(${id})`;
  });
  if (paid) await payOrder(sql, id, paid);
  return { id, doc, inquiry };
}

/** A bank transfer that arrived. */
export async function payOrder(sql: Sql, order: string, amount: number) {
  const id = randomUUID();
  await sql.begin(async (tx) => {
    await tx`insert into public.payments (id, order_id, purpose, method, state, reference, currency, amount, confirmed_amount, confirmed_at)
      select ${id}, o.id, 'deposit', 'bank_transfer', 'confirmed', ${`P-${id.slice(0, 8).toUpperCase()}`}, o.currency, ${amount}, ${amount}, now()
      from public.orders o where o.id = ${order}`;
    await tx`select private.book_payment(${id})`;
  });
  return id;
}

/** People, workshops, buyers and orders for a story. */
export async function orderScene(db: TestDatabase) {
  const scene = await sceneOf(db);
  const { sql } = db;

  async function buyer(owner: string, name = 'Nordlicht') {
    const id = randomUUID();
    await sql`insert into public.buyers (id, name, country) values (${id}, ${name}, 'DE')`;
    await sql`insert into public.buyer_members (buyer_id, user_id, role) values (${id}, ${owner}, 'owner')`;
    return id;
  }
  const order = (parties: Parties, wanted?: Wanted) => placeOrder(sql, parties, wanted);
  const pay = (id: string, amount: number) => payOrder(sql, id, amount);

  const stateOf = async (order: string) =>
    (await sql<{ state: OrderState }[]>`select state from public.orders where id = ${order}`)[0]!
      .state;
  const eventsOf = async (subject: string) =>
    (
      await sql<{ action: string }[]>`
        select action from public.events where subject_id = ${subject} order by id`
    ).map((row) => row.action);
  const notices = async (subject: string) =>
    (
      await sql<{ kind: string }[]>`
        select kind from public.notifications where data ->> 'orderId' = ${subject} order by created_at`
    ).map((row) => row.kind);

  return { ...scene, buyer, order, pay, stateOf, eventsOf, notices };
}

const WAY = ['confirmed', 'in_production', 'inspected', 'ready', 'shipped', 'delivered', 'closed'];
const past = (state: string, target: string) =>
  WAY.indexOf(state) >= WAY.indexOf(target) ? new Date() : null;
