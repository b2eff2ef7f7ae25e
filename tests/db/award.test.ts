import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bestSingle } from '#src/domain/procurement/award-compare.ts';
import { awardBy, NOTHING_WISHED, type Method } from '#src/domain/procurement/award-methods.ts';
import { awardPayload } from '#src/domain/procurement/award-payload.ts';
import { findAward } from '#src/domain/procurement/award.ts';
import type { PurchaseOrder, Outcome } from '#src/features/procurement/award/order-queries.ts';
import { openedRound, type DecidedAward } from '#src/features/procurement/award/queries.ts';
import { loadSolver, solveWith } from '#src/server/solver/highs.ts';
import { stageOpened, type StagedRound } from '#tests/support/award-stage.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { roundScene } from './round-scene.ts';
import { answerOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const { call, coordinator, cluster, members } = await roundScene(db);
const [anna, ben, cara] = await members(3);
const second = await db.addUser();
await sql`insert into public.cluster_coordinators (cluster_id, user_id) values (${cluster.id}, ${second})`;
const elsewhere = await roundScene(db);
const [stranger] = await elsewhere.members(1);
const outsiders = { anon: 'anon', member: anna!.user, neighbour: elsewhere.coordinator };
const stage = { cluster: cluster.id, members: [anna!.producer, ben!.producer, cara!.producer] };

const highs = await loadSolver();
const solve = (program: Parameters<typeof solveWith>[1]) =>
  Promise.resolve(solveWith(highs, program, { timeLimitSeconds: 10 }));
const solvers = {
  award: (problem: Parameters<typeof findAward>[0]) => findAward(problem, solve),
  single: (problem: Parameters<typeof findAward>[0]) => bestSingle(problem, solve),
};

/** 82 pairs for certain and 20 more: ten packs are cheaper than nine, so nine members' tolerances are used (design §4.1). */
const SOLES: StagedRound = {
  lots: [
    {
      pledges: [
        { member: 0, firm: 40, tolerance: 10 },
        { member: 1, firm: 42, tolerance: 10 },
        { member: 2, firm: 10, ceiling: 800 },
      ],
    },
  ],
  bids: [
    {
      freight: 1000,
      lines: [
        {
          lot: 0,
          pack: 10,
          tiers: [
            [1, 1000],
            [100, 850],
          ],
        },
      ],
    },
    { lines: [{ lot: 0, pack: 10, tiers: [[1, 1100]] }] },
  ],
};

async function opened(staged: StagedRound = SOLES) {
  const made = await stageOpened(sql, stage, staged);
  const payloadBy = async (method: Method, reason: string | null = null) => {
    const input = await call(coordinator, 'award_input', { p_round: made.round });
    const round = openedRound(input as Parameters<typeof openedRound>[0]);
    const outcome = await awardBy(round, method, NOTHING_WISHED, solvers);
    if (!outcome.ok) throw new Error(outcome.failure);
    const optimumAmount = outcome.award.totalAmount;
    return awardPayload(round, outcome.award, {
      ...{ method, reason, optimumAmount, proven: true, wishes: {} },
    });
  };
  const decide = async (who = coordinator, method: Method = 'optimum', reason?: string) =>
    call(who, 'decide_award', {
      p_round: made.round,
      p_award: await payloadBy(method, reason ?? null),
    });
  const challenge = (n: number, text = 'Our lead time was read wrongly.', form = randomUUID()) =>
    call('anon', 'challenge_award', {
      ...{ p_form: form, p_round: made.round, p_text: text, p_key: made.suppliers[n]!.key },
    });
  const place = (who = coordinator) => call<number>(who, 'place_orders', { p_round: made.round });
  const desk = () => call<DecidedAward>(coordinator, 'award_desk', { p_round: made.round });
  return { ...made, payloadBy, decide, challenge, place, desk };
}
const stateOf = async (round: string) =>
  (await sql<{ state: string }[]>`select state from public.rounds where id = ${round}`)[0]!.state;
const passStandstill = (round: string) =>
  sql`update public.rounds set standstill_until = now() - interval '1 second' where id = ${round}`;

describe('an award', () => {
  it('gives a pack more where it is cheaper, shares it, and lets go whom the price is too high', async () => {
    const it = await opened();
    await it.decide();
    const { allocations, totalAmount, lots } = await it.desk();
    const of = (producer: string) => allocations.find((row) => row.producerId === producer)!;
    expect(lots[0]).toMatchObject({ quantity: 100, outcome: 'awarded' });
    expect(totalAmount).toBe(86_000);
    expect([of(anna!.producer).quantity, of(ben!.producer).quantity]).toEqual([49, 51]);
    expect(of(anna!.producer).reason).toMatchObject({ code: 'surplus_share', extra: 9 });
    expect(of(cara!.producer)).toMatchObject({
      ...{ quantity: 0, goodsAmount: 0, freightAmount: 0 },
      reason: { code: 'ceiling_left', ceiling: 800 },
    });
    expect(await stateOf(it.round)).toBe('awarded');
  });

  it('tells winners, the others and every member, and the bid stays readable to those it concerns', async () => {
    const it = await opened();
    await takeMails(db);
    await it.decide();
    const kinds = (await takeMails(db)).map((mail) => mail.template).sort();
    expect(kinds).toEqual([
      'bid_lost',
      'bid_won',
      'round_awarded',
      'round_awarded',
      'round_awarded',
    ]);
    const outcome = (n: number) =>
      call<Outcome | null>('anon', 'tender_outcome', {
        p_slug: it.slug,
        p_key: it.suppliers[n]!.key,
      });
    expect(await outcome(0)).toMatchObject({ won: true, lots: [{ mine: { quantity: 100 } }] });
    expect(await outcome(1)).toMatchObject({ won: false, lots: [{ mine: null }] });
    const own = await call(anna!.user, 'studio_allocation', {
      p_slug: (await sql`select slug from public.producers where id = ${anna!.producer}`)[0]![
        'slug'
      ],
      p_round: it.round,
    });
    expect(JSON.stringify(own)).not.toContain(ben!.producer);
  });

  it('is nobody else’s business', async () => {
    const it = await opened();
    const payload = await it.payloadBy('optimum');
    const supplier = it.suppliers[0]!.key;
    for (const who of Object.values(outsiders)) {
      const refusals = [
        await answerOf(call(who, 'decide_award', { p_round: it.round, p_award: payload })),
        await answerOf(call(who, 'place_orders', { p_round: it.round })),
      ];
      expect(
        refusals.every((code) => ['not_found', 'not_allowed', 'not_signed_in'].includes(code)),
      ).toBe(true);
      if (who !== 'anon') {
        expect(await call(who, 'award_input', { p_round: it.round })).toBeNull();
        expect(await call(who, 'award_desk', { p_round: it.round })).toBeNull();
        expect(await call(who, 'round_orders', { p_round: it.round })).toEqual([]);
      }
    }
    expect(await call('anon', 'tender_outcome', { p_slug: it.slug, p_key: supplier })).toBeNull();
    await it.decide();
    expect(
      await call('anon', 'tender_outcome', { p_slug: it.slug, p_key: 'no-such-key' }),
    ).toBeNull();
    expect(
      await answerOf(
        call('anon', 'challenge_award', {
          p_form: randomUUID(),
          p_round: it.round,
          p_text: 'It is not right.',
          p_key: 'no-such-key',
        }),
      ),
    ).toBe('not_found');
    expect(await call(stranger!.user, 'award_desk', { p_round: it.round })).toBeNull();
  });

  it('asks for a reason where it departs from the optimum', async () => {
    const it = await opened();
    expect(await answerOf(it.decide(coordinator, 'single_supplier'))).toBe('reason_required');
    await it.decide(coordinator, 'single_supplier', 'One lorry is enough.');
    expect(await it.desk()).toMatchObject({
      method: 'single_supplier',
      reason: 'One lorry is enough.',
    });
  });

  it('is decided once, even by two coordinators at the same moment', async () => {
    const it = await opened();
    const answers = await Promise.all([answerOf(it.decide()), answerOf(it.decide(second))]);
    expect(answers.sort()).toEqual(['ok', 'wrong_state']);
  });
});

describe('the standstill', () => {
  it('holds the orders back, takes one challenge from each supplier, and ends by the clock', async () => {
    const it = await opened({ ...SOLES, standstillDays: 3 });
    await it.decide();
    expect(await answerOf(it.place())).toBe('standstill_runs');
    const form = randomUUID();
    await it.challenge(1, 'Our price for 100 was lower.', form);
    await it.challenge(1, 'Our price for 100 was lower.', form);
    expect(await answerOf(it.challenge(1))).toBe('already_done');
    await passStandstill(it.round);
    expect(await answerOf(it.challenge(0))).toBe('standstill_over');
    expect(await answerOf(it.place())).toBe('challenge_open');
    const [one] = (await it.desk()).challenges;
    const answer = { p_challenge: one!.id, p_upheld: false, p_answer: 'The tier began at 120.' };
    expect(await answerOf(call(outsiders.neighbour, 'answer_challenge', answer))).toBe('not_found');
    await call(coordinator, 'answer_challenge', answer);
    expect(await answerOf(call(coordinator, 'answer_challenge', answer))).toBe('already_done');
    expect(await it.place()).toBe(1);
  });

  it('lets a challenge that was upheld lead to another award, and only then', async () => {
    const it = await opened({ ...SOLES, standstillDays: 3 });
    await it.decide();
    expect(await answerOf(it.decide())).toBe('wrong_state');
    await it.challenge(1);
    const [one] = (await it.desk()).challenges;
    await call(coordinator, 'answer_challenge', {
      p_challenge: one!.id,
      p_upheld: true,
      p_answer: 'You are right.',
    });
    await passStandstill(it.round);
    expect(await answerOf(it.place())).toBe('award_again');
    await it.decide(second);
    expect(await it.desk()).toMatchObject({ version: 2, mayDecideAgain: false });
    expect(await answerOf(it.place())).toBe('standstill_runs');
    await passStandstill(it.round);
    expect(await it.place()).toBe(1);
  });
});

describe('purchase orders', () => {
  it('are placed once in a race, with numbers that have no gaps', async () => {
    const rounds = [await opened(), await opened(), await opened()];
    for (const one of rounds) await one.decide();
    const answers = await Promise.all(
      rounds.flatMap((one) => [answerOf(one.place()), answerOf(one.place(second))]),
    );
    expect(answers.filter((code) => code === 'ok')).toHaveLength(3);
    const numbers = await sql<{ number: number }[]>`
      select number from public.purchase_orders where cluster_id = ${cluster.id} order by number`;
    expect(numbers.map((row) => row.number)).toEqual(numbers.map((_, n) => n + 1));
  });

  it('are answered line by line by their supplier alone, once', async () => {
    const it = await opened();
    await it.decide();
    await it.place();
    const [order] = await call<PurchaseOrder[]>(coordinator, 'round_orders', { p_round: it.round });
    const line = order!.lines[0]!.id;
    const answer = (key: string, lines: object[]) =>
      call('anon', 'answer_purchase_order', { p_order: order!.id, p_lines: lines, p_key: key });
    const [winner, other] = it.suppliers.map((one) => one.key);
    const accepted = [{ id: line, confirmation: 'accepted' }];
    expect(await answerOf(answer(other!, accepted))).toBe('not_found');
    expect(await call('anon', 'purchase_order', { p_order: order!.id, p_key: other })).toBeNull();
    expect(
      await call('anon', 'purchase_order', { p_order: order!.id, p_key: winner }),
    ).toMatchObject({ side: 'supplier' });
    expect(await answerOf(answer(winner!, []))).toBe('invalid_input');
    expect(
      await answerOf(answer(winner!, [{ id: line, confirmation: 'short', quantity: 100 }])),
    ).toBe('invalid_input');
    expect(await answerOf(answer(winner!, [{ id: line, confirmation: 'later' }]))).toBe(
      'invalid_input',
    );
    expect(await answer(winner!, [{ id: line, confirmation: 'short', quantity: 90 }])).toBe(
      'changed',
    );
    expect(await answerOf(answer(winner!, accepted))).toBe('already_done');
    const [after] = await call<PurchaseOrder[]>(coordinator, 'round_orders', { p_round: it.round });
    expect(after).toMatchObject({
      state: 'changed',
      lines: [{ confirmation: 'short', confirmedQuantity: 90 }],
    });
  });

  it('are not placed when nothing was awarded', async () => {
    const it = await opened({ ...SOLES, bids: [] });
    await it.decide();
    expect(await answerOf(it.place())).toBe('nothing_awarded');
  });
});
