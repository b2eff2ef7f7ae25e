import { connect } from '#supabase/embedded/database.ts';
import { startSite, type Site } from '#tests/support/site.ts';

/** A public page under measure; `most` is what it may weigh in all, in kilobytes. */
export type PublicPage = { name: string; path: string; most: number };

const LIST_KB = 500;
const PRODUCT_KB = 250;

/** One page of each kind, those with the most to show. */
export async function publicPages(databaseUrl: string): Promise<PublicPage[]> {
  const sql = connect(databaseUrl);
  const [slugs] = await sql<{ product: string; producer: string; cluster: string }[]>`
    select
      (select p.slug from private.listings l join public.products p on p.id = l.product_id
        join public.product_media m on m.product_id = p.id group by p.slug order by count(*) desc, p.slug limit 1) as product,
      (select o.slug from private.listings l join public.producers o on o.id = l.producer_id group by o.slug order by count(*) desc, o.slug limit 1) as producer,
      (select c.slug from public.clusters c join public.memberships m on m.cluster_id = c.id group by c.slug order by count(*) desc, c.slug limit 1) as cluster`;
  await sql.end();
  if (!slugs?.product) throw new Error('the demo has no products');
  return [
    { name: 'home', path: '/', most: LIST_KB },
    { name: 'list', path: '/products', most: LIST_KB },
    { name: 'search', path: '/products?q=leather', most: LIST_KB },
    { name: 'product', path: `/products/${slugs.product}`, most: PRODUCT_KB },
    { name: 'producers', path: '/producers', most: LIST_KB },
    { name: 'producer', path: `/producers/${slugs.producer}`, most: LIST_KB },
    { name: 'clusters', path: '/clusters', most: LIST_KB },
    { name: 'cluster', path: `/clusters/${slugs.cluster}`, most: LIST_KB },
  ];
}

const PICTURES_MS = 10 * 60_000;

/** An instance with the demo and every picture of it made, AVIF too: pages as visitors get them on the second day. */
export async function startDemo(): Promise<Site> {
  const site = await startSite({ env: { DEMO: '1' } });
  const sql = connect(site.runtime.databaseUrl);
  try {
    for (const end = Date.now() + PICTURES_MS; Date.now() < end;) {
      const [row] = await sql<{ open: number }[]>`
        select count(*)::integer as open from public.media where state = 'uploaded' or (state = 'ready' and not avif)`;
      if (row?.open === 0) return site;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    throw new Error('The pictures of the demo were not made in time.');
  } catch (failure) {
    await site.stop();
    throw failure;
  } finally {
    await sql.end();
  }
}
