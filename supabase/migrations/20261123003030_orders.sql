-- Orders: an accepted quote, frozen. What both sides agree to change becomes a new revision; the old one stays.

create type public.order_state as enum ('confirmed', 'in_production', 'inspected', 'ready', 'shipped', 'delivered', 'closed', 'cancelled');
create type public.change_state as enum ('proposed', 'agreed', 'refused', 'withdrawn');
create type public.change_kind as enum ('terms', 'cancel');
create type public.dispute_state as enum ('open', 'mediating', 'resolved', 'withdrawn');
create type public.review_state as enum ('published', 'hidden');

create table public.orders (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique default 'O' || upper(left(private.short_code(), 7)),
  quote_id uuid not null unique references public.quotes (id) on delete restrict,
  inquiry_id uuid not null unique references public.inquiries (id) on delete restrict,
  producer_id uuid not null references public.producers (id) on delete restrict,
  buyer_id uuid not null references public.buyers (id) on delete restrict,
  placed_by uuid,
  state public.order_state not null default 'confirmed',
  revision integer not null default 1 check (revision between 1 and 99),
  locale public.locale not null default 'en',
  currency text not null references public.currencies (code),
  total_amount bigint not null check (total_amount >= 0),
  deposit_amount bigint not null check (deposit_amount between 0 and total_amount),
  credited_amount bigint not null default 0 check (credited_amount between 0 and total_amount),
  commission_bp integer not null check (commission_bp between 0 and 5000),
  commission_tax_bp integer not null check (commission_tax_bp between 0 and 10000),
  promised_on date not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  started_at timestamptz,
  shipped_at timestamptz,
  delivered_at timestamptz,
  closed_at timestamptz,
  cancelled_at timestamptz,
  buyer_read_at timestamptz,
  producer_read_at timestamptz
);
comment on table public.orders is
  'currency, totals and dates are those of the newest revision. commission_*: frozen at acceptance, basis points; the tax is on the commission.';
comment on column public.orders.credited_amount is
  'What a mediator''s resolution or a cancellation takes off what the buyer owes, minor units; total_amount stays the agreement''s.';
create index orders_producer on public.orders (producer_id, created_at desc, id);
create index orders_buyer on public.orders (buyer_id, created_at desc, id);
create index orders_running on public.orders (state, promised_on) where state not in ('closed', 'cancelled');

create table public.order_revisions (
  order_id uuid not null references public.orders (id) on delete restrict,
  revision integer not null check (revision between 1 and 99),
  document jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  total_amount bigint not null check (total_amount >= 0),
  deposit_amount bigint not null check (deposit_amount between 0 and total_amount),
  change_id uuid,
  created_at timestamptz not null default now(),
  primary key (order_id, revision),
  check (sha256 = encode(sha256(convert_to(document::text, 'UTF8')), 'hex'))
);
comment on table public.order_revisions is
  'The whole agreement as it was at that moment: parties, lines, terms, amounts. Append-only; sha256 is over the jsonb''s text.';

create trigger order_revisions_append_only before update or delete on public.order_revisions
  for each row execute function private.refuse_change();
create trigger order_revisions_no_truncate before truncate on public.order_revisions
  for each statement execute function private.refuse_change();
create trigger orders_touch before update on public.orders for each row execute function private.touch_updated_at();

create table public.order_changes (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id) on delete restrict,
  kind public.change_kind not null,
  state public.change_state not null default 'proposed',
  side public.inquiry_side not null,
  proposed_by uuid,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  document jsonb,
  refund_amount bigint check (refund_amount >= 0),
  kept_amount bigint check (kept_amount >= 0),
  answer text check (length(answer) <= 2000),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  check ((kind = 'terms') = (document is not null)),
  check ((kind = 'cancel') = (refund_amount is not null and kept_amount is not null)),
  check ((state = 'proposed') = (decided_at is null))
);
comment on table public.order_changes is
  'One side proposes, the other agrees. document: the whole agreement as it would be; refund and kept: what happens to money already paid, minor units.';
