import { z } from 'zod';
import { isCurrency } from '#src/domain/currencies.ts';
import { COLUMNS, type Mapping } from '#src/domain/statement-columns.ts';
import { optionalText } from '#src/server/http/form-fields.ts';

const id = z.uuid();
const currency = z.string().refine(isCurrency, { error: 'unknown_currency' });
/** Per cent with up to two decimals, as typed: `2,5`. */
const percent = z
  .string({ error: 'required' })
  .trim()
  .transform((typed) => typed.replace(',', '.').replace(/\s*%$/, ''))
  .refine((typed) => /^\d{1,3}(\.\d{1,2})?$/.test(typed), { error: 'not_a_number' })
  .transform((typed) => Math.round(Number(typed) * 100));

/** Whose bank it is: SQL refuses any but one of the two. */
const owner = { producer: id.optional(), cluster: id.optional() };
export const readStatementInput = z.object({
  ...owner,
  file: z.instanceof(File),
  fallback: currency,
});

/** A column's number from 0, or nothing where the file has none. */
const column = z
  .string()
  .nullish()
  .transform((typed) => (typed ? Number(typed) : undefined))
  .refine((at) => at === undefined || (Number.isInteger(at) && at >= 0 && at < 200), {
    error: 'not_a_choice',
  });
export const takeStatementInput = z
  .object({
    id,
    ...owner,
    text: z.string().min(1).max(2_000_000),
    fileName: optionalText(160),
    fallback: currency,
    first: z.coerce.number().int().min(0).max(200),
    order: z.enum(['dmy', 'mdy', 'ymd']),
    decimal: z.enum(['.', ',']),
    /** `take` books the lines in; `look` only reads them again. */
    go: z.enum(['take', 'look']),
    column_date: column,
    column_amount: column,
    column_credit: column,
    column_debit: column,
    column_currency: column,
    column_counterparty: column,
    column_remittance: column,
    column_reference: column,
  })
  .transform((form) => {
    const columns = COLUMNS.flatMap((name) => {
      const at = form[`column_${name}`];
      return at === undefined ? [] : [[name, at] as const];
    });
    const mapping: Mapping = {
      ...Object.fromEntries(columns),
      first: form.first,
      order: form.order,
      decimal: form.decimal,
      fallback: form.fallback,
    };
    const { id: key, producer, cluster, text, fileName, go } = form;
    return { id: key, producer, cluster, text, fileName, go, mapping };
  });

export const matchInput = z.object({ line: id, payment: id });
export const matchOrderInput = z.object({ line: id, order: id });
export const matchMemberInput = matchInput;
/** `due`: the purchase and the member, as `clusterBankDesk` names what is owed. */
export const matchDueInput = z.object({
  line: id,
  due: z.string().regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/),
});
export const ignoreInput = z.object({ line: id });

export const commissionInput = z
  .object({ rate: percent, tax: percent })
  .refine((form) => form.rate <= 5000, { error: 'out_of_range', path: ['rate'] })
  .refine((form) => form.tax <= 10_000, { error: 'out_of_range', path: ['tax'] });
export const payoutsInput = z.object({ currency });
export const payoutInput = z.object({
  payout: id,
  state: z.enum(['sent', 'paid', 'failed']),
  reason: optionalText(1000),
});
export const commissionPaidInput = z.object({
  id,
  producer: id,
  currency,
  amount: z.string({ error: 'required' }).trim().min(1).max(40),
});

export type TakeStatement = z.infer<typeof takeStatementInput>;
