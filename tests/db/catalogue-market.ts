import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Sql, TransactionSql } from 'postgres';
import type { Locale } from '#src/i18n/locales.ts';

/** A tiny market in plain data, drawn at random, and how it is written into the tables. The oracle reads the same data. */

export const CATEGORIES = [
  { key: 'footwear', parent: null, en: 'Footwear', fr: 'Chaussures' },
  { key: 'sandals', parent: 'footwear', en: 'Sandals', fr: 'Sandales' },
  { key: 'boots', parent: 'footwear', en: 'Boots', fr: 'Bottes' },
  { key: 'baskets', parent: null, en: 'Baskets', fr: 'Paniers' },
  { key: 'trays', parent: 'baskets', en: 'Trays', fr: 'Plateaux' },
] as const;
export const LEAVES = ['sandals', 'boots', 'trays'] as const;
export const TERMS = {
  material: {
    'full-leather': ['Full leather', 'Cuir pleine fleur'],
    sisal: ['Sisal', 'Sisal'],
    cotton: ['Cotton', 'Coton'],
  },
  technique: { braiding: ['Braiding', 'Tressage'], dyeing: ['Dyeing', 'Teinture'] },
  certification: {
    'fair-trade': ['Fair trade', 'Commerce équitable'],
    organic: ['Organic', 'Biologique'],
  },
} as const;
export const MATERIALS = Object.keys(TERMS.material);
export const TECHNIQUES = Object.keys(TERMS.technique);
export const CERTIFICATIONS = Object.keys(TERMS.certification);
export const CLUSTERS = ['kigali-leather', 'lake-weavers'] as const;
export const COUNTRIES = ['RW', 'KE', 'UG'] as const;

export type Producer = {
  id: string;
  name: string;
  state: 'pending' | 'active' | 'suspended';
  country: string;
  clusters: string[];
  certificates: { term: string; expired: boolean }[];
};
export type Product = {
  id: string;
  slug: string;
  producer: number;
  state: 'draft' | 'in_review' | 'published' | 'archived';
  category: string;
  sourceLocale: Locale;
  title: string;
  description: string;
  translations: { locale: Locale; title: string; status: 'draft' | 'machine' | 'reviewed' }[];
  amount: number;
  currency: string;
  moq: number;
  lead: number;
  materials: string[];
  techniques: string[];
  sample: boolean;
  country: string | null;
  /** Microseconds since 1970. */
  published: number;
};
export type Market = { producers: Producer[]; products: Product[] };

export const WORDS: Record<Locale, string[]> = {
  en: [
    'sandal',
    'sandals',
    'leather',
    'basket',
    'baskets',
    'woven',
    'weaving',
    'red',
    'for',
    'children',
  ],
  fr: ['sandale', 'sandales', 'cuir', 'panier', 'tissé', 'rouge', 'élégant', 'pour', 'enfants'],
  rw: ['inkweto', 'uruhu', 'agaseke', 'umutuku', 'ibiseke'],
  sw: ['viatu', 'ngozi', 'kikapu', 'nyekundu', 'watoto'],
};

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const sentence = (locale: Locale, least: number, most: number) =>
  fc.array(pick(WORDS[locale]), { minLength: least, maxLength: most }).map((w) => w.join(' '));
const LOCALES = ['en', 'fr', 'rw', 'sw'] as const;

const producer: fc.Arbitrary<Producer> = fc.record({
  id: fc.constant('').map(() => randomUUID()),
  name: pick(['Umurimo workshop', 'Sandal makers', 'Élan cooperative', 'Red Hill']),
  state: fc.oneof(
    { weight: 5, arbitrary: fc.constant('active' as const) },
    fc.constant('pending' as const),
    fc.constant('suspended' as const),
  ),
  country: pick(COUNTRIES),
  clusters: some(CLUSTERS),
  certificates: fc.uniqueArray(fc.record({ term: pick(CERTIFICATIONS), expired: fc.boolean() }), {
    maxLength: 2,
    selector: (c) => c.term,
  }),
});

