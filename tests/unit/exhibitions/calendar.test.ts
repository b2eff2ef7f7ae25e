import { describe, expect, it } from 'vitest';
import { exhibitionCalendar } from '#src/features/exhibitions/visiting/calendar.ts';
import { secondsUntil } from '#src/features/exhibitions/visiting/standing.ts';
import type { Frame } from '#src/features/exhibitions/visiting/views.ts';
import { messages } from '#src/i18n/messages.ts';

const frame = {
  id: '7d1f5d3a-1111-4111-8111-111111111111',
  slug: 'leather-of-the-hills',
  title: { text: 'Leather, of the hills', locale: 'en' },
  summary: null,
  zone: 'Africa/Kigali',
  opensAt: '2027-03-03T08:00:00+02:00',
  closesAt: '2027-04-07T18:00:00+02:00',
  updatedAt: '2026-11-23T12:00:00+00:00',
} as unknown as Frame;

describe('the calendar entry', () => {
  const file = exhibitionCalendar(frame, 'https://isoko.test', {
    locale: 'en',
    t: messages('en'),
  });
  it('names both moments in UTC, and the fair’s own days and zone in words', () => {
    expect(file).toContain('DTSTART:20270303T060000Z');
    expect(file).toContain('DTEND:20270407T160000Z');
    // Lines are folded, and dates are set with thin spaces.
    const text = file.replaceAll('\r\n ', '').replace(/\s/g, ' ');
    expect(text).toContain('3 March – 7 April 2027');
    expect(text).toContain('Africa/Kigali');
  });
  it('keeps its identity, escapes commas, and leaves the days free', () => {
    expect(file).toContain(`UID:exhibition-${frame.id}@isoko.test`);
    expect(file).toContain(String.raw`SUMMARY:Leather\, of the hills`);
    expect(file).toContain('TRANSP:TRANSPARENT');
  });
});

describe('how long a page is kept', () => {
  const now = '2027-03-03T05:59:00Z';
  it('ends with the opening, and is five minutes otherwise', () => {
    expect(secondsUntil(now, [frame.opensAt, frame.closesAt])).toBe(60);
    expect(secondsUntil('2027-03-10T00:00:00Z', [frame.opensAt, frame.closesAt])).toBe(300);
    expect(secondsUntil('2028-01-01T00:00:00Z', [frame.opensAt, null])).toBe(300);
  });
});
