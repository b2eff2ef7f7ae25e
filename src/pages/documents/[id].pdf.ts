import type { APIRoute } from 'astro';
import { documentPaper } from '#src/features/documents/paper.ts';
import { readDocument } from '#src/features/documents/queries.ts';
import { DEFAULT_LOCALE, isLocale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { localized, paths } from '#src/paths.ts';
import { pdfAnswer } from '#src/server/pdf/answer.ts';
import { renderPaper } from '#src/server/pdf/render.ts';

/** A paper of an order, to both its sides, in the order's language; `?lang=` asks for another. */
export const GET: APIRoute = async ({ params, url, locals, redirect }) => {
  const id = params['id'] ?? '';
  if (!locals.user)
    return redirect(localized(paths.signIn(paths.document(id)), locals.locale), 303);
  const document = await readDocument(locals.db, id);
  if (!document) return new Response(null, { status: 404 });
  const asked = [url.searchParams.get('lang'), document.locale].find(isLocale) ?? DEFAULT_LOCALE;
  const paper = documentPaper(document, messages(asked), asked);
  return pdfAnswer(await renderPaper(paper), document.label);
};
