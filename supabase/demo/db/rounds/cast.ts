/** Who acts in the demo's joint purchases. Nobody signs in for the other clusters: somebody stands in until the curtain falls. */
import { randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { ROUNDS } from '#supabase/demo/content/rounds.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import {
  accountId,
  accountOf,
  clusterId,
  coordinatorOf,
  supplierId,
} from '#supabase/demo/db/people.ts';

const standIn = (cluster: string) => demoId('stand-in coordinator', cluster);
export const guideOf = (cluster: string): string => coordinatorOf(cluster) ?? standIn(cluster);

/** The workshop's own person, else a coordinator for it. */
export function memberActor(producer: string, cluster: string): string {
  const own = accountOf('producer', producer);
  return own ? accountId(own) : guideOf(cluster);
}

const led = () =>
  [...new Set(ROUNDS.map(({ cluster }) => cluster))].filter((c) => !coordinatorOf(c));

export async function enterGuides(tx: TransactionSql): Promise<void> {
  for (const cluster of led()) {
    await tx`
      insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
      values (${standIn(cluster)}, ${`stand-in-${cluster}@isoko.test`}, now(), ${tx.json({ display_name: 'Stand-in', locale: 'en' })})`;
    await tx`
      insert into public.cluster_coordinators (cluster_id, user_id) values (${clusterId(cluster)}, ${standIn(cluster)})`;
  }
}

/** What they did was done by nobody in particular. */
export async function leaveGuides(tx: TransactionSql): Promise<void> {
  const ids = led().map(standIn);
  await tx`update public.rounds set created_by = null where created_by = any (${ids}::uuid[])`;
  await tx`update public.suppliers set created_by = null where created_by = any (${ids}::uuid[])`;
  await tx`update public.wishes set created_by = null where created_by = any (${ids}::uuid[])`;
  await tx`update public.pledge_entries set actor = null where actor = any (${ids}::uuid[])`;
  await tx`update public.events set actor = null where actor = any (${ids}::uuid[])`;
  await tx`delete from auth.users where id = any (${ids}::uuid[])`;
}

/** Secrets for this load only: with its own a supplier without an account acts as by its link. */
const SECRET = randomUUID();
const keyOf = (supplier: string) => `${SECRET} ${supplier}`;

/** Who speaks for a supplier: its person, or the holder of the link. */
export function seatOf(supplier: string): { actor: string | null; key: string | null } {
  const account = accountOf('supplier', supplier);
  return account ? { actor: accountId(account), key: null } : { actor: null, key: keyOf(supplier) };
}

export async function giveKey(tx: TransactionSql, round: string, supplier: string): Promise<void> {
  if (seatOf(supplier).actor) return;
  await tx`
    update public.round_suppliers set key_hashes = array[private.hash_token(${keyOf(supplier)})]
    where round_id = ${round} and supplier_id = ${supplierId(supplier)}`;
}

/** Nobody ever got a mail with a link, so none of them opens anything. */
export async function takeKeys(tx: TransactionSql, round: string): Promise<void> {
  await tx`update public.round_suppliers set key_hashes = '{}' where round_id = ${round}`;
}
