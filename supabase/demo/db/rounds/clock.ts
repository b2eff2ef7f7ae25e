import type { TransactionSql } from 'postgres';

/** Tables that belong to a round by `round_id`, with everything that is dated in them. */
const OF_ROUND = [
  'lots',
  'pledge_entries',
  'pledges',
  'round_suppliers',
  'bids',
  'round_openings',
  'round_questions',
  'awards',
  'allocation_runs',
  'purchase_orders',
  'deliveries',
  'handovers',
  'supplier_invoices',
  'round_costs',
  'settlements',
  'round_payments',
  'supplier_payments',
  'round_deposits',
];

/** Deadlines are what the seed says they are; `pg_temp.end_round` sets those that lie behind. */
const DEADLINES = ['pledges_close_at', 'bids_close_at', 'due_at'];

/** What keeps the record as it is must let the demo date its own; it is closed again before the transaction ends. */
const KEEPERS: readonly [table: string, trigger: string][] = [
  ['public.rounds', 'rounds_touch'],
  ['public.lots', 'lots_touch'],
  ['public.suppliers', 'suppliers_touch'],
  ['public.supplier_contacts', 'supplier_contacts_touch'],
  ['public.pledge_entries', 'pledge_entries_append_only'],
  ['public.bids', 'bids_touch'],
  ['public.bids', 'bids_keep'],
  ['private.bid_events', 'bid_events_append_only'],
  ['public.round_openings', 'round_openings_append_only'],
  ['public.round_releases', 'round_releases_append_only'],
  ['public.awards', 'awards_append_only'],
  ['public.allocation_runs', 'allocation_runs_append_only'],
  ['public.deliveries', 'deliveries_append_only'],
  ['public.handovers', 'handovers_append_only'],
  ['public.round_payments', 'round_payments_touch'],
  ['public.settlements', 'settlements_append_only'],
  ['public.supplier_payments', 'supplier_payments_append_only'],
  ['public.round_deposits', 'round_deposits_append_only'],
];

async function keepers(tx: TransactionSql, how: 'disable' | 'enable'): Promise<void> {
  for (const [table, trigger] of KEEPERS)
    await tx`alter table ${tx(table)} ${tx.unsafe(how)} trigger ${tx(trigger)}`;
}

/**
 * Moves what an act of a round has just written to the moment of the act, as `pg_temp.back_to` does for the trade, which
 * does the rest. A release says what was true after its act, so its facts are drawn again from rows that are dated right.
 */
const ROUND_BACK_TO = `
create function pg_temp.round_back_to(p_round uuid, p_at timestamptz, p_seldom boolean) returns void language plpgsql as $$
declare
  me constant xid := pg_current_xact_id()::xid;
begin
  set constraints all immediate;
  set constraints all deferred;
  -- The opening copies what happened to bids at the times at which it happened.
  update public.events set data = data || '{"demo": true}' where id > current_setting('isoko.demo_events')::bigint and xmin = me and at < now();
  /* dated */
  update public.wishes set created_at = p_at where xmin = me and created_at >= now();
  update public.wish_supports set created_at = p_at where xmin = me and created_at >= now();
  update public.suppliers set created_at = p_at, updated_at = p_at where xmin = me and created_at >= now();
  update public.supplier_contacts set updated_at = p_at where xmin = me and updated_at >= now();
  update private.bid_events e set at = p_at + (e.at - now()) from public.bids b where b.id = e.bid_id and b.round_id = p_round and e.at >= now();
  update public.pledges p set queue = pg_temp.queue_back_to(p.queue, p_at), tolerance_queue = pg_temp.queue_back_to(p.tolerance_queue, p_at)
  where p.round_id = p_round and (p.queue::text || p.tolerance_queue::text) <> (pg_temp.queue_back_to(p.queue, p_at)::text || pg_temp.queue_back_to(p.tolerance_queue, p_at)::text);
  update public.purchase_orders o set snapshot = d.paper, sha256 = encode(sha256(convert_to(d.paper::text, 'UTF8')), 'hex')
  from (select x.id, x.snapshot || jsonb_build_object('placedAt', x.sent_at) as paper from public.purchase_orders x
    where x.round_id = p_round and (x.snapshot ->> 'placedAt')::timestamptz >= now()) d where d.id = o.id;
  update public.round_releases x set facts = private.round_facts(p_round), at = p_at + (x.at - now()) where x.round_id = p_round and x.at >= now();
  perform pg_temp.back_to(p_at, p_seldom);
end $$`;

