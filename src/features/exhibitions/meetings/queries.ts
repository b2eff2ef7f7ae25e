import type { Theme } from '#src/domain/exhibition.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Standing } from '../visiting/queries.ts';
import type { BoothCard, Frame, Said } from '../visiting/views.ts';

/** A time to meet: an instant (ISO) and how long. */
export type FreeSlot = { id: string; startsAt: string; minutes: number };
export type MeetingsPage = { frame: Frame; booth: BoothCard; slots: FreeSlot[] };

/** A visitor's booking as the booth sees it. `zone`: the visitor's. */
export type Booked = {
  id: string;
  name: string;
  company: string;
  email: string;
  zone: string;
  note: string;
  locale: Locale;
  bookedAt: string;
  cancelledAt: string | null;
  cancelledBy: 'visitor' | 'booth' | null;
  reason: string | null;
};
export type StudioSlot = FreeSlot & { place: string; meeting: Booked | null };
export type StudioMeetings = {
  now: string;
  slots: StudioSlot[];
  past: (FreeSlot & { place: string; meeting: Booked })[];
};

/** A visitor's own meeting. `place` is '' once it is cancelled, or when none was given. */
export type OwnMeeting = {
  id: string;
  now: string;
  state: 'booked' | 'running' | 'over' | 'cancelled';
  startsAt: string;
  minutes: number;
  place: string;
  zone: string;
  visitorZone: string;
  name: string;
  note: string;
  cancelledBy: 'visitor' | 'booth' | null;
  reason: string | null;
  exhibition: { slug: string; title: Said; theme: Theme; shown: boolean };
  booth: { slug: string; title: Said };
};

/** Free times at a booth; null where no meeting may be booked, or for a stranger to what is not shown. */
export async function meetingsPage(
  db: Db,
  { slug, locale, key }: Standing,
  booth: string,
): Promise<MeetingsPage | null> {
  const args = { p_slug: slug, p_booth: booth, p_locale: locale, ...(key ? { p_key: key } : {}) };
  return expectData(await db.rpc('booth_meetings', args)) as unknown as MeetingsPage | null;
}

/** Null for everybody who does not act for the booth's producer. */
export async function studioMeetings(db: Db, booth: string): Promise<StudioMeetings | null> {
  const answer = await db.rpc('studio_meetings', { p_booth: booth });
  return expectData(answer) as unknown as StudioMeetings | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null without the right key, as if there were none. Whoever is signed in needs none for what they booked. */
export async function ownMeeting(
  db: Db,
  id: string,
  locale: Locale,
  key: string | undefined,
): Promise<OwnMeeting | null> {
  if (!UUID.test(id)) return null;
  const args = { p_id: id, p_locale: locale, ...(key ? { p_key: key } : {}) };
  return expectData(await db.rpc('read_meeting', args)) as unknown as OwnMeeting | null;
}
