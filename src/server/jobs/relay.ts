import type pg from 'pg';
import { listen, type Listener } from '../db/notify.ts';
import type { Log } from '../log.ts';

/** How jobs of a kind are queued. `lanes`: so many jobs of the queue may run at once. */
export type JobRule = { kind: string; priority: number; queue: string | null; lanes: number };

export const MAX_ATTEMPTS = 8;
const BATCH = 200;
const POLL_MS = 5_000;

/**
 * Moves rows of the outbox into the job queue. One statement, hence one transaction: a row is deleted exactly when
 * its job exists, whatever dies when, and two workers never take the same row.
 */
const MOVE = `
with due as (
  delete from private.outbox o
  where o.id in (
    select id from private.outbox where run_at <= now()
    order by created_at, id limit $2 for update skip locked)
  returning o.id, o.kind, o.payload, o.dedupe, o.run_at, o.created_at
), rule as (
  select * from jsonb_to_recordset($1::jsonb) as r(kind text, priority int, queue text, lanes int)
)
select count(graphile_worker.add_job(
  identifier => due.kind,
  payload => due.payload::json,
  queue_name => rule.queue || '-' || (abs(hashtext(due.id::text)::bigint) % rule.lanes),
  run_at => due.run_at,
  max_attempts => ${MAX_ATTEMPTS},
  job_key => coalesce(due.dedupe, 'outbox:' || due.id),
  priority => coalesce(rule.priority, 0)))::int as moved
from (select * from due order by created_at, id) due
left join rule on rule.kind = due.kind`;

/** Moves what is due, batch by batch. Answers how many rows it moved. */
export async function moveOutbox(pool: pg.Pool, rules: readonly JobRule[]): Promise<number> {
  let total = 0;
  for (;;) {
    const { rows } = await pool.query<{ moved: number }>(MOVE, [JSON.stringify(rules), BATCH]);
    const moved = rows[0]?.moved ?? 0;
    total += moved;
    if (moved < BATCH) return total;
  }
}

type RelayOptions = { pool: pg.Pool; databaseUrl: string; rules: readonly JobRule[]; log: Log };

/** Moves the outbox whenever the database says that there is something, and every few seconds in any case. */
export function startRelay(options: RelayOptions): Listener {
  const { log } = options;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const move = async () => {
    do {
      again = false;
      await moveOutbox(options.pool, options.rules);
    } while (again && !stopped);
  };
  const wake = () => {
    if (stopped) return;
    again = true;
    running ??= move()
      .catch((error: unknown) => log.error('the outbox cannot be moved', { error }))
      .finally(() => {
        running = undefined;
      });
  };

  const timer = setInterval(wake, POLL_MS);
  const news = listen({
    databaseUrl: options.databaseUrl,
    channel: 'isoko_outbox',
    onMessage: wake,
    onUp: wake,
    onDown: () => {},
    log,
  });
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await news.stop();
      await running;
    },
  };
}
