import { z } from 'zod';
import { PRIORITY, workerTask } from '../task.ts';

/** A kind word about money that is due; who is told, and how often, is found by its state. */
export const remindDuePayments = workerTask({
  kind: 'payments.remind',
  cron: '11 7 * * *',
  priority: PRIORITY.sweep,
  schema: z.unknown(),
  async run(_payload, context) {
    const { rows } = await context.sql.query<{ told: number }>(
      'select public.remind_due_payments() + public.remind_round_dues() as told',
    );
    if (rows[0]?.told) context.log.info('reminded of payments', { told: rows[0].told });
  },
});
