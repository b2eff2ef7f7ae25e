import { localized, paths } from '#src/paths.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { DEFAULT_LOCALE } from '#src/i18n/locales.ts';
import type { SitemapEntry, SitemapIndex } from '../views.ts';
import { element, escapeXml } from './xml.ts';

type Site = { siteUrl: string; locales: readonly Locale[] };
type Address = { path: string; updatedAt?: string };

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The list of the parts: fixed pages, makers and clusters, then the listings by number. */
export function sitemapIndexXml(index: SitemapIndex, { siteUrl }: Site): string {
  const part = (name: string, at?: string) =>
    `<sitemap>${element('loc', siteUrl + paths.sitemapPart(name))}${element('lastmod', at ?? '')}</sitemap>`;
  return [
    `${HEAD}<sitemapindex xmlns="${SITEMAPS}">`,
    part('pages'),
    part('people'),
    part('rounds'),
    part('exhibitions'),
    ...index.parts.map(({ part: n, updatedAt }) => part(String(n), updatedAt)),
    '</sitemapindex>',
  ].join('');
}

/** The pages that every market has. */
export function fixedPages(): Address[] {
  return [
    paths.home(),
    paths.products(),
    paths.producers(),
    paths.clusters(),
    paths.rounds(),
    paths.exhibitions(),
    paths.about(),
    paths.privacy(),
  ].map((path) => ({ path }));
}

export function peoplePages({ producers, clusters }: SitemapIndex): Address[] {
  const pages = (entries: SitemapEntry[], toPath: (slug: string) => string) =>
    entries.map(({ slug, updatedAt }) => ({ path: toPath(slug), updatedAt }));
  return [...pages(clusters, paths.cluster), ...pages(producers, paths.producer)];
}

export function productPages(entries: readonly SitemapEntry[]): Address[] {
  return entries.map(({ slug, updatedAt }) => ({ path: paths.product(slug), updatedAt }));
}

/** Each page once, in English, with its address in every language of the site. */
export function urlSetXml(addresses: readonly Address[], site: Site): string {
  return [
    `${HEAD}<urlset xmlns="${SITEMAPS}" xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    ...addresses.map((address) => urlXml(address, site)),
    '</urlset>',
  ].join('');
}

function urlXml({ path, updatedAt }: Address, { siteUrl, locales }: Site): string {
  const link = (language: string, href: string) =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(siteUrl + href)}"/>`;
  return [
    '<url>',
    element('loc', siteUrl + localized(path, DEFAULT_LOCALE)),
    element('lastmod', updatedAt ?? ''),
    ...locales.map((locale) => link(locale, localized(path, locale))),
    link('x-default', path),
    '</url>',
  ].join('');
}
