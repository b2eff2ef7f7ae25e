import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwardLot } from '#src/domain/procurement/award-model.ts';
import type { Bid } from '#src/domain/procurement/bid.ts';
import { abnormallyLow, lineFlags } from '#src/domain/procurement/flags.ts';
import { converted, convertedBid, landedLines } from '#src/domain/procurement/landed-bid.ts';
import { areWeights, scores, type ScoreWeights } from '#src/domain/procurement/score.ts';

const lot: AwardLot = {
  id: 'hide',
  decimals: 2,
  demand: { firm: 12_050, tolerance: 0 },
  policy: 'cheapest_total',
  dayCost: 0,
};
const bid: Bid = {
  supplierId: 'a',
  freightFixed: 1001,
  minimumOrderAmount: null,
  validUntil: '2026-11-30',
  lines: [
    {
      lotId: 'hide',
      tiers: [
        { minQuantity: 100, unitAmount: 900 },
        { minQuantity: 12_100, unitAmount: 850 },
      ],
      pack: 250,
      moq: 500,
      capacity: null,
      freightPerUnit: 7,
      leadTimeDays: 14,
      qualityBp: 8000,
    },
  ],
};

describe('what a bid comes to', () => {
  it('at the pooled quantity: the tier that whole packs reach, freight and its share of the fixed', () => {
    expect(landedLines([lot], [bid])).toEqual([
      {
        lotId: 'hide',
        supplierId: 'a',
        quantity: 12_250,
        covers: false,
        unitAmount: 850,
        goodsAmount: 104_125,
        freightAmount: 858,
        fixedShareAmount: 1001,
        landedAmount: 105_984,
        landedUnitAmount: 865,
      },
    ]);
    const wide = { ...lot, demand: { firm: 12_050, tolerance: 200 } };
    expect(landedLines([wide], [bid])[0]).toMatchObject({ covers: true });
    const small = { ...bid, lines: [{ ...bid.lines[0]!, capacity: 1100 }] };
    expect(landedLines([lot], [small])[0]).toMatchObject({ quantity: 1000, unitAmount: 900 });
  });

  it('in the currency of the round, each price rounded half up', () => {
    expect(converted(101, { numerator: 1, denominator: 2 })).toBe(51);
    expect(converted(250, { numerator: 1450, denominator: 100 })).toBe(3625);
    expect(() => converted(1, { numerator: 0, denominator: 1 })).toThrow(RangeError);
    const ours = convertedBid(bid, { numerator: 3, denominator: 2 });
    expect(ours.freightFixed).toBe(1502);
    expect(ours.lines[0]!.tiers.map((tier) => tier.unitAmount)).toEqual([1350, 1275]);
    expect(ours.lines[0]!.freightPerUnit).toBe(11);
  });
});

describe('scores', () => {
  const weights: ScoreWeights = { price: 6000, leadTime: 1000, quality: 3000 };
  const of = (
    supplierId: string,
    landedUnitAmount: number,
    leadTimeDays: number,
    qualityBp: number,
  ) => {
    return { supplierId, landedUnitAmount, leadTimeDays, qualityBp };
  };

  it('fall in a straight line from the best bid', () => {
    const marks = scores(
      [of('a', 100, 30, 5000), of('b', 125, 15, 10_000), of('c', 300, 90, 0)],
      weights,
    );
    expect(marks).toEqual([
      { supplierId: 'a', priceBp: 10_000, leadTimeBp: 7500, qualityBp: 5000, totalBp: 8250 },
      { supplierId: 'b', priceBp: 7500, leadTimeBp: 10_000, qualityBp: 10_000, totalBp: 8500 },
      { supplierId: 'c', priceBp: 0, leadTimeBp: 0, qualityBp: 0, totalBp: 0 },
    ]);
    expect(areWeights({ price: 5000, leadTime: 5000, quality: 1 })).toBe(false);
    expect(() => scores([], { price: 1, leadTime: 1, quality: 1 })).toThrow(RangeError);
  });

  it('stay within the scale, and never fall when a price does', () => {
    const some = fc.array(
      fc.tuple(fc.nat(10_000), fc.nat(100), fc.integer({ min: 0, max: 10_000 })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(some, fc.nat(500), (bids, less) => {
        const all = bids.map(([price, days, quality], i) => of(`s${i}`, price, days, quality));
        const first = scores(all, weights);
        for (const one of first) {
          expect(one.totalBp).toBeGreaterThanOrEqual(0);
          expect(one.totalBp).toBeLessThanOrEqual(10_000);
        }
        const price = Math.max(0, all[0]!.landedUnitAmount - less);
        const then = scores([{ ...all[0]!, landedUnitAmount: price }, ...all.slice(1)], weights);
        expect(then[0]!.totalBp).toBeGreaterThanOrEqual(first[0]!.totalBp);
      }),
    );
  });
});

describe('flags', () => {
  const low = (...prices: number[]) => [
    ...abnormallyLow(
      prices.map((landedUnitAmount, i) => ({ supplierId: `${i}`, landedUnitAmount })),
    ),
  ];

  it('abnormally low: 40 % under the mean of the others, or 30 % under the next', () => {
    expect(low(57, 80, 110)).toEqual(['0']);
    expect(low(58, 80, 110)).toEqual([]);
    expect(low(70, 100)).toEqual(['0']);
    expect(low(71, 100)).toEqual([]);
    expect(low(50, 50, 100, 100)).toEqual(['0', '1']);
    expect(low(10)).toEqual([]);
    expect(low(0, 0)).toEqual([]);
    expect(low(0, 5)).toEqual(['0']);
  });

  it('says what else stands out', () => {
    const line = bid.lines[0]!;
    const expected = { orderOn: '2026-11-30', neededBy: new Map([['hide', '2026-12-14']]) };
    expect(lineFlags(bid, line, lot, expected)).toEqual([]);
    const bad = { ...line, capacity: 12_049, leadTimeDays: 15, pack: 12_051 };
    expect(lineFlags({ ...bid, validUntil: '2026-11-29' }, bad, lot, expected)).toEqual([
      'validity_ends_early',
      'capacity_below_demand',
      'late',
      'pack_over_demand',
    ]);
    const open = { orderOn: null, neededBy: new Map<string, string>() };
    expect(lineFlags({ ...bid, validUntil: null }, line, lot, open)).toEqual([]);
  });
});
