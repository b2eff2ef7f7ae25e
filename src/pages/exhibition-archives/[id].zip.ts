import type { APIRoute } from 'astro';
import { openArchive } from '#src/features/exhibitions/iiif/archive-file.ts';

/** The archive of an exhibition, for its curators; nobody else learns that there is one. */
export const GET: APIRoute = async ({ params, locals }) => {
  const file = locals.user && (await openArchive(locals.db, params['id'] ?? ''));
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.body, {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(file.bytes),
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  });
};
