import { isCountry } from '#src/domain/countries.ts';
import { isCursor } from '#src/domain/cursor.ts';
import { FACET_VALUES_MAX } from '#src/domain/facets.ts';
import { cleanQuery } from '#src/domain/search-text.ts';
import { isSlug } from '#src/domain/slug.ts';
import type { ProducersState } from '../schema.ts';

export const PRODUCERS_PARAMS = [
  'q',
  'cluster',
  'country',
  'technique',
  'verified',
  'after',
  'before',
] as const;

export const ALL_PRODUCERS: ProducersState = {
  q: '',
  cluster: [],
  country: [],
  technique: [],
  verified: false,
  after: null,
  before: null,
};

/** Reads a URL or the GET form; what is unknown or malformed is dropped. */
export function parseProducers(params: URLSearchParams): ProducersState {
  const list = (name: string, isValid: (value: string) => boolean) =>
    [...new Set(params.getAll(name).filter(isValid))].sort().slice(0, FACET_VALUES_MAX);
  const cursor = (name: string) => {
    const text = params.get(name);
    return isCursor(text) ? text : null;
  };
  const after = cursor('after');
  return {
    q: cleanQuery(params.get('q') ?? ''),
    cluster: list('cluster', isSlug),
    country: list('country', isCountry),
    technique: list('technique', isSlug),
    verified: params.get('verified') === '1',
    after,
    before: after === null ? cursor('before') : null,
  };
}

/** The state as URL parameters in one fixed order, what is not set left out. */
export function producersQuery(state: ProducersState): string {
  const params = new URLSearchParams();
  if (state.q) params.append('q', state.q);
  for (const name of ['cluster', 'country', 'technique'] as const)
    for (const value of state[name]) params.append(name, value);
  if (state.verified) params.append('verified', '1');
  if (state.after) params.append('after', state.after);
  else if (state.before) params.append('before', state.before);
  return params.toString();
}

/** How many filters are on, besides the words searched for. */
export function filtersOn(state: ProducersState): number {
  const { cluster, country, technique, verified } = state;
  return cluster.length + country.length + technique.length + (verified ? 1 : 0);
}
