-- Up to six products with every fact of trade, in one answer, in the order they were asked for. Names that are not (or no
-- longer) public come back as missing.

create function private.compared_product(p public.products, p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
declare
  t jsonb;
begin
  select jsonb_object_agg(x.field, jsonb_build_object('text', x.text, 'status', x.status)) into t
  from public.product_translations x where x.product_id = p.id and x.locale = p_locale and x.status <> 'draft';
  return (
    select json_build_object(
      'id', p.id, 'slug', p.slug, 'title', private.text_view(p.title, p.source_locale, t, 'title', p_locale),
      'customisation', private.text_view(p.customisation, p.source_locale, t, 'customisation', p_locale),
      'unit', p.unit, 'price', json_build_object('amount', p.price_amount, 'currency', p.price_currency),
      'moq', p.moq, 'orderMultiple', p.order_multiple, 'leadTimeDays', p.lead_time_days, 'capacityPerMonth', p.capacity_per_month,
      'hsCode', p.hs_code, 'country', p.country_of_origin, 'incoterm', p.incoterm, 'incotermPlace', p.incoterm_place,
      'sample', p.sample_available, 'sampleAmount', p.sample_price_amount,
      'weightGrams', p.weight_grams, 'lengthMm', p.length_mm, 'widthMm', p.width_mm, 'heightMm', p.height_mm,
      'materials', private.terms_view('material', p.materials, p_locale),
      'techniques', private.terms_view('technique', p.techniques, p_locale),
      'tiers', (select coalesce(json_agg(json_build_object('minQuantity', x.min_quantity, 'unitAmount', x.unit_amount) order by x.min_quantity), '[]')
        from public.price_tiers x where x.product_id = p.id),
      'variants', (select count(*) from public.variants v where v.product_id = p.id and v.available),
      'picture', (select private.media_view(x.media_id, p_locale, p.source_locale, coalesce(t -> 'title' ->> 'text', p.title))
        from public.product_media x join public.media m on m.id = x.media_id and m.state = 'ready' where x.product_id = p.id order by x.position limit 1),
      'maker', json_build_object('slug', o.slug, 'name', o.name, 'place', o.place, 'country', o.country, 'verified', o.verified_at is not null),
      'rating', (select json_build_object('average', round(avg(r.rating), 1), 'count', count(*)) from public.reviews r
        where r.producer_id = o.id and r.state = 'published'),
      'certifications', private.certifications_of(p.producer_id, p.id, p_locale))
    from public.producers o where o.id = p.producer_id);
end $$;

create function private.compare_products(p_slugs text[], p_locale public.locale) returns json
language plpgsql stable security definer set search_path = '' set jit = off set plan_cache_mode = force_generic_plan as $$
declare
  asked constant text[] := p_slugs[1:6];
begin
  return json_build_object(
    'items', (select coalesce(json_agg(private.compared_product(p, p_locale) order by array_position(asked, p.slug)), '[]')
      from public.products p join public.producers o on o.id = p.producer_id and o.state = 'active'
      where p.slug = any (asked) and p.state = 'published'),
    'missing', (select coalesce(json_agg(a.slug order by a.i), '[]') from unnest(asked) with ordinality as a (slug, i)
      where not exists (select 1 from public.products p join public.producers o on o.id = p.producer_id and o.state = 'active'
        where p.slug = a.slug and p.state = 'published')));
end $$;
grant execute on function private.compare_products(text[], public.locale) to anon, authenticated;

create function public.compare_products(p_slugs text[], p_locale public.locale) returns json
language sql stable set search_path = '' as $$ select private.compare_products(p_slugs, p_locale) $$;
comment on function public.compare_products is 'The facts of trade of up to six public products, and which of the names are none.';
grant execute on function public.compare_products(text[], public.locale) to anon, authenticated;
