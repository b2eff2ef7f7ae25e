import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, describe, expect, test } from 'vitest';
import { mailboxHandler } from '#supabase/embedded/mailbox-http.ts';
import { startSmtp } from '#supabase/embedded/mailbox-smtp.ts';
import { type Message, MailboxStore, type Summary } from '#supabase/embedded/mailbox-store.ts';
import { freePort } from '#supabase/embedded/ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'isoko-mailbox-'));
const store = await MailboxStore.open(folder);
const smtpPort = await freePort();
const smtp = await startSmtp(store, smtpPort, console.error);
const transport = createTransport(`smtp://127.0.0.1:${smtpPort}`);
const handle = mailboxHandler(store);

afterAll(async () => {
  transport.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { host: '127.0.0.1:1', ...(init.headers as Record<string, string>) };
  return handle(new Request(`http://127.0.0.1:1${path}`, { ...init, headers }));
}

async function send(to: string, subject: string) {
  await transport.sendMail({
    from: { name: 'Isoko', address: 'mail@isoko.test' },
    to,
    subject,
    text: 'Open http://localhost:4321/x?a=1&b=2. <b>now</b>',
    html: '<p>Hello</p><script>alert(1)</script>',
  });
}

async function list(query = ''): Promise<Summary[]> {
  return (await (await ask(`/api/messages${query}`)).json()) as Summary[];
}

describe('the local mailbox', () => {
  test('keeps what comes by SMTP, newest first, also over a restart', async () => {
    await send('Alice@isoko.test', 'Été à Kigali');
    await send('bob@isoko.test', 'Second');
    expect((await list()).map(({ subject }) => subject)).toEqual(['Second', 'Été à Kigali']);
    expect(await list('?to=alice@isoko.test')).toMatchObject([
      { to: ['alice@isoko.test'], from: '"Isoko" <mail@isoko.test>', subject: 'Été à Kigali' },
    ]);
    const again = await MailboxStore.open(folder);
    expect(again.list()).toEqual(await list());
  });

  test('gives a mail with its parts', async () => {
    const [newest] = await list('?to=bob@isoko.test');
    const mail = (await (await ask(`/api/messages/${newest!.id}`)).json()) as Message;
    expect(mail.text).toContain('http://localhost:4321/x');
    expect(mail.html).toContain('<p>Hello</p>');
    expect(mail.headers['subject']).toBe('Second');
    expect((await ask('/api/messages/..%2f..%2fkeys')).status).toBe(404);
  });

  test('shows text with links and keeps the HTML in a box', async () => {
    const [newest] = await list('?to=bob@isoko.test');
    const page = await ask(`/messages/${newest!.id}`);
    const html = await page.text();
    expect(html).toContain('href="http://localhost:4321/x?a=1&amp;b=2"');
    expect(html).toContain('&lt;b&gt;now&lt;/b&gt;');
    expect(html).not.toContain('<script>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const framed = await ask(`/messages/${newest!.id}/html`);
    const policy = framed.headers.get('content-security-policy');
    expect(policy).toMatch(/^sandbox (?!.*allow-scripts)/);
    expect(policy).toContain("default-src 'none'");
  });

  test('other sites can neither read nor delete', async () => {
    expect((await ask('/', { headers: { host: 'evil.example' } })).status).toBe(403);
    const foreign = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await ask('/delete-all', foreign)).status).toBe(403);
    expect(await list()).toHaveLength(2);
  });

  test('is emptied by its button', async () => {
    const own = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } };
    expect((await ask('/delete-all', own)).status).toBe(303);
    expect(await list()).toEqual([]);
    expect((await MailboxStore.open(folder)).list()).toEqual([]);
    expect(await (await ask('/')).text()).toContain('No mail yet');
  });
});
