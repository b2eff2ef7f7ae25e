import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isBoothReady } from '#src/domain/exhibitions/booth-checklist.ts';
import { boothFacts } from '#src/features/exhibitions/booths/facts.ts';
import type { ProducerBooth, Workbench } from '#src/features/exhibitions/booths/queries.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  addHall,
  draftExhibition,
  offerBooth,
  shownExhibition,
} from '#tests/support/exhibition-stage.ts';
import { boothWays } from './booth-ways.ts';
import { answerOf, sceneOf } from './scene.ts';

/** A producer's booth: offered, furnished, submitted; and everybody who has no business in it. */
const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const [curator, owner, editor, rival, operator, nobody] = await Promise.all(
  Array.from({ length: 6 }, () => db.addUser()),
);
await sql`insert into public.operators (user_id) values (${operator!})`;
const cluster = await scene.cluster(curator!, 'Masoro');
const shop = await scene.workshop(owner!, 'Akagera Boots');
await scene.accept(owner!, await scene.invite(curator!, 'cluster_producer', cluster.id), shop.id);
await scene.accept(editor!, await scene.invite(owner!, 'producer_member', shop.id, 'editor'));
const other = await scene.workshop(rival!, 'Bweza');
const [boot, bag, belt] = [
  await scene.published(owner!, shop.id),
  await scene.published(owner!, shop.id, { title: 'Bag' }),
  await scene.published(owner!, shop.id, { title: 'Belt' }),
];
const draft = await scene.save(owner!, shop.id);
const foreign = await scene.published(rival!, other.id);
const stage = { sql, cluster: cluster.id, curator: curator! };
type Args = Record<string, unknown>;
const act = <T = unknown>(name: string, args: Args) => call<T>(owner!, name, args);
const answer = (name: string, args: Args, by = owner!) => answerOf(call(by, name, args));

const LABEL = { en: 'Sewn by hand.', fr: 'Cousu main.' };
const told = (kind: string, user: string, booth: string) =>
  sql`select data from public.notifications where kind = ${kind} and user_id = ${user} and data ->> 'boothId' = ${booth}`;
const stateOf = async (booth: string) =>
  (await sql`select state from public.booths where id = ${booth}`)[0]?.['state'] as string;
const exhibitOf = async (booth: string, product: string) =>
  (
    await sql<{ id: string; slug: string }[]>`
      select id, slug from public.exhibits where booth_id = ${booth} and product_id = ${product}`
  )[0]!;

async function offered() {
  const shown = await shownExhibition(stage);
  const booth = await offerBooth(stage, shown.hall, shop.id);
  const [row] = await sql<{ slug: string }[]>`select slug from public.booths where id = ${booth}`;
  return { ...shown, booth, boothSlug: row!.slug };
}

/** Accepted, with these products and a label on each. */
async function furnished(products: string[] = [boot.id]) {
  const place = await offered();
  await act('accept_booth', { p_booth: place.booth });
  if (products.length > 0)
    await act('add_booth_products', { p_booth: place.booth, p_products: products });
  for (const product of products) {
    const { id } = await exhibitOf(place.booth, product);
    await act('save_booth_object', {
      p_id: id,
      p_booth: place.booth,
      p_object: { texts: { label: LABEL } },
    });
  }
  return place;
}

const template = (exhibition: string, more: Args = {}) =>
  call(curator!, 'set_booth_template', {
    p_exhibition: exhibition,
    p_template: { objects: 2, labelLength: 100, hasWorks: false, ...more },
  });

/** What the page says of it is what SQL says of it. */
async function agree(booth: string) {
  const read = <T>(name: string) => act<T>(name, { p_booth: booth, p_locale: 'en' });
  const [place, bench] = [
    await read<ProducerBooth>('producer_booth'),
    await read<Workbench>('booth_workbench'),
  ];
  const [row] =
    await sql`select private.booth_is_ready(b) as ready from public.booths b where id = ${booth}`;
  const isReady = isBoothReady(boothFacts(place, bench));
  expect(isReady).toBe(row!['ready']);
  return isReady;
}

