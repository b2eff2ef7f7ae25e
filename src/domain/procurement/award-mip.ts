import { MipDraft, type Entries } from './mip-draft.ts';
import type { AwardProblem, Mip } from './award-model.ts';
import type { Seller, Window } from './award-windows.ts';

/** Which packs a solution buys. */
export type Choice = { lotId: string; bid: number; packs: number };

/** Where the parts of the award stand among the variables. */
type Placed = { lotId: string; bid: number; packs: number[] };

export type AwardProgram = {
  program: Mip;
  /** The variable of each bid: 1 when the supplier wins anything. */
  used: number[];
  /** Each lot's quantity as a sum, in units of `step` steps. */
  totals: { entries: [number, number][]; step: number }[];
  read(values: readonly number[]): Choice[];
};

/** A thousand times this still adds up exactly in a double: amounts are compared in 10^-decimals of a minor unit. */
const AMOUNT_LIMIT = 2 ** 43;

/** Amounts that a double could not add up exactly. */
export class FiguresTooLarge extends Error {}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** The most that a lot's dearest bid can cost; an upper bound for the size of all sums. */
function costBound({ lot, sellers, most }: Window): number {
  const dearest = Math.max(
    0,
    ...sellers.flatMap(({ line, ranges }) => ranges.map((r) => r.unitAmount + line.freightPerUnit)),
  );
  const days = Math.max(0, ...sellers.map(({ line }) => line.leadTimeDays));
  return (dearest * most) / 10 ** lot.decimals + lot.dayCost * days + sellers.length;
}

class Writer {
  readonly draft = new MipDraft();
  readonly placed: Placed[] = [];
  readonly used: number[];
  readonly totals: AwardProgram['totals'] = [];
  /** Per bid: the goods it sells, for its minimum order. */
  readonly goods: (readonly [number, number])[][];
  readonly problem: AwardProblem;

  constructor(problem: AwardProblem) {
    this.problem = problem;
    this.used = problem.bids.map((bid) => this.draft.column(bid.freightFixed, 0, 1));
    this.goods = problem.bids.map(() => []);
  }

  lot(window: Window): void {
    const { lot, sellers } = window;
    const total: [number, number][] = [];
    const winners: [number, number][] = [];
    for (const seller of sellers) {
      const { packs, ons } = this.#ranges(seller, window);
      const on = ons.map((column): [number, number] => [column, 1]);
      this.draft.row(-Infinity, 0, [...on, [this.used[seller.bid]!, -1]]);
      total.push(...packs.map((column): [number, number] => [column, seller.line.pack]));
      winners.push(...on);
      this.placed.push({ lotId: lot.id, bid: seller.bid, packs });
    }
    this.#total(total, window);
    const limit = this.problem.wishes.maxSuppliersPerLot;
    if (limit !== null && limit < sellers.length) this.draft.row(0, limit, winners);
  }

  /** Two limits of all lots together: how many suppliers, and each supplier's minimum order. */
  joint(): void {
    const { wishes, bids } = this.problem;
    if (wishes.maxSuppliers !== null) {
      const all = this.used.map((column): [number, number] => [column, 1]);
      this.draft.row(0, wishes.maxSuppliers, all);
    }
    bids.forEach((bid, index) => {
      const least = bid.minimumOrderAmount ?? 0;
      if (least > 0)
        this.draft.row(0, Infinity, [...this.goods[index]!, [this.used[index]!, -least]]);
    });
  }

