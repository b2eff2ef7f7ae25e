import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lateChange, type PledgeTerms } from '#src/domain/procurement/late-pledge.ts';
import { choosePacks } from '#src/domain/procurement/packs.ts';
import { someDemand, someRule, someTiers } from './pledges.ts';

const terms = (firm: number, tolerance: number, ceiling: number | null = null): PledgeTerms => ({
  firm,
  tolerance,
  ceiling,
});
const lot = { pack: 10, moq: 0 };
const answer = (before: PledgeTerms, after: PledgeTerms, pooled = { firm: 82, tolerance: 5 }) => {
  const result = lateChange(before, after, pooled, lot);
  return result.ok ? result.value : result.failure.code;
};

describe('a change in the last minutes', () => {
  it('passes when it helps the others', () => {
    expect(answer(terms(8, 2), terms(9, 2))).toBe('firm');
    expect(answer(terms(8, 2), terms(11, 0))).toBe('firm');
    expect(answer(terms(8, 2), terms(10, 0))).toBe('to_firm');
    expect(answer(terms(8, 2), terms(8, 3))).toBe('tolerance');
    expect(answer(terms(8, 2, 900), terms(8, 2, 950))).toBe('ceiling');
    expect(answer(terms(8, 2, 900), terms(8, 2))).toBe('ceiling');
    expect(answer(terms(0, 0), terms(5, 0, 700))).toBe('firm');
    expect(answer(terms(8, 2), terms(8, 2))).toBe('same');
    // 82 firm and 5 of tolerance leave 3 missing to the ninth pack; 80 fill eight.
    expect(answer(terms(8, 2), terms(6, 2))).toBe('fills_pack');
  });

  it('is refused when it does not', () => {
    expect(answer(terms(8, 2), terms(7, 2))).toBe('late_pledge');
    expect(answer(terms(8, 2), terms(9, 0))).toBe('late_pledge');
    expect(answer(terms(8, 2), terms(7, 3))).toBe('late_pledge');
    expect(answer(terms(8, 2), terms(8, 1))).toBe('late_pledge');
    expect(answer(terms(8, 2), terms(0, 0))).toBe('late_pledge');
    expect(answer(terms(8, 2, 900), terms(7, 2, 950))).toBe('late_pledge');
    expect(answer(terms(8, 2, 900), terms(9, 2, 899))).toBe('late_ceiling');
    expect(answer(terms(8, 2), terms(9, 2, 5000))).toBe('late_ceiling');
    // The tolerances cover the ninth pack: nothing is missing that two steps less would fill.
    expect(answer(terms(8, 2), terms(6, 2), { firm: 82, tolerance: 20 })).toBe('late_pledge');
  });

  it('never leaves the others fewer packs, nor a dearer price', () => {
    fc.assert(
      fc.property(
        someDemand,
        someRule,
        someTiers(),
        fc.tuple(fc.nat(20), fc.nat(20)),
        fc.tuple(fc.nat(20), fc.nat(20)),
        (others, rule, tiers, [f, t], [f2, t2]) => {
          const total = (firm: number, tolerance: number) => ({
            firm: others.firm + firm,
            tolerance: others.tolerance + tolerance,
          });
          const change = lateChange(terms(f, t), terms(f2, t2), total(f, t), rule);
          if (!change.ok) return;
          const least = { ...rule, policy: 'min_packs' as const };
          const before = choosePacks(total(f, t), least, tiers);
          const after = choosePacks(total(f2, t2), least, tiers);
          const packs = (plan: typeof before) => ('packs' in plan ? plan.packs : 0);
          expect(packs(after)).toBeGreaterThanOrEqual(packs(before));
          if ('unitAmount' in before && before.unitAmount !== null && 'unitAmount' in after)
            expect(after.unitAmount).toBeLessThanOrEqual(before.unitAmount);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
