import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchInvoice, type MatchFacts } from '#src/domain/procurement/invoice-match.ts';
import {
  settleRound,
  shortageCredit,
  type SettlementBasis,
} from '#src/domain/procurement/settlement.ts';

const LOTS = ['lot-a', 'lot-b', 'lot-c'];
const MEMBERS = ['ama', 'bea', 'cyo', 'dan', 'eva'];

const basisOf = fc
  .record({
    goods: fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 3, maxLength: 3 }),
    decimals: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
    quantities: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 15, maxLength: 15 }),
    costs: fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: 900_000 }),
        basis: fc.constantFrom('value' as const, 'weight' as const, 'quantity' as const),
        lots: fc.option(fc.subarray(LOTS, { minLength: 1 }), { nil: null }),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ goods, decimals, quantities, costs }): SettlementBasis => {
    const members = LOTS.flatMap((lotId, l) =>
      MEMBERS.map((producerId, m) => {
        const quantity = quantities[l * 5 + m]!;
        return {
          producerId,
          lotId,
          quantity,
          weight: quantity,
          awardedQuantity: quantity + m,
          awardedAmount: (quantity + m) * 7,
        };
      }),
    ).filter(({ weight }) => weight > 0);
    const has = (id: string) => members.some(({ lotId }) => lotId === id);
    const lots = LOTS.map((id, l) => ({
      id,
      decimals: decimals[l]!,
      gramsPerUnit: 100 + l,
      goodsAmount: has(id) ? goods[l]! : 0,
    }));
    const borne = costs
      .filter(({ lots: of }) => (of ?? LOTS).some(has))
      .map(({ amount, basis, lots: lotIds }, n) => ({ id: `cost-${n}`, amount, basis, lotIds }));
    return {
      lots,
      members,
      costs: borne,
      invoicesAmount: lots.reduce((sum, { goodsAmount }) => sum + goodsAmount, 0),
      costsAmount: borne.reduce((sum, { amount }) => sum + amount, 0),
    };
  });

const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);

describe('settling a round', () => {
  it('shares out invoices and costs to the last franc, lot by lot and cost by cost', () => {
    fc.assert(
      fc.property(basisOf, (basis) => {
        const { members } = settleRound(basis);
        expect(sum(members.map(({ totalAmount }) => totalAmount))).toBe(
          basis.invoicesAmount + basis.costsAmount,
        );
        const lines = members.flatMap((member) => member.lines);
        for (const lot of basis.lots)
          expect(sum(lines.filter((l) => l.lotId === lot.id).map((l) => l.goodsAmount))).toBe(
            lot.goodsAmount,
          );
        for (const cost of basis.costs) {
          const mine = lines.flatMap((line) =>
            line.shares.filter((share) => share.cost === cost.id).map((s) => ({ ...s, line })),
          );
          expect(sum(mine.map(({ amount }) => amount))).toBe(cost.amount);
          for (const { line, amount } of mine) {
            expect(amount).toBeGreaterThan(0);
            expect(cost.lotIds === null || cost.lotIds.includes(line.lotId)).toBe(true);
          }
        }
        for (const member of members)
          expect(member.totalAmount).toBe(member.goodsAmount + member.costsAmount);
      }),
    );
  });

  it('does not depend on the order of the lists', () => {
    fc.assert(
      fc.property(basisOf, (basis) => {
        const turned = {
          ...basis,
          lots: [...basis.lots].reverse(),
          members: [...basis.members].reverse(),
        };
        expect(settleRound(turned)).toEqual(settleRound(basis));
      }),
    );
  });

  it('nobody pays a franc more or less than the exact share of the goods', () => {
    fc.assert(
      fc.property(basisOf, (basis) => {
        for (const { producerId, lines } of settleRound(basis).members)
          for (const line of lines) {
            const of = basis.members.filter(({ lotId }) => lotId === line.lotId);
            const mine = of.find((one) => one.producerId === producerId)!;
            const lot = basis.lots.find(({ id }) => id === line.lotId)!;
            const exact = (lot.goodsAmount * mine.weight) / sum(of.map(({ weight }) => weight));
            expect(Math.abs(line.goodsAmount - exact)).toBeLessThan(1);
          }
      }),
    );
  });

  it('refuses an amount that nobody bears', () => {
    const lot = { id: 'lot-a', decimals: 0, gramsPerUnit: null, goodsAmount: 5 };
    const empty = { members: [], costs: [], invoicesAmount: 5, costsAmount: 0 };
    expect(() => settleRound({ ...empty, lots: [lot] })).toThrow(RangeError);
  });

  it('credits what was awarded and did not come at the award’s price', () => {
    expect(shortageCredit(10, 8500, 8)).toBe(1700);
    expect(shortageCredit(10, 8500, 12)).toBe(0);
    expect(shortageCredit(3, 100, 2)).toBe(33);
  });
});

describe('the three-way match', () => {
  const facts: MatchFacts = {
    toleranceBp: 200,
    freightAmount: 1000,
    freightElsewhere: 0,
    lines: [{ id: 'l', decimals: 0, unitAmount: 850, good: 100, invoicedElsewhere: 0 }],
  };
  const bill = (quantity: number, unitAmount: number, more = {}) => ({
    goodsAmount: quantity * unitAmount,
    freightAmount: 1000,
    lines: [{ orderLineId: 'l', quantity, unitAmount, lineAmount: quantity * unitAmount }],
    ...more,
  });
  const codes = (invoice: Parameters<typeof matchInvoice>[0], of = facts) =>
    matchInvoice(invoice, of).map(({ code }) => code);

  it('agrees within the tolerance, and with less', () => {
    expect(codes(bill(100, 850))).toEqual([]);
    expect(codes(bill(102, 867))).toEqual([]);
    expect(codes(bill(60, 800, { freightAmount: 0 }))).toEqual([]);
  });

  it('names each difference', () => {
    expect(codes(bill(103, 850))).toEqual(['quantity']);
    expect(codes(bill(100, 868))).toEqual(['price']);
    expect(codes(bill(100, 850, { freightAmount: 1021 }))).toEqual(['freight']);
    expect(codes(bill(100, 850, { goodsAmount: 85_001 }))).toEqual(['sum']);
    const wrong = { orderLineId: 'l', quantity: 100, unitAmount: 850, lineAmount: 85_002 };
    expect(codes(bill(100, 850, { lines: [wrong] }))).toEqual(['line', 'sum']);
  });

  it('counts what other invoices already asked for', () => {
    const lines = [{ ...facts.lines[0]!, invoicedElsewhere: 50 }];
    expect(codes(bill(60, 850, { freightAmount: 600 }), { ...facts, lines })).toEqual(['quantity']);
    expect(
      codes(bill(60, 850, { freightAmount: 600 }), { ...facts, freightElsewhere: 600 }),
    ).toEqual(['freight']);
  });

  it('is stricter with a smaller tolerance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        (quantity, unit, small, more) => {
          const at = (toleranceBp: number) =>
            codes(bill(quantity, unit), { ...facts, toleranceBp });
          expect(at(small)).toEqual(expect.arrayContaining(at(small + more)));
        },
      ),
    );
  });
});
