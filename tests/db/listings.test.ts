import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RESERVED_SLUGS } from '#src/domain/slug.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call, facts, save } = scene;
const { sql } = db;

const [owner, editor, coordinator, operator, stranger] = await Promise.all(
  Array.from({ length: 5 }, () => db.addUser()),
);
await sql`insert into public.operators (user_id) values (${operator!})`;
const shop = await scene.workshop(owner!, 'Akagera Boots');
const rival = await scene.workshop(stranger!, 'Rival Boots');
const cluster = await scene.cluster(coordinator!);
await scene.accept(editor!, await scene.invite(owner!, 'producer_member', shop.id));
await scene.accept(
  owner!,
  await scene.invite(coordinator!, 'cluster_producer', cluster.id),
  shop.id,
);

type Row = Record<string, unknown>;
const productOf = async (id: string) =>
  (await sql<Row[]>`select * from public.products where id = ${id}`)[0]!;
const saved = (change: object, id?: string) =>
  answerOf(save(owner!, shop.id, { ...facts, ...change }, id));

describe('who saves a listing', () => {
  it('is anybody of the workshop, its cluster’s coordinator or an operator, and the record says for whom', async () => {
    const { id } = await save(owner!, shop.id);
    for (const who of [editor!, coordinator!, operator!]) await save(who, shop.id, facts, id);
    const events = await sql<
      Row[]
    >`select actor, on_behalf_of from public.events where subject_id = ${id} order by id`;
    expect(events).toEqual([
      { actor: owner, on_behalf_of: null },
      { actor: editor, on_behalf_of: null },
      { actor: coordinator, on_behalf_of: shop.id },
      { actor: operator, on_behalf_of: shop.id },
    ]);
  });

  it('is no stranger, whatever id they send', async () => {
    const { id } = await save(owner!, shop.id);
    expect(await answerOf(save(stranger!, shop.id))).toBe('not_allowed');
    expect(await answerOf(save(stranger!, shop.id, facts, id))).toBe('not_allowed');
    // Under one's own workshop the rival's id looks like one that is not there.
    expect(await answerOf(save(stranger!, rival.id, { ...facts, title: 'Mine now' }, id))).toBe(
      'not_found',
    );
    expect(await answerOf(save('anon', shop.id))).toBe('not_allowed');
    expect(await productOf(id)).toMatchObject({ title: 'Ankle boot', producer_id: shop.id });
    for (const [name, args] of Object.entries({
      add_product_media: { p_product: id, p_media: await scene.photo(stranger!, rival.id) },
      set_product_media: { p_product: id, p_media: [] },
      move_product: { p_product: id, p_action: 'archive' },
      duplicate_product: { p_product: id, p_new_id: randomUUID() },
      delete_draft: { p_product: id },
      set_product_translations: {
        p_product: id,
        p_locale: 'fr',
        p_texts: {},
        p_status: 'reviewed',
      },
    })) {
      expect(await answerOf(call(stranger!, name, args)), name).toBe('not_found');
    }
    expect(
      await call(stranger!, 'studio_product', { p_slug: shop.slug, p_product: id }),
    ).toBeNull();
    expect(
      await call(stranger!, 'studio_product', { p_slug: rival.slug, p_product: id }),
    ).toBeNull();
  });

  it('is nobody while the workshop is suspended; it may still be taken off the market', async () => {
    const { id, picture } = await scene.published(owner!, shop.id);
    const waiting = await scene.photo(owner!, shop.id);
    await sql`update public.producers set state = 'suspended', suspended_reason = 'counterfeits' where id = ${shop.id}`;
    const acts: [string, object][] = [
      ['save_product', { p_id: id, p_producer: shop.id, p_input: facts }],
      ['add_product_media', { p_product: id, p_media: waiting }],
      ['add_product_media', { p_product: randomUUID(), p_media: waiting }],
      ['set_product_media', { p_product: id, p_media: [picture] }],
      ['duplicate_product', { p_product: id, p_new_id: randomUUID() }],
      [
        'set_product_translations',
        { p_product: id, p_locale: 'fr', p_texts: { title: 'x' }, p_status: 'reviewed' },
      ],
    ];
    for (const who of [owner!, coordinator!]) {
      for (const [name, args] of acts) {
        expect(await answerOf(call(who, name, { ...args })), name).toBe('producer_suspended');
      }
    }
    expect(await answerOf(scene.move(owner!, id, 'withdraw'))).toBe('ok');
    expect(await answerOf(scene.move(owner!, id, 'publish'))).toBe('producer_suspended');
    await sql`update public.producers set state = 'active', suspended_reason = null where id = ${shop.id}`;
  });
});

