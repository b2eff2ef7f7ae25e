import { countryName } from '#src/domain/countries.ts';
import { activeFilters } from '#src/domain/facet-toggles.ts';
import type { CatalogueState } from '#src/domain/facets.ts';
import { formatMoney } from '#src/domain/money.ts';
import { numberFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';

import { nameKey, type SearchNames } from './names.ts';

type Words = { locale: Locale; t: Messages };

/** What a search asks for, part by part. What has no name any more is called by its key. */
export function searchParts(state: CatalogueState, names: SearchNames, words: Words): string[] {
  const { finding, market } = words.t;
  const said = state.q ? [finding.searches.words(state.q)] : [];
  const filters = activeFilters(state).map((filter) => {
    switch (filter.name) {
      case 'price':
        return priceWords(state, words);
      case 'moq_max':
        return finding.searches.part(
          market.list.facets.moq,
          market.list.upTo(numberFormat(words.locale).format(state.moqMax ?? 0)),
        );
      case 'lead_max':
        return finding.searches.part(
          market.list.facets.lead,
          market.list.upTo(market.days(state.leadMax ?? 0)),
        );
      case 'sample':
        return market.list.sampleAvailable;
      case 'country':
        return countryName(filter.value, words.locale);
      default:
        return finding.searches.part(
          market.list.facets[filter.name],
          names.get(nameKey(filter.name, filter.value)) ?? filter.value.replaceAll('-', ' '),
        );
    }
  });
  const parts = [...said, ...filters];
  return parts.length > 0 ? parts : [finding.searches.everything];
}

function priceWords({ priceMin, priceMax, currency }: CatalogueState, words: Words): string {
  const l = words.t.market.list;
  const money = (amount: number) =>
    formatMoney({ amount, currency: currency ?? 'USD' }, words.locale, { whole: 'short' });
  if (priceMin !== null && priceMax !== null) return l.priceRange(money(priceMin), money(priceMax));
  return priceMin !== null ? l.priceFrom(money(priceMin)) : l.priceTo(money(priceMax ?? 0));
}
