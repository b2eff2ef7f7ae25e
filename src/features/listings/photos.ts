import { z } from 'zod';
import { ok, type Result } from '#src/domain/result.ts';
import { expectData, settle } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import type { Deps } from '#src/server/http/deps.ts';

/** Puts an uploaded picture at the end of a product; the first photo of an unsaved product starts its draft. */
export async function attachPhoto(
  deps: Deps,
  product: string,
  media: string,
): Promise<Result<void>> {
  const added = settle(
    await deps.db.rpc('add_product_media', { p_product: product, p_media: media }),
    deps,
  );
  return added.ok ? ok(undefined) : added;
}

export type PhotoState = { id: string; state: 'uploaded' | 'ready' | 'failed' };

/** The states of pictures the caller may see; unknown ids are left out. */
export async function photoStates(db: Db, ids: readonly string[]): Promise<PhotoState[]> {
  const known = ids.filter((id) => z.uuid().safeParse(id).success);
  if (known.length === 0) return [];
  return expectData(await db.from('media').select('id, state').in('id', known));
}
