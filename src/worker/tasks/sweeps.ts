import { z } from 'zod';
import { PRIORITY, workerTask, type WorkerTask } from '../task.ts';

/**
 * Housekeeping that looks for overdue rows by their state, so that it may run late, twice or on two machines.
 * What is swept has no use left; what is part of the record (events) is never swept.
 */
const SWEEPS: { kind: string; cron: string; sql: string }[] = [
  {
    kind: 'sweep.rate_limits',
    cron: '17 * * * *',
    sql: `delete from private.rate_limits where window_start < now() - interval '2 days'`,
  },
  {
    // The mail address of somebody who never came is not ours to keep.
    kind: 'sweep.invitations',
    cron: '23 2 * * *',
    sql: `delete from public.invitations where accepted_at is null
          and (expires_at < now() - interval '30 days' or revoked_at < now() - interval '30 days')`,
  },
  {
    // Offers that ran out end, and two days before that the other side hears of it.
    kind: 'sweep.quotes',
    cron: '*/5 * * * *',
    sql: `select 1 from private.expire_quotes() ended where ended > 0`,
  },
  {
    // Asked without an account and never confirmed: the producer never saw it, and the address goes with it.
    kind: 'sweep.unconfirmed_inquiries',
    cron: '29 2 * * *',
    sql: `delete from public.inquiries where state = 'unconfirmed' and created_at < now() - interval '14 days'`,
  },
  {
    kind: 'sweep.unconfirmed_rfqs',
    cron: '31 2 * * *',
    sql: `delete from public.rfqs where state = 'unconfirmed' and created_at < now() - interval '14 days'`,
  },
  {
    // The visitor was shown this day. What stays of the card is in the counts of its day.
    kind: 'sweep.visitor_cards',
    cron: '37 1 * * *',
    sql: `delete from public.visitor_cards where retained_until < current_date`,
  },
  {
    // No device was offline for longer.
    kind: 'sweep.gone_cards',
    cron: '39 1 * * *',
    sql: `delete from private.gone_cards where gone_at < now() - interval '90 days'`,
  },
  {
    // Whoever came was told so when they booked.
    kind: 'sweep.meetings',
    cron: '43 1 * * *',
    sql: `delete from public.meetings m using public.meeting_slots s
          where s.id = m.slot_id and s.starts_at < now() - interval '90 days'`,
  },
  {
    // Delivered, paid and undisputed for two weeks: nothing is left to do.
    kind: 'orders.close_finished',
    cron: '41 * * * *',
    sql: `select private.close_finished_orders()`,
  },
];

export const sweeps: WorkerTask[] = SWEEPS.map(({ kind, cron, sql }) =>
  workerTask({
    kind,
    cron,
    priority: PRIORITY.sweep,
    schema: z.unknown(),
    async run(_payload, context) {
      const { rowCount } = await context.sql.query(sql);
      if (rowCount) context.log.info('swept', { kind, rows: rowCount });
    },
  }),
);
