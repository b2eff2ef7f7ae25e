import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LISTING_ACTIONS } from '#src/domain/listing-states.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call, facts, save, move } = scene;
const { sql } = db;

const owner = await db.addUser('owner@isoko.test', { locale: 'fr' });
const [editor, coordinator, operator, stranger] = await Promise.all(
  Array.from({ length: 4 }, () => db.addUser()),
);
await sql`insert into public.operators (user_id) values (${operator!})`;
const shop = await scene.workshop(owner, 'Akagera Boots');
const cluster = await scene.cluster(coordinator!);
await scene.accept(editor!, await scene.invite(owner, 'producer_member', shop.id));
await scene.accept(
  owner,
  await scene.invite(coordinator!, 'cluster_producer', cluster.id),
  shop.id,
);

type Row = Record<string, unknown>;
const stateOf = async (id: string) =>
  (await sql<Row[]>`select state from public.products where id = ${id}`)[0]?.['state'];
const place = (product: string, media: (string | null)[] | null, removed?: string[], who = owner) =>
  call(who, 'set_product_media', { p_product: product, p_media: media, p_removed: removed });
const add = (product: string, media: string, who = owner) =>
  call(who, 'add_product_media', { p_product: product, p_media: media });
const pictures = async (product: string) => {
  const rows = await sql<
    Row[]
  >`select media_id from public.product_media where product_id = ${product} order by position`;
  return rows.map((row) => row['media_id'] as string);
};
const reviews = (yes: boolean) =>
  sql`update public.clusters set reviews_listings = ${yes} where id = ${cluster.id}`;

describe('the photographs of a listing', () => {
  it('are set in their order, the first being the cover; one that nobody names stays behind the others', async () => {
    const { id } = await save(owner, shop.id);
    const [a, b, c, d] = await Promise.all([1, 2, 3, 4].map(() => scene.photo(owner, shop.id)));
    await place(id, [a!, b!, c!]);
    expect(await pictures(id)).toEqual([a, b, c]);
    // It arrives while the phone sends the new order.
    await add(id, d!);
    await place(id, [c!, a!], [b!]);
    expect(await pictures(id)).toEqual([c, a, d]);
    await place(id, [d!, c!, a!], [b!]);
    expect(await pictures(id)).toEqual([d, c, a]);
  });

  it('go for good when they are taken off, unless something else shows them', async () => {
    const { id } = await save(owner, shop.id);
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => scene.photo(owner, shop.id)));
    await place(id, [a!, b!, c!]);
    const copy = randomUUID();
    await call(owner, 'duplicate_product', { p_product: id, p_new_id: copy });
    await sql`delete from public.product_media where product_id = ${copy} and media_id = ${a!}`;
    const theirs = await scene.photo(stranger!, (await scene.workshop(stranger!)).id);
    await place(id, [c!], [a!, b!, theirs]);
    const left = await sql<
      Row[]
    >`select id from public.media where id in ${sql([a!, b!, c!, theirs])}`;
    expect(left.map((row) => row['id'])).not.toContain(a);
    expect(left).toHaveLength(3);
    const [job] =
      await sql`select payload from private.outbox where kind = 'media.remove' and dedupe = ${`media.remove:${a!}`}`;
    expect(job).toBeDefined();
    await call(owner, 'delete_draft', { p_product: copy });
    await call(owner, 'delete_draft', { p_product: id });
    expect(await sql`select 1 from public.media where id in ${sql([b!, c!])}`).toHaveLength(0);
  });

  it('are never another workshop’s, unknown, doubled, missing or more than twelve', async () => {
    const { id } = await save(owner, shop.id);
    const rival = await scene.workshop(stranger!);
    const theirs = await scene.photo(stranger!, rival.id);
    const ours = await Promise.all(Array.from({ length: 13 }, () => scene.photo(owner, shop.id)));
    await place(id, [ours[0]!]);
    for (const list of [
      [theirs],
      [ours[0]!, theirs],
      [randomUUID()],
      [ours[0]!, ours[0]!],
      [null],
    ]) {
      expect(await answerOf(place(id, list))).toBe('photo_unknown');
    }
    expect(await answerOf(add(id, theirs))).toBe('not_found');
    expect(await answerOf(add(id, theirs, stranger))).toBe('not_found');
    expect(await answerOf(place(id, ours))).toBe('too_many_photos');
    expect(await pictures(id)).toEqual([ours[0]]);
    await place(id, ours.slice(0, 12));
    expect(await answerOf(add(id, ours[12]!))).toBe('too_many_photos');
    expect(await answerOf(add(id, ours[3]!))).toBe('ok');
    expect(await pictures(id)).toHaveLength(12);
  });

  it('are twelve at most, however many arrive at once', async () => {
    const { id } = await save(owner, shop.id);
    const many = await Promise.all(Array.from({ length: 15 }, () => scene.photo(owner, shop.id)));
    const answers = await Promise.all(many.map((one) => answerOf(add(id, one))));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(12);
    expect(await pictures(id)).toHaveLength(12);
  });

  it('do not all go while the listing is public or waits for review', async () => {
    const { id, picture } = await scene.published(owner, shop.id);
    for (const none of [[], null])
      expect(await answerOf(place(id, none, [picture]))).toBe('last_photo');
    await move(owner, id, 'withdraw');
    await reviews(true);
    await move(owner, id, 'publish');
    for (const none of [[], null])
      expect(await answerOf(place(id, none, [picture]))).toBe('last_photo');
    await reviews(false);
    expect(await pictures(id)).toEqual([picture]);
  });
});

