import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { localized, paths } from '#src/paths.ts';
import type { Frame } from './views.ts';
import { dateRange, type Words } from './words.ts';

/**
 * The exhibition as an iCalendar file. Moments are in UTC, which every calendar shows on its owner's clock; the fair's own
 * time and zone stand in the text. The entry leaves the days free: a fair is not a meeting.
 */
export function exhibitionCalendar(frame: Frame, siteUrl: string, words: Words): string {
  const url = siteUrl + localized(paths.exhibition(frame.slug), words.locale);
  const calendar = ical({
    name: frame.title.text,
    prodId: { company: 'isoko', product: 'exhibitions' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `exhibition-${frame.id}@${new URL(siteUrl).hostname}`,
    stamp: new Date(frame.updatedAt),
    start: new Date(frame.opensAt),
    end: new Date(frame.closesAt),
    summary: frame.title.text,
    description: [
      frame.summary?.text,
      `${dateRange(frame, words)} (${words.t.exhibitions.inZone(frame.zone)})`,
      url,
    ]
      .filter(Boolean)
      .join('\n\n'),
    location: url,
    url,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  return calendar.toString();
}
