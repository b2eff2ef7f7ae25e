import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boothFindings,
  isBoothReady,
  textLength,
  type BoothFacts,
  type BoothObjectFacts,
} from '#src/domain/exhibitions/booth-checklist.ts';

const LANGUAGES = ['en', 'fr', 'rw', 'sw'];
const boot: BoothObjectFacts = {
  id: 'boot',
  isProduct: true,
  shows: true,
  label: { en: 'Sewn by hand.', fr: 'Cousu main.' },
  names: ['en', 'fr'],
  pictures: [],
};
const whole: BoothFacts = {
  sourceLocale: 'en',
  languages: ['en', 'fr'],
  objectsMax: 3,
  labelLength: 100,
  story: { en: 'We began with two.', fr: 'Nous étions deux.' },
  hero: { isReady: true, alts: ['en'] },
  objects: [boot],
};
const codes = (facts: BoothFacts) => boothFindings(facts).map(({ code }) => code);
const withObject = (change: Partial<BoothObjectFacts>): BoothFacts => ({
  ...whole,
  objects: [{ ...boot, ...change }],
});

const words = fc.dictionary(fc.constantFrom(...LANGUAGES), fc.string({ maxLength: 130 }));
const picture = fc.record({ isReady: fc.boolean(), alts: fc.subarray(LANGUAGES) });
const anyFacts: fc.Arbitrary<BoothFacts> = fc.record({
  sourceLocale: fc.constant('en'),
  languages: fc.subarray(LANGUAGES, { minLength: 1 }),
  objectsMax: fc.integer({ min: 1, max: 4 }),
  labelLength: fc.integer({ min: 100, max: 120 }),
  story: words,
  hero: fc.option(picture),
  objects: fc.array(
    fc.record({
      id: fc.uuid(),
      isProduct: fc.boolean(),
      shows: fc.boolean(),
      label: words,
      names: fc.subarray(LANGUAGES),
      pictures: fc.array(picture, { maxLength: 2 }),
    }),
    { maxLength: 5 },
  ),
});

describe('the checklist of a booth', () => {
  it('has nothing to say of one that has everything', () => {
    expect(boothFindings(whole)).toEqual([]);
  });

  it.each([
    ['no object', { ...whole, objects: [] }, 'no_object'],
    ['only hidden ones', withObject({ shows: false }), 'no_object'],
    ['more than asked', { ...whole, objects: [boot, boot, boot, boot] }, 'too_many'],
    ['no label', withObject({ label: {} }), 'no_label'],
    ['a long label', withObject({ label: { en: 'x'.repeat(101) } }), 'label_long'],
    ['a work without a picture', withObject({ isProduct: false }), 'no_picture'],
    [
      'an unfinished picture',
      { ...whole, hero: { isReady: false, alts: [] } },
      'picture_unfinished',
    ],
    ['a picture without words', { ...whole, hero: { isReady: true, alts: [] } }, 'no_alt'],
  ] as const)('holds back %s', (_, facts, code) => {
    expect(codes(facts)[0]).toBe(code);
    expect(isBoothReady(facts)).toBe(false);
  });

  it('lets through what lacks a language, and says which', () => {
    const facts = {
      ...withObject({ label: { fr: 'Cousu.' }, names: ['fr'] }),
      story: { en: 'We.' },
    };
    expect(isBoothReady(facts)).toBe(true);
    expect(boothFindings(facts)).toEqual([
      { code: 'story_wanted', blocks: false, locales: ['fr'] },
      { code: 'label_wanted', blocks: false, object: 'boot', locales: ['en'] },
      { code: 'name_wanted', blocks: false, object: 'boot', locales: ['en'] },
    ]);
  });

  it('counts characters as people do', () => {
    expect(textLength('👢é')).toBe(2);
    expect(isBoothReady(withObject({ label: { en: '👢'.repeat(100) } }))).toBe(true);
  });

  it('puts what blocks first, names only objects that are there, and languages that are asked for', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const found = boothFindings(facts);
        const blocks = found.map((one) => one.blocks);
        expect(blocks).toEqual(blocks.toSorted((a, b) => Number(b) - Number(a)));
        for (const one of found) {
          if (one.object) expect(facts.objects.map(({ id }) => id)).toContain(one.object);
          expect([...facts.languages, facts.sourceLocale]).toEqual(
            expect.arrayContaining([...one.locales]),
          );
        }
      }),
    );
  });

  it('is not bettered by what visitors do not see', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const seen = { ...facts, objects: facts.objects.filter((object) => object.shows) };
        expect(isBoothReady(facts)).toBe(isBoothReady(seen));
      }),
    );
  });
});
