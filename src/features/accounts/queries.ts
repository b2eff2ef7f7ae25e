import type { Locale } from '#src/i18n/locales.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import type { Intent } from './schema.ts';

export type Role = 'owner' | 'editor';
export type ProducerSeat = { id: string; slug: string; name: string; state: string; role: Role };
export type ClusterSeat = { id: string; slug: string; name: string; state: string };
export type BuyerSeat = { id: string; name: string; state: string; role: Role };

/** The signed-in person and every organisation they may act for. */
export type Account = {
  userId: string;
  displayName: string;
  locale: Locale;
  intent: Intent | null;
  suspended: boolean;
  suspendedReason: string | null;
  operator: boolean;
  /** At most 100, which is shown as 99+. */
  unreadNotices: number;
  producers: ProducerSeat[];
  clusters: ClusterSeat[];
  buyers: BuyerSeat[];
  suppliers: { id: string; name: string }[];
};

/** One round trip; null when nobody is signed in (or the account is gone). */
export async function myAccount(db: Db): Promise<Account | null> {
  return expectData(await db.rpc('my_account')) as Account | null;
}

/** Everything stored about the person, for the export file. */
export async function myData(db: Db): Promise<unknown> {
  return expectData(await db.rpc('export_my_data'));
}
