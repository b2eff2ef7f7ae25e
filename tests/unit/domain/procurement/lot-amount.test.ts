import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountFor,
  millsPerStep,
  stepsPerUnit,
  tierPriceAt,
  unitAmountOf,
} from '#src/domain/procurement/lot-amount.ts';
import { siblingViews, unitsOf } from '#src/domain/procurement/unit-views.ts';
import { someTiers } from './pledges.ts';

const decimals = fc.nat(3);

describe('amounts of a lot', () => {
  it('round halves up once', () => {
    expect(amountFor(1250, 333, 2)).toBe(4163);
    expect(amountFor(5, 1, 1)).toBe(1);
    expect(amountFor(4, 1, 1)).toBe(0);
    expect(amountFor(0, 1000, 0)).toBe(0);
    expect(amountFor(90_071_992, 100_000_000, 0)).toBe(9_007_199_200_000_000);
    expect(amountFor(99_999_999_999, 1_000_001, 3)).toBe(100_000_099_999_000);
  });

  it('are within half a minor unit of the exact product', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e6), decimals, (quantity, price, places) => {
        const scale = BigInt(stepsPerUnit(places));
        const off =
          BigInt(amountFor(quantity, price, places)) * scale - BigInt(quantity) * BigInt(price);
        expect(off * 2n <= scale && off * 2n > -scale).toBe(true);
        expect(millsPerStep(price, places) * scale).toBe(BigInt(price) * 1000n);
      }),
    );
  });

  it('give a unit price that covers the amount, and by no more than one a unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.nat(1e9),
        decimals,
        (quantity, amount, places) => {
          const price = unitAmountOf(amount, quantity, places);
          const scale = stepsPerUnit(places);
          expect(price * quantity).toBeGreaterThanOrEqual(amount * scale);
          expect((price - 1) * quantity).toBeLessThan(amount * scale);
        },
      ),
    );
    expect(unitAmountOf(1000, 3, 0)).toBe(334);
  });

  it('refuse figures that are none', () => {
    for (const bad of [-1, 0.5, NaN, 2 ** 53]) {
      expect(() => amountFor(bad, 1, 0)).toThrow(RangeError);
      expect(() => amountFor(1, bad, 0)).toThrow(RangeError);
    }
    expect(() => amountFor(1, 1, 4)).toThrow(RangeError);
    expect(() => amountFor(2 ** 52, 2 ** 52, 0)).toThrow(RangeError);
    expect(() => unitAmountOf(1, 0, 0)).toThrow(RangeError);
  });

  it('take the last tier reached, and no price below the first', () => {
    const tiers = [
      { minQuantity: 10, unitAmount: 1000 },
      { minQuantity: 100, unitAmount: 850 },
    ];
    expect([9, 10, 99, 100, 1e9].map((q) => tierPriceAt(tiers, q))).toEqual([
      null,
      1000,
      1000,
      850,
      850,
    ]);
    fc.assert(
      fc.property(someTiers(), fc.nat(200), fc.nat(200), (curve, a, b) => {
        const [few, many] = [
          tierPriceAt(curve, Math.min(a, b)),
          tierPriceAt(curve, Math.max(a, b)),
        ];
        if (few !== null) expect(many).toBeLessThanOrEqual(few);
      }),
    );
  });
});

describe('a quantity in other units', () => {
  it('shows hide in both units of area, and says when it is rounded', () => {
    expect(siblingViews(10_000, 2, 'FTK')).toEqual([{ unit: 'MTK', quantity: 9.29, exact: false }]);
    expect(siblingViews(929_030, 2, 'MTK')).toMatchObject([{ unit: 'FTK', exact: false }]);
    expect(siblingViews(2500, 3, 'KGM')).toEqual([{ unit: 'GRM', quantity: 2500, exact: true }]);
    expect(unitsOf(1250, 2)).toBe(12.5);
  });

  it('leaves out what says nothing', () => {
    expect(siblingViews(40, 0, 'H87')).toEqual([]);
    expect(siblingViews(48, 0, 'H87')).toEqual([{ unit: 'DZN', quantity: 4, exact: true }]);
    expect(siblingViews(40, 0, 'PR')).toEqual([]);
    expect(siblingViews(0, 2, 'MTK')).toEqual([]);
  });
});
