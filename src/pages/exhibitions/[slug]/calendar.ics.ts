import type { APIRoute } from 'astro';
import { exhibitionCalendar } from '#src/features/exhibitions/visiting/calendar.ts';
import { exhibitionPage } from '#src/features/exhibitions/visiting/queries.ts';
import { standingOf } from '#src/features/exhibitions/visiting/standing.ts';

export const GET: APIRoute = async (context) => {
  const { locals } = context;
  const here = standingOf(context);
  const page = await exhibitionPage(locals.db, here);
  if (!page) return new Response(null, { status: 404 });
  return new Response(exhibitionCalendar(page.frame, locals.siteUrl, locals), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${here.slug}.ics"`,
      'cache-control': 'private, max-age=300',
    },
  });
};
