import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { isCurrency } from '#src/domain/currencies.ts';
import { PACK_POLICIES, SHORT_POLICIES } from '#src/domain/procurement/packs.ts';
import { isUnit } from '#src/domain/quantity.ts';
import { isZone } from '#src/domain/zones.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { optionalPhone, optionalText } from '#src/server/http/form-fields.ts';

/** A wall clock as `datetime-local` sends it; some browsers add seconds. */
const wallClock = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, { error: 'invalid_input' })
  .transform((typed) => typed.slice(0, 16))
  .nullish();
const day = z.iso.date().nullish();
/** Whole per cents; empty is the default. */
const percent = (max: number) => z.int().min(0).max(max).nullish();
const reason = z.string().trim().min(3, { error: 'reason_required' }).max(2000);
const unit = z.string().refine(isUnit, { error: 'unknown_unit' });

export const SHARE_RULES = ['value', 'weight', 'quantity'] as const;

/** One form makes a draft and changes it. `wishes`: become lots of a new one. */
export const roundInput = z
  .object({
    id: z.uuid(),
    cluster: z.uuid(),
    title: z.string().trim().min(3, { error: 'too_short' }).max(120),
    summary: optionalText(3000),
    sourceLocale: z.enum(LOCALES),
    languages: z.array(z.enum(LOCALES)),
    currency: z.string().refine(isCurrency, { error: 'unknown_currency' }),
    zone: z.string().refine(isZone, { error: 'invalid_input' }),
    pledgesClose: wallClock,
    bidsClose: wallClock,
    neededBy: day,
    deliveryPlace: optionalText(200),
    shareRule: z.enum(SHARE_RULES),
    deposit: percent(100),
    minimumBids: z.int().min(1).max(20).nullish(),
    showsBidCount: z.boolean(),
    openToDirectory: z.boolean(),
    standstillDays: z.int().min(0).max(30).nullish(),
    matchTolerance: percent(20),
    weightPrice: percent(100),
    weightLead: percent(100),
    weightQuality: percent(100),
    wishes: z.array(z.uuid()),
  })
  .refine((form) => !form.pledgesClose || !form.bidsClose || form.bidsClose > form.pledgesClose, {
    error: 'round_dates_order',
    path: ['bidsClose'],
  })
  .refine((form) => weightsOf(form).reduce((sum, part) => sum + part, 0) === 100, {
    error: 'weights_not_whole',
    path: ['weightPrice'],
  });
export type RoundForm = z.infer<typeof roundInput>;

/** Price, lead time and quality in per cent; without any the price alone decides. */
export function weightsOf(
  form: Partial<Record<'weightPrice' | 'weightLead' | 'weightQuality', number | null | undefined>>,
): [price: number, lead: number, quality: number] {
  const [lead, quality] = [form.weightLead ?? 0, form.weightQuality ?? 0];
  return [form.weightPrice ?? Math.max(0, 100 - lead - quality), lead, quality];
}

export const lotInput = z.object({
  id: z.uuid(),
  round: z.uuid(),
  currency: z.string().refine(isCurrency, { error: 'unknown_currency' }),
  title: z.string().trim().min(2, { error: 'too_short' }).max(120),
  specification: optionalText(3000),
  unit,
  pack: optionalText(30),
  moq: optionalText(30),
  policy: z.enum(PACK_POLICIES),
  whenShort: z.enum(SHORT_POLICIES),
  lateMinutes: z.int().min(0).max(120).nullish(),
  reference: optionalText(30),
  hsCode: optionalText(20),
  weight: z.int().min(1).max(100_000_000).nullish(),
  criteria: optionalText(2200),
  freightNote: optionalText(500),
  tierFrom: z.array(z.string().nullable()),
  tierPrice: z.array(z.string().nullable()),
});
export type LotForm = z.infer<typeof lotInput>;

export const lotRefInput = z.object({ lot: z.uuid() });
export const lotMoveInput = z.object({ lot: z.uuid(), up: z.boolean() });
export const roundRefInput = z.object({ round: z.uuid() });
export const reasonInput = z.object({ round: z.uuid(), reason });
export const extendInput = z.object({
  round: z.uuid(),
  pledgesClose: wallClock,
  bidsClose: wallClock,
  reason,
});
export const cloneInput = z.object({ id: z.uuid(), round: z.uuid() });
export const templateInput = z.object({
  id: z.uuid(),
  round: z.uuid(),
  name: z.string().trim().min(2, { error: 'too_short' }).max(120),
});
export const startInput = z.object({ id: z.uuid(), template: z.uuid() });
export const templateRefInput = z.object({ template: z.uuid() });
export const roundFilesInput = z.object({ round: z.uuid(), files: z.array(z.instanceof(File)) });
export const pickWishesInput = z.object({ round: z.uuid(), wishes: z.array(z.uuid()) });

/** Whole units. */
const wished = z.int().min(1).max(100_000_000).nullish();
export const wishInput = z.object({
  id: z.uuid(),
  cluster: z.uuid(),
  producer: z.uuid(),
  title: z.string().trim().min(2, { error: 'too_short' }).max(120),
  note: optionalText(1000),
  unit,
  quantity: wished,
});
export const wishJoinInput = z.object({ wish: z.uuid(), producer: z.uuid(), quantity: wished });
export const wishLeaveInput = z.object({ wish: z.uuid(), producer: z.uuid() });
export const wishRefInput = z.object({ wish: z.uuid() });

export const supplierInput = z.object({
  id: z.uuid(),
  cluster: z.uuid(),
  name: z.string().trim().min(2, { error: 'too_short' }).max(120),
  country: z.string().refine(isCountry, { error: 'unknown_country' }),
  place: optionalText(120),
  email: z.email().max(254),
  phone: optionalPhone(),
  person: optionalText(120),
  locale: z.enum(LOCALES),
  materials: optionalText(500),
  listed: z.boolean(),
});
export const supplierRefInput = z.object({ supplier: z.uuid() });
