import type { APIRoute } from 'astro';
import { operatorTrade } from '#src/features/insight/queries.ts';
import { monthsOf, tradeCsv } from '#src/features/insight/tables.ts';

/** Order value by cluster and month over the same period as the page. */
export const GET: APIRoute = async ({ locals, url }) => {
  const figures = await operatorTrade(locals.db, monthsOf(url.searchParams));
  if (!figures) return new Response(null, { status: 404 });
  return new Response(tradeCsv(figures, locals.t), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="trade.csv"',
      'cache-control': 'no-store',
    },
  });
};
