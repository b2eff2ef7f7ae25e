import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSingle } from '#src/domain/procurement/award-compare.ts';
import {
  leastAmount,
  NOTHING_WISHED,
  wishedFinder,
  withDemand,
} from '#src/domain/procurement/award-methods.ts';
import { findAward } from '#src/domain/procurement/award.ts';
import { settleAward, type Finder, type RoundAward } from '#src/domain/procurement/round-award.ts';
import type { FiledBid, RoundBids, RoundLot } from '#src/domain/procurement/round-bids.ts';
import { cheapestAwards, solve } from './award-cases.ts';

const solvers = {
  award: (problem: Parameters<typeof findAward>[0]) => findAward(problem, solve),
  single: (problem: Parameters<typeof findAward>[0]) => bestSingle(problem, solve),
};
/** Tries every award; buys nothing where some lot cannot be had in full. */
const byHand: Finder = (problem) => {
  const [first] = cheapestAwards(problem).sort(
    (a, b) =>
      a.suppliers.length - b.suppliers.length ||
      (JSON.stringify(a.lines) < JSON.stringify(b.lines) ? -1 : 1),
  );
  const short = problem.lots.map((lot) => ({ lotId: lot.id, reason: 'no_fit' as const }));
  return Promise.resolve({ ok: true, found: first ?? { lines: [], short } });
};

const member = (id: string) =>
  fc.record({
    id: fc.constant(id),
    firm: fc.integer({ min: 0, max: 6 }),
    tolerance: fc.integer({ min: 0, max: 3 }),
    ceiling: fc.option(fc.integer({ min: 10, max: 45 }), { freq: 2 }),
    committedAt: fc.integer({ min: 1, max: 4 }),
    slices: fc.constant<never[]>([]),
  });
const lot = (id: string, position: number): fc.Arbitrary<RoundLot> =>
  fc.record({
    ...{ id: fc.constant(id), position: fc.constant(position) },
    decimals: fc.constantFrom(0, 1),
    policy: fc.constant('cheapest_total' as const),
    weightGrams: fc.constantFrom(null, 300),
    qualityCriteria: fc.constant([]),
    members: fc.tuple(member('m1'), member('m2'), member('m3')),
  });
const bid = (supplier: string): fc.Arbitrary<FiledBid> =>
  fc.record({
    ...{ id: fc.constant(supplier), supplier: fc.constant(supplier) },
    currency: fc.constant('RWF'),
    freightFixedAmount: fc.constantFrom(0, 9, 40),
    leadTimeDays: fc.constant(7),
    validUntil: fc.constant('2099-01-01'),
    lines: fc.tuple(filed(supplier, 'a'), filed(supplier, 'b')),
  });
const filed = (supplier: string, lotId: string) =>
  fc.record({
    ...{ line: fc.constant(`${supplier}-${lotId}`), lotId: fc.constant(lotId) },
    pack: fc.integer({ min: 1, max: 4 }),
    moq: fc.constantFrom(0, 5),
    capacity: fc.constantFrom(null, 12),
    freightUnitAmount: fc.integer({ min: 0, max: 3 }),
    leadTimeDays: fc.constant(null),
    articleNumber: fc.constant(''),
    qualityAnswers: fc.constant({}),
    note: fc.constant(''),
    tiers: fc
      .tuple(fc.integer({ min: 10, max: 40 }), fc.integer({ min: 0, max: 9 }))
      .map(([price, less]) => [
        { minQuantity: 1, unitAmount: price },
        { minQuantity: 8, unitAmount: price - less },
      ]),
  });
const rounds: fc.Arbitrary<RoundBids> = fc.record({
  currency: fc.constant('RWF'),
  shareRule: fc.constantFrom('value' as const, 'weight' as const, 'quantity' as const),
  lots: fc.tuple(lot('a', 0), lot('b', 1)),
  bids: fc.tuple(bid('s1'), bid('s2')),
  rates: fc.constant({}),
});

