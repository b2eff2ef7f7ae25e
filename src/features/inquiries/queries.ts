import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

export type Side = 'buyer' | 'producer';
export type InquiryState = 'unconfirmed' | 'open' | 'answered' | 'declined' | 'closed' | 'blocked';

/** A thread as one side sees it. Amounts are minor units, frozen when the buyer asked. */
export type Thread = {
  id: string;
  reference: string;
  state: InquiryState;
  side: Side;
  createdAt: string;
  product: {
    id: string | null;
    title: string;
    slug: string | null;
    priceAmount: number | null;
    priceCurrency: string | null;
  };
  producer: { id: string; name: string; slug: string };
  quantity: number | null;
  unit: string | null;
  neededBy: string | null;
  country: string | null;
  organisation: string;
  buyerName: string | null;
  messages: { id: string; side: Side; body: string; at: string }[];
};

/** Reads the thread and marks it read; null when the caller has no part in it. `key` is a visitor's. */
export async function readThread(db: Db, id: string, key?: string): Promise<Thread | null> {
  const answer = await db.rpc('read_inquiry', { p_inquiry: id, ...(key ? { p_key: key } : {}) });
  if (answer.error && ['not_found', 'invalid_input'].includes(codeOf(answer.error))) return null;
  return expectData(answer) as unknown as Thread;
}

export type InboxEntry = {
  id: string;
  reference: string;
  state: InquiryState;
  at: string;
  product: string;
  producer: string;
  quantity: number | null;
  unit: string | null;
  country: string | null;
  organisation: string;
  from: string | null;
  unread: boolean;
  excerpt: string;
};

/** How many entries a page of the inbox shows. */
export const INBOX_PAGE = 30;

/** Newest word first. `before` is the last entry of the page above; an address that makes no sense opens the first page. */
export async function listInbox(
  db: Db,
  side: Side,
  producer: string | null,
  before?: { at: string; id: string },
): Promise<InboxEntry[]> {
  const answer = await db.rpc('list_inquiries', {
    p_side: side,
    p_limit: INBOX_PAGE,
    ...(producer ? { p_producer: producer } : {}),
    ...(before ? { p_before: before.at, p_before_id: before.id } : {}),
  });
  if (before && answer.error && codeOf(answer.error) === 'invalid_input')
    return listInbox(db, side, producer);
  return expectData(answer) as unknown as InboxEntry[];
}
