import type { APIRoute } from 'astro';
import { photoStates } from '#src/features/listings/photos.ts';

/** How far the worker is with some pictures: `?ids=a,b`. */
export const GET: APIRoute = async ({ locals, url }) => {
  const ids = (url.searchParams.get('ids') ?? '').split(',').filter(Boolean).slice(0, 12);
  return Response.json(await photoStates(locals.db, ids), {
    headers: { 'cache-control': 'no-store' },
  });
};
