import { ascending, byCommitment, type LotMember } from './lot-member.ts';
import { unitPlace } from './pledge-queue.ts';

/**
 * What each member gets of a supply that is less than all firm pledges: the proportional share rounded down, then one
 * step each to the largest remainders; on a tie to the earlier place in the queue of the step at stake (of the whole
 * commitment where no slices are known), then id. Never above the firm pledge; adds up to `supply`.
 * `money.split` breaks ties by the order of its list, which a place that depends on the share itself cannot be.
 * Largest remainders have a known quirk: one step less to share may give somebody one step more. So what arrives short
 * of a short order is shared by the firm pledges again, and never compared with the first sharing.
 */
export function shareShortage(
  members: readonly LotMember[],
  supply: number,
  demand: number,
): number[] {
  const [whole, all] = [BigInt(supply), BigInt(demand)];
  const parts = members.map((member, index) => {
    const exact = whole * BigInt(member.firm);
    const floor = Number(exact / all);
    return { index, id: member.id, floor, rest: exact % all, committedAt: 0 };
  });
  for (const part of parts) part.committedAt = placeAtStake(members[part.index]!, part.floor + 1);
  const left = parts.reduce((rest, part) => rest - part.floor, supply);
  const shares = parts.map((part) => part.floor);
  const queue = parts.filter((part) => part.rest > 0n).sort(byRemainder);
  for (const { index } of queue.slice(0, left)) shares[index]! += 1;
  return shares;
}

type Part = { id: string; rest: bigint; committedAt: number };

function byRemainder(a: Part, b: Part): number {
  return ascending(b.rest, a.rest) || byCommitment(a, b);
}

function placeAtStake({ slices, committedAt }: LotMember, unit: number): number {
  return (slices && unitPlace(slices, unit)) ?? committedAt;
}
