import { randomUUID } from 'node:crypto';
import type { OrderDocument } from '#src/domain/order-document.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { orderScene } from './order-scene.ts';

/** An agreement over one sum without tax, so that a story may speak in round numbers. */
export function plainSum(total: number, deposit = 0, currency = 'USD'): Partial<OrderDocument> {
  return {
    currency,
    minorUnits: currency === 'RWF' ? 0 : currency === 'TND' ? 3 : 2,
    taxBp: 0,
    taxAmount: 0,
    discountAmount: 0,
    freightAmount: 0,
    goodsAmount: total,
    totalAmount: total,
    depositAmount: deposit,
  };
}

/** A workshop with its owner, its coordinator and a rival; a buyer and a stranger; orders and what is paid for them. */
export async function moneyScene(db: TestDatabase) {
  const scene = await orderScene(db);
  const { call, sql } = { ...scene, sql: db.sql };
  const [maker, buyer, rivalOwner, coordinator, farCoordinator, stranger, operator, editor] =
    await Promise.all(Array.from({ length: 8 }, () => db.addUser()));
  await sql`insert into public.operators (user_id) values (${operator!})`;
  const shop = await scene.workshop(maker!, 'Akagera Boots');
  const rival = await scene.workshop(rivalOwner!, 'Rival');
  await scene.accept(editor!, await scene.invite(maker!, 'producer_member', shop.id));
  const cluster = await scene.cluster(coordinator!);
  await scene.cluster(farCoordinator!, 'Far');
  const join = await scene.invite(coordinator!, 'cluster_producer', cluster.id);
  await scene.accept(maker!, join, shop.id);
  const buying = await scene.buyer(buyer!);
  const parties = { producer: shop.id, buyer: buying };

  /** An order over a round sum with the commission terms that it was accepted with. */
  async function order(total = 100_000, deposit = 0, terms: Terms = {}) {
    const change = { ...plainSum(total, deposit, terms.currency), ...terms.change };
    const made = await scene.order(terms.parties ?? parties, { change });
    if (terms.bp !== undefined || terms.taxBp !== undefined) {
      await sql`update public.orders set commission_bp = ${terms.bp ?? 0}, commission_tax_bp = ${terms.taxBp ?? 0} where id = ${made.id}`;
    }
    return made.id;
  }

  async function account(currency = 'USD', id = randomUUID(), owner = maker!, producer = shop.id) {
    await call(owner, 'save_payment_account', {
      p_id: id,
      p_producer: producer,
      p_input: {
        method: 'bank_transfer',
        currency,
        holder: 'Akagera Boots',
        accountNumber: '00040',
      },
    });
    return id;
  }

  const announce = (order: string, amount: number, change: object = {}, by = buyer!) =>
    call<string>(by, 'announce_payment', {
      p_id: randomUUID(),
      p_order: order,
      p_purpose: 'deposit',
      p_method: 'bank_transfer',
      p_amount: amount,
      ...change,
    });
  const confirm = (payment: string, amount: number, by = maker!) =>
    call(by, 'confirm_payment', { p_payment: payment, p_amount: amount });
  const record = (order: string, amount: number, id = randomUUID(), by = maker!) =>
    call<string>(by, 'record_payment', {
      p_id: id,
      p_order: order,
      p_method: 'bank_transfer',
      p_amount: amount,
    }).then(() => id);
  const refund = (payment: string, amount: number, by = maker!, id = randomUUID()) =>
    call(by, 'request_refund', {
      p_id: id,
      p_payment: payment,
      p_amount: amount,
      p_reason: 'paid too much',
    }).then(() => id);
  const settleRefund = (id: string, by = maker!) => call(by, 'settle_refund', { p_refund: id });

  /** A card payment that waits for its money. */
  async function card(order: string, amount: number) {
    const id = randomUUID();
    await announce(order, amount, { p_id: id, p_method: 'card' });
    return id;
  }
  const charged = (payment: string, ref: string, amount: number, fee = 0, held = true) =>
    call<string>('service', 'record_card_payment', {
      p_payment: payment,
      p_provider_ref: ref,
      p_amount: amount,
      p_fee: fee,
      p_held: held,
    });

  type Money = {
    total: number;
    deposit: number;
    paid: number;
    refunded: number;
    outstanding: number;
    deposit_outstanding: number;
  };
  async function moneyOf(order: string): Promise<Money> {
    const [row] = await sql`select * from private.order_money(${order})`;
    return Object.fromEntries(
      Object.entries(row!).map(([key, value]) => [key, Number(value)]),
    ) as Money;
  }

  /** Balances of everything that an order booked, by book and account. */
  async function books(order: string): Promise<Record<string, number>> {
    const rows = await sql<{ book: string; kind: string; sum: string }[]>`
      select case when a.producer_id is not null then 'producer' when a.buyer_id is not null then 'buyer' else 'operator' end as book,
        a.kind, sum(e.amount) as sum
      from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id where e.order_id = ${order} group by 1, 2`;
    return Object.fromEntries(
      rows
        .filter((row) => row.sum !== '0')
        .map((row) => [`${row.book} ${row.kind}`, Number(row.sum)]),
    );
  }
  async function held(producer = shop.id, currency = 'USD') {
    const [row] =
      await sql`select private.balance_of(${producer}, null, null, 'with_operator', ${currency}) as held`;
    return Number(row!['held']);
  }
  const runPayouts = (currency = 'USD') =>
    call<{ payoutId: string | null; amount: number; skipped: string | null }[]>(
      operator!,
      'run_payouts',
      { p_currency: currency },
    );

  const people = {
    maker: maker!,
    editor: editor!,
    buyerUser: buyer!,
    rivalOwner: rivalOwner!,
    coordinator: coordinator!,
    farCoordinator: farCoordinator!,
    stranger: stranger!,
    operator: operator!,
  };
  return {
    ...scene,
    ...people,
    shop,
    rival,
    buying,
    parties,
    makeOrder: order,
    account,
    announce,
    confirm,
    record,
    refund,
    settleRefund,
    card,
    charged,
    moneyOf,
    books,
    held,
    runPayouts,
  };
}

type Terms = {
  currency?: string;
  bp?: number;
  taxBp?: number;
  change?: Partial<OrderDocument>;
  parties?: { producer: string; buyer: string };
};
