import type { TransactionSql } from 'postgres';
import { DEMO_IDS } from '#supabase/demo/db/ids.ts';
import { gatherRounds, removeRounds } from '#supabase/demo/db/removal-rounds.ts';

/** What no one may ever change or remove, unless it never happened. */
const KEEPERS: readonly [table: string, trigger: string][] = [
  ['ledger_entries', 'ledger_entries_append_only'],
  ['ledger_journals', 'ledger_journals_append_only'],
  ['ledger_accounts', 'ledger_accounts_fixed'],
  ['order_revisions', 'order_revisions_append_only'],
  ['documents', 'documents_append_only'],
];

/**
 * The orders of the demo's producers, whoever bought, with all that hangs on them, their books and papers. An order that
 * somebody of the demo placed with a producer of the market's own is in that producer's books under a number of its
 * own, so it stays, and the buying organisation with it.
 */
export async function removeTrade(tx: TransactionSql): Promise<void> {
  for (const [table, trigger] of KEEPERS)
    await tx`alter table public.${tx(table)} disable trigger ${tx(trigger)}`;
  await gather(tx);
  await gatherRounds(tx);
  await removeTold(tx);
  await removeOrders(tx);
  await removeBooks(tx);
  await removeRounds(tx);
  await removeTalks(tx);
  await restoreDesk(tx);
  for (const [table, trigger] of KEEPERS)
    await tx`alter table public.${tx(table)} enable trigger ${tx(trigger)}`;
}

async function gather(tx: TransactionSql): Promise<void> {
  await tx`
    create temporary table gone_orders on commit drop as
    select id, inquiry_id from public.orders where producer_id::text like ${DEMO_IDS}`;
  await tx`
    create temporary table gone_inquiries on commit drop as
    select id from public.inquiries where id::text like ${DEMO_IDS} or producer_id::text like ${DEMO_IDS}`;
  await tx`
    create temporary table gone_rooms on commit drop as
    select 'order'::public.file_room as room, id from gone_orders
    union all select 'inquiry', id from gone_inquiries
    union all select 'rfq', id from public.rfqs where id::text like ${DEMO_IDS}
    union all select 'payment', p.id from public.payments p join gone_orders o on o.id = p.order_id
    union all select 'dispute', d.id from public.disputes d join gone_orders o on o.id = d.order_id`;
}

/** Files go by their rows, their bytes with the worker's next sweep; notices with what they tell of. */
async function removeTold(tx: TransactionSql): Promise<void> {
  await tx`delete from public.notifications n using gone_rooms r where n.thread = r.room || ':' || r.id`;
  await tx`
    update public.round_payments p set proof_file_id = null
    where p.round_id in (select id from gone_rounds) and p.proof_file_id is not null`;
  await tx`delete from public.order_milestone_files f using public.files x, gone_rooms r
    where x.id = f.file_id and x.room = r.room and x.room_id = r.id`;
  await tx`update public.payments set proof_file_id = null where order_id in (select id from gone_orders)`;
  await tx`delete from public.files f using gone_rooms r where f.room = r.room and f.room_id = r.id`;
}

async function removeOrders(tx: TransactionSql): Promise<void> {
  await tx`
    delete from private.card_checkouts c using public.payments p
    where p.id = c.payment_id and p.order_id in (select id from gone_orders)`;
  await tx`
    delete from private.card_disputes c using public.payments p
    where p.id = c.payment_id and p.order_id in (select id from gone_orders)`;
  const tables = [
    'reviews',
    'disputes',
    'shipments',
    'order_milestones',
    'documents',
    'refunds',
    'payments',
    'order_revisions',
    'order_changes',
  ];
  for (const table of tables)
    await tx`delete from public.${tx(table)} where order_id in (select id from gone_orders)`;
  await tx`delete from public.payouts where producer_id::text like ${DEMO_IDS}`;
  await tx`delete from private.document_series where producer_id::text like ${DEMO_IDS}`;
}

async function removeBooks(tx: TransactionSql): Promise<void> {
  await tx`
    create temporary table gone_journals on commit drop as
    select j.id from public.ledger_journals j where j.order_id in (select id from gone_orders)
    union
    select e.journal_id from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
    where a.producer_id::text like ${DEMO_IDS} and (e.round_id is null or e.round_id in (select id from gone_rounds))
    union
    select j.id from public.ledger_journals j where j.round_id in (select id from gone_rounds)`;
  await tx`delete from public.ledger_entries where journal_id in (select id from gone_journals)`;
  await tx`delete from public.ledger_journals where id in (select id from gone_journals)`;
  await tx`
    delete from public.ledger_accounts a
    where not exists (select 1 from public.ledger_entries e where e.account_id = a.id)`;
  await tx`delete from public.orders where id in (select id from gone_orders)`;
}

async function removeTalks(tx: TransactionSql): Promise<void> {
  await tx`delete from public.quotes where inquiry_id in (select id from gone_inquiries)`;
  await tx`delete from public.inquiries where id in (select id from gone_inquiries)`;
  await tx`delete from public.rfqs where id::text like ${DEMO_IDS}`;
  // Whoever asked a cluster of the demo has nobody left to answer.
  await tx`
    with over as (
      update public.rfqs set state = 'closed', closed_at = now()
      where cluster_id::text like ${DEMO_IDS} and state not in ('closed', 'refused') returning id, buyer_id, state)
    select private.record_event('rfq', over.id, 'rfq.closed', 'open', 'closed', p_buyer => over.buyer_id) from over`;
  await tx`delete from public.shortlists where id::text like ${DEMO_IDS}`;
}

/** The operator's terms and rates, where nobody set their own meanwhile. Before the demo's events go, which tell. */
async function restoreDesk(tx: TransactionSql): Promise<void> {
  await tx`
    update public.site_settings set commission_bp = 0, commission_tax_bp = 0
    where exists (select 1 from public.events e
        where e.action = 'settings.edited' and e.data @> '{"demo": true}' and e.data -> 'fields' ? 'commission_bp')
      and not exists (select 1 from public.events e where e.action = 'settings.edited' and not e.data @> '{"demo": true}'
        and e.data -> 'fields' ?| '{commission_bp,commission_tax_bp}')`;
  await tx`
    delete from public.exchange_rates r using public.events e
    where e.action = 'rates.saved' and e.data @> '{"demo": true}' and r.source = e.data ->> 'source'
      and r.day = (e.data ->> 'day')::date and r.entered_at between e.at - interval '1 minute' and e.at`;
}
