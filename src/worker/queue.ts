import { setTimeout as wait } from 'node:timers/promises';
import type { Runner } from 'graphile-worker';
import type { Log } from '#src/server/log.ts';

const RETRY_MS = 2_000;
/** What the queue leaves in `process.exitCode` when its tables have become too new for it. */
const OUTDATED = 57;

export type Queue = {
  /** Finishes what is running and takes nothing new. */
  stop: () => Promise<void>;
  /** Settles when the queue has stopped for good: when asked to, or when its tables are too new for it. */
  ended: Promise<void>;
};

/**
 * Keeps a runner going: one that stopped by itself is followed by a new one, under a new name. It stops when the end
 * of a job cannot be written, as when the database cuts its connections. Rejects when the first cannot begin.
 */
export async function keepRunning(begin: () => Promise<Runner>, log: Log): Promise<Queue> {
  const asked = new AbortController();
  let runner = await begin();

  const pause = () => wait(RETRY_MS, undefined, { signal: asked.signal }).catch(() => {});
  const follow = async () => {
    while (!asked.signal.aborted) {
      try {
        runner = await begin();
        if (asked.signal.aborted) await runner.stop();
        return;
      } catch (error) {
        log.warn('the queue cannot begin anew yet', { error });
        await pause();
      }
    }
  };
  const watch = async () => {
    for (;;) {
      await runner.promise.catch(() => {});
      if (asked.signal.aborted || process.exitCode === OUTDATED) return;
      log.warn('the queue stopped by itself and begins anew');
      // What stops each new one at once must not spin.
      await pause();
      await follow();
    }
  };
  const ended = watch();
  return {
    ended,
    async stop() {
      asked.abort();
      await runner.stop().catch(() => {});
      await ended;
    },
  };
}
