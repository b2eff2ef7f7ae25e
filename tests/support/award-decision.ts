import type { Sql } from 'postgres';
import { bestSingle } from '#src/domain/procurement/award-compare.ts';
import { awardBy, NOTHING_WISHED, type Solvers } from '#src/domain/procurement/award-methods.ts';
import { awardPayload } from '#src/domain/procurement/award-payload.ts';
import { findAward } from '#src/domain/procurement/award.ts';
import { openedRound } from '#src/features/procurement/award/queries.ts';
import { loadSolver, solveWith } from '#src/server/solver/highs.ts';
import { actAs } from './round-stage.ts';

/** The solver on this thread, ten seconds a program. */
export async function testSolvers(): Promise<Solvers> {
  const highs = await loadSolver();
  const solve = (program: Parameters<typeof solveWith>[1]) =>
    Promise.resolve(solveWith(highs, program, { timeLimitSeconds: 10 }));
  return {
    award: (problem) => findAward(problem, solve),
    single: (problem) => bestSingle(problem, solve),
  };
}

/** Decides the optimum of an opened round as its coordinator; with `place`, the orders are placed too. */
export async function decideOptimum(
  sql: Sql,
  coordinator: string,
  round: string,
  { place = false }: { place?: boolean } = {},
): Promise<void> {
  const input = await actAs(sql, coordinator, 'award_input', { p_round: round });
  const opened = openedRound(input as Parameters<typeof openedRound>[0]);
  const outcome = await awardBy(opened, 'optimum', NOTHING_WISHED, await testSolvers());
  if (!outcome.ok) throw new Error(outcome.failure);
  const payload = awardPayload(opened, outcome.award, {
    ...{ method: 'optimum', reason: null, proven: true, wishes: {} },
    optimumAmount: outcome.award.totalAmount,
  });
  await actAs(sql, coordinator, 'decide_award', { p_round: round, p_award: payload });
  if (place) await actAs(sql, coordinator, 'place_orders', { p_round: round });
}
