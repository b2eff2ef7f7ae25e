import type { Pattern, Theme } from '#src/domain/exhibition.ts';
import type { ShellWords } from '#src/i18n/en/kiosk.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Said } from '../visiting/views.ts';

/** What lies on a kiosk, ready to be drawn: every sentence is written, every address whole. The shell formats nothing. */

/** Two files of one picture: `small` for lists, `large` for looking at. Pixels are those of `large`. */
export type KioskPicture = {
  small: string;
  large: string;
  width: number;
  height: number;
  colour: string;
  alt: string;
  caption: Said | null;
};

/** Where a thing is found on a phone: `href` in the dots, `shown` to be typed. */
export type Phone = { href: string; shown: string };

export type KioskHall = {
  id: string;
  slug: string;
  over: string;
  title: Said;
  intro: Said | null;
  cover: KioskPicture | null;
  booths: string[];
  /** What stands in it without a booth. */
  works: string[];
  phone: Phone;
};
export type KioskBooth = {
  id: string;
  slug: string;
  hall: string;
  title: Said;
  where: string;
  story: Said | null;
  cover: KioskPicture | null;
  objects: string[];
  phone: Phone;
};
export type KioskObject = {
  id: string;
  slug: string;
  hall: string;
  booth: string | null;
  over: string;
  title: Said;
  label: Said | null;
  facts: { name: string; said: Said }[];
  /** What a buyer wants to know; null for what is not for sale. */
  trade: { price: string; facts: { name: string; value: string }[] } | null;
  pictures: KioskPicture[];
  phone: Phone;
};
export type KioskStop = {
  id: string;
  title: Said;
  picture: KioskPicture;
  body: Said | null;
  transcript: Said | null;
  voice: { src: string; locale: Locale; length: string | null } | null;
  object: string | null;
  phone: Phone;
};
export type KioskTour = { slug: string; title: Said; intro: Said | null; stops: KioskStop[] };

export type KioskContent = {
  locale: Locale;
  words: ShellWords;
  /** The languages in which this exhibition is written, each in its own words. */
  languages: { code: Locale; name: string }[];
  exhibition: {
    id: string;
    slug: string;
    title: Said;
    summary: Said | null;
    welcome: Said | null;
    dates: string;
    theme: Theme;
    pattern: Pattern;
    zone: string;
    cover: KioskPicture | null;
    /** False before the opening: nothing of its halls is told. */
    shown: boolean;
    phone: Phone;
  };
  halls: KioskHall[];
  booths: KioskBooth[];
  objects: KioskObject[];
  tours: KioskTour[];
  /** Null where no cards are taken. `consent` is what a visitor agrees to; `home` where a card is looked at, before its id. */
  cards: {
    consent: string;
    home: string;
    countries: { code: string; name: string }[];
  } | null;
  guestBook: {
    takes: boolean;
    entries: { name: string; place: string; text: Said }[];
  } | null;
};

/** A file to keep besides the texts. Its address changes with its content, so it is fetched once. */
export type KioskFile = { url: string };

/** One language of the bundle. All languages of one version were made of the same moment. */
export type KioskBundle = { version: string; content: KioskContent; files: KioskFile[] };

/** What a device hears each minute. `key`: the point for which visitors' cards are sealed. */
export type KioskWord =
  | { revoked: true }
  | {
      revoked: false;
      now: string;
      kiosk: string;
      start: string;
      locale: Locale;
      idleSeconds: number;
      languages: Locale[];
      newest: string;
      key: string;
    };
