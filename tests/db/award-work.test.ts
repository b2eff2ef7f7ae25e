import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardBy, METHODS, NOTHING_WISHED } from '#src/domain/procurement/award-methods.ts';
import { awardPayload, type AwardPayload } from '#src/domain/procurement/award-payload.ts';
import { bestSingle } from '#src/domain/procurement/award-compare.ts';
import { findAward } from '#src/domain/procurement/award.ts';
import { openedRound } from '#src/features/procurement/award/queries.ts';
import { loadSolver, solveWith } from '#src/server/solver/highs.ts';
import { stageOpened, type StagedRound } from '#tests/support/award-stage.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { roundScene } from './round-scene.ts';
import { answerOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const { call, coordinator, cluster, members } = await roundScene(db);
const people = await members(4);
const stage = { cluster: cluster.id, members: people.map((one) => one.producer) };

const highs = await loadSolver();
const solve = (program: Parameters<typeof solveWith>[1]) =>
  Promise.resolve(solveWith(highs, program, { timeLimitSeconds: 10 }));
const solvers = {
  award: (problem: Parameters<typeof findAward>[0]) => findAward(problem, solve),
  single: (problem: Parameters<typeof findAward>[0]) => bestSingle(problem, solve),
};

const pledge = (member: number) =>
  fc
    .record({
      firm: fc.integer({ min: 0, max: 30 }),
      tolerance: fc.integer({ min: 0, max: 12 }),
      ceiling: fc.option(fc.integer({ min: 40, max: 140 }), { freq: 2 }),
    })
    .map(({ ceiling, ...rest }) => ({ member, ...rest, ...(ceiling === null ? {} : { ceiling }) }));
const lotArb = fc.record({
  decimals: fc.constantFrom(0, 1),
  policy: fc.constantFrom('min_packs', 'max_tolerance', 'cheapest_total'),
  weightGrams: fc.constantFrom(120, 750),
  pledges: fc.tuple(pledge(0), pledge(1), pledge(2), pledge(3)),
});
const lineArb = (lot: number) =>
  fc
    .record({
      price: fc.integer({ min: 40, max: 120 }),
      less: fc.integer({ min: 0, max: 30 }),
      second: fc.integer({ min: 5, max: 60 }),
      pack: fc.integer({ min: 1, max: 9 }),
      moq: fc.integer({ min: 0, max: 20 }),
      capacity: fc.option(fc.integer({ min: 5, max: 90 })),
      freight: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ price, less, second, capacity, ...rest }) => ({
      ...{ lot, ...rest },
      tiers: [
        [1, price],
        [second, price - less],
      ] as const,
      ...(capacity === null ? {} : { capacity }),
    }));
const roundArb: fc.Arbitrary<StagedRound> = fc.record({
  shareRule: fc.constantFrom('value', 'weight', 'quantity'),
  rates: fc.constant({ USD: [29_317, 20] as [number, number] }),
  lots: fc.tuple(lotArb, lotArb),
  bids: fc.tuple(
    fc.record({ freight: fc.nat(900), lines: fc.tuple(lineArb(0), lineArb(1)) }),
    fc.record({ freight: fc.nat(900), lines: fc.tuple(lineArb(0)) }),
    fc.record({
      ...{ freight: fc.nat(3), currency: fc.constantFrom('RWF', 'USD') },
      lines: fc.tuple(lineArb(1)),
    }),
  ),
});

async function workedOut(staged: StagedRound) {
  const made = await stageOpened(sql, stage, staged);
  const input = await call(coordinator, 'award_input', { p_round: made.round });
  const round = openedRound(input as Parameters<typeof openedRound>[0]);
  return { ...made, opened: round };
}
const decide = (round: string, payload: AwardPayload) =>
  call(coordinator, 'decide_award', { p_round: round, p_award: payload });

/** The payload with one number that counts changed by one, for each of them. */
function falsified(payload: AwardPayload): AwardPayload[] {
  const all: AwardPayload[] = [{ ...payload, optimumAmount: payload.optimumAmount + 1 }];
  const change = (edit: (copy: AwardPayload) => void) => {
    const copy = structuredClone(payload);
    edit(copy);
    all.push(copy);
  };
  for (const by of [1, -1]) {
    payload.lines.forEach((_, i) => change((copy) => (copy.lines[i]!.quantity += by)));
    payload.lots.forEach((_, i) => change((copy) => (copy.lots[i]!.quantity += by)));
    for (const field of ['quantity', 'goodsAmount', 'freightAmount'] as const)
      payload.allocations.forEach((_, i) => change((copy) => (copy.allocations[i]![field] += by)));
  }
  payload.allocations.forEach((_, i) => change((copy) => copy.allocations.splice(i, 1)));
  payload.lots.forEach((_, i) => change((copy) => copy.lots.splice(i, 1)));
  return all;
}

describe('what TypeScript works out, and SQL', () => {
  it('agree on every number, whatever the method, and no other number is taken', async () => {
    let [refused, left] = [0, 0];
    await fc.assert(
      fc.asyncProperty(roundArb, fc.constantFrom(...METHODS), async (staged, method) => {
        const { round, opened } = await workedOut(staged);
        const outcome = await awardBy(opened, method, { ...NOTHING_WISHED, dayAmount: 3 }, solvers);
        if (!outcome.ok) throw new Error(outcome.failure);
        const { award } = outcome;
        left += award.allocations.filter((one) => one.reason.code === 'ceiling_left').length;
        const reason = method === 'optimum' ? null : 'They deliver sooner.';
        const payload = awardPayload(opened, award, {
          ...{ method, reason, proven: true, wishes: {} },
          optimumAmount: award.totalAmount,
        });
        const wrong = falsified(payload).filter((_, i) => method === 'optimum' || i > 0);
        const every = Math.ceil(wrong.length / 10);
        for (const other of wrong.filter((_, i) => i % every === 0)) {
          expect(await answerOf(decide(round, other))).not.toBe('ok');
          refused += 1;
        }
        await decide(round, payload);
        const [sums] = await sql`
          select a.total_amount = (select sum(x.goods_amount + x.freight_amount) from public.allocations x join public.allocation_runs r on r.id = x.run_id
            where r.award_id = a.id) as whole, a.total_amount::text as total from public.awards a where a.round_id = ${round}`;
        if (award.lines.length > 0)
          expect(sums).toEqual({ whole: true, total: `${award.totalAmount}` });
      }),
      { numRuns: 30 },
    );
    expect(refused).toBeGreaterThan(200);
    expect(left).toBeGreaterThan(5);
  });
});
