import { z } from 'zod';
import { PRIORITY, workerTask } from '../task.ts';

/** At most so many in one run; the next run goes on where this one stopped. */
const MOST = 5000;

/**
 * Looks at every saved search whose turn it is and tells its owner what is new. One search is one transaction, so a run
 * may be killed anywhere, come twice or on two machines.
 */
export const lookForSearches = workerTask({
  kind: 'searches.look',
  cron: '*/10 * * * *',
  priority: PRIORITY.sweep,
  schema: z.unknown(),
  async run(_payload, { sql, log, signal }) {
    let looked = 0;
    while (looked < MOST && !signal?.aborted) {
      const { rows } = await sql.query<{ id: string | null }>(
        'select private.look_for_next_search() as id',
      );
      if (!rows[0]?.id) break;
      looked += 1;
    }
    if (looked > 0) log.info('saved searches looked at', { searches: looked });
  },
});
