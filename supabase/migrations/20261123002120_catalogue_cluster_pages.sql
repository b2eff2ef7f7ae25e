-- Clusters and the home page.

create function private.cluster_listings(p_cluster uuid) returns integer
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(sum(f.n), 0)::integer from private.facet_bits f where f.token = private.token(2, p_cluster::text));
end $$;

create function private.cluster_texts(p_cluster uuid, p_locale public.locale) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_object_agg(t.field, jsonb_build_object('text', t.text, 'status', t.status))
    from public.cluster_translations t where t.cluster_id = p_cluster and t.locale = p_locale and t.status <> 'draft');
end $$;

create function private.cluster_producers(p_cluster uuid) returns setof uuid
language plpgsql stable set search_path = '' as $$
begin
  return query
  select o.id from public.memberships m join public.producers o on o.id = m.producer_id and o.state = 'active'
  where m.cluster_id = p_cluster and m.state = 'active';
end $$;

create function private.cluster_cards(p_locale public.locale, p_limit integer) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('slug', x.slug,
      'name', private.text_view(x.name, x.source_locale, x.texts, 'name', p_locale),
      'summary', private.text_view(x.summary, x.source_locale, x.texts, 'summary', p_locale),
      'country', x.country, 'place', x.place, 'latitude', x.latitude, 'longitude', x.longitude,
      'producers', x.producers, 'listings', x.listings,
      'cover', (select private.media_view(m.media_id, p_locale, x.source_locale, x.name) from public.cluster_media m
        where m.cluster_id = x.id and m.use = 'cover')) order by x.listings desc, x.name), '[]')
    from (
      select c.*, private.cluster_texts(c.id, p_locale) as texts, n.listings,
        (select count(*) from private.cluster_producers(c.id)) as producers
      from public.clusters c, lateral (select private.cluster_listings(c.id) as listings) n
      where c.state = 'active' order by n.listings desc, c.name limit p_limit) x);
end $$;

create function private.cluster_page(p_slug text, p_locale public.locale) returns json
language plpgsql stable security definer set search_path = '' set jit = off set plan_cache_mode = force_generic_plan as $$
declare
  c public.clusters;
  t jsonb;
  members uuid[];
  everything constant bit varying := private.everything();
begin
  select x.* into c from public.clusters x where x.slug = p_slug and x.state = 'active';
  if not found then return null; end if;
  t := private.cluster_texts(c.id, p_locale);
  members := array(
    select h from private.cluster_producers(c.id) h join public.producers o on o.id = h order by o.name collate "und-x-icu", o.id);
  return json_build_object(
    'id', c.id, 'slug', c.slug,
    'name', private.text_view(c.name, c.source_locale, t, 'name', p_locale),
    'summary', private.text_view(c.summary, c.source_locale, t, 'summary', p_locale),
    'story', private.text_view(c.story, c.source_locale, t, 'story', p_locale),
    'country', c.country, 'place', c.place, 'latitude', c.latitude, 'longitude', c.longitude, 'updatedAt', c.updated_at,
    'cover', (select private.media_view(m.media_id, p_locale, c.source_locale, c.name) from public.cluster_media m where m.cluster_id = c.id and m.use = 'cover'),
    'gallery', (select coalesce(json_agg(private.media_view(m.media_id, p_locale, c.source_locale, c.name) order by m.position), '[]')
      from public.cluster_media m join public.media i on i.id = m.media_id and i.state = 'ready' where m.cluster_id = c.id and m.use = 'gallery'),
    'producerCount', cardinality(members),
    'people', (select sum(o.people_count) from public.producers o where o.id = any (members)),
    'producers', private.producer_cards(members[1:48], p_locale),
    'listings', private.cluster_listings(c.id),
    'newest', private.cards(array(
      select x.id from private.in_order(private.facet_set(array[private.token(2, c.id::text)], everything # everything),
        'published_key', true, null, null, null, 12) x), p_locale));
end $$;
grant execute on function private.cluster_page(text, public.locale) to anon, authenticated;

create function private.clusters_list(p_locale public.locale) returns json
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
  return private.cluster_cards(p_locale, 500);
end $$;
grant execute on function private.clusters_list(public.locale) to anon, authenticated;

-- A mixed hand: every maker's newest before anybody's second, and among those each kind of thing once before any twice.
-- The same for everybody until something new is published.
create function private.mixed_hand(p_limit integer) returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    select s.product_id from (
      select n.product_id, n.published_key,
        row_number() over (partition by n.producer_id order by n.published_key desc, n.product_id) as of_maker,
        row_number() over (partition by n.category_id order by n.published_key desc, n.product_id) as of_kind
      from (
        select l.product_id, l.producer_id, l.category_id, l.published_key from private.listings l
        where exists (select 1 from public.product_media x join public.media m on m.id = x.media_id and m.state = 'ready' where x.product_id = l.product_id)
        order by l.published_key desc, l.product_id desc limit 240) n
    ) s
    order by s.of_maker, s.of_kind, s.published_key desc, s.product_id limit p_limit);
end $$;

create function private.home_page(p_locale public.locale) returns json
language plpgsql stable security definer set search_path = '' set jit = off set plan_cache_mode = force_generic_plan as $$
declare
  masks constant bit varying[] := array_fill(null::bit varying, array[11]);
  counts constant private.counted[] := private.facet_counts(masks);
begin
  return json_build_object(
    'counts', json_build_object(
      'listings', (select coalesce(sum(f.n), 0) from private.facet_bits f where f.token = private.token(0, '')),
      'producers', (select count(*) from public.producers o where o.state = 'active'),
      'clusters', (select count(*) from public.clusters c where c.state = 'active'),
      'countries', (select count(*) from unnest(counts) k where k.kind = 3)),
    'categories', private.category_facet(counts, null, p_locale),
    'hand', private.cards(private.mixed_hand(12), p_locale),
    'newest', private.cards(array(select l.product_id from private.listings l order by l.published_key desc, l.product_id desc limit 8), p_locale),
    'makers', private.producer_cards(array(
      select o.id from public.producers o
      where o.state = 'active' and o.verified_at is not null and exists (select 1 from private.listings l where l.producer_id = o.id)
      order by exists (select 1 from public.producer_media x where x.producer_id = o.id and x.use = 'cover') desc, o.verified_at desc, o.id limit 6), p_locale),
    'clusters', private.cluster_cards(p_locale, 6));
end $$;
grant execute on function private.home_page(public.locale) to anon, authenticated;

create function public.cluster_page(p_slug text, p_locale public.locale) returns json
language sql stable set search_path = '' as $$ select private.cluster_page(p_slug, p_locale) $$;
comment on function public.cluster_page is 'Everything the cluster''s page shows, or null when the cluster is not public.';
create function public.clusters_list(p_locale public.locale) returns json
language sql stable set search_path = '' as $$ select private.clusters_list(p_locale) $$;
create function public.home_page(p_locale public.locale) returns json
language sql stable set search_path = '' as $$ select private.home_page(p_locale) $$;
grant execute on function public.cluster_page(text, public.locale), public.clusters_list(public.locale), public.home_page(public.locale)
  to anon, authenticated;
