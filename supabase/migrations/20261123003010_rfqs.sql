-- RFQs: a request with lines and quantities, sent to one producer, to several, or to a whole cluster. Each addressed
-- producer gets a conversation of its own (an inquiry), so nobody sees whom else the buyer asked.

create type public.rfq_state as enum ('unconfirmed', 'held', 'open', 'closed', 'refused');
create type public.rfq_visibility as enum ('one', 'several', 'cluster');
create type public.payment_method as enum ('bank_transfer', 'mobile_money', 'card');

create table public.rfqs (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique default 'R' || upper(left(private.short_code(), 7)),
  state public.rfq_state not null default 'open',
  visibility public.rfq_visibility not null,
  cluster_id uuid references public.clusters (id) on delete set null,
  buyer_id uuid references public.buyers (id) on delete set null,
  user_id uuid references auth.users (id) on delete set null,
  locale public.locale not null default 'en',
  title text not null check (length(btrim(title)) between 3 and 140),
  message text not null default '' check (length(message) <= 5000),
  organisation text not null default '' check (length(organisation) <= 120),
  country text references public.countries (code),
  destination text not null default '' check (length(destination) <= 120),
  incoterm public.incoterm,
  incoterm_place text check (length(btrim(incoterm_place)) between 1 and 120),
  needed_by date,
  answers_by date,
  payment_preference public.payment_method,
  held_reason text check (length(held_reason) <= 200),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  closed_at timestamptz,
  check ((incoterm is null) = (incoterm_place is null)),
  check (visibility <> 'cluster' or cluster_id is not null or state in ('closed', 'refused')),
  check (state in ('unconfirmed', 'held', 'refused') or sent_at is not null)
);
comment on table public.rfqs is
  'A buyer''s request with lines. unconfirmed: the visitor''s address is not confirmed; held: an operator looks at it first; open: every addressed producer has it.';
create index rfqs_user on public.rfqs (user_id, created_at desc, id) where user_id is not null;
create index rfqs_buyer on public.rfqs (buyer_id, created_at desc, id) where buyer_id is not null;
create index rfqs_held on public.rfqs (created_at, id) where state = 'held';
create index rfqs_cluster on public.rfqs (cluster_id, created_at desc, id) where cluster_id is not null;

create table public.rfq_lines (
  id uuid primary key default gen_random_uuid(),
  rfq_id uuid not null references public.rfqs (id) on delete cascade,
  position integer not null check (position between 0 and 49),
  product_id uuid references public.products (id) on delete set null,
  variant_id uuid references public.variants (id) on delete set null,
  description text not null check (length(btrim(description)) between 2 and 500),
  quantity integer not null check (quantity between 1 and 100000000),
  unit text not null references public.units (code),
  target_amount bigint check (target_amount between 1 and 1000000000000),
  target_currency text references public.currencies (code),
  customisation text not null default '' check (length(customisation) <= 1000),
  sample_wanted boolean not null default false,
  unique (rfq_id, position),
  check ((target_amount is null) = (target_currency is null))
);
comment on table public.rfq_lines is 'description is frozen from the product''s title where there is one; target_amount is minor units for one unit.';
create index rfq_lines_product on public.rfq_lines (product_id) where product_id is not null;
create index rfq_lines_variant on public.rfq_lines (variant_id) where variant_id is not null;

create table public.rfq_line_sizes (
  line_id uuid not null references public.rfq_lines (id) on delete cascade,
  size text not null check (length(btrim(size)) between 1 and 30),
  quantity integer not null check (quantity between 1 and 100000000),
  primary key (line_id, size)
);
comment on table public.rfq_line_sizes is 'A size run; its quantities add up to the line''s.';

create table public.rfq_producers (
  rfq_id uuid not null references public.rfqs (id) on delete cascade,
  producer_id uuid not null references public.producers (id) on delete cascade,
  primary key (rfq_id, producer_id)
);
comment on table public.rfq_producers is 'Whom the buyer asked. Only the buyer sees the list.';
create index rfq_producers_producer on public.rfq_producers (producer_id);

create table public.rfq_contacts (
  rfq_id uuid primary key references public.rfqs (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 120),
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  confirm_hash bytea unique,
  key_hashes bytea[] not null default '{}' check (cardinality(key_hashes) <= 10),
  created_at timestamptz not null default now()
);
comment on table public.rfq_contacts is 'The buyer''s private contact; only functions read it.';

alter table public.inquiries add column rfq_id uuid references public.rfqs (id) on delete set null;
create unique index inquiries_rfq on public.inquiries (rfq_id, producer_id) where rfq_id is not null;
alter table public.inquiries add constraint inquiries_id_producer unique (id, producer_id);
grant select (rfq_id) on public.inquiries to authenticated;

create function private.sees_rfq_as_buyer(p_rfq uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.rfqs r where r.id = p_rfq
    and case when r.buyer_id is null then r.user_id = private.active_user() else private.is_buyer_member(r.buyer_id) end)
$$;
-- A producer that was asked, through its own conversation; a blocked one is none.
create function private.sees_rfq_as_producer(p_rfq uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.inquiries i join public.rfqs r on r.id = i.rfq_id where i.rfq_id = p_rfq
    and r.state in ('open', 'closed') and i.state not in ('unconfirmed', 'blocked')
    and (private.is_producer_member(i.producer_id) or private.coordinates_producer(i.producer_id)))
$$;
grant execute on function private.sees_rfq_as_buyer(uuid), private.sees_rfq_as_producer(uuid) to anon, authenticated, service_role;

alter table public.rfqs enable row level security;
create policy "the buyer reads their RFQs" on public.rfqs for select to authenticated using (private.sees_rfq_as_buyer(id));
create policy "asked producers read the RFQ" on public.rfqs for select to authenticated using (private.sees_rfq_as_producer(id));
create policy "operators read held RFQs" on public.rfqs for select to authenticated
  using (state in ('held', 'refused') and (select private.is_operator()));
-- user_id stays in here: a producer must not learn which account asks; visibility too: nor whether others were asked.
grant select (id, reference, state, cluster_id, buyer_id, locale, title, message, organisation, country, destination, incoterm,
  incoterm_place, needed_by, answers_by, payment_preference, created_at, sent_at, closed_at) on public.rfqs to authenticated;

alter table public.rfq_lines enable row level security;
create policy "who sees the RFQ sees its lines" on public.rfq_lines for select to authenticated
  using (exists (select 1 from public.rfqs r where r.id = rfq_id));
grant select on public.rfq_lines to authenticated;

alter table public.rfq_line_sizes enable row level security;
create policy "who sees the line sees its sizes" on public.rfq_line_sizes for select to authenticated
  using (exists (select 1 from public.rfq_lines l where l.id = line_id));
grant select on public.rfq_line_sizes to authenticated;

alter table public.rfq_producers enable row level security;
create policy "the buyer reads whom they asked" on public.rfq_producers for select to authenticated using (private.sees_rfq_as_buyer(rfq_id));
grant select on public.rfq_producers to authenticated;

alter table public.rfq_contacts enable row level security;
