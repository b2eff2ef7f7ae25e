import {
  defaultSort,
  EMPTY_STATE,
  FACET_VALUES_MAX,
  LIST_FACETS,
  type CatalogueState,
  type ListFacet,
  type Sort,
} from './facets.ts';

/** One thing that narrows the list, for a chip that takes it away again. `price` stands for the whole range. */
export type ActiveFilter =
  | { name: ListFacet; value: string }
  | { name: 'category'; value: string }
  | { name: 'price' | 'moq_max' | 'lead_max' | 'sample' };

/** Another choice is another list, which starts on its first page: cursors belong to the old one. */
function changed(state: CatalogueState, change: Partial<CatalogueState>): CatalogueState {
  return { ...state, ...change, after: null, before: null };
}

/** Adds the value to a facet, or takes it away when it is there. A full facet takes no more. */
export function toggleValue(
  state: CatalogueState,
  facet: ListFacet,
  value: string,
): CatalogueState {
  const held = state[facet];
  if (held.includes(value)) return changed(state, { [facet]: held.filter((v) => v !== value) });
  const more = held.length < FACET_VALUES_MAX ? [...held, value].sort() : held;
  return changed(state, { [facet]: more });
}

/** Narrows to one branch of the category tree, or opens it again with null. */
export function withCategory(state: CatalogueState, category: string | null): CatalogueState {
  return changed(state, { category });
}

/** Sorts another way. `relevance` without a query is the default order. */
export function withSort(state: CatalogueState, sort: Sort): CatalogueState {
  return changed(state, { sort: sort === 'relevance' ? defaultSort(state.q) : sort });
}

/** The next page, from the cursor of the last row shown. */
export function pageAfter(state: CatalogueState, after: string): CatalogueState {
  return { ...state, after, before: null };
}

/** The page before, from the cursor of the first row shown. */
export function pageBefore(state: CatalogueState, before: string): CatalogueState {
  return { ...state, after: null, before };
}

/** The same list from its start. */
export function firstPage(state: CatalogueState): CatalogueState {
  return changed(state, {});
}

/** Everything that narrows the list besides the words searched for, in the order of the filter panel. */
export function activeFilters(state: CatalogueState): ActiveFilter[] {
  const filters: ActiveFilter[] = [];
  if (state.category !== null) filters.push({ name: 'category', value: state.category });
  for (const name of LIST_FACETS) for (const value of state[name]) filters.push({ name, value });
  if (state.priceMin !== null || state.priceMax !== null) filters.push({ name: 'price' });
  if (state.moqMax !== null) filters.push({ name: 'moq_max' });
  if (state.leadMax !== null) filters.push({ name: 'lead_max' });
  if (state.sample) filters.push({ name: 'sample' });
  return filters;
}

/** The state without one of its filters. */
export function withoutFilter(state: CatalogueState, filter: ActiveFilter): CatalogueState {
  switch (filter.name) {
    case 'category':
      return changed(state, { category: null });
    case 'price':
      return changed(state, { priceMin: null, priceMax: null, currency: null });
    case 'moq_max':
      return changed(state, { moqMax: null });
    case 'lead_max':
      return changed(state, { leadMax: null });
    case 'sample':
      return changed(state, { sample: false });
    default:
      return changed(state, {
        [filter.name]: state[filter.name].filter((v) => v !== filter.value),
      });
  }
}

/** No filters, the same words and order. */
export function withoutFilters(state: CatalogueState): CatalogueState {
  return { ...EMPTY_STATE, q: state.q, sort: state.sort, reads: state.reads };
}