describe('publishing', () => {
  it('needs the six facts, a photograph that turned out well, and words for it', async () => {
    const { id } = await save(owner, shop.id, { ...facts, lead_time_days: null });
    expect(await answerOf(move(owner, id, 'publish'))).toBe('not_enough_to_publish');
    await save(owner, shop.id, facts, id);
    expect(await answerOf(move(owner, id, 'publish'))).toBe('photo_needed');
    const mute = await scene.photo(owner, shop.id, '');
    await add(id, mute);
    expect(await answerOf(move(owner, id, 'publish'))).toBe('alt_needed');
    await sql`insert into public.media_alts (media_id, locale, alt) values (${mute}, 'rw', 'Inkweto')`;
    await sql`update public.media set state = 'failed', failure = 'photo_damaged' where id = ${mute}`;
    expect(await answerOf(move(owner, id, 'publish'))).toBe('photo_failed');
    await sql`update public.media set state = 'ready', failure = null where id = ${mute}`;
    expect(await move(owner, id, 'publish')).toBe('published');
  });

  it('asks for all of it again when a coordinator approves what has changed meanwhile', async () => {
    await reviews(true);
    const { id, state, picture } = await scene.published(owner, shop.id);
    expect(state).toBe('in_review');
    await sql`delete from public.media_alts where media_id = ${picture}`;
    expect(await answerOf(move(coordinator!, id, 'approve'))).toBe('alt_needed');
    await sql`delete from public.product_media where product_id = ${id}`;
    expect(await answerOf(move(coordinator!, id, 'approve'))).toBe('photo_needed');
    expect(await stateOf(id)).toBe('in_review');
    await reviews(false);
  });
});

