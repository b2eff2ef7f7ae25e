-- The way of a round, its public record, and the files of its rooms.

-- The same table as src/domain/procurement/round-states.ts; a test holds them together.
create function private.round_step(p_state public.round_state, p_action text, p_role text) returns public.round_state
language sql immutable parallel safe set search_path = '' as $$
  select case
    when p_action = 'open_pledging' and p_state = 'draft' and p_role = 'coordinator' then 'pledging'
    when p_action = 'close_pledging' and p_state = 'pledging' and p_role in ('coordinator', 'clock') then 'bidding'
    when p_action = 'open_bids' and p_state = 'bidding' and p_role = 'clock' then 'opened'
    when p_action = 'award' and p_state = 'opened' and p_role = 'coordinator' then 'awarded'
    when p_action = 'order' and p_state = 'awarded' and p_role = 'coordinator' then 'ordered'
    when p_action = 'receive' and p_state = 'ordered' and p_role = 'coordinator' then 'receiving'
    when p_action = 'settle' and p_state = 'receiving' and p_role = 'coordinator' then 'settled'
    when p_action = 'extend' and p_state in ('pledging', 'bidding') and p_role in ('coordinator', 'clock') then p_state
    when p_action = 'cancel' and p_state in ('draft', 'pledging', 'bidding', 'opened', 'awarded') and p_role = 'coordinator' then 'cancelled'
  end::public.round_state
$$;

create table public.round_releases (
  id bigint generated always as identity primary key,
  round_id uuid not null references public.rounds (id) on delete restrict,
  tag text not null check (tag in ('planning', 'tender', 'tenderAmendment', 'tenderUpdate', 'tenderCancellation', 'award', 'awardUpdate',
    'contract', 'contractUpdate', 'implementation', 'implementationUpdate', 'contractTermination')),
  at timestamptz not null default clock_timestamp(),
  era integer not null default 1 check (era >= 1),
  xid xid8 not null default pg_current_xact_id(),
  facts jsonb not null
);
comment on table public.round_releases is
  'What is public of a round after each step; an OCDS release is drawn from facts and never changes. xid lets a reader of the feed stop before any transaction that is still open, so that no row is ever skipped. era goes up when the record was restored into a server that counts its transactions from a lower number.';
create index round_releases_round on public.round_releases (round_id, id);
create index round_releases_feed on public.round_releases (era, xid, id);
create trigger round_releases_append_only before update or delete on public.round_releases for each row execute function private.refuse_change();
create trigger round_releases_no_truncate before truncate on public.round_releases for each statement execute function private.refuse_change();
alter table public.round_releases enable row level security;

-- What everybody may know of the round at this moment. Nothing of bids before the opening.
create function private.round_facts(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'slug', r.slug, 'state', r.state) from public.rounds r where r.id = p_round
$$;

-- A release of its own for every step; 4700 has the words.
create function private.append_release(p_round uuid, p_tag text) returns void
language sql security definer set search_path = '' as $$
  insert into public.round_releases (round_id, tag, facts) values (p_round, p_tag, private.round_facts(p_round))
$$;

-- The round as it stands, locked against every other move of it.
create function private.lock_round(p_round uuid) returns public.rounds
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  select * into r from public.rounds where id = p_round for update;
  if r.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  return r;
end $$;

create function private.require_round_coordinator(p_round uuid) returns public.rounds
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not private.coordinates_round(p_round) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return private.lock_round(p_round);
end $$;
comment on function private.require_round_coordinator is 'Locks the round. A stranger learns nothing: not_found.';

-- One step of the round: state, event, release. Whoever calls has the lock and has said who may.
create function private.move_round(p_round uuid, p_action text, p_role text, p_reason text default null, p_tag text default null,
  p_data jsonb default '{}') returns public.round_state
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
  to_state public.round_state;
begin
  select * into strict r from public.rounds where id = p_round;
  to_state := private.round_step(r.state, p_action, p_role);
  if to_state is null then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if p_action in ('cancel', 'extend') then perform private.require_reason(p_reason); end if;
  update public.rounds set state = to_state,
    reason = case when p_action = 'cancel' then btrim(p_reason) else reason end,
    opened_at = case when p_action = 'open_bids' then clock_timestamp() else opened_at end,
    awarded_at = case when p_action = 'award' then clock_timestamp() else awarded_at end,
    settled_at = case when p_action = 'settle' then clock_timestamp() else settled_at end
  where id = p_round;
  perform private.record_event('round', p_round, 'round.' || p_action, r.state::text, to_state::text, p_reason, null, r.cluster_id, null,
    jsonb_build_object('name', r.title) || p_data);
  if p_tag is not null then perform private.append_release(p_round, p_tag); end if;
  return to_state;
end $$;

-- Suppliers without an account come with the key of their link.
create function private.round_supplier_by_key(p_round uuid, p_key text) returns uuid
language sql stable security definer set search_path = '' as $$
  select s.id from public.round_suppliers s
  where s.round_id = p_round and s.state <> 'declined'
    and ((p_key is not null and private.hash_token(p_key) = any (s.key_hashes)) or private.is_supplier_member(s.supplier_id))
  limit 1
$$;
comment on function private.round_supplier_by_key is 'The caller''s place in the tender, by key or by account; null for everybody else.';

create or replace function private.sees_file(p_room public.file_room, p_room_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select case p_room
    when 'rfq' then private.sees_rfq_as_buyer(p_room_id) or private.sees_rfq_as_producer(p_room_id)
    when 'inquiry' then private.sees_inquiry_as_buyer(p_room_id) or private.sees_inquiry_as_producer(p_room_id)
    when 'order' then private.sees_order_as_buyer(p_room_id) or private.sees_order_as_producer(p_room_id)
    when 'payment' then exists (select 1 from public.payments p where p.id = p_room_id
      and (private.sees_order_as_buyer(p.order_id) or private.sees_order_as_producer(p.order_id)))
    when 'dispute' then private.mediates(p_room_id) or exists (select 1 from public.disputes d where d.id = p_room_id
      and (private.sees_order_as_buyer(d.order_id) or private.sees_order_as_producer(d.order_id)))
    when 'round' then private.sees_round(p_room_id) or (private.is_round_supplier(p_room_id)
      and exists (select 1 from public.rounds r where r.id = p_room_id and r.state <> 'draft'))
    when 'bid' then exists (select 1 from public.bids b where b.id = p_room_id and private.sees_bid(b.round_id, b.supplier_id, b.state))
    when 'delivery' then exists (select 1 from public.deliveries d where d.id = p_room_id and private.coordinates_round(d.round_id))
    when 'supplier_invoice' then exists (select 1 from public.supplier_invoices i where i.id = p_room_id and private.coordinates_round(i.round_id))
    when 'round_payment' then exists (select 1 from public.round_payments p where p.id = p_room_id
      and (private.is_producer_member(p.producer_id) or private.coordinates_round(p.round_id))) end
$$;
