import type { APIRoute } from 'astro';
import { accentStylesheet } from '#src/ui/accent.ts';

/** The operator's colour as a stylesheet; the address says all of it, so it may be kept for ever. */
export const GET: APIRoute = ({ params }) => {
  const sheet = accentStylesheet(params.colour ?? '');
  if (!sheet) return new Response(null, { status: 404 });
  return new Response(sheet, {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
};
