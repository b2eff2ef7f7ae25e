import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocate,
  type Allocation,
  type AllocationLot,
  type ExtraCosts,
} from '#src/domain/procurement/allocation.ts';
import { millsPerStep } from '#src/domain/procurement/lot-amount.ts';
import { byCommitment, type LotMember } from '#src/domain/procurement/lot-member.ts';
import { unitPlace } from '#src/domain/procurement/pledge-queue.ts';
import { fillFairly } from '#src/domain/procurement/surplus.ts';
import { shuffled, someMembers, sum } from './pledges.ts';

const nobody: ExtraCosts = new Map();
const lotOf = (unitAmount: number | null, extraCosts = nobody, decimals = 0): AllocationLot => ({
  decimals,
  unitAmount,
  extraCosts,
});
const byMember = ({ shares }: Allocation) =>
  Object.fromEntries(shares.map(({ id, quantity }) => [id, quantity]));
const demandOf = (members: readonly LotMember[]) => sum(members.map(({ firm }) => firm));
const wishOf = (members: readonly LotMember[]) => sum(members.map(({ tolerance }) => tolerance));

/** The rule as it is written: one step at a time. */
function oneByOne(
  members: readonly LotMember[],
  starts: readonly bigint[],
  step: bigint,
  surplus: number,
): number[] {
  const given = members.map(() => 0);
  const costs = [...starts];
  for (let left = surplus; left > 0; left -= 1) {
    const open = members
      .map((member, i) => ({ member, i }))
      .filter(({ member, i }) => given[i]! < member.tolerance)
      .sort((a, b) =>
        costs[a.i] === costs[b.i]
          ? byCommitment(a.member, b.member)
          : costs[a.i]! < costs[b.i]!
            ? -1
            : 1,
      );
    const first = open[0];
    if (!first) break;
    given[first.i]! += 1;
    costs[first.i]! += step;
  }
  return given;
}

const someCosts = fc.array(fc.oneof(fc.bigInt(0n, 60n), fc.bigInt(0n, 10n ** 30n)), {
  minLength: 7,
  maxLength: 7,
});
const someCase = fc.record({
  members: someMembers(),
  ordered: fc.nat(160),
  seed: fc.nat(50),
  price: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
  decimals: fc.nat(3),
  costs: fc.array(fc.bigInt(0n, 40_000n), { minLength: 7, maxLength: 7 }),
});
const contextOf = ({
  members,
  price,
  decimals,
  costs,
}: {
  members: readonly LotMember[];
  price: number | null;
  decimals: number;
  costs: readonly bigint[];
}) => lotOf(price, new Map(members.map(({ id }, i) => [id, costs[i]!])), decimals);

