import type { APIRoute } from 'astro';
import { ownMeeting } from '#src/features/exhibitions/meetings/queries.ts';
import { localized, paths } from '#src/paths.ts';
import { meetingCalendar } from '#src/server/calendar/meeting.ts';
import { visitorKey } from '#src/server/http/visitor-keys.ts';

/** A visitor's own meeting for a calendar; a cancelled one takes itself off. */
export const GET: APIRoute = async ({ locals, params, cookies }) => {
  const { db, locale, siteUrl } = locals;
  const { id = '' } = params;
  const meeting = await ownMeeting(db, id, locale, visitorKey(cookies, 'meeting', id));
  if (!meeting) return new Response(null, { status: 404 });
  const { startsAt, minutes, place, booth, exhibition, state } = meeting;
  const file = meetingCalendar({
    ...{ id, startsAt, minutes, place },
    summary: booth.title.text,
    description: exhibition.title.text,
    page: siteUrl + localized(paths.meeting(id), locale),
    isCancelled: state === 'cancelled',
  });
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="meeting.ics"',
      'cache-control': 'private, no-store',
    },
  });
};
