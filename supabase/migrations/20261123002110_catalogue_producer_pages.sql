-- Producers: the page of one, and the list.

create function private.producer_page(p_slug text, p_locale public.locale) returns json
language plpgsql stable security definer set search_path = '' set jit = off set plan_cache_mode = force_generic_plan as $$
declare
  o public.producers;
  t jsonb;
begin
  select x.* into o from public.producers x where x.slug = p_slug and x.state = 'active';
  if not found then return null; end if;
  t := private.producer_texts(o.id, p_locale);
  return json_build_object(
    'id', o.id, 'slug', o.slug, 'name', o.name, 'kind', o.kind,
    'tagline', private.text_view(o.tagline, o.source_locale, t, 'tagline', p_locale),
    'story', private.text_view(o.story, o.source_locale, t, 'story', p_locale),
    'capacityNote', private.text_view(o.capacity_note, o.source_locale, t, 'capacity_note', p_locale),
    'country', o.country, 'place', o.place, 'latitude', o.latitude, 'longitude', o.longitude, 'foundedYear', o.founded_year,
    'people', o.people_count, 'women', o.women_count, 'youth', o.youth_count, 'languages', to_json(o.languages),
    'techniques', private.terms_view('technique', o.techniques, p_locale),
    'verifiedAt', o.verified_at, 'checks', private.checks_of(o.id), 'updatedAt', o.updated_at,
    'certifications', private.certifications_of(o.id, null, p_locale),
    'clusters', private.clusters_of(o.id, p_locale),
    'cover', (select private.media_view(x.media_id, p_locale, o.source_locale, o.name) from public.producer_media x where x.producer_id = o.id and x.use = 'cover'),
    'logo', (select private.media_view(x.media_id, p_locale, o.source_locale, o.name) from public.producer_media x where x.producer_id = o.id and x.use = 'logo'),
    'workshop', (select coalesce(json_agg(private.media_view(x.media_id, p_locale, o.source_locale, o.name) order by x.position), '[]')
      from public.producer_media x join public.media m on m.id = x.media_id and m.state = 'ready' where x.producer_id = o.id and x.use = 'workshop'),
    'listings', (select count(*) from private.listings l where l.producer_id = o.id), 'reviews', private.reviews_of(o.id),
    'newest', private.cards(array(
      select l.product_id from private.listings l where l.producer_id = o.id order by l.published_key desc, l.product_id desc limit 12), p_locale));
end $$;
grant execute on function private.producer_page(text, public.locale) to anon, authenticated;

create function public.producer_page(p_slug text, p_locale public.locale) returns json
language sql stable set search_path = '' as $$ select private.producer_page(p_slug, p_locale) $$;
comment on function public.producer_page is 'Everything the producer''s page shows, or null when the producer is not public.';
grant execute on function public.producer_page(text, public.locale) to anon, authenticated;

-- A list's card for each producer, in the order of the ids.
create function private.producer_cards(p_ids uuid[], p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.name, 'kind', o.kind,
      'tagline', private.text_view(o.tagline, o.source_locale, private.producer_texts(o.id, p_locale), 'tagline', p_locale),
      'country', o.country, 'place', o.place, 'latitude', o.latitude, 'longitude', o.longitude, 'verified', o.verified_at is not null, 'clusters', private.clusters_of(o.id, p_locale),
      'listings', (select count(*) from private.listings l where l.producer_id = o.id),
      'cover', (select private.media_view(x.media_id, p_locale, o.source_locale, o.name) from public.producer_media x
        where x.producer_id = o.id and x.use = 'cover')) order by w.place), '[]')
    from unnest(p_ids) with ordinality as w (id, place) join public.producers o on o.id = w.id and o.state = 'active');
end $$;

create index producers_by_name on public.producers (name collate "und-x-icu", id) where state = 'active';

-- Active producers whose name or place has a word that begins with each of the words; null when nothing is asked for.
create function private.producers_named(q text) returns uuid[]
language plpgsql stable set search_path = '' as $$
declare
  words constant text[] := private.query_words(coalesce(q, ''));
begin
  if coalesce(q, '') = '' then return null; end if;
  return array(
    select o.id from public.producers o
    where o.state = 'active' and words <> '{}' and not exists (
      select 1 from unnest(words) w where strpos(' ' || private.spaced(o.name || ' ' || o.place), ' ' || w) = 0));
end $$;

-- Producers that a question matches but for one facet ('' = all of it). `named`: those that its words find.
create function private.producers_matching(p jsonb, named uuid[], p_except text) returns setof uuid
language plpgsql stable set search_path = '' as $$
declare
  in_clusters constant text[] := case when p_except = 'cluster' then '{}' else private.texts_of(p -> 'cluster') end;
  countries constant text[] := case when p_except = 'country' then '{}' else private.texts_of(p -> 'country') end;
  skills constant text[] := case when p_except = 'technique' then '{}' else private.texts_of(p -> 'technique') end;
  verified constant boolean := p_except <> 'verified' and coalesce((p ->> 'verified')::boolean, false);
