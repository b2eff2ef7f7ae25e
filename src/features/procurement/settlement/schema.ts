import { z } from 'zod';
import { isCurrency } from '#src/domain/currencies.ts';
import { optionalText } from '#src/server/http/form-fields.ts';

const id = z.uuid();
/** As typed; the commands read it in the currency and the reader's language. */
const amount = z.string({ error: 'required' }).trim().min(1).max(40);
const maybeAmount = optionalText(40);
const currency = z.string().refine(isCurrency, { error: 'unknown_currency' });
const day = z.iso.date().nullish();
const byHand = z.enum(['bank_transfer', 'mobile_money']);
const reason = optionalText(1000);

export const costInput = z.object({
  id,
  round: id,
  kind: z.enum(['freight', 'duty', 'bank_fee', 'storage', 'other']),
  amount,
  currency,
  note: optionalText(500),
  paidOn: day,
});
export const payCostInput = z.object({ cost: id, paidOn: z.iso.date() });
export const voidCostInput = z.object({ cost: id, reason });

/** Three lists in the order of the purchase order's lines, as typed in whole units and money. */
export const invoiceInput = z.object({
  id,
  order: id,
  currency,
  number: z.string({ error: 'required' }).trim().min(1).max(60),
  date: z.iso.date(),
  line: z.array(id).max(200),
  quantity: z.array(z.string().trim().max(40).nullish()).max(200),
  price: z.array(z.string().trim().max(40).nullish()).max(200),
  freight: maybeAmount,
  tax: maybeAmount,
  total: maybeAmount,
});
export const rematchInput = z.object({ order: id, invoice: id });
export const decideInput = z.object({
  invoice: id,
  state: z.enum(['accepted', 'disputed', 'void']),
  reason,
});
export const paySupplierInput = z.object({
  id,
  invoice: id,
  amount,
  currency,
  method: byHand,
  paidOn: z.iso.date(),
  note: optionalText(500),
});
export const settleInput = z.object({ round: id });

export const announceInput = z.object({
  id,
  round: id,
  producer: id,
  /** `bank_transfer:{account}`: one choice on the form, two facts. */
  way: z.string().regex(/^(bank_transfer|mobile_money):[0-9a-f-]{36}$/, { error: 'not_a_choice' }),
  amount,
  currency,
});
export const proveInput = z.object({
  payment: id,
  paidOn: z.iso.date(),
  note: optionalText(1000),
  files: z.array(z.instanceof(File)).max(10).optional(),
});
export const paymentInput = z.object({ payment: id });
export const confirmInput = z.object({ payment: id, amount, currency, paidOn: day });
export const rejectInput = z.object({ payment: id, reason });
export const recordInput = z.object({
  id,
  round: id,
  producer: id,
  method: byHand,
  amount,
  currency,
  paidOn: day,
  note: optionalText(1000),
});
export const refundInput = z.object({ id, round: id, producer: id, amount, currency, reason });
export const settleRefundInput = z.object({ refund: id, sent: z.enum(['yes', 'no']), reason });
export const writeOffInput = z.object({ id, round: id, producer: id, amount, currency, reason });
export const decideWriteOffInput = z.object({ writeOff: id, approve: z.enum(['yes', 'no']) });
