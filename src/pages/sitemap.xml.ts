import type { APIRoute } from 'astro';
import { xmlAnswer } from '#src/features/catalogue/feeds/answer.ts';
import { sitemapIndexXml } from '#src/features/catalogue/feeds/sitemap.ts';
import { sitemapIndex } from '#src/features/catalogue/queries.ts';
import { siteOf } from '#src/ui/site.ts';

export const GET: APIRoute = async ({ locals }) => {
  const site = { siteUrl: locals.siteUrl, locales: siteOf(locals).locales };
  return xmlAnswer(sitemapIndexXml(await sitemapIndex(locals.db), site), 'application/xml');
};
