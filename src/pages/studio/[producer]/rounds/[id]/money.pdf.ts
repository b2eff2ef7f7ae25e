import type { APIRoute } from 'astro';
import { statementPaper } from '#src/features/procurement/settlement/papers.ts';
import { memberMoney } from '#src/features/procurement/settlement/queries.ts';
import { pdfAnswer } from '#src/server/pdf/answer.ts';
import { renderPaper } from '#src/server/pdf/render.ts';

/** A member's statement of a settled purchase, to print. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { db, t, locale, site } = locals;
  const view = await memberMoney(db, params.producer ?? '', params.id ?? '');
  const paper = view && statementPaper(view, site?.name ?? '', t, locale);
  if (!view || !paper) return new Response(null, { status: 404 });
  return pdfAnswer(await renderPaper(paper), paper.label);
};
