import type { AwardFailure, AwardProblem, ShortReason } from './award-model.ts';
import { costsBy, type CostLot } from './cost-shares.ts';
import { shareFreight, type Carriage } from './freight-shares.ts';
import { split } from '../money.ts';
import { unitAmountOf } from './lot-amount.ts';
import { byId } from './lot-member.ts';
import { planRound, type PlanMember, type PlanReason } from './round-plan.ts';
import {
  boughtLine,
  demandOf,
  finenessOf,
  fixedFreight,
  problemOf,
  type BoughtLine,
  type RoundBids,
  type RoundLot,
} from './round-bids.ts';

/** What somebody who looks for an award finds: which supplier sells how much, and which lots stay short, and why. */
export type Found = {
  lines: readonly { lotId: string; supplierId: string; quantity: number }[];
  short: readonly { lotId: string; reason: ShortReason }[];
};
export type FoundOutcome = { ok: true; found: Found } | { ok: false; failure: AwardFailure };
/** Looks for an award of a problem; the optimum, or what a coordinator prefers. `fineness` as in `finenessOf`. */
export type Finder = (problem: AwardProblem, fineness: number) => Promise<FoundOutcome>;

/** Beside the reasons of the plan: left over the price of pass `pass`; or nothing of the lot is bought at all. */
export type AllocationReason =
  | Exclude<PlanReason, { code: 'ceiling' | 'lot_failed' | 'lot_extended' }>
  | { code: 'ceiling_left'; ceiling: number; price: number; pass: number }
  | { code: 'lot_failed'; why: ShortReason | 'no_demand' };

export type AllocationLine = {
  lotId: string;
  memberId: string;
  quantity: number;
  goodsAmount: number;
  freightAmount: number;
  reason: AllocationReason;
};

/**
 * `landedUnitAmount`: goods and freight of one whole unit, rounded up; null when nothing is bought. `why` for a lot that
 * is short or failed. `demand`: of those who stayed.
 */
export type SettledLot = {
  lotId: string;
  quantity: number;
  outcome: 'awarded' | 'short' | 'failed';
  why: ShortReason | 'no_demand' | null;
  demand: { firm: number; tolerance: number };
  landedUnitAmount: number | null;
};

/** An award with everything that follows from it. Minor units of the round's currency; every sum exact. */
export type RoundAward = {
  lines: BoughtLine[];
  fixed: { supplierId: string; amount: number }[];
  lots: SettledLot[];
  allocations: AllocationLine[];
  goodsAmount: number;
  freightAmount: number;
  totalAmount: number;
  /** Days until the last goods come. */
  leadTimeDays: number;
  passes: number;
};
export type RoundOutcome = { ok: true; award: RoundAward } | { ok: false; failure: AwardFailure };

type Leaving = Map<string, Map<string, { ceiling: number; price: number; pass: number }>>;

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

/**
 * The award that `find` finds, with the ceilings settled: whoever pays more than its ceiling for a unit, freight
 * included, leaves that lot, and the award is looked for again with what is left, until nobody leaves (design §4.5).
 * All who are over leave in the same pass and nobody comes back, so it ends after at most one pass for each pledge.
 * Equal rounds have equal outcomes, in whatever order their parts are written. Fails as `find` does.
 */
export async function settleAward(round: RoundBids, find: Finder): Promise<RoundOutcome> {
  const gone: Leaving = new Map(round.lots.map((lot) => [lot.id, new Map()]));
  const staying = (lot: RoundLot) => lot.members.filter(({ id }) => !gone.get(lot.id)!.has(id));
  for (let pass = 1; ; pass += 1) {
    const outcome = await search(round, staying, find);
    if (!outcome.ok) return outcome;
    const bought = buy(round, outcome.found, staying);
    let left = 0;
    for (const lot of bought.lots) {
      for (const { id, ceiling } of staying(round.lots.find((one) => one.id === lot.lotId)!)) {
        const price = lot.landedUnitAmount;
        if (ceiling === null || price === null || ceiling >= price) continue;
        gone.get(lot.lotId)!.set(id, { ceiling, price, pass });
        left += 1;
      }
    }
    if (left === 0) return { ok: true, award: shareOut(round, bought, gone, pass) };
  }
}

/** In the finest parts that the figures allow. */
async function search(
  round: RoundBids,
  staying: (lot: RoundLot) => readonly PlanMember[],
  find: Finder,
): Promise<FoundOutcome> {
  const fineness = finenessOf(round);
  const problem = problemOf(round, staying, fineness);
  if (problem.lots.length === 0) return { ok: true, found: { lines: [], short: [] } };
  const outcome = await find(problem, fineness);
  if (outcome.ok || outcome.failure !== 'figures_too_large' || fineness === 1) return outcome;
  return find(problemOf(round, staying, 1), 1);
}

type Bought = Pick<RoundAward, 'lines' | 'fixed' | 'lots'> & { carriages: Carriage[] };

