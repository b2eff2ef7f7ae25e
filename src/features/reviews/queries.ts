import type { ReviewView } from '#src/domain/reviews.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

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
