import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { GuestBookDesk, GuestBookPage } from '#src/features/exhibitions/visitors/views.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { draftExhibition, shownExhibition } from '#tests/support/exhibition-stage.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const [curator, rival] = await Promise.all(Array.from({ length: 2 }, () => db.addUser()));
const cluster = await scene.cluster(curator!, 'Masoro');
await scene.cluster(rival!, 'Elsewhere');
const stage = { sql, cluster: cluster.id, curator: curator! };
const fair = await shownExhibition(stage);

const sign = (change: Record<string, unknown> = {}, who = 'service') =>
  call<string>(who, 'sign_guest_book', {
    p_id: randomUUID(),
    p_slug: fair.slug,
    p_name: 'Ange',
    p_place: 'Huye',
    p_text: 'The smell of leather stays with me.',
    p_locale: 'en',
    ...change,
  });
const read = (more: Record<string, unknown> = {}, who = 'anon') =>
  call<GuestBookPage | null>(who, 'guest_book', { p_slug: fair.slug, p_locale: 'en', ...more });
const desk = (who = curator!, state = 'waiting') =>
  call<GuestBookDesk | null>(who, 'guest_book_desk', {
    p_exhibition: fair.exhibition,
    p_state: state,
  });
const moderate = (entry: string, state: string | null, who = curator!) =>
  answerOf(call(who, 'moderate_guest_book', { p_entry: entry, p_state: state }));
const shown = async (entry: string) =>
  (await read({ p_limit: 100 }))!.entries.some(({ id }) => id === entry);

