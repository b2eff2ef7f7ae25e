-- Keeping the read model. Writers note what they changed (private.stale); when the transaction commits, one deferred
-- trigger brings the model up to date under one lock. The lock comes last, after every row lock of the writer, so that
-- nobody waits in a circle; a refresh behind it sees all that was committed before it.

create function private.lock_catalogue() returns void
language sql volatile set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended('isoko.catalogue', 0))
$$;

-- `n` numbers for new listings: those given back first, so that the bitmaps stay short.
create function private.take_numbers(n integer) returns setof integer
language plpgsql volatile set search_path = '' as $$
declare
  taken integer;
  top constant integer := greatest(
    (select max(l.ord) from private.listings l), (select max(f.ord) from private.free_numbers f), -1);
begin
  return query delete from private.free_numbers f
    where f.ord in (select x.ord from private.free_numbers x order by x.ord limit n) returning f.ord;
  get diagnostics taken = row_count;
  return query select top + i from generate_series(1, n - taken) i;
end $$;

create type private.token_change as (token bigint, segment integer, gained smallint[], lost smallint[]);
create type private.listing_change as (ord integer, tokens_before bigint[], tokens_now bigint[]);

-- Binary digits have a row in every segment, so that a comparison reads them in one go.
create function private.fill_digits() returns void
language sql volatile set search_path = '' as $$
  insert into private.facet_bits (token, segment, kind, n, bits)
  select t.token, s.segment, t.kind, 0, private.no_bits()
  from (select distinct f.token, f.kind from private.facet_bits f where f.kind between 12 and 14) t
  cross join (select f.segment from private.facet_bits f where f.token = private.token(0, '')) s
  where not exists (select 1 from private.facet_bits f where f.token = t.token and f.segment = s.segment)
$$;

create function private.apply_to_facets(p_changes private.token_change[]) returns void
language plpgsql volatile set search_path = '' as $$
begin
  update private.facet_bits f set bits = s.bits, n = bit_count(s.bits)
  from (
    select o.token, o.segment, (o.bits | private.bits_at(c.gained)) & ~private.bits_at(c.lost) as bits
    from unnest(p_changes) c join private.facet_bits o on o.token = c.token and o.segment = c.segment
  ) s
  where f.token = s.token and f.segment = s.segment;
  insert into private.facet_bits (token, segment, kind, n, bits)
  select c.token, c.segment, c.token >> 56, cardinality(c.gained), private.bits_at(c.gained)
  from unnest(p_changes) c
  where c.token >> 56 < 15 and c.gained is not null
    and not exists (select 1 from private.facet_bits f where f.token = c.token and f.segment = c.segment);
  if found then perform private.fill_digits(); end if;
end $$;

create function private.apply_to_words(p_changes private.token_change[]) returns void
language plpgsql volatile set search_path = '' as $$
begin
  update private.word_bits w set bits = s.bits, n = bit_count(s.bits)
  from (
    select o.token, o.segment, (o.bits | private.bits_at(c.gained)) & ~private.bits_at(c.lost) as bits
    from unnest(p_changes) c join private.word_bits o on o.token = c.token and o.segment = c.segment
    where o.bits is not null
  ) s
  where w.token = s.token and w.segment = s.segment;
  update private.word_bits w set places = s.places, n = cardinality(s.places)
  from (
    select o.token, o.segment, array(
      (select unnest(o.places) union select unnest(c.gained)) except select unnest(c.lost)) as places
    from unnest(p_changes) c join private.word_bits o on o.token = c.token and o.segment = c.segment
    where o.places is not null
  ) s
  where w.token = s.token and w.segment = s.segment;
  insert into private.word_bits (token, segment, n, places)
  select c.token, c.segment, cardinality(c.gained), c.gained from unnest(p_changes) c
  where c.token >> 56 >= 15 and c.gained is not null
    and not exists (select 1 from private.word_bits w where w.token = c.token and w.segment = c.segment);
  -- A list longer than this is slower to read than the bitmap.
  update private.word_bits w set bits = private.bits_at(w.places), places = null
  from unnest(p_changes) c where w.token = c.token and w.segment = c.segment and cardinality(w.places) > 64;
  delete from private.word_bits w
  using unnest(p_changes) c where w.token = c.token and w.segment = c.segment and w.n = 0;
