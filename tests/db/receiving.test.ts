import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { receivingScene, type OrderedLot } from './receiving-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await receivingScene(db);
const { sql } = db;
const { ordered, record, share, hand, sharesNow, coordinator } = scene;
const people = await scene.members(3);
const [first, second, third] = people.map(({ producer }) => producer) as [string, string, string];
const [owner, neighbour] = people.map(({ user }) => user) as [string, string];
const elsewhere = await receivingScene(db);
const outsider = await db.addUser();

/** Fifty rolls for three members: 12, 13 and 25. */
const rolls = (): OrderedLot => ({
  title: 'Lining',
  unit: 'XRO',
  price: 10_000,
  shares: [
    { producer: first, firm: 12, got: 12 },
    { producer: second, firm: 13, got: 13 },
    { producer: third, firm: 25, got: 25 },
  ],
});
type Desk = {
  stale: boolean;
  lots: Record<string, number | boolean>[];
  deliveries: { id: string; replacedById: string | null }[];
  members: { id: string; lots: { quantity: number; handed: number; ready: number }[] }[];
};
const desk = (round: string) => scene.call<Desk>(coordinator, 'receiving_desk', { p_round: round });
const stateOf = async (round: string) =>
  (await sql`select state from public.rounds where id = ${round}`)[0]!['state'];
const told = async (kind: string, round: string) =>
  sql<{ user: string; data: Record<string, unknown> }[]>`
    select user_id as user, data from public.notifications where kind = ${kind} and data ->> 'roundId' = ${round} order by created_at`;

