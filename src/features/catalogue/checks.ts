import { CHECK_ITEMS } from '#src/domain/verification.ts';
import type { PassedCheck } from './views.ts';
import { day, type Words } from './words.ts';

/** What was checked and when, in the order of the checklist, for the badge that opens. */
export function passedChecks(
  checks: readonly PassedCheck[],
  words: Words,
): { label: string; date: string }[] {
  return CHECK_ITEMS.flatMap((item) => {
    const passed = checks.find((check) => check.item === item);
    if (!passed) return [];
    const { checks: names } = words.t.market.people;
    return [{ label: names[item], date: day(passed.checkedAt, words) }];
  });
}
