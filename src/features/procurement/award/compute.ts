import {
  awardBy,
  bestKnown,
  isWished,
  leastAmount,
  METHODS,
  type Method,
  type Solvers,
  type Wishes,
} from '#src/domain/procurement/award-methods.ts';
import type { AwardFailure } from '#src/domain/procurement/award-model.ts';
import type { RoundAward, RoundOutcome } from '#src/domain/procurement/round-award.ts';
import { solveAward, solveSingle } from '#src/server/solver/solver.ts';
import type { OpenedRound } from './queries.ts';

/** A person waits for this page; what takes longer is said to. */
const PAGE_LIMIT_MS = 12_000;

const SOLVERS: Solvers = {
  award: (problem) => solveAward(problem, PAGE_LIMIT_MS),
  single: (problem) => solveSingle(problem, PAGE_LIMIT_MS),
};

/**
 * What can be decided, side by side. `best`: the optimum, or where it was not found (`failure`) the best award that is
 * known, with `least`, an amount that no award goes under, if even that is known.
 */
export type Comparison = {
  awards: Partial<Record<Method, RoundAward>>;
  failures: Partial<Record<Method, AwardFailure>>;
  best: RoundAward | null;
  proven: boolean;
  least: number | null;
};

/** The award by one method, worked out anew. */
export function workOut(round: OpenedRound, method: Method, wishes: Wishes): Promise<RoundOutcome> {
  return awardBy(round, method, wishes, SOLVERS);
}

/** All methods; `manual` only when something is wished. */
export async function compareAwards(round: OpenedRound, wishes: Wishes): Promise<Comparison> {
  const asked = METHODS.filter((method) => method !== 'manual' || isWished(wishes));
  const awards: Comparison['awards'] = {};
  const failures: Comparison['failures'] = {};
  for (const method of asked) {
    const outcome = await workOut(round, method, wishes);
    if (outcome.ok) awards[method] = outcome.award;
    else failures[method] = outcome.failure;
  }
  const others = [awards.single_supplier, awards.cheapest_per_lot].filter((one) => !!one);
  const best = awards.optimum ?? bestKnown(others);
  const proven = awards.optimum !== undefined;
  const least = best && !proven ? await leastAmount(round, best, SOLVERS) : null;
  return { awards, failures, best, proven, least };
}
