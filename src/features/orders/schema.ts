import { z } from 'zod';
import { INCOTERMS } from '#src/domain/incoterms.ts';
import { ORDER_STATES } from '#src/domain/order-states.ts';
import { PAYMENT_TERMS } from '#src/domain/quote.ts';
import { optionalText } from '#src/server/http/form-fields.ts';

const day = z.iso.date().optional();
const reason = z.string().trim().min(3).max(2000);
const order = z.uuid();
/** Which of the page's forms was sent, so that it opens again with what was typed. */
const form = optionalText(40);
const INCOTERM_CODES = INCOTERMS.map((rule) => rule.code) as [string, ...string[]];

export const advanceInput = z.object({
  form,
  order,
  action: z.enum(['start', 'inspect', 'ready', 'close']),
  expected: z.enum(ORDER_STATES),
  note: optionalText(2000),
});
export const planInput = z.object({
  form,
  order,
  id: z.array(z.uuid()).min(1).max(10),
  title: z.array(z.string().trim().min(2).max(140)).min(1).max(10),
  dueOn: z.array(z.string().max(10)).max(10),
});
export const tickInput = z.object({
  form,
  milestone: z.uuid(),
  done: z.enum(['yes', 'no', 'drop']),
});
export const filesInput = z.object({
  form,
  order,
  milestone: z.uuid().optional(),
  files: z.array(z.instanceof(File)).max(10),
});
export const shipInput = z.object({
  form,
  order,
  id: z.uuid(),
  carrier: z.string().trim().min(2).max(120),
  tracking: optionalText(120),
  trackingUrl: optionalText(500).refine((url) => url === '' || /^https?:\/\/./.test(url), {
    error: 'invalid_input',
  }),
  packages: z.int().min(1).max(100_000).optional(),
  /** Kilograms in the writer's own notation. */
  weight: optionalText(20),
  shippedOn: day,
  expectedOn: day,
  files: z.array(z.instanceof(File)).max(10),
});
export const deliverInput = z.object({
  form,
  order,
  dispute: z.uuid(),
  note: optionalText(2000),
  problem: z.enum(['quantity', 'quality', 'late', 'other']).optional(),
  details: optionalText(5000),
  files: z.array(z.instanceof(File)).max(10),
});
export const cancelInput = z.object({ form, order, reason });
export const endInput = z.object({ form, order, id: z.uuid(), reason, refund: optionalText(30) });
export const answerInput = z.object({
  form,
  change: z.uuid(),
  answer: optionalText(2000),
  then: z.enum(['agree', 'refuse', 'withdraw']),
});
/** The whole terms as the form shows them. Amounts and shares are text in the writer's own notation. */
export const changeInput = z.object({
  form,
  order,
  id: z.uuid(),
  revision: z.int().min(1).max(99),
  reason,
  position: z.array(z.int().min(0).max(49)).min(1).max(50),
  quantity: z.array(z.int().min(0).max(100_000_000)).min(1).max(50),
  price: z.array(z.string().max(30)).min(1).max(50),
  discount: optionalText(30),
  freight: optionalText(30),
  tax: optionalText(10),
  deposit: optionalText(10),
  incoterm: z.enum(INCOTERM_CODES),
  incotermPlace: z.string().trim().min(1).max(120),
  promisedOn: z.iso.date(),
  paymentTerms: z.enum(PAYMENT_TERMS),
  destination: optionalText(120),
  notes: optionalText(3000),
});

export type Advance = z.infer<typeof advanceInput>;
export type Plan = z.infer<typeof planInput>;
export type Tick = z.infer<typeof tickInput>;
export type Ship = z.infer<typeof shipInput>;
export type Deliver = z.infer<typeof deliverInput>;
export type Cancel = z.infer<typeof cancelInput>;
export type End = z.infer<typeof endInput>;
export type Answer = z.infer<typeof answerInput>;
export type Change = z.infer<typeof changeInput>;
export type NewFiles = z.infer<typeof filesInput>;
