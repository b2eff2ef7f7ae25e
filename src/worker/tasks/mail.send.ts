import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isNoticeKind, NOTICE_GROUPS, noticeRule } from '#src/domain/notices.ts';
import { LOCALES, type Locale } from '#src/i18n/locales.ts';
import { localized, paths } from '#src/paths.ts';
import type { Env } from '#src/server/env.ts';
import { renderMail } from '#src/server/mail/render.ts';
import type { MailStop } from '#src/server/mail/template.ts';
import { addressHash, unsubscribeToken } from '#src/server/mail/unsubscribe-token.ts';
import { PRIORITY, workerTask, type TaskContext } from '../task.ts';

const payload = z.object({
  to: z.string().min(3),
  template: z.string(),
  locale: z.enum(LOCALES),
  data: z.unknown(),
  /** Another sender's name before the address, such as a producer's. */
  from: z.string().optional(),
  /** Where an answer goes, such as a producer's own address. */
  replyTo: z.string().max(254).nullish(),
  /** What the mail's link stops; without it the mail must come. `user` is missing for somebody without an account. */
  unsubscribe: z
    .object({ user: z.guid().optional(), group: z.enum([...NOTICE_GROUPS, 'digest']) })
    .nullish(),
});

type Sender = { name: string; mail_from_name: string; mail_from_address: string };

/**
 * Draws and sends one mail. It goes out at least once: when the process dies between the server's yes and ours,
 * the retry carries the same Message-ID, so that the receiving side can tell.
 */
export const mailSend = workerTask({
  kind: 'mail.send',
  priority: PRIORITY.mail,
  schema: payload,
  async run(mail, context) {
    const { env, mailer, log } = context;
    const sender = await senderOf(context);
    const site = { name: sender.name, url: env.siteUrl };
    const stop = mail.unsubscribe ? stopOf(mail, mail.unsubscribe, env) : undefined;
    const drawn = renderMail(mail.template, mail.locale, mail.data, site, stop);
    await mailer.send({
      messageId: messageId(context.jobKey, env.siteUrl),
      from: { name: mail.from ?? sender.mail_from_name, address: sender.mail_from_address },
      to: mail.to,
      ...(mail.replyTo && { replyTo: { name: mail.from ?? '', address: mail.replyTo } }),
      ...drawn,
      ...(stop && { headers: stopHeaders(stop.href) }),
    });
    log.info('mail sent', { template: nameInLog(mail.template), locale: mail.locale });
  },
});

/** A receipt would tell whoever reads the log that a bid was filed. */
function nameInLog(template: string): string {
  return isNoticeKind(template) && noticeRule(template).sealed ? 'notice' : template;
}

type Unsubscribe = { user?: string | undefined; group: MailStop['group'] };

function stopOf(
  { to, locale }: { to: string; locale: Locale },
  { user, group }: Unsubscribe,
  env: Env,
): MailStop {
  const who = user ? { user } : { addressHash: addressHash(to) };
  const token = unsubscribeToken({ who, group }, env.unsubscribeSecret);
  return { group, href: env.siteUrl + localized(paths.unsubscribe(token), locale) };
}

/** RFC 8058: the reader's mail program may offer one button that posts to this address. */
function stopHeaders(href: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

async function senderOf({ sql }: TaskContext): Promise<Sender> {
  const { rows } = await sql.query<Sender>(
    'select name, mail_from_name, mail_from_address from public.site_settings',
  );
  if (!rows[0]) throw new Error('the site has no settings');
  return rows[0];
}

/** Stable over the attempts of one job: `<hash@host>`. */
export function messageId(jobKey: string, siteUrl: string): string {
  const hash = createHash('sha256').update(jobKey).digest('hex').slice(0, 32);
  return `<${hash}@${new URL(siteUrl).hostname}>`;
}
