import { decodeCursor } from '#src/domain/cursor.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** How many rows a page of the desk shows. */
export const DESK_PAGE = 30;
export const REPORTS_PAGE = 15;

/** What a list is asked for: words, a state, and where the page above ended. */
export type Asked<S> = { query: string; state: S | null; before?: string | undefined };

export const PRODUCER_STATES = ['pending', 'active', 'suspended'] as const;
export type ProducerState = (typeof PRODUCER_STATES)[number];
export const CLUSTER_STATES = ['active', 'suspended'] as const;
export type ClusterState = (typeof CLUSTER_STATES)[number];
/** Where a cluster stands with the operator: active is approved, too. */
export const CLUSTER_STANDINGS = ['unapproved', ...CLUSTER_STATES] as const;
export type ClusterStanding = (typeof CLUSTER_STANDINGS)[number];

type Listed<S, R> = { counts: Partial<Record<Extract<S, string>, number>>; rows: R[] };

export type ProducerRow = {
  id: string;
  slug: string;
  name: string;
  state: ProducerState;
  suspendedReason: string | null;
  kind: string;
  country: string;
  place: string;
  createdAt: string;
  verifiedAt: string | null;
  published: number;
  members: number;
  clusters: string[];
};

/** Newest first; the counts are of all, whatever is searched for. */
export async function listProducers(
  db: Db,
  asked: Asked<ProducerState>,
): Promise<Listed<ProducerState, ProducerRow>> {
  return expectData(await db.rpc('operator_producers', listArgs(asked))) as unknown as Listed<
    ProducerState,
    ProducerRow
  >;
}

export type ClusterRow = {
  id: string;
  slug: string;
  name: string;
  state: ClusterState;
  suspendedReason: string | null;
  approvedAt: string | null;
  country: string;
  place: string;
  createdAt: string;
  reviews: boolean;
  members: number;
  coordinators: string[];
};

export async function listClusters(
  db: Db,
  asked: Asked<ClusterStanding>,
): Promise<Listed<ClusterStanding, ClusterRow>> {
  return expectData(await db.rpc('operator_clusters', listArgs(asked))) as unknown as Listed<
    ClusterStanding,
    ClusterRow
  >;
}

export type UserRow = {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  intent: string | null;
  createdAt: string;
  suspendedAt: string | null;
  suspendedReason: string | null;
  operator: boolean;
  organisations: string[];
};

export async function listUsers(db: Db, query: string, before?: string): Promise<UserRow[]> {
  return expectData(
    await db.rpc('list_users', { p_query: query, p_limit: DESK_PAGE, ...startBefore(before) }),
  ) as unknown as UserRow[];
}

export type ReportRow = {
  id: string;
  subject: 'product' | 'producer' | 'inquiry' | 'review';
  reason: 'counterfeit' | 'stolen_picture' | 'misleading' | 'offensive' | 'spam' | 'other';
  details: string;
  createdAt: string;
  state: 'open' | 'upheld' | 'dismissed';
  resolution: string | null;
  resolvedAt: string | null;
  resolvedBy: string | null;
  reporter: string | null;
  /** More reports about the same thing. */
  others: number;
  thing: string | null;
  product: { id: string; slug: string; state: string } | null;
  inquiry: {
    state: string;
    messages: { side: 'buyer' | 'producer'; body: string; at: string }[];
  } | null;
  review: {
    rating: number;
    body: string;
    reply: string | null;
    state: 'published' | 'hidden';
  } | null;
  producer: { slug: string; name: string; state: ProducerState } | null;
};

export async function listReports(
  db: Db,
  open: boolean,
  before?: string,
): Promise<{ open: number; closed: number; rows: ReportRow[] }> {
  return expectData(
    await db.rpc('operator_reports', {
      p_open: open,
      p_limit: REPORTS_PAGE,
      ...startBefore(before),
    }),
  ) as unknown as { open: number; closed: number; rows: ReportRow[] };
}

export const JOB_STATES = ['dead', 'running', 'waiting'] as const;
export type JobState = (typeof JOB_STATES)[number];

export type JobRow = {
  id: number;
  kind: string;
  attempts: number;
  maxAttempts: number;
  error: string | null;
  runAt: string;
  createdAt: string;
  running: boolean;
};
/** `unrelayed`: born in a transaction and not yet taken over by the worker. */
export type JobList = Record<JobState, number> & { unrelayed: number; jobs: JobRow[] };

/** Longest waiting first. `after` is a cursor made of the last row above. */
export async function listJobs(db: Db, state: JobState, after?: string): Promise<JobList> {
  const cursor = after ? decodeCursor(after) : undefined;
  const start = cursor?.ok
    ? { p_after: String(cursor.value.key), p_after_id: Number(cursor.value.id) }
    : {};
  return expectData(
    await db.rpc('list_jobs', { p_state: state, p_limit: DESK_PAGE, ...start }),
  ) as unknown as JobList;
}

function listArgs<S>({ query, state, before }: Asked<S>) {
  return {
    p_query: query,
    p_limit: DESK_PAGE,
    ...(state ? { p_state: state } : {}),
    ...startBefore(before),
  };
}

/** A cursor that was tampered with starts the list again. */
function startBefore(before: string | undefined): { p_before?: string; p_before_id?: string } {
  const cursor = before ? decodeCursor(before) : undefined;
  return cursor?.ok ? { p_before: String(cursor.value.key), p_before_id: cursor.value.id } : {};
}
