-- A market of any size for the benchmark: skewed like real ones (few big makers, few big categories, a long tail of
-- rare words), the same every time. Size: set_config('bench.products', n). Runs as the owner, in one transaction.

set local isoko.catalogue = 'off';

-- A number in [0, 1) that depends on its two arguments alone.
create function pg_temp.r(i bigint, salt text) returns double precision language sql immutable as
  $$ select (hashtextextended(salt, i) & 1048575) / 1048576.0 $$;
-- One of n (1..n), the first far more often than the last.
create function pg_temp.skewed(i bigint, salt text, n integer, power double precision) returns integer language sql immutable as
  $$ select 1 + floor(n * power(pg_temp.r(i, salt), power))::integer $$;
create function pg_temp.id(kind text, i bigint) returns uuid language sql immutable as $$ select md5(kind || i)::uuid $$;
-- A made-up word of three syllables: names and models, the tail of the vocabulary.
create function pg_temp.name(i bigint) returns text language sql immutable as $$
  select string_agg((array['ka','mu','ri','se','nda','go','ti','wa','bu','li','ze','cy','no','ha','ru','mbe'])[1 + ((i >> (4 * s)) & 15)], '' order by s)
  from generate_series(0, 2) s
$$;

create temp table phrase (kind text, i integer, en text, fr text, rw text, sw text) on commit drop;
insert into phrase values
  ('adjective', 1, 'handmade', 'fait main', 'byakozwe n''intoki', 'ya mkono'), ('adjective', 2, 'woven', 'tissé', 'biboshye', 'ya kufumwa'),
  ('adjective', 3, 'soft', 'souple', 'byoroshye', 'laini'), ('adjective', 4, 'durable', 'durable', 'biramba', 'imara'),
  ('adjective', 5, 'classic', 'classique', 'bya kera', 'ya kawaida'), ('adjective', 6, 'large', 'grand', 'binini', 'kubwa'),
  ('adjective', 7, 'small', 'petit', 'bito', 'ndogo'), ('adjective', 8, 'brown', 'brun', 'bya kigina', 'kahawia'),
  ('adjective', 9, 'black', 'noir', 'byirabura', 'nyeusi'), ('adjective', 10, 'natural', 'naturel', 'bya kamere', 'asilia'),
  ('adjective', 11, 'embroidered', 'brodé', 'bifumye', 'ya tarizi'), ('adjective', 12, 'striped', 'rayé', 'by''imirongo', 'ya mistari'),
  ('adjective', 13, 'polished', 'poli', 'bisennye', 'ya kung''aa'), ('adjective', 14, 'waterproof', 'imperméable', 'bidacengera amazi', 'isiyopenya maji'),
  ('adjective', 15, 'festive', 'festif', 'by''ibirori', 'ya sherehe'), ('adjective', 16, 'everyday', 'quotidien', 'bya buri munsi', 'ya kila siku'),
  ('sentence', 1, 'Cut and stitched by hand in a small workshop with good daylight.', 'Coupé et cousu à la main dans un petit atelier baigné de lumière.', 'Bikatwa kandi bikadodwa n''intoki mu iduka rito ririmo urumuri.', 'Hukatwa na kushonwa kwa mkono katika karakana ndogo yenye mwanga.'),
  ('sentence', 2, 'The colour comes from plants grown by neighbours of the cooperative.', 'La couleur vient de plantes cultivées par les voisins de la coopérative.', 'Ibara riva mu bimera bihingwa n''abaturanyi ba koperative.', 'Rangi hutokana na mimea inayolimwa na majirani wa ushirika.'),
  ('sentence', 3, 'Each piece is checked twice before it is packed in recycled paper.', 'Chaque pièce est contrôlée deux fois avant son emballage en papier recyclé.', 'Buri gikoresho kigenzurwa kabiri mbere yo gupfunyikwa mu mpapuro.', 'Kila kipande hukaguliwa mara mbili kabla ya kufungwa kwa karatasi.'),
  ('sentence', 4, 'Sizes follow European numbering and others can be ordered.', 'Les tailles suivent la numérotation européenne, d''autres sur commande.', 'Ingano zikurikiza nimero z''i Burayi, izindi ziratumizwa.', 'Ukubwa hufuata namba za Ulaya na nyingine huagizwa.'),
  ('sentence', 5, 'Suitable for hotels, gift shops and museum stores.', 'Convient aux hôtels, boutiques de cadeaux et musées.', 'Bikwiriye amahoteri, amaduka y''impano n''inzu ndangamurage.', 'Yafaa hoteli, maduka ya zawadi na makumbusho.'),
  ('sentence', 6, 'Our members share one cutting press and buy soles together.', 'Nos membres partagent une presse et achètent les semelles ensemble.', 'Abanyamuryango basangiye imashini kandi bagurira hamwe ibisole.', 'Wanachama wanashiriki mashine moja na hununua soli pamoja.'),
  ('sentence', 7, 'Delivery by road to Mombasa or by air from Kigali.', 'Livraison par route jusqu''à Mombasa ou par avion depuis Kigali.', 'Bigezwa i Mombasa n''imodoka cyangwa bikava i Kigali n''indege.', 'Husafirishwa kwa barabara hadi Mombasa au kwa ndege kutoka Kigali.'),
  ('sentence', 8, 'A pattern from imigongo art, drawn by women of the east.', 'Un motif inspiré de l''art imigongo, dessiné par des femmes de l''est.', 'Umutako w''imigongo washushanyijwe n''abagore b''iburasirazuba.', 'Nakshi ya imigongo iliyochorwa na wanawake wa mashariki.'),
  ('sentence', 9, 'Vegetable tanned over six weeks without chrome.', 'Tannage végétal de six semaines, sans chrome.', 'Uruhu rukanwa n''ibimera mu byumweru bitandatu nta kuromu.', 'Ngozi hulainishwa kwa mimea wiki sita bila kromu.'),
  ('sentence', 10, 'Lined with cotton from the lake region.', 'Doublé de coton de la région des lacs.', 'Imbere harimo ipamba yo mu karere k''ibiyaga.', 'Ndani kuna pamba ya ukanda wa maziwa.');

