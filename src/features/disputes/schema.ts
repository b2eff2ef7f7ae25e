import { z } from 'zod';
import { DISPUTE_REASONS } from '#src/domain/order-states.ts';
import { optionalText } from '#src/server/http/form-fields.ts';

/** Which of the page's forms was sent, so that it opens again with what was typed. */
const form = optionalText(40);

export const openInput = z.object({
  form,
  order: z.uuid(),
  id: z.uuid(),
  reason: z.enum(DISPUTE_REASONS),
  details: z.string().trim().min(10).max(5000),
  files: z.array(z.instanceof(File)).max(10),
});
export const writeInput = z.object({
  form,
  dispute: z.uuid(),
  id: z.uuid(),
  body: z.string().trim().min(1).max(5000),
  files: z.array(z.instanceof(File)).max(10),
});
export const resolveInput = z.object({
  form,
  dispute: z.uuid(),
  resolution: z.string().trim().min(10).max(5000),
  /** In the writer's own notation; empty for none. */
  refund: optionalText(30),
  cancel: z.boolean(),
});
export const withdrawInput = z.object({ form, dispute: z.uuid(), reason: optionalText(2000) });

export type Open = z.infer<typeof openInput>;
export type Write = z.infer<typeof writeInput>;
export type Resolve = z.infer<typeof resolveInput>;
export type Withdraw = z.infer<typeof withdrawInput>;
