import { z } from 'zod';
import { paths } from '#src/paths.ts';
import type { MailContent } from '../layout.ts';
import { mailTemplate, type MailTemplate, type Scene } from '../template.ts';

/** Mails of the sign-in service: a link. The service also makes a code; no page asks for it, so no mail names it. */
const authData = z.object({
  tokenHash: z.string().min(1),
  type: z.string(),
  /** A path on this site to go to afterwards, with its language prefix; empty for the usual place. */
  next: z.string(),
});

type LinkKind = 'signup' | 'magiclink' | 'recovery' | 'email_change';

function authLink(kind: LinkKind): MailTemplate {
  const compose = ({ data, t, site, link }: Scene<z.output<typeof authData>>): MailContent => {
    const words = t[kind];
    const query = new URLSearchParams({ token_hash: data.tokenHash, type: data.type });
    if (data.next) query.set('next', data.next);
    return {
      subject: words.subject(site.name),
      preview: words.preview,
      blocks: [
        { kind: 'text', text: words.text(site.name) },
        { kind: 'button', label: words.button, href: `${link(paths.authConfirm())}?${query}` },
        { kind: 'small', text: `${t.linkOnce} ${words.notYou}` },
      ],
    };
  };
  return mailTemplate(authData, compose, { must: true });
}

export const signup = authLink('signup');
export const magiclink = authLink('magiclink');
export const recovery = authLink('recovery');
export const emailChange = authLink('email_change');
