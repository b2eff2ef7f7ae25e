-- Settlement: costs beside the goods, what each member owes, how it was paid, what was written off.

create type public.cost_kind as enum ('freight', 'duty', 'bank_fee', 'storage', 'other');
create type public.write_off_state as enum ('proposed', 'approved', 'declined');

create table public.round_costs (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  kind public.cost_kind not null,
  amount bigint not null check (amount between 1 and 1000000000000),
  note text not null default '' check (length(note) <= 500),
  entered_by uuid,
  entered_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text check (length(void_reason) <= 1000),
  check ((voided_at is null) = (void_reason is null))
);
comment on table public.round_costs is 'Minor units of the round''s currency; shared by the round''s rule.';
create index round_costs_round on public.round_costs (round_id, entered_at);

create table public.settlements (
  round_id uuid not null references public.rounds (id) on delete restrict,
  producer_id uuid not null references public.producers (id) on delete restrict,
  goods_amount bigint not null check (goods_amount >= 0),
  costs_amount bigint not null check (costs_amount >= 0),
  total_amount bigint not null check (total_amount = goods_amount + costs_amount),
  reference_amount bigint check (reference_amount >= 0),
  lines jsonb not null,
  year integer not null,
  number integer not null,
  label text not null,
  settled_at timestamptz not null default now(),
  primary key (round_id, producer_id)
);
comment on table public.settlements is 'What a member pays for what it got; lines say how each amount came about. Savings = reference_amount − total_amount; null when a lot has no reference price.';
create index settlements_producer on public.settlements (producer_id);

create table public.round_payments (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  producer_id uuid not null references public.producers (id) on delete restrict,
  purpose public.payment_purpose not null check (purpose in ('deposit', 'balance')),
  method public.payment_method not null,
  state public.payment_state not null default 'pending',
  reference text not null unique check (reference ~ '^[A-Z0-9-]{6,30}$'),
  currency text not null references public.currencies (code),
  amount bigint not null check (amount between 1 and 1000000000000),
  confirmed_amount bigint check (confirmed_amount between 1 and 1000000000000),
  account_id uuid references public.payment_accounts (id) on delete set null,
  proof_file_id uuid references public.files (id) on delete set null,
  paid_on date,
  note text not null default '' check (length(note) <= 1000),
  reason text check (length(reason) <= 1000),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  confirmed_at timestamptz,
  check ((state = 'confirmed') = (confirmed_amount is not null and confirmed_at is not null))
);
comment on table public.round_payments is 'A member pays its cluster: amount is what was announced, confirmed_amount what arrived.';
-- A line of the cluster's bank is at most one payment of a member, as one of a producer's is of a buyer.
alter table public.statement_lines add column round_payment_id uuid unique references public.round_payments (id) on delete set null;
create index round_payments_member on public.round_payments (round_id, producer_id, created_at);
create index round_payments_producer on public.round_payments (producer_id);
create index round_payments_account on public.round_payments (account_id) where account_id is not null;
create index round_payments_proof on public.round_payments (proof_file_id) where proof_file_id is not null;
create index round_payments_open on public.round_payments (created_at) where state in ('pending', 'proof_sent');

create table public.supplier_payments (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  invoice_id uuid not null references public.supplier_invoices (id) on delete restrict,
  amount bigint not null check (amount between 1 and 1000000000000),
  round_amount bigint not null check (round_amount >= 1),
  method public.payment_method not null,
  paid_on date not null,
  note text not null default '' check (length(note) <= 500),
  entered_by uuid,
  entered_at timestamptz not null default now()
);
comment on table public.supplier_payments is 'amount in the invoice''s currency, round_amount in the round''s at its frozen rate.';
create index supplier_payments_round on public.supplier_payments (round_id);
create index supplier_payments_invoice on public.supplier_payments (invoice_id);

create table public.write_offs (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  producer_id uuid not null references public.producers (id) on delete restrict,
  amount bigint not null check (amount between 1 and 1000000000000),
  reason text not null check (length(btrim(reason)) between 3 and 1000),
  state public.write_off_state not null default 'proposed',
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  check (decided_by is distinct from proposed_by or decided_by is null),
  check ((state = 'proposed') = (decided_at is null) and (decided_by is null) = (decided_at is null))
);
comment on table public.write_offs is 'What a member will not pay. Two coordinators: one proposes, another decides.';
create index write_offs_round on public.write_offs (round_id, producer_id);
create index write_offs_producer on public.write_offs (producer_id);
create unique index write_offs_one_open on public.write_offs (round_id, producer_id) where state = 'proposed';

create trigger round_payments_touch before update on public.round_payments for each row execute function private.touch_updated_at();
create trigger settlements_append_only before update or delete on public.settlements for each row execute function private.refuse_change();
create trigger supplier_payments_append_only before update or delete on public.supplier_payments for each row execute function private.refuse_change();

alter table public.ledger_journals add foreign key (round_id) references public.rounds (id) on delete restrict;
alter table public.ledger_entries add foreign key (round_id) references public.rounds (id) on delete restrict;

alter table public.round_costs enable row level security;
create policy "who sees the round sees its costs" on public.round_costs for select to authenticated using (private.sees_round(round_id));
grant select (id, round_id, kind, amount, note, entered_at, voided_at, void_reason) on public.round_costs to authenticated;
alter table public.settlements enable row level security;
create policy "the member and the coordinators read a settlement" on public.settlements for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_round(round_id));
grant select on public.settlements to authenticated;
alter table public.round_payments enable row level security;
create policy "the member and the coordinators read its payments" on public.round_payments for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_round(round_id));
grant select (id, round_id, producer_id, purpose, method, state, reference, currency, amount, confirmed_amount, account_id, proof_file_id, paid_on,
  note, reason, created_at, confirmed_at) on public.round_payments to authenticated;
alter table public.supplier_payments enable row level security;
create policy "coordinators read what suppliers were paid" on public.supplier_payments for select to authenticated using (private.coordinates_round(round_id));
grant select (id, round_id, invoice_id, amount, round_amount, method, paid_on, note, entered_at) on public.supplier_payments to authenticated;
alter table public.write_offs enable row level security;
create policy "coordinators read write-offs, a member its own that were approved" on public.write_offs for select to authenticated
  using (private.coordinates_round(round_id) or (state = 'approved' and private.is_producer_member(producer_id)));
grant select (id, round_id, producer_id, amount, reason, state, proposed_at, decided_at) on public.write_offs to authenticated;
