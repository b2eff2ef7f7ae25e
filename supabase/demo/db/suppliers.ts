import { ACCOUNTS, SUPPLIERS } from '#supabase/demo/content/accounts.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { accountId, accountOf, supplierId } from '#supabase/demo/db/people.ts';
import type { Rows } from '#supabase/demo/db/write.ts';

const MADE_DAYS_AGO = 90;

/** Suppliers whose people have an account; coordinators of every cluster find them. */
export function supplierTables(calendar: Calendar): Rows {
  const made = (key: string) => calendar.ago(MADE_DAYS_AGO, key);
  const people = ACCOUNTS.filter((account) => account.role === 'supplier');
  return [
    [
      'public.suppliers',
      SUPPLIERS.map(({ key, name, country, place, sells }) => ({
        id: supplierId(key),
        name,
        country,
        place,
        materials: sells.en,
        locale: accountOf('supplier', key)?.locale ?? 'en',
        listed: true,
        created_at: made(key),
        updated_at: made(key),
      })),
    ],
    [
      'public.supplier_contacts',
      people.map((account) => ({
        supplier_id: supplierId(account.organisation!),
        email: account.email,
      })),
    ],
    [
      'public.supplier_members',
      people.map((account) => ({
        supplier_id: supplierId(account.organisation!),
        user_id: accountId(account),
        created_at: made(account.organisation!),
      })),
    ],
  ];
}
