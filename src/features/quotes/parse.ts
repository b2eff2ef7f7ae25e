import type { ErrorCode } from '#src/domain/error-codes.ts';
import { parseHsCode } from '#src/domain/hs.ts';
import { parseMoney } from '#src/domain/money.ts';
import { parsePercent } from '#src/domain/percent.ts';
import { parseQuantity } from '#src/domain/quantity.ts';
import { alignHeld, heldPricesProblem, quoteSums, type SumTerms } from '#src/domain/quote-sums.ts';
import { takesDeposit, type PaymentTerms } from '#src/domain/quote.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { sortTiers, type PriceTier } from '#src/domain/tiers.ts';
import { isBlank, type LineFields, type QuoteFields, type TierFields } from './fields.ts';

/** A version as `save_quote_draft` and `counter_quote` take it. */
export type QuoteDocument = Record<string, unknown> & { lines: Record<string, unknown>[] };
export type Wrong = Record<string, ErrorCode>;

/** An amount as typed; empty is 0. What cannot be read is noted under the field's name. */
export function amountOf(
  text: string,
  currency: string,
  locale: string,
  field: string,
  wrong: Wrong,
): number {
  if (text === '') return 0;
  const parsed = parseMoney(text, currency, locale);
  if (parsed.ok) return parsed.value.amount;
  wrong[field] = parsed.failure.code;
  return 0;
}

function percentOf(text: string, locale: string, field: string, wrong: Wrong): number {
  const parsed = parsePercent(text, locale);
  if (parsed.ok) return parsed.value;
  wrong[field] = parsed.failure.code;
  return 0;
}

/** With a deposit the typed share, in advance the whole, on account nothing. */
export function depositOf(terms: PaymentTerms, text: string, locale: string, wrong: Wrong): number {
  if (terms === 'in_advance') return 10_000;
  if (!takesDeposit(terms)) return 0;
  const share = percentOf(text, locale, 'deposit', wrong);
  if (share === 0 || share === 10_000)
    wrong['deposit'] ??= share === 0 ? 'required' : 'out_of_range';
  return share;
}

/** The end of that day, UTC: a quote is valid through its last day. */
export function endOfDay(day: string): string {
  return `${day}T23:59:59.000Z`;
}

export function readTerms(fields: QuoteFields, locale: string, wrong: Wrong): SumTerms {
  const { currency } = fields;
  return {
    discountAmount: amountOf(fields.discount, currency, locale, 'discount', wrong),
    freightAmount: amountOf(fields.freight, currency, locale, 'freight', wrong),
    taxBp: percentOf(fields.tax, locale, 'tax', wrong),
    depositBp: depositOf(fields.paymentTerms as PaymentTerms, fields.deposit, locale, wrong),
  };
}

/** The whole form as the database takes it, every sum worked out; all fields that cannot be read are named at once. */
export function readQuoteForm(fields: QuoteFields, locale: string): Result<QuoteDocument> {
  const wrong: Wrong = {};
  const terms = readTerms(fields, locale, wrong);
  const lines = fields.lines
    .map((line, n) => ({ line, n }))
    .filter(({ line }) => !isBlank(line))
    .map(({ line, n }) => readLine(line, n, fields.currency, locale, wrong));
  if (lines.length === 0) wrong['lineDescription-0'] ??= 'quote_empty';
  if (Object.keys(wrong).length > 0) return fail('invalid_input', wrong);
  const sums = quoteSums(lines, terms);
  if (!sums.ok) return sums;
  const { lineAmounts, ...totals } = sums.value;
  return ok({
    currency: fields.currency,
    incoterm: fields.incoterm,
    incotermPlace: fields.incotermPlace,
    leadTimeDays: Number(fields.leadTime),
    paymentTerms: fields.paymentTerms,
    validUntil: endOfDay(fields.validUntil),
    notes: fields.notes,
    ...terms,
    ...totals,
    lines: lines.map((line, n) => ({ ...line, lineAmount: lineAmounts[n] })),
  });
}

function readLine(line: LineFields, n: number, currency: string, locale: string, wrong: Wrong) {
  const quantity = quantityOf(line.quantity, locale, `lineQuantity-${n}`, wrong);
  if (line.price === '') wrong[`linePrice-${n}`] = 'required';
  if (line.description.length < 2) wrong[`lineDescription-${n}`] = 'required';
  const unitAmount = amountOf(line.price, currency, locale, `linePrice-${n}`, wrong);
  const typed = tiersOf(line.tiers, n, currency, locale, wrong);
  const tiers = alignHeld({ quantity, unitAmount, tiers: typed });
  const problem = heldPricesProblem({ quantity, unitAmount, tiers });
  if (problem && quantity > 0) wrong[`tierFrom-${n}`] ??= problem;
  return {
    position: line.position,
    rfqLineId: line.rfqLineId || null,
    productId: line.productId || null,
    variantId: line.variantId || null,
    description: line.description,
    sku: line.sku,
    hsCode: hsCodeOf(line.hsCode, `lineHs-${n}`, wrong),
    countryOfOrigin: line.origin || null,
    unit: line.unit,
    quantity,
    unitAmount,
    weightGrams: line.weight ? quantityOf(line.weight, locale, `lineWeight-${n}`, wrong) : null,
    moqWaived: line.waived,
    sample: line.sample,
    tiers,
  };
}

/** Whole units: a price is for one of them. */
export function quantityOf(text: string, locale: string, field: string, wrong: Wrong): number {
  const parsed = parseQuantity(text, 'H87', locale);
  if (parsed.ok) return parsed.value;
  wrong[field] = parsed.failure.code;
  return 0;
}

function hsCodeOf(text: string, field: string, wrong: Wrong): string | null {
  if (text === '') return null;
  const parsed = parseHsCode(text);
  if (parsed.ok) return parsed.value;
  wrong[field] = parsed.failure.code;
  return null;
}

/** Rows left empty are passed over; half a row is a mistake. */
function tiersOf(
  rows: readonly TierFields[],
  n: number,
  currency: string,
  locale: string,
  wrong: Wrong,
): PriceTier[] {
  const filled = rows.filter((row) => row.from !== '' || row.price !== '');
  const tiers = filled.map((row) => {
    if (row.price === '') wrong[`tierPrice-${n}`] = 'required';
    return {
      minQuantity: quantityOf(row.from, locale, `tierFrom-${n}`, wrong),
      unitAmount: amountOf(row.price, currency, locale, `tierPrice-${n}`, wrong),
    };
  });
  return sortTiers(tiers);
}
