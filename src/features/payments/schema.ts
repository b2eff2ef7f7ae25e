import { z } from 'zod';
import { isCurrency } from '#src/domain/currencies.ts';
import { optionalPhone, optionalText } from '#src/server/http/form-fields.ts';

const id = z.uuid();
/** As typed; the command reads it in the order's currency and the reader's language. */
const amount = z.string({ error: 'required' }).trim().min(1).max(40);
const currency = z.string().refine(isCurrency, { error: 'unknown_currency' });
const day = z.iso.date().nullish();
const byHand = z.enum(['bank_transfer', 'mobile_money']);
const files = z.array(z.instanceof(File)).max(10).optional();

export const announceInput = z.object({
  id,
  order: id,
  purpose: z.enum(['deposit', 'balance', 'sample', 'other']),
  /** `bank_transfer:{account}`: one choice on the form, two facts. */
  way: z.string().regex(/^(bank_transfer|mobile_money):[0-9a-f-]{36}$/, { error: 'not_a_choice' }),
  amount,
  currency,
});
export const proveInput = z.object({
  payment: id,
  paidOn: z.iso.date(),
  note: optionalText(1000),
  files,
});
export const paymentInput = z.object({ payment: id });
export const confirmInput = z.object({ payment: id, amount, currency, paidOn: day });
export const rejectInput = z.object({ payment: id, reason: optionalText(1000) });
export const recordInput = z.object({
  id,
  order: id,
  method: byHand,
  amount,
  currency,
  paidOn: day,
  note: optionalText(1000),
});
export const refundInput = z.object({
  id,
  payment: id,
  amount,
  currency,
  reason: optionalText(1000),
});
export const settleRefundInput = z.object({ refund: id, payment: id, files });
export const dropRefundInput = z.object({ refund: id, reason: optionalText(1000) });

export const accountInput = z.object({
  id,
  /** Whose account it is: one of the two. */
  producer: id.nullish(),
  cluster: id.nullish(),
  replaces: id.nullish(),
  method: byHand,
  currency,
  holder: z.string({ error: 'required' }).trim().min(2).max(120),
  bank: optionalText(120),
  iban: optionalText(60).transform((typed) => typed.replace(/\s/g, '').toUpperCase()),
  accountNumber: optionalText(40),
  bic: optionalText(20)
    .transform((typed) => typed.replace(/\s/g, '').toUpperCase())
    .refine((typed) => /^([A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)?$/.test(typed), {
      error: 'bic_invalid',
    }),
  phone: optionalPhone(),
  network: optionalText(60),
});
export const accountIdInput = z.object({
  account: id,
  owner: z.enum(['producer', 'cluster']).nullish(),
});

export type Announcement = z.infer<typeof announceInput>;
export type Proof = z.infer<typeof proveInput>;
export type Confirmation = z.infer<typeof confirmInput>;
export type Recorded = z.infer<typeof recordInput>;
export type RefundForm = z.infer<typeof refundInput>;
export type AccountForm = z.infer<typeof accountInput>;
