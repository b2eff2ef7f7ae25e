import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byDay, showSameTime, wallClock } from '#src/domain/exhibitions/meeting-days.ts';
import { dayIn } from '#src/domain/time.ts';
import { chosenZone } from '#src/features/exhibitions/meetings/chosen-zone.ts';
import { planInput } from '#src/features/exhibitions/meetings/schema.ts';
import { meetingCalendar } from '#src/server/calendar/meeting.ts';

const ZONES = [
  'Africa/Kigali',
  'Europe/Paris',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const zone = fc.constantFrom(...ZONES);
const moment = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((at) => new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString());

describe('times by day', () => {
  it('stand on the day that the zone’s calendar has, in order, none lost', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 40 }), zone, (moments, where) => {
        const slots = moments.toSorted().map((startsAt, id) => ({ id, startsAt }));
        const days = byDay(slots, where);
        expect(days.flatMap(({ slots: inDay }) => inDay)).toEqual(slots);
        for (const { day, slots: inDay } of days)
          for (const { startsAt } of inDay) expect(dayIn(where, new Date(startsAt))).toBe(day);
        expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
      }),
    );
  });

  it('go on by the minute on the wall, but where the clocks change', () => {
    fc.assert(
      fc.property(moment, zone, zone, (at, one, other) => {
        const { minute } = wallClock(at, one);
        expect(minute).toBeGreaterThanOrEqual(0);
        expect(minute).toBeLessThan(24 * 60);
        expect(showSameTime(at, one, one)).toBe(true);
        expect(showSameTime(at, one, other)).toBe(showSameTime(at, other, one));
      }),
    );
    // The night in which Paris loses an hour, and the one in which it has one twice.
    expect(wallClock('2027-03-28T00:59:00Z', 'Europe/Paris').minute).toBe(119);
    expect(wallClock('2027-03-28T01:00:00Z', 'Europe/Paris').minute).toBe(180);
    expect(wallClock('2027-10-31T00:30:00Z', 'Europe/Paris').minute).toBe(150);
    expect(wallClock('2027-10-31T01:30:00Z', 'Europe/Paris').minute).toBe(150);
    expect(showSameTime('2027-06-15T10:00:00Z', 'Africa/Kigali', 'Europe/Paris')).toBe(true);
    expect(showSameTime('2027-12-15T10:00:00Z', 'Africa/Kigali', 'Europe/Paris')).toBe(false);
  });
});

describe('a zone', () => {
  it('is one that a clock can show', () => {
    for (const known of [...ZONES, 'Asia/Calcutta', 'UTC']) expect(chosenZone(known)).toBe(known);
    for (const bad of [null, undefined, '', 'Nowhere/City', '"><script>', 'x'.repeat(99)])
      expect(chosenZone(bad)).toBeNull();
  });
});

describe('a row of times', () => {
  it('ends after it begins', () => {
    const plan = {
      booth: '7b2a4f6e-9f0d-4a3e-8a55-0c6f4a1d2e3b',
      day: '2027-03-05',
      from: '10:00',
      to: '12:00',
      minutes: 20,
      break: 0,
      place: '',
    };
    expect(planInput.safeParse(plan).success).toBe(true);
    const refused = planInput.safeParse({ ...plan, to: '10:00' });
    expect(refused.error?.issues[0]).toMatchObject({ path: ['to'], message: 'meeting_times' });
    for (const bad of [
      { minutes: 4 },
      { minutes: 20.5 },
      { break: -1 },
      { from: '25:00' },
      { day: '2027-02-30' },
    ])
      expect(planInput.safeParse({ ...plan, ...bad }).success).toBe(false);
  });
});

describe('the calendar’s entry', () => {
  const meeting = {
    id: '7b2a4f6e-9f0d-4a3e-8a55-0c6f4a1d2e3b',
    startsAt: '2027-03-28T01:15:00Z',
    minutes: 20,
    place: 'Table 7; behind, the press',
    summary: 'Akagera Boots\nBEGIN:VALARM',
    description: 'Leather of the hills',
    page: 'https://market.example/meetings/7b2a4f6e-9f0d-4a3e-8a55-0c6f4a1d2e3b',
    isCancelled: false,
  };

  it('is in UTC, and what people wrote stays text', () => {
    const file = meetingCalendar(meeting, new Date('2027-03-01T00:00:00Z'));
    expect(file).toContain('METHOD:PUBLISH');
    expect(file).toContain('DTSTART:20270328T011500Z');
    expect(file).toContain('DTEND:20270328T013500Z');
    expect(file).not.toMatch(/^BEGIN:VALARM/m);
    expect(file).toContain('Table 7\\; behind\\, the press');
  });

  it('is taken off by the same id and a higher number', () => {
    const uid = (file: string) => /^UID:(.*)$/m.exec(file)![1];
    const over = meetingCalendar({ ...meeting, isCancelled: true });
    expect(uid(over)).toBe(uid(meetingCalendar(meeting)));
    expect(over).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
  });
});
