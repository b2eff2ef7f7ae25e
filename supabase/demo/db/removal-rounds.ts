import type { TransactionSql } from 'postgres';
import { DEMO_IDS } from '#supabase/demo/db/ids.ts';

/** What no one may ever change or remove, unless it never happened. */
const KEEPERS: readonly [table: string, trigger: string][] = [
  ['public.pledge_entries', 'pledge_entries_append_only'],
  ['public.bid_lines', 'bid_lines_keep'],
  ['private.bid_events', 'bid_events_append_only'],
  ['public.round_openings', 'round_openings_append_only'],
  ['public.round_releases', 'round_releases_append_only'],
  ['public.round_amendments', 'round_amendments_append_only'],
  ['public.awards', 'awards_append_only'],
  ['public.award_suppliers', 'award_suppliers_append_only'],
  ['public.award_lines', 'award_lines_append_only'],
  ['public.award_lots', 'award_lots_append_only'],
  ['public.allocation_runs', 'allocation_runs_append_only'],
  ['public.allocations', 'allocations_append_only'],
  ['public.deliveries', 'deliveries_append_only'],
  ['public.delivery_lines', 'delivery_lines_append_only'],
  ['public.handovers', 'handovers_append_only'],
  ['public.handover_lines', 'handover_lines_append_only'],
  ['public.settlements', 'settlements_append_only'],
  ['public.supplier_payments', 'supplier_payments_append_only'],
  ['public.round_deposits', 'round_deposits_append_only'],
];

/** From the last paper back to the first; each by the round, or by what hangs on it. */
const IN_ORDER: readonly [table: string, of?: string][] = [
  ['public.write_offs'],
  ['public.supplier_payments'],
  [
    'public.supplier_invoice_lines',
    'invoice_id in (select id from public.supplier_invoices where round_id in (select id from gone_rounds))',
  ],
  ['public.supplier_invoices'],
  ['public.round_refunds'],
  ['public.round_payments'],
  ['public.round_deposits'],
  ['public.settlements'],
  ['public.round_costs'],
  [
    'public.handover_lines',
    'handover_id in (select id from public.handovers where round_id in (select id from gone_rounds))',
  ],
  ['public.handovers'],
  [
    'public.delivery_lines',
    'delivery_id in (select id from public.deliveries where round_id in (select id from gone_rounds))',
  ],
  ['public.deliveries'],
  [
    'public.purchase_order_lines',
    'purchase_order_id in (select id from public.purchase_orders where round_id in (select id from gone_rounds))',
  ],
  ['public.purchase_orders'],
  [
    'public.allocations',
    'run_id in (select id from public.allocation_runs where round_id in (select id from gone_rounds))',
  ],
  ['public.allocation_runs'],
  [
    'public.award_lots',
    'award_id in (select id from public.awards where round_id in (select id from gone_rounds))',
  ],
  [
    'public.award_lines',
    'award_id in (select id from public.awards where round_id in (select id from gone_rounds))',
  ],
  [
    'public.award_suppliers',
    'award_id in (select id from public.awards where round_id in (select id from gone_rounds))',
  ],
  ['public.awards'],
  ['public.round_challenges'],
  ['public.round_questions'],
  [
    'private.bid_events',
    'bid_id in (select id from public.bids where round_id in (select id from gone_rounds))',
  ],
  [
    'public.bid_lines',
    'bid_id in (select id from public.bids where round_id in (select id from gone_rounds))',
  ],
  ['public.bids'],
  ['public.round_openings'],
  ['public.round_rates'],
  ['public.round_releases'],
  ['public.round_amendments'],
  ['public.round_suppliers'],
  ['public.pledges'],
  ['public.pledge_entries'],
];

/** The joint purchases of the demo's clusters, whoever took part. After `removeTrade` gathered, before the books go. */
export async function gatherRounds(tx: TransactionSql): Promise<void> {
  await tx`
    create temporary table gone_rounds on commit drop as
    select id from public.rounds where cluster_id::text like ${DEMO_IDS}`;
  await tx`
    insert into gone_rooms
    select 'round'::public.file_room, id from gone_rounds
    union all select 'bid', b.id from public.bids b join gone_rounds r on r.id = b.round_id
    union all select 'delivery', d.id from public.deliveries d join gone_rounds r on r.id = d.round_id
    union all select 'supplier_invoice', i.id from public.supplier_invoices i join gone_rounds r on r.id = i.round_id
    union all select 'round_payment', p.id from public.round_payments p join gone_rounds r on r.id = p.round_id`;
}

/** After the books, before clusters and producers. */
export async function removeRounds(tx: TransactionSql): Promise<void> {
  // What waits to be checked at the end of the transaction is checked before a table may change.
  await tx`set constraints all immediate`;
  for (const [table, trigger] of KEEPERS)
    await tx`alter table ${tx(table)} disable trigger ${tx(trigger)}`;
  for (const [table, of = 'round_id in (select id from gone_rounds)'] of IN_ORDER)
    await tx`delete from ${tx(table)} where ${tx.unsafe(of)}`;
  await tx`delete from public.rounds where id in (select id from gone_rounds)`;
  await tx`delete from private.cluster_series where cluster_id::text like ${DEMO_IDS}`;
  for (const [table, trigger] of KEEPERS)
    await tx`alter table ${tx(table)} enable trigger ${tx(trigger)}`;
}

/** Suppliers of the demo and of its clusters; one that bid for a cluster that stays is part of its record. */
export async function removeSuppliers(tx: TransactionSql): Promise<void> {
  await tx`
    delete from public.suppliers s
    where (s.id::text like ${DEMO_IDS} or (s.cluster_id::text like ${DEMO_IDS}
        and not exists (select 1 from public.supplier_members m where m.supplier_id = s.id and m.user_id::text not like ${DEMO_IDS})))
      and not exists (select 1 from public.round_suppliers r where r.supplier_id = s.id)`;
}
