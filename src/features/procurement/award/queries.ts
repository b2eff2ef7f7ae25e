import type { Method } from '#src/domain/procurement/award-methods.ts';
import type { AllocationReason } from '#src/domain/procurement/round-award.ts';
import type { FiledBid, RoundBids, RoundLot } from '#src/domain/procurement/round-bids.ts';
import { microsecondsOf } from '#src/domain/procurement/pledge-queue.ts';
import type { ScoreWeights } from '#src/domain/procurement/score.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import type { LotUnit } from '../words.ts';

export type OpenedBid = FiledBid & {
  sha256: string;
  submittedAt: string;
  supplierName: string;
  supplierCountry: string;
  paymentTerms: string;
  notes: string;
};
export type OpenedLot = Omit<RoundLot, 'members'> &
  LotUnit & {
    title: string;
    referenceAmount: number | null;
    members: (RoundLot['members'][number] & { name: string })[];
  };
/** All that is known after the opening; moments are ISO in UTC. */
export type OpenedRound = Omit<RoundBids, 'lots' | 'bids'> & {
  id: string;
  zone: string;
  neededBy: string | null;
  standstillDays: number;
  weights: ScoreWeights;
  lots: OpenedLot[];
  bids: OpenedBid[];
  rateDays: Record<string, string | null>;
  opening: { openedAt: string; dueAt: string } | null;
};

type Stored = {
  round: Pick<
    OpenedRound,
    'id' | 'currency' | 'zone' | 'neededBy' | 'shareRule' | 'standstillDays' | 'weights'
  >;
  lots: (Omit<OpenedLot, 'members'> & {
    members: {
      id: string;
      name: string;
      firm: number;
      tolerance: number;
      ceiling: number | null;
      committedAt: string;
      queue: { at: string; quantity: number }[];
    }[];
  })[];
  bids: OpenedBid[];
  rates: Record<string, { numerator: number; denominator: number; day: string | null }>;
  opening: OpenedRound['opening'];
};

/** The answer of `award_input` as the rules read it. */
export function openedRound({ round, lots, bids, rates, opening }: Stored): OpenedRound {
  return {
    ...round,
    ...{ bids, rates, opening },
    rateDays: Object.fromEntries(Object.entries(rates).map(([code, { day }]) => [code, day])),
    lots: lots.map((lot) => ({
      ...lot,
      members: lot.members.map(({ queue, committedAt, ...member }) => ({
        ...member,
        committedAt: microsecondsOf(committedAt),
        slices: queue.map(({ at, quantity }) => ({ at: microsecondsOf(at), quantity })),
      })),
    })),
  };
}

/** Bids, pledges and rates of an opened round; null before the opening and for whoever does not coordinate it. */
export async function readOpened(db: Db, round: string): Promise<OpenedRound | null> {
  const stored = expectData(await db.rpc('award_input', { p_round: round })) as unknown;
  return stored ? openedRound(stored as Stored) : null;
}

export type StoredReason = AllocationReason | { code: string; [fact: string]: unknown };
export type AllocationRow = {
  lotId: string;
  producerId: string;
  name: string;
  firm: number;
  tolerance: number;
  quantity: number;
  goodsAmount: number;
  freightAmount: number;
  reason: StoredReason;
};
export type Challenge = {
  id: string;
  supplier: string;
  text: string;
  state: 'open' | 'upheld' | 'dismissed';
  answer: string | null;
  madeAt: string;
  answeredAt: string | null;
};
/** The award as it was decided; amounts in the round's currency, `bid…` and `unitAmount` in the bid's. */
export type DecidedAward = {
  id: string;
  version: number;
  method: Method;
  reason: string | null;
  goodsAmount: number;
  freightAmount: number;
  totalAmount: number;
  optimumAmount: number;
  decidedAt: string;
  by: string | null;
  basis: 'award' | 'delivery';
  allocatedAt: string;
  mayDecideAgain: boolean;
  suppliers: { supplierId: string; name: string; currency: string; freightFixedAmount: number }[];
  lines: {
    lotId: string;
    supplierId: string;
    quantity: number;
    unitAmount: number;
    bidGoodsAmount: number;
    goodsAmount: number;
    freightAmount: number;
  }[];
  lots: {
    lotId: string;
    quantity: number;
    outcome: 'awarded' | 'short' | 'failed';
    reason: { why: string | null; landedUnitAmount: number | null };
  }[];
  allocations: AllocationRow[];
  letters: { name: string; won: boolean; mailedAt: string | null }[];
  challenges: Challenge[];
};

/** Null before the award and for whoever does not coordinate the round. */
export async function awardDesk(db: Db, round: string): Promise<DecidedAward | null> {
  return expectData(
    await db.rpc('award_desk', { p_round: round }),
  ) as unknown as DecidedAward | null;
}

export type OwnShare = LotUnit &
  Omit<AllocationRow, 'producerId' | 'name'> & { title: string; referenceAmount: number | null };
export type OwnAllocation = {
  currency: string;
  basis: 'award' | 'delivery';
  at: string;
  standstillUntil: string;
  shares: OwnShare[];
};

/** What one member gets; null before the award, for a stranger, and where nothing was pledged. */
export async function ownAllocation(
  db: Db,
  producer: string,
  round: string,
): Promise<OwnAllocation | null> {
  const args = { p_slug: producer, p_round: round };
  return expectData(await db.rpc('studio_allocation', args)) as unknown as OwnAllocation | null;
}
