import { describe, expect, it } from 'vitest';
import { dateFormat, formatDay, numberFormat } from '#src/i18n/formats.ts';

describe('dates and numbers', () => {
  it('are written as the people who read that language write them', () => {
    expect(formatDay('2027-03-05', 'fr')).toBe('5 mars 2027');
    expect(formatDay('2027-03-05', 'en')).toBe('5 March 2027');
    expect(formatDay('2027-03-05', 'sw')).toBe('5 Machi 2027');
    const short = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
    expect(dateFormat('en', short).format(new Date('2027-03-05T14:30:00Z'))).toBe(
      '5 Mar 2027, 14:30',
    );
    expect(numberFormat('en').format(1234.5)).toBe('1,234.5');
  });
});