describe('a delivery', () => {
  it('moves the round, adds up with others, and its form counts once', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    const line = lots[0]!.lines[0]!;
    const id = randomUUID();
    await Promise.all(
      [1, 2, 3].map(() => record(coordinator, orders[0]!, [{ line, counted: 20 }], { id })),
    );
    expect(await stateOf(round)).toBe('receiving');
    await record(coordinator, orders[0]!, [{ line, counted: 30 }], { after: id });
    expect((await desk(round)).lots[0]).toMatchObject({
      counted: 50,
      good: 50,
      closed: true,
      over: 0,
    });
    expect(await share(coordinator, round)).toBe(false);
    const steps =
      await sql`select tag from public.round_releases where round_id = ${round} and tag = 'implementation'`;
    expect(steps.length).toBe(1);
    expect((await told('goods_arrived', round)).length).toBe(3);
  });

  it('counted by two phones at once stands once, and the second is asked', async () => {
    const { orders, lots } = await ordered([rolls()]);
    const line = lots[0]!.lines[0]!;
    const answers = await Promise.all(
      [1, 2].map(() => answerOf(record(coordinator, orders[0]!, [{ line, counted: 50 }]))),
    );
    expect(answers.sort()).toEqual(['delivery_meanwhile', 'ok']);
  });

  it('short and damaged is shared again at once, each told why', async () => {
    const { round, orders, lots } = await ordered([rolls()], { freight: 1001 });
    const [lot] = lots;
    await record(coordinator, orders[0]!, [
      { line: lot!.lines[0]!, counted: 50, damaged: 4, complete: true },
    ]);
    expect((await desk(round)).stale).toBe(true);
    expect(await share(coordinator, round)).toBe(true);
    expect(await sharesNow(round, lot!.id)).toEqual({ [first]: 11, [second]: 12, [third]: 23 });
    const [sums] = await sql`
      select sum(goods_amount)::int as goods, sum(freight_amount)::int as freight from public.allocations where run_id = private.current_run(${round})`;
    expect(sums).toEqual({ goods: 460_000, freight: 1001 });
    const mail = (await told('allocation_changed', round)).find(({ user }) => user === owner)!;
    expect(mail.data).toMatchObject({
      title: 'Lining',
      was: 12,
      now: 11,
      ordered: 50,
      damaged: 4,
      good: 46,
    });
    expect(await share(coordinator, round)).toBe(false);
  });

  it('of which the rest may still come changes nobody’s share', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    await record(coordinator, orders[0]!, [{ line: lots[0]!.lines[0]!, counted: 20 }]);
    expect(await share(coordinator, round)).toBe(false);
    expect((await desk(round)).lots[0]).toMatchObject({ good: 20, share: 50, closed: false });
  });

  it('with too much goes to who could take more; what nobody takes is said', async () => {
    const lot = rolls();
    const shares = lot.shares.map((one) =>
      one.producer === first ? { ...one, tolerance: 3 } : one,
    );
    const { round, orders, lots } = await ordered([{ ...lot, shares }]);
    await record(coordinator, orders[0]!, [{ line: lots[0]!.lines[0]!, counted: 58 }]);
    await share(coordinator, round);
    expect(await sharesNow(round, lots[0]!.id)).toEqual({ [first]: 15, [second]: 13, [third]: 25 });
    expect((await desk(round)).lots[0]).toMatchObject({ share: 53, over: 5 });
  });

  it('leaves out who left over the price, and lots that came as ordered', async () => {
    const gone = { producer: second, firm: 9, tolerance: 9, got: 0, code: 'ceiling_left' };
    const { round, orders, lots } = await ordered([
      { shares: [{ producer: first, firm: 10, tolerance: 5, got: 10 }, gone] },
      {
        shares: [
          { producer: first, firm: 4, tolerance: 4, got: 6 },
          { producer: third, firm: 4, got: 4 },
        ],
      },
    ]);
    await record(coordinator, orders[0]!, [
      { line: lots[0]!.lines[0]!, counted: 20 },
      { line: lots[1]!.lines[0]!, counted: 10 },
    ]);
    await share(coordinator, round);
    expect(await sharesNow(round, lots[0]!.id)).toEqual({ [first]: 15, [second]: 0 });
    expect(await sharesNow(round, lots[1]!.id)).toEqual({ [first]: 6, [third]: 4 });
  });

  it('of two suppliers pays each for what came of it', async () => {
    const { round, orders, lots } = await ordered([{ ...rolls(), from: [30, 20] }], {
      freight: 500,
    });
    const [a, b] = lots[0]!.lines as [string, string];
    await record(coordinator, orders[0]!, [{ line: a, counted: 30 }]);
    await record(coordinator, orders[1]!, [{ line: b, counted: 0, complete: true }]);
    await share(coordinator, round);
    const [sums] = await sql`
      select sum(quantity)::int as quantity, sum(goods_amount)::int as goods, sum(freight_amount)::int as freight
      from public.allocations where run_id = private.current_run(${round})`;
    expect(sums).toEqual({ quantity: 30, goods: 300_000, freight: 500 });
  });

  it('that is impossible is refused, and nothing stays', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    const line = lots[0]!.lines[0]!;
    const other = (await ordered([rolls()])).lots[0]!.lines[0]!;
    const tries = [
      [{ line, counted: -1 }],
      [{ line, counted: 5, damaged: 6 }],
      [{ line, counted: 0 }],
      [{ line: other, counted: 5 }],
    ].map((lines) => answerOf(record(coordinator, orders[0]!, lines)));
    expect(await Promise.all(tries)).toEqual([
      'out_of_range',
      'out_of_range',
      'nothing_counted',
      'not_found',
    ]);
    const one = [{ line, counted: 1 }];
    expect(await answerOf(record(coordinator, orders[0]!, one, { day: '2099-01-01' }))).toBe(
      'out_of_range',
    );
    expect(await answerOf(record(coordinator, orders[0]!, one, { signature: [[[1, 401]]] }))).toBe(
      'invalid_input',
    );
    expect(await answerOf(record(coordinator, orders[0]!, one, { signature: { a: 1 } }))).toBe(
      'invalid_input',
    );
    expect(await stateOf(round)).toBe('ordered');
  });
});

