import type { APIRoute } from 'astro';
import { xmlAnswer } from '#src/features/catalogue/feeds/answer.ts';
import {
  fixedPages,
  peoplePages,
  productPages,
  urlSetXml,
} from '#src/features/catalogue/feeds/sitemap.ts';
import { sitemapIndex, sitemapPart } from '#src/features/catalogue/queries.ts';
import { exhibitionAddresses } from '#src/features/exhibitions/visiting/queries.ts';
import { exhibitionPages } from '#src/features/exhibitions/visiting/share.ts';
import { publicRounds } from '#src/features/procurement/record/queries.ts';
import { paths } from '#src/paths.ts';
import { siteOf } from '#src/ui/site.ts';

/** One part of the sitemap: `pages`, `people`, `rounds`, `exhibitions`, or a number of the listings. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { part = '' } = params;
  const site = { siteUrl: locals.siteUrl, locales: siteOf(locals).locales };
  const addresses = await addressesOf(part, locals);
  if (!addresses) return new Response(null, { status: 404 });
  return xmlAnswer(urlSetXml(addresses, site), 'application/xml');
};

async function addressesOf(part: string, { db }: App.Locals) {
  if (part === 'pages') return fixedPages();
  if (part === 'rounds') return roundPages(await publicRounds(db, { limit: 100 }));
  if (part === 'exhibitions') return exhibitionPages(await exhibitionAddresses(db));
  if (part === 'people') return peoplePages(await sitemapIndex(db));
  if (!/^\d{1,5}$/.test(part)) return null;
  const entries = await sitemapPart(db, Number(part));
  return entries.length > 0 ? productPages(entries) : null;
}

function roundPages({ rows }: Awaited<ReturnType<typeof publicRounds>>) {
  return rows.map(({ slug, releases }) => ({ path: paths.round(slug), updatedAt: releases.last }));
}
