import { LOCALES, type Locale } from '#src/i18n/locales.ts';
import type { Texts } from './schema.ts';

/** A text in the language that it was written in, else in any. */
export function said(texts: Texts, field: string, source: Locale): string {
  const words = texts[field] ?? {};
  return words[source] ?? Object.values(words)[0] ?? '';
}

/** The languages to write in: the first one first, then the others that were chosen. */
export function writtenIn(source: Locale, languages: readonly Locale[]): Locale[] {
  return [source, ...LOCALES.filter((one) => one !== source && languages.includes(one))];
}
