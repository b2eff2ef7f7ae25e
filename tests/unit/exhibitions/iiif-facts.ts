import fc from 'fast-check';
import type {
  IiifExhibition,
  IiifObject,
  IiifPicture,
  IiifTour,
  Texts,
} from '#src/domain/exhibitions/iiif-facts.ts';
import { iiifSite } from '#src/features/exhibitions/iiif/site.ts';

/** A site at an address, and what the database may say, in every shape. */
export const SITE = iiifSite({ siteUrl: 'https://market.example' });

const text = fc.string({ minLength: 1, maxLength: 40 });
export const texts: fc.Arbitrary<Texts> = fc
  .record({ en: text, fr: text, rw: text, sw: text }, { requiredKeys: ['en'] })
  .map((all) => all as Texts);
const slug = fc.stringMatching(/^[a-z][a-z0-9]{1,12}(-[a-z0-9]{1,6})?$/);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

export const picture: fc.Arbitrary<IiifPicture> = fc.record({
  code: fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{10}$/),
  sha8: fc.stringMatching(/^[0-9a-f]{8}$/),
  width: fc.integer({ min: 32, max: 2048 }),
  height: fc.integer({ min: 32, max: 4096 }),
  alts: texts,
  caption: maybe(texts),
});

const summary = fc.record({
  id: fc.uuid(),
  slug,
  title: texts,
  summary: maybe(texts),
  opensAt: fc.constant('2026-06-01T08:00:00+02:00'),
  closesAt: fc.constant('2026-06-09T17:00:00.123+02:00'),
  hero: maybe(picture),
  turnsIn: maybe(fc.integer({ min: 1, max: 10_000_000 })),
  cluster: maybe(fc.record({ slug, name: text })),
});

const kept = fc.record({
  url: fc.webUrl(),
  kind: fc.constantFrom('Manifest' as const, 'Collection' as const),
  label: fc.record({ en: fc.array(text, { minLength: 1, maxLength: 2 }) }),
  thumbnail: maybe(fc.webUrl()),
  homepage: maybe(fc.webUrl()),
  attribution: text,
  rights: fc.constant(null),
});

export const exhibition: fc.Arbitrary<IiifExhibition> = fc
  .record({
    summary,
    halls: fc.uniqueArray(
      fc.record({
        slug,
        title: texts,
        intro: maybe(texts),
        picture: maybe(picture),
        objects: fc.uniqueArray(fc.record({ slug, title: texts, cover: maybe(picture) }), {
          selector: (one) => one.slug,
          maxLength: 4,
        }),
      }),
      { selector: (one) => one.slug, maxLength: 3 },
    ),
    tours: fc.uniqueArray(fc.record({ slug, title: texts, intro: maybe(texts), cover: picture }), {
      selector: (one) => one.slug,
      maxLength: 2,
    }),
    imports: fc.array(kept, { maxLength: 3 }),
  })
  .chain(({ summary: head, halls, tours, imports }) =>
    fc
      .array(fc.nat({ max: halls.length }), {
        minLength: imports.length,
        maxLength: imports.length,
      })
      .map((places) => ({
        ...head,
        halls,
        tours,
        imports: imports.map((one, i) => ({ ...one, hall: halls[places[i]!]?.slug ?? null })),
      })),
  );

export const object: fc.Arbitrary<IiifObject> = fc.record({
  exhibition: summary,
  slug,
  kind: fc.constantFrom('product', 'work', 'tool', 'step'),
  title: texts,
  texts: fc.record(
    {
      label: texts,
      maker: texts,
      made: fc.oneof(texts, fc.constant({ en: '1984', fr: '1984' } as Texts)),
      material: texts,
      dimensions: texts,
      credit: texts,
    },
    { requiredKeys: [] },
  ),
  rights: maybe(fc.constant('http://creativecommons.org/licenses/by/4.0/')),
  pictures: fc.array(picture, { minLength: 1, maxLength: 4 }),
  product: maybe(fc.record({ id: fc.uuid(), slug })),
  hall: fc.record({ slug, title: texts }),
  booth: maybe(
    fc.record({
      slug,
      title: texts,
      producer: fc.record({
        id: fc.uuid(),
        slug,
        name: text,
        place: fc.constantFrom('', 'Masoro'),
        country: fc.constantFrom('RW', 'KE', 'FR'),
      }),
    }),
  ),
});

const side = fc.integer({ min: 0, max: 5000 });
const stop = fc.record({
  id: fc.uuid(),
  title: texts,
  body: maybe(texts),
  transcript: maybe(texts),
  picture,
  object: maybe(slug),
  region: maybe(
    fc.record({
      x: side,
      y: side,
      width: fc.integer({ min: 32, max: 5000 }),
      height: fc.integer({ min: 32, max: 5000 }),
    }),
  ),
  voices: fc.uniqueArray(
    fc.record({
      locale: fc.constantFrom('en', 'fr', 'rw', 'sw'),
      code: fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{10}$/),
      contentType: fc.constant('audio/mpeg'),
      milliseconds: maybe(fc.integer({ min: 1, max: 600_000 })),
    }),
    { selector: (one) => one.locale, maxLength: 4 },
  ),
});

/** Some stops look at the same picture. */
export const tour: fc.Arbitrary<IiifTour> = fc
  .record({
    exhibition: summary,
    slug,
    title: texts,
    intro: maybe(texts),
    stops: fc.array(stop, { minLength: 1, maxLength: 5 }),
  })
  .map((one) => ({
    ...one,
    stops: one.stops.map((each, i) => ({
      ...each,
      number: i + 1,
      picture: i % 2 === 1 ? one.stops[0]!.picture : each.picture,
    })),
  }));
