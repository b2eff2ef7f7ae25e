import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { writeVocabulary } from './catalogue-market.ts';

const db = await createTestDatabase();

/** A market where every private or unpublished text has the same mark in it. */
const SECRET = 'zq5secret';
const operator = await db.addUser();
const owner = await db.addUser();

beforeAll(async () => {
  await writeVocabulary(db.sql);
  await db.sql`insert into public.operators (user_id) values (${operator})`;
  await db.sql`
    insert into public.producers (slug, name, state, suspended_reason, country, created_by) values
      ('open', 'Open workshop', 'active', null, 'RW', ${owner}),
      ('waiting', ${`${SECRET} waiting`}, 'pending', null, 'RW', ${owner}),
      ('barred', ${`${SECRET} barred`}, 'suspended', ${SECRET}, 'RW', ${owner})`;
  await db.sql`insert into public.producer_contacts (producer_id, email, phone, address) select id, ${`${SECRET}@isoko.test`}, '+250788000000', ${SECRET} from public.producers`;
  await db.sql`insert into public.producer_members (producer_id, user_id, role) select id, ${owner}, 'owner' from public.producers`;
  await db.sql`insert into public.memberships (cluster_id, producer_id) select c.id, o.id from public.clusters c, public.producers o where c.slug = 'lake-weavers'`;
  await db.sql`insert into public.clusters (slug, name, country, state, suspended_reason) values ('closed-cluster', ${SECRET}, 'RW', 'suspended', ${SECRET})`;
  await db.sql`insert into public.memberships (cluster_id, producer_id) select c.id, o.id from public.clusters c, public.producers o where c.slug = 'closed-cluster' and o.slug = 'open'`;
  const product = (maker: string, slug: string, state: string, title: string) => db.sql`
    insert into public.products (producer_id, slug, state, category_id, title, unit, price_amount, price_currency, moq, lead_time_days, published_at, returned_reason)
    select o.id, ${slug}, ${state}::public.product_state, c.id, ${title}, 'PR', 100, 'RWF', 1, 7, now(), ${state === 'draft' ? SECRET : null}
    from public.producers o, public.categories c where o.slug = ${maker} and c.key = 'boots'`;
  await product('open', 'shown', 'published', 'Boots for all');
  await product('open', 'draft', 'draft', `Boots ${SECRET}`);
  await product('open', 'review', 'in_review', `Boots ${SECRET}`);
  await product('open', 'archive', 'archived', `Boots ${SECRET}`);
  await product('waiting', 'of-waiting', 'published', `Boots ${SECRET}`);
  await product('barred', 'of-barred', 'published', `Boots ${SECRET}`);
  await db.sql`insert into public.product_translations (product_id, locale, field, text, status) select id, 'fr', 'title', ${SECRET}, 'draft' from public.products where slug = 'shown'`;
  await db.sql`insert into public.verification_checks (producer_id, item, state, note, checked_by, checked_at) select id, 'identity', 'passed', ${SECRET}, ${operator}, now() from public.producers`;
  await db.sql`insert into public.verification_checks (producer_id, item, state, note, checked_by, checked_at) select id, 'capacity', 'failed', ${SECRET}, ${operator}, now() from public.producers`;
  await db.sql`insert into public.certifications (producer_id, term, issuer, expires_on) select id, 'organic', ${SECRET}, current_date - 1 from public.producers`;
  await db.sql`
    insert into public.media (producer_id, content_type, bytes, sha256, sha8, width, height, created_by)
    select id, 'image/jpeg', 1, ${'ab'.repeat(32)}, 'abababab', 100, 100, ${owner} from public.producers where slug = 'open'`;
  await db.sql`insert into public.media_alts (media_id, locale, alt) select id, 'en', ${SECRET} from public.media`;
  await db.sql`insert into public.product_media (product_id, media_id, position) select p.id, m.id, 0 from public.products p, public.media m where p.slug = 'shown'`;
});