describe('a wrong count', () => {
  it('is replaced with a reason; the former stays on record and no longer counts', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    const line = lots[0]!.lines[0]!;
    const wrong = await record(coordinator, orders[0]!, [{ line, counted: 40, complete: true }]);
    await share(coordinator, round);
    const change = { replaces: wrong, reason: 'Ten rolls stood behind the door.' };
    expect(
      await answerOf(record(coordinator, orders[0]!, [{ line, counted: 50 }], { replaces: wrong })),
    ).toBe('reason_required');
    const right = await record(coordinator, orders[0]!, [{ line, counted: 50 }], change);
    expect(await share(coordinator, round)).toBe(true);
    expect(await sharesNow(round, lots[0]!.id)).toEqual({ [first]: 12, [second]: 13, [third]: 25 });
    const { deliveries } = await desk(round);
    expect(deliveries.map(({ id, replacedById }) => [id, replacedById])).toEqual([
      [right, null],
      [wrong, right],
    ]);
    expect(await answerOf(record(coordinator, orders[0]!, [{ line, counted: 1 }], change))).toBe(
      'already_done',
    );
    await expect(
      sql`update public.delivery_lines set counted = 1 where delivery_id = ${wrong}`,
    ).rejects.toThrow('append_only');
  });

  it('is not corrected below what members carried away', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    const [lot] = lots;
    const line = lot!.lines[0]!;
    const counted = await record(coordinator, orders[0]!, [{ line, counted: 50 }]);
    await hand(coordinator, round, third, [{ lot: lot!.id, quantity: 25 }]);
    const to = (quantity: number) =>
      answerOf(
        record(coordinator, orders[0]!, [{ line, counted: quantity, complete: true }], {
          replaces: counted,
          reason: 'Counted twice',
        }),
      );
    expect(await to(24)).toBe('handed_out_already');
    expect(await to(40)).toBe('ok');
    await share(coordinator, round);
    expect(await sharesNow(round, lot!.id)).toEqual({ [first]: 7, [second]: 8, [third]: 25 });
  });
});

describe('a hand-over', () => {
  it('is never more than the share or the store, and its form counts once', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    const lot = lots[0]!.id;
    await record(coordinator, orders[0]!, [{ line: lots[0]!.lines[0]!, counted: 20 }]);
    expect(await answerOf(hand(coordinator, round, first, [{ lot, quantity: 13 }]))).toBe(
      'more_than_share',
    );
    expect(await answerOf(hand(coordinator, round, third, [{ lot, quantity: 21 }]))).toBe(
      'more_than_in_store',
    );
    const id = randomUUID();
    const signature = [
      [
        [10, 10],
        [900, 390.5],
      ],
    ];
    await Promise.all(
      [1, 2, 3].map(() =>
        hand(coordinator, round, first, [{ lot, quantity: 12 }], { id, signature }),
      ),
    );
    const mine = (await desk(round)).members.find((one) => one.id === first)!;
    expect(mine.lots).toEqual([{ lotId: lot, quantity: 12, handed: 12, ready: 0 }]);
    expect(await told('goods_handed', round)).toHaveLength(1);
    const own = await scene.call<{ handovers: unknown[] }>(owner, 'studio_goods', {
      p_slug: await slugOf(first),
      p_round: round,
    });
    expect(own.handovers).toMatchObject([{ id, receiver: 'Jean', signature }]);
  });

  it('by ten phones at once gives the last roll away once', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    const lot = lots[0]!.id;
    await record(coordinator, orders[0]!, [{ line: lots[0]!.lines[0]!, counted: 50 }]);
    const tries = Array.from({ length: 10 }, (_, n) =>
      answerOf(
        hand(coordinator, round, n % 2 ? first : second, [{ lot, quantity: n % 2 ? 12 : 13 }]),
      ),
    );
    expect((await Promise.all(tries)).filter((answer) => answer === 'ok')).toHaveLength(2);
  });

  it('waits until the shares fit what arrived', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    await record(coordinator, orders[0]!, [
      { line: lots[0]!.lines[0]!, counted: 46, complete: true },
    ]);
    const fetch = () =>
      answerOf(hand(coordinator, round, first, [{ lot: lots[0]!.id, quantity: 1 }]));
    expect(await fetch()).toBe('allocation_stale');
    await share(coordinator, round);
    expect(await fetch()).toBe('ok');
  });

  it('written down wrongly is replaced, and gives the rolls back', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    const lot = lots[0]!.id;
    await record(coordinator, orders[0]!, [{ line: lots[0]!.lines[0]!, counted: 50 }]);
    const wrong = await hand(coordinator, round, first, [{ lot, quantity: 12 }]);
    const why = { replaces: wrong, reason: 'It was the neighbour.' };
    await hand(coordinator, round, first, [], why);
    expect(await answerOf(hand(coordinator, round, first, [], why))).toBe('already_done');
    expect(await answerOf(hand(coordinator, round, first, [{ lot, quantity: 12 }]))).toBe('ok');
  });
});

