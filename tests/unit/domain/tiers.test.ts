import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkOrderQuantity,
  isMoqAMultiple,
  leastOrder,
  nextTier,
  QUANTITY_MAX,
  sortTiers,
  tierProblems,
  TIERS_MAX,
  UNIT_AMOUNT_MAX,
  unitPriceFor,
  type PriceTier,
} from '#src/domain/tiers.ts';

const product = { moq: 10, baseAmount: 1000 };
const tier = (minQuantity: number, unitAmount: number): PriceTier => ({ minQuantity, unitAmount });
const codes = (tiers: PriceTier[]) =>
  tierProblems(tiers, product).map((p) => `${p.index} ${p.code}`);

/** Valid tables: ascending quantities from the MOQ, prices that stay or fall. */
const validTable = fc
  .record({
    moq: fc.integer({ min: 1, max: 500 }),
    baseAmount: fc.integer({ min: 5000, max: 1_000_000 }),
    steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 })), {
      maxLength: TIERS_MAX,
    }),
  })
  .map(({ moq, baseAmount, steps }) => {
    let [quantity, price] = [moq - 1, baseAmount];
    const tiers = steps.map(([more, less]) => tier((quantity += more), (price -= less)));
    return { moq, baseAmount, tiers };
  });

describe('tier tables', () => {
  it('accepts tables that start at the MOQ or above and never rise', () => {
    fc.assert(
      fc.property(validTable, (table) => {
        expect(tierProblems(table.tiers, table)).toEqual([]);
      }),
    );
    expect(codes([])).toEqual([]);
    expect(codes([tier(10, 1000), tier(11, 1000)])).toEqual([]);
  });

  it('names the row and the fault', () => {
    expect(codes([tier(9, 900)])).toEqual(['0 tier_below_moq']);
    expect(codes([tier(20, 900), tier(20, 800)])).toEqual(['1 tier_twice']);
    expect(codes([tier(20, 900), tier(15, 800)])).toEqual(['1 tier_not_ascending']);
    expect(codes([tier(20, 1001)])).toEqual(['0 tier_price_rises']);
    expect(codes([tier(20, 900), tier(30, 901)])).toEqual(['1 tier_price_rises']);
    expect(codes([tier(20, 900), tier(30, 950), tier(40, 920)])).toEqual(['1 tier_price_rises']);
  });

  it('sorts rows without touching the form', () => {
    const typed = [tier(50, 800), tier(20, 900)];
    expect(sortTiers(typed)).toEqual([tier(20, 900), tier(50, 800)]);
    expect(typed[0]).toEqual(tier(50, 800));
  });

  it('refuses figures that are none', () => {
    for (const bad of [NaN, Infinity, 0, -1, 10.5, QUANTITY_MAX + 1]) {
      expect(codes([tier(bad, 900)])).toEqual(['0 out_of_range']);
    }
    for (const bad of [NaN, 0, -1, 10.5, UNIT_AMOUNT_MAX + 1]) {
      expect(codes([tier(20, bad)])).toEqual(['0 out_of_range']);
    }
    expect(codes([tier(QUANTITY_MAX, 1)])).toEqual([]);
    expect(
      tierProblems([tier(1, UNIT_AMOUNT_MAX)], { moq: 1, baseAmount: UNIT_AMOUNT_MAX }),
    ).toEqual([]);
    const long = Array.from({ length: TIERS_MAX + 1 }, (_, i) => tier(20 + i, 900));
    expect(codes(long)).toEqual([`${TIERS_MAX} too_many_tiers`]);
  });
});

