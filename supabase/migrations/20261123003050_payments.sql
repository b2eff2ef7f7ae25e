-- Payments: what was announced, proved, confirmed, refunded and paid out. Money moves in the ledger when it is confirmed.

create type public.payment_purpose as enum ('deposit', 'balance', 'sample', 'other');
create type public.payment_state as enum ('pending', 'proof_sent', 'confirmed', 'rejected', 'failed', 'cancelled');
create type public.refund_state as enum ('pending', 'succeeded', 'failed');
create type public.payout_state as enum ('pending', 'sent', 'paid', 'failed');

create table public.payment_accounts (
  id uuid primary key default gen_random_uuid(),
  producer_id uuid references public.producers (id) on delete cascade,
  cluster_id uuid references public.clusters (id) on delete cascade,
  method public.payment_method not null check (method <> 'card'),
  currency text not null references public.currencies (code),
  holder text not null check (length(btrim(holder)) between 2 and 120),
  bank text not null default '' check (length(bank) <= 120),
  iban text check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}$'),
  account_number text check (length(btrim(account_number)) between 4 and 40),
  bic text check (bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
  phone text check (phone ~ '^\+[0-9]{7,15}$'),
  network text not null default '' check (length(network) <= 60),
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (num_nonnulls(producer_id, cluster_id) = 1),
  check (method <> 'bank_transfer' or num_nonnulls(iban, account_number) >= 1),
  check (method <> 'mobile_money' or phone is not null)
);
comment on table public.payment_accounts is 'Where a producer takes money, or a cluster for joint purchases. Private: who has to pay sees it, through functions.';
create index payment_accounts_producer on public.payment_accounts (producer_id) where producer_id is not null;
create index payment_accounts_cluster on public.payment_accounts (cluster_id) where cluster_id is not null;

create table public.payments (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id) on delete restrict,
  purpose public.payment_purpose not null,
  method public.payment_method not null,
  state public.payment_state not null default 'pending',
  reference text not null unique check (reference ~ '^[A-Z0-9-]{6,30}$'),
  currency text not null references public.currencies (code),
  amount bigint not null check (amount between 1 and 1000000000000000),
  confirmed_amount bigint check (confirmed_amount between 1 and 1000000000000000),
  account_id uuid references public.payment_accounts (id) on delete set null,
  proof_file_id uuid references public.files (id) on delete set null,
  paid_on date,
  note text not null default '' check (length(note) <= 1000),
  reason text check (length(reason) <= 1000),
  provider_ref text unique,
  fee_amount bigint not null default 0 check (fee_amount >= 0),
  held_by_operator boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  confirmed_at timestamptz,
  check ((state = 'confirmed') = (confirmed_amount is not null and confirmed_at is not null)),
  check (method = 'card' or provider_ref is null)
);
comment on table public.payments is
  'amount is what was announced, confirmed_amount what arrived; minor units. provider_ref: Stripe''s PaymentIntent. held_by_operator: the money lies with the operator and reaches the producer by a payout.';
create index payments_order on public.payments (order_id, created_at, id);
create index payments_account on public.payments (account_id) where account_id is not null;
create index payments_proof on public.payments (proof_file_id) where proof_file_id is not null;
create index payments_open on public.payments (created_at) where state in ('pending', 'proof_sent');

create table public.refunds (
  id uuid primary key default gen_random_uuid(),
  payment_id uuid not null references public.payments (id) on delete restrict,
  order_id uuid not null references public.orders (id) on delete restrict,
  state public.refund_state not null default 'pending',
  amount bigint not null check (amount between 1 and 1000000000000000),
  reason text not null check (length(btrim(reason)) between 3 and 1000),
  provider_ref text unique,
  proof_file_id uuid references public.files (id) on delete set null,
  requested_by uuid,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  check ((state = 'pending') = (settled_at is null))
);
create index refunds_payment on public.refunds (payment_id);
create index refunds_order on public.refunds (order_id, created_at);
create index refunds_proof on public.refunds (proof_file_id) where proof_file_id is not null;

