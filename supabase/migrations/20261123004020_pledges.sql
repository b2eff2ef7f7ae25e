-- Pledges: what each member takes for certain, what it could take more, and up to which price. The log is append-only;
-- `pledges` is what the log says now, and a test replays it.

create table public.pledge_entries (
  id bigint generated always as identity primary key,
  lot_id uuid not null,
  round_id uuid not null,
  producer_id uuid not null references public.producers (id) on delete restrict,
  firm bigint not null check (firm between 0 and 100000000000),
  tolerance bigint not null default 0 check (tolerance between 0 and 100000000000),
  ceiling_amount bigint check (ceiling_amount between 1 and 1000000000000),
  form_id uuid not null unique,
  actor uuid,
  on_behalf boolean not null default false,
  at timestamptz not null default clock_timestamp(),
  foreign key (lot_id, round_id) references public.lots (id, round_id) on delete restrict
);
comment on table public.pledge_entries is 'Steps of the lot''s unit. ceiling_amount: minor units for one whole unit, all costs known at the award included. on_behalf: a coordinator entered it for a member without a phone.';
create index pledge_entries_member on public.pledge_entries (lot_id, producer_id, id);
create index pledge_entries_round on public.pledge_entries (round_id);
create index pledge_entries_producer on public.pledge_entries (producer_id);
create trigger pledge_entries_append_only before update or delete on public.pledge_entries for each row execute function private.refuse_change();
create trigger pledge_entries_no_truncate before truncate on public.pledge_entries for each statement execute function private.refuse_change();

create table public.pledges (
  lot_id uuid not null,
  round_id uuid not null,
  producer_id uuid not null references public.producers (id) on delete restrict,
  firm bigint not null check (firm >= 0),
  tolerance bigint not null check (tolerance >= 0),
  ceiling_amount bigint,
  queue jsonb not null default '[]' check (jsonb_typeof(queue) = 'array'),
  tolerance_queue jsonb not null default '[]' check (jsonb_typeof(tolerance_queue) = 'array'),
  committed_at timestamptz not null,
  last_entry bigint not null references public.pledge_entries (id) on delete restrict,
  primary key (lot_id, producer_id),
  foreign key (lot_id, round_id) references public.lots (id, round_id) on delete restrict
);
comment on table public.pledges is
  'queue: slices [{at, quantity}] of the firm quantity, oldest first; an increase adds one, a decrease takes from the newest. committed_at: of the newest slice that remains, of the tolerance where nothing is firm.';
create index pledges_round on public.pledges (round_id, producer_id);
create index pledges_producer on public.pledges (producer_id);

alter table public.pledge_entries enable row level security;
create policy "a member reads its own log, coordinators their cluster's" on public.pledge_entries for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_round(round_id));
grant select (id, lot_id, round_id, producer_id, firm, tolerance, ceiling_amount, on_behalf, at) on public.pledge_entries to authenticated;

alter table public.pledges enable row level security;
create policy "a member reads its own pledges, coordinators their cluster's" on public.pledges for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_round(round_id));
grant select on public.pledges to authenticated;
