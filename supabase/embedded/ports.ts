import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Whether nothing listens there yet. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * Below what systems take for outgoing connections (from 32768 on): a port of those may be gone again before the
 * process that was told it listens.
 */
const FIRST = 20_000;
const LAST = 32_000;
const TRIES = 100;

/** A free loopback port, `wanted` when that one still is. Ask for it right before it is used. */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted && (await isFree(wanted))) return wanted;
  for (let n = 0; n < TRIES; n += 1) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port between ${FIRST} and ${LAST}.`);
}
