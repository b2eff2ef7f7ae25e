import { activeFilters, withCategory } from '#src/domain/facet-toggles.ts';
import { EMPTY_STATE, toParams, type CatalogueState } from '#src/domain/facets.ts';
import { localized, paths } from '#src/paths.ts';
import type { CataloguePage } from '../views.ts';
import type { Words } from '../words.ts';
import { branchOf } from './categories.ts';

/** Every query parameter that changes the list. */
export const LIST_PARAMS = [
  'q',
  'category',
  'cluster',
  'country',
  'material',
  'technique',
  'certification',
  'price_min',
  'price_max',
  'currency',
  'moq_max',
  'lead_max',
  'sample',
  'sort',
  'in',
  'after',
  'before',
] as const;

export type ListMeta = {
  title: string;
  description: string;
  /** Path of the list that this one is a view of: the category or all, with its own page. */
  canonical: string;
  noindex: boolean;
  trail: { label: string; href?: string }[];
};

/**
 * What the page says of itself. Search engines are shown all products and each category, page by page; words,
 * filters and orders make too many addresses of the same things.
 */
export function listMeta(state: CatalogueState, page: CataloguePage, words: Words): ListMeta {
  const l = words.t.market.list;
  const { trail } = branchOf(page.facets.category, state.category);
  const chosen = page.facets.category.find((node) => node.key === state.category);
  const plain = { ...EMPTY_STATE, category: state.category, after: state.after };
  const to = (category: string | null) =>
    localized(
      paths.products(toParams(withCategory(EMPTY_STATE, category)).toString()),
      words.locale,
    );
  const above = [
    { label: l.allProducts, href: to(null) },
    ...trail
      .filter((node) => node !== chosen)
      .map((node) => ({ label: node.name, href: to(node.key) })),
  ];
  return {
    title: state.q ? l.titleFor(state.q) : (chosen?.name ?? l.title),
    description: chosen ? l.descriptionIn(chosen.name) : l.description,
    canonical: paths.products(toParams(plain).toString()),
    noindex: !isPlain(state),
    trail: chosen ? [...above, { label: chosen.name }] : [],
  };
}

function isPlain(state: CatalogueState): boolean {
  const filters = activeFilters(state).filter(({ name }) => name !== 'category');
  return (
    filters.length === 0 &&
    state.q === '' &&
    state.sort === 'newest' &&
    state.reads === null &&
    state.before === null
  );
}
