import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;
type Item = {
  id: string;
  title: string;
  quantity: number | null;
  note: string;
  card: object | null;
  addedBy: string | null;
};
type List = { id: string; name: string; buyer: { name: string } | null; items: Item[] };
type Mine = {
  lists: { id: string; has: boolean; items: number }[];
  buyers: { id: string }[];
  product: object | null;
};

const [maker, anna, ben, rival, stranger] = await Promise.all(
  ['Maker', 'Anna', 'Ben', 'Rival', 'Stranger'].map((displayName) =>
    db.addUser(undefined, { display_name: displayName }),
  ),
);
const shop = await scene.workshop(maker!, 'Akagera Boots');
const boot = await scene.published(maker!, shop.id, { title: 'Akagera ankle boot' });
const bag = await scene.published(maker!, shop.id, { title: 'Akagera bag' });
const draft = await scene.save(maker!, shop.id, { ...scene.facts, title: 'Not yet shown' });

async function firm(owner: string, name: string) {
  const id = randomUUID();
  await call(owner, 'create_buyer', {
    p_id: id,
    p_name: name,
    p_kind: 'retailer',
    p_country: 'DE',
    p_website: null,
  });
  return id;
}
const hamburg = await firm(anna!, 'Hamburg Shoes');
const other = await firm(rival!, 'Rival Imports');
await sql`insert into public.buyer_members (buyer_id, user_id, role) values (${hamburg}, ${ben!}, 'editor')`;

const create = (who: string, buyer?: string, id: string = randomUUID(), name = 'For spring') =>
  call<string>(who, 'create_shortlist', { p_id: id, p_name: name, p_buyer: buyer });
const add = (who: string, list: string, product: string, quantity?: number, note?: string) =>
  call<string>(who, 'add_to_shortlist', {
    p_shortlist: list,
    p_product: product,
    p_quantity: quantity,
    p_note: note,
  });
const read = (who: string, list: string) =>
  call<List | null>(who, 'read_shortlist', { p_shortlist: list, p_locale: 'en' });
const mine = (who: string, product?: string) =>
  call<Mine>(who, 'my_shortlists', { p_product: product });

describe('a shortlist of an organisation', () => {
  it('is seen and kept by all its members', async () => {
    const list = await create(anna!, hamburg);
    await add(anna!, list, boot.id, 60, 'brown');
    await add(ben!, list, bag.id);
    const seen = await read(ben!, list);
    expect(seen).toMatchObject({ name: 'For spring', buyer: { name: 'Hamburg Shoes' } });
    expect(
      seen!.items.map(({ title, quantity, note, addedBy }) => [title, quantity, note, addedBy]),
    ).toEqual([
      ['Akagera ankle boot', 60, 'brown', 'Anna'],
      ['Akagera bag', null, '', 'Ben'],
    ]);
    expect((await mine(ben!, boot.slug)).lists.find(({ id }) => id === list)).toMatchObject({
      has: true,
      items: 2,
    });
    await call(ben!, 'rename_shortlist', { p_shortlist: list, p_name: 'For summer' });
    await call(ben!, 'change_shortlist_item', {
      p_shortlist: list,
      p_item: seen!.items[0]!.id,
      p_quantity: 90,
      p_note: 'black',
    });
    await call(ben!, 'remove_from_shortlist', { p_shortlist: list, p_item: seen!.items[1]!.id });
    const after = await read(anna!, list);
    expect(after!.name).toBe('For summer');
    expect(after!.items).toMatchObject([{ quantity: 90, note: 'black' }]);
    await call(ben!, 'delete_shortlist', { p_shortlist: list });
    expect(await read(anna!, list)).toBeNull();
  });

  it('is out of sight for who has left the organisation', async () => {
    const list = await create(anna!, hamburg);
    const guest = await db.addUser();
    await sql`insert into public.buyer_members (buyer_id, user_id, role) values (${hamburg}, ${guest}, 'editor')`;
    expect(await read(guest, list)).not.toBeNull();
    await sql`delete from public.buyer_members where user_id = ${guest}`;
    expect(await read(guest, list)).toBeNull();
    expect(await answerOf(add(guest, list, boot.id))).toBe('not_found');
  });
});

describe('what is on a list', () => {
  it('stands there once; adding again changes quantity and note where new ones are given', async () => {
    const list = await create(anna!);
    const first = await add(anna!, list, boot.id, 60, 'brown');
    expect(await add(anna!, list, boot.id)).toBe(first);
    expect((await read(anna!, list))!.items).toMatchObject([{ quantity: 60, note: 'brown' }]);
    await add(anna!, list, boot.id, 12, 'black');
    expect((await read(anna!, list))!.items).toMatchObject([{ quantity: 12, note: 'black' }]);
  });

  it('stays by its name when it is no longer offered, without what only the maker sees', async () => {
    const list = await create(anna!);
    const sandal = await scene.published(maker!, shop.id, { title: 'Summer sandal' });
    await add(anna!, list, sandal.id, 10);
    await scene.move(maker!, sandal.id, 'archive');
    await sql`update public.products set title = 'Secret plan', price_amount = 7 where id = ${sandal.id}`;
    const seen = JSON.stringify(await read(anna!, list));
    expect(seen).toContain('Summer sandal');
    expect(seen).not.toMatch(/Secret|"amount":7/);
    expect((await read(anna!, list))!.items[0]!.card).toBeNull();
    await sql`delete from public.products where id = ${sandal.id}`;
    expect((await read(anna!, list))!.items).toMatchObject([
      { title: 'Summer sandal', card: null },
    ]);
  });

  it('was public when it was added', async () => {
    const list = await create(anna!);
    expect(await answerOf(add(anna!, list, draft.id))).toBe('not_found');
    expect(await answerOf(add(anna!, list, randomUUID()))).toBe('not_found');
    expect((await mine(anna!, draft.slug)).product).toBeNull();
  });

  it('has limits', async () => {
    const list = await create(anna!);
    for (const quantity of [0, -1, 100_000_001])
      expect(await answerOf(add(anna!, list, boot.id, quantity))).toBe('invalid_input');
    expect(await answerOf(add(anna!, list, boot.id, 1, 'x'.repeat(1001)))).toBe('invalid_input');
    const owner = await db.addUser();
    await sql`insert into public.shortlists (user_id, name) select ${owner}, 'n' || n from generate_series(1, 100) n`;
    expect(await answerOf(create(owner))).toBe('too_many_kept');
    expect(await answerOf(create(await db.addUser(), undefined, randomUUID(), '  '))).toBe(
      'invalid_input',
    );
  });
});