create unique index order_changes_one_open on public.order_changes (order_id) where state = 'proposed';
create index order_changes_order on public.order_changes (order_id, created_at desc);
alter table public.order_revisions add foreign key (change_id) references public.order_changes (id);

create table public.order_milestones (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id) on delete restrict,
  title text not null check (length(btrim(title)) between 2 and 140),
  note text not null default '' check (length(note) <= 2000),
  percent integer check (percent between 0 and 100),
  due_on date,
  done_at timestamptz,
  position integer not null default 0,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index order_milestones_order on public.order_milestones (order_id, position, created_at);

create table public.order_milestone_files (
  milestone_id uuid not null references public.order_milestones (id) on delete cascade,
  file_id uuid not null references public.files (id) on delete cascade,
  primary key (milestone_id, file_id)
);
create index order_milestone_files_file on public.order_milestone_files (file_id);

create table public.shipments (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id) on delete restrict,
  carrier text not null check (length(btrim(carrier)) between 2 and 120),
  tracking text not null default '' check (length(tracking) <= 120),
  tracking_url text check (tracking_url ~ '^https?://' and length(tracking_url) <= 500),
  packages integer not null default 1 check (packages between 1 and 100000),
  gross_weight_grams bigint check (gross_weight_grams between 1 and 1000000000000),
  shipped_on date not null default current_date,
  expected_on date,
  created_at timestamptz not null default now(),
  check (expected_on is null or expected_on >= shipped_on)
);
create index shipments_order on public.shipments (order_id, created_at);

create table public.disputes (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id) on delete restrict,
  side public.inquiry_side not null,
  state public.dispute_state not null default 'open',
  opened_by uuid,
  reason text not null check (reason in ('late', 'quality', 'quantity', 'not_received', 'payment', 'other')),
  details text not null check (length(btrim(details)) between 10 and 5000),
  cluster_id uuid references public.clusters (id) on delete set null,
  mediator uuid,
  resolution text check (length(resolution) <= 5000),
  refund_amount bigint check (refund_amount >= 0),
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  check ((state in ('resolved', 'withdrawn')) = (resolved_at is not null))
);
comment on table public.disputes is 'A coordinator of cluster_id mediates; without a cluster an operator does.';
create unique index disputes_one_open on public.disputes (order_id) where state in ('open', 'mediating');
create index disputes_cluster on public.disputes (cluster_id, created_at desc) where cluster_id is not null;

create table public.dispute_messages (
  id uuid primary key default gen_random_uuid(),
  dispute_id uuid not null references public.disputes (id) on delete cascade,
  party text not null check (party in ('buyer', 'producer', 'mediator')),
  author uuid,
  body text not null check (length(btrim(body)) between 1 and 5000),
  created_at timestamptz not null default clock_timestamp()
);
create index dispute_messages_thread on public.dispute_messages (dispute_id, created_at, id);

