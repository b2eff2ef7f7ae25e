/** The visitor whom the demo knows by name. */
import { randomBytes } from 'node:crypto';
import { BUYERS } from '#supabase/demo/content/accounts.ts';
import { accountId, accountOf } from '#supabase/demo/db/people.ts';

/** The demo's own buyer, in whose name nobody is meant. */
export function buyer() {
  const account = accountOf('buyer', 'maison-croix-rousse');
  const house = BUYERS.find(({ key }) => key === account?.organisation);
  if (!account || !house) throw new Error('The demo has no buyer to visit its exhibition.');
  return {
    name: account.displayName,
    company: house.name,
    email: account.email,
    locale: account.locale,
    user_id: accountId(account),
  };
}

/** The link of the mail that nobody got opens nothing. */
export const nobodysKey = () => `\\x${randomBytes(32).toString('hex')}`;
