import { z } from 'zod';
import { isLocale, type Locale } from '#src/i18n/locales.ts';
import { localeOfUrl } from '../http/locale-url.ts';

/** What the sign-in service hands over instead of sending a mail itself ("Send Email Hook"). */
export const authMailRequest = z.object({
  user: z.object({
    email: z.string(),
    new_email: z.string().nullish(),
    user_metadata: z.record(z.string(), z.unknown()).nullish(),
  }),
  email_data: z.object({
    token: z.string(),
    token_hash: z.string(),
    redirect_to: z.string().nullish(),
    email_action_type: z.string(),
    token_new: z.string().nullish(),
    token_hash_new: z.string().nullish(),
  }),
});

export type AuthMailRequest = z.infer<typeof authMailRequest>;

/** One row for the outbox. */
export type AuthMailOrder = {
  to: string;
  template: string;
  locale: Locale;
  data: Record<string, string>;
};

const TEMPLATES: Record<string, string> = {
  signup: 'signup',
  invite: 'magiclink',
  magiclink: 'magiclink',
  recovery: 'recovery',
  email_change: 'email_change',
  reauthentication: 'reauthentication',
};

/** The mails to send: one, or two when both addresses must confirm a change. None when the type is not known. */
export function authMails(request: AuthMailRequest, siteUrl: string): AuthMailOrder[] {
  const { user, email_data: mail } = request;
  const template = TEMPLATES[mail.email_action_type];
  if (!template) return [];
  const { locale, next } = destination(request, siteUrl);
  const order = (to: string, code: string, tokenHash: string): AuthMailOrder => ({
    to,
    template,
    locale,
    data: { code, tokenHash, type: mail.email_action_type, next },
  });
  if (template !== 'email_change') return [order(user.email, mail.token, mail.token_hash)];
  const fresh = user.new_email || user.email;
  if (!mail.token_new || !mail.token_hash_new) return [order(fresh, mail.token, mail.token_hash)];
  // The pairs cross over: the service names the hashes the other way round than the codes.
  return [
    order(user.email, mail.token, mail.token_hash_new),
    order(fresh, mail.token_new, mail.token_hash),
  ];
}

/** Where the person comes from says the language, unless it is the bare address of the site. */
function destination(
  { user, email_data }: AuthMailRequest,
  siteUrl: string,
): { locale: Locale; next: string } {
  const chosen = user.user_metadata?.['locale'];
  const own = isLocale(chosen) ? chosen : undefined;
  const url = URL.parse(email_data.redirect_to ?? '');
  if (!url || url.origin !== siteUrl || url.pathname === '/')
    return { locale: own ?? 'en', next: '' };
  return { locale: localeOfUrl(url.href), next: url.pathname + url.search };
}
