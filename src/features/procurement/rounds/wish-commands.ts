import type { z } from 'zod';
import type { Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type {
  supplierInput,
  supplierRefInput,
  wishInput,
  wishJoinInput,
  wishLeaveInput,
  wishRefInput,
} from './schema.ts';

type Answer = Promise<Result<unknown>>;

export async function addWish(
  deps: Deps,
  _: SessionUser,
  { id, cluster, producer, ...wish }: z.infer<typeof wishInput>,
): Answer {
  const args = { p_id: id, p_cluster: cluster, p_producer: producer, p_wish: wish };
  return settle(await deps.db.rpc('add_wish', args), deps);
}

/** “Me too”, or another quantity of one's own wish. */
export async function joinWish(
  deps: Deps,
  _: SessionUser,
  { wish, producer, quantity }: z.infer<typeof wishJoinInput>,
): Answer {
  const args = { p_wish: wish, p_producer: producer, ...(quantity && { p_quantity: quantity }) };
  return settle(await deps.db.rpc('support_wish', args), deps);
}

export async function leaveWish(
  deps: Deps,
  _: SessionUser,
  { wish, producer }: z.infer<typeof wishLeaveInput>,
): Answer {
  return settle(await deps.db.rpc('withdraw_wish', { p_wish: wish, p_producer: producer }), deps);
}

export async function closeWish(
  deps: Deps,
  _: SessionUser,
  { wish }: z.infer<typeof wishRefInput>,
): Answer {
  return settle(await deps.db.rpc('close_wish', { p_wish: wish }), deps);
}

export async function saveSupplier(
  deps: Deps,
  _: SessionUser,
  { id, cluster, ...supplier }: z.infer<typeof supplierInput>,
): Answer {
  const args = { p_id: id, p_cluster: cluster, p_supplier: supplier };
  return settle(await deps.db.rpc('save_supplier', args), deps);
}

export async function removeSupplier(
  deps: Deps,
  _: SessionUser,
  { supplier }: z.infer<typeof supplierRefInput>,
): Answer {
  return settle(await deps.db.rpc('remove_supplier', { p_supplier: supplier }), deps);
}
