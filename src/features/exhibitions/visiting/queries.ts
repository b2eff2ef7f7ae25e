import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import { fileKey, filesBucket } from '#src/server/files/prepare.ts';
import type {
  Addresses,
  BoothPage,
  ExhibitionList,
  ExhibitionNow,
  ExhibitionPage,
  HallPage,
  ObjectPage,
  PlanPage,
  SearchPage,
  SlidesPage,
  VisitPage,
} from './views.ts';

/** Where a visitor stands: the exhibition's address, the page's language, and the key of a preview if there is one. */
export type Standing = { slug: string; locale: Locale; key: string | undefined };

const at = ({ slug, locale, key }: Standing) => ({
  p_slug: slug,
  p_locale: locale,
  ...(key ? { p_key: key } : {}),
});

/** All that were announced, those that open last first. */
export async function listExhibitions(db: Db, locale: Locale): Promise<ExhibitionList> {
  const answer = await db.rpc('exhibitions_list', { p_locale: locale });
  return expectData(answer) as unknown as ExhibitionList;
}

/** The open exhibition that closes first, or none. */
export async function openExhibition(db: Db, locale: Locale): Promise<ExhibitionNow> {
  const answer = await db.rpc('exhibition_now', { p_locale: locale });
  return expectData(answer) as unknown as ExhibitionNow;
}

/** Null when nothing public has this address. The same of every page below: a draft is not there for strangers. */
export async function exhibitionPage(db: Db, here: Standing): Promise<ExhibitionPage | null> {
  return expectData(await db.rpc('exhibition_page', at(here))) as unknown as ExhibitionPage | null;
}

export async function hallPage(db: Db, here: Standing, hall: string): Promise<HallPage | null> {
  const answer = await db.rpc('exhibition_hall', { ...at(here), p_hall: hall });
  return expectData(answer) as unknown as HallPage | null;
}

export async function boothPage(db: Db, here: Standing, booth: string): Promise<BoothPage | null> {
  const answer = await db.rpc('exhibition_booth', { ...at(here), p_booth: booth });
  return expectData(answer) as unknown as BoothPage | null;
}

export async function objectPage(
  db: Db,
  here: Standing,
  exhibit: string,
): Promise<ObjectPage | null> {
  const answer = await db.rpc('exhibition_object', { ...at(here), p_exhibit: exhibit });
  return expectData(answer) as unknown as ObjectPage | null;
}

export async function planPage(db: Db, here: Standing): Promise<PlanPage | null> {
  return expectData(await db.rpc('exhibition_plan', at(here))) as unknown as PlanPage | null;
}

/** Up to eighty objects, in the order of the walk. */
export async function slidesPage(db: Db, here: Standing): Promise<SlidesPage | null> {
  return expectData(await db.rpc('exhibition_slides', at(here))) as unknown as SlidesPage | null;
}

/** Booths and objects that have all the words; nothing for no words. */
export async function searchExhibition(
  db: Db,
  here: Standing,
  words: string,
): Promise<SearchPage | null> {
  const answer = await db.rpc('search_exhibition', { ...at(here), p_query: words });
  return expectData(answer) as unknown as SearchPage | null;
}

/** The objects that a visitor chose, by slug and in that order. */
export async function visitPage(
  db: Db,
  here: Standing,
  exhibits: readonly string[],
): Promise<VisitPage | null> {
  const answer = await db.rpc('exhibition_visit', { ...at(here), p_exhibits: [...exhibits] });
  return expectData(answer) as unknown as VisitPage | null;
}

/** Slugs of all that everybody may read, for the sitemap. */
export async function exhibitionAddresses(db: Db): Promise<Addresses> {
  return expectData(await db.rpc('exhibition_addresses')) as unknown as Addresses;
}

type Paper = { name: string; contentType: string; bytes: Uint8Array };

/** A paper that a section offers; null for every other file. */
export async function openPaper(
  db: Db,
  { slug, key }: Standing,
  file: string,
): Promise<Paper | null> {
  const asked = { p_slug: slug, p_file: file, ...(key ? { p_key: key } : {}) };
  const answer = await db.rpc('exhibition_paper', asked);
  if (answer.error && codeOf(answer.error) === 'invalid_input') return null;
  const row = expectData(answer) as { id: string; name: string; contentType: string } | null;
  const sha256 = (row as { sha256?: string } | null)?.sha256;
  if (!row || !sha256) return null;
  const bytes = await filesBucket().get(fileKey({ id: row.id, sha256 }));
  return bytes && { name: row.name, contentType: row.contentType, bytes };
}
