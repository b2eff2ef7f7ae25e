import { z } from 'zod';
import { countryName } from '#src/domain/countries.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { plural } from '#src/i18n/plural.ts';
import { formatDate } from '#src/server/mail/format.ts';
import { paths } from '#src/paths.ts';
import type { MailBlock } from '../layout.ts';
import { mailTemplate } from '../template.ts';

const thread = {
  inquiryId: z.string(),
  reference: z.string(),
  product: z.string(),
  message: z.string(),
};

/** To a visitor without an account: is this address yours? Nothing reaches the producer before. */
export const inquiryConfirm = mailTemplate(
  z.object({ name: z.string(), product: z.string(), token: z.string().min(1) }),
  ({ data, t, link }) => ({
    subject: t.inquiryConfirm.subject(data.product),
    preview: t.inquiryConfirm.preview,
    blocks: [
      { kind: 'text', text: t.inquiryConfirm.text(data.name, data.product) },
      {
        kind: 'button',
        label: t.inquiryConfirm.button,
        href: link(paths.conversationConfirm(data.token)),
      },
      { kind: 'small', text: `${t.linkWeek} ${t.inquiryConfirm.notYou}` },
    ],
  }),
);

/** To a producer: somebody asks. */
export const inquiryNew = mailTemplate(
  z.object({
    ...thread,
    producerSlug: z.string(),
    quantity: z.number().nullish(),
    unit: z.string().nullish(),
    neededBy: z.string().nullish(),
    country: z.string().nullish(),
    organisation: z.string().nullish(),
  }),
  ({ data, t, locale, link }) => {
    const labels = t.inquiryNew.facts;
    const rows: [string, string | null | undefined][] = [
      [labels.reference, data.reference],
      [labels.organisation, data.organisation || null],
      [labels.country, data.country && countryName(data.country, locale)],
      [
        labels.quantity,
        typeof data.quantity !== 'number' ? null : quantityText(data.quantity, data.unit, locale),
      ],
      [labels.neededBy, data.neededBy && formatDate(data.neededBy, locale)],
    ];
    return {
      subject: t.inquiryNew.subject(data.product),
      preview: data.message.slice(0, 120),
      blocks: [
        { kind: 'text', text: t.inquiryNew.text(data.product) },
        { kind: 'facts', rows: rows.filter((row): row is [string, string] => Boolean(row[1])) },
        { kind: 'quote', text: data.message },
        {
          kind: 'button',
          label: t.inquiryNew.button,
          href: link(paths.studioInquiry(data.producerSlug, data.inquiryId)),
        },
        { kind: 'small', text: t.inquiryNew.why },
      ],
    };
  },
);

/** A new message in a thread, to the side that did not write it. */
export const inquiryReply = mailTemplate(
  z.object({
    ...thread,
    side: z.enum(['buyer', 'producer']),
    producer: z.string().nullish(),
    producerSlug: z.string().nullish(),
    key: z.string().nullish(),
    /** How many came since the last mail about this thread. */
    times: z.number().nullish(),
  }),
  ({ data, t, link, locale }) => ({
    subject: t.inquiryReply.subject(data.product, data.reference),
    preview: data.message.slice(0, 120),
    blocks: [
      {
        kind: 'text',
        text:
          data.side === 'buyer'
            ? t.inquiryReply.fromProducer(data.producer ?? '', data.product)
            : t.inquiryReply.fromBuyer(data.product),
      },
      { kind: 'quote', text: data.message },
      ...moreWords(data.times ?? 1, locale),
      { kind: 'button', label: t.inquiryReply.button, href: link(threadPath(data)) },
      { kind: 'small', text: t.inquiryReply.why },
    ],
  }),
);

/** The mail holds the newest words; what else came stands on the site. */
function moreWords(times: number, locale: Locale): MailBlock[] {
  if (times <= 1) return [];
  return [{ kind: 'text', text: messages(locale).notices.digest.more(String(times - 1)) }];
}

function threadPath(data: {
  side: 'buyer' | 'producer';
  inquiryId: string;
  producerSlug?: string | null | undefined;
  key?: string | null | undefined;
}): string {
  if (data.side === 'producer') return paths.studioInquiry(data.producerSlug ?? '', data.inquiryId);
  if (!data.key) return paths.inquiry(data.inquiryId);
  return `${paths.conversation(data.inquiryId)}?key=${encodeURIComponent(data.key)}`;
}

/** `600 pairs`; the bare number when the unit has no name. */
function quantityText(quantity: number, unit: string | null | undefined, locale: Locale): string {
  const number = new Intl.NumberFormat(locale).format(quantity);
  const names: Record<string, { one: string; other: string }> = messages(locale).common.units;
  const name = unit ? names[unit] : undefined;
  return name ? `${number} ${plural(locale, quantity, name)}` : number;
}
