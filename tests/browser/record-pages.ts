import { connect } from '#supabase/embedded/database.ts';
import { orderedRound, recordSeats } from '#tests/support/record-stage.ts';
import type { Site } from '#tests/support/site.ts';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';

/** The public pages of joint purchases, one of them awarded and ordered; and the operator's list. */
export async function recordPages(site: Site): Promise<Record<string, [Who, string]>> {
  const sql = connect(site.runtime.databaseUrl);
  try {
    const { slug } = await orderedRound(sql, await recordSeats(sql));
    return {
      'operator/rounds.astro': ['operator', '/operator/rounds'],
      'rounds/[slug].astro': ['visitor', `/rounds/${slug}`],
      'rounds/index.astro': ['visitor', '/rounds'],
    };
  } finally {
    await sql.end();
  }
}