describe('the store room', () => {
  it('is nobody’s but the coordinators’', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    const line = lots[0]!.lines[0]!;
    const supplierPerson = await db.addUser();
    await sql`insert into public.supplier_members (supplier_id, user_id)
      select supplier_id, ${supplierPerson} from public.purchase_orders where id = ${orders[0]!}`;
    const delivery = await record(coordinator, orders[0]!, [{ line, counted: 50 }]);
    await hand(coordinator, round, second, [{ lot: lots[0]!.id, quantity: 13 }]);
    for (const who of [owner, elsewhere.coordinator, supplierPerson, outsider, 'anon']) {
      const refused = who === 'anon' ? 'not_allowed' : 'not_found';
      const read = async (name: string, args: object) => {
        const answer = await scene.call(who, name, { ...args }).catch(() => null);
        expect(answer, `${name} as ${who}`).toBeNull();
      };
      await read('receiving_desk', { p_round: round });
      await read('handover_sheet', { p_round: round, p_producer: first });
      await read('one_delivery', { p_delivery: delivery });
      await read('allocation_input', { p_round: round });
      if (who === 'anon') continue;
      expect(await answerOf(record(who, orders[0]!, [{ line, counted: 1 }]))).toBe(refused);
      expect(await answerOf(hand(who, round, first, [{ lot: lots[0]!.id, quantity: 1 }]))).toBe(
        refused,
      );
      expect(
        await answerOf(scene.call(who, 'apply_allocation', { p_round: round, p_payload: [] })),
      ).toBe(refused);
    }
    // A neighbour's goods and hand-overs are the neighbour's.
    expect(
      await scene.call(owner, 'studio_goods', { p_slug: await slugOf(second), p_round: round }),
    ).toBeNull();
    const seen = (who: string) =>
      db.asUser(
        who,
        (tx) => tx`select producer_id from public.handovers where round_id = ${round}`,
      );
    expect((await seen(owner)).length).toBe(0);
    expect((await seen(neighbour)).length).toBe(1);
    expect((await db.asUser(owner, (tx) => tx`select id from public.deliveries`)).length).toBe(0);
  });

  it('takes no shares but the right ones', async () => {
    const { round, orders, lots } = await ordered([rolls()]);
    const lot = lots[0]!.id;
    await record(coordinator, orders[0]!, [
      { line: lots[0]!.lines[0]!, counted: 47, complete: true },
    ]);
    const shares = (quantities: number[], amounts = quantities.map((n) => n * 10_000)) =>
      [first, second, third].map((producerId, n) => ({
        lotId: lot,
        producerId,
        quantity: quantities[n],
        goodsAmount: amounts[n],
        freightAmount: 0,
        reason: { code: 'shortage_share' },
      }));
    const apply = (payload: unknown) =>
      answerOf(scene.call(coordinator, 'apply_allocation', { p_round: round, p_payload: payload }));
    for (const wrong of [
      shares([12, 13, 23]),
      shares([11, 12, 24], [0, 0, 470_001]),
      shares([9, 12, 26]),
      shares([-1, 13, 35]),
      shares([11, 12, 24]).slice(1),
    ])
      expect(await apply(wrong)).toBe('allocation_differs');
    expect(await apply(shares([11, 12, 24]))).toBe('ok');
  });
});

async function slugOf(producer: string): Promise<string> {
  const [row] = await sql<
    { slug: string }[]
  >`select slug from public.producers where id = ${producer}`;
  return row!.slug;
}
