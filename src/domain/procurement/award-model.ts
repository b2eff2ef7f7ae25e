import type { Bid } from './bid.ts';

/** See DESIGN §4.1: how much of the members' tolerance a lot uses. */
export type LotPolicy = 'min_packs' | 'max_tolerance' | 'cheapest_total';

export type AwardLot = {
  id: string;
  /** A quantity of 1 is 10^-decimals of the lot's unit. */
  decimals: number;
  /** Sums over the members, in steps. */
  demand: { firm: number; tolerance: number };
  policy: LotPolicy;
  /** What-if: a day of waiting for this lot, in minor units; 0 when time is not weighed. */
  dayCost: number;
};

/** The coordinator's wishes; null: no limit. */
export type AwardWishes = {
  maxSuppliersPerLot: number | null;
  maxSuppliers: number | null;
  excludedSupplierIds: readonly string[];
};

export const NO_WISHES: AwardWishes = {
  maxSuppliersPerLot: null,
  maxSuppliers: null,
  excludedSupplierIds: [],
};

/** One currency throughout; each id once. */
export type AwardProblem = {
  lots: readonly AwardLot[];
  bids: readonly Bid[];
  wishes: AwardWishes;
};

/** What one supplier delivers of one lot. `goodsAmount` and `freightAmount` are each rounded once, halves up. */
export type AwardLine = {
  lotId: string;
  supplierId: string;
  packs: number;
  quantity: number;
  unitAmount: number;
  goodsAmount: number;
  freightAmount: number;
  leadTimeDays: number;
};

/**
 * Why a lot gets less than its firm demand: nobody bid; every MOQ is above what may be bought (`moq`), so is every
 * pack (`pack`); all capacities together are short (`capacity`); no whole packs end between firm and firm + tolerance
 * (`no_fit`); the limit on suppliers (`supplier_limit`) or a supplier's minimum order stands against it
 * (`minimum_order`).
 */
export type ShortReason =
  'no_bid' | 'moq' | 'pack' | 'capacity' | 'no_fit' | 'supplier_limit' | 'minimum_order';

/** `quantity` is the most that can be had, `missing` what the firm demand then lacks; in steps. */
export type ShortLot = { lotId: string; reason: ShortReason; quantity: number; missing: number };

export type SupplierTotal = {
  supplierId: string;
  goodsAmount: number;
  freightAmount: number;
  freightFixed: number;
  totalAmount: number;
};

/** Lines by lot id, then supplier id; every sum is exact. */
export type Award = {
  lines: AwardLine[];
  suppliers: SupplierTotal[];
  short: ShortLot[];
  /** Goods and all freight: the money that is paid. */
  totalAmount: number;
  /** Days that each lot waits for its last delivery times its day cost; no money, only weighed with it. */
  waitingAmount: number;
};

/** One row or column range of a mixed-integer program; all variables are whole numbers of 0 or more. */
export type Mip = {
  columns: { cost: number; lower: number; upper: number }[];
  rows: { lower: number; upper: number; entries: { column: number; value: number }[] }[];
  /** Values of a solution to begin with, one a column. */
  start?: number[];
};

export type MipAnswer =
  | { status: 'optimal'; values: number[]; bound: number }
  | { status: 'infeasible' }
  | { status: 'time_limit' }
  | { status: 'failed'; message: string };

/** Minimises a program exactly. The adapter is `src/server/solver/highs.ts`. */
export type MipSolver = (program: Mip) => Promise<MipAnswer>;

export type AwardFailure =
  'solver_too_slow' | 'solver_failed' | 'award_unproven' | 'figures_too_large';

export type AwardOutcome = { ok: true; award: Award } | { ok: false; failure: AwardFailure };

/** Text order by code unit: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same problem with lots, bids and lines by id and without excluded suppliers: equal problems become one. */
export function canonical(problem: AwardProblem): AwardProblem {
  const out = new Set(problem.wishes.excludedSupplierIds);
  const bids = problem.bids
    .filter((bid) => !out.has(bid.supplierId))
    .map((bid) => ({ ...bid, lines: bid.lines.toSorted((a, b) => byText(a.lotId, b.lotId)) }));
  return {
    lots: problem.lots.toSorted((a, b) => byText(a.id, b.id)),
    bids: bids.sort((a, b) => byText(a.supplierId, b.supplierId)),
    wishes: { ...problem.wishes, excludedSupplierIds: [...out].sort(byText) },
  };
}
