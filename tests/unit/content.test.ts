import { describe, expect, it } from 'vitest';

import { LOCALES } from '#src/i18n/locales.ts';
import { CATEGORIES, LEAVES } from '#supabase/demo/content/categories.ts';
import { PRODUCERS } from '#supabase/demo/content/producers.ts';
import { PRODUCTS } from '#supabase/demo/content/products.ts';
import { isTerm, TERMS } from '#supabase/demo/content/vocabularies.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const UNITS = ['PR', 'H87', 'SET', 'KGM', 'MTK', 'FTK', 'MTR', 'LTR'];
const leaves = new Map(LEAVES.map((leaf) => [leaf.key, leaf]));

function repeated<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Keys of the products for which a rule does not hold. */
function breaking(rule: (product: (typeof PRODUCTS)[number]) => boolean): string[] {
  return PRODUCTS.filter((product) => !rule(product)).map((product) => product.key);
}

function words(text: string): number {
  return text.trim().split(/\s+/).length;
}

describe('categories', () => {
  it('form one tree with unique keys, parents first', () => {
    expect(repeated(CATEGORIES.map((category) => category.key))).toEqual([]);
    const known = new Set<string>();
    for (const { key, parent } of CATEGORIES) {
      expect(key).toMatch(SLUG);
      expect(parent === null || known.has(parent), `${key} before its parent`).toBe(true);
      known.add(key);
    }
  });

  it('have at least 60 leaves, each with a heading and a unit, and branches without', () => {
    expect(LEAVES.length).toBeGreaterThanOrEqual(60);
    for (const category of CATEGORIES) {
      if (leaves.has(category.key)) {
        expect(category.hsHeading, category.key).toMatch(/^[0-9]{4,6}$/);
        expect(UNITS).toContain(category.defaultUnit);
      } else {
        expect(category.hsHeading).toBeNull();
      }
    }
  });

  it('and the terms are named in every language, once each', () => {
    for (const locale of LOCALES) {
      expect(CATEGORIES.every((category) => category.names[locale].length <= 120)).toBe(true);
      for (const kind of ['material', 'technique', 'certification']) {
        const names = TERMS.filter((term) => term.kind === kind).map((term) => term.names[locale]);
        const doubles = repeated(names);
        expect(doubles, `${kind} ${locale}`).toEqual([]);
      }
    }
    expect(repeated(TERMS.map((term) => `${term.kind} ${term.key}`))).toEqual([]);
  });
});

describe('products', () => {
  it('are at least 240, with unique keys and titles in every language', () => {
    expect(PRODUCTS.length).toBeGreaterThanOrEqual(240);
    expect(repeated(PRODUCTS.map((product) => product.key))).toEqual([]);
    expect(breaking((product) => SLUG.test(product.key) && product.key.length <= 80)).toEqual([]);
    for (const locale of LOCALES) {
      expect(repeated(PRODUCTS.map((product) => product.title[locale].toLowerCase()))).toEqual([]);
      expect(breaking((product) => product.title[locale].length <= 140)).toEqual([]);
    }
  });

  it('point at producers, leaves and terms that exist', () => {
    const producers = new Set(PRODUCERS.map((producer) => producer.slug));
    expect(breaking((product) => producers.has(product.producer))).toEqual([]);
    expect(breaking((product) => leaves.has(product.category))).toEqual([]);
    expect(breaking(({ materials }) => materials.every((key) => isTerm('material', key)))).toEqual(
      [],
    );
    expect(
      breaking(({ techniques }) => techniques.every((key) => isTerm('technique', key))),
    ).toEqual([]);
    expect(breaking(({ materials }) => materials.length > 0)).toEqual([]);
  });

  it('carry an HS code of the chapter that their category suggests', () => {
    expect(breaking((product) => /^[0-9]{6,10}$/.test(product.hsCode))).toEqual([]);
    const sameChapter = (code: string, heading?: string | null) =>
      heading?.slice(0, 2) === code.slice(0, 2);
    expect(
      breaking(({ hsCode, category }) => sameChapter(hsCode, leaves.get(category)?.hsHeading)),
    ).toEqual([]);
  });

  it('ask for a MOQ in whole multiples that a month can make', () => {
    expect(breaking(({ moq, orderMultiple }) => moq > 0 && moq % orderMultiple === 0)).toEqual([]);
    expect(breaking(({ moq, capacityPerMonth }) => moq <= capacityPerMonth)).toEqual([]);
    expect(breaking(({ leadTimeDays }) => leadTimeDays > 0 && leadTimeDays < 730)).toEqual([]);
  });

  it('have tiers that start at the MOQ or above and never rise', () => {
    for (const { key, moq, orderMultiple, priceAmount, priceTiers } of PRODUCTS) {
      let before = { minQuantity: moq - 1, unitAmount: priceAmount };
      for (const tier of priceTiers) {
        expect(tier.minQuantity, key).toBeGreaterThan(before.minQuantity);
        expect(tier.minQuantity % orderMultiple, key).toBe(0);
        expect(tier.unitAmount, key).toBeLessThanOrEqual(before.unitAmount);
        before = tier;
      }
    }
  });

  it('are priced in whole minor units of RWF or USD, variants too', () => {
    expect(breaking(({ priceCurrency }) => ['RWF', 'USD'].includes(priceCurrency))).toEqual([]);
    expect(breaking(({ priceAmount }) => Number.isInteger(priceAmount) && priceAmount > 0)).toEqual(
      [],
    );
    for (const { key, variants } of PRODUCTS) {
      expect(repeated(variants.map((variant) => variant.name)), key).toEqual([]);
      expect(repeated(variants.map((variant) => variant.sku)), key).toEqual([]);
      expect(
        variants.every((variant) => variant.priceAmount === null || variant.priceAmount > 0),
        key,
      ).toBe(true);
    }
  });

  it('are described in English in 40 to 90 words and in another language, 60 of them in all four', () => {
    const lengths = breaking(
      ({ description }) => words(description.en) >= 40 && words(description.en) <= 90,
    );
    expect(lengths).toEqual([]);
    expect(breaking(({ description }) => Object.keys(description).length >= 2)).toEqual([]);
    const everywhere = PRODUCTS.filter(({ description }) => Object.keys(description).length === 4);
    expect(everywhere.length).toBeGreaterThanOrEqual(60);
  });

  it('show every state, and give the reason only where a listing was sent back', () => {
    const states = new Set(PRODUCTS.map((product) => product.state));
    expect([...states].sort()).toEqual(['archived', 'draft', 'in_review', 'published']);
    expect(
      breaking(({ state, returnedReason }) => returnedReason === null || state === 'draft'),
    ).toEqual([]);
  });
});
