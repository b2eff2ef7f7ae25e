import type { MediaView } from '#src/domain/media.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { audioKey, openAudio } from '#src/server/audio/recording.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Standing } from '../visiting/queries.ts';
import type { Texts } from '../curating/schema.ts';
import type { Said } from '../visiting/views.ts';
import type { StopPage, StopPicture, TourPage } from './views.ts';

const at = ({ slug, locale, key }: Standing, tour: string) => ({
  p_slug: slug,
  p_tour: tour,
  p_locale: locale,
  ...(key ? { p_key: key } : {}),
});

/** Null before the opening, for a draft, and for what is not there: they look the same to a stranger. */
export async function tourPage(db: Db, here: Standing, tour: string): Promise<TourPage | null> {
  const answer = await db.rpc('exhibition_tour', at(here, tour));
  return expectData(answer) as unknown as TourPage | null;
}

/** `number`: the first stop that is shown is 1. Null when there is no such stop. */
export async function stopPage(
  db: Db,
  here: Standing,
  tour: string,
  number: number,
): Promise<StopPage | null> {
  const answer = await db.rpc('exhibition_stop', { ...at(here, tour), p_number: number });
  return expectData(answer) as unknown as StopPage | null;
}

/** The bytes of a voice; null for whoever may not hear it. `keys`: of unlisted exhibitions that the browser was let in by. */
export async function openVoice(
  db: Db,
  code: string,
  keys: readonly string[],
): Promise<{ bytes: Uint8Array; contentType: string; sha256: string; public: boolean } | null> {
  const answer = await db.rpc('audio_file', { p_code: code, p_keys: [...keys] });
  const told = expectData(answer) as unknown as {
    id: string;
    sha256: string;
    contentType: string;
    public: boolean;
  } | null;
  const bytes = told && (await openAudio().get(audioKey(told)));
  return told && bytes ? { ...told, bytes } : null;
}

export type DeskStop = StopPicture & {
  id: string;
  media: string;
  texts: Texts;
  voices: {
    locale: Locale;
    code: string;
    contentType: string;
    bytes: number;
    milliseconds: number | null;
  }[];
};
export type DeskTour = { id: string; slug: string; texts: Texts; stops: DeskStop[] };
/** `object`: what the picture shows, where it hangs with an object. */
export type TourPicture = MediaView & { id: string; object: Said | null };

/** Every tour with its stops, and the pictures that a stop may show. Null for a stranger. */
export async function curatedTours(
  db: Db,
  exhibition: string,
): Promise<{ tours: DeskTour[]; pictures: TourPicture[] } | null> {
  const answer = await db.rpc('curated_tours', { p_exhibition: exhibition });
  return expectData(answer) as unknown as { tours: DeskTour[]; pictures: TourPicture[] } | null;
}
