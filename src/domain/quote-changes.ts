/** What differs between two versions of a quote, line by line and term by term, for people to read. */
export type ComparableLine = {
  position: number;
  description: string;
  unit: string;
  quantity: number;
  unitAmount: number;
  lineAmount: number;
  moqWaived: boolean;
};
export type ComparableQuote = {
  currency: string;
  incoterm: string;
  incotermPlace: string;
  leadTimeDays: number;
  paymentTerms: string;
  depositBp: number;
  taxBp: number;
  goodsAmount: number;
  discountAmount: number;
  freightAmount: number;
  taxAmount: number;
  totalAmount: number;
  depositAmount: number;
  validUntil: string;
  notes: string;
  lines: readonly ComparableLine[];
};

const TERMS = [
  'currency',
  'incoterm',
  'incotermPlace',
  'leadTimeDays',
  'paymentTerms',
  'depositBp',
  'taxBp',
  'discountAmount',
  'freightAmount',
  'taxAmount',
  'goodsAmount',
  'totalAmount',
  'depositAmount',
  'validUntil',
  'notes',
] as const satisfies readonly (keyof ComparableQuote)[];
const LINE_FACTS = [
  'description',
  'quantity',
  'unit',
  'unitAmount',
  'lineAmount',
  'moqWaived',
] as const;

export type TermName = (typeof TERMS)[number];
export type LineFact = (typeof LINE_FACTS)[number];
type Value = string | number | boolean;

export type QuoteChange =
  | { kind: 'term'; term: TermName; from: Value; to: Value }
  | { kind: 'line'; line: ComparableLine; fact: LineFact; from: Value; to: Value }
  | { kind: 'line_added'; line: ComparableLine }
  | { kind: 'line_removed'; line: ComparableLine };

/** Changes of the lines first, in the newer version's order, then what was taken out, then the terms. */
export function quoteChanges(before: ComparableQuote, after: ComparableQuote): QuoteChange[] {
  const old = new Map(before.lines.map((line) => [line.position, line]));
  const changed = after.lines.flatMap((line) => {
    const was = old.get(line.position);
    old.delete(line.position);
    return was ? lineChanges(was, line) : [{ kind: 'line_added' as const, line }];
  });
  const removed = [...old.values()].map((line) => ({ kind: 'line_removed' as const, line }));
  const terms = TERMS.filter((term) => before[term] !== after[term]).map((term) => ({
    kind: 'term' as const,
    term,
    from: before[term],
    to: after[term],
  }));
  return [...changed, ...removed, ...terms];
}

function lineChanges(was: ComparableLine, line: ComparableLine): QuoteChange[] {
  return LINE_FACTS.filter((fact) => was[fact] !== line[fact]).map((fact) => ({
    kind: 'line' as const,
    line,
    fact,
    from: was[fact],
    to: line[fact],
  }));
}
