import { createHash, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { sharesOf, type AllocationInput } from '#src/features/procurement/receiving/shares.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { roundScene } from './round-scene.ts';

/** `got` is what the award gave; firm and tolerance as pledged. */
export type Share = {
  producer: string;
  firm: number;
  tolerance?: number;
  got: number;
  code?: string;
};
export type OrderedLot = {
  title?: string;
  unit?: string;
  price?: number;
  shares: readonly Share[];
  /** Quantities by supplier; one supplier with all of it unless said. */
  from?: readonly number[];
};
export type OrderedRound = {
  round: string;
  lots: { id: string; lines: string[] }[];
  /** Ids of the purchase orders, one for each supplier. */
  orders: string[];
  suppliers: string[];
};

/** SHA-256 of a frozen paper with nothing in it. */
const EMPTY = createHash('sha256').update('{}').digest('hex');
const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

/** A round whose orders are placed, put straight into the tables. Prices and freight in RWF, one line for each supplier. */
export async function stageOrders(
  sql: Sql,
  cluster: string,
  lots: readonly OrderedLot[],
  { freight = 0, title = 'Soles and glue' }: { freight?: number; title?: string } = {},
): Promise<OrderedRound> {
  const [round, award, run] = [randomUUID(), randomUUID(), randomUUID()];
  const supplied = lots.map((lot) => lot.from ?? [total(lot.shares.map(({ got }) => got))]);
  const suppliers = Array.from({ length: Math.max(...supplied.map((one) => one.length)) }, () =>
    randomUUID(),
  );
  const orders = suppliers.map(() => randomUUID());
  await sql`
    insert into public.rounds (id, slug, cluster_id, state, title, currency, zone, pledges_close_at, bids_close_at, opened_at, awarded_at, standstill_until)
    values (${round}, ${`round-${round}`}, ${cluster}, 'ordered', ${title}, 'RWF', 'Africa/Kigali', now() - interval '20 days', now() - interval '12 days',
      now() - interval '12 days', now() - interval '10 days', now() - interval '9 days')`;
  await sql`insert into public.round_rates (round_id, currency, numerator, denominator) values (${round}, 'RWF', 1, 1)`;
  const ids = await stageLots(sql, round, lots);
  const goods = total(
    lots.map(({ price = 1000, shares }) => total(shares.map(({ got }) => got)) * price),
  );
  const fixed = freight * suppliers.length;
  const sums = [goods, fixed, goods + fixed, goods + fixed];
  await sql`
    insert into public.awards (id, round_id, version, method, goods_amount, freight_amount, total_amount, optimum_amount, model)
    values (${award}, ${round}, 1, 'optimum', ${sums[0]!}, ${sums[1]!}, ${sums[2]!}, ${sums[3]!}, '{}')`;
  await sql`insert into public.allocation_runs (id, round_id, award_id, basis, version) values (${run}, ${round}, ${award}, 'award', 1)`;
  await stageAllocations(sql, run, lots, ids, fixed);
  const lines: string[][] = lots.map(() => []);
  for (const [s, supplier] of suppliers.entries()) {
    const bid = await stageBid(sql, {
      round,
      supplier,
      award,
      freight,
      name: `Sole House ${s + 1}`,
    });
    const mine = lots.flatMap((lot, l) => {
      const quantity = supplied[l]![s] ?? 0;
      return quantity > 0 ? [{ lot: ids[l]!, l, quantity, price: lot.price ?? 1000 }] : [];
    });
    await stageOrder(sql, {
      round,
      cluster,
      award,
      supplier,
      bid,
      order: orders[s]!,

      mine,
      freight,
      lines,
    });
  }
  return { round, lots: ids.map((id, l) => ({ id, lines: lines[l]! })), orders, suppliers };
}

async function stageLots(sql: Sql, round: string, lots: readonly OrderedLot[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, { title = `Material ${n + 1}`, unit = 'PR', shares }] of lots.entries()) {
    const id = randomUUID();
    ids.push(id);
    await sql`insert into public.lots (id, round_id, position, title, unit, pack) values (${id}, ${round}, ${n}, ${title}, ${unit}, 1)`;
    for (const [m, { producer, firm, tolerance = 0 }] of shares.entries()) {
      const at = new Date(Date.UTC(2026, 9, 1, 0, m)).toISOString();
      const [entry] = await sql<{ id: string }[]>`
        insert into public.pledge_entries (lot_id, round_id, producer_id, firm, tolerance, form_id)
        values (${id}, ${round}, ${producer}, ${firm}, ${tolerance}, ${randomUUID()}) returning id`;
      await sql`
        insert into public.pledges (lot_id, round_id, producer_id, firm, tolerance, queue, committed_at, last_entry)
        values (${id}, ${round}, ${producer}, ${firm}, ${tolerance}, ${sql.json([{ at, quantity: firm }])}, ${at}, ${entry!.id})`;
    }
  }
  return ids;
}

