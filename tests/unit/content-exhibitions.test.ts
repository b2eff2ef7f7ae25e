import { describe, expect, it } from 'vitest';

import { LOCALES } from '#src/i18n/locales.ts';
import { ALT_LIMIT } from '#supabase/demo/content/alt.ts';
import { CLUSTERS } from '#supabase/demo/content/clusters.ts';
import { EXHIBITION_PICTURES, EXHIBITIONS } from '#supabase/demo/content/exhibitions.ts';
import { PRODUCERS } from '#supabase/demo/content/producers.ts';
import { PRODUCTS } from '#supabase/demo/content/products.ts';
import type { Text4 } from '#supabase/demo/content/types.ts';
import { picturesOf } from '#supabase/demo/db/exhibitions/find.ts';
import { KINDS } from '#supabase/demo/pictures/kinds.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const OBJECTS = EXHIBITIONS.flatMap(({ objects }) => objects);

function repeated<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

const isText4 = (value: object): value is Text4 => 'en' in value && 'fr' in value;

/** Every text of the content with the path to it. */
function textsIn(value: unknown, path: string): [path: string, text: Text4][] {
  if (typeof value !== 'object' || value === null) return [];
  if (isText4(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}.${key}`));
}

const TEXTS = EXHIBITIONS.flatMap((seed) => textsIn(seed, seed.slug));

describe('the exhibitions', () => {
  it('are one of a cluster and one of the operators, as large as was promised', () => {
    expect(EXHIBITIONS.map(({ cluster }) => cluster === null)).toEqual([false, true]);
    for (const { halls } of EXHIBITIONS) expect(halls.length).toBeGreaterThanOrEqual(3);
    const approved = EXHIBITIONS.flatMap(({ booths }) => booths.filter(({ state }) => !state));
    expect(approved.length).toBeGreaterThanOrEqual(10);
    expect(OBJECTS.length).toBeGreaterThanOrEqual(60);
    expect(EXHIBITIONS[0]!.tours[0]!.stops).toHaveLength(12);
    const kinds = EXHIBITIONS.flatMap(({ sections }) => sections.map(({ kind }) => kind));
    expect([...new Set(kinds)].sort()).toEqual([
      'documents',
      'gallery',
      'map',
      'quote',
      'text',
      'tour',
    ]);
    const roles = OBJECTS.flatMap(({ pictures = [] }) => pictures.map(({ role }) => role));
    for (const role of ['before', 'after', 'step', 'turn', 'detail']) expect(roles).toContain(role);
  });

  it('have slugs of their own and point at what there is', () => {
    const find = picturesOf(new Map());
    for (const { slug, cluster, halls, booths, objects, tours, sections, hero } of EXHIBITIONS) {
      expect(cluster === null || CLUSTERS.some((one) => one.slug === cluster)).toBe(true);
      const all = [slug, ...[...halls, ...objects, ...tours].map((one) => one.slug)];
      expect(all.filter((one) => !SLUG.test(one) || one.length > 80)).toEqual([]);
      for (const list of [halls, objects, tours])
        expect(repeated(list.map((one) => one.slug))).toEqual([]);
      expect(repeated(booths.map(({ producer }) => producer))).toEqual([]);
      const named = new Set(objects.map((one) => one.slug));
      const hallsOf = [...booths, ...objects, ...sections].flatMap(({ hall }) => hall ?? []);
      expect(hallsOf.filter((hall) => !halls.some((one) => one.slug === hall))).toEqual([]);
      for (const { producer } of booths)
        expect(
          PRODUCERS.some((one) => one.slug === producer),
          producer,
        ).toBe(true);
      for (const stop of tours.flatMap(({ stops }) => stops)) {
        expect(named, stop.title.en).toContain(stop.object);
        const [x, y, width, height] = stop.region ?? [0, 0, 1, 1];
        expect(Math.min(x, y, width, height) >= 0 && x + width <= 1 && y + height <= 1).toBe(true);
        expect(() => find(stop.picture)).not.toThrow();
      }
      const refs = [hero, ...halls.map(({ picture }) => picture)];
      for (const ref of refs) expect(() => find(ref)).not.toThrow();
    }
  });

  it('show each product in the booth of its maker, published and once', () => {
    for (const { booths, objects } of EXHIBITIONS) {
      for (const { kind, slug, booth, hall, texts, pictures } of objects) {
        if (kind !== 'product') {
          expect(booth === null && texts.title && pictures?.length, slug).toBeTruthy();
          continue;
        }
        const product = PRODUCTS.find(({ key }) => key === slug);
        expect([product?.producer, product?.state], slug).toEqual([booth, 'published']);
        expect(booths.find(({ producer }) => producer === booth)?.hall, slug).toBe(hall);
      }
    }
  });

  it('say everything in every language, and French with its no-break spaces', () => {
    expect(TEXTS.length).toBeGreaterThan(180);
    for (const [path, text] of TEXTS) {
      const title = /\.(title|maker|made|material|dimensions|credit|caption|attribution)$/.test(
        path,
      );
      for (const locale of LOCALES) {
        expect(text[locale]?.trim().length, `${path} ${locale}`).toBeGreaterThan(0);
        expect(text[locale].length, `${path} ${locale}`).toBeLessThanOrEqual(title ? 300 : 900);
      }
      expect(text.fr, path).not.toMatch(/(?<![\u00a0\u202f])[:;!?»](?=\s|$)|«(?![\u00a0\u202f])/);
      if (!/dimensions|made$/.test(path) && text.en.length > 24)
        expect(text.rw !== text.en && text.sw !== text.en && text.fr !== text.en, path).toBe(true);
    }
  });

  it('have labels that can be read standing: 20 to 70 words', () => {
    const lengths = OBJECTS.map(({ slug, texts }) => [slug, texts.label.en.split(/\s+/).length]);
    expect(lengths.filter(([, words]) => Number(words) < 20 || Number(words) > 70)).toEqual([]);
  });

  it('draw pictures that can be drawn, with alt texts that a listener can bear', () => {
    for (const { key, spec, alt } of EXHIBITION_PICTURES) {
      const options = Object.entries(spec.options ?? {});
      const known = KINDS[spec.kind].options;
      expect(
        options.filter(([name, value]) => !known[name]?.includes(value)),
        key,
      ).toEqual([]);
      for (const locale of LOCALES) {
        expect(alt[locale].trim(), `${key} ${locale}`).not.toBe('');
        expect(alt[locale].length, `${key} ${locale}`).toBeLessThanOrEqual(ALT_LIMIT);
      }
    }
    const alts = EXHIBITION_PICTURES.map(({ alt }) => alt.en);
    expect(repeated(alts)).toEqual([]);
  });
});
