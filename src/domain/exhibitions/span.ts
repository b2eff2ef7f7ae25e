export type Span = { unit: 'days' | 'hours' | 'minutes'; n: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long until a moment, in the largest unit that is there at least twice (days above 48 hours, hours above two), rounded
 * down. Null when it is over or less than five minutes away: a page that is kept for a while must not count minutes.
 */
export function spanUntil(at: string, now: string): Span | null {
  const left = Date.parse(at) - Date.parse(now);
  if (!(left >= 5 * MINUTE_MS)) return null;
  if (left >= 2 * DAY_MS) return { unit: 'days', n: Math.floor(left / DAY_MS) };
  if (left >= 2 * HOUR_MS) return { unit: 'hours', n: Math.floor(left / HOUR_MS) };
  return { unit: 'minutes', n: Math.floor(left / MINUTE_MS) };
}
