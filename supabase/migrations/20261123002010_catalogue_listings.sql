-- The catalogue's read model. Every public listing has a number; every value that a visitor may filter by and every word
-- is a token with the set of the numbers that have it, kept as bitmaps. A filter, a search, a total or the counts of all
-- facets are then a few ANDs and popcounts over kilobytes, exact however broad the question is.
--
-- Kinds of tokens (the top byte):
--    0 every listing    1 category    2 cluster      3 country    4 material     5 technique    6 certification
--    7 sample           8 currency    9 MOQ at most 10 lead time at most        11 step of the price in its currency
--   12..14 binary digits of MOQ, lead time and price, for a comparison with any number
--   15 producer        16 word of a description, 17..20 word of a title in en, fr, rw, sw, 21 word of the producer's name

create function private.token(kind integer, key text) returns bigint
language sql immutable parallel safe
return (kind::bigint << 56) | (hashtextextended(key, 0) & 72057594037927935);

-- Numbers are kept in segments of 8192: one kilobyte of bitmap in one row.
create function private.no_bits() returns bit
language sql immutable parallel safe
return repeat('0', 8192)::bit(8192);

create aggregate private.bit_join(bit varying) (sfunc = pg_catalog.bitcat, stype = bit varying, initcond = '');

-- bit_places(place, 1): no bits, with those at the places set.
do $$ begin
  execute format('create aggregate private.bit_places(integer, integer) (sfunc = pg_catalog.set_bit, stype = bit, initcond = %L)', repeat('0', 8192));
end $$;

create function private.bits_at(places smallint[]) returns bit
language sql immutable parallel safe set search_path = '' as $$
  select private.bit_places(p, 1) from unnest(places) p
$$;

create function private.moq_steps() returns integer[] language sql immutable parallel safe
return '{1,5,10,20,50,100,200,500,1000}'::integer[];
create function private.lead_steps() returns integer[] language sql immutable parallel safe
return '{7,14,21,30,45,60,90}'::integer[];
-- 1, 2, 5, 10, 20, 50 … minor units: prices are compared by proportion, and only within a currency.
create function private.price_steps() returns bigint[] language sql immutable parallel safe
return array(select m * (10::numeric ^ e)::bigint from generate_series(0, 12) e, unnest('{1,2,5}'::bigint[]) m order by 1);

create table private.listings (
  ord integer primary key check (ord >= 0),
  product_id uuid not null unique,
  producer_id uuid not null,
  category_id uuid not null,
  published_key bigint not null,
  price_currency text not null,
  price_amount bigint not null,
  moq integer not null,
  lead_time_days integer not null,
  materials text[] not null
);
comment on table private.listings is
  'Published products of active producers, each with its number, and what lists and neighbours are sorted by. published_key: microseconds since 1970.';
create index listings_newest on private.listings (published_key, product_id) include (ord);
create index listings_price on private.listings (price_currency, price_amount, product_id) include (ord);
create index listings_moq on private.listings (moq, product_id) include (ord);
create index listings_lead on private.listings (lead_time_days, product_id) include (ord);
create index listings_category on private.listings (category_id, published_key, product_id);
create index listings_producer on private.listings (producer_id, published_key, product_id);

create table private.listing_tokens (
  ord integer primary key references private.listings (ord) on delete cascade deferrable initially deferred,
  tokens bigint[] not null
);
comment on table private.listing_tokens is 'What each number stands in, to take it out again.';

create table private.free_numbers (ord integer primary key);

create table private.facet_bits (
  token bigint not null,
  segment integer not null,
  kind smallint not null,
  n integer not null,
  bits bit(8192) not null,
  primary key (token, segment)
) with (fillfactor = 85);
comment on table private.facet_bits is 'Kinds 0 to 14. n = how many bits are set.';

create table private.word_bits (
  token bigint not null,
  segment integer not null,
  n integer not null,
  places smallint[],
  bits bit(8192),
  primary key (token, segment),
  check (num_nonnulls(places, bits) = 1)
) with (fillfactor = 90);
comment on table private.word_bits is 'Kinds 15 and up: a list of places while they are few, a bitmap when they are many.';

create table private.name_words (
  word text collate "C" not null,
  kind smallint not null,
  token bigint not null,
  key text not null,
  primary key (word, token)
);
comment on table private.name_words is
  'Words in the names of categories, clusters, materials, techniques and certifications, in every language. key: uuid or term.';
create index name_words_key on private.name_words (kind, key);

create table private.facet_values (
  token bigint primary key,
  kind smallint not null,
  key text not null,
  name text not null,
  names text[] not null,
  parent text,
  place integer,
  hidden boolean not null default false,
  above bigint[] not null default '{}'
);
comment on table private.facet_values is
  'What the tokens of kinds 1 to 6 and 8 stand for, to show the facets without hashing and joining every name anew. name: when names (en, fr, rw, sw) has none. above: a category and all it lies in.';

