import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { expectReadable, launchBrowser, PHONE, visit, type Visit } from '#tests/support/browser.ts';
import { fairIn } from '#tests/support/fair-stage.ts';
import { listed, makeOperator, newMember, opened, picturesReady } from '#tests/support/market.ts';
import { PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';

// A screen at the fair: paired, walked, left, and cut off from the network.

const SOON = { timeout: 15_000 };
const UPRIGHT = { viewport: { width: 1080, height: 1920 }, hasTouch: true };

let site: Site;
let browser: Browser;
let sql: ReturnType<typeof connect>;
let show: { id: string; slug: string };
let desk: Visit;
let screen: Visit;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  sql = connect(site.runtime.databaseUrl);
  const [maker, operator] = await Promise.all([newMember(site, 'sell'), newMember(site, 'buy')]);
  const shop = await opened(maker.person, 'studio', 'Akagera Boots');
  const boot = await listed(maker.person, shop, 'Ankle boot');
  await makeOperator(site, operator.email);
  await picturesReady(site);
  show = await fairIn(sql, boot.slug);
  desk = await visit(browser, PHONE);
  const { page } = desk;
  await page.goto(`${site.url}/sign-in`);
  await page.fill('#f-email', operator.email);
  await page.fill('[name=password]', PASSWORD);
  await page.locator('main form').first().locator('button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  screen = await visit(browser, UPRIGHT);
});
afterAll(async () => {
  await sql?.end();
  await browser?.close();
  await site?.stop();
});

const atDesk = () => desk.page.goto(`${site.url}/operator/exhibitions/${show.id}/kiosks`);
const start = (page: Page) => page.locator('.k-start');
const toPlace = (page: Page, path: string) =>
  page.evaluate((to) => void (location.hash = to), path);
const cards = async () =>
  (
    await sql<{ name: string }[]>`
    select name from public.visitor_cards where exhibition_id = ${show.id} order by name`
  ).map(({ name }) => name);

/** What can be touched and is smaller than a thumb. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'a, button, summary, input:not([type=checkbox]), select, textarea, label:has(input)',
      ),
    ]
      .filter((one) => one.checkVisibility() && !one.matches('label[for]'))
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width < 60 || height < 60;
      })
      .map((one) => one.outerHTML.slice(0, 120)),
  );
}

async function fillCard(page: Page, name: string): Promise<void> {
  await toPlace(page, '/card');
  await page.locator('.k-choices input').first().check();
  await page.fill('[name=name]', name);
  await page.fill('[name=phone]', '+250 788 123 456');
  await page.locator('[name=consent]').check();
  await page.locator('.k-form > .k-button').click();
  await page.waitForSelector('.k-phone svg');
}

/** Lets minutes pass until something holds; between them there is time for the device to speak. */
async function minutesUntil(page: Page, holds: () => Promise<boolean>): Promise<void> {
  for (let minute = 0; minute < 12; minute += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    if (await holds()) return;
    await page.clock.fastForward(60_000);
  }
  throw new Error('not within twelve minutes');
}

const waiting = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ count: number; text: string }>((resolve, reject) => {
        const asked = indexedDB.open('isoko-kiosk');
        asked.onerror = () => reject(asked.error!);
        asked.onsuccess = () => {
          const all = asked.result.transaction('queue').objectStore('queue').getAll();
          all.onsuccess = () => {
            resolve({ count: all.result.length, text: JSON.stringify(all.result) });
            asked.result.close();
          };
        };
      }),
  );

