import type { DeskKiosk } from './queries.ts';

/** Longest silence of a device that is switched on and has a network, in milliseconds: it speaks each minute. */
const QUIET_MS = 5 * 60_000;

/** How a kiosk stands. `now` is the database's clock. */
export function kioskStanding(kiosk: DeskKiosk, now: string) {
  const { pairedAt, lastSeenAt, revokedAt, bundle, newest } = kiosk;
  const isPaired = pairedAt !== null && revokedAt === null;
  const silence = lastSeenAt === null ? Infinity : Date.parse(now) - Date.parse(lastSeenAt);
  return {
    isPaired,
    isQuiet: isPaired && silence > QUIET_MS,
    shows: bundle === null ? 'nothingYet' : bundle === newest ? 'upToDate' : 'older',
  } as const;
}