-- Categories and terms only where the site has none of its own.
insert into public.categories (id, key, parent_id, hs_heading, default_unit, position)
select pg_temp.id('root', r), root, null, null, null, r
from unnest('{footwear,leather-goods,hides,textiles,basketry,ceramics,food}'::text[]) with ordinality as t (root, r)
where not exists (select 1 from public.categories);
insert into public.categories (id, key, parent_id, hs_heading, default_unit, position)
select pg_temp.id('leaf', (r - 1) * 10 + l), root || '-' || pg_temp.name((r - 1) * 10 + l + 4000), pg_temp.id('root', r), '6403', 'PR', l
from unnest('{footwear,leather-goods,hides,textiles,basketry,ceramics,food}'::text[]) with ordinality as t (root, r), generate_series(1, 10) l
where exists (select 1 from public.categories where id = pg_temp.id('root', 1));
insert into public.category_translations (category_id, locale, name)
select c.id, l, (array['sandals','boots','bags','belts','baskets','bowls','scarves','coffee','hides','wallets'])[1 + (hashtext(c.key || l) & 7)] || ' ' || split_part(c.key, '-', 2)
from public.categories c, unnest('{en,fr,rw,sw}'::public.locale[]) l
where not exists (select 1 from public.category_translations);
insert into public.terms (kind, key, position)
select k, left(k::text, 3) || '-' || pg_temp.name(i * 7 + length(k::text)), i
from unnest('{material,technique,certification}'::public.term_kind[]) k, generate_series(1, 30) i
where not exists (select 1 from public.terms) on conflict do nothing;
insert into public.term_translations (kind, key, locale, name)
select t.kind, t.key, l, split_part(t.key, '-', 2) from public.terms t, unnest('{en,fr,rw,sw}'::public.locale[]) l
where not exists (select 1 from public.term_translations);

create temp table leaf on commit drop as
  select row_number() over (order by md5(c.key))::integer as i, c.id, en.name as en, fr.name as fr, rw.name as rw, sw.name as sw
  from public.categories c
  join public.category_translations en on en.category_id = c.id and en.locale = 'en' join public.category_translations fr on fr.category_id = c.id and fr.locale = 'fr'
  join public.category_translations rw on rw.category_id = c.id and rw.locale = 'rw' join public.category_translations sw on sw.category_id = c.id and sw.locale = 'sw'
  where not exists (select 1 from public.categories k where k.parent_id = c.id);