end $$;

create function private.apply_tokens(p_changes private.listing_change[]) returns void
language plpgsql volatile set search_path = '' as $$
declare
  changes private.token_change[];
begin
  select array_agg(row(s.token, s.segment, s.gained, s.lost)::private.token_change order by s.token, s.segment) into changes
  from (
    select d.token, d.ord >> 13 as segment,
      array_agg((d.ord & 8191)::smallint) filter (where d.gain) as gained,
      array_agg((d.ord & 8191)::smallint) filter (where not d.gain) as lost
    from (
      select c.ord, t.token, true as gain from unnest(p_changes) c, unnest(c.tokens_now) t (token)
      where t.token <> all (coalesce(c.tokens_before, '{}'))
      union all
      select c.ord, t.token, false from unnest(p_changes) c, unnest(c.tokens_before) t (token)
      where t.token <> all (coalesce(c.tokens_now, '{}'))
    ) d
    group by d.token, d.ord >> 13
  ) s;
  perform private.apply_to_facets(changes);
  perform private.apply_to_words(changes);
end $$;

-- Brings these products' listings up to date, whatever happened to them. At most a thousand at a time.
create function private.refresh_listings(p_ids uuid[]) returns void
language plpgsql volatile set search_path = '' as $$
declare
  docs private.listing_doc[];
  changes private.listing_change[];
begin
  select array_agg(d) into docs from private.listing_docs(p_ids) d;
  perform private.learn_words(array(select w from unnest(docs) d, unnest(d.words) w));

  select array_agg(row(l.ord, t.tokens, d.tokens)::private.listing_change) into changes
  from private.listings l join private.listing_tokens t on t.ord = l.ord
  left join unnest(docs) d on d.product_id = l.product_id
  where l.product_id = any (p_ids);

  update private.listings l set producer_id = d.producer_id, category_id = d.category_id, published_key = d.published_key,
    price_currency = d.price_currency, price_amount = d.price_amount, moq = d.moq, lead_time_days = d.lead_time_days,
    materials = d.materials
  from unnest(docs) d where l.product_id = d.product_id;
  update private.listing_tokens t set tokens = c.tokens_now
  from unnest(changes) c where t.ord = c.ord and c.tokens_now is not null and t.tokens <> c.tokens_now;

  with newcomers as (
    select d, row_number() over () as i from unnest(docs) d
    where not exists (select 1 from private.listings l where l.product_id = d.product_id)
  ), numbers as (
    select n.ord, row_number() over () as i from private.take_numbers((select count(*)::integer from newcomers)) n (ord)
  ), listed as (
    insert into private.listings (ord, product_id, producer_id, category_id, published_key, price_currency, price_amount, moq,
      lead_time_days, materials)
    select n.ord, (d).product_id, (d).producer_id, (d).category_id, (d).published_key, (d).price_currency, (d).price_amount, (d).moq,
      (d).lead_time_days, (d).materials
    from newcomers join numbers n using (i)
  ), marked as (
    insert into private.listing_tokens (ord, tokens) select n.ord, (d).tokens from newcomers join numbers n using (i)
    returning ord, tokens
  )
  select changes || array_agg(row(m.ord, null, m.tokens)::private.listing_change) into changes from marked m;

  -- Only now: a newcomer must not get a number in the statement that takes it from another.
  insert into private.free_numbers (ord) select c.ord from unnest(changes) c where c.tokens_now is null;
  delete from private.listings l using unnest(changes) c where l.ord = c.ord and c.tokens_now is null;
  delete from private.listing_tokens t using unnest(changes) c where t.ord = c.ord and c.tokens_now is null;
  perform private.apply_tokens(changes);
end $$;

-- Names ------------------------------------------------------------------------------------------

create function private.names(p_kind integer) returns table (key text, name text)
language sql stable set search_path = '' as $$
  select t.category_id::text, t.name from public.category_translations t where p_kind = 1
  union all select c.id::text, c.name from public.clusters c where p_kind = 2 and c.state = 'active'
  union all select c.id::text, t.text from public.clusters c join public.cluster_translations t on t.cluster_id = c.id
    where p_kind = 2 and c.state = 'active' and t.field = 'name' and t.status <> 'draft'
  union all select t.key, t.name from public.term_translations t
    where t.kind = case p_kind when 4 then 'material' when 5 then 'technique' when 6 then 'certification' end::public.term_kind
