import fc from 'fast-check';
import type { LotMember } from '#src/domain/procurement/lot-member.ts';
import type { LotRule } from '#src/domain/procurement/packs.ts';
import type { PriceTier } from '#src/domain/tiers.ts';

/** Members with small figures and often equal commitments, so that ties and full tolerances come up. */
export const someMembers = (max = { members: 7, firm: 12, tolerance: 8 }) =>
  fc
    .array(
      fc.record({
        firm: fc.nat(max.firm),
        tolerance: fc.nat(max.tolerance),
        committedAt: fc.nat(3),
      }),
      { maxLength: max.members },
    )
    .map((list): LotMember[] => list.map((member, i) => ({ id: `m${(i * 5) % 11}`, ...member })));

/** Tiers in rising quantities whose price never rises; sometimes none, sometimes from the first step on. */
export const someTiers = (most = 120): fc.Arbitrary<PriceTier[]> =>
  fc
    .record({
      price: fc.integer({ min: 100, max: 200 }),
      steps: fc.array(fc.tuple(fc.integer({ min: 1, max: most / 4 }), fc.nat(30)), {
        maxLength: 4,
      }),
    })
    .map(({ price, steps }) => {
      let [quantity, now] = [0, price];
      return steps.map(([more, less]) => ({
        minQuantity: (quantity += more),
        unitAmount: Math.max(0, (now -= less)),
      }));
    });

export const someRule: fc.Arbitrary<LotRule> = fc.record({
  decimals: fc.nat(3),
  pack: fc.integer({ min: 1, max: 12 }),
  moq: fc.nat(40),
  policy: fc.constantFrom('min_packs', 'max_tolerance', 'cheapest_total'),
  whenShort: fc.constantFrom('fail', 'extend'),
});

export const someDemand = fc.record({ firm: fc.nat(120), tolerance: fc.nat(60) });

/** The list in another order, by a seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const keyed = list.map((item, i) => ({ item, key: ((i + 1) * (seed * 2 + 7919)) % 101 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
