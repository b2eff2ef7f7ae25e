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

/** Public origin without a trailing slash, from `Astro.locals.siteUrl`; empty when unknown, never the Host header. */
export function originOf(locals: object): string {
  return (locals as { siteUrl?: string }).siteUrl ?? '';
}

/** Whether the visitor's browser asked for little data (`Save-Data: on`), from `Astro.locals.saveData`. */
export function savesData(locals: object): boolean {
  return (locals as { saveData?: boolean }).saveData ?? false;
}

/** This page's address without language prefix and without the form machinery's own parameters. */
export function pageAddress(url: URL): string {
  const params = new URLSearchParams(url.search);
  params.delete('_action');
  const query = params.toString();
  return url.pathname + (query && `?${query}`);
}