create table public.payouts (
  id uuid primary key default gen_random_uuid(),
  producer_id uuid not null references public.producers (id) on delete restrict,
  state public.payout_state not null default 'pending',
  method public.payment_method not null,
  currency text not null references public.currencies (code),
  amount bigint not null check (amount between 1 and 1000000000000000),
  account_id uuid references public.payment_accounts (id) on delete set null,
  provider_ref text unique,
  reason text check (length(reason) <= 1000),
  journal_id uuid references public.ledger_journals (id) on delete restrict,
  created_by uuid,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  check ((state in ('paid', 'failed')) = (settled_at is not null))
);
comment on table public.payouts is 'Booked when it is made, so that it cannot be made twice; a failed one is reversed.';
create index payouts_producer on public.payouts (producer_id, created_at desc, id);
create index payouts_account on public.payouts (account_id) where account_id is not null;
create index payouts_open on public.payouts (created_at) where state in ('pending', 'sent');

create table public.statement_imports (
  id uuid primary key default gen_random_uuid(),
  producer_id uuid references public.producers (id) on delete cascade,
  cluster_id uuid references public.clusters (id) on delete cascade,
  format text not null check (format in ('csv', 'camt053')),
  file_name text not null check (length(file_name) between 1 and 160),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  line_count integer not null check (line_count >= 0),
  created_by uuid,
  created_at timestamptz not null default now(),
  check ((producer_id is null) <> (cluster_id is null))
);
create index statement_imports_producer on public.statement_imports (producer_id, created_at desc);
create index statement_imports_cluster on public.statement_imports (cluster_id) where cluster_id is not null;

create table public.statement_lines (
  id uuid primary key default gen_random_uuid(),
  import_id uuid not null references public.statement_imports (id) on delete cascade,
  producer_id uuid references public.producers (id) on delete cascade,
  cluster_id uuid references public.clusters (id) on delete cascade,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  booked_on date not null,
  amount bigint not null check (amount <> 0),
  currency text not null references public.currencies (code),
  counterparty text not null default '' check (length(counterparty) <= 300),
  remittance text not null default '' check (length(remittance) <= 1000),
  bank_reference text not null default '' check (length(bank_reference) <= 120),
  payment_id uuid unique references public.payments (id) on delete set null,
  ignored boolean not null default false,
  created_at timestamptz not null default now(),
  unique (producer_id, fingerprint),
  unique (cluster_id, fingerprint),
  check ((producer_id is null) <> (cluster_id is null))
);
comment on table public.statement_lines is 'Of a producer''s bank, or of a cluster''s, where members pay for joint purchases. Credits are positive. fingerprint: SHA-256 over the line''s facts, so that a statement imported twice adds nothing.';
create index statement_lines_import on public.statement_lines (import_id, booked_on, id);
create index statement_lines_open on public.statement_lines (producer_id, booked_on) where payment_id is null and not ignored;

create table public.stripe_accounts (
  producer_id uuid primary key references public.producers (id) on delete cascade,
  account_id text not null unique check (account_id ~ '^acct_[A-Za-z0-9_]+$'),
  charges_enabled boolean not null default false,
  payouts_enabled boolean not null default false,
  updated_at timestamptz not null default now()
);

create table private.stripe_events (
  id text primary key check (id ~ '^evt_[A-Za-z0-9_]+$'),
  type text not null,
  created timestamptz not null,
  payload jsonb not null,
  received_at timestamptz not null default now(),
  processed_at timestamptz,
  failure text
);
comment on table private.stripe_events is 'Each message of Stripe once, whatever the order and however often it comes.';
create index stripe_events_open on private.stripe_events (received_at) where processed_at is null;
alter table private.stripe_events enable row level security;

create trigger payment_accounts_touch before update on public.payment_accounts for each row execute function private.touch_updated_at();
create trigger payments_touch before update on public.payments for each row execute function private.touch_updated_at();
create trigger stripe_accounts_touch before update on public.stripe_accounts for each row execute function private.touch_updated_at();

-- A confirmed or refused payment stays so; what went wrong afterwards is a refund.
create function private.keep_settled_payment() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.state in ('confirmed', 'rejected', 'failed', 'cancelled') and (to_jsonb(new) - '{updated_at,proof_file_id,account_id}'::text[])
      is distinct from (to_jsonb(old) - '{updated_at,proof_file_id,account_id}'::text[])
      -- A late success of a card wins over a failure or a cancellation that came first.
      and not (old.method = 'card' and old.state in ('failed', 'cancelled') and new.state = 'confirmed') then
    raise exception 'append_only' using errcode = 'PT409';
  end if;
  return new;
