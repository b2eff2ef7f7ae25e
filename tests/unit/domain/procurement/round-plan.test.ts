import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lotMeter, ownRange, pooled } from '#src/domain/procurement/lot-meter.ts';
import { amountFor, tierPriceAt } from '#src/domain/procurement/lot-amount.ts';
import { choosePacks, type LotRule } from '#src/domain/procurement/packs.ts';
import { planRound, type PlanLot } from '#src/domain/procurement/round-plan.ts';
import { shuffled, someDemand, someMembers, someRule, someTiers, sum } from './pledges.ts';

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
const member = (
  id: string,
  firm: number,
  tolerance: number,
  committedAt: number,
  ceiling: number | null = null,
) => ({
  id,
  firm,
  tolerance,
  committedAt,
  ceiling,
});

describe('the live meter', () => {
  it('counts what is missing to the pack, to the order and to the next price', () => {
    expect(lotMeter({ firm: 82, tolerance: 5 }, rule, tiers)).toMatchObject({
      firm: 82,
      tolerance: 5,
      plan: { kind: 'short', packs: 8 },
      missingToPack: 8,
      missingToOrder: 3,
      nextTier: { missing: 13, unitAmount: 850, minQuantity: 100 },
      tenMore: { kind: 'short', packs: 9, unitAmount: 1000 },
    });
    const served = lotMeter({ firm: 80, tolerance: 12 }, rule, tiers);
    expect([served.missingToPack, served.missingToOrder, served.nextTier?.missing]).toEqual([
      0, 0, 8,
    ]);
    expect(served.tenMore).toMatchObject({ kind: 'order', packs: 10, unitAmount: 850 });
    expect(lotMeter({ firm: 100, tolerance: 0 }, rule, tiers).nextTier).toBeNull();
    expect(lotMeter({ firm: 0, tolerance: 0 }, rule, []).nextTier).toBeNull();
    expect(
      lotMeter({ firm: 500, tolerance: 0 }, { ...rule, decimals: 2 }, tiers).tenMore,
    ).toMatchObject({ packs: 150 });
  });

  it('promises a next price that comes with so many more, and not with one less', () => {
    fc.assert(
      fc.property(someDemand, someRule, someTiers(), (demand, some, curve) => {
        const { nextTier: ahead } = lotMeter(demand, some, curve);
        if (!ahead) return;
        const priceWith = (steps: number) => {
          const plan = choosePacks({ ...demand, firm: demand.firm + steps }, some, curve);
          return 'unitAmount' in plan && plan.unitAmount !== null ? plan.unitAmount : Infinity;
        };
        expect(ahead.missing).toBeGreaterThan(0);
        expect(priceWith(ahead.missing)).toBeLessThanOrEqual(ahead.unitAmount);
        expect(priceWith(ahead.missing - 1)).toBeGreaterThan(ahead.unitAmount);
      }),
      { numRuns: 400 },
    );
  });

  it('names a range for each member that holds whatever number of packs is chosen', () => {
    fc.assert(
      fc.property(someMembers(), someRule, someTiers(), (members, some, curve) => {
        const demand = pooled(members);
        const plan = choosePacks(demand, some, curve);
        for (const own of members) {
          const range = ownRange(members, own.id, some, curve);
          if (!range || plan.kind !== 'order') continue;
          const amounts: number[] = [];
          for (let n = plan.least; n <= plan.most; n += 1) {
            const price = tierPriceAt(curve, n * some.pack);
            if (price === null) continue;
            for (
              let extra = 0;
              extra <= Math.min(own.tolerance, n * some.pack - demand.firm);
              extra += 1
            )
              amounts.push(amountFor(own.firm + extra, price, some.decimals));
          }
          expect(range.amount).toEqual([Math.min(...amounts), Math.max(...amounts)]);
        }
      }),
      { numRuns: 400 },
    );
    const two = [member('a', 50, 20, 1), member('b', 32, 0, 2)];
    expect(ownRange(two, 'a', rule, tiers)).toEqual({
      quantity: [50, 68],
      unitAmount: [850, 1000],
      amount: [42_500, 58_000],
    });
    expect(ownRange(two, 'nobody', rule, tiers)).toBeNull();
    expect(ownRange([member('a', 3, 0, 1)], 'a', rule, tiers)).toBeNull();
  });
});

const someRound = fc
  .array(
    fc.record({
      position: fc.nat(2),
      rule: someRule,
      tiers: someTiers(),
      members: someMembers(),
      ceilings: fc.array(fc.option(fc.integer({ min: 60, max: 200 }), { nil: null }), {
        minLength: 7,
        maxLength: 7,
      }),
      award: fc.option(fc.record({ quantity: fc.nat(120), unitAmount: fc.nat(200) }), {
        nil: null,
      }),
    }),
    { maxLength: 4 },
  )
  .map((lots): PlanLot[] =>
    lots.map(({ position, rule: lotRule, tiers: curve, members, ceilings, award }, i) => ({
      id: `lot${i}`,
      position,
      rule: lotRule,
      supply: award ? { kind: 'award', ...award } : { kind: 'curve', tiers: curve },
      members: members.map((one, m) => ({ ...one, ceiling: ceilings[m]! })),
    })),
  );

