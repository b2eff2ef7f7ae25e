import { z } from 'zod';

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
  subject: z.enum(['product', 'producer']),
  id: z.uuid(),
  reason: z.enum(REPORT_REASONS),
  details: z.string().trim().max(3000).optional().default(''),
  email: z
    .union([z.literal(''), z.email().max(254)])
    .optional()
    .default(''),
  /** A field people cannot see; whatever fills it is not a person. */
  website: z.string().max(500).optional().default(''),
});

export type Report = z.infer<typeof reportInput>;
