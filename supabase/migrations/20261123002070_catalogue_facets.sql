-- Counts of every facet. Each is counted within what all the other facets have chosen (masks[kind], null = nothing is
-- chosen elsewhere), so that a second value of the same facet shows what it would add.

create type private.counted as (kind smallint, token bigint, n integer);

-- Counts by token, those above 0. Without a mask the counters kept with the bitmaps are the answer. No join: the row
-- picks its mask and its segment of it, which is a copy of one kilobyte.
create function private.facet_counts(masks bit varying[]) returns private.counted[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    select row(c.kind, c.token, c.n)::private.counted from (
      select f.kind, f.token, sum(case when masks[f.kind] is null then f.n
        else bit_count(f.bits & substring(masks[f.kind] from f.segment * 8192 + 1 for 8192))::integer end)::integer as n
      from private.facet_bits f
      where f.kind between 1 and 11 group by f.kind, f.token
    ) c where c.n > 0);
end $$;

-- The tree of categories that have listings in or below them, and the chosen one.
create function private.category_facet(counts private.counted[], chosen text, p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
declare
  here constant integer := array_position(enum_range(null::public.locale), p_locale);
begin
  return (
    select coalesce(json_agg(json_build_object('key', v.key, 'parent', v.parent,
      'name', coalesce(v.names[here], v.name), 'count', coalesce(s.n, 0)) order by v.place, v.key), '[]')
    from private.facet_values v
    left join (
      select a.token, sum(k.n)::integer as n
      from unnest(counts) k join private.facet_values leaf on leaf.token = k.token, unnest(leaf.above) a (token)
      where k.kind = 1 group by a.token
    ) s on s.token = v.token
    where v.kind = 1 and ((s.n > 0 and not v.hidden) or v.key = chosen));
end $$;

-- The tokens of the values that are chosen in the facets of many values.
create function private.chosen_values(p jsonb) returns bigint[]
language plpgsql stable set search_path = '' as $$
declare
  fields constant text[] := '{cluster,country,material,technique,certification}';
  keys text[];
  tokens bigint[] := '{}';
begin
  for i in 1..5 loop
    keys := private.texts_of(p -> fields[i]);
    if keys <> '{}' then
      tokens := tokens || array(select v.token from private.facet_values v where v.kind = i + 1 and v.key = any (keys));
    end if;
  end loop;
  return tokens;
end $$;

-- For each kind from 2 to 8 the forty most frequent values and those that are chosen. Countries and currencies are named
-- by the page.
create function private.value_facets(counts private.counted[], chosen bigint[], p_locale public.locale) returns json[]
language plpgsql stable set search_path = '' as $$
declare
  here constant integer := array_position(enum_range(null::public.locale), p_locale);
begin
  return array(
    select coalesce(f.list, '[]') from generate_series(2, 8) s (kind) left join (
      select x.kind, json_agg(
        case when x.kind in (3, 8) then json_build_object('key', x.key, 'count', x.n)
          else json_build_object('key', x.key, 'name', x.name, 'count', x.n) end order by x.n desc, x.name) as list
      from (
        select v.kind, v.key, coalesce(v.names[here], v.name) as name, coalesce(k.n, 0) as n, row_number() over (
          partition by v.kind order by v.token = any (chosen) desc, k.n desc nulls last, v.key) as place
        from private.facet_values v left join unnest(counts) k on k.token = v.token
        where v.kind between 2 and 8 and (k.n > 0 or v.token = any (chosen))
      ) x where x.place <= 40 group by x.kind
    ) f on f.kind = s.kind order by s.kind);
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
create function private.price_steps_facet(counts private.counted[], p_currency text) returns json
language plpgsql stable set search_path = '' as $$
declare
  steps constant bigint[] := private.price_steps();
begin
  return (
    select coalesce(json_agg(json_build_object('from', steps[i], 'to', steps[i + 1], 'count', k.n) order by i), '[]')
    from generate_series(1, cardinality(steps)) i
    join unnest(counts) k on k.kind = 11 and k.token = private.token(11, p_currency || i)
    where k.n > 0);
end $$;

create function private.facets(p jsonb, masks bit varying[], p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
declare
  counts constant private.counted[] := private.facet_counts(masks);
  -- Kind 2 is the first.
  found constant json[] := private.value_facets(counts, private.chosen_values(p), p_locale);
  currency constant text := coalesce(p ->> 'currency', p ->> 'readingCurrency');
begin
  return json_build_object(
    'category', private.category_facet(counts, p ->> 'category', p_locale),
    'cluster', found[1],
    'country', found[2],
    'material', found[3],
    'technique', found[4],
    'certification', found[5],
    'sample', coalesce((select k.n from unnest(counts) k where k.kind = 7), 0),
    'price', json_build_object('currency', currency, 'currencies', found[7],
      'steps', private.price_steps_facet(counts, currency)),
    'moq', private.step_facet(9, private.moq_steps(), counts),
    'lead', private.step_facet(10, private.lead_steps(), counts));
end $$;