describe('prices by quantity', () => {
  const tiers = [tier(50, 900), tier(100, 900), tier(200, 700)];

  it('takes the last tier reached, boundaries included', () => {
    expect([1, 49, 50, 199, 200, 1e6].map((q) => unitPriceFor(q, 1000, tiers))).toEqual([
      1000, 1000, 900, 900, 700, 700,
    ]);
    expect(unitPriceFor(5, 1000, [])).toBe(1000);
  });

  it('points at the next tier that is really cheaper', () => {
    expect(nextTier(10, 1000, tiers)).toEqual({ tier: tiers[0], missing: 40, savingPerUnit: 100 });
    expect(nextTier(60, 1000, tiers)).toEqual({ tier: tiers[2], missing: 140, savingPerUnit: 200 });
    expect(nextTier(200, 1000, tiers)).toBeNull();
    expect(nextTier(1, 1000, [])).toBeNull();
  });

  it('never costs more a unit when more is bought, and keeps the promise of the next tier', () => {
    fc.assert(
      fc.property(validTable, fc.nat(5000), fc.nat(5000), ({ tiers: t, baseAmount }, a, b) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        expect(unitPriceFor(many, baseAmount, t)).toBeLessThanOrEqual(
          unitPriceFor(few, baseAmount, t),
        );
        const more = nextTier(few, baseAmount, t);
        if (!more) return;
        const then = unitPriceFor(few + more.missing, baseAmount, t);
        expect(then).toBe(unitPriceFor(few, baseAmount, t) - more.savingPerUnit);
        expect(more.savingPerUnit).toBeGreaterThan(0);
      }),
    );
  });
});

describe('order quantities', () => {
  const rule = fc.record({
    moq: fc.integer({ min: 1, max: 10_000 }),
    orderMultiple: fc.integer({ min: 1, max: 500 }),
  });

  it('accepts exactly the multiples from the MOQ up', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: -10, max: 30_000 }), (r, q) => {
        expect(checkOrderQuantity(q, r).ok).toBe(q >= r.moq && q % r.orderMultiple === 0);
      }),
    );
  });

  it('suggests the nearest quantities that it would accept', () => {
    fc.assert(
      fc.property(rule, fc.double({ min: -10, max: 30_000, noNaN: true }), (r, q) => {
        const check = checkOrderQuantity(q, r);
        if (check.ok) return;
        const { above, below } = check;
        expect(above).not.toBeNull();
        expect(checkOrderQuantity(above ?? 0, r)).toEqual({ ok: true });
        expect(above).toBeGreaterThan(q);
        if (below === null) {
          expect(above).toBe(leastOrder(r));
          return;
        }
        expect(checkOrderQuantity(below, r)).toEqual({ ok: true });
        expect(below).toBeLessThan(q);
        expect((above ?? 0) - below).toBe(r.orderMultiple);
      }),
    );
  });

  it('says which rule was missed', () => {
    const packs = { moq: 10, orderMultiple: 6 };
    expect(checkOrderQuantity(9, packs)).toEqual({
      ok: false,
      code: 'below_moq',
      above: 12,
      below: null,
    });
    expect(checkOrderQuantity(11, packs)).toEqual({
      ok: false,
      code: 'not_a_multiple',
      above: 12,
      below: null,
    });
    expect(checkOrderQuantity(13, packs)).toEqual({
      ok: false,
      code: 'not_a_multiple',
      above: 18,
      below: 12,
    });
    expect(checkOrderQuantity(NaN, packs)).toEqual({
      ok: false,
      code: 'not_a_number',
      above: 12,
      below: null,
    });
    const over = { ok: false, code: 'out_of_range', above: null, below: 99_999_996 };
    expect(checkOrderQuantity(Infinity, packs)).toEqual(over);
    expect(checkOrderQuantity(99_999_997, packs)).toEqual(over);
    expect(checkOrderQuantity(99_999_996, packs)).toEqual({ ok: true });
    expect(isMoqAMultiple(packs)).toBe(false);
    expect(isMoqAMultiple({ moq: 12, orderMultiple: 6 })).toBe(true);
    for (const bad of [0, -1, 0.5, NaN]) {
      expect(() => checkOrderQuantity(1, { moq: bad, orderMultiple: 1 })).toThrow(RangeError);
      expect(() => checkOrderQuantity(1, { moq: 1, orderMultiple: bad })).toThrow(RangeError);
    }
  });
});
