import { z } from 'zod';
import { paths } from '#src/paths.ts';
import { mailTemplate } from '../template.ts';

/** To the owner of an address that somebody tried to open a second account with. */
export const accountExists = mailTemplate(
  z.object({}),
  ({ t, site, link }) => ({
    subject: t.account_exists.subject(site.name),
    preview: t.account_exists.preview,
    blocks: [
      { kind: 'text', text: t.account_exists.text(site.name) },
      { kind: 'button', label: t.account_exists.button, href: link(paths.signIn()) },
      { kind: 'small', text: t.account_exists.notYou },
    ],
  }),
  { must: true },
);

/** To the address that an account has, when another is to take its place. The new one is not named. */
export const emailAsked = mailTemplate(
  z.object({}),
  ({ t, site, link }) => ({
    subject: t.email_asked.subject(site.name),
    preview: t.email_asked.preview,
    blocks: [
      { kind: 'text', text: t.email_asked.text(site.name) },
      { kind: 'button', label: t.email_asked.button, href: link(paths.forgotPassword()) },
      { kind: 'small', text: t.email_asked.notYou },
    ],
  }),
  { must: true },
);