async function settled(round: RoundBids, find: Finder): Promise<RoundAward> {
  const outcome = await settleAward(round, find);
  if (!outcome.ok) throw new Error(outcome.failure);
  return outcome.award;
}
const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

/** What must hold of any award, whoever found it. */
function holds(round: RoundBids, award: RoundAward): void {
  expect(total(award.allocations.map((x) => x.goodsAmount))).toBe(award.goodsAmount);
  expect(total(award.allocations.map((x) => x.freightAmount))).toBe(award.freightAmount);
  for (const one of award.lots) {
    const { members } = round.lots.find(({ id }) => id === one.lotId)!;
    const rows = award.allocations.filter((x) => x.lotId === one.lotId);
    expect(total(rows.map((x) => x.quantity))).toBe(one.quantity);
    for (const row of rows) {
      const { firm, tolerance, ceiling } = members.find(({ id }) => id === row.memberId)!;
      const left = row.reason.code === 'ceiling_left';
      if (left) expect(ceiling).not.toBeNull();
      if (left || one.outcome === 'failed') expect(row.quantity).toBe(0);
      else if (one.outcome === 'short') expect(row.quantity).toBeLessThanOrEqual(firm);
      else {
        expect(row.quantity).toBeGreaterThanOrEqual(firm);
        expect(row.quantity).toBeLessThanOrEqual(firm + tolerance);
      }
      // Nobody who stays pays over the ceiling.
      if (!left && one.landedUnitAmount !== null)
        expect(ceiling ?? Infinity).toBeGreaterThanOrEqual(one.landedUnitAmount);
    }
  }
}

describe('an award with everything that follows from it', () => {
  it('holds, with awards found by trying all of them', async () => {
    let left = 0;
    await fc.assert(
      fc.asyncProperty(rounds, async (round) => {
        const award = await settled(round, byHand);
        holds(round, award);
        left += award.allocations.filter((x) => x.reason.code === 'ceiling_left').length;
      }),
      { numRuns: 60 },
    );
    expect(left).toBeGreaterThan(10);
  });

  it('holds with the solver, costs as much as by hand, and never less than the least amount', async () => {
    const free = rounds.map((round) => ({
      ...round,
      lots: round.lots.map((one) => ({
        ...one,
        members: one.members.map((m) => ({ ...m, ceiling: null })),
      })),
    }));
    await fc.assert(
      fc.asyncProperty(free, async (round) => {
        const [exact, hand] = [
          await settled(round, wishedFinder(solvers)),
          await settled(round, byHand),
        ];
        holds(round, exact);
        if (exact.lots.every((one) => one.outcome === 'awarded'))
          expect(exact.totalAmount).toBe(hand.totalAmount);
        expect(await leastAmount(round, exact, solvers)).toBeLessThanOrEqual(exact.totalAmount);
      }),
      { numRuns: 25 },
    );
  });

  it('is the same in whatever order lots, bids and members are written', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (round) => {
        const turned: RoundBids = {
          ...round,
          bids: round.bids.toReversed(),
          lots: round.lots
            .toReversed()
            .map((one) => ({ ...one, members: one.members.toReversed() })),
        };
        const sorted = ({ allocations, totalAmount }: RoundAward) => [
          totalAmount,
          allocations.map((row) => JSON.stringify(row)).sort(),
        ];
        const find = wishedFinder(solvers);
        expect(sorted(await settled(turned, find))).toEqual(sorted(await settled(round, find)));
      }),
      { numRuns: 25 },
    );
  });

  it('counts other quantities only for the lots that name them', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (round) => {
        const wishes = { ...NOTHING_WISHED, demand: new Map([['a', { firm: 4, tolerance: 0 }]]) };
        const other = withDemand(round, wishes);
        expect(other.lots[1]).toBe(round.lots[1]);
        const award = await settled(other, byHand);
        expect(award.lots[0]!.demand).toEqual({ firm: 4, tolerance: 0 });
      }),
      { numRuns: 10 },
    );
  });
});
