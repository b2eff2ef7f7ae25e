import { describe, expect, it } from 'vitest';
import { awardFaults } from '#src/domain/procurement/award-check.ts';
import { bestSingle, changed, cheapestByLot } from '#src/domain/procurement/award-compare.ts';
import {
  NO_WISHES,
  type AwardLot,
  type AwardProblem,
} from '#src/domain/procurement/award-model.ts';
import { findAward } from '#src/domain/procurement/award.ts';
import type { Bid, BidLine } from '#src/domain/procurement/bid.ts';
import { solve } from './award-cases.ts';

const lot = (id: string, firm: number, tolerance = 0, change: Partial<AwardLot> = {}): AwardLot => {
  const demand = { firm, tolerance };
  return { id, decimals: 0, demand, policy: 'cheapest_total', dayCost: 0, ...change };
};
const line = (lotId: string, unitAmount: number, change: Partial<BidLine> = {}): BidLine => ({
  lotId,
  tiers: [{ minQuantity: 1, unitAmount }],
  pack: 1,
  moq: 0,
  capacity: null,
  freightPerUnit: 0,
  leadTimeDays: 10,
  qualityBp: 5000,
  ...change,
});
const bid = (supplierId: string, lines: BidLine[], change: Partial<Bid> = {}): Bid => ({
  supplierId,
  freightFixed: 0,
  minimumOrderAmount: null,
  validUntil: null,
  lines,
  ...change,
});
const problem = (lots: AwardLot[], bids: Bid[], wishes = {}): AwardProblem => {
  return { lots, bids, wishes: { ...NO_WISHES, ...wishes } };
};
async function award(p: AwardProblem) {
  const outcome = await findAward(p, solve);
  if (!outcome.ok) throw new Error(outcome.failure);
  expect(awardFaults(p, outcome.award)).toEqual([]);
  return outcome.award;
}
const bought = async (p: AwardProblem) =>
  (await award(p)).lines.map((one) => `${one.lotId} ${one.supplierId} ${one.quantity}`);

const glue = [
  { minQuantity: 1, unitAmount: 10 },
  { minQuantity: 100, unitAmount: 8 },
];

describe('how much a lot buys', () => {
  it.each([
    ['cheapest_total', 100],
    ['min_packs', 90],
    ['max_tolerance', 100],
  ] as const)('%s', async (policy, quantity) => {
    const lots = [lot('glue', 82, 20, { policy })];
    const bids = [bid('a', [line('glue', 10, { tiers: glue, pack: 10 })])];
    expect(await bought(problem(lots, bids))).toEqual([`glue a ${quantity}`]);
  });

  it('says how short a lot is, and why', async () => {
    const why = async (lines: BidLine[], wishes = {}, tolerance = 0) => {
      const bids = lines.map((one, i) => bid(`s${i}`, [one]));
      const { short } = await award(problem([lot('x', 82, tolerance)], bids, wishes));
      return short.map((one) => `${one.reason} ${one.quantity} ${one.missing}`);
    };
    expect(await why([])).toEqual(['no_bid 0 82']);
    expect(await why([line('x', 5, { moq: 90 })])).toEqual(['moq 0 82']);
    expect(await why([line('x', 5, { pack: 100 })])).toEqual(['pack 0 82']);
    expect(await why([line('x', 5, { pack: 10 })])).toEqual(['no_fit 80 2']);
    expect(await why([line('x', 5, { capacity: 30 })])).toEqual(['capacity 30 52']);
    const two = [line('x', 5, { capacity: 50 }), line('x', 5, { capacity: 40 })];
    expect(await why(two)).toEqual([]);
    expect(await why(two, { maxSuppliersPerLot: 1 })).toEqual(['supplier_limit 50 32']);
    expect(await why([line('x', 5, { pack: 10 })], {}, 8)).toEqual([]);
  });

  it('serves what it can when limits of all lots together stand against it', async () => {
    const lots = [lot('x', 10), lot('y', 10)];
    const bids = [
      bid('a', [line('x', 5), line('y', 9, { capacity: 4 })]),
      bid('b', [line('y', 5)]),
    ];
    const { short } = await award(problem(lots, bids, { maxSuppliers: 1 }));
    expect(short).toEqual([{ lotId: 'y', reason: 'supplier_limit', quantity: 4, missing: 6 }]);
    const strict = bids.map((one) => ({ ...one, minimumOrderAmount: 60 }));
    const { short: both } = await award(problem(lots, strict));
    expect(both.map((one) => one.reason)).toEqual(['minimum_order']);
  });

  it('buys more from a supplier whose minimum order it needs', async () => {
    const lots = [lot('x', 10, 5)];
    const bids = [bid('a', [line('x', 5)], { minimumOrderAmount: 63 })];
    expect(await bought(problem(lots, bids))).toEqual(['x a 13']);
  });
});

