import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Standing } from '../visiting/queries.ts';
import type { StopPage, TourPage } from './views.ts';

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
