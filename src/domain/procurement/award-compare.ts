import { findAward } from './award.ts';
import {
  canonical,
  type Award,
  type AwardOutcome,
  type AwardProblem,
  type MipSolver,
} from './award-model.ts';
import { landedLines, type LandedLine } from './landed-bid.ts';

/** What one supplier alone would deliver of everything it can, and what that costs. */
export type SingleAward = {
  supplierId: string;
  award: Award;
  /** Lots that get their whole firm demand. */
  covered: string[];
  /** Lots that get less, or nothing; `award.short` says how much. */
  uncovered: string[];
};

export type SingleOutcome =
  { ok: true; best: SingleAward | null } | Extract<AwardOutcome, { ok: false }>;

/** What a coordinator may change to see what comes of it. */
export type WhatIf = {
  /** Other firm demand and tolerance by lot id, in steps. */
  demand?: ReadonlyMap<string, { firm: number; tolerance: number }>;
  /** Suppliers left out, beside those that the wishes leave out. */
  without?: readonly string[];
  /** Minor units that a day of waiting is worth, by lot id. */
  dayCost?: ReadonlyMap<string, number>;
  maxSuppliersPerLot?: number | null;
  maxSuppliers?: number | null;
};

/** The problem with the changes made. */
export function changed(problem: AwardProblem, change: WhatIf): AwardProblem {
  const { wishes } = problem;
  const { maxSuppliersPerLot = wishes.maxSuppliersPerLot, maxSuppliers = wishes.maxSuppliers } =
    change;
  return {
    ...problem,
    lots: problem.lots.map((lot) => ({
      ...lot,
      demand: change.demand?.get(lot.id) ?? lot.demand,
      dayCost: change.dayCost?.get(lot.id) ?? lot.dayCost,
    })),
    wishes: {
      maxSuppliersPerLot,
      maxSuppliers,
      excludedSupplierIds: [...wishes.excludedSupplierIds, ...(change.without ?? [])],
    },
  };
}

/** Most lots covered, then least money with waiting; the sort keeps the order of ids. */
function better(a: SingleAward, b: SingleAward): number {
  return (
    b.covered.length - a.covered.length ||
    a.award.totalAmount + a.award.waitingAmount - b.award.totalAmount - b.award.waitingAmount
  );
}

/**
 * The best award to one supplier alone: who covers the most lots, then the cheapest, then the first by id; null when
 * nobody can sell anything. Fails as `findAward`.
 */
export async function bestSingle(input: AwardProblem, solve: MipSolver): Promise<SingleOutcome> {
  const problem = canonical(input);
  const found: SingleAward[] = [];
  for (const bid of problem.bids) {
    const outcome = await findAward({ ...problem, bids: [bid] }, solve);
    if (!outcome.ok) return outcome;
    const { award } = outcome;
    if (award.lines.length === 0) continue;
    const uncovered = award.short.map((short) => short.lotId);
    const covered = problem.lots.map((lot) => lot.id).filter((id) => !uncovered.includes(id));
    found.push({ supplierId: bid.supplierId, award, covered, uncovered });
  }
  return { ok: true, best: found.sort(better)[0] ?? null };
}

/**
 * The cheapest bid of each lot by landed cost of a unit, among those that cover the lot alone where there are any;
 * equal ones by supplier id. A lot without bids is left out.
 */
export function cheapestByLot(input: AwardProblem): Map<string, LandedLine> {
  const { lots, bids } = canonical(input);
  const cheapest = new Map<string, LandedLine>();
  for (const line of landedLines(lots, bids)) {
    const known = cheapest.get(line.lotId);
    const wins =
      !known ||
      (line.covers && !known.covers) ||
      (line.covers === known.covers && line.landedUnitAmount < known.landedUnitAmount);
    if (wins) cheapest.set(line.lotId, line);
  }
  return cheapest;
}
