import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { optionalText } from '#src/server/http/form-fields.ts';

/** Degrees with two decimals, both or neither. */
const degrees = (max: number) => z.number().min(-max).max(max).optional();

export const clusterProfileInput = z
  .object({
    cluster: z.uuid(),
    name: z.string().trim().min(2).max(120),
    summary: optionalText(300),
    story: optionalText(6000),
    country: z.string().refine(isCountry, { error: 'unknown_country' }),
    place: optionalText(120),
    latitude: degrees(90),
    longitude: degrees(180),
    reviews: z.boolean(),
  })
  .refine((form) => form.longitude === undefined || form.latitude !== undefined, {
    error: 'required',
    path: ['latitude'],
  })
  .refine((form) => form.latitude === undefined || form.longitude !== undefined, {
    error: 'required',
    path: ['longitude'],
  });
export const clusterTextsInput = z.object({
  cluster: z.uuid(),
  locale: z.enum(LOCALES),
  name: optionalText(120),
  summary: optionalText(300),
  story: optionalText(6000),
});
export const clusterPhotoInput = z.object({
  cluster: z.uuid(),
  media: z.uuid(),
  as: z.enum(['cover', 'gallery', 'remove']),
});

export type ClusterProfile = z.infer<typeof clusterProfileInput>;
export type ClusterTexts = z.infer<typeof clusterTextsInput>;
export type ClusterPhotoForm = z.infer<typeof clusterPhotoInput>;
