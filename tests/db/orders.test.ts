import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  moveOrder,
  ORDER_ACTIONS,
  ORDER_SIDES,
  ORDER_STATES,
  ORDER_TRANSITIONS,
  type OrderAction,
  type OrderState,
} from '#src/domain/order-states.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { orderScene } from './order-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await orderScene(db);
const { call } = scene;
const { sql } = db;

const maker = await db.addUser('maker@isoko.test');
const client = await db.addUser('client@isoko.test');
const [coordinator, rival, otherBuyer, operator, elsewhere] = await Promise.all(
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
await scene.workshop(rival!, 'Rival');
await scene.cluster(elsewhere!, 'Elsewhere');
const buyer = await scene.buyer(client);
await scene.buyer(otherBuyer!, 'Another buyer');
const parties = { producer: shop.id, buyer };
const make = (state: OrderState = 'confirmed', paid = 0) => scene.order(parties, { state, paid });

const advance = (who: string, order: string, action: string, expected: string, note?: string) =>
  call<string>(who, 'advance_order', {
    p_order: order,
    p_action: action,
    p_expected: expected,
    p_note: note,
  });
const ship = (who: string, order: string, id: string = randomUUID(), more: object = {}) =>
  call<string>(who, 'record_shipment', {
    p_order: order,
    p_id: id,
    p_carrier: 'DHL',
    p_tracking: 'JD0146',
    ...more,
  });
const deliver = (who: string, order: string, more: object = {}) =>
  call<string>(who, 'confirm_delivery', { p_order: order, ...more });
const cancel = (who: string, order: string, reason = 'We found another size.') =>
  call<string>(who, 'cancel_order', { p_order: order, p_reason: reason });
const read = (who: string, order: string) =>
  call<Record<string, never>>(who, 'read_order', { p_order: order });

const act: Record<OrderAction, (who: string, order: string, state: string) => Promise<unknown>> = {
  start: (who, order, state) => advance(who, order, 'start', state),
  inspect: (who, order, state) => advance(who, order, 'inspect', state),
  ready: (who, order, state) => advance(who, order, 'ready', state),
  close: (who, order, state) => advance(who, order, 'close', state),
  ship: (who, order) => ship(who, order),
  deliver: (who, order) => deliver(who, order),
  cancel: (who, order) => cancel(who, order),
};

/** What is done already is no refusal: a second tap is harmless. */
const DONE_ALREADY = new Set([
  'ship producer shipped',
  'deliver buyer delivered',
  'deliver buyer closed',
  'cancel buyer cancelled',
]);

describe('the table of moves', () => {
  it('is the same in SQL and in the domain', async () => {
    const rows = await sql`
      select action, from_state as "from", to_state as "to", role from private.order_steps()`;
    const domain = ORDER_TRANSITIONS.flatMap((row) =>
      row.from.flatMap((from) => row.by.map((role) => ({ ...row, from, role }))),
    ).map(({ action, from, to, role }) => ({ action, from, to, role }));
    const sorted = (list: object[]) => list.map((row) => JSON.stringify(row)).sort();
    expect(sorted(rows.map((row) => ({ ...row })))).toEqual(sorted(domain));
  });

  it.each(ORDER_STATES)('answers from %s as the domain does, by each side', async (state) => {
    for (const side of ORDER_SIDES) {
      for (const action of ORDER_ACTIONS) {
        const { id, doc } = await make(state);
        const who = side === 'buyer' ? client : maker;
        const answer = await answerOf(act[action](who, id, state));
        const facts = { paid: 0, underway: false, changeOpen: false, disputeOpen: false };
        const ruled = moveOrder({ ...facts, state, outstanding: doc.totalAmount }, action, side);
        const again = DONE_ALREADY.has(`${action} ${side} ${state}`);
        const expected = again || ruled.ok ? 'ok' : ruled.failure.code;
        expect({ side, action, state, answer }).toEqual({ side, action, state, answer: expected });
        expect(await scene.stateOf(id)).toBe(ruled.ok ? ruled.value : state);
      }
    }
  });
});

describe('an order from acceptance to its end', () => {
  it('goes its way; each step is on record and the other side hears of it', async () => {
    const { id, doc } = await make();
    await advance(maker, id, 'start', 'confirmed', 'Leather is cut.');
    await advance(maker, id, 'inspect', 'in_production');
    await advance(maker, id, 'ready', 'inspected');
    await scene.pay(id, doc.totalAmount);
    await ship(maker, id);
    await deliver(client, id);
    expect(await advance(client, id, 'close', 'delivered')).toBe('closed');
    expect(await scene.eventsOf(id)).toEqual([
      'order.start',
      'order.inspect',
      'order.ready',
      'order.ship',
      'order.deliver',
      'order.close',
    ]);
    expect(await scene.notices(id)).toEqual(
      expect.arrayContaining([
        'order_started',
        'order_inspected',
        'order_ready',
        'order_shipped',
        'order_delivered',
        'order_closed',
      ]),
    );
    const papers = await sql`select kind from public.documents where order_id = ${id} order by 1`;
    expect(papers.map((row) => String(row['kind']))).toEqual(
      expect.arrayContaining(['commercial_invoice', 'packing_list']),
    );
    const seen = await read(client, id);
    expect(JSON.stringify(seen)).toContain('Leather is cut.');
    expect(JSON.stringify(seen)).not.toContain(maker);
    expect(JSON.stringify(await read(maker, id))).not.toContain(client);
  });

  it('takes a second tap without harm, and tells nobody twice', async () => {
    const { id } = await make();
    await advance(maker, id, 'start', 'confirmed');
    await advance(maker, id, 'inspect', 'in_production');
    expect(await advance(maker, id, 'start', 'confirmed')).toBe('inspected');
    expect(await scene.eventsOf(id)).toEqual(['order.start', 'order.inspect']);
    expect(await answerOf(advance(maker, id, 'ready', 'confirmed'))).toBe('wrong_state');
    const parcel = randomUUID();
    await advance(maker, id, 'ready', 'inspected');
    await ship(maker, id, parcel);
    await ship(maker, id, parcel);
    expect(await sql`select 1 from public.shipments where order_id = ${id}`).toHaveLength(1);
    await ship(maker, id);
    expect(await sql`select 1 from public.shipments where order_id = ${id}`).toHaveLength(2);
  });

  it('stays open while money is owed or somebody disputes', async () => {
    const { id, doc } = await make('delivered');
    expect(await answerOf(advance(client, id, 'close', 'delivered'))).toBe('order_unpaid');
    await scene.pay(id, doc.totalAmount);
    const dispute = randomUUID();
    const matter = { p_reason: 'quality', p_details: 'Four pairs have loose soles.' };
    await call(client, 'open_dispute', { p_order: id, p_id: dispute, ...matter });
    expect(await answerOf(advance(client, id, 'close', 'delivered'))).toBe('dispute_open');
    await call(client, 'withdraw_dispute', { p_dispute: dispute });
    expect(await advance(client, id, 'close', 'delivered')).toBe('closed');
  });

  it('closes by itself when the days are over, paid and undisputed, once', async () => {
    const [done, fresh, owing, disputed] = await Promise.all(
      [135_700, 135_700, 100, 135_700].map((paid) => make('delivered', paid)),
    );
    await sql`update public.orders set delivered_at = now() - interval '14 days' where id = any (${[done!.id, owing!.id, disputed!.id]})`;
    await sql`update public.orders set delivered_at = now() - interval '13 days 23 hours' where id = ${fresh!.id}`;
    const matter = { p_reason: 'quality', p_details: 'Four pairs have loose soles.' };
    await call(client, 'open_dispute', { p_order: disputed!.id, p_id: randomUUID(), ...matter });
    const sweep = () => sql`select private.close_finished_orders() as id`;
    const closed = (await Promise.all([sweep(), sweep()])).flat();
    expect(closed.map((row) => String(row['id']))).toEqual([done!.id]);
    expect(await sweep()).toHaveLength(0);
    expect(await scene.eventsOf(done!.id)).toEqual(['order.close']);
  });

  it('may be cancelled by the buyer alone while nothing is paid or on its way', async () => {
    const free = await make();
    expect(await answerOf(cancel(client, free.id, ' '))).toBe('reason_required');
    await sql`insert into public.payments (order_id, purpose, method, reference, currency, amount) values (${free.id}, 'deposit', 'bank_transfer', 'P-CANCEL1', 'USD', 1000)`;
    expect(await cancel(client, free.id)).toBe('cancelled');
    expect(await sql`select state from public.payments where order_id = ${free.id}`).toMatchObject([
      { state: 'cancelled' },
    ]);
    const [money] = await sql`select outstanding from private.order_money(${free.id})`;
    expect(Number(money!['outstanding'])).toBe(0);
    const paid = await make('confirmed', 500);
    expect(await answerOf(cancel(client, paid.id))).toBe('order_paid');
    const underway = await make();
    await sql`insert into public.payments (order_id, purpose, method, state, reference, currency, amount) values (${underway.id}, 'deposit', 'bank_transfer', 'proof_sent', 'P-CANCEL2', 'USD', 1000)`;
    expect(await answerOf(cancel(client, underway.id))).toBe('order_paid');
    expect(await answerOf(cancel(maker, free.id))).toBe('not_allowed');
  });
});

describe('the plan of the workshop', () => {
  const plan = (who: string, order: string, steps: object[]) =>
    call(who, 'plan_milestones', { p_order: order, p_steps: steps });
  const tick = (who: string, milestone: string, done = true) =>
    call(who, 'tick_milestone', { p_milestone: milestone, p_done: done });

  it('is made by the producer, ticked with a photograph, and read by the buyer', async () => {
    const { id } = await make();
    const [cutting, lasting] = [randomUUID(), randomUUID()];
    const steps = [
      { id: cutting, title: 'Cutting', dueOn: '2026-12-10' },
      { id: lasting, title: 'Lasting', percent: 60 },
    ];
    await plan(maker, id, steps);
    await plan(maker, id, steps);
    const file = randomUUID();
    await sql`insert into public.files (id, room, room_id, name, content_type, bytes, sha256) values (${file}, 'order', ${id}, 'cut.jpg', 'image/jpeg', 10, ${'a'.repeat(64)})`;
    await call(maker, 'add_milestone_files', { p_milestone: cutting, p_files: [file] });
    await tick(maker, cutting);
    await tick(maker, cutting);
    const { milestones } = await read(client, id);
    expect(milestones).toMatchObject([
      { title: 'Cutting', files: [{ id: file }] },
      { title: 'Lasting', doneAt: null, percent: 60 },
    ]);
    expect((await scene.notices(id)).filter((kind) => kind === 'order_milestone')).toHaveLength(1);
    expect(await answerOf(plan(maker, id, [{ id: cutting, title: 'Something else' }]))).toBe(
      'conflict',
    );
    expect(await answerOf(call(maker, 'drop_milestone', { p_milestone: cutting }))).toBe(
      'wrong_state',
    );
    await call(maker, 'drop_milestone', { p_milestone: lasting });
  });

  it('takes no file of another order and no hand but the producer’s', async () => {
    const [mine, other] = [await make(), await make()];
    const step = randomUUID();
    await plan(maker, mine.id, [{ id: step, title: 'Cutting' }]);
    const file = randomUUID();
    await sql`insert into public.files (id, room, room_id, name, content_type, bytes, sha256) values (${file}, 'order', ${other.id}, 'x.jpg', 'image/jpeg', 10, ${'a'.repeat(64)})`;
    const add = { p_milestone: step, p_files: [file] };
    expect(await answerOf(call(maker, 'add_milestone_files', add))).toBe('not_found');
    expect(await answerOf(plan(maker, other.id, [{ id: step, title: 'Taken over' }]))).toBe(
      'conflict',
    );
    expect(await answerOf(tick(client, step))).toBe('not_allowed');
    expect(await answerOf(plan(client, mine.id, [{ id: randomUUID(), title: 'x y' }]))).toBe(
      'not_allowed',
    );
    await sql`update public.orders set state = 'shipped' where id = ${mine.id}`;
    expect(await answerOf(tick(maker, step))).toBe('wrong_state');
  });
});

describe('strangers', () => {
  const tables = [
    'orders',
    'order_revisions',
    'order_changes',
    'order_milestones',
    'order_milestone_files',
    'shipments',
    'disputes',
    'dispute_messages',
  ];

  it('find nothing, whoever they are, and cannot tell an order from none', async () => {
    const { id } = await make('ready');
    await call(maker, 'plan_milestones', {
      p_order: id,
      p_steps: [{ id: randomUUID(), title: 'Cutting' }],
    });
    for (const who of [rival!, otherBuyer!, elsewhere!, operator!]) {
      for (const attempt of [
        () => read(who, id),
        () => advance(who, id, 'start', 'confirmed'),
        () => ship(who, id),
        () => deliver(who, id),
        () => cancel(who, id),
        () => read(who, randomUUID()),
      ])
        expect(await answerOf(attempt())).toBe('not_found');
      for (const table of tables) {
        const rows = await db.asUser(who, (tx) => tx.unsafe(`select 1 from public.${table}`));
        expect(rows, `${table} for a stranger`).toHaveLength(0);
      }
      const list = await call<unknown[]>(who, 'list_orders', { p_side: 'buyer' });
      expect(list).toEqual([]);
      const theirs = { p_side: 'producer', p_producer: shop.id };
      expect(await answerOf(call(who, 'list_orders', theirs))).toBe('not_allowed');
    }
    expect(await answerOf(read('anon', id))).toBe('not_allowed');
    for (const table of tables) {
      const look = db.asAnon((tx) => tx.unsafe(`select 1 from public.${table}`));
      expect(await answerOf(look)).toBe('not_allowed');
    }
  });

  it('and the sides themselves cannot write past the functions', async () => {
    const { id } = await make();
    for (const who of [maker, client, coordinator!]) {
      for (const write of [
        `update public.orders set state = 'closed' where id = '${id}'`,
        `update public.orders set total_amount = 1 where id = '${id}'`,
        `update public.order_revisions set document = '{}' where order_id = '${id}'`,
        `delete from public.order_revisions where order_id = '${id}'`,
        `insert into public.order_milestones (order_id, title) values ('${id}', 'Cutting')`,
        `insert into public.shipments (order_id, carrier) values ('${id}', 'DHL')`,
        `insert into public.disputes (order_id, side, reason, details) values ('${id}', 'buyer', 'late', 'ten letters')`,
      ])
        expect(await answerOf(db.asUser(who, (tx) => tx.unsafe(write)))).toBe('not_allowed');
    }
    const rewrite = sql`update public.order_revisions set total_amount = 1 where order_id = ${id}`;
    expect(await answerOf(rewrite)).toBe('append_only');
  });
});

describe('fifty at once', () => {
  it('start an order once', async () => {
    const { id } = await make();
    const taps = await Promise.all(
      Array.from({ length: 50 }, () => answerOf(advance(maker, id, 'start', 'confirmed'))),
    );
    expect(new Set(taps)).toEqual(new Set(['ok']));
    expect(await scene.eventsOf(id)).toEqual(['order.start']);
  });

  it('pay and cancel: either the money counts or the order ends, never both', async () => {
    const { id } = await make();
    const [payment] = await sql<{ id: string }[]>`
      insert into public.payments (order_id, purpose, method, reference, currency, amount)
      values (${id}, 'deposit', 'bank_transfer', 'P-RACE01', 'USD', 40710) returning id`;
    const pay = () => call(maker, 'confirm_payment', { p_payment: payment!.id, p_amount: 40_710 });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => answerOf(n % 2 ? pay() : cancel(client, id))),
    );
    expect(answers).not.toContain('unknown');
    const [row] = await sql`select state from public.payments where id = ${payment!.id}`;
    expect([await scene.stateOf(id), row!['state']]).toBeOneOf([
      ['cancelled', 'cancelled'],
      ['confirmed', 'confirmed'],
    ]);
    const books =
      await sql`select kind from public.ledger_journals where order_id = ${id} and kind <> 'commission'`;
    expect(books).toHaveLength(2);
  });

  it('starting, cancelling and agreeing leave one outcome', async () => {
    const { id } = await make();
    const change = randomUUID();
    await call(maker, 'propose_cancellation', {
      p_order: id,
      p_id: change,
      p_reason: 'The leather did not come.',
      p_refund: 0,
      p_kept: 0,
    });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const attempts = [
          () => advance(maker, id, 'start', 'confirmed'),
          () => cancel(client, id),
          () => call(client, 'answer_change', { p_change: change, p_agree: true }),
          () => call(client, 'answer_change', { p_change: change, p_agree: false }),
          () => call(maker, 'withdraw_change', { p_change: change }),
        ];
        return answerOf(attempts[n % attempts.length]!());
      }),
    );
    expect(answers).not.toContain('unknown');
    const moves = (await scene.eventsOf(id)).filter((action) =>
      ['order.start', 'order.cancel'].includes(action),
    );
    const state = await scene.stateOf(id);
    expect(moves.at(-1)).toBe(state === 'cancelled' ? 'order.cancel' : 'order.start');
    expect(moves.filter((action) => action === 'order.cancel').length).toBeLessThanOrEqual(1);
    const [{ n }] = (await sql`
      select count(*)::int as n from public.ledger_journals where order_id = ${id} and kind = 'cancellation'`) as unknown as [
      { n: number },
    ];
    expect(n).toBe(state === 'cancelled' ? 1 : 0);
    const decided = await sql`select state from public.order_changes where id = ${change}`;
    expect(decided[0]!['state']).not.toBe('proposed');
  });
});
