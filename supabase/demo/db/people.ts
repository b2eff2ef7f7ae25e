/** Who acts for whom in the demo. */
import { ACCOUNTS } from '#supabase/demo/content/accounts.ts';
import { PRODUCERS } from '#supabase/demo/content/producers.ts';
import type { AccountSeed } from '#supabase/demo/content/types.ts';
import { demoId } from '#supabase/demo/db/ids.ts';

export const accountId = ({ email }: Pick<AccountSeed, 'email'>) => demoId('account', email);
export const producerId = (slug: string) => demoId('producer', slug);
export const clusterId = (slug: string) => demoId('cluster', slug);
export const supplierId = (key: string) => demoId('supplier', key);
export const buyerId = (key: string) => demoId('buyer', key);
export const productId = (key: string) => demoId('product', key);
export const inquiryId = (key: string) => demoId('inquiry', key);

/** The account of that role in an organisation; null when nobody there has one. */
export function accountOf(
  role: AccountSeed['role'],
  organisation: string | null,
): AccountSeed | null {
  return (
    ACCOUNTS.find((account) => account.role === role && account.organisation === organisation) ??
    null
  );
}

const idOf = (account: AccountSeed | null) => (account ? accountId(account) : null);

export const operator = (): string | null => idOf(accountOf('operator', null));
export const coordinatorOf = (cluster: string): string | null =>
  idOf(accountOf('coordinator', cluster));
export const buyerAccountId = (buyer: string): string | null => idOf(accountOf('buyer', buyer));

/** Who enters a producer's data: its own account, else a coordinator of one of its clusters, on its behalf. */
export function actorFor(producer: string): { actor: string | null; on_behalf_of: string | null } {
  const own = idOf(accountOf('producer', producer));
  if (own) return { actor: own, on_behalf_of: null };
  const seed = PRODUCERS.find(({ slug }) => slug === producer);
  const coordinator = seed?.memberships.map(coordinatorOf).find((id) => id !== null) ?? null;
  return { actor: coordinator, on_behalf_of: coordinator && producerId(producer) };
}
