import type { Locale } from '#src/i18n/locales.ts';
import type { ExhibitionRules } from './queries.ts';

/** What the form of a new exhibition begins with; `locale` is the page's. */
export function newRules(zone: string, locale: Locale): ExhibitionRules {
  return {
    texts: {},
    sourceLocale: locale,
    languages: [locale],
    theme: 'ochre',
    pattern: 'zigzag',
    zone,
    opens: '',
    closes: '',
    hasGuestBook: true,
    hasMeetings: true,
    hasCards: true,
  };
}
