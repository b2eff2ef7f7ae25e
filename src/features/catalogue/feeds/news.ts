import { fallbackSource } from '#src/domain/iiif.ts';
import { localized, paths } from '#src/paths.ts';
import type { NewsItem } from '../views.ts';
import type { Words } from '../words.ts';
import { element, escapeXml } from './xml.ts';

/** Width of the picture of an item, in pixels. */
const PICTURE_WIDTH = 960;

/** The newest listings as RSS 2.0, in one language. */
export function newsXml(
  items: readonly NewsItem[],
  site: { siteUrl: string; name: string },
  words: Words,
): string {
  const at = (path: string) => site.siteUrl + localized(path, words.locale);
  const { feed } = words.t.market;
  const self = escapeXml(at(paths.rss()));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>',
    element('title', feed.title(site.name)),
    element('link', at(paths.products())),
    element('description', feed.description),
    element('language', words.locale),
    `<atom:link rel="self" type="application/rss+xml" href="${self}"/>`,
    ...items.map((item) => itemXml(item, site.siteUrl, at)),
    '</channel></rss>',
  ].join('');
}

function itemXml(item: NewsItem, siteUrl: string, at: (path: string) => string): string {
  const address = at(paths.product(item.slug));
  const { media } = item;
  const base = media && paths.media(media.code, media.sha8);
  const picture =
    media && base
      ? `<media:content medium="image" url="${escapeXml(siteUrl + fallbackSource(base, media, PICTURE_WIDTH))}"/>`
      : '';
  return [
    '<item>',
    element('title', `${item.title}, ${item.producer.name}`),
    element('link', address),
    `<guid isPermaLink="true">${escapeXml(address)}</guid>`,
    element('pubDate', new Date(item.publishedAt).toUTCString()),
    element('description', item.description),
    picture,
    '</item>',
  ].join('');
}
