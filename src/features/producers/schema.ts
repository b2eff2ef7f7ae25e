import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { LOCALES } from '#src/i18n/locales.ts';

const text = (max: number) => z.string().trim().max(max).optional().default('');
const phone = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/[\s().-]/g, ''))
  .refine((typed) => typed === '' || /^\+[0-9]{7,15}$/.test(typed), { error: 'phone_invalid' })
  .optional()
  .default('');
const count = z.int().min(0).max(100_000).optional();

export const producerProfileInput = z
  .object({
    producer: z.uuid(),
    name: z.string().trim().min(2).max(120),
    tagline: text(200),
    story: text(6000),
    country: z.string().refine(isCountry, { error: 'unknown_country' }),
    place: text(120),
    founded: z.int().min(1800).max(2200).optional(),
    people: z.int().min(1).max(100_000).optional(),
    women: count,
    youth: count,
    capacityNote: text(300),
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
  email: z.union([z.literal(''), z.email().max(254)]).optional().default(''),
  phone,
  whatsapp: phone,
  address: text(500),
});
export const producerTextsInput = z.object({
  producer: z.uuid(),
  locale: z.enum(LOCALES),
  tagline: text(200),
  story: text(6000),
});
export const producerPhotoInput = z.object({
  producer: z.uuid(),
  media: z.uuid(),
  as: z.enum(['cover', 'workshop', 'remove']),
});

export type ProducerProfile = z.infer<typeof producerProfileInput>;
export type ContactForm = z.infer<typeof contactInput>;
export type ProducerTexts = z.infer<typeof producerTextsInput>;
