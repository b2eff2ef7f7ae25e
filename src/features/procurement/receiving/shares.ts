import type { CostBasis } from '#src/domain/procurement/cost-shares.ts';
import { microsecondsOf } from '#src/domain/procurement/pledge-queue.ts';
import {
  reallocate,
  type FixedFreight,
  type ReceivedLot,
  type ReceivedShare,
} from '#src/domain/procurement/reallocation.ts';

type MemberRow = {
  id: string;
  firm: number;
  tolerance: number;
  awarded: number;
  handed: number;
  left: boolean;
  reason: object;
  /** As PostgreSQL writes moments in JSON; null where a pledge is no longer known. */
  committedAt: string | null;
  queue: { at: string; quantity: number }[] | null;
};

/** What `allocation_input` answers: quantities in steps, amounts in minor units of the round's currency. */
export type AllocationInput = {
  stale: boolean;
  shareRule: CostBasis;
  freightAmount: number;
  lots: (Omit<ReceivedLot, 'members'> & { members: MemberRow[] })[];
  fixedFreight: FixedFreight[];
};

/** The shares as `apply_allocation` takes them. */
export function sharesOf(input: AllocationInput): ReceivedShare[] {
  const lots = input.lots.map((lot): ReceivedLot => ({ ...lot, members: lot.members.map(member) }));
  return reallocate(lots, input.fixedFreight, input.shareRule);
}

function member({ committedAt, queue, ...row }: MemberRow): ReceivedLot['members'][number] {
  return {
    ...row,
    committedAt: committedAt === null ? 0 : microsecondsOf(committedAt),
    slices: (queue ?? []).map(({ at, quantity }) => ({ at: microsecondsOf(at), quantity })),
  };
}