create temp table term on commit drop as
  select t.kind, t.key, row_number() over (partition by t.kind order by md5(t.key))::integer as i, en.name as en, fr.name as fr, rw.name as rw, sw.name as sw
  from public.terms t
  join public.term_translations en on en.kind = t.kind and en.key = t.key and en.locale = 'en' join public.term_translations fr on fr.kind = t.kind and fr.key = t.key and fr.locale = 'fr'
  join public.term_translations rw on rw.kind = t.kind and rw.key = t.key and rw.locale = 'rw' join public.term_translations sw on sw.kind = t.kind and sw.key = t.key and sw.locale = 'sw';
create unique index on leaf (i);
create unique index on term (kind, i);
analyze leaf, term, phrase;

insert into public.clusters (id, slug, name, summary, story, country, place)
select pg_temp.id('cluster', i), 'bench-cluster-' || i, initcap(pg_temp.name(i * 37)) || ' ' || (array['footwear', 'leather', 'weavers', 'potters', 'textile', 'basketry'])[1 + i % 6] || ' cluster',
  'Workshops of one trade and place.', repeat('Workshops of one trade who sell and buy together. ', 10), (array['RW', 'RW', 'KE', 'UG', 'TZ', 'BI'])[1 + i % 6], initcap(pg_temp.name(i * 91))
from generate_series(1, 60) i;

create temp table size on commit drop as
  select current_setting('bench.products')::integer as products, greatest(current_setting('bench.products')::integer / 33, 24) as producers;

insert into public.producers (id, slug, state, name, kind, tagline, story, country, place, people_count, women_count, verified_at, created_at)
select pg_temp.id('producer', i), 'bench-producer-' || i, case when i % 50 = 0 then 'pending' else 'active' end::public.producer_state,
  initcap(pg_temp.name(i * 2654435761 % 4096)) || ' ' || (array['cooperative', 'workshop', 'leather', 'crafts', 'weavers', 'studio', 'atelier'])[1 + i % 7],
  'workshop', 'Made by hand since ' || 1990 + i % 30, repeat('We are a workshop of neighbours who learned the trade from each other. ', 8),
  (array['RW', 'RW', 'RW', 'RW', 'KE', 'UG', 'TZ', 'BI', 'ET', 'RW'])[1 + i % 10], initcap(pg_temp.name(i * 13)), 5 + i % 40, 3 + i % 3, case when i % 3 = 0 then now() end, now() - i * interval '1 hour'
from generate_series(1, (select producers from size)) i;
insert into public.memberships (cluster_id, producer_id)
select distinct pg_temp.id('cluster', pg_temp.skewed(i, 'cluster' || k, 60, 1.8)), pg_temp.id('producer', i)
from generate_series(1, (select producers from size)) i, generate_series(1, 2) k where k = 1 or i % 10 = 0;
insert into public.certifications (producer_id, term, issuer, expires_on)
select pg_temp.id('producer', o.i), t.key, 'Issuer', current_date + 400 - o.i % 500
from generate_series(1, (select producers from size), 4) o (i) join term t on t.kind = 'certification'
  and t.i = pg_temp.skewed(o.i, 'cert', (select count(*)::integer from term where kind = 'certification'), 1.5);

create temp table seed on commit drop as
  select i, pg_temp.id('product', i) as id, pg_temp.skewed(i, 'producer', s.producers, 1.5) as producer,
    pg_temp.skewed(i, 'leaf', (select count(*)::integer from leaf), 1.7) as leaf,
    pg_temp.skewed(i, 'material', (select count(*)::integer from term where kind = 'material'), 1.8) as material,
    pg_temp.skewed(i, 'material2', (select count(*)::integer from term where kind = 'material'), 1.3) as material2,
    pg_temp.skewed(i, 'technique', (select count(*)::integer from term where kind = 'technique'), 1.6) as technique,
    pg_temp.skewed(i, 'adjective', 16, 1.2) as adjective,
    initcap(pg_temp.name((pg_temp.r(i, 'model') * 4095)::bigint)) as model,
    pg_temp.skewed(i, 'sentence', 10, 1.0) as sentence, pg_temp.skewed(i, 'sentence2', 10, 1.4) as sentence2
  from size s, generate_series(1, s.products) i;
alter table seed add primary key (i);
analyze seed;

insert into public.products (id, producer_id, slug, state, category_id, title, description, unit, price_amount, price_currency, moq, lead_time_days,
  capacity_per_month, hs_code, country_of_origin, incoterm, incoterm_place, materials, techniques, sample_available, created_at, published_at)