describe('a form sent twice', () => {
  it('makes one listing, also when both are under way at once', async () => {
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => save(owner!, shop.id, facts, id)),
    );
    expect(new Set(answers.map(({ slug }) => slug)).size).toBe(1);
    expect(
      await sql`select 1 from public.events where subject_id = ${id} and action = 'product.created'`,
    ).toHaveLength(1);
  });

  it('makes one draft when its photos arrive at once and before it', async () => {
    const id = randomUUID();
    const photos = await Promise.all(Array.from({ length: 5 }, () => scene.photo(owner!, shop.id)));
    const add = (media: string) =>
      call(owner!, 'add_product_media', { p_product: id, p_media: media });
    await Promise.all([...photos, photos[0]!].map(add));
    await save(owner!, shop.id, facts, id);
    const rows = await sql<
      Row[]
    >`select position from public.product_media where product_id = ${id} order by 1`;
    expect(rows.map((row) => row['position'])).toEqual([0, 1, 2, 3, 4]);
    expect(
      await sql`select 1 from public.events where subject_id = ${id} and action = 'product.created'`,
    ).toHaveLength(1);
  });
});

describe('prices by quantity', () => {
  const tiers = (...list: [number | null, number | null][]) => ({
    tiers: list.map(([min_quantity, unit_amount]) => ({ min_quantity, unit_amount })),
  });
  it.each([
    ['start below the MOQ', tiers([5, 40_000]), 'tier_below_moq'],
    ['rise', tiers([10, 40_000], [20, 41_000]), 'tier_price_rises'],
    ['start above the price', tiers([10, 46_000]), 'tier_price_rises'],
    ['start twice at the same quantity', tiers([10, 40_000], [10, 39_000]), 'tier_twice'],
    ['have no price', tiers([10, null]), 'required'],
    ['have no quantity', tiers([null, 40_000]), 'required'],
    ['cost nothing', tiers([10, 0]), 'invalid_input'],
    [
      'are thirteen',
      tiers(...Array.from({ length: 13 }, (_, n): [number, number] => [10 + n, 40_000])),
      'too_many_tiers',
    ],
    [
      'stand without a base price',
      { ...tiers([10, 40_000]), price_amount: null },
      'tiers_need_price',
    ],
    ['stand without an MOQ', { ...tiers([10, 40_000]), moq: null }, 'tiers_need_price'],
    ['are no list', { tiers: { min_quantity: 10 } }, 'invalid_input'],
    ['are a list of numbers', { tiers: [10] }, 'invalid_input'],
  ])('are refused when they %s', async (_, change, code) => {
    expect(await saved(change)).toBe(code);
  });

  it('are kept in order and replaced whole, and the MOQ or price cannot be moved past them', async () => {
    const { id } = await save(owner!, shop.id, {
      ...facts,
      ...tiers([100, 38_000], [6, 45_000], [50, 38_000]),
    });
    const stored = () =>
      sql`select min_quantity, unit_amount from public.price_tiers where product_id = ${id} order by 1`;
    expect(await stored()).toHaveLength(3);
    expect(await saved({ ...tiers([10, 40_000]), moq: 12 }, id)).toBe('tier_below_moq');
    expect(await saved({ ...tiers([10, 40_000]), price_amount: 39_999 }, id)).toBe(
      'tier_price_rises',
    );
    expect(await stored()).toHaveLength(3);
    expect(await saved({ tiers: null }, id)).toBe('ok');
    expect(await stored()).toHaveLength(0);
  });
});

describe('variants', () => {
  const stored = (id: string) =>
    sql<
      Row[]
    >`select id, name, price_amount, position from public.variants where product_id = ${id} order by position`;

  it('keep their ids where the name stays, whatever else changes', async () => {
    const { id } = await save(owner!, shop.id, {
      ...facts,
      variants: [{ name: '39' }, { name: '40' }, { name: '41' }],
    });
    const before = Object.fromEntries((await stored(id)).map((row) => [row['name'], row['id']]));
    await save(
      owner!,
      shop.id,
      {
        ...facts,
        variants: [{ name: ' 41 ', price_amount: 50_000 }, { name: '38' }, { name: '39' }],
      },
      id,
    );
    const after = await stored(id);
    expect(after.map((row) => row['name'])).toEqual(['41', '38', '39']);
    expect(after[0]).toMatchObject({ id: before['41'], price_amount: '50000' });
    expect(after[2]).toMatchObject({ id: before['39'] });
  });

  it.each([
    ['named alike', [{ name: '39' }, { name: ' 39' }], 'variant_twice'],
    ['without a name', [{ name: ' ' }], 'invalid_input'],
    ['with no name at all', [{ size: '39' }], 'required'],
    ['for nothing', [{ name: '39', price_amount: 0 }], 'invalid_input'],
    [
      'beyond two hundred',
      Array.from({ length: 201 }, (_, n) => ({ name: `${n}` })),
      'too_many_variants',
    ],
  ])('are refused %s', async (_, variants, code) => {
    expect(await saved({ variants })).toBe(code);
  });
});