describe('a kiosk', () => {
  it('is made at the desk and paired with the code that stands there', async () => {
    const { page } = desk;
    await atDesk();
    await page.fill('main [name=name]', 'Ubwinjiriro');
    await page.selectOption('main [name=start]', '/halls/inzu-ya-mbere');
    await page.locator('main form:has([name=name]) button').last().click();
    await page.waitForURL(/saved/);
    await page.locator('form[action*="kiosks.code"] button').click();
    const code = await page.locator('#code .num').innerText();
    await expectReadable(page);
    const kiosk = screen.page;
    await kiosk.clock.install();
    await kiosk.goto(`${site.url}/k`);
    await expectReadable(kiosk);
    await kiosk.fill('[name=code]', code.toLowerCase());
    await kiosk.locator('main form button').click();
    await kiosk.waitForURL(/\/k\/[\w-]{20,}$/);
    await start(kiosk).waitFor();
    await expect
      .poll(() => kiosk.evaluate(() => Boolean(navigator.serviceWorker.controller)), SOON)
      .toBe(true);
    await atDesk();
    expect(await page.locator('.desk-rows').innerText()).toContain('Ubwinjiriro');
    expect(await page.locator('.kiosk-facts').count()).toBe(1);
  });

  it('is walked by thumbs of sixty pixels, and no way leads out', async () => {
    const { page } = screen;
    await start(page).click();
    await page.waitForSelector('.k-ways');
    expect(new URL(page.url()).hash).toBe('#/halls/inzu-ya-mbere');
    const [booth] = await sql<
      { slug: string }[]
    >`select slug from public.booths where exhibition_id = ${show.id}`;
    for (const path of [
      '/',
      '/halls/inzu-ya-mbere',
      `/booths/${booth!.slug}`,
      '/objects/inkweto-ndende',
      '/tours/urugendo',
      '/tours/urugendo/1',
      '/card',
      '/guest-book',
    ]) {
      await toPlace(page, path);
      await expect.poll(() => page.locator('h1').count(), { ...SOON, message: path }).toBe(1);
      expect(await smallTargets(page), path).toEqual([]);
      expect(await page.locator('a:not([href^="#/"]):not([aria-disabled])').count(), path).toBe(0);
      await expectReadable(page);
    }
    await toPlace(page, '/objects/inkweto-ndende');
    await page.locator('.k-looks > .k-button').click();
    await page.waitForSelector('.k-zoom[open]');
    await expectReadable(page);
    await page.locator('.k-zoom-tools .k-button').last().click();
  });

  it('asks whether somebody is there, goes back, and forgets what was typed', async () => {
    const { page } = screen;
    await toPlace(page, '/card');
    await page.fill('[name=name]', 'Somebody who went away');
    await page.clock.fastForward(61_000);
    await page.waitForSelector('.k-idle[open]');
    expect(await page.locator('.k-idle [role=status]').innerText()).toMatch(/1[0-5]/);
    await page.locator('.k-idle button').click();
    await page.waitForSelector('.k-idle', { state: 'detached' });
    expect(await page.inputValue('[name=name]')).toBe('Somebody who went away');
    await page.clock.fastForward(61_000);
    await page.waitForSelector('.k-idle[open]');
    await page.clock.fastForward(16_000);
    await start(page).waitFor();
    expect(await page.locator('.k-idle').count()).toBe(0);
    await start(page).click();
    await toPlace(page, '/card');
    expect(await page.inputValue('[name=name]')).toBe('');
  });

  it('goes on without a network, and its cards arrive once although an answer is lost', async () => {
    const { page, context, problems } = screen;
    await context.setOffline(true);
    await page.reload();
    await start(page).click();
    await fillCard(page, 'Keza');
    await page.clock.fastForward('01:00:00');
    await start(page).waitFor();
    await page.reload();
    await start(page).click();
    await toPlace(page, '/objects/inkweto-ndende');
    const drawn = () =>
      page.locator('.k-stage img').evaluate((one: HTMLImageElement) => one.naturalWidth);
    await expect.poll(drawn, SOON).toBeGreaterThan(100);
    await fillCard(page, 'Mugisha');
    const kept = await waiting(page);
    expect(kept.count).toBe(2);
    expect(kept.text).not.toMatch(/"Keza|Mugisha|788 123/);
    expect(await cards()).toEqual([]);
    let lost = 0;
    await context.route('**/k/send', async (route) => {
      if (lost > 0) return route.continue();
      await route.fetch();
      await route.abort();
      lost += 1;
    });
    await context.setOffline(false);
    await expect.poll(() => lost, SOON).toBeGreaterThan(0);
    expect((await waiting(page)).count).toBe(2);
    await minutesUntil(page, async () => (await waiting(page)).count === 0);
    expect(await cards()).toEqual(['Keza', 'Mugisha']);
    expect(problems.filter((one) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(one))).toEqual([]);
    problems.length = 0;
  });

  it('has doors that tell a stranger nothing and take nothing that is not sealed for it', async () => {
    const post = async (door: string, body: unknown) => {
      const answer = await fetch(`${site.url}/k/${door}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      return { status: answer.status, said: text ? (JSON.parse(text) as unknown) : null };
    };
    const stranger = 'a-token-that-nobody-ever-made';
    const beat = { bundle: null, newest: null, waiting: 0, counts: [] };
    const heard = await post('heartbeat', { token: stranger, ...beat });
    expect(heard).toEqual({ status: 200, said: { revoked: true } });
    const asked = { token: stranger, ...beat, locale: 'rw' };
    expect(await post('bundle', asked)).toEqual({ status: 404, said: null });
    expect((await post('heartbeat', { token: stranger })).status).toBe(400);
    const token = new URL(screen.page.url()).pathname.split('/')[2]!;
    const id = '0b54b2f6-5a3c-4d3e-9a5e-1f2d3c4b5a69';
    const item = { id, kind: 'card', half: 'AAAA', iv: 'AAAA', data: 'AAAA' };
    const sent = await post('send', { token, kiosk: id, items: [item] });
    expect(sent.said).toEqual({ answers: [{ id, state: 'unreadable' }] });
    expect((await post('send', { token, kiosk: id, items: [] })).status).toBe(400);
    const strange = await fetch(`${site.url}/k/${stranger}`);
    expect(await strange.text()).toBe(await (await fetch(screen.page.url())).text());
    expect(strange.headers.get('referrer-policy')).toBe('no-referrer');
    expect(strange.headers.get('content-security-policy')).toContain("worker-src 'self'");
  });

  it('follows the desk, tells what was looked at, and clears itself when it is revoked', async () => {
    const { page } = screen;
    const row = desk.page;
    await atDesk();
    await row.locator('.desk-row-acts summary').first().click();
    await row.locator('.desk-rows [name=locale]').selectOption('en');
    await row.locator('.desk-rows form:has([name=name]) button').click();
    await row.waitForURL(/saved/);
    const language = () => page.locator('html').getAttribute('lang');
    await minutesUntil(page, async () => (await language()) === 'en');
    const [counted] = await sql`
      select sum(count)::int as n from public.daily_counts where exhibition_id = ${show.id} and channel like 'kiosk:%' and metric = 'view'`;
    expect(counted!['n']).toBeGreaterThan(5);
    await atDesk();
    await row.locator('.desk-row-acts summary').last().click();
    await row.locator('form[action*="kiosks.revoke"] button').click();
    await row.waitForURL(/saved/);
    await minutesUntil(page, async () => new URL(page.url()).pathname === '/k');
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    expect((await waiting(page)).count).toBe(0);
    await screen.close();
    await desk.close();
  });
});