  #total(total: [number, number][], { least, most, sellers }: Window): void {
    // In units of the packs' common measure, which keeps the figures small.
    const step = Number(sellers.reduce((all, s) => gcd(all, BigInt(s.line.pack)), 0n)) || 1;
    const entries = total.map(([column, pack]): [number, number] => [column, pack / step]);
    this.totals.push({ entries, step });
    if (entries.length > 0)
      this.draft.row(Math.ceil(least / step), Math.floor(most / step), entries);
  }

  #ranges(seller: Seller, window: Window): { packs: number[]; ons: number[] } {
    const { pack, freightPerUnit } = seller.line;
    const packs: number[] = [];
    const ons: number[] = [];
    const fits = Math.floor(window.most / pack);
    for (const { least, most } of seller.ranges) {
      const upper = Math.min(most, fits);
      const count = this.draft.column(0, 0, Math.max(0, upper));
      const on = this.draft.column(0, 0, least <= upper ? 1 : 0);
      this.draft.between(count, on, least, Math.max(0, upper));
      packs.push(count);
      ons.push(on);
    }
    const { decimals } = window.lot;
    const prices = seller.ranges.map((range) => range.unitAmount);
    this.goods[seller.bid]!.push(...this.#amount(packs, pack, prices, decimals));
    const freights = prices.map(() => freightPerUnit);
    this.#amount(packs, pack, freights, decimals);
    this.#waiting(seller, window, ons);
    return { packs, ons };
  }

  /**
   * Adds Σ packs × pack × price / 10^decimals, rounded half up, to the objective; gives the amount as entries. Where a
   * pack's price is a whole amount that is linear. Elsewhere a whole variable y is held between the amount - 1/2 and
   * + 1/2: 10^d·y ≤ X + 10^d/2 and 10^d·y ≥ X + 10^d/2 - 10^d + 1 has exactly one answer, the rounded amount.
   */
  #amount(
    packs: readonly number[],
    pack: number,
    prices: readonly number[],
    decimals: number,
  ): Entries {
    const one = 10n ** BigInt(decimals);
    const exact = prices.map((price) => BigInt(pack) * BigInt(price));
    if (exact.every((amount) => amount % one === 0n)) {
      const each = exact.map((amount) => Number(amount / one));
      packs.forEach((column, i) => (this.draft.program.columns[column]!.cost += each[i]!));
      return packs.map((column, i) => [column, each[i]!]);
    }
    const measure = exact.reduce(gcd, one);
    const bound = packs.map(
      (column, i) => exact[i]! * BigInt(this.draft.program.columns[column]!.upper),
    );
    const highest = bound.reduce((a, b) => (a > b ? a : b), 0n);
    const amount = this.draft.column(1, 0, Number(highest / one) + 1);
    const half = one / 2n;
    this.draft.row(-Number((one - 1n - half) / measure), Number(half / measure), [
      [amount, Number(one / measure)],
      ...packs.map((column, i): [number, number] => [column, -Number(exact[i]! / measure)]),
    ]);
    return [[amount, 1]];
  }

  /** A lot waits for its slowest winner: one variable a lot, at least as large as each winner's wait. */
  #waiting(seller: Seller, { lot, sellers }: Window, ons: readonly number[]): void {
    if (lot.dayCost === 0) return;
    const wait = (s: Seller) => s.line.leadTimeDays * lot.dayCost;
    if (seller === sellers[0])
      this.#slowest = this.draft.column(1, 0, Math.max(...sellers.map(wait)));
    const on = ons.map((column): [number, number] => [column, -wait(seller)]);
    this.draft.row(0, Infinity, [[this.#slowest, 1], ...on]);
  }

  #slowest = -1;
}

/** Throws FiguresTooLarge when a sum of the award could pass 2^43 minor units. */
export function checkFigures(problem: AwardProblem, windows: readonly Window[]): void {
  const fixed = problem.bids.reduce(
    (sum, bid) => sum + bid.freightFixed + (bid.minimumOrderAmount ?? 0),
    0,
  );
  const all = windows.reduce((sum, window) => sum + costBound(window), fixed);
  if (all >= AMOUNT_LIMIT) throw new FiguresTooLarge();
}

/**
 * The award as a program: per lot, seller and price range a number of packs and whether the range is used, per supplier
 * whether it wins anything. Bounds are as tight as demand and capacity make them. The objective is the money in minor
 * units, every amount rounded as it will be paid, plus the waiting.
 */
export function awardProgram(problem: AwardProblem, windows: readonly Window[]): AwardProgram {
  const writer = new Writer(problem);
  for (const window of windows) writer.lot(window);
  writer.joint();
  const read = (values: readonly number[]): Choice[] =>
    writer.placed.flatMap(({ lotId, bid, packs }) => {
      const count = packs.reduce((sum, column) => sum + values[column]!, 0);
      return count > 0 ? [{ lotId, bid, packs: count }] : [];
    });
  return { program: writer.draft.program, used: writer.used, totals: writer.totals, read };
}
