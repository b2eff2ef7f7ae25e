-- From the award to the store room: purchase orders, what arrived, what was handed to whom, what the supplier invoiced.

create type public.purchase_order_state as enum ('sent', 'confirmed', 'changed', 'declined', 'cancelled');
create type public.line_confirmation as enum ('open', 'accepted', 'short', 'later', 'declined');
create type public.invoice_state as enum ('matched', 'differs', 'accepted', 'disputed', 'void');

create table private.cluster_series (
  cluster_id uuid not null references public.clusters (id) on delete restrict,
  kind text not null check (kind in ('purchase_order', 'delivery', 'settlement')),
  year integer not null check (year between 2020 and 2200),
  last_number integer not null check (last_number >= 1),
  primary key (cluster_id, kind, year)
);
comment on table private.cluster_series is 'Numbers without gaps: taken in the transaction that makes the paper, under the lock on this row.';
alter table private.cluster_series enable row level security;

create table public.purchase_orders (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  cluster_id uuid not null references public.clusters (id) on delete restrict,
  award_id uuid not null references public.awards (id) on delete restrict,
  supplier_id uuid not null references public.suppliers (id) on delete restrict,
  state public.purchase_order_state not null default 'sent',
  year integer not null,
  number integer not null check (number >= 1),
  label text not null,
  currency text not null references public.currencies (code),
  goods_amount bigint not null check (goods_amount >= 0),
  freight_amount bigint not null check (freight_amount >= 0),
  total_amount bigint not null check (total_amount = goods_amount + freight_amount),
  snapshot jsonb not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex')),
  key_hashes bytea[] not null default '{}',
  sent_at timestamptz not null default now(),
  answered_at timestamptz,
  answer_note text check (length(answer_note) <= 2000),
  unique (cluster_id, year, number),
  unique (award_id, supplier_id)
);
comment on table public.purchase_orders is 'In the bid''s currency, frozen as it was awarded; snapshot is what is printed. key_hashes: of the links by which the supplier confirms.';
create index purchase_orders_round on public.purchase_orders (round_id);
create index purchase_orders_supplier on public.purchase_orders (supplier_id, sent_at desc);

create table public.purchase_order_lines (
  id uuid primary key default gen_random_uuid(),
  purchase_order_id uuid not null references public.purchase_orders (id) on delete restrict,
  position smallint not null check (position >= 0),
  lot_id uuid not null references public.lots (id) on delete restrict,
  award_line_id uuid not null unique references public.award_lines (id) on delete restrict,
  quantity bigint not null check (quantity >= 1),
  unit_amount bigint not null check (unit_amount >= 1),
  goods_amount bigint not null check (goods_amount >= 0),
  freight_amount bigint not null check (freight_amount >= 0),
  confirmation public.line_confirmation not null default 'open',
  confirmed_quantity bigint check (confirmed_quantity between 0 and quantity),
  promised_on date,
  note text not null default '' check (length(note) <= 1000),
  unique (purchase_order_id, position)
);
create index purchase_order_lines_lot on public.purchase_order_lines (lot_id);

-- Strokes of a pen, as a phone draws them: [[[x, y], …], …] in a box of 1000 × 400.
create function private.is_signature(p_strokes jsonb) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select jsonb_typeof(p_strokes) = 'array' and length(p_strokes::text) <= 60000 and not exists (
    select 1 from jsonb_array_elements(case when jsonb_typeof(p_strokes) = 'array' then p_strokes else '[]' end) s
    where jsonb_typeof(s) <> 'array' or exists (
      select 1 from jsonb_array_elements(case when jsonb_typeof(s) = 'array' then s else '[]' end) p
      where jsonb_typeof(p) <> 'array' or jsonb_array_length(p) <> 2 or jsonb_typeof(p -> 0) <> 'number' or jsonb_typeof(p -> 1) <> 'number'
        or (p ->> 0)::numeric not between 0 and 1000 or (p ->> 1)::numeric not between 0 and 400))
$$;
grant execute on function private.is_signature(jsonb) to anon, authenticated, service_role;

