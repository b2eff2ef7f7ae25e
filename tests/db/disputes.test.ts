import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { OrderState } from '#src/domain/order-states.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { orderScene } from './order-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await orderScene(db);
const { call } = scene;
const { sql } = db;
type Row = Record<string, unknown>;

const maker = await db.addUser('maker@isoko.test');
const client = await db.addUser('client@isoko.test');
const [coordinator, twofold, elsewhere, rival, operator] = await Promise.all(
  [1, 2, 3, 4, 5].map(() => db.addUser()),
);
await sql`insert into public.operators (user_id) values (${operator!})`;
const shop = await scene.workshop(maker, 'Akagera Boots');
const cluster = await scene.cluster(coordinator!);
await sql`update public.clusters set approved_at = now() where id = ${cluster.id}`;
await scene.accept(
  maker,
  await scene.invite(coordinator!, 'cluster_producer', cluster.id),
  shop.id,
);
// Coordinates the cluster and works in the workshop: a party, never a mediator.
await sql`insert into public.cluster_coordinators (cluster_id, user_id) values (${cluster.id}, ${twofold!})`;
await sql`insert into public.producer_members (producer_id, user_id, role) values (${shop.id}, ${twofold!}, 'editor')`;
const other = await scene.cluster(elsewhere!, 'Elsewhere');
await sql`update public.clusters set approved_at = now() where id = ${other.id}`;
await scene.workshop(rival!, 'Rival');
const lone = await db.addUser();
const loneShop = await scene.workshop(lone, 'Alone');
const buyer = await scene.buyer(client);
const make = (state: OrderState = 'delivered', paid = 135_700, producer = shop.id) =>
  scene.order({ producer, buyer }, { state, paid });

const matter = { p_reason: 'quality', p_details: 'Four pairs have loose soles.' };
const open = (who: string, order: string, id: string = randomUUID()) =>
  call<string>(who, 'open_dispute', { p_order: order, p_id: id, ...matter });
const write = (who: string, dispute: string, body = 'Here is a photograph.', id = randomUUID()) =>
  call(who, 'write_in_dispute', { p_dispute: dispute, p_id: id, p_body: body });
const read = (who: string, dispute: string) =>
  call<Row | null>(who, 'read_dispute', { p_dispute: dispute });
const resolve = (who: string, dispute: string, refund = 0, cancel = false) =>
  call<string>(who, 'resolve_dispute', {
    p_dispute: dispute,
    p_resolution: 'The workshop pays for four pairs.',
    p_refund: refund,
    p_cancel: cancel,
  });
const withdraw = (who: string, dispute: string) =>
  call<string>(who, 'withdraw_dispute', { p_dispute: dispute });
const list = (who: string, slug?: string) =>
  call<Row[]>(who, 'list_disputes', slug ? { p_cluster: slug } : {});

