import type { ReviewView } from '#src/domain/reviews.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** How many reviews a page of a workshop's list shows; SQL has the same number. */
export const PUBLIC_REVIEW_PAGE = 20;

/** A workshop's public reviews, newest first, from after `before` on. */
export type ReviewList = {
  producer: { id: string; slug: string; name: string };
  count: number;
  average: number | null;
  reviews: ReviewView[];
};

/** Null when the workshop is not public. An address that makes no sense opens the first page. */
export async function producerReviews(
  db: Db,
  slug: string,
  before?: { at: string; id: string },
): Promise<ReviewList | null> {
  const answer = await db.rpc('producer_reviews', {
    p_slug: slug,
    ...(before ? { p_before: before.at, p_before_id: before.id } : {}),
  });
  if (before && answer.error && codeOf(answer.error) === 'invalid_input')
    return producerReviews(db, slug);
  return expectData(answer) as unknown as ReviewList | null;
}

/** One public review of a workshop, to be named on a report; null when there is none. */
export async function publicReview(
  db: Db,
  producer: string,
  id: string,
): Promise<{ id: string; name: string; body: string } | null> {
  const answer = await db
    .from('reviews')
    .select('id, name:buyer_name, body')
    .match({ id, producer_id: producer, state: 'published' })
    .maybeSingle();
  if (answer.error && codeOf(answer.error) === 'invalid_input') return null;
  return expectData(answer);
}

export type ReviewEntry = ReviewView & {
  id: string;
  state: 'published' | 'hidden';
  producer: { slug: string; name: string };
  reason: string | null;
};

export const REVIEW_PAGE = 30;

/** For operators, newest first. */
export async function listReviews(
  db: Db,
  state: 'published' | 'hidden' | null,
  before?: { at: string; id: string },
): Promise<ReviewEntry[]> {
  const answer = await db.rpc('operator_reviews', {
    ...(state ? { p_state: state } : {}),
    ...(before ? { p_before: before.at, p_before_id: before.id } : {}),
  });
  if (before && answer.error && codeOf(answer.error) === 'invalid_input')
    return listReviews(db, state);
  return expectData(answer) as unknown as ReviewEntry[];
}