create table public.deliveries (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  purchase_order_id uuid not null references public.purchase_orders (id) on delete restrict,
  delivered_on date not null,
  receiver text not null check (length(btrim(receiver)) between 2 and 120),
  signature jsonb check (private.is_signature(signature)),
  note text not null default '' check (length(note) <= 2000),
  replaces_id uuid unique references public.deliveries (id) on delete restrict,
  reason text check (length(btrim(reason)) between 3 and 1000),
  received_by uuid,
  received_at timestamptz not null default clock_timestamp(),
  check ((replaces_id is null) = (reason is null))
);
comment on table public.deliveries is
  'The id comes from the form, so that a phone may send it twice. A count that was wrong is replaced by another delivery, with the reason; only what nothing replaces counts.';
create index deliveries_round on public.deliveries (round_id, received_at);
create index deliveries_order on public.deliveries (purchase_order_id);

create table public.delivery_lines (
  delivery_id uuid not null references public.deliveries (id) on delete restrict,
  order_line_id uuid not null references public.purchase_order_lines (id) on delete restrict,
  counted bigint not null check (counted >= 0),
  damaged bigint not null default 0 check (damaged between 0 and counted),
  quality_ok boolean,
  complete boolean not null default false,
  note text not null default '' check (length(note) <= 1000),
  primary key (delivery_id, order_line_id)
);
comment on table public.delivery_lines is 'Steps of the lot''s unit. Good = counted − damaged. complete: nothing more of this line will come.';
create index delivery_lines_line on public.delivery_lines (order_line_id);

create table public.handovers (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  producer_id uuid not null references public.producers (id) on delete restrict,
  receiver text not null check (length(btrim(receiver)) between 2 and 120),
  signature jsonb check (private.is_signature(signature)),
  note text not null default '' check (length(note) <= 1000),
  replaces_id uuid unique references public.handovers (id) on delete restrict,
  reason text check (length(btrim(reason)) between 3 and 1000),
  handed_by uuid,
  handed_at timestamptz not null default clock_timestamp(),
  check ((replaces_id is null) = (reason is null))
);
comment on table public.handovers is 'As with deliveries: what was written down wrongly is replaced, never changed.';
create index handovers_round on public.handovers (round_id, producer_id);
create index handovers_producer on public.handovers (producer_id);

create table public.handover_lines (
  handover_id uuid not null references public.handovers (id) on delete restrict,
  lot_id uuid not null references public.lots (id) on delete restrict,
  quantity bigint not null check (quantity >= 1),
  primary key (handover_id, lot_id)
);
create index handover_lines_lot on public.handover_lines (lot_id);

create table public.over_placings (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity unique,
  round_id uuid not null references public.rounds (id) on delete restrict,
  lot_id uuid not null references public.lots (id) on delete restrict,
  producer_id uuid references public.producers (id) on delete restrict,
  order_line_id uuid references public.purchase_order_lines (id) on delete restrict,
  quantity bigint not null check (quantity between 0 and 100000000000),
  note text not null default '' check (length(note) <= 1000),
  placed_by uuid,
  placed_at timestamptz not null default clock_timestamp(),
  check ((producer_id is null) <> (order_line_id is null))
);
comment on table public.over_placings is
  'What becomes of goods beyond what members take. producer_id: takes up to that much beyond its pledge. order_line_id: that much of the line went back to its supplier. A whole figure each time; for each member of a lot and each line the newest counts.';
create index over_placings_round on public.over_placings (round_id);
create index over_placings_lot on public.over_placings (lot_id, producer_id, seq desc);
create index over_placings_line on public.over_placings (order_line_id, seq desc);
create index over_placings_producer on public.over_placings (producer_id);

create trigger over_placings_append_only before update or delete on public.over_placings for each row execute function private.refuse_change();
create trigger deliveries_append_only before update or delete on public.deliveries for each row execute function private.refuse_change();
create trigger delivery_lines_append_only before update or delete on public.delivery_lines for each row execute function private.refuse_change();
create trigger handovers_append_only before update or delete on public.handovers for each row execute function private.refuse_change();
create trigger handover_lines_append_only before update or delete on public.handover_lines for each row execute function private.refuse_change();