begin
  return query
  select o.id from public.producers o
  where o.state = 'active' and (named is null or o.id = any (named))
    and (countries = '{}' or o.country = any (countries))
    and (skills = '{}' or o.techniques && skills)
    and (not verified or o.verified_at is not null)
    and (in_clusters = '{}' or exists (
      select 1 from public.memberships m join public.clusters c on c.id = m.cluster_id and c.state = 'active'
      where m.producer_id = o.id and m.state = 'active' and c.slug = any (in_clusters)));
end $$;

create function private.producers_facets(p jsonb, named uuid[], p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return json_build_object(
    'cluster', (
      select coalesce(json_agg(json_build_object('key', x.slug, 'name', x.name, 'count', x.n) order by x.n desc, x.name), '[]') from (
        select c.slug, coalesce(t.text, c.name) as name, count(*) as n
        from private.producers_matching(p, named, 'cluster') h
        join public.memberships m on m.producer_id = h and m.state = 'active' join public.clusters c on c.id = m.cluster_id and c.state = 'active'
        left join public.cluster_translations t on t.cluster_id = c.id and t.locale = p_locale and t.field = 'name' and t.status <> 'draft'
        group by 1, 2 order by 3 desc limit 60) x),
    'country', (
      select coalesce(json_agg(json_build_object('key', x.country, 'count', x.n) order by x.n desc, x.country), '[]') from (
        select o.country, count(*) as n from private.producers_matching(p, named, 'country') h join public.producers o on o.id = h group by 1) x),
    'technique', (
      select coalesce(json_agg(json_build_object('key', x.key, 'name', coalesce(here.name, en.name, x.key), 'count', x.n) order by x.n desc, x.key), '[]') from (
        select k as key, count(*) as n
        from private.producers_matching(p, named, 'technique') h join public.producers o on o.id = h, unnest(o.techniques) k group by 1 order by 2 desc limit 40) x
      left join public.term_translations here on here.kind = 'technique' and here.key = x.key and here.locale = p_locale
      left join public.term_translations en on en.kind = 'technique' and en.key = x.key and en.locale = 'en'),
    'verified', (select count(*) from private.producers_matching(p, named, 'verified') h join public.producers o on o.id = h and o.verified_at is not null));
end $$;

create function private.producers_list(p jsonb, p_locale public.locale, p_limit integer) returns json
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  named constant uuid[] := private.producers_named(p ->> 'q');
  hits constant uuid[] := array(select private.producers_matching(p, named, ''));
  backwards constant boolean := coalesce(p -> 'before' <> 'null', false);
  from_id uuid := case when backwards then p -> 'before' ->> 'id' else p -> 'after' ->> 'id' end;
  from_name text;
  n constant integer := least(greatest(p_limit, 1), 100);
  ids uuid[];
  more boolean;
begin
  -- The cursor is an id alone; whoever it names says where the page goes on.
  select o.name into from_name from public.producers o where o.id = from_id;
  if from_name is null then from_id := null; end if;
  if backwards and from_id is not null then
    ids := array(select o.id from public.producers o where o.id = any (hits)
      and (o.name collate "und-x-icu", o.id) < (from_name collate "und-x-icu", from_id)
      order by o.name collate "und-x-icu" desc, o.id desc limit n + 1);
  else
    ids := array(select o.id from public.producers o where o.id = any (hits)
      and (from_id is null or (o.name collate "und-x-icu", o.id) > (from_name collate "und-x-icu", from_id))
      order by o.name collate "und-x-icu", o.id limit n + 1);
  end if;
  more := cardinality(ids) > n;
  ids := ids[1:n];
  if backwards and from_id is not null then
    ids := array(select x.id from unnest(ids) with ordinality as x (id, i) order by x.i desc);
  end if;
  return json_build_object(
    'items', private.producer_cards(ids, p_locale),
    'total', cardinality(hits),
    'prev', case when cardinality(ids) > 0 and from_id is not null and (not backwards or more) then json_build_object('key', null, 'id', ids[1]) end,
    'next', case when cardinality(ids) > 0 and (more or (backwards and from_id is not null)) then json_build_object('key', null, 'id', ids[cardinality(ids)]) end,
    'facets', private.producers_facets(p, named, p_locale));
end $$;
grant execute on function private.producers_list(jsonb, public.locale, integer) to anon, authenticated;

create function public.producers_list(p_query jsonb, p_locale public.locale, p_limit integer default 24) returns json
language sql stable set search_path = '' as $$ select private.producers_list(p_query, p_locale, p_limit) $$;
comment on function public.producers_list is 'p_query: q, cluster[], country[], technique[], verified, after {id}, before {id}. By name.';
grant execute on function public.producers_list(jsonb, public.locale, integer) to anon, authenticated;
