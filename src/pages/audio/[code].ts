import type { APIRoute } from 'astro';
import { openVoice } from '#src/features/exhibitions/tours/queries.ts';
import { audioAnswer } from '#src/server/audio/answer.ts';
import { exhibitionKeys } from '#src/server/http/visitor-keys.ts';

/** A voice of a tour, while its exhibition may be read; for its curators, and for whoever came by its unlisted link. */
export const GET: APIRoute = async ({ request, params, locals }) => {
  const voice = await openVoice(locals.db, params['code'] ?? '', exhibitionKeys(request));
  if (!voice) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return audioAnswer(request, voice.bytes, voice);
};

export const HEAD = GET;
