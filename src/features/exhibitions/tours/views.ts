import type { Region } from '#src/domain/iiif.ts';
import type { MediaView } from '#src/domain/media.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Frame, Said } from '../visiting/views.ts';

/** What a stop shows. `region`: pixels of the picture, null for the whole of it; `cut`: once the region exists as files. */
export type StopPicture = {
  picture: MediaView;
  region: Region | null;
  cut: { avif: boolean } | null;
};

export type StopCard = StopPicture & {
  /** The first is 1. */
  number: number;
  title: Said;
  spoken: boolean;
  /** Of its voice, where the file says so. */
  milliseconds: number | null;
};

export type Voice = {
  code: string;
  locale: Locale;
  contentType: string;
  milliseconds: number | null;
  bytes: number;
  transcript: Said | null;
};

export type TourPage = {
  frame: Frame;
  slug: string;
  title: Said;
  intro: Said | null;
  stops: StopCard[];
};

export type StopPage = {
  frame: Frame;
  tour: { slug: string; title: Said };
  of: number;
  id: string;
  stop: StopCard;
  body: Said | null;
  transcript: Said | null;
  voice: Voice | null;
  object: { slug: string; title: Said; product: string | null; booth: Said | null } | null;
  previous: StopCard | null;
  next: StopCard | null;
};
