import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  reallocate,
  type ReceivedLot,
  type ReceivedMember,
} from '#src/domain/procurement/reallocation.ts';
import { shuffled, sum } from './pledges.ts';

type Facts = Partial<ReceivedMember> & { id: string; firm: number };
const memberOf = ({ id, firm, ...more }: Facts): ReceivedMember => ({
  id,
  firm,
  tolerance: 0,
  committedAt: 0,
  awarded: firm,
  handed: 0,
  left: false,
  reason: { code: 'firm', firm },
  ...more,
});
const lotOf = (members: readonly ReceivedMember[], share: number, price = 10): ReceivedLot => {
  const awarded = sum(members.map((one) => one.awarded));
  const money = { goodsAmount: share * price, awardedAmount: awarded * price, freightAmount: 0 };
  return { id: 'lot', decimals: 0, gramsPerUnit: null, share, awarded, members, ...money };
};
const quantities = (lot: ReceivedLot) =>
  Object.fromEntries(
    reallocate([lot], [], 'value').map(({ producerId, quantity }) => [producerId, quantity]),
  );

describe('what arrives', () => {
  const members = [12, 13, 25].map((firm, n) => memberOf({ id: 'abc'[n]!, firm, committedAt: n }));

  it('as ordered leaves every share as it was', () => {
    const shares = reallocate([lotOf(members, 50)], [], 'value');
    expect(shares.map(({ quantity }) => quantity)).toEqual([12, 13, 25]);
    expect(shares[0]!.reason).toBe(members[0]!.reason);
  });

  it('short is shared in proportion, and nobody gives back what it fetched', () => {
    expect(quantities(lotOf(members, 46))).toEqual({ a: 11, b: 12, c: 23 });
    const fetched = members.map((one) => (one.id === 'c' ? { ...one, handed: 25 } : one));
    const shares = reallocate([lotOf(fetched, 46)], [], 'value');
    expect(shares.map(({ quantity }) => quantity)).toEqual([10, 11, 25]);
    expect(shares[2]!.reason).toEqual({ code: 'handed', handed: 25, supply: 46 });
  });

  it('beyond the order goes to tolerance, never to who left over the price', () => {
    const some = [
      memberOf({ id: 'a', firm: 10, tolerance: 5 }),
      memberOf({ id: 'b', firm: 9, tolerance: 9, awarded: 0, left: true }),
    ];
    expect(quantities(lotOf(some, 14))).toEqual({ a: 14, b: 0 });
    expect(() => quantities(lotOf(some, 16))).toThrow(RangeError);
  });

  it('by weight is shared by value where a weight is not known', () => {
    const fixed = [{ supplierId: 's', amount: 1001, lotIds: ['lot'] }];
    const shares = reallocate([lotOf(members, 50)], fixed, 'weight');
    expect(shares.map(({ freightAmount }) => freightAmount)).toEqual([240, 260, 501]);
  });
});

/** A lot whose members hold awarded shares, have fetched some, and of which so much arrived. */
const someLot = (id: string) =>
  fc
    .array(
      fc.record({
        firm: fc.nat(12),
        tolerance: fc.nat(6),
        extra: fc.nat(6),
        committedAt: fc.nat(3),
        taken: fc.nat(100),
        left: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .chain((rows) => {
      const members = rows.map(({ firm, tolerance, extra, committedAt, taken, left }, n) => {
        const awarded = left ? 0 : firm + Math.min(extra, tolerance);
        const handed = Math.floor((awarded * taken) / 100);
        return memberOf({ id: `m${n}`, firm, tolerance, committedAt, awarded, handed, left });
      });
      const inIt = members.filter(({ left }) => !left);
      const most = sum(inIt.map(({ firm, tolerance }) => firm + tolerance));
      const least = sum(members.map(({ handed }) => handed));
      return fc
        .record({ share: fc.integer({ min: least, max: most }), price: fc.nat(90), per: fc.nat(7) })
        .map(({ share, price, per }) => ({
          ...lotOf(members, share, price),
          id,
          freightAmount: share * per,
        }));
    });

describe('sharing what arrived', () => {
  const some = fc.tuple(someLot('l1'), someLot('l2'));
  const everything = (lots: readonly ReceivedLot[]) => {
    const lotIds = lots.filter(({ share }) => share > 0).map(({ id }) => id);
    const fixed = lotIds.length > 0 ? [{ supplierId: 's', amount: 997, lotIds }] : [];
    return { fixed, shares: reallocate(lots, fixed, 'quantity') };
  };

  it('adds up to what there is, within every bound', () => {
    fc.assert(
      fc.property(some, (lots) => {
        const { shares, fixed } = everything(lots);
        for (const lot of lots) {
          const mine = shares.filter(({ lotId }) => lotId === lot.id);
          expect(sum(mine.map(({ quantity }) => quantity))).toBe(lot.share);
          expect(sum(mine.map(({ goodsAmount }) => goodsAmount))).toBe(lot.goodsAmount);
          const inIt = lot.members.filter(({ left }) => !left);
          const wanted = sum(inIt.map(({ firm, handed }) => Math.max(firm, handed)));
          for (const { id, firm, tolerance, handed, left } of lot.members) {
            const { quantity } = mine.find(({ producerId }) => producerId === id)!;
            expect(quantity).toBeLessThanOrEqual(left ? 0 : firm + tolerance);
            expect(quantity).toBeGreaterThanOrEqual(handed);
            if (left) continue;
            if (lot.share >= wanted) expect(quantity).toBeGreaterThanOrEqual(firm);
            if (lot.share <= wanted) expect(quantity).toBeLessThanOrEqual(Math.max(firm, handed));
          }
        }
        const freight =
          sum(lots.map((lot) => lot.freightAmount)) + sum(fixed.map(({ amount }) => amount));
        expect(sum(shares.map(({ freightAmount }) => freightAmount))).toBe(freight);
      }),
    );
  });

  it('is the same in whatever order members are listed', () => {
    fc.assert(
      fc.property(some, fc.nat(100), (lots, seed) => {
        const mixed = lots.map((lot) => ({ ...lot, members: shuffled(lot.members, seed) }));
        expect(everything(mixed).shares).toEqual(everything(lots).shares);
      }),
    );
  });
});
