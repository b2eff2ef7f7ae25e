import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { isCurrency } from '#src/domain/currencies.ts';
import { INCOTERMS } from '#src/domain/incoterms.ts';
import { UNIT_CODES } from '#src/domain/quantity.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { optionalText } from '#src/server/http/form-fields.ts';

const text = optionalText;
const whole = (max: number) => z.int().min(1).max(max).optional();
const INCOTERM_CODES = INCOTERMS.map((rule) => rule.code) as [string, ...string[]];

/**
 * The editor's form, flat as a browser sends it. Amounts are text in the writer's own notation ("12 500", "12,50") and
 * become minor units in the command; a draft may leave anything empty.
 */
export const listingInput = z.object({
  id: z.uuid(),
  producer: z.uuid(),
  then: z
    .enum(['save', 'publish'])
    .nullish()
    .transform((button) => button ?? 'save'),
  sourceLocale: z.enum(LOCALES),
  title: text(140),
  category: z.uuid().optional(),
  price: text(30),
  currency: z.string().refine(isCurrency, { error: 'unknown_currency' }),
  unit: z.enum(UNIT_CODES as [string, ...string[]]).optional(),
  moq: whole(100_000_000),
  leadTime: z.int().min(0).max(730).optional(),
  description: text(6000),
  care: text(2000),
  orderMultiple: whole(1_000_000),
  capacity: whole(100_000_000),
  hsCode: text(20),
  origin: z.string().refine(isCountry, { error: 'unknown_country' }).optional(),
  incoterm: z.enum(INCOTERM_CODES).optional(),
  incotermPlace: text(120),
  materials: z.array(z.string().max(80)).max(20),
  techniques: z.array(z.string().max(80)).max(20),
  sampleAvailable: z.boolean(),
  samplePrice: text(30),
  customisation: text(1000),
  weight: whole(100_000_000),
  length: whole(100_000),
  width: whole(100_000),
  height: whole(100_000),
  tierFrom: z.array(z.string().max(20)),
  tierPrice: z.array(z.string().max(30)),
  variants: text(20_000),
  /** The pictures and, in the same order, what each shows. */
  altMedia: z.array(z.uuid()).max(12),
  altText: z.array(z.string().trim().max(300)).max(12),
});
export const translationInput = z.object({
  product: z.uuid(),
  locale: z.enum(LOCALES),
  title: text(140),
  description: text(6000),
});
export const moveListingInput = z.object({
  product: z.uuid(),
  action: z.enum(['publish', 'approve', 'send_back', 'withdraw', 'archive', 'restore']),
  reason: text(2000),
});
export const duplicateInput = z.object({ product: z.uuid(), newId: z.uuid() });
export const productInput = z.object({ product: z.uuid() });
export const orderPhotosInput = z.object({
  product: z.uuid(),
  media: z.array(z.uuid()).max(12),
  removed: z.array(z.uuid()).max(50),
});
export const altInput = z.object({
  product: z.uuid(),
  media: z.array(z.uuid()).max(12),
  alt: z.array(z.string().trim().max(300)).max(12),
});

export type ListingForm = z.infer<typeof listingInput>;
