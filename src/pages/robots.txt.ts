import type { APIRoute } from 'astro';
import { LOCALES } from '#src/i18n/locales.ts';
import { localized, paths } from '#src/paths.ts';

/** Rooms behind a sign-in, and forms: nothing in them is for a search engine. */
const ROOMS = [
  '/account',
  '/auth',
  '/conversations',
  '/coordination',
  '/hooks',
  '/inquiries',
  '/invitations',
  '/operator',
  '/studio',
  '/welcome',
  '/products/*/inquiry',
  '/products/*/report',
  '/producers/*/report',
  '/exhibitions/*/search',
  '/exhibitions/*/visit',
  '/exhibitions/*/card',
  '/cards',
  '/exhibitions/*/booths/*/meetings',
  '/meetings',
  '/k/',
];
/** Filters and orders of the lists: endless addresses of the same things. */
const FILTERS = ['cluster', 'country', 'material', 'technique', 'certification', 'verified'].concat(
  ['price_min', 'price_max', 'moq_max', 'lead_max', 'sample', 'sort', 'before'],
);

export const GET: APIRoute = ({ locals }) => {
  const rooms = LOCALES.flatMap((locale) => ROOMS.map((path) => localized(path, locale)));
  const filters = FILTERS.flatMap((name) => [`/*?${name}=`, `/*&${name}=`]);
  const lines = [
    'User-agent: *',
    ...[...rooms, ...filters].map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${locals.siteUrl}${paths.sitemap()}`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    },
  });
};
