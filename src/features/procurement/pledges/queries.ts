import type { LotRule } from '#src/domain/procurement/packs.ts';
import type { RoundState } from '#src/domain/procurement/round-states.ts';
import type { PriceTier } from '#src/domain/tiers.ts';
import type { MediaView } from '#src/domain/media.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** Moments are ISO in UTC; `zone` is how they are shown, `now` the database's clock. */
export type RoundHead = {
  id: string;
  slug: string;
  state: RoundState;
  title: string;
  summary: string;
  currency: string;
  zone: string;
  pledgesCloseAt: string;
  bidsCloseAt: string;
  neededBy: string | null;
  deliveryPlace: string;
  depositBp: number;
  shareRule: 'value' | 'weight' | 'quantity';
  openedAt: string | null;
  awardedAt: string | null;
  settledAt: string | null;
  reason: string | null;
  now: string;
  cluster: { id: string; slug: string; name: string };
};

/** Quantities in steps of 10^-decimals of the unit; amounts in minor units of the round's currency. */
export type Lot = LotRule & {
  id: string;
  position: number;
  title: string;
  specification: string;
  unit: string;
  lateMinutes: number;
  referenceAmount: number | null;
  hsCode: string | null;
  weightGrams: number | null;
  freightNote: string;
  photo: MediaView | null;
  tiers: PriceTier[];
  /** All members together. */
  firm: number;
  tolerance: number;
  members: number;
};

export type OwnPledge = {
  firm: number;
  tolerance: number;
  ceiling: number | null;
  committedAt: string;
};

export type PledgeLine = {
  lot: string;
  producer?: string;
  firm: number;
  tolerance: number;
  ceiling: number | null;
  at: string;
  onBehalf: boolean;
  by: string | null;
};

export type MemberLot = Lot & { mine: OwnPledge | null };
export type MemberRound = {
  round: RoundHead;
  mayPledge: boolean;
  lots: MemberLot[];
  log: PledgeLine[];
};

/** Amounts are the member's own, in minor units of the round's currency. */
export type RoundEntry = RoundHead & {
  lots: number;
  pledged: number;
  settled: number | null;
  /** Below 0: paid ahead. */
  owed: number;
  paid: number;
  deposit: number;
  /** Said to be paid, not confirmed yet. */
  waiting: number;
  /** Goods of its own lie in the store. */
  ready: boolean;
};

/** The joint purchases of a member's clusters, those that take pledges first; null for a stranger. */
export async function studioRounds(db: Db, slug: string): Promise<RoundEntry[] | null> {
  return expectData(await db.rpc('studio_rounds', { p_slug: slug })) as unknown as
    RoundEntry[] | null;
}

/** One round with everybody's totals and this member's own pledges; null for a stranger. */
export async function studioRound(
  db: Db,
  slug: string,
  round: string,
): Promise<MemberRound | null> {
  return expectData(
    await db.rpc('studio_round', { p_slug: slug, p_round: round }),
  ) as unknown as MemberRound | null;
}

export type PledgingMember = {
  id: string;
  name: string;
  slug: string;
  /** Somebody signs in for it; the others are pledged for by a coordinator. */
  hasPhone: boolean;
  pledges: Record<string, OwnPledge>;
};
export type RoundPledges = {
  round: RoundHead;
  lots: Lot[];
  members: PledgingMember[];
  log: PledgeLine[];
};

/** What every member pledged, for the round's coordinators; null for anybody else. */
export async function roundPledges(db: Db, round: string): Promise<RoundPledges | null> {
  return expectData(
    await db.rpc('round_pledges', { p_round: round }),
  ) as unknown as RoundPledges | null;
}
