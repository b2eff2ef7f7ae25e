import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  addHall,
  addSection,
  addWork,
  draftExhibition,
  furnishedBooth,
  previewKey,
  shownExhibition,
} from '#tests/support/exhibition-stage.ts';
import { sceneOf } from './scene.ts';

// What a visitor reads of an exhibition, and what stays hidden whoever asks.

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const [curator, rival, maker] = await Promise.all([db.addUser(), db.addUser(), db.addUser()]);
const cluster = await scene.cluster(curator!, 'Masoro');
await scene.cluster(rival!, 'Elsewhere');
const shop = await scene.workshop(maker!, 'Akagera Boots');
const second = await scene.workshop(await db.addUser(), 'Bweza Bags');
const stage = { sql, cluster: cluster.id, curator: curator! };

const [category] = await sql<{ id: string }[]>`
  insert into public.categories (key, position) values ('fair-boots', 0) returning id`;
async function product(producer: string, slug: string, title: string) {
  const [row] = await sql<{ id: string }[]>`
    insert into public.products (producer_id, slug, state, category_id, title, unit, price_amount, price_currency, moq, lead_time_days, published_at)
    values (${producer}, ${slug}, 'published', ${category!.id}, ${title}, 'PR', 45000, 'RWF', 6, 21, now()) returning id`;
  return row!.id;
}
await sql`update public.producers set state = 'active' where id in (${shop.id}, ${second.id})`;

type Args = { slug: string; key?: string; more?: Record<string, string> };
const READS = {
  exhibition_page: {},
  exhibition_hall: { p_hall: 'the-big-hall' },
  exhibition_plan: {},
  exhibition_slides: {},
} as const;

async function read(who: string | null, name: string, { slug, key, more = {} }: Args) {
  const given = { p_slug: slug, p_locale: 'en', ...more, ...(key ? { p_key: key } : {}) };
  const list = Object.keys(given).map((arg, n) => `${arg} => $${n + 1}`);
  const query = `select public.${name}(${list.join(', ')}) as value`;
  const run = who ? (act: never) => db.asUser(who, act) : (act: never) => db.asAnon(act);
  const rows = await run((async (tx: typeof sql) =>
    tx.unsafe(query, Object.values(given))) as never);
  return (rows as unknown as { value: Record<string, never> | null }[])[0]!.value;
}
const everything = async (who: string | null, slug: string, key?: string) =>
  JSON.stringify(
    await Promise.all(
      Object.entries(READS).map(([name, more]) =>
        read(who, name, { slug, more, ...(key ? { key } : {}) }),
      ),
    ),
  );

const draft = await draftExhibition(stage, { texts: { title: { en: 'Secret plans' } } });
const draftHall = await addHall(stage, draft);
await addWork(stage, draftHall, { title: 'Hidden anvil' });
await addSection(stage, draft, { texts: { body: { en: 'Hidden words' } } });
const [{ slug: draftSlug }] =
  (await sql`select slug from public.exhibitions where id = ${draft}`) as unknown as [
    { slug: string },
  ];

describe('a draft', () => {
  it('is not there for visitors, nor for the coordinator of another cluster', async () => {
    for (const who of [null, rival!])
      expect(await everything(who, draftSlug)).toBe('[null,null,null,null]');
    const [listed] = await db.asAnon((tx) => tx`select public.exhibitions_list('en') as all`);
    expect(JSON.stringify(listed)).not.toMatch(/Secret plans/);
    const [found] = await db.asAnon((tx) => tx`select public.exhibition_addresses() as all`);
    expect(JSON.stringify(found)).not.toContain(draftSlug);
  });

  it('is there for its curator', async () => {
    expect(await everything(curator!, draftSlug)).toMatch(/Hidden anvil.*/);
  });

  it('opens to the key of its link, until there is another key', async () => {
    const key = await previewKey(stage, draft);
    expect(await everything(null, draftSlug, key)).toMatch(/Hidden anvil/);
    expect(await everything(null, draftSlug, `${key}x`)).toBe('[null,null,null,null]');
    const fresh = await previewKey(stage, draft);
    expect(await everything(null, draftSlug, key)).toBe('[null,null,null,null]');
    expect(await everything(null, draftSlug, fresh)).toMatch(/Hidden anvil/);
    await sql`update public.exhibitions set preview_hash = null where id = ${draft}`;
    expect(await everything(null, draftSlug, fresh)).toBe('[null,null,null,null]');
  });

  it('shows its papers to nobody without the key', async () => {
    const answer = await db.asAnon(
      (tx) => tx`select public.exhibition_paper(${draftSlug}, gen_random_uuid()) as file`,
    );
    expect(answer[0]!['file']).toBeNull();
  });
});

