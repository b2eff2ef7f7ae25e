import type { AwardProblem, Mip } from './award-model.ts';
import type { Option } from './award-options.ts';
import type { Window } from './award-windows.ts';
import { amountFor } from './lot-amount.ts';
import { unitAmountAt } from './bid.ts';
import { MipDraft } from './mip-draft.ts';

/** A lot with the ways to buy it. */
export type Choosing = { window: Window; options: Option[] };

export type Master = {
  program: Mip;
  /** The variable of each bid: 1 when the supplier wins anything. */
  used: number[];
  /** The variables of each lot's options. */
  chosen: number[][];
};

/** Whether minimum orders count. Without them the program is easier, and no award is cheaper than its answer. */
export type MasterOptions = { minimumOrders: boolean };

/** The places in the problem of the bids that an option buys from. */
export function bidsOf({ sellers }: Window, { mask }: Option): number[] {
  return sellers.flatMap((seller, i) => (mask & (1 << i) ? [seller.bid] : []));
}

/** What an option pays one of its sellers for goods. */
function goodsOf({ sellers, lot }: Window, option: Option, bid: number): number {
  const at = sellers.findIndex((seller) => seller.bid === bid);
  const line = sellers[at]!.line;
  const quantity = option.packs[at]! * line.pack;
  return amountFor(quantity, unitAmountAt(line, quantity)!, lot.decimals);
}

/** Options that no cheapest award can hold: another stays cheaper even if it alone paid for its suppliers' journeys. */
function worthwhile(problem: AwardProblem, { window, options }: Choosing): Option[] {
  const journey = (mask: number) =>
    window.sellers.reduce(
      (sum, { bid }, i) => sum + (mask & (1 << i) ? problem.bids[bid]!.freightFixed : 0),
      0,
    );
  const kept: Option[] = [];
  for (const option of options) {
    const beaten = kept.some((k) => k.amount + journey(k.mask & ~option.mask) < option.amount);
    if (!beaten) kept.push(option);
  }
  return kept;
}

/**
 * One option for each lot and its suppliers' fixed freight, as a program. An option counts a supplier as used; that a
 * lot's options of one supplier together are at most its use makes the relaxation nearly whole.
 */
export function masterProgram(
  problem: AwardProblem,
  lots: readonly Choosing[],
  { minimumOrders }: MasterOptions,
): Master {
  const draft = new MipDraft();
  const used = problem.bids.map((bid) => draft.column(bid.freightFixed, 0, 1));
  const goods = problem.bids.map((): [number, number][] => []);
  const limited = minimumOrders || problem.wishes.maxSuppliers !== null;
  const chosen = lots.map((lot) => {
    const few = limited ? lot.options : worthwhile(problem, lot);
    const columns = lot.options.map((option) => {
      return draft.column(option.amount, 0, few.includes(option) ? 1 : 0);
    });
    draft.row(
      1,
      1,
      columns.map((column) => [column, 1]),
    );
    for (const { bid } of lot.window.sellers) {
      const own = columns.filter((_, i) => bidsOf(lot.window, lot.options[i]!).includes(bid));
      const entries = own.map((column): [number, number] => [column, 1]);
      if (own.length > 0) draft.row(-Infinity, 0, [...entries, [used[bid]!, -1]]);
    }
    if (minimumOrders)
      lot.options.forEach((option, i) => {
        for (const bid of bidsOf(lot.window, option))
          goods[bid]!.push([columns[i]!, goodsOf(lot.window, option, bid)]);
      });
    return columns;
  });
  limits(problem, draft, used, minimumOrders ? goods : null);
  return { program: draft.program, used, chosen };
}

function limits(
  { bids, wishes }: AwardProblem,
  draft: MipDraft,
  used: readonly number[],
  goods: [number, number][][] | null,
): void {
  const all = used.map((column): [number, number] => [column, 1]);
  if (wishes.maxSuppliers !== null) draft.row(0, wishes.maxSuppliers, all);
  goods?.forEach((entries, bid) => {
    const least = bids[bid]!.minimumOrderAmount ?? 0;
    if (least > 0) draft.row(0, Infinity, [...entries, [used[bid]!, -least]]);
  });
}