describe('a cluster that looks at listings first', () => {
  it('sees a member’s listing before the market does, and a coordinator’s own entry at once', async () => {
    await reviews(true);
    const { id, state } = await scene.published(editor!, shop.id);
    expect(state).toBe('in_review');
    for (const who of [editor!, owner])
      expect(await answerOf(move(who, id, 'approve'))).toBe('not_allowed');
    expect(await answerOf(move(stranger!, id, 'approve'))).toBe('not_found');
    expect(
      await db.asAnon((tx) => tx`select 1 from public.products where id = ${id}`),
    ).toHaveLength(0);
    expect(await move(coordinator!, id, 'approve')).toBe('published');
    expect(
      await db.asAnon((tx) => tx`select 1 from public.products where id = ${id}`),
    ).toHaveLength(1);
    expect((await scene.published(coordinator!, shop.id)).state).toBe('published');
    await reviews(false);
  });

  it('sends one back with a reason that the members read in a mail and in the studio', async () => {
    const { id } = await scene.published(owner, shop.id);
    expect(await answerOf(move(coordinator!, id, 'send_back', ' a '))).toBe('reason_required');
    expect(await answerOf(move(owner, id, 'send_back', 'the picture is blurred'))).toBe(
      'not_allowed',
    );
    await takeMails(db);
    expect(await move(coordinator!, id, 'send_back', ' the picture is blurred ')).toBe('draft');
    const mails = await takeMails(db);
    expect(mails.map((mail) => mail.to)).toContain('owner@isoko.test');
    expect(mails).toHaveLength(2);
    expect(mails.find((mail) => mail.to === 'owner@isoko.test')).toMatchObject({
      template: 'listing_sent_back',
      locale: 'fr',
      data: {
        productId: id,
        title: 'Ankle boot',
        reason: 'the picture is blurred',
        producerSlug: shop.slug,
      },
    });
    const studio = await call<{ product: Row }>(owner, 'studio_product', {
      p_slug: shop.slug,
      p_product: id,
    });
    expect(studio.product['returned_reason']).toBe('the picture is blurred');
    await move(owner, id, 'publish');
    const again = await call<{ product: Row }>(owner, 'studio_product', {
      p_slug: shop.slug,
      p_product: id,
    });
    expect(again.product['returned_reason']).toBeNull();
  });

  it('holds nothing up once an operator closed it', async () => {
    await reviews(true);
    await sql`update public.clusters set state = 'suspended', suspended_reason = 'spam' where id = ${cluster.id}`;
    const { state } = await scene.published(owner, shop.id);
    await sql`update public.clusters set state = 'active', suspended_reason = null where id = ${cluster.id}`;
    await reviews(false);
    expect(state).toBe('published');
  });

  it('is told what happens to a workshop that nobody signs in for', async () => {
    const kept = randomUUID();
    await call(coordinator!, 'create_managed_producer', {
      p_id: kept,
      p_cluster: cluster.id,
      p_name: 'Kept',
      p_kind: 'individual',
      p_country: 'RW',
      p_place: '',
      p_phone: '',
      p_locale: 'rw',
    });
    const { id } = await scene.published(coordinator!, kept);
    await takeMails(db);
    await move(operator!, id, 'send_back', 'not made here');
    const [row] = await sql<Row[]>`select email from auth.users where id = ${coordinator!}`;
    expect((await takeMails(db)).map((mail) => mail.to)).toEqual([row!['email']]);
  });
});

describe('a copy', () => {
  it('is a draft with everything but the state, made once, under nobody else’s id', async () => {
    const { id } = await scene.published(owner, shop.id, {
      tiers: [{ min_quantity: 50, unit_amount: 40_000 }],
      variants: [{ name: '39' }],
    });
    await call(owner, 'set_product_translations', {
      p_product: id,
      p_locale: 'fr',
      p_texts: { title: 'Bottine' },
      p_status: 'reviewed',
    });
    const copy = randomUUID();
    const duplicate = (to: string) =>
      call<string>(owner, 'duplicate_product', { p_product: id, p_new_id: to });
    expect(await Promise.all([duplicate(copy), duplicate(copy)])).toEqual([copy, copy]);
    const [made] = await sql<Row[]>`select p.state, p.slug, p.published_at,
        (select count(*)::int from public.price_tiers x where x.product_id = p.id) as tiers,
        (select count(*)::int from public.variants x where x.product_id = p.id) as variants,
        (select count(*)::int from public.product_translations x where x.product_id = p.id) as texts,
        (select count(*)::int from public.product_media x where x.product_id = p.id) as photos
      from public.products p where p.id = ${copy}`;
    expect(made).toMatchObject({
      state: 'draft',
      published_at: null,
      tiers: 1,
      variants: 1,
      texts: 1,
      photos: 1,
    });
    const rival = await scene.workshop(stranger!);
    const { id: theirs } = await save(stranger!, rival.id);
    expect(await answerOf(duplicate(theirs))).toBe('conflict');
  });
});

