import type { APIRoute } from 'astro';
import { printSheet } from '#src/features/exhibitions/fair/print.ts';
import { codeSheet } from '#src/features/exhibitions/fair/queries.ts';
import { boothPosters, objectLabels } from '#src/features/exhibitions/fair/sheets.ts';
import { isLocale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { pdfAnswer } from '#src/server/pdf/answer.ts';

/** Posters and labels with the codes of their campaign, for the exhibition's curators. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const { id = '', kind } = params;
  if (kind !== 'posters' && kind !== 'labels') return new Response(null, { status: 404 });
  const asked = url.searchParams.get('lang') ?? '';
  const locale = isLocale(asked) ? asked : locals.locale;
  const page = await codeSheet(locals.db, id, kind === 'posters' ? 'poster' : 'label', locale);
  if (!page) return new Response(null, { status: 404 });
  const words = { locale, t: messages(locale) };
  const site = { url: locals.siteUrl, name: locals.site?.name ?? '' };
  const size = url.searchParams.get('size');
  const printable =
    kind === 'posters'
      ? boothPosters(page, site, words, size === 'a3' ? 'a3' : 'a4')
      : objectLabels(page, site, words, size === 'small' ? 'small' : 'large');
  return pdfAnswer(await printSheet(printable), `${page.exhibition.slug}-${kind}`);
};
