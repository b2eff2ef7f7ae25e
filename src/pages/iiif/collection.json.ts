import type { APIRoute } from 'astro';
import { topCollection } from '#src/domain/exhibitions/iiif-collection.ts';
import { iiifAnswer } from '#src/features/exhibitions/iiif/answers.ts';
import { readableExhibitions } from '#src/features/exhibitions/iiif/queries.ts';
import { iiifSite } from '#src/features/exhibitions/iiif/site.ts';

/** Every exhibition that everybody may read. */
export const GET: APIRoute = async ({ locals }) => {
  const { exhibitions, turnsIn } = await readableExhibitions(locals.db);
  const document = topCollection(iiifSite(locals), exhibitions);
  return iiifAnswer(document, { tags: ['exhibitions'], turnsIn });
};
