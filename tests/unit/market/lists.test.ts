import { describe, expect, it } from 'vitest';
import { EMPTY_STATE } from '#src/domain/facets.ts';
import { branchOf } from '#src/features/catalogue/list/categories.ts';
import { filterChips, priceRange } from '#src/features/catalogue/list/filter-words.ts';
import { listMeta } from '#src/features/catalogue/list/meta.ts';
import {
  ALL_PRODUCERS,
  filtersOn,
  parseProducers,
  producersQuery,
} from '#src/features/catalogue/people/state.ts';
import type { CataloguePage, CategoryCount, Facets } from '#src/features/catalogue/views.ts';
import { messages } from '#src/i18n/messages.ts';

const words = { locale: 'en' as const, t: messages('en') };
const node = (key: string, parent: string | null, count = 1): CategoryCount => ({
  key,
  parent,
  count,
  name: key.toUpperCase(),
});
const TREE = [
  node('footwear', null, 5),
  node('boots', 'footwear', 3),
  node('sandals', 'footwear', 2),
  node('food', null, 4),
];
const FACETS: Facets = {
  category: TREE,
  cluster: [{ key: 'kigali', name: 'Kigali cluster', count: 2 }],
  country: [{ key: 'RW', count: 5 }],
  material: [],
  technique: [],
  certification: [],
  sample: 0,
  price: { currency: 'RWF', currencies: [], steps: [] },
  moq: [],
  lead: [],
};
const page = { facets: FACETS } as CataloguePage;

describe('the category tree', () => {
  it('shows the roots when nothing is chosen', () => {
    const { trail, children } = branchOf(TREE, null);
    expect(trail).toEqual([]);
    expect(children.map(({ key }) => key)).toEqual(['footwear', 'food']);
  });

  it('shows what lies below a branch, and the siblings of a leaf', () => {
    const below = branchOf(TREE, 'footwear');
    const leaf = branchOf(TREE, 'boots');
    expect(below.trail.map(({ key }) => key)).toEqual(['footwear']);
    expect(leaf.trail.map(({ key }) => key)).toEqual(['footwear']);
    expect(leaf.children).toEqual(below.children);
    expect(leaf.children.map(({ key }) => key)).toEqual(['boots', 'sandals']);
  });

  it('shows the roots for a category that has nothing to show, and ends on a tree that bites its tail', () => {
    expect(branchOf(TREE, 'gone').children.map(({ key }) => key)).toEqual(['footwear', 'food']);
    const ring = [node('a', 'b'), node('b', 'a')];
    expect(branchOf(ring, 'a').trail.length).toBeLessThan(3);
  });
});

describe('what a list says of itself', () => {
  it('names a chosen category and the way to it', () => {
    const meta = listMeta({ ...EMPTY_STATE, category: 'boots' }, page, words);
    expect(meta).toMatchObject({
      title: 'BOOTS',
      canonical: '/products?category=boots',
      noindex: false,
    });
    expect(meta.trail.map(({ label }) => label)).toEqual(['All products', 'FOOTWEAR', 'BOOTS']);
  });

  it('keeps words, filters and orders out of search engines', () => {
    const noindex = (change: object) =>
      listMeta({ ...EMPTY_STATE, ...change }, page, words).noindex;
    expect(noindex({})).toBe(false);
    expect(noindex({ after: 'abc' })).toBe(false);
    expect(noindex({ q: 'boots', sort: 'relevance' })).toBe(true);
    expect(noindex({ country: ['RW'] })).toBe(true);
    expect(noindex({ sort: 'price_asc' })).toBe(true);
  });

  it('writes every filter in words', () => {
    const state = {
      ...EMPTY_STATE,
      category: 'boots',
      cluster: ['kigali', 'left-the-market'],
      country: ['RW'],
      priceMin: 5000,
      priceMax: null,
      currency: 'RWF',
      moqMax: 20,
      leadMax: 14,
      sample: true,
    };
    expect(filterChips(state, FACETS, words).map(({ label }) => label)).toEqual([
      'BOOTS',
      'Kigali cluster',
      'left-the-market',
      'Rwanda',
      'from RWF\u00a05,000',
      'Minimum order: up to 20',
      'Lead time: up to 14 days',
      'A sample can be ordered',
    ]);
  });

  it('writes a price range with both ends, one, or none', () => {
    const range = (priceMin: number | null, priceMax: number | null) =>
      priceRange({ priceMin, priceMax, currency: 'USD' }, words);
    expect([range(500, 1250), range(null, 1250), range(null, null)]).toEqual([
      '$5 to $12.50',
      'up to $12.50',
      '',
    ]);
  });
});

describe('the addresses of the producers’ list', () => {
  it('reads and writes the same state', () => {
    const query =
      'q=kigali&cluster=kigali&cluster=masoro&country=RW&technique=weaving&verified=1&after=abc';
    const state = parseProducers(new URLSearchParams(query));
    expect(producersQuery(state)).toBe(query);
    expect(filtersOn(state)).toBe(5);
  });

  it('drops what it does not know, and one cursor when there are two', () => {
    const query = 'cluster=NOT A SLUG&country=XX&verified=yes&after=a&before=b&utm_source=x&page=9';
    expect(parseProducers(new URLSearchParams(query))).toEqual({ ...ALL_PRODUCERS, after: 'a' });
  });
});
