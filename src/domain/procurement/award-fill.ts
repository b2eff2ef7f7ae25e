import { amountFor } from './lot-amount.ts';

/** One seller at one price: packs of `pack` steps, from `least` to `most`; `rate` is price and freight of one unit. */
export type Part = {
  pack: number;
  least: number;
  most: number;
  unitAmount: number;
  freightPerUnit: number;
  rate: number;
};

/** Goods and freight of some packs, each rounded half up once a seller. */
export function linesAmount(
  parts: readonly Part[],
  packs: readonly number[],
  { decimals }: { decimals: number },
): number {
  return parts.reduce((sum, part, i) => {
    const quantity = part.pack * packs[i]!;
    return (
      sum +
      amountFor(quantity, part.unitAmount, decimals) +
      amountFor(quantity, part.freightPerUnit, decimals)
    );
  }, 0);
}

type Bounds = { least: number; most: number; lot: { decimals: number } };

class Filling {
  readonly #order: number[];
  readonly #parts: readonly Part[];
  readonly #bounds: Bounds;
  readonly #step: () => void;
  readonly #packs: number[];
  #best: number;
  found: number[] | null = null;

  constructor(parts: readonly Part[], bounds: Bounds, best: number, step: () => void) {
    this.#order = parts.map((_, i) => i).sort((a, b) => parts[a]!.rate - parts[b]!.rate || a - b);
    this.#parts = parts;
    this.#bounds = bounds;
    this.#best = best;
    this.#step = step;
    this.#packs = parts.map(() => 0);
  }

  /** Seller number `at` of the cheap ones first, when `bought` steps cost `spent` (times 10^decimals) so far. */
  fill(at: number, bought: number, spent: number): void {
    const index = this.#order[at]!;
    const part = this.#parts[index]!;
    const rest = this.#restOf(at + 1);
    const { least, most } = this.#bounds;
    const low = Math.max(part.least, Math.ceil((least - bought - rest.most) / part.pack));
    const enough = Math.max(low, Math.ceil((least - bought - rest.least) / part.pack));
    const high = Math.min(part.most, Math.floor((most - bought - rest.least) / part.pack), enough);
    for (let packs = high; packs >= low; packs--) {
      this.#step();
      const quantity = bought + packs * part.pack;
      const cost = spent + packs * part.pack * part.rate;
      if (this.#isOver(cost + this.#floor(at + 1, quantity))) {
        // `enough` packs may overshoot. Under it fewer packs mean more from dearer sellers: the floor only rises.
        if (packs < enough) return;
        continue;
      }
      this.#packs[index] = packs;
      if (at + 1 < this.#order.length) this.fill(at + 1, quantity, cost);
      else this.#keep();
    }
  }

  #keep(): void {
    const amount = linesAmount(this.#parts, this.#packs, this.#bounds.lot);
    if (amount >= this.#best) return;
    this.#best = amount;
    this.found = [...this.#packs];
  }

  #isOver(floor: number): boolean {
    const one = 10 ** this.#bounds.lot.decimals;
    const rounding = one > 1 ? this.#parts.length * one : 0;
    return floor - rounding >= this.#best * one;
  }

  #restOf(from: number): { least: number; most: number } {
    const rest = { least: 0, most: 0 };
    for (let at = from; at < this.#order.length; at++) {
      const part = this.#parts[this.#order[at]!]!;
      rest.least += part.least * part.pack;
      rest.most += part.most * part.pack;
    }
    return rest;
  }

  #floor(from: number, bought: number): number {
    let need = Math.max(0, this.#bounds.least - bought - this.#restOf(from).least);
    let cost = 0;
    for (let at = from; at < this.#order.length; at++) {
      const part = this.#parts[this.#order[at]!]!;
      const more = Math.min(need, (part.most - part.least) * part.pack);
      cost += (part.least * part.pack + more) * part.rate;
      need -= more;
    }
    return cost;
  }
}

/**
 * The packs that buy from `least` to `most` steps from all of these sellers for less than `best` minor units, as cheaply
 * as can be; null when there is no such purchase. Cheap sellers are filled first; whole packs make a search of it.
 * `step` is called for every purchase that is looked at, and may throw.
 */
export function fillCheapest(
  parts: readonly Part[],
  bounds: Bounds,
  best: number,
  step: () => void,
): number[] | null {
  const filling = new Filling(parts, bounds, best, step);
  filling.fill(0, 0, 0);
  return filling.found;
}
