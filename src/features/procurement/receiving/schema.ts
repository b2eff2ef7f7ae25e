import { z } from 'zod';
import { optionalText } from '#src/server/http/form-fields.ts';

/** As typed, one for each line of the order, in its order. */
const typed = z.array(optionalText(40)).min(1).max(200);
const receiver = z.string().trim().min(2).max(120);
/** Strokes as the pad writes them: JSON, or nothing where no pen was at hand. */
const signature = optionalText(60_000);

export const countInput = z.object({
  form: optionalText(60),
  id: z.uuid(),
  round: z.uuid(),
  order: z.uuid(),
  /** The newest delivery of the order that this form knew of. */
  after: z.union([z.uuid(), z.literal('')]).nullish(),
  replaces: z.union([z.uuid(), z.literal('')]).nullish(),
  reason: optionalText(1000),
  day: z.iso.date(),
  line: z.array(z.uuid()).min(1).max(200),
  counted: typed,
  damaged: typed,
  rest: z.array(z.enum(['', 'later', 'none']).nullish()).max(200),
  lineNote: z.array(optionalText(1000)).max(200),
  /** Lines whose goods are not as agreed. */
  bad: z.array(z.uuid()).max(200),
  receiver,
  signature,
  note: optionalText(2000),
  files: z.array(z.instanceof(File)).max(10).optional(),
});

export const handInput = z.object({
  form: optionalText(60),
  id: z.uuid(),
  round: z.uuid(),
  member: z.uuid(),
  replaces: z.union([z.uuid(), z.literal('')]).nullish(),
  reason: optionalText(1000),
  lot: z.array(z.uuid()).min(1).max(200),
  quantity: typed,
  receiver,
  signature,
  note: optionalText(1000),
});

/** `quantity`: what this place has in all, as typed; 0 takes it back. `place`: `member <id>` or `line <id>`. */
export const placeInput = z.object({
  form: optionalText(80),
  id: z.uuid(),
  round: z.uuid(),
  lot: z.uuid(),
  place: z.string().regex(/^(member|line) [0-9a-f-]{36}$/),
  quantity: optionalText(40),
  note: optionalText(1000),
});

export const shareInput = z.object({ round: z.uuid() });

export type CountFormInput = z.infer<typeof countInput>;
export type PlaceFormInput = z.infer<typeof placeInput>;
export type HandFormInput = z.infer<typeof handInput>;
