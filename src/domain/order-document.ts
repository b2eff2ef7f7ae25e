import type { Incoterm } from './incoterms.ts';
import { quoteSums } from './quote-sums.ts';
import type { PaymentTerms } from './quote.ts';
import { fail, ok, type Result } from './result.ts';

export type OrderParty = {
  id: string;
  name: string;
  legalName: string;
  address: string;
  country: string;
  taxNumber: string;
  registration: string;
};

export type OrderLine = {
  position: number;
  description: string;
  sku: string | null;
  hsCode: string | null;
  countryOfOrigin: string | null;
  unit: string;
  quantity: number;
  unitAmount: number;
  lineAmount: number;
  weightGrams: number | null;
  moqWaived: boolean;
  sample: boolean;
  productId: string | null;
  variantId: string | null;
};

/** The whole agreement as both sides accepted it; frozen. Amounts in minor units of `currency`, shares in basis points. */
export type OrderDocument = {
  reference: string;
  orderedAt: string;
  currency: string;
  minorUnits: number;
  locale: string;
  producer: OrderParty;
  buyer: OrderParty;
  inquiry: string;
  rfq: string | null;
  quote: { id: string; version: number };
  lines: OrderLine[];
  goodsAmount: number;
  discountAmount: number;
  freightAmount: number;
  taxBp: number;
  taxAmount: number;
  totalAmount: number;
  depositBp: number;
  depositAmount: number;
  incoterm: Incoterm;
  incotermPlace: string;
  leadTimeDays: number;
  promisedOn: string;
  paymentTerms: PaymentTerms;
  destination: string;
  notes: string;
};

/** What two sides may change about an order by agreeing; lines by their position, a quantity of 0 takes the line out. */
export type TermsChange = {
  lines: { position: number; quantity: number; unitAmount: number }[];
} & Pick<
  OrderDocument,
  | 'discountAmount'
  | 'freightAmount'
  | 'taxBp'
  | 'depositBp'
  | 'incoterm'
  | 'incotermPlace'
  | 'promisedOn'
  | 'paymentTerms'
  | 'destination'
  | 'notes'
>;

/** The same document with every sum worked out anew from lines, discount, freight and shares, as a quote's are. */
export function withSums(document: OrderDocument): Result<OrderDocument> {
  const sums = quoteSums(document.lines, document);
  if (!sums.ok) return sums;
  const { lineAmounts, ...totals } = sums.value;
  const lines = document.lines.map((line, n) => ({ ...line, lineAmount: lineAmounts[n]! }));
  return ok({ ...document, ...totals, lines });
}

/** The agreement as it would be. Who the parties are, what was asked and in which currency never changes. */
export function revise(document: OrderDocument, change: TermsChange): Result<OrderDocument> {
  const { lines: wanted, ...terms } = change;
  const byPosition = new Map(wanted.map((line) => [line.position, line]));
  const lines = document.lines.flatMap((line) => {
    const to = byPosition.get(line.position);
    if (!to) return [line];
    return to.quantity === 0 ? [] : [{ ...line, quantity: to.quantity, unitAmount: to.unitAmount }];
  });
  if (lines.length === 0) return fail('no_lines_left');
  const revised = withSums({ ...document, ...terms, lines });
  if (revised.ok && differences(document, revised.value).length === 0)
    return fail('nothing_changed');
  return revised;
}

/** One thing that differs between two revisions. `line` is the position where it is about a line. */
export type Difference = {
  field: (typeof COMPARED)[number] | 'quantity' | 'unitAmount' | 'removed' | 'added';
  line?: { position: number; description: string; unit: string };
  before: string | number | null;
  after: string | number | null;
};

const COMPARED = [
  'goodsAmount',
  'discountAmount',
  'freightAmount',
  'taxBp',
  'taxAmount',
  'totalAmount',
  'depositBp',
  'depositAmount',
  'incoterm',
  'incotermPlace',
  'leadTimeDays',
  'promisedOn',
  'paymentTerms',
  'destination',
  'notes',
] as const satisfies readonly (keyof OrderDocument)[];

/** What changed from one revision to the next, lines first, in the order of the paper. */
export function differences(before: OrderDocument, after: OrderDocument): Difference[] {
  const told: Difference[] = [];
  const later = new Map(after.lines.map((line) => [line.position, line]));
  for (const line of before.lines) {
    const to = later.get(line.position);
    later.delete(line.position);
    if (!to) told.push({ field: 'removed', line, before: line.quantity, after: null });
    else told.push(...lineDifferences(line, to));
  }
  for (const line of later.values())
    told.push({ field: 'added', line, before: null, after: line.quantity });
  for (const field of COMPARED) {
    if (before[field] !== after[field])
      told.push({ field, before: before[field], after: after[field] });
  }
  return told;
}

function lineDifferences(line: OrderLine, to: OrderLine): Difference[] {
  return (['quantity', 'unitAmount'] as const)
    .filter((field) => line[field] !== to[field])
    .map((field) => ({ field, line, before: line[field], after: to[field] }));
}
