import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { EMPTY_STATE } from '#src/domain/facets.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;

const [maker, anna, rival] = await Promise.all(Array.from({ length: 3 }, () => db.addUser()));
const shop = await scene.workshop(maker!, 'Akagera Boots');
const state = (change: object = {}) => {
  const { after: _after, before: _before, ...query } = { ...EMPTY_STATE, ...change };
  return query;
};
const save = (who: string, change: object = {}, name = 'Boots', id: string = randomUUID()) =>
  call<string>(who, 'save_search', {
    p_id: id,
    p_name: name,
    p_query: state(change) as never,
    p_locale: 'en',
  });
/** The worker's round: every search once, as if an hour had gone by. */
async function look() {
  await sql`update public.saved_searches set looked_at = looked_at - interval '2 hours'`;
  let n = 0;
  for (;;) {
    const [row] = await sql<{ id: string | null }[]>`select private.look_for_next_search() as id`;
    if (!row?.id) return n;
    n += 1;
  }
}
type Told = { name: string; count: number; products: string[]; searchId: string };
const told = async (who: string) =>
  (
    await sql<{ data: Told }[]>`
      select data from public.notifications where user_id = ${who} and kind = 'saved_search_new' order by created_at`
  ).map(({ data }) => data);

beforeEach(async () => {
  await sql`delete from public.notifications`;
  await sql`delete from public.saved_searches`;
});

describe('a saved search', () => {
  it('tells of what was published since and fits, by words and by filters', async () => {
    await scene.published(maker!, shop.id, { title: 'Old harvest boot' });
    const words = await save(anna!, { q: 'harvest' }, 'Harvest things');
    const small = await save(anna!, { moqMax: 3 }, 'Small orders');
    const cheap = await save(anna!, { priceMax: 1000, currency: 'RWF' }, 'Cheap');
    expect(await look()).toBe(3);
    expect(await told(anna!)).toEqual([]);
    await scene.published(maker!, shop.id, { title: 'New harvest boot', moq: 3 });
    await scene.published(maker!, shop.id, { title: 'Plain sandal', moq: 100 });
    await look();
    const news = await told(anna!);
    expect(news.map(({ searchId }) => searchId).sort()).toEqual([words, small].sort());
    expect(news.find(({ searchId }) => searchId === words)).toMatchObject({
      name: 'Harvest things',
      count: 1,
      products: ['New harvest boot'],
    });
    expect(cheap).toBeTruthy();
  });

  it('tells once, however often it is looked', async () => {
    await save(anna!);
    await scene.published(maker!, shop.id, { title: 'Told once' });
    await look();
    await look();
    await look();
    expect(await told(anna!)).toHaveLength(1);
  });

  it('names five and counts all', async () => {
    await save(anna!, { q: 'basket' });
    for (let n = 1; n <= 7; n += 1)
      await scene.published(maker!, shop.id, { title: `Basket number ${n}` });
    await look();
    const [news] = await told(anna!);
    expect(news).toMatchObject({ count: 7 });
    expect(news!.products).toHaveLength(5);
    expect(news!.products[0]).toBe('Basket number 7');
  });

  it('misses nothing that began before the last look and was committed after it', async () => {
    const search = await save(anna!, { q: 'slow' });
    const slow = await scene.published(maker!, shop.id, { title: 'Not seen yet' });
    await sql`delete from private.saved_search_told where search_id = ${search}`;
    // As if the transaction that published it had begun a while before the newest that is known.
    await sql`update public.products set title = 'Slow boot', published_at = now() - interval '10 minutes' where id = ${slow.id}`;
    await look();
    expect(await told(anna!)).toMatchObject([{ count: 1, products: ['Slow boot'] }]);
  });

  it('is silent while it is paused, and about what came meanwhile', async () => {
    const search = await save(anna!, { q: 'paused' });
    await call(anna!, 'pause_search', { p_search: search, p_paused: true });
    await scene.published(maker!, shop.id, { title: 'Paused boot' });
    expect(await look()).toBe(0);
    await call(anna!, 'pause_search', { p_search: search, p_paused: false });
    await look();
    expect(await told(anna!)).toEqual([]);
    await scene.published(maker!, shop.id, { title: 'Paused no more' });
    await look();
    expect(await told(anna!)).toMatchObject([{ products: ['Paused no more'] }]);
  });

  it('never tells of what is not public', async () => {
    await save(anna!);
    const hidden = await scene.published(maker!, shop.id, { title: 'Gone at once' });
    await scene.move(maker!, hidden.id, 'archive');
    await scene.save(maker!, shop.id, { ...scene.facts, title: 'Draft' });
    await look();
    expect(await told(anna!)).toEqual([]);
  });
});

