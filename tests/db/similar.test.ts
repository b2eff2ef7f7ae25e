import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { sceneOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;

type Similar = { card: { slug: string; moq: number }; why: Record<string, unknown> };
type Page = { related: { sameMaker: { slug: string }[]; similar: Similar[] } };

const [maker, neighbour, stranger, coordinator] = await Promise.all(
  Array.from({ length: 4 }, () => db.addUser()),
);
const shop = await scene.workshop(maker!, 'Akagera Boots');
const near = await scene.workshop(neighbour!, 'Neighbour Boots');
const far = await scene.workshop(stranger!, 'Far Boots');
const cluster = await scene.cluster(coordinator!);
for (const [owner, producer] of [
  [maker!, shop.id],
  [neighbour!, near.id],
] as const)
  await scene.accept(
    owner,
    await scene.invite(coordinator!, 'cluster_producer', cluster.id),
    producer,
  );

const terms = async (kind: string) =>
  (
    await sql<
      { key: string }[]
    >`select key from public.terms where kind = ${kind}::public.term_kind order by key limit 3`
  ).map(({ key }) => key);
const [leather, other] = await terms('material');
const [sewn] = await terms('technique');
const facts = {
  materials: [leather!],
  techniques: [sewn!],
  price_amount: 10_000,
  moq: 20,
  lead_time_days: 20,
};
const boot = await scene.published(maker!, shop.id, { title: 'The boot', ...facts });
const best = await scene.published(neighbour!, near.id, {
  title: 'Much like it',
  ...facts,
  price_amount: 13_000,
  moq: 30,
});
const some = await scene.published(stranger!, far.id, {
  title: 'A little like it',
  ...facts,
  materials: [other!],
  techniques: [],
  price_amount: 13_001,
  moq: 31,
  lead_time_days: 21,
});
const page = (slug: string) => call<Page>('anon', 'product_page', { p_slug: slug, p_locale: 'en' });

describe('similar products', () => {
  it('come most alike first, each with reasons that hold', async () => {
    const { similar, sameMaker } = (await page(boot.slug)).related;
    expect(sameMaker).toEqual([]);
    expect(similar.map(({ card }) => card.slug)).toEqual([best.slug, some.slug]);
    expect(similar[0]!.why).toEqual({
      kind: true,
      materials: [leather],
      techniques: [sewn],
      price: true,
      moq: true,
      lead: true,
      cluster: cluster.slug,
    });
    expect(similar[1]!.why).toEqual({
      kind: true,
      materials: [],
      techniques: [],
      price: false,
      moq: false,
      lead: false,
      cluster: null,
    });
  });

  it('say nothing of a price in other money', async () => {
    await sql`update public.products set price_currency = 'USD' where id = ${best.id}`;
    const { similar } = (await page(boot.slug)).related;
    expect(similar.find(({ card }) => card.slug === best.slug)!.why).toMatchObject({
      price: false,
    });
    await sql`update public.products set price_currency = 'RWF' where id = ${best.id}`;
  });

  it('are taken from neighbouring kinds where the kind has too few, and say so', async () => {
    const [sister] = await sql<{ id: string }[]>`
      select c.id from public.categories c join public.categories mine on mine.parent_id = c.parent_id
      join public.products p on p.category_id = mine.id where p.id = ${boot.id} and c.id <> mine.id order by c.position limit 1`;
    const cousin = await scene.published(stranger!, far.id, {
      ...facts,
      title: 'Of a neighbouring kind',
      category_id: sister!.id,
    });
    const { similar } = (await page(boot.slug)).related;
    expect(similar.find(({ card }) => card.slug === cousin.slug)?.why).toMatchObject({
      kind: false,
    });
  });

  it('are never what is not public, nor of the maker itself', async () => {
    const own = await scene.published(maker!, shop.id, { ...facts, title: 'Own second' });
    await scene.move(neighbour!, best.id, 'archive');
    const { similar, sameMaker } = (await page(boot.slug)).related;
    expect(similar.map(({ card }) => card.slug)).not.toContain(best.slug);
    expect(similar.map(({ card }) => card.slug)).not.toContain(own.slug);
    expect(sameMaker.map(({ slug }) => slug)).toEqual([own.slug]);
  });
});

describe('comparison', () => {
  it('gives up to six public products and names the others as missing', async () => {
    const slugs = [boot.slug, best.slug, 'nothing-at-all', some.slug];
    const answer = await call<{ items: Record<string, unknown>[]; missing: string[] }>(
      'anon',
      'compare_products',
      {
        p_slugs: slugs,
        p_locale: 'fr',
      },
    );
    expect(answer.items.map((one) => one['slug'])).toEqual([boot.slug, some.slug]);
    expect(answer.missing).toEqual([best.slug, 'nothing-at-all']);
    expect(answer.items[0]).toMatchObject({
      price: { amount: 10_000, currency: 'RWF' },
      moq: 20,
      maker: { name: 'Akagera Boots', verified: false },
      rating: { average: null, count: 0 },
    });
    expect(JSON.stringify(answer)).not.toMatch(/email|phone|user_id/);
  });

  it('takes no more than six', async () => {
    const many = Array.from({ length: 9 }, (_, n) => `no-${n}`);
    const answer = await call<{ missing: string[] }>('anon', 'compare_products', {
      p_slugs: many,
      p_locale: 'en',
    });
    expect(answer.missing).toHaveLength(6);
  });
});
