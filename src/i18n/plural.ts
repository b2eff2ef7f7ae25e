import type { Locale } from './locales.ts';

const rules = new Map<Locale, Intl.PluralRules>();

/** Picks the form for `n`; Kinyarwanda has no CLDR rule in every runtime, so `one` is taken for exactly 1 there. */
export function plural(locale: Locale, n: number, forms: { one: string; other: string }): string {
  if (locale === 'rw') return n === 1 ? forms.one : forms.other;
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, rule);
  return rule.select(n) === 'one' ? forms.one : forms.other;
}
