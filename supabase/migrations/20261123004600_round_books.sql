-- What a joint purchase books, and where its cluster takes money. A member's balance is the sum of owed_to_cluster in its
-- own book; the cluster's members_receivable of a round is the same from the other side.

insert into private.notice_kinds (kind, notice_group, chatty, must) values
  ('round_deposit', 'money', false, false),
  ('round_settled', 'money', false, true),
  ('round_paid', 'money', true, false),
  ('round_payment_confirmed', 'money', false, true),
  ('round_payment_rejected', 'money', false, true),
  ('round_payment_due', 'money', false, false),
  ('round_refund_made', 'money', false, true),
  ('write_off_proposed', 'money', false, false);

create table public.round_deposits (
  round_id uuid not null references public.rounds (id) on delete restrict,
  producer_id uuid not null references public.producers (id) on delete restrict,
  amount bigint not null check (amount between 1 and 1000000000000),
  asked_at timestamptz not null default now(),
  primary key (round_id, producer_id)
);
comment on table public.round_deposits is 'What a member was asked to pay ahead when pledges closed; it never changes.';
create index round_deposits_producer on public.round_deposits (producer_id);
create trigger round_deposits_append_only before update or delete on public.round_deposits for each row execute function private.refuse_change();

create table public.round_refunds (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  producer_id uuid not null references public.producers (id) on delete restrict,
  amount bigint not null check (amount between 1 and 1000000000000),
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  state public.refund_state not null default 'pending',
  requested_by uuid,
  created_at timestamptz not null default now(),
  settled_by uuid,
  settled_at timestamptz,
  check ((state = 'pending') = (settled_at is null))
);
comment on table public.round_refunds is 'Money on its way back to a member. Pending it is promised; a coordinator confirms that it was sent, and only then it is booked.';
create index round_refunds_round on public.round_refunds (round_id, producer_id);
create index round_refunds_producer on public.round_refunds (producer_id);

alter table public.round_costs add column paid_on date;
comment on column public.round_costs.paid_on is 'When the cluster paid it; null while it still owes it.';
grant select (paid_on) on public.round_costs to authenticated;

alter table public.round_deposits enable row level security;
create policy "the member and the coordinators read a deposit" on public.round_deposits for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_round(round_id));
grant select on public.round_deposits to authenticated;
alter table public.round_refunds enable row level security;
create policy "the member and the coordinators read what is sent back" on public.round_refunds for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_round(round_id));
grant select (id, round_id, producer_id, amount, reason, state, created_at, settled_at) on public.round_refunds to authenticated;

-- Sums and words ----------------------------------------------------------------------------------

