import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

/** Anyone may found a cluster. What its coordinators vouch for is public only once an operator vouched for them. */
const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;

const founder = await db.addUser('founder@isoko.test', { locale: 'fr' });
const friend = await db.addUser();
const operator = await db.addUser();
await sql`insert into public.operators (user_id) values (${operator})`;
const shop = await scene.workshop(friend, 'Friendly Boots');
const REQUIRED = ['identity', 'registration', 'workshop_visit'];

let cluster: { id: string; slug: string };
/** A cluster of one's own, and a friend's workshop in it. */
beforeEach(async () => {
  await sql`delete from public.verification_checks`;
  cluster = await scene.cluster(founder, 'Quick Cluster');
  await scene.accept(friend, await scene.invite(founder, 'cluster_producer', cluster.id), shop.id);
  return async () => {
    await sql`delete from public.verification_checks`;
    await sql`delete from public.memberships`;
    await sql`delete from public.cluster_coordinators`;
    // Five a day is enough for a founder, not for a test.
    await sql`alter table public.events disable trigger events_append_only`;
    await sql`delete from public.events where action = 'cluster.created'`;
    await sql`alter table public.events enable trigger events_append_only`;
  };
});

const check = (by: string, item: string, state = 'passed') =>
  call(by, 'check_producer', { p_producer: shop.id, p_item: item, p_state: state, p_note: '' });
const checkAll = async (by: string) => {
  for (const item of REQUIRED) await check(by, item);
};
const verified = async () =>
  (await sql`select verified_at from public.producers where id = ${shop.id}`)[0]!['verified_at'];
/** What a visitor learns, from the table and from the workshop's page. */
const seen = async () => {
  const rows = await db.asAnon((tx) => tx`select item from public.verification_checks order by 1`);
  const page = await call<{ producer: { checks: { item: string }[]; verifiedAt: string | null } }>(
    'anon',
    'producer_page',
    { p_slug: shop.slug, p_locale: 'en' },
  );
  const { checks, verifiedAt } = page.producer ?? page;
  const items = checks.map(({ item }) => item);
  expect(items).toEqual(rows.map((row) => row['item']));
  return { items, badge: verifiedAt !== null };
};
const approve = (by: string) => call(by, 'approve_cluster', { p_cluster: cluster.id });
const setState = (state: string) =>
  call(operator, 'set_cluster_state', { p_cluster: cluster.id, p_state: state, p_reason: 'spam' });

describe('a cluster that nobody approved', () => {
  it('works, but its word gives no badge and is not public', async () => {
    await checkAll(founder);
    expect(await verified()).toBeNull();
    expect(await seen()).toEqual({ items: [], badge: false });
    const page = await call<Record<string, unknown> | null>('anon', 'cluster_page', {
      p_slug: cluster.slug,
      p_locale: 'en',
    });
    expect(page).not.toBeNull();
  });

  it('is approved by nobody but an operator', async () => {
    expect(await answerOf(approve(founder))).toBe('not_allowed');
    expect(await answerOf(approve(friend))).toBe('not_allowed');
    const forged = db.asUser(
      founder,
      (tx) => tx`update public.clusters set approved_at = now() where id = ${cluster.id}`,
    );
    expect(await answerOf(forged)).toBe('not_allowed');
    const vouched = db.asUser(
      founder,
      (tx) =>
        tx`update public.verification_checks set cluster_id = null where producer_id = ${shop.id}`,
    );
    expect(await answerOf(vouched)).toBe('not_allowed');
  });

  it('cannot touch what an operator or an approved cluster checked', async () => {
    await checkAll(operator);
    expect(await verified()).not.toBeNull();
    for (const state of ['passed', 'failed', 'open']) {
      expect(await answerOf(check(founder, 'identity', state))).toBe('cluster_not_approved');
    }
    expect(await seen()).toMatchObject({ badge: true });
    expect(await answerOf(check(founder, 'samples'))).toBe('ok');
    await check(operator, 'capacity', 'failed');
    expect(await answerOf(check(founder, 'capacity'))).toBe('cluster_not_approved');
  });
});

describe('approval', () => {
  it('makes the checks count, earlier ones too, is recorded and mailed once', async () => {
    await checkAll(founder);
    await takeMails(db);
    await approve(operator);
    expect(await seen()).toEqual({ items: REQUIRED, badge: true });
    expect(await takeMails(db)).toMatchObject([
      {
        to: 'founder@isoko.test',
        template: 'cluster_approved',
        data: { cluster: 'Quick Cluster', clusterSlug: cluster.slug },
      },
    ]);
    expect(
      await sql`select action, actor from public.events where subject_id = ${cluster.id} and action like 'cluster.%' order by id desc limit 1`,
    ).toMatchObject([{ action: 'cluster.approved', actor: operator }]);
    expect(await answerOf(approve(operator))).toBe('already_done');
    await check(founder, 'samples');
    expect((await seen()).items).toContain('samples');
  });

  it('goes with a suspension and does not come back by itself', async () => {
    await approve(operator);
    await checkAll(founder);
    expect(await verified()).not.toBeNull();
    await setState('suspended');
    expect(await seen()).toEqual({ items: [], badge: false });
    expect(await answerOf(approve(operator))).toBe('wrong_state');
    await setState('active');
    expect(await seen()).toEqual({ items: [], badge: false });
    await approve(operator);
    expect(await seen()).toEqual({ items: REQUIRED, badge: true });
  });

  it('of one cluster is enough for a workshop that is in two', async () => {
    const second = await scene.cluster(founder, 'Second');
    await scene.accept(friend, await scene.invite(founder, 'cluster_producer', second.id), shop.id);
    await call(operator, 'approve_cluster', { p_cluster: second.id });
    await checkAll(founder);
    expect(await verified()).not.toBeNull();
  });

  it('is not needed where an operator founds the cluster', async () => {
    const own = await scene.cluster(operator, 'Own');
    const [row] = await sql`select approved_at from public.clusters where id = ${own.id}`;
    expect(row!['approved_at']).not.toBeNull();
  });
});

