import { z } from 'zod';

/** As typed; the command reads them in the lot's unit, the round's currency and the reader's language. */
const typed = z
  .string()
  .trim()
  .max(40)
  .nullish()
  .transform((text) => text ?? '');

export const pledgeInput = z.object({
  id: z.uuid(),
  lot: z.uuid(),
  producer: z.uuid(),
  unit: z.string().max(3),
  decimals: z.coerce.number().int().min(0).max(3),
  currency: z.string().length(3),
  firm: typed,
  tolerance: typed,
  ceiling: typed,
});

export type PledgeForm = z.infer<typeof pledgeInput>;
