import { paths } from '#src/paths.ts';
import type { Db } from '#src/server/db/client.ts';
import { exhibitionPage } from './queries.ts';
import type { Addresses } from './views.ts';
import { dateRange, standsNow, type Words } from './words.ts';

/** What the card of a shared exhibition says; null when there is no such public thing. */
export async function exhibitionSubject(db: Db, slug: string, words: Words) {
  const page = await exhibitionPage(db, { slug, locale: words.locale, key: undefined });
  if (!page) return null;
  const { frame } = page;
  return {
    title: frame.title.text,
    lines: [dateRange(frame, words), frame.cluster?.name ?? standsNow(frame, words)],
    photo: frame.hero,
    tags: [`exhibition:${frame.id}`],
  };
}

/** Every page of the exhibitions that everybody may read. */
export function exhibitionPages(list: Addresses): { path: string; updatedAt: string }[] {
  return list.flatMap(({ slug, updatedAt, halls, booths, exhibits }) =>
    [
      paths.exhibition(slug),
      ...(halls.length > 0 ? [paths.floorPlan(slug)] : []),
      ...halls.map((hall) => paths.hall(slug, hall)),
      ...booths.map((booth) => paths.booth(slug, booth)),
      ...exhibits.map((exhibit) => paths.exhibit(slug, exhibit)),
    ].map((path) => ({ path, updatedAt })),
  );
}
