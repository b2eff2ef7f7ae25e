import type { OrderLine } from '#src/domain/order-document.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { Paper } from '#src/server/pdf/paper.ts';
import { facts, figures } from './figures.ts';
import { note, party, priceTable, sums, type Pen } from './parts.ts';
import type { PaperParty } from './snapshot.ts';

/** A version of a quote as far as its paper goes; the quotes' own reading has more. */
export type PrintableQuote = {
  version: number;
  side: 'producer' | 'buyer';
  currency: string;
  sentAt: string | null;
  createdAt: string;
  validUntil: string;
  incoterm: string;
  incotermPlace: string;
  leadTimeDays: number;
  paymentTerms: string;
  notes: string;
  goodsAmount: number;
  discountAmount: number;
  freightAmount: number;
  taxBp: number;
  taxAmount: number;
  totalAmount: number;
  depositBp: number;
  depositAmount: number;
  lines: readonly Omit<OrderLine, 'position' | 'moqWaived' | 'productId' | 'variantId'>[];
};

export type QuoteParties = { producer: PaperParty; buyer: PaperParty | null };

/** Before an organisation was named, the buyer is who wrote. */
const unnamed = (name: string): PaperParty => ({
  id: '',
  name,
  legalName: name,
  address: '',
  country: '',
  taxNumber: '',
  registration: '',
  email: '',
  phone: '',
});

/** One version as a paper; `reference` is the conversation's, and the label never looks like a document's number. */
export function quotePaper(
  quote: PrintableQuote,
  about: { reference: string; buyer: string; parties: QuoteParties },
  t: Messages,
  locale: Locale,
): Paper {
  const p = t.papers;
  const pen: Pen = { t, locale, say: figures(quote.currency, t, locale) };
  const { say } = pen;
  const terms: Record<string, string> = t.quotes.paymentTerms;
  const at = quote.sentAt ?? quote.createdAt;
  const label = `${about.reference} / ${quote.version}`;
  const seller = party(p.seller, about.parties.producer, pen);
  const buyer = party(p.buyer, about.parties.buyer ?? unnamed(about.buyer), pen);
  const by = quote.side === 'producer' ? seller.name : buyer.name;
  return {
    lang: locale,
    title: quote.side === 'producer' ? p.quote : p.counter,
    label,
    date: at.slice(0, 10),
    dateText: say.day(at),
    author: by,
    key: { label: p.total, value: say.money(quote.totalAmount) },
    parties: [seller, buyer],
    facts: facts(
      [p.inquiry, about.reference],
      [p.version, say.count(quote.version)],
      [p.validUntil, say.day(quote.validUntil)],
      [p.leadTime, p.days(quote.leadTimeDays)],
      [p.delivery, p.incoterms(`${quote.incoterm} ${quote.incotermPlace}`.trim())],
      [p.payment, terms[quote.paymentTerms]],
    ),
    tables: [priceTable(quote.lines, pen)],
    totals: sums(quote, pen),
    notes: note(p.notes, quote.notes),
    footer: `${label} · ${by}`,
    pageOf: p.pageOf,
  };
}
