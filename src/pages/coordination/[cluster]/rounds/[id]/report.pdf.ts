import type { APIRoute } from 'astro';
import { reportPaper } from '#src/features/procurement/settlement/papers.ts';
import { roundReport } from '#src/features/procurement/settlement/queries.ts';
import { isLocale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { pdfAnswer } from '#src/server/pdf/answer.ts';
import { renderPaper } from '#src/server/pdf/render.ts';

/** The closing report on paper, in one of the round's languages. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const report = await roundReport(locals.db, params.id ?? '');
  if (!report || report.round.cluster.slug !== params.cluster)
    return new Response(null, { status: 404 });
  const asked = url.searchParams.get('lang') ?? '';
  const locale = isLocale(asked) ? asked : locals.locale;
  const paper = reportPaper(report, locals.site?.name ?? '', messages(locale), locale);
  return pdfAnswer(await renderPaper(paper), report.round.slug);
};
