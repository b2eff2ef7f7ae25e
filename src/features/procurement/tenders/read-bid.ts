import type { ErrorCode } from '#src/domain/error-codes.ts';
import { parseMoney } from '#src/domain/money.ts';
import { stepsPerUnit } from '#src/domain/procurement/lot-amount.ts';
import { parseQuantity } from '#src/domain/quantity.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { TenderLot } from './queries.ts';
import type { BidForm } from './schema.ts';

/** The fields of one lot share one name for what is wrong in them. */
export const lotField = (lot: string) => `lot-${lot}`;

type Reader = { form: BidForm; locale: string; wrong: Record<string, ErrorCode> };

/**
 * The form as `save_bid` takes it: steps of the lot's unit, minor units of the bid's currency. A lot without any price is
 * not offered. What cannot be read is named by lot; a number that can be read in two ways is `amount_ambiguous`.
 */
export function readBid(
  form: BidForm,
  lots: readonly TenderLot[],
  locale: string,
): Result<Record<string, unknown>> {
  const reader: Reader = { form, locale, wrong: {} };
  const record = {
    currency: form.currency,
    freightFixedAmount: priceOf(reader, form.freightFixed, 'freightFixed') ?? 0,
    leadTimeDays: form.leadTimeDays,
    validUntil: form.validUntil,
    paymentTerms: form.paymentTerms,
    notes: form.notes,
    lines: lots.flatMap((lot) => lineOf(reader, lot)),
  };
  return Object.keys(reader.wrong).length > 0 ? fail('invalid_input', reader.wrong) : ok(record);
}

function lineOf(reader: Reader, lot: TenderLot): Record<string, unknown>[] {
  const { form } = reader;
  const at = form.lot.indexOf(lot.id);
  const tiers = tiersOf(reader, lot);
  if (at < 0 || tiers.length === 0) return [];
  const text = (list: readonly (string | null)[]) => list[at]?.trim() ?? '';
  const steps = (list: readonly (string | null)[]) => stepsOf(reader, lot, text(list));
  return [
    {
      lotId: lot.id,
      pack: steps(form.pack) ?? lot.pack,
      moq: steps(form.moq) ?? 0,
      capacity: steps(form.capacity),
      freightUnitAmount: priceOf(reader, text(form.freightUnit), lotField(lot.id)) ?? 0,
      leadTimeDays: daysOf(reader, lot, text(form.lead)),
      articleNumber: text(form.article),
      qualityAnswers: answersOf(form, lot),
      note: text(form.note),
      tiers,
    },
  ];
}

/** Rows with a price, by quantity; a row without a quantity holds from the first step on. */
function tiersOf(reader: Reader, lot: TenderLot) {
  const { form, wrong } = reader;
  const rows = form.tierLot.flatMap((id, row) => {
    const price = form.price[row]?.trim() ?? '';
    if (id !== lot.id || price === '') return [];
    const minQuantity = stepsOf(reader, lot, form.from[row]?.trim() ?? '') ?? 1;
    return [{ minQuantity, unitAmount: priceOf(reader, price, lotField(lot.id)) ?? 0 }];
  });
  const sorted = rows.toSorted((a, b) => a.minQuantity - b.minQuantity);
  sorted.forEach((tier, n) => {
    const before = sorted[n - 1];
    if (before?.minQuantity === tier.minQuantity) wrong[lotField(lot.id)] ??= 'tier_twice';
    if (before && tier.unitAmount > before.unitAmount)
      wrong[lotField(lot.id)] ??= 'tier_price_rises';
  });
  return sorted;
}

function answersOf(form: BidForm, lot: TenderLot): Record<string, boolean> {
  const given = form.answerLot.flatMap((id, n) => {
    const answer = form.answer[n];
    const to = form.answerTo[n];
    return id === lot.id && to && answer ? [[to, answer === 'yes'] as const] : [];
  });
  return Object.fromEntries(given);
}

function stepsOf(reader: Reader, lot: TenderLot, text: string): number | null {
  if (text === '') return null;
  const typed = parseQuantity(text, lot.unit, reader.locale);
  if (typed.ok) return Math.round(typed.value * stepsPerUnit(lot.decimals));
  reader.wrong[lotField(lot.id)] ??= typed.failure.code;
  return null;
}

function priceOf(reader: Reader, text: string, field: string): number | null {
  if (text === '') return null;
  const typed = parseMoney(text, reader.form.currency, reader.locale);
  if (typed.ok) return typed.value.amount;
  reader.wrong[field] ??= typed.failure.code;
  return null;
}

function daysOf(reader: Reader, lot: TenderLot, text: string): number | null {
  if (text === '') return null;
  if (/^\d{1,3}$/.test(text) && Number(text) <= 730) return Number(text);
  reader.wrong[lotField(lot.id)] ??= 'out_of_range';
  return null;
}
