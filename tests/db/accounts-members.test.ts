import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call, invite, accept } = scene;
const people = (count: number) => Promise.all(Array.from({ length: count }, () => db.addUser()));

const remove = (by: string, kind: string, target: string, user: string) =>
  call(by, 'remove_member', { p_kind: kind, p_target: target, p_user: user });
const leave = (user: string, kind: string, target: string) => remove(user, kind, target, user);

type Kind = { kind: string; seat: string; table: string; column: string };
const KINDS: Kind[] = [
  { kind: 'producer', seat: 'producer_member', table: 'producer_members', column: 'producer_id' },
  { kind: 'buyer', seat: 'buyer_member', table: 'buyer_members', column: 'buyer_id' },
  {
    kind: 'cluster',
    seat: 'cluster_coordinator',
    table: 'cluster_coordinators',
    column: 'cluster_id',
  },
];

async function found(kind: string, owner: string): Promise<string> {
  if (kind === 'producer') return (await scene.workshop(owner)).id;
  if (kind === 'cluster') return (await scene.cluster(owner)).id;
  return call<string>(owner, 'create_buyer', {
    p_id: randomUUID(),
    p_name: 'Buyer',
    p_kind: 'retailer',
    p_country: 'DE',
    p_website: '',
  });
}

/** A member of the cluster whom its coordinator keeps: nobody signs in for it. */
async function keptProducer(coordinator: string, cluster: string): Promise<string> {
  const id = randomUUID();
  await call(coordinator, 'create_managed_producer', {
    p_id: id,
    p_cluster: cluster,
    p_name: 'Kept',
    p_kind: 'individual',
    p_country: 'RW',
    p_place: '',
    p_phone: '',
    p_locale: 'rw',
  });
  return id;
}

describe.each(KINDS)('the people of a $kind', ({ kind, seat, table, column }) => {
  const members = async (target: string) => {
    const rows =
      await db.sql`select user_id from public.${db.sql(table)} where ${db.sql(column)} = ${target}`;
    return rows.map((row) => row['user_id'] as string);
  };
  const removals = async (target: string) => {
    const [row] =
      await db.sql`select count(*)::int as n from public.events where action = 'member.removed' and ${db.sql(column)} = ${target}`;
    return row?.['n'] as number;
  };

  it('keep their last owner', async () => {
    const [owner, second] = await people(2);
    const target = await found(kind, owner!);
    expect(await answerOf(leave(owner!, kind, target))).toBe('last_owner');
    await accept(second!, await invite(owner!, seat, target, 'owner'));
    expect(await answerOf(leave(owner!, kind, target))).toBe('ok');
    expect(await answerOf(leave(second!, kind, target))).toBe('last_owner');
    expect(await members(target)).toEqual([second]);
  });

  it('keep one of two owners who leave at the same moment', async () => {
    const [owner, second] = await people(2);
    const target = await found(kind, owner!);
    await accept(second!, await invite(owner!, seat, target, 'owner'));
    const answers = await Promise.all(
      [leave(owner!, kind, target), leave(second!, kind, target)].map(answerOf),
    );
    expect(answers.toSorted()).toEqual(['last_owner', 'ok']);
    expect(await members(target)).toHaveLength(1);
  });

  it('keep one when two owners remove each other', async () => {
    const [owner, second] = await people(2);
    const target = await found(kind, owner!);
    await accept(second!, await invite(owner!, seat, target, 'owner'));
    const acts = [remove(owner!, kind, target, second!), remove(second!, kind, target, owner!)];
    const answers = await Promise.all(acts.map(answerOf));
    expect(answers.toSorted()).toEqual(['not_allowed', 'ok']);
    expect(await members(target)).toHaveLength(1);
  });

  it('keep an owner when one leaves while the other deletes the account and somebody needs them', async () => {
    const [owner, second, helper] = await people(3);
    const target = await found(kind, owner!);
    await accept(second!, await invite(owner!, seat, target, 'owner'));
    if (kind === 'cluster') await keptProducer(owner!, target);
    else await accept(helper!, await invite(owner!, seat, target, 'editor'));
    const acts = [leave(owner!, kind, target), call(second!, 'delete_my_account')];
    const answers = await Promise.all(acts.map(answerOf));
    expect(['last_owner,ok', 'ok,hand_over_first']).toContain(answers.join());
    const left = (await members(target)).filter((user) => user !== helper);
    expect(left).toHaveLength(1);
  });

  it('are removed by nobody from outside, and a stranger’s try leaves no trace in their record', async () => {
    const [owner, second, stranger] = await people(3);
    const target = await found(kind, owner!);
    await accept(second!, await invite(owner!, seat, target, 'owner'));
    expect(await answerOf(remove(stranger!, kind, target, owner!))).toBe('not_allowed');
    expect(await answerOf(leave(stranger!, kind, target))).toBe('not_found');
    expect(await answerOf(remove(owner!, kind, target, stranger!))).toBe('not_found');
    expect(await removals(target)).toBe(0);
    await remove(owner!, kind, target, second!);
    expect(await removals(target)).toBe(1);
  });

  it('are listed to each other by name, to nobody else, and never with an address', async () => {
    const [owner, stranger] = await people(2);
    const target = await found(kind, owner!);
    const list = (who: string) =>
      call<object[]>(who, 'list_members', { p_kind: kind, p_target: target });
    expect(await list(owner!)).toHaveLength(1);
    expect(JSON.stringify(await list(owner!))).not.toContain('@');
    expect(await answerOf(list(stranger!))).toBe('not_allowed');
  });
});

