/**
 * Formatters of `Intl`, each made once. Making one takes longer than everything it writes on a page, and its first
 * call takes as long again.
 */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function keyOf(locale: string, options: object | undefined): string {
  return options ? locale + JSON.stringify(options) : locale;
}

export function numberFormat(
  locale: string,
  options?: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = keyOf(locale, options);
  const format = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
  numbers.set(key, format);
  return format;
}

/** Plain `en` is American to `Intl` ("March 5, 2027"); the people here write "5 March 2027". Numbers are the same. */
const DATES_AS_IN: Readonly<Record<string, string>> = { en: 'en-GB' };

export function dateFormat(
  locale: string,
  options?: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = keyOf(locale, options);
  const format =
    dates.get(key) ?? new Intl.DateTimeFormat([DATES_AS_IN[locale] ?? locale, 'en-GB'], options);
  dates.set(key, format);
  return format;
}

/** A day (`YYYY-MM-DD`), or the day in UTC of a moment, in words of a language: `5 March 2027`. */
export function formatDay(day: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** A moment on the clock of a zone, with its day of the week: `Friday 5 March 2027 at 14:30`. */
export function formatMoment(at: string, locale: string, zone: string): string {
  const format = dateFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  return format.format(new Date(at));
}

/**
 * The language in which numbers are written and read in the browser. Browsers have no data for Kinyarwanda and would fall
 * back to their own language's; Indonesian writes numbers as Kinyarwanda does.
 */
export function browserNumbers(locale: string): string {
  return locale === 'rw' ? 'id' : locale;
}
