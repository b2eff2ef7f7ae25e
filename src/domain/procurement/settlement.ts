import { divideRounded } from '../decimal.ts';
import { split } from '../money.ts';
import { shareCosts, type CostBasis, type CostMember, type CostShare } from './cost-shares.ts';
import { count } from './lot-amount.ts';
import { byId } from './lot-member.ts';

/** `goodsAmount`: what the invoices ask for this lot, minor units of the round's currency. */
export type SettledLot = {
  id: string;
  decimals: number;
  gramsPerUnit: number | null;
  goodsAmount: number;
};

/**
 * What a member got of a lot, in steps. `weight`: what goods and costs are shared by, the quantity unless nobody got
 * anything of the lot (then the firm pledge). Awarded: quantity and its goods at the award, for the credit.
 */
export type SettledMember = {
  producerId: string;
  lotId: string;
  quantity: number;
  weight: number;
  awardedQuantity: number;
  awardedAmount: number;
};

/** `kind` and `note` are for people; `lotIds` null concerns every lot. */
export type SettledCost = {
  id: string;
  amount: number;
  basis: CostBasis;
  lotIds: readonly string[] | null;
};

/** `invoicesAmount` = goods of all lots + costs that came with invoices; `costsAmount`: those that the cluster entered. */
export type SettlementBasis = {
  lots: readonly SettledLot[];
  members: readonly SettledMember[];
  costs: readonly SettledCost[];
  invoicesAmount: number;
  costsAmount: number;
};

export type SettlementLine = {
  lotId: string;
  goodsAmount: number;
  /** What was awarded at the award's price and did not come; already off what the member owes. */
  creditAmount: number;
  shares: { cost: string; amount: number }[];
};
export type MemberSettlement = {
  producerId: string;
  goodsAmount: number;
  costsAmount: number;
  totalAmount: number;
  lines: SettlementLine[];
};

/**
 * What each member owes: of each lot its part of the invoiced goods by what it got, and its share of every cost by the
 * round's rule, each by largest remainder, ties by id. The totals add up to invoices + costs exactly, and the order of
 * the lists does not matter. Members come by id, their lines by lot id.
 * Throws RangeError when an amount has nobody to bear it, or a cost is shared by weight and a lot has none.
 */
export function settleRound(basis: SettlementBasis): { members: MemberSettlement[] } {
  const lots = [...basis.lots].sort(byId).map((lot) => shareGoods(lot, basis.members));
  const costs = basis.costs.map((cost) => ({ ...cost, kind: 'other' as const }));
  const shares = shareCosts(
    costs,
    lots.filter(({ members }) => members.length > 0),
  );
  const mine = Map.groupBy(shares, ({ lotId, memberId }) => `${lotId} ${memberId}`);
  const lines = lots.flatMap(({ id: lotId, members }) =>
    members.map((member) => ({
      producerId: member.id,
      line: lineOf(lotId, member, mine.get(`${lotId} ${member.id}`) ?? []),
    })),
  );
  const groups = [...Map.groupBy(lines, ({ producerId }) => producerId)];
  return {
    members: groups
      .map(([id, group]) => ({ id, lines: group.map(({ line }) => line) }))
      .sort(byId)
      .map(({ id, lines: own }) => memberOf(id, own)),
  };
}

/** As `shareCosts` takes it: `quantity` is what counts in the sharing. */
type Bearer = CostMember & { from: SettledMember };

function shareGoods(lot: SettledLot, all: readonly SettledMember[]) {
  const bearers = all
    .filter(({ lotId, weight }) => lotId === lot.id && count(weight) > 0)
    .map((from) => ({ id: from.producerId, quantity: from.weight, from }))
    .sort(byId);
  const goods = split(
    count(lot.goodsAmount),
    bearers.map(({ quantity }) => quantity),
  );
  return {
    ...lot,
    members: bearers.map((one, n): Bearer => ({ ...one, goodsAmount: goods[n]! })),
  };
}

function lineOf(lotId: string, member: Bearer, shares: readonly CostShare[]): SettlementLine {
  const { awardedQuantity, awardedAmount, quantity } = member.from;
  return {
    lotId,
    goodsAmount: member.goodsAmount,
    creditAmount: shortageCredit(awardedQuantity, awardedAmount, quantity),
    shares: shares.map(({ costId, amount }) => ({ cost: costId, amount })),
  };
}

function memberOf(producerId: string, lines: SettlementLine[]): MemberSettlement {
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
  const goodsAmount = sum(lines.map((line) => line.goodsAmount));
  const costsAmount = sum(lines.flatMap(({ shares }) => shares.map(({ amount }) => amount)));
  return { producerId, goodsAmount, costsAmount, totalAmount: goodsAmount + costsAmount, lines };
}

/** The credit for what was awarded and did not come, at the award's price, halves up. */
export function shortageCredit(awarded: number, awardedAmount: number, got: number): number {
  if (got >= awarded) return 0;
  const exact = BigInt(count(awardedAmount)) * BigInt(awarded - got);
  return Number(divideRounded(exact, BigInt(awarded)));
}
