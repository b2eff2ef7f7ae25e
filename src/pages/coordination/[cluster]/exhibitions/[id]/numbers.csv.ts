import type { APIRoute } from 'astro';
import { numberLines } from '#src/features/exhibitions/numbers/queries.ts';
import { csvFile, daysOf, numbersCsv, periodOf } from '#src/features/exhibitions/numbers/tables.ts';
import { exhibitionPage } from '#src/pages/_curators/desk.ts';

/** The numbers of the page, line by line, over the same period. */
export const GET: APIRoute = async (context) => {
  const { locals, params, url } = context;
  const { db, locale, t } = locals;
  const page = await exhibitionPage(context);
  const days = daysOf(periodOf(url.searchParams));
  const lines = page && (await numberLines(db, { exhibition: params.id ?? '' }, days, locale));
  if (!page || !lines) return new Response(null, { status: 404 });
  return csvFile(numbersCsv(lines, t), `${page.desk.slug}-numbers`);
};
