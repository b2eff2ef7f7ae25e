import { z } from 'zod';
import { isCurrency } from '#src/domain/currencies.ts';

const currency = z
  .string()
  .trim()
  .transform((code) => code.toUpperCase())
  .refine((code) => isCurrency(code) && code !== 'EUR', { error: 'unknown_currency' });

export const saveRateInput = z.object({
  currency,
  /** As typed: a comma or a point, up to eight decimal places. */
  rate: z.string().trim().min(1).max(30),
  day: z.iso.date(),
});
export const importRatesInput = z.object({ file: z.instanceof(File) });
export const deleteRateInput = z.object({ currency, day: z.iso.date() });

export type SaveRate = z.infer<typeof saveRateInput>;
export type DeleteRate = z.infer<typeof deleteRateInput>;
