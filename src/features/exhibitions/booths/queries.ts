import type {
  BoothState,
  ExhibitionState,
  ExhibitKind,
  Pattern,
  Theme,
} from '#src/domain/exhibition.ts';
import type { MediaView } from '#src/domain/media.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { DeskPicture } from '../curating/queries.ts';
import type { Texts } from '../curating/schema.ts';
import type { Said } from '../visiting/views.ts';

/** What curators ask of a booth. `objects`: most in one; `labelLength`: characters in one language. */
export type BoothTemplate = {
  texts: Texts;
  objects: number;
  labelLength: number;
  /** Whether things that are not for sale may stand there. */
  hasWorks: boolean;
  /** By when it should be ready: an instant, and the same on the fair's wall clock (YYYY-MM-DDTHH:MM). */
  dueAt: string | null;
  due: string | null;
};

/** An exhibition as a producer with a booth knows it. Moments are ISO in UTC; `now`: the database's clock. */
export type BoothExhibition = {
  id: string;
  slug: string;
  title: Said;
  summary: Said | null;
  state: ExhibitionState;
  zone: string;
  opensAt: string;
  closesAt: string;
  now: string;
  sourceLocale: Locale;
  languages: Locale[];
  theme: Theme;
  pattern: Pattern;
  hasCards: boolean;
  hasMeetings: boolean;
  /** None: the site's own. */
  cluster: { slug: string; name: string } | null;
};

/** One booth as the frame of its rooms draws it. */
export type ProducerBooth = {
  id: string;
  slug: string;
  state: BoothState;
  /** With `accepted`: why the curators handed it back. With `declined`: what the producer said. */
  note: string;
  offeredAt: string;
  answeredAt: string | null;
  approvedAt: string | null;
  /** What stands over it, else the producer's name. */
  title: Said;
  hall: { slug: string; title: Said };
  producer: { id: string; slug: string; name: string; sourceLocale: Locale };
  exhibition: BoothExhibition;
  template: BoothTemplate;
  /** False once the exhibition is archived. */
  acts: boolean;
  /** There are visitors' cards or meetings. */
  visited: boolean;
};

/** Null when there is no such booth or the caller does not work for its producer: the two look the same. */
export async function producerBooth(
  db: Db,
  booth: string,
  locale: Locale,
): Promise<ProducerBooth | null> {
  const answer = await db.rpc('producer_booth', { p_booth: booth, p_locale: locale });
  return expectData(answer) as unknown as ProducerBooth | null;
}

/** A booth in the list of a producer's exhibitions. `hero`: the exhibition's picture. */
export type BoothEntry = {
  id: string;
  slug: string;
  state: BoothState;
  note: string;
  offeredAt: string;
  objects: number;
  dueAt: string | null;
  exhibition: BoothExhibition;
  hero: MediaView | null;
};

/** Those that wait for the producer first. Null for whoever does not work for it. */
export async function producerBooths(
  db: Db,
  slug: string,
  locale: Locale,
): Promise<BoothEntry[] | null> {
  const answer = await db.rpc('producer_booths', { p_slug: slug, p_locale: locale });
  return expectData(answer) as unknown as BoothEntry[] | null;
}

export type BenchObject = {
  id: string;
  slug: string;
  kind: ExhibitKind;
  /** None: it stands alone. */
  product: string | null;
  texts: Texts;
  rights: string | null;
  title: Said | null;
  /** The listing's title in its languages. */
  names: Partial<Record<Locale, string>>;
  /** False for a listing that is not published. */
  shows: boolean;
  cover: MediaView | null;
  /** Of what stands alone; a listing shows its own. */
  pictures: DeskPicture[];
};

export type Workbench = {
  texts: Texts;
  photo: DeskPicture | null;
  objects: BenchObject[];
  /** Published, and not in the booth yet. */
  products: { id: string; title: Said; cover: MediaView | null }[];
  /** Pictures that the producer has. */
  choices: (MediaView & { id: string })[];
};

/** Everything that is written in a booth. Null as for `producerBooth`. */
export async function boothWorkbench(
  db: Db,
  booth: string,
  locale: Locale,
): Promise<Workbench | null> {
  const answer = await db.rpc('booth_workbench', { p_booth: booth, p_locale: locale });
  return expectData(answer) as unknown as Workbench | null;
}

/** What curators ask of the booths of an exhibition, for their own desk. */
export async function boothTemplate(db: Db, exhibition: string): Promise<BoothTemplate | null> {
  const answer = await db.rpc('booth_template', { p_exhibition: exhibition });
  return expectData(answer) as unknown as BoothTemplate | null;
}
