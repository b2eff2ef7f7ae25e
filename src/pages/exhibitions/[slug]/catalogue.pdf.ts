import type { APIRoute } from 'astro';
import { printSheet } from '#src/features/exhibitions/fair/print.ts';
import { cataloguePage } from '#src/features/exhibitions/fair/queries.ts';
import { catalogueSheet } from '#src/features/exhibitions/fair/sheets.ts';
import { standingOf } from '#src/features/exhibitions/visiting/standing.ts';
import { isLocale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { pdfAnswer } from '#src/server/pdf/answer.ts';

/** The catalogue as a tagged PDF, in the language asked for. */
export const GET: APIRoute = async (context) => {
  const { locals, url } = context;
  const asked = url.searchParams.get('lang') ?? '';
  const locale = isLocale(asked) ? asked : locals.locale;
  const page = await cataloguePage(locals.db, { ...standingOf(context), locale });
  if (!page) return new Response(null, { status: 404 });
  const site = { url: locals.siteUrl, name: locals.site?.name ?? '' };
  const bytes = await printSheet(catalogueSheet(page, site, { locale, t: messages(locale) }));
  return pdfAnswer(bytes, page.frame.slug);
};
