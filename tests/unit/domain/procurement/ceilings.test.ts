import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleCeilings, type Ceilinged } from '#src/domain/procurement/ceilings.ts';
import { pooled } from '#src/domain/procurement/lot-meter.ts';
import type { LotMember } from '#src/domain/procurement/lot-member.ts';
import { choosePacks } from '#src/domain/procurement/packs.ts';
import { shuffled, someMembers, someRule, someTiers } from './pledges.ts';

type Member = LotMember & Ceilinged;
const withCeilings = fc
  .tuple(
    someMembers(),
    fc.array(fc.option(fc.integer({ min: 60, max: 200 }), { nil: null }), {
      minLength: 7,
      maxLength: 7,
    }),
  )
  .map(([members, ceilings]): Member[] =>
    members.map((member, i) => ({ ...member, ceiling: ceilings[i]! })),
  );
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();

describe('ceilings', () => {
  it('say who left when, and at which price', () => {
    const members = [
      { id: 'c', ceiling: 850 },
      { id: 'a', ceiling: 900 },
      { id: 'b', ceiling: 1000 },
      { id: 'd', ceiling: null },
    ];
    const price = (remaining: readonly unknown[]) => [0, 1000, 1000, 950, 860][remaining.length]!;
    expect(settleCeilings(members, price)).toEqual({
      remaining: [members[2], members[3]],
      price: 1000,
      leavers: [
        { id: 'c', pass: 1, price: 860, ceiling: 850 },
        { id: 'a', pass: 2, price: 950, ceiling: 900 },
      ],
      passes: 3,
    });
    expect(settleCeilings(members, () => null)).toMatchObject({ price: null, leavers: [] });
    expect(settleCeilings(members, () => 850).leavers).toEqual([]);
  });

  it('end at one point, whoever leaves first', () => {
    fc.assert(
      fc.property(
        withCeilings,
        someRule,
        someTiers(),
        fc.nat(50),
        fc.array(fc.nat(6), { minLength: 8, maxLength: 8 }),
        (members, rule, tiers, seed, turns) => {
          const priceFor = (some: readonly Member[]) => {
            const plan = choosePacks(pooled(some), rule, tiers);
            return 'unitAmount' in plan ? plan.unitAmount : null;
          };
          const settled = settleCeilings(members, priceFor);
          expect(ids([...settled.remaining, ...settled.leavers])).toEqual(ids(members));
          expect(settled.passes).toBeLessThanOrEqual(members.length + 1);
          for (const { ceiling, price } of settled.leavers) expect(ceiling).toBeLessThan(price);
          if (settled.price !== null)
            for (const { ceiling } of settled.remaining)
              expect(ceiling ?? Infinity).toBeGreaterThanOrEqual(settled.price);
          const other = settleCeilings(shuffled(members, seed), priceFor);
          expect([ids(other.remaining), other.price, other.leavers]).toEqual([
            ids(settled.remaining),
            settled.price,
            settled.leavers,
          ]);
          // One at a time, in any order, comes to the same.
          let alone = [...members];
          for (const turn of turns) {
            const price = priceFor(alone);
            const over = alone.filter((m) => price !== null && (m.ceiling ?? price) < price);
            const leaver = over[turn % Math.max(1, over.length)];
            alone = alone.filter((member) => member !== leaver);
          }
          if (settled.price !== null) expect(ids(alone)).toEqual(ids(settled.remaining));
          else expect(priceFor(alone)).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });
});
