import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { optionalEmail, optionalText } from '#src/server/http/form-fields.ts';

const id = z.uuid();
const message = z.string().trim().min(10).max(5000);

export const inquiryInput = z.object({
  id,
  product: z.uuid(),
  message,
  quantity: z.int().min(1).max(100_000_000).optional(),
  neededBy: z.iso.date().optional(),
  country: z.string().refine(isCountry, { error: 'unknown_country' }),
  organisation: optionalText(120),
  buyer: z.uuid().optional(),
  /** Only asked of visitors without an account. */
  name: optionalText(120),
  email: optionalEmail(),
  /** A field people cannot see; whatever fills it is not a person. */
  website: optionalText(500),
});
export const replyInput = z.object({
  inquiry: z.uuid(),
  id,
  body: z.string().trim().min(1).max(5000),
  key: z.string().min(8).max(100).optional(),
  files: z.array(z.instanceof(File)).max(20),
});
/** Whatever else is done with a conversation; `id` is the new message's, made by the form. */
export const whatsappInput = z.object({ inquiry: z.uuid(), id });
export const blockInput = z.object({ inquiry: z.uuid(), reason: optionalText(500) });
export const unblockInput = z.object({ block: z.uuid() });
export const moveInput = z.object({
  inquiry: z.uuid(),
  action: z.enum(['decline', 'close', 'reopen']),
  reason: optionalText(2000),
});
export const confirmInquiryInput = z.object({ token: z.string().min(8).max(100) });

export type NewInquiry = z.infer<typeof inquiryInput>;
export type Reply = z.infer<typeof replyInput>;
export type Move = z.infer<typeof moveInput>;
