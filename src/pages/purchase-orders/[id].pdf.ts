import type { APIRoute } from 'astro';
import { orderByAnyKey } from '#src/features/procurement/award/order-door.ts';
import { orderPaper } from '#src/features/procurement/award/order-paper.ts';
import { isLocale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { pdfAnswer } from '#src/server/pdf/answer.ts';
import { renderPaper } from '#src/server/pdf/render.ts';

/** The purchase order on paper, for its supplier and the coordinators; `?lang=` asks for another language. */
export const GET: APIRoute = async ({ params, url, locals, request }) => {
  const opened = await orderByAnyKey(locals.db, params['id'] ?? '', request);
  if (!opened) return new Response(null, { status: 404 });
  const asked = [url.searchParams.get('lang'), locals.locale].find(isLocale)!;
  const paper = orderPaper(opened.order, messages(asked), asked);
  return pdfAnswer(await renderPaper(paper), opened.order.label);
};
