import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { receivingScene } from './receiving-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const scene = await receivingScene(db);
const { sql } = db;
const { coordinator, ordered, record, share, hand, sharesNow } = scene;
const people = await scene.members(3);
const [first, second, third] = people.map(({ producer }) => producer) as [string, string, string];

/** Fifty rolls ordered for 12, 13 and 25, of which `counted` came. The third left over the price and takes part no more. */
async function came(counted: number, from: readonly number[] = [25]) {
  const made = await ordered([
    {
      title: 'Lining',
      unit: 'XRO',
      price: 10_000,
      from,
      shares: [
        { producer: first, firm: 12, got: 12 },
        { producer: second, firm: 13, got: 13 },
        { producer: third, firm: 25, got: 0, code: 'ceiling_left' },
      ],
    },
  ]);
  const { round, orders, lots } = made;
  const [lot] = lots as [{ id: string; lines: string[] }];
  const delivery = await record(coordinator, orders[0]!, [{ line: lot.lines[0]!, counted }]);
  await share(coordinator, round);
  type Place = { member?: string; line?: string; id?: string; by?: string };
  const place = (quantity: number, { member, line, id, by }: Place) =>
    scene.call(by ?? coordinator, 'place_over', {
      p_id: id ?? randomUUID(),
      p_lot: lot.id,
      p_quantity: quantity,
      p_producer: member,
      p_order_line: line,
      p_note: 'asked at the store',
    });
  type Desk = { stale: boolean; lots: Record<string, number>[] };
  const desk = () => scene.call<Desk>(coordinator, 'receiving_desk', { p_round: round });
  return { round, orders, lot, line: lot.lines[0]!, delivery, place, desk };
}

const costs = async (round: string) =>
  Object.fromEntries(
    (
      await sql<{ producer: string; goods: number }[]>`
        select producer_id as producer, goods_amount::int as goods from public.allocations where run_id = private.current_run(${round})`
    ).map(({ producer, goods }) => [producer, goods]),
  );
const facts = async (order: string) =>
  (
    await scene.call<{ lines: { good: number }[] }>(coordinator, 'invoice_facts', {
      p_purchase_order: order,
    })
  ).lines[0]!.good;

describe('what came beyond what members take', () => {
  it('goes to who wants more, at the price of its lot, and the member is told', async () => {
    const { round, orders, lot, place, desk } = await came(33);
    expect((await desk()).lots[0]).toMatchObject({ share: 25, over: 8 });
    expect(await facts(orders[0]!)).toBe(25);
    await place(5, { member: first });
    expect((await desk()).stale).toBe(true);
    expect(await share(coordinator, round)).toBe(true);
    expect(await sharesNow(round, lot.id)).toEqual({ [first]: 17, [second]: 13, [third]: 0 });
    expect(await costs(round)).toEqual({ [first]: 170_000, [second]: 130_000, [third]: 0 });
    expect((await desk()).lots[0]).toMatchObject({ share: 30, over: 3 });
    expect(await facts(orders[0]!)).toBe(30);
    const told = await sql`
      select data from public.notifications where kind = 'allocation_changed' and user_id = ${people[0]!.user} and data ->> 'roundId' = ${round}`;
    expect(told.map(({ data }) => (data as { now: number }).now)).toEqual([17]);
    await hand(coordinator, round, first, [{ lot: lot.id, quantity: 17 }]);
  });

  it('goes back to its supplier, who is not paid for it', async () => {
    const { round, orders, line, place, desk } = await came(33);
    await place(8, { line });
    expect(await share(coordinator, round)).toBe(false);
    expect((await desk()).lots[0]).toMatchObject({
      counted: 33,
      returned: 8,
      good: 25,
      share: 25,
      over: 0,
    });
    expect(await facts(orders[0]!)).toBe(25);
    await place(6, { line });
    expect((await desk()).lots[0]).toMatchObject({ returned: 6, over: 2 });
  });

  it('of two suppliers goes back to the one who sent it', async () => {
    const { lot, place, desk } = await came(18, [15, 10]);
    const [a, b] = lot.lines as [string, string];
    expect(await answerOf(place(1, { line: b }))).toBe('more_than_over');
    await place(3, { line: a });
    expect((await desk()).lots[0]).toMatchObject({ over: 0, returned: 3 });
  });

  it('is given away once, by a form that counts once', async () => {
    const { round, lot, line, place } = await came(33);
    const id = randomUUID();
    await Promise.all([1, 2, 3].map(() => place(5, { member: first, id })));
    const rows = await sql`select quantity from public.over_placings where round_id = ${round}`;
    expect(rows.length).toBe(1);
    expect(await answerOf(place(4, { member: second, id }))).toBe('conflict');
    const answers = await Promise.all([
      answerOf(place(3, { member: second })),
      answerOf(place(3, { line })),
    ]);
    expect(answers.sort()).toEqual(['more_than_over', 'ok']);
    await share(coordinator, round);
    const shares = Object.values(await sharesNow(round, lot.id));
    expect(shares.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(30);
  });

  it('is taken back as long as nobody fetched it', async () => {
    const { round, lot, place } = await came(33);
    await place(8, { member: first });
    await share(coordinator, round);
    await place(2, { member: first });
    await share(coordinator, round);
    expect((await sharesNow(round, lot.id))[first]).toBe(14);
    await hand(coordinator, round, first, [{ lot: lot.id, quantity: 13 }]);
    expect(await answerOf(place(0, { member: first }))).toBe('handed_out_already');
    await place(1, { member: first });
    expect(await answerOf(sql`update public.over_placings set quantity = 0`)).not.toBe('ok');
  });

  it('is not corrected away below what went back', async () => {
    const { orders, line, delivery, place } = await came(33);
    await place(8, { line });
    const correct = (counted: number) =>
      answerOf(
        record(coordinator, orders[0]!, [{ line, counted, complete: true }], {
          replaces: delivery,
          reason: 'Counted twice',
        }),
      );
    expect(await correct(7)).toBe('returned_already');
    expect(await correct(30)).toBe('ok');
  });

  it('is refused to strangers, to who left, and beyond what is over', async () => {
    const { line, place } = await came(33);
    const elsewhere = await db.addUser();
    expect(await answerOf(place(1, { member: first, by: people[0]!.user }))).toBe('not_found');
    expect(await answerOf(place(1, { member: first, by: elsewhere }))).toBe('not_found');
    expect(await answerOf(place(1, { member: third }))).toBe('not_found');
    expect(await answerOf(place(9, { member: first }))).toBe('more_than_over');
    expect(await answerOf(place(-1, { line }))).toBe('out_of_range');
    expect(await answerOf(place(1, {}))).toBe('invalid_input');
    expect(await answerOf(place(1, { member: first, line }))).toBe('invalid_input');
    const other = await came(25);
    expect(await answerOf(place(1, { line: other.line }))).toBe('not_found');
    expect(await answerOf(other.place(1, { member: first }))).toBe('more_than_over');
  });

  it('is read by the member that takes it and nobody else', async () => {
    const { round, place } = await came(33);
    await place(2, { member: first });
    const seen = (who: string) =>
      db.asUser(who, (tx) => tx`select id from public.over_placings where round_id = ${round}`);
    expect((await seen(people[0]!.user)).length).toBe(1);
    expect((await seen(people[1]!.user)).length).toBe(0);
    expect((await seen(coordinator)).length).toBe(1);
  });
});
