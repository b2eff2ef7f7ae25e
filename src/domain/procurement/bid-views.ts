import { divideRounded } from '../decimal.ts';
import type { AwardLot } from './award-model.ts';
import { landedLines } from './landed-bid.ts';
import type { RoundFacts } from './round-facts.ts';
import { comparedBids, finenessOf, type RoundBids } from './round-bids.ts';
import { scores } from './score.ts';

/** A bid for a lot as all bids for it are compared: in the round's currency, for the pooled quantity. */
export type BidView = {
  supplierId: string;
  /** Steps of the lot's unit: what this supplier alone would deliver. */
  quantity: number;
  /** Whether that meets all that members take for certain. */
  covers: boolean;
  /** Minor units for one whole unit, rounded half up: of the goods alone, and with freight. */
  unitAmount: number;
  landedUnitAmount: number;
  leadTimeDays: number;
  /** Basis points: 10 000 is full marks. */
  totalBp: number;
};

/** The public facts as the award's rules read them. Only what the bids need: no member stands in it. */
function asRoundBids(facts: RoundFacts): RoundBids {
  return {
    currency: facts.currency,
    shareRule: facts.shareRule,
    rates: Object.fromEntries((facts.rates ?? []).map((rate) => [rate.currency, rate])),
    lots: facts.lots.map((lot) => ({
      id: lot.id,
      position: lot.position,
      decimals: lot.decimals,
      policy: 'cheapest_total',
      weightGrams: null,
      qualityCriteria: lot.criteria,
      members: [],
    })),
    bids: (facts.bids ?? []).map((bid) => ({
      id: bid.id,
      supplier: bid.supplier,
      currency: bid.currency,
      freightFixedAmount: bid.freightFixed,
      leadTimeDays: bid.leadTimeDays,
      validUntil: bid.validUntil,
      lines: bid.lines.map((line) => ({
        line: line.id,
        lotId: line.lot,
        pack: line.pack,
        moq: line.moq,
        capacity: line.capacity,
        freightUnitAmount: line.freightUnit,
        leadTimeDays: line.leadTimeDays,
        articleNumber: '',
        qualityAnswers: line.answers,
        note: '',
        tiers: line.tiers,
      })),
    })),
  };
}

/**
 * The bids for each lot by its id, the best score first, then the cheapest; a lot without bids has an empty list.
 * The same figures as the coordinators see. Throws RangeError on a bid whose currency has no rate.
 */
export function bidViews(facts: RoundFacts): Map<string, BidView[]> {
  const round = asRoundBids(facts);
  const fineness = finenessOf(round);
  const bids = comparedBids(round, fineness);
  const whole = (amount: number) => Number(divideRounded(BigInt(amount), BigInt(fineness)));
  const lots = facts.lots.map(({ id, decimals, firm, tolerance }): AwardLot => {
    return { id, decimals, demand: { firm, tolerance }, policy: 'cheapest_total', dayCost: 0 };
  });
  const landed = landedLines(lots, bids);
  const views = ({ id }: AwardLot): BidView[] => {
    const lines = landed.filter((line) => line.lotId === id);
    const compared = lines.map((line) => {
      const own = bids.find((bid) => bid.supplierId === line.supplierId)!.lines;
      const { leadTimeDays, qualityBp } = own.find(({ lotId }) => lotId === id)!;
      return { ...line, leadTimeDays, qualityBp };
    });
    const marks = scores(compared, facts.weights);
    return compared
      .map(({ supplierId, quantity, covers, leadTimeDays, ...line }, n) => ({
        ...{ supplierId, quantity, covers, leadTimeDays },
        unitAmount: whole(line.unitAmount),
        landedUnitAmount: whole(line.landedUnitAmount),
        totalBp: marks[n]!.totalBp,
      }))
      .sort(inOrder);
  };
  return new Map(lots.map((lot) => [lot.id, views(lot)]));
}

function inOrder(a: BidView, b: BidView): number {
  const bySupplier = a.supplierId < b.supplierId ? -1 : 1;
  return b.totalBp - a.totalBp || a.landedUnitAmount - b.landedUnitAmount || bySupplier;
}
