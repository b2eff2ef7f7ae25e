import { z } from 'zod';

/** What a code is printed on. Each has codes of its own, so that scans can be told apart. */
export const CAMPAIGNS = ['poster', 'label', 'catalogue'] as const;
export type Campaign = (typeof CAMPAIGNS)[number];

export const codesInput = z.object({
  exhibition: z.guid(),
  campaign: z.enum(CAMPAIGNS),
});
