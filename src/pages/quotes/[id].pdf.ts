import type { APIRoute } from 'astro';
import { quoteParties } from '#src/features/documents/queries.ts';
import { quotePaper } from '#src/features/documents/quote-paper.ts';
import { readQuote, type QuoteThread } from '#src/features/quotes/queries.ts';
import { isLocale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { localized, paths } from '#src/paths.ts';
import { visitorKeys } from '#src/server/http/visitor-keys.ts';
import { pdfAnswer } from '#src/server/pdf/answer.ts';
import { renderPaper } from '#src/server/pdf/render.ts';

type Found = { thread: QuoteThread; key: string | undefined };

/** One version of a quote, to both its sides, and to a visitor whose cookie has the conversation's key. */
export const GET: APIRoute = async ({ params, request, url, locals, redirect }) => {
  const { db, user, locale } = locals;
  const id = params['id'] ?? '';
  const keys = user ? [undefined] : visitorKeys(request);
  let found: Found | undefined;
  for (const key of keys) {
    const thread = await readQuote(db, id, key);
    if (thread) found = { thread, key };
    if (found) break;
  }
  const quote = found?.thread.quotes.find((version) => version.id === id);
  if (!found || !quote || quote.state === 'draft')
    return user || keys.length > 0
      ? new Response(null, { status: 404 })
      : redirect(localized(paths.signIn(paths.quotePdf(id)), locale), 303);
  const parties = await quoteParties(db, id, found.key);
  if (!parties) return new Response(null, { status: 404 });
  const asked = [url.searchParams.get('lang'), locale].find(isLocale) ?? locale;
  const { reference, buyer } = found.thread;
  const paper = quotePaper(quote, { reference, buyer, parties }, messages(asked), asked);
  return pdfAnswer(await renderPaper(paper), `${paper.title}-${paper.label}`);
};
