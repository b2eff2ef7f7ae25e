import type { TransactionSql } from 'postgres';

/** Tables that nearly every act of the trade writes, with everything that is dated in them. */
const OFTEN = [
  'inquiries',
  'inquiry_messages',
  'inquiry_contacts',
  'quotes',
  'orders',
  'order_revisions',
  'payments',
  'ledger_journals',
  'notifications',
];

const SELDOM = [
  'rfqs',
  'rfq_contacts',
  'order_changes',
  'order_milestones',
  'shipments',
  'disputes',
  'dispute_messages',
  'reviews',
  'refunds',
  'payment_accounts',
  'organisation_details',
  'files',
  'shortlists',
  'shortlist_items',
  'saved_searches',
  'exchange_rates',
];

/** What keeps the record as it is must let the demo date its own; it is closed again before the transaction ends. */
const KEEPERS: readonly [table: string, trigger: string][] = [
  ['events', 'events_append_only'],
  ['ledger_journals', 'ledger_journals_append_only'],
  ['order_revisions', 'order_revisions_append_only'],
  ['documents', 'documents_append_only'],
  ['quotes', 'quotes_keep'],
  ['payments', 'payments_keep'],
  ['refunds', 'refunds_keep'],
  ['payment_accounts', 'payment_accounts_keep'],
  ['quotes', 'quotes_touch'],
  ['orders', 'orders_touch'],
  ['payments', 'payments_touch'],
  ['payment_accounts', 'payment_accounts_touch'],
  ['organisation_details', 'organisation_details_touch'],
  ['shortlists', 'shortlists_touch'],
];

async function keepers(tx: TransactionSql, how: 'disable' | 'enable'): Promise<void> {
  for (const [table, trigger] of KEEPERS)
    await tx`alter table public.${tx(table)} ${tx.unsafe(how)} trigger ${tx(trigger)}`;
}

/**
 * What the functions have just written carries the moment of loading; this moves it to the moment of the act, and the
 * demo's mark onto the events. Only rows of this very transaction are touched. Papers and agreements that state a date
 * are written anew with it, and with the fingerprint that belongs to that.
 */
const BACK_TO = `
create function pg_temp.back_to(p_at timestamptz, p_seldom boolean) returns void language plpgsql as $$
declare
  me constant xid := pg_current_xact_id()::xid;
  days constant integer := (now() at time zone 'UTC')::date - (p_at at time zone 'UTC')::date;
begin
  set constraints all immediate;
  set constraints all deferred;
  update public.inquiries set needed_by = needed_by - days where xmin = me and created_at >= now();
  update public.orders set promised_on = promised_on - days where xmin = me and created_at >= now();
  update public.order_revisions r set document = d.doc, sha256 = encode(sha256(convert_to(d.doc::text, 'UTF8')), 'hex')
  from (select x.order_id, x.revision, x.document || jsonb_build_object('orderedAt', private.iso(p_at),
      'promisedOn', (x.document ->> 'promisedOn')::date - days) as doc
    from public.order_revisions x where x.xmin = me and x.created_at >= now() and x.revision = 1) d
  where r.order_id = d.order_id and r.revision = d.revision;
  update public.documents t set snapshot = d.paper, issued_at = d.at, sha256 = encode(sha256(convert_to(d.paper::text, 'UTF8')), 'hex')
  from (select x.id, p_at + (x.issued_at - now()) as at,
      x.snapshot || jsonb_build_object('issuedAt', private.iso(p_at + (x.issued_at - now())), 'agreement', private.order_document(x.order_id),
        'credit', case when x.snapshot #>> '{credit,settledAt}' is null then x.snapshot -> 'credit'
          else jsonb_set(x.snapshot -> 'credit', '{settledAt}', to_jsonb(private.iso(p_at))) end) as paper
    from public.documents x where x.xmin = me and x.issued_at >= now()) d
  where t.id = d.id;
  update public.events set at = p_at + (at - now()), data = data || '{"demo": true}'
  where id > current_setting('isoko.demo_events')::bigint and xmin = me and at >= now();
  perform set_config('isoko.demo_events', (select max(id) from public.events)::text, true);
  /* often */
  if not p_seldom then return; end if;
  update public.rfqs set needed_by = needed_by - days, answers_by = answers_by - days where xmin = me and created_at >= now();
  /* seldom */
end $$`;

/** Lets `pg_temp.back_to` exist for this transaction. Ends with `closeClock`. */
export async function openClock(tx: TransactionSql): Promise<void> {
  const columns = await tx<{ name: string; columns: string[] }[]>`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' and table_name = any (${[...OFTEN, ...SELDOM]})
      and data_type = 'timestamp with time zone' and column_name <> 'valid_until'
    group by table_name`;
  const dated = (tables: readonly string[]) =>
    columns
      .filter(({ name }) => tables.includes(name))
      .map(({ name, columns: all }) => {
        const moved = all.map(
          (c) => `${c} = case when ${c} >= now() then p_at + (${c} - now()) else ${c} end`,
        );
        const fresh = all.map((c) => `${c} >= now()`).join(' or ');
        return `update public.${name} set ${moved.join(', ')} where xmin = me and (${fresh});`;
      })
      .join('\n  ');
  // Hundreds of small statements: compiling one costs more than it saves.
  await tx`set local jit = off`;
  await tx`set constraints all immediate`;
  await tx`set constraints all deferred`;
  await keepers(tx, 'disable');
  await tx`select set_config('isoko.demo_events', coalesce(max(id), 0)::text, true) from public.events`;
  await tx.unsafe(
    BACK_TO.replace('/* often */', dated(OFTEN)).replace('/* seldom */', dated(SELDOM)),
  );
}

export async function closeClock(tx: TransactionSql): Promise<void> {
  await tx`set constraints all immediate`;
  await keepers(tx, 'enable');
  await tx`drop function pg_temp.back_to(timestamptz, boolean)`;
}
