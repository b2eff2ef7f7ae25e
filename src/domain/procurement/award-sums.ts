import type { Award, AwardLine, AwardLot, AwardProblem, SupplierTotal } from './award-model.ts';
import { byText } from './award-model.ts';
import { unitAmountAt, type Bid } from './bid.ts';
import { amountFor } from './lot-amount.ts';

/** Which packs of a bid's line are bought. */
export type Purchase = { lotId: string; supplierId: string; packs: number };

/** Sum of whole amounts. Throws RangeError beyond 2^53 - 1. */
export function sumOf(amounts: readonly number[]): number {
  const sum = amounts.reduce((all, amount) => all + BigInt(amount), 0n);
  if (sum > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`not a safe amount: ${sum}`);
  return Number(sum);
}

/**
 * A purchase with its price and amounts, exact and each rounded half up once. Throws RangeError when the lot or the bid
 * is unknown or does not sell that quantity.
 */
export function awardLine(problem: AwardProblem, purchase: Purchase): AwardLine {
  const { lotId, supplierId, packs } = purchase;
  const lot = problem.lots.find((one) => one.id === lotId);
  const bid = problem.bids.find((one) => one.supplierId === supplierId);
  const line = bid?.lines.find((one) => one.lotId === lotId);
  if (!lot || !line) throw new RangeError(`no bid of ${supplierId} for ${lotId}`);
  const quantity = packs * line.pack;
  const unitAmount = unitAmountAt(line, quantity);
  if (unitAmount === null) throw new RangeError(`${supplierId} does not sell ${quantity}`);
  return {
    lotId,
    supplierId,
    packs,
    quantity,
    unitAmount,
    goodsAmount: amountFor(quantity, unitAmount, lot.decimals),
    freightAmount: amountFor(quantity, line.freightPerUnit, lot.decimals),
    leadTimeDays: line.leadTimeDays,
  };
}

function supplierTotal(bid: Bid, lines: readonly AwardLine[]): SupplierTotal[] {
  const own = lines.filter((line) => line.supplierId === bid.supplierId);
  if (own.length === 0) return [];
  const goodsAmount = sumOf(own.map((line) => line.goodsAmount));
  const freightAmount = sumOf(own.map((line) => line.freightAmount));
  const { supplierId, freightFixed } = bid;
  const totalAmount = sumOf([goodsAmount, freightAmount, freightFixed]);
  return [{ supplierId, goodsAmount, freightAmount, freightFixed, totalAmount }];
}

function waitingFor(lot: AwardLot, lines: readonly AwardLine[]): number {
  const own = lines.filter((line) => line.lotId === lot.id);
  return lot.dayCost * Math.max(0, ...own.map((line) => line.leadTimeDays));
}

/** The award that buys these packs: every sum in whole minor units, exact. Throws as `awardLine`. */
export function awardOf(
  problem: AwardProblem,
  purchases: readonly Purchase[],
  short: Award['short'],
): Award {
  const lines = purchases
    .filter((purchase) => purchase.packs > 0)
    .map((purchase) => awardLine(problem, purchase))
    .sort((a, b) => byText(a.lotId, b.lotId) || byText(a.supplierId, b.supplierId));
  const suppliers = problem.bids
    .flatMap((bid) => supplierTotal(bid, lines))
    .sort((a, b) => byText(a.supplierId, b.supplierId));
  return {
    lines,
    suppliers,
    short: short.toSorted((a, b) => byText(a.lotId, b.lotId)),
    totalAmount: sumOf(suppliers.map((supplier) => supplier.totalAmount)),
    waitingAmount: sumOf(problem.lots.map((lot) => waitingFor(lot, lines))),
  };
}
