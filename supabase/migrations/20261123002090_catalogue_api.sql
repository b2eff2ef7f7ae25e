-- What the site calls. The work is done by definers in `private`, which read public facts only; the functions in
-- `public` are invokers and hand the question on (in plpgsql, whose plans are kept from call to call).

-- Within what each facet is counted: everything asked for but its own choice. Null = nothing else is asked for.
create function private.masks(base bit varying, everything bit varying, chosen bit varying[]) returns bit varying[]
language plpgsql immutable set search_path = '' as $$
declare
  masks bit varying[] := array_fill(base, array[11]);
begin
  for kind in 1..10 loop
    for other in 1..10 loop
      if other <> kind and chosen[other] is not null then
        masks[kind] := coalesce(masks[kind], everything) & chosen[other];
      end if;
    end loop;
  end loop;
  masks[11] := masks[8];
  return masks;
end $$;

create type private.page as (ids uuid[], prev json, next json);

-- The page that the question's cursor points to, in reading order, with the cursors of its neighbours.
create function private.page(o private.ordering, p jsonb, n integer) returns private.page
language plpgsql stable set search_path = '' as $$
declare
  cursor_before constant jsonb := nullif(p -> 'before', 'null');
  cursor_after constant jsonb := nullif(p -> 'after', 'null');
  backwards constant boolean := cursor_before is not null;
  rows private.page_row[] := private.page_rows(o, coalesce(cursor_before, cursor_after), backwards, n + 1);
  more constant boolean := cardinality(rows) > n;
  result private.page;
begin
  rows := rows[1:n];
  result.ids := array(
    select r.id from unnest(rows) with ordinality as r (class, key, id, i) order by case when backwards then -r.i else r.i end);
  if cardinality(rows) = 0 then return result; end if;
  if backwards then
    result.next := private.cursor_of(rows[1]);
    if more then result.prev := private.cursor_of(rows[cardinality(rows)]); end if;
  else
    if cursor_after is not null then result.prev := private.cursor_of(rows[1]); end if;
    if more then result.next := private.cursor_of(rows[cardinality(rows)]); end if;
  end if;
  return result;
end $$;

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
  page private.page;
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
  end loop;
  page := private.page(
    private.ordering(p ->> 'sort', found.classes, hits, coalesce(p ->> 'currency', p ->> 'readingCurrency'), nothing),
    p, least(greatest(p_limit, 1), 100));
  return json_build_object(
    'items', private.cards(page.ids, p_locale), 'total', bit_count(hits), 'prev', page.prev, 'next', page.next,
    'search', case when p ->> 'q' <> '' then
      json_build_object('showing', found.showing, 'didYouMean', found.did_you_mean, 'partial', found.is_partial) end,
    'facets', case when (p ->> 'facets')::boolean is distinct from false then
      private.facets(p, private.masks(base, everything, chosen), p_locale) end);
end $$;
grant execute on function private.search_catalogue(jsonb, public.locale, integer) to anon, authenticated;

create function public.search_catalogue(p_query jsonb, p_locale public.locale, p_limit integer default 24) returns json
language plpgsql stable set search_path = '' as $$
begin
  return private.search_catalogue(p_query, p_locale, p_limit);
end $$;
comment on function public.search_catalogue is
  'p_query: the fields of CatalogueState with cursors as {key, id}, and readingCurrency, producer (slug), facets (false = without).';
grant execute on function public.search_catalogue(jsonb, public.locale, integer) to anon, authenticated;
