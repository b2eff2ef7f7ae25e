import { z } from 'zod';
import { isZone } from '#src/domain/zones.ts';
import { isCurrency } from '#src/domain/currencies.ts';
import { UNIT_CODES } from '#src/domain/quantity.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { optionalEmail, optionalText } from '#src/server/http/form-fields.ts';
import { CLUSTER_STATES } from './lists.ts';

/** Another side reads it, so SQL wants three letters at least. */
const reason = optionalText(2000);

/** `RWF, USD EUR`: codes with anything between them. */
const currencies = z
  .string({ error: 'required' })
  .max(600)
  .transform((typed) => [...new Set(typed.toUpperCase().match(/[A-Z]+/g) ?? [])])
  .refine((codes) => codes.length > 0, { error: 'required' })
  .refine((codes) => codes.every(isCurrency), { error: 'unknown_currency' });

export const settingsInput = z.object({
  name: z.string().trim().min(1).max(60),
  tagline: optionalText(160),
  ownAccent: z.boolean(),
  accent: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/)
    .nullish(),
  locales: z.array(z.enum(LOCALES)).min(1, { error: 'required' }),
  currencies,
  approves: z.boolean(),
  timeZone: optionalText(60).refine((zone) => zone === '' || isZone(zone)),
  mailFromName: z.string().trim().min(1).max(120),
  mailFromAddress: z.email().max(254),
  contactEmail: optionalEmail(),
});
export const noInput = z.object({});

export const categoryInput = z.object({
  id: z.uuid(),
  parent: z.uuid().nullish(),
  hsHeading: optionalText(6).refine((typed) => /^([0-9]{4,6})?$/.test(typed), {
    error: 'hs_heading_invalid',
  }),
  unit: z.enum(UNIT_CODES as [string, ...string[]]).nullish(),
  hidden: z.boolean(),
  name_en: z.string().trim().min(1).max(120),
  name_fr: optionalText(120),
  name_rw: optionalText(120),
  name_sw: optionalText(120),
});
export const categoryMoveInput = z.object({ id: z.uuid(), way: z.enum(['up', 'down']) });
export const categoryIdInput = z.object({ id: z.uuid() });

export const producerStateInput = z.object({
  producer: z.uuid(),
  state: z.enum(['active', 'suspended']),
  reason,
});
export const clusterStateInput = z.object({
  cluster: z.uuid(),
  state: z.enum(CLUSTER_STATES),
  reason,
});
export const clusterIdInput = z.object({ cluster: z.uuid() });
export const userStateInput = z.object({
  user: z.uuid(),
  state: z.enum(['active', 'suspended']),
  reason,
});
export const operatorInput = z.object({ user: z.uuid(), operator: z.enum(['yes', 'no']) });
export const reportInput = z.object({
  report: z.uuid(),
  verdict: z.enum(['upheld', 'dismissed']),
  resolution: reason,
  also: z.enum(['suspend_producer', 'send_back', 'block_inquiry', 'hide_review']).nullish(),
});
export const jobInput = z.object({ job: z.int().min(1) });

export type SettingsForm = z.infer<typeof settingsInput>;
export type CategoryForm = z.infer<typeof categoryInput>;
export type ReportForm = z.infer<typeof reportInput>;
