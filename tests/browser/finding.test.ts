import postgres from 'postgres';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectAccessible,
  launchBrowser,
  PHONE,
  scrollsSideways,
  visit,
} from '#tests/support/browser.ts';
import { signUp } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { setUpStalls, type Stalls } from './market-stalls.ts';

// Finding and choosing as a buyer does it on a phone: price of a quantity, comparison, shortlist, saved search, recently
// seen, another currency; in two languages, and without JavaScript.

let site: Site;
let browser: Browser;
let stalls: Stalls;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  stalls = await setUpStalls(site);
});
afterAll(async () => {
  await stalls?.sql.end();
  await browser?.close();
  await site?.stop();
});

const WITHOUT_JS = { ...PHONE, javaScriptEnabled: false };

async function fits(page: Page) {
  await expectAccessible(page);
  expect(await scrollsSideways(page), page.url()).toBe(false);
}

describe('rates of exchange', () => {
  it('come in by the Central Bank’s file, and prices can be read in them', async () => {
    const { page, close } = await visit(browser, PHONE);
    const address = await signUp(site, page, 'buy');
    const sql = postgres(site.runtime.databaseUrl, { max: 1 });
    await sql`insert into operators (user_id) select id from auth.users where email = ${address}`;
    await sql.end();
    await page.goto(`${site.url}/operator/rates`);
    await fits(page);
    const upload = (name: string, text: string) =>
      page.setInputFiles('[name=file]', {
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      });
    const button = page.getByRole('button', { name: 'Import' });
    await upload('own.csv', 'RWF;2026-11-20;1500\nXYZ;2026-11-20;1\n');
    await button.click();
    await page.getByText('no currency in circulation').waitFor();
    await fits(page);
    const xml = `<Envelope><Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.25'/></Cube></Cube></Envelope>`;
    await upload('eurofxref-daily.xml', xml);
    await button.click();
    await page.getByText('1 rate saved.').waitFor();
    await page.fill('#f-currency', 'RWF');
    await page.fill('#f-rate', '1500');
    await page.fill('#f-day', '2026-11-20');
    await page.getByRole('button', { name: 'Save the rate' }).click();
    await page.getByRole('rowheader', { name: 'RWF' }).waitFor();
    await page.goto(`${site.url}/products/hill-boot?in=EUR`);
    // RWF 25 000 at 1 500 for one euro.
    expect(await page.textContent('.offer-about')).toContain('16.67');
    await fits(page);
    await page.goto(`${site.url}/products?q=hill`);
    await page.locator('select[name=in]').selectOption('EUR');
    await page.waitForURL(/in=EUR/);
    expect(await page.locator('.plate-about').first().textContent()).toContain('€');
    await fits(page);
    await page.locator('.plate-title a').first().click();
    await page.waitForURL(/\/products\/.*\?in=EUR/);
    await close();
  });
});

describe.each([
  ['in English', ''],
  ['in Kinyarwanda', '/rw'],
])('%s', (_name, prefix) => {
  it('a buyer works a price out, compares, keeps a list, asks for quotes, saves a search', async () => {
    const { page, close } = await visit(browser, PHONE);
    await page.goto(`${site.url}${prefix}/products/hill-boot`);
    await page.fill('[name=qty]', '57');
    await page.locator('.calc-problem').waitFor();
    await page.locator('.calc-problem a').last().click();
    expect(await page.inputValue('[name=qty]')).toBe('60');
    expect((await page.textContent('.calc-rows'))?.replace(/\D+/g, ' ')).toContain('1 620 000');
    await fits(page);

    await page.goto(`${site.url}${prefix}/products`);
    for (const box of [0, 1]) await page.locator('.plate-tools input').nth(box).check();
    await page.locator('.choose-bar button').click();
    await page.waitForURL(/\/compare\?p=.*&p=/);
    await fits(page);
    await page.locator('.compare-remove').first().click();
    await page.waitForURL(/\/compare\?p=[^&]*$/);

    await page.goto(`${site.url}${prefix}/recent`);
    expect(await page.locator('.plate-title').count()).toBe(1);
    await fits(page);
    await page.locator('[data-seen-clear]').click();
    expect(await page.locator('.plate-title').count()).toBe(0);

    await signUp(site, page, 'buy', prefix);
    await page.goto(`${site.url}${prefix}/products/hill-boot`);
    await page.locator('.offer-keep a').first().click();
    await page.fill('[name=name]', 'Rains');
    await page.fill('[name=quantity]', '60');
    await fits(page);
    await page.locator('main form button').click();
    await page.waitForURL(/\/shortlists\/[0-9a-f-]{36}/);
    await fits(page);
    const list = page.url();
    await page.locator('main a[href*="/rfqs/new"]').first().click();
    expect(await page.inputValue('[name="line.0.quantity"]')).toBe('60');
    await page.goto(`${site.url}${prefix}/shortlists`);
    await fits(page);
    const other = await visit(browser, PHONE);
    await other.page.goto(list);
    expect(other.page.url()).toContain('/sign-in');
    await other.close();

    await page.goto(
      `${site.url}${prefix}/products?q=boot&moq_max=30&material=vegetable-tanned-leather`,
    );
    await page.locator('.list-keep').first().click();
    await fits(page);
    await page.locator('main form button').click();
    await page.waitForURL(/\/searches\?saved/);
    expect(await page.locator('main .search-row').count()).toBe(1);
    const named = prefix ? 'Uruhu rwakanishijwe ibimera' : 'Vegetable-tanned leather';
    expect(await page.textContent('main .search-row')).toContain(named);
    await fits(page);
    await close();
  });

  it('without JavaScript all of it works by forms and addresses', async () => {
    const { page, close } = await visit(browser, WITHOUT_JS);
    await page.goto(`${site.url}${prefix}/products/hill-boot`);
    await page.fill('[name=qty]', '240');
    await page.locator('[data-calc-go]').click();
    expect((await page.textContent('.calc-rows'))?.replace(/\D+/g, ' ')).toContain('6 000 000');
    await page.goto(`${site.url}${prefix}/products`);
    for (const box of [0, 1, 2]) await page.locator('.plate-tools input').nth(box).check();
    await page.locator('.choose-bar button').click();
    await page.waitForURL(/\/compare\?/);
    expect(await page.locator('.compare-name').count()).toBe(3);
    await page.goto(`${site.url}${prefix}/recent`);
    expect(await page.locator('noscript').count()).toBe(1);
    await page.goto(`${site.url}${prefix}/products/hill-boot`);
    await page.locator('.offer-keep a').first().click();
    expect(page.url()).toMatch(/\/sign-in\?next=.*shortlists.*add/);
    await close();
  });
});

describe('the comparison', () => {
  it('is kind about too many and about what is gone, and fits 320 px', async () => {
    const { page, close } = await visit(browser, {
      ...PHONE,
      viewport: { width: 320, height: 640 },
    });
    const seven = Array.from({ length: 7 }, (_, n) => `p=plain-boot-${n + 1}`).join('&');
    await page.goto(`${site.url}/compare?${seven}`);
    await page.getByText('Six at most').waitFor();
    expect(await page.locator('.compare-name').count()).toBe(6);
    await fits(page);
    await page.goto(`${site.url}/compare?p=hill-boot&p=old-tray`);
    await page.getByText('One product is no longer offered.').waitFor();
    await page.goto(`${site.url}/compare`);
    await fits(page);
    await close();
  });
});
