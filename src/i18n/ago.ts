export const TIME_UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** “5 days ago”, “in 2 weeks”, “yesterday”: the count is below zero for what is over; zero minutes is now. */
export type Ago = Record<TimeUnit, (count: number) => string>;

/** As the runtime says it, for a language that it knows. */
export function intlAgo(locale: string): Ago {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const words = TIME_UNITS.map((unit) => [unit, (count: number) => format.format(count, unit)]);
  return Object.fromEntries(words) as Ago;
}
