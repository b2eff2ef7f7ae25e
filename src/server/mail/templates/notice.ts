import { z } from 'zod';
import { NOTICE_KINDS, noticeRule, type NoticeKind } from '#src/domain/notices.ts';
import { numberFormat } from '#src/i18n/formats.ts';
import { messages } from '#src/i18n/messages.ts';
import { paths } from '#src/paths.ts';
import { notice, type Notice, type NoticeData } from '#src/server/notices/notice.ts';
import type { MailBlock, MailContent } from '../layout.ts';
import { mailTemplate, type MailTemplate, type Scene } from '../template.ts';

const data = z.record(z.string(), z.unknown());

/** The mail of any kind of notice: title, sentence, facts, what was written, one link. */
function noticeTemplate(kind: NoticeKind): MailTemplate {
  const { must = false } = noticeRule(kind);
  return mailTemplate(data, (scene) => compose(kind, scene), { must });
}

function compose(kind: NoticeKind, { data, locale, link }: Scene<NoticeData>): MailContent {
  const said = notice(kind, data, locale);
  return {
    subject: said.title,
    preview: said.text,
    blocks: [
      { kind: 'text', text: said.text },
      ...factsBlock(said),
      ...(said.quote ? [{ kind: 'quote' as const, text: said.quote }] : []),
      { kind: 'button', label: messages(locale).notices.look, href: link(said.path) },
    ],
  };
}

function factsBlock({ facts }: Notice): MailBlock[] {
  return facts.length > 0 ? [{ kind: 'facts', rows: facts }] : [];
}

/** One for each kind; a template of the same name that says more (inquiry_new) goes before it. */
export const noticeTemplates: Record<string, MailTemplate> = Object.fromEntries(
  (Object.keys(NOTICE_KINDS) as NoticeKind[]).map((kind) => [kind, noticeTemplate(kind)]),
);

const entry = z.object({
  kind: z.enum(Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]]),
  data,
});

/** What happened in a day and was not mailed yet, newest first. `more` did not fit in. */
export const digest = mailTemplate(
  z.object({ entries: z.array(entry).min(1), more: z.int().min(0) }),
  ({ data, site, locale, link }) => {
    const t = messages(locale).notices;
    const said = data.entries.map((each) => notice(each.kind, each.data, locale));
    const more = numberFormat(locale).format(data.more);
    return {
      subject: t.digest.subject(site.name),
      preview: said
        .map((each) => each.title)
        .join(', ')
        .slice(0, 120),
      blocks: [
        { kind: 'text', text: t.digest.text },
        ...said.map((each) => ({
          kind: 'entry' as const,
          title: each.title,
          text: [each.text, ...each.facts.map(([, value]) => value)].join(' · '),
          href: link(each.path),
        })),
        ...(data.more > 0 ? [{ kind: 'text' as const, text: t.digest.more(more) }] : []),
        { kind: 'button', label: t.digest.button, href: link(paths.notifications()) },
      ],
    };
  },
);
