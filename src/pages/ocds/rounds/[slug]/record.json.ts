import type { APIRoute } from 'astro';
import { PUBLIC_PAGE_SECONDS } from '#src/config.ts';
import { recordPackage } from '#src/domain/procurement/ocds-packages.ts';
import {
  publisherOf,
  recordAnswer,
  recordRefusal,
} from '#src/features/procurement/record/publish.ts';
import { roundReleases } from '#src/features/procurement/record/queries.ts';
import { paths } from '#src/paths.ts';

/** What all releases of a round say together. */
export const GET: APIRoute = async ({ locals, params }) => {
  const slug = params.slug ?? '';
  const record = await roundReleases(locals.db, slug);
  if (!record) return recordRefusal(404, 'not_found');
  const at = (path: string) => locals.siteUrl + path;
  const uris = { uri: at(paths.ocdsRecord(slug)), releasesUri: at(paths.ocdsReleases(slug)) };
  const document = recordPackage(uris, record.releases, publisherOf(locals));
  return recordAnswer(document, { tags: [`round:${record.id}`], seconds: PUBLIC_PAGE_SECONDS });
};
