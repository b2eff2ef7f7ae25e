-- The ledger: double entry, append-only, one set of books for every organisation and one for the operator. A balance is
-- the sum of its entries and is stored nowhere. A mistake is corrected by a journal that reverses it.

create type public.account_nature as enum ('asset', 'liability', 'income', 'expense');

create table public.ledger_account_kinds (
  key text primary key check (key ~ '^[a-z_]+$'),
  nature public.account_nature not null,
  position integer not null unique
);
comment on table public.ledger_account_kinds is 'The chart of accounts, the same in every book. Debits are positive, so assets and expenses are positive balances.';
insert into public.ledger_account_kinds (key, nature, position) values
  ('bank', 'asset', 10),                 -- bank and mobile money of the organisation itself
  ('with_operator', 'asset', 20),        -- what the operator holds for a producer
  ('card_processor', 'asset', 30),       -- operator: money at Stripe
  ('receivable', 'asset', 40),           -- producer: what buyers owe; negative = paid too much, the buyer's credit
  ('members_receivable', 'asset', 45),   -- cluster: what members owe for joint purchases; negative = paid ahead
  ('goods_on_order', 'asset', 50),       -- buyer: ordered, not yet invoiced
  ('commission_receivable', 'asset', 60),-- operator: commission that producers owe
  ('payable', 'liability', 110),         -- buyer: what it owes producers
  ('suppliers_payable', 'liability', 112), -- cluster: owed to suppliers of materials
  ('round_costs_payable', 'liability', 114), -- cluster: freight, duty, bank fees and storage of joint purchases
  ('owed_to_cluster', 'liability', 116), -- producer: its share of joint purchases; negative = paid ahead
  ('deferred_sales', 'liability', 120),  -- producer: sold, not yet invoiced
  ('sales_tax', 'liability', 130),       -- tax collected
  ('held_for_producers', 'liability', 140), -- operator: owed to producers until paid out
  ('commission_payable', 'liability', 150), -- producer: commission owed to the operator
  ('commission_tax_due', 'liability', 160), -- operator: tax on its commission
  ('sales', 'income', 210),
  ('commission_income', 'income', 220),
  ('cancellation_income', 'income', 230),   -- what is kept of a cancelled order
  ('purchases', 'expense', 310),
  ('materials', 'expense', 315),         -- producer: materials of joint purchases, with their costs
  ('commission', 'expense', 320),        -- commission and its tax, as the producer pays it
  ('processing_fees', 'expense', 330),
  ('cancellation_cost', 'expense', 340),
  ('write_off', 'expense', 350);

create table public.ledger_accounts (
  id uuid primary key default gen_random_uuid(),
  producer_id uuid references public.producers (id) on delete restrict,
  buyer_id uuid references public.buyers (id) on delete restrict,
  cluster_id uuid references public.clusters (id) on delete restrict,
  kind text not null references public.ledger_account_kinds (key),
  currency text not null references public.currencies (code),
  created_at timestamptz not null default now(),
  check (num_nonnulls(producer_id, buyer_id, cluster_id) <= 1),
  unique nulls not distinct (producer_id, buyer_id, cluster_id, kind, currency)
);
comment on table public.ledger_accounts is 'One account of one book in one currency. No owner = the operator''s book.';
create index ledger_accounts_buyer on public.ledger_accounts (buyer_id) where buyer_id is not null;
create index ledger_accounts_cluster on public.ledger_accounts (cluster_id) where cluster_id is not null;

create table public.ledger_journals (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind ~ '^[a-z_.]+$'),
  dedupe text not null unique check (length(dedupe) between 3 and 200),
  order_id uuid references public.orders (id) on delete restrict,
  round_id uuid,
  reverses uuid unique references public.ledger_journals (id) on delete restrict,
  memo text not null default '' check (length(memo) <= 300),
  actor uuid,
  at timestamptz not null default clock_timestamp(),
  check (reverses <> id)
);
comment on table public.ledger_journals is 'dedupe names the fact that was booked, so that it is booked once. round_id: a joint purchase.';
create index ledger_journals_order on public.ledger_journals (order_id, at) where order_id is not null;
create index ledger_journals_round on public.ledger_journals (round_id, at) where round_id is not null;

