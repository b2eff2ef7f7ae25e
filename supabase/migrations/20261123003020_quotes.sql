-- Quotes: versioned offers in a conversation. A producer's quote and a buyer's counter are both versions; the other side
-- accepts, counters or declines the one that stands. Sums are checked here again, whoever worked them out.

create type public.quote_state as enum ('draft', 'sent', 'accepted', 'declined', 'withdrawn', 'expired', 'superseded');
create type public.payment_terms as enum ('in_advance', 'deposit_balance_before_shipping', 'deposit_balance_on_delivery', 'net_14', 'net_30', 'net_60');

-- Halves go up, as on paper. Amounts are never negative here.
create function private.share_bp(p_amount bigint, p_basis_points integer) returns bigint
language sql immutable parallel safe strict set search_path = '' as $$
  select div(p_amount::numeric * p_basis_points + 5000, 10000)::bigint
$$;
comment on function private.share_bp is 'Basis points of an amount in minor units, halves rounded up. src/domain/money.ts has the same rule.';

create table public.quotes (
  id uuid primary key default gen_random_uuid(),
  inquiry_id uuid not null references public.inquiries (id) on delete restrict,
  producer_id uuid not null references public.producers (id) on delete restrict,
  version integer not null check (version between 1 and 99),
  side public.inquiry_side not null,
  state public.quote_state not null default 'draft',
  currency text not null references public.currencies (code),
  incoterm public.incoterm not null,
  incoterm_place text not null check (length(btrim(incoterm_place)) between 1 and 120),
  lead_time_days integer not null check (lead_time_days between 0 and 730),
  payment_terms public.payment_terms not null,
  deposit_bp integer not null default 0 check (deposit_bp between 0 and 10000),
  tax_bp integer not null default 0 check (tax_bp between 0 and 10000),
  goods_amount bigint not null default 0 check (goods_amount between 0 and 1000000000000000),
  discount_amount bigint not null default 0 check (discount_amount between 0 and goods_amount),
  freight_amount bigint not null default 0 check (freight_amount between 0 and 1000000000000),
  tax_amount bigint not null default 0 check (tax_amount >= 0),
  total_amount bigint not null default 0 check (total_amount = goods_amount - discount_amount + freight_amount + tax_amount),
  deposit_amount bigint not null default 0 check (deposit_amount between 0 and total_amount),
  valid_until timestamptz not null,
  notes text not null default '' check (length(notes) <= 3000),
  reason text check (length(reason) <= 2000),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  sent_at timestamptz,
  decided_at timestamptz,
  document_sha256 text check (document_sha256 ~ '^[0-9a-f]{64}$'),
  unique (inquiry_id, version),
  foreign key (inquiry_id, producer_id) references public.inquiries (id, producer_id),
  check (tax_amount = private.share_bp(goods_amount - discount_amount + freight_amount, tax_bp)),
  check (deposit_amount = private.share_bp(total_amount, deposit_bp)),
  check ((state = 'draft') = (sent_at is null)),
  check (state in ('draft', 'sent') or decided_at is not null)
);
comment on table public.quotes is
  'Amounts in minor units of currency. tax is on goods − discount + freight; deposit is a share of the total; both round halves up. A sent version never changes.';
comment on column public.quotes.side is 'producer: a quote; buyer: a counter.';
comment on column public.quotes.deposit_bp is 'Basis points: 3000 is 30 %.';
create unique index quotes_one_stands on public.quotes (inquiry_id) where state = 'sent';
create unique index quotes_one_accepted on public.quotes (inquiry_id) where state = 'accepted';
create unique index quotes_one_draft on public.quotes (inquiry_id, side) where state = 'draft';
create index quotes_due on public.quotes (valid_until) where state = 'sent';
create index quotes_producer on public.quotes (producer_id, state, created_at desc, id);

