import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculatePrice, cheapestFor, type Listed } from '#src/domain/price-calculator.ts';

const boots: Listed = {
  moq: 12,
  orderMultiple: 6,
  baseAmount: 30_000,
  tiers: [
    { minQuantity: 60, unitAmount: 27_000 },
    { minQuantity: 240, unitAmount: 25_000 },
  ],
};
const at = (quantity: number, listed = boots) => {
  const read = calculatePrice(quantity, listed);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
};

/** Any listing that the database would take. */
const listings = fc
  .record({
    moq: fc.integer({ min: 1, max: 500 }),
    orderMultiple: fc.integer({ min: 1, max: 50 }),
    baseAmount: fc.integer({ min: 1, max: 1_000_000 }),
    steps: fc.array(
      fc.record({
        more: fc.integer({ min: 1, max: 400 }),
        less: fc.integer({ min: 0, max: 9000 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ steps, ...rule }): Listed => {
    let [minQuantity, unitAmount] = [rule.moq - 1, rule.baseAmount];
    const tiers = steps.map(({ more, less }) => {
      minQuantity += more;
      unitAmount = Math.max(1, unitAmount - less);
      return { minQuantity, unitAmount };
    });
    return { ...rule, tiers };
  });
const quantities = fc.integer({ min: 1, max: 5000 });

describe('the price of a quantity', () => {
  it('is the tier it reaches, and says what the next would save', () => {
    expect(at(12)).toMatchObject({
      unitAmount: 30_000,
      totalAmount: 360_000,
      check: { ok: true },
      next: {
        quantity: 60,
        missing: 48,
        unitAmount: 27_000,
        totalAmount: 1_620_000,
        savedAmount: 180_000,
        cheaper: false,
      },
    });
    expect(at(54).next).toMatchObject({ quantity: 60, cheaper: false });
    // 57 cost 1 710 000, and 60 cost 1 620 000.
    expect(at(57).next?.cheaper).toBe(true);
    expect(at(240)).toMatchObject({ unitAmount: 25_000, next: null });
  });

  it('explains MOQ and multiple', () => {
    expect(at(5).check).toEqual({ ok: false, code: 'below_moq', above: 12, below: null });
    expect(at(20).check).toEqual({ ok: false, code: 'not_a_multiple', above: 24, below: 18 });
  });

  it('of a variant with its own price has no tiers', () => {
    expect(at(240, { ...boots, variantAmount: 40_000 })).toMatchObject({
      unitAmount: 40_000,
      next: null,
    });
  });

  it('refuses what is no quantity', () => {
    for (const wrong of [0, -1, 1.5, NaN, Infinity])
      expect(calculatePrice(wrong, boots).ok).toBe(false);
    expect(calculatePrice(100_000_001, boots).ok).toBe(false);
  });
});

describe('for any listing', () => {
  it('one of more never costs more than one of fewer', () => {
    fc.assert(
      fc.property(listings, quantities, quantities, (listed, a, b) => {
        const [few, many] = [at(Math.min(a, b), listed), at(Math.max(a, b), listed)];
        expect(many.unitAmount).toBeLessThanOrEqual(few.unitAmount);
      }),
    );
  });

  it('the total rises within a tier', () => {
    fc.assert(
      fc.property(listings, quantities, (listed, n) => {
        const [now, more] = [at(n, listed), at(n + 1, listed)];
        if (now.unitAmount === more.unitAmount)
          expect(more.totalAmount).toBeGreaterThan(now.totalAmount);
      }),
    );
  });

  it('the next price is lower, can be ordered, and its figures hold', () => {
    fc.assert(
      fc.property(listings, quantities, (listed, n) => {
        const { next, unitAmount, totalAmount } = at(n, listed);
        if (!next) return;
        expect(next.unitAmount).toBeLessThan(unitAmount);
        expect(next.quantity % listed.orderMultiple).toBe(0);
        expect(next.quantity).toBe(n + next.missing);
        expect(next.totalAmount).toBe(at(next.quantity, listed).totalAmount);
        expect(next.savedAmount).toBe(next.quantity * unitAmount - next.totalAmount);
        expect(next.cheaper).toBe(next.totalAmount < totalAmount);
      }),
    );
  });

  it('the least that at least so many cost never falls when more are wanted', () => {
    fc.assert(
      fc.property(listings, quantities, quantities, (listed, a, b) => {
        const few = cheapestFor(Math.min(a, b), listed);
        const many = cheapestFor(Math.max(a, b), listed);
        expect(few.totalAmount).toBeLessThanOrEqual(many.totalAmount);
        expect(few.quantity).toBeGreaterThanOrEqual(Math.min(a, b));
        expect(at(few.quantity, listed).check.ok).toBe(true);
      }),
    );
  });
});