describe('an offer', () => {
  it('is accepted once however often it is sent, and the curators hear of it once', async () => {
    const { booth } = await offered();
    await Promise.all([1, 2].map(() => act('accept_booth', { p_booth: booth })));
    expect(await stateOf(booth)).toBe('accepted');
    expect(await told('booth_answered', curator!, booth)).toHaveLength(1);
  });

  it('is declined with a reason that the curators read, and can be made again', async () => {
    const { booth } = await offered();
    const decline = (reason: string) =>
      answer('decline_booth', { p_booth: booth, p_reason: reason });
    expect(await decline(' ')).toBe('reason_required');
    expect(await decline('Too far in the harvest')).toBe('ok');
    expect(await decline('Too far in the harvest')).toBe('ok');
    const [news] = await told('booth_answered', curator!, booth);
    expect(news!['data']).toMatchObject({ answer: 'declined' });
    expect(await answer('accept_booth', { p_booth: booth })).toBe('wrong_state');
    await call(curator!, 'offer_booth_again', { p_booth: booth });
    expect(await answer('accept_booth', { p_booth: booth })).toBe('ok');
  });

  it('stands in the studio with what is asked, and waits in its navigation', async () => {
    const { booth, exhibition } = await offered();
    await template(exhibition, {
      texts: { ask: { en: 'Your oldest pattern.' } },
      due: '2026-01-01T12:00',
    });
    const list = await act<{ id: string; state: string }[]>('producer_booths', {
      p_slug: shop.slug,
      p_locale: 'en',
    });
    expect(list.find(({ id }) => id === booth)).toMatchObject({ state: 'offered' });
    expect(await act('producer_booth', { p_booth: booth, p_locale: 'fr' })).toMatchObject({
      exhibition: { title: { locale: 'fr' }, languages: ['en', 'fr'] },
      template: {
        objects: 2,
        due: '2026-01-01T12:00',
        texts: { ask: { en: 'Your oldest pattern.' } },
      },
    });
    const frame = await act<{ booths: { waiting: number } }>('studio_frame', { p_slug: shop.slug });
    expect(frame.booths.waiting).toBeGreaterThan(0);
  });
});

describe('a booth is furnished', () => {
  it('with its own published products, as many as are asked for', async () => {
    const { booth, exhibition } = await furnished([]);
    const add = (...p_products: string[]) =>
      answer('add_booth_products', { p_booth: booth, p_products });
    expect(await add(foreign.id)).toBe('not_found');
    expect(await add(draft.id)).toBe('not_found');
    expect(await add(randomUUID())).toBe('not_found');
    expect(await add()).toBe('invalid_input');
    await template(exhibition);
    expect(await add(boot.id, bag.id, belt.id)).toBe('booth_full');
    expect(await add(bag.id, boot.id)).toBe('ok');
    expect(await add(bag.id, boot.id)).toBe('ok');
    expect(await add(belt.id)).toBe('booth_full');
    const rows =
      await sql`select product_id from public.exhibits where booth_id = ${booth} order by position`;
    expect(rows.map((row) => row['product_id'])).toEqual([bag.id, boot.id]);
  });

  it('with labels as long as asked, in an order of its own', async () => {
    const { booth, exhibition } = await furnished([boot.id, bag.id]);
    const [first, second] = [await exhibitOf(booth, boot.id), await exhibitOf(booth, bag.id)];
    await template(exhibition);
    const label = (text: string) =>
      answer('save_booth_object', {
        p_id: first.id,
        p_booth: booth,
        p_object: { texts: { label: { en: text } } },
      });
    expect(await label('x'.repeat(101))).toBe('too_long');
    expect(await label('x'.repeat(100))).toBe('ok');
    const arrange = (...p_ids: string[]) => answer('arrange_booth', { p_booth: booth, p_ids });
    expect(await arrange(second.id, first.id)).toBe('ok');
    expect(await arrange(second.id, second.id)).toBe('invalid_input');
    expect(await arrange(randomUUID())).toBe('not_found');
    const rows =
      await sql`select id from public.exhibits where booth_id = ${booth} order by position`;
    expect(rows.map((row) => row['id'])).toEqual([second.id, first.id]);
  });

  it('with things that are not for sale only where the curators like them', async () => {
    const { booth, exhibition } = await furnished([]);
    const id = randomUUID();
    const save = (more: Args = {}) =>
      answer('save_booth_object', {
        p_id: id,
        p_booth: booth,
        p_object: { kind: 'tool', texts: { title: { en: 'The knife' }, label: LABEL }, ...more },
      });
    expect(await save()).toBe('booth_no_works');
    await template(exhibition, { hasWorks: true });
    expect(await save({ kind: 'product' })).toBe('not_a_choice');
    expect(await save({ texts: { label: LABEL } })).toBe('required');
    expect(await save()).toBe('ok');
    expect(await save()).toBe('ok');
    expect(await agree(booth)).toBe(false);
    const [mine, theirs] = [
      await scene.photo(owner!, shop.id),
      await scene.photo(rival!, other.id),
    ];
    const place = (media: string) =>
      answer('place_exhibition_picture', { p_place: 'object', p_place_id: id, p_media: media });
    expect(await place(theirs)).toBe('photo_unknown');
    expect(await place(mine)).toBe('ok');
    expect(await agree(booth)).toBe(true);
    const words = { p_place: 'object', p_place_id: id, p_media: mine };
    expect(
      await answer('describe_exhibition_picture', { ...words, p_picture: { alts: { en: '' } } }),
    ).toBe('ok');
    expect(await agree(booth)).toBe(false);
    expect(await answer('remove_exhibition_picture', words)).toBe('ok');
  });

  it('with a picture of the producer', async () => {
    const { booth } = await furnished();
    const place = (media: string) =>
      answer('place_exhibition_picture', { p_place: 'booth', p_place_id: booth, p_media: media });
    expect(await place(foreign.picture)).toBe('photo_unknown');
    expect(await place(boot.picture)).toBe('ok');
    expect(await agree(booth)).toBe(true);
    const [row] = await sql`select media_id from public.booths where id = ${booth}`;
    expect(row!['media_id']).toBe(boot.picture);
  });

  it('by an editor as by the owner, and by a coordinator on its behalf', async () => {
    const { booth, exhibition } = await offered();
    expect(await answer('accept_booth', { p_booth: booth }, editor!)).toBe('ok');
    const write = (by: string) =>
      answer('save_booth', { p_booth: booth, p_texts: { story: { en: 'We.' } } }, by);
    expect(await write(editor!)).toBe('ok');
    expect(await write(curator!)).toBe('ok');
    const events = await sql`select actor, on_behalf_of from public.events
      where subject_id = ${exhibition} and action in ('exhibition.booth_written', 'exhibition.booths_offered') order by id`;
    expect(events.map((one) => [one['actor'], one['on_behalf_of']])).toEqual([
      [curator, null],
      [editor, null],
      [curator, shop.id],
    ]);
    await sql`delete from public.producer_members where user_id = ${editor!}`;
    expect(await write(editor!)).toBe('not_found');
    await sql`insert into public.producer_members (producer_id, user_id, role) values (${shop.id}, ${editor!}, 'editor')`;
  });
});

