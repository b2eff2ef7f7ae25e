import { format } from 'node:util';
import type { Log } from '#src/server/log.ts';

/** SQLSTATE classes that are answers to the caller, not faults of the server: refused, invalid, ours (PT…). */
const ANSWERS = /^(?:PT|PGRST|22|23|28|42501)/;

/**
 * The API server talks to the console: a banner, and every refusal with its stack. One line per event
 * instead, and none for what the caller is told anyway.
 */
export function quietConsole(log: Log): void {
  console.log = console.info = (...args: unknown[]) => log.debug(format(...args));
  console.warn = (...args: unknown[]) => log.debug(format(...args));
  console.error = (...args: unknown[]) => {
    const error = args.find((arg) => arg instanceof Error);
    const code = (error as { code?: unknown } | undefined)?.code;
    if (typeof code === 'string' && ANSWERS.test(code)) log.debug('refused', { code });
    else if (error) log.error('the API failed', { error });
    else log.error(format(...args));
  };
}