describe('sending twice', () => {
  it('makes one list, also at the same moment', async () => {
    const id = randomUUID();
    await Promise.all([
      create(anna!, hamburg, id),
      create(anna!, hamburg, id),
      create(ben!, hamburg, id),
    ]);
    expect(await sql`select 1 from public.shortlists where id = ${id}`).toHaveLength(1);
    expect(await answerOf(create(rival!, other, id))).toBe('conflict');
    expect(await answerOf(create(rival!, undefined, id))).toBe('conflict');
    await Promise.all(Array.from({ length: 8 }, () => add(anna!, id, boot.id)));
    expect((await read(anna!, id))!.items).toHaveLength(1);
  });
});

describe('attacks', () => {
  it.each([
    ['a rival company', () => rival!],
    ['a stranger', () => stranger!],
    ['the maker of what is on it', () => maker!],
  ])('%s can neither read nor touch it', async (_who, of) => {
    const who = of();
    for (const list of [await create(anna!, hamburg), await create(anna!)]) {
      const item = await add(anna!, list, boot.id, 60, 'our plan');
      expect(await read(who, list)).toBeNull();
      const attempts: [string, object][] = [
        ['add_to_shortlist', { p_product: bag.id }],
        ['rename_shortlist', { p_name: 'Mine' }],
        ['delete_shortlist', {}],
        ['change_shortlist_item', { p_item: item, p_quantity: 1, p_note: '' }],
        ['remove_from_shortlist', { p_item: item }],
      ];
      for (const [name, args] of attempts)
        expect(await answerOf(call(who, name, { p_shortlist: list, ...args }))).toBe('not_found');
      const rows = await db.asUser(who, async (tx) => [
        await tx`select id, name, buyer_id from public.shortlists where id = ${list}`,
        await tx`select id, note, quantity from public.shortlist_items where shortlist_id = ${list}`,
      ]);
      expect(rows).toEqual([[], []]);
      expect((await read(anna!, list))!.items).toHaveLength(1);
    }
  });

  it('nobody makes a list in the name of another company', async () => {
    expect(await answerOf(create(rival!, hamburg))).toBe('not_found');
    expect(await answerOf(create(stranger!, randomUUID()))).toBe('not_found');
  });

  it('an item of one list cannot be changed by way of another', async () => {
    const theirs = await create(anna!, hamburg);
    const item = await add(anna!, theirs, boot.id, 60, 'our plan');
    const own = await create(rival!);
    await call(rival!, 'remove_from_shortlist', { p_shortlist: own, p_item: item });
    const change = call(rival!, 'change_shortlist_item', {
      p_shortlist: own,
      p_item: item,
      p_quantity: 1,
      p_note: 'x',
    });
    expect(await answerOf(change)).toBe('not_found');
    expect((await read(anna!, theirs))!.items).toMatchObject([{ quantity: 60, note: 'our plan' }]);
  });

  it('a visitor and a suspended account have none', async () => {
    const list = await create(anna!, hamburg);
    expect(await answerOf(read('anon', list))).toBe('not_allowed');
    expect(await answerOf(mine('anon'))).toBe('not_allowed');
    const late = await db.addUser();
    const own = await create(late);
    await sql`update public.profiles set suspended_at = now(), suspended_reason = 'abuse' where user_id = ${late}`;
    expect(await read(late, own)).toBeNull();
    expect(await answerOf(add(late, own, boot.id))).toBe('account_suspended');
  });

  it('nobody writes past the functions', async () => {
    const list = await create(anna!, hamburg);
    for (const statement of [
      `insert into public.shortlists (user_id, name) values ('${anna!}', 'x')`,
      `update public.shortlists set name = 'x' where id = '${list}'`,
      `delete from public.shortlist_items where shortlist_id = '${list}'`,
      `select added_by from public.shortlist_items`,
      `select user_id from public.shortlists`,
    ])
      expect(await answerOf(db.asUser(anna!, (tx) => tx.unsafe(statement)))).toBe('not_allowed');
  });
});

describe('leaving', () => {
  it('takes a person’s own lists and leaves the company’s', async () => {
    const colleague = await db.addUser(undefined, { display_name: 'Gone soon' });
    await sql`insert into public.buyer_members (buyer_id, user_id, role) values (${hamburg}, ${colleague}, 'editor')`;
    const own = await create(colleague);
    const shared = await create(colleague, hamburg);
    await add(colleague, shared, boot.id);
    await sql`delete from auth.users where id = ${colleague}`;
    expect(await sql`select 1 from public.shortlists where id = ${own}`).toHaveLength(0);
    expect((await read(anna!, shared))!.items).toMatchObject([
      { addedBy: null, title: 'Akagera ankle boot' },
    ]);
  });
});
