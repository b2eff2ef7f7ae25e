import type { APIRoute } from 'astro';
import { roundReport } from '#src/features/procurement/settlement/queries.ts';
import { reportCsv } from '#src/features/procurement/settlement/report.ts';

/** The closing report by member and material, as a file. */
export const GET: APIRoute = async ({ locals, params }) => {
  const report = await roundReport(locals.db, params.id ?? '');
  if (!report || report.round.cluster.slug !== params.cluster)
    return new Response(null, { status: 404 });
  return new Response(reportCsv(report, locals.t), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${report.round.slug}.csv"`,
      'cache-control': 'no-store',
    },
  });
};
