import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { isCurrency } from '#src/domain/currencies.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { optionalPhone, optionalText } from '#src/server/http/form-fields.ts';
import { PAYMENT_TERMS } from './queries.ts';

/** A visitor's key to the tender, in place of an account. */
const key = z.string().max(100).nullish();
const slug = z.string().max(80);
const typed = z.array(z.string().max(60).nullable());
const country = z.string().refine(isCountry, { error: 'unknown_country' });
const name = z.string().trim().min(2, { error: 'too_short' }).max(120);

/**
 * The bid as typed. Lists run side by side: one entry a lot in `lot` … `note`, one a row of prices in `tierLot`, `from`,
 * `price`, one a question in `answerLot`, `answerTo`, `answer`. `next`: where the button leads.
 */
export const bidInput = z.object({
  slug,
  key,
  next: z.enum(['draft', 'review']),
  currency: z.string().refine(isCurrency, { error: 'unknown_currency' }),
  freightFixed: optionalText(30),
  leadTimeDays: z.int().min(0).max(730),
  validUntil: z.iso.date(),
  paymentTerms: z.enum(PAYMENT_TERMS),
  notes: optionalText(3000),
  lot: z.array(z.uuid()),
  pack: typed,
  moq: typed,
  capacity: typed,
  freightUnit: typed,
  lead: typed,
  article: typed,
  note: z.array(z.string().max(1000).nullable()),
  tierLot: z.array(z.uuid()),
  from: typed,
  price: typed,
  answerLot: z.array(z.uuid()),
  answerTo: typed,
  answer: typed,
  files: z.array(z.instanceof(File)),
});
export type BidForm = z.infer<typeof bidInput>;

/**
 * Everything else that a supplier does, by one door: its name stands in the address of the request, and an address ends up
 * in logs, where it must not tell a filed bid from a question.
 */
export const stepInput = z.object({
  what: z.enum(['file', 'withdraw', 'remove', 'ask', 'decline', 'again']),
  slug,
  key,
  round: z.uuid(),
  /** The bid or the paper that it is about; of a question its own new id. */
  id: z.uuid().nullish(),
  lot: z.uuid().nullish(),
  words: optionalText(2000),
});
export type StepForm = z.infer<typeof stepInput>;

export const claimInput = z.object({ slug, key });

/** `website` is a trap: people do not see it. */
export const askTenderInput = z.object({
  slug,
  name,
  country,
  email: z.email().max(254),
  locale: z.enum(LOCALES),
  website: optionalText(200),
});
export type AskTender = z.infer<typeof askTenderInput>;
export const joinInput = z.object({ slug, supplier: z.uuid() });

export const inviteInput = z.object({
  round: z.uuid(),
  suppliers: z.array(z.uuid()),
});
export const inviteNewInput = z.object({
  id: z.uuid(),
  round: z.uuid(),
  name,
  country,
  email: z.email().max(254),
  phone: optionalPhone(),
  locale: z.enum(LOCALES),
});
export const placeRefInput = z.object({ place: z.uuid() });
export const answerInput = z.object({
  question: z.uuid(),
  answer: z.string().trim().min(1, { error: 'required' }).max(3000),
});
export const amendInput = z.object({
  round: z.uuid(),
  text: z.string().trim().min(3, { error: 'reason_required' }).max(2000),
  bidsClose: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, { error: 'invalid_input' })
    .nullish(),
  deliveryPlace: optionalText(200),
  neededBy: z.iso.date().nullish(),
  lot: z.array(z.uuid()),
  specification: z.array(z.string().max(3000).nullable()),
});

export const ownSupplierInput = z.object({
  id: z.uuid(),
  name,
  country,
  place: optionalText(120),
  materials: optionalText(500),
  locale: z.enum(LOCALES),
  listed: z.boolean(),
  phone: optionalPhone(),
  person: optionalText(120),
  address: optionalText(500),
  taxNumber: optionalText(60),
});
