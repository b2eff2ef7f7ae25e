import type { Locale } from '#src/i18n/locales.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

export type RfqState = 'unconfirmed' | 'held' | 'open' | 'closed' | 'refused';
type InquiryState = 'unconfirmed' | 'open' | 'answered' | 'declined' | 'closed' | 'blocked';

/** One thing that is wanted. Amounts are minor units for one unit. */
export type RfqLine = {
  id: string;
  position: number;
  description: string;
  productSlug: string | null;
  quantity: number;
  unit: string;
  targetAmount: number | null;
  targetCurrency: string | null;
  customisation: string;
  sampleWanted: boolean;
  sizes: { size: string; quantity: number }[];
};

export type RfqFile = {
  id: string;
  name: string;
  contentType: 'application/pdf' | 'image/jpeg';
  bytes: number;
  pages: number | null;
};

/** An RFQ as whoever may see it sees it; a producer gets the lines that are for it. */
export type Rfq = {
  id: string;
  reference: string;
  state: RfqState;
  title: string;
  message: string;
  organisation: string;
  country: string | null;
  destination: string;
  incoterm: string | null;
  incotermPlace: string | null;
  neededBy: string | null;
  answersBy: string | null;
  paymentPreference: 'bank_transfer' | 'mobile_money' | 'card' | null;
  createdAt: string;
  sentAt: string | null;
  lines: RfqLine[];
  files: RfqFile[];
};

/** One producer that was asked, and how far it is. Without a conversation it has not been sent yet. */
export type AskedProducer = {
  producer: {
    id: string;
    name: string;
    slug: string;
    place: string;
    country: string;
    verified: boolean;
  };
  inquiryId: string | null;
  reference: string | null;
  state: InquiryState | null;
  at: string | null;
  unread: boolean;
  seen: boolean;
  /** Once the producer wrote: whose the last word is, and whether the producer's newest words ask something. */
  said: { side: 'buyer' | 'producer'; question: boolean } | null;
  quote: {
    id: string;
    state: string;
    side: 'buyer' | 'producer';
    totalAmount: number;
    currency: string;
    validUntil: string;
  } | null;
};

export type BuyerRfq = Rfq & {
  visibility: 'one' | 'several' | 'cluster';
  cluster: { name: string; slug: string } | null;
  refusedReason: string | null;
  asked: AskedProducer[];
};

/** For its buyer, or a visitor with its key; null for everybody else. */
export async function readRfq(db: Db, id: string, key?: string): Promise<BuyerRfq | null> {
  const answer = await db.rpc('read_rfq', { p_rfq: id, ...(key ? { p_key: key } : {}) });
  if (answer.error && ['not_found', 'invalid_input'].includes(codeOf(answer.error))) return null;
  return expectData(answer) as unknown as BuyerRfq;
}

export type RfqEntry = {
  id: string;
  reference: string;
  state: RfqState;
  title: string;
  createdAt: string;
  answersBy: string | null;
  cluster: string | null;
  asked: number;
  answered: number;
  quotes: number;
  unread: boolean;
};

export const RFQ_PAGE = 20;

/** Newest first. `before` is the last entry of the page above; an address that makes no sense opens the first page. */
export async function listRfqs(db: Db, before?: { at: string; id: string }): Promise<RfqEntry[]> {
  const answer = await db.rpc('list_rfqs', {
    p_limit: RFQ_PAGE,
    ...(before ? { p_before: before.at, p_before_id: before.id } : {}),
  });
  if (before && answer.error && codeOf(answer.error) === 'invalid_input') return listRfqs(db);
  return expectData(answer) as unknown as RfqEntry[];
}

export type StartProduct = {
  id: string;
  slug: string;
  title: string;
  unit: string;
  moq: number;
  currency: string;
  sample: boolean;
  producer: string;
  variants: { id: string; name: string }[];
};
export type StartProducer = {
  id: string;
  slug: string;
  name: string;
  place: string;
  country: string;
  verified: boolean;
  cluster: string | null;
};
export type RfqStart = {
  products: StartProduct[];
  cluster: { id: string; slug: string; name: string; members: number } | null;
  clusters: { id: string; slug: string; name: string }[];
  chosen: StartProducer[];
  suggested: StartProducer[];
};

/** What the form begins with; products and producers by slug or id, whom it does not know it leaves out. */
export async function rfqStart(
  db: Db,
  locale: Locale,
  asked: { products: string[]; producers: string[]; cluster: string | null; words: string },
): Promise<RfqStart> {
  const answer = await db.rpc('rfq_start', {
    p_products: asked.products,
    p_producers: asked.producers,
    p_words: asked.words,
    p_locale: locale,
    ...(asked.cluster ? { p_cluster: asked.cluster } : {}),
  });
  return expectData(answer) as unknown as RfqStart;
}

export type HeldRfq = Rfq & {
  reason: string | null;
  from: string | null;
  account: boolean;
  accountDays: number | null;
  asked: number;
  blockers: number;
  cluster: string | null;
};

export const HELD_PAGE = 15;

/** The operator's queue: what waits, or what was refused. */
export async function listHeldRfqs(
  db: Db,
  open: boolean,
  before?: { at: string; id: string },
): Promise<{ held: number; refused: number; rows: HeldRfq[] }> {
  const answer = await db.rpc('operator_rfqs', {
    p_open: open,
    p_limit: HELD_PAGE,
    ...(before ? { p_before: before.at, p_before_id: before.id } : {}),
  });
  return expectData(answer) as never;
}
