import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeKeys } from '#supabase/embedded/keys.ts';
import { readUnsubscribeToken } from '#src/server/mail/unsubscribe-token.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { browserKeys, startPushService, vapidClaims } from '#tests/support/push-service.ts';

// What goes out: mails with their way to be stopped, messages to browsers, SMS, the daily mail.

const db = await createTestDatabase();
const { sql } = db;
const keys = makeKeys();
const SECRET = 'unsubscribe secret of the test';
const service = await startPushService();

const inbox: ParsedMail[] = [];
const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData: (stream, _session, done) =>
    void simpleParser(stream).then((mail) => {
      inbox.push(mail);
      done();
    }, done),
});
// A worker that is killed cuts its connection in the middle of a mail: nothing was delivered, and nothing is wrong.
smtp.on('error', () => {});
const texted: { body: string; headers: Record<string, unknown> }[] = [];
const gateway = createServer((req, res) => {
  let body = '';
  req.on('data', (chunk: Buffer) => (body += chunk.toString()));
  req.on('end', () => {
    texted.push({ body, headers: req.headers });
    res.writeHead(texted.length === 1 ? 503 : 200).end();
  });
});
const workers = new Set<ChildProcess>();
const lines: string[] = [];
const portOf = (server: { address: () => unknown }) => (server.address() as AddressInfo).port;

beforeAll(async () => {
  smtp.listen(0, '127.0.0.1');
  gateway.listen(0, '127.0.0.1');
  await Promise.all([once(smtp.server, 'listening'), once(gateway, 'listening')]);
});
afterEach(async () => {
  await Promise.all([...workers].map((worker) => kill(worker)));
  service.answerWith(() => 201);
});
afterAll(async () => {
  await service.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await new Promise((resolve) => gateway.close(resolve));
});

async function startWorker(settings: Record<string, string> = {}): Promise<ChildProcess> {
  const worker = fork('src/worker/main.ts', {
    env: {
      ...process.env,
      SITE_URL: 'https://isoko.test',
      SUPABASE_URL: 'http://127.0.0.1:9',
      SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_unused',
      SUPABASE_SECRET_KEY: 'sb_secret_unused',
      DATABASE_URL: db.url,
      SMTP_URL: `smtp://127.0.0.1:${portOf(smtp.server)}`,
      UNSUBSCRIBE_SECRET: SECRET,
      VAPID_PUBLIC_KEY: keys.pushPublicKey,
      VAPID_PRIVATE_KEY: keys.pushPrivateKey,
      PUSH_ALLOW_PRIVATE: '1',
      LOG_LEVEL: 'info',
      ...settings,
    },
    silent: true,
    execArgv: [],
  });
  workers.add(worker);
  for (const stream of [worker.stdout, worker.stderr])
    stream?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n')));
  const first = await Promise.race([once(worker, 'message'), once(worker, 'exit')]);
  expect(first[0], lines.join('\n')).toEqual({ ready: true });
  return worker;
}
async function kill(worker: ChildProcess): Promise<void> {
  workers.delete(worker);
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const exit = once(worker, 'exit');
  worker.kill('SIGKILL');
  await exit;
}

const waitFor = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 25_000, interval: 50 });
const notify = (user: string, kind: string, data: object) =>
  sql`select private.notify(${user}, ${kind}, ${sql.json(data as never)})`;
const to = (address: string) => inbox.filter((mail) => JSON.stringify(mail.to).includes(address));
/** Jobs that failed wait ever longer; here they are due at once. */
const hurry = () =>
  sql`update graphile_worker._private_jobs set run_at = now() where attempts > 0 and locked_at is null`;

async function listen(user: string, path: string) {
  const browser = browserKeys();
  const [row] = await sql<{ id: string }[]>`
    insert into public.push_subscriptions (user_id, endpoint, p256dh, auth)
    values (${user}, ${service.url + path}, ${browser.p256dh}, ${browser.auth}) returning id`;
  return { ...browser, id: row!.id };
}

