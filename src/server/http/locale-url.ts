import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from '#src/i18n/locales.ts';
import { localized } from '#src/paths.ts';

/** What a request target means: a language and the path without it, or the address it should have been. */
export type LocaleTarget = { locale: Locale; target: string } | { redirect: string };

/**
 * Takes the language prefix off a request target (`/fr/products?q=a` → fr, `/products?q=a`).
 * `/en/…`, a trailing slash and doubled leading slashes answer with the canonical address instead.
 */
export function splitLocale(target: string): LocaleTarget {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark);
  // Collapsing first keeps `//evil.example/` from becoming a redirect to another site.
  const canonical = `/${path.replace(/^[/\\]+/, '').replace(/\/+$/, '')}`;
  if (canonical !== path) return { redirect: canonical + query };
  const end = path.indexOf('/', 1);
  const first = path.slice(1, end < 0 ? undefined : end);
  if (!isLocale(first)) return { locale: DEFAULT_LOCALE, target };
  // `/en//evil.example` must not lead off this site either.
  const rest = end < 0 ? '/' : `/${path.slice(end).replace(/^[/\\]+/, '')}`;
  if (first === DEFAULT_LOCALE) return { redirect: rest + query };
  return { locale: first, target: rest + query };
}

/** Language of a page address such as a Referer; English when it cannot be read. */
export function localeOfUrl(url: string | null): Locale {
  if (!url || !URL.canParse(url)) return DEFAULT_LOCALE;
  const first = new URL(url).pathname.split('/')[1];
  return isLocale(first) ? first : DEFAULT_LOCALE;
}

/** One `<link rel="alternate" hreflang>` per language and `x-default`, as absolute addresses. */
export function alternates(siteUrl: string, path: string): { hreflang: string; href: string }[] {
  const links = LOCALES.map((locale) => ({
    hreflang: locale as string,
    href: siteUrl + localized(path, locale),
  }));
  return [...links, { hreflang: 'x-default', href: siteUrl + path }];
}
