import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  addHall,
  addSection,
  addWork,
  curatorPicture,
  draftExhibition,
  EXHIBITION,
  furnishedBooth,
  hang,
  offerBooth,
  previewKey,
  publishExhibition,
  shownExhibition,
} from '#tests/support/exhibition-stage.ts';
import { wallIn } from '#tests/support/round-stage.ts';
import { exhibitionWays } from './exhibition-ways.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const [curator, rival, member, operator, nobody] = await Promise.all(
  Array.from({ length: 5 }, () => db.addUser()),
);
await sql`insert into public.operators (user_id) values (${operator!})`;
const cluster = await scene.cluster(curator!, 'Masoro');
await scene.cluster(rival!, 'Elsewhere');
const shop = await scene.workshop(member!, 'Akagera Boots');
await scene.accept(member!, await scene.invite(curator!, 'cluster_producer', cluster.id), shop.id);
const others = await Promise.all(
  ['Bweza', 'Cyeza', 'Deza'].map(async (name) => scene.workshop(await db.addUser(), name)),
);
const stage = { sql, cluster: cluster.id, curator: curator! };
const act = <T = unknown>(name: string, args: Record<string, unknown>) =>
  call<T>(curator!, name, args);
const refusal = (name: string, args: Record<string, unknown>) => answerOf(act(name, args));
const order = async (table: 'halls' | 'exhibits' | 'booths', exhibition: string) =>
  (
    await sql<{ id: string }[]>`select id from ${sql(`public.${table}`)}
      where exhibition_id = ${exhibition} order by position, id`
  ).map(({ id }) => id);

describe('an exhibition is drafted', () => {
  it('once however often its form is sent, in the wall clock of its zone', async () => {
    const id = randomUUID();
    const form = { ...EXHIBITION, opens: '2099-03-01T09:00', closes: '2099-03-05T18:00' };
    const save = () =>
      act('save_exhibition', { p_id: id, p_cluster: cluster.id, p_exhibition: form });
    await Promise.all([save(), save()]);
    const [row] =
      await sql`select slug, opens_at, languages from public.exhibitions where id = ${id}`;
    expect(row).toMatchObject({ languages: ['en', 'fr'] });
    expect(row!['slug']).toMatch(/^leather-of-the-hills(-\d+)?$/);
    expect((row!['opens_at'] as Date).toISOString()).toBe('2099-03-01T07:00:00.000Z');
    expect(
      await answerOf(
        call(rival!, 'save_exhibition', { p_id: id, p_cluster: null, p_exhibition: form }),
      ),
    ).toBe('not_found');
    expect(
      await answerOf(
        call(operator!, 'save_exhibition', { p_id: id, p_cluster: null, p_exhibition: form }),
      ),
    ).toBe('conflict');
  });

  it('with a title in its own language and dates in order', async () => {
    const save = (change: object) =>
      refusal('save_exhibition', {
        p_id: randomUUID(),
        p_cluster: cluster.id,
        p_exhibition: { ...EXHIBITION, opens: wallIn(60), closes: wallIn(120), ...change },
      });
    expect(await save({ closes: wallIn(30) })).toBe('exhibition_dates_order');
    expect(await save({ opens: '' })).toBe('required');
    expect(await save({ texts: { title: { fr: 'Seulement' } } })).toBe('required');
    expect(await save({ theme: 'neon' })).toBe('invalid_input');
    expect(await save({ texts: { title: { en: 'x'.repeat(301) } } })).toBe('invalid_input');
    expect(await save({})).toBe('ok');
  });

  it('and goes only while nobody has seen it', async () => {
    const draft = await draftExhibition(stage);
    await addHall(stage, draft);
    expect(await refusal('delete_exhibition', { p_exhibition: draft })).toBe('ok');
    expect(await refusal('delete_exhibition', { p_exhibition: draft })).toBe('ok');
    const { exhibition } = await shownExhibition(stage);
    expect(await refusal('delete_exhibition', { p_exhibition: exhibition })).toBe('wrong_state');
  });
});

