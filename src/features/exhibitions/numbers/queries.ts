import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Said } from '../visiting/views.ts';

export type Metric =
  'view' | 'zoom' | 'listen' | 'save' | 'code' | 'card' | 'inquiry' | 'rfq' | 'order';
export type Subject = 'exhibition' | 'hall' | 'booth' | 'exhibit' | 'stop';

/** `asked`: inquiries and requests for quotes. */
export type DayNumbers = {
  day: string;
  views: number;
  saves: number;
  scans: number;
  asked: number;
  ordered: number;
};
/** `title` null: it is no longer there. */
export type PlaceNumbers = {
  subject: Subject;
  id: string;
  title: Said | null;
  views: number;
  zooms: number;
  listens: number;
  saves: number;
  scans: number;
};

/** Totals of the days `since` to `until` (YYYY-MM-DD, both counted), by the exhibition's calendar. */
export type Numbers = {
  since: string;
  until: string;
  zone: string;
  totals: Partial<Record<Metric, number>>;
  days: DayNumbers[];
  /** Most looked at first, at most 400. */
  places: PlaceNumbers[];
  codes: { campaign: string; scans: number }[];
  channels: { channel: string; views: number }[];
  /** Empty for a booth. */
  kiosks: { id: string; name: string; views: number }[];
};
export type NumberLine = {
  day: string;
  subject: Subject;
  title: string | null;
  metric: Metric;
  channel: string;
  count: number;
};

/** Whose numbers: of a whole exhibition, for its curators, or of one booth, for its producer. */
export type Whose = { exhibition: string } | { booth: string };

const asked = (days: number | null) => (days === null ? {} : { p_days: days });

/** Null for whoever has no right to them, as if there were none. `days`: the last so many, null for all. */
export async function numbersOf(
  db: Db,
  whose: Whose,
  days: number | null,
  locale: Locale,
): Promise<Numbers | null> {
  const more = { p_locale: locale, ...asked(days) };
  const answer =
    'booth' in whose
      ? await db.rpc('booth_numbers', { p_booth: whose.booth, ...more })
      : await db.rpc('exhibition_numbers', { p_exhibition: whose.exhibition, ...more });
  return expectData(answer) as unknown as Numbers | null;
}

/** The same, line by line. */
export async function numberLines(
  db: Db,
  whose: Whose,
  days: number | null,
  locale: Locale,
): Promise<NumberLine[] | null> {
  const more = { p_locale: locale, ...asked(days) };
  const answer =
    'booth' in whose
      ? await db.rpc('booth_number_lines', { p_booth: whose.booth, ...more })
      : await db.rpc('exhibition_number_lines', { p_exhibition: whose.exhibition, ...more });
  return expectData(answer) as unknown as NumberLine[] | null;
}
