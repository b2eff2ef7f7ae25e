import { divideRounded } from '#src/domain/decimal.ts';
import { abnormallyLow, lineFlags, type BidFlag } from '#src/domain/procurement/flags.ts';
import { landedLines } from '#src/domain/procurement/landed-bid.ts';
import { boughtLine, demandOf, finenessOf, problemOf } from '#src/domain/procurement/round-bids.ts';
import { scores, type Score } from '#src/domain/procurement/score.ts';
import type { Series } from '#src/ui/charts/bars.ts';
import type { OpenedLot, OpenedRound } from './queries.ts';

/** One bid for one lot at the pooled quantity; amounts in the round's currency, `landedUnitAmount` for one whole unit. */
export type ComparedBid = {
  supplierId: string;
  name: string;
  quantity: number;
  covers: boolean;
  landedUnitAmount: number;
  landedAmount: number;
  leadTimeDays: number;
  score: Score;
  flags: BidFlag[];
};
export type ComparedLot = {
  lot: OpenedLot;
  demand: { firm: number; tolerance: number };
  bids: ComparedBid[];
};

const rounded = (amount: number, fineness: number) =>
  Number(divideRounded(BigInt(amount), BigInt(fineness)));

/** Every lot with its bids, the best score first, then the cheaper. `today`: the day of the order, as YYYY-MM-DD. */
export function comparedLots(round: OpenedRound, today: string): ComparedLot[] {
  const fineness = finenessOf(round);
  const problem = problemOf(round, (lot) => lot.members, fineness);
  const landed = landedLines(problem.lots, problem.bids);
  const neededBy = new Map(
    round.neededBy ? problem.lots.map((lot) => [lot.id, round.neededBy!]) : [],
  );
  return round.lots.map((lot) => {
    const one = problem.lots.find(({ id }) => id === lot.id);
    const lines = landed.filter((line) => line.lotId === lot.id);
    const demand = demandOf(lot.members);
    if (!one || lines.length === 0) return { lot, demand, bids: [] };
    const low = abnormallyLow(lines);
    const offered = lines.map((line) => {
      const bid = problem.bids.find(({ supplierId }) => supplierId === line.supplierId)!;
      return { bid, line, terms: bid.lines.find(({ lotId }) => lotId === lot.id)! };
    });
    const marks = scores(
      offered.map(({ line, terms }) => ({ ...line, ...terms, supplierId: line.supplierId })),
      round.weights,
    );
    const bids = offered.map(({ bid, line, terms }, i): ComparedBid => {
      const { supplierId, quantity, covers } = line;
      const flags = lineFlags(bid, terms, one, { orderOn: today, neededBy });
      return {
        ...{ supplierId, quantity, covers, leadTimeDays: terms.leadTimeDays, score: marks[i]! },
        name: supplierName(round, supplierId),
        landedUnitAmount: rounded(line.landedUnitAmount, fineness),
        landedAmount: rounded(line.landedAmount, fineness),
        flags: low.has(supplierId) ? ['abnormally_low', ...flags] : flags,
      };
    });
    bids.sort(
      (a, b) => b.score.totalBp - a.score.totalBp || a.landedUnitAmount - b.landedUnitAmount,
    );
    return { lot, demand, bids };
  });
}

export function supplierName(round: OpenedRound, id: string): string {
  return round.bids.find((bid) => bid.supplier === id)?.supplierName ?? '';
}

/** Curves that fit into one drawing, and quantities on its axis. */
const CURVES = 3;
const POINTS = 6;

/** What one unit costs at the quantities where a price changes, of the best bids; without freight. */
export function tierCurves(
  round: OpenedRound,
  { lot, demand, bids }: ComparedLot,
): { quantities: number[]; series: Series[] } {
  const best = bids.slice(0, CURVES);
  const most = Math.max(1, 2 * (demand.firm + demand.tolerance));
  const tiersOf = (id: string) =>
    round.bids.find((bid) => bid.supplier === id)!.lines.find((line) => line.lotId === lot.id)!
      .tiers;
  const starts = best.flatMap(({ supplierId }) =>
    tiersOf(supplierId).map((tier) => tier.minQuantity),
  );
  const quantities = [...new Set([...starts, demand.firm])]
    .filter((quantity) => quantity > 0 && quantity <= most)
    .sort((a, b) => a - b)
    .slice(0, POINTS);
  const series = best.map(({ supplierId, name }): Series => ({
    name,
    values: quantities.map((quantity) => {
      const first = tiersOf(supplierId)[0];
      if (!first || first.minQuantity > quantity) return null;
      const one = 10 ** lot.decimals;
      const { goodsAmount } = boughtLine(round, supplierId, lot.id, quantity);
      return Number(divideRounded(BigInt(goodsAmount) * BigInt(one), BigInt(quantity)));
    }),
  }));
  return { quantities, series };
}
