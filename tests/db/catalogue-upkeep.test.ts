import fc from 'fast-check';
import type { Sql, TransactionSql } from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  market,
  product,
  writeMarket,
  writeProduct,
  writeVocabulary,
  type Market,
} from './catalogue-market.ts';

const db = await createTestDatabase();
type Tx = TransactionSql | Sql;

/** What is wrong with the read model: nothing. Compared with the documents as they are, and with itself inside out. */
async function faults(sql: Tx) {
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
  const left = await sql`select * from private.stale`;
  return {
    docs: [...docs],
    postings: [...postings],
    counters: [...counters],
    numbers: [...numbers],
    left: [...left],
  };
}
const sound = { docs: [], postings: [], counters: [], numbers: [], left: [] };

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

const change = fc.oneof(
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
  product.map((p): Change => ({
    label: `new ${p.state}`,
    run: async (tx, m) => {
      const [maker] =
        await tx`select 1 from public.producers where id = ${m.producers[p.producer]!.id}`;
      if (maker) await writeProduct(tx, m, p);
    },
  })),
);

beforeAll(() => writeVocabulary(db.sql));

describe('the read model', () => {
  it('is sound after any changes, several in a transaction, also when some are taken back', async () => {
    await fc.assert(
      fc.asyncProperty(
        market,
        fc.array(
          fc.record({
            changes: fc.array(change, { minLength: 1, maxLength: 4 }),
            takeBack: fc.boolean(),
          }),
          { maxLength: 8 },
        ),
        async (m, transactions) => {
          await writeMarket(db.sql, m);
          for (const { changes, takeBack } of transactions) {
            await db.sql
              .begin(async (tx) => {
                for (const c of changes) await c.run(tx, m);
                if (takeBack) throw new Error('taken back');
              })
              .catch((e: Error) => {
                if (e.message !== 'taken back') throw e;
              });
          }
          const trace = transactions.map(
            (t) => t.changes.map((c) => c.label).join(', ') + (t.takeBack ? ' ↶' : ''),
          );
          expect({ trace, ...(await faults(db.sql)) }).toEqual({ trace, ...sound });
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);

  it('is sound after many writers at once, and nobody waits in a circle', async () => {
    const [m] = fc.sample(
      market.filter((x) => x.products.length > 8),
      1,
    );
    await writeMarket(db.sql, m!);
    const sessions = Array.from({ length: 6 }, () => connect(db.url));
    const changes = fc.sample(change, 120);
    await Promise.all(
      sessions.map(async (sql, s) => {
        for (let i = s; i < changes.length; i += sessions.length) {
          await sql
            .begin((tx) => changes[i]!.run(tx, m!))
            .catch((e: { code?: string }) => {
              // What it hangs on was deleted by another session in between; anything else, a deadlock above all, is a fault.
              if (e.code !== '23503') throw e;
            });
        }
        await sql.end();
      }),
    );
    expect(await faults(db.sql)).toEqual(sound);
  }, 60_000);

  it('crosses from one segment of numbers to the next, and from lists of places to bitmaps and back', async () => {
    const [m] = fc.sample(
      market.filter((x) => x.producers[0]!.state === 'active'),
      1,
    );
    await writeMarket(db.sql, { ...m!, products: [] });
    // As if 8100 listings had been and gone.
    await db.sql`insert into private.free_numbers values (8100)`;
    const maker = m!.producers[0]!.id;
    await db.sql`
      insert into public.products (producer_id, slug, state, category_id, title, unit, price_amount, price_currency, moq, lead_time_days, published_at)
      select ${maker}, 'many-' || i, 'published', (select id from public.categories where key = 'boots'), 'Boots ' || i, 'PR', i, 'RWF', i, i % 60, now()
      from generate_series(1, 400) i`;
    expect(await faults(db.sql)).toEqual(sound);
    const [spread] =
      await db.sql`select count(distinct segment) as n from private.facet_bits where token = private.token(12, '3')`;
    expect(Number(spread!.n)).toBe(2);
    const [kept] =
      await db.sql`select count(*) filter (where bits is not null) as many, count(*) filter (where places is not null) as few from private.word_bits`;
    expect(Number(kept!.many)).toBeGreaterThan(0);
    expect(Number(kept!.few)).toBeGreaterThan(0);
    const ask = async (query: object) => {
      const [row] =
        await db.sql`select public.search_catalogue(${db.sql.json(query as never)}, 'en', 5) as a`;
      return row!.a as { total: number };
    };
    const q = {
      q: 'boots',
      sort: 'price_desc',
      priceMin: 50,
      priceMax: 349,
      currency: 'RWF',
      moqMax: 200,
      readingCurrency: 'RWF',
    };
    expect((await ask(q)).total).toBe(151);
    await db.sql`update public.products set state = 'archived' where slug like 'many-1%'`;
    expect(await faults(db.sql)).toEqual(sound);
    const before = await ask(q);
    await db.sql`select private.rebuild_catalogue()`;
    expect(await faults(db.sql)).toEqual(sound);
    expect(await ask(q)).toEqual(before);
  });

  it('leaves the refresh to the rebuild in a bulk load', async () => {
    const [m] = fc.sample(
      market.filter((x) => x.producers[0]!.state === 'active'),
      1,
    );
    await writeMarket(db.sql, { ...m!, products: [] });
    await db.sql.begin(async (tx) => {
      await tx`set local isoko.catalogue = 'off'`;
      for (const p of m!.products) await writeProduct(tx, m!, p);
      const [row] = await tx`select count(*) as n from private.stale`;
      expect(Number(row!.n)).toBe(0);
      await tx`select private.rebuild_catalogue()`;
    });
    expect(await faults(db.sql)).toEqual(sound);
  });

  it('lets go of a certificate that has run out without a write', async () => {
    const [m] = fc.sample(
      market.filter((x) => x.producers[0]!.state === 'active'),
      1,
    );
    await writeMarket(db.sql, {
      ...m!,
      producers: m!.producers.map((p) => ({ ...p, certificates: [] })),
      products: [],
    });
    await db.sql`
      insert into public.products (producer_id, slug, state, category_id, title, unit, price_amount, price_currency, moq, lead_time_days, published_at)
      values (${m!.producers[0]!.id}, 'certified', 'published', (select id from public.categories where key = 'boots'), 'Boots', 'PR', 1, 'RWF', 1, 1, now())`;
    await db.sql`insert into public.certifications (producer_id, term, expires_on) values (${m!.producers[0]!.id}, 'organic', current_date)`;
    // A day passes: the triggers see nothing of it.
    await db.sql`alter table public.certifications disable trigger user`;
    await db.sql`update public.certifications set expires_on = current_date - 1`;
    await db.sql`alter table public.certifications enable trigger user`;
    const run = () => db.asService((tx) => tx`select public.refresh_expired_certifications() as n`);
    expect([...(await run())]).toEqual([{ n: 1 }]);
    expect([...(await run())]).toEqual([{ n: 0 }]);
    expect(await faults(db.sql)).toEqual(sound);
  });
});
