import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { optionalEmail, optionalPhone, optionalText } from '#src/server/http/form-fields.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);

export const cardInput = z.object({
  /** Made with the form, so that sending it twice leaves one card. */
  id: z.uuid(),
  key: z.string().regex(/^[\w-]{32,100}$/),
  exhibition: slug,
  booth: z.array(z.uuid()).max(60),
  name: z.string().trim().min(1).max(120),
  company: optionalText(160),
  email: optionalEmail(),
  phone: optionalPhone(),
  country: z
    .string()
    .nullish()
    .transform((code) => code ?? '')
    .refine((code) => code === '' || isCountry(code), { error: 'unknown_country' }),
  note: optionalText(2000),
  agree: z.literal('on', { error: 'required' }),
  /** A field people cannot see; whatever fills it is not a person. */
  website: optionalText(500),
});

export const takeBackInput = z.object({
  card: z.uuid(),
  /** None: the account that left it. */
  key: z
    .string()
    .regex(/^[\w-]{8,100}$/)
    .nullish(),
  booth: z.uuid().nullish(),
});

const ofCard = { booth: z.uuid(), card: z.uuid() };
export const answerInput = z.object({ ...ofCard, answer: z.enum(['yes', 'no']) });
export const followUpInput = z.object({
  ...ofCard,
  message: z.string().trim().min(10).max(4000),
});

export const entryInput = z.object({
  id: z.uuid(),
  exhibition: slug,
  name: z.string().trim().min(1).max(80),
  place: optionalText(80),
  text: z.string().trim().min(2).max(1000),
  website: optionalText(500),
});
export const moderateInput = z.object({ entry: z.uuid(), state: z.enum(['shown', 'hidden']) });

export type NewCard = z.infer<typeof cardInput>;
export type TakeBack = z.infer<typeof takeBackInput>;
export type Answer = z.infer<typeof answerInput>;
export type FollowUp = z.infer<typeof followUpInput>;
export type NewEntry = z.infer<typeof entryInput>;
export type Moderate = z.infer<typeof moderateInput>;