describe('a dispute', () => {
  it('is heard by a coordinator without a part in it, and ends with written words and money back', async () => {
    const { id } = await make();
    const dispute = await open(client, id);
    expect(await open(client, id, dispute)).toBe(dispute);
    expect((await list(coordinator!, cluster.slug))[0]).toMatchObject({
      id: dispute,
      state: 'open',
      mediates: true,
    });
    await write(maker, dispute, 'The soles were glued twice.');
    await write(coordinator!, dispute, 'May I see photographs of all four?');
    const seen = await read(client, dispute);
    expect(seen).toMatchObject({ state: 'mediating', party: 'buyer', mine: true });
    expect((seen!['messages'] as Row[]).map((message) => message['party'])).toEqual([
      'producer',
      'mediator',
    ]);
    expect(await resolve(coordinator!, dispute, 8000)).toBe('resolved');
    expect(await resolve(coordinator!, dispute, 8000)).toBe('resolved');
    const refunds =
      await sql`select amount::int as amount, state from public.refunds where order_id = ${id}`;
    expect(refunds.map((row) => ({ ...row }))).toEqual([{ amount: 8000, state: 'pending' }]);
    const [money] = await sql`select outstanding::int from private.order_money(${id})`;
    expect(money).toMatchObject({ outstanding: -8000 });
    expect(await scene.notices(id)).toEqual(
      expect.arrayContaining(['dispute_opened', 'dispute_message', 'dispute_resolved']),
    );
    const journals =
      await sql`select 1 from public.ledger_journals where order_id = ${id} and kind = 'credit'`;
    expect(journals).toHaveLength(1);
    const events = await sql<
      Row[]
    >`select on_behalf_of from public.events where subject_id = ${dispute}`;
    expect(events.every((event) => event['on_behalf_of'] === null)).toBe(true);
    for (const who of [client, maker, coordinator!]) {
      expect(await answerOf(write(who, dispute))).toBe('wrong_state');
      expect(JSON.stringify(await read(who, dispute))).not.toMatch(
        new RegExp([client, maker, coordinator!].join('|')),
      );
    }
  });

  it('takes off what is still owed before anything goes back', async () => {
    const { id } = await make('delivered', 130_000);
    await resolve(coordinator!, await open(client, id), 8000);
    const refunds =
      await sql`select amount::int as amount from public.refunds where order_id = ${id}`;
    expect(refunds.map((row) => row['amount'])).toEqual([2300]);
    const second = await open(maker, id);
    expect(await answerOf(resolve(coordinator!, second, 127_701))).toBe('refund_too_much');
    expect(await answerOf(resolve(coordinator!, second, -1))).toBe('amount_negative');
    expect(await resolve(coordinator!, second)).toBe('resolved');
  });

  it('may end an order that was never shipped', async () => {
    const { id } = await make('in_production', 40_710);
    const dispute = await open(client, id);
    expect(await answerOf(resolve(coordinator!, dispute, 40_711, true))).toBe('refund_too_much');
    await resolve(coordinator!, dispute, 30_000, true);
    expect(await scene.stateOf(id)).toBe('cancelled');
    const [money] = await sql`select outstanding::int from private.order_money(${id})`;
    expect(money).toMatchObject({ outstanding: -30_000 });
    const shipped = await make('shipped');
    const late = await open(client, shipped.id);
    expect(await answerOf(resolve(coordinator!, late, 0, true))).toBe('wrong_state');
  });

  it('is one at a time, and is taken back by the side that opened it', async () => {
    const { id } = await make();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => answerOf(open(n % 2 ? client : maker, id))),
    );
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['ok', 'dispute_open']));
    const [row] = await sql<Row[]>`select id, side from public.disputes where order_id = ${id}`;
    const dispute = String(row!['id']);
    const [mine, theirs] = row!['side'] === 'buyer' ? [client, maker] : [maker, client];
    expect(await answerOf(withdraw(theirs, dispute))).toBe('not_allowed');
    expect(await answerOf(withdraw(coordinator!, dispute))).toBe('not_allowed');
    expect(await withdraw(mine, dispute)).toBe('withdrawn');
    expect(await withdraw(mine, dispute)).toBe('withdrawn');
    expect(await answerOf(resolve(coordinator!, dispute))).toBe('wrong_state');
    const closed = await make('closed');
    expect(await answerOf(open(client, closed.id))).toBe('wrong_state');
  });

  it('resolved and withdrawn at once has one end', async () => {
    const { id } = await make();
    const dispute = await open(client, id);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        answerOf(n % 2 ? resolve(coordinator!, dispute, 500) : withdraw(client, dispute)),
      ),
    );
    expect(answers.filter((code) => code === 'ok')).toHaveLength(25);
    const [row] = await sql<Row[]>`select state from public.disputes where id = ${dispute}`;
    const refunds = await sql`select 1 from public.refunds where order_id = ${id}`;
    expect(refunds).toHaveLength(row!['state'] === 'resolved' ? 1 : 0);
  });

  it('opens with the report of a delivery that is not as agreed', async () => {
    const { id } = await make('shipped');
    const report = { p_problem: 'quantity', p_details: 'Two cartons are missing.' };
    await call(client, 'confirm_delivery', { p_order: id, ...report });
    expect(await scene.stateOf(id)).toBe('delivered');
    const [row] = await sql<Row[]>`select reason, side from public.disputes where order_id = ${id}`;
    expect(row).toMatchObject({ reason: 'quantity', side: 'buyer' });
  });
});

