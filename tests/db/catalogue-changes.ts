import fc from 'fast-check';
import type { Sql, TransactionSql } from 'postgres';
import { product, writeProduct, type Market } from './catalogue-market.ts';

/** Writes of every kind that the read model must follow, and a look at whether it did. */

type Tx = TransactionSql | Sql;

/** What is wrong with the read model: nothing. Compared with the documents as they are, and with itself inside out. */
export async function faults(sql: Tx) {
  const docs = await sql`
    with should as (
      select d.product_id, d.tokens, d.price_amount, d.price_currency, d.moq, d.lead_time_days, d.published_key, d.category_id, d.producer_id
      from private.listing_docs(array(select id from public.products)) d
    ), is_now as (
      select l.product_id, t.tokens, l.price_amount, l.price_currency, l.moq, l.lead_time_days, l.published_key, l.category_id, l.producer_id
      from private.listings l join private.listing_tokens t using (ord)
    )
    (select 'missing' as fault, product_id from (table should except table is_now) x)
    union all (select 'stale', product_id from (table is_now except table should) x)`;
  const postings = await sql`
    with should as (
      select u.token, l.ord from private.listing_tokens l, unnest(l.tokens) u (token)
    ), is_now as (
      select f.token, f.segment * 8192 + m as ord from private.facet_bits f, private.members(f.bits) m
      union all select w.token, w.segment * 8192 + m from private.word_bits w, private.members(w.bits) m
      union all select w.token, w.segment * 8192 + p from private.word_bits w, unnest(w.places) p
    )
    (select 'unset' as fault, token >> 56 as kind, ord from (table should except table is_now) x)
    union all (select 'left over', token >> 56, ord from (table is_now except table should) x)`;
  const counters = await sql`
    select token >> 56 as kind from private.facet_bits where n <> bit_count(bits)
    union all select token >> 56 from private.word_bits where n <> coalesce(bit_count(bits), cardinality(places))`;
  const numbers = await sql`select ord from private.free_numbers join private.listings using (ord)`;
  const values = await sql`
    with should as (
      select v.* from unnest('{1,2,3,4,5,6,8}'::integer[]) k, private.facet_values_now(k) v
    )
    (select 'missing' as fault, token from (table should except table private.facet_values) x)
    union all (select 'left over', token from (table private.facet_values except table should) x)`;
  const left = await sql`select * from private.stale`;
  return {
    docs: [...docs],
    postings: [...postings],
    counters: [...counters],
    numbers: [...numbers],
    values: [...values],
    left: [...left],
  };
}
export const sound = { docs: [], postings: [], counters: [], numbers: [], values: [], left: [] };

type Change = { label: string; run: (tx: Tx, m: Market) => Promise<unknown> };
const nth = fc.nat(20);
const ofProduct = (label: string, run: (tx: Tx, id: string) => Promise<unknown>) =>
  nth.map((n): Change => ({
    label: `${label} ${n}`,
    run: (tx, m) => run(tx, m.products[n % m.products.length]!.id),
  }));
const ofProducer = (label: string, run: (tx: Tx, id: string) => Promise<unknown>) =>
  nth.map((n): Change => ({
    label: `${label} ${n}`,
    run: (tx, m) => run(tx, m.producers[n % m.producers.length]!.id),
  }));

