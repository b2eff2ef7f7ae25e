import type { JobHelpers } from 'graphile-worker';
import type pg from 'pg';
import type { z } from 'zod';
import type { Db } from '#src/server/db/client.ts';
import type { Env } from '#src/server/env.ts';
import type { Log } from '#src/server/log.ts';
import type { Mailer } from '#src/server/mail/transport.ts';

/** What waits behind what: a smaller number goes first. */
export const PRIORITY = { mail: 0, jpeg: 10, sweep: 20, tile: 25, avif: 30 } as const;

/** Lines in which jobs wait for each other. Picture work is kept to one job for each two cores. */
export type Queue = 'media';

/** What a task may use. It acts for nobody, so `db` has the secret key and `sql` the owner's rights. */
export type TaskContext = {
  log: Log;
  /** The same for every attempt of one job, different for every other job anywhere. */
  jobKey: string;
  lastAttempt: boolean;
  db: Db;
  sql: pg.Pool;
  env: Env;
  mailer: Mailer;
  /** Set when the process is asked to stop: break off what can be begun again. */
  signal: AbortSignal | undefined;
  /** The queue's own, for tasks that are written against it. */
  helpers: JobHelpers;
  /** Enqueues a follow-up job; `dedupe` replaces a waiting job with the same key. */
  enqueue: (kind: string, payload: unknown, dedupe?: string) => Promise<void>;
};

export type WorkerTask = {
  kind: string;
  priority: number;
  queue?: Queue;
  /** Five cron fields in UTC, for tasks that look for overdue work by its state. */
  cron?: string;
  /** Throws to be tried again (eight times, ever later). Must be safe to run twice. */
  run: (payload: unknown, context: TaskContext) => Promise<void>;
};

/** Declares a task whose payload has the shape of `schema`; another shape fails the job with zod's words. */
export function workerTask<S extends z.ZodType>(
  options: Omit<WorkerTask, 'run'> & {
    schema: S;
    run: (payload: z.output<S>, context: TaskContext) => Promise<void>;
  },
): WorkerTask {
  const { schema, run, ...rest } = options;
  return { ...rest, run: async (payload, context) => run(schema.parse(payload), context) };
}
