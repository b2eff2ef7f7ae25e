import type {
  ExhibitionState,
  ExhibitKind,
  Pattern,
  PictureRole,
  Theme,
} from '#src/domain/exhibition.ts';
import type { SectionKind } from '#src/domain/exhibition.ts';
import type { MediaView } from '#src/domain/media.ts';
import type { Money } from '#src/domain/money.ts';
import type { Locale } from '#src/i18n/locales.ts';

/** A written text and the language it is in, which may not be the page's. */
export type Said = { text: string; locale: Locale };

/** A picture of the exhibition. `deep`: tiles are ready, so a viewer may look into it as far as the original goes. */
export type Shot = MediaView & { caption: Said | null; deep: boolean };
export type ExhibitShot = Shot & { id: string; role: PictureRole };

/** What stands above every page. Moments are ISO with an offset; `now` is the database's clock. */
export type Frame = {
  id: string;
  slug: string;
  state: ExhibitionState;
  now: string;
  title: Said;
  summary: Said | null;
  sourceLocale: Locale;
  languages: Locale[];
  theme: Theme;
  pattern: Pattern;
  zone: string;
  opensAt: string;
  closesAt: string;
  publishedAt: string | null;
  updatedAt: string;
  hasGuestBook: boolean;
  hasMeetings: boolean;
  hasCards: boolean;
  cluster: { id: string; slug: string; name: string } | null;
  hero: MediaView | null;
  halls: { id: string; slug: string; title: Said }[];
  tours: { id: string; slug: string; title: Said; stops: number }[];
};

/** What a buyer wants to know. `sampleAmount` is in the price's currency and minor unit. */
export type Trade = {
  product: string;
  price: Money;
  unit: string;
  lowestAmount: number | null;
  moq: number;
  leadTimeDays: number;
  sample: boolean;
  sampleAmount: number | null;
  hsCode: string | null;
};

export type ExhibitCard = {
  id: string;
  slug: string;
  kind: ExhibitKind;
  title: Said;
  cover: ExhibitShot | null;
  trade: Trade | null;
  hall: string;
  booth: { slug: string; title: Said } | null;
};

export type Producer = {
  slug: string;
  name: string;
  place: string;
  country: string;
  verified: boolean;
};

export type BoothCard = {
  id: string;
  slug: string;
  title: Said;
  hall: string;
  producer: Producer;
  cover: MediaView | null;
  exhibits: number;
};

export type HallView = {
  id: string;
  slug: string;
  title: Said;
  intro: Said | null;
  cover: MediaView | null;
  booths: BoothCard[];
  exhibits: number;
};

export type Section = {
  id: string;
  kind: SectionKind;
  title: Said | null;
  body: Said | null;
  attribution: Said | null;
  place: string;
  latitude: number | null;
  longitude: number | null;
  tour: {
    slug: string;
    title: Said;
    intro: Said | null;
    stops: number;
    cover: MediaView | null;
  } | null;
  pictures: Shot[];
  files: { id: string; name: string; contentType: string; bytes: number; pages: number | null }[];
};

export type Counts = { booths: number; exhibits: number };

/** `shown` false: it has not opened, and nothing of its halls is told. */
export type ExhibitionPage =
  | { frame: Frame; shown: false }
  | {
      frame: Frame;
      shown: true;
      welcome: Said | null;
      closing: Said | null;
      next: Said | null;
      counts: Counts;
      halls: HallView[];
      sections: Section[];
      highlights: ExhibitCard[];
    };

export type HallPage = {
  frame: Frame;
  hall: HallView;
  number: number;
  sections: Section[];
  exhibits: ExhibitCard[];
};

type Neighbour = { slug: string; title: Said } | null;

export type BoothPage = {
  frame: Frame;
  booth: BoothCard;
  hallTitle: Said;
  story: Said | null;
  producer: { id: string; foundedYear: number | null; people: number | null };
  /** Whether a visitor may book a meeting now. */
  meets: boolean;
  workshop: MediaView[];
  exhibits: ExhibitCard[];
  /** Not approved yet: shown to whoever furnishes or curates it alone. */
  early: boolean;
  previous: Neighbour;
  next: Neighbour;
};

export type Exhibit = ExhibitCard & {
  label: Said | null;
  maker: Said | null;
  made: Said | null;
  material: Said | null;
  dimensions: Said | null;
  credit: Said | null;
  rights: string | null;
  updatedAt: string;
  pictures: ExhibitShot[];
};

export type ObjectPage = {
  frame: Frame;
  exhibit: Exhibit;
  productId: string | null;
  hallTitle: Said;
  producer: (Producer & { id: string }) | null;
  /** Its number on the way through the halls, none while its booth is not approved, and how many there are. */
  place: number | null;
  of: number;
  early: boolean;
  previous: ExhibitCard | null;
  next: ExhibitCard | null;
  tours: { slug: string; title: Said; stop: number }[];
};

export type PlanPage = {
  frame: Frame;
  halls: {
    slug: string;
    title: Said;
    booths: { slug: string; title: Said; place: string; exhibits: number }[];
    works: number;
  }[];
};

export type SlidesPage = { frame: Frame; exhibits: ExhibitCard[] };
export type SearchPage = { frame: Frame; booths: BoothCard[]; exhibits: ExhibitCard[] };
export type VisitPage = {
  frame: Frame;
  exhibits: (ExhibitCard & { productId: string | null })[];
};

export type ExhibitionCard = Frame & Partial<Counts>;
/** `turnsAt`: when the next one opens or closes. */
export type ExhibitionList = { now: string; items: ExhibitionCard[]; turnsAt: string | null };
export type ExhibitionNow = { now: string; item: ExhibitionCard | null; turnsAt: string | null };

export type Addresses = {
  slug: string;
  updatedAt: string;
  halls: string[];
  booths: string[];
  exhibits: string[];
}[];
