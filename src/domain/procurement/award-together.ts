import { awardProgram, type AwardProgram } from './award-mip.ts';
import type { AwardProblem, Mip, MipSolver } from './award-model.ts';
import { solved, type Window } from './award-windows.ts';

/** Parts in which a lot's cover is counted. */
const WHOLE = 10_000;

/** Adds whether a lot is bought in full, and its cover, both to be as great as can be. Gives the former's variable. */
function wantCover(
  program: Mip,
  { window, total }: { window: Window; total: AwardProgram['totals'][number] },
  lots: number,
): number {
  const full = program.columns.push({ cost: -WHOLE * (lots + 1), lower: 0, upper: 1 }) - 1;
  const parts = program.columns.push({ cost: -1, lower: 0, upper: WHOLE }) - 1;
  const sum = total.entries.map(([column, value]) => ({ column, value }));
  const { firm } = window.lot.demand;
  const [least, most, short] = [window.least, window.most, Math.min(window.most, firm)].map(
    (steps) => steps / total.step,
  ) as [number, number, number];
  program.rows.push(
    { lower: 0, upper: Infinity, entries: [...sum, { column: full, value: -least }] },
    { lower: -Infinity, upper: short, entries: [...sum, { column: full, value: short - most }] },
    {
      lower: 0,
      upper: Infinity,
      entries: [
        ...sum.map(({ column, value }) => ({ column, value: value * WHOLE })),
        { column: parts, value: -firm / total.step },
      ],
    },
  );
  return full;
}

/**
 * When the limits of all lots together (number of suppliers, minimum orders) leave some lot unserved: as many lots as
 * can be are bought in full, then the others as far as can be, counted in whole ten-thousandths of their demand and
 * added up. The windows hold each lot at what that gives. Throws SolverStopped.
 */
export async function filledTogether(
  solve: MipSolver,
  problem: AwardProblem,
  windows: readonly Window[],
): Promise<Window[]> {
  const open = windows.map((window) => ({ ...window, least: 0 }));
  const { program, totals } = awardProgram(problem, open);
  for (const column of program.columns) column.cost = 0;
  const full = windows.map((window, i) =>
    wantCover(program, { window, total: totals[i]! }, windows.length),
  );
  const answer = await solved(solve, program);
  if (!answer) return [...windows];
  const reason = problem.wishes.maxSuppliers === null ? 'minimum_order' : 'supplier_limit';
  return windows.map((window, i): Window => {
    if (answer.values[full[i]!] === 1) return window;
    const { entries, step } = totals[i]!;
    const sum = entries.reduce((all, [column, value]) => all + value * answer.values[column]!, 0);
    return { ...window, least: sum * step, most: sum * step, reason };
  });
}
