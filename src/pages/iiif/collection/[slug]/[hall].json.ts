import type { APIRoute } from 'astro';
import { hallCollection } from '#src/domain/exhibitions/iiif-collection.ts';
import { iiifAnswer, notThere, tagsOf } from '#src/features/exhibitions/iiif/answers.ts';
import { readableExhibition } from '#src/features/exhibitions/iiif/queries.ts';
import { iiifSite } from '#src/features/exhibitions/iiif/site.ts';

export const GET: APIRoute = async ({ locals, params }) => {
  const exhibition = await readableExhibition(locals.db, params.slug ?? '');
  const document = exhibition && hallCollection(iiifSite(locals), exhibition, params.hall ?? '');
  if (!exhibition || !document) return notThere();
  return iiifAnswer(document, { tags: tagsOf(exhibition), turnsIn: exhibition.turnsIn });
};