describe('a surplus', () => {
  it('goes where the loop would bring it, step by step', () => {
    fc.assert(
      fc.property(
        someMembers(),
        someCosts,
        fc.bigInt(1n, 20n),
        fc.nat(70),
        (members, costs, step, surplus) => {
          const starts = members.map((_, i) => costs[i]!);
          expect(fillFairly(members, starts, step, surplus)).toEqual(
            oneByOne(members, starts, step, surplus),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is shared so that nobody could have paid less without somebody paying more', () => {
    fc.assert(
      fc.property(someCase, (some) => {
        const { members } = some;
        const price = (some.price ?? 0) + 1;
        const context = contextOf({ ...some, price });
        const ordered = demandOf(members) + (some.ordered % (wishOf(members) + 1));
        const { shares, extraCosts } = allocate(members, ordered, context);
        const step = millsPerStep(price, some.decimals);
        // Whoever got a step had, before it, no more than anybody has now who could still take one.
        members.forEach((giver, i) => {
          if (shares[i]!.quantity === giver.firm) return;
          members.forEach((taker, j) => {
            if (shares[j]!.quantity === taker.firm + taker.tolerance) return;
            expect(extraCosts.get(giver.id)! - step <= extraCosts.get(taker.id)!).toBe(true);
          });
        });
      }),
      { numRuns: 500 },
    );
  });

  it('tells each member why', () => {
    const member = (id: string, firm: number, tolerance: number, committedAt: number) => ({
      id,
      firm,
      tolerance,
      committedAt,
    });
    const members = [
      member('a', 40, 5, 1),
      member('b', 30, 2, 2),
      member('c', 12, 0, 3),
      member('d', 1, 9, 4),
    ];
    const before: ExtraCosts = new Map([['d', 5_000_000n]]);
    const { shares, left, extraCosts } = allocate(members, 90, lotOf(1100, before));
    expect(left).toBe(0);
    expect(shares.map(({ quantity }) => quantity)).toEqual([45, 32, 12, 1]);
    expect(shares.map(({ reason }) => reason)).toEqual([
      {
        code: 'surplus_share',
        firm: 40,
        extra: 5,
        tolerance: 5,
        surplus: 7,
        extraCost: 5500,
        mostExtraCost: 5500,
      },
      {
        code: 'surplus_share',
        firm: 30,
        extra: 2,
        tolerance: 2,
        surplus: 7,
        extraCost: 2200,
        mostExtraCost: 5500,
      },
      { code: 'firm', firm: 12 },
      {
        code: 'surplus_spared',
        firm: 1,
        extra: 0,
        tolerance: 9,
        surplus: 7,
        extraCost: 5000,
        mostExtraCost: 5500,
      },
    ]);
    expect([...extraCosts]).toEqual([
      ['d', 5_000_000n],
      ['a', 5_500_000n],
      ['b', 2_200_000n],
      ['c', 0n],
    ]);
  });

  it('is shared by quantity where no price is known, and then counts for no later lot', () => {
    const members = ['a', 'b'].map((id) => ({
      id,
      firm: 5,
      tolerance: 9,
      committedAt: id === 'a' ? 1 : 2,
    }));
    const before: ExtraCosts = new Map([['a', 90_000n]]);
    for (const price of [null, 0]) {
      const result = allocate(members, 15, lotOf(price, before));
      expect(byMember(result)).toEqual({ a: 8, b: 7 });
      expect([result.extraCosts.get('a'), result.extraCosts.get('b')]).toEqual([90_000n, 0n]);
    }
  });

  it('grows by a step for one member at a time', () => {
    fc.assert(
      fc.property(someCase, (some) => {
        const { members } = some;
        const ordered = demandOf(members) + (some.ordered % (wishOf(members) + 1));
        const few = allocate(members, ordered, contextOf(some)).shares;
        const more = allocate(members, ordered + 1, contextOf(some)).shares;
        const grown = more.map(({ quantity }, i) => quantity - few[i]!.quantity);
        expect(grown.every((steps) => steps >= 0)).toBe(true);
        expect(sum(grown)).toBe(ordered < demandOf(members) + wishOf(members) ? 1 : 0);
      }),
    );
  });
});

describe('an allocation', () => {
  it('adds up, stays within each pledge and does not depend on order', () => {
    fc.assert(
      fc.property(someCase, (some) => {
        const { members, ordered } = some;
        const result = allocate(members, ordered, contextOf(some));
        expect(sum(result.shares.map(({ quantity }) => quantity)) + result.left).toBe(ordered);
        const covered = ordered >= demandOf(members);
        members.forEach(({ firm, tolerance }, i) => {
          const { quantity } = result.shares[i]!;
          expect(quantity).toBeGreaterThanOrEqual(covered ? firm : 0);
          expect(quantity).toBeLessThanOrEqual(covered ? firm + tolerance : firm);
        });
        if (result.left > 0) expect(ordered).toBeGreaterThan(demandOf(members) + wishOf(members));
        const other = allocate(shuffled(members, some.seed), ordered, contextOf(some));
        expect(byMember(other)).toEqual(byMember(result));
        expect(new Map([...other.extraCosts].sort())).toEqual(
          new Map([...result.extraCosts].sort()),
        );
        expect(allocate(members, ordered, contextOf(some))).toEqual(result);
      }),
      { numRuns: 500 },
    );
  });

  it('gives nobody more because another would take more', () => {
    fc.assert(
      fc.property(someCase, fc.nat(6), fc.integer({ min: 1, max: 9 }), (some, who, more) => {
        const { members, ordered } = some;
        if (members.length === 0) return;
        const at = who % members.length;
        const wider = members.map((member, i) =>
          i === at ? { ...member, tolerance: member.tolerance + more } : member,
        );
        const before = allocate(members, ordered, contextOf(some));
        const after = allocate(wider, ordered, contextOf(some));
        const firm = ordered >= demandOf(members);
        members.forEach((member, i) => {
          const [then, now] = [before.shares[i]!.quantity, after.shares[i]!.quantity];
          if (i === at) expect(now).toBeGreaterThanOrEqual(then);
          else expect(now).toBeLessThanOrEqual(then);
          if (firm) expect(now).toBeGreaterThanOrEqual(member.firm);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a member who comes twice and quantities that are none', () => {
    const one = { id: 'a', firm: 1, tolerance: 0, committedAt: 1 };
    expect(() => allocate([one, one], 2, lotOf(1))).toThrow(RangeError);
    expect(() => allocate([one], -1, lotOf(1))).toThrow(RangeError);
    expect(() => allocate([{ ...one, firm: 0.5 }], 1, lotOf(1))).toThrow(RangeError);
    expect(() => allocate([{ ...one, tolerance: -1 }], 1, lotOf(1))).toThrow(RangeError);
    expect(allocate([], 5, lotOf(1))).toMatchObject({ shares: [], left: 5 });
  });
});

describe('a shortage', () => {
  it('is proportional to within one step, ties to who committed first', () => {
    fc.assert(
      fc.property(someMembers(), fc.nat(80), (members, supply) => {
        const demand = demandOf(members);
        if (supply >= demand) return;
        const { shares } = allocate(members, supply, lotOf(100));
        shares.forEach(({ quantity, reason }, i) => {
          const exact = supply * members[i]!.firm;
          expect(Math.abs(quantity * demand - exact)).toBeLessThan(demand);
          if (members[i]!.firm > 0)
            expect(reason).toEqual({
              code: 'shortage_share',
              firm: members[i]!.firm,
              share: quantity,
              supply,
              demand,
            });
          // Nobody with a larger remainder, or the same and an earlier commitment, went without.
          const up = (index: number) =>
            shares[index]!.quantity > Math.floor((supply * members[index]!.firm) / demand);
          members.forEach((other, j) => {
            const [mine, theirs] = [exact % demand, (supply * other.firm) % demand];
            if (up(j) && !up(i)) {
              expect(mine).toBeLessThanOrEqual(theirs);
              if (mine === theirs) expect(byCommitment(other, members[i]!)).toBeLessThan(0);
            }
          });
        });
      }),
      { numRuns: 500 },
    );
  });

  it('goes by the place of the step at stake when the queue is known', () => {
    const early = {
      id: 'a',
      firm: 10,
      tolerance: 0,
      committedAt: 9,
      slices: [
        { at: 1, quantity: 8 },
        { at: 9, quantity: 2 },
      ],
    };
    const late = {
      id: 'b',
      firm: 10,
      tolerance: 0,
      committedAt: 5,
      slices: [{ at: 5, quantity: 10 }],
    };
    expect(unitPlace(early.slices, 8)).toBe(1);
    expect(byMember(allocate([late, early], 15, lotOf(1)))).toEqual({ a: 8, b: 7 });
    // The tenth step of a was asked for after the tenth of b.
    expect(byMember(allocate([late, early], 19, lotOf(1)))).toEqual({ a: 9, b: 10 });
    const bare = [early, late].map((member) => ({ ...member, slices: undefined }));
    expect(byMember(allocate(bare, 15, lotOf(1)))).toEqual({ a: 7, b: 8 });
  });

  it('runs again on what arrived', () => {
    const members = ['a', 'b', 'c'].map((id, i) => ({
      id,
      firm: 10,
      tolerance: 4,
      committedAt: i,
    }));
    const ordered = allocate(members, 36, lotOf(100));
    expect(byMember(ordered)).toEqual({ a: 12, b: 12, c: 12 });
    expect(byMember(allocate(members, 31, lotOf(100)))).toEqual({ a: 11, b: 10, c: 10 });
    expect(byMember(allocate(members, 20, lotOf(100)))).toEqual({ a: 7, b: 7, c: 6 });
    expect(allocate(members, 50, lotOf(100)).left).toBe(8);
  });
});