describe('what stands in it', () => {
  it('is put in order by ids, and a foreign id is refused', async () => {
    const draft = await draftExhibition(stage);
    const halls = [
      await addHall(stage, draft),
      await addHall(stage, draft),
      await addHall(stage, draft),
    ];
    const [a, b, c] = halls as [string, string, string];
    const arrange = (p_what: string, p_within: string | null, p_ids: string[]) =>
      refusal('arrange_exhibition', { p_exhibition: draft, p_what, p_within, p_ids });
    expect(await arrange('halls', null, [c, a, b])).toBe('ok');
    expect(await order('halls', draft)).toEqual([c, a, b]);
    // What is not named, because somebody made it meanwhile, stands behind.
    expect(await arrange('halls', null, [b])).toBe('ok');
    expect(await order('halls', draft)).toEqual([b, c, a]);
    expect(await arrange('halls', null, [a, a])).toBe('invalid_input');
    const foreign = await addHall(stage, await draftExhibition(stage));
    expect(await arrange('halls', null, [a, foreign])).toBe('not_found');
    const works = [await addWork(stage, a), await addWork(stage, a)].map(({ work }) => work);
    const { work: elsewhere } = await addWork(stage, b);
    expect(await arrange('works', a, works.toReversed())).toBe('ok');
    expect(await arrange('works', a, [elsewhere])).toBe('not_found');
    expect(await arrange('codes', a, [])).toBe('invalid_input');
    expect(await order('halls', draft)).toEqual([b, c, a]);
  });

  it('keeps booths and takes works along when a hall goes', async () => {
    const draft = await draftExhibition(stage);
    const [hall, other] = [await addHall(stage, draft), await addHall(stage, draft)];
    const { work } = await addWork(stage, hall);
    const { booth, exhibits } = await furnishedBooth(stage, hall, shop.id, {
      products: [(await scene.published(member!, shop.id)).id],
    });
    expect(await refusal('remove_hall', { p_hall: hall })).toBe('hall_has_booths');
    expect(await refusal('remove_work', { p_work: exhibits[0] })).toBe('not_found');
    await act('move_booth', { p_booth: booth, p_hall: other });
    const [moved] = await sql`select hall_id from public.exhibits where id = ${exhibits[0]!}`;
    expect(moved!['hall_id']).toBe(other);
    expect(await refusal('remove_hall', { p_hall: hall })).toBe('ok');
    expect(await sql`select 1 from public.exhibits where id = ${work}`).toHaveLength(0);
    const rows = await sql`select position from public.halls where exhibition_id = ${draft}`;
    expect(rows.map((row) => row['position'])).toEqual([0]);
  });

  it('shows pictures of its own host alone', async () => {
    const draft = await draftExhibition(stage);
    const foreign = await curatorPicture({ ...stage, cluster: null });
    const place = (media: string) =>
      refusal('place_exhibition_picture', { p_place: 'hero', p_place_id: draft, p_media: media });
    expect(await place(foreign)).toBe('photo_unknown');
    expect(await place(await scene.photo(member!, shop.id))).toBe('photo_unknown');
    expect(await place(await curatorPicture(stage))).toBe('ok');
    const describe = { p_place: 'hero', p_place_id: draft, p_media: foreign };
    expect(
      await refusal('describe_exhibition_picture', {
        ...describe,
        p_picture: { alts: { en: 'Mine' } },
      }),
    ).toBe('photo_unknown');
  });

  it('has words for its pictures, in each language, which can be taken back', async () => {
    const hall = await addHall(stage, await draftExhibition(stage));
    const { work, pictures } = await addWork(stage, hall);
    const words = (picture: object) =>
      act('describe_exhibition_picture', {
        p_place: 'work',
        p_place_id: work,
        p_media: pictures[0],
        p_picture: picture,
      });
    await words({ alts: { en: 'A knife', fr: '' }, caption: { en: 'Steel' }, role: 'detail' });
    const alts =
      await sql`select locale, alt from public.media_alts where media_id = ${pictures[0]!}`;
    expect(alts.map((row) => ({ ...row }))).toEqual([{ locale: 'en', alt: 'A knife' }]);
    const [kept] =
      await sql`select role, texts from public.exhibit_media where exhibit_id = ${work}`;
    expect(kept).toMatchObject({ role: 'detail', texts: { caption: { en: 'Steel' } } });
  });

  it('has sections that are whole', async () => {
    const draft = await draftExhibition(stage);
    const save = (section: object) =>
      refusal('save_section', { p_id: randomUUID(), p_exhibition: draft, p_section: section });
    expect(await save({ kind: 'text', texts: {} })).toBe('required');
    expect(await save({ kind: 'map', texts: {}, place: 'Masoro' })).toBe('required');
    expect(await save({ kind: 'map', place: 'Masoro', latitude: -1.9, longitude: 30.1 })).toBe(
      'ok',
    );
    expect(await save({ kind: 'gallery', hall: randomUUID() })).toBe('not_found');
    expect(await save({ kind: 'tour' })).toBe('required');
    const section = await addSection(stage, draft, { kind: 'documents' });
    const files = { p_section: section, p_files: [randomUUID()] };
    expect(await refusal('set_section_files', files)).toBe('not_found');
  });
});

