import { Traverse, normalize } from '@iiif/parser';
import { presentation3StrictUpgrade } from '@iiif/parser/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exhibitionCollection,
  hallCollection,
  topCollection,
} from '#src/domain/exhibitions/iiif-collection.ts';
import { objectManifest } from '#src/domain/exhibitions/iiif-manifest.ts';
import { fragment, tourManifest } from '#src/domain/exhibitions/iiif-tour.ts';
import { iiifProblems } from '#tests/support/iiif-rules.ts';
import { exhibition, object, picture, SITE, tour } from './iiif-facts.ts';

type Manifest = Parameters<typeof presentation3StrictUpgrade>[0];

/** What the field's own library has to put right before it takes the document. */
function warnings(document: unknown): string[] {
  const state = { warnings: [] as string[] };
  presentation3StrictUpgrade(structuredClone(document) as Manifest, state);
  // The official schema wants one language for a body, as W3C's own examples have it; the parser would write a list.
  return state.warnings.filter((one) => one !== '"language" should be Array of values');
}

describe('the top collection', () => {
  it('leads to every exhibition', () => {
    fc.assert(
      fc.property(fc.array(exhibition, { maxLength: 4 }), (all) => {
        const document = topCollection(SITE, all);
        expect(iiifProblems(document)).toEqual([]);
        expect(document.items.map(({ id }) => id)).toEqual(
          all.map(({ slug }) => `https://market.example/iiif/collection/${slug}.json`),
        );
      }),
    );
  });
});

describe('an exhibition', () => {
  it('is a valid Collection with its halls within it, and each hall is one by itself', () => {
    fc.assert(
      fc.property(exhibition, (one) => {
        const document = exhibitionCollection(SITE, one);
        expect(iiifProblems(document)).toEqual([]);
        for (const { slug } of one.halls) {
          const hall = hallCollection(SITE, one, slug)!;
          expect(iiifProblems(hall)).toEqual([]);
          expect(document.items.map(({ id }) => id)).toContain(hall.id);
        }
        expect(hallCollection(SITE, one, 'no-such-hall')).toBeNull();
      }),
    );
  });

  it('names every object that has a picture, every tour and every import once', () => {
    fc.assert(
      fc.property(exhibition, (one) => {
        const found: string[] = [];
        const walk = new Traverse({ manifest: [({ id }) => void found.push(id)] });
        walk.traverseUnknown(exhibitionCollection(SITE, one) as never);
        const objects = one.halls.flatMap(({ objects: all }) => all.filter(({ cover }) => cover));
        const imported = one.imports.filter(({ kind }) => kind === 'Manifest');
        expect(found).toHaveLength(objects.length + one.tours.length + imported.length);
      }),
    );
  });
});

describe('an object', () => {
  it('is a valid Manifest that the parser takes as it is', () => {
    fc.assert(
      fc.property(object, (one) => {
        const document = objectManifest(SITE, one);
        expect(iiifProblems(document)).toEqual([]);
        expect(warnings(document)).toEqual([]);
        const { entities } = normalize(structuredClone(document) as never);
        expect(Object.keys(entities.Canvas)).toHaveLength(one.pictures.length);
      }),
    );
  });

  it('shows each picture at its real size by a level-0 service, with its alt text in every language', () => {
    fc.assert(
      fc.property(object, (one) => {
        const canvases = objectManifest(SITE, one).items;
        for (const [i, { width, height, items, annotations }] of canvases.entries()) {
          const { code, sha8, alts, ...size } = one.pictures[i]!;
          expect({ width, height }).toEqual({ width: size.width, height: size.height });
          const { body } = items[0]!.items[0]!;
          const id = `https://market.example/iiif/3/${code}-${sha8}`;
          expect(body.service).toEqual([{ id, type: 'ImageService3', profile: 'level0' }]);
          const said = annotations[0]!.items as { body: { language: string; value: string } }[];
          expect(Object.fromEntries(said.map((a) => [a.body.language, a.body.value]))).toEqual(
            alts,
          );
        }
      }),
    );
  });

  it('has a date for timelines only when the label says a year', () => {
    const [one] = fc.sample(object, 1);
    const dated = (made: Record<string, string>) =>
      (objectManifest(SITE, { ...one!, texts: { made } }) as { navDate?: string }).navDate;
    expect(dated({ en: '1984', fr: '1984' })).toBe('1984-01-01T00:00:00Z');
    expect(dated({ en: 'about 1984' })).toBeUndefined();
    expect(dated({ en: '1984', fr: '1985' })).toBeUndefined();
  });
});

describe('a tour', () => {
  it('is a valid Manifest with one Range of stops, and a Canvas once for each picture', () => {
    fc.assert(
      fc.property(tour, (one) => {
        const document = tourManifest(SITE, one);
        expect(iiifProblems(document)).toEqual([]);
        expect(warnings(document)).toEqual([]);
        expect(document.structures[0]!.items).toHaveLength(one.stops.length);
        const codes = new Set(one.stops.map((stop) => stop.picture.code));
        expect(document.items).toHaveLength(codes.size);
        const sounds = JSON.stringify(document).match(/"type":"Sound"/g)?.length ?? 0;
        expect(sounds).toBe(one.stops.flatMap(({ voices }) => voices).length);
      }),
    );
  });

  it('keeps a region within its picture', () => {
    const side = fc.nat({ max: 9000 });
    fc.assert(
      fc.property(picture, side, side, side, side, (one, x, y, w, h) => {
        const region = { x, y, width: w + 32, height: h + 32 };
        const [, left, top, width, height] = /xywh=(\d+),(\d+),(\d+),(\d+)/
          .exec(fragment({ region, picture: one })!)!
          .map(Number) as [number, number, number, number, number];
        expect(width).toBeGreaterThan(0);
        expect(left + width).toBeLessThanOrEqual(one.width);
        expect(top + height).toBeLessThanOrEqual(one.height);
      }),
    );
  });
});