const base = { q: '', sort: 'newest', readingCurrency: 'RWF' };
const LOCALES = ['en', 'fr', 'rw', 'sw'] as const;

/** Every public read of the catalogue, as text, for one visitor. */
async function everything(as: typeof db.asAnon): Promise<string> {
  return as(async (tx) => {
    let said = '';
    const slugs = [
      'shown',
      'draft',
      'review',
      'archive',
      'of-waiting',
      'of-barred',
      'open',
      'waiting',
      'barred',
      'lake-weavers',
      'closed-cluster',
    ];
    for (const locale of LOCALES) {
      for (const q of ['', 'boots', SECRET, SECRET.slice(0, 4), `${SECRET.slice(0, 6)}x`]) {
        const query = { ...base, q, sort: q ? 'relevance' : 'newest' };
        const rows =
          await tx`select public.search_catalogue(${tx.json(query)}, ${locale})::text as a, public.suggest_catalogue(${q}, ${locale})::text as b,
          public.producers_list(${tx.json({ q })}, ${locale})::text as c`;
        // What was asked comes back in nobody's answer but as part of a list.
        said += Object.values(rows[0]!).join();
      }
      for (const slug of slugs) {
        const rows =
          await tx`select public.product_page(${slug}, ${locale})::text as a, public.producer_page(${slug}, ${locale})::text as b, public.cluster_page(${slug}, ${locale})::text as c`;
        said += Object.values(rows[0]!).join();
      }
      const rows =
        await tx`select public.home_page(${locale})::text as a, public.clusters_list(${locale})::text as b, public.news_feed(${locale})::text as c,
        public.sitemap()::text as d, public.sitemap(0)::text as e`;
      said += Object.values(rows[0]!).join();
    }
    return said;
  });
}