describe('a coordinator of a suspended cluster', () => {
  const look = async () => ({
    frame: await call<Record<string, unknown> | null>(founder, 'coordination_frame', {
      p_slug: cluster.slug,
    }),
    overview: await call<{ members: number; events: { action: string; producer: unknown }[] }>(
      founder,
      'coordination_overview',
      { p_slug: cluster.slug },
    ),
  });
  const texts = { p_locale: 'sw', p_texts: { summary: 'Ngozi' } };
  const media = (id: string) => ({
    p_id: id,
    p_producer: null,
    p_cluster: cluster.id,
    p_type: 'image/jpeg',
    p_bytes: 9,
    p_sha256: id.replaceAll('-', '').repeat(2),
    p_sha8: id.slice(0, 8),
    p_width: 9,
    p_height: 9,
  });

  it('reads the desk and the reason', async () => {
    await setState('suspended');
    const { frame, overview } = await look();
    expect(frame).toMatchObject({
      acts: false,
      cluster: { state: 'suspended', suspendedReason: 'spam', approved: false },
    });
    expect(overview.members).toBe(1);
    expect(overview.events[0]).toMatchObject({ action: 'cluster.suspended' });
    // What a member did by itself is the member's.
    expect(overview.events.map(({ action }) => action)).not.toContain('producer.created');
    const rows = await db.asUser(
      founder,
      (tx) => tx`select id from public.clusters where id = ${cluster.id}`,
    );
    expect(rows).toMatchObject([{ id: cluster.id }]);
    expect(
      await answerOf(call(founder, 'list_members', { p_kind: 'cluster', p_target: cluster.id })),
    ).toBe('ok');
  });

  it('changes nothing', async () => {
    const other = await db.addUser();
    await scene.accept(other, await scene.invite(founder, 'cluster_coordinator', cluster.id));
    const link = await scene.invite(founder, 'cluster_producer', cluster.id);
    const [open] =
      await sql`select id from public.invitations where token_hash = sha256(convert_to(${link}, 'UTF8'))`;
    const picture = randomUUID();
    await call(founder, 'create_media', media(picture));
    await call(founder, 'place_cluster_media', {
      p_cluster: cluster.id,
      p_media: picture,
      p_use: 'cover',
    });
    const direct = {
      edit: `update public.clusters set summary = 'x' where id = '${cluster.id}' returning 1`,
      translate: `insert into public.cluster_translations (cluster_id, locale, field, text) values ('${cluster.id}', 'sw', 'name', 'x') returning 1`,
      takeDown: `delete from public.cluster_media where cluster_id = '${cluster.id}' returning 1`,
      rewrite: `insert into public.media_alts (media_id, locale, alt) values ('${picture}', 'en', 'x') returning 1`,
    };
    const acts: Record<string, () => Promise<unknown>> = {
      check: () => check(founder, 'samples'),
      invite: () => scene.invite(founder, 'cluster_producer', cluster.id),
      accept: () => scene.accept(friend, link, shop.id),
      revoke: () => call(founder, 'revoke_invitation', { p_id: open!['id'] }),
      takeOut: () =>
        call(founder, 'leave_cluster', {
          p_cluster: cluster.id,
          p_producer: shop.id,
          p_reason: 'out with them',
        }),
      addMember: () =>
        call(founder, 'create_managed_producer', {
          p_id: randomUUID(),
          p_cluster: cluster.id,
          p_name: 'New',
          p_kind: 'workshop',
          p_country: 'RW',
          p_place: '',
          p_phone: '',
          p_locale: 'en',
        }),
      remove: () =>
        call(founder, 'remove_member', { p_kind: 'cluster', p_target: cluster.id, p_user: other }),
      texts: () => call(founder, 'set_cluster_texts', { p_cluster: cluster.id, ...texts }),
      upload: () => call(founder, 'create_media', media(randomUUID())),
      place: () =>
        call(founder, 'place_cluster_media', {
          p_cluster: cluster.id,
          p_media: picture,
          p_use: 'remove',
        }),
      save: () => scene.save(founder, shop.id),
    };
    await setState('suspended');
    for (const [name, act] of Object.entries(acts)) {
      expect(await answerOf(act()), name).not.toBe('ok');
    }
    for (const [name, statement] of Object.entries(direct)) {
      const touched = await db
        .asUser(founder, (tx) => tx.unsafe(statement))
        .catch(() => [] as unknown[]);
      expect(touched, name).toHaveLength(0);
    }
    expect(
      await call(founder, 'coordination_review', { p_slug: cluster.slug, p_locale: 'en' }),
    ).toEqual([]);
    // Leaving oneself stays open.
    const leave = { p_kind: 'cluster', p_target: cluster.id, p_user: founder };
    expect(await answerOf(call(founder, 'remove_member', leave))).toBe('ok');
  });
});
