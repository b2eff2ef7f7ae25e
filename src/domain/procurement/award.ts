import { awardFaults } from './award-check.ts';
import { awardProgram, checkFigures, FiguresTooLarge } from './award-mip.ts';
import { bidsOf, masterProgram, type Choosing, type Master } from './award-master.ts';
import {
  canonical,
  type AwardOutcome,
  type AwardProblem,
  type Mip,
  type MipSolver,
  type ShortLot,
} from './award-model.ts';
import { optionsOf, TooManyOptions, type Effort } from './award-options.ts';
import { awardOf, type Purchase } from './award-sums.ts';
import { solved, SolverStopped, windowsOf, type Window } from './award-windows.ts';
import { filledTogether } from './award-together.ts';

class Unproven extends Error {}

/** Suppliers whose order is settled in one program: their weights, powers of two, stay small enough to be exact. */
const RANKED_AT_ONCE = 16;

function objectiveOf(program: Mip, values: readonly number[]): number {
  return program.columns.reduce((sum, { cost }, i) => sum + cost * values[i]!, 0);
}

/** The solution with its cost; null when there is none. Throws Unproven when the bound leaves room for a cheaper one. */
async function best(solve: MipSolver, program: Mip) {
  const answer = await solved(solve, program);
  if (!answer) return null;
  const cost = objectiveOf(program, answer.values);
  if (!Number.isSafeInteger(cost) || cost - answer.bound >= 0.999) throw new Unproven();
  return { values: answer.values, cost };
}

/**
 * Among the awards of this cost the one with the fewest suppliers, then with the first suppliers by id: the program
 * again, held at its cost, with the count and then the order as its objective.
 */
async function firstSuppliers(
  solve: MipSolver,
  master: Master,
  found: { values: number[]; cost: number },
): Promise<Set<number>> {
  const { program, used } = master;
  const held = { lower: -Infinity, upper: found.cost, entries: entriesOf(program) };
  const columns = program.columns.map((column) => ({ ...column, cost: 0 }));
  let values = found.values;
  for (let from = 0; from < used.length; from += RANKED_AT_ONCE) {
    const weigh = (column: (typeof columns)[number], i: number) => {
      const at = used.indexOf(i) - from;
      const early = at >= 0 && at < RANKED_AT_ONCE ? 2 ** (RANKED_AT_ONCE - 1 - at) : 0;
      const one = from === 0 && used.includes(i) ? 2 ** RANKED_AT_ONCE : 0;
      return { ...column, cost: one - early };
    };
    const ranked = { columns: columns.map(weigh), rows: [...program.rows, held], start: values };
    values = (await best(solve, ranked))?.values ?? values;
    for (const i of used.slice(from, from + RANKED_AT_ONCE))
      columns[i] = { cost: 0, lower: values[i]!, upper: values[i]! };
    // Later groups keep the count too: with these fixed, the rest may only be exchanged one for one.
    const count = used.reduce((sum, i) => sum + values[i]!, 0);
    program.rows.push({
      lower: 0,
      upper: count,
      entries: used.map((column) => ({ column, value: 1 })),
    });
  }
  return new Set(used.flatMap((column, bid) => (values[column] === 1 ? [bid] : [])));
}

function entriesOf({ columns }: Mip) {
  return columns.flatMap(({ cost }, column) => (cost === 0 ? [] : [{ column, value: cost }]));
}

function purchasesOf(problem: AwardProblem, { window, options }: Choosing, at: number): Purchase[] {
  return options[at]!.packs.flatMap((packs, i) => {
    const { bid, line } = window.sellers[i]!;
    const { supplierId } = problem.bids[bid]!;
    return packs > 0 ? [{ lotId: line.lotId, supplierId, packs }] : [];
  });
}

/** Each lot's first cheapest option among these suppliers. */
function fromSuppliers(problem: AwardProblem, lots: readonly Choosing[], winners: Set<number>) {
  return lots.flatMap((lot) => {
    const at = lot.options.findIndex((o) => bidsOf(lot.window, o).every((bid) => winners.has(bid)));
    return purchasesOf(problem, lot, at);
  });
}

function fromChosen(problem: AwardProblem, lots: Choosing[], master: Master, values: number[]) {
  return lots.flatMap((lot, l) =>
    purchasesOf(
      problem,
      lot,
      master.chosen[l]!.findIndex((column) => values[column] === 1),
    ),
  );
}

