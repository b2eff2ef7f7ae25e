import { z } from 'zod';
import { optionalText } from '#src/server/http/form-fields.ts';

const id = z.guid();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Times that a booth offers: a day and hours on the fair's clock, whole minutes. */
export const planInput = z
  .object({
    booth: id,
    day: z.iso.date(),
    from: time,
    to: time,
    minutes: z.int().min(5).max(240),
    break: z.int().min(0).max(120),
    place: optionalText(300),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'meeting_times' });
export const removeInput = z.object({ booth: id, slot: z.array(id).min(1).max(500) });
export const callOffInput = z.object({
  booth: id,
  meeting: id,
  reason: z.string().trim().min(3).max(500),
  withdraw: z.boolean(),
});

const key = z.string().regex(/^[\w-]{32,100}$/);

/** `id` and `key` are made with the form: sent twice it is one booking, and who sent it comes back by the key. */
export const bookInput = z.object({
  id: z.uuid(),
  key,
  slot: z.guid({ error: 'required' }),
  name: z.string().trim().min(1).max(120),
  company: optionalText(160),
  email: z.email().max(254),
  note: optionalText(1000),
  zone: optionalText(60),
  /** A field people cannot see; whatever fills it is not a person. */
  website: optionalText(500),
});
export const cancelInput = z.object({ id: z.uuid(), reason: optionalText(500) });

export type Booking = z.infer<typeof bookInput>;
