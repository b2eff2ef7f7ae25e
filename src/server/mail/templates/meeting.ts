import { z } from 'zod';
import { zonePlace } from '#src/domain/zones.ts';
import { formatMoment } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { paths } from '#src/paths.ts';
import { meetingCalendar } from '#src/server/calendar/meeting.ts';
import type { MailBlock, MailFile } from '../layout.ts';
import { mailTemplate } from '../template.ts';

const facts = {
  id: z.guid(),
  name: z.string(),
  startsAt: z.string(),
  minutes: z.number(),
  place: z.string(),
  /** The fair's zone and the one that the visitor chose. */
  zone: z.string(),
  visitorZone: z.string(),
  exhibition: z.string(),
  exhibitionSlug: z.string(),
  booth: z.string(),
  boothSlug: z.string(),
};
type Facts = z.infer<z.ZodObject<typeof facts>>;

/** To a visitor who booked: when on both clocks, where, and the key with which to come back. */
export const visitorMeeting = mailTemplate(
  z.object({ ...facts, key: z.string().min(1) }),
  ({ data, locale, link }) => {
    const w = messages(locale).meetings.mail;
    const page = link(paths.meeting(data.id));
    return {
      subject: w.subject(data.booth, shortly(data, locale)),
      preview: formatMoment(data.startsAt, locale, data.zone),
      blocks: [
        { kind: 'text', text: w.text(data.name, data.booth, data.exhibition) },
        factsOf(data, locale, true),
        {
          kind: 'button',
          label: w.button,
          href: link(paths.meeting(data.id, `key=${encodeURIComponent(data.key)}`)),
        },
        { kind: 'small', text: `${w.attached} ${w.notYou}` },
      ],
      files: [calendarFile(data, page, false)],
    };
  },
  { must: true },
);

/** To a visitor whose meeting was cancelled, by whom it was. */
export const visitorMeetingOver = mailTemplate(
  z.object({ ...facts, by: z.enum(['visitor', 'booth']), reason: z.string().nullish() }),
  ({ data, locale, link }) => {
    const w = messages(locale).meetings.mail;
    const said = data.by === 'booth' ? w.overByBooth : w.overByVisitor;
    return {
      subject: w.overSubject(data.booth, shortly(data, locale)),
      preview: said(data.name, data.booth),
      blocks: [
        { kind: 'text', text: said(data.name, data.booth) },
        ...(data.by === 'booth' && data.reason
          ? [{ kind: 'quote' as const, text: data.reason }]
          : []),
        factsOf(data, locale, false),
        {
          kind: 'button',
          label: w.overButton,
          href: link(paths.boothMeetings(data.exhibitionSlug, data.boothSlug)),
        },
        { kind: 'small', text: w.overAttached },
      ],
      files: [calendarFile(data, link(paths.meeting(data.id)), true)],
    };
  },
  { must: true },
);

/** On the visitor's own clock: a subject is read on the way. */
function shortly({ startsAt, visitorZone }: Facts, locale: Locale): string {
  return formatMoment(startsAt, locale, visitorZone);
}

function factsOf(data: Facts, locale: Locale, hasPlace: boolean): MailBlock {
  const { meetings: w } = messages(locale);
  const on = (zone: string) => `${formatMoment(data.startsAt, locale, zone)} (${zonePlace(zone)})`;
  const own: [string, string][] =
    data.visitorZone === data.zone ? [] : [[w.onYourClock, on(data.visitorZone)]];
  const place: [string, string][] = hasPlace ? [[w.place, data.place || w.noPlace]] : [];
  return {
    kind: 'facts',
    rows: [
      [w.when, on(data.zone)],
      ...own,
      [w.lasts, w.minutes(data.minutes)],
      ...place,
      [w.fair, data.exhibition],
    ],
  };
}

function calendarFile(data: Facts, page: string, isCancelled: boolean): MailFile {
  const { id, startsAt, minutes, place, booth, exhibition } = data;
  const content = meetingCalendar({
    ...{ id, startsAt, minutes, place, page, isCancelled },
    summary: booth,
    description: exhibition,
  });
  const method = isCancelled ? 'CANCEL' : 'PUBLISH';
  return {
    filename: 'meeting.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content,
  };
}