describe('a mail', () => {
  test('carries the way to stop it, by link and for the mail program’s own button', async () => {
    const user = await db.addUser('stops@isoko.test', { locale: 'fr' });
    await startWorker();
    await notify(user, 'order_shipped', { orderId: 'o1', reference: 'O1', side: 'buyer' });
    await notify(user, 'order_cancelled', { orderId: 'o1', reference: 'O1', side: 'buyer' });
    await sql`select private.mail_stranger('No.Account@isoko.test', 'en', 'quote_sent', '{"side":"buyer"}')`;
    await waitFor(() => {
      expect(to('stops@isoko.test')).toHaveLength(2);
      expect(to('No.Account@isoko.test')).toHaveLength(1);
    });
    const mails = to('stops@isoko.test');
    const shipped = mails.find((mail) => mail.subject?.includes('en route'))!;
    const list = shipped.headers.get('list') as unknown as Record<string, { url: string }>;
    const link = list['unsubscribe']!.url;
    expect(shipped.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    );
    expect(shipped.text).toContain(link);
    expect(link.startsWith('https://isoko.test/fr/unsubscribe/')).toBe(true);
    expect(readUnsubscribeToken(link.split('/').at(-1)!, SECRET)).toEqual({
      who: { user },
      group: 'trade',
    });
    const cancelled = mails.find((mail) => mail !== shipped)!;
    expect(cancelled.headers.has('list')).toBe(false);
    expect(cancelled.text).toContain('arrive toujours');
    const strangers = to('No.Account@isoko.test')[0]!;
    expect(strangers.text).toContain('https://isoko.test/unsubscribe/a.');
    expect(strangers.text).not.toMatch(/unsubscribe\/\S*no\.account/i);
  });

  test('of the day comes once, though two workers look for it at the same time', async () => {
    const user = await db.addUser('daily@isoko.test');
    await sql`insert into public.notification_preferences (user_id, notice_group, mail, push, sms)
      values (${user}, 'trade', 'daily', false, false)`;
    // A zone in which it is past seven now, whatever the clock of this machine says.
    await sql`insert into public.notification_settings (user_id, time_zone)
      select ${user}, name from pg_timezone_names
      where name ~ '^[A-Z][a-z]+/[A-Z][a-z]+$' and (now() at time zone name)::time between '07:05' and '23:50' limit 1`;
    await notify(user, 'order_ready', { orderId: 'o1', reference: 'O77', side: 'buyer' });
    await sql`update public.notifications set created_at = now() - interval '1 day' where user_id = ${user}`;
    await Promise.all([startWorker(), startWorker()]);
    for (let n = 0; n < 4; n += 1) await sql`select private.enqueue('notice.digests', '{}')`;
    await waitFor(() => expect(to('daily@isoko.test')).toHaveLength(1));
    await waitFor(async () => {
      const [left] =
        await sql`select count(*)::int as n from graphile_worker.jobs where task_identifier in ('notice.digests', 'mail.send')`;
      expect(left).toEqual({ n: 0 });
    });
    expect(to('daily@isoko.test')).toHaveLength(1);
    expect(to('daily@isoko.test')[0]!.text).toContain('O77');
  });
});

