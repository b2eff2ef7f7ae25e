import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  addHall,
  addSection,
  addWork,
  draftExhibition,
  furnishedBooth,
  hang,
  offerBooth,
} from '#tests/support/exhibition-stage.ts';
import { wallIn } from '#tests/support/round-stage.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const [curator, rival, member] = await Promise.all([db.addUser(), db.addUser(), db.addUser()]);
const cluster = await scene.cluster(curator, 'Masoro');
const shop = await scene.workshop(member, 'Akagera Boots');
const second = await scene.workshop(await db.addUser(), 'Bweza');
const stage = { sql, cluster: cluster.id, curator };
const act = <T = unknown>(name: string, args: Record<string, unknown>) =>
  scene.call<T>(curator, name, args);
const product = await scene.published(member, shop.id);

const content = async (exhibition: string) =>
  (await sql`select private.exhibition_content(${exhibition}) as c`)[0]!['c'] as Record<
    string,
    unknown
  >;
const keep = (exhibition: string, note = '') =>
  act<number>('keep_exhibition_version', { p_exhibition: exhibition, p_note: note });
const restore = (exhibition: string, number: number) =>
  act<number>('restore_exhibition_version', { p_exhibition: exhibition, p_number: number });

/** Two halls, works with pictures, sections, a tour, a booth with a product, and what a fair leaves behind. */
async function furnished() {
  const exhibition = await draftExhibition(stage);
  const [first, other] = [
    await addHall(stage, exhibition, 'Cutting'),
    await addHall(stage, exhibition, 'Sewing'),
  ];
  const { work, pictures } = await addWork(stage, first, { pictures: 3 });
  await addWork(stage, other, { title: 'The awl' });
  await hang(stage, 'hero', exhibition);
  await hang(stage, 'hall', first);
  const section = await addSection(stage, exhibition, { kind: 'gallery' });
  await hang(stage, 'section', section);
  await addSection(stage, exhibition, { hall: other });
  const { booth, exhibits } = await furnishedBooth(stage, first, shop.id, {
    products: [product.id],
  });
  const [tour, stop] = [randomUUID(), randomUUID()];
  await sql`insert into public.tours (id, exhibition_id, position, slug, texts) values (${tour}, ${exhibition}, 0, 'walk', '{"title": {"en": "Walk"}}')`;
  await sql`insert into public.tour_stops (id, tour_id, exhibition_id, position, exhibit_id, media_id, texts)
    values (${stop}, ${tour}, ${exhibition}, 0, ${exhibits[0]!}, ${pictures[0]!}, '{"title": {"en": "Look"}}')`;
  await sql`insert into public.sections (exhibition_id, position, kind, tour_id) values (${exhibition}, 2, 'tour', ${tour})`;
  await sql`insert into public.codes (code, exhibition_id, target, target_id, campaign, destination)
    values (left(translate(gen_random_uuid()::text, '-ilou', ''), 7), ${exhibition}, 'exhibit', ${work}, 'label', '/')`;
  await sql`insert into public.daily_counts (day, exhibition_id, subject, subject_id, metric, channel, count)
    values (current_date, ${exhibition}, 'exhibit', ${work}, 'view', 'web', 7)`;
  return { exhibition, first, other, work, pictures, section, booth, exhibits, tour, stop };
}

/** What no version may touch. */
async function untouched(exhibition: string) {
  const [row] = await sql`select
    (select jsonb_agg(to_jsonb(c) order by c.code) from public.codes c where c.exhibition_id = ${exhibition}) as codes,
    (select jsonb_agg(to_jsonb(c)) from public.daily_counts c where c.exhibition_id = ${exhibition}) as counts,
    (select jsonb_agg(to_jsonb(b) - '{hall_id,position,updated_at}'::text[] order by b.id) from public.booths b where b.exhibition_id = ${exhibition}) as booths,
    (select jsonb_agg(to_jsonb(x) - '{hall_id,updated_at}'::text[] order by x.id) from public.exhibits x where x.exhibition_id = ${exhibition} and x.booth_id is not null) as exhibits,
    (select to_jsonb(e) - '{version,updated_at,texts,theme,pattern,hero_media_id,languages,source_locale}'::text[] from public.exhibitions e where e.id = ${exhibition}) as rest`;
  return row;
}

