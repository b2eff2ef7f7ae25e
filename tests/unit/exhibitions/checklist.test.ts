import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checklist,
  hallBytes,
  HALL_BUDGET_BYTES,
  mayPublish,
  type ExhibitionFacts,
} from '#src/domain/exhibitions/checklist.ts';
import { oklchContrast, readOklch } from '#src/domain/exhibitions/contrast.ts';

const LOCALES = ['en', 'fr', 'rw', 'sw'] as const;
const locales = fc.subarray([...LOCALES]);
const what = fc.constantFrom('exhibition', 'hall', 'booth', 'work', 'exhibit', 'section', 'stop');
const named = { what, id: fc.uuid(), name: fc.string() };
const facts: fc.Arbitrary<ExhibitionFacts> = fc.record({
  sourceLocale: fc.constant('en'),
  languages: fc.subarray([...LOCALES], { minLength: 1 }),
  opensAt: fc.constant('2099-01-01T00:00:00Z'),
  closesAt: fc.constantFrom('2099-02-01T00:00:00Z', '2001-01-01T00:00:00Z'),
  now: fc.constant('2026-11-23T00:00:00Z'),
  hasHero: fc.boolean(),
  texts: fc.array(
    fc.record({ ...named, field: fc.constantFrom('title', 'label', 'story', 'intro'), locales }),
  ),
  pictures: fc.array(
    fc.record({
      ...named,
      media: fc.uuid(),
      state: fc.constantFrom('uploaded', 'ready', 'failed'),
      locales,
    }),
  ),
  halls: fc.array(
    fc.record({
      id: fc.uuid(),
      name: fc.string(),
      objects: fc.nat(30),
      pictures: fc.array(
        fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 })),
      ),
    }),
    { maxLength: 4 },
  ),
  booths: fc.record({ waiting: fc.nat(3), open: fc.nat(3) }),
}) as fc.Arbitrary<ExhibitionFacts>;

describe('the list before publishing', () => {
  it('blocks first, then advises, and lets pass only what is whole', () => {
    fc.assert(
      fc.property(facts, fc.double({ min: 1, max: 21, noNaN: true }), (given, contrast) => {
        const found = checklist(given, contrast);
        expect(found.map((one) => one.blocks)).toEqual(
          found.map((one) => one.blocks).toSorted((a, b) => Number(b) - Number(a)),
        );
        const whole =
          given.closesAt > given.now &&
          given.halls.some((hall) => hall.objects > 0) &&
          given.halls.every((hall) => hallBytes(hall.pictures) <= HALL_BUDGET_BYTES) &&
          contrast >= 4.5 &&
          given.pictures.every((one) => one.state === 'ready' && one.locales.includes('en')) &&
          given.texts.every((text) => {
            const all = given.languages.every((one) => text.locales.includes(one));
            const needed =
              text.field === 'title' || text.what === 'work' || text.locales.length > 0;
            return all || !needed;
          });
        expect(mayPublish(found)).toBe(whole);
      }),
    );
  });

  it('names every language that a text lacks, and no other', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const one of checklist(given, 21)) {
          if (!one.code.startsWith('text_')) continue;
          const text = given.texts.find(
            ({ id, field, what: of }) => id === one.id && field === one.field && of === one.what,
          )!;
          expect(one.locales).toEqual(given.languages.filter((l) => !text.locales.includes(l)));
        }
      }),
    );
  });

  it('never gets longer when something is mended', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const mended = {
          ...given,
          hasHero: true,
          texts: given.texts.map((text) => ({ ...text, locales: [...LOCALES] })),
        };
        expect(checklist(mended, 21).length).toBeLessThanOrEqual(checklist(given, 21).length);
      }),
    );
  });
});

describe('the weight of a hall', () => {
  it('grows with each picture and is that of a bare page without any', () => {
    expect(hallBytes([])).toBe(60_000);
    // The measured prototype: 24 photographs, just inside the budget.
    const photos = Array.from({ length: 24 }, () => [2048, 1365] as const);
    expect(hallBytes(photos)).toBeLessThanOrEqual(HALL_BUDGET_BYTES);
    expect(hallBytes([...photos, ...photos])).toBeGreaterThan(HALL_BUDGET_BYTES);
  });
});

describe('contrast', () => {
  it('is that of black on white at most, and the same either way', () => {
    const [white, black] = [readOklch('oklch(1 0 0)')!, readOklch('oklch(0 0 0)')!];
    expect(oklchContrast(white, black)).toBeCloseTo(21, 1);
    expect(oklchContrast(black, white)).toBe(oklchContrast(white, black));
    expect(readOklch('#ffffff')).toBeNull();
  });
});
