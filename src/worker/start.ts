import { EventEmitter } from 'node:events';
import { availableParallelism } from 'node:os';
import {
  parseCronItems,
  run,
  type ParsedCronItem,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';
import { serviceClient } from '#src/server/db/client.ts';
import type { Env } from '#src/server/env.ts';
import { Liveness } from '#src/server/jobs/liveness.ts';
import { queueLog } from '#src/server/jobs/queue-log.ts';
import { startRelay, type JobRule } from '#src/server/jobs/relay.ts';
import type { Log } from '#src/server/log.ts';
import type { Mailer } from '#src/server/mail/transport.ts';
import { keepRunning, type Queue } from './queue.ts';
import type { TaskContext, WorkerTask } from './task.ts';

export type WorkerOptions = { env: Env; log: Log; mailer: Mailer; tasks: readonly WorkerTask[] };

export type RunningWorker = {
  /** Finishes what is running, takes nothing new, closes the connections. */
  stop: () => Promise<void>;
  /** Settles when the queue has stopped for good. */
  ended: Promise<void>;
};

/** Encoders use about two threads each. */
const LANES = Math.max(1, Math.floor(availableParallelism() / 2));

/** Connects, brings the queue's own schema up to date and begins to work. Rejects when the database cannot be reached. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { env, log } = options;
  const pool = new pg.Pool({
    connectionString: env.databaseUrl,
    max: LANES + 6,
    application_name: 'isoko worker',
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', (error) => log.warn('a database connection broke', { error: error.message }));
  pool.on('connect', (client) => client.on('error', () => {}));
  const liveness = new Liveness({ databaseUrl: env.databaseUrl, pool, log });
  try {
    await liveness.start();
    const queue = await keepRunning(() => startRunner(options, pool, liveness), log);
    await liveness.freeOrphans();
    const relay = startRelay({
      pool,
      databaseUrl: env.databaseUrl,
      rules: rules(options.tasks),
      log,
    });
    return running(queue, async () => {
      await relay.stop();
      await liveness.stop();
      await pool.end();
      options.mailer.close();
    });
  } catch (error) {
    await liveness.stop();
    await pool.end();
    throw error;
  }
}

async function startRunner(
  options: WorkerOptions,
  pool: pg.Pool,
  liveness: Liveness,
): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  let name = '';
  let lost = false;
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id;
    liveness.announce(name);
  });
  events.on('worker:getJob:error', () => {
    // The database may have handed a job to this name, and the answer never came.
    if (lost) return;
    lost = true;
    void runner.stop().catch(() => {});
  });
  const runner = await run({
    pgPool: pool,
    schema: 'graphile_worker',
    concurrency: LANES + 2,
    noHandleSignals: true,
    logger: queueLog(options.log),
    events,
    taskList: taskList(options, pool),
    parsedCronItems: cronItems(options.tasks),
    preset: {
      worker: {
        pollInterval: 2_000,
        // Without a delay, even of nothing, an end that cannot be written is a rejection that nobody can catch.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  });
  void runner.promise.catch(() => {}).then(() => liveness.forget(name));
  return runner;
}

function cronItems(tasks: readonly WorkerTask[]): ParsedCronItem[] {
  return parseCronItems(
    tasks.flatMap(({ kind, cron, priority }) =>
      cron ? [{ task: kind, match: cron, options: { jobKey: kind, priority } }] : [],
    ),
  );
}

function taskList({ env, log, mailer, tasks }: WorkerOptions, pool: pg.Pool): TaskList {
  const entries = tasks.map((task): [string, TaskList[string]] => [
    task.kind,
    async (payload, helpers) => {
      const { job, abortSignal } = helpers;
      const context: TaskContext = {
        log: log.child({ job: job.id, task: task.kind }),
        jobKey: `${job.key ?? job.id} ${job.created_at.toISOString()}`,
        lastAttempt: job.attempts >= job.max_attempts,
        db: serviceClient('worker: jobs act for nobody'),
        sql: pool,
        env,
        mailer,
        signal: abortSignal,
        helpers,
        enqueue: async (kind, next, dedupe) => {
          await pool.query('select private.enqueue($1, $2, $3)', [
            kind,
            JSON.stringify(next),
            dedupe ?? null,
          ]);
        },
      };
      await attempt(task, payload, context);
    },
  ]);
  return Object.fromEntries(entries);
}

async function attempt(task: WorkerTask, payload: unknown, context: TaskContext): Promise<void> {
  const started = performance.now();
  try {
    await task.run(payload, context);
    context.log.debug('job done', { ms: Math.round(performance.now() - started) });
  } catch (error) {
    const level = context.lastAttempt ? 'error' : 'warn';
    context.log[level](context.lastAttempt ? 'job given up' : 'job failed, will be tried again', {
      error,
    });
    throw error;
  }
}

function rules(tasks: readonly WorkerTask[]): JobRule[] {
  return tasks.map(({ kind, priority, queue }) => ({
    kind,
    priority,
    queue: queue ?? null,
    lanes: LANES,
  }));
}

function running(queue: Queue, close: () => Promise<void>): RunningWorker {
  let closing: Promise<void> | undefined;
  const closeOnce = () => (closing ??= close());
  const ended = queue.ended.finally(closeOnce);
  ended.catch(() => {});
  return {
    ended,
    async stop() {
      await queue.stop();
      await closeOnce();
    },
  };
}
