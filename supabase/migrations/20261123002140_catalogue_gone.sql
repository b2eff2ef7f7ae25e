-- A product that was public and has been taken down: its address was shared and printed, so it says so kindly. Only what
-- was public then, and only while its maker is.

create function private.gone_product(p_slug text, p_locale public.locale) returns json
language plpgsql stable security definer set search_path = '' set jit = off set plan_cache_mode = force_generic_plan as $$
declare
  p public.products;
  t jsonb;
begin
  select x.* into p from public.products x
  where x.slug = p_slug and x.state = 'archived' and x.published_at is not null and private.producer_is_public(x.producer_id);
  if not found then return null; end if;
  select jsonb_object_agg(x.field, jsonb_build_object('text', x.text, 'status', x.status)) into t
  from public.product_translations x where x.product_id = p.id and x.locale = p_locale and x.field = 'title' and x.status <> 'draft';
  return json_build_object(
    'title', private.text_view(p.title, p.source_locale, t, 'title', p_locale),
    'maker', (select json_build_object('slug', o.slug, 'name', o.name) from public.producers o where o.id = p.producer_id),
    'categories', private.category_trail(p.category_id, p_locale),
    'related', private.related(p, p_locale));
end $$;
grant execute on function private.gone_product(text, public.locale) to anon, authenticated;

create function public.gone_product(p_slug text, p_locale public.locale) returns json
language sql stable set search_path = '' as $$ select private.gone_product(p_slug, p_locale) $$;
comment on function public.gone_product is 'What the page of an archived product says; null when it was never public.';
grant execute on function public.gone_product(text, public.locale) to anon, authenticated;
