import { decodeCursor, encodeCursor } from '#src/domain/cursor.ts';
import type { RoundFacts, RoundRelease } from '#src/domain/procurement/round-facts.ts';
import type { RoundState } from '#src/domain/procurement/round-states.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';

/** Where a visitor looks for a round: may still take part, goes on, is over. */
export const ROUND_GROUPS = ['open', 'running', 'over'] as const;
export type RoundGroup = (typeof ROUND_GROUPS)[number];

/**
 * A round in a list. Moments are ISO in UTC, `zone` is how they are shown; `lots` are titles; `saved` in minor units, null
 * before the settlement and where no price of a shop is known.
 */
export type RoundCard = {
  id: string;
  slug: string;
  title: string;
  state: RoundState;
  zone: string;
  currency: string;
  pledgesCloseAt: string | null;
  bidsCloseAt: string | null;
  createdAt: string;
  cluster: { slug: string; name: string };
  lots: string[];
  saved: number | null;
  releases: { count: number; last: string };
};

type Asked = {
  group?: RoundGroup;
  cluster?: string;
  /** A cursor made of the last row above; one that we never made starts at the top. */
  before?: string | null;
  limit: number;
};

/** Public rounds, newest first, and the cursor of the rows behind them; null when these are the last. */
export async function publicRounds(
  db: Db,
  { group, cluster, before, limit }: Asked,
): Promise<{ rows: RoundCard[]; next: string | null }> {
  const start = before ? decodeCursor(before) : undefined;
  const rows = expectData(
    await db.rpc('public_rounds', {
      p_limit: limit + 1,
      ...(group && { p_group: group }),
      ...(cluster && { p_cluster: cluster }),
      ...(start?.ok && { p_before: String(start.value.key), p_before_id: start.value.id }),
    }),
  ) as unknown as RoundCard[];
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last;
  return { rows: shown, next: more ? encodeCursor({ key: last.createdAt, id: last.id }) : null };
}

export type PublicStep = { id: number; tag: RoundRelease['tag']; at: string; state: RoundState };
export type PublicRound = {
  facts: RoundFacts;
  now: string;
  /** Whether the cluster's own page is there. */
  clusterIsOpen: boolean;
  releases: PublicStep[];
};

/** Null for a draft and for what never was public. */
export async function publicRound(db: Db, slug: string): Promise<PublicRound | null> {
  const answer = await db.rpc('public_round', { p_slug: slug });
  return expectData(answer) as unknown as PublicRound | null;
}

/** All releases of a round, oldest first; null when there is none. */
export async function roundReleases(
  db: Db,
  slug: string,
): Promise<{ id: string; releases: RoundRelease[] } | null> {
  return expectData(await db.rpc('ocds_releases', { p_slug: slug })) as unknown as {
    id: string;
    releases: RoundRelease[];
  } | null;
}

export type FeedRow = RoundRelease & { era: number; xid: string };

/** Where a reader of the feed stands, opaque to the reader. */
export function feedCursor({ era, xid, id }: FeedRow): string {
  return encodeCursor({ key: `${era}.${xid}`, id: String(id) });
}

function feedStart(after: string | null) {
  const cursor = after ? decodeCursor(after) : undefined;
  if (!cursor) return {};
  const key = cursor.ok ? /^(\d{1,9})\.(\d{1,19})$/.exec(String(cursor.value.key)) : null;
  if (!cursor.ok || !key || !/^\d{1,15}$/.test(cursor.value.id)) return null;
  return { p_era: Number(key[1]), p_xid: key[2]!, p_id: Number(cursor.value.id) };
}

/** Releases of all rounds after a cursor, in an order that never changes; null when the cursor is none of ours. */
export async function recordFeed(
  db: Db,
  after: string | null,
  limit: number,
): Promise<FeedRow[] | null> {
  const start = feedStart(after);
  if (!start) return null;
  return expectData(
    await db.rpc('ocds_feed', { ...start, p_limit: limit }),
  ) as unknown as FeedRow[];
}

/** A round as the operator sees it: to read only, nothing of bids. */
export type OperatorRound = {
  id: string;
  slug: string;
  title: string;
  state: RoundState;
  zone: string;
  createdAt: string;
  pledgesCloseAt: string | null;
  bidsCloseAt: string | null;
  isPublic: boolean;
  cluster: string;
  clusterSlug: string;
  reason: string | null;
  lots: number;
  members: number;
};

export const OPERATOR_ROUNDS_PAGE = 30;

/** Rounds of all clusters, newest first; the counts are of all, whatever is searched for. */
export async function operatorRounds(
  db: Db,
  asked: { query: string; state: RoundState | null; before?: string | undefined },
): Promise<{ counts: Partial<Record<RoundState, number>>; rows: OperatorRound[] }> {
  const start = asked.before ? decodeCursor(asked.before) : undefined;
  return expectData(
    await db.rpc('operator_rounds', {
      p_query: asked.query,
      p_limit: OPERATOR_ROUNDS_PAGE,
      ...(asked.state && { p_state: asked.state }),
      ...(start?.ok && { p_before: String(start.value.key), p_before_id: start.value.id }),
    }),
  ) as unknown as { counts: Partial<Record<RoundState, number>>; rows: OperatorRound[] };
}
