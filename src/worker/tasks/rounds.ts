import { z } from 'zod';
import { PRIORITY, workerTask } from '../task.ts';

/**
 * Steps of a joint purchase that the clock takes, in their order. Each finds what is due by its state and answers how
 * many rounds it moved; it may run late, twice or on two machines.
 */
const STEPS: readonly string[] = [
  'select public.close_due_pledging() as moved',
  'select public.open_due_bids() as moved',
];

/** Woken a moment after a deadline by the outbox; every minute in any case. */
export const roundClock = workerTask({
  kind: 'rounds.clock',
  cron: '* * * * *',
  priority: PRIORITY.mail,
  schema: z.unknown(),
  async run(_payload, context) {
    for (const step of STEPS) {
      const { rows } = await context.sql.query<{ moved: number }>(step);
      if (rows[0]?.moved) context.log.info('the clock moved rounds', { moved: rows[0].moved });
    }
  },
});
