import type { Ago } from '#src/i18n/ago.ts';

const STEPS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** “3 hours ago”, “yesterday”, “in 2 weeks”: the largest whole unit between the two moments, in the words of `ago`. */
export function relativeTime(date: Date, now: Date, ago: Ago): string {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  return step ? ago[step[0]](Math.trunc(seconds / step[1])) : ago.minute(0);
}
