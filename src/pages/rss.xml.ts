import type { APIRoute } from 'astro';
import { xmlAnswer } from '#src/features/catalogue/feeds/answer.ts';
import { newsXml } from '#src/features/catalogue/feeds/news.ts';
import { newsFeed } from '#src/features/catalogue/queries.ts';
import { siteOf } from '#src/ui/site.ts';

export const GET: APIRoute = async ({ locals }) => {
  const site = { siteUrl: locals.siteUrl, name: siteOf(locals).name };
  const items = await newsFeed(locals.db, locals.locale);
  return xmlAnswer(newsXml(items, site, locals), 'application/rss+xml');
};