create table public.quote_lines (
  id uuid primary key default gen_random_uuid(),
  quote_id uuid not null references public.quotes (id) on delete cascade,
  position integer not null check (position between 0 and 49),
  rfq_line_id uuid references public.rfq_lines (id) on delete set null,
  product_id uuid references public.products (id) on delete set null,
  variant_id uuid references public.variants (id) on delete set null,
  description text not null check (length(btrim(description)) between 2 and 500),
  sku text check (length(sku) <= 60),
  hs_code text check (hs_code ~ '^[0-9]{6,10}$'),
  country_of_origin text references public.countries (code),
  unit text not null references public.units (code),
  quantity integer not null check (quantity between 1 and 100000000),
  unit_amount bigint not null check (unit_amount between 0 and 1000000000000),
  line_amount bigint not null,
  moq integer check (moq between 1 and 100000000),
  moq_waived boolean not null default false,
  weight_grams integer check (weight_grams between 1 and 100000000),
  sample boolean not null default false,
  unique (quote_id, position),
  check (line_amount = quantity * unit_amount)
);
comment on table public.quote_lines is 'Frozen facts of each line. weight_grams is of one unit. moq_waived: this quantity is under the product''s MOQ or off its multiple, and the producer takes it.';
create index quote_lines_product on public.quote_lines (product_id) where product_id is not null;
create index quote_lines_variant on public.quote_lines (variant_id) where variant_id is not null;
create index quote_lines_rfq_line on public.quote_lines (rfq_line_id) where rfq_line_id is not null;

create table public.quote_line_tiers (
  line_id uuid not null references public.quote_lines (id) on delete cascade,
  min_quantity integer not null check (min_quantity between 1 and 100000000),
  unit_amount bigint not null check (unit_amount between 0 and 1000000000000),
  primary key (line_id, min_quantity)
);
comment on table public.quote_line_tiers is 'Prices that hold when the buyer counters with another quantity.';

create trigger quotes_touch before update on public.quotes for each row execute function private.touch_updated_at();

-- What was sent stays as it was: only its state, reason and date may move.
create function private.keep_sent_quote() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.state <> 'draft' and (to_jsonb(new) - '{state,reason,decided_at,updated_at,document_sha256}'::text[])
      is distinct from (to_jsonb(old) - '{state,reason,decided_at,updated_at,document_sha256}'::text[]) then
    raise exception 'append_only' using errcode = 'PT409';
  end if;
  return new;
end $$;
create trigger quotes_keep before update on public.quotes for each row execute function private.keep_sent_quote();

create function private.keep_sent_lines() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from public.quotes q where q.id = coalesce(old.quote_id, new.quote_id) and q.state <> 'draft') then
    raise exception 'append_only' using errcode = 'PT409';
  end if;
  return coalesce(new, old);
end $$;
create trigger quote_lines_keep before insert or update or delete on public.quote_lines for each row execute function private.keep_sent_lines();

create function private.check_quote_sums() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.state <> 'draft' and new.goods_amount is distinct from (
      select coalesce(sum(l.line_amount), -1) from public.quote_lines l where l.quote_id = new.id) then
    raise exception 'sums_differ' using errcode = 'PT400';
  end if;
  return null;
end $$;
create constraint trigger quotes_sums after insert or update of state, goods_amount on public.quotes
  deferrable initially deferred for each row execute function private.check_quote_sums();

-- A draft is its author's; what was sent is both sides'.
create function private.sees_quote(p_inquiry uuid, p_state public.quote_state, p_side public.inquiry_side) returns boolean
language sql stable security definer set search_path = '' as $$
  select case when p_state <> 'draft' then private.sees_inquiry_as_buyer(p_inquiry) or private.sees_inquiry_as_producer(p_inquiry)
    when p_side = 'buyer' then private.sees_inquiry_as_buyer(p_inquiry)
    else private.sees_inquiry_as_producer(p_inquiry) end
$$;
grant execute on function private.sees_quote(uuid, public.quote_state, public.inquiry_side), private.share_bp(bigint, integer)
  to anon, authenticated, service_role;

alter table public.quotes enable row level security;
create policy "both sides read sent quotes, the author a draft" on public.quotes for select to authenticated
  using (private.sees_quote(inquiry_id, state, side));
grant select (id, inquiry_id, producer_id, version, side, state, currency, incoterm, incoterm_place, lead_time_days, payment_terms, deposit_bp,
  tax_bp, goods_amount, discount_amount, freight_amount, tax_amount, total_amount, deposit_amount, valid_until, notes, reason, created_at,
  sent_at, decided_at, document_sha256) on public.quotes to authenticated;

alter table public.quote_lines enable row level security;
create policy "who sees the quote sees its lines" on public.quote_lines for select to authenticated
  using (exists (select 1 from public.quotes q where q.id = quote_id));
grant select on public.quote_lines to authenticated;

alter table public.quote_line_tiers enable row level security;
create policy "who sees the line sees its tiers" on public.quote_line_tiers for select to authenticated
  using (exists (select 1 from public.quote_lines l where l.id = line_id));
grant select on public.quote_line_tiers to authenticated;