describe('a message to a browser', () => {
  test('can be read by that browser alone, is signed, and names nobody', async () => {
    const user = await db.addUser('pushed@isoko.test', { locale: 'sw' });
    const browser = await listen(user, '/wake/1');
    await startWorker();
    await notify(user, 'payment_confirmed', {
      orderId: 'o1',
      reference: 'O9',
      buyer: 'Nord Shoes',
      amount: 990_000,
      currency: 'RWF',
      side: 'producer',
      producerSlug: 'w',
    });
    await waitFor(() => expect(service.deliveries).toHaveLength(1));
    const [delivery] = service.deliveries;
    expect(delivery!.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' });
    const said = browser.read(delivery!.body) as Record<string, string>;
    expect(said['title']).toBe('Malipo yamepokelewa · O9');
    expect(said['url']).toMatch(/^\/sw\/notifications\/[0-9a-f-]{36}$/);
    expect(JSON.stringify(said)).not.toMatch(/Nord|990|pushed@/);
    expect(vapidClaims(delivery!, keys.pushPublicKey)).toMatchObject({
      aud: service.url,
      sub: 'https://isoko.test',
    });
    expect(() => browserKeys().read(delivery!.body)).toThrow();
    await waitFor(async () => {
      const [row] =
        await sql`select worked_at from public.push_subscriptions where id = ${browser.id}`;
      expect(row!['worked_at']).not.toBeNull();
    });
  });

  test('is tried again when the service is busy, and the browser forgotten when it is gone', async () => {
    const user = await db.addUser('gone@isoko.test');
    const [busy, gone] = [await listen(user, '/busy'), await listen(user, '/gone')];
    service.answerWith((path, attempt) => (path === '/gone' ? 410 : attempt === 1 ? 503 : 201));
    await startWorker();
    await notify(user, 'order_ready', { orderId: 'o2' });
    const came = (path: string) => service.deliveries.filter((one) => one.path === path).length;
    await waitFor(async () => {
      await hurry();
      expect([came('/busy'), came('/gone')]).toEqual([2, 1]);
    });
    await waitFor(async () => {
      const rows = await sql`select id from public.push_subscriptions where user_id = ${user}`;
      expect(rows).toEqual([{ id: busy.id }]);
      expect(rows).not.toContainEqual({ id: gone.id });
    });
  });

  test('never goes to this machine or its network, even when such an address got into the table', async () => {
    const user = await db.addUser('inside@isoko.test');
    await listen(user, '/inside');
    await sql`insert into public.push_subscriptions (user_id, endpoint, p256dh, auth)
      select user_id, ${service.url.replace('http://127.0.0.1', 'https://localhost')}, p256dh, auth
      from public.push_subscriptions where user_id = ${user}`;
    const before = service.deliveries.length;
    await startWorker({ PUSH_ALLOW_PRIVATE: '' });
    await notify(user, 'order_ready', { orderId: 'o3' });
    await waitFor(async () => {
      expect(
        await sql`select 1 from public.push_subscriptions where user_id = ${user}`,
      ).toHaveLength(0);
    });
    expect(service.deliveries).toHaveLength(before);
  });
});

describe('an SMS', () => {
  async function withPhone(address: string) {
    const user = await db.addUser(address);
    await sql`insert into public.profile_phones (user_id, phone, confirmed_at) values (${user}, '+250788123456', now())`;
    await sql`insert into public.notification_preferences (user_id, notice_group, mail, push, sms)
      values (${user}, 'trade', 'off', false, true)`;
    return user;
  }

  test('without a gateway is a line in the log that nobody can call', async () => {
    const user = await withPhone('sms-log@isoko.test');
    await startWorker();
    await notify(user, 'order_ready', { orderId: 'o4', reference: 'O4' });
    await waitFor(() =>
      expect(lines.filter((line) => line.includes('Goods ready'))).toHaveLength(1),
    );
    const line = lines.find((one) => one.includes('Goods ready'))!;
    expect(line).toContain('+25…56');
    expect(lines.join('\n')).not.toContain('250788123456');
  });

  test('goes to the gateway as it is configured, again when that fails; and nowhere unless wished and confirmed', async () => {
    const user = await withPhone('sms-http@isoko.test');
    const unsure = await db.addUser('sms-unsure@isoko.test');
    await sql`insert into public.notification_preferences (user_id, notice_group, mail, push, sms)
      values (${unsure}, 'trade', 'off', false, true)`;
    await startWorker({
      SMS_HTTP_URL: `http://127.0.0.1:${portOf(gateway)}/send`,
      SMS_HTTP_HEADERS: '{"authorization":"Bearer gate"}',
      SMS_HTTP_BODY: 'recipient={to}&message={text}',
    });
    await notify(unsure, 'order_ready', { orderId: 'o5' });
    await notify(user, 'order_ready', { orderId: 'o5', reference: 'O5 & more' });
    await waitFor(async () => {
      await hurry();
      expect(texted).toHaveLength(2);
    });
    expect(texted[1]!.headers).toMatchObject({
      authorization: 'Bearer gate',
      'content-type': 'application/x-www-form-urlencoded',
    });
    const form = new URLSearchParams(texted[1]!.body);
    expect(form.get('recipient')).toBe('+250788123456');
    expect(form.get('message')).toMatch(
      /^Isoko: Goods ready - O5 & more https:\/\/isoko\.test\/notifications\/[0-9a-f-]{36}$/,
    );
    await waitFor(async () => {
      const [left] =
        await sql`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'sms.notice'`;
      expect(left).toEqual({ n: 0 });
    });
    expect(texted).toHaveLength(2);
  });
});
