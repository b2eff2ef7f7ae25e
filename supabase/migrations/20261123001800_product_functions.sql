-- Writing a listing. The client makes the id, so a form sent twice from a weak link makes one product.

-- A suspended producer's listings stay as they are: what an operator looks into must not change meanwhile.
create function private.refuse_suspended(p_producer uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select 1 from public.producers p where p.id = p_producer and p.state = 'suspended') then
    raise exception 'producer_suspended' using errcode = 'PT403';
  end if;
end $$;

-- The product, locked, when the caller may change it now. To a stranger it looks as if there were none.
create function private.editable_product(p_product uuid) returns public.products
language plpgsql volatile security definer set search_path = '' as $$
declare
  product public.products;
begin
  perform private.require_active_user();
  select * into product from public.products p where p.id = p_product for update;
  if not found or not private.can_edit_producer(product.producer_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.refuse_suspended(product.producer_id);
  return product;
end $$;

-- One product with its variants and tiers, whole. `p_input` has the columns' names; a missing key clears the field.
create function public.save_product(p_id uuid, p_producer uuid, p_input jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  old public.products;
  input public.products;
  is_new boolean;
begin
  if not private.can_edit_producer(p_producer) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  perform private.refuse_suspended(p_producer);
  perform private.claim_id(p_id);
  select * into old from public.products p where p.id = p_id for update;
  is_new := not found;
  if not is_new and old.producer_id <> p_producer then raise exception 'not_found' using errcode = 'PT404'; end if;
  if not is_new and old.state = 'archived' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  input := jsonb_populate_record(null::public.products, p_input);
  if old.state in ('published', 'in_review') and (length(btrim(coalesce(input.title, ''))) < 3 or input.category_id is null
    or input.price_amount is null or input.unit is null or input.moq is null or input.lead_time_days is null) then
    raise exception 'not_enough_to_publish' using errcode = 'PT409';
  end if;

  if is_new then
    insert into public.products (id, producer_id, slug, source_locale, created_by)
    values (p_id, p_producer, private.free_slug(input.title, 'public.products'), coalesce(input.source_locale, 'en'), me);
  elsif old.published_at is null and length(private.slug_base(input.title)) > 1 and btrim(input.title) <> old.title
    and old.slug !~ ('^' || private.slug_base(input.title) || '(-[0-9]+)?$') then
    -- Until it was public once, the address follows the title.
    update public.products set slug = private.free_slug(input.title, 'public.products') where id = p_id;
  end if;

  set constraints all deferred;
  update public.products p set
    category_id = input.category_id,
    source_locale = coalesce(input.source_locale, p.source_locale),
    title = btrim(coalesce(input.title, '')),
    description = btrim(coalesce(input.description, '')),
    care = btrim(coalesce(input.care, '')),
    unit = input.unit,
    price_amount = input.price_amount,
    price_currency = case when input.price_amount is not null then input.price_currency end,
    moq = input.moq,
    order_multiple = coalesce(input.order_multiple, 1),
    lead_time_days = input.lead_time_days,
    capacity_per_month = input.capacity_per_month,
    hs_code = nullif(input.hs_code, ''),
    country_of_origin = input.country_of_origin,
    incoterm = input.incoterm,
    incoterm_place = nullif(btrim(input.incoterm_place), ''),
    materials = coalesce(input.materials, '{}'),
    techniques = coalesce(input.techniques, '{}'),
    sample_available = coalesce(input.sample_available, false),
    sample_price_amount = case when input.sample_available then input.sample_price_amount end,
    customisation = btrim(coalesce(input.customisation, '')),
    weight_grams = input.weight_grams,
    length_mm = input.length_mm, width_mm = input.width_mm, height_mm = input.height_mm
  where p.id = p_id;

  perform private.replace_tiers(p_id, coalesce(nullif(p_input -> 'tiers', 'null'), '[]'));
  perform private.replace_variants(p_id, coalesce(nullif(p_input -> 'variants', 'null'), '[]'));
  set constraints all immediate;
  perform private.record_event('product', p_id, case when is_new then 'product.created' else 'product.edited' end,
    p_to => case when is_new then 'draft' end, p_producer => p_producer);
  return (select jsonb_build_object('id', p.id, 'slug', p.slug, 'state', p.state) from public.products p where p.id = p_id);
end $$;
grant execute on function public.save_product(uuid, uuid, jsonb) to authenticated;

create function private.replace_tiers(p_product uuid, p_tiers jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if jsonb_array_length(p_tiers) > 12 then raise exception 'too_many_tiers' using errcode = 'PT400'; end if;
  delete from public.price_tiers where product_id = p_product;
  insert into public.price_tiers (product_id, min_quantity, unit_amount)
  select p_product, t.min_quantity, t.unit_amount
  from jsonb_to_recordset(p_tiers) as t (min_quantity integer, unit_amount bigint);
exception when unique_violation then
  raise exception 'tier_twice' using errcode = 'PT400';
end $$;

-- Variants keep their ids where the name is the same: later quotes point at them.
create function private.replace_variants(p_product uuid, p_variants jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if jsonb_array_length(p_variants) > 200 then raise exception 'too_many_variants' using errcode = 'PT400'; end if;
  if exists (select 1 from jsonb_to_recordset(p_variants) as v (name text) group by btrim(v.name) having count(*) > 1) then
    raise exception 'variant_twice' using errcode = 'PT400';
  end if;
  delete from public.variants v where v.product_id = p_product
    and v.name not in (select btrim(x.name) from jsonb_to_recordset(p_variants) as x (name text));
  insert into public.variants as v (product_id, position, name, sku, size, colour, price_amount, available)
  select p_product, (x.ord - 1)::integer, btrim(x.v ->> 'name'), nullif(x.v ->> 'sku', ''), nullif(x.v ->> 'size', ''), nullif(x.v ->> 'colour', ''),
    (x.v ->> 'price_amount')::bigint, coalesce((x.v ->> 'available')::boolean, true)
  from jsonb_array_elements(p_variants) with ordinality as x (v, ord)
  on conflict (product_id, name) do update set position = excluded.position, sku = excluded.sku, size = excluded.size,
    colour = excluded.colour, price_amount = excluded.price_amount, available = excluded.available;
end $$;
