import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { expectReadable, launchBrowser, PHONE, visit, type Visit } from '#tests/support/browser.ts';
import { fairIn, type Fair } from '#tests/support/fair-stage.ts';
import { newMember, type Member } from '#tests/support/market.ts';
import { linkIn, PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { setUpStalls, type Stalls } from './market-stalls.ts';

// A booth offers times, a visitor without an account and without JavaScript takes one and gives it back; what was looked at is counted.

let site: Site;
let browser: Browser;
let stalls: Stalls;
let fair: Fair;
let maker: Member;
let booth = '';
let producer = '';
const t = messages('en');
const w = t.meetings;
const PERSON =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36';

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  stalls = await setUpStalls(site);
  fair = await fairIn(stalls.sql, 'hill-boot');
  maker = await newMember(site, 'sell');
  const [row] = await stalls.sql<{ id: string; slug: string }[]>`
    insert into producer_members (producer_id, user_id, role)
    select p.id, u.id, 'owner' from producers p, auth.users u where p.slug = 'hill-boots' and u.email = ${maker.email}
    returning (select b.id from booths b where b.producer_id = producer_members.producer_id) as id, 'hill-boots' as slug`;
  booth = row!.id;
  producer = row!.slug;
}, 300_000);
afterAll(async () => {
  await stalls?.sql.end();
  await browser?.close();
  await site?.stop();
});

async function signedIn(): Promise<Visit> {
  const window = await visit(browser, { ...PHONE, timezoneId: 'Africa/Kigali' });
  await window.page.goto(`${site.url}/sign-in`);
  await window.page.fill('#f-email', maker.email);
  await window.page.fill('[name=password]', PASSWORD);
  await window.page.locator('main form').first().locator('button').click();
  await window.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  return window;
}

describe('a meeting at a booth', () => {
  it('is offered, booked without JavaScript, told on both clocks, and given back', async () => {
    const studio = await signedIn();
    const room = `${site.url}/studio/${producer}/exhibitions/${booth}/meetings`;
    const there = `${site.url}/exhibitions/${fair.slug}/booths/${fair.booth}`;
    await studio.page.goto(there);
    expect(await studio.page.getByRole('link', { name: t.exhibitions.meetings }).count()).toBe(0);
    await studio.page.goto(room);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await studio.page.fill('#f-day', tomorrow);
    await studio.page.fill('#f-place', 'Table 7');
    await studio.page.getByRole('button', { name: w.make }).click();
    await studio.page.waitForURL(/made=4/);
    await expectReadable(studio.page);

    const plain = await visit(browser, { ...PHONE, javaScriptEnabled: false });
    await plain.page.goto(there);
    await plain.page.getByRole('link', { name: t.exhibitions.meetings }).click();
    await plain.page.selectOption('#f-clock', 'America/New_York');
    await plain.page.getByRole('button', { name: w.zoneGo }).click();
    expect(
      await plain.page.locator('.meet-slot small:not([hidden])').first().textContent(),
    ).toMatch(/\d/);
    expect(await plain.page.textContent('main')).not.toContain('Table 7');
    await plain.page.locator('.meet-slot input').first().check({ force: true });
    await plain.page.fill('#f-name', 'Claire Dupont');
    await plain.page.fill('#f-email', 'claire@example.com');
    await plain.page.getByRole('button', { name: w.book }).click();
    await plain.page.waitForURL(/\/meetings\/[0-9a-f-]{36}\?booked$/);
    expect(await plain.page.textContent('main')).toContain('Table 7');
    expect(await plain.page.textContent('main')).toContain('New York');
    const mail = await site.mailTo('claire@example.com');
    await plain.page.context().clearCookies();
    await plain.page.goto(linkIn(mail.text, '/meetings/'));
    expect(plain.page.url()).not.toContain('key=');
    expect(await plain.page.textContent('main')).toContain('Table 7');

    await studio.page.goto(room);
    expect(await studio.page.textContent('main')).toContain('claire@example.com');
    await expectReadable(studio.page);
    await plain.page.getByRole('button', { name: w.cancel }).click();
    await plain.page.waitForSelector(`text=${w.byYou}`);
    await studio.page.goto(room);
    expect(await studio.page.textContent('main')).toContain(w.cancelledByVisitor);
    await plain.close();
    await studio.close();
  });

  it('shows the visitor’s own clock where there is a script, and reads well', async () => {
    const { page, close } = await visit(browser, { ...PHONE, timezoneId: 'America/New_York' });
    await page.goto(`${site.url}/exhibitions/${fair.slug}/booths/${fair.booth}/meetings`);
    await page.waitForSelector('.meet-slot [data-at]:not([hidden])');
    expect(await page.inputValue('input[name=zone]')).toBe('America/New_York');
    expect(await page.inputValue('#f-clock')).toBe('America/New_York');
    await expectReadable(page);
    await close();
  });
});

describe('what was looked at', () => {
  it('is counted for people, and read by the booth', async () => {
    const { page, close } = await visit(browser, { ...PHONE, userAgent: PERSON });
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'webdriver', { get: () => false }),
    );
    const told = page.waitForRequest((request) => request.url().endsWith('/seen'));
    await page.goto(`${site.url}/exhibitions/${fair.slug}/objects/${fair.object}`);
    const request = await told;
    expect(request.headers()['cookie']).toBeUndefined();
    expect((await request.response())!.status()).toBe(204);
    await close();
    await expect
      .poll(
        async () =>
          (
            await stalls.sql`select 1 from daily_counts where subject = 'exhibit' and metric = 'view'`
          ).length,
        { timeout: 15_000 },
      )
      .toBe(1);
    const studio = await signedIn();
    await studio.page.goto(`${site.url}/studio/${producer}/exhibitions/${booth}/numbers`);
    expect(await studio.page.textContent('main')).toContain(t.numbers.howTitle);
    await expectReadable(studio.page);
    const [file] = await Promise.all([
      studio.page.waitForEvent('download'),
      studio.page.getByRole('link', { name: t.numbers.file }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${fair.booth}-numbers.csv`);
    await studio.close();
  });
});
