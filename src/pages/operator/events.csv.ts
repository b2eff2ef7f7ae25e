import type { APIRoute } from 'astro';
import { operatorFrame } from '#src/features/operator/queries.ts';
import { recordCsv } from '#src/features/record/csv.ts';
import { filtersOf } from '#src/features/record/filters.ts';

/** The record under the same filters as the page, as a file. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { db, t, locale } = locals;
  if (!(await operatorFrame(db))) return new Response(null, { status: 404 });
  return new Response(recordCsv(db, filtersOf(url.searchParams), t, locale), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="record.csv"',
      'cache-control': 'no-store',
    },
  });
};
