import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

export type Side = 'buyer' | 'producer';
export type InquiryState = 'unconfirmed' | 'open' | 'answered' | 'declined' | 'closed' | 'blocked';

/** A thread as one side sees it. Amounts are minor units, frozen when the buyer asked. */
export type Thread<R = ThreadRfq> = {
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
  /** When the other side last looked; null before it ever did. */
  seenAt: string | null;
  /** For the producer's side: whether it has a number to give, and whether the sender can still be blocked. */
  whatsapp: boolean;
  blockable: boolean;
  orderId: string | null;
  /** The RFQ this conversation came from, as the reader may see it; features/rfqs draws it. */
  rfq: R | null;
  /** Files that belong to the conversation as a whole. */
  files: ThreadFile[];
  messages: ThreadMessage[];
};

/** What the conversation itself says of its RFQ. */
export type ThreadRfq = { id: string; reference: string; title: string };

export type ThreadFile = {
  id: string;
  name: string;
  contentType: 'application/pdf' | 'image/jpeg';
  bytes: number;
  pages: number | null;
};

/** `whatsapp`: the body is a wa.me link with the producer's own number. */
export type ThreadMessage = {
  id: string;
  side: Side;
  kind: 'text' | 'whatsapp';
  body: string;
  at: string;
  files: ThreadFile[];
};

/** Reads the thread and marks it read; null when the caller has no part in it. `key` is a visitor's. */
export async function readThread<R extends ThreadRfq = ThreadRfq>(
  db: Db,
  id: string,
  key?: string,
): Promise<Thread<R> | null> {
  const answer = await db.rpc('read_inquiry', { p_inquiry: id, ...(key ? { p_key: key } : {}) });
  if (answer.error && ['not_found', 'invalid_input'].includes(codeOf(answer.error))) return null;
  return expectData(answer) as unknown as Thread<R>;
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
  /** Whether it came with an RFQ. */
  rfq: boolean;
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

export type Block = { id: string; label: string; reason: string; at: string };

/** Whom a producer no longer hears, newest first. */
export async function listBlocks(db: Db, producer: string): Promise<Block[]> {
  const answer = await db
    .from('producer_blocks')
    .select('id, label, reason, created_at')
    .eq('producer_id', producer)
    .order('created_at', { ascending: false })
    .order('id')
    .limit(200);
  return expectData(answer).map(({ created_at: at, ...block }) => ({ ...block, at }));
}
