import type { ExhibitionFacts } from '#src/domain/exhibitions/checklist.ts';
import type {
  BoothState,
  ExhibitionState,
  ExhibitKind,
  Pattern,
  PictureRole,
  SectionKind,
  Theme,
} from '#src/domain/exhibition.ts';
import type { MediaView } from '#src/domain/media.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Texts } from './schema.ts';

type Words = Partial<Record<Locale, string>>;
type Photo = MediaView & { id: string; state: 'uploaded' | 'ready' | 'failed' };

/** Moments are ISO in UTC; `zone` is how they are shown. `waiting`: booths to be approved. */
export type ExhibitionEntry = {
  id: string;
  slug: string;
  title: string;
  titleLocale: Locale;
  state: ExhibitionState;
  zone: string;
  opensAt: string;
  closesAt: string;
  createdAt: string;
  theme: Theme;
  pattern: Pattern;
  hero: Photo | null;
  /** None: the operators' own. */
  cluster: { id: string; slug: string; name: string } | null;
  halls: number;
  booths: number;
  waiting: number;
  objects: number;
};

export type CuratedList = { zone: string; exhibitions: ExhibitionEntry[] };

/** Of a cluster, by its slug; null: of the whole site, for operators. Answers null to a stranger. */
export async function curatedExhibitions(
  db: Db,
  cluster: string | null,
): Promise<CuratedList | null> {
  const args = cluster === null ? {} : { p_cluster: cluster };
  return expectData(await db.rpc('curated_exhibitions', args)) as unknown as CuratedList | null;
}

/** One exhibition as the frame of its rooms draws it. */
export type ExhibitionDesk = ExhibitionEntry & {
  /** May change things here; an archived one nobody. */
  acts: boolean;
  override: 'open' | 'closed' | null;
  publishedAt: string | null;
  archivedAt: string | null;
  hasPreview: boolean;
  version: number;
  sourceLocale: Locale;
  languages: Locale[];
  hasGuestBook: boolean;
  hasMeetings: boolean;
  hasCards: boolean;
  /** Entries of the guest book that nobody has looked at. */
  guestBookWaiting: number;
  /** The database's clock. */
  now: string;
};

/** Null when there is no such exhibition or the caller may not see its desk: the two look the same. */
export async function exhibitionDesk(db: Db, id: string): Promise<ExhibitionDesk | null> {
  return expectData(
    await db.rpc('exhibition_desk', { p_exhibition: id }),
  ) as unknown as ExhibitionDesk | null;
}

/** A picture with the words for it in all languages. */
export type DeskPicture = Photo & {
  deep: boolean;
  role: PictureRole | null;
  caption: Words;
  alts: Words;
};
export type DeskWork = {
  id: string;
  slug: string;
  kind: Exclude<ExhibitKind, 'product'>;
  texts: Texts;
  rights: string | null;
  pictures: DeskPicture[];
};
export type DeskBooth = {
  id: string;
  hall: string;
  slug: string;
  state: BoothState;
  note: string;
  texts: Texts;
  offeredAt: string;
  answeredAt: string | null;
  updatedAt: string;
  producer: {
    id: string;
    slug: string;
    name: string;
    place: string;
    country: string;
    state: string;
  };
  photo: DeskPicture | null;
  /** `shows`: false for a product that is not published. */
  exhibits: {
    id: string;
    slug: string;
    kind: ExhibitKind;
    title: string | null;
    texts: Texts;
    shows: boolean;
    pictures: MediaView[];
  }[];
};
export type DeskHall = {
  id: string;
  slug: string;
  texts: Texts;
  photo: DeskPicture | null;
  works: DeskWork[];
  booths: DeskBooth[];
};
export type DeskFile = {
  id: string;
  name: string;
  contentType: 'application/pdf' | 'image/jpeg';
  bytes: number;
  pages: number | null;
};
export type DeskSection = {
  id: string;
  hall: string | null;
  kind: SectionKind;
  texts: Texts;
  place: string;
  latitude: number | null;
  longitude: number | null;
  tour: string | null;
  pictures: DeskPicture[];
  files: DeskFile[];
};

/** `opens`, `closes`: the wall clock of `zone`, YYYY-MM-DDTHH:MM. */
export type ExhibitionRules = {
  texts: Texts;
  sourceLocale: Locale;
  languages: Locale[];
  theme: Theme;
  pattern: Pattern;
  zone: string;
  opens: string;
  closes: string;
  hasGuestBook: boolean;
  hasMeetings: boolean;
  hasCards: boolean;
};
export type CuratedExhibition = {
  rules: ExhibitionRules;
  hero: DeskPicture | null;
  clonedFrom: { id: string; title: string } | null;
  halls: DeskHall[];
  sections: DeskSection[];
  tours: { id: string; slug: string; title: string; stops: number }[];
};

/** Everything that curators made, and where booths stand. Null for a stranger. */
export async function curatedExhibition(db: Db, id: string): Promise<CuratedExhibition | null> {
  return expectData(
    await db.rpc('curated_exhibition', { p_exhibition: id }),
  ) as unknown as CuratedExhibition | null;
}

/** Null for whoever may not publish it. */
export async function exhibitionFacts(db: Db, id: string): Promise<ExhibitionFacts | null> {
  return expectData(
    await db.rpc('exhibition_checks', { p_exhibition: id }),
  ) as unknown as ExhibitionFacts | null;
}

export type ExhibitionVersion = {
  number: number;
  note: string;
  at: string;
  by: string | null;
  title: string;
  halls: number;
  works: number;
  sections: number;
  stops: number;
};

/** Newest first. */
export async function exhibitionVersions(db: Db, id: string): Promise<ExhibitionVersion[]> {
  return expectData(
    await db.rpc('list_exhibition_versions', { p_exhibition: id }),
  ) as unknown as ExhibitionVersion[];
}

export type Invitable = {
  id: string;
  slug: string;
  name: string;
  place: string;
  country: string;
  products: number;
};
export type Invitables = { clusters: { id: string; name: string }[]; producers: Invitable[] };

/** Producers without a booth here: of a cluster (default: the exhibition's own), or with these letters in the name. At most 100. */
export async function producersToInvite(
  db: Db,
  id: string,
  { query, cluster }: { query: string; cluster: string | null },
): Promise<Invitables | null> {
  const args = { p_exhibition: id, p_query: query, ...(cluster && { p_cluster: cluster }) };
  return expectData(await db.rpc('producers_to_invite', args)) as unknown as Invitables | null;
}
