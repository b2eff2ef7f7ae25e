import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COMPLETENESS,
  completeness,
  LISTING_REQUIREMENTS,
  missingAsFields,
  missingToPublish,
  type ListingFacts,
} from '#src/domain/listing.ts';

const EMPTY: ListingFacts = {
  title: '',
  categoryId: null,
  price: null,
  currency: null,
  unit: null,
  moq: null,
  leadTimeDays: null,
  pictureCount: 0,
};
const ENOUGH: ListingFacts = {
  title: 'Brogue',
  categoryId: 'c1',
  price: 2500,
  currency: 'USD',
  unit: 'PR',
  moq: 10,
  leadTimeDays: 0,
  pictureCount: 1,
};
const ALL: ListingFacts = {
  ...ENOUGH,
  pictureCount: 3,
  altTextCount: 3,
  description: 'x'.repeat(120),
  materials: ['leather'],
  techniques: ['hand-stitched'],
  hsCode: '640351',
  originCountry: 'RW',
  incoterm: 'FOB',
  incotermPlace: 'Mombasa',
  capacityPerMonth: 200,
  tiers: [{ minQuantity: 50, unitAmount: 2300 }],
  measured: true,
  translatedLocales: 1,
};

describe('ready to publish', () => {
  it('wants six facts and a picture, nothing else', () => {
    expect(missingToPublish(EMPTY)).toEqual([...LISTING_REQUIREMENTS]);
    expect(missingToPublish(ENOUGH)).toEqual([]);
  });

  it.each<[string, Partial<ListingFacts>]>([
    ['title', { title: '  a ' }],
    ['category', { categoryId: '' }],
    ['price', { price: 0 }],
    ['price', { price: NaN }],
    ['price', { currency: null }],
    ['unit', { unit: ' ' }],
    ['moq', { moq: 0 }],
    ['moq', { moq: -5 }],
    ['lead_time', { leadTimeDays: null }],
    ['lead_time', { leadTimeDays: -1 }],
    ['lead_time', { leadTimeDays: NaN }],
    ['picture', { pictureCount: 0 }],
    ['picture', { pictureCount: 13 }],
  ])('misses the %s in %j', (item, change) =>
    expect(missingToPublish({ ...ENOUGH, ...change })).toEqual([item]),
  );

  it('takes twelve pictures', () => {
    expect(missingToPublish({ ...ENOUGH, pictureCount: 12 })).toEqual([]);
    expect(missingAsFields({ ...ENOUGH, pictureCount: 13 })).toEqual({
      picture: 'too_many_photos',
    });
    expect(missingAsFields({ ...ENOUGH, pictureCount: 0, title: '' })).toEqual({
      title: 'required',
      picture: 'photo_needed',
    });
  });
});

describe('completeness', () => {
  it('runs from nothing to everything, and half is enough to publish', () => {
    expect(COMPLETENESS.reduce((sum, c) => sum + c.weight, 0)).toBe(100);
    expect(completeness(EMPTY).score).toBe(0);
    expect(completeness(ENOUGH)).toMatchObject({ score: 50, ready: true });
    expect(completeness(ALL)).toEqual({ score: 100, ready: true, hints: [] });
  });

  it('hints at what is required first, then at what weighs most', () => {
    expect(completeness(EMPTY).hints.slice(0, 8)).toEqual([
      ...LISTING_REQUIREMENTS,
      'more_pictures',
    ]);
    expect(completeness(ENOUGH).hints.slice(0, 2)).toEqual(['more_pictures', 'description']);
    const optional = COMPLETENESS.slice(LISTING_REQUIREMENTS.length).map((c) => c.weight);
    expect(optional).toEqual(optional.toSorted((a, b) => b - a));
    const { hints } = completeness({ ...ALL, moq: null, description: '' });
    expect(hints).toEqual(['moq', 'description']);
  });

  it.each<[string, Partial<ListingFacts>]>([
    ['incoterm', { incotermPlace: ' ' }],
    ['alt_texts', { altTextCount: 2 }],
    ['more_pictures', { pictureCount: 2, altTextCount: 2 }],
    ['description', { description: 'x'.repeat(119) }],
    ['capacity', { capacityPerMonth: 0 }],
    ['measures', { measured: false }],
    ['translation', { translatedLocales: 0 }],
    ['tiers', { tiers: [] }],
  ])('hints at %s for %j', (item, change) => {
    expect(completeness({ ...ALL, ...change }).hints).toEqual([item]);
  });

  it('never falls when a fact is added, and hints at nothing twice', () => {
    const keys = Object.keys(ALL) as (keyof ListingFacts)[];
    fc.assert(
      fc.property(fc.subarray(keys), fc.constantFrom(...keys), (given, added) => {
        const some = (names: readonly string[]) =>
          Object.fromEntries(Object.entries(ALL).filter(([name]) => names.includes(name)));
        const before = completeness({ ...EMPTY, ...some(given) });
        const after = completeness({ ...EMPTY, ...some([...given, added]) });
        // More pictures need more alt texts, the one fact that another can open again.
        if (added !== 'pictureCount') expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(new Set(before.hints).size).toBe(before.hints.length);
        expect(before.ready).toBe(
          !before.hints.some((h) => LISTING_REQUIREMENTS.some((r) => r === h)),
        );
      }),
    );
  });
});