async function stageAllocations(
  sql: Sql,
  run: string,
  lots: readonly OrderedLot[],
  ids: readonly string[],
  freight: number,
): Promise<void> {
  // All the fixed freight on the first line: how the award shares it is not what these tests are about.
  let rest = freight;
  for (const [l, { price = 1000, shares }] of lots.entries()) {
    for (const { producer, firm, tolerance = 0, got, code = 'firm' } of shares) {
      await sql`
        insert into public.allocations (run_id, lot_id, producer_id, firm, tolerance, quantity, goods_amount, freight_amount, reason)
        values (${run}, ${ids[l]!}, ${producer}, ${firm}, ${tolerance}, ${got}, ${got * price}, ${rest}, ${sql.json({ code, firm })})`;
      rest = 0;
    }
  }
}

type Bid = { round: string; supplier: string; award: string; freight: number; name: string };

async function stageBid(sql: Sql, { round, supplier, award, freight, name }: Bid): Promise<string> {
  const [place, bid] = [randomUUID(), randomUUID()];
  await sql`insert into public.suppliers (id, name, country) values (${supplier}, ${name}, 'RW')`;
  await sql`insert into public.round_suppliers (id, round_id, supplier_id, state) values (${place}, ${round}, ${supplier}, 'confirmed')`;
  await sql`
    insert into public.bids (id, round_id, round_supplier_id, supplier_id, version, currency, lead_time_days, valid_until, payment_terms)
    values (${bid}, ${round}, ${place}, ${supplier}, 1, 'RWF', 10, now() + interval '1 year', 'net_30')`;
  await sql`
    insert into public.award_suppliers (award_id, supplier_id, bid_id, currency, bid_freight_fixed_amount, freight_fixed_amount)
    values (${award}, ${supplier}, ${bid}, 'RWF', ${freight}, ${freight})`;
  return bid;
}

type Order = {
  round: string;
  cluster: string;
  award: string;
  supplier: string;
  bid: string;
  order: string;
  mine: { lot: string; l: number; quantity: number; price: number }[];
  freight: number;
  lines: string[][];
};