describe('booths', () => {
  const told = (kind: string, user: string, booth: string) =>
    sql`select data from public.notifications where kind = ${kind} and user_id = ${user} and data ->> 'boothId' = ${booth}`;

  it('are offered once; the producer is told and its answers reach the curators', async () => {
    const draft = await draftExhibition(stage);
    const hall = await addHall(stage, draft);
    const booth = await offerBooth(stage, hall, shop.id);
    expect(await offerBooth(stage, hall, shop.id)).toBe(booth);
    expect(await told('booth_offered', member!, booth)).toHaveLength(1);
    await sql`update public.booths set state = 'submitted', answered_at = now() where id = ${booth}`;
    const [ready] = await told('booth_submitted', curator!, booth);
    expect(ready!['data']).toMatchObject({ producer: 'Akagera Boots', exhibitionId: draft });
    await act('hand_back_booth', { p_booth: booth, p_note: 'Brighter pictures, please.' });
    const [back] = await told('booth_handed_back', member!, booth);
    expect(back!['data']).toMatchObject({ reason: 'Brighter pictures, please.' });
    expect(await refusal('approve_booth', { p_booth: booth })).toBe('wrong_state');
    await sql`update public.booths set state = 'submitted' where id = ${booth}`;
    expect(await refusal('approve_booth', { p_booth: booth })).toBe('ok');
    expect(await refusal('approve_booth', { p_booth: booth })).toBe('ok');
    expect(await told('booth_approved', member!, booth)).toHaveLength(1);
  });

  it('are withdrawn with a reason, but not from under a visitor’s card', async () => {
    const draft = await draftExhibition(stage);
    const hall = await addHall(stage, draft);
    const booth = await offerBooth(stage, hall, shop.id);
    const withdraw = (reason: string) =>
      refusal('withdraw_booth', { p_booth: booth, p_reason: reason });
    expect(await withdraw('')).toBe('reason_required');
    const card = randomUUID();
    await sql`insert into public.visitor_cards (id, exhibition_id, name, email, consent_text, consented_at, retained_until, key_hash)
      values (${card}, ${draft}, 'Visitor', 'v@example.test', 'I agree to this.', now(), now() + interval '1 year', sha256('k'))`;
    await sql`insert into public.card_booths (card_id, booth_id) values (${card}, ${booth})`;
    expect(await withdraw('The hall is full')).toBe('booth_has_visitors');
    await sql`delete from public.visitor_cards where id = ${card}`;
    expect(await withdraw('The hall is full')).toBe('ok');
    expect(await told('booth_withdrawn', member!, booth)).toHaveLength(1);
  });

  it('are looked for among active producers without one', async () => {
    const draft = await draftExhibition(stage);
    const hall = await addHall(stage, draft);
    const find = async (query?: string) =>
      (
        await act<{ producers: { name: string }[] }>('producers_to_invite', {
          p_exhibition: draft,
          p_query: query,
        })
      ).producers.map(({ name }) => name);
    expect(await find()).toEqual(['Akagera Boots']);
    expect(await find('eza')).toEqual(['Bweza', 'Cyeza', 'Deza']);
    await offerBooth(stage, hall, shop.id);
    expect(await find()).toEqual([]);
    await sql`update public.producers set state = 'suspended', suspended_reason = 'spam' where id = ${others[2]!.id}`;
    expect(await find('eza')).toEqual(['Bweza', 'Cyeza']);
    const suspended = { p_exhibition: draft, p_hall: hall, p_producers: [others[2]!.id] };
    expect(await refusal('offer_booths', suspended)).toBe('not_found');
    await sql`update public.producers set state = 'active', suspended_reason = null where id = ${others[2]!.id}`;
  });
});

