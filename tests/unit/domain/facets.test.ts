import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCursor } from '#src/domain/cursor.ts';
import {
  activeFilters,
  firstPage,
  pageAfter,
  pageBefore,
  toggleValue,
  withCategory,
  withoutFilter,
  withoutFilters,
  withSort,
} from '#src/domain/facet-toggles.ts';
import {
  defaultSort,
  EMPTY_STATE,
  FACET_VALUES_MAX,
  LEAD_DAYS_MAX,
  LIST_FACETS,
  parseState,
  SORTS,
  toParams,
  type CatalogueState,
} from '#src/domain/facets.ts';
import { cleanQuery } from '#src/domain/search-text.ts';

const site = { currency: 'USD', locale: 'en' };
const parse = (query: string, at = site) => parseState(new URLSearchParams(query), at);
const url = (state: CatalogueState) => toParams(state).toString();

const slug = fc.stringMatching(/^[a-z0-9]{2,8}(-[a-z0-9]{1,6})?$/);
const slugs = fc.uniqueArray(slug, { maxLength: 5 }).map((v) => v.sort());
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
// Small amounts too: a written `1.500` is where languages differ by a thousand.
const price = maybe(
  fc.oneof(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 1e9 })),
);

/** Any state that a person can reach. */
const anyState: fc.Arbitrary<CatalogueState> = fc
  .record({
    q: fc.string({ maxLength: 30 }).map(cleanQuery),
    category: maybe(slug),
    cluster: slugs,
    country: fc.subarray(['FR', 'KE', 'RW', 'US']),
    material: slugs,
    technique: slugs,
    certification: slugs,
    low: price,
    high: price,
    currency: fc.constantFrom('RWF', 'USD', 'TND'),
    reads: maybe(fc.constantFrom('EUR', 'RWF', 'USD')),
    moqMax: maybe(fc.integer({ min: 1, max: 100_000_000 })),
    leadMax: maybe(fc.integer({ min: 0, max: LEAD_DAYS_MAX })),
    sample: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
    cursor: maybe(fc.integer().map((key) => encodeCursor({ key, id: 'a1' }))),
    forward: fc.boolean(),
  })
  .map(({ low, high, currency, cursor, forward, ...rest }) => {
    const turned = low !== null && high !== null && low > high;
    return {
      ...rest,
      sort: rest.sort === 'relevance' ? defaultSort(rest.q) : rest.sort,
      priceMin: turned ? high : low,
      priceMax: turned ? low : high,
      currency: low === null && high === null ? null : currency,
      after: forward ? cursor : null,
      before: forward ? null : cursor,
    };
  });