describe('the worker', () => {
  it('killed half way has told nothing, and tells at its next try', async () => {
    await save(anna!, { q: 'kill' });
    await scene.published(maker!, shop.id, { title: 'Kill boot' });
    await sql`update public.saved_searches set looked_at = now() - interval '2 hours'`;
    const worker = connect(db.url, { max: 1 });
    const killed = worker.begin(async (tx) => {
      await tx`select private.look_for_next_search()`;
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await told(anna!)).toEqual([]);
    await worker`select private.look_for_next_search()`;
    expect(await told(anna!)).toHaveLength(1);
    await worker.end();
  });

  it('in several places at once tells each once', async () => {
    for (let n = 0; n < 6; n += 1) await save(anna!, { q: 'rush' }, `Search ${n}`);
    await scene.published(maker!, shop.id, { title: 'Rush boot' });
    await sql`update public.saved_searches set looked_at = now() - interval '2 hours'`;
    const rounds = await Promise.all(
      Array.from({ length: 20 }, () => sql`select private.look_for_next_search() as id`),
    );
    expect(rounds.filter(([row]) => row?.['id']).length).toBe(6);
    expect(await told(anna!)).toHaveLength(6);
  });

  it('is not held up by a search that no longer makes sense', async () => {
    const bad = await save(anna!, { q: 'first' });
    await sql`update public.saved_searches set query = '{"moqMax": "many"}' where id = ${bad}`;
    await save(anna!, { q: 'second' });
    await scene.published(maker!, shop.id, { title: 'Second boot' });
    expect(await look()).toBe(2);
    expect(await told(anna!)).toHaveLength(1);
  });
});

describe('keeping searches', () => {
  it('saves once however often it is sent, and keeps nothing but the question', async () => {
    const id = randomUUID();
    await Promise.all([save(anna!, { q: 'a' }, 'Twice', id), save(anna!, { q: 'a' }, 'Twice', id)]);
    const [row] = await sql`select query from public.saved_searches where id = ${id}`;
    expect(row!['query']).toMatchObject({ q: 'a', sort: 'newest' });
    expect(await answerOf(save(rival!, {}, 'Mine', id))).toBe('conflict');
    const odd = await call<string>(anna!, 'save_search', {
      p_id: randomUUID(),
      p_name: 'Odd',
      p_query: { q: 'x', producer: 'secret', evil: 1, after: 'y' } as never,
      p_locale: 'en',
    });
    const [kept] = await sql`select query from public.saved_searches where id = ${odd}`;
    expect(kept!['query']).toEqual({ q: 'x' });
  });

  it('refuses a question that cannot be asked, and too many', async () => {
    await scene.published(maker!, shop.id, { title: 'Anything' });
    expect(await answerOf(save(anna!, { moqMax: 'many' }))).toBe('invalid_input');
    await sql`insert into public.saved_searches (user_id, name, query, seen_key) select ${anna!}, 'n' || n, '{}', 0 from generate_series(1, 50) n`;
    expect(await answerOf(save(anna!))).toBe('too_many_kept');
  });

  it('belongs to one person', async () => {
    const search = await save(anna!, { q: 'our plan' });
    const attempts: [string, object][] = [
      ['rename_search', { p_name: 'x' }],
      ['pause_search', { p_paused: true }],
      ['delete_search', {}],
    ];
    for (const [name, args] of attempts) {
      const given = { p_search: search, ...args };
      expect(await answerOf(call(rival!, name, given))).toBe('not_found');
      expect(await answerOf(call('anon', name, given))).toBe('not_allowed');
    }
    const rows = (who: string) =>
      db.asUser(who, (tx) => tx`select id, name, query from public.saved_searches`);
    expect(await rows(rival!)).toHaveLength(0);
    expect(await rows(anna!)).toHaveLength(1);
    const hidden = db.asUser(anna!, (tx) => tx`select seen_key from public.saved_searches`);
    expect(await answerOf(hidden)).toBe('not_allowed');
    await call(anna!, 'rename_search', { p_search: search, p_name: 'Renamed' });
    await call(anna!, 'delete_search', { p_search: search });
    expect(await rows(anna!)).toHaveLength(0);
  });
});
