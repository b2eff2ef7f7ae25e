import { divideRounded } from '../decimal.ts';
import type { AwardLot, AwardProblem, LotPolicy } from './award-model.ts';
import { NO_WISHES } from './award-model.ts';
import type { Bid, BidLine, BidTier } from './bid.ts';
import { converted, type Rate } from './landed-bid.ts';
import { amountFor, safeAmount } from './lot-amount.ts';
import type { Slice } from './pledge-queue.ts';
import type { PlanMember } from './round-plan.ts';

/** A bid as it was filed: amounts in minor units of its own currency. `line` is the line's id. */
export type FiledLine = {
  line: string;
  lotId: string;
  pack: number;
  moq: number;
  capacity: number | null;
  freightUnitAmount: number;
  leadTimeDays: number | null;
  articleNumber: string;
  qualityAnswers: Record<string, boolean>;
  note: string;
  tiers: BidTier[];
};
export type FiledBid = {
  id: string;
  supplier: string;
  currency: string;
  freightFixedAmount: number;
  leadTimeDays: number;
  validUntil: string;
  lines: FiledLine[];
};

/** A lot with the members that pledged for it; quantities in steps, ceilings for one whole unit with freight. */
export type RoundLot = {
  id: string;
  position: number;
  decimals: number;
  policy: LotPolicy;
  weightGrams: number | null;
  qualityCriteria: { id: string; weightBp: number }[];
  members: (PlanMember & { slices: Slice[] })[];
};

/** All that an award is worked out from. `rates` are those that the opening froze, by currency. */
export type RoundBids = {
  currency: string;
  shareRule: 'value' | 'weight' | 'quantity';
  lots: readonly RoundLot[];
  bids: readonly FiledBid[];
  rates: Readonly<Record<string, Rate>>;
};

/** Parts of a minor unit in which prices of another currency are compared. */
export const FINE = 1000;

/**
 * In how many parts of a minor unit the award is searched: 1 while every bid is in the round's currency. A converted
 * price is seldom whole (a rivet of 10 francs is 0.69 cents), so others are compared in thousandths; the sums that are
 * paid come from `boughtLine`, which rounds once.
 */
export function finenessOf({ bids, currency }: RoundBids): number {
  return bids.every((bid) => bid.currency === currency) ? 1 : FINE;
}

/** The answers' marks, 0 to 10 000; full marks where nothing was asked. */
export function qualityOf(lot: RoundLot, line: FiledLine): number {
  if (lot.qualityCriteria.length === 0) return 10_000;
  return lot.qualityCriteria.reduce(
    (sum, { id, weightBp }) => sum + (line.qualityAnswers[id] ? weightBp : 0),
    0,
  );
}

const fineAmount = (amount: number, { numerator, denominator }: Rate, fineness: number) =>
  safeAmount(
    divideRounded(BigInt(amount) * BigInt(numerator) * BigInt(fineness), BigInt(denominator)),
  );

function comparedLine(bid: FiledBid, line: FiledLine, lot: RoundLot, fine: (n: number) => number) {
  const { lotId, pack, moq, capacity } = line;
  return {
    ...{ lotId, pack, moq, capacity },
    tiers: line.tiers.map(({ minQuantity, unitAmount }) => {
      return { minQuantity, unitAmount: fine(unitAmount) };
    }),
    freightPerUnit: fine(line.freightUnitAmount),
    leadTimeDays: line.leadTimeDays ?? bid.leadTimeDays,
    qualityBp: qualityOf(lot, line),
  } satisfies BidLine;
}

/** The bids in parts of the round's minor unit. Throws RangeError on a currency without a rate. */
export function comparedBids(round: RoundBids, fineness: number): Bid[] {
  const lots = new Map(round.lots.map((lot) => [lot.id, lot]));
  return round.bids.map((bid) => {
    const rate = rateOf(round, bid.currency);
    const fine = (amount: number) => fineAmount(amount, rate, fineness);
    return {
      supplierId: bid.supplier,
      freightFixed: fine(bid.freightFixedAmount),
      minimumOrderAmount: null,
      validUntil: bid.validUntil,
      lines: bid.lines.flatMap((line) => {
        const lot = lots.get(line.lotId);
        return lot ? [comparedLine(bid, line, lot, fine)] : [];
      }),
    };
  });
}

function rateOf({ rates, currency }: RoundBids, from: string): Rate {
  const rate = from === currency ? { numerator: 1, denominator: 1 } : rates[from];
  if (!rate) throw new RangeError(`no rate for ${from}`);
  return rate;
}

/** Sums over members. A tolerance fills somebody's pack: without any firm pledge a lot wants nothing. */
export function demandOf(members: readonly PlanMember[]): { firm: number; tolerance: number } {
  const firm = members.reduce((sum, member) => sum + member.firm, 0);
  const tolerance = members.reduce((sum, member) => sum + member.tolerance, 0);
  return { firm, tolerance: firm === 0 ? 0 : tolerance };
}

/** The problem of these members, in parts of the minor unit. Lots that nobody wants firmly are left out. */
export function problemOf(
  round: RoundBids,
  membersOf: (lot: RoundLot) => readonly PlanMember[],
  fineness: number,
): AwardProblem {
  const lots = round.lots.map((lot): AwardLot => {
    const { id, decimals, policy } = lot;
    return { id, decimals, policy, demand: demandOf(membersOf(lot)), dayCost: 0 };
  });
  return {
    lots: lots.filter((lot) => lot.demand.firm > 0),
    bids: comparedBids(round, fineness),
    wishes: NO_WISHES,
  };
}

/** What is bought of a bid's line. `bid…` amounts are in the bid's currency, the others in the round's, each rounded once. */
export type BoughtLine = {
  lotId: string;
  supplierId: string;
  bidLineId: string;
  quantity: number;
  unitAmount: number;
  bidGoodsAmount: number;
  goodsAmount: number;
  freightAmount: number;
  leadTimeDays: number;
};

/** As `private.award_work` has it. Throws RangeError when the bid does not sell that. */
export function boughtLine(
  round: RoundBids,
  supplierId: string,
  lotId: string,
  quantity: number,
): BoughtLine {
  const bid = round.bids.find((one) => one.supplier === supplierId);
  const line = bid?.lines.find((one) => one.lotId === lotId);
  const lot = round.lots.find((one) => one.id === lotId);
  const tier = line?.tiers.findLast((one) => one.minQuantity <= quantity);
  if (!bid || !line || !lot || !tier) throw new RangeError(`${supplierId} does not sell ${lotId}`);
  const rate = rateOf(round, bid.currency);
  const bidGoodsAmount = amountFor(quantity, tier.unitAmount, lot.decimals);
  const bidFreight = amountFor(quantity, line.freightUnitAmount, lot.decimals);
  return {
    ...{ lotId, supplierId, quantity, bidGoodsAmount },
    bidLineId: line.line,
    unitAmount: tier.unitAmount,
    goodsAmount: converted(bidGoodsAmount, rate),
    freightAmount: converted(bidFreight, rate),
    leadTimeDays: line.leadTimeDays ?? bid.leadTimeDays,
  };
}

/** A winner's fixed freight in the round's currency. */
export function fixedFreight(round: RoundBids, supplierId: string): number {
  const bid = round.bids.find((one) => one.supplier === supplierId)!;
  return converted(bid.freightFixedAmount, rateOf(round, bid.currency));
}
