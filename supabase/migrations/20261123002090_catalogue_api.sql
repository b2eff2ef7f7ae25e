-- What the site calls. The work is done by definers in `private`, which read public facts only; the functions in
-- `public` are invokers and hand the question on.

create function private.search_catalogue(p jsonb, p_locale public.locale, p_limit integer) returns json
language plpgsql stable security definer set search_path = '' set jit = off set max_parallel_workers_per_gather = 0
set plan_cache_mode = force_generic_plan as $$
declare
  everything constant bit varying := private.everything();
  nothing constant bit varying := everything # everything;
  chosen constant bit varying[] := private.chosen_sets(p, nothing);
  found private.text_match;
  base bit varying;
  hits bit varying;
  masks bit varying[] := array_fill(null::bit varying, array[11]);
  rows private.page_row[];
  backwards constant boolean := coalesce(p -> 'before' <> 'null', false);
  more boolean;
  n constant integer := least(greatest(p_limit, 1), 100);
begin
  if p ->> 'q' <> '' then
    found := private.match_text(p ->> 'q', p_locale, nothing);
    select bit_or(c) & everything into base from unnest(found.classes) c;
  end if;
  if p ->> 'producer' <> '' then
    base := coalesce(base, everything) & private.word_set(
      array(select private.token(15, o.id::text) from public.producers o where o.slug = p ->> 'producer'), nothing);
  end if;
  hits := coalesce(base, everything);
  for kind in 1..10 loop
    if chosen[kind] is not null then hits := hits & chosen[kind]; end if;
    masks[kind] := base;
    for other in 1..10 loop
      if other <> kind and chosen[other] is not null then masks[kind] := coalesce(masks[kind], everything) & chosen[other]; end if;
    end loop;
  end loop;
  masks[11] := masks[8];

  rows := private.page_rows(
    private.ordering(p ->> 'sort', found.classes, hits, coalesce(p ->> 'currency', p ->> 'readingCurrency'), nothing),
    nullif(case when backwards then p -> 'before' else p -> 'after' end, 'null'), backwards, n + 1);
  more := cardinality(rows) > n;
  rows := rows[1:n];
  if backwards then rows := array(select r from unnest(rows) with ordinality as u (class, key, id, i), lateral (select row(u.class, u.key, u.id)::private.page_row as r) z order by u.i desc); end if;
  return json_build_object(
    'items', private.cards(array(select r.id from unnest(rows) with ordinality as r (class, key, id, i) order by r.i), p_locale),
    'total', bit_count(hits),
    'prev', case when cardinality(rows) > 0 and (case when backwards then more else p -> 'after' <> 'null' end) then private.cursor_of(rows[1]) end,
    'next', case when cardinality(rows) > 0 and (backwards or more) then private.cursor_of(rows[cardinality(rows)]) end,
    'search', case when p ->> 'q' <> '' then json_build_object('showing', found.showing, 'didYouMean', found.did_you_mean, 'partial', found.is_partial) end,
    'facets', case when (p ->> 'facets')::boolean is distinct from false then private.facets(p, masks, p_locale) end);
end $$;
grant execute on function private.search_catalogue(jsonb, public.locale, integer) to anon, authenticated;

create function public.search_catalogue(p_query jsonb, p_locale public.locale, p_limit integer default 24) returns json
language sql stable set search_path = '' as $$ select private.search_catalogue(p_query, p_locale, p_limit) $$;
comment on function public.search_catalogue is
  'p_query: the fields of CatalogueState with cursors as {key, id}, and readingCurrency, producer (slug), facets (false = without).';
grant execute on function public.search_catalogue(jsonb, public.locale, integer) to anon, authenticated;
