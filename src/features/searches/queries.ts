import { EMPTY_STATE, toParams, type CatalogueState } from '#src/domain/facets.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';

export type SavedSearch = {
  id: string;
  name: string;
  state: CatalogueState;
  /** The query of the list of products. */
  query: string;
  paused: boolean;
  lookedAt: string;
};

/** The person's searches, in the order in which they were saved. */
export async function mySearches(db: Db): Promise<SavedSearch[]> {
  const rows = expectData(
    await db
      .from('saved_searches')
      .select('id, name, query, paused_at, looked_at')
      .order('created_at')
      .order('id'),
  );
  return rows.map((row) => {
    const state = { ...EMPTY_STATE, ...(row.query as Partial<CatalogueState>) };
    return {
      id: row.id,
      name: row.name,
      state,
      query: toParams(state).toString(),
      paused: row.paused_at !== null,
      lookedAt: row.looked_at,
    };
  });
}
