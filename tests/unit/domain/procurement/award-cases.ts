import fc from 'fast-check';
import type { Award, AwardLot, AwardProblem } from '#src/domain/procurement/award-model.ts';
import { unitAmountAt, type Bid, type BidLine } from '#src/domain/procurement/bid.ts';
import { awardFaults } from '#src/domain/procurement/award-check.ts';
import { awardOf, type Purchase } from '#src/domain/procurement/award-sums.ts';
import { loadSolver, solveWith } from '#src/server/solver/highs.ts';

const highs = await loadSolver();

/** The solver on this thread. */
export const solve = (program: Parameters<typeof solveWith>[1]) =>
  Promise.resolve(solveWith(highs, program, { timeLimitSeconds: 20 }));

const line = (lotId: string): fc.Arbitrary<BidLine> =>
  fc
    .record({
      from: fc.integer({ min: 0, max: 3 }),
      steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 })), {
        maxLength: 2,
      }),
      price: fc.integer({ min: 10, max: 40 }),
      pack: fc.integer({ min: 2, max: 6 }),
      moq: fc.integer({ min: 0, max: 9 }),
      capacity: fc.option(fc.integer({ min: 1, max: 20 })),
      freightPerUnit: fc.integer({ min: 0, max: 4 }),
      leadTimeDays: fc.integer({ min: 1, max: 9 }),
      qualityBp: fc.integer({ min: 0, max: 10_000 }),
    })
    .map(({ from, steps, price, ...rest }) => {
      let [minQuantity, unitAmount] = [from, price];
      const more = steps.map(([step, less]) => {
        return { minQuantity: (minQuantity += step), unitAmount: (unitAmount -= less) };
      });
      return { lotId, tiers: [{ minQuantity: from, unitAmount: price }, ...more], ...rest };
    });

const lot = (id: string, policy: AwardLot['policy'] | null): fc.Arbitrary<AwardLot> =>
  fc.record({
    id: fc.constant(id),
    decimals: fc.constantFrom(0, 0, 1),
    demand: fc.record({
      firm: fc.integer({ min: 1, max: 18 }),
      tolerance: fc.integer({ min: 0, max: 6 }),
    }),
    policy: policy
      ? fc.constant(policy)
      : fc.constantFrom('min_packs' as const, 'max_tolerance' as const, 'cheapest_total' as const),
    dayCost: fc.constantFrom(0, 0, 3),
  });

const limit = fc.constantFrom(null, null, 1, 2);

/** Two or three suppliers, one to three lots, every rule in play; few prices, so that ties are common. */
export function problems(
  options: { minimumOrders?: boolean; policy?: AwardLot['policy'] } = {},
): fc.Arbitrary<AwardProblem> {
  return fc.integer({ min: 1, max: 3 }).chain((lots) => {
    const ids = ['a', 'b', 'c'].slice(0, lots);
    const bid = (supplierId: string): fc.Arbitrary<Bid> =>
      fc.record({
        supplierId: fc.constant(supplierId),
        freightFixed: fc.constantFrom(0, 5, 40),
        minimumOrderAmount: options.minimumOrders
          ? fc.constantFrom(null, 60, 200)
          : fc.constant(null),
        validUntil: fc.constant(null),
        lines: fc
          .tuple(...ids.map((id) => fc.option(line(id), { freq: 6 })))
          .map((lines) => lines.filter((one) => one !== null)),
      });
    return fc.record({
      lots: fc.tuple(...ids.map((id) => lot(id, options.policy ?? null))),
      bids: fc
        .integer({ min: 2, max: lots === 3 ? 2 : 3 })
        .chain((suppliers) => fc.tuple(...['s1', 's2', 's3'].slice(0, suppliers).map(bid))),
      wishes: fc.record({
        maxSuppliersPerLot: limit,
        maxSuppliers: limit,
        excludedSupplierIds: fc.constantFrom([], [], [], ['s2']),
      }),
    });
  });
}

/** Every quantity that each supplier could sell of one lot, put together in every way up to firm + tolerance. */
function purchasesOf(problem: AwardProblem, { id, demand }: AwardLot): Purchase[][] {
  let all: { purchases: Purchase[]; quantity: number }[] = [{ purchases: [], quantity: 0 }];
  const limit = demand.firm + demand.tolerance;
  for (const { supplierId, lines } of problem.bids) {
    if (problem.wishes.excludedSupplierIds.includes(supplierId)) continue;
    const own = lines.find((one) => one.lotId === id);
    if (!own) continue;
    const counts = Array.from({ length: Math.floor(limit / own.pack) }, (_, i) => i + 1).filter(
      (packs) => unitAmountAt(own, packs * own.pack) !== null,
    );
    all = all.flatMap((one) => [
      one,
      ...counts
        .filter((packs) => one.quantity + packs * own.pack <= limit)
        .map((packs) => ({
          purchases: [...one.purchases, { lotId: id, supplierId, packs }],
          quantity: one.quantity + packs * own.pack,
        })),
    ]);
  }
  return all.filter((one) => one.quantity >= demand.firm).map((one) => one.purchases);
}

type Way = { purchases: Purchase[]; amount: number };

/**
 * All cheapest awards that meet all demand and break no rule, by trying every one; too many for anything but small
 * problems. Sums come first: the whole check is only for those that are not dearer than one that holds.
 */
export function cheapestAwards(problem: AwardProblem): Award[] {
  const free = { ...problem, bids: problem.bids.map((bid) => ({ ...bid, freightFixed: 0 })) };
  const ways = problem.lots.map((one) =>
    purchasesOf(problem, one).map((purchases): Way => {
      const alone = { ...free, lots: [one] };
      return { purchases, amount: objective(awardOf(alone, purchases, [])) };
    }),
  );
  const journey = new Map(problem.bids.map((bid) => [bid.supplierId, bid.freightFixed]));
  let found: Award[] = [];
  let least = Infinity;
  const from = (at: number, so: Purchase[], amount: number): void => {
    if (at < ways.length) {
      for (const way of ways[at]!) from(at + 1, [...so, ...way.purchases], amount + way.amount);
      return;
    }
    const suppliers = new Set(so.map((purchase) => purchase.supplierId));
    const sum = [...suppliers].reduce((all, id) => all + journey.get(id)!, amount);
    if (sum > least) return;
    const award = awardOf(problem, so, []);
    if (awardFaults(problem, award).length > 0) return;
    if (sum < least) found = [];
    least = sum;
    found.push(award);
  };
  from(0, [], 0);
  return found;
}

/** What the solver minimises. */
export function objective(award: Award): number {
  return award.totalAmount + award.waitingAmount;
}
