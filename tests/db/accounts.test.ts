import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;

const PRODUCER = {
  p_name: 'Akagera Boots',
  p_kind: 'workshop',
  p_country: 'RW',
  p_place: 'Masoro',
  p_locale: 'en',
};
const BUYER = {
  p_name: 'Nordlicht Handel',
  p_kind: 'importer',
  p_country: 'DE',
  p_website: '',
};
const CLUSTER = { p_name: 'Masoro makers', p_country: 'RW', p_place: 'Masoro', p_locale: 'en' };
const MAKERS: [string, string, Record<string, string>][] = [
  ['create_producer', 'producers', PRODUCER],
  ['create_buyer', 'buyers', BUYER],
  ['create_cluster', 'clusters', CLUSTER],
];

describe.each(MAKERS)('%s', (name, table, form) => {
  const count = async (id: string) => {
    const [row] =
      await db.sql`select count(*)::int as n from public.${db.sql(table)} where id = ${id}`;
    return row?.['n'] as number;
  };

  it('makes one thing of a form sent twice, also when both are under way at once', async () => {
    const me = await db.addUser();
    const id = randomUUID();
    const send = () => call(me, name, { p_id: id, ...form });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect(await send()).toEqual(first);
    expect(await count(id)).toBe(1);
  });

  it('refuses an id that is somebody else’s, telling nothing of whose', async () => {
    const [owner, rival] = [await db.addUser(), await db.addUser()];
    const id = randomUUID();
    await call(owner, name, { p_id: id, ...form });
    const refused = call(rival, name, { p_id: id, ...form, p_name: 'A rival’s name' });
    await expect(refused).rejects.toMatchObject({ message: 'conflict', code: 'PT409' });
    const [row] = await db.sql`select name from public.${db.sql(table)} where id = ${id}`;
    expect(row?.['name']).toBe(form.p_name);
  });

  it('stops somebody who makes one after another', async () => {
    const me = await db.addUser();
    const answers: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      answers.push(await answerOf(call(me, name, { p_id: randomUUID(), ...form })));
    }
    expect(answers.slice(0, 5)).toEqual(Array(5).fill('ok'));
    expect(answers.at(-1)).toBe('rate_limited');
  });

  it('refuses visitors, odd names and countries that are none', async () => {
    const me = await db.addUser();
    const odd = (change: object) =>
      answerOf(call(me, name, { p_id: randomUUID(), ...form, ...change }));
    expect(await answerOf(call('anon', name, { p_id: randomUUID(), ...form }))).toBe('not_allowed');
    expect(await odd({ p_name: ' x ' })).toBe('invalid_input');
    expect(await odd({ p_name: 'x'.repeat(121) })).toBe('invalid_input');
    expect(await odd({ p_country: 'XX' })).toBe('conflict');
  });
});

describe('a workshop', () => {
  it('belongs to the person who opens it, whose address is its private contact', async () => {
    const me = await db.addUser('maker@isoko.test');
    const { id, slug } = await scene.workshop(me, 'Gakondo');
    expect(slug).toBe('gakondo');
    const account = await call<{ producers: object[] }>(me, 'my_account');
    expect(account.producers).toEqual([
      { id, slug, name: 'Gakondo', state: 'active', role: 'owner' },
    ]);
    const contacts = () =>
      db.sql`select email from public.producer_contacts where producer_id = ${id}`;
    expect(await contacts()).toEqual([{ email: 'maker@isoko.test' }]);
  });

  it('waits for the operator where the operator wants to see newcomers', async () => {
    await db.sql`update public.site_settings set approves_producers = true`;
    const me = await db.addUser();
    const { id } = await scene.workshop(me, 'Newcomer');
    const seen = await db.asAnon((tx) => tx`select id from public.producers where id = ${id}`);
    await db.sql`update public.site_settings set approves_producers = false`;
    expect(seen).toEqual([]);
  });

  it('gets an address of its own though many open under the same name at once', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => db.addUser()));
    const names = ['Twin', 'Twin 2', 'Twin', 'twin-3', 'Twin', 'Twin 2', 'TWIN', 'Twín'];
    const made = await Promise.all(people.map((one, n) => scene.workshop(one, names[n])));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(8);
  });
});

describe('a producer that a coordinator keeps for a member without e-mail', () => {
  const managed = (by: string, cluster: string, id = randomUUID(), name = 'Mama Kaliza') =>
    call<string>(by, 'create_managed_producer', {
      p_id: id,
      p_cluster: cluster,
      ...PRODUCER,
      p_name: name,
      p_phone: '+250788123456',
    });

  it('is made by coordinators of that cluster alone', async () => {
    const [mine, other, stranger] = [await db.addUser(), await db.addUser(), await db.addUser()];
    const { id: cluster } = await scene.cluster(mine);
    await scene.cluster(other);
    expect(await answerOf(managed(other, cluster))).toBe('not_allowed');
    expect(await answerOf(managed(stranger, cluster))).toBe('not_allowed');
    const id = randomUUID();
    expect(await managed(mine, cluster, id)).toBe('mama-kaliza');
    expect(await managed(mine, cluster, id)).toBe('mama-kaliza');
    expect(await answerOf(managed(mine, cluster, (await scene.workshop(stranger)).id))).toBe(
      'conflict',
    );
  });

  it('has its listings entered on its behalf, and the record says by whom and for whom', async () => {
    const me = await db.addUser();
    const { id: cluster } = await scene.cluster(me);
    const id = randomUUID();
    await managed(me, cluster, id);
    const { id: product, state } = await scene.published(me, id);
    expect(state).toBe('published');
    const events = await db.sql`
      select action, actor, on_behalf_of from public.events where subject_id in (${id}, ${product}) order by id`;
    expect(events.map((event) => event['action'])).toEqual([
      'producer.created',
      'product.created',
      'product.publish',
    ]);
    for (const event of events) expect(event).toMatchObject({ actor: me, on_behalf_of: id });
  });

  it('is not made in a cluster that an operator closed', async () => {
    const me = await db.addUser();
    const { id: cluster } = await scene.cluster(me);
    await db.sql`update public.clusters set state = 'suspended', suspended_reason = 'spam' where id = ${cluster}`;
    expect(await answerOf(managed(me, cluster))).toBe('wrong_state');
  });
});
