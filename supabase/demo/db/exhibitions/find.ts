/** What the exhibitions' content means in the database: ids, pictures that are there, days. */
import type {
  ExhibitionSeed,
  ObjectSeed,
  PictureRef,
} from '#supabase/demo/content/exhibitions/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import { coordinatorOf, operator } from '#supabase/demo/db/people.ts';
import { demoPictures, type DemoPicture, type MadePicture } from '#supabase/demo/db/pictures.ts';

export const exhibitionId = (slug: string) => demoId('exhibition', slug);
export const hallId = (exhibition: string, hall: string) => demoId('hall', exhibition, hall);
export const boothId = (exhibition: string, producer: string) =>
  demoId('booth', exhibition, producer);
export const exhibitId = (exhibition: string, object: string) =>
  demoId('exhibit', exhibition, object);
export const tourId = (exhibition: string, tour: string) => demoId('tour', exhibition, tour);
export const stopId = (exhibition: string, tour: string, stop: number) =>
  demoId('stop', exhibition, tour, String(stop));

export const curatorOf = ({ cluster }: ExhibitionSeed) =>
  cluster === null ? operator() : coordinatorOf(cluster);

/** Whether visitors see it: what stands in a booth waits for the curator's yes. */
export const isShown = ({ booths }: ExhibitionSeed, { booth }: ObjectSeed) =>
  booth === null || booths.some(({ producer, state }) => producer === booth && !state);

export type Hung = { id: string; made: MadePicture };
export type Pictures = (ref: PictureRef) => Hung | null;

/** Pictures by how the content calls them; null where one was not made. Throws when there is none of that name. */
export function picturesOf(made: ReadonlyMap<string, MadePicture>): Pictures {
  const known = new Map<string, DemoPicture>(
    demoPictures().map((picture) => {
      const { of, key, position } = picture.place;
      return [of === 'exhibition' ? `own:${key}` : `${of}:${key}/${position}`, picture];
    }),
  );
  return (ref) => {
    const picture = known.get(ref);
    if (!picture) throw new Error(`The demo has no picture "${ref}".`);
    const facts = made.get(picture.code);
    return facts ? { id: picture.id, made: facts } : null;
  };
}

export type Span = {
  /** ISO 8601 with the offset of Kigali. */
  opensAt: string;
  closesAt: string;
  publishedAt: string;
  draftedAt: string;
  /** Days before the load on which it was open, newest first; today is not over yet. */
  days: readonly number[];
};

const DAY_MS = 86_400_000;
const OPEN_DAYS_AGO = 10;
const OPEN_FOR_DAYS = 50;

/** The operators' exhibition was in the autumn of the year before; the cluster's is open. */
export function spanOf({ cluster }: ExhibitionSeed, calendar: Calendar): Span {
  const today = calendar.day(0);
  const lastYear = Number(today.slice(0, 4)) - 1;
  const [opens, closes] =
    cluster === null
      ? [`${lastYear}-10-03`, `${lastYear}-11-29`]
      : [calendar.day(-OPEN_DAYS_AGO), calendar.day(OPEN_FOR_DAYS)];
  const ago = (day: string) => Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  const [first, last] = [ago(opens), Math.max(1, ago(closes))];
  return {
    opensAt: `${opens}T09:00:00+02:00`,
    closesAt: `${closes}T18:00:00+02:00`,
    publishedAt: `${calendar.day(-first - 12)}T15:20:00+02:00`,
    draftedAt: `${calendar.day(-first - 60)}T10:05:00+02:00`,
    days: Array.from({ length: first - last + 1 }, (_, n) => last + n),
  };
}
