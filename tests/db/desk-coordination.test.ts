import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;

const coordinator = await db.addUser('aline@isoko.test', { display_name: 'Aline' });
const member = await db.addUser('jean@isoko.test', { display_name: 'Jean' });
const operator = await db.addUser();
await sql`insert into public.operators (user_id) values (${operator})`;
const cluster = await scene.cluster(coordinator, 'Masoro');
await call(operator, 'approve_cluster', { p_cluster: cluster.id });
const shop = await scene.workshop(member, 'Akagera Boots');
await scene.accept(
  member,
  await scene.invite(coordinator, 'cluster_producer', cluster.id),
  shop.id,
);

const managed = (by: string, name: string, id: string = randomUUID()) =>
  call<string>(by, 'create_managed_producer', {
    p_id: id,
    p_cluster: cluster.id,
    p_name: name,
    p_kind: 'workshop',
    p_country: 'RW',
    p_place: 'Masoro',
    p_phone: '+250788123456',
    p_locale: 'rw',
  });
type Member = { id: string; name: string; sortKey: string; people: number; state: string };
const members = (args: Record<string, unknown> = {}) =>
  call<Member[]>(coordinator, 'coordination_producers', { p_slug: cluster.slug, ...args });
const lastEvent = async (action: string) =>
  (
    await sql`select actor, on_behalf_of, reason, from_state, to_state, data from public.events
      where action = ${action} order by id desc limit 1`
  )[0]!;

describe('a member without e-mail', () => {
  it('gets a workshop that the coordinator keeps, and the record says for whom', async () => {
    const id = randomUUID();
    await managed(coordinator, 'Gatenga Weavers', id);
    expect(await lastEvent('producer.created')).toMatchObject({
      actor: coordinator,
      on_behalf_of: id,
    });
    await scene.save(coordinator, id);
    expect(await lastEvent('product.created')).toMatchObject({
      actor: coordinator,
      on_behalf_of: id,
    });
    const [row] = await members({ p_filter: 'managed' });
    expect(row).toMatchObject({ name: 'Gatenga Weavers', people: 0, state: 'active' });
  });

  it('waits for the operator like everybody where new producers are approved', async () => {
    await sql`update public.site_settings set approves_producers = true`;
    const [mine, theirs] = [randomUUID(), randomUUID()];
    await managed(coordinator, 'Waits', mine);
    await managed(operator, 'Is trusted', theirs);
    const states = await sql`select state from public.producers where id in (${mine}, ${theirs})
      order by state`;
    expect(states.map((row) => row['state'])).toEqual(['pending', 'active']);
    await sql`update public.site_settings set approves_producers = false`;
  });

  it('is not made in a suspended cluster', async () => {
    await sql`update public.clusters set state = 'suspended', suspended_reason = 'test', approved_at = null where id = ${cluster.id}`;
    expect(await answerOf(managed(coordinator, 'Too late'))).toBe('wrong_state');
    await sql`update public.clusters set state = 'active', suspended_reason = null, approved_at = now() where id = ${cluster.id}`;
  });
});

describe('what is said of a producer', () => {
  const check = (by: string, state: string, note = '', item = 'identity') =>
    call(by, 'check_producer', {
      p_producer: shop.id,
      p_item: item,
      p_state: state,
      p_note: note,
    });

  it('keeps the note from the producer: in its checklist, in its events, in the tables', async () => {
    await check(coordinator, 'failed', 'the paper had expired');
    const seen = await db.asUser(member, async (tx) => ({
      events:
        await tx`select action, reason, data from public.events where producer_id = ${shop.id}`,
      checks: await tx`select producer_id, item, state, checked_at from public.verification_checks`,
      profile: await tx`select public.studio_profile(${shop.slug}) as value`,
    }));
    expect(seen.events.length).toBeGreaterThan(0);
    expect(JSON.stringify(seen)).not.toContain('expired');
    expect(
      await answerOf(
        db.asUser(member, (tx) => tx`select note from public.verification_checks limit 1`),
      ),
    ).toBe('not_allowed');
    const page = await call<{ checks: { note: string; by: string }[] }>(
      coordinator,
      'verification_page',
      { p_slug: shop.slug },
    );
    expect(page.checks[0]).toMatchObject({ note: 'the paper had expired', by: 'Aline' });
  });

  it('is nothing its own members may say, even where one of them coordinates', async () => {
    const both = await db.addUser();
    await scene.accept(both, await scene.invite(member, 'producer_member', shop.id, 'editor'));
    await scene.accept(both, await scene.invite(coordinator, 'cluster_coordinator', cluster.id));
    expect(await answerOf(check(both, 'passed'))).toBe('not_allowed');
    expect(await call(both, 'verification_page', { p_slug: shop.slug })).toMatchObject({
      own: true,
    });
  });

  it('makes the badge when the three that count have passed, and takes it when one is opened again', async () => {
    const verified = async () =>
      (await sql`select verified_at from public.producers where id = ${shop.id}`)[0]![
        'verified_at'
      ];
    for (const item of ['identity', 'registration']) await check(coordinator, 'passed', '', item);
    expect(await verified()).toBeNull();
    await check(operator, 'passed', '', 'workshop_visit');
    expect(await verified()).not.toBeNull();
    expect(await members({ p_filter: 'unverified' })).not.toContainEqual(
      expect.objectContaining({ id: shop.id }),
    );
    await check(coordinator, 'open', '', 'identity');
    expect(await verified()).toBeNull();
    const judged = await lastEvent('verification.checked');
    expect(judged).toMatchObject({ actor: coordinator, on_behalf_of: null, to_state: 'open' });
  });
});

