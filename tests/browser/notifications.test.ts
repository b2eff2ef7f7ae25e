import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type postgres from 'postgres';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { connect } from '#supabase/embedded/database.ts';
import {
  DESKTOP,
  expectAccessible,
  launchBrowser,
  PHONE,
  scrollsSideways,
  visit,
} from '#tests/support/browser.ts';
import { linkIn, openWorkshop, signUp } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';

// The notification centre and the wishes on a phone, and the ways out of the mails.

let site: Site;
let browser: Browser;
let sql: postgres.Sql;
const texted: string[] = [];
const gateway = createServer((req, res) => {
  let body = '';
  req.on('data', (chunk: Buffer) => (body += chunk.toString()));
  req.on('end', () => {
    texted.push((JSON.parse(body) as { text: string }).text);
    res.end();
  });
});
const en = messages('en').noticePages;
const rw = messages('rw').noticePages;

beforeAll(async () => {
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const SMS_HTTP_URL = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`;
  [site, browser] = await Promise.all([startSite({ env: { SMS_HTTP_URL } }), launchBrowser()]);
  sql = connect(site.runtime.databaseUrl);
});
afterAll(async () => {
  await browser?.close();
  await sql?.end();
  await site?.stop();
  gateway.close();
});

async function userId(email: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`select id from auth.users where email = ${email}`;
  return row!.id;
}

/** Tells a person of their workshop what happens in a busy week. */
async function busyWeek(user: string, slug: string) {
  const side = { side: 'producer', producerSlug: slug, producer: 'Akagera', buyer: 'Nord Shoes' };
  const say = (kind: string, data: object) =>
    sql`select private.notify(${user}, ${kind}, ${sql.json({ ...side, ...data } as never)})`;
  await say('inquiry_reply', { inquiryId: 'i1', reference: 'ABC1234', message: 'And in brown?' });
  await say('inquiry_reply', { inquiryId: 'i1', reference: 'ABC1234', message: 'By May?' });
  await say('payment_announced', {
    orderId: 'o1',
    reference: 'OABC123',
    amount: 1_250_000,
    currency: 'RWF',
    date: '2027-03-04',
  });
  await say('order_cancelled', { orderId: 'o1', reference: 'OABC123', reason: 'x'.repeat(400) });
  await sql`update public.notifications set created_at = created_at - interval '1 day' where kind = 'order_cancelled'`;
}

async function looksRight(page: Page) {
  expect(await scrollsSideways(page)).toBe(false);
  await expectAccessible(page);
}

describe('the notification centre', () => {
  it('is opened from the bell, read one by one and all at once, in two languages at 360 px', async () => {
    const { page, close } = await visit(browser, PHONE);
    const email = await signUp(site, page, 'sell');
    const slug = await openWorkshop(page, 'Akagera');
    await busyWeek(await userId(email), slug);
    await page.goto(`${site.url}/studio/${slug}/products`);
    expect(await page.getAttribute('a.bell', 'aria-label')).toBe(en.bellCount('3'));
    await looksRight(page);
    await page.click('a.bell');
    await page.waitForURL(/\/notifications$/);
    const rows = page.locator('.notice-row');
    expect(await rows.count()).toBe(3);
    expect(await page.locator('.notice-day').allTextContents()).toHaveLength(2);
    expect(await page.textContent('main')).toContain('RWF');
    await looksRight(page);

    await page
      .getByRole('button', { name: new RegExp(`^${en.markOne}`) })
      .first()
      .click();
    await vi.waitFor(async () => expect(await page.locator('[data-unread]').count()).toBe(2));
    await page.locator('.tabs a').nth(1).click();
    await page.waitForURL(/show=unread/);
    expect(await rows.count()).toBe(2);
    await page.selectOption('[name=group]', 'money');
    await page.getByRole('button', { name: en.filterButton }).click();
    await page.waitForURL(/group=money/);
    await page.goto(`${site.url}/rw/notifications`);
    expect(await page.textContent('h1')).toBe(rw.title);
    await looksRight(page);
    await page.getByRole('button', { name: rw.markAll }).click();
    await vi.waitFor(async () => expect(await page.locator('[data-unread]').count()).toBe(0));
    await page.goto(`${site.url}/studio/${slug}/products`);
    expect(await page.getAttribute('a.bell', 'aria-label')).toBe(en.bell);
    await close();
  });

  it('says what to do where there is nothing, and shows nobody what is another’s', async () => {
    const { page, close } = await visit(browser, { ...PHONE, javaScriptEnabled: false });
    const email = await signUp(site, page, 'sell');
    await page.goto(`${site.url}/notifications`);
    expect(await page.textContent('main')).toContain(en.emptyText);
    const [others] = await sql<{ id: string }[]>`select id from public.notifications limit 1`;
    await page.goto(`${site.url}/notifications/${others!.id}`);
    expect(new URL(page.url()).pathname).toBe('/notifications');
    const user = await userId(email);
    await sql`select private.notify(${user}, 'saved_search_new', '{"count":4}')`;
    const [mine] = await sql<
      { id: string }[]
    >`select id from public.notifications where user_id = ${user}`;
    const opened = await page.request.get(`${site.url}/notifications/${mine!.id}`, {
      maxRedirects: 0,
    });
    expect(opened.headers()['location']).toBe('/searches');
    const [read] = await sql`select read_at from public.notifications where id = ${mine!.id}`;
    expect(read!['read_at']).not.toBeNull();
    await close();
  });
});

describe('the wishes', () => {
  it('are kept without JavaScript, and a telephone is confirmed by its code', async () => {
    const { page, context, problems } = await visit(browser, {
      ...PHONE,
      javaScriptEnabled: false,
    });
    await signUp(site, page, 'sell');
    await page.goto(`${site.url}/account/notifications`);
    expect(await scrollsSideways(page)).toBe(false);
    await page.selectOption('[name=mail_messages]', 'daily');
    await page.selectOption('[name=mail_market]', 'off');
    await page.check('[name=sms_money]');
    await page.uncheck('[name=push_trade]');
    await page.selectOption('[name=zone]', 'Africa/Nairobi');
    await page.selectOption('[name=quietFrom]', '22');
    await page.getByRole('button', { name: en.save, exact: true }).click();
    // Half an answer is none: nothing is lost, and the page says where.
    expect(await page.locator('[name=quietTo][aria-invalid=true]').count()).toBe(1);
    expect(await page.inputValue('[name=mail_messages]')).toBe('daily');
    await page.selectOption('[name=quietTo]', '6');
    await page.getByRole('button', { name: en.save, exact: true }).click();
    await page.waitForURL(/saved=1/);
    expect(await page.inputValue('[name=mail_messages]')).toBe('daily');
    expect(await page.inputValue('[name=mail_market]')).toBe('off');
    expect(await page.isChecked('[name=sms_money]')).toBe(true);
    expect(await page.isChecked('[name=push_trade]')).toBe(false);
    expect(await page.isChecked('[name=push_money]')).toBe(true);
    expect(await page.inputValue('[name=zone]')).toBe('Africa/Nairobi');
    expect(await page.inputValue('[name=quietTo]')).toBe('6');

    await page.fill('[name=phone]', '0788 123 456');
    await page.getByRole('button', { name: en.phoneAsk }).click();
    expect(await page.textContent('#f-phone-error')).toContain('+250');
    await page.fill('[name=phone]', '+250 788 123 456');
    await page.getByRole('button', { name: en.phoneAsk }).click();
    await vi.waitFor(() => expect(texted).toHaveLength(1), { timeout: 15_000 });
    const code = /\d{6}/.exec(texted[0]!)![0];
    await page.fill('[name=code]', code === '111111' ? '222222' : '111111');
    await page.getByRole('button', { name: en.phoneConfirm }).click();
    expect(await page.textContent('#f-code-error')).toContain(
      messages('en').errors.phone_code_wrong,
    );
    await page.fill('[name=code]', code);
    await page.getByRole('button', { name: en.phoneConfirm }).click();
    expect(await page.textContent('main')).toContain(en.phoneDone('+250788123456'));
    // The three refusals above, and nothing else.
    expect(problems).toHaveLength(3);
    for (const problem of problems) expect(problem).toContain('400 (Bad Request)');
    await context.close();
  });

  it('read well at 360 px in two languages, wide and dark; the browser’s worker may run', async () => {
    for (const [prefix, options] of [
      ['', PHONE],
      ['/rw', PHONE],
      ['/fr', { ...DESKTOP, colorScheme: 'dark' as const }],
    ] as const) {
      const { page, close } = await visit(browser, options);
      await signUp(site, page, 'sell', prefix);
      await page.goto(`${site.url}${prefix}/account/notifications`);
      // Whatever this browser can do, one of the four answers is shown.
      await page.locator('push-switch [data-say]:not([hidden])').first().waitFor();
      expect(await page.locator('push-switch [data-say]:not([hidden])').count()).toBe(1);
      await looksRight(page);
      const scope = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.register('/push/worker.js');
        return registration.scope;
      });
      expect(new URL(scope).pathname).toBe('/push/');
      await close();
    }
  });
});

describe('the way out of a mail', () => {
  it('stops a group by its button and by the mail program’s own, never by looking', async () => {
    const { page, close } = await visit(browser, PHONE);
    const email = await signUp(site, page, 'sell');
    const user = await userId(email);
    const since = new Date();
    await sql`select private.notify(${user}, 'order_ready', '{"orderId":"o1","side":"buyer"}')`;
    const mail = await vi.waitFor(
      async () => {
        const found = await site.mailTo(email, since);
        expect(found.text).toContain('/unsubscribe/');
        return found;
      },
      { timeout: 20_000 },
    );
    const link = linkIn(mail.text, '/unsubscribe/');
    const wish = async (group = 'trade') => {
      const [row] = await sql<{ mail: string }[]>`
        select mail from private.notice_wishes(${user}, ${group}::public.notice_group)`;
      return row!.mail;
    };
    // Link scanners look, with any method that only looks.
    for (const method of ['GET', 'HEAD']) await fetch(link, { method });
    expect(await wish()).toBe('now');
    const forged = link.replace('.trade.', '.money.');
    expect((await fetch(forged, { method: 'POST' })).status).toBe(404);
    expect(await wish('money')).toBe('now');

    await page.context().clearCookies();
    await page.goto(link);
    await looksRight(page);
    await page.locator('main form button').click();
    await page.getByText(en.stoppedText).waitFor();
    expect(await wish()).toBe('off');

    await sql`delete from public.notification_preferences where user_id = ${user}`;
    const oneClick = await fetch(link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(oneClick.status).toBe(200);
    expect(await wish()).toBe('off');
    expect(await wish('money')).toBe('now');
    await close();
  });
});