export const product: fc.Arbitrary<Product> = fc
  .record({
    producer: fc.nat(3),
    state: fc.oneof(
      { weight: 5, arbitrary: fc.constant('published' as const) },
      pick(['draft', 'in_review', 'archived'] as const),
    ),
    category: pick(LEAVES),
    sourceLocale: pick(LOCALES),
    amount: fc.oneof(fc.integer({ min: 1, max: 60 }), pick([99, 100, 101, 5000, 1_000_000_000])),
    currency: pick(['RWF', 'USD', 'EUR']),
    moq: pick([1, 2, 5, 6, 10, 20, 1000, 100_000_000]),
    lead: pick([0, 7, 8, 14, 30, 730]),
    materials: some(MATERIALS),
    techniques: some(TECHNIQUES),
    sample: fc.boolean(),
    country: fc.option(pick(COUNTRIES)),
    published: fc.integer({ min: 1, max: 6 }).map((n) => 1_790_000_000_000_000 + n * 1_000_003),
  })
  .chain((facts) =>
    fc.record({
      ...Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, fc.constant(v)])),
      title: sentence(facts.sourceLocale, 1, 3).filter((t) => t.length >= 3),
      description: sentence(facts.sourceLocale, 0, 4),
      translations: fc.uniqueArray(
        pick(LOCALES.filter((l) => l !== facts.sourceLocale)).chain((locale) =>
          fc.record({
            locale: fc.constant(locale),
            title: sentence(locale, 1, 3),
            status: pick(['draft', 'machine', 'reviewed'] as const),
          }),
        ),
        { maxLength: 2, selector: (t) => t.locale },
      ),
    }),
  )
  .map((facts) => ({ ...facts, id: randomUUID(), slug: `p-${randomUUID()}` }) as Product);

export const market: fc.Arbitrary<Market> = fc.record({
  producers: fc.array(producer, { minLength: 4, maxLength: 4 }),
  products: fc.array(product, { minLength: 1, maxLength: 14 }),
});

/** Categories, terms and clusters: once for a file. */
export async function writeVocabulary(sql: Sql): Promise<void> {
  await sql`delete from public.categories where parent_id is not null`;
  await sql`delete from public.categories`;
  await sql`delete from public.terms`;
  for (const [position, c] of CATEGORIES.entries()) {
    await sql`insert into public.categories (key, parent_id, position)
      values (${c.key}, (select id from public.categories where key = ${c.parent}), ${position})`;
    await sql`insert into public.category_translations (category_id, locale, name)
      select id, x.locale::public.locale, x.name from public.categories, (values ('en', ${c.en}), ('fr', ${c.fr})) x (locale, name) where key = ${c.key}`;
  }
  for (const [kind, terms] of Object.entries(TERMS)) {
    for (const [key, [en, fr]] of Object.entries(terms) as [string, readonly [string, string]][]) {
      await sql`insert into public.terms (kind, key) values (${kind}, ${key})`;
      await sql`insert into public.term_translations (kind, key, locale, name) values (${kind}, ${key}, 'en', ${en}), (${kind}, ${key}, 'fr', ${fr})`;
    }
  }
  for (const slug of CLUSTERS) {
    await sql`insert into public.clusters (slug, name, country) values (${slug}, ${slug.replace('-', ' ')}, 'RW')`;
  }
}

export async function emptyMarket(sql: Sql): Promise<void> {
  await sql`delete from public.producers`;
}

export async function writeProducer(sql: TransactionSql | Sql, p: Producer): Promise<void> {
  const reason = p.state === 'suspended' ? 'because' : null;
  await sql`insert into public.producers (id, slug, name, state, suspended_reason, country)
    values (${p.id}, ${`o-${p.id}`}, ${p.name}, ${p.state}, ${reason}, ${p.country})`;
  await sql`insert into public.memberships (cluster_id, producer_id)
    select id, ${p.id} from public.clusters where slug = any (${p.clusters})`;
  for (const c of p.certificates) {
    await sql`insert into public.certifications (producer_id, term, expires_on)
      values (${p.id}, ${c.term}, current_date + ${c.expired ? -1 : 0}::integer)`;
  }
}

export async function writeProduct(
  sql: TransactionSql | Sql,
  market: Market,
  p: Product,
): Promise<void> {
  await sql`
    insert into public.products (id, producer_id, slug, state, category_id, source_locale, title, description, unit, price_amount, price_currency,
      moq, lead_time_days, materials, techniques, sample_available, country_of_origin, published_at)
    values (${p.id}, ${market.producers[p.producer]!.id}, ${p.slug}, ${p.state}, (select id from public.categories where key = ${p.category}),
      ${p.sourceLocale}, ${p.title}, ${p.description}, 'PR', ${p.amount}, ${p.currency}, ${p.moq}, ${p.lead}, ${p.materials}, ${p.techniques},
      ${p.sample}, ${p.country}, to_timestamp(0) + ${p.published}::bigint * interval '1 microsecond')`;
  for (const t of p.translations) {
    await sql`insert into public.product_translations (product_id, locale, field, text, status)
      values (${p.id}, ${t.locale}, 'title', ${t.title}, ${t.status})`;
  }
}

/** The whole market in one transaction, as a demo or an import would. */
export async function writeMarket(sql: Sql, market: Market): Promise<void> {
  await emptyMarket(sql);
  await sql.begin(async (tx) => {
    for (const p of market.producers) await writeProducer(tx, p);
    for (const p of market.products) await writeProduct(tx, market, p);
  });
}
