import { readFile } from 'node:fs/promises';
import { connect } from '#supabase/embedded/database.ts';
import { median, metric, type Metric } from './report.ts';

/** What the market is asked during the benchmark: page addresses, and the same questions as SQL for the ceiling. */
export type Scenario = {
  name: 'list' | 'search' | 'product';
  paths: string[];
  statement: string;
  calls: string[][];
};

/** Fills an empty instance: generate.sql, then the read model by its bulk path. Rows a second, and how long it took. */
export async function loadProducts(databaseUrl: string, products: number): Promise<Metric[]> {
  const sql = connect(databaseUrl);
  const text = await readFile(new URL('./generate.sql', import.meta.url), 'utf8');
  const started = performance.now();
  await sql.begin(async (tx) => {
    await tx`select set_config('bench.products', ${String(products)}, true)`;
    await tx.unsafe(text).simple();
  });
  const generated = performance.now();
  await sql`select public.rebuild_catalogue()`;
  const rebuilt = performance.now();
  await sql`vacuum (analyze, skip_locked) public.products, public.producers, public.product_translations, public.product_media, public.media,
    public.media_alts, public.price_tiers, public.variants, public.memberships`;
  await sql.end();
  return [
    metric('load.products.rate', products / ((rebuilt - started) / 1000), 'products/s'),
    metric('load.generate.seconds', (generated - started) / 1000, 's'),
    metric('load.read_model.seconds', (rebuilt - generated) / 1000, 's'),
  ];
}

/** One listing changed and seen in the read model at its commit, the median of 30. */
export async function oneWrite(databaseUrl: string): Promise<Metric> {
  const sql = connect(databaseUrl);
  const rows = await sql<{ id: string }[]>`
    select id from public.products where state = 'published' order by md5(slug) limit 30`;
  const times: number[] = [];
  for (const { id } of rows) {
    const started = performance.now();
    await sql`update public.products set title = left(title, 100) || ' renewed', moq = moq + order_multiple where id = ${id}`;
    times.push(performance.now() - started);
  }
  await sql.end();
  return metric('catalogue.write.one', median(times), 'ms');
}

const WORDS = [
  'handmade',
  'soft brown',
  'woven',
  'leather',
  'kamuri',
  'durable bags',
  'brodé',
  'ya mkono',
  'byoroshye',
  'lether',
  'handmad bags',
  'imigongo',
  'sand',
  'classic black',
  'cotton lake',
  'kahawia',
];

/** Questions as visitors ask them: plain lists and one or two filters; broad, narrow, misspelt and foreign words. */
export async function scenarios(databaseUrl: string): Promise<Scenario[]> {
  const sql = connect(databaseUrl);
  const [few] = await sql<{ category: string; leaf: string; material: string; cluster: string }[]>`
    select (select key from public.categories where parent_id is null order by position, key limit 1) as category,
      (select c.key from public.categories c join private.listings l on l.category_id = c.id group by 1 order by count(*) desc limit 1) as leaf,
      (select m from public.products p, unnest(p.materials) m group by 1 order by count(*) desc limit 1) as material,
      (select c.slug from public.clusters c join public.memberships m on m.cluster_id = c.id group by 1 order by count(*) desc limit 1) as cluster`;
  const slugs = await sql<{ slug: string }[]>`
    select p.slug from private.listings l join public.products p on p.id = l.product_id order by md5(p.slug) limit 200`;
  await sql.end();
  if (!few) throw new Error('nothing was loaded');
  const lists: Record<string, string>[] = [
    {},
    { category: few.category },
    { country: 'RW' },
    { material: few.material },
    { sort: 'price_asc' },
    { category: few.leaf, sample: '1' },
    { cluster: few.cluster },
    { moq_max: '50', sort: 'lead_asc' },
    { price_min: '5000', price_max: '20000', currency: 'RWF' },
    { country: 'KE', lead_max: '21' },
  ];
  return [
    list('list', lists),
    list(
      'search',
      WORDS.map((q) => ({ q })),
    ),
    {
      name: 'product',
      paths: slugs.map((s) => `/products/${s.slug}`),
      statement: `select public.product_page($1, 'en')`,
      calls: slugs.map((s) => [s.slug]),
    },
  ];
}

const LISTS = new Set(['country', 'material', 'cluster']);
const NAMES: Record<string, string> = {
  price_min: 'priceMin',
  price_max: 'priceMax',
  moq_max: 'moqMax',
  lead_max: 'leadMax',
};

function list(name: 'list' | 'search', states: Record<string, string>[]): Scenario {
  const asQuestion = (state: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(state).map(([k, v]) => [NAMES[k] ?? k, LISTS.has(k) ? [v] : v]),
    );
  return {
    name,
    paths: states.map((state) => `/products?${new URLSearchParams(state)}`.replace(/\?$/, '')),
    statement: `select public.search_catalogue($1::text::jsonb, 'en', 24)`,
    calls: states.map((state) => [
      JSON.stringify({
        sort: state.q ? 'relevance' : 'newest',
        readingCurrency: 'RWF',
        ...asQuestion(state),
      }),
    ]),
  };
}
