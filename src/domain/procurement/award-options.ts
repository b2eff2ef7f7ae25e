import type { Seller, Window } from './award-windows.ts';
import { fillCheapest, linesAmount, type Part } from './award-fill.ts';

/**
 * The cheapest way to buy one lot from exactly the sellers of `mask` (bit i: seller i of the window).
 * `amount` is goods, freight by the unit and waiting, in minor units; `packs` has one figure a seller.
 */
export type Option = { mask: number; amount: number; waiting: number; packs: number[] };

/** More sellers than this on one lot, or more steps, and the award is written as one large program instead. */
const SELLERS_MAX = 14;
const STEPS_MAX = 3_000_000;

export type Effort = { steps: number };

export class TooManyOptions extends Error {}

export function spend(effort: Effort): void {
  if (++effort.steps > STEPS_MAX) throw new TooManyOptions();
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** What any purchase from all of these sellers costs at least, in 10^-decimals of a minor unit; Infinity: impossible. */
function floorOf(parts: readonly Part[], { least, most }: Window): number {
  let [fixed, room, cost] = [0, 0, 0];
  for (const part of parts) {
    fixed += part.least * part.pack;
    room += (part.most - part.least) * part.pack;
    cost += part.least * part.pack * part.rate;
  }
  if (fixed > most || fixed + room < least) return Infinity;
  let need = Math.max(0, least - fixed);
  for (const part of parts.toSorted((a, b) => a.rate - b.rate)) {
    if (need === 0) break;
    const taken = Math.min(need, (part.most - part.least) * part.pack);
    cost += taken * part.rate;
    need -= taken;
  }
  return cost;
}

/** The seller as if every quantity had its lowest price: what it costs at least. */
function loosely(seller: Seller): Part {
  const { pack, freightPerUnit } = seller.line;
  const unitAmount = Math.min(...seller.ranges.map((range) => range.unitAmount));
  const [least, most] = [seller.ranges[0]!.least, seller.ranges.at(-1)!.most];
  return { pack, least, most, unitAmount, freightPerUnit, rate: unitAmount + freightPerUnit };
}

class LotSearch {
  readonly #window: Window;
  readonly #effort: Effort;
  readonly #one: number;
  readonly #loose: Part[];

  constructor(window: Window, effort: Effort) {
    this.#window = window;
    this.#effort = effort;
    this.#one = 10 ** window.lot.decimals;
    this.#loose = window.sellers.map(loosely);
  }

  waiting(members: readonly number[]): number {
    const { lot, sellers } = this.#window;
    return lot.dayCost * Math.max(0, ...members.map((i) => sellers[i]!.line.leadTimeDays));
  }

  /** The cheapest purchase from exactly these sellers that is cheaper than `best`, waiting left out. */
  cheaper(members: readonly number[], best: number): { amount: number; packs: number[] } | null {
    let found: { amount: number; packs: number[] } | null = null;
    const parts = members.map((i) => this.#loose[i]!);
    const visit = (at: number): void => {
      spend(this.#effort);
      const limit = found?.amount ?? best;
      if (this.#hopeless(parts, limit)) return;
      if (at < members.length) {
        for (const part of this.#priced(members[at]!)) {
          parts[at] = part;
          visit(at + 1);
        }
        parts[at] = this.#loose[members[at]!]!;
        return;
      }
      const filled = fillCheapest(parts, this.#window, limit, () => spend(this.#effort));
      if (filled) found = { amount: linesAmount(parts, filled, this.#window.lot), packs: filled };
    };
    visit(0);
    return found;
  }

  #priced(seller: number): Part[] {
    const { line, ranges } = this.#window.sellers[seller]!;
    const { pack, freightPerUnit } = line;
    return ranges.map((range) => ({
      pack,
      ...range,
      freightPerUnit,
      rate: range.unitAmount + freightPerUnit,
    }));
  }

  #hopeless(parts: readonly Part[], limit: number): boolean {
    // Each line is rounded twice, by at most half a unit each.
    const rounding = this.#one > 1 ? parts.length * this.#one : 0;
    return floorOf(parts, this.#window) - rounding >= limit * this.#one;
  }
}

/**
 * Every set of sellers of a lot that is worth naming: one that is cheaper than each smaller set within it.
 * By amount, then fewer sellers, then earlier ones. Throws TooManyOptions.
 */
export function optionsOf(window: Window, perLot: number | null, effort: Effort): Option[] {
  const { sellers } = window;
  if (sellers.length > SELLERS_MAX) throw new TooManyOptions();
  if (window.most === 0) return [{ mask: 0, amount: 0, waiting: 0, packs: sellers.map(() => 0) }];
  const search = new LotSearch(window, effort);
  const best = new Float64Array(1 << sellers.length).fill(Infinity);
  const options: Option[] = [];
  // A subset is a smaller number than the set, so each set finds the answers of its subsets.
  for (let mask = 1; mask < best.length; mask++) {
    if (bits(mask) > (perLot ?? Infinity)) continue;
    const members = sellers.flatMap((_, i) => (mask & (1 << i) ? [i] : []));
    for (const i of members) best[mask] = Math.min(best[mask]!, best[mask & ~(1 << i)]!);
    const waiting = search.waiting(members);
    const found = search.cheaper(members, best[mask]! - waiting);
    if (!found) continue;
    best[mask] = found.amount + waiting;
    const packs = sellers.map(() => 0);
    members.forEach((i, at) => (packs[i] = found.packs[at]!));
    options.push({ mask, amount: best[mask]!, waiting, packs });
  }
  return options.sort(
    (a, b) => a.amount - b.amount || bits(a.mask) - bits(b.mask) || earlier(a.mask, b.mask),
  );
}

/** The set with the first seller that the other lacks comes first. */
function earlier(a: number, b: number): number {
  const different = a ^ b;
  return (different & -different & a) !== 0 ? -1 : 1;
}
