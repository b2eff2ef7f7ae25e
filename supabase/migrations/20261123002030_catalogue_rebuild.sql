-- The bulk path. `set local isoko.catalogue = 'off'` in a transaction keeps its writes from refreshing the read model;
-- private.rebuild_catalogue() then makes it anew from the tables, set by set. Also for after a restore.

create function private.rebuild_bits() returns void
language plpgsql volatile set search_path = '' set work_mem = '256MB' set max_parallel_workers_per_gather = 0 as $$
begin
  delete from private.facet_bits;
  delete from private.word_bits;
  insert into private.facet_bits (token, segment, kind, n, bits)
  select s.token, s.segment, s.token >> 56, cardinality(s.places), private.bits_at(s.places)
  from (
    select u.token, t.ord >> 13 as segment, array_agg((t.ord & 8191)::smallint) as places
    from private.listing_tokens t, unnest(t.tokens) u (token)
    where u.token < 15::bigint << 56 group by 1, 2) s
  order by 1, 2;
  perform private.fill_digits();
  insert into private.word_bits (token, segment, n, places, bits)
  select s.token, s.segment, cardinality(s.places),
    case when cardinality(s.places) <= 64 then s.places end,
    case when cardinality(s.places) > 64 then private.bits_at(s.places) end
  from (
    select u.token, t.ord >> 13 as segment, array_agg((t.ord & 8191)::smallint) as places
    from private.listing_tokens t, unnest(t.tokens) u (token)
    where u.token >= 15::bigint << 56 group by 1, 2) s
  order by 1, 2;
end $$;

create function private.rebuild_catalogue() returns integer
language plpgsql volatile set search_path = '' as $$
declare
  batch uuid[];
  next_number integer := 0;
begin
  perform private.lock_catalogue();
  -- After a bulk load nobody has counted the rows yet, and the batches below would be planned for empty tables.
  analyze public.products, public.producers, public.product_translations, public.variants, public.certifications, public.memberships;
  delete from private.stale where tx = pg_current_xact_id();
  delete from private.listings;
  delete from private.listing_tokens;
  delete from private.free_numbers;
  delete from private.name_words;
  delete from private.words;
  for batch in
    select array_agg(s.id) from (
      select p.id, (row_number() over (order by p.published_at, p.id) - 1) / 2000 as chunk
      from public.products p join public.producers o on o.id = p.producer_id
      where p.state = 'published' and o.state = 'active') s
    group by s.chunk order by s.chunk
  loop
    next_number := next_number + private.load_listings(batch, next_number);
  end loop;
  perform private.refresh_names(k) from unnest('{1,2,3,4,5,6,8}'::integer[]) k;
  perform private.rebuild_bits();
  analyze private.listings, private.listing_tokens, private.facet_bits, private.word_bits, private.words, private.name_words, private.facet_values;
  return next_number;
end $$;

-- New listings, numbered from `p_from` on in the order of the ids; the bitmaps are not touched.
create function private.load_listings(p_ids uuid[], p_from integer) returns integer
language plpgsql volatile set search_path = '' as $$
declare
  docs private.listing_doc[];
begin
  select array_agg(d order by d.published_key, d.product_id) into docs from private.listing_docs(p_ids) d;
  perform private.learn_words(array(select distinct w from unnest(docs) d, unnest(d.words) w));
  insert into private.listings (ord, product_id, producer_id, category_id, published_key, price_currency, price_amount, moq,
    lead_time_days, materials)
  select p_from + i - 1, d.product_id, d.producer_id, d.category_id, d.published_key, d.price_currency, d.price_amount, d.moq,
    d.lead_time_days, d.materials
  from generate_subscripts(docs, 1) i, lateral (select (docs[i]).*) d;
  insert into private.listing_tokens (ord, tokens)
  select p_from + i - 1, (docs[i]).tokens from generate_subscripts(docs, 1) i;
  return coalesce(cardinality(docs), 0);
end $$;

create function public.rebuild_catalogue() returns integer
language sql volatile security definer set search_path = '' as $$ select private.rebuild_catalogue() $$;
comment on function public.rebuild_catalogue is
  'Makes the catalogue''s read model anew and says how many listings it has. After a bulk load or a restore; writers wait meanwhile, readers do not.';
grant execute on function public.rebuild_catalogue() to service_role;

-- A certificate runs out without a write. The worker calls this after midnight (UTC); twice does no harm.
create function public.refresh_expired_certifications() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  found integer;
begin
  insert into private.stale (kind, key)
  select distinct 0, l.product_id::text
  from public.certifications c
  join private.listings l on l.producer_id = c.producer_id and (c.product_id is null or c.product_id = l.product_id)
  join private.listing_tokens t on t.ord = l.ord and private.token(6, c.term) = any (t.tokens)
  where c.expires_on < current_date
    and not exists (
      select 1 from public.certifications k
      where k.producer_id = c.producer_id and k.term = c.term and (k.product_id is null or k.product_id = l.product_id)
        and (k.expires_on is null or k.expires_on >= current_date))
  on conflict do nothing;
  get diagnostics found = row_count;
  return found;
end $$;
comment on function public.refresh_expired_certifications is 'Takes listings out of the facet of a certificate that has run out; says how many.';
grant execute on function public.refresh_expired_certifications() to service_role;
