import { z } from 'zod';
import { MAIL_PACES, NOTICE_GROUPS, type NoticeGroup } from '#src/domain/notices.ts';
import { optionalPhone, optionalText } from '#src/server/http/form-fields.ts';

/** One notice, or all that the page showed (`until` is when it was drawn). */
export const readInput = z.object({
  id: z.guid().optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});

type WishFields = {
  [G in NoticeGroup as `mail_${G}`]: z.ZodEnum<{ now: 'now'; daily: 'daily'; off: 'off' }>;
} & { [G in NoticeGroup as `push_${G}` | `sms_${G}`]: z.ZodBoolean };

const wishFields = Object.fromEntries(
  NOTICE_GROUPS.flatMap((group): [string, z.ZodType][] => [
    [`mail_${group}`, z.enum(MAIL_PACES)],
    [`push_${group}`, z.boolean()],
    [`sms_${group}`, z.boolean()],
  ]),
) as unknown as WishFields;

const hour = z.coerce.number().int().min(0).max(23).optional();

export const wishesInput = z.object({
  ...wishFields,
  zone: optionalText(60),
  quietFrom: hour,
  quietTo: hour,
});

export const phoneInput = z.object({
  phone: optionalPhone().refine((phone) => phone !== '', { error: 'required' }),
});
export const codeInput = z.object({ code: z.string().trim().min(1).max(20) });
export const noInput = z.object({});

/** What a browser's PushSubscription says of itself. */
export const subscriptionInput = z.object({
  endpoint: z.string().min(1).max(1000),
  p256dh: z.string().min(80).max(102),
  auth: z.string().min(20).max(32),
  device: optionalText(80),
});
/** By its id in the list, or by its endpoint where the browser itself asks. */
export const browserInput = z.object({
  id: z.guid().optional(),
  endpoint: z.string().max(1000).optional(),
});

export type Wishes = z.infer<typeof wishesInput>;
export type Subscription = z.infer<typeof subscriptionInput>;
