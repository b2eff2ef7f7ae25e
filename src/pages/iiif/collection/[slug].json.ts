import type { APIRoute } from 'astro';
import { exhibitionCollection } from '#src/domain/exhibitions/iiif-collection.ts';
import { iiifAnswer, notThere, tagsOf } from '#src/features/exhibitions/iiif/answers.ts';
import { readableExhibition } from '#src/features/exhibitions/iiif/queries.ts';
import { iiifSite } from '#src/features/exhibitions/iiif/site.ts';

/** One exhibition with its halls, objects, tours and what was imported. */
export const GET: APIRoute = async ({ locals, params }) => {
  const exhibition = await readableExhibition(locals.db, params.slug ?? '');
  if (!exhibition) return notThere();
  const document = exhibitionCollection(iiifSite(locals), exhibition);
  return iiifAnswer(document, { tags: tagsOf(exhibition), turnsIn: exhibition.turnsIn });
};
