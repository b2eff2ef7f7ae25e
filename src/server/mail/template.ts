import type { z } from 'zod';
import { messages, type Messages } from '#src/i18n/messages.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { localized } from '#src/paths.ts';
import { layOut, type MailContent, type RenderedMail } from './layout.ts';

/** The instance that sends: its name and public origin. */
export type MailSite = { name: string; url: string };

export type MailTemplate = {
  /** Draws the mail. Throws ZodError when `data` lacks what the template needs. */
  render: (locale: Locale, data: unknown, site: MailSite) => RenderedMail;
};

type Scene<D> = {
  data: D;
  t: Messages['mail'];
  site: MailSite;
  locale: Locale;
  /** An absolute address of a page in the reader's language. */
  link: (path: string) => string;
};

/** A template is the shape of its data and what it says with it. */
export function mailTemplate<S extends z.ZodType>(
  schema: S,
  compose: (scene: Scene<z.output<S>>) => MailContent,
): MailTemplate {
  return {
    render(locale, raw, site) {
      const t = messages(locale).mail;
      const link = (path: string) => site.url + localized(path, locale);
      const content = compose({ data: schema.parse(raw), t, site, locale, link });
      return layOut(content, {
        lang: locale,
        siteName: site.name,
        siteUrl: site.url,
        footer: t.footer(site.name),
      });
    },
  };
}