create table public.supplier_invoices (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  purchase_order_id uuid not null references public.purchase_orders (id) on delete restrict,
  state public.invoice_state not null,
  invoice_number text not null check (length(btrim(invoice_number)) between 1 and 60),
  invoice_date date not null,
  currency text not null references public.currencies (code),
  goods_amount bigint not null check (goods_amount >= 0),
  freight_amount bigint not null default 0 check (freight_amount >= 0),
  tax_amount bigint not null default 0 check (tax_amount >= 0),
  total_amount bigint not null check (total_amount = goods_amount + freight_amount + tax_amount),
  differences jsonb not null default '[]',
  reason text check (length(reason) <= 2000),
  entered_by uuid,
  entered_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz
);
comment on table public.supplier_invoices is 'Held against order and receipt; differences says line by line what does not agree. accepted: a coordinator took it with a reason.';
create unique index supplier_invoices_once on public.supplier_invoices (purchase_order_id, lower(btrim(invoice_number))) where state <> 'void';
create index supplier_invoices_round on public.supplier_invoices (round_id);

create table public.supplier_invoice_lines (
  invoice_id uuid not null references public.supplier_invoices (id) on delete restrict,
  order_line_id uuid not null references public.purchase_order_lines (id) on delete restrict,
  quantity bigint not null check (quantity >= 0),
  unit_amount bigint not null check (unit_amount >= 0),
  line_amount bigint not null check (line_amount >= 0),
  primary key (invoice_id, order_line_id)
);
create index supplier_invoice_lines_line on public.supplier_invoice_lines (order_line_id);

create function private.round_of_order(p_purchase_order uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select o.round_id from public.purchase_orders o where o.id = p_purchase_order
$$;
create function private.sees_purchase_order(p_purchase_order uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.purchase_orders o where o.id = p_purchase_order
    and (private.coordinates_round(o.round_id) or private.is_supplier_member(o.supplier_id)))
$$;
grant execute on function private.sees_purchase_order(uuid) to anon, authenticated, service_role;

alter table public.purchase_orders enable row level security;
create policy "coordinators and the supplier read it" on public.purchase_orders for select to authenticated
  using (private.coordinates_round(round_id) or private.is_supplier_member(supplier_id));
grant select (id, round_id, cluster_id, award_id, supplier_id, state, year, number, label, currency, goods_amount, freight_amount, total_amount,
  snapshot, sha256, sent_at, answered_at, answer_note) on public.purchase_orders to authenticated;
alter table public.purchase_order_lines enable row level security;
create policy "who sees the purchase order sees its lines" on public.purchase_order_lines for select to authenticated
  using (private.sees_purchase_order(purchase_order_id));
grant select on public.purchase_order_lines to authenticated;
alter table public.deliveries enable row level security;
create policy "coordinators read deliveries" on public.deliveries for select to authenticated using (private.coordinates_round(round_id));
grant select on public.deliveries to authenticated;
alter table public.delivery_lines enable row level security;
create policy "who sees the delivery sees its lines" on public.delivery_lines for select to authenticated
  using (exists (select 1 from public.deliveries d where d.id = delivery_id));
grant select on public.delivery_lines to authenticated;
alter table public.handovers enable row level security;
create policy "the member and the coordinators read a hand-over" on public.handovers for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_round(round_id));
grant select on public.handovers to authenticated;
alter table public.handover_lines enable row level security;
create policy "who sees the hand-over sees its lines" on public.handover_lines for select to authenticated
  using (exists (select 1 from public.handovers h where h.id = handover_id));
grant select on public.handover_lines to authenticated;
alter table public.over_placings enable row level security;
create policy "the member that takes it and the coordinators read it" on public.over_placings for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_round(round_id));
grant select on public.over_placings to authenticated;
alter table public.supplier_invoices enable row level security;
create policy "coordinators read supplier invoices" on public.supplier_invoices for select to authenticated using (private.coordinates_round(round_id));
grant select on public.supplier_invoices to authenticated;
alter table public.supplier_invoice_lines enable row level security;
create policy "who sees the invoice sees its lines" on public.supplier_invoice_lines for select to authenticated
  using (exists (select 1 from public.supplier_invoices i where i.id = invoice_id));
grant select on public.supplier_invoice_lines to authenticated;
