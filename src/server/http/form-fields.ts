import { z } from 'zod';

/**
 * Fields that may stay empty. A browser sends an empty text, which Astro hands on as null; these read it as ''.
 */
export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text ?? '');
}

/** An address, or ''. Longest by RFC 5321: 254 characters. */
export function optionalEmail() {
  return z
    .email()
    .max(254)
    .nullish()
    .transform((text) => text ?? '');
}

/** A telephone number in international form (`+250…`), without the spaces and dashes people write; or ''. */
export function optionalPhone() {
  return optionalText(40)
    .transform((typed) => typed.replace(/[\s().-]/g, ''))
    .refine((typed) => typed === '' || /^\+[0-9]{7,15}$/.test(typed), { error: 'phone_invalid' });
}