export const change = fc.oneof(
  ofProduct(
    'archive',
    (tx, id) => tx`update public.products set state = 'archived' where id = ${id}`,
  ),
  ofProduct(
    'publish',
    (tx, id) =>
      tx`update public.products set state = 'published', published_at = now() where id = ${id}`,
  ),
  ofProduct(
    'retitle',
    (tx, id) =>
      tx`update public.products set title = 'Woven ' || left(title, 100), description = 'new words' where id = ${id}`,
  ),
  ofProduct(
    'reprice',
    (tx, id) =>
      tx`update public.products set price_amount = price_amount + 7, price_currency = 'USD', moq = 3, lead_time_days = 9 where id = ${id}`,
  ),
  ofProduct(
    'move',
    (tx, id) =>
      tx`update public.products set category_id = (select id from public.categories where key = 'trays'), materials = '{sisal}', techniques = '{}', sample_available = not sample_available, country_of_origin = null where id = ${id}`,
  ),
  ofProduct(
    'translate',
    (
      tx,
      id,
    ) => tx`insert into public.product_translations (product_id, locale, field, text, status) select id, 'sw', 'title', 'viatu vya watoto', 'reviewed' from public.products where id = ${id}
    on conflict (product_id, locale, field) do update set status = 'draft'`,
  ),
  ofProduct(
    'untranslate',
    (tx, id) => tx`delete from public.product_translations where product_id = ${id}`,
  ),
  ofProduct(
    'vary',
    (tx, id) =>
      tx`insert into public.variants (product_id, name, colour) select id, 'EU 41', 'cognac' from public.products where id = ${id} on conflict do nothing`,
  ),
  ofProduct(
    'certify',
    (tx, id) =>
      tx`insert into public.certifications (producer_id, product_id, term) select producer_id, id, 'organic' from public.products where id = ${id}`,
  ),
  ofProduct('delete', (tx, id) => tx`delete from public.products where id = ${id}`),
  ofProducer(
    'suspend',
    (tx, id) =>
      tx`update public.producers set state = 'suspended', suspended_reason = 'because' where id = ${id}`,
  ),
  ofProducer(
    'activate',
    (tx, id) =>
      tx`update public.producers set state = 'active', suspended_reason = null where id = ${id}`,
  ),
  ofProducer(
    'rename',
    (tx, id) =>
      tx`update public.producers set name = 'Another name', country = 'KE' where id = ${id}`,
  ),
  ofProducer(
    'leave',
    (tx, id) =>
      tx`update public.memberships set state = 'left', left_at = now() where producer_id = ${id}`,
  ),
  ofProducer(
    'join',
    (tx, id) =>
      tx`insert into public.memberships (cluster_id, producer_id) select c.id, o.id from public.clusters c, public.producers o where o.id = ${id} on conflict (cluster_id, producer_id) do update set state = 'active', left_at = null`,
  ),
  ofProducer(
    'expire',
    (tx, id) =>
      tx`update public.certifications set expires_on = current_date - 1, issued_on = null where producer_id = ${id}`,
  ),
  ofProducer('delete producer', (tx, id) => tx`delete from public.producers where id = ${id}`),
  fc.constant<Change>({
    label: 'suspend cluster',
    run: (tx) =>
      tx`update public.clusters set state = 'suspended', suspended_reason = 'because' where slug = 'lake-weavers'`,
  }),
  fc.constant<Change>({
    label: 'activate cluster',
    run: (tx) =>
      tx`update public.clusters set state = 'active', suspended_reason = null where slug = 'lake-weavers'`,
  }),
  nth.map((n): Change => ({
    label: `hide category ${n}`,
    run: (tx) =>
      tx`update public.categories set hidden = not hidden, position = ${n}
        where id = (select id from public.categories order by key limit 1 offset ${n % 3})`,
  })),
  nth.map((n): Change => ({
    label: `new category ${n}`,
    run: async (tx) => {
      const key = `kind-${n}`;
      await tx`insert into public.categories (key, parent_id) select ${key}, id from public.categories where key <> ${key} order by key limit 1
        on conflict (key) do update set parent_id = null`;
      await tx`insert into public.category_translations (category_id, locale, name) select id, 'fr', 'Genre' from public.categories where key = ${key}
        on conflict (category_id, locale) do update set name = 'Autre genre'`;
    },
  })),
  nth.map((n): Change => ({
    label: `new term ${n}`,
    run: (tx) =>
      tx`insert into public.terms (kind, key) values ('material', ${`stuff-${n}`}) on conflict do nothing`,
  })),
  fc.constant<Change>({
    label: 'name cluster',
    run: (tx) =>
      tx`insert into public.cluster_translations (cluster_id, locale, field, text, status)
        select id, 'fr', 'name', 'Les tisserands', 'reviewed' from public.clusters where slug = 'lake-weavers'
        on conflict (cluster_id, locale, field) do update set status = 'draft'`,
  }),
  product.map((p): Change => ({
    label: `new ${p.state}`,
    run: async (tx, m) => {
      const [maker] =
        await tx`select 1 from public.producers where id = ${m.producers[p.producer]!.id}`;
      if (maker) await writeProduct(tx, m, p);
    },
  })),
);
