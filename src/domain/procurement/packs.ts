import type { PriceTier } from '../tiers.ts';
import { amountFor, count, tierPriceAt } from './lot-amount.ts';

export const PACK_POLICIES = ['min_packs', 'max_tolerance', 'cheapest_total'] as const;
export type PackPolicy = (typeof PACK_POLICIES)[number];

/** What becomes of a lot whose full packs do not reach the MOQ. */
export const SHORT_POLICIES = ['fail', 'extend'] as const;
export type ShortPolicy = (typeof SHORT_POLICIES)[number];

/** How one lot is ordered. `pack` is 1 step or more, `moq` 0 or more; both in steps of the lot (see lot-amount.ts). */
export type LotRule = {
  decimals: number;
  pack: number;
  moq: number;
  policy: PackPolicy;
  whenShort: ShortPolicy;
};

/** What members ask for together, in steps: Q and T of the design. */
export type Demand = { firm: number; tolerance: number };

/**
 * Why so many packs, with the figures of the sentence that members read. Amounts are minor units of the goods alone.
 * - `fits`: the firm pledges fill the packs to the last step.
 * - `least`: the fewest packs that cover every firm pledge; `surplus` more steps come along.
 * - `moq`: the fewest packs that reach the supplier's least quantity.
 * - `tolerance`: as many packs as the tolerances allow (policy `max_tolerance`).
 * - `cheaper`: `packs` cost less altogether than the `leastPacks` that would do.
 * - `no_price`: the cheapest was asked for but no price is known, so the fewest packs.
 */
export type PackReason =
  | { code: 'fits' | 'tolerance' | 'no_price'; packs: number; surplus: number }
  | { code: 'least'; packs: number; surplus: number }
  | { code: 'moq'; packs: number; surplus: number; moq: number }
  | {
      code: 'cheaper';
      packs: number;
      surplus: number;
      amount: number;
      leastPacks: number;
      leastAmount: number | null;
    };

/**
 * - `order`: every firm pledge is covered; `surplus` is what goes to tolerances.
 * - `short`: full packs only, `short` steps less than the firm pledges; it is shared (allocation.ts).
 * - `failed`, `extend`: nothing can be ordered. `no_demand`: nobody pledged firmly; `below_pack`: not one full pack;
 *   `below_moq`: full packs stay under the MOQ.
 * `missing` is how many steps more, firm or tolerance, would cover every firm pledge. `least` and `most` are the packs
 * between which the policy chose. `unitAmount` is null where the curve has no price.
 */
export type PackPlan =
  | {
      kind: 'order';
      packs: number;
      quantity: number;
      surplus: number;
      least: number;
      most: number;
      unitAmount: number | null;
      reason: PackReason;
    }
  | {
      kind: 'short';
      packs: number;
      quantity: number;
      short: number;
      missing: number;
      unitAmount: number | null;
    }
  | {
      kind: 'failed' | 'extend';
      code: 'no_demand' | 'below_pack' | 'below_moq';
      missing: number;
    };

/** Exact for all safe integers, where a float quotient near a whole number is not. */
const floorPacks = (quantity: number, pack: number) => (quantity - (quantity % pack)) / pack;
const ceilPacks = (quantity: number, pack: number) =>
  floorPacks(quantity, pack) + (quantity % pack > 0 ? 1 : 0);

/**
 * The packs between which a policy may choose (`least` to `most`), and how many steps are missing until there are any;
 * 0 when there are. Design §4.1. Throws RangeError on figures that are no counts and a pack of 0.
 */
export function packBounds(
  demand: Demand,
  { pack, moq }: Pick<LotRule, 'pack' | 'moq'>,
): { least: number; most: number; missing: number } {
  const [firm, tolerance] = [count(demand.firm), count(demand.tolerance)];
  if (count(pack) === 0) throw new RangeError('a pack holds something');
  const least = Math.max(ceilPacks(firm, pack), ceilPacks(count(moq), pack));
  const pooled = count(firm + tolerance);
  return {
    least,
    most: floorPacks(pooled, pack),
    missing: Math.max(0, count(least * pack) - pooled),
  };
}

