import { z } from 'zod';
import { LOCALES } from '#src/i18n/locales.ts';

/** What a person came for; asked once at sign-up, leads them to the right place. */
export const INTENTS = ['sell', 'buy', 'coordinate'] as const;
export type Intent = (typeof INTENTS)[number];

/** Shortest password, in characters; the sign-in service is configured with the same number. */
export const PASSWORD_MIN = 10;
/** bcrypt reads 72 bytes; longer passwords would be cut silently. */
export const PASSWORD_MAX = 72;

const email = z.email().max(254).toLowerCase();
const password = z
  .string()
  .min(PASSWORD_MIN)
  .refine((text) => Buffer.byteLength(text) <= PASSWORD_MAX, { error: 'too_long' });
const next = z.string().max(500).optional();

export const signUpInput = z.object({
  intent: z.enum(INTENTS),
  displayName: z.string().trim().min(1).max(120),
  email,
  password,
  next,
});
export const signInInput = z.object({ email, password: z.string().min(1).max(200), next });
export const mailLinkInput = z.object({ email, next });
export const forgotInput = z.object({ email });
export const newPasswordInput = z.object({ password });
export const emailChangeInput = z.object({ email, password: z.string().min(1).max(200) });
export const confirmInput = z.object({
  token: z.string().min(8).max(300),
  type: z.enum(['signup', 'magiclink', 'recovery', 'email_change', 'email', 'invite']),
  next,
});
export const profileInput = z.object({
  displayName: z.string().trim().min(1).max(120),
  locale: z.enum(LOCALES),
});
export const deleteInput = z.object({ password: z.string().min(1).max(200), sure: z.boolean() });

export type SignUp = z.infer<typeof signUpInput>;
export type SignIn = z.infer<typeof signInInput>;
export type MailLink = z.infer<typeof mailLinkInput>;
export type Confirm = z.infer<typeof confirmInput>;
export type ProfileEdit = z.infer<typeof profileInput>;
