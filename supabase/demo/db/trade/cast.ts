/** Who acts in the demo's trade. Where nobody of the demo signs in, somebody stands in until the curtain falls. */
import type { TransactionSql } from 'postgres';
import { BUYERS } from '#supabase/demo/content/accounts.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import { actorFor, buyerAccountId, buyerId, producerId } from '#supabase/demo/db/people.ts';

const standIn = (key: string) => demoId('stand-in', key);
const SELLER = 'sellers';

export const buyerActor = (buyer: string): string => buyerAccountId(buyer) ?? standIn(buyer);
/** The workshop's own account, else a coordinator of its cluster, else the stand-in of all the others. */
export const producerActor = (producer: string): string =>
  actorFor(producer).actor ?? standIn(SELLER);

const standIns = () => [
  { id: standIn(SELLER), email: 'stand-in@isoko.test', name: 'Stand-in' },
  ...BUYERS.filter(({ key }) => !buyerAccountId(key)).map(({ key, name }) => ({
    id: standIn(key),
    email: `${key}@isoko.test`,
    name,
  })),
];

export async function enterStandIns(
  tx: TransactionSql,
  producers: readonly string[],
): Promise<void> {
  for (const { id, email, name } of standIns()) {
    await tx`
      insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
      values (${id}, ${email}, now(), ${tx.json({ display_name: name, locale: 'en' })})`;
  }
  const sellers = producers.filter((slug) => !actorFor(slug).actor).map(producerId);
  await tx`
    insert into public.producer_members (producer_id, user_id, role)
    select p, ${standIn(SELLER)}, 'owner' from unnest(${sellers}::uuid[]) p`;
  for (const { key } of BUYERS.filter((buyer) => !buyerAccountId(buyer.key))) {
    await tx`
      insert into public.buyer_members (buyer_id, user_id, role)
      values (${buyerId(key)}, ${standIn(key)}, 'owner')`;
  }
}

/** They leave no trace: what they did was done by nobody in particular, as the rest of the demo has it. */
export async function leaveStandIns(tx: TransactionSql): Promise<void> {
  const ids = standIns().map(({ id }) => id);
  await tx`update public.events set actor = null where actor = any (${ids}::uuid[])`;
  await tx`update public.inquiry_messages set author = null where author = any (${ids}::uuid[])`;
  await tx`update public.orders set placed_by = null where placed_by = any (${ids}::uuid[])`;
  await tx`delete from auth.users where id = any (${ids}::uuid[])`;
}
