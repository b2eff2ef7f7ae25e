import type {
  IiifExhibition,
  IiifObject,
  IiifSummary,
  IiifTour,
} from '#src/domain/exhibitions/iiif-facts.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';

/** All that everybody may read, the newest first. `turnsIn`: seconds until one opens or closes. */
export async function readableExhibitions(
  db: Db,
): Promise<{ exhibitions: IiifSummary[]; turnsIn: number | null }> {
  return expectData(await db.rpc('iiif_exhibitions')) as unknown as {
    exhibitions: IiifSummary[];
    turnsIn: number | null;
  };
}

/** Null for a draft, before the opening and for what is not there. */
export async function readableExhibition(db: Db, slug: string): Promise<IiifExhibition | null> {
  const answer = await db.rpc('iiif_exhibition', { p_slug: slug });
  return expectData(answer) as unknown as IiifExhibition | null;
}

export async function readableObject(
  db: Db,
  exhibition: string,
  object: string,
): Promise<IiifObject | null> {
  const answer = await db.rpc('iiif_object', { p_slug: exhibition, p_object: object });
  return expectData(answer) as unknown as IiifObject | null;
}

export async function readableTour(
  db: Db,
  exhibition: string,
  tour: string,
): Promise<IiifTour | null> {
  const answer = await db.rpc('iiif_tour', { p_slug: exhibition, p_tour: tour });
  return expectData(answer) as unknown as IiifTour | null;
}
