import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

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
  state?: 'bidding' | 'opened' | 'ordered' | 'receiving';
  depositBp?: number;
  shareRule?: 'value' | 'weight' | 'quantity';
  damaged?: number;
  currency?: string;
  title?: string;
};

const UNIT = 850;
const FREIGHT = 5_000;

/**
 * A joint purchase of soles whose goods have arrived, put straight into the tables: 850 a pair in the order, 1500 in the
 * shop, 5000 freight. Bids and awards are left out (no key is checked), for nothing of the money reads them.
 */
export async function stageReceived(
  sql: Sql,
  cluster: string,
  members: readonly StagedMember[],
  options: Options = {},
): Promise<Staged> {
  const ids = { round: randomUUID(), lot: randomUUID(), order: randomUUID() };
  const more = { orderLine: randomUUID(), supplier: randomUUID(), award: randomUUID() };
  const all = { ...ids, ...more };
  const { currency = 'RWF', state = 'receiving' } = options;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    const at = state === 'bidding' ? null : new Date();
    await tx`insert into public.rounds (id, slug, cluster_id, state, title, currency, zone, pledges_close_at, bids_close_at, opened_at, needed_by,
        deposit_bp, share_rule, delivery_place, languages)
      values (${all.round}, ${`round-${all.round.slice(0, 8)}`}, ${cluster}, ${state}, ${options.title ?? 'Soles and glue'}, 'RWF', 'Africa/Kigali',
        now() - interval '9 days', now() - interval '8 days', ${at}, current_date + 3, ${options.depositBp ?? 0}, ${options.shareRule ?? 'value'},
        'Store of the cluster', '{en,fr}')`;
    await tx`insert into public.lots (id, round_id, position, title, unit, decimals, pack, reference_amount, weight_grams)
      values (${all.lot}, ${all.round}, 0, 'Rubber soles', 'PR', 0, 10, 1500, 400)`;
    await tx`insert into public.suppliers (id, cluster_id, name, country) values (${all.supplier}, ${cluster}, ${`Sole works ${all.supplier.slice(0, 4)}`}, 'KE')`;
    await tx`insert into public.round_rates (round_id, currency, numerator, denominator) values (${all.round}, 'RWF', 1, 1), (${all.round}, 'USD', 1450, 100)`;
    for (const one of members) {
      await tx`insert into public.pledges (lot_id, round_id, producer_id, firm, tolerance, committed_at, last_entry)
        values (${all.lot}, ${all.round}, ${one.producer}, ${one.firm}, 0, now(), 0)`;
    }
    if (state === 'ordered' || state === 'receiving')
      await stageOrder(tx as unknown as Sql, cluster, members, all, currency, options.damaged ?? 0);
  });
  const { round, lot, order, orderLine, supplier } = all;
  return { round, lot, order, orderLine, supplier };
}

type Ids = Staged & { award: string };

async function stageOrder(
  tx: Sql,
  cluster: string,
  members: readonly StagedMember[],
  ids: Ids,
  currency: string,
  damaged: number,
): Promise<void> {
  const sum = (of: (one: StagedMember) => number) => members.reduce((n, one) => n + of(one), 0);
  const awarded = sum((one) => one.awarded ?? one.firm);
  const got = sum((one) => one.got ?? one.awarded ?? one.firm);
  const goods = awarded * UNIT;
  const snapshot = tx.json({});
  await tx`insert into public.purchase_orders (id, round_id, cluster_id, award_id, supplier_id, year, number, label, currency, goods_amount,
      freight_amount, total_amount, snapshot, sha256)
    select ${ids.order}, ${ids.round}, ${cluster}, ${ids.award}, ${ids.supplier}, 2026, n, 'PO-2026-' || n, ${currency}, ${goods}, ${FREIGHT},
      ${goods + FREIGHT}, ${snapshot}, encode(sha256(convert_to(${snapshot}::jsonb::text, 'UTF8')), 'hex')
    from (select coalesce(max(number), 0) + 1 as n from public.purchase_orders where cluster_id = ${cluster}) x`;
  await tx`insert into public.purchase_order_lines (id, purchase_order_id, position, lot_id, award_line_id, quantity, unit_amount, goods_amount,
      freight_amount) values (${ids.orderLine}, ${ids.order}, 0, ${ids.lot}, ${randomUUID()}, ${awarded}, ${UNIT}, ${goods}, 0)`;
  const delivery = randomUUID();
  await tx`insert into public.deliveries (id, round_id, purchase_order_id, delivered_on, receiver) values (${delivery}, ${ids.round}, ${ids.order}, current_date, 'Store keeper')`;
  await tx`insert into public.delivery_lines (delivery_id, order_line_id, counted, damaged) values (${delivery}, ${ids.orderLine}, ${got + damaged}, ${damaged})`;
  const bases = got === awarded ? ['award'] : ['award', 'delivery'];
  for (const [n, basis] of bases.entries()) {
    const run = randomUUID();
    await tx`insert into public.allocation_runs (id, round_id, award_id, basis, version)
      values (${run}, ${ids.round}, ${ids.award}, ${basis}::public.allocation_basis, ${n + 1})`;
    for (const one of members) {
      const first = one.awarded ?? one.firm;
      const quantity = basis === 'award' ? first : (one.got ?? first);
      await tx`insert into public.allocations (run_id, lot_id, producer_id, firm, tolerance, quantity, goods_amount, freight_amount, reason)
        values (${run}, ${ids.lot}, ${one.producer}, ${one.firm}, ${Math.max(0, first - one.firm)}, ${quantity}, ${quantity * UNIT}, 0, '{}')`;
    }
  }
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
