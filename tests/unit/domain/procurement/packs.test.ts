import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tierPriceAt } from '#src/domain/procurement/lot-amount.ts';
import {
  cheapestPacks,
  choosePacks,
  packBounds,
  type LotRule,
} from '#src/domain/procurement/packs.ts';
import { someDemand, someRule, someTiers } from './pledges.ts';

const rule: LotRule = {
  decimals: 0,
  pack: 10,
  moq: 0,
  policy: 'cheapest_total',
  whenShort: 'fail',
};
const tiers = [
  { minQuantity: 1, unitAmount: 1000 },
  { minQuantity: 100, unitAmount: 850 },
];

/** The packs that each policy means, by looking at every number of packs. */
function byLooking(pack: number, curve: typeof tiers, least: number, most: number): number | null {
  let best: { n: number; total: number } | null = null;
  for (let n = least; n <= most; n += 1) {
    const price = tierPriceAt(curve, n * pack);
    if (price !== null && (!best || n * pack * price < best.total))
      best = { n, total: n * pack * price };
  }
  return best?.n ?? null;
}

describe('packs', () => {
  it('orders ten where nine cost more', () => {
    expect(choosePacks({ firm: 82, tolerance: 20 }, rule, tiers)).toEqual({
      kind: 'order',
      packs: 10,
      quantity: 100,
      surplus: 18,
      least: 9,
      most: 10,
      unitAmount: 850,
      reason: {
        code: 'cheaper',
        packs: 10,
        surplus: 18,
        amount: 85_000,
        leastPacks: 9,
        leastAmount: 90_000,
      },
    });
  });

  it('follows the policy and says why', () => {
    const demand = { firm: 82, tolerance: 40 };
    const by = (some: Partial<LotRule>, d = demand, curve = tiers) => {
      const plan = choosePacks(d, { ...rule, ...some }, curve);
      return plan.kind === 'order' ? [plan.packs, plan.reason.code] : [plan.kind];
    };
    expect(by({ policy: 'min_packs' })).toEqual([9, 'least']);
    expect(by({ policy: 'min_packs', moq: 95 })).toEqual([10, 'moq']);
    expect(by({ policy: 'max_tolerance' })).toEqual([12, 'tolerance']);
    expect(by({ policy: 'cheapest_total' })).toEqual([10, 'cheaper']);
    expect(by({}, { firm: 80, tolerance: 0 })).toEqual([8, 'fits']);
    expect(by({}, demand, [])).toEqual([9, 'no_price']);
    expect(by({}, demand, [{ minQuantity: 110, unitAmount: 900 }])).toEqual([11, 'cheaper']);
    // The same total: the smaller order.
    expect(by({}, demand, [tiers[0]!, { minQuantity: 100, unitAmount: 900 }])).toEqual([
      9,
      'least',
    ]);
  });

  it('shares a shortage when full packs reach the MOQ, else fails or waits', () => {
    expect(choosePacks({ firm: 82, tolerance: 5 }, rule, tiers)).toEqual({
      kind: 'short',
      packs: 8,
      quantity: 80,
      short: 2,
      missing: 3,
      unitAmount: 1000,
    });
    const moq = { ...rule, moq: 85 };
    expect(choosePacks({ firm: 82, tolerance: 5 }, moq, tiers)).toEqual({
      kind: 'failed',
      code: 'below_moq',
      missing: 3,
    });
    expect(choosePacks({ firm: 6, tolerance: 1 }, { ...rule, whenShort: 'extend' }, [])).toEqual({
      kind: 'extend',
      code: 'below_pack',
      missing: 3,
    });
    expect(choosePacks({ firm: 0, tolerance: 50 }, rule, tiers)).toMatchObject({
      code: 'no_demand',
    });
  });

  it('is the cheapest of all, without looking at all', () => {
    fc.assert(
      fc.property(
        someTiers(),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(30),
        fc.nat(30),
        (curve, pack, least, more) => {
          expect(cheapestPacks(pack, curve, least, least + more)).toBe(
            byLooking(pack, curve, least, least + more),
          );
        },
      ),
      { numRuns: 1000 },
    );
    expect(cheapestPacks(1, tiers, 1, 100_000_000)).toBe(1);
    expect(cheapestPacks(1, tiers, 99, 100_000_000)).toBe(100 * 850 < 99 * 1000 ? 100 : 99);
  });

  it('orders whole packs within what members pledged, or says how much is missing', () => {
    fc.assert(
      fc.property(someDemand, someRule, someTiers(), (demand, some, curve) => {
        const plan = choosePacks(demand, some, curve);
        const { least, most } = packBounds(demand, some);
        if (plan.kind === 'order') {
          expect(plan.packs).toBeGreaterThanOrEqual(least);
          expect(plan.packs).toBeLessThanOrEqual(most);
          expect(plan.quantity).toBe(plan.packs * some.pack);
          expect(plan.quantity).toBeGreaterThanOrEqual(Math.max(demand.firm, some.moq));
          expect(plan.quantity).toBeLessThanOrEqual(demand.firm + demand.tolerance);
          expect(plan.surplus).toBe(plan.quantity - demand.firm);
          return;
        }
        if (plan.kind === 'short') {
          expect([plan.quantity + plan.short, plan.quantity % some.pack]).toEqual([demand.firm, 0]);
          expect(plan.quantity).toBeGreaterThanOrEqual(some.moq);
          expect(plan.short).toBeLessThan(some.pack);
          expect(plan.packs).toBeGreaterThan(0);
        } else {
          expect(plan.kind).toBe(some.whenShort === 'extend' ? 'extend' : 'failed');
        }
        if (demand.firm === 0) return;
        // With what is missing, firm or tolerance, everybody is served; with one step less not.
        for (const kind of ['firm', 'tolerance'] as const) {
          const add = (steps: number) => ({ ...demand, [kind]: demand[kind] + steps });
          expect(choosePacks(add(plan.missing), some, curve).kind).toBe('order');
          expect(choosePacks(add(plan.missing - 1), some, curve).kind).not.toBe('order');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never orders fewer packs, nor at a higher price, for more demand', () => {
    const packsOf = (plan: ReturnType<typeof choosePacks>) => ('packs' in plan ? plan.packs : 0);
    fc.assert(
      fc.property(
        someDemand,
        someRule,
        someTiers(),
        fc.nat(30),
        fc.nat(30),
        (demand, some, curve, firm, tolerance) => {
          const fewer = choosePacks(demand, some, curve);
          const bigger = { firm: demand.firm + firm, tolerance: demand.tolerance + tolerance };
          const more = choosePacks(bigger, some, curve);
          expect(packsOf(more)).toBeGreaterThanOrEqual(packsOf(fewer));
          const before = 'unitAmount' in fewer ? fewer.unitAmount : null;
          const after = 'unitAmount' in more ? more.unitAmount : null;
          if (before !== null) expect(after).toBeLessThanOrEqual(before);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('counts exactly near the end of the safe integers', () => {
    const firm = 2 ** 53 - 9;
    expect(packBounds({ firm, tolerance: 8 }, { pack: 8, moq: 0 })).toEqual({
      least: 2 ** 50 - 1,
      most: 2 ** 50 - 1,
      missing: 0,
    });
    expect(() => packBounds({ firm: 1, tolerance: 0 }, { pack: 0, moq: 0 })).toThrow(RangeError);
    expect(() => packBounds({ firm: -1, tolerance: 0 }, { pack: 1, moq: 0 })).toThrow(RangeError);
  });
});