describe('the plan of a round', () => {
  it('adds up in every lot, has a share and a reason for everybody, and knows no order', () => {
    fc.assert(
      fc.property(someRound, fc.nat(50), (lots, seed) => {
        const plan = planRound(lots);
        for (const lot of plan.lots) {
          const { members } = lots.find(({ id }) => id === lot.id)!;
          expect(lot.shares.map(({ id }) => id)).toEqual(members.map(({ id }) => id));
          expect(sum(lot.shares.map(({ quantity }) => quantity)) + lot.left).toBe(lot.ordered);
          for (const { id } of lot.leavers)
            expect(lot.shares.find((share) => share.id === id)).toMatchObject({
              quantity: 0,
              reason: { code: 'ceiling' },
            });
          if (lot.plan) expect(lot.left).toBe(0);
        }
        const mixed = shuffled(lots, seed).map((lot) => ({
          ...lot,
          members: shuffled(lot.members, seed),
        }));
        const other = planRound(mixed);
        const flat = (some: typeof plan) =>
          some.lots.map(({ shares, ...lot }) => ({
            ...lot,
            shares: [...shares].sort((a, b) => (a.id < b.id ? -1 : 1)),
          }));
        expect(flat(other)).toEqual(flat(plan));
      }),
      { numRuns: 200 },
    );
  });

  it('never leaves a member worse off with the firm pledge because another would take more', () => {
    const lotWith = (
      members: PlanLot['members'],
      lotRule: LotRule,
      curve: typeof tiers,
    ): PlanLot => ({
      id: 'hide',
      position: 1,
      rule: lotRule,
      supply: { kind: 'curve', tiers: curve },
      members,
    });
    fc.assert(
      fc.property(
        someMembers(),
        someRule,
        someTiers(),
        fc.nat(6),
        fc.integer({ min: 1, max: 30 }),
        (some, lotRule, curve, who, more) => {
          if (some.length === 0) return;
          const members = some.map((one) => ({ ...one, ceiling: null }));
          const wider = members.map((one, i) =>
            i === who % members.length ? { ...one, tolerance: one.tolerance + more } : one,
          );
          const [before] = planRound([lotWith(members, lotRule, curve)]).lots;
          const [after] = planRound([lotWith(wider, lotRule, curve)]).lots;
          members.forEach(({ firm }, i) => {
            const had = Math.min(firm, before!.shares[i]!.quantity);
            expect(after!.shares[i]!.quantity).toBeGreaterThanOrEqual(had);
          });
          if (before!.unitAmount !== null)
            expect(after!.unitAmount).toBeLessThanOrEqual(before!.unitAmount);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('carries what extras cost from lot to lot', () => {
    const lot = (id: string, position: number, price: number): PlanLot => ({
      id,
      position,
      rule: { ...rule, policy: 'min_packs' },
      supply: { kind: 'curve', tiers: [{ minQuantity: 1, unitAmount: price }] },
      members: [member('a', 5, 9, 1), member('b', 4, 9, 2)],
    });
    const { lots, extraCosts } = planRound([lot('second', 2, 40), lot('first', 1, 100)]);
    expect(lots.map(({ id, shares }) => [id, ...shares.map((s) => s.quantity)])).toEqual([
      ['first', 6, 4],
      ['second', 5, 5],
    ]);
    expect([...extraCosts]).toEqual([
      ['a', 100_000n],
      ['b', 40_000n],
    ]);
  });

  it('says who left by the ceiling, and why a lot is not ordered', () => {
    const lot: PlanLot = {
      id: 'hide',
      position: 1,
      rule: { ...rule, moq: 50 },
      supply: { kind: 'curve', tiers },
      members: [member('a', 60, 0, 1), member('b', 40, 0, 2, 800), member('c', 0, 0, 3)],
    };
    const [plan] = planRound([lot]).lots;
    expect(plan).toMatchObject({ ordered: 60, unitAmount: 1000, left: 0 });
    expect(plan?.shares.map(({ reason }) => reason.code)).toEqual(['firm', 'ceiling', 'no_pledge']);
    const [failed] = planRound([
      { ...lot, members: [member('a', 45, 0, 1), member('b', 55, 0, 2, 800)] },
    ]).lots;
    expect(failed?.shares).toEqual([
      { id: 'a', quantity: 0, reason: { code: 'lot_failed', why: 'below_moq', missing: 5 } },
      { id: 'b', quantity: 0, reason: { code: 'ceiling', ceiling: 800, price: 850, pass: 1 } },
    ]);
  });
});