create table public.ledger_entries (
  id bigint generated always as identity primary key,
  journal_id uuid not null references public.ledger_journals (id) on delete restrict,
  account_id uuid not null references public.ledger_accounts (id) on delete restrict,
  order_id uuid references public.orders (id) on delete restrict,
  round_id uuid,
  amount bigint not null check (amount <> 0)
);
comment on table public.ledger_entries is 'Minor units of the account''s currency; debit positive, credit negative.';
create index ledger_entries_journal on public.ledger_entries (journal_id);
create index ledger_entries_account on public.ledger_entries (account_id, id);
create index ledger_entries_order on public.ledger_entries (order_id, account_id) where order_id is not null;
create index ledger_entries_round on public.ledger_entries (round_id, account_id) where round_id is not null;

create trigger ledger_journals_append_only before update or delete on public.ledger_journals for each row execute function private.refuse_change();
create trigger ledger_journals_no_truncate before truncate on public.ledger_journals for each statement execute function private.refuse_change();
create trigger ledger_entries_append_only before update or delete on public.ledger_entries for each row execute function private.refuse_change();
create trigger ledger_entries_no_truncate before truncate on public.ledger_entries for each statement execute function private.refuse_change();
create trigger ledger_accounts_fixed before update or delete on public.ledger_accounts for each row execute function private.refuse_change();

-- Every book balances in every currency, looked at when the transaction ends. Only a mistake of ours gets here, so there is
-- no sentence for a person: it is an unknown error with a request id.
create function private.check_journal() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  p_journal constant uuid := (to_jsonb(new) ->> case tg_table_name when 'ledger_journals' then 'id' else 'journal_id' end)::uuid;
begin
  if not exists (select 1 from public.ledger_entries e where e.journal_id = p_journal) then
    raise exception 'journal % has no entries', p_journal;
  end if;
  if exists (
    select 1 from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
    where e.journal_id = p_journal
    group by a.producer_id, a.buyer_id, a.cluster_id, a.currency having sum(e.amount) <> 0) then
    raise exception 'journal % does not balance', p_journal;
  end if;
  return null;
end $$;
create constraint trigger ledger_entries_balance after insert on public.ledger_entries
  deferrable initially deferred for each row execute function private.check_journal();
create constraint trigger ledger_journals_filled after insert on public.ledger_journals
  deferrable initially deferred for each row execute function private.check_journal();

