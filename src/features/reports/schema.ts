import { z } from 'zod';
import { optionalEmail, optionalText } from '#src/server/http/form-fields.ts';

/** Why something should be looked at, in the order of the form. SQL has the same words. */
export const REPORT_REASONS = [
  'counterfeit',
  'stolen_picture',
  'misleading',
  'offensive',
  'spam',
  'other',
] as const;

export const reportInput = z.object({
  subject: z.enum(['product', 'producer', 'inquiry', 'review']),
  id: z.uuid(),
  reason: z.enum(REPORT_REASONS),
  details: optionalText(3000),
  email: optionalEmail(),
  /** A field people cannot see; whatever fills it is not a person. */
  website: optionalText(500),
});

export type Report = z.infer<typeof reportInput>;
