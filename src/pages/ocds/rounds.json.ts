import type { APIRoute } from 'astro';
import { PUBLIC_PAGE_SECONDS } from '#src/config.ts';
import { ocidOf } from '#src/domain/procurement/ocds.ts';
import { publisherOf, recordAnswer } from '#src/features/procurement/record/publish.ts';
import { publicRounds } from '#src/features/procurement/record/queries.ts';
import { paths } from '#src/paths.ts';

const PAGE = 100;

/** Every public round with the addresses of its packages, newest first. */
export const GET: APIRoute = async ({ locals, url }) => {
  const site = publisherOf(locals);
  const before = url.searchParams.get('before');
  const { rows, next } = await publicRounds(locals.db, { before, limit: PAGE });
  const at = (path: string) => locals.siteUrl + path;
  const rounds = rows.map((round) => ({
    ocid: ocidOf(round, site),
    title: round.title,
    state: round.state,
    cluster: round.cluster.name,
    lastRelease: round.releases.last,
    page: at(paths.round(round.slug)),
    releasePackage: at(paths.ocdsReleases(round.slug)),
    recordPackage: at(paths.ocdsRecord(round.slug)),
  }));
  const list = {
    uri: at(paths.ocdsRounds(before ? `before=${before}` : '')),
    publisher: { name: site.name, uri: site.siteUrl },
    license: site.licence,
    publicationPolicy: site.policy,
    rounds,
    links: {
      feed: at(paths.ocdsFeed()),
      ...(next && { next: at(paths.ocdsRounds(`before=${next}`)) }),
    },
  };
  return recordAnswer(list, { tags: ['rounds'], seconds: PUBLIC_PAGE_SECONDS, params: ['before'] });
};