describe('what is not public', () => {
  it('is in no answer, for a visitor, its owner or an operator', async () => {
    const visitors = [
      db.asAnon,
      ((run) => db.asUser(owner, run)) as typeof db.asAnon,
      ((run) => db.asUser(operator, run)) as typeof db.asAnon,
    ];
    for (const as of visitors) {
      const said = await everything(as);
      expect(said).toContain('Boots for all');
      expect(said).not.toContain(SECRET);
      expect(said).not.toContain(owner);
      expect(said).not.toContain(operator);
      expect(said).not.toContain('+250788000000');
      expect(said).not.toMatch(
        /"(?:draft|review|archive|of-waiting|of-barred|waiting|barred|closed-cluster)"/,
      );
    }
  });

  it('has no page', async () => {
    const [row] = await db.asAnon(
      (
        tx,
      ) => tx`select public.product_page('draft', 'en') as a, public.product_page('of-barred', 'en') as b,
      public.producer_page('waiting', 'en') as c, public.producer_page('barred', 'en') as d, public.cluster_page('closed-cluster', 'en') as e`,
    );
    expect(row).toEqual({ a: null, b: null, c: null, d: null, e: null });
  });

  it('disappears with its producer in the same instant, and comes back with it', async () => {
    const total = async () => {
      const [row] = await db.asAnon(
        (
          tx,
        ) => tx`select (public.search_catalogue(${tx.json(base)}, 'en') ->> 'total')::integer as n,
        public.product_page('shown', 'en') is not null as page, json_array_length(public.sitemap(0)) as listed`,
      );
      return row;
    };
    expect(await total()).toEqual({ n: 1, page: true, listed: 1 });
    await db.asUser(
      operator,
      (tx) =>
        tx`select public.set_producer_state((select id from public.producers where slug = 'open'), 'suspended', 'complaints')`,
    );
    expect(await total()).toEqual({ n: 0, page: false, listed: 0 });
    await db.asUser(
      operator,
      (tx) =>
        tx`select public.set_producer_state((select id from public.producers where slug = 'open'), 'active', 'settled')`,
    );
    expect(await total()).toEqual({ n: 1, page: true, listed: 1 });
  });

  it('cannot be reached past the functions of the API', async () => {
    for (const statement of [
      'select * from private.listings',
      'select * from private.words',
      'select private.listing_docs(array[]::uuid[])',
      'select private.rebuild_catalogue()',
      'select public.rebuild_catalogue()',
      'delete from private.facet_bits',
      "select private.note_stale(0, '{}')",
    ]) {
      await expect(
        db.asAnon((tx) => tx.unsafe(statement)),
        statement,
      ).rejects.toMatchObject({ code: '42501' });
      await expect(
        db.asUser(owner, (tx) => tx.unsafe(statement)),
        statement,
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('absurd questions', () => {
  const ask = async (query: object, locale = 'en') => {
    const [row] = await db.asAnon(
      (tx) =>
        tx`select public.search_catalogue(${tx.json(query as never)}, ${locale}::public.locale) as a`,
    );
    return row!.a as { total: number; items: object[] };
  };

  it.each([
    ["Robert'); drop table public.products;--"],
    ["' or 1=1 --"],
    ['boots:* & !x | (y <-> z)'],
    ['%_\\%'],
    ['a'.repeat(10_000)],
    ['boots '.repeat(2000)],
    ['👢🧺🇷🇼 ❤️‍🔥'],
    ['\u202eboots\u202c\ufeff'],
    ['ゴム長靴 сапоги حذاء'],
    ['\\'],
    ["''''"],
    ['http://user:pw@host/path?q=1#f'],
  ])('%.40s is only words', async (q) => {
    const answer = await ask({ ...base, q, sort: 'relevance' });
    expect(answer.total).toBeLessThanOrEqual(1);
    expect(await ask(base)).toMatchObject({ total: 1 });
  });

  it('a facet of thousands of values, of other types, or unknown, is answered', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `x-${i}`);
    expect((await ask({ ...base, material: many })).total).toBe(0);
    expect(
      (
        await ask({
          ...base,
          material: [],
          cluster: null,
          country: 'RW',
          technique: {},
          certification: [1, null],
        })
      ).total,
    ).toBe(0);
    expect((await ask({ ...base, category: "boots'--" })).total).toBe(0);
    expect((await ask({ ...base, priceMin: 5, priceMax: 1, currency: 'RWF' })).total).toBe(0);
    expect((await ask({ ...base, moqMax: -5 })).total).toBe(0);
    expect((await ask({ ...base, moqMax: Number.MAX_SAFE_INTEGER, leadMax: 1e15 })).total).toBe(1);
    expect((await ask({})).total).toBe(1);
  });

  it.each([
    [{ key: 'x', id: randomUUID() }],
    [{ key: 1, id: 'no uuid' }],
    [{ key: null, id: null }],
    [{ key: 1e300, id: randomUUID() }],
    [{ key: '9:1', id: randomUUID() }],
    [{ key: "1'; drop table x", id: randomUUID() }],
    [[]],
    ['x'],
    [7],
  ])('a cursor like %j is refused by name', async (cursor) => {
    for (const sort of ['newest', 'price_asc', 'relevance']) {
      await expect(ask({ ...base, q: 'boots', sort, after: cursor })).rejects.toMatchObject({
        message: 'cursor_invalid',
        code: 'PT400',
      });
    }
  });

  it('an empty market answers every question', async () => {
    await db.sql`update public.products set state = 'archived'`;
    for (const sort of ['newest', 'price_asc', 'price_desc', 'moq_asc', 'lead_asc', 'relevance']) {
      expect(await ask({ ...base, q: sort === 'relevance' ? 'boots' : '', sort })).toMatchObject({
        total: 0,
        items: [],
      });
    }
    const [row] = await db.asAnon(
      (tx) => tx`select public.home_page('en') as home, public.sitemap() as map`,
    );
    expect(row!.home).toMatchObject({ counts: { listings: 0 }, newest: [], hand: [] });
    expect(row!.map).toMatchObject({ parts: [] });
  });
});
