import type { OrderSide } from '#src/domain/order-states.ts';
import type { Db } from '#src/server/db/client.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { QuoteParties } from './quote-paper.ts';
import type { DocumentKind, Snapshot } from './snapshot.ts';

export type DocumentEntry = {
  id: string;
  kind: DocumentKind;
  label: string;
  issuedAt: string;
  revision: number;
  replacedBy: string | null;
};

/** The papers of an order for its page. `issuable`: what the producer could issue now and would be another paper. */
export type OrderDocuments = {
  side: OrderSide;
  documents: DocumentEntry[];
  hasDetails: boolean;
  issuable: Exclude<DocumentKind, 'receipt' | 'credit_note'>[];
};

export type Details = {
  legalName: string;
  address: string;
  country: string;
  taxNumber: string;
  registration: string;
  email: string;
  phone: string;
};

const NOBODY = ['not_found', 'invalid_input', 'not_signed_in'];

/** Null when the caller has no part in the order. */
export async function orderDocuments(db: Db, order: string): Promise<OrderDocuments | null> {
  const answer = await db.rpc('order_documents', { p_order: order });
  if (answer.error && NOBODY.includes(codeOf(answer.error))) return null;
  return expectData(answer) as unknown as OrderDocuments;
}

/** A document as it was issued; null when row-level security shows none. */
export async function readDocument(db: Db, id: string): Promise<Snapshot | null> {
  const answer = await db.from('documents').select('snapshot').eq('id', id).maybeSingle();
  if (answer.error && [...NOBODY, 'not_allowed'].includes(codeOf(answer.error))) return null;
  return (expectData(answer)?.snapshot ?? null) as unknown as Snapshot | null;
}

/** How both parties are called on a quote's paper. `key` is a visitor's. */
export async function quoteParties(
  db: Db,
  quote: string,
  key?: string,
): Promise<QuoteParties | null> {
  const answer = await db.rpc('quote_parties', { p_quote: quote, ...(key ? { p_key: key } : {}) });
  if (answer.error && NOBODY.includes(codeOf(answer.error))) return null;
  return expectData(answer) as unknown as QuoteParties;
}

/** What an organisation of the caller's is called on papers; null while nobody wrote it. */
export async function organisationDetails(
  db: Db,
  side: OrderSide,
  organisation: string,
): Promise<Details | null> {
  const answer = await db
    .from('organisation_details')
    .select('legal_name, address, country, tax_number, registration, email, phone')
    .eq(side === 'producer' ? 'producer_id' : 'buyer_id', organisation)
    .maybeSingle();
  const row = expectData(answer);
  return (
    row && {
      legalName: row.legal_name,
      address: row.address,
      country: row.country,
      taxNumber: row.tax_number,
      registration: row.registration,
      email: row.email ?? '',
      phone: row.phone ?? '',
    }
  );
}
