-- Trade documents with numbers that have no gaps: a number is taken in the transaction that makes the document, under a
-- lock on its series, and a document never goes away.

create type public.document_kind as enum ('pro_forma', 'commercial_invoice', 'packing_list', 'receipt', 'credit_note');

create table public.organisation_details (
  id uuid primary key default gen_random_uuid(),
  producer_id uuid unique references public.producers (id) on delete cascade,
  buyer_id uuid unique references public.buyers (id) on delete cascade,
  legal_name text not null check (length(btrim(legal_name)) between 2 and 160),
  address text not null check (length(btrim(address)) between 5 and 500),
  country text not null references public.countries (code),
  tax_number text not null default '' check (length(tax_number) <= 60),
  registration text not null default '' check (length(registration) <= 60),
  email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  phone text check (phone ~ '^\+[0-9]{7,15}$'),
  updated_at timestamptz not null default now(),
  check (num_nonnulls(producer_id, buyer_id) = 1)
);
comment on table public.organisation_details is 'What stands on papers: legal name, address, tax number. Private; the partner sees it on the papers of an order.';

create table private.document_series (
  producer_id uuid not null references public.producers (id) on delete restrict,
  kind public.document_kind not null,
  year integer not null check (year between 2020 and 2200),
  last_number integer not null check (last_number >= 1),
  primary key (producer_id, kind, year)
);
alter table private.document_series enable row level security;

create table public.documents (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id) on delete restrict,
  producer_id uuid not null references public.producers (id) on delete restrict,
  kind public.document_kind not null,
  year integer not null,
  number integer not null check (number >= 1),
  label text not null,
  revision integer not null,
  payment_id uuid references public.payments (id) on delete restrict,
  refund_id uuid references public.refunds (id) on delete restrict,
  replaces uuid unique references public.documents (id) on delete restrict,
  snapshot jsonb not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex')),
  issued_at timestamptz not null default now(),
  issued_by uuid,
  unique (producer_id, kind, year, number),
  foreign key (order_id, revision) references public.order_revisions (order_id, revision)
);
comment on table public.documents is 'snapshot holds everything that is printed, so a paper printed again in ten years is the same paper.';
comment on column public.documents.replaces is 'A paper is never changed: a newer one takes its place, and each is replaced once, so an order has one that stands.';
create index documents_order on public.documents (order_id, issued_at, id);
create unique index documents_receipt on public.documents (payment_id) where payment_id is not null and kind = 'receipt';
create unique index documents_refund on public.documents (refund_id) where refund_id is not null;
create unique index documents_first on public.documents (order_id, kind) where kind in ('pro_forma', 'commercial_invoice', 'packing_list') and replaces is null;

create trigger documents_append_only before update or delete on public.documents for each row execute function private.refuse_change();
create trigger documents_no_truncate before truncate on public.documents for each statement execute function private.refuse_change();
create trigger organisation_details_touch before update on public.organisation_details for each row execute function private.touch_updated_at();

alter table public.organisation_details enable row level security;
create policy "members and coordinators read their details" on public.organisation_details for select to authenticated
  using ((producer_id is not null and (private.is_producer_member(producer_id) or private.coordinates_producer(producer_id)))
    or (buyer_id is not null and private.is_buyer_member(buyer_id)));
grant select on public.organisation_details to authenticated;

alter table public.documents enable row level security;
create policy "both sides read the papers" on public.documents for select to authenticated
  using (private.sees_order_as_buyer(order_id) or private.sees_order_as_producer(order_id));
grant select (id, order_id, producer_id, kind, year, number, label, revision, payment_id, refund_id, replaces, snapshot, sha256, issued_at) on public.documents to authenticated;

-- Files: who may see the room may read the file.
create function private.sees_file(p_room public.file_room, p_room_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select case p_room
    when 'rfq' then private.sees_rfq_as_buyer(p_room_id) or private.sees_rfq_as_producer(p_room_id)
    when 'inquiry' then private.sees_inquiry_as_buyer(p_room_id) or private.sees_inquiry_as_producer(p_room_id)
    when 'order' then private.sees_order_as_buyer(p_room_id) or private.sees_order_as_producer(p_room_id)
    when 'payment' then exists (select 1 from public.payments p where p.id = p_room_id
      and (private.sees_order_as_buyer(p.order_id) or private.sees_order_as_producer(p.order_id)))
    when 'dispute' then private.mediates(p_room_id) or exists (select 1 from public.disputes d where d.id = p_room_id
      and (private.sees_order_as_buyer(d.order_id) or private.sees_order_as_producer(d.order_id))) end
$$;
grant execute on function private.sees_file(public.file_room, uuid) to anon, authenticated, service_role;
create policy "who sees the room reads its files" on public.files for select to authenticated using (private.sees_file(room, room_id));
