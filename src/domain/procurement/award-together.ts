import { awardProgram, type AwardProgram } from './award-mip.ts';
import type { AwardProblem, Mip, MipSolver } from './award-model.ts';
import { limitOf, solved, type Window } from './award-windows.ts';

/** Parts in which a lot's cover is counted. */
const WHOLE = 10_000;

type Total = AwardProgram['totals'][number];

/** The most of a lot that is looked at: what its window holds when it is short already, else all that is wanted. */
function openMost({ lot, most, reason }: Window): number {
  return reason ? most : limitOf(lot);
}

/**
 * Wants of a lot, each before the next, counted over all lots: that its demand is met, that it is met within its
 * window, and as great a cover as can be. Gives the variables of the first two.
 */
function want(program: Mip, window: Window, total: Total, lots: number): [number, number] {
  const above = WHOLE * (lots + 1);
  const met = program.columns.push({ cost: -above * (lots + 1), lower: 0, upper: 1 }) - 1;
  const near = program.columns.push({ cost: -above, lower: 0, upper: 1 }) - 1;
  const parts = program.columns.push({ cost: -1, lower: 0, upper: WHOLE }) - 1;
  const sum = total.entries.map(([column, value]) => ({ column, value }));
  const [firm, limit, least, most] = [
    window.lot.demand.firm,
    openMost(window),
    window.least,
    window.most,
  ].map((quantity) => quantity / total.step) as [number, number, number, number];
  const short = Math.min(limit, firm);
  program.rows.push(
    { lower: 0, upper: Infinity, entries: [...sum, { column: met, value: -firm }] },
    { lower: -Infinity, upper: short, entries: [...sum, { column: met, value: short - limit }] },
    { lower: 0, upper: Infinity, entries: [...sum, { column: near, value: -least }] },
    { lower: -Infinity, upper: limit, entries: [...sum, { column: near, value: limit - most }] },
    {
      lower: 0,
      upper: Infinity,
      entries: [
        ...sum.map(({ column, value }) => ({ column, value: value * WHOLE })),
        { column: parts, value: -firm },
      ],
    },
  );
  return [met, near];
}

/**
 * When the limits of all lots together (number of suppliers, minimum orders) leave some window unserved: as many lots
 * as can be get their demand, of these as many as can be within their windows and the others anywhere between firm and
 * firm + tolerance; then the rest as far as can be, counted in whole ten-thousandths of their demand and added up. The
 * windows hold each lot at what that gives. Throws SolverStopped.
 */
export async function filledTogether(
  solve: MipSolver,
  problem: AwardProblem,
  windows: readonly Window[],
): Promise<Window[]> {
  const open = windows.map((window) => ({ ...window, least: 0, most: openMost(window) }));
  const { program, totals } = awardProgram(problem, open);
  for (const column of program.columns) column.cost = 0;
  const wants = windows.map((window, i) => want(program, window, totals[i]!, windows.length));
  const answer = await solved(solve, program);
  if (!answer) return [...windows];
  const reason = problem.wishes.maxSuppliers === null ? 'minimum_order' : 'supplier_limit';
  return windows.map((window, i): Window => {
    const [met, near] = wants[i]!;
    if (answer.values[near] === 1) return window;
    if (answer.values[met] === 1)
      return { ...window, least: window.lot.demand.firm, most: openMost(window) };
    const { entries, step } = totals[i]!;
    const sum = entries.reduce((all, [column, value]) => all + value * answer.values[column]!, 0);
    return { ...window, least: sum * step, most: sum * step, reason };
  });
}
