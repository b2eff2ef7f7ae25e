import type { OcdsPublisher } from '#src/domain/procurement/ocds-packages.ts';
import { prefixOf } from '#src/domain/procurement/ocds.ts';
import { paths } from '#src/paths.ts';
import { CACHE_HEADER, formatPolicy } from '#src/server/http/cache-public.ts';
import { siteOf } from '#src/ui/site.ts';

type Locals = Pick<App.Locals, 'siteUrl'> & object;

/** The part of the page about the site that says what is published and how it may be used. */
export const OPEN_DATA = 'open-data';

/** The site as the publisher of its rounds, with absolute addresses. */
export function publisherOf(locals: Locals): OcdsPublisher {
  const { siteUrl } = locals;
  const site = siteOf(locals);
  const about = `${siteUrl}${paths.about()}#${OPEN_DATA}`;
  return {
    prefix: prefixOf(new URL(siteUrl).host),
    pageOf: (slug) => siteUrl + paths.round(slug),
    name: site.operator || site.name,
    siteUrl,
    licence: about,
    policy: about,
  };
}

type Kept = { tags: readonly string[]; seconds: number; params?: readonly string[] };

/** A document of the record: for every site and program to read, kept in front until a release comes. */
export function recordAnswer(document: object, { tags, seconds, params = [] }: Kept): Response {
  return new Response(JSON.stringify(document), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      // `same-origin` would stop a page elsewhere from using what it may read.
      'cross-origin-resource-policy': 'cross-origin',
      [CACHE_HEADER]: formatPolicy({ tags, seconds, params }),
    },
  });
}

/** What is not there, said so that a program on another site can read it. */
export function recordRefusal(status: 400 | 404, error: string): Response {
  return new Response(JSON.stringify({ error }), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    },
  });
}
