import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { stageOrders } from '#tests/db/receiving-scene.ts';

/** One member of the staged round: what it pledged, what the award gave it, what arrived for it. */
export type StagedMember = { producer: string; firm: number; awarded?: number; got?: number };
export type Staged = {
  round: string;
  lot: string;
  order: string;
  orderLine: string;
  supplier: string;
};
type Options = {
  state?: 'bidding' | 'receiving';
  depositBp?: number;
  shareRule?: 'value' | 'weight' | 'quantity';
  damaged?: number;
  currency?: 'RWF' | 'USD';
  title?: string;
};

const UNIT = 850;
const FREIGHT = 5_000;

/**
 * A joint purchase of soles whose goods have arrived, put straight into the tables: 850 a pair in the order, 1500 in the
 * shop, 5000 freight. Before the order there are only the pledges.
 */
export async function stageReceived(
  sql: Sql,
  cluster: string,
  members: readonly StagedMember[],
  options: Options = {},
): Promise<Staged> {
  const title = options.title ?? 'Soles and glue';
  if (options.state === 'bidding') return stageBidding(sql, cluster, members, options);
  const shares = members.map(({ producer, firm, awarded = firm }) => ({
    producer,
    firm,
    tolerance: Math.max(0, awarded - firm),
    got: awarded,
  }));
  const lot = { title: 'Rubber soles', price: UNIT, shares };
  const made = await stageOrders(sql, cluster, [lot], { freight: FREIGHT, title });
  const [order, line] = [made.orders[0]!, made.lots[0]!.lines[0]!];
  const staged = { round: made.round, lot: made.lots[0]!.id, order, orderLine: line };
  await sql`update public.lots set reference_amount = 1500, weight_grams = 400 where id = ${staged.lot}`;
  await sql`update public.rounds set state = 'receiving', needed_by = current_date + 3, share_rule = ${options.shareRule ?? 'value'},
    languages = '{en,fr}' where id = ${staged.round}`;
  if (options.currency === 'USD') {
    await sql`insert into public.round_rates (round_id, currency, numerator, denominator) values (${staged.round}, 'USD', 1450, 100)`;
    await sql`update public.purchase_orders set currency = 'USD' where id = ${order}`;
  }
  await stageDelivery(sql, staged, members, options.damaged ?? 0);
  return { ...staged, supplier: made.suppliers[0]! };
}

async function stageDelivery(
  sql: Sql,
  { round, lot, order, orderLine }: Omit<Staged, 'supplier'>,
  members: readonly StagedMember[],
  damaged: number,
): Promise<void> {
  const gotOf = ({ firm, awarded = firm, got = awarded }: StagedMember) => got;
  const all = members.reduce((sum, one) => sum + gotOf(one), 0);
  const [delivery, run] = [randomUUID(), randomUUID()];
  await sql`insert into public.deliveries (id, round_id, purchase_order_id, delivered_on, receiver)
    values (${delivery}, ${round}, ${order}, current_date, 'Store keeper')`;
  await sql`insert into public.delivery_lines (delivery_id, order_line_id, counted, damaged)
    values (${delivery}, ${orderLine}, ${all + damaged}, ${damaged})`;
  if (members.every((one) => gotOf(one) === (one.awarded ?? one.firm))) return;
  await sql`insert into public.allocation_runs (id, round_id, award_id, basis, version)
    select ${run}, round_id, award_id, 'delivery', version + 1 from public.allocation_runs where round_id = ${round}`;
  for (const one of members) {
    await sql`insert into public.allocations (run_id, lot_id, producer_id, firm, tolerance, quantity, goods_amount, freight_amount, reason)
      values (${run}, ${lot}, ${one.producer}, ${one.firm}, ${Math.max(0, (one.awarded ?? 0) - one.firm)}, ${gotOf(one)}, ${gotOf(one) * UNIT}, 0, '{}')`;
  }
}

async function stageBidding(
  sql: Sql,
  cluster: string,
  members: readonly StagedMember[],
  { depositBp = 0 }: Options,
): Promise<Staged> {
  const [round, lot] = [randomUUID(), randomUUID()];
  await sql`insert into public.rounds (id, slug, cluster_id, state, title, currency, zone, pledges_close_at, bids_close_at, deposit_bp)
    values (${round}, ${`round-${round}`}, ${cluster}, 'bidding', 'Soles and glue', 'RWF', 'Africa/Kigali', now() - interval '1 day',
      now() + interval '8 days', ${depositBp})`;
  await sql`insert into public.lots (id, round_id, position, title, unit, pack, reference_amount) values (${lot}, ${round}, 0, 'Rubber soles', 'PR', 10, 1500)`;
  for (const { producer, firm } of members) {
    const [entry] = await sql<{ id: string }[]>`
      insert into public.pledge_entries (lot_id, round_id, producer_id, firm, form_id)
      values (${lot}, ${round}, ${producer}, ${firm}, ${randomUUID()}) returning id`;
    await sql`insert into public.pledges (lot_id, round_id, producer_id, firm, tolerance, committed_at, last_entry)
      values (${lot}, ${round}, ${producer}, ${firm}, 0, now(), ${entry!.id})`;
  }
  return { round, lot, order: '', orderLine: '', supplier: '' };
}

/** The supplier's invoice as it should be, for `enter_supplier_invoice`. */
export function invoiceFor(staged: Staged, quantity: number, number = 'INV-1') {
  const lineAmount = quantity * UNIT;
  const line = { orderLineId: staged.orderLine, quantity, unitAmount: UNIT, lineAmount };
  return {
    invoiceNumber: number,
    invoiceDate: '2026-11-20',
    goodsAmount: lineAmount,
    freightAmount: FREIGHT,
    taxAmount: 0,
    lines: [line],
  };
}
