import type { APIRoute } from 'astro';
import { tourManifest } from '#src/domain/exhibitions/iiif-tour.ts';
import { iiifAnswer, notThere, tagsOf } from '#src/features/exhibitions/iiif/answers.ts';
import { readableTour } from '#src/features/exhibitions/iiif/queries.ts';
import { iiifSite } from '#src/features/exhibitions/iiif/site.ts';

export const GET: APIRoute = async ({ locals, params }) => {
  const tour = await readableTour(locals.db, params.exhibition ?? '', params.tour ?? '');
  if (!tour) return notThere();
  const document = tourManifest(iiifSite(locals), tour);
  return iiifAnswer(document, { tags: tagsOf(tour.exhibition), turnsIn: tour.exhibition.turnsIn });
};