describe('which bids win', () => {
  const lots = [lot('x', 10), lot('y', 10)];

  it('weighs fixed freight over all lots', async () => {
    const bids = [
      bid('a', [line('x', 10), line('y', 13)], { freightFixed: 20 }),
      bid('b', [line('x', 12), line('y', 10)], { freightFixed: 20 }),
    ];
    expect(await bought(problem(lots, bids))).toEqual(['x b 10', 'y b 10']);
    const cheapest = cheapestByLot(problem(lots, bids));
    expect([...cheapest.values()].map((one) => one.supplierId)).toEqual(['a', 'b']);
  });

  it('takes fewer suppliers, then the first, of what costs the same', async () => {
    const both = (id: string) => bid(id, [line('x', 5), line('y', 5)]);
    const p = problem(lots, [both('c'), bid('a', [line('x', 5)]), both('b')]);
    expect(await bought(p)).toEqual(['x b 10', 'y b 10']);
  });

  it('pays for speed only when a day has a price, and keeps that apart from the money', async () => {
    const bids = [
      bid('slow', [line('x', 5, { leadTimeDays: 30 })]),
      bid('fast', [line('x', 6, { leadTimeDays: 5 })]),
    ];
    const p = problem([lot('x', 10)], bids);
    expect(await award(p)).toMatchObject({ totalAmount: 50, waitingAmount: 0 });
    const hurried = changed(p, { dayCost: new Map([['x', 1]]) });
    expect(await award(hurried)).toMatchObject({ totalAmount: 60, waitingAmount: 5 });
    const without = changed(p, {
      without: ['slow'],
      demand: new Map([['x', { firm: 3, tolerance: 0 }]]),
    });
    expect(await award(without)).toMatchObject({ totalAmount: 18 });
  });

  it('rounds each amount half up once, and minimises what is paid', async () => {
    const half = { decimals: 1, demand: { firm: 5, tolerance: 0 } };
    const p = problem(
      [{ ...lot('x', 0), ...half }],
      [bid('a', [line('x', 5, { freightPerUnit: 1 })])],
    );
    expect((await award(p)).lines[0]).toMatchObject({ goodsAmount: 3, freightAmount: 1 });
  });

  it('shows the best supplier alone, and what that leaves', async () => {
    const p = problem(lots, [
      bid('a', [line('x', 1)]),
      bid('b', [line('x', 9), line('y', 9, { capacity: 3 })]),
    ]);
    const single = await bestSingle(p, solve);
    if (!single.ok || !single.best) throw new Error('none');
    expect(single.best).toMatchObject({ supplierId: 'a', covered: ['x'], uncovered: ['y'] });
    expect(await bestSingle(problem(lots, []), solve)).toEqual({ ok: true, best: null });
  });

  it('refuses figures that do not add up exactly', async () => {
    const p = problem([lot('x', 1e8)], [bid('a', [line('x', 1e12)])]);
    expect(await findAward(p, solve)).toEqual({ ok: false, failure: 'figures_too_large' });
  });
});

describe('the check of an award', () => {
  it('names what is wrong', async () => {
    const p = problem([lot('x', 10)], [bid('a', [line('x', 5, { pack: 5, capacity: 10 })])]);
    const good = await award(p);
    const [first] = good.lines;
    const codes = (change: object) => awardFaults(p, { ...good, ...change }).map((f) => f.code);
    expect(codes({ totalAmount: 49 })).toEqual(['wrong_sums']);
    expect(codes({ lines: [] })).toContain('too_little');
    expect(codes({ lines: [first, first] })).toEqual(['line_twice']);
    expect(codes({ lines: [{ ...first, packs: 3, quantity: 15 }] })).toEqual(['not_sold']);
    expect(codes({ lines: [{ ...first, supplierId: 'b' }] })).toEqual(['unknown_bid']);
    const out = changed(p, { without: ['a'] });
    expect(awardFaults(out, good)).toEqual([{ code: 'excluded', supplierId: 'a' }]);
    const dear = { ...p, bids: p.bids.map((one) => ({ ...one, minimumOrderAmount: 51 })) };
    expect(awardFaults(dear, good)).toEqual([{ code: 'under_minimum_order', supplierId: 'a' }]);
  });
});
