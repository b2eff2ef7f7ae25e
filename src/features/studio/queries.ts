import type { Locale } from '#src/i18n/locales.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

export type StudioRole = 'owner' | 'editor' | 'coordinator' | 'operator';

/** One producer's studio as its frame draws it. `account` is what `myAccount` answers. */
export type StudioFrameData<A> = {
  account: A;
  producer: {
    id: string;
    slug: string;
    name: string;
    state: 'pending' | 'active' | 'suspended';
    suspendedReason: string | null;
    verified: boolean;
    sourceLocale: Locale;
    country: string;
  };
  role: StudioRole;
  unread: number;
  /** Orders with news, a proposal or a payment to look for; at most 100. */
  orders: number;
  /** Payments that buyers say they made. */
  money: number;
  /** Booths in exhibitions; waiting: offers, and booths that curators handed back. */
  booths: { all: number; waiting: number };
  clusters: { id: string; slug: string; name: string }[];
};

/** Null when there is no such producer or the caller may not work for it. */
export async function studioFrame<A>(db: Db, slug: string): Promise<StudioFrameData<A> | null> {
  return expectData(
    await db.rpc('studio_frame', { p_slug: slug }),
  ) as unknown as StudioFrameData<A> | null;
}