const QUEUE_BACK_TO = `
create function pg_temp.queue_back_to(p_queue jsonb, p_at timestamptz) returns jsonb language sql as $$
  select coalesce(jsonb_agg(case when (s ->> 'at')::timestamptz >= now() then s || jsonb_build_object('at', p_at + ((s ->> 'at')::timestamptz - now())) else s end order by n), '[]')
  from jsonb_array_elements(p_queue) with ordinality as q (s, n)
$$`;

/** While a round is played its deadlines lie ahead; afterwards they are where they were, in all that was written of them. */
const END_ROUND = `
create function pg_temp.end_round(p_round uuid, p_pledges timestamptz, p_bids timestamptz, p_needed date) returns void language plpgsql as $$
declare
  r public.rounds;
begin
  update public.rounds set pledges_close_at = p_pledges, bids_close_at = p_bids, needed_by = p_needed where id = p_round returning * into r;
  update public.round_openings set due_at = p_bids where round_id = p_round;
  update public.purchase_orders o set snapshot = d.paper, sha256 = encode(sha256(convert_to(d.paper::text, 'UTF8')), 'hex')
  from (select x.id, jsonb_set(x.snapshot, '{round,neededBy}', to_jsonb(p_needed)) as paper from public.purchase_orders x where x.round_id = p_round) d
  where d.id = o.id;
  update public.round_releases set facts = facts || jsonb_build_object('pledgesCloseAt', p_pledges, 'bidsCloseAt', p_bids, 'neededBy', p_needed)
  where round_id = p_round;
  update public.notifications n set data = n.data || jsonb_build_object('date', private.to_wall(case
    when n.kind = 'round_opened' then p_pledges when n.kind in ('bid_won', 'bid_lost') then r.standstill_until else p_bids end, r.zone))
  where n.data ->> 'roundId' = p_round::text and n.data ->> 'date' like '%T%';
  set constraints all immediate;
  set constraints all deferred;
end $$`;

/** Lets the functions above exist for this transaction, after `openClock` of the trade. Ends with `closeRoundClock`. */
export async function openRoundClock(tx: TransactionSql): Promise<void> {
  const columns = await tx<{ name: string; columns: string[] }[]>`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' and table_name = any (${['rounds', ...OF_ROUND]})
      and data_type = 'timestamp with time zone' and column_name::text <> all (${DEADLINES})
    group by table_name`;
  const dated = columns.map(({ name, columns: all }) => {
    const moved = all.map(
      (c) => `${c} = case when ${c} >= now() then p_at + (${c} - now()) else ${c} end`,
    );
    const fresh = all.map((c) => `${c} >= now()`).join(' or ');
    const key = name === 'rounds' ? 'id' : 'round_id';
    return `update public.${name} set ${moved.join(', ')} where ${key} = p_round and (${fresh});`;
  });
  await tx`set constraints all immediate`;
  await tx`set constraints all deferred`;
  await keepers(tx, 'disable');
  await tx.unsafe(QUEUE_BACK_TO);
  await tx.unsafe(ROUND_BACK_TO.replace('/* dated */', dated.join('\n  ')));
  await tx.unsafe(END_ROUND);
}

export async function closeRoundClock(tx: TransactionSql): Promise<void> {
  await tx`set constraints all immediate`;
  await keepers(tx, 'enable');
  await tx`drop function pg_temp.round_back_to(uuid, timestamptz, boolean)`;
  await tx`drop function pg_temp.queue_back_to(jsonb, timestamptz)`;
  await tx`drop function pg_temp.end_round(uuid, timestamptz, timestamptz, date)`;
}
