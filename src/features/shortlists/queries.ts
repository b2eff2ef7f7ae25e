import type { MediaView } from '#src/domain/media.ts';
import type { Money } from '#src/domain/money.ts';
import type { PriceTier } from '#src/domain/tiers.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';

/** What a product says of itself today, as on a card of the catalogue. */
export type ItemCard = {
  slug: string;
  title: string;
  unit: string;
  price: Money;
  moq: number;
  leadTimeDays: number;
  producer: { slug: string; name: string; verified: boolean };
  media: MediaView | null;
};
/** `card` is null when the product is no longer offered; then `title` is what it was called. */
export type ListItem = {
  id: string;
  title: string;
  quantity: number | null;
  note: string;
  addedAt: string;
  addedBy: string | null;
  card: ItemCard | null;
  orderMultiple: number | null;
  tiers: PriceTier[] | null;
};
export type Shortlist = {
  id: string;
  name: string;
  updatedAt: string;
  /** The organisation whose list it is; null for a list of one's own. */
  buyer: { id: string; name: string } | null;
  items: ListItem[];
};
export type ListEntry = {
  id: string;
  name: string;
  buyer: string | null;
  updatedAt: string;
  items: number;
  has: boolean;
};
export type MyLists = {
  lists: ListEntry[];
  buyers: { id: string; name: string }[];
  product: {
    id: string;
    unit: string;
    moq: number;
    orderMultiple: number;
    card: ItemCard;
  } | null;
};

/** The person's lists and those of their organisations; with a product, which have it. Newest change first. */
export async function myShortlists(
  db: Db,
  locale: Locale,
  product: string | null = null,
): Promise<MyLists> {
  const answer = await db.rpc('my_shortlists', {
    p_locale: locale,
    ...(product ? { p_product: product } : {}),
  });
  return expectData(answer) as unknown as MyLists;
}

/** For who keeps it; null for everybody else, and when there is none. */
export async function readShortlist(db: Db, id: string, locale: Locale): Promise<Shortlist | null> {
  const answer = await db.rpc('read_shortlist', { p_shortlist: id, p_locale: locale });
  const refused = ['invalid_input', 'not_allowed', 'not_signed_in'];
  if (answer.error && refused.includes(codeOf(answer.error))) return null;
  return expectData(answer) as unknown as Shortlist | null;
}