async function stageOrder(sql: Sql, one: Order): Promise<void> {
  const { order, award, supplier, bid, mine, freight } = one;
  const goods = total(mine.map(({ quantity, price }) => quantity * price));
  const [{ year, number }] = (await sql`
    select year, number from private.next_cluster_number(${one.cluster}, 'purchase_order')`) as unknown as [
    { year: number; number: number },
  ];
  const label = `PO-${year}-${String(number).padStart(4, '0')}`;
  await sql`
    insert into public.purchase_orders (id, round_id, cluster_id, award_id, supplier_id, state, year, number, label, currency, goods_amount, freight_amount, total_amount,
      snapshot, sha256, sent_at)
    values (${order}, ${one.round}, ${one.cluster}, ${award}, ${supplier}, 'confirmed', ${year}, ${number}, ${label}, 'RWF', ${goods}, ${freight}, ${goods + freight},
      '{}', ${EMPTY}, now() - interval '8 days')`;
  for (const [position, { lot, l, quantity, price }] of mine.entries()) {
    const [bidLine, awardLine, line] = [randomUUID(), randomUUID(), randomUUID()];
    one.lines[l]!.push(line);
    await sql`insert into public.bid_lines (id, bid_id, lot_id, pack) values (${bidLine}, ${bid}, ${lot}, 1)`;
    await sql`
      insert into public.award_lines (id, award_id, lot_id, supplier_id, bid_line_id, quantity, unit_amount, bid_goods_amount, bid_freight_amount, goods_amount, freight_amount)
      values (${awardLine}, ${award}, ${lot}, ${supplier}, ${bidLine}, ${quantity}, ${price}, ${quantity * price}, 0, ${quantity * price}, 0)`;
    await sql`
      insert into public.purchase_order_lines (id, purchase_order_id, position, lot_id, award_line_id, quantity, unit_amount, goods_amount, freight_amount, confirmation, confirmed_quantity)
      values (${line}, ${order}, ${position}, ${lot}, ${awardLine}, ${quantity}, ${price}, ${quantity * price}, 0, 'accepted', ${quantity})`;
  }
  await sql`update public.bids set state = 'submitted', submitted_at = now() - interval '13 days', content = '{}', sha256 = ${EMPTY} where id = ${bid}`;
}

export type Counted = { line: string; counted: number; damaged?: number; complete?: boolean };

/** A cluster with placed orders, and short hands for what is done in its store room. */
export async function receivingScene(db: TestDatabase) {
  const scene = await roundScene(db);
  const { sql } = db;

  const ordered = (lots: readonly OrderedLot[], more?: { freight?: number }) =>
    stageOrders(sql, scene.cluster.id, lots, more);

  type More = {
    id?: string;
    after?: string;
    replaces?: string;
    reason?: string;
    day?: string;
    signature?: unknown;
  };
  const record = (who: string, order: string, lines: readonly Counted[], more: More = {}) =>
    scene.call<string>(who, 'record_delivery', {
      p_id: more.id ?? randomUUID(),
      p_order: order,
      p_day: more.day ?? new Date().toISOString().slice(0, 10),
      p_receiver: 'Grace at the store',
      p_lines: lines.map(({ line, counted, damaged = 0, complete = false }) => ({
        orderLineId: line,
        counted,
        damaged,
        complete,
      })),
      p_signature: more.signature,
      p_after: more.after,
      p_replaces: more.replaces,
      p_reason: more.reason,
    });

  /** Works the shares out as the site does; whether anything had to change. */
  async function share(who: string, round: string): Promise<boolean> {
    const input = await scene.call<AllocationInput>(who, 'allocation_input', { p_round: round });
    return scene.call<boolean>(who, 'apply_allocation', {
      p_round: round,
      p_payload: sharesOf(input),
    });
  }

  type Handed = { id?: string; replaces?: string; reason?: string; signature?: unknown };
  const hand = (
    who: string,
    round: string,
    producer: string,
    lines: readonly { lot: string; quantity: number }[],
    more: Handed = {},
  ) =>
    scene.call<string>(who, 'hand_over', {
      p_id: more.id ?? randomUUID(),
      p_round: round,
      p_producer: producer,
      p_receiver: 'Jean',
      p_lines: lines.map(({ lot, quantity }) => ({ lotId: lot, quantity })),
      p_signature: more.signature,
      p_replaces: more.replaces,
      p_reason: more.reason,
    });

  /** Who has how much of a lot now. */
  async function sharesNow(round: string, lot: string): Promise<Record<string, number>> {
    const rows = await sql<{ producer: string; quantity: string }[]>`
      select producer_id as producer, quantity from public.allocations where lot_id = ${lot} and run_id = private.current_run(${round})`;
    return Object.fromEntries(rows.map(({ producer, quantity }) => [producer, Number(quantity)]));
  }

  return { ...scene, ordered, record, share, hand, sharesNow };
}
