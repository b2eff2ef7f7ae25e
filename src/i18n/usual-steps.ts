import { LOCALES, type Locale } from './locales.ts';
import { messages } from './messages.ts';

const stepsIn = (locale: Locale): readonly string[] => messages(locale).orders.milestone.usualSteps;
const plain = (title: string) => title.trim().toLowerCase();

/** Which of the usual steps a title is, in whichever of our languages it was written. */
const KNOWN = new Map(
  LOCALES.flatMap((locale) => stepsIn(locale).map((title, n) => [plain(title), n] as const)),
);

/** The title of a step of the work as the reader sees it: a usual one in their language, own words as they were typed. */
export function stepTitle(title: string, locale: Locale): string {
  const usual = KNOWN.get(plain(title));
  return usual === undefined ? title : (stepsIn(locale)[usual] ?? title);
}
