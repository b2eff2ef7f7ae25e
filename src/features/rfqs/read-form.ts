import type { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '#src/domain/error-codes.ts';
import { incotermProblem } from '#src/domain/incoterms.ts';
import { parseMoney } from '#src/domain/money.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { parseSizeRun, sizeRunTotal } from '#src/domain/size-run.ts';
import { lineInput, rfqInput, type LineForm, type RfqForm } from './schema.ts';

/** An RFQ as `send_rfq` takes it: names of the columns in camel case, amounts in minor units. */
export type RfqRecord = Record<string, unknown>;
export type ReadRfq = { form: RfqForm; record: RfqRecord; files: File[] };

type Wrong = Record<string, ErrorCode>;

const LINE_FIELD = /^line\.(\d{1,3})\.(\w+)$/;

/** The numbers of the lines in a form, in their order. */
export function lineNumbers(form: FormData): number[] {
  const numbers = [...form.keys()].flatMap((name) => LINE_FIELD.exec(name)?.[1] ?? []);
  return [...new Set(numbers.map(Number))].sort((a, b) => a - b);
}

/**
 * The sent form as the database takes it. Every field that cannot be read is named at once, a line's as
 * `line.<number>.<field>`; lines left wholly empty are passed over.
 */
export function readRfq(form: FormData, locale: string): Result<ReadRfq> {
  const wrong: Wrong = {};
  const whole = rfqInput.safeParse({
    ...plainFields(form),
    producers: form.getAll('producers'),
  });
  if (!whole.success) note(whole.error, '', wrong);
  const lines = lineNumbers(form)
    .map((n) => readLine(form, n, locale, wrong))
    .filter((line) => line !== null);
  if (lines.length === 0 && !Object.keys(wrong).some((name) => name.startsWith('line.')))
    wrong['line.0.description'] = 'line_needed';
  if (whole.success) checkWhole(whole.data, wrong);
  if (!whole.success || Object.keys(wrong).length > 0) return fail('invalid_input', wrong);
  const files = form.getAll('files').filter((file) => file instanceof File);
  return ok({ form: whole.data, record: recordOf(whole.data, lines), files });
}

/** Single values by name; what was left empty is not there. */
function plainFields(form: FormData, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    [...form.entries()]
      .filter(
        ([name, value]) => name.startsWith(prefix) && typeof value === 'string' && value !== '',
      )
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}

function note(error: z.ZodError, prefix: string, wrong: Wrong): void {
  for (const { path, message } of error.issues) {
    const name = prefix + String(path[0] ?? '');
    wrong[name] ??= (ERROR_CODES as readonly string[]).includes(message)
      ? (message as ErrorCode)
      : 'invalid_input';
  }
}

function checkWhole(form: RfqForm, wrong: Wrong): void {
  const place = incotermProblem(form.incoterm ?? null, form.incotermPlace || null);
  if (place && form.incoterm) wrong['incotermPlace'] = place;
  if (form.ask === 'cluster' ? !form.cluster : form.producers.length === 0)
    wrong['ask'] = 'no_producer_chosen';
}

function readLine(form: FormData, n: number, locale: string, wrong: Wrong): RfqRecord | null {
  const prefix = `line.${n}.`;
  const fields = plainFields(form, prefix);
  const said = ['product', 'description', 'quantity', 'sizes', 'targetPrice', 'customisation'];
  if (!said.some((name) => name in fields)) return null;
  const read = lineInput.safeParse({
    ...fields,
    ...('quantity' in fields && {
      quantity: Number(String(fields['quantity']).replace(/\s/g, '')),
    }),
  });
  if (!read.success) {
    note(read.error, prefix, wrong);
    return null;
  }
  return lineRecord(read.data, prefix, locale, wrong);
}

function lineRecord(line: LineForm, prefix: string, locale: string, wrong: Wrong): RfqRecord {
  const run = parseSizeRun(line.sizes);
  if (!run.ok) wrong[`${prefix}sizes`] = run.failure.code;
  const sizes = run.ok ? run.value : [];
  const quantity = line.quantity ?? (sizes.length > 0 ? sizeRunTotal(sizes) : undefined);
  if (!quantity) wrong[`${prefix}quantity`] = 'required';
  else if (sizes.length > 0 && sizeRunTotal(sizes) !== quantity)
    wrong[`${prefix}sizes`] = 'sizes_differ';
  if (!line.product && line.description.length < 2) wrong[`${prefix}description`] = 'required';
  if (!line.product && !line.unit) wrong[`${prefix}unit`] = 'required';
  const target = targetOf(line, prefix, locale, wrong);
  return {
    productId: line.product ?? null,
    variantId: line.variant ?? null,
    description: line.description,
    quantity,
    unit: line.unit ?? null,
    targetAmount: target?.amount ?? null,
    targetCurrency: target?.currency ?? null,
    customisation: line.customisation,
    sampleWanted: line.sample === 'on',
    sizes,
  };
}

function targetOf(line: LineForm, prefix: string, locale: string, wrong: Wrong) {
  if (line.targetPrice === '') return null;
  const price = parseMoney(line.targetPrice, line.currency, locale);
  if (price.ok && price.value.amount > 0) return price.value;
  wrong[`${prefix}targetPrice`] = price.ok ? 'out_of_range' : price.failure.code;
  return null;
}

function recordOf(form: RfqForm, lines: RfqRecord[]): RfqRecord {
  return {
    title: form.title,
    message: form.message,
    organisation: form.organisation,
    country: form.country,
    destination: form.destination,
    incoterm: form.incoterm ?? null,
    incotermPlace: form.incoterm ? form.incotermPlace : null,
    neededBy: form.neededBy ?? null,
    answersBy: form.answersBy ?? null,
    paymentPreference: form.payment ?? null,
    clusterId: form.ask === 'cluster' ? form.cluster : null,
    producers: form.ask === 'producers' ? [...new Set(form.producers)] : [],
    lines,
  };
}
