import type { APIRoute } from 'astro';
import { objectManifest } from '#src/domain/exhibitions/iiif-manifest.ts';
import { iiifAnswer, notThere, objectTags } from '#src/features/exhibitions/iiif/answers.ts';
import { readableObject } from '#src/features/exhibitions/iiif/queries.ts';
import { iiifSite } from '#src/features/exhibitions/iiif/site.ts';

export const GET: APIRoute = async ({ locals, params }) => {
  const object = await readableObject(locals.db, params.exhibition ?? '', params.object ?? '');
  if (!object) return notThere();
  const document = objectManifest(iiifSite(locals), object);
  return iiifAnswer(document, { tags: objectTags(object), turnsIn: object.exhibition.turnsIn });
};