/**
 * How many packs to order for a demand (design §4.1 and §4.2). `tiers` in rising quantities, in steps; empty when no
 * price is known. A lot without any firm pledge orders nothing: a tolerance is there to fill somebody's pack.
 * With tiers that never rise in price, more demand never gives fewer packs or a higher price. Throws as `packBounds`.
 */
export function choosePacks(demand: Demand, rule: LotRule, tiers: readonly PriceTier[]): PackPlan {
  const { least, most, missing } = packBounds(demand, rule);
  if (demand.firm === 0) return nothing(rule, 'no_demand', missing);
  if (least > most) return shortPlan(demand, rule, tiers, missing);
  const packs = packsBy(rule, tiers, least, most);
  const quantity = packs * rule.pack;
  const surplus = quantity - demand.firm;
  const unitAmount = tierPriceAt(tiers, quantity);
  const reason = reasonFor(demand, rule, tiers, { least, packs });
  return { kind: 'order', packs, quantity, surplus, least, most, unitAmount, reason };
}

function nothing(
  rule: LotRule,
  code: 'no_demand' | 'below_pack' | 'below_moq',
  missing: number,
): PackPlan {
  return { kind: rule.whenShort === 'extend' ? 'extend' : 'failed', code, missing };
}

function shortPlan(
  { firm }: Demand,
  rule: LotRule,
  tiers: readonly PriceTier[],
  missing: number,
): PackPlan {
  const packs = floorPacks(firm, rule.pack);
  const quantity = packs * rule.pack;
  if (quantity < rule.moq) return nothing(rule, 'below_moq', missing);
  if (packs === 0) return nothing(rule, 'below_pack', missing);
  const unitAmount = tierPriceAt(tiers, quantity);
  return { kind: 'short', packs, quantity, short: firm - quantity, missing, unitAmount };
}

function packsBy(rule: LotRule, tiers: readonly PriceTier[], least: number, most: number): number {
  switch (rule.policy) {
    case 'min_packs':
      return least;
    case 'max_tolerance':
      return most;
    case 'cheapest_total':
      return cheapestPacks(rule.pack, tiers, least, most) ?? least;
  }
}

/**
 * The pack count in [least, most] with the least total n·pack·price, the smaller on a tie; null where nothing in the
 * range has a price. Within a tier a smaller order never costs more, so only the range's start and the first packs
 * that reach each tier can win: a range of 10^8 packs costs no more than one of ten. Totals are compared exactly.
 */
export function cheapestPacks(
  pack: number,
  tiers: readonly PriceTier[],
  least: number,
  most: number,
): number | null {
  const starts = tiers.map((tier) => ceilPacks(tier.minQuantity, pack));
  let best: { packs: number; total: bigint } | null = null;
  for (const packs of [least, ...starts]) {
    if (packs < least || packs > most) continue;
    const price = tierPriceAt(tiers, packs * pack);
    if (price === null) continue;
    const total = BigInt(packs) * BigInt(price);
    const wins = !best || total < best.total || (total === best.total && packs < best.packs);
    if (wins) best = { packs, total };
  }
  return best?.packs ?? null;
}

function reasonFor(
  { firm }: Demand,
  rule: LotRule,
  tiers: readonly PriceTier[],
  { least, packs }: { least: number; packs: number },
): PackReason {
  const surplus = packs * rule.pack - firm;
  const priceOf = (n: number) => {
    const price = tierPriceAt(tiers, n * rule.pack);
    return price === null ? null : amountFor(n * rule.pack, price, rule.decimals);
  };
  const amount = priceOf(packs);
  if (rule.policy === 'cheapest_total' && amount === null)
    return { code: 'no_price', packs, surplus };
  if (packs > least) {
    return rule.policy === 'max_tolerance' || amount === null
      ? { code: 'tolerance', packs, surplus }
      : { code: 'cheaper', packs, surplus, amount, leastPacks: least, leastAmount: priceOf(least) };
  }
  if (surplus === 0) return { code: 'fits', packs, surplus };
  if (least > ceilPacks(firm, rule.pack)) return { code: 'moq', packs, surplus, moq: rule.moq };
  return { code: 'least', packs, surplus };
}