select s.id, pg_temp.id('producer', s.producer), 'bench-product-' || s.i, case when s.i % 20 = 0 then 'draft' else 'published' end::public.product_state, l.id,
  left(initcap(a.en) || ' ' || m.en || ' ' || l.en || ' ' || s.model, 140), p1.en || ' ' || p2.en || ' ' || s.model || ' ' || m2.en || '.', 'PR',
  case when s.i % 5 < 3 then round(power(10, 2.7 + 2.3 * pg_temp.r(s.i, 'price')))::bigint else round(power(10, 2.5 + 2.2 * pg_temp.r(s.i, 'price')))::bigint end,
  (array['RWF', 'RWF', 'RWF', 'USD', 'USD'])[1 + s.i % 5],
  (array[1, 5, 10, 10, 20, 20, 25, 50, 50, 60, 100, 100, 200, 300, 500, 1000])[pg_temp.skewed(s.i, 'moq', 16, 1.0)],
  (array[3, 5, 7, 7, 10, 14, 14, 21, 21, 28, 30, 30, 45, 60, 75, 90])[pg_temp.skewed(s.i, 'lead', 16, 1.0)],
  100 + s.i % 900, '640399', null, 'FOB', 'Mombasa', case when m2.key = m.key then array[m.key] else array[m.key, m2.key] end, array[t.key], s.i % 3 = 0,
  now() - (s.i % 700) * interval '1 day', now() - pg_temp.r(s.i, 'age') * interval '700 days'
from seed s join leaf l on l.i = s.leaf join term m on m.kind = 'material' and m.i = s.material join term m2 on m2.kind = 'material' and m2.i = s.material2
join term t on t.kind = 'technique' and t.i = s.technique join phrase a on a.kind = 'adjective' and a.i = s.adjective
join phrase p1 on p1.kind = 'sentence' and p1.i = s.sentence join phrase p2 on p2.kind = 'sentence' and p2.i = s.sentence2
order by s.i;

insert into public.product_translations (product_id, locale, field, text, status)
select s.id, x.locale::public.locale, x.field, left(x.text, 140), 'reviewed'
from seed s join leaf l on l.i = s.leaf join term m on m.kind = 'material' and m.i = s.material join phrase a on a.kind = 'adjective' and a.i = s.adjective
join phrase p1 on p1.kind = 'sentence' and p1.i = s.sentence
cross join lateral (values
  ('fr', 'title', l.fr || ' ' || m.fr || ' ' || a.fr || ' ' || s.model, 0.6), ('rw', 'title', l.rw || ' ' || a.rw || ' ' || m.rw || ' ' || s.model, 0.4),
  ('sw', 'title', l.sw || ' ' || a.sw || ' ' || m.sw || ' ' || s.model, 0.4), ('fr', 'description', p1.fr, 0.5), ('rw', 'description', p1.rw, 0.3), ('sw', 'description', p1.sw, 0.3)
) as x (locale, field, text, share)
where pg_temp.r(s.i, 'tr' || x.locale) < x.share;

insert into public.media (id, code, producer_id, state, content_type, bytes, sha256, sha8, width, height, colour, avif)
select pg_temp.id('media', s.i), translate(left(md5('m' || s.i), 10), 'ilou', '0123'), pg_temp.id('producer', s.producer), 'ready', 'image/jpeg', 600000,
  md5('a' || s.i) || md5('b' || s.i), left(md5('a' || s.i), 8), 1600, 2000, '#' || left(md5('c' || s.i), 6), true
from seed s where s.i % 10 <> 9 on conflict do nothing;
insert into public.media_alts (media_id, locale, alt)
select pg_temp.id('media', s.i), 'en', 'Photograph of ' || s.model from seed s where s.i % 10 <> 9;
insert into public.product_media (product_id, media_id, position)
select s.id, pg_temp.id('media', s.i), 0 from seed s where s.i % 10 <> 9;

insert into public.price_tiers (product_id, min_quantity, unit_amount)
select p.id, p.moq * k * 2, greatest(1, p.price_amount * (100 - 6 * k) / 100)
from seed s join public.products p on p.id = s.id, generate_series(1, 3) k where s.i % 3 = 1;
insert into public.variants (product_id, position, name, size)
select s.id, k, 'EU ' || 37 + k, 37 + k || '' from seed s, generate_series(1, 4) k where s.i % 4 = 1;
set constraints all immediate;
