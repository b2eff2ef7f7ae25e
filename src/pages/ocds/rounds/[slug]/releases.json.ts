import type { APIRoute } from 'astro';
import { PUBLIC_PAGE_SECONDS } from '#src/config.ts';
import { releasePackage } from '#src/domain/procurement/ocds-packages.ts';
import {
  publisherOf,
  recordAnswer,
  recordRefusal,
} from '#src/features/procurement/record/publish.ts';
import { roundReleases } from '#src/features/procurement/record/queries.ts';
import { paths } from '#src/paths.ts';

/** Every release of a round. */
export const GET: APIRoute = async ({ locals, params }) => {
  const slug = params.slug ?? '';
  const record = await roundReleases(locals.db, slug);
  if (!record) return recordRefusal(404, 'not_found');
  const uri = locals.siteUrl + paths.ocdsReleases(slug);
  const document = releasePackage(uri, record.releases, publisherOf(locals));
  return recordAnswer(document, { tags: [`round:${record.id}`], seconds: PUBLIC_PAGE_SECONDS });
};
