import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectAccessible,
  launchBrowser,
  PHONE,
  visit,
  type Visit,
} from '#tests/support/browser.ts';
import { freshAddress, linkIn, openWorkshop, signUp } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { softJpeg } from '#tests/unit/media/photos.ts';

// The issue's own sentence: sign up as a producer, photograph to published, find it as a buyer by a misspelt word,
// send the inquiry, answer it. On a phone, as a person would.

let site: Site;
let browser: Browser;
let maker: Visit;
let buyer: Visit;
let slug = '';
const visitorAddress = freshAddress('visitor');
let photo: Buffer;

beforeAll(async () => {
  [site, browser, photo] = await Promise.all([startSite(), launchBrowser(), softJpeg(1200, 900)]);
  [maker, buyer] = await Promise.all([visit(browser, PHONE), visit(browser, PHONE)]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

describe('from a phone photo to an answered inquiry', () => {
  it('a producer signs up and opens a workshop', async () => {
    const { page } = maker;
    await signUp(site, page, 'sell');
    await expectAccessible(page);
    slug = await openWorkshop(page, 'Akagera Boots');
    await expectAccessible(page);
  });

  it('photographs and publishes; a file that is no photo spoils nothing', async () => {
    const { page } = maker;
    await page.goto(`${site.url}/studio/${slug}/products/new`);
    const jpeg = { mimeType: 'image/jpeg', buffer: photo };
    await page.setInputFiles('.photo-add input', [
      { name: 'boot.jpg', ...jpeg },
      { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a photo at all') },
      { name: 'sole.jpg', ...jpeg, buffer: await softJpeg(900, 1200) },
    ]);
    await page.waitForSelector('.photo-tile[data-status=failed]');
    await page.waitForFunction(
      () => document.querySelectorAll('.photo-tile[data-status=ready]').length === 2,
    );
    expect(await page.textContent('.photo-tile[data-status=failed]')).toMatch(
      /photo|picture|JPEG/i,
    );
    await page.locator('.photo-tile[data-status=failed] .photo-tool').last().click();
    await page.fill('[name=title]', 'Ankle boot in brown cow leather');
    await page.selectOption('[name=category]', { index: 2 });
    await page.fill('[name=price]', '45000');
    await page.selectOption('[name=unit]', 'PR');
    await page.fill('[name=moq]', '6');
    await page.fill('[name=leadTime]', '21');
    await expectAccessible(page);
    await page.click('button[value=publish]');
    await page.waitForURL(/saved=published/);
    // The refused file is the only complaint that the browser may have.
    expect(maker.problems.every((problem) => problem.includes('415'))).toBe(true);
    maker.problems.length = 0;
  });

  it('a visitor finds it by a misspelt word and asks without an account', async () => {
    const { page } = buyer;
    await page.goto(`${site.url}/products?q=anckle+boots`);
    await expectAccessible(page);
    await page.locator('main a[href^="/products/ankle-boot"]').first().click();
    await page.waitForURL(/\/products\/ankle-boot/);
    await expectAccessible(page);
    expect(await page.content()).not.toContain('@example.test');
    await page.goto(`${page.url()}/inquiry`);
    await page.fill('[name=message]', 'Could you make these in dark brown, sizes 38 to 44?');
    await page.fill('[name=quantity]', '60');
    await page.selectOption('[name=country]', 'FR');
    await page.fill('[name=name]', 'A visitor');
    await page.fill('[name=email]', visitorAddress);
    await page.click('main form button:not([formnovalidate])');
    await page.waitForSelector('h1');
    const mail = await site.mailTo(visitorAddress);
    await page.goto(linkIn(mail.text, '/conversations/confirm/'));
    await page.click('main form button');
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    expect(await page.textContent('.thread')).toContain('dark brown');
    await expectAccessible(page);
  });

  it('the maker answers without learning the address; the visitor reads the answer', async () => {
    const { page } = maker;
    await page.goto(`${site.url}/studio/${slug}/inquiries`);
    expect(await page.content()).not.toContain('visitor-');
    await page.locator('.inbox-row').first().click();
    const answeredAfter = new Date();
    await page.fill('[name=body]', 'Yes, in five weeks. 43 000 each from 60 pairs.');
    await page.locator('main form:has([name=body]) button').click();
    await page.waitForFunction(() => document.querySelectorAll('.message').length === 2);
    await expectAccessible(page);
    await buyer.page.reload();
    expect(await buyer.page.textContent('.thread')).toContain('five weeks');
    const mail = await site.mailTo(visitorAddress, answeredAfter);
    await buyer.context.clearCookies();
    await buyer.page.goto(linkIn(mail.text, '/conversations/'));
    expect(await buyer.page.textContent('.thread')).toContain('five weeks');
  });

  it('no browser complained', async () => {
    await Promise.all([maker.close(), buyer.close()]);
  });
});
