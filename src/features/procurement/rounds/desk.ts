import { roundReached, type RoundState } from '#src/domain/procurement/round-states.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** One joint purchase as the frame of its rooms draws it. Moments are ISO in UTC; `zone` is how they are shown. */
export type RoundDesk = {
  id: string;
  slug: string;
  title: string;
  state: RoundState;
  currency: string;
  zone: string;
  pledgesCloseAt: string | null;
  bidsCloseAt: string | null;
  /** Bidding ended with fewer bids than asked for: extend or cancel. */
  bidsShortAt: string | null;
  openedAt: string | null;
  awardedAt: string | null;
  standstillUntil: string | null;
  settledAt: string | null;
  /** Why it was cancelled. */
  reason: string | null;
  cluster: { id: string; slug: string; name: string };
  /** May change things here; an operator and the coordinators of a suspended cluster only look. */
  acts: boolean;
  lots: number;
  /** Members that pledged something. */
  members: number;
  /** The database clock, for deadlines. */
  now: string;
};

/** Null when there is no such round or the caller may not see its desk: the two look the same. */
export async function roundDesk(db: Db, id: string): Promise<RoundDesk | null> {
  return expectData(await db.rpc('round_desk', { p_round: id })) as unknown as RoundDesk | null;
}

export const ROUND_TABS = [
  'overview',
  'pledges',
  'tender',
  'bids',
  'award',
  'allocation',
  'orders',
  'receiving',
  'money',
  'report',
] as const;
export type RoundTab = (typeof ROUND_TABS)[number];

/** The state from which a room has something in it. */
const OPENS_AT: Record<RoundTab, RoundState> = {
  overview: 'draft',
  pledges: 'pledging',
  tender: 'pledging',
  bids: 'opened',
  award: 'opened',
  allocation: 'opened',
  orders: 'awarded',
  receiving: 'ordered',
  money: 'ordered',
  report: 'receiving',
};

/** A cancelled round keeps the rooms that it had reached. */
function reachedState(round: RoundDesk): RoundState {
  if (round.state !== 'cancelled') return round.state;
  if (round.awardedAt) return 'awarded';
  if (round.openedAt) return 'opened';
  return round.pledgesCloseAt ? 'bidding' : 'draft';
}

/** The rooms to show in the frame, in the order of the work. */
export function roundTabs(round: RoundDesk): RoundTab[] {
  const at = reachedState(round);
  return ROUND_TABS.filter((tab) => roundReached(at, OPENS_AT[tab]));
}

/** The rooms in which the work of a state is done, the first one first. */
const WORK_ROOMS: Partial<Record<RoundState, readonly RoundTab[]>> = {
  pledging: ['pledges', 'tender'],
  bidding: ['tender'],
  opened: ['award', 'bids'],
  awarded: ['award', 'allocation'],
  ordered: ['receiving', 'orders'],
  receiving: ['receiving', 'money'],
  settled: ['report'],
};

export function workRooms(state: RoundState): readonly RoundTab[] {
  return WORK_ROOMS[state] ?? [];
}
