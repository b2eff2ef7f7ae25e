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
  const fair = await fairPages(sql);
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
    ...fair,
  ];
}

/** Of the open exhibition with the most objects: its entrance and the fullest of each kind of room. */
async function fairPages(sql: ReturnType<typeof connect>): Promise<PublicPage[]> {
  const [fair] = await sql<Record<'slug' | 'hall' | 'booth' | 'object' | 'tour', string>[]>`
    select e.slug,
      (select h.slug from public.halls h join public.exhibits x on x.hall_id = h.id where h.exhibition_id = e.id group by h.id order by count(*) desc limit 1) as hall,
      (select b.slug from public.booths b join public.exhibits x on x.booth_id = b.id where b.exhibition_id = e.id and b.state = 'approved' group by b.id order by count(*) desc limit 1) as booth,
      (select x.slug from public.exhibits x join public.exhibit_media m on m.exhibit_id = x.id where x.exhibition_id = e.id group by x.id order by count(*) desc, x.slug limit 1) as object,
      (select t.slug from public.tours t join public.tour_stops s on s.tour_id = t.id where t.exhibition_id = e.id group by t.id order by count(*) desc limit 1) as tour
    from public.exhibitions e where private.exhibition_state(e) = 'open'
    order by (select count(*) from public.exhibits x where x.exhibition_id = e.id) desc limit 1`;
  if (!fair?.hall) return [];
  const here = `/exhibitions/${fair.slug}`;
  return [
    { name: 'exhibition', path: here, most: LIST_KB },
    { name: 'hall', path: `${here}/halls/${fair.hall}`, most: LIST_KB },
    { name: 'booth', path: `${here}/booths/${fair.booth}`, most: LIST_KB },
    { name: 'object', path: `${here}/objects/${fair.object}`, most: LIST_KB },
    { name: 'stop', path: `${here}/tours/${fair.tour}/1`, most: LIST_KB },
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
