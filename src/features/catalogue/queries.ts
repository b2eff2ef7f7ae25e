import { decodeCursor, encodeCursor, type Cursor } from '#src/domain/cursor.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Json } from '#src/server/db/types.gen.ts';
import {
  LISTINGS_PER_PAGE,
  PRODUCERS_PER_PAGE,
  type CatalogueQuestion,
  type ProducersState,
} from './schema.ts';
import type {
  CataloguePage,
  ClusterCard,
  ClusterPage,
  Comparison,
  GoneProduct,
  HomePage,
  NewsItem,
  ProducerPage,
  ProducersPage,
  ProductPage,
  SitemapEntry,
  SitemapIndex,
  Suggestions,
} from './views.ts';

type Paged = { prev: Cursor | null; next: Cursor | null };
type Cursors = { previous: string | null; next: string | null };

/** The cursor that a URL carries, or null (the first page) for one that we cannot have made. */
function cursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const read = decodeCursor(text);
  return read.ok ? read.value : null;
}

function withCursors<T extends object>({ prev, next, ...page }: T & Paged) {
  const cursors: Cursors = {
    previous: prev && encodeCursor(prev),
    next: next && encodeCursor(next),
  };
  return { ...page, ...cursors };
}

/**
 * One page of the catalogue with its total and the counts of all facets, in one round trip. A cursor of another list,
 * or one that was tampered with, gives the first page.
 */
export async function searchCatalogue(
  db: Db,
  question: CatalogueQuestion,
  locale: Locale,
): Promise<CataloguePage> {
  const { state, readingCurrency, producer = null } = question;
  const after = cursor(state.after);
  const before = after ? null : cursor(state.before);
  const ask = (cursors: { after: Cursor | null; before: Cursor | null }) =>
    db.rpc('search_catalogue', {
      p_query: { ...state, ...cursors, readingCurrency, producer } as unknown as Json,
      p_locale: locale,
      p_limit: LISTINGS_PER_PAGE,
    });
  let answer = await ask({ after, before });
  if (answer.error?.message === 'cursor_invalid') {
    answer = await ask({ after: null, before: null });
  }
  return withCursors(expectData(answer) as unknown as Omit<CataloguePage, keyof Cursors> & Paged);
}

/** Everything on a product's page, or null when the product is not public. */
export async function productPage(
  db: Db,
  slug: string,
  locale: Locale,
): Promise<ProductPage | null> {
  const answer = await db.rpc('product_page', { p_slug: slug, p_locale: locale });
  return expectData(answer) as unknown as ProductPage | null;
}

/** Up to six products with every fact of trade, in the order of their slugs here; the others are `missing`. */
export async function compareProducts(
  db: Db,
  slugs: readonly string[],
  locale: Locale,
): Promise<Comparison> {
  if (slugs.length === 0) return { items: [], missing: [] };
  const answer = await db.rpc('compare_products', { p_slugs: [...slugs], p_locale: locale });
  return expectData(answer) as unknown as Comparison;
}

/** What to say of a product that was public and was taken down; null when there is no such product. */
export async function goneProduct(
  db: Db,
  slug: string,
  locale: Locale,
): Promise<GoneProduct | null> {
  const answer = await db.rpc('gone_product', { p_slug: slug, p_locale: locale });
  return expectData(answer) as unknown as GoneProduct | null;
}

/** Everything on a producer's page, with its twelve newest listings, or null when it is not public. */
export async function producerPage(
  db: Db,
  slug: string,
  locale: Locale,
): Promise<ProducerPage | null> {
  const answer = await db.rpc('producer_page', { p_slug: slug, p_locale: locale });
  return expectData(answer) as unknown as ProducerPage | null;
}

/** Active producers by name, a page at a time, with counts of the facets. */
export async function listProducers(
  db: Db,
  state: ProducersState,
  locale: Locale,
): Promise<ProducersPage> {
  const after = cursor(state.after);
  const before = after ? null : cursor(state.before);
  const answer = await db.rpc('producers_list', {
    p_query: { ...state, after, before } as unknown as Json,
    p_locale: locale,
    p_limit: PRODUCERS_PER_PAGE,
  });
  return withCursors(expectData(answer) as unknown as Omit<ProducersPage, keyof Cursors> & Paged);
}

/** Everything on a cluster's page, or null when it is not public. */
export async function clusterPage(
  db: Db,
  slug: string,
  locale: Locale,
): Promise<ClusterPage | null> {
  const answer = await db.rpc('cluster_page', { p_slug: slug, p_locale: locale });
  return expectData(answer) as unknown as ClusterPage | null;
}

/** Active clusters, those with the most listings first. */
export async function listClusters(db: Db, locale: Locale): Promise<ClusterCard[]> {
  return expectData(
    await db.rpc('clusters_list', { p_locale: locale }),
  ) as unknown as ClusterCard[];
}

export async function homePage(db: Db, locale: Locale): Promise<HomePage> {
  return expectData(await db.rpc('home_page', { p_locale: locale })) as unknown as HomePage;
}

/** A few categories, makers and titles for what has been typed so far; empty below two letters. */
export async function suggest(db: Db, q: string, locale: Locale): Promise<Suggestions> {
  const answer = await db.rpc('suggest_catalogue', { p_q: q, p_locale: locale });
  return expectData(answer) as unknown as Suggestions;
}

/** The parts of the sitemap, the producers and the clusters. */
export async function sitemapIndex(db: Db): Promise<SitemapIndex> {
  return expectData(await db.rpc('sitemap')) as unknown as SitemapIndex;
}

/** The listings of one part of the sitemap, at most 2048; empty for a part that is not there. */
export async function sitemapPart(db: Db, part: number): Promise<SitemapEntry[]> {
  return expectData(await db.rpc('sitemap', { p_part: part })) as unknown as SitemapEntry[];
}

/** The newest listings for the news feed, newest first. */
export async function newsFeed(db: Db, locale: Locale): Promise<NewsItem[]> {
  return expectData(await db.rpc('news_feed', { p_locale: locale })) as unknown as NewsItem[];
}
