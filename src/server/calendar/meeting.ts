import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** A meeting as a calendar wants it. `startsAt`: ISO; `page`: where its visitor sees or cancels it, without a key. */
export type CalendarMeeting = {
  id: string;
  startsAt: string;
  minutes: number;
  /** A table or the address of a call; '' when it is held at the booth. */
  place: string;
  summary: string;
  description: string;
  page: string;
  isCancelled: boolean;
};

const MINUTE_MS = 60_000;

/**
 * One meeting as an iCalendar file. Moments are in UTC, which every calendar shows on its owner's clock. A cancelled one has
 * the same id and the next number, so that a calendar takes it off.
 */
export function meetingCalendar(meeting: CalendarMeeting, now = new Date()): string {
  const { id, startsAt, minutes, place, summary, description, page, isCancelled } = meeting;
  const start = new Date(startsAt);
  const calendar = ical({
    prodId: { company: 'isoko', product: 'meetings' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `meeting-${id}@${new URL(page).hostname}`,
    stamp: now,
    sequence: isCancelled ? 1 : 0,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start,
    end: new Date(start.getTime() + minutes * MINUTE_MS),
    summary,
    description: [description, page].filter(Boolean).join('\n\n'),
    ...(place && { location: place }),
    url: page,
  });
  return calendar.toString();
}