describe('the review', () => {
  it('lists what waits, the longest waiting first, and empties as the coordinator answers', async () => {
    await sql`update public.clusters set reviews_listings = true where id = ${cluster.id}`;
    const first = await scene.published(member, shop.id, { title: 'First boot' });
    const second = await scene.published(member, shop.id, { title: 'Second boot' });
    expect(first.state).toBe('in_review');
    // The driver cuts times to milliseconds, where the database and the API have microseconds.
    await sql`alter table public.products disable trigger user`;
    await sql`update public.products set updated_at = date_trunc('second', now())
      - case when id = ${first.id} then interval '1 hour' else interval '0' end where state = 'in_review'`;
    await sql`alter table public.products enable trigger user`;
    type Waiting = { id: string; waitingSince: string; photos: unknown[]; category: string };
    const waiting = (args = {}) =>
      call<Waiting[]>(coordinator, 'coordination_review', {
        p_slug: cluster.slug,
        p_locale: 'fr',
        ...args,
      });
    const all = await waiting();
    const [oldest] = all;
    expect(oldest).toMatchObject({ photos: [{ alt: 'A shoe on a bench' }] });
    const paged = await waiting({ p_limit: 1 });
    const rest = await waiting({ p_after: paged[0]!.waitingSince, p_after_id: paged[0]!.id });
    expect([...paged, ...rest].map((row) => row.id)).toEqual(all.map((row) => row.id));
    await scene.move(coordinator, first.id, 'approve');
    expect(await answerOf(scene.move(coordinator, second.id, 'send_back', ' '))).toBe(
      'reason_required',
    );
    await scene.move(coordinator, second.id, 'send_back', 'Show the sole as well.');
    expect(await waiting()).toEqual([]);
    expect(await lastEvent('product.send_back')).toMatchObject({
      actor: coordinator,
      on_behalf_of: null,
      reason: 'Show the sole as well.',
    });
  });
});

describe('the overview', () => {
  it('counts what the desk is for, and names the buyers who wait longest', async () => {
    const buyer = await db.addUser();
    const listed = await scene.published(coordinator, shop.id, { title: 'Asked for' });
    const inquiry = await call<string>(buyer, 'send_inquiry', {
      p_id: randomUUID(),
      p_product: listed.id,
      p_message: 'Can you make 600 pairs?',
      p_quantity: 600,
      p_needed_by: null,
      p_country: 'FR',
      p_organisation: '',
      p_locale: 'en',
    });
    const overview = () =>
      call<{ unanswered: number; members: number; late: { id: string }[]; events: unknown[] }>(
        coordinator,
        'coordination_overview',
        { p_slug: cluster.slug },
      );
    expect((await overview()).unanswered).toBe(0);
    await sql`update public.inquiries set last_message_at = now() - interval '73 hours' where id = ${inquiry}`;
    const late = await overview();
    expect(late).toMatchObject({ unanswered: 1, late: [{ id: inquiry }] });
    expect(late.members).toBe((await members()).length);
    await call(coordinator, 'reply_inquiry', {
      p_inquiry: inquiry,
      p_id: randomUUID(),
      p_body: 'Yes, by March.',
    });
    expect((await overview()).unanswered).toBe(0);
    expect(await lastEvent('inquiry.replied')).toMatchObject({ on_behalf_of: shop.id });
    expect(await lastEvent('inquiry.created')).toMatchObject({ actor: buyer, on_behalf_of: null });
  });
});

