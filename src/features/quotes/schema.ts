import { z } from 'zod';
import { isCurrency } from '#src/domain/currencies.ts';
import { INCOTERMS } from '#src/domain/incoterms.ts';
import { PAYMENT_TERMS, QUOTE_LIMITS } from '#src/domain/quote.ts';
import { optionalText } from '#src/server/http/form-fields.ts';

const INCOTERM_CODES = INCOTERMS.map((rule) => rule.code) as [string, ...string[]];
const texts = (max: number) => z.array(z.string().max(max)).max(QUOTE_LIMITS.lines * 12);
const terms = {
  incoterm: z.enum(INCOTERM_CODES),
  incotermPlace: z.string().trim().min(1).max(QUOTE_LIMITS.placeMax),
  leadTime: z.int().min(0).max(QUOTE_LIMITS.leadTimeDays),
  paymentTerms: z.enum(PAYMENT_TERMS),
  deposit: optionalText(20),
  discount: optionalText(30),
  freight: optionalText(30),
  validUntil: z.iso.date(),
  notes: optionalText(QUOTE_LIMITS.notesMax),
};

/**
 * The editor's form, flat as a browser sends it: the lines are columns, `lineWaived` and `lineSample` name positions.
 * Amounts are text in the writer's own notation and become minor units in parse.ts.
 */
export const quoteInput = z.object({
  id: z.uuid(),
  inquiry: z.uuid(),
  then: z
    .enum(['save', 'preview'])
    .nullish()
    .transform((button) => button ?? 'save'),
  currency: z.string().refine(isCurrency, { error: 'unknown_currency' }),
  ...terms,
  tax: optionalText(20),
  linePosition: texts(3),
  lineRfq: texts(36),
  lineProduct: texts(36),
  lineVariant: texts(36),
  lineDescription: texts(QUOTE_LIMITS.descriptionMax),
  lineSku: texts(QUOTE_LIMITS.skuMax),
  lineHs: texts(20),
  lineOrigin: texts(2),
  lineUnit: texts(3),
  lineQuantity: texts(20),
  linePrice: texts(30),
  lineWeight: texts(20),
  lineWaived: texts(3),
  lineSample: texts(3),
  tierLine: texts(3),
  tierFrom: texts(20),
  tierPrice: texts(30),
});

/** The buyer's counter: a quantity and a price for each line of the version it answers. */
export const counterInput = z.object({
  id: z.uuid(),
  quote: z.uuid(),
  buyer: z.uuid().optional(),
  ...terms,
  linePosition: texts(3),
  lineQuantity: texts(20),
  linePrice: texts(30),
});

export const quoteIdInput = z.object({ quote: z.uuid() });
export const withdrawInput = z.object({ quote: z.uuid(), reason: optionalText(2000) });
const key = z.string().min(8).max(100).optional();
export const declineInput = z.object({
  quote: z.uuid(),
  reason: z.string().trim().min(3, { error: 'reason_required' }).max(2000),
  key,
});
export const changeInput = z.object({
  quote: z.uuid(),
  message: z.uuid(),
  body: z.string().trim().min(3).max(5000),
  key,
});
export const acceptInput = z.object({
  quote: z.uuid(),
  order: z.uuid(),
  buyer: z.uuid().optional(),
  agreed: z.boolean(),
});

export type QuoteForm = z.infer<typeof quoteInput>;
export type CounterForm = z.infer<typeof counterInput>;
