import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent, inputPercent, parsePercent } from '#src/domain/percent.ts';

const read = (text: string, locale = 'en') => {
  const parsed = parsePercent(text, locale);
  return parsed.ok ? parsed.value : parsed.failure.code;
};

describe('shares as people type them', () => {
  it('are read back exactly as they were shown, in any language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom('en', 'fr', 'rw', 'sw'),
        (basisPoints, locale) => {
          expect(read(inputPercent(basisPoints, locale), locale)).toBe(basisPoints);
        },
      ),
    );
  });

  it('may carry a sign and a comma, and nothing is nothing', () => {
    expect([read('18'), read('18 %'), read('7,5', 'fr'), read('7.25'), read(' ')]).toEqual([
      1800, 1800, 750, 725, 0,
    ]);
    expect(formatPercent(725, 'en')).toBe('7.25%');
    expect(formatPercent(3000, 'en')).toBe('30%');
  });

  it('are between 0 and 100, to the hundredth', () => {
    expect([read('100'), read('100.01'), read('-1')]).toEqual([
      10_000,
      'out_of_range',
      'out_of_range',
    ]);
    expect(read('1.2345')).toBe('amount_too_precise');
    expect(read('a third')).toBe('not_a_number');
  });
});
