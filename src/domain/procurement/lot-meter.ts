import type { PriceTier } from '../tiers.ts';
import { shareShortage } from './shortage.ts';
import { amountFor, stepsPerUnit, tierPriceAt } from './lot-amount.ts';
import type { LotMember } from './lot-member.ts';
import { choosePacks, type Demand, type LotRule, type PackPlan } from './packs.ts';

/** What the next cheaper tier needs: so many steps more, pledged firmly by anybody, bring `unitAmount` to everybody. */
export type TierAhead = { missing: number; unitAmount: number; minQuantity: number };

/**
 * The least and the most that can result for one member from the pledges as they stand, over every number of packs
 * that they allow (the policy chooses one, but the suppliers' final prices may move it): quantity in steps, price of
 * one unit, and what the goods cost, in minor units.
 */
export type OwnRange = {
  quantity: [least: number, most: number];
  unitAmount: [least: number, most: number];
  amount: [least: number, most: number];
};

/** How many whole units more "what ten more would do" supposes. */
export const MORE_UNITS = 10;

/**
 * The live state of a lot while members pledge. Quantities in steps, prices in minor units.
 * - `missingToPack`: to fill the pack that the firm pledges have begun; 0 when it is full.
 * - `missingToOrder`: firm or tolerance, until every firm pledge can be covered; 0 when it can.
 * - `nextTier`: null when the best price is reached, or no price is known.
 * - `tenMore`: the plan if `MORE_UNITS` whole units more were pledged firmly.
 */
export type LotMeter = {
  firm: number;
  tolerance: number;
  plan: PackPlan;
  missingToPack: number;
  missingToOrder: number;
  nextTier: TierAhead | null;
  tenMore: PackPlan;
};

/** Adds up what members pledge. */
export function pooled(members: readonly Demand[]): Demand {
  return members.reduce(
    (sum, member) => ({
      firm: sum.firm + member.firm,
      tolerance: sum.tolerance + member.tolerance,
    }),
    { firm: 0, tolerance: 0 },
  );
}

/** The meter of a lot. `tiers` in rising quantities (in steps) with prices that never rise. Throws as `choosePacks`. */
export function lotMeter(demand: Demand, rule: LotRule, tiers: readonly PriceTier[]): LotMeter {
  const plan = choosePacks(demand, rule, tiers);
  const rest = demand.firm % rule.pack;
  return {
    firm: demand.firm,
    tolerance: demand.tolerance,
    plan,
    missingToPack: rest === 0 ? 0 : rule.pack - rest,
    missingToOrder: 'missing' in plan ? plan.missing : 0,
    nextTier: tierAhead(demand, rule, tiers, plan),
    tenMore: choosePacks(more(demand, MORE_UNITS * stepsPerUnit(rule.decimals)), rule, tiers),
  };
}

const more = ({ firm, tolerance }: Demand, steps: number): Demand => ({
  firm: firm + steps,
  tolerance,
});

const priceOf = (plan: PackPlan) => ('unitAmount' in plan ? plan.unitAmount : null);

/**
 * The least firm increase that makes the policy order at a lower price than now. It is not the tier's start less the
 * pledges: packs round up and tolerances help. More demand never raises the price, so halving finds it.
 */
function tierAhead(
  demand: Demand,
  rule: LotRule,
  tiers: readonly PriceTier[],
  plan: PackPlan,
): TierAhead | null {
  const at = 'quantity' in plan ? plan.quantity : demand.firm;
  const now = tierPriceAt(tiers, at);
  const tier = tiers.find((t) => t.minQuantity > at && (now === null || t.unitAmount < now));
  if (!tier) return null;
  const reaches = (steps: number) => {
    const price = priceOf(choosePacks(more(demand, steps), rule, tiers));
    return price !== null && price <= tier.unitAmount;
  };
  // Filling whole packs up to the tier and the MOQ reaches it under every policy.
  const goal = Math.max(tier.minQuantity, rule.moq);
  let [low, high] = [0, Math.ceil(goal / rule.pack) * rule.pack - demand.firm];
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return { missing: high, unitAmount: tier.unitAmount, minQuantity: tier.minQuantity };
}

/** What can result for one of the members (see `OwnRange`); null when nothing can be ordered or no price is known. */
export function ownRange(
  members: readonly LotMember[],
  id: string,
  rule: LotRule,
  tiers: readonly PriceTier[],
): OwnRange | null {
  const own = members.find((member) => member.id === id);
  const demand = pooled(members);
  const plan = choosePacks(demand, rule, tiers);
  if (!own || !('quantity' in plan)) return null;
  const cases =
    plan.kind === 'short'
      ? [{ quantity: plan.quantity, own: shortShare(members, own, plan.quantity, demand.firm) }]
      : ownCases(own, demand.firm, turningPoints(rule.pack, tiers, plan), rule.pack);
  return rangeOf(cases, rule.decimals, tiers);
}

/** The least and the most that the member can get of each order. */
function ownCases(own: LotMember, firm: number, packs: readonly number[], pack: number) {
  return packs.flatMap((n) => {
    const quantity = n * pack;
    const extra = Math.min(own.tolerance, quantity - firm);
    return [
      { quantity, own: own.firm },
      { quantity, own: own.firm + extra },
    ];
  });
}

function shortShare(
  members: readonly LotMember[],
  own: LotMember,
  supply: number,
  demand: number,
): number {
  return shareShortage(members, supply, demand)[members.indexOf(own)]!;
}

/** Packs at which a member's amount can be least or most: the ends of the range, and both sides of each tier's start. */
function turningPoints(
  pack: number,
  tiers: readonly PriceTier[],
  { least, most }: { least: number; most: number },
): number[] {
  const starts = tiers.map((tier) => Math.ceil(tier.minQuantity / pack));
  const packs = [least, most, ...starts.flatMap((start) => [start - 1, start])];
  return [...new Set(packs)].filter((n) => n >= least && n <= most);
}

function rangeOf(
  cases: readonly { quantity: number; own: number }[],
  decimals: number,
  tiers: readonly PriceTier[],
): OwnRange | null {
  const priced = cases.flatMap(({ quantity, own }) => {
    const price = tierPriceAt(tiers, quantity);
    return price === null ? [] : [{ own, price, amount: amountFor(own, price, decimals) }];
  });
  if (priced.length === 0) return null;
  const span = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  return {
    quantity: span(priced.map(({ own }) => own)),
    unitAmount: span(priced.map(({ price }) => price)),
    amount: span(priced.map(({ amount }) => amount)),
  };
}