end $$;
create trigger payments_keep before update on public.payments for each row execute function private.keep_settled_payment();

-- What came back never exceeds what arrived.
create function private.check_refunds() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if (select coalesce(sum(r.amount), 0) from public.refunds r where r.payment_id = new.payment_id and r.state <> 'failed')
      > coalesce((select p.confirmed_amount from public.payments p where p.id = new.payment_id), 0) then
    raise exception 'refund_too_much' using errcode = 'PT409';
  end if;
  return null;
end $$;
create constraint trigger refunds_within after insert or update on public.refunds
  deferrable initially immediate for each row execute function private.check_refunds();

-- What an order owes and got, minor units of its currency; what was credited is owed no more. paid: confirmed less refunded; a pending refund still counts as paid.
create function private.order_money(p_order uuid) returns table (total bigint, deposit bigint, paid bigint, refunded bigint, outstanding bigint, deposit_outstanding bigint)
language sql stable security definer set search_path = '' as $$
  select o.total_amount, o.deposit_amount, s.came - s.went, s.went, o.total_amount - o.credited_amount - (s.came - s.went),
    greatest(0, least(o.deposit_amount, o.total_amount - o.credited_amount) - (s.came - s.went))
  from public.orders o, lateral (
    select coalesce((select sum(p.confirmed_amount) from public.payments p where p.order_id = o.id and p.state = 'confirmed'), 0)::bigint as came,
      coalesce((select sum(r.amount) from public.refunds r where r.order_id = o.id and r.state = 'succeeded'), 0)::bigint as went) s
  where o.id = p_order
$$;

alter table public.payment_accounts enable row level security;
create policy "members and coordinators read where their producer takes money" on public.payment_accounts for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_producer(producer_id));
grant select on public.payment_accounts to authenticated;

alter table public.payments enable row level security;
create policy "both sides read payments" on public.payments for select to authenticated
  using (private.sees_order_as_buyer(order_id) or private.sees_order_as_producer(order_id));
grant select (id, order_id, purpose, method, state, reference, currency, amount, confirmed_amount, account_id, proof_file_id, paid_on, note, reason,
  held_by_operator, created_at, confirmed_at) on public.payments to authenticated;

alter table public.refunds enable row level security;
create policy "both sides read refunds" on public.refunds for select to authenticated
  using (private.sees_order_as_buyer(order_id) or private.sees_order_as_producer(order_id));
grant select (id, payment_id, order_id, state, amount, reason, proof_file_id, created_at, settled_at) on public.refunds to authenticated;

alter table public.payouts enable row level security;
create policy "the producer and operators read payouts" on public.payouts for select to authenticated
  using ((select private.is_operator()) or private.is_producer_member(producer_id) or private.coordinates_producer(producer_id));
grant select (id, producer_id, state, method, currency, amount, account_id, reason, created_at, settled_at) on public.payouts to authenticated;

alter table public.statement_imports enable row level security;
create policy "members read their statements" on public.statement_imports for select to authenticated using (private.is_producer_member(producer_id));
grant select (id, producer_id, format, file_name, line_count, created_at) on public.statement_imports to authenticated;
alter table public.statement_lines enable row level security;
create policy "members read their statement lines" on public.statement_lines for select to authenticated using (private.is_producer_member(producer_id));
grant select (id, import_id, producer_id, booked_on, amount, currency, counterparty, remittance, bank_reference, payment_id, ignored, created_at)
  on public.statement_lines to authenticated;

alter table public.stripe_accounts enable row level security;
create policy "members read their card account" on public.stripe_accounts for select to authenticated
  using (private.is_producer_member(producer_id) or (select private.is_operator()));
grant select on public.stripe_accounts to authenticated;

-- The operator's terms for money, frozen into each order at acceptance.
alter table public.site_settings
  add column commission_bp integer not null default 0 check (commission_bp between 0 and 5000),
  add column commission_tax_bp integer not null default 0 check (commission_tax_bp between 0 and 10000);
comment on column public.site_settings.commission_bp is 'Basis points of an order''s total that the operator takes; commission_tax_bp is the tax on that.';
grant select (commission_bp, commission_tax_bp) on public.site_settings to anon, authenticated;
grant update (commission_bp, commission_tax_bp) on public.site_settings to authenticated;