describe('publishing', () => {
  it('waits until nothing is missing, and keeps a version', async () => {
    const draft = await draftExhibition(stage);
    const publish = () => refusal('publish_exhibition', { p_exhibition: draft });
    const hall = await addHall(stage, draft);
    expect(await publish()).toBe('exhibition_not_ready');
    const { work } = await addWork(stage, hall);
    const hero = await hang(stage, 'hero', draft, { fr: 'Une colline' });
    expect(await publish()).toBe('exhibition_not_ready');
    await sql`insert into public.media_alts (media_id, locale, alt) values (${hero}, 'en', 'A hill')`;
    await sql`update public.exhibits set texts = texts #- '{label,fr}' where id = ${work}`;
    expect(await publish()).toBe('exhibition_not_ready');
    await sql`update public.exhibits set texts = jsonb_set(texts, '{label,fr}', '"Du hêtre."') where id = ${work}`;
    expect(await publish()).toBe('ok');
    expect(await publish()).toBe('ok');
    expect(await act('list_exhibition_versions', { p_exhibition: draft })).toMatchObject([
      { number: 1, works: 1, halls: 1 },
    ]);
  });

  it('is opened and closed by hand, taken back with a reason, and archived when over', async () => {
    const { exhibition } = await shownExhibition(stage);
    const state = async () =>
      (await act<{ state: string }>('exhibition_desk', { p_exhibition: exhibition })).state;
    const here = { p_exhibition: exhibition };
    expect(await state()).toBe('open');
    expect(await refusal('archive_exhibition', here)).toBe('wrong_state');
    await act('set_exhibition_override', { ...here, p_override: 'closed' });
    expect(await state()).toBe('closed');
    await act('set_exhibition_override', { ...here, p_override: null });
    expect(await refusal('unpublish_exhibition', { ...here, p_reason: '' })).toBe(
      'reason_required',
    );
    await act('unpublish_exhibition', { ...here, p_reason: 'A wrong date' });
    expect(await state()).toBe('draft');
    await publishExhibition(stage, exhibition);
    await act('set_exhibition_override', { ...here, p_override: 'closed' });
    await act('archive_exhibition', here);
    expect(await state()).toBe('archived');
    expect(await refusal('archive_exhibition', here)).toBe('ok');
    const hall = { p_id: randomUUID(), ...here, p_hall: { texts: { title: { en: 'Late' } } } };
    expect(await refusal('save_hall', hall)).toBe('wrong_state');
  });

  it('can be looked at before by an unlisted link, until that is revoked', async () => {
    const draft = await draftExhibition(stage);
    const [row] = await sql`select slug from public.exhibitions where id = ${draft}`;
    const seen = async (key: string | null) =>
      (await sql`select (private.shown_exhibition(${row!['slug']}, ${key})).id as id`)[0]!['id'];
    const first = await previewKey(stage, draft);
    expect(await seen(first)).toBe(draft);
    const second = await previewKey(stage, draft);
    expect([await seen(first), await seen(second), await seen(null)]).toEqual([null, draft, null]);
    await act('revoke_preview_link', { p_exhibition: draft });
    expect(await seen(second)).toBeNull();
  });
});

describe('the desk of an exhibition', async () => {
  const shops = [shop.id, ...others.map(({ id }) => id)] as [string, string, string, string];
  const ways = await exhibitionWays(db, { me: curator!, cluster: cluster.id, shops });
  const exhibition = ways['make_preview_link']!['p_exhibition'] as string;
  const reads = {
    exhibition_desk: { p_exhibition: exhibition },
    curated_exhibition: { p_exhibition: exhibition },
    exhibition_checks: { p_exhibition: exhibition },
    producers_to_invite: { p_exhibition: exhibition },
    curated_exhibitions: { p_cluster: cluster.slug },
  };

  it.each([
    ['a visitor', 'anon'],
    ['somebody signed in', nobody!],
    ['a member who shows in it', member!],
    ['the coordinator of another cluster', rival!],
  ])('is closed to %s', async (_who, who) => {
    for (const [name, args] of Object.entries(ways)) {
      const answer = await answerOf(call(who, name, args));
      expect(['not_found', 'not_allowed', 'not_signed_in'], `${name}: ${answer}`).toContain(answer);
    }
    for (const [name, args] of Object.entries(reads)) {
      const answer = call(who, name, args).catch(() => null);
      expect(await answer, name).toBeNull();
    }
    const versions = call<unknown[]>(who, 'list_exhibition_versions', reads.exhibition_desk);
    expect(await versions.catch(() => [])).toEqual([]);
    expect(await answerOf(call(who, 'curated_exhibitions', {}))).not.toBe('ok');
  });

  it('is open to an operator', async () => {
    for (const [name, args] of Object.entries(reads)) {
      expect(await call(operator!, name, args), name).not.toBeNull();
    }
  });

  it('closes with its cluster', async () => {
    await sql`update public.clusters set state = 'suspended', suspended_reason = 'spam' where id = ${cluster.id}`;
    for (const [name, args] of Object.entries(ways)) {
      expect(await refusal(name, args), name).toBe('not_found');
    }
    expect(await act('exhibition_desk', reads.exhibition_desk)).toMatchObject({ acts: false });
    await sql`update public.clusters set state = 'active', suspended_reason = null where id = ${cluster.id}`;
  });
});
