import { z } from 'zod';
import { optionalText } from '#src/server/http/form-fields.ts';

const form = optionalText(40);
const stars = z.int().min(1).max(5);

export const reviewInput = z.object({
  form,
  order: z.uuid(),
  rating: stars,
  quality: stars.optional(),
  communication: stars.optional(),
  punctuality: stars.optional(),
  body: optionalText(3000),
  name: z.string().trim().min(1).max(120),
  country: z.boolean(),
});
export const replyInput = z.object({
  form,
  order: z.uuid(),
  reply: z.string().trim().min(2).max(3000),
});
export const hideInput = z.object({
  form,
  order: z.uuid(),
  hidden: z.enum(['yes', 'no']),
  reason: z.string().trim().min(3).max(2000),
});

export type NewReview = z.infer<typeof reviewInput>;
export type Reply = z.infer<typeof replyInput>;
export type Hide = z.infer<typeof hideInput>;