describe('an editor', () => {
  it('removes nobody, but may always leave, even where no owner is', async () => {
    const [owner, editor, coordinator] = await people(3);
    const shop = await scene.workshop(owner!);
    await accept(editor!, await invite(owner!, 'producer_member', shop.id));
    expect(await answerOf(remove(editor!, 'producer', shop.id, owner!))).toBe('not_allowed');
    expect(await answerOf(leave(editor!, 'producer', shop.id))).toBe('ok');

    const cluster = await scene.cluster(coordinator!);
    const kept = await keptProducer(coordinator!, cluster.id);
    await accept(editor!, await invite(coordinator!, 'producer_member', kept, 'editor'));
    expect(await answerOf(leave(editor!, 'producer', kept))).toBe('ok');
  });
});

describe('leaving a cluster', () => {
  it('is for the owner without a word, for the coordinator with a reason, for nobody else', async () => {
    const [coordinator, owner, editor, stranger] = await people(4);
    const cluster = await scene.cluster(coordinator!);
    const shop = await scene.workshop(owner!);
    await accept(editor!, await invite(owner!, 'producer_member', shop.id));
    const join = async () =>
      accept(owner!, await invite(coordinator!, 'cluster_producer', cluster.id), shop.id);
    const go = (who: string, reason = '') =>
      answerOf(
        call(who, 'leave_cluster', {
          p_cluster: cluster.id,
          p_producer: shop.id,
          p_reason: reason,
        }),
      );
    await join();
    expect(await go(stranger!, 'because')).toBe('not_allowed');
    expect(await go(editor!, 'because')).toBe('not_allowed');
    expect(await go(coordinator!, ' ')).toBe('reason_required');
    expect(await go(coordinator!, 'no dues paid')).toBe('ok');
    await join();
    expect(await go(owner!)).toBe('ok');
  });

  it('ends what the coordinator could do there', async () => {
    const [coordinator, owner] = await people(2);
    const cluster = await scene.cluster(coordinator!);
    const shop = await scene.workshop(owner!);
    await accept(owner!, await invite(coordinator!, 'cluster_producer', cluster.id), shop.id);
    const { id } = await scene.save(coordinator!, shop.id);
    await call(owner!, 'leave_cluster', {
      p_cluster: cluster.id,
      p_producer: shop.id,
      p_reason: '',
    });
    expect(await answerOf(scene.save(coordinator!, shop.id, scene.facts, id))).toBe('not_allowed');
    const contacts = await db.asUser(
      coordinator!,
      (tx) => tx`select * from public.producer_contacts`,
    );
    expect(contacts).toHaveLength(0);
  });

  it('is not needed where an operator closed the cluster: its coordinators act for nobody', async () => {
    const [coordinator, owner] = await people(2);
    const cluster = await scene.cluster(coordinator!);
    const shop = await scene.workshop(owner!);
    await accept(owner!, await invite(coordinator!, 'cluster_producer', cluster.id), shop.id);
    await db.sql`update public.clusters set state = 'suspended', suspended_reason = 'spam' where id = ${cluster.id}`;
    expect(await answerOf(scene.save(coordinator!, shop.id))).toBe('not_allowed');
  });
});