-- What a member owes for a round in minor units; below 0 it has paid ahead.
create function private.round_owed(p_round uuid, p_producer uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select -coalesce(sum(e.amount), 0)::bigint from public.ledger_accounts a join public.ledger_entries e on e.account_id = a.id
  where a.producer_id = p_producer and a.kind = 'owed_to_cluster' and e.round_id = p_round
$$;

-- What arrived from a member, less what was sent back.
create function private.round_paid(p_round uuid, p_producer uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select (coalesce((select sum(p.confirmed_amount) from public.round_payments p where p.round_id = p_round and p.producer_id = p_producer and p.state = 'confirmed'), 0)
    - coalesce((select sum(r.amount) from public.round_refunds r where r.round_id = p_round and r.producer_id = p_producer and r.state = 'succeeded'), 0))::bigint
$$;

-- Of what a member has too much, what is not promised back yet.
create function private.round_free_credit(p_round uuid, p_producer uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select greatest(0, -private.round_owed(p_round, p_producer)
    - coalesce((select sum(r.amount) from public.round_refunds r where r.round_id = p_round and r.producer_id = p_producer and r.state = 'pending'), 0))::bigint
$$;

-- A line of the member's book and its mirror in the cluster's: debit `p_amount` of what the member owes.
create function private.member_lines(r public.rounds, p_producer uuid, p_amount bigint, p_member_other text, p_cluster_other text) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_array(
    private.ledger_line('producer', p_producer, 'owed_to_cluster', p_amount),
    private.ledger_line('producer', p_producer, p_member_other, -p_amount),
    private.ledger_line('cluster', r.cluster_id, 'members_receivable', -p_amount),
    private.ledger_line('cluster', r.cluster_id, p_cluster_other, p_amount))
$$;
comment on function private.member_lines is 'p_amount > 0 lowers what the member owes (it paid, or its debt was written off), < 0 raises it.';

create function private.tell_round_member(p_round uuid, p_producer uuid, p_kind text, p_data jsonb) returns void
language sql security definer set search_path = '' as $$
  select private.notify_producer(p_producer, p_kind, jsonb_strip_nulls(p_data) || jsonb_build_object('roundId', r.id, 'title', r.title,
    'cluster', k.name, 'currency', r.currency)) from public.rounds r join public.clusters k on k.id = r.cluster_id where r.id = p_round
$$;

-- Nobody answers for the cluster about their own workshop's money.
create function private.require_not_own(p_producer uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.is_producer_member(p_producer) then raise exception 'own_payment' using errcode = 'PT403'; end if;
end $$;

-- Whoever books for a round does not wait for other members, only for the steps of the round itself.
create function private.share_round(p_round uuid) returns public.rounds
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  select * into r from public.rounds where id = p_round for share;
  if r.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  return r;
end $$;

-- Members of the round's money: whoever pledged, got something, or paid.
create function private.round_members(p_round uuid) returns table (producer_id uuid)
language sql stable security definer set search_path = '' as $$
  select p.producer_id from public.pledges p where p.round_id = p_round and p.firm + p.tolerance > 0
  union select s.producer_id from public.settlements s where s.round_id = p_round
  union select d.producer_id from public.round_deposits d where d.round_id = p_round
  union select y.producer_id from public.round_payments y where y.round_id = p_round
$$;

-- Deposits ----------------------------------------------------------------------------------------

-- What the firm pledges would cost: at the indicative price for what all pledged, else at the reference price.
create function private.round_expected(p_round uuid, p_producer uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(private.lot_amount(p.firm, coalesce(
      (select t.unit_amount from public.lot_tiers t where t.lot_id = l.id
        and t.min_quantity <= (select sum(x.firm) from public.pledges x where x.lot_id = l.id) order by t.min_quantity desc limit 1),
      l.reference_amount, 0), l.decimals)), 0)::bigint
  from public.pledges p join public.lots l on l.id = p.lot_id where p.round_id = p_round and p.producer_id = p_producer and p.firm > 0
$$;

-- Called when pledges close: the amount is fixed then, and each member is told once.
create function private.ask_deposits(p_round uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
  one record;
begin
  select * into strict r from public.rounds where id = p_round;
  if r.deposit_bp = 0 then return; end if;
  for one in
    insert into public.round_deposits (round_id, producer_id, amount)
    select p_round, x.producer_id, x.amount from (
      select p.producer_id, private.share_bp(private.round_expected(p_round, p.producer_id), r.deposit_bp) as amount
      from public.pledges p where p.round_id = p_round and p.firm > 0 group by p.producer_id order by p.producer_id) x
    where x.amount > 0 on conflict do nothing returning producer_id, amount
  loop
    perform private.tell_round_member(p_round, one.producer_id, 'round_deposit', jsonb_build_object('amount', one.amount));
  end loop;
end $$;

-- Where the cluster takes money -------------------------------------------------------------------

create function public.save_cluster_account(p_id uuid, p_cluster uuid, p_input jsonb, p_replaces uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not private.coordinates_cluster(p_cluster) then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.claim_id(p_id);
  if exists (select 1 from public.payment_accounts a where a.id = p_id and a.cluster_id = p_cluster) then return p_id; end if;
  if exists (select 1 from public.payment_accounts a where a.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if (select count(*) from public.payment_accounts a where a.cluster_id = p_cluster and a.active) >= 20 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  insert into public.payment_accounts (id, cluster_id, method, currency, holder, bank, iban, account_number, bic, phone, network)
  values (p_id, p_cluster, (p_input ->> 'method')::public.payment_method, p_input ->> 'currency', btrim(p_input ->> 'holder'),
    btrim(coalesce(p_input ->> 'bank', '')), nullif(upper(regexp_replace(p_input ->> 'iban', '\s', '', 'g')), ''),
    nullif(btrim(p_input ->> 'accountNumber'), ''), nullif(upper(btrim(p_input ->> 'bic')), ''), nullif(btrim(p_input ->> 'phone'), ''),
    btrim(coalesce(p_input ->> 'network', '')));
  if p_replaces is not null then
    update public.payment_accounts set active = false where id = p_replaces and cluster_id = p_cluster and active;
    if not found then raise exception 'conflict' using errcode = 'PT409'; end if;
  end if;
  perform private.record_event('cluster', p_cluster, 'cluster.payment_account_saved', p_cluster => p_cluster,
    p_data => jsonb_build_object('method', p_input ->> 'method', 'currency', p_input ->> 'currency'));
  return p_id;
end $$;
comment on function public.save_cluster_account is 'As save_payment_account: an account never changes, p_replaces retires the old one.';
grant execute on function public.save_cluster_account(uuid, uuid, jsonb, uuid) to authenticated;

create function public.retire_cluster_account(p_account uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  a public.payment_accounts;
begin
  perform private.require_active_user();
  select * into a from public.payment_accounts where id = p_account for update;
  if a.id is null or a.cluster_id is null or not private.coordinates_cluster(a.cluster_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if not a.active then return; end if;
  update public.payment_accounts set active = false where id = p_account;
  perform private.record_event('cluster', a.cluster_id, 'cluster.payment_account_retired', p_cluster => a.cluster_id,
    p_data => jsonb_build_object('method', a.method, 'currency', a.currency));
end $$;
grant execute on function public.retire_cluster_account(uuid) to authenticated;

create function private.cluster_accounts(p_cluster uuid, p_currency text default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.payment_account_view(a) order by a.method, a.created_at), '[]') from public.payment_accounts a
  where a.cluster_id = p_cluster and a.active and (p_currency is null or a.currency = p_currency)
$$;

-- Money back --------------------------------------------------------------------------------------

create function private.add_round_refund(p_id uuid, r public.rounds, p_producer uuid, p_amount bigint, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.round_refunds (id, round_id, producer_id, amount, reason, requested_by)
  values (p_id, r.id, p_producer, p_amount, btrim(p_reason), auth.uid());
  perform private.record_event('round', r.id, 'round.refund_planned', p_reason => p_reason, p_producer => p_producer, p_cluster => r.cluster_id,
    p_data => jsonb_build_object('name', r.title, 'amount', p_amount, 'currency', r.currency));
end $$;

-- A cancelled round keeps nobody's money: each member's is planned to go back.
create function private.refund_round(p_round uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
  one uuid;
  amount bigint;
begin
  select * into strict r from public.rounds where id = p_round;
  if r.state <> 'cancelled' then return; end if;
  for one in select m.producer_id from private.round_members(p_round) m order by 1 loop
    amount := private.round_free_credit(p_round, one);
    if amount > 0 then perform private.add_round_refund(gen_random_uuid(), r, one, amount, r.reason); end if;
  end loop;
end $$;

create function public.plan_round_refund(p_id uuid, p_round uuid, p_producer uuid, p_amount bigint, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(p_round);
begin
  if exists (select 1 from public.round_refunds x where x.id = p_id and x.round_id = p_round and x.producer_id = p_producer) then return; end if;
  perform private.claim_id(p_id);
  if exists (select 1 from public.round_refunds x where x.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  perform private.require_not_own(p_producer);
  perform private.require_reason(p_reason);
  if p_amount is null or p_amount < 1 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  if p_amount > private.round_free_credit(p_round, p_producer) then raise exception 'refund_too_much' using errcode = 'PT409'; end if;
  perform private.add_round_refund(p_id, r, p_producer, p_amount, p_reason);
end $$;
grant execute on function public.plan_round_refund(uuid, uuid, uuid, bigint, text) to authenticated;

-- p_sent: the money has gone back, and is booked; else it is not sent after all, with a reason.
create function public.settle_round_refund(p_refund uuid, p_sent boolean, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  x public.round_refunds;
  r public.rounds;
begin
  select * into x from public.round_refunds where id = p_refund;
  r := private.require_round_coordinator(x.round_id);
  select * into strict x from public.round_refunds where id = p_refund for update;
  if x.state = (case when p_sent then 'succeeded' else 'failed' end)::public.refund_state then return; end if;
  if x.state <> 'pending' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.require_not_own(x.producer_id);
  if not p_sent then
    if r.state = 'cancelled' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
    perform private.require_reason(p_reason);
  end if;
  update public.round_refunds set state = (case when p_sent then 'succeeded' else 'failed' end)::public.refund_state, settled_at = clock_timestamp(),
    settled_by = auth.uid() where id = x.id;
  if p_sent then
    perform private.post_journal('round_refund', 'round_refund:' || x.id, r.currency, private.member_lines(r, x.producer_id, -x.amount, 'bank', 'bank'),
      p_memo => r.title, p_round => r.id);
    perform private.tell_round_member(r.id, x.producer_id, 'round_refund_made', jsonb_build_object('amount', x.amount, 'reason', x.reason));
  end if;
  perform private.record_event('round', r.id, case when p_sent then 'round.refund_sent' else 'round.refund_dropped' end, p_reason => p_reason,
    p_producer => x.producer_id, p_cluster => r.cluster_id, p_data => jsonb_build_object('name', r.title, 'amount', x.amount, 'currency', r.currency));
end $$;
grant execute on function public.settle_round_refund(uuid, boolean, text) to authenticated;
