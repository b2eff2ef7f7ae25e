import type {
  ExhibitShot,
  ExhibitCard,
  BoothCard,
  Frame,
  HallView,
  Said,
} from '../visiting/views.ts';
import type { StopCard, Voice } from '../tours/views.ts';

/** What the database gives for a kiosk's bundle, in one language. `code`: seven signs, null where none was made. */
type Coded = { code: string | null };

export type HallRow = Omit<HallView, 'booths'> & Coded & { booths: BoothRow[] };
export type BoothRow = BoothCard & Coded & { story: Said | null };
export type ObjectRow = Omit<ExhibitCard, 'cover'> &
  Coded & {
    label: Said | null;
    maker: Said | null;
    made: Said | null;
    material: Said | null;
    dimensions: Said | null;
    credit: Said | null;
    pictures: ExhibitShot[];
  };
export type StopRow = StopCard &
  Coded & {
    id: string;
    body: Said | null;
    transcript: Said | null;
    voice: Voice | null;
    object: string | null;
  };
export type TourRow = { slug: string; title: Said; intro: Said | null; stops: StopRow[] };

export type ShownRows = {
  frame: Frame;
  shown: true;
  code: string | null;
  welcome: Said | null;
  takesCards: boolean;
  /** The last day on which a card that is left now is kept. */
  cardsUntil: string;
  takesEntries: boolean;
  halls: HallRow[];
  objects: ObjectRow[];
  tours: TourRow[];
  guestBook: { name: string; place: string; text: Said }[];
};
export type KioskRows = ShownRows | { frame: Frame; shown: false };
