-- Inquiries: a buyer's request to a producer. The later trade (RFQ lines, quotes, orders) hangs on these rows.

create type public.inquiry_state as enum ('unconfirmed', 'open', 'answered', 'declined', 'closed', 'blocked');
create type public.inquiry_side as enum ('buyer', 'producer');

create table public.inquiries (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique default upper(left(private.short_code(), 7)),
  state public.inquiry_state not null default 'open',
  producer_id uuid not null references public.producers (id) on delete restrict,
  product_id uuid references public.products (id) on delete set null,
  buyer_id uuid references public.buyers (id) on delete set null,
  user_id uuid references auth.users (id) on delete set null,
  locale public.locale not null default 'en',
  country text references public.countries (code),
  quantity integer check (quantity between 1 and 100000000),
  unit text references public.units (code),
  needed_by date,
  product_title text not null default '' check (length(product_title) <= 140),
  product_price_amount bigint,
  product_price_currency text references public.currencies (code),
  organisation text not null default '' check (length(organisation) <= 120),
  created_at timestamptz not null default now(),
  last_message_at timestamptz not null default now(),
  buyer_read_at timestamptz,
  producer_read_at timestamptz,
  check ((product_price_amount is null) = (product_price_currency is null))
);
comment on table public.inquiries is
  'product_* are frozen as they were when the buyer asked. Who may be reached how is in inquiry_contacts, which the producer cannot read.';
comment on column public.inquiries.state is 'unconfirmed: a visitor''s e-mail address is not confirmed yet and the producer sees nothing.';
create index inquiries_producer on public.inquiries (producer_id, last_message_at desc, id) where state <> 'unconfirmed';
create index inquiries_user on public.inquiries (user_id, last_message_at desc, id) where user_id is not null;
create index inquiries_buyer on public.inquiries (buyer_id, last_message_at desc, id) where buyer_id is not null;
create index inquiries_product on public.inquiries (product_id) where product_id is not null;

create table public.inquiry_messages (
  id uuid primary key default gen_random_uuid(),
  inquiry_id uuid not null references public.inquiries (id) on delete cascade,
  side public.inquiry_side not null,
  author uuid,
  body text not null check (length(btrim(body)) between 1 and 5000),
  created_at timestamptz not null default clock_timestamp()
);
create index inquiry_messages_thread on public.inquiry_messages (inquiry_id, created_at, id);

create table public.inquiry_contacts (
  inquiry_id uuid primary key references public.inquiries (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 120),
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  token_hashes bytea[] not null default '{}' check (cardinality(token_hashes) <= 10),
  confirm_hash bytea unique,
  created_at timestamptz not null default now()
);
comment on table public.inquiry_contacts is
  'The buyer''s private contact. Only functions read it; token_hashes are the ten newest keys, one from each mail, that let a visitor without an account return to the thread.';

-- Asked in an organisation's name it is the organisation's: who leaves it leaves that behind.
create function private.sees_inquiry_as_buyer(p_inquiry uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.inquiries i where i.id = p_inquiry
    and case when i.buyer_id is null then i.user_id = private.active_user() else private.is_buyer_member(i.buyer_id) end)
$$;
create function private.sees_inquiry_as_producer(p_inquiry uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.inquiries i where i.id = p_inquiry
    and i.state not in ('unconfirmed', 'blocked') and (private.is_producer_member(i.producer_id) or private.coordinates_producer(i.producer_id)))
$$;
grant execute on function private.sees_inquiry_as_buyer(uuid), private.sees_inquiry_as_producer(uuid) to anon, authenticated, service_role;

-- What happened to a thread that the producer does not see is not seen either.
alter policy "people read the events that concern them" on public.events using (
  (select private.is_operator())
  or actor = (select private.active_user())
  or (subject_kind = 'inquiry' and private.sees_inquiry_as_producer(subject_id))
  or (subject_kind <> 'inquiry' and producer_id is not null
    and (private.is_producer_member(producer_id) or private.coordinates_producer(producer_id)))
  or (cluster_id is not null and private.reads_cluster(cluster_id)));

alter table public.inquiries enable row level security;
create policy "the buyer reads their inquiries" on public.inquiries for select to authenticated
  using (case when buyer_id is null then user_id = (select private.active_user()) else private.is_buyer_member(buyer_id) end);
create policy "the producer reads confirmed inquiries" on public.inquiries for select to authenticated
  using (state not in ('unconfirmed', 'blocked') and (private.is_producer_member(producer_id) or private.coordinates_producer(producer_id)));
-- The buyer's account id stays hidden from the producer: the column is not granted.
grant select (id, reference, state, producer_id, product_id, buyer_id, locale, country, quantity, unit, needed_by, product_title,
  product_price_amount, product_price_currency, organisation, created_at, last_message_at, buyer_read_at, producer_read_at)
  on public.inquiries to authenticated;

alter table public.inquiry_messages enable row level security;
create policy "both sides read the thread" on public.inquiry_messages for select to authenticated
  using (private.sees_inquiry_as_buyer(inquiry_id) or private.sees_inquiry_as_producer(inquiry_id));
grant select (id, inquiry_id, side, body, created_at) on public.inquiry_messages to authenticated;

alter table public.inquiry_contacts enable row level security;
