-- What the studio shows: the list of a producer's products, and one product with everything its editor needs.

create function public.studio_products(p_slug text, p_state public.product_state default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  producer uuid;
begin
  select p.id into producer from public.producers p where p.slug = p_slug;
  if producer is null or not private.can_edit_producer(producer) then return null; end if;
  return jsonb_build_object(
    'counts', (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (
      select x.state, count(*) as n from public.products x where x.producer_id = producer group by x.state) s),
    'products', coalesce((select jsonb_agg(jsonb_build_object(
        'id', x.id, 'slug', x.slug, 'state', x.state, 'title', x.title, 'priceAmount', x.price_amount, 'priceCurrency', x.price_currency,
        'unit', x.unit, 'moq', x.moq, 'leadTimeDays', x.lead_time_days, 'returnedReason', x.returned_reason, 'updatedAt', x.updated_at,
        'wasPublic', x.published_at is not null,
        'cover', (select private.media_json(m, null) from public.product_media pm join public.media m on m.id = pm.media_id
          where pm.product_id = x.id order by pm.position limit 1)) order by x.updated_at desc, x.id)
      from (select * from public.products x where x.producer_id = producer
        and (case when p_state is null then x.state <> 'archived' else x.state = p_state end)
        order by x.updated_at desc, x.id limit 500) x), '[]'));
end $$;
grant execute on function public.studio_products(text, public.product_state) to authenticated;

-- A picture as pages draw it (src/domain/media.ts), with its state for those who wait for it.
create function private.media_json(m public.media, p_alt text) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('id', m.id, 'code', m.code, 'sha8', m.sha8, 'width', m.width, 'height', m.height,
    'colour', coalesce(m.colour, '#d8cfc0'), 'avif', m.avif, 'state', m.state, 'failure', m.failure, 'alt', coalesce(p_alt, ''))
$$;

create function public.studio_product(p_slug text, p_product uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  producer uuid;
  product public.products;
begin
  select p.id into producer from public.producers p where p.slug = p_slug;
  if producer is null or not private.can_edit_producer(producer) then return null; end if;
  select * into product from public.products p where p.id = p_product;
  if found and product.producer_id <> producer then return null; end if;
  return jsonb_build_object(
    'product', case when product.id is not null then to_jsonb(product) - 'created_by' end,
    'tiers', coalesce((select jsonb_agg(jsonb_build_object('minQuantity', t.min_quantity, 'unitAmount', t.unit_amount) order by t.min_quantity)
      from public.price_tiers t where t.product_id = product.id), '[]'),
    'variants', coalesce((select jsonb_agg(jsonb_build_object('name', v.name, 'sku', v.sku, 'size', v.size, 'colour', v.colour,
      'priceAmount', v.price_amount, 'available', v.available) order by v.position) from public.variants v where v.product_id = product.id), '[]'),
    'photos', coalesce((select jsonb_agg(private.media_json(m, null) || jsonb_build_object('verdict', m.verdict, 'alts',
        (select coalesce(jsonb_object_agg(a.locale, jsonb_build_object('alt', a.alt, 'drafted', a.drafted)), '{}') from public.media_alts a where a.media_id = m.id))
        order by pm.position)
      from public.product_media pm join public.media m on m.id = pm.media_id where pm.product_id = product.id), '[]'),
    'translations', coalesce((select jsonb_agg(jsonb_build_object('locale', t.locale, 'field', t.field, 'text', t.text, 'status', t.status))
      from public.product_translations t where t.product_id = product.id), '[]'),
    'events', coalesce((select jsonb_agg(jsonb_build_object('at', e.at, 'action', e.action, 'to', e.to_state, 'reason', e.reason,
        'by', (select pr.display_name from public.profiles pr where pr.user_id = e.actor), 'onBehalf', e.on_behalf_of is not null) order by e.id desc)
      from (select * from public.events e where e.subject_kind = 'product' and e.subject_id = product.id order by e.id desc limit 20) e), '[]'));
end $$;
comment on function public.studio_product is 'product is null for an id nobody has used yet: the editor then starts a new one under it.';
grant execute on function public.studio_product(text, uuid) to authenticated;

-- The lists behind the editor's selects, in one language.
create function public.listing_choices(p_locale public.locale) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'categories', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'key', c.key, 'parentId', c.parent_id, 'hsHeading', c.hs_heading,
        'unit', c.default_unit, 'name', coalesce(n.name, e.name, c.key)) order by c.position, c.key)
      from public.categories c
      left join public.category_translations n on n.category_id = c.id and n.locale = p_locale
      left join public.category_translations e on e.category_id = c.id and e.locale = 'en'
      where not c.hidden), '[]'),
    'terms', coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'key', t.key, 'name', coalesce(n.name, e.name, t.key)) order by t.kind, t.position, t.key)
      from public.terms t
      left join public.term_translations n on n.kind = t.kind and n.key = t.key and n.locale = p_locale
      left join public.term_translations e on e.kind = t.kind and e.key = t.key and e.locale = 'en'), '[]'))
$$;
grant execute on function public.listing_choices(public.locale) to anon, authenticated;
