-- The award: which supplier sells how much of which lot; and the allocation: which member gets how much, and why.

create type public.award_method as enum ('optimum', 'single_supplier', 'cheapest_per_lot', 'manual');
create type public.allocation_basis as enum ('award', 'delivery');
create type public.challenge_state as enum ('open', 'upheld', 'dismissed');

create table public.awards (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  version smallint not null check (version >= 1),
  method public.award_method not null,
  reason text check (length(reason) <= 2000),
  goods_amount bigint not null check (goods_amount >= 0),
  freight_amount bigint not null check (freight_amount >= 0),
  total_amount bigint not null check (total_amount = goods_amount + freight_amount),
  optimum_amount bigint not null check (optimum_amount >= 0),
  model jsonb not null,
  decided_by uuid,
  decided_at timestamptz not null default now(),
  unique (round_id, version),
  check (method = 'optimum' or length(btrim(reason)) >= 3)
);
comment on table public.awards is 'Minor units of the round''s currency at its frozen rates. model: what was worked out from (bids, demand, ceilings, who left), so that anybody can work it out again. The highest version counts; a challenge that was upheld makes another.';

create table public.award_suppliers (
  award_id uuid not null references public.awards (id) on delete restrict,
  supplier_id uuid not null references public.suppliers (id) on delete restrict,
  bid_id uuid not null references public.bids (id) on delete restrict,
  currency text not null references public.currencies (code),
  bid_freight_fixed_amount bigint not null check (bid_freight_fixed_amount >= 0),
  freight_fixed_amount bigint not null check (freight_fixed_amount >= 0),
  primary key (award_id, supplier_id)
);
create index award_suppliers_supplier on public.award_suppliers (supplier_id);

create table public.award_lines (
  id uuid primary key default gen_random_uuid(),
  award_id uuid not null references public.awards (id) on delete restrict,
  lot_id uuid not null references public.lots (id) on delete restrict,
  supplier_id uuid not null references public.suppliers (id) on delete restrict,
  bid_line_id uuid not null references public.bid_lines (id) on delete restrict,
  quantity bigint not null check (quantity >= 1),
  unit_amount bigint not null check (unit_amount >= 1),
  bid_goods_amount bigint not null check (bid_goods_amount >= 0),
  bid_freight_amount bigint not null check (bid_freight_amount >= 0),
  goods_amount bigint not null check (goods_amount >= 0),
  freight_amount bigint not null check (freight_amount >= 0),
  unique (award_id, lot_id, supplier_id)
);
comment on table public.award_lines is 'unit_amount and bid_… in the bid''s currency; goods_amount and freight_amount (per-unit freight) in the round''s.';
create index award_lines_lot on public.award_lines (lot_id);

create table public.award_lots (
  award_id uuid not null references public.awards (id) on delete restrict,
  lot_id uuid not null references public.lots (id) on delete restrict,
  quantity bigint not null check (quantity >= 0),
  outcome text not null check (outcome in ('awarded', 'short', 'failed')),
  reason jsonb not null default '{}',
  primary key (award_id, lot_id),
  check ((outcome = 'failed') = (quantity = 0))
);

create table public.allocation_runs (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  award_id uuid not null references public.awards (id) on delete restrict,
  basis public.allocation_basis not null,
  version smallint not null check (version >= 1),
  made_by uuid,
  made_at timestamptz not null default now(),
  unique (round_id, version)
);
comment on table public.allocation_runs is 'Worked out at the award and again after each delivery that differs; the highest version counts.';
create index allocation_runs_award on public.allocation_runs (award_id);

create table public.allocations (
  run_id uuid not null references public.allocation_runs (id) on delete restrict,
  lot_id uuid not null references public.lots (id) on delete restrict,
  producer_id uuid not null references public.producers (id) on delete restrict,
  firm bigint not null check (firm >= 0),
  tolerance bigint not null check (tolerance >= 0),
  quantity bigint not null check (quantity between 0 and firm + tolerance),
  goods_amount bigint not null check (goods_amount >= 0),
  freight_amount bigint not null check (freight_amount >= 0),
  reason jsonb not null,
  primary key (run_id, lot_id, producer_id)
);
comment on table public.allocations is 'Minor units of the round''s currency. reason: {code, …numbers} from which the sentence for the member is made.';
create index allocations_producer on public.allocations (producer_id);
create index allocations_lot on public.allocations (lot_id);

create table public.round_challenges (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  round_supplier_id uuid not null unique references public.round_suppliers (id) on delete restrict,
  text text not null check (length(btrim(text)) between 10 and 3000),
  state public.challenge_state not null default 'open',
  answer text check (length(btrim(answer)) between 3 and 3000),
  answered_by uuid,
  made_at timestamptz not null default now(),
  answered_at timestamptz,
  check ((state = 'open') = (answered_at is null) and (answer is null) = (answered_at is null))
);
comment on table public.round_challenges is 'One per supplier, during the standstill; the order waits for its answer.';
create index round_challenges_round on public.round_challenges (round_id, made_at);

create trigger awards_append_only before update or delete on public.awards for each row execute function private.refuse_change();
create trigger award_suppliers_append_only before update or delete on public.award_suppliers for each row execute function private.refuse_change();
create trigger award_lines_append_only before update or delete on public.award_lines for each row execute function private.refuse_change();
create trigger award_lots_append_only before update or delete on public.award_lots for each row execute function private.refuse_change();
create trigger allocation_runs_append_only before update or delete on public.allocation_runs for each row execute function private.refuse_change();
create trigger allocations_append_only before update or delete on public.allocations for each row execute function private.refuse_change();

create function private.sees_award(p_award uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.awards a where a.id = p_award and private.sees_round(a.round_id))
$$;
create function private.coordinates_run(p_run uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.allocation_runs a where a.id = p_run and private.coordinates_round(a.round_id))
$$;
grant execute on function private.sees_award(uuid), private.coordinates_run(uuid) to anon, authenticated, service_role;

alter table public.awards enable row level security;
create policy "who sees the round sees its award" on public.awards for select to authenticated using (private.sees_round(round_id));
-- model holds the members' ceilings: functions show it to coordinators.
grant select (id, round_id, version, method, reason, goods_amount, freight_amount, total_amount, optimum_amount, decided_at) on public.awards to authenticated;
alter table public.award_suppliers enable row level security;
create policy "who sees the award sees its suppliers" on public.award_suppliers for select to authenticated using (private.sees_award(award_id));
grant select on public.award_suppliers to authenticated;
alter table public.award_lines enable row level security;
create policy "who sees the award sees its lines" on public.award_lines for select to authenticated using (private.sees_award(award_id));
grant select on public.award_lines to authenticated;
alter table public.award_lots enable row level security;
create policy "who sees the award sees its lots" on public.award_lots for select to authenticated using (private.sees_award(award_id));
grant select on public.award_lots to authenticated;
alter table public.allocation_runs enable row level security;
create policy "who sees the round sees when it was allocated" on public.allocation_runs for select to authenticated using (private.sees_round(round_id));
grant select (id, round_id, award_id, basis, version, made_at) on public.allocation_runs to authenticated;
alter table public.allocations enable row level security;
create policy "a member reads its own allocation, coordinators all" on public.allocations for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_run(run_id));
grant select on public.allocations to authenticated;
alter table public.round_challenges enable row level security;
create policy "coordinators read the challenges" on public.round_challenges for select to authenticated using (private.coordinates_round(round_id));
grant select (id, round_id, text, state, answer, made_at, answered_at) on public.round_challenges to authenticated;