create table private.stale (
  tx xid8 not null default pg_current_xact_id(),
  kind smallint not null,
  key text not null,
  primary key (tx, kind, key)
);
comment on table private.stale is
  'What the running transaction has changed: kind 0 a product, else all names of that kind. Emptied when it commits, so nobody else ever sees a row.';

alter table private.listings enable row level security;
alter table private.listing_tokens enable row level security;
alter table private.free_numbers enable row level security;
alter table private.facet_bits enable row level security;
alter table private.word_bits enable row level security;
alter table private.name_words enable row level security;
alter table private.facet_values enable row level security;
alter table private.stale enable row level security;

-- What a public listing is made of ---------------------------------------------------------------

create type private.listing_doc as (
  product_id uuid, producer_id uuid, category_id uuid, published_key bigint, price_currency text, price_amount bigint,
  moq integer, lead_time_days integer, materials text[], words text[], tokens bigint[]
);

create function private.listing_docs(p_ids uuid[]) returns setof private.listing_doc
language sql stable set search_path = '' as $$
  with live as materialized (
    select p.id, p.producer_id, p.category_id, p.source_locale, p.published_at, p.title, p.description, p.customisation,
      p.price_currency, p.price_amount, p.moq, p.lead_time_days, p.materials, p.techniques, p.sample_available,
      coalesce(p.country_of_origin, o.country) as country, o.name as producer_name
    from public.products p join public.producers o on o.id = p.producer_id
    where p.id = any (p_ids) and p.state = 'published' and o.state = 'active'
  ), texts as (
    select l.id, 16 + array_position('{en,fr,rw,sw}', l.source_locale::text) as kind, l.title as text from live l
    union all
    select l.id, case t.field when 'title' then 16 + array_position('{en,fr,rw,sw}', t.locale::text) else 16 end, t.text
    from live l join public.product_translations t on t.product_id = l.id
    where t.status <> 'draft' and t.locale <> l.source_locale and t.field in ('title', 'description', 'customisation')
    union all
    select l.id, 16, concat_ws(' ', l.description, l.customisation) from live l
    union all
    select l.id, 21, l.producer_name from live l
    union all
    select l.id, 16, concat_ws(' ', v.name, v.colour) from live l join public.variants v on v.product_id = l.id
  ), words as materialized (
    select t.id, t.kind, w.word
    from (select t.id, t.kind, string_agg(t.text, ' ') as text from texts t group by t.id, t.kind) t,
      unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', private.spaced(t.text)))) as w (word)
    where length(w.word) <= 40
  ), held as (
    select l.id, c.term from live l join public.certifications c on c.producer_id = l.producer_id
    where (c.product_id is null or c.product_id = l.id) and (c.expires_on is null or c.expires_on >= current_date)
  ), tokens as (
    select w.id, private.token(w.kind, w.word) as token from words w
    union all
    select l.id, t.token from live l, lateral (values
      (private.token(0, '')), (private.token(1, l.category_id::text)), (private.token(3, l.country)),
      (case when l.sample_available then private.token(7, '') end), (private.token(8, l.price_currency)),
      (private.token(11, l.price_currency || width_bucket(l.price_amount, private.price_steps()))),
      (private.token(15, l.producer_id::text))) t (token)
    union all select l.id, private.token(2, m.cluster_id::text) from live l
      join public.memberships m on m.producer_id = l.producer_id and m.state = 'active'
      join public.clusters c on c.id = m.cluster_id and c.state = 'active'
    union all select l.id, private.token(4, k) from live l, unnest(l.materials) k
    union all select l.id, private.token(5, k) from live l, unnest(l.techniques) k
    union all select h.id, private.token(6, h.term) from held h
    union all select l.id, private.token(9, s::text) from live l, unnest(private.moq_steps()) s where l.moq <= s
    union all select l.id, private.token(10, s::text) from live l, unnest(private.lead_steps()) s where l.lead_time_days <= s
    union all select l.id, private.token(12, d::text) from live l, generate_series(0, 26) d where (l.moq >> d) & 1 = 1
    union all select l.id, private.token(13, d::text) from live l, generate_series(0, 9) d where (l.lead_time_days >> d) & 1 = 1
    union all select l.id, private.token(14, d::text) from live l, generate_series(0, 39) d where (l.price_amount >> d) & 1 = 1
  )
  select l.id, l.producer_id, l.category_id, (extract(epoch from l.published_at) * 1000000)::bigint, l.price_currency,
    l.price_amount, l.moq, l.lead_time_days, l.materials, w.words, t.tokens
  from live l
  join (select t.id, array_agg(distinct t.token) as tokens from tokens t where t.token is not null group by t.id) t on t.id = l.id
  left join (select w.id, array_agg(distinct w.word) as words from words w group by w.id) w on w.id = l.id
$$;