create function private.ledger_account(p_producer uuid, p_buyer uuid, p_cluster uuid, p_kind text, p_currency text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  found_id uuid;
begin
  select a.id into found_id from public.ledger_accounts a
  where a.producer_id is not distinct from p_producer and a.buyer_id is not distinct from p_buyer and a.cluster_id is not distinct from p_cluster
    and a.kind = p_kind and a.currency = p_currency;
  if found_id is not null then return found_id; end if;
  insert into public.ledger_accounts (producer_id, buyer_id, cluster_id, kind, currency)
  values (p_producer, p_buyer, p_cluster, p_kind, p_currency)
  on conflict (producer_id, buyer_id, cluster_id, kind, currency) do nothing returning id into found_id;
  if found_id is null then
    select a.id into found_id from public.ledger_accounts a
    where a.producer_id is not distinct from p_producer and a.buyer_id is not distinct from p_buyer and a.cluster_id is not distinct from p_cluster
      and a.kind = p_kind and a.currency = p_currency;
  end if;
  return found_id;
end $$;

-- p_lines: [{"producer"|"buyer"|"cluster": id (none = the operator), "account": kind, "amount": debit > 0}]. A second call
-- with the same p_dedupe books nothing and answers the first journal. Lines of 0 are left out; all of 0 books nothing (null).
create function private.post_journal(p_kind text, p_dedupe text, p_currency text, p_lines jsonb, p_order uuid default null,
  p_memo text default '', p_reverses uuid default null, p_round uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  made uuid;
begin
  if not exists (select 1 from jsonb_array_elements(p_lines) l where (l ->> 'amount')::bigint <> 0) then return null; end if;
  insert into public.ledger_journals (kind, dedupe, order_id, round_id, memo, actor, reverses)
  values (p_kind, p_dedupe, p_order, p_round, coalesce(p_memo, ''), auth.uid(), p_reverses)
  on conflict (dedupe) do nothing returning id into made;
  if made is null then
    return (select j.id from public.ledger_journals j where j.dedupe = p_dedupe);
  end if;
  insert into public.ledger_entries (journal_id, account_id, order_id, round_id, amount)
  select made, private.ledger_account((l ->> 'producer')::uuid, (l ->> 'buyer')::uuid, (l ->> 'cluster')::uuid, l ->> 'account', p_currency),
    p_order, p_round, (l ->> 'amount')::bigint
  from jsonb_array_elements(p_lines) l where (l ->> 'amount')::bigint <> 0;
  return made;
end $$;

create function private.reverse_journal(p_journal uuid, p_kind text, p_memo text default '') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  j public.ledger_journals;
  made uuid;
begin
  select * into strict j from public.ledger_journals where id = p_journal;
  insert into public.ledger_journals (kind, dedupe, order_id, round_id, memo, actor, reverses)
  values (p_kind, 'reverse:' || p_journal, j.order_id, j.round_id, coalesce(p_memo, ''), auth.uid(), p_journal)
  on conflict (dedupe) do nothing returning id into made;
  if made is null then return (select r.id from public.ledger_journals r where r.reverses = p_journal); end if;
  insert into public.ledger_entries (journal_id, account_id, order_id, round_id, amount)
  select made, e.account_id, e.order_id, e.round_id, -e.amount from public.ledger_entries e where e.journal_id = p_journal order by e.id;
  return made;
end $$;

-- Minor units; debit positive.
create function private.balance_of(p_producer uuid, p_buyer uuid, p_cluster uuid, p_kind text, p_currency text, p_order uuid default null,
  p_round uuid default null)
returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(e.amount), 0)::bigint from public.ledger_accounts a join public.ledger_entries e on e.account_id = a.id
  where a.producer_id is not distinct from p_producer and a.buyer_id is not distinct from p_buyer and a.cluster_id is not distinct from p_cluster
    and a.kind = p_kind and a.currency = p_currency and (p_order is null or e.order_id = p_order) and (p_round is null or e.round_id = p_round)
$$;

create function private.sees_book(p_producer uuid, p_buyer uuid, p_cluster uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select case
    when p_producer is not null then private.is_producer_member(p_producer) or private.coordinates_producer(p_producer)
    when p_buyer is not null then private.is_buyer_member(p_buyer)
    when p_cluster is not null then private.coordinates_cluster(p_cluster)
    else private.is_operator() end
$$;
grant execute on function private.sees_book(uuid, uuid, uuid) to anon, authenticated, service_role;

alter table public.ledger_account_kinds enable row level security;
create policy "anyone signed in reads the chart of accounts" on public.ledger_account_kinds for select to authenticated using (true);
grant select on public.ledger_account_kinds to authenticated;

alter table public.ledger_accounts enable row level security;
create policy "an organisation reads its own accounts" on public.ledger_accounts for select to authenticated
  using (private.sees_book(producer_id, buyer_id, cluster_id));
grant select on public.ledger_accounts to authenticated;

alter table public.ledger_entries enable row level security;
create policy "an organisation reads its own entries" on public.ledger_entries for select to authenticated
  using (exists (select 1 from public.ledger_accounts a where a.id = account_id));
grant select on public.ledger_entries to authenticated;

alter table public.ledger_journals enable row level security;
create policy "who sees an entry sees its journal" on public.ledger_journals for select to authenticated
  using (exists (select 1 from public.ledger_entries e where e.journal_id = ledger_journals.id));
grant select (id, kind, order_id, round_id, reverses, memo, at) on public.ledger_journals to authenticated;
