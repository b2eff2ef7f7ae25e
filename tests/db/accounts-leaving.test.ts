import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call, invite, accept } = scene;
const people = (count: number) => Promise.all(Array.from({ length: count }, () => db.addUser()));

const leave = (user: string) => call(user, 'delete_my_account');
const buyer = (owner: string, name = 'Nordlicht') =>
  call<string>(owner, 'create_buyer', {
    p_id: randomUUID(),
    p_name: name,
    p_kind: 'individual',
    p_country: 'DE',
    p_website: 'https://nordlicht.example',
  });
const ask = (user: string, product: string, body: string, as?: string) =>
  call<string>(user, 'send_inquiry', {
    p_id: randomUUID(),
    p_product: product,
    p_message: body,
    p_quantity: 60,
    p_needed_by: null,
    p_country: 'DE',
    p_organisation: '',
    p_locale: 'en',
    p_buyer: as,
  });
const reply = (user: string, inquiry: string, body: string) =>
  call(user, 'reply_inquiry', { p_inquiry: inquiry, p_id: randomUUID(), p_body: body });

/** Every table that still has the text somewhere. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await db.sql<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'private', 'auth') and table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.sql.unsafe(
      `select 1 from ${name} t where position($1 in t::text) > 0 limit 1`,
      [text],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('deleting an account', () => {
  it('takes name and address out of everything; what others took part in stays', async () => {
    const maker = await db.addUser();
    const me = await db.addUser('wanda.weaver@isoko.test', { display_name: 'Wanda Weaver' });
    const shop = await scene.workshop(maker);
    const { id: product } = await scene.published(maker, shop.id);
    const mine = await buyer(me, 'Wanda Weaver Imports');
    const inquiry = await ask(me, product, 'Sixty pairs in brown, please?', mine);
    await reply(maker, inquiry, 'By March.');
    await db.sql`delete from private.outbox`;
    expect(await answerOf(leave(me))).toBe('ok');
    expect(await tablesWith('wanda.weaver@')).toEqual([]);
    expect(await tablesWith('Wanda Weaver')).toEqual([]);
    const thread = await call<Record<string, unknown>>(maker, 'read_inquiry', {
      p_inquiry: inquiry,
    });
    expect(thread).toMatchObject({ buyerName: null, organisation: '' });
    expect((thread['messages'] as object[]).length).toBe(2);
    expect(await answerOf(reply(maker, inquiry, 'Are you still there?'))).toBe('ok');
    expect(await db.sql`select 1 from private.outbox`).toHaveLength(0);
    expect(await tablesWith(me)).toEqual(['public.events', 'public.inquiry_messages']);
  });

  it('takes a workshop that was theirs alone off the market, and the record says so', async () => {
    const [me] = await people(1);
    const shop = await scene.workshop(me!);
    const { id: listed } = await scene.published(me!, shop.id);
    const { id: draft } = await scene.save(me!, shop.id);
    expect(await answerOf(leave(me!))).toBe('ok');
    const states = await db.sql`select state from public.products where producer_id = ${shop.id}`;
    expect(states.map((row) => row['state'])).toEqual(['archived', 'archived']);
    const [producer] =
      await db.sql`select state, suspended_reason from public.producers where id = ${shop.id}`;
    expect(producer).toEqual({ state: 'suspended', suspended_reason: 'account_deleted' });
    expect(
      await db.sql`select 1 from public.producer_contacts where producer_id = ${shop.id}`,
    ).toHaveLength(0);
    for (const [subject, state] of [
      [listed, 'archived'],
      [draft, 'archived'],
      [shop.id, 'suspended'],
    ]) {
      const [last] =
        await db.sql`select to_state, actor from public.events where subject_id = ${subject!} and to_state is not null order by id desc limit 1`;
      expect(last).toEqual({ to_state: state, actor: me });
    }
  });

  it('leaves a workshop with its other owner, or with the cluster that keeps it', async () => {
    const [me, partner, coordinator] = await people(3);
    const shared = await scene.workshop(me!);
    await accept(partner!, await invite(me!, 'producer_member', shared.id, 'owner'));
    const { id: listed } = await scene.published(me!, shared.id);
    const alone = await scene.workshop(me!);
    const cluster = await scene.cluster(coordinator!);
    await accept(me!, await invite(coordinator!, 'cluster_producer', cluster.id), alone.id);
    expect(await answerOf(leave(me!))).toBe('ok');
    const [product] = await db.sql`select state from public.products where id = ${listed}`;
    expect(product).toEqual({ state: 'published' });
    const kept =
      await db.sql`select state from public.producers where id in (${shared.id}, ${alone.id})`;
    expect(kept.map((row) => row['state'])).toEqual(['active', 'active']);
    expect(await answerOf(scene.save(coordinator!, alone.id))).toBe('ok');
  });

  it('waits until somebody else can take over', async () => {
    const [maker, coordinator, purchaser, operator, helper] = await people(5);
    const shop = await scene.workshop(maker!);
    await accept(helper!, await invite(maker!, 'producer_member', shop.id));
    const cluster = await scene.cluster(coordinator!);
    await accept(maker!, await invite(coordinator!, 'cluster_producer', cluster.id), shop.id);
    const firm = await buyer(purchaser!);
    await accept(helper!, await invite(purchaser!, 'buyer_member', firm));
    await db.sql`insert into public.operators (user_id) values (${operator!})`;
    for (const needed of [maker!, coordinator!, purchaser!, operator!]) {
      expect(await answerOf(leave(needed))).toBe('hand_over_first');
    }
    expect(await answerOf(leave(helper!))).toBe('ok');
    for (const free of [maker!, purchaser!]) expect(await answerOf(leave(free))).toBe('ok');
    // The cluster keeps the workshop that nobody is left in, until its coordinator lets it go.
    expect(await answerOf(leave(coordinator!))).toBe('hand_over_first');
    const released = { p_cluster: cluster.id, p_producer: shop.id, p_reason: 'nobody left' };
    await call(coordinator!, 'leave_cluster', released);
    expect(await answerOf(leave(coordinator!))).toBe('ok');
  });

  it('keeps one operator when two go at the same moment', async () => {
    await db.sql`delete from public.operators`;
    const two = await people(2);
    await db.sql`insert into public.operators (user_id) select unnest(${two}::uuid[])`;
    const answers = await Promise.all(two.map(leave).map(answerOf));
    expect(answers.toSorted()).toEqual(['hand_over_first', 'ok']);
  });

  it('closes a cluster nobody is in any more', async () => {
    const [me] = await people(1);
    const cluster = await scene.cluster(me!);
    await leave(me!);
    const [row] = await db.sql`select state from public.clusters where id = ${cluster.id}`;
    expect(row).toEqual({ state: 'suspended' });
  });

  it('ends open links, and the token of a session that is still out there opens nothing', async () => {
    const [me, guest] = await people(2);
    const shop = await scene.workshop(me!);
    const link = await invite(me!, 'producer_member', shop.id);
    await leave(me!);
    expect(await answerOf(accept(guest!, link))).toBe('invitation_gone');
    expect(await call(me!, 'my_account')).toBeNull();
    expect(await answerOf(scene.workshop(me!))).toBe('account_suspended');
  });
});

describe('taking one’s data along', () => {
  it('gives all of one’s own and of others only what they wrote to one', async () => {
    const [maker, rival, me] = [
      await db.addUser('maker@isoko.test'),
      await db.addUser('rival@isoko.test', { display_name: 'Rival' }),
      await db.addUser('me@isoko.test', { display_name: 'Me Myself' }),
    ];
    const shop = await scene.workshop(maker);
    const { id: product } = await scene.published(maker, shop.id);
    const inquiry = await ask(me, product, 'Sixty pairs in brown, please?');
    await reply(maker, inquiry, 'By March.');
    await ask(rival, product, 'A rival asks for seventy pairs.');
    const other = await scene.workshop(rival, 'Rival workshop');
    await scene.save(rival, other.id, { ...scene.facts, title: 'Secret of the rival' });

    const data = await call<Record<string, unknown>>(me, 'export_my_data');
    const text = JSON.stringify(data);
    expect(data['account']).toEqual({ id: me, email: 'me@isoko.test' });
    expect(text).toContain('Sixty pairs');
    expect(text).toContain('By March.');
    for (const foreign of ['seventy', 'Secret', 'rival', 'maker@isoko.test', maker])
      expect(text).not.toContain(foreign);

    const makers = JSON.stringify(await call(maker, 'export_my_data'));
    expect(makers).toContain('maker@isoko.test');
    expect(makers).toContain('Ankle boot');
    expect(makers).toContain('By March.');
    for (const foreign of ['me@isoko.test', 'rival@isoko.test', 'Sixty', 'seventy', me, rival])
      expect(makers).not.toContain(foreign);
  });

  it('is for oneself', async () => {
    expect(await answerOf(call('anon', 'export_my_data'))).toBe('not_allowed');
  });
});
