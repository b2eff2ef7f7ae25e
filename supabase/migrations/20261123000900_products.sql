-- Products: what a producer offers, with every fact a buyer abroad needs. A listing is a product as a buyer sees it.

create type public.product_state as enum ('draft', 'in_review', 'published', 'archived');
create type public.incoterm as enum ('EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF');

create table public.products (
  id uuid primary key default gen_random_uuid(),
  producer_id uuid not null references public.producers (id) on delete cascade,
  slug text not null unique check (private.is_slug(slug)),
  state public.product_state not null default 'draft',
  category_id uuid references public.categories (id),
  source_locale public.locale not null default 'en',
  title text not null default '' check (length(title) <= 140),
  description text not null default '' check (length(description) <= 6000),
  care text not null default '' check (length(care) <= 2000),
  unit text references public.units (code),
  price_amount bigint check (price_amount between 1 and 1000000000000),
  price_currency text references public.currencies (code),
  moq integer check (moq between 1 and 100000000),
  order_multiple integer not null default 1 check (order_multiple between 1 and 1000000),
  lead_time_days integer check (lead_time_days between 0 and 730),
  capacity_per_month integer check (capacity_per_month between 1 and 100000000),
  hs_code text check (hs_code ~ '^[0-9]{6,10}$'),
  country_of_origin text references public.countries (code),
  incoterm public.incoterm,
  incoterm_place text check (length(btrim(incoterm_place)) between 1 and 120),
  materials text[] not null default '{}' check (cardinality(materials) <= 20),
  techniques text[] not null default '{}' check (cardinality(techniques) <= 20),
  sample_available boolean not null default false,
  sample_price_amount bigint check (sample_price_amount >= 0),
  customisation text not null default '' check (length(customisation) <= 1000),
  weight_grams integer check (weight_grams between 1 and 100000000),
  length_mm integer check (length_mm between 1 and 100000),
  width_mm integer check (width_mm between 1 and 100000),
  height_mm integer check (height_mm between 1 and 100000),
  returned_reason text check (length(returned_reason) <= 2000),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  check ((price_amount is null) = (price_currency is null)),
  check ((incoterm is null) = (incoterm_place is null)),
  check (sample_price_amount is null or sample_available),
  check (moq is null or moq % order_multiple = 0),
  constraint products_enough_to_publish check (state not in ('published', 'in_review') or (
    length(btrim(title)) >= 3 and category_id is not null and price_amount is not null
    and unit is not null and moq is not null and lead_time_days is not null)),
  check (state <> 'published' or published_at is not null)
);
comment on table public.products is
  'Amounts are minor units of price_currency per `unit`; quantities are whole units; moq is a multiple of order_multiple.';
comment on column public.products.returned_reason is 'Why a coordinator last sent the listing back; cleared when it is published again.';
create index products_producer on public.products (producer_id, state, updated_at desc, id);
create index products_category on public.products (category_id) where category_id is not null;

create table public.product_translations (
  product_id uuid not null references public.products (id) on delete cascade,
  locale public.locale not null,
  field text not null check (field in ('title', 'description', 'care', 'customisation')),
  text text not null check (length(btrim(text)) between 1 and 6000),
  status public.translation_status not null default 'draft',
  updated_at timestamptz not null default now(),
  primary key (product_id, locale, field)
);
comment on table public.product_translations is 'Texts in other languages than the product''s own (source_locale), field by field with their status.';

create table public.variants (
  id uuid primary key default gen_random_uuid(),
  product_id uuid not null references public.products (id) on delete cascade,
  position integer not null default 0 check (position >= 0),
  name text not null check (length(btrim(name)) between 1 and 80),
  sku text check (length(sku) <= 60),
  size text check (length(size) <= 30),
  colour text check (length(colour) <= 40),
  price_amount bigint check (price_amount between 1 and 1000000000000),
  available boolean not null default true,
  unique (product_id, name)
);
comment on column public.variants.price_amount is 'Minor units of the product''s currency; null = the product''s price.';

create table public.price_tiers (
  product_id uuid not null references public.products (id) on delete cascade,
  min_quantity integer not null check (min_quantity between 1 and 100000000),
  unit_amount bigint not null check (unit_amount between 1 and 1000000000000),
  primary key (product_id, min_quantity)
);
comment on table public.price_tiers is 'From min_quantity units on, each unit costs unit_amount (minor units). Starts at the MOQ or above and never rises.';

create table public.product_media (
  product_id uuid not null references public.products (id) on delete cascade,
  media_id uuid not null references public.media (id) on delete cascade,
  position integer not null check (position between 0 and 11),
  primary key (product_id, media_id),
  unique (product_id, position) deferrable initially deferred
);
comment on table public.product_media is 'One to twelve pictures; position 0 is the cover.';
create index product_media_media on public.product_media (media_id);

create table public.certifications (
  id uuid primary key default gen_random_uuid(),
  producer_id uuid not null references public.producers (id) on delete cascade,
  product_id uuid references public.products (id) on delete cascade,
  kind public.term_kind not null default 'certification' check (kind = 'certification'),
  term text not null,
  issuer text not null default '' check (length(issuer) <= 120),
  number text check (length(number) <= 80),
  issued_on date,
  expires_on date,
  created_at timestamptz not null default now(),
  foreign key (kind, term) references public.terms (kind, key) on update cascade,
  check (expires_on is null or issued_on is null or expires_on > issued_on)
);
comment on table public.certifications is 'Held by a producer for all it makes (product_id null) or for one product. Past expires_on it is not shown.';
create index certifications_producer on public.certifications (producer_id);
create index certifications_product on public.certifications (product_id) where product_id is not null;

