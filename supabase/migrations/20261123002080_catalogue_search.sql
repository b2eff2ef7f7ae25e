-- One page of the catalogue in one answer: the cards, the total, the facets, what the search made of the words.

-- A finished picture; its alt text in the visitor's language, else the owner's, English, any, else `p_else`.
create function private.media_view(p_media uuid, p_locale public.locale, p_source public.locale, p_else text) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (
    select json_build_object('code', m.code, 'sha8', m.sha8, 'width', m.width, 'height', m.height, 'colour', m.colour, 'avif', m.avif,
      'alt', coalesce((
        select a.alt from public.media_alts a where a.media_id = m.id
        order by a.locale = p_locale desc, a.locale = p_source desc, a.locale = 'en' desc, a.locale limit 1), p_else))
    from public.media m where m.id = p_media and m.state = 'ready');
end $$;

-- A list's card for each id. Joined from the tables when it is read, so a name, a badge or a finished picture shows at
-- once; only what is public now, whatever the read model says. One query, no function in it: it runs on every page.
create function private.card_rows(p_ids uuid[], p_locale public.locale) returns table (place bigint, card json)
language plpgsql stable set search_path = '' as $$
begin
  return query
  select w.place, json_build_object(
    'slug', p.slug, 'title', coalesce(t.text, p.title), 'titleLocale', case when t.text is null then p.source_locale else p_locale end,
    'unit', p.unit, 'price', json_build_object('amount', p.price_amount, 'currency', p.price_currency),
    'lowestAmount', (select min(x.unit_amount) from public.price_tiers x where x.product_id = p.id),
    'moq', p.moq, 'leadTimeDays', p.lead_time_days, 'sample', p.sample_available,
    'country', coalesce(p.country_of_origin, o.country),
    'producer', json_build_object('slug', o.slug, 'name', o.name, 'verified', o.verified_at is not null),
    'clusters', (
      select coalesce(json_agg(json_build_object('slug', c.slug, 'name', coalesce(ct.text, c.name)) order by c.name), '[]')
      from public.memberships m join public.clusters c on c.id = m.cluster_id and c.state = 'active'
      left join public.cluster_translations ct on ct.cluster_id = c.id and ct.locale = p_locale and ct.field = 'name' and ct.status <> 'draft'
      where m.producer_id = o.id and m.state = 'active'),
    'media', (
      select json_build_object('code', i.code, 'sha8', i.sha8, 'width', i.width, 'height', i.height, 'colour', i.colour, 'avif', i.avif,
        'alt', coalesce((
          select a.alt from public.media_alts a where a.media_id = i.id
          order by a.locale = p_locale desc, a.locale = p.source_locale desc, a.locale = 'en' desc, a.locale limit 1), t.text, p.title))
      from public.product_media x join public.media i on i.id = x.media_id and i.state = 'ready'
      where x.product_id = p.id order by x.position limit 1))
  from unnest(p_ids) with ordinality as w (id, place)
  join public.products p on p.id = w.id and p.state = 'published'
  join public.producers o on o.id = p.producer_id and o.state = 'active'
  left join public.product_translations t on t.product_id = p.id and t.locale = p_locale and t.field = 'title'
    and t.status <> 'draft' and p.source_locale <> p_locale;
end $$;

create function private.cards(p_ids uuid[], p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(json_agg(c.card order by c.place), '[]') from private.card_rows(p_ids, p_locale) c);
end $$;

create type private.page_row as (class text, key bigint, id uuid);
create type private.ordering as (sets bit varying[], names text[], sort_column text, descending boolean);

-- The sets to go through one after the other, and the order within each. Prices only compare within a currency: the
-- reading currency comes first, then the others by their code.
create function private.ordering(p_sort text, p_classes bit varying[], p_all bit varying, p_currency text, nothing bit varying)
returns private.ordering
language plpgsql stable set search_path = '' as $$
declare
  o private.ordering;
begin
  o.descending := p_sort in ('relevance', 'newest', 'price_desc');
  o.sort_column := case p_sort when 'moq_asc' then 'moq' when 'lead_asc' then 'lead_time_days'
    when 'price_asc' then 'price_amount' when 'price_desc' then 'price_amount' else 'published_key' end;
  if p_sort = 'relevance' and p_classes is not null then
    select array_agg(c.bits & p_all order by c.i), array_agg(c.i::text order by c.i) into o.sets, o.names
    from unnest(p_classes) with ordinality as c (bits, i);
  elsif o.sort_column = 'price_amount' then
    select array_agg(s.bits & p_all order by s.code <> p_currency, s.code), array_agg(s.code order by s.code <> p_currency, s.code)
    into o.sets, o.names
    from (
      select c.code, private.facet_set(array[private.token(8, c.code)], nothing) as bits from public.currencies c
      where exists (select 1 from private.facet_bits f where f.token = private.token(8, c.code) and f.n > 0)
    ) s;
    if o.sets is null then o.sets := '{}'; o.names := '{}'; end if;
  else
    o.sets := array[p_all];
    o.names := array[''];
  end if;
  return o;
end $$;

-- Up to `p_limit` rows from the cursor on, forwards or backwards; backwards they come in backward order.
create function private.page_rows(o private.ordering, p_cursor jsonb, p_backwards boolean, p_limit integer) returns private.page_row[]
language plpgsql stable set search_path = '' as $$
declare
  rows private.page_row[] := '{}';
  n constant integer := cardinality(o.sets);
  from_class text;
  from_key bigint;
  from_id uuid;
  i integer;
  started boolean := p_cursor is null;
begin
  if p_cursor is not null then
    from_class := case when o.names = '{""}' then '' else split_part(p_cursor ->> 'key', ':', 1) end;
    from_key := case when o.names = '{""}' then p_cursor ->> 'key' else split_part(p_cursor ->> 'key', ':', 2) end;
    from_id := p_cursor ->> 'id';
    if from_key is null or from_id is null or from_class <> all (o.names) then
      raise exception 'cursor_invalid' using errcode = 'PT400';
    end if;
  end if;
  for step in 1..n loop
    i := case when p_backwards then n + 1 - step else step end;
    continue when not started and o.names[i] <> from_class;
    if bit_count(o.sets[i]) > 0 then
      rows := rows || array(
        select row(o.names[i], x.key, x.id)::private.page_row
        from private.in_order(o.sets[i], o.sort_column, o.descending <> p_backwards,
          case when o.sort_column = 'price_amount' then o.names[i] end,
          case when not started then from_key end, case when not started then from_id end, p_limit - cardinality(rows)) x);
    end if;
    started := true;
    exit when cardinality(rows) >= p_limit;
  end loop;
  return rows;
exception when invalid_text_representation or numeric_value_out_of_range then
  raise exception 'cursor_invalid' using errcode = 'PT400';
end $$;

create function private.cursor_of(r private.page_row) returns json
language plpgsql immutable set search_path = '' as $$
begin
  return (
    select json_build_object('key', case when r.class = '' then to_json(r.key) else to_json(r.class || ':' || r.key) end, 'id', r.id));
end $$;
