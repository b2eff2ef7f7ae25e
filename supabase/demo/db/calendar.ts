import { demoNumber } from '#supabase/demo/db/ids.ts';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
/** Things happen within these hours of the day before the hour of loading. */
const SPREAD_HOURS = 9;

/** The dates of the demo, counted from the moment of loading so that it never grows old. */
export type Calendar = {
  /** So many days ago, at an hour of its own for each `key`; ISO 8601. */
  ago: (days: number, key: string) => string;
  /** A moment later by so many hours, but never in the future; ISO 8601. */
  after: (moment: string, hours: number) => string;
  /** The date in so many days (negative: ago), `YYYY-MM-DD`. */
  day: (days: number) => string;
};

export function calendarOf(now: Date): Calendar {
  const iso = (ms: number) => new Date(Math.min(ms, now.getTime())).toISOString();
  return {
    ago(days, key) {
      const minutes = demoNumber(SPREAD_HOURS * 60, 'hour', key);
      return iso(now.getTime() - days * DAY_HOURS * HOUR_MS - minutes * 60_000);
    },
    after: (moment, hours) => iso(Date.parse(moment) + hours * HOUR_MS),
    day: (days) => new Date(now.getTime() + days * DAY_HOURS * HOUR_MS).toISOString().slice(0, 10),
  };
}
