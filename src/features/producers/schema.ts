import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { optionalEmail, optionalPhone, optionalText } from '#src/server/http/form-fields.ts';

const count = z.int().min(0).max(100_000).optional();

export const producerProfileInput = z
  .object({
    producer: z.uuid(),
    name: z.string().trim().min(2).max(120),
    tagline: optionalText(200),
    story: optionalText(6000),
    country: z.string().refine(isCountry, { error: 'unknown_country' }),
    place: optionalText(120),
    founded: z.int().min(1800).max(2200).optional(),
    people: z.int().min(1).max(100_000).optional(),
    women: count,
    youth: count,
    capacityNote: optionalText(300),
    languages: z.array(z.enum(LOCALES)).max(4),
    techniques: z.array(z.string().max(80)).max(20),
  })
  .refine((form) => (form.women ?? 0) <= (form.people ?? Infinity), {
    error: 'out_of_range',
    path: ['women'],
  })
  .refine((form) => (form.youth ?? 0) <= (form.people ?? Infinity), {
    error: 'out_of_range',
    path: ['youth'],
  });
export const contactInput = z.object({
  producer: z.uuid(),
  email: optionalEmail(),
  phone: optionalPhone(),
  whatsapp: optionalPhone(),
  address: optionalText(500),
});
export const producerTextsInput = z.object({
  producer: z.uuid(),
  locale: z.enum(LOCALES),
  tagline: optionalText(200),
  story: optionalText(6000),
});
export const producerPhotoInput = z.object({
  producer: z.uuid(),
  media: z.uuid(),
  as: z.enum(['cover', 'workshop', 'remove']),
});

export type ProducerProfile = z.infer<typeof producerProfileInput>;
export type ContactForm = z.infer<typeof contactInput>;
export type ProducerTexts = z.infer<typeof producerTextsInput>;