describe('the guest book', () => {
  it('takes an entry once, and shows it when a curator says so', async () => {
    const id = randomUUID();
    await Promise.all([sign({ p_id: id }), sign({ p_id: id, p_text: 'Something else' })]);
    expect(await shown(id)).toBe(false);
    expect((await desk())!.entries.filter((entry) => entry.id === id)).toHaveLength(1);
    expect(await moderate(id, 'shown')).toBe('ok');
    expect(await moderate(id, 'shown')).toBe('ok');
    expect(await shown(id)).toBe(true);
    // Sent again, it is still the one that was looked at.
    await sign({ p_id: id, p_text: 'Something rude' });
    expect(JSON.stringify(await read())).not.toContain('rude');
    expect(await moderate(id, 'hidden')).toBe('ok');
    expect(await shown(id)).toBe(false);
    const events =
      await sql`select action, data from public.events where action like 'exhibition.guest_book%' order by id`;
    expect(events.map(({ action }) => action)).toEqual([
      'exhibition.guest_book_shown',
      'exhibition.guest_book_hidden',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Ange|Huye|leather stays/);
  });

  it('tells its curators of the first that waits, without its words, and not of every other', async () => {
    const other = await shownExhibition(stage);
    const told = () =>
      sql`select user_id, count, data from public.notifications where kind = 'guest_book_entry' and data ->> 'exhibitionId' = ${other.exhibition}`;
    const first = await sign({ p_slug: other.slug });
    await sign({ p_slug: other.slug });
    const [notice, ...more] = await told();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      user_id: curator,
      count: 1,
      data: { clusterSlug: cluster.slug },
    });
    expect(JSON.stringify(notice)).not.toMatch(/Ange|Huye|leather stays/);
    await sql`update public.guest_book_entries set state = 'hidden', moderated_at = now() where exhibition_id = ${other.exhibition}`;
    expect(await sign({ p_slug: other.slug, p_id: first })).toBe(first);
    expect((await told())[0]).toMatchObject({ count: 1 });
    await sign({ p_slug: other.slug });
    expect((await told())[0]).toMatchObject({ count: 2 });
  });

  it('is looked after by its own curators alone', async () => {
    const id = await sign();
    expect(await desk(rival!)).toBeNull();
    expect(await moderate(id, 'shown', rival!)).toBe('not_found');
    expect(await moderate(randomUUID(), 'shown')).toBe('not_found');
    expect(await moderate(id, 'waiting')).toBe('invalid_input');
    expect(await moderate(id, null)).toBe('invalid_input');
    await sql`update public.profiles set suspended_at = now(), suspended_reason = 'Misuse' where user_id = ${curator!}`;
    expect(await moderate(id, 'shown')).toBe('account_suspended');
    await sql`update public.profiles set suspended_at = null, suspended_reason = null where user_id = ${curator!}`;
  });

  it('takes nothing empty, endless, or from a stranger straight at the database', async () => {
    expect(await answerOf(sign({ p_text: ' ' }))).toBe('invalid_input');
    expect(await answerOf(sign({ p_name: '' }))).toBe('invalid_input');
    expect(await answerOf(sign({ p_text: 'x'.repeat(1001) }))).toBe('invalid_input');
    expect(await answerOf(sign({}, 'anon'))).toBe('not_allowed');
    const visitor = await db.addUser();
    for (let n = 0; n < 10; n += 1) expect(await answerOf(sign({}, visitor))).toBe('ok');
    expect(await answerOf(sign({}, visitor))).toBe('rate_limited');
  });

  it('is there only where the exhibition is, and has one', async () => {
    const draft = await draftExhibition(stage);
    const [row] = await sql<
      { slug: string }[]
    >`select slug from public.exhibitions where id = ${draft}`;
    expect(await answerOf(sign({ p_slug: row!.slug }))).toBe('not_found');
    expect(await read({ p_slug: row!.slug })).toBeNull();
    const none = await shownExhibition(stage, { hasGuestBook: false });
    await sql`update public.exhibitions set has_guest_book = false where id = ${none.exhibition}`;
    expect(await read({ p_slug: none.slug })).toBeNull();
    expect(await answerOf(sign({ p_slug: none.slug }))).toBe('not_found');
    const coming = await shownExhibition(stage, { opens: 60, closes: 90 });
    expect(await answerOf(sign({ p_slug: coming.slug }))).toBe('not_found');
    expect(await answerOf(sign({ p_slug: 'nowhere' }))).toBe('not_found');
  });

  it('is turned page by page, each entry once', async () => {
    const many = await shownExhibition(stage);
    await sql`insert into public.guest_book_entries (exhibition_id, name, text, state, moderated_at, created_at)
      select ${many.exhibition}, 'Guest ' || n, 'Words ' || n, 'shown', now(), date_trunc('day', now()) - make_interval(mins => n / 3) from generate_series(1, 25) n`;
    const seen: string[] = [];
    let before: Record<string, unknown> = {};
    for (let page = 0; page < 4; page += 1) {
      const { entries } = (await read({ p_slug: many.slug, p_limit: 7, ...before }))!;
      seen.push(...entries.map(({ id }) => id));
      const last = entries.at(-1)!;
      before = { p_before: last.at, p_before_id: last.id };
    }
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
  });

  it('can still be cleaned in an archived exhibition, where nobody writes any more', async () => {
    const old = await shownExhibition(stage, { opens: -90, closes: -60 });
    const id = await sign({ p_slug: old.slug });
    await moderate(id, 'shown');
    await call(curator!, 'archive_exhibition', { p_exhibition: old.exhibition });
    expect(await answerOf(sign({ p_slug: old.slug }))).toBe('not_found');
    expect((await read({ p_slug: old.slug }))!.takes).toBe(false);
    expect(await moderate(id, 'hidden')).toBe('ok');
  });

  it('takes what a kiosk kept, once, and waits when it is flooded', async () => {
    const [kiosk] = await sql<{ id: string }[]>`
      insert into public.kiosks (exhibition_id, name) values (${fair.exhibition}, 'Door') returning id`;
    const id = randomUUID();
    const send = (to = fair.exhibition, given = id) =>
      sql`select private.sign_guest_book(${given}, ${to}, 'Ange', '', 'From the door', 'rw', ${kiosk!.id})`;
    await send();
    await send();
    expect((await desk())!.entries.find((entry) => entry.id === id)).toMatchObject({
      kiosk: 'Door',
    });
    const elsewhere = await shownExhibition(stage);
    expect(await answerOf(send(elsewhere.exhibition))).toBe('conflict');
    await sql`insert into public.guest_book_entries (exhibition_id, name, text)
      select ${elsewhere.exhibition}, 'Flood', 'Buy now' from generate_series(1, 500)`;
    expect(await answerOf(send(elsewhere.exhibition, randomUUID()))).toBe('rate_limited');
  });
});
