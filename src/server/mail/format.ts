import { formatDay } from '#src/i18n/formats.ts';

/** A date as a person writes it in that language, from an ISO date: `4 March 2027`. */
export function formatDate(iso: string, locale: string): string {
  return formatDay(iso.slice(0, 10), locale);
}
