-- What machines read: sitemap and news feed; and the suggestions under the search field.

-- Sitemap parts of the listings: 2048 numbers each, so a part keeps its addresses while the market grows.
create function private.sitemap(p_part integer) returns json
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
  if p_part is null then
    return json_build_object(
      'parts', (select coalesce(json_agg(json_build_object('part', s.part, 'updatedAt', s.at) order by s.part), '[]') from (
        select l.ord >> 11 as part, max(p.updated_at) as at from private.listings l join public.products p on p.id = l.product_id group by 1) s),
      'producers', (select coalesce(json_agg(json_build_object('slug', o.slug, 'updatedAt', o.updated_at) order by o.slug), '[]')
        from (select x.slug, x.updated_at from public.producers x where x.state = 'active' order by x.slug limit 10000) o),
      'clusters', (select coalesce(json_agg(json_build_object('slug', c.slug, 'updatedAt', c.updated_at) order by c.slug), '[]')
        from public.clusters c where c.state = 'active'));
  end if;
  return (
    select coalesce(json_agg(json_build_object('slug', p.slug, 'updatedAt', p.updated_at) order by l.ord), '[]')
    from private.listings l join public.products p on p.id = l.product_id and p.state = 'published'
    join public.producers o on o.id = p.producer_id and o.state = 'active'
    where l.ord between p_part::bigint << 11 and (p_part::bigint << 11) + 2047);
end $$;
grant execute on function private.sitemap(integer) to anon, authenticated;

create function public.sitemap(p_part integer default null) returns json
language sql stable set search_path = '' as $$ select private.sitemap(p_part) $$;
comment on function public.sitemap is 'Without a part: the parts, the producers, the clusters. With one: its listings.';

create function private.news_feed(p_locale public.locale, p_limit integer) returns json
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
  return (
    select coalesce(json_agg(json_build_object('slug', p.slug, 'title', coalesce(t.text, p.title),
      'description', coalesce(d.text, nullif(p.description, '')), 'publishedAt', p.published_at,
      'producer', json_build_object('slug', o.slug, 'name', o.name),
      'media', (select private.media_view(x.media_id, p_locale, p.source_locale, coalesce(t.text, p.title)) from public.product_media x
        join public.media m on m.id = x.media_id and m.state = 'ready' where x.product_id = p.id order by x.position limit 1)
    ) order by n.published_key desc, n.product_id desc), '[]')
    from (select l.product_id, l.published_key from private.listings l order by l.published_key desc, l.product_id desc
      limit least(greatest(p_limit, 1), 100)) n
    join public.products p on p.id = n.product_id and p.state = 'published'
    join public.producers o on o.id = p.producer_id and o.state = 'active'
    left join public.product_translations t on t.product_id = p.id and t.locale = p_locale and t.field = 'title' and t.status <> 'draft' and p.source_locale <> p_locale
    left join public.product_translations d on d.product_id = p.id and d.locale = p_locale and d.field = 'description' and d.status <> 'draft' and p.source_locale <> p_locale);
end $$;
grant execute on function private.news_feed(public.locale, integer) to anon, authenticated;

create function public.news_feed(p_locale public.locale, p_limit integer default 30) returns json
language sql stable set search_path = '' as $$ select private.news_feed(p_locale, p_limit) $$;

-- A few categories, makers and titles for what has been typed so far.
create function private.suggest_catalogue(p_q text, p_locale public.locale) returns json
language plpgsql stable security definer set search_path = '' set jit = off set plan_cache_mode = force_generic_plan as $$
declare
  words constant text[] := private.query_words(p_q);
  last constant text := words[cardinality(words)];
  everything constant bit varying := private.everything();
  found private.text_match;
  ids uuid[] := '{}';
begin
  if coalesce(length(last), 0) < 2 then
    return json_build_object('categories', '[]'::json, 'producers', '[]'::json, 'listings', '[]'::json);
  end if;
  found := private.match_text(p_q, p_locale, everything # everything);
  for i in 1..least(3, cardinality(found.classes)) loop
    exit when cardinality(ids) >= 6 or found.is_partial;
    ids := ids || array(select x.id from private.in_order(found.classes[i] & everything, 'published_key', true, null, null, null, 12) x);
  end loop;
  return json_build_object(
    'categories', (
      select coalesce(json_agg(json_build_object('key', s.key, 'name', s.name)), '[]') from (
        select c.key, coalesce(here.name, en.name, c.key) as name
        from public.categories c
        left join public.category_translations here on here.category_id = c.id and here.locale = p_locale
        left join public.category_translations en on en.category_id = c.id and en.locale = 'en'
        where not c.hidden and not exists (
          select 1 from unnest(words) w where not exists (
            select 1 from private.name_words n where n.kind = 1 and n.key = c.id::text
              and (n.word = w or (w = last and n.word >= w collate "C" and n.word < (w || U&'\+10FFFF') collate "C"))))
        order by c.parent_id is not null, c.position, c.key limit 4) s),
    'producers', (
      select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name)), '[]') from (
        select o.slug, o.name from public.producers o where o.id = any (private.producers_named(p_q))
        order by o.name collate "und-x-icu", o.id limit 4) s),
    'listings', (
      select coalesce(json_agg(json_build_object('slug', s.slug, 'title', s.title) order by s.place), '[]') from (
        select p.slug, coalesce(t.text, p.title) as title, w.place from unnest(ids) with ordinality as w (id, place)
        join public.products p on p.id = w.id and p.state = 'published' and private.producer_is_public(p.producer_id)
        left join public.product_translations t on t.product_id = p.id and t.locale = p_locale and t.field = 'title' and t.status <> 'draft' and p.source_locale <> p_locale
        order by w.place limit 6) s));
end $$;
grant execute on function private.suggest_catalogue(text, public.locale) to anon, authenticated;

create function public.suggest_catalogue(p_q text, p_locale public.locale) returns json
language sql stable set search_path = '' as $$ select private.suggest_catalogue(p_q, p_locale) $$;
grant execute on function public.sitemap(integer), public.news_feed(public.locale, integer), public.suggest_catalogue(text, public.locale)
  to anon, authenticated;
