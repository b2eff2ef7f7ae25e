/**
 * Days without a time of day, as ISO text `YYYY-MM-DD`: what a deadline, an expiry or "needed by" is. Deadlines to the
 * minute are the database clock's business.
 */
const DAY_MS = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists, in the years 1000 to 9999. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !DAY.test(text) || text < '1000') return false;
  const at = new Date(`${text}T00:00:00Z`);
  // 30 February parses as 1 or 2 March in some runtimes and as no date in others.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function midnight(day: string): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day it is in a time zone (IANA name, `Africa/Kigali`) at a moment. */
export function dayIn(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
}

/** The day so many whole days later, or earlier when negative. Throws RangeError on, or on the way to, no day. */
export function addDays(day: string, days: number): string {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a number of days: ${days}`);
  const later = new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10);
  if (!isDay(later)) throw new RangeError(`${day} and ${days} days is out of the calendar`);
  return later;
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / DAY_MS;
}

/** Whether a certificate that is valid through its last day has run out. No end never runs out. */
export function isExpired(lastDay: string | null, today: string): boolean {
  return lastDay !== null && daysBetween(today, lastDay) < 0;
}

/** Whether an order placed today could be ready by then, at this lead time in days. */
export function isInTime(neededBy: string, today: string, leadTimeDays: number): boolean {
  return daysBetween(today, neededBy) >= leadTimeDays;
}
