-- One product with all that its page shows, in one answer; null when it is not public.

-- A text in the visitor's language when it is translated, else as written. `translations`: {field: {text, status}}.
create function private.text_view(p_text text, p_source public.locale, translations jsonb, p_field text, p_locale public.locale) returns json
language plpgsql immutable set search_path = '' as $$
begin
  if translations -> p_field is not null and p_source <> p_locale then
    return json_build_object('text', translations -> p_field ->> 'text', 'locale', p_locale,
      'machine', translations -> p_field ->> 'status' = 'machine');
  end if;
  if coalesce(btrim(p_text), '') = '' then return null; end if;
  return json_build_object('text', p_text, 'locale', p_source, 'machine', false);
end $$;

create function private.terms_view(p_kind public.term_kind, p_keys text[], p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('key', v.key, 'name', coalesce(here.name, en.name, v.key)) order by v.position, v.key), '[]')
    from public.terms v
    left join public.term_translations here on here.kind = v.kind and here.key = v.key and here.locale = p_locale
    left join public.term_translations en on en.kind = v.kind and en.key = v.key and en.locale = 'en'
    where v.kind = p_kind and v.key = any (p_keys));
end $$;

create function private.clusters_of(p_producer uuid, p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', coalesce(t.text, c.name)) order by c.name), '[]')
    from public.memberships m join public.clusters c on c.id = m.cluster_id and c.state = 'active'
    left join public.cluster_translations t on t.cluster_id = c.id and t.locale = p_locale and t.field = 'name' and t.status <> 'draft'
    where m.producer_id = p_producer and m.state = 'active');
end $$;

-- Valid certificates: those of the producer for all it makes and, with a product, those of that product.
create function private.certifications_of(p_producer uuid, p_product uuid, p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('key', c.term, 'name', coalesce(here.name, en.name, c.term), 'issuer', nullif(c.issuer, ''),
      'number', c.number, 'issuedOn', c.issued_on, 'expiresOn', c.expires_on, 'forThisProduct', c.product_id is not null) order by v.position, c.term), '[]')
    from public.certifications c
    join public.terms v on v.kind = c.kind and v.key = c.term
    left join public.term_translations here on here.kind = v.kind and here.key = v.key and here.locale = p_locale
    left join public.term_translations en on en.kind = v.kind and en.key = v.key and en.locale = 'en'
    where c.producer_id = p_producer and (c.product_id is null or c.product_id = p_product)
      and (c.expires_on is null or c.expires_on >= current_date));
end $$;

create function private.checks_of(p_producer uuid) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('item', c.item, 'checkedAt', c.checked_at) order by c.item), '[]')
    from public.verification_checks c where c.producer_id = p_producer and private.check_is_public(p_producer, c.item));
end $$;

create function private.category_trail(p_category uuid, p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    with recursive up as (
      select c.id, c.key, c.parent_id, 0 as depth from public.categories c where c.id = p_category
      union all select c.id, c.key, c.parent_id, u.depth + 1 from up u join public.categories c on c.id = u.parent_id
    )
    select coalesce(json_agg(json_build_object('key', u.key, 'name', coalesce(here.name, en.name, u.key)) order by u.depth desc), '[]')
    from up u
    left join public.category_translations here on here.category_id = u.id and here.locale = p_locale
    left join public.category_translations en on en.category_id = u.id and en.locale = 'en');
end $$;

create function private.producer_texts(p_producer uuid, p_locale public.locale) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_object_agg(t.field, jsonb_build_object('text', t.text, 'status', t.status))
    from public.producer_translations t where t.producer_id = p_producer and t.locale = p_locale and t.status <> 'draft');
end $$;

create function private.maker_view(p_producer uuid, p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'kind', o.kind, 'tagline', private.text_view(o.tagline, o.source_locale, private.producer_texts(o.id, p_locale), 'tagline', p_locale),
      'country', o.country, 'place', o.place, 'verifiedAt', o.verified_at, 'checks', private.checks_of(o.id), 'languages', to_json(o.languages),
      'foundedYear', o.founded_year, 'listings', (select count(*) from private.listings l where l.producer_id = o.id),
      'cover', (select private.media_view(x.media_id, p_locale, o.source_locale, o.name) from public.producer_media x
        where x.producer_id = o.id and x.use = 'cover'))
    from public.producers o where o.id = p_producer);
end $$;

create function private.product_page(p_slug text, p_locale public.locale) returns json
language plpgsql stable security definer set search_path = '' set jit = off set plan_cache_mode = force_generic_plan as $$
declare
  p public.products;
  t jsonb;
begin
  select x.* into p from public.products x join public.producers o on o.id = x.producer_id and o.state = 'active'
  where x.slug = p_slug and x.state = 'published';
  if not found then return null; end if;
  select jsonb_object_agg(x.field, jsonb_build_object('text', x.text, 'status', x.status)) into t
  from public.product_translations x where x.product_id = p.id and x.locale = p_locale and x.status <> 'draft';
  return json_build_object(
    'id', p.id, 'slug', p.slug,
    'title', private.text_view(p.title, p.source_locale, t, 'title', p_locale),
    'description', private.text_view(p.description, p.source_locale, t, 'description', p_locale),
    'care', private.text_view(p.care, p.source_locale, t, 'care', p_locale),
    'customisation', private.text_view(p.customisation, p.source_locale, t, 'customisation', p_locale),
    'unit', p.unit, 'price', json_build_object('amount', p.price_amount, 'currency', p.price_currency),
    'moq', p.moq, 'orderMultiple', p.order_multiple, 'leadTimeDays', p.lead_time_days, 'capacityPerMonth', p.capacity_per_month,
    'hsCode', p.hs_code, 'country', p.country_of_origin, 'incoterm', p.incoterm, 'incotermPlace', p.incoterm_place,
    'sample', p.sample_available, 'sampleAmount', p.sample_price_amount,
    'weightGrams', p.weight_grams, 'lengthMm', p.length_mm, 'widthMm', p.width_mm, 'heightMm', p.height_mm,
    'publishedAt', p.published_at, 'updatedAt', p.updated_at,
    'materials', private.terms_view('material', p.materials, p_locale),
    'techniques', private.terms_view('technique', p.techniques, p_locale),
    'tiers', (select coalesce(json_agg(json_build_object('minQuantity', x.min_quantity, 'unitAmount', x.unit_amount) order by x.min_quantity), '[]')
      from public.price_tiers x where x.product_id = p.id),
    'variants', (select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name, 'sku', x.sku, 'size', x.size, 'colour', x.colour,
        'amount', x.price_amount, 'available', x.available) order by x.position, x.name), '[]') from public.variants x where x.product_id = p.id),
    'pictures', (select coalesce(json_agg(private.media_view(x.media_id, p_locale, p.source_locale, coalesce(t -> 'title' ->> 'text', p.title)) order by x.position), '[]')
      from public.product_media x join public.media m on m.id = x.media_id and m.state = 'ready' where x.product_id = p.id),
    'maker', private.maker_view(p.producer_id, p_locale),
    'clusters', private.clusters_of(p.producer_id, p_locale),
    'categories', private.category_trail(p.category_id, p_locale),
    'certifications', private.certifications_of(p.producer_id, p.id, p_locale),
    'related', private.related(p, p_locale));
end $$;
grant execute on function private.product_page(text, public.locale) to anon, authenticated;

create function public.product_page(p_slug text, p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return private.product_page(p_slug, p_locale);
end $$;
comment on function public.product_page is 'Everything the product''s page shows, or null when the product is not public.';
grant execute on function public.product_page(text, public.locale) to anon, authenticated;
