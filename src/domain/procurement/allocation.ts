import { count, millsPerStep, MILLS, safeAmount } from './lot-amount.ts';
import type { LotMember } from './lot-member.ts';
import { shareShortage } from './shortage.ts';
import { fillFairly } from './surplus.ts';

/**
 * What each member has been given beyond firm pledges so far in the round, in thousandths of a minor unit (exact:
 * extra steps × price, summed over the lots before this one). Who is not in it has had nothing.
 */
export type ExtraCosts = ReadonlyMap<string, bigint>;

/** `unitAmount`: the price of one unit that the lot resulted in, or null while none is known. */
export type AllocationLot = { decimals: number; unitAmount: number | null; extraCosts: ExtraCosts };

/**
 * Why a member gets so much. Quantities in steps, amounts in minor units rounded up.
 * - `no_pledge`: asked for nothing, gets nothing.
 * - `firm`: exactly the firm pledge; nothing was over, or the member wanted no more.
 * - `surplus_share`: `extra` of the `surplus` that the packs brought. `extraCost` is what the member pays for extras
 *   over the whole round so far; nobody in this lot pays more than `mostExtraCost`.
 * - `surplus_spared`: would have taken more, but the others had paid less for extras so far, or committed earlier.
 * - `shortage_share`: `share` of the `supply` that had to serve `demand` firm steps.
 */
export type ShareReason =
  | { code: 'no_pledge' }
  | { code: 'firm'; firm: number }
  | {
      code: 'surplus_share' | 'surplus_spared';
      firm: number;
      extra: number;
      tolerance: number;
      surplus: number;
      extraCost: number;
      mostExtraCost: number;
    }
  | { code: 'shortage_share'; firm: number; share: number; supply: number; demand: number };

export type Share = { id: string; quantity: number; reason: ShareReason };

/** `left`: steps that nobody's pledge covers (over-delivery beyond firm and tolerance). */
export type Allocation = { shares: Share[]; left: number; extraCosts: ExtraCosts };

/**
 * Shares `ordered` (or delivered) steps among the members of one lot (design §4.3 and §4.4), in the order of `members`.
 * Shares plus `left` are `ordered` exactly; with enough for all firm pledges each share is between firm and firm +
 * tolerance, else between 0 and firm. The result does not depend on the order of `members`.
 * A surplus goes step by step to the member with tolerance left and the least extra cost so far, then the earlier
 * commitment, then id. Without a price, or free, the lot is shared by extra quantity within itself and adds no cost.
 * Throws RangeError on quantities that are no counts and on an id that comes twice.
 */
export function allocate(
  members: readonly LotMember[],
  ordered: number,
  lot: AllocationLot,
): Allocation {
  const demand = members.reduce((sum, member) => count(sum + count(member.firm)), 0);
  if (new Set(members.map((member) => member.id)).size < members.length)
    throw new RangeError('a member pledges once for a lot');
  const over = count(ordered) - demand;
  return over < 0 ? short(members, ordered, demand, lot) : withSurplus(members, over, lot);
}

function short(
  members: readonly LotMember[],
  supply: number,
  demand: number,
  { extraCosts }: AllocationLot,
): Allocation {
  const quantities = shareShortage(members, supply, demand);
  const shares = members.map(({ id, firm }, index): Share => {
    const share = quantities[index]!;
    const reason: ShareReason =
      firm === 0 ? { code: 'no_pledge' } : { code: 'shortage_share', firm, share, supply, demand };
    return { id, quantity: share, reason };
  });
  return { shares, left: 0, extraCosts };
}

function withSurplus(
  members: readonly LotMember[],
  surplus: number,
  { decimals, unitAmount, extraCosts }: AllocationLot,
): Allocation {
  const priced = unitAmount !== null && unitAmount > 0;
  const step = priced ? millsPerStep(unitAmount, decimals) : 1n;
  const before = members.map(({ id }) => extraCosts.get(id) ?? 0n);
  const starts = priced ? before : before.map(() => 0n);
  const extras = fillFairly(members, starts, step, surplus);
  const after = before.map((cost, i) => (priced ? cost + step * BigInt(extras[i]!) : cost));
  const most = after.reduce((top, cost) => (cost > top ? cost : top), 0n);
  const shares = members.map((member, i) =>
    surplusShare(member, { extra: extras[i]!, surplus, cost: after[i]!, most }),
  );
  const next = new Map(extraCosts);
  members.forEach(({ id }, i) => next.set(id, after[i]!));
  return { shares, left: surplus - extras.reduce((sum, n) => sum + n, 0), extraCosts: next };
}

const minorUp = (mills: bigint) => safeAmount((mills + MILLS - 1n) / MILLS);

function surplusShare(
  { id, firm, tolerance }: LotMember,
  { extra, surplus, cost, most }: { extra: number; surplus: number; cost: bigint; most: bigint },
): Share {
  const quantity = firm + extra;
  if (firm + tolerance === 0) return { id, quantity, reason: { code: 'no_pledge' } };
  if (tolerance === 0 || surplus === 0) return { id, quantity, reason: { code: 'firm', firm } };
  const code = extra > 0 ? 'surplus_share' : 'surplus_spared';
  const [extraCost, mostExtraCost] = [minorUp(cost), minorUp(most)];
  const reason = { code, firm, extra, tolerance, surplus, extraCost, mostExtraCost } as const;
  return { id, quantity, reason };
}
