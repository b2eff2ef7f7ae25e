import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { optionalEmail, optionalPhone, optionalText } from '#src/server/http/form-fields.ts';

export const issueInput = z.object({
  order: z.uuid(),
  kind: z.enum(['pro_forma', 'commercial_invoice', 'packing_list']),
});

/** `side` says whose id `organisation` is. */
export const detailsInput = z.object({
  side: z.enum(['producer', 'buyer']),
  organisation: z.uuid(),
  legalName: z.string().trim().min(2).max(160),
  address: z.string().trim().min(5).max(500),
  country: z.string().refine(isCountry, { error: 'unknown_country' }),
  taxNumber: optionalText(60),
  registration: optionalText(60),
  email: optionalEmail(),
  phone: optionalPhone(),
});

export type Issue = z.infer<typeof issueInput>;
export type DetailsForm = z.infer<typeof detailsInput>;
