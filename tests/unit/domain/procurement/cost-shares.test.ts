import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COST_BASES,
  costsBy,
  shareCosts,
  type CostLot,
  type RoundCost,
} from '#src/domain/procurement/cost-shares.ts';
import {
  roundSavings,
  lineSaving,
  totalSaving,
  type SavingLine,
} from '#src/domain/procurement/savings.ts';
import { shuffled, sum } from './pledges.ts';

const someLots = fc
  .array(
    fc.record({
      decimals: fc.nat(3),
      gramsPerUnit: fc.nat(5000),
      members: fc.array(fc.tuple(fc.nat(300), fc.nat(90_000)), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((lots): CostLot[] =>
    lots.map(({ members, ...lot }, l) => ({
      id: `lot${l}`,
      ...lot,
      // The first takes something, so that there is always somebody to bear a cost.
      members: members.map(([quantity, goodsAmount], m) => ({
        id: `m${m}`,
        quantity: quantity + (m === 0 ? 1 : 0),
        goodsAmount,
      })),
    })),
  );
const someCosts = fc
  .array(
    fc.tuple(fc.integer({ min: -9999, max: 99_999 }), fc.constantFrom(...COST_BASES), fc.boolean()),
    { maxLength: 4 },
  )
  .map((list): RoundCost[] =>
    list.map(([amount, basis, first], i) => ({
      id: `c${i}`,
      kind: 'freight',
      amount,
      basis,
      lotIds: first ? ['lot0'] : null,
    })),
  );

describe('costs of a round', () => {
  it('are shared to the last franc, lot by lot, in any order of the lists', () => {
    fc.assert(
      fc.property(someCosts, someLots, fc.nat(50), (costs, lots, seed) => {
        const shares = shareCosts(costs, lots);
        const byCost = costsBy(shares, (share) => share.costId);
        for (const { id, amount } of costs) expect(byCost.get(id) ?? 0).toBe(amount);
        for (const { costId, lotId } of shares)
          if (costs.find(({ id }) => id === costId)!.lotIds) expect(lotId).toBe('lot0');
        const mixed = shuffled(lots, seed).map((lot) => ({
          ...lot,
          members: shuffled(lot.members, seed),
        }));
        expect(shareCosts(costs, mixed)).toEqual(shares);
      }),
    );
  });

  it('follow value, weight or quantity', () => {
    const lots: CostLot[] = [
      {
        id: 'glue',
        decimals: 3,
        gramsPerUnit: 1000,
        members: [
          { id: 'a', quantity: 10_000, goodsAmount: 100 },
          { id: 'b', quantity: 20_000, goodsAmount: 200 },
        ],
      },
      {
        id: 'soles',
        decimals: 0,
        gramsPerUnit: 100,
        members: [{ id: 'a', quantity: 30, goodsAmount: 900 }],
      },
    ];
    const by = (basis: RoundCost['basis'], amount = 1200) =>
      shareCosts([{ id: 'f', kind: 'freight', amount, basis, lotIds: null }], lots).map(
        (s) => s.amount,
      );
    expect(by('value')).toEqual([100, 200, 900]);
    expect(by('weight', 3300)).toEqual([1000, 2000, 300]);
    expect(by('quantity')).toEqual([200, 400, 600]);
    expect(by('value', -1200)).toEqual([-100, -200, -900]);
    expect(by('value', 0)).toEqual([]);
    const free = lots.map((lot) => ({
      ...lot,
      members: lot.members.map((m) => ({ ...m, goodsAmount: 0 })),
    }));
    const cost: RoundCost = { id: 'f', kind: 'duty', amount: 1200, basis: 'value', lotIds: null };
    expect(shareCosts([cost], free).map((s) => s.amount)).toEqual([200, 400, 600]);
    const unknown = lots.map((lot) => ({ ...lot, gramsPerUnit: null }));
    expect(() => shareCosts([{ ...cost, basis: 'weight' }], unknown)).toThrow(RangeError);
    expect(() => shareCosts([{ ...cost, lotIds: [] }], lots)).toThrow(RangeError);
  });
});

const line = (
  memberId: string,
  lotId: string,
  quantity: number,
  paidAmount: number,
  referenceAmount: number | null,
): SavingLine => ({
  memberId,
  lotId,
  quantity,
  decimals: 0,
  referenceAmount,
  paidAmount,
});

describe('savings', () => {
  it('are reference price times quantity less all costs, honest when negative', () => {
    const lines = [
      line('a', 'glue', 10, 850, 100),
      line('a', 'soles', 5, 600, 100),
      line('b', 'glue', 3, 255, 100),
      line('b', 'dye', 1, 70, null),
    ];
    expect(lineSaving(lines[1]!)).toEqual({
      retailAmount: 500,
      paidAmount: 600,
      savedAmount: -100,
      savedBp: -2000,
    });
    expect(lineSaving(lines[3]!)).toBeNull();
    const { round, members, lots } = roundSavings(lines);
    expect(round).toEqual({ retailAmount: 1800, paidAmount: 1705, savedAmount: 95, savedBp: 528 });
    expect(members.get('a')).toEqual({
      retailAmount: 1500,
      paidAmount: 1450,
      savedAmount: 50,
      savedBp: 333,
    });
    expect(lots.get('glue')?.savedBp).toBe(1500);
    expect(lots.get('dye')).toEqual({
      retailAmount: 0,
      paidAmount: 0,
      savedAmount: 0,
      savedBp: null,
    });
    expect(totalSaving([])).toEqual({
      retailAmount: 0,
      paidAmount: 0,
      savedAmount: 0,
      savedBp: null,
    });
  });

  it('of members and of lots add up to those of the round', () => {
    const some = fc.array(
      fc.tuple(
        fc.nat(3),
        fc.nat(3),
        fc.nat(99),
        fc.nat(9999),
        fc.option(fc.nat(200), { nil: null }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (list) => {
        const lines = list.map(([m, l, q, paid, ref]) => line(`m${m}`, `l${l}`, q, paid, ref));
        const { round, members, lots } = roundSavings(lines);
        for (const parts of [members, lots])
          for (const key of ['retailAmount', 'paidAmount', 'savedAmount'] as const)
            expect(sum([...parts.values()].map((part) => part[key]))).toBe(round[key]);
      }),
    );
  });
});
