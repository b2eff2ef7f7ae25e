/** What the demo's exhibitions are made of. Regions are parts of a picture from 0 to 1; days count from the load. */
import type { Pattern, Theme } from '#src/domain/exhibition.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Text4 } from '#supabase/demo/content/types.ts';

/** `own:salt` of pictures.ts, or the n-th of a listing, a workshop or a cluster: `product:key/0`, `producer:slug/1`, `cluster:slug/0`. */
export type PictureRef =
  `own:${string}` | `${'product' | 'producer' | 'cluster'}:${string}/${number}`;

export type PictureUse = {
  ref: PictureRef;
  role?: 'view' | 'detail' | 'before' | 'after' | 'step' | 'turn';
  caption?: Text4;
};

export type HallSeed = { slug: string; title: Text4; intro: Text4; picture: PictureRef };

export type BoothSeed = {
  producer: string;
  hall: string;
  /** Approved unless told otherwise. */
  state?: 'offered' | 'submitted';
  title?: Text4;
  story?: Text4;
  picture?: PictureRef;
};

export type ObjectTexts = {
  title?: Text4;
  label: Text4;
  maker?: Text4;
  made?: Text4;
  material?: Text4;
  dimensions?: Text4;
  credit?: Text4;
};

export type ObjectSeed = {
  /** Of a product: the listing's own. */
  slug: string;
  kind: 'product' | 'work' | 'tool' | 'step';
  hall: string;
  /** The producer whose booth it stands in; null: in the hall. */
  booth: string | null;
  texts: ObjectTexts;
  /** None: those of the listing. */
  pictures?: readonly PictureUse[];
};

export type Region = readonly [x: number, y: number, width: number, height: number];

export type StopSeed = {
  /** Slug of an object. */
  object: string;
  picture: PictureRef;
  region?: Region;
  title: Text4;
  body: Text4;
};

export type TourSeed = { slug: string; title: Text4; intro: Text4; stops: readonly StopSeed[] };

export type SectionSeed = {
  /** None: on the first page. */
  hall?: string;
  title?: Text4;
  body?: Text4;
  attribution?: Text4;
} & (
  | { kind: 'text' | 'quote' }
  | { kind: 'gallery'; pictures: readonly PictureUse[] }
  | { kind: 'map'; place: string; latitude: number; longitude: number }
  | { kind: 'documents'; papers: readonly PaperSeed[] }
  | { kind: 'tour'; tour: string }
);

/** One sheet of A4 with plain lines, in one language. */
export type PaperSeed = { name: string; lines: readonly string[] };

export type GuestSeed = {
  name: string;
  place: string;
  text: string;
  locale: Locale;
  /** Days after the opening; counted back from the last day where it lies ahead. */
  day: number;
  state?: 'waiting';
};

export type ExhibitionSeed = {
  slug: string;
  /** Null: the operators'. */
  cluster: string | null;
  title: Text4;
  summary: Text4;
  welcome: Text4;
  closing: Text4;
  next: Text4;
  /** What its curators ask of booths. */
  ask?: Text4;
  theme: Theme;
  pattern: Pattern;
  zone: string;
  hero: PictureRef;
  halls: readonly HallSeed[];
  booths: readonly BoothSeed[];
  objects: readonly ObjectSeed[];
  tours: readonly TourSeed[];
  sections: readonly SectionSeed[];
  guests: readonly GuestSeed[];
};
