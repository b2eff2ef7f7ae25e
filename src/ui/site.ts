import type { MediaView } from '#src/domain/media.ts';
import { LOCALES, type Locale } from '#src/i18n/locales.ts';

/** What the operator chose for the whole site, as pages draw it. `accent` is #rrggbb. */
export type SiteSettings = {
  name: string;
  tagline: string;
  logo: MediaView | null;
  accent?: string | null;
  operator?: string | null;
  locales: readonly Locale[];
  currencies: readonly string[];
};

const UNSET: SiteSettings = {
  name: 'Isoko',
  tagline: '',
  logo: null,
  locales: LOCALES,
  currencies: ['RWF', 'USD'],
};

/** The site's settings from `Astro.locals.site`, or plain defaults on error pages drawn before they were read. */
export function siteOf(locals: object): SiteSettings {
  return (locals as { site?: SiteSettings }).site ?? UNSET;
}

/** Whether the visitor's browser asked for little data (`Save-Data: on`), from `Astro.locals.saveData`. */
export function savesData(locals: object): boolean {
  return (locals as { saveData?: boolean }).saveData ?? false;
}

/** A personal page's address without language prefix and without the form machinery's own parameter. Not for cached pages. */
export function pageAddress(url: URL): string {
  const params = new URLSearchParams(url.search);
  params.delete('_action');
  const query = params.toString();
  return url.pathname + (query && `?${query}`);
}
