import { z } from 'zod';
import { isNoticeKind } from '#src/domain/notices.ts';
import { RETENTION_DAYS } from '#src/domain/retention.ts';
import { LOCALES, type Locale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { localized, paths } from '#src/paths.ts';
import { notice, type NoticeData } from '#src/server/notices/notice.ts';
import { sendPush } from '#src/server/push/push.ts';
import { smsOf } from '#src/server/sms/sms.ts';
import { smsText } from '#src/server/sms/text.ts';
import { PRIORITY, workerTask, type TaskContext, type WorkerTask } from '../task.ts';

/** A thread's later mail, held back so that no more than one comes in five minutes. SQL knows whether it is still due. */
const laterMail = workerTask({
  kind: 'notice.mail',
  priority: PRIORITY.mail,
  schema: z.object({ id: z.guid() }),
  async run({ id }, { sql }) {
    await sql.query('select private.mail_notice($1)', [id]);
  },
});

/** Looks every ten minutes for whom it is past seven o'clock and who has something unmailed. */
const digests = workerTask({
  kind: 'notice.digests',
  priority: PRIORITY.sweep,
  cron: '*/10 * * * *',
  schema: z.unknown(),
  async run(_payload, { sql, signal, log }) {
    const { rows } = await sql.query<{ id: string }>('select private.due_digests() as id');
    let made = 0;
    for (const { id } of rows) {
      if (signal?.aborted) throw new Error('asked to stop; the rest is found again by its state');
      const answer = await sql.query<{ made: boolean }>('select private.make_digest($1) as made', [
        id,
      ]);
      if (answer.rows[0]?.made) made += 1;
    }
    if (made > 0) log.info('daily mails ordered', { count: made });
  },
});

type Told = { kind: string; data: NoticeData; thread: string; locale: string; site: string };

/** The notice in its reader's language; null when it was read meanwhile or is not wished any more. */
function drawn(told: Told | undefined): { title: string; locale: Locale } | null {
  if (!told || !isNoticeKind(told.kind)) return null;
  const locale = LOCALES.find((code) => code === told.locale) ?? 'en';
  return { title: notice(told.kind, told.data, locale).title, locale };
}

const push = workerTask({
  kind: 'push.send',
  priority: PRIORITY.mail,
  schema: z.object({ subscription: z.guid(), notice: z.guid() }),
  async run(job, { sql, env, log }) {
    type Row = Told & { endpoint: string; p256dh: string; auth: string };
    const { rows } = await sql.query<Row>(PUSH, [job.subscription, job.notice]);
    const [row] = rows;
    const words = drawn(row);
    if (!row || !words || !env.push) return;
    const url = localized(paths.notification(job.notice), words.locale);
    const outcome = await sendPush(
      row,
      { title: words.title, body: row.site, url, tag: row.thread },
      { vapid: env.push, subject: env.siteUrl, allowPrivate: env.pushAllowsPrivate },
    );
    const statement =
      outcome === 'gone'
        ? 'delete from public.push_subscriptions where id = $1'
        : 'update public.push_subscriptions set worked_at = now() where id = $1';
    await sql.query(statement, [job.subscription]);
    log.info('push', { outcome, kind: row.kind });
  },
});

const PUSH = `
select n.kind, n.data, n.thread, pr.locale::text, st.name as site, s.endpoint, s.p256dh, s.auth
from public.push_subscriptions s join public.notifications n on n.user_id = s.user_id and n.id = $2 and n.read_at is null
join public.profiles pr on pr.user_id = n.user_id and pr.suspended_at is null
cross join public.site_settings st, private.notice_wishes(n.user_id, n.notice_group) w
where s.id = $1 and w.push`;

const smsNotice = workerTask({
  kind: 'sms.notice',
  priority: PRIORITY.mail,
  schema: z.object({ notice: z.guid() }),
  async run(job, context) {
    const { rows } = await context.sql.query<Told & { phone: string }>(SMS, [job.notice]);
    const [row] = rows;
    const words = drawn(row);
    if (!row || !words) return;
    const url = context.env.siteUrl + localized(paths.notification(job.notice), words.locale);
    await sendSms(context, row.phone, smsText(row.site, words.title, url));
  },
});

const SMS = `
select n.kind, n.data, n.thread, pr.locale::text, st.name as site, p.phone
from public.notifications n join public.profile_phones p on p.user_id = n.user_id and p.confirmed_at is not null
join public.profiles pr on pr.user_id = n.user_id and pr.suspended_at is null
cross join public.site_settings st, private.notice_wishes(n.user_id, n.notice_group) w
where n.id = $1 and n.read_at is null and w.sms`;

/** The code goes to the number as it stands now, and only while it is good. */
const smsCode = workerTask({
  kind: 'sms.code',
  priority: PRIORITY.mail,
  schema: z.object({ user: z.guid(), code: z.string() }),
  async run(job, context) {
    const { rows } = await context.sql.query<{ phone: string; locale: Locale; site: string }>(
      `select p.pending_phone as phone, pr.locale::text as locale, st.name as site
       from public.profile_phones p join public.profiles pr on pr.user_id = p.user_id cross join public.site_settings st
       where p.user_id = $1 and p.code_until > now() and p.code_hash = private.hash_token($1::text || $2)`,
      [job.user, job.code],
    );
    const [row] = rows;
    if (!row) return;
    const text = messages(row.locale).notices.sms.code(row.site, job.code);
    await sendSms(context, row.phone, text);
  },
});

async function sendSms({ env, log }: TaskContext, to: string, text: string): Promise<void> {
  await smsOf(env, log).send({ to, text });
}

const sweep = workerTask({
  kind: 'sweep.notifications',
  priority: PRIORITY.sweep,
  cron: '41 2 * * *',
  schema: z.unknown(),
  async run(_payload, { sql, log }) {
    const { rowCount } = await sql.query(
      `delete from public.notifications
       where read_at < now() - make_interval(days => $1) or created_at < now() - make_interval(days => $1 * 2)`,
      [RETENTION_DAYS.readNotice],
    );
    if (rowCount) log.info('swept', { kind: 'sweep.notifications', rows: rowCount });
  },
});

export const noticeTasks: WorkerTask[] = [laterMail, digests, push, smsNotice, smsCode, sweep];
