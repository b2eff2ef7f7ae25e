import { describe, expect, it } from 'vitest';
import { placeName } from '#src/domain/countries.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { stepTitle } from '#src/i18n/usual-steps.ts';

const stepsIn = (locale: (typeof LOCALES)[number]): readonly string[] =>
  messages(locale).orders.milestone.usualSteps;

describe('a step of the work', () => {
  it('that is a usual one reads in the language of whoever looks, whoever wrote it', () => {
    for (const from of LOCALES)
      for (const to of LOCALES)
        expect(stepsIn(from).map((title) => stepTitle(title, to))).toEqual(stepsIn(to));
    expect(stepTitle(' coupe ', 'en')).toBe('Cutting');
  });

  it('stays as it was typed when the words are somebody’s own', () => {
    for (const own of ['Cutting the soles', 'Couture à la main', '', 'toString'])
      expect(stepTitle(own, 'sw')).toBe(own);
  });
});

describe('a place', () => {
  it('is named where only its country’s code is known, and stays as typed otherwise', () => {
    expect(placeName('FR', 'en')).toBe('France');
    expect(placeName('DE', 'fr')).toBe('Allemagne');
    for (const typed of ['Hamburg', 'fr', 'EU', '']) expect(placeName(typed, 'en')).toBe(typed);
  });
});