$$;

-- The rows of private.facet_values for one kind, as they should be now.
create function private.facet_values_now(p_kind integer) returns setof private.facet_values
language sql stable set search_path = '' as $$
  with recursive up as (
    select c.id as leaf, c.id as node, c.parent_id from public.categories c where p_kind = 1
    union all select u.leaf, c.id, c.parent_id from up u join public.categories c on c.id = u.parent_id
  ), named as (
    select c.id::text as id, c.key, c.key as name,
      array(select t.name from unnest(enum_range(null::public.locale)) l left join public.category_translations t on t.category_id = c.id and t.locale = l order by l) as names,
      (select p.key from public.categories p where p.id = c.parent_id) as parent, c.position as place, c.hidden,
      array(select private.token(1, u.node::text) from up u where u.leaf = c.id order by 1) as above
    from public.categories c where p_kind = 1
    union all
    select c.id::text, c.slug, c.name,
      array(select t.text from unnest(enum_range(null::public.locale)) l
        left join public.cluster_translations t on t.cluster_id = c.id and t.locale = l and t.field = 'name' and t.status <> 'draft' order by l),
      null, null, false, '{}'
    from public.clusters c where p_kind = 2 and c.state = 'active'
    union all
    select c.code, c.code, c.code, '{}', null, null, false, '{}' from public.countries c where p_kind = 3
    union all
    select v.key, v.key, v.key,
      array(select t.name from unnest(enum_range(null::public.locale)) l
        left join public.term_translations t on t.kind = v.kind and t.key = v.key and t.locale = l order by l),
      null, null, false, '{}'
    from public.terms v
    where v.kind = case p_kind when 4 then 'material' when 5 then 'technique' when 6 then 'certification' end::public.term_kind
    union all
    select c.code, c.code, c.code, '{}', null, null, false, '{}' from public.currencies c where p_kind = 8
  )
  select private.token(p_kind, n.id), p_kind, n.key,
    case when p_kind in (1, 4, 5, 6) then coalesce(n.names[1], n.name) else n.name end, n.names, n.parent, n.place, n.hidden, n.above
  from named n
$$;

create function private.refresh_names(p_kind integer) returns void
language plpgsql volatile set search_path = '' as $$
begin
  delete from private.name_words w where w.kind = p_kind;
  insert into private.name_words (word, kind, token, key)
  select distinct w.word, p_kind, private.token(p_kind, n.key), n.key
  from private.names(p_kind) n, unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', private.spaced(n.name)))) w (word)
  where length(w.word) <= 40;
  perform private.learn_words(array(select w.word from private.name_words w where w.kind = p_kind));
  delete from private.facet_values v where v.kind = p_kind;
  insert into private.facet_values select * from private.facet_values_now(p_kind);
end $$;

create function private.refresh_stale() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  mine constant xid8 := pg_current_xact_id();
  batch text[];
begin
  -- The first of this transaction's rows does the work of all; the others find nothing left.
  if not exists (select 1 from private.stale s where s.tx = mine) then return null; end if;
  if current_setting('transaction_isolation') <> 'read committed' then
    -- An older snapshot would write back what others have changed since.
    raise exception 'listings are changed in read committed transactions only' using errcode = 'invalid_transaction_state';
  end if;
  perform private.lock_catalogue();
  perform private.refresh_names(s.kind) from (select distinct x.kind from private.stale x where x.tx = mine and x.kind > 0) s;
  loop
    batch := array(select s.key from private.stale s where s.tx = mine and s.kind = 0 order by s.key limit 1000);
    exit when batch = '{}';
    perform private.refresh_listings(batch::uuid[]);
    delete from private.stale s where s.tx = mine and s.kind = 0 and s.key = any (batch);
  end loop;
  delete from private.stale s where s.tx = mine;
  return null;
end $$;
create constraint trigger stale_is_refreshed after insert on private.stale
  deferrable initially deferred for each row execute function private.refresh_stale();
