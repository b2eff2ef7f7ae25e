import { log } from './log.ts';

/**
 * Runs `stop` once when the process is asked to end (SIGTERM, Ctrl-C, or its supervisor is gone) and then exits.
 * A second Ctrl-C ends it at once.
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (reason: string) => {
    if (stopping) {
      if (reason === 'SIGINT') process.exit(130);
      return;
    }
    stopping = true;
    log.info('stopping', { reason });
    stop()
      .catch((error: unknown) => {
        log.error('could not stop cleanly', { error });
        process.exitCode = 1;
      })
      .finally(() => process.exit());
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  process.on('disconnect', () => end('supervisor gone'));
}
