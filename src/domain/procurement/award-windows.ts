import type { AwardLot, AwardProblem, Mip, MipSolver, ShortReason } from './award-model.ts';
import { packRanges, type BidLine, type PackRange } from './bid.ts';
import { MipDraft } from './mip-draft.ts';

/** A supplier's line that can take part in its lot; `bid` is the place of the bid in the canonical problem. */
export type Seller = { bid: number; supplierId: string; line: BidLine; ranges: PackRange[] };

/** How much of a lot the award buys: from `least` to `most` steps. `reason` says why that is under the firm demand. */
export type Window = {
  lot: AwardLot;
  sellers: Seller[];
  least: number;
  most: number;
  reason: ShortReason | null;
};

export class SolverStopped extends Error {
  readonly status: 'time_limit' | 'failed';

  constructor(status: SolverStopped['status'], message = '') {
    super(message || status);
    this.name = 'SolverStopped';
    this.status = status;
  }
}

/** The solution, or null when there is none. Throws SolverStopped. */
export async function solved(solve: MipSolver, program: Mip) {
  const answer = await solve(program);
  if (answer.status === 'optimal') return answer;
  if (answer.status === 'infeasible') return null;
  throw new SolverStopped(answer.status, answer.status === 'failed' ? answer.message : '');
}

/** The most that one award may buy of a lot. */
export function limitOf({ demand }: AwardLot): number {
  return demand.firm + demand.tolerance;
}

function sellersOf(problem: AwardProblem, lot: AwardLot): Seller[] {
  return problem.bids.flatMap((offer, bid) =>
    offer.lines
      .filter((line) => line.lotId === lot.id)
      .map((line) => ({
        bid,
        supplierId: offer.supplierId,
        line,
        ranges: packRanges(line, limitOf(lot)),
      }))
      .filter((seller) => seller.ranges.length > 0),
  );
}

/** Whether one seller alone can deliver something from `least` to `most`: the common case, seen without the solver. */
function oneFits(sellers: readonly Seller[], least: number, most: number): boolean {
  return sellers.some(({ line, ranges }) =>
    ranges.some(
      (range) =>
        Math.max(range.least, Math.ceil(least / line.pack)) <=
        Math.min(range.most, Math.floor(most / line.pack)),
    ),
  );
}

function perLotLimit({ wishes }: AwardProblem): number {
  return Math.min(wishes.maxSuppliersPerLot ?? Infinity, wishes.maxSuppliers ?? Infinity);
}

/** The least or the most that whole packs of this lot's sellers make between two bounds, or null. */
async function extreme(
  solve: MipSolver,
  problem: AwardProblem,
  sellers: readonly Seller[],
  want: { least: number; most: number; sign: 1 | -1 },
): Promise<number | null> {
  if (sellers.length === 0) return null;
  const draft = new MipDraft();
  const used: [number, number][] = [];
  const bought = sellers.map((seller): [number, number] => {
    const first = seller.ranges[0]!;
    const most = Math.max(...seller.ranges.map((range) => range.most));
    const packs = draft.column(want.sign * seller.line.pack, 0, most);
    const on = draft.column(0, 0, 1);
    draft.between(packs, on, first.least, most);
    used.push([on, 1]);
    return [packs, seller.line.pack];
  });
  draft.row(want.least, want.most, bought);
  draft.row(0, Math.min(perLotLimit(problem), sellers.length), used);
  const answer = await solved(solve, draft.program);
  return answer && bought.reduce((sum, [at, pack]) => sum + answer.values[at]! * pack, 0);
}

function whyShort(problem: AwardProblem, lot: AwardLot, sellers: readonly Seller[]): ShortReason {
  const limit = limitOf(lot);
  const lines = problem.bids.flatMap((bid) => bid.lines.filter((line) => line.lotId === lot.id));
  if (lines.length === 0) return 'no_bid';
  if (sellers.length === 0) {
    if (lines.every((line) => line.pack > limit)) return 'pack';
    const tooMany = (line: BidLine) => Math.max(line.moq, line.tiers[0]!.minQuantity) > limit;
    return lines.some(tooMany) ? 'moq' : 'capacity';
  }
  const most = sellers
    .map(({ line }) => Math.floor((line.capacity ?? Infinity) / line.pack) * line.pack)
    .sort((a, b) => b - a);
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
  if (sum(most) < lot.demand.firm) return 'capacity';
  return sum(most.slice(0, perLotLimit(problem))) < lot.demand.firm ? 'supplier_limit' : 'no_fit';
}

async function shortWindow(
  solve: MipSolver,
  problem: AwardProblem,
  lot: AwardLot,
  sellers: Seller[],
): Promise<Window> {
  const want = { least: 0, most: lot.demand.firm, sign: -1 } as const;
  const quantity = (await extreme(solve, problem, sellers, want)) ?? 0;
  const reason = whyShort(problem, lot, sellers);
  return { lot, sellers, least: quantity, most: quantity, reason };
}

async function windowOf(solve: MipSolver, problem: AwardProblem, lot: AwardLot): Promise<Window> {
  const sellers = sellersOf(problem, lot);
  const { firm } = lot.demand;
  const limit = limitOf(lot);
  const slack = Math.max(0, ...sellers.map(({ line }) => line.pack - 1));
  const near =
    lot.policy === 'min_packs'
      ? { least: firm, most: Math.min(limit, firm + slack) }
      : lot.policy === 'max_tolerance'
        ? { least: Math.max(firm, limit - slack), most: limit }
        : { least: firm, most: limit };
  if (oneFits(sellers, near.least, near.most)) return { lot, sellers, ...near, reason: null };
  const sign = lot.policy === 'max_tolerance' ? -1 : 1;
  const end = await extreme(solve, problem, sellers, { least: firm, most: limit, sign });
  if (end === null) return shortWindow(solve, problem, lot, sellers);
  const [least, most] = [Math.min(near.least, end), Math.max(near.most, end)];
  return { lot, sellers, least, most, reason: null };
}

/**
 * How much of each lot to buy, each lot looked at alone; in the order of the problem's lots.
 * Normally from firm to firm + tolerance. `min_packs` goes less than the largest pack above firm, or as little above as
 * MOQs and packs allow; `max_tolerance` stays less than the largest pack under firm + tolerance, or as near as can be.
 * Where nothing ends between firm and firm + tolerance: the greatest quantity up to firm, with the reason.
 * Throws SolverStopped.
 */
export async function windowsOf(solve: MipSolver, problem: AwardProblem): Promise<Window[]> {
  const windows: Window[] = [];
  for (const lot of problem.lots) windows.push(await windowOf(solve, problem, lot));
  return windows;
}
