import { placeName } from '#src/domain/countries.ts';
import type { ErrorCode } from '#src/domain/error-codes.ts';
import type { Incoterm } from '#src/domain/incoterms.ts';
import { parseMoney } from '#src/domain/money.ts';
import type { OrderDocument, TermsChange } from '#src/domain/order-document.ts';
import { parsePercent } from '#src/domain/percent.ts';
import type { Result } from '#src/domain/result.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Change } from './schema.ts';

/** What was typed, in minor units and basis points; each field that cannot be read says why. */
export function readTerms(
  input: Change,
  document: OrderDocument,
  locale: Locale,
): Result<TermsChange> {
  const fields: Record<string, ErrorCode> = {};
  const take = (name: string, read: Result<number>): number => {
    if (read.ok) return read.value;
    fields[name] = read.failure.code;
    return 0;
  };
  const amount = (name: string, text: string): number => {
    const read = parseMoney(text.trim() || '0', document.currency, locale);
    return take(name, read.ok ? { ok: true, value: read.value.amount } : read);
  };
  const terms: TermsChange = {
    lines: input.position.map((position, n) => ({
      position,
      quantity: input.quantity[n] ?? 0,
      unitAmount: amount('price', input.price[n] ?? ''),
    })),
    discountAmount: amount('discount', input.discount),
    freightAmount: amount('freight', input.freight),
    taxBp: take('tax', parsePercent(input.tax, locale)),
    depositBp: take('deposit', parsePercent(input.deposit, locale)),
    incoterm: input.incoterm as Incoterm,
    incotermPlace: input.incotermPlace,
    promisedOn: input.promisedOn,
    paymentTerms: input.paymentTerms,
    destination: keptPlace(input.destination, document.destination, locale),
    notes: input.notes,
  };
  if (Object.keys(fields).length > 0)
    return { ok: false, failure: { code: 'invalid_input', fields } };
  return { ok: true, value: terms };
}

/** The form shows a bare country code by its name; left as it was, the agreement keeps the code. */
function keptPlace(typed: string, agreed: string, locale: Locale): string {
  return typed === placeName(agreed, locale) ? agreed : typed;
}
