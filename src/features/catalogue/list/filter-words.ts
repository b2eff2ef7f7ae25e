import { countryName } from '#src/domain/countries.ts';
import { activeFilters, type ActiveFilter } from '#src/domain/facet-toggles.ts';
import type { CatalogueState } from '#src/domain/facets.ts';
import type { Facets } from '../views.ts';
import { number, price, type Words } from '../words.ts';

export type FilterChip = { filter: ActiveFilter; label: string };

/** What narrows the list, each in words, for the chips above it. */
export function filterChips(state: CatalogueState, facets: Facets, words: Words): FilterChip[] {
  return activeFilters(state).map((filter) => ({
    filter,
    label: filterLabel(filter, state, facets, words),
  }));
}

function filterLabel(
  filter: ActiveFilter,
  state: CatalogueState,
  facets: Facets,
  words: Words,
): string {
  const l = words.t.market.list;
  switch (filter.name) {
    case 'price':
      return priceRange(state, words);
    case 'moq_max':
      return `${l.facets.moq}: ${l.upTo(number(state.moqMax ?? 0, words))}`;
    case 'lead_max':
      return `${l.facets.lead}: ${l.upTo(words.t.market.days(state.leadMax ?? 0))}`;
    case 'sample':
      return l.sampleAvailable;
    case 'country':
      return countryName(filter.value, words.locale);
    default:
      return facets[filter.name].find((one) => one.key === filter.value)?.name ?? filter.value;
  }
}

/** “RWF 5,000 to RWF 10,000”, or one end of it. */
export function priceRange(
  range: { priceMin: number | null; priceMax: number | null; currency: string | null },
  words: Words,
): string {
  const { priceMin, priceMax, currency } = range;
  const l = words.t.market.list;
  if (!currency) return '';
  const shown = (amount: number) => price({ amount, currency }, words);
  if (priceMin !== null && priceMax !== null) return l.priceRange(shown(priceMin), shown(priceMax));
  if (priceMin !== null) return l.priceFrom(shown(priceMin));
  return priceMax === null ? '' : l.priceTo(shown(priceMax));
}
