import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { isIncoterm } from '#src/domain/incoterms.ts';
import { isUnit } from '#src/domain/quantity.ts';
import { optionalEmail, optionalText } from '#src/server/http/form-fields.ts';

export const PAYMENT_METHODS = ['bank_transfer', 'mobile_money', 'card'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** A line as its fields come; a product brings its own name and unit. */
export const lineInput = z.object({
  product: z.uuid().optional(),
  variant: z.uuid().optional(),
  description: optionalText(500),
  quantity: z.int().min(1).max(100_000_000).optional(),
  sizes: optionalText(1000),
  unit: z.string().refine(isUnit, { error: 'unknown_unit' }).optional(),
  targetPrice: optionalText(30),
  currency: optionalText(3),
  customisation: optionalText(1000),
  sample: z.literal('on').optional(),
});
export type LineForm = z.infer<typeof lineInput>;

/** Everything of the form but its lines and files. */
export const rfqInput = z.object({
  id: z.uuid(),
  title: z.string().trim().min(3).max(140),
  message: optionalText(5000),
  organisation: optionalText(120),
  buyer: z.uuid().optional(),
  country: z.string().refine(isCountry, { error: 'unknown_country' }),
  destination: optionalText(120),
  incoterm: z.string().refine(isIncoterm, { error: 'unknown_incoterm' }).optional(),
  incotermPlace: optionalText(120),
  neededBy: z.iso.date().optional(),
  answersBy: z.iso.date().optional(),
  payment: z.enum(PAYMENT_METHODS).optional(),
  ask: z.enum(['producers', 'cluster']),
  cluster: z.uuid().optional(),
  producers: z.array(z.uuid()).max(100),
  /** Only asked of visitors without an account. */
  name: optionalText(120),
  email: optionalEmail(),
});
export type RfqForm = z.infer<typeof rfqInput>;

export const confirmRfqInput = z.object({ token: z.string().min(8).max(100) });
export const closeRfqInput = z.object({
  rfq: z.uuid(),
  key: z.string().min(8).max(100).optional(),
});
export const releaseRfqInput = z.object({ rfq: z.uuid() });
export const refuseRfqInput = z.object({
  rfq: z.uuid(),
  reason: z.string().trim().min(3).max(200),
});
