import type { APIRoute } from 'astro';
import { openPaper } from '#src/features/exhibitions/visiting/queries.ts';
import { standingOf } from '#src/features/exhibitions/visiting/standing.ts';

/** A paper that a section of a shown exhibition offers. */
export const GET: APIRoute = async (context) => {
  const { params, locals } = context;
  const file = await openPaper(locals.db, standingOf(context), params['file'] ?? '');
  if (!file) return new Response(null, { status: 404 });
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.bytes.length),
      'content-disposition': `attachment; filename="${plain}"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
    },
  });
};