describe('the members', () => {
  it('come by name in pages that join without a gap, accents and equal names included', async () => {
    for (const name of ['Éclat', 'eclat', 'Zuba', 'Éclat']) await managed(operator, name);
    const all = await members();
    const pages: Member[] = [];
    for (let page = await members({ p_limit: 2 }); page.length > 0;) {
      pages.push(...page);
      const last = page.at(-1)!;
      page = await members({ p_limit: 2, p_after: last.sortKey, p_after_id: last.id });
    }
    expect(pages.map((row) => row.id)).toEqual(all.map((row) => row.id));
    expect(new Set(pages.map((row) => row.id)).size).toBe(all.length);
    expect((await members({ p_query: 'eclat' })).length).toBe(3);
    expect(await members({ p_query: '%' })).toEqual([]);
  });

  it('leave the lists, the numbers and the coordinator’s hands together', async () => {
    const id = randomUUID();
    await managed(coordinator, 'Goes away', id);
    const before = (await members()).length;
    const leave = { p_cluster: cluster.id, p_producer: id };
    await call(coordinator, 'leave_cluster', { ...leave, p_reason: 'Moved to Huye.' });
    expect(await members()).toHaveLength(before - 1);
    expect(await answerOf(scene.save(coordinator, id))).not.toBe('ok');
  });
});

describe('the cluster’s own page', () => {
  const texts = (by: string, locale: string, value: Record<string, string>) =>
    call(by, 'set_cluster_texts', { p_cluster: cluster.id, p_locale: locale, p_texts: value });

  it('takes words in other languages and gives them up again', async () => {
    await texts(coordinator, 'fr', { name: 'Masoro', summary: 'Des cordonniers', story: '' });
    expect(await answerOf(texts(coordinator, 'en', { name: 'No' }))).toBe('source_language');
    expect(await answerOf(texts(coordinator, 'fr', { slug: 'no' }))).toBe('invalid_input');
    await texts(coordinator, 'fr', { summary: ' ' });
    const rows =
      await sql`select field from public.cluster_translations where cluster_id = ${cluster.id}`;
    expect(rows.map((row) => row['field'])).toEqual(['name']);
  });

  it('shows the first picture as its cover, and another one when asked', async () => {
    const picture = async () => {
      const id = randomUUID();
      const sha = id.replaceAll('-', '').repeat(2);
      await call(coordinator, 'create_media', {
        p_id: id,
        p_producer: null,
        p_cluster: cluster.id,
        p_type: 'image/jpeg',
        p_bytes: 1000,
        p_sha256: sha,
        p_sha8: sha.slice(0, 8),
        p_width: 100,
        p_height: 100,
      });
      return id;
    };
    const place = (media: string, use: string) =>
      call(coordinator, 'place_cluster_media', {
        p_cluster: cluster.id,
        p_media: media,
        p_use: use,
      });
    const shown = async () =>
      Object.fromEntries(
        (
          await sql`select media_id, use from public.cluster_media where cluster_id = ${cluster.id}`
        ).map((row) => [row['media_id'], row['use']]),
      );
    const [one, two] = [await picture(), await picture()];
    await place(one, 'gallery');
    await place(two, 'gallery');
    expect(await shown()).toEqual({ [one]: 'cover', [two]: 'gallery' });
    await place(two, 'cover');
    expect(await shown()).toEqual({ [one]: 'gallery', [two]: 'cover' });
    await place(one, 'remove');
    expect(await shown()).toEqual({ [two]: 'cover' });
    const foreign = await scene.photo(member, shop.id);
    expect(await answerOf(place(foreign, 'gallery'))).toBe('not_found');
    expect(await answerOf(place(two, 'logo'))).toBe('invalid_input');
  });

  it('stays as it is while the cluster is suspended, but for the operator', async () => {
    await sql`update public.clusters set state = 'suspended', suspended_reason = 'test', approved_at = null where id = ${cluster.id}`;
    expect(await answerOf(texts(coordinator, 'sw', { name: 'Masoro' }))).toBe('wrong_state');
    expect(await answerOf(texts(operator, 'sw', { name: 'Masoro' }))).toBe('ok');
    await sql`update public.clusters set state = 'active', suspended_reason = null, approved_at = now() where id = ${cluster.id}`;
  });
});
