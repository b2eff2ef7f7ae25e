import { Logger } from 'graphile-worker';
import type { Log } from '../log.ts';

/** The queue's own messages in our log. Its routine is debug here: jobs are logged by the tasks. */
export function queueLog(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    const ours = level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug';
    log[ours](message, { job: scope.jobId, task: scope.taskIdentifier });
  });
}
