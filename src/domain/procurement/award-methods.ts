import { changed, cheapestByLot, type SingleOutcome } from './award-compare.ts';
import type { AwardOutcome, AwardProblem } from './award-model.ts';
import { finenessOf, problemOf, type RoundBids } from './round-bids.ts';
import {
  settleAward,
  type Finder,
  type FoundOutcome,
  type RoundAward,
  type RoundOutcome,
} from './round-award.ts';

/** The exact search, for many suppliers or for each alone; `src/server/solver/solver.ts` has it in a thread. */
export type Solvers = {
  award: (problem: AwardProblem) => Promise<AwardOutcome>;
  single: (problem: AwardProblem) => Promise<SingleOutcome>;
};

/**
 * What a coordinator may wish: suppliers left out, the minor units that a day of waiting for a lot is worth, a limit on
 * suppliers. `demand`: other sums for a lot, only to look at: members pledged what they pledged.
 */
export type Wishes = {
  without: readonly string[];
  dayAmount: number;
  maxSuppliers: number | null;
  demand: ReadonlyMap<string, { firm: number; tolerance: number }>;
};
export const NOTHING_WISHED: Wishes = {
  without: [],
  dayAmount: 0,
  maxSuppliers: null,
  demand: new Map(),
};

/** Whether anything is wished at all. */
export function isWished({ without, dayAmount, maxSuppliers, demand }: Wishes): boolean {
  return without.length > 0 || dayAmount > 0 || maxSuppliers !== null || demand.size > 0;
}

function foundOf(outcome: AwardOutcome): FoundOutcome {
  if (!outcome.ok) return outcome;
  const { lines, short } = outcome.award;
  return { ok: true, found: { lines, short } };
}

/** The cheapest award for these wishes; with none, the optimum. */
export function wishedFinder({ award }: Solvers, wishes: Wishes = NOTHING_WISHED): Finder {
  return async (problem, fineness) => {
    const dayCost = new Map(problem.lots.map((lot) => [lot.id, wishes.dayAmount * fineness]));
    const { without, maxSuppliers } = wishes;
    return foundOf(await award(changed(problem, { without, maxSuppliers, dayCost })));
  };
}

/** Everything from the one supplier who covers the most lots most cheaply. */
export function singleFinder({ single }: Solvers): Finder {
  return async (problem) => {
    const outcome = await single(problem);
    if (!outcome.ok) return outcome;
    const short = problem.lots.map((lot) => ({ lotId: lot.id, reason: 'no_bid' as const }));
    if (!outcome.best) return { ok: true, found: { lines: [], short } };
    return foundOf({ ok: true, award: outcome.best.award });
  };
}

/** Each lot from who is cheapest for it alone, freight included, whatever that does to the others. */
export function cheapestFinder({ award }: Solvers): Finder {
  return async (problem) => {
    const winners = cheapestByLot(problem);
    const bids = problem.bids.map((bid) => ({
      ...bid,
      lines: bid.lines.filter((line) => winners.get(line.lotId)?.supplierId === bid.supplierId),
    }));
    return foundOf(await award({ ...problem, bids }));
  };
}

/** The round with other sums where they are wished: one nameless member pledges them, without a ceiling. */
export function withDemand(round: RoundBids, { demand }: Wishes): RoundBids {
  const lots = round.lots.map((lot) => {
    const other = demand.get(lot.id);
    if (!other) return lot;
    const member = { id: 'what-if', ...other, ceiling: null, committedAt: 0, slices: [] };
    return { ...lot, members: [member] };
  });
  return { ...round, lots };
}

export const METHODS = ['optimum', 'single_supplier', 'cheapest_per_lot', 'manual'] as const;
export type Method = (typeof METHODS)[number];

/** The award by a method; `manual` by the wishes, which the others do not look at. */
export function awardBy(
  round: RoundBids,
  method: Method,
  wishes: Wishes,
  solvers: Solvers,
): Promise<RoundOutcome> {
  switch (method) {
    case 'optimum':
      return settleAward(round, wishedFinder(solvers));
    case 'single_supplier':
      return settleAward(round, singleFinder(solvers));
    case 'cheapest_per_lot':
      return settleAward(round, cheapestFinder(solvers));
    case 'manual':
      return settleAward(withDemand(round, wishes), wishedFinder(solvers, wishes));
  }
}

/**
 * An amount that no award can go under, for the demand that this award serves: each lot as cheap as it can be by itself,
 * no fixed freight counted. For a round whose optimum was not found in time. Null when even that is not known.
 */
export async function leastAmount(
  round: RoundBids,
  { lots: settled }: RoundAward,
  solvers: Solvers,
): Promise<number | null> {
  const fineness = finenessOf(round);
  const problem = problemOf(round, (lot) => lot.members, fineness);
  const bids = problem.bids.map((bid) => ({ ...bid, freightFixed: 0 }));
  let least = 0;
  for (const lot of problem.lots) {
    const demand = settled.find((one) => one.lotId === lot.id)!.demand;
    if (demand.firm === 0) continue;
    const outcome = await solvers.award({ ...problem, bids, lots: [{ ...lot, demand }] });
    if (!outcome.ok) return null;
    least += outcome.award.totalAmount;
  }
  return Math.floor(least / fineness);
}

/** Of awards that were found, the one that leaves the fewest lots short, then the cheapest, then the first. */
export function bestKnown(awards: readonly RoundAward[]): RoundAward | null {
  const open = (award: RoundAward) => award.lots.filter((lot) => lot.outcome !== 'awarded').length;
  const sorted = awards.toSorted((a, b) => open(a) - open(b) || a.totalAmount - b.totalAmount);
  return sorted[0] ?? null;
}
