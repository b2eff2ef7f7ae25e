import { divideRounded } from '#src/domain/decimal.ts';
import { abnormallyLow, lineFlags, type BidFlag } from '#src/domain/procurement/flags.ts';
import { converted, landedLines } from '#src/domain/procurement/landed-bid.ts';
import { demandOf, finenessOf, problemOf } from '#src/domain/procurement/round-bids.ts';
import { scores, type Score } from '#src/domain/procurement/score.ts';
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

/** What one whole unit costs from a quantity on, without freight; null where a supplier sells only more. */
export type PriceStep = { from: number; wanted: boolean; prices: (number | null)[] };

/** Prices of every bid, in the order of `bids`, at the quantities where one changes and at the one wanted. */
export function priceSteps(
  round: OpenedRound,
  { lot, demand, bids }: Pick<ComparedLot, 'lot' | 'demand' | 'bids'>,
): PriceStep[] {
  const offers = bids.map(({ supplierId }) => {
    const bid = round.bids.find((one) => one.supplier === supplierId)!;
    const { tiers } = bid.lines.find((line) => line.lotId === lot.id)!;
    return { tiers, rate: round.rates[bid.currency]! };
  });
  const starts = offers.flatMap(({ tiers }) => tiers.map((tier) => tier.minQuantity));
  return [...new Set([...starts, demand.firm])]
    .filter((quantity) => quantity > 0)
    .sort((a, b) => a - b)
    .map((from) => ({
      from,
      wanted: from === demand.firm,
      prices: offers.map(({ tiers, rate }) => {
        const tier = tiers.findLast(({ minQuantity }) => minQuantity <= from);
        return tier ? converted(tier.unitAmount, rate) : null;
      }),
    }));
}