describe('a version', () => {
  it('puts back everything that curators made, with the same ids, and nothing else', async () => {
    const made = await furnished();
    const { exhibition, first, other, work, booth } = made;
    await keep(exhibition, 'As it was');
    const before = await content(exhibition);
    await act('move_booth', { p_booth: booth, p_hall: other });
    await act('remove_work', { p_work: work });
    const late = await addHall(stage, exhibition, 'Late');
    await offerBooth(stage, late, second.id);
    await addWork(stage, late, { title: 'The bench' });
    await act('remove_hall', { p_hall: first });
    // Takes the address of the hall that is gone.
    const twin = await addHall(stage, exhibition, 'Cutting');
    await act('remove_section', { p_section: made.section });
    await sql`delete from public.tours where id = ${made.tour}`;
    await sql`update public.booths set texts = '{"title": {"en": "New words of the producer"}}' where id = ${booth}`;
    await sql`update public.exhibitions set texts = '{"title": {"en": "Other"}}', theme = 'ink' where id = ${exhibition}`;
    const kept = await untouched(exhibition);
    expect(await restore(exhibition, 1)).toBe(2);
    const after = await content(exhibition);
    const { booths: _now, ...rest } = after;
    const { booths: _then, ...wanted } = before;
    expect(rest).toEqual(wanted);
    expect(await untouched(exhibition)).toEqual(kept);
    const places =
      await sql`select producer_id, hall_id from public.booths where exhibition_id = ${exhibition} order by position`;
    expect(places.map((row) => [row['producer_id'], row['hall_id']])).toEqual([
      [shop.id, first],
      [second.id, first],
    ]);
    const halls = await sql`select 1 from public.halls where id in (${late}, ${twin})`;
    expect(halls).toHaveLength(0);
  });

  it('can be taken back: what stood before a restore is a version too', async () => {
    const { exhibition, work } = await furnished();
    await keep(exhibition);
    await act('remove_work', { p_work: work });
    const changed = await content(exhibition);
    const number = await restore(exhibition, 1);
    await restore(exhibition, number);
    expect(await content(exhibition)).toEqual(changed);
  });

  it('is kept once however often its form is sent, and restored once', async () => {
    const { exhibition } = await furnished();
    expect([await keep(exhibition, 'A'), await keep(exhibition, 'A')]).toEqual([1, 1]);
    expect(await restore(exhibition, 1)).toBe(1);
    const rows =
      await sql`select 1 from public.exhibition_versions where exhibition_id = ${exhibition}`;
    expect(rows).toHaveLength(1);
    expect(await answerOf(restore(exhibition, 9))).toBe('not_found');
  });

  it('leaves out a picture that is gone, and never takes one of another version twice', async () => {
    const { exhibition, pictures } = await furnished();
    await keep(exhibition);
    await sql`delete from public.media where id = ${pictures[1]!}`;
    await restore(exhibition, 1);
    const left =
      await sql`select media_id from public.exhibit_media m join public.exhibits x on x.id = m.exhibit_id
      where x.exhibition_id = ${exhibition} and m.media_id in ${sql(pictures)}`;
    expect(left).toHaveLength(2);
  });
});

describe('last year’s exhibition', () => {
  const clone = (from: string, id: string = randomUUID(), change: object = {}) =>
    act<string>('clone_exhibition', {
      p_id: id,
      p_from: from,
      p_title: 'Leather of the hills 2100',
      p_opens: wallIn(60),
      p_closes: wallIn(600),
      ...change,
    });

  it('begins anew under new ids, with booths offered again and nothing that visitors left', async () => {
    const { exhibition } = await furnished();
    await offerBooth(
      stage,
      (await sql`select id from public.halls where exhibition_id = ${exhibition}`)[0]!['id'],
      second.id,
    );
    await sql`update public.booths set state = 'declined', answered_at = now() where producer_id = ${second.id}`;
    const id = randomUUID();
    await Promise.all([clone(exhibition, id), clone(exhibition, id)]);
    const strip = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value).replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, 'id'),
      ) as Record<string, unknown>;
    const sorted = (rows: unknown) =>
      (rows as unknown[]).map((row) => JSON.stringify(row)).toSorted();
    const [old, fresh] = [await content(exhibition), await content(id)];
    for (const part of ['halls', 'works', 'workMedia', 'tours', 'sections', 'sectionMedia'])
      // Things of two halls that stand in the same place come in the order of their ids.
      expect(sorted(strip(fresh)[part]), part).toEqual(sorted(strip(old)[part]));
    // The stop was about a producer's object: the picture stays, the object is not yet there.
    expect(fresh['stops']).toMatchObject([{ exhibit_id: null }]);
    const ids = JSON.stringify(fresh);
    for (const hall of old['halls'] as { id: string }[]) expect(ids).not.toContain(hall.id);
    const booths =
      await sql`select producer_id, state from public.booths where exhibition_id = ${id}`;
    expect(booths.map((row) => ({ ...row }))).toEqual([{ producer_id: shop.id, state: 'offered' }]);
    const [left] =
      await sql`select count(*)::int as n from public.codes where exhibition_id = ${id}`;
    expect(left!['n']).toBe(0);
    const [row] =
      await sql`select published_at, cloned_from, texts from public.exhibitions where id = ${id}`;
    expect(row).toMatchObject({ published_at: null, cloned_from: exhibition });
    expect(row!['texts'].title.en).toBe('Leather of the hills 2100');
  });

  it('wants dates of its own, and belongs to nobody else', async () => {
    const { exhibition } = await furnished();
    expect(await answerOf(clone(exhibition, randomUUID(), { p_opens: '' }))).toBe('required');
    const theirs = {
      p_id: randomUUID(),
      p_from: exhibition,
      p_title: 'Mine now',
      p_opens: wallIn(60),
      p_closes: wallIn(90),
    };
    expect(await answerOf(scene.call(rival, 'clone_exhibition', theirs))).toBe('not_found');
    expect(
      await answerOf(
        scene.call(rival, 'restore_exhibition_version', { p_exhibition: exhibition, p_number: 1 }),
      ),
    ).toBe('not_found');
  });
});