describe('a draft', () => {
  it('is thrown away while nobody outside ever saw it, archived afterwards', async () => {
    const remove = (id: string) => answerOf(call(owner, 'delete_draft', { p_product: id }));
    const { id: fresh } = await save(owner, shop.id);
    expect(await remove(fresh)).toBe('ok');
    expect(await remove(fresh)).toBe('not_found');
    const { id: seen } = await scene.published(owner, shop.id);
    expect(await remove(seen)).toBe('wrong_state');
    await move(owner, seen, 'withdraw');
    expect(await remove(seen)).toBe('wrong_state');
    await move(owner, seen, 'archive');
    expect(await answerOf(save(owner, shop.id, facts, seen))).toBe('wrong_state');
    expect(await move(owner, seen, 'restore')).toBe('draft');
  });
});

describe('texts in other languages', () => {
  const translate = (product: string, locale: string, texts: unknown, status = 'reviewed') =>
    answerOf(
      call(owner, 'set_product_translations', {
        p_product: product,
        p_locale: locale,
        p_texts: texts,
        p_status: status,
      }),
    );

  it('are not written in the listing’s own language, for fields that are none, or too long', async () => {
    const { id } = await save(owner, shop.id);
    expect(await translate(id, 'en', { title: 'x' })).toBe('source_language');
    expect(await translate(id, 'fr', { slug: 'x' })).toBe('invalid_input');
    expect(await translate(id, 'de', { title: 'x' })).toBe('invalid_input');
    expect(await translate(id, 'fr', ['x'])).toBe('invalid_input');
    expect(await translate(id, 'fr', { description: 'x'.repeat(6001) })).toBe('invalid_input');
  });

  it('go when they are emptied, and stay hidden while they are drafts', async () => {
    const { id } = await scene.published(owner, shop.id);
    const shown = () =>
      db.asAnon((tx) => tx`select field from public.product_translations where product_id = ${id}`);
    await translate(id, 'fr', { title: 'Bottine', description: 'Cuir' }, 'draft');
    expect(await shown()).toHaveLength(0);
    await translate(id, 'fr', { title: 'Bottine' });
    expect(await shown()).toEqual([{ field: 'title' }]);
    await translate(id, 'fr', { title: ' ' });
    expect(await shown()).toHaveLength(0);
  });
});

describe('the record', () => {
  it('says what the states say, whatever anybody does in whatever order', async () => {
    const people = [owner, editor!, coordinator!, operator!, stranger!];
    const acts = fc.array(
      fc.record({
        who: fc.nat(4),
        what: fc.constantFrom(...LISTING_ACTIONS, 'save', 'media', 'reviews'),
        reason: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const { id } = await save(owner, shop.id);
        await add(id, await scene.photo(owner, shop.id));
        let on = false;
        for (const { who, what, reason } of list) {
          if (what === 'reviews') await reviews((on = !on));
          else if (what === 'save') await answerOf(save(people[who]!, shop.id, facts, id));
          else if (what === 'media')
            await answerOf(place(id, [], await pictures(id), people[who]!));
          else if (what === 'duplicate')
            await answerOf(
              call(people[who]!, 'duplicate_product', { p_product: id, p_new_id: randomUUID() }),
            );
          else await answerOf(move(people[who]!, id, what, reason ? 'a good reason' : ''));
        }
        await reviews(false);
        const told = await sql<
          Row[]
        >`select from_state, to_state from public.events where subject_id = ${id} and to_state is not null order by id`;
        expect(told.at(-1)?.['to_state']).toBe(await stateOf(id));
        told.slice(1).forEach((event, n) => expect(event['from_state']).toBe(told[n]!['to_state']));
      }),
      { numRuns: 25 },
    );
  });

  it('is changed by nobody, not even by the server’s own key', async () => {
    const change = (run: typeof db.asService) =>
      run((tx) => tx`update public.events set reason = 'never happened'`);
    for (const run of [
      db.asService,
      db.asAnon,
      <T>(act: Parameters<typeof db.asUser<T>>[1]) => db.asUser(operator!, act),
    ]) {
      await expect(change(run as typeof db.asService)).rejects.toThrow(/permission denied/);
    }
    await expect(sql`update public.events set reason = 'never happened'`).rejects.toThrow(
      'append_only',
    );
    await expect(sql`delete from public.events`).rejects.toThrow('append_only');
    await expect(sql`truncate public.events`).rejects.toThrow('append_only');
  });
});