describe('state and URL', () => {
  it('are one and the same, in every language and whatever the order of parameters', () => {
    fc.assert(
      fc.property(
        anyState,
        fc.constantFrom('en', 'fr', 'rw', 'sw'),
        fc.infiniteStream(fc.nat()),
        (state, locale, mix) => {
          const at = { currency: 'EUR', locale };
          expect(parse(url(state), at)).toEqual(state);
          const shuffled = [...toParams(state)]
            .map((pair) => ({ pair, at: mix.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ pair }) => pair);
          expect(url(parseState(new URLSearchParams(shuffled), at))).toBe(url(state));
        },
      ),
    );
  });

  it('survive anything that is thrown at them, and settle at once', () => {
    const names = [
      'q',
      'category',
      ...LIST_FACETS,
      'price_min',
      'price_max',
      'currency',
      'moq_max',
      'lead_max',
      'sample',
      'sort',
      'after',
      'before',
      'x',
    ];
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      slug,
      fc.constantFrom('RW', '-1', '1e9', 'NaN', '١٢', '1.500', 'price_asc'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 30 }),
        (pairs) => {
          const state = parseState(new URLSearchParams(pairs), site);
          expect(parse(url(state))).toEqual(state);
          for (const name of LIST_FACETS)
            expect(state[name].length).toBeLessThanOrEqual(FACET_VALUES_MAX);
        },
      ),
    );
  });

  it('write no currency without a price, and no price without a currency', () => {
    expect(url({ ...EMPTY_STATE, currency: 'USD' })).toBe('');
    expect(url({ ...EMPTY_STATE, priceMin: 100 })).toBe('');
    expect(url({ ...EMPTY_STATE, priceMax: 1500, currency: 'TND' })).toBe(
      'price_max=1.500&currency=TND',
    );
    expect(parse('price_max=1.500&currency=TND', { currency: 'EUR', locale: 'fr' }).priceMax).toBe(
      1500,
    );
  });

  it('leave defaults out', () => {
    expect(url(EMPTY_STATE)).toBe('');
    expect(parse('')).toEqual(EMPTY_STATE);
    expect(url(parse('sort=newest&sample=0&q=&price_min=&moq_max='))).toBe('');
    expect(url(parse('q=shoe&sort=relevance'))).toBe('q=shoe');
    expect(url(parse('q=shoe&sort=newest'))).toBe('q=shoe&sort=newest');
    expect(parse('sort=relevance').sort).toBe('newest');
  });

  it('have one canonical order', () => {
    expect(
      url(
        parse(
          'sample=on&material=suede&currency=rwf&material=calf&price_max=5000&q= a  b &category=shoes&material=calf',
        ),
      ),
    ).toBe(
      'q=a+b&category=shoes&material=calf&material=suede&price_max=5000&currency=RWF&sample=1',
    );
  });

  it.each([
    'category=Not+a+slug',
    'country=XX',
    'country=ZZ&country=UK',
    'material=a',
    'material=%F0%9F%91%9F',
    'price_min=-1',
    'price_min=abc&price_max=1e5',
    'price_min=0&price_max=0',
    'price_max=1.500',
    'moq_max=0',
    'moq_max=1.5',
    'moq_max=999999999',
    'lead_max=-1',
    'lead_max=731',
    'sort=cheapest',
    'after=a+b',
    'before=%2F..%2F',
    'sample=0',
    'unknown=1',
    'currency=RWF',
  ])('drop %s', (query) => expect(parse(query)).toEqual(EMPTY_STATE));

  it('turn a range the wrong way round, and take the site currency when none is named', () => {
    expect(parse('price_min=20&price_max=10')).toMatchObject({
      priceMin: 1000,
      priceMax: 2000,
      currency: 'USD',
    });
    expect(parse('price_min=20&currency=ZZZ', { currency: 'RWF', locale: 'en' })).toMatchObject({
      priceMin: 20,
      currency: 'RWF',
    });
  });

  it('read a price as it is typed in the language', () => {
    expect(parse('price_max=12,50', { currency: 'USD', locale: 'fr' }).priceMax).toBe(1250);
    expect(parse('price_max=12+500', { currency: 'RWF', locale: 'rw' }).priceMax).toBe(12500);
  });

  it('cap long lists, and keep one cursor', () => {
    const many = Array.from({ length: 50 }, (_, i) => `material=m${i + 10}`).join('&');
    expect(parse(many).material).toHaveLength(FACET_VALUES_MAX);
    const both = parse('after=abc&before=def');
    expect([both.after, both.before]).toEqual(['abc', null]);
  });
});

describe('choices', () => {
  it('undo themselves', () => {
    fc.assert(
      fc.property(
        anyState,
        fc.constantFrom('cluster', 'material', 'technique', 'certification'),
        slug,
        (state, facet, value) => {
          expect(toggleValue(toggleValue(state, facet, value), facet, value)).toEqual(
            firstPage(state),
          );
        },
      ),
    );
  });

  it('start on the first page', () => {
    const deep = pageAfter(EMPTY_STATE, 'abc');
    expect(deep.after).toBe('abc');
    expect(pageBefore(deep, 'def')).toMatchObject({ after: null, before: 'def' });
    for (const state of [
      toggleValue(deep, 'country', 'RW'),
      withCategory(deep, 'shoes'),
      withSort(deep, 'price_asc'),
      firstPage(deep),
    ]) {
      expect([state.after, state.before]).toEqual([null, null]);
    }
    expect(withSort(EMPTY_STATE, 'relevance').sort).toBe('newest');
  });

  it('keep lists sorted and capped', () => {
    expect(toggleValue(parse('material=suede'), 'material', 'calf').material).toEqual([
      'calf',
      'suede',
    ]);
    const full = {
      ...EMPTY_STATE,
      material: Array.from({ length: FACET_VALUES_MAX }, (_, i) => `m${i + 10}`),
    };
    expect(toggleValue(full, 'material', 'zz').material).toEqual(full.material);
    expect(toggleValue(full, 'material', 'm10').material).toHaveLength(FACET_VALUES_MAX - 1);
  });

  it('can be taken away one by one until nothing narrows the list', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        let left = state;
        for (const filter of activeFilters(state)) {
          const fewer = withoutFilter(left, filter);
          expect(activeFilters(fewer)).toHaveLength(activeFilters(left).length - 1);
          left = fewer;
        }
        expect(firstPage(left)).toEqual(withoutFilters(state));
        expect(left.q).toBe(state.q);
      }),
    );
  });
});
