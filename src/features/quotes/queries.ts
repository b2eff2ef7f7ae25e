import type { ComparableQuote } from '#src/domain/quote-changes.ts';
import type { QuoteSide, QuoteState } from '#src/domain/quote.ts';
import type { PriceTier } from '#src/domain/tiers.ts';
import type { Db } from '#src/server/db/client.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';

export type QuoteLine = {
  id: string;
  position: number;
  rfqLineId: string | null;
  productId: string | null;
  variantId: string | null;
  description: string;
  sku: string | null;
  hsCode: string | null;
  countryOfOrigin: string | null;
  unit: string;
  quantity: number;
  unitAmount: number;
  lineAmount: number;
  moq: number | null;
  moqWaived: boolean;
  weightGrams: number | null;
  sample: boolean;
  tiers: PriceTier[];
};

/** One version. Amounts are minor units of `currency`, shares basis points, times ISO. */
export type Quote = Omit<ComparableQuote, 'lines'> & {
  id: string;
  inquiryId: string;
  producerId: string;
  version: number;
  side: QuoteSide;
  state: QuoteState;
  sentAt: string | null;
  createdAt: string;
  decidedAt: string | null;
  reason: string | null;
  sha256: string | null;
  lines: QuoteLine[];
};

/** A conversation as far as its quotes go; `quotes` newest first, the caller's own draft among them. */
export type QuoteThread = {
  id: string;
  reference: string;
  state: string;
  title: string;
  rfqId: string | null;
  buyerId: string | null;
  neededBy: string | null;
  buyer: string;
  producer: { id: string; slug: string; name: string; country: string };
  order: { id: string; reference: string; quoteId: string } | null;
  side: QuoteSide;
  quotes: Quote[];
};

export type QuotableProduct = {
  id: string;
  title: string;
  unit: string | null;
  moq: number | null;
  orderMultiple: number;
  leadTimeDays: number | null;
  hsCode: string | null;
  countryOfOrigin: string | null;
  incoterm: string | null;
  incotermPlace: string | null;
  weightGrams: number | null;
  currency: string | null;
  unitAmount: number | null;
  sampleAmount: number | null;
  variants: { id: string; name: string; sku: string | null; unitAmount: number | null }[];
  tiers: PriceTier[];
};

export type AskedLine = {
  id: string;
  position: number;
  productId: string | null;
  variantId: string | null;
  description: string;
  quantity: number;
  unit: string;
  targetAmount: number | null;
  targetCurrency: string | null;
  customisation: string;
  sampleWanted: boolean;
  sizes: { size: string; quantity: number }[];
};

export type EditorData = QuoteThread & {
  asked: {
    productId: string | null;
    quantity: number | null;
    unit: string | null;
    neededBy: string | null;
    title: string;
  };
  rfq: {
    incoterm: string | null;
    incotermPlace: string | null;
    neededBy: string | null;
    answersBy: string | null;
    destination: string;
    paymentPreference: string | null;
    lines: AskedLine[];
  } | null;
  products: QuotableProduct[];
};

export type Comparison = {
  id: string;
  reference: string;
  title: string;
  neededBy: string | null;
  destination: string;
  lines: Omit<AskedLine, 'productId' | 'variantId' | 'customisation' | 'sampleWanted' | 'sizes'>[];
  entries: {
    inquiryId: string;
    inquiryState: string;
    producer: { id: string; slug: string; name: string; country: string; verified: boolean };
    rating: { average: number | null; count: number };
    orderId: string | null;
    quote: Quote | null;
  }[];
};

type Answer =
  { data: unknown; error: null } | { data: unknown; error: { message: string; code?: string } };

/** Null when the caller has no part in it, or the address makes no sense. */
function orNothing<T>(answer: Answer): T | null {
  if (
    answer.error &&
    ['not_found', 'invalid_input', 'not_signed_in'].includes(codeOf(answer.error))
  )
    return null;
  return expectData(answer) as T;
}

/** Every version of a conversation that the caller may read. `key` is a visitor's. */
export async function readQuotes(
  db: Db,
  inquiry: string,
  key?: string,
): Promise<QuoteThread | null> {
  return orNothing(
    await db.rpc('read_quotes', { p_inquiry: inquiry, ...(key ? { p_key: key } : {}) }),
  );
}

/** The conversation of one version. */
export async function readQuote(db: Db, quote: string, key?: string): Promise<QuoteThread | null> {
  return orNothing(await db.rpc('read_quote', { p_quote: quote, ...(key ? { p_key: key } : {}) }));
}

/** What the producer's editor begins with. */
export async function readEditor(db: Db, inquiry: string): Promise<EditorData | null> {
  return orNothing(await db.rpc('quote_editor', { p_inquiry: inquiry }));
}

/** The newest quote of every producer that was asked, side by side. */
export async function compareQuotes(db: Db, rfq: string, key?: string): Promise<Comparison | null> {
  return orNothing(await db.rpc('compare_quotes', { p_rfq: rfq, ...(key ? { p_key: key } : {}) }));
}
