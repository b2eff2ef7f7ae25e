import { visitorKeys } from '#src/server/http/visitor-keys.ts';
import type { Db } from '#src/server/db/client.ts';
import { openOrder, type OpenOrder } from './order-queries.ts';

/**
 * The order with the key that opened it: the account's own first, then a key in the address, then those that this
 * browser keeps. Null when none of them opens it.
 */
export async function orderByAnyKey(
  db: Db,
  id: string,
  request: Request,
): Promise<{ order: OpenOrder; key: string | null } | null> {
  const given = new URL(request.url).searchParams.get('key');
  for (const key of [null, ...(given ? [given] : []), ...visitorKeys(request)]) {
    const order = await openOrder(db, id, key);
    if (order) return { order, key };
  }
  return null;
}
