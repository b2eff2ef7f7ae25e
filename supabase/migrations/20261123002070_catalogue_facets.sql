-- Counts of every facet. Each is counted within what all the other facets have chosen (masks[kind], null = nothing is
-- chosen elsewhere), so that a second value of the same facet shows what it would add.

-- Counts by token. Without a mask the counters kept with the bitmaps are the answer. No join: the row picks its mask
-- and its segment of it, which is a copy of one kilobyte.
create function private.facet_counts(masks bit varying[]) returns table (kind smallint, token bigint, n integer)
language plpgsql stable set search_path = '' as $$
begin
  return query
  select f.kind, f.token, sum(case when masks[f.kind] is null then f.n
    else bit_count(f.bits & substring(masks[f.kind] from f.segment * 8192 + 1 for 8192))::integer end)::integer
  from private.facet_bits f
  where f.kind between 1 and 11 group by f.kind, f.token;
end $$;

create type private.counted as (kind smallint, token bigint, n integer);

create function private.category_facet(counts private.counted[], chosen text, p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    with recursive up as (
      select c.id as leaf, c.id as node, c.parent_id from public.categories c
      union all select u.leaf, c.id, c.parent_id from up u join public.categories c on c.id = u.parent_id
    ), sums as (
      select u.node, sum(k.n)::integer as n from unnest(counts) k join up u on private.token(1, u.leaf::text) = k.token
      where k.kind = 1 group by u.node
    )
    select coalesce(json_agg(json_build_object('key', c.key, 'parent', p.key,
      'name', coalesce(here.name, en.name, c.key), 'count', coalesce(s.n, 0)) order by c.position, c.key), '[]')
    from public.categories c
    left join sums s on s.node = c.id
    left join public.categories p on p.id = c.parent_id
    left join public.category_translations here on here.category_id = c.id and here.locale = p_locale
    left join public.category_translations en on en.category_id = c.id and en.locale = 'en'
    where (s.n > 0 and not c.hidden) or c.key = chosen);
end $$;

create function private.cluster_facet(counts private.counted[], chosen text[], p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('key', x.slug, 'name', x.name, 'count', x.n) order by x.n desc, x.name), '[]')
    from (
      select c.slug, coalesce(t.text, c.name) as name, coalesce(k.n, 0) as n
      from public.clusters c
      left join unnest(counts) k on k.kind = 2 and k.token = private.token(2, c.id::text)
      left join public.cluster_translations t on t.cluster_id = c.id and t.locale = p_locale and t.field = 'name' and t.status <> 'draft'
      where c.state = 'active' and (k.n > 0 or c.slug = any (chosen))
      order by (c.slug = any (chosen)) desc, k.n desc nulls last, c.slug limit 40
    ) x);
end $$;

create function private.term_facet(p_kind integer, p_term public.term_kind, counts private.counted[], chosen text[], p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('key', x.key, 'name', x.name, 'count', x.n) order by x.n desc, x.name), '[]')
    from (
      select v.key, coalesce(here.name, en.name, v.key) as name, coalesce(k.n, 0) as n
      from public.terms v
      left join unnest(counts) k on k.kind = p_kind and k.token = private.token(p_kind, v.key)
      left join public.term_translations here on here.kind = v.kind and here.key = v.key and here.locale = p_locale
      left join public.term_translations en on en.kind = v.kind and en.key = v.key and en.locale = 'en'
      where v.kind = p_term and (k.n > 0 or v.key = any (chosen))
      order by (v.key = any (chosen)) desc, k.n desc nulls last, v.key limit 40
    ) x);
end $$;

-- Countries and currencies: codes, named by the page.
create function private.code_facet(p_kind integer, codes text[], counts private.counted[], chosen text[]) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('key', x.code, 'count', x.n) order by x.n desc, x.code), '[]')
    from (
      select c.code, coalesce(k.n, 0) as n
      from unnest(codes) as c (code)
      left join unnest(counts) k on k.kind = p_kind and k.token = private.token(p_kind, c.code)
      where k.n > 0 or c.code = any (chosen)
      order by (c.code = any (chosen)) desc, k.n desc nulls last, c.code limit 40
    ) x);
end $$;

create function private.step_facet(p_kind integer, steps integer[], counts private.counted[]) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(json_agg(json_build_object('max', s, 'count', k.n) order by s), '[]')
    from unnest(steps) s join unnest(counts) k on k.kind = p_kind and k.token = private.token(p_kind, s::text)
    where k.n > 0);
end $$;

-- Prices of one currency in steps of 1, 2, 5: `from` inclusive, `to` exclusive, minor units.
create function private.price_facet(counts private.counted[], p_currency text) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select json_build_object(
      'currency', p_currency,
      'currencies', private.code_facet(8, array(select c.code from public.currencies c), counts, '{}'),
      'steps', (
        select coalesce(json_agg(json_build_object('from', (private.price_steps())[i], 'to', (private.price_steps())[i + 1], 'count', k.n) order by i), '[]')
        from generate_series(1, cardinality(private.price_steps())) i
        join unnest(counts) k on k.kind = 11 and k.token = private.token(11, p_currency || i)
        where k.n > 0)));
end $$;

create function private.facets(p jsonb, masks bit varying[], p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
declare
  counts private.counted[];
begin
  select array_agg(row(c.kind, c.token, c.n)::private.counted) into counts from private.facet_counts(masks) c where c.n > 0;
  return json_build_object(
    'category', private.category_facet(counts, p ->> 'category', p_locale),
    'cluster', private.cluster_facet(counts, private.texts_of(p -> 'cluster'), p_locale),
    'country', private.code_facet(3, array(select c.code from public.countries c), counts, private.texts_of(p -> 'country')),
    'material', private.term_facet(4, 'material', counts, private.texts_of(p -> 'material'), p_locale),
    'technique', private.term_facet(5, 'technique', counts, private.texts_of(p -> 'technique'), p_locale),
    'certification', private.term_facet(6, 'certification', counts, private.texts_of(p -> 'certification'), p_locale),
    'sample', coalesce((select k.n from unnest(counts) k where k.kind = 7), 0),
    'price', private.price_facet(counts, coalesce(p ->> 'currency', p ->> 'readingCurrency')),
    'moq', private.step_facet(9, private.moq_steps(), counts),
    'lead', private.step_facet(10, private.lead_steps(), counts));
end $$;
