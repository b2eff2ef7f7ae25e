import { split } from '../money.ts';
import { allocate, type ExtraCosts, type ShareReason } from './allocation.ts';
import { shareCosts, type CostBasis, type RoundCost } from './cost-shares.ts';
import { millsPerStep, unitAmountOf } from './lot-amount.ts';
import { byId, type LotMember } from './lot-member.ts';

/**
 * What the award gave stays as it was (`awarded`: the reason comes from there), or was worked out again on what arrived
 * (`ShareReason`), or stands where the member had fetched that much before (`handed`: of `supply` that had to serve all).
 */
export type ReceivedReason = ShareReason | { code: 'handed'; handed: number; supply: number };

/** A member of a lot. `awarded`: its share at the award; `handed`: fetched so far; `left`: out over its highest price. */
export type ReceivedMember = LotMember & {
  awarded: number;
  handed: number;
  left: boolean;
  /** Why it got its share at the award. */
  reason: object;
};

/**
 * A lot as it is to be shared: `share` steps that are good (or still expected), for `goodsAmount` and, in freight by
 * quantity, `freightAmount`; amounts in minor units of the round's currency. `awarded` steps cost `awardedAmount`.
 */
export type ReceivedLot = {
  id: string;
  decimals: number;
  gramsPerUnit: number | null;
  share: number;
  goodsAmount: number;
  freightAmount: number;
  awarded: number;
  awardedAmount: number;
  members: readonly ReceivedMember[];
};

/** Freight that a supplier takes once, borne by the lots of which it sent something. */
export type FixedFreight = { supplierId: string; amount: number; lotIds: readonly string[] };

export type ReceivedShare = {
  lotId: string;
  producerId: string;
  quantity: number;
  goodsAmount: number;
  freightAmount: number;
  reason: object;
};

type Placed = { quantity: number; reason: object };

/**
 * Shares what arrived (design §4.4 and §4.8). Where a lot is what the award counted on, everybody keeps the awarded
 * share; otherwise it is shared anew among all who did not leave, by the same rules as at the award, so that the result
 * depends on what arrived and not on the order of deliveries. Who has fetched more than that keeps it, and the others
 * share the rest. Goods are split by quantity, freight by the round's basis (by value where a weight is not known), all
 * by largest remainder. Lines come by lot in its order, then member id.
 * Throws RangeError when more was handed out than there is, or more is to be shared than members take.
 */
export function reallocate(
  lots: readonly ReceivedLot[],
  fixed: readonly FixedFreight[],
  rule: CostBasis,
): ReceivedShare[] {
  const placed = lots.map((lot) => placesOf(lot, extraCostsOutside(lot, lots)));
  const lines = lots.flatMap((lot, l) => linesOf(lot, placed[l]!));
  const freight = freightOf(lots, lines, fixed, rule);
  return lines.map((line) => ({
    ...line,
    freightAmount: freight.get(keyOf(line.lotId, line.producerId)) ?? 0,
  }));
}

const keyOf = (lotId: string, producerId: string) => `${lotId} ${producerId}`;
const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);

/** What the award gave each member beyond firm pledges in all other lots: fixed, so that lots do not move each other. */
function extraCostsOutside(lot: ReceivedLot, lots: readonly ReceivedLot[]): ExtraCosts {
  const costs = new Map<string, bigint>();
  for (const other of lots) {
    if (other.id === lot.id || other.awarded === 0) continue;
    const step = millsPerStep(priceOf(other)!, other.decimals);
    for (const { id, awarded, firm } of other.members)
      if (awarded > firm) costs.set(id, (costs.get(id) ?? 0n) + step * BigInt(awarded - firm));
  }
  return costs;
}

const priceOf = (lot: ReceivedLot) =>
  lot.awarded === 0 ? null : unitAmountOf(lot.awardedAmount, lot.awarded, lot.decimals);

function placesOf(lot: ReceivedLot, extraCosts: ExtraCosts): Map<string, Placed> {
  const places = new Map<string, Placed>();
  for (const { id, awarded, reason } of lot.members) places.set(id, { quantity: awarded, reason });
  const inIt = lot.members.filter((member) => !member.left);
  const share = (members: readonly ReceivedMember[], supply: number) => {
    const { shares, left } = allocate(members, supply, {
      decimals: lot.decimals,
      unitAmount: priceOf(lot),
      extraCosts,
    });
    if (left > 0) throw new RangeError(`lot ${lot.id} has more than its members take`);
    for (const { id, quantity, reason } of shares) places.set(id, { quantity, reason });
  };
  if (lot.share !== lot.awarded) share(inIt, lot.share);
  let [rest, supply] = [inIt, lot.share];
  for (;;) {
    const over = rest.filter(({ id, handed }) => handed > places.get(id)!.quantity);
    if (over.length === 0) return places;
    for (const { id, handed } of over)
      places.set(id, { quantity: handed, reason: { code: 'handed', handed, supply: lot.share } });
    rest = rest.filter((member) => !over.includes(member));
    supply -= total(over.map(({ handed }) => handed));
    share(rest, supply);
  }
}

type Line = Omit<ReceivedShare, 'freightAmount'>;

function linesOf(lot: ReceivedLot, places: ReadonlyMap<string, Placed>): Line[] {
  const members = [...lot.members].sort(byId);
  const goods = split(
    lot.goodsAmount,
    members.map(({ id }) => places.get(id)!.quantity),
  );
  return members.map(({ id }, i) => ({
    lotId: lot.id,
    producerId: id,
    goodsAmount: goods[i]!,
    ...places.get(id)!,
  }));
}

function freightOf(
  lots: readonly ReceivedLot[],
  lines: readonly Line[],
  fixed: readonly FixedFreight[],
  rule: CostBasis,
): Map<string, number> {
  const weighed = rule !== 'weight' || lots.every(({ gramsPerUnit }) => gramsPerUnit !== null);
  const cost = (id: string, amount: number, lotIds: readonly string[]): RoundCost => ({
    id,
    kind: 'freight',
    amount,
    basis: weighed ? rule : 'value',
    lotIds,
  });
  const costs = [
    ...lots.map(({ id, freightAmount }) => cost(id, freightAmount, [id])),
    ...fixed.map(({ supplierId, amount, lotIds }) => cost(supplierId, amount, lotIds)),
  ].filter(({ amount }) => amount > 0);
  const bearing = lots.map((lot) => ({
    ...lot,
    members: lines
      .filter(({ lotId, quantity }) => lotId === lot.id && quantity > 0)
      .map(({ producerId, quantity, goodsAmount }) => ({ id: producerId, quantity, goodsAmount })),
  }));
  const sums = new Map<string, number>();
  for (const { lotId, memberId, amount } of shareCosts(costs, bearing)) {
    const key = keyOf(lotId, memberId);
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return sums;
}