describe('a booth is submitted', () => {
  it('when nothing that blocks is missing, by the same rule as the page', async () => {
    const { booth } = await furnished([]);
    const submit = () => answer('submit_booth', { p_booth: booth });
    expect(await agree(booth)).toBe(false);
    expect(await submit()).toBe('booth_not_ready');
    await act('add_booth_products', { p_booth: booth, p_products: [boot.id] });
    expect(await agree(booth)).toBe(false);
    expect(await submit()).toBe('booth_not_ready');
    const { id } = await exhibitOf(booth, boot.id);
    const label = (words: Args) =>
      act('save_booth_object', { p_id: id, p_booth: booth, p_object: { texts: { label: words } } });
    await label({ sw: 'Imeshonwa kwa mkono.' });
    expect(await agree(booth)).toBe(false);
    await label({ fr: 'Cousu main.' });
    expect(await agree(booth)).toBe(true);
    expect(await submit()).toBe('ok');
    expect(await submit()).toBe('ok');
    expect(await told('booth_submitted', curator!, booth)).toHaveLength(1);
  });

  it('and then nothing is written into it until it was taken or handed back', async () => {
    const { booth } = await furnished([boot.id, bag.id]);
    const { id } = await exhibitOf(booth, boot.id);
    const writes: [string, Args][] = [
      ['save_booth', { p_booth: booth, p_texts: {} }],
      ['add_booth_products', { p_booth: booth, p_products: [belt.id] }],
      ['save_booth_object', { p_id: id, p_booth: booth, p_object: { texts: { label: LABEL } } }],
      ['arrange_booth', { p_booth: booth, p_ids: [id] }],
      ['place_exhibition_picture', { p_place: 'booth', p_place_id: booth, p_media: boot.picture }],
    ];
    const all = () => Promise.all(writes.map(([name, args]) => answer(name, args)));
    const [shut, free] = [writes.map(() => 'wrong_state'), writes.map(() => 'ok')];
    await act('submit_booth', { p_booth: booth });
    expect(await all()).toEqual(shut);
    await call(curator!, 'approve_booth', { p_booth: booth });
    expect(await all()).toEqual(shut);
    await call(curator!, 'hand_back_booth', { p_booth: booth, p_note: 'Say who cut it.' });
    expect(await act('producer_booth', { p_booth: booth, p_locale: 'en' })).toMatchObject({
      state: 'accepted',
      note: 'Say who cut it.',
    });
    expect(await all()).toEqual(free);
  });

  it('is public once approved, and not while it is taken back', async () => {
    const { booth, slug, boothSlug } = await furnished([boot.id, bag.id]);
    const read = (by: string) =>
      call<{ early: boolean; exhibits: unknown[] } | null>(by, 'exhibition_booth', {
        p_slug: slug,
        p_booth: boothSlug,
        p_locale: 'en',
      });
    await act('submit_booth', { p_booth: booth });
    expect(await read('anon')).toBeNull();
    await call(curator!, 'approve_booth', { p_booth: booth });
    expect(await read('anon')).toMatchObject({ early: false, exhibits: { length: 2 } });
    const gone = await exhibitOf(booth, bag.id);
    expect(await answer('remove_booth_object', { p_object: gone.id })).toBe('ok');
    expect(await answer('remove_booth_object', { p_object: gone.id })).toBe('not_found');
    expect(await read('anon')).toMatchObject({ exhibits: { length: 1 } });
    expect(await stateOf(booth)).toBe('approved');
    await act('reopen_booth', { p_booth: booth });
    expect(await read('anon')).toBeNull();
    expect(await stateOf(booth)).toBe('accepted');
  });

  it('is given up by its producer, and then it is not public', async () => {
    const { booth, slug, boothSlug } = await furnished();
    await act('submit_booth', { p_booth: booth });
    await call(curator!, 'approve_booth', { p_booth: booth });
    await act('decline_booth', { p_booth: booth, p_reason: 'The workshop moves' });
    const args = { p_slug: slug, p_booth: boothSlug, p_locale: 'en' };
    expect(await call('anon', 'exhibition_booth', args)).toBeNull();
    expect(await act('exhibition_booth', args)).toBeNull();
  });
});

