import { isCountry } from './countries.ts';
import { isCurrency, minorUnitPlaces } from './currencies.ts';
import { isCursor } from './cursor.ts';
import { parseMoney, plainAmount } from './money.ts';
import { cleanQuery } from './search-text.ts';
import { isSlug } from './slug.ts';
import { QUANTITY_MAX } from './tiers.ts';

/** Facets that take several values; within one facet any value matches, between facets all must. */
export const LIST_FACETS = [
  'cluster',
  'country',
  'material',
  'technique',
  'certification',
] as const;
export type ListFacet = (typeof LIST_FACETS)[number];

export const SORTS = [
  'relevance',
  'newest',
  'price_asc',
  'price_desc',
  'moq_asc',
  'lead_asc',
] as const;
export type Sort = (typeof SORTS)[number];

/** No more values than this in one facet: a longer list is a robot's, and every value costs the database. */
export const FACET_VALUES_MAX = 20;
export const LEAD_DAYS_MAX = 730;

/**
 * One state of the catalogue. Every state is a URL and each URL one state: lists are sorted and free of doubles,
 * absent is null, [] or ''. `priceMin` and `priceMax` are minor units of `currency`; both are null without it.
 * `after` and `before` are opaque cursors, at most one is set.
 */
export type CatalogueState = {
  q: string;
  category: string | null;
  cluster: readonly string[];
  country: readonly string[];
  material: readonly string[];
  technique: readonly string[];
  certification: readonly string[];
  priceMin: number | null;
  priceMax: number | null;
  currency: string | null;
  moqMax: number | null;
  leadMax: number | null;
  sample: boolean;
  sort: Sort;
  /** The currency that prices are also read in; it narrows nothing. */
  reads: string | null;
  after: string | null;
  before: string | null;
};

export const EMPTY_STATE: CatalogueState = {
  q: '',
  category: null,
  cluster: [],
  country: [],
  material: [],
  technique: [],
  certification: [],
  priceMin: null,
  priceMax: null,
  currency: null,
  moqMax: null,
  leadMax: null,
  sample: false,
  sort: 'newest',
  reads: null,
  after: null,
  before: null,
};

/** Best match when something is searched for, else the newest first. */
export function defaultSort(q: string): Sort {
  return q === '' ? 'newest' : 'relevance';
}

/**
 * Reads a URL or a plain GET form. Never fails: what is unknown, malformed or out of bounds is dropped, doubled or
 * too many values are cut, a price range the wrong way round is turned. `site.currency` is taken when a price comes
 * without one; `site.locale` tells how a typed price is written (a URL of ours is read the same in every language).
 */
export function parseState(
  params: URLSearchParams,
  site: { currency: string; locale: string },
): CatalogueState {
  const q = cleanQuery(params.get('q') ?? '');
  const after = cursor(params, 'after');
  return {
    q,
    category: params.getAll('category').find(isSlug) ?? null,
    cluster: list(params, 'cluster'),
    country: list(params, 'country'),
    material: list(params, 'material'),
    technique: list(params, 'technique'),
    certification: list(params, 'certification'),
    ...prices(params, site),
    moqMax: whole(params, 'moq_max', 1, QUANTITY_MAX),
    leadMax: whole(params, 'lead_max', 0, LEAD_DAYS_MAX),
    sample: ['1', 'on', 'true'].includes(params.get('sample') ?? ''),
    sort: sort(params, q),
    reads: reads(params),
    after,
    before: after === null ? cursor(params, 'before') : null,
  };
}

function list(params: URLSearchParams, facet: ListFacet): string[] {
  const given = params.getAll(facet).map((v) => v.trim());
  const valid =
    facet === 'country'
      ? given.map((v) => v.toUpperCase()).filter(isCountry)
      : given.filter(isSlug);
  return [...new Set(valid)].sort().slice(0, FACET_VALUES_MAX);
}

function whole(params: URLSearchParams, name: string, least: number, most: number): number | null {
  const text = params.get(name)?.trim() ?? '';
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
}

function cursor(params: URLSearchParams, name: 'after' | 'before'): string | null {
  const text = params.get(name);
  return isCursor(text) ? text : null;
}

function sort(params: URLSearchParams, q: string): Sort {
  const wanted = SORTS.find((s) => s === params.get('sort')) ?? defaultSort(q);
  return wanted === 'relevance' ? defaultSort(q) : wanted;
}

function reads(params: URLSearchParams): string | null {
  const named = params.get('in')?.trim().toUpperCase();
  return isCurrency(named) ? named : null;
}

function prices(
  params: URLSearchParams,
  site: { currency: string; locale: string },
): Pick<CatalogueState, 'priceMin' | 'priceMax' | 'currency'> {
  const named = params.get('currency')?.trim().toUpperCase();
  const currency = isCurrency(named) ? named : site.currency;
  const low = price(params.get('price_min'), currency, site.locale);
  const high = price(params.get('price_max'), currency, site.locale);
  if (low === null && high === null) return { priceMin: null, priceMax: null, currency: null };
  const turned = low !== null && high !== null && low > high;
  return { priceMin: turned ? high : low, priceMax: turned ? low : high, currency };
}

/**
 * A price in minor units. Our own URLs write a dot and every decimal place, which is read first and in every language
 * the same; anything else is read as a person of this locale typed it. Nothing and zero set no bound.
 */
function price(text: string | null, currency: string, locale: string): number | null {
  if (!text) return null;
  const places = minorUnitPlaces(currency);
  const own = new RegExp(places === 0 ? '^\\d+$' : `^\\d+\\.\\d{${places}}$`).test(text);
  const read = parseMoney(text, currency, own ? 'en' : locale);
  return read.ok && read.value.amount > 0 ? read.value.amount : null;
}

/** The state as URL parameters in one fixed order, defaults left out: equal states give equal URLs. */
export function toParams(state: CatalogueState): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.append(name, String(value));
  };
  set('q', state.q);
  set('category', state.category);
  for (const facet of LIST_FACETS) for (const value of sorted(state[facet])) set(facet, value);
  if (state.currency !== null && (state.priceMin !== null || state.priceMax !== null)) {
    const { currency } = state;
    const written = (amount: number | null) =>
      amount === null ? null : plainAmount({ amount, currency });
    set('price_min', written(state.priceMin));
    set('price_max', written(state.priceMax));
    set('currency', currency);
  }
  set('moq_max', state.moqMax);
  set('lead_max', state.leadMax);
  set('sample', state.sample ? '1' : null);
  set('sort', state.sort === defaultSort(state.q) ? null : state.sort);
  set('in', state.reads);
  set('after', state.after);
  set('before', state.after === null ? state.before : null);
  return params;
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
