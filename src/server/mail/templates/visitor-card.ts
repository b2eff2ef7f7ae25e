import { z } from 'zod';
import { messages } from '#src/i18n/messages.ts';
import { paths } from '#src/paths.ts';
import { formatDate } from '#src/server/mail/format.ts';
import { mailTemplate } from '../template.ts';

const card = {
  cardId: z.string().min(1),
  key: z.string().min(1),
  until: z.string(),
  exhibition: z.string(),
};
const contact = z.object({
  email: z.string().nullish(),
  phone: z.string().nullish(),
  whatsapp: z.string().nullish(),
});
const fromBooth = { ...card, booth: z.string(), producer: z.string(), contact: contact.nullable() };

const cardPath = ({ cardId, key }: { cardId: string; key: string }) =>
  paths.visitorCard(cardId, `key=${encodeURIComponent(key)}`);

/** To whoever left a card: where it lies, and the way back to it. Nothing that was typed is repeated. */
export const cardLeft = mailTemplate(
  z.object({ ...card, booths: z.array(z.string()).min(1) }),
  ({ data, locale, link }) => {
    const t = messages(locale).visitors.mail;
    return {
      subject: t.leftSubject(data.exhibition),
      preview: data.booths.join(', ').slice(0, 120),
      blocks: [
        { kind: 'text', text: t.leftText(data.exhibition) },
        {
          kind: 'facts',
          rows: [
            [t.leftBooths, data.booths.join(', ')],
            [t.leftUntil, formatDate(data.until, locale)],
          ],
        },
        { kind: 'button', label: t.leftButton, href: link(cardPath(data)) },
        { kind: 'small', text: t.notYou },
      ],
    };
  },
);

/** A booth said yes: its contact. */
export const cardShared = mailTemplate(z.object(fromBooth), ({ data, locale, link }) => {
  const t = messages(locale).visitors.mail;
  return {
    subject: t.sharedSubject(data.booth),
    preview: t.sharedText(data.booth, data.exhibition).slice(0, 120),
    blocks: [
      { kind: 'text', text: t.sharedText(data.booth, data.exhibition) },
      { kind: 'facts', rows: contactRows(data, locale) },
      { kind: 'button', label: t.button, href: link(cardPath(data)) },
    ],
  };
});

/** What a booth wrote to somebody whose card it shares. */
export const cardFollowUp = mailTemplate(
  z.object({ ...fromBooth, message: z.string().min(1) }),
  ({ data, locale, link }) => {
    const t = messages(locale).visitors.mail;
    return {
      subject: t.followSubject(data.booth, data.exhibition),
      preview: data.message.slice(0, 120),
      blocks: [
        { kind: 'text', text: t.followText(data.booth, data.exhibition) },
        { kind: 'quote', text: data.message },
        { kind: 'facts', rows: contactRows(data, locale) },
        { kind: 'text', text: t.followReply },
        { kind: 'small', text: t.stop(data.booth) },
        { kind: 'button', label: t.button, href: link(cardPath(data)) },
      ],
    };
  },
);

function contactRows(
  { producer, contact: how }: { producer: string; contact: z.infer<typeof contact> | null },
  locale: Parameters<typeof messages>[0],
): [string, string][] {
  const { mail: t, own } = messages(locale).visitors;
  const rows: [string, string | null | undefined][] = [
    [t.producer, producer],
    [own.email, how?.email],
    [own.phone, how?.phone],
    [own.whatsapp, how?.whatsapp],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}
