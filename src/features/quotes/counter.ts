import { heldPrice, quoteSums } from '#src/domain/quote-sums.ts';
import type { PaymentTerms } from '#src/domain/quote.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import {
  amountOf,
  depositOf,
  endOfDay,
  quantityOf,
  type QuoteDocument,
  type Wrong,
} from './parse.ts';
import type { Quote, QuoteLine } from './queries.ts';
import type { CounterForm } from './schema.ts';

/**
 * A buyer's counter to a version. A line's price that was left as it was quoted is the price that holds at the new
 * quantity (its tier); a price that was changed is the buyer's own. Quantity 0 leaves the line out.
 */
export function readCounter(
  form: CounterForm,
  quote: Quote,
  locale: string,
): Result<QuoteDocument> {
  const wrong: Wrong = {};
  const terms = {
    discountAmount: amountOf(form.discount, quote.currency, locale, 'discount', wrong),
    freightAmount: amountOf(form.freight, quote.currency, locale, 'freight', wrong),
    taxBp: quote.taxBp,
    depositBp: depositOf(form.paymentTerms as PaymentTerms, form.deposit, locale, wrong),
  };
  const lines = form.linePosition.flatMap((position, n) => {
    const line = quote.lines.find((one) => one.position === Number(position));
    const typed = { quantity: form.lineQuantity[n] ?? '', price: form.linePrice[n] ?? '' };
    return line ? readLine(line, n, typed, quote.currency, locale, wrong) : [];
  });
  if (lines.length === 0 && Object.keys(wrong).length === 0)
    wrong['lineQuantity-0'] = 'quote_empty';
  if (Object.keys(wrong).length > 0) return fail('invalid_input', wrong);
  const sums = quoteSums(lines, terms);
  if (!sums.ok) return sums;
  const { lineAmounts, ...totals } = sums.value;
  return ok({
    incoterm: form.incoterm,
    incotermPlace: form.incotermPlace,
    leadTimeDays: form.leadTime,
    paymentTerms: form.paymentTerms,
    validUntil: endOfDay(form.validUntil),
    notes: form.notes,
    ...terms,
    ...totals,
    lines: lines.map((line, n) => ({ ...line, lineAmount: lineAmounts[n] })),
  });
}

function readLine(
  line: QuoteLine,
  n: number,
  typed: { quantity: string; price: string },
  currency: string,
  locale: string,
  wrong: Wrong,
): { position: number; quantity: number; unitAmount: number }[] {
  if (/^0*$/.test(typed.quantity.trim())) return [];
  const quantity = quantityOf(typed.quantity, locale, `lineQuantity-${n}`, wrong);
  const own =
    typed.price === '' ? null : amountOf(typed.price, currency, locale, `linePrice-${n}`, wrong);
  const asQuoted = own === null || own === line.unitAmount;
  return [
    {
      position: line.position,
      quantity,
      unitAmount: asQuoted ? heldPrice(quantity, line) : own,
    },
  ];
}
