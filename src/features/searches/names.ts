import type { CatalogueState, ListFacet } from '#src/domain/facets.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';

type Named = 'category' | Exclude<ListFacet, 'country'>;
/** What keys of categories, terms and clusters are called, by `nameKey`. Keys that are gone are not in it. */
export type SearchNames = ReadonlyMap<string, string>;

export const nameKey = (facet: Named, key: string) => `${facet} ${key}`;

const TERMS = ['material', 'technique', 'certification'] as const;

/** Names in the reader's language, in English where there is none, for everything that these searches narrow by. */
export async function searchNames(
  db: Db,
  states: readonly CatalogueState[],
  locale: Locale,
): Promise<SearchNames> {
  const keys = (facet: ListFacet) => [...new Set(states.flatMap((state) => state[facet]))];
  const categories = [...new Set(states.flatMap(({ category }) => category ?? []))];
  const named = await Promise.all([
    categoryNames(db, categories, locale),
    termNames(db, [...new Set(TERMS.flatMap(keys))], locale),
    clusterNames(db, keys('cluster'), locale),
  ]);
  return new Map(named.flat());
}

type Entry = [key: string, name: string];

/** The page's language last, so that it wins. */
const byLocale =
  (locale: Locale) =>
  (a: { locale: Locale }, b: { locale: Locale }): number =>
    Number(a.locale === locale) - Number(b.locale === locale);

async function categoryNames(db: Db, keys: string[], locale: Locale): Promise<Entry[]> {
  if (keys.length === 0) return [];
  const rows = expectData(
    await db
      .from('category_translations')
      .select('name, locale, categories!inner(key)')
      .in('categories.key', keys)
      .in('locale', [locale, 'en']),
  );
  return rows
    .toSorted(byLocale(locale))
    .map((row) => [nameKey('category', row.categories.key), row.name]);
}

async function termNames(db: Db, keys: string[], locale: Locale): Promise<Entry[]> {
  if (keys.length === 0) return [];
  const rows = expectData(
    await db
      .from('term_translations')
      .select('kind, key, name, locale')
      .in('key', keys)
      .in('locale', [locale, 'en']),
  );
  return rows.toSorted(byLocale(locale)).map((row) => [nameKey(row.kind, row.key), row.name]);
}

async function clusterNames(db: Db, slugs: string[], locale: Locale): Promise<Entry[]> {
  if (slugs.length === 0) return [];
  const rows = expectData(
    await db
      .from('clusters')
      .select('slug, name, source_locale, cluster_translations(locale, field, text, status)')
      .in('slug', slugs),
  );
  return rows.map((row) => {
    const other = row.cluster_translations.find(
      (one) => one.locale === locale && one.field === 'name' && one.status !== 'draft',
    );
    return [
      nameKey('cluster', row.slug),
      row.source_locale === locale ? row.name : (other?.text ?? row.name),
    ];
  });
}
