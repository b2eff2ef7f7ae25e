import { CACHE_HEADER, formatPolicy } from '#src/server/http/cache-public.ts';

/** How long machines' pages stay without any write, in seconds. */
const FEED_SECONDS = 3600;

/** An XML answer that the front keeps until the catalogue changes. */
export function xmlAnswer(xml: string, type: 'application/xml' | 'application/rss+xml'): Response {
  return new Response(xml, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      [CACHE_HEADER]: formatPolicy({ tags: ['catalogue'], seconds: FEED_SECONDS, params: [] }),
    },
  });
}