describe('who mediates', () => {
  it('has no part in the order: not the coordinator who works in the workshop', async () => {
    const { id } = await make();
    const dispute = await open(client, id);
    expect(await read(twofold!, dispute)).toMatchObject({ party: 'producer' });
    expect(await answerOf(resolve(twofold!, dispute))).toBe('not_allowed');
    expect(await answerOf(resolve(maker, dispute))).toBe('not_allowed');
    expect(await answerOf(resolve(client, dispute))).toBe('not_allowed');
  });

  it('is not who opened the dispute, nor who spoke for a side; an operator steps in', async () => {
    const { id } = await make();
    const dispute = await open(coordinator!, id);
    expect(await read(coordinator!, dispute)).toMatchObject({ party: 'producer' });
    expect(await answerOf(resolve(coordinator!, dispute))).toBe('not_allowed');
    expect(await read(operator!, dispute)).toMatchObject({ party: 'mediator' });
    expect((await list(operator!)).map((row) => row['id'])).toContain(dispute);
    expect(await resolve(operator!, dispute)).toBe('resolved');
  });

  it('is an operator where the producer is in no cluster, and nobody of the buyer', async () => {
    const { id } = await make('delivered', 135_700, loneShop.id);
    const dispute = await open(client, id);
    expect(await answerOf(resolve(coordinator!, dispute))).toBe('not_found');
    await sql`insert into public.buyer_members (buyer_id, user_id, role) values (${buyer}, ${operator!}, 'editor')`;
    expect(await answerOf(resolve(operator!, dispute))).toBe('not_allowed');
    await sql`delete from public.buyer_members where user_id = ${operator!}`;
    expect(await resolve(operator!, dispute)).toBe('resolved');
  });

  it('is an operator as well where the cluster was never approved or is closed', async () => {
    await sql`update public.clusters set approved_at = null where id = ${cluster.id}`;
    const { id } = await make();
    const dispute = await open(client, id);
    expect(await answerOf(resolve(coordinator!, dispute))).toBe('not_allowed');
    expect(await read(operator!, dispute)).toMatchObject({ party: 'mediator' });
    await sql`update public.clusters set approved_at = now() where id = ${cluster.id}`;
  });
});

describe('strangers to a dispute', () => {
  it('read nothing and write nothing', async () => {
    const { id } = await make();
    const dispute = await open(client, id);
    await write(client, dispute);
    for (const who of [elsewhere!, rival!]) {
      expect(await read(who, dispute)).toBeNull();
      for (const attempt of [
        () => write(who, dispute),
        () => resolve(who, dispute),
        () => withdraw(who, dispute),
        () => open(who, id),
      ])
        expect(await answerOf(attempt())).toBe('not_found');
      for (const table of ['disputes', 'dispute_messages'])
        expect(
          await db.asUser(who, (tx) => tx.unsafe(`select 1 from public.${table}`)),
        ).toHaveLength(0);
      expect(await answerOf(list(who))).toBe('not_allowed');
      expect(await answerOf(list(who, cluster.slug))).toBe('not_found');
    }
    // The desk of another cluster shows only its own.
    expect(await list(elsewhere!, other.slug)).toEqual([]);
    expect(await answerOf(read('anon', dispute))).toBe('not_allowed');
    expect(await answerOf(write(operator!, dispute))).toBe('not_found');
  });
});
