import type { z } from 'zod';
import type { NoticeGroup } from '#src/domain/notices.ts';
import { messages, type Messages } from '#src/i18n/messages.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { localized } from '#src/paths.ts';
import { layOut, type MailContent, type RenderedMail } from './layout.ts';

/** The instance that sends: its name and public origin. */
export type MailSite = { name: string; url: string };

/** The way to stop such mails: an absolute address and what it stops. */
export type MailStop = { href: string; group: NoticeGroup | 'digest' };

export type MailTemplate = {
  /** Draws the mail. Throws ZodError when `data` lacks what the template needs. */
  render: (locale: Locale, data: unknown, site: MailSite, stop?: MailStop) => RenderedMail;
};

export type Scene<D> = {
  data: D;
  t: Messages['mail'];
  site: MailSite;
  locale: Locale;
  /** An absolute address of a page in the reader's language. */
  link: (path: string) => string;
};

/** A template is the shape of its data and what it says with it. `must`: it comes whatever was chosen, and says so. */
export function mailTemplate<S extends z.ZodType>(
  schema: S,
  compose: (scene: Scene<z.output<S>>) => MailContent,
  { must = false }: { must?: boolean } = {},
): MailTemplate {
  return {
    render(locale, raw, site, stop) {
      const { mail: t, notices } = messages(locale);
      const link = (path: string) => site.url + localized(path, locale);
      const content = compose({ data: schema.parse(raw), t, site, locale, link });
      return layOut(content, {
        lang: locale,
        siteName: site.name,
        siteUrl: site.url,
        footer: must ? `${t.footer(site.name)} ${notices.mustCome}` : t.footer(site.name),
        stop: stop && { label: stopLabel(stop.group, notices), href: stop.href },
      });
    },
  };
}

function stopLabel(group: MailStop['group'], t: Messages['notices']): string {
  return group === 'digest' ? t.digest.stop : t.stop(t.groups[group]);
}
