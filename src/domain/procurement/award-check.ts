import type { Award, AwardProblem } from './award-model.ts';
import { awardOf, sumOf } from './award-sums.ts';

/** What is wrong with an award: the first word of a sentence that a screen can say, and whom it is about. */
export type AwardFault =
  | { code: 'unknown_bid' | 'not_sold' | 'line_twice'; lotId: string; supplierId: string }
  | { code: 'too_much' | 'too_little' | 'too_many_suppliers_in_lot'; lotId: string }
  | { code: 'excluded' | 'under_minimum_order'; supplierId: string }
  | { code: 'too_many_suppliers' | 'wrong_sums' };

function lineFaults(problem: AwardProblem, award: Award): AwardFault[] {
  const seen = new Set<string>();
  return award.lines.flatMap(({ lotId, supplierId, packs, quantity }): AwardFault[] => {
    const bid = problem.bids.find((one) => one.supplierId === supplierId);
    const line = bid?.lines.find((one) => one.lotId === lotId);
    const key = JSON.stringify([lotId, supplierId]);
    if (seen.has(key)) return [{ code: 'line_twice', lotId, supplierId }];
    seen.add(key);
    if (!line || !problem.lots.some((lot) => lot.id === lotId))
      return [{ code: 'unknown_bid', lotId, supplierId }];
    const sold =
      Number.isSafeInteger(packs) &&
      packs > 0 &&
      quantity === packs * line.pack &&
      quantity >= Math.max(line.moq, line.tiers[0]!.minQuantity) &&
      quantity <= (line.capacity ?? quantity);
    return sold ? [] : [{ code: 'not_sold', lotId, supplierId }];
  });
}

function lotFaults({ lots, wishes }: AwardProblem, award: Award): AwardFault[] {
  return lots.flatMap(({ id: lotId, demand }): AwardFault[] => {
    const lines = award.lines.filter((line) => line.lotId === lotId);
    const quantity = sumOf(lines.map((line) => line.quantity));
    const short = award.short.find((one) => one.lotId === lotId);
    const said =
      short?.quantity === quantity && short.missing === demand.firm - quantity && short.missing > 0;
    const faults: AwardFault[] = [];
    if (quantity > demand.firm + demand.tolerance) faults.push({ code: 'too_much', lotId });
    if (short ? !said : quantity < demand.firm) faults.push({ code: 'too_little', lotId });
    if (lines.length > (wishes.maxSuppliersPerLot ?? Infinity))
      faults.push({ code: 'too_many_suppliers_in_lot', lotId });
    return faults;
  });
}

function supplierFaults({ bids, wishes }: AwardProblem, award: Award): AwardFault[] {
  const winners = new Set(award.lines.map((line) => line.supplierId));
  const out = wishes.excludedSupplierIds.filter((id) => winners.has(id));
  const faults = out.map((supplierId): AwardFault => ({ code: 'excluded', supplierId }));
  for (const { supplierId, minimumOrderAmount } of bids) {
    if (!winners.has(supplierId)) continue;
    const own = award.lines.filter((line) => line.supplierId === supplierId);
    if (sumOf(own.map((line) => line.goodsAmount)) < (minimumOrderAmount ?? 0))
      faults.push({ code: 'under_minimum_order', supplierId });
  }
  if (winners.size > (wishes.maxSuppliers ?? Infinity)) faults.push({ code: 'too_many_suppliers' });
  return faults;
}

/**
 * Everything that is wrong with an award, worked out anew from the bids; empty when it holds: quantities in whole packs
 * between MOQ and capacity, each lot between firm and firm + tolerance unless it says how short it is, the wishes, the
 * minimum orders, and every price and sum to the last unit. The coordinator's own award is checked the same way.
 */
export function awardFaults(problem: AwardProblem, award: Award): AwardFault[] {
  const lines = lineFaults(problem, award);
  if (lines.length > 0) return lines;
  const anew = awardOf(problem, award.lines, award.short);
  const faults = [...lotFaults(problem, anew), ...supplierFaults(problem, anew)];
  return JSON.stringify(inOrder(award)) === JSON.stringify(inOrder(anew))
    ? faults
    : [...faults, { code: 'wrong_sums' }];
}

/** The award with its properties in one order, so that equal awards read the same. */
function inOrder({ lines, suppliers, short, totalAmount, waitingAmount }: Award): unknown[] {
  const sorted = (rows: readonly object[]) =>
    rows.map((row) => Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return [sorted(lines), sorted(suppliers), sorted(short), totalAmount, waitingAmount];
}
