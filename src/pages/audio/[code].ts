import type { APIRoute } from 'astro';
import { openVoice } from '#src/features/exhibitions/tours/queries.ts';
import { audioAnswer } from '#src/server/audio/answer.ts';

/** A voice of a tour, while its exhibition may be read, or for its curators. */
export const GET: APIRoute = async ({ request, params, locals }) => {
  const voice = await openVoice(locals.db, params['code'] ?? '');
  if (!voice) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return audioAnswer(request, voice.bytes, voice);
};

export const HEAD = GET;
