-- Sets of listings as one long bitmap, `segments` times 8192 bits: filters, comparisons, words, and their order.

-- Every listing. `everything # everything` is the empty set that the functions below take for the length of their answer.
create function private.everything() returns bit varying
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(nullif(private.bit_join(f.bits order by f.segment), ''), private.no_bits()) from private.facet_bits f where f.token = private.token(0, ''));
end $$;

-- Listings with any of these facet tokens.
create function private.facet_set(p_tokens bigint[], nothing bit varying) returns bit varying
language plpgsql stable set search_path = '' as $$
begin
  return (
    select private.bit_join(coalesce(f.bits, private.no_bits()) order by s)
    from generate_series(0, length(nothing) / 8192 - 1) s
    left join (
      select x.segment, bit_or(x.bits) as bits from private.facet_bits x where x.token = any (p_tokens) group by x.segment
    ) f on f.segment = s);
end $$;

-- Listings with any of these words (or of these producers).
create function private.word_set(p_tokens bigint[], nothing bit varying) returns bit varying
language plpgsql stable set search_path = '' as $$
begin
  if p_tokens = '{}' then return nothing; end if;
  return (
    select private.bit_join(coalesce(d.bits | l.bits, d.bits, l.bits, private.no_bits()) order by s)
    from generate_series(0, length(nothing) / 8192 - 1) s
    left join (
      select x.segment, bit_or(x.bits) as bits
      from private.word_bits x where x.token = any (p_tokens) and x.bits is not null group by x.segment
    ) d on d.segment = s
    left join (
      select x.segment, private.bit_places(p, 1) as bits
      from private.word_bits x, unnest(x.places) p where x.token = any (p_tokens) and x.places is not null group by x.segment
    ) l on l.segment = s);
end $$;

-- Listings whose number of that kind (12 MOQ, 13 lead time, 14 price) lies between the bounds, both inclusive, null = none.
-- The comparison goes through the binary digits from the highest, for all listings at once.
create function private.between_set(p_kind integer, low bigint, high bigint, nothing bit varying) returns bit varying
language plpgsql stable set search_path = '' as $$
declare
  digits constant integer := case p_kind when 12 then 27 when 13 then 10 else 40 end;
  slices bit varying[];
  result bit varying := ~nothing;
begin
  select array_agg(x.bits order by t.d) into slices
  from generate_series(0, digits - 1) t (d)
  left join (
    select f.token, private.bit_join(f.bits order by f.segment) as bits from private.facet_bits f
    where f.token = any (array(select private.token(p_kind, g::text) from generate_series(0, digits - 1) g)) group by f.token
  ) x on x.token = private.token(p_kind, t.d::text);
  if high is not null then result := private.at_most(slices, high, nothing); end if;
  if low is not null then result := result & ~private.at_most(slices, low - 1, nothing); end if;
  return result;
end $$;

-- A digit that no listing has set comes as null.
create function private.at_most(slices bit varying[], bound bigint, nothing bit varying) returns bit varying
language plpgsql immutable set search_path = '' as $$
declare
  less bit varying := nothing;
  same bit varying := ~nothing;
begin
  if bound < 0 then return less; end if;
  if bound >= 1::bigint << cardinality(slices) then return same; end if;
  for d in reverse cardinality(slices) - 1..0 loop
    if (bound >> d) & 1 = 0 then
      if slices[d + 1] is not null then same := same & ~slices[d + 1]; end if;
    elsif slices[d + 1] is null then
      return less | same;
    else
      less := less | (same & ~slices[d + 1]);
      same := same & slices[d + 1];
    end if;
  end loop;
  return less | same;
end $$;

-- The numbers in a set. Cutting the bits at every 1 gives the gaps between them, so the cost follows their count.
create function private.members(bits bit varying) returns setof integer
language plpgsql immutable set search_path = '' as $$
begin
  return query
  select m.ord from (
    select (sum(octet_length(g.gap) + 1) over (order by g.i) - 1)::integer as ord
    from string_to_table(bits::text, '1') with ordinality as g (gap, i)
  ) m where m.ord < length(bits);
end $$;

-- What one asks for -------------------------------------------------------------------------------

create function private.texts_of(p jsonb) returns text[]
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(p) = 'array' then return array(select v from jsonb_array_elements_text(p) v limit 20); end if;
  return '{}';
end $$;

-- The chosen listings by facet: 1 category, 2 cluster, 3 country, 4 material, 5 technique, 6 certification, 7 sample,
-- 8 price, 9 MOQ, 10 lead time; null where nothing is chosen.
create function private.chosen_sets(p jsonb, nothing bit varying) returns bit varying[]
language plpgsql stable set search_path = '' as $$
declare
  sets bit varying[] := array_fill(null::bit varying, array[10]);
  keys text[];
  low bigint := (p ->> 'priceMin')::bigint;
  high bigint := (p ->> 'priceMax')::bigint;
begin
  if p ->> 'category' <> '' then
    sets[1] := (
      with recursive down as (
        select c.id from public.categories c where c.key = p ->> 'category'
        union all select c.id from public.categories c join down d on c.parent_id = d.id
      )
      select private.facet_set(array_agg(private.token(1, d.id::text)), nothing) from down d);
  end if;
  keys := private.texts_of(p -> 'cluster');
  if keys <> '{}' then
    sets[2] := (
      select private.facet_set(array_agg(private.token(2, c.id::text)), nothing) from public.clusters c where c.slug = any (keys));
  end if;
  for kind in 3..6 loop
    keys := private.texts_of(p -> (array['country', 'material', 'technique', 'certification'])[kind - 2]);
    if keys <> '{}' then
      sets[kind] := private.facet_set(array(select private.token(kind, k) from unnest(keys) k), nothing);
    end if;
  end loop;
  if (p ->> 'sample')::boolean then sets[7] := private.facet_set(array[private.token(7, '')], nothing); end if;
  if low is not null or high is not null then
    sets[8] := private.facet_set(array[private.token(8, p ->> 'currency')], nothing);
    sets[8] := sets[8] & private.between_set(14, low, high, nothing);
  end if;
  if p ->> 'moqMax' is not null then sets[9] := private.between_set(12, null, (p ->> 'moqMax')::bigint, nothing); end if;
  if p ->> 'leadMax' is not null then sets[10] := private.between_set(13, null, (p ->> 'leadMax')::bigint, nothing); end if;
  return sets;
end $$;

-- The first `p_limit` of a set in the order of one column, from the cursor on. A small set is looked up and sorted; a
-- large one is met soon enough on the way along the column's index.
create function private.in_order(
  bits bit varying, p_column text, p_descending boolean, p_currency text, p_key bigint, p_id uuid, p_limit integer
) returns table (key bigint, id uuid)
language plpgsql stable set search_path = '' as $$
begin
  return query execute format(
    'select l.%1$I::bigint, l.product_id from private.listings l where %2$s %3$s %4$s order by l.%1$I %5$s, l.product_id %5$s limit $2',
    p_column,
    case when bit_count(bits) <= 1200 then 'l.ord = any (array(select private.members($1)))' else 'get_bit($1, l.ord) = 1' end,
    case when p_currency is not null then 'and l.price_currency = $3' end,
    case when p_id is not null then format('and (l.%I, l.product_id) %s ($4, $5)', p_column, case when p_descending then '<' else '>' end) end,
    case when p_descending then 'desc' else 'asc' end)
  using bits, p_limit, p_currency, p_key, p_id;
end $$;