describe('an exhibition that is announced', () => {
  it('tells when it opens and nothing of what is in it', async () => {
    const { slug } = await shownExhibition(stage, { opens: 60, closes: 600 });
    const page = (await read(null, 'exhibition_page', { slug })) as unknown as {
      shown: boolean;
      frame: { state: string; halls: unknown[]; tours: unknown[] };
    };
    expect(page).toMatchObject({
      shown: false,
      frame: { state: 'scheduled', halls: [], tours: [] },
    });
    expect(Object.keys(page).sort()).toEqual(['frame', 'shown']);
    for (const name of ['exhibition_plan', 'exhibition_slides'])
      expect(await read(null, name, { slug })).toBeNull();
    const more = { p_query: 'bench' };
    expect(await read(null, 'search_exhibition', { slug, more })).toBeNull();
    expect(await everything(rival!, slug)).not.toMatch(/bench|The big hall/i);
  });
});

describe('an open exhibition', async () => {
  const shown = await shownExhibition(stage);
  const { slug } = shown;
  const boot = await product(shop.id, 'fair-boot', 'Bottine brodée');
  const gone = await product(shop.id, 'fair-gone', 'Withdrawn boot');
  const bag = await product(second.id, 'fair-bag', 'Unapproved bag');
  const booth = await furnishedBooth(stage, shown.hall, shop.id, { products: [boot, gone] });
  await furnishedBooth(stage, shown.hall, second.id, { products: [bag], state: 'submitted' });
  await sql`update public.exhibits set texts = '{"label": {"en": "Sewn by hand in oiled leather"}}' where product_id in (${boot}, ${gone}, ${bag})`;
  await sql`update public.products set state = 'archived' where id = ${gone}`;
  const slugs = await sql<{ product: string; slug: string }[]>`
    select product_id as product, slug from public.exhibits where product_id is not null`;
  const slugOf = (id: string) => slugs.find((one) => one.product === id)!.slug;

  it('leaves out a booth that is not approved and a product that was withdrawn, for everybody', async () => {
    for (const who of [null, rival!, curator!]) {
      const text = await everything(who, slug);
      expect(text).toContain('Bottine brodée');
      expect(text).not.toMatch(/Withdrawn boot|Unapproved bag|Bweza/);
    }
    for (const id of [gone, bag]) {
      const more = { p_exhibit: slugOf(id) };
      expect(await read(null, 'exhibition_object', { slug, more })).toBeNull();
    }
    const [counts] = await sql`select private.exhibition_counts(${shown.exhibition}) as n`;
    expect(counts!['n']).toEqual({ booths: 1, exhibits: 2 });
  });

  it('shows an object with its trade, its place and its neighbours', async () => {
    const more = { p_exhibit: slugOf(boot) };
    const page = await read(null, 'exhibition_object', { slug, more });
    expect(page).toMatchObject({
      place: 2,
      of: 2,
      next: null,
      previous: { title: { text: 'The bench' } },
      exhibit: { trade: { moq: 6, leadTimeDays: 21 }, title: { text: 'Bottine brodée' } },
      producer: { name: 'Akagera Boots' },
    });
  });

  it('is gone with its maker', async () => {
    await sql`update public.producers set state = 'suspended', suspended_reason = 'x' where id = ${shop.id}`;
    expect(await everything(null, slug)).not.toMatch(/Bottine|Akagera/);
    await sql`update public.producers set state = 'active', suspended_reason = null where id = ${shop.id}`;
  });

  it('finds by words of title, label and maker, whatever the accents', async () => {
    const find = async (words: string) => {
      const more = { p_query: words };
      const page = await read(null, 'search_exhibition', { slug, more });
      const { exhibits } = page as unknown as { exhibits: { title: { text: string } }[] };
      return exhibits.map(({ title }) => title.text);
    };
    expect(await find('brodee')).toEqual(['Bottine brodée']);
    expect(await find('OILED bott')).toEqual(['Bottine brodée']);
    expect(await find('akagera')).toEqual(['Bottine brodée']);
    expect(await find('withdrawn')).toEqual([]);
    expect(await find('')).toEqual([]);
    expect(await find("'; drop --")).toEqual([]);
  });

  it('keeps the order of a visit and leaves out what is not shown', async () => {
    const list = [slugOf(bag), slugOf(boot), 'no-such-thing', slugOf(gone)];
    const [row] = await db.asAnon(
      (tx) => tx`select public.exhibition_visit(${slug}, ${list}, 'en') as page`,
    );
    const { exhibits } = row!['page'] as { exhibits: { slug: string }[] };
    expect(exhibits.map((one) => one.slug)).toEqual([slugOf(boot)]);
  });

  it('shows its booth, and stays readable when it is over', async () => {
    const [at] = await sql<
      { slug: string }[]
    >`select slug from public.booths where id = ${booth.booth}`;
    const more = { p_booth: at!.slug };
    expect(await read(null, 'exhibition_booth', { slug, more })).toMatchObject({
      booth: { producer: { name: 'Akagera Boots' }, exhibits: 1 },
    });
    await sql`update public.exhibitions set closes_at = now() - interval '1 hour' where slug = ${slug}`;
    expect(await everything(null, slug)).toContain('Bottine brodée');
  });
});