function meetsMinimumOrders(problem: AwardProblem, purchases: readonly Purchase[]): boolean {
  const { suppliers } = awardOf(problem, purchases, []);
  return suppliers.every(({ supplierId, goodsAmount }) => {
    const bid = problem.bids.find((one) => one.supplierId === supplierId)!;
    return goodsAmount >= (bid.minimumOrderAmount ?? 0);
  });
}

/** The purchases of the cheapest award for these windows; null when the joint limits allow none. */
async function cheapest(
  solve: MipSolver,
  problem: AwardProblem,
  windows: readonly Window[],
): Promise<Purchase[] | null> {
  const { maxSuppliersPerLot } = problem.wishes;
  const effort: Effort = { steps: 0 };
  let lots: Choosing[];
  try {
    lots = windows.map((window) => ({
      window,
      options: optionsOf(window, maxSuppliersPerLot, effort),
    }));
  } catch (error) {
    if (error instanceof TooManyOptions) return wholeProgram(solve, problem, windows);
    throw error;
  }
  const master = masterProgram(problem, lots, { minimumOrders: false });
  const found = await best(solve, master.program);
  if (!found) return null;
  const purchases = fromSuppliers(problem, lots, await firstSuppliers(solve, master, found));
  if (meetsMinimumOrders(problem, purchases)) return purchases;
  const held = masterProgram(problem, lots, { minimumOrders: true });
  const above = await best(solve, held.program);
  if (above?.cost === found.cost) return fromChosen(problem, lots, held, above.values);
  return wholeProgram(solve, problem, windows);
}

/** Everything in one program: for minimum orders that change what a lot buys, and for very many sellers. */
async function wholeProgram(
  solve: MipSolver,
  problem: AwardProblem,
  windows: readonly Window[],
): Promise<Purchase[] | null> {
  const { program, read } = awardProgram(problem, windows);
  const found = await best(solve, program);
  if (!found) return null;
  return read(found.values).map(({ lotId, bid, packs }) => {
    return { lotId, supplierId: problem.bids[bid]!.supplierId, packs };
  });
}

function shortLots(windows: readonly Window[], purchases: readonly Purchase[]): ShortLot[] {
  return windows.flatMap(({ lot, sellers, reason }) => {
    if (!reason) return [];
    const own = purchases.filter((purchase) => purchase.lotId === lot.id);
    const quantity = own.reduce((sum, { supplierId, packs }) => {
      const seller = sellers.find((one) => one.supplierId === supplierId);
      return sum + packs * seller!.line.pack;
    }, 0);
    return [{ lotId: lot.id, reason, quantity, missing: lot.demand.firm - quantity }];
  });
}

async function search(solve: MipSolver, problem: AwardProblem): Promise<AwardOutcome> {
  let windows = await windowsOf(solve, problem);
  checkFigures(problem, windows);
  let purchases = await cheapest(solve, problem, windows);
  if (!purchases) {
    windows = await filledTogether(solve, problem, windows);
    checkFigures(problem, windows);
    purchases = await cheapest(solve, problem, windows);
  }
  if (!purchases) throw new Unproven();
  const award = awardOf(problem, purchases, shortLots(windows, purchases));
  if (awardFaults(problem, award).length > 0) throw new Unproven();
  return { ok: true, award };
}

/**
 * The cheapest award that meets every lot's demand (see `windowsOf` for how much of a lot is bought), exact to the minor
 * unit: `cheapest` of all splits, packs, tiers and suppliers. Of equally cheap awards it is the one with the fewest
 * suppliers, then the first by id; so equal problems have equal awards, in whatever order they are written.
 * Nothing is returned that `awardFaults` does not confirm. Failures: `solver_too_slow`, `solver_failed`,
 * `award_unproven` (found, but not proven the cheapest), `figures_too_large` (sums over 2^43 minor units).
 */
export async function findAward(input: AwardProblem, solve: MipSolver): Promise<AwardOutcome> {
  try {
    return await search(solve, canonical(input));
  } catch (error) {
    if (error instanceof FiguresTooLarge) return { ok: false, failure: 'figures_too_large' };
    if (error instanceof Unproven) return { ok: false, failure: 'award_unproven' };
    if (!(error instanceof SolverStopped)) throw error;
    const slow = error.status === 'time_limit';
    return { ok: false, failure: slow ? 'solver_too_slow' : 'solver_failed' };
  }
}