function buy(
  round: RoundBids,
  found: Found,
  staying: (lot: RoundLot) => readonly PlanMember[],
): Bought {
  const lines = found.lines.map((one) =>
    boughtLine(round, one.supplierId, one.lotId, one.quantity),
  );
  const suppliers = [...new Set(lines.map((line) => line.supplierId))].sort();
  const fixed = suppliers.map((id) => ({ supplierId: id, amount: fixedFreight(round, id) }));
  const carriages: Carriage[] = [
    ...lines.map(({ lotId, supplierId, freightAmount }) => {
      return { id: `${lotId} ${supplierId}`, amount: freightAmount, lotIds: [lotId] };
    }),
    ...fixed.map(({ supplierId, amount }) => {
      const own = lines.filter((line) => line.supplierId === supplierId);
      return { id: supplierId, amount, lotIds: own.map((line) => line.lotId) };
    }),
  ];
  const all = round.lots.map((lot): CostLot => {
    const own = lines.filter((line) => line.lotId === lot.id);
    const quantity = sum(own.map((line) => line.quantity));
    const goodsAmount = sum(own.map((line) => line.goodsAmount));
    const { id, decimals, weightGrams: gramsPerUnit } = lot;
    return { id, decimals, gramsPerUnit, members: [{ id: 'all', quantity, goodsAmount }] };
  });
  const freight = costsBy(shareFreight(carriages, all, round.shareRule), (share) => share.lotId);
  const lots = all.map((lot, i) =>
    settledLot(lot, demandOf(staying(round.lots[i]!)), freight.get(lot.id) ?? 0, found),
  );
  return { lines, fixed, lots, carriages };
}

function settledLot(
  { id, decimals, members: [total] }: CostLot,
  demand: SettledLot['demand'],
  freight: number,
  found: Found,
): SettledLot {
  const { quantity, goodsAmount } = total!;
  const short = found.short.find((one) => one.lotId === id)?.reason ?? 'no_bid';
  return {
    ...{ lotId: id, quantity, demand },
    outcome: quantity === 0 ? 'failed' : quantity < demand.firm ? 'short' : 'awarded',
    why: demand.firm === 0 ? 'no_demand' : quantity < demand.firm ? short : null,
    landedUnitAmount:
      quantity === 0 ? null : unitAmountOf(goodsAmount + freight, quantity, decimals),
  };
}

/** Who gets how much of what was bought, why, and what it costs. */
function shareOut(round: RoundBids, bought: Bought, gone: Leaving, passes: number): RoundAward {
  const shares = planned(round, bought, gone);
  const lots = round.lots.map((lot): CostLot => {
    const own = shares
      .get(lot.id)!
      .toSorted((a, b) => byId({ id: a.memberId }, { id: b.memberId }));
    const goods = bought.lines.filter((line) => line.lotId === lot.id);
    const amounts = split(
      sum(goods.map((line) => line.goodsAmount)),
      own.map((share) => share.quantity),
    );
    own.forEach((share, i) => (share.goodsAmount = amounts[i]!));
    const { id, decimals, weightGrams: gramsPerUnit } = lot;
    const members = own.map(({ memberId, quantity, goodsAmount }) => {
      return { id: memberId, quantity, goodsAmount };
    });
    return { id, decimals, gramsPerUnit, members };
  });
  const freight = shareFreight(bought.carriages, lots, round.shareRule);
  const due = costsBy(freight, ({ lotId, memberId }) => JSON.stringify([lotId, memberId]));
  const allocations = [...shares.values()].flat().map((share) => {
    const freightAmount = due.get(JSON.stringify([share.lotId, share.memberId])) ?? 0;
    return { ...share, freightAmount };
  });
  const { lines, fixed } = bought;
  const goodsAmount = sum(lines.map((line) => line.goodsAmount));
  const freightAmount = sum(bought.carriages.map((one) => one.amount));
  return {
    ...{ lines, fixed, lots: bought.lots, allocations, goodsAmount, freightAmount, passes },
    totalAmount: goodsAmount + freightAmount,
    leadTimeDays: Math.max(0, ...lines.map((line) => line.leadTimeDays)),
  };
}

/** Quantities and reasons, lot by lot in order of position, carrying along what each member has paid for extras. */
function planned(round: RoundBids, { lots }: Bought, gone: Leaving): Map<string, AllocationLine[]> {
  const settled = new Map(lots.map((lot) => [lot.lotId, lot]));
  const sold = round.lots.filter((lot) => settled.get(lot.id)!.quantity > 0);
  const plan = planRound(
    sold.map((lot) => {
      const { quantity, landedUnitAmount } = settled.get(lot.id)!;
      const members = lot.members.filter(({ id }) => !gone.get(lot.id)!.has(id));
      const { id, position, decimals, policy } = lot;
      return {
        ...{ id, position, members },
        rule: { decimals, pack: 1, moq: 0, policy, whenShort: 'fail' as const },
        supply: { kind: 'award' as const, quantity, unitAmount: landedUnitAmount! },
      };
    }),
  );
  const given = new Map(
    plan.lots.map((lot) => [lot.id, new Map(lot.shares.map((share) => [share.id, share]))]),
  );
  return new Map(
    round.lots.map((lot): [string, AllocationLine[]] => {
      const { why } = settled.get(lot.id)!;
      const lines = lot.members.map(({ id }): AllocationLine => {
        const leaver = gone.get(lot.id)!.get(id);
        const share = given.get(lot.id)?.get(id);
        const reason: AllocationReason = leaver
          ? { code: 'ceiling_left', ...leaver }
          : share
            ? (share.reason as AllocationReason)
            : { code: 'lot_failed', why: why ?? 'no_bid' };
        const quantity = share?.quantity ?? 0;
        return { lotId: lot.id, memberId: id, quantity, goodsAmount: 0, freightAmount: 0, reason };
      });
      return [lot.id, lines];
    }),
  );
}