describe('before it is approved', () => {
  it('its producer and the curators see it as visitors will, and nobody else', async () => {
    const { booth, slug, boothSlug } = await furnished();
    const { slug: object } = await exhibitOf(booth, boot.id);
    const looks = async (by: string) => [
      await call(by, 'exhibition_booth', { p_slug: slug, p_booth: boothSlug, p_locale: 'en' }),
      await call(by, 'exhibition_object', { p_slug: slug, p_exhibit: object, p_locale: 'en' }),
    ];
    const early = { early: true };
    for (const by of [owner!, editor!, curator!, operator!])
      expect(await looks(by)).toMatchObject([{ ...early, exhibits: { length: 1 } }, early]);
    for (const by of ['anon', nobody!, rival!]) expect(await looks(by)).toEqual([null, null]);
  });

  it('a listing that is withdrawn meanwhile is not in it', async () => {
    const { booth, slug, boothSlug } = await furnished([boot.id, belt.id]);
    await scene.move(owner!, belt.id, 'archive');
    expect(await agree(booth)).toBe(true);
    const page = await act('exhibition_booth', {
      p_slug: slug,
      p_booth: boothSlug,
      p_locale: 'en',
    });
    expect(page).toMatchObject({ exhibits: { length: 1 } });
  });
});

describe('who has no business in a booth', () => {
  const reads = (booth: string) => ({
    producer_booth: { p_booth: booth, p_locale: 'en' },
    booth_workbench: { p_booth: booth, p_locale: 'en' },
    producer_booths: { p_slug: shop.slug, p_locale: 'en' },
  });
  const seats = { me: curator!, cluster: cluster.id, shop: shop.id, product: boot.id };

  it.each([
    ['a visitor', 'anon', ['not_allowed', 'not_signed_in']],
    ['somebody signed in', nobody!, ['not_found']],
    ["another producer's member, in the same exhibition", rival!, ['not_found']],
  ])('%s neither writes nor reads', async (_, who, refusals) => {
    const { set_booth_template: setTemplate, ...ways } = await boothWays(db, seats);
    const booth = ways['submit_booth']!['p_booth'] as string;
    const [row] = await sql<
      { hall: string }[]
    >`select hall_id as hall from public.booths where id = ${booth}`;
    await offerBooth(stage, row!.hall, other.id);
    for (const [name, args] of [
      ...Object.entries(ways),
      ['set_booth_template', setTemplate!] as const,
    ])
      expect.soft(refusals, name).toContain(await answer(name, args, who));
    for (const [name, args] of Object.entries(reads(booth))) {
      if (who === 'anon') expect(refusals).toContain(await answer(name, args, who));
      else expect(await call(who, name, args), name).toBeNull();
    }
    expect(await stateOf(booth)).toBe('accepted');
  });

  it('does not reach into another booth with an object of its own', async () => {
    const mine = await furnished([boot.id]);
    const { id } = await exhibitOf(mine.booth, boot.id);
    const theirs = await offerBooth(stage, mine.hall, other.id);
    await call(rival!, 'accept_booth', { p_booth: theirs });
    const save = { p_id: id, p_booth: theirs, p_object: { texts: { label: LABEL } } };
    expect(await answer('save_booth_object', save, rival!)).toBe('conflict');
    expect(await answer('remove_booth_object', { p_object: id }, rival!)).toBe('not_found');
    expect(await answer('arrange_booth', { p_booth: theirs, p_ids: [id] }, rival!)).toBe(
      'not_found',
    );
    const place = { p_place: 'object', p_place_id: mine.work, p_media: foreign.picture };
    expect(await answer('place_exhibition_picture', place, rival!)).toBe('not_found');
    const add = { p_booth: theirs, p_products: [boot.id] };
    expect(await answer('add_booth_products', add, rival!)).toBe('not_found');
  });

  it('writes nothing while suspended, as a person or as a producer', async () => {
    const { booth } = await furnished();
    const write = () => answer('save_booth', { p_booth: booth, p_texts: {} });
    await sql`update public.profiles set suspended_at = now(), suspended_reason = 'spam' where user_id = ${owner!}`;
    expect(await write()).toBe('account_suspended');
    await sql`update public.profiles set suspended_at = null, suspended_reason = null where user_id = ${owner!}`;
    await sql`update public.producers set state = 'suspended', suspended_reason = 'Looked into' where id = ${shop.id}`;
    expect(await write()).toBe('producer_suspended');
    expect(await answer('submit_booth', { p_booth: booth })).toBe('producer_suspended');
    await sql`update public.producers set state = 'active', suspended_reason = null where id = ${shop.id}`;
    expect(await write()).toBe('ok');
  });

  it('changes nothing in an archived exhibition', async () => {
    const { booth, exhibition } = await furnished();
    await sql`update public.exhibitions set opens_at = now() - interval '2 days', closes_at = now() - interval '1 day' where id = ${exhibition}`;
    await call(curator!, 'archive_exhibition', { p_exhibition: exhibition });
    for (const name of ['submit_booth', 'accept_booth', 'reopen_booth'])
      expect(await answer(name, { p_booth: booth })).toBe('wrong_state');
    expect(await act('producer_booth', { p_booth: booth, p_locale: 'en' })).toMatchObject({
      acts: false,
    });
  });
});

describe('what curators ask', () => {
  it('is theirs to say, before the closing, and goes along into next year', async () => {
    const exhibition = await draftExhibition(stage);
    await addHall(stage, exhibition);
    const set = (by: string, more: Args = {}) =>
      answer(
        'set_booth_template',
        { p_exhibition: exhibition, p_template: { objects: 5, labelLength: 400, ...more } },
        by,
      );
    expect(await set(owner!)).toBe('not_found');
    expect(await set(curator!, { objects: 0 })).toBe('invalid_input');
    expect(await set(curator!, { due: '2199-01-01T10:00' })).toBe('booth_due_late');
    expect(await set(curator!)).toBe('ok');
    const next = randomUUID();
    await call(curator!, 'clone_exhibition', {
      p_id: next,
      p_from: exhibition,
      p_title: 'Again',
      p_opens: '2099-03-01T09:00',
      p_closes: '2099-03-05T18:00',
    });
    expect(await call(curator!, 'booth_template', { p_exhibition: next })).toMatchObject({
      objects: 5,
      labelLength: 400,
    });
    expect(await call(rival!, 'booth_template', { p_exhibition: next })).toBeNull();
  });
});