describe('the facts of the trade', () => {
  it.each([
    ['an MOQ that is no multiple of the pack', { moq: 6, order_multiple: 4 }, 'invalid_input'],
    ['an Incoterm without its place', { incoterm: 'FOB', incoterm_place: ' ' }, 'invalid_input'],
    ['a place without its Incoterm', { incoterm_place: 'Mombasa' }, 'invalid_input'],
    ['an Incoterm of 1990', { incoterm: 'DDU', incoterm_place: 'Mombasa' }, 'invalid_input'],
    ['an unknown material', { materials: ['unobtainium'] }, 'unknown_material'],
    ['an unknown technique', { techniques: ['telekinesis'] }, 'unknown_technique'],
    ['a short HS code', { hs_code: '64039' }, 'invalid_input'],
    ['a price without a currency', { price_currency: null }, 'invalid_input'],
    ['a price of nothing', { price_amount: 0 }, 'invalid_input'],
    ['a price beyond counting', { price_amount: 1e15 }, 'invalid_input'],
    ['a currency that is none', { price_currency: 'XXX' }, 'conflict'],
    ['a category that is gone', { category_id: randomUUID() }, 'conflict'],
    ['a number in words', { moq: 'six' }, 'invalid_input'],
    ['a title of a novel', { title: 'x'.repeat(141) }, 'invalid_input'],
    ['a letter that no text may hold', { title: 'a\u0000b' }, 'invalid_input'],
  ])('refuse %s', async (_, change, code) => {
    expect(await saved(change)).toBe(code);
  });

  it('refuse what is no form at all', async () => {
    const send = (input: unknown) =>
      answerOf(
        call(owner!, 'save_product', { p_id: randomUUID(), p_producer: shop.id, p_input: input }),
      );
    expect(await send([facts])).toBe('invalid_input');
    expect(await send('facts')).toBe('invalid_input');
  });

  it('let nobody write what is not theirs to write', async () => {
    const { id } = await save(owner!, shop.id, {
      ...facts,
      id: randomUUID(),
      producer_id: rival.id,
      slug: 'stolen',
      state: 'published',
      published_at: '2020-01-01',
      created_by: stranger,
    });
    expect(await productOf(id)).toMatchObject({
      producer_id: shop.id,
      state: 'draft',
      published_at: null,
      created_by: owner,
    });
    expect((await productOf(id))['slug']).not.toBe('stolen');
  });

  it('may all be missing in a draft, none of the six in a public one', async () => {
    expect(await answerOf(save(owner!, shop.id, {}))).toBe('ok');
    const { id } = await scene.published(owner!, shop.id);
    for (const field of ['title', 'category_id', 'price_amount', 'unit', 'moq', 'lead_time_days']) {
      expect(await saved({ [field]: null }, id), field).toBe('not_enough_to_publish');
    }
    expect(await saved({ title: ' xy ' }, id)).toBe('not_enough_to_publish');
    expect(await saved({ title: 'Another boot', description: 'Better.' }, id)).toBe('ok');
    expect((await productOf(id))['state']).toBe('published');
  });
});

describe('the address of a listing', () => {
  const slug = async (title: string, id?: string) =>
    (await save(owner!, shop.id, { ...facts, title }, id)).slug;

  it('follows the title until it was public once, and no small change moves it', async () => {
    const { id, slug: first } = await save(owner!, shop.id, { ...facts, title: 'Sandale été' });
    expect(first).toBe('sandale-ete');
    expect(await slug('Sandale  été!', id)).toBe('sandale-ete');
    expect(await slug('Sandale hiver', id)).toBe('sandale-hiver');
    expect(await slug('皮凉鞋', id)).toBe('sandale-hiver');
    await call(owner!, 'add_product_media', {
      p_product: id,
      p_media: await scene.photo(owner!, shop.id),
    });
    await scene.move(owner!, id, 'publish');
    expect(await slug('Sandale printemps', id)).toBe('sandale-hiver');
    await scene.move(owner!, id, 'withdraw');
    expect(await slug('Sandale automne', id)).toBe('sandale-hiver');
  });

  it('is made even of a title that no address can hold', async () => {
    expect(await slug('凉鞋')).toMatch(/^item-[0-9a-z]{10}$/);
    expect(await slug('')).toMatch(/^item-[0-9a-z]{10}$/);
    expect((await slug(`${'very '.repeat(27)}long`)).length).toBeLessThanOrEqual(60);
  });

  it('is nobody else’s, however many choose the same words at once', async () => {
    const titles = Array.from(
      { length: 12 },
      (_, n) => ['Gorilla', 'Gorilla 2', 'gorilla-3', 'GORILLA!'][n % 4]!,
    );
    const slugs = await Promise.all(titles.map((title) => slug(title)));
    expect(new Set(slugs).size).toBe(12);
  });

  it('is never a page of our own', async () => {
    const words = [...RESERVED_SLUGS];
    const [rows] = await sql<{ reserved: string[] }[]>`
      select array(select w from unnest(${words}::text[]) w where private.is_reserved_slug(w)) as reserved`;
    expect(rows!.reserved).toEqual(words);
    expect(await slug('New')).toBe('new-1');
    expect((await scene.workshop(owner!, 'Upload')).slug).toBe('upload-1');
  });
});
