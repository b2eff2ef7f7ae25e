import type { MediaView } from '#src/domain/media.ts';
import { decodeCursor } from '#src/domain/cursor.ts';
import type { Check } from '#src/domain/verification.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import type { Tables } from '#src/server/db/types.gen.ts';

/** One cluster's desk as its frame draws it. `account` is what `myAccount` answers. */
export type CoordinationFrameData<A> = {
  account: A;
  cluster: {
    id: string;
    slug: string;
    name: string;
    state: 'active' | 'suspended';
    suspendedReason: string | null;
    /** Its coordinators' checks count for the public badge. */
    approved: boolean;
    reviewsListings: boolean;
    sourceLocale: Locale;
    country: string;
  };
  /** May change things here; the coordinators of a suspended cluster only look. */
  acts: boolean;
  /** Listings in review. */
  waiting: number;
  /** Open disputes of the cluster's producers. */
  disputes: number;
};

/** Null when there is no such cluster or the caller does not coordinate it: the two look the same. */
export async function coordinationFrame<A>(
  db: Db,
  slug: string,
): Promise<CoordinationFrameData<A> | null> {
  return expectData(
    await db.rpc('coordination_frame', { p_slug: slug }),
  ) as unknown as CoordinationFrameData<A> | null;
}

type ProductCounts = Partial<Record<'draft' | 'in_review' | 'published' | 'archived', number>>;
type Place = { slug: string; name: string };

/** The numbers that matter today; `late` are the five that wait longest for an answer. `E` is a line of the record. */
export type ClusterOverview<E> = {
  members: number;
  products: ProductCounts;
  unanswered: number;
  verified: number;
  invitations: number;
  late: { id: string; reference: string; product: string; since: string; producer: Place }[];
  events: E[];
};

export async function clusterOverview<E>(db: Db, slug: string): Promise<ClusterOverview<E> | null> {
  return expectData(
    await db.rpc('coordination_overview', { p_slug: slug }),
  ) as unknown as ClusterOverview<E> | null;
}

export const MEMBER_FILTERS = ['all', 'unverified', 'managed'] as const;
export type MemberFilter = (typeof MEMBER_FILTERS)[number];
export const MEMBERS_PAGE = 30;

/** `people` is how many can sign in for it; `sortKey` is where it stands in the list. */
export type ClusterMember = {
  id: string;
  slug: string;
  name: string;
  place: string;
  country: string;
  state: 'pending' | 'active' | 'suspended';
  joinedAt: string;
  verifiedAt: string | null;
  people: number;
  products: ProductCounts;
  checks: Check[];
  sortKey: string;
};

/** By name. `after` is a cursor made of the last row above. */
export async function clusterMembers(
  db: Db,
  slug: string,
  { query, filter, after }: { query: string; filter: MemberFilter; after?: string | undefined },
): Promise<ClusterMember[]> {
  return expectData(
    await db.rpc('coordination_producers', {
      p_slug: slug,
      p_query: query,
      p_filter: filter,
      p_limit: MEMBERS_PAGE,
      ...startAfter(after),
    }),
  ) as unknown as ClusterMember[];
}

export const REVIEW_PAGE = 12;

export type WaitingListing = {
  id: string;
  title: string;
  description: string;
  waitingSince: string;
  category: string | null;
  priceAmount: number | null;
  priceCurrency: string | null;
  unit: string | null;
  moq: number | null;
  leadTimeDays: number | null;
  hsCode: string | null;
  origin: string | null;
  producer: Place;
  photos: (MediaView & { id: string; state: 'uploaded' | 'ready' | 'failed' })[];
};

/** The longest waiting first. `after` is a cursor made of the last row above. */
export async function waitingListings(
  db: Db,
  slug: string,
  locale: Locale,
  after?: string,
): Promise<WaitingListing[]> {
  return expectData(
    await db.rpc('coordination_review', {
      p_slug: slug,
      p_locale: locale,
      p_limit: REVIEW_PAGE,
      ...startAfter(after),
    }),
  ) as unknown as WaitingListing[];
}

/** A cursor that was tampered with starts the list again. */
function startAfter(after: string | undefined): { p_after?: string; p_after_id?: string } {
  const cursor = after ? decodeCursor(after) : undefined;
  return cursor?.ok ? { p_after: String(cursor.value.key), p_after_id: cursor.value.id } : {};
}

export type ClusterPhoto = MediaView & {
  id: string;
  state: 'uploaded' | 'ready' | 'failed';
  use: 'cover' | 'gallery';
};
export type ClusterEditor = {
  cluster: Omit<Tables<'clusters'>, 'suspended_reason'>;
  texts: { locale: Locale; field: string; text: string }[];
  photos: ClusterPhoto[];
};

export async function clusterEditor(db: Db, slug: string): Promise<ClusterEditor | null> {
  return expectData(
    await db.rpc('coordination_profile', { p_slug: slug }),
  ) as unknown as ClusterEditor | null;
}
