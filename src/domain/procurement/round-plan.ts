import type { PriceTier } from '../tiers.ts';
import { allocate, type ExtraCosts, type ShareReason } from './allocation.ts';
import { settleCeilings, type Ceilinged, type Leaver } from './ceilings.ts';
import { pooled } from './lot-meter.ts';
import { byId, type LotMember } from './lot-member.ts';
import { choosePacks, type LotRule, type PackPlan } from './packs.ts';

export type PlanMember = LotMember & Ceilinged;

/**
 * Where the price comes from. `curve`: price tiers (indicative, or one bid's); the ceilings and packs follow from the
 * pledges. `award`: what the coordinator awarded, so many steps at a price of one unit (of all suppliers together,
 * rounded up). It stands: the ceilings were settled with it, and whoever left then is not among the members.
 */
export type Supply =
  | { kind: 'curve'; tiers: readonly PriceTier[] }
  | { kind: 'award'; quantity: number; unitAmount: number };

export type PlanLot = {
  id: string;
  position: number;
  rule: LotRule;
  supply: Supply;
  members: readonly PlanMember[];
};

/** Beside the reasons of the allocation: over the ceiling in pass `pass`, or the lot itself is not ordered. */
export type PlanReason =
  | ShareReason
  | { code: 'ceiling'; ceiling: number; price: number; pass: number }
  | {
      code: 'lot_failed' | 'lot_extended';
      why: 'no_demand' | 'below_pack' | 'below_moq';
      missing: number;
    };

export type PlanShare = { id: string; quantity: number; reason: PlanReason };

/** `plan` is null for an award, where the packs are the supplier's business. Shares in the order of the members. */
export type LotPlan = {
  id: string;
  plan: PackPlan | null;
  ordered: number;
  unitAmount: number | null;
  leavers: Leaver[];
  shares: PlanShare[];
  left: number;
};

/**
 * The whole round: each lot's ceilings, packs, shares and reasons, lot by lot in order of position, then id, carrying
 * along what every member has paid for extras (design §4.1 to §4.5). Pure: the same pledges in any order give the same.
 * Lots come back in order of position. Throws RangeError as its parts do.
 */
export function planRound(lots: readonly PlanLot[]): { lots: LotPlan[]; extraCosts: ExtraCosts } {
  let extraCosts: ExtraCosts = new Map();
  const planned = [...lots]
    .sort((a, b) => a.position - b.position || byId(a, b))
    .map((lot) => {
      const { plan, extraCosts: next } = planLot(lot, extraCosts);
      extraCosts = next;
      return plan;
    });
  return { lots: planned, extraCosts };
}

/** One lot of `planRound`, given what each member has paid for extras in the lots before it. */
export function planLot(
  lot: PlanLot,
  extraCosts: ExtraCosts,
): { plan: LotPlan; extraCosts: ExtraCosts } {
  const { id, rule, supply, members } = lot;
  if (supply.kind === 'award') {
    const { quantity, unitAmount } = supply;
    return shared(lot, { plan: null, ordered: quantity, unitAmount, leavers: [] }, extraCosts);
  }
  const planFor = (some: readonly PlanMember[]) => choosePacks(pooled(some), rule, supply.tiers);
  const { remaining, leavers } = settleCeilings(members, (some) => priceOf(planFor(some)));
  const plan = planFor(remaining);
  if (plan.kind === 'order' || plan.kind === 'short') {
    const { quantity: ordered, unitAmount } = plan;
    return shared(lot, { plan, ordered, unitAmount, leavers }, extraCosts);
  }
  const code = plan.kind === 'extend' ? 'lot_extended' : 'lot_failed';
  const reason: PlanReason = { code, why: plan.code, missing: plan.missing };
  const shares = members.map((member) => withoutGoods(member.id, leavers) ?? none(member, reason));
  const lotPlan = { id, plan, ordered: 0, unitAmount: null, leavers, shares, left: 0 };
  return { plan: lotPlan, extraCosts };
}

const priceOf = (plan: PackPlan) => ('unitAmount' in plan ? plan.unitAmount : null);

function none({ id, firm, tolerance }: PlanMember, reason: PlanReason): PlanShare {
  return { id, quantity: 0, reason: firm + tolerance === 0 ? { code: 'no_pledge' } : reason };
}

function withoutGoods(id: string, leavers: readonly Leaver[]): PlanShare | null {
  const leaver = leavers.find((one) => one.id === id);
  if (!leaver) return null;
  const { ceiling, price, pass } = leaver;
  return { id, quantity: 0, reason: { code: 'ceiling', ceiling, price, pass } };
}

function shared(
  { id, rule, members }: PlanLot,
  outcome: Pick<LotPlan, 'plan' | 'ordered' | 'unitAmount' | 'leavers'>,
  before: ExtraCosts,
): { plan: LotPlan; extraCosts: ExtraCosts } {
  const { ordered, unitAmount, leavers } = outcome;
  const gone = new Set(leavers.map((leaver) => leaver.id));
  const remaining = members.filter((member) => !gone.has(member.id));
  const context = { decimals: rule.decimals, unitAmount, extraCosts: before };
  const { shares, left, extraCosts } = allocate(remaining, ordered, context);
  const given = new Map<string, PlanShare>(shares.map((share) => [share.id, share]));
  const all = members.map(({ id: who }) => given.get(who) ?? withoutGoods(who, leavers)!);
  return { plan: { id, ...outcome, shares: all, left }, extraCosts };
}