create trigger products_touch before update on public.products for each row execute function private.touch_updated_at();
create trigger product_translations_touch before update on public.product_translations for each row execute function private.touch_updated_at();

create function private.check_product_terms() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not private.are_terms('material', new.materials) then
    raise exception 'unknown_material' using errcode = 'PT400';
  end if;
  if not private.are_terms('technique', new.techniques) then
    raise exception 'unknown_technique' using errcode = 'PT400';
  end if;
  return new;
end $$;
create trigger products_terms before insert or update of materials, techniques on public.products
  for each row execute function private.check_product_terms();

-- The tiers of one product against its MOQ and price, looked at when the transaction ends so that all can change together.
-- The triggers are definers: at commit they run as the caller, who may not see the rows.
create function private.check_tiers(p_product uuid) returns void
language plpgsql set search_path = '' as $$
declare
  product public.products;
begin
  select * into product from public.products where id = p_product;
  if not found or not exists (select 1 from public.price_tiers t where t.product_id = p_product) then return; end if;
  if product.price_amount is null or product.moq is null then
    raise exception 'tiers_need_price' using errcode = 'PT400';
  end if;
  if exists (select 1 from public.price_tiers t where t.product_id = p_product and t.min_quantity < product.moq) then
    raise exception 'tier_below_moq' using errcode = 'PT400';
  end if;
  if exists (
    select 1 from (
      select t.unit_amount, lag(t.unit_amount, 1, product.price_amount) over (order by t.min_quantity) as before
      from public.price_tiers t where t.product_id = p_product) s
    where s.unit_amount > s.before
  ) then
    raise exception 'tier_price_rises' using errcode = 'PT400';
  end if;
end $$;

create function private.check_tiers_of_tier() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.check_tiers(new.product_id);
  return null;
end $$;
create function private.check_tiers_of_product() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.check_tiers(new.id);
  return null;
end $$;
create constraint trigger price_tiers_hold after insert or update on public.price_tiers
  deferrable initially deferred for each row execute function private.check_tiers_of_tier();
create constraint trigger products_tiers_hold after update of moq, price_amount on public.products
  deferrable initially deferred for each row execute function private.check_tiers_of_product();

-- Visibility ----------------------------------------------------------------------------------------

create function private.product_is_public(p_product uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.products p join public.producers o on o.id = p.producer_id
    where p.id = p_product and p.state = 'published' and o.state = 'active')
$$;
create function private.can_edit_product(p_product uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.products p where p.id = p_product and private.can_edit_producer(p.producer_id))
$$;
grant execute on function private.product_is_public(uuid), private.can_edit_product(uuid) to anon, authenticated, service_role;

alter table public.products enable row level security;
create policy "anyone reads published products of active producers" on public.products for select to anon, authenticated
  using (state = 'published' and private.producer_is_public(producer_id));
create policy "editors read their products" on public.products for select to authenticated using (private.can_edit_producer(producer_id));
-- No insert, update or delete policy: products are written by functions, which check and record.
grant select (id, producer_id, slug, state, category_id, source_locale, title, description, care, unit, price_amount, price_currency, moq,
  order_multiple, lead_time_days, capacity_per_month, hs_code, country_of_origin, incoterm, incoterm_place, materials, techniques,
  sample_available, sample_price_amount, customisation, weight_grams, length_mm, width_mm, height_mm, created_at, updated_at, published_at)
  on public.products to anon, authenticated;
grant select (returned_reason) on public.products to authenticated;

alter table public.product_translations enable row level security;
create policy "anyone reads reviewed translations" on public.product_translations for select to anon, authenticated
  using (status <> 'draft' and private.product_is_public(product_id));
create policy "editors read translations" on public.product_translations for select to authenticated using (private.can_edit_product(product_id));
grant select on public.product_translations to anon, authenticated;

alter table public.variants enable row level security;
create policy "anyone reads variants of public products" on public.variants for select to anon, authenticated
  using (private.product_is_public(product_id));
create policy "editors read variants" on public.variants for select to authenticated using (private.can_edit_product(product_id));
grant select on public.variants to anon, authenticated;

alter table public.price_tiers enable row level security;
create policy "anyone reads tiers of public products" on public.price_tiers for select to anon, authenticated
  using (private.product_is_public(product_id));
create policy "editors read tiers" on public.price_tiers for select to authenticated using (private.can_edit_product(product_id));
grant select on public.price_tiers to anon, authenticated;

alter table public.product_media enable row level security;
create policy "anyone reads pictures of public products" on public.product_media for select to anon, authenticated
  using (private.product_is_public(product_id));
create policy "editors read pictures" on public.product_media for select to authenticated using (private.can_edit_product(product_id));
grant select on public.product_media to anon, authenticated;

alter table public.certifications enable row level security;
create policy "anyone reads certifications of active producers" on public.certifications for select to anon, authenticated
  using (private.producer_is_public(producer_id) and (product_id is null or private.product_is_public(product_id)));
create policy "editors read certifications" on public.certifications for select to authenticated using (private.can_edit_producer(producer_id));
create policy "editors add certifications" on public.certifications for insert to authenticated
  with check (private.can_edit_producer(producer_id)
    and (product_id is null or exists (select 1 from public.products p where p.id = product_id and p.producer_id = certifications.producer_id)));
create policy "editors change certifications" on public.certifications for update to authenticated
  using (private.can_edit_producer(producer_id))
  with check (private.can_edit_producer(producer_id)
    and (product_id is null or exists (select 1 from public.products p where p.id = product_id and p.producer_id = certifications.producer_id)));
create policy "editors remove certifications" on public.certifications for delete to authenticated using (private.can_edit_producer(producer_id));
grant select on public.certifications to anon;
grant select, insert, update, delete on public.certifications to authenticated;