create table public.reviews (
  order_id uuid primary key references public.orders (id) on delete restrict,
  id uuid not null unique default gen_random_uuid(),
  producer_id uuid not null references public.producers (id) on delete cascade,
  state public.review_state not null default 'published',
  rating smallint not null check (rating between 1 and 5),
  quality smallint check (quality between 1 and 5),
  communication smallint check (communication between 1 and 5),
  punctuality smallint check (punctuality between 1 and 5),
  body text not null default '' check (length(body) <= 3000),
  buyer_name text not null check (length(buyer_name) between 1 and 120),
  buyer_country text references public.countries (code),
  locale public.locale not null,
  reply text check (length(reply) <= 3000),
  replied_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.reviews is 'One for an order, after delivery: a verified purchase. buyer_name is what the buyer lets the public read; id names it
outside, where the order is nobody''s business.';
create index reviews_producer on public.reviews (producer_id, created_at desc, id desc) where state = 'published';

create function private.sees_order_as_buyer(p_order uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.orders o where o.id = p_order and private.is_buyer_member(o.buyer_id))
$$;
create function private.sees_order_as_producer(p_order uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.orders o where o.id = p_order
    and (private.is_producer_member(o.producer_id) or private.coordinates_producer(o.producer_id)))
$$;
-- A member of both would be their own partner: the buyer's side wins.
create function private.order_side_of(p_order uuid) returns public.inquiry_side
language sql stable security definer set search_path = '' as $$
  select case when private.sees_order_as_buyer(p_order) then 'buyer' when private.sees_order_as_producer(p_order) then 'producer' end::public.inquiry_side
$$;
create function private.mediates(p_dispute uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.disputes d where d.id = p_dispute
    and case when d.cluster_id is null then private.is_operator() else private.coordinates_cluster(d.cluster_id) end)
$$;
grant execute on function private.sees_order_as_buyer(uuid), private.sees_order_as_producer(uuid), private.order_side_of(uuid), private.mediates(uuid)
  to anon, authenticated, service_role;

alter table public.orders enable row level security;
create policy "the buyer reads their orders" on public.orders for select to authenticated using (private.is_buyer_member(buyer_id));
create policy "the producer reads its orders" on public.orders for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_producer(producer_id));
grant select (id, reference, quote_id, inquiry_id, producer_id, buyer_id, state, revision, locale, currency, total_amount, deposit_amount,
  credited_amount, promised_on, created_at, updated_at, started_at, shipped_at, delivered_at, closed_at, cancelled_at, buyer_read_at, producer_read_at)
  on public.orders to authenticated;

alter table public.order_revisions enable row level security;
create policy "both sides read every revision" on public.order_revisions for select to authenticated
  using (private.sees_order_as_buyer(order_id) or private.sees_order_as_producer(order_id));
grant select on public.order_revisions to authenticated;
alter table public.order_changes enable row level security;
create policy "both sides read proposals" on public.order_changes for select to authenticated
  using (private.sees_order_as_buyer(order_id) or private.sees_order_as_producer(order_id));
grant select (id, order_id, kind, state, side, reason, document, refund_amount, kept_amount, answer, created_at, decided_at)
  on public.order_changes to authenticated;
alter table public.order_milestones enable row level security;
create policy "both sides read milestones" on public.order_milestones for select to authenticated
  using (private.sees_order_as_buyer(order_id) or private.sees_order_as_producer(order_id));
grant select (id, order_id, title, note, percent, due_on, done_at, position, created_at) on public.order_milestones to authenticated;
alter table public.order_milestone_files enable row level security;
create policy "who sees the milestone sees its files" on public.order_milestone_files for select to authenticated
  using (exists (select 1 from public.order_milestones m where m.id = milestone_id));
grant select on public.order_milestone_files to authenticated;
alter table public.shipments enable row level security;
create policy "both sides read shipments" on public.shipments for select to authenticated
  using (private.sees_order_as_buyer(order_id) or private.sees_order_as_producer(order_id));
grant select on public.shipments to authenticated;
alter table public.disputes enable row level security;
create policy "both sides and the mediator read disputes" on public.disputes for select to authenticated
  using (private.sees_order_as_buyer(order_id) or private.sees_order_as_producer(order_id) or private.mediates(id));
grant select (id, order_id, side, state, reason, details, cluster_id, resolution, refund_amount, created_at, resolved_at) on public.disputes to authenticated;
alter table public.dispute_messages enable row level security;
create policy "who sees the dispute reads its messages" on public.dispute_messages for select to authenticated
  using (exists (select 1 from public.disputes d where d.id = dispute_id));
grant select (id, dispute_id, party, body, created_at) on public.dispute_messages to authenticated;
alter table public.reviews enable row level security;
create policy "anyone reads published reviews of active producers" on public.reviews for select to anon, authenticated
  using (state = 'published' and private.producer_is_public(producer_id));
create policy "both sides read the review" on public.reviews for select to authenticated
  using (private.sees_order_as_buyer(order_id) or private.sees_order_as_producer(order_id));
-- order_id stays in here: nobody outside may join a review to an order; functions read it for the two sides.
grant select (id, producer_id, rating, quality, communication, punctuality, body, buyer_name, buyer_country, locale, reply, replied_at, created_at, state)
  on public.reviews to anon, authenticated;
