import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { launchBrowser, PHONE, scrollsSideways, visit } from '#tests/support/browser.ts';
import { listed, newMember, opened, picturesReady } from '#tests/support/market.ts';
import { freshAddress, linkIn, openWorkshop, PASSWORD, signUp } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { softJpeg } from '#tests/unit/media/photos.ts';

// People with accounts, on a phone: in French with two workshops, by keyboard, and without JavaScript.

let site: Site;
let browser: Browser;
const en = messages('en');
const fr = messages('fr');

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function signIn(page: Page, email: string, prefix = '') {
  await page.goto(`${site.url}${prefix}/sign-in`);
  await page.fill('#f-email', email);
  await page.fill('[name=password]', PASSWORD);
  await page.locator('main form').first().locator('button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}

describe('the door', () => {
  it('asks for each thing in a field of its own kind: a password is never written out', async () => {
    const window = await visit(browser, PHONE);
    await window.page.goto(`${site.url}/sign-in`);
    const types = await window.page
      .locator('main form')
      .first()
      .locator('input:not([type=hidden])')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).type));
    expect(types).toEqual(['email', 'password']);
    await window.close();
  });
});

describe('in French on a phone', () => {
  it('somebody signs up by an invitation, joins, opens a workshop of their own and switches between the two', async () => {
    const owner = await visit(browser, PHONE);
    await signUp(site, owner.page, 'sell', '/fr');
    const first = await openWorkshop(owner.page, 'Bottes Akagera');
    expect(new URL(owner.page.url()).pathname).toBe(`/fr/studio/${first}/products`);
    await owner.page.goto(`${site.url}/fr/studio/${first}/members`);
    await owner.page.locator('main form:has([name=role]) button').click();
    const link = await owner.page.inputValue('main input[readonly]');
    expect(new URL(link).pathname).toMatch(/^\/fr\/invitations\//);
    await owner.close();

    const guest = await visit(browser, PHONE);
    const { page } = guest;
    await page.goto(link);
    expect(await page.textContent('main')).toContain('Bottes Akagera');
    expect(await scrollsSideways(page)).toBe(false);
    await page.locator('main a[href*="/sign-up"]').click();
    const address = freshAddress('invitee');
    await page.locator('input[name=intent][value=sell]').check({ force: true });
    await page.fill('[name=displayName]', 'Une invitée');
    await page.fill('[name=email]', address);
    await page.fill('[name=password]', PASSWORD);
    await page.locator('main form button').click();
    await page.getByText(address).waitFor();
    await page.goto(linkIn((await site.mailTo(address)).text, '/auth/confirm'));
    await page.locator('main form button').click();
    // Back at the invitation, in the language they came in.
    await page.waitForURL((url) => url.pathname === new URL(link).pathname);
    await page.locator('main form button').click();
    await page.waitForURL(/\/fr\/account/);
    expect(await page.textContent('main')).toContain('Bottes Akagera');

    await page.goto(`${site.url}/fr/welcome?start=sell`);
    const second = await openWorkshop(page, 'Atelier à moi');
    await page.locator('details.org summary').click();
    await page.locator(`details.org a[href="/fr/studio/${first}"]`).click();
    await page.waitForURL(new RegExp(`/fr/studio/${first}/products`));
    expect(await page.textContent('details.org summary')).toContain('Bottes Akagera');
    await page.locator('details.org summary').click();
    await page.locator(`details.org a[href="/fr/studio/${second}"]`).click();
    await page.waitForURL(new RegExp(`/fr/studio/${second}/products`));
    expect(await scrollsSideways(page)).toBe(false);
    expect(await page.getAttribute('html', 'lang')).toBe('fr');

    // The link has been used: it says so, in French, and lets nobody else in.
    await page.goto(link);
    expect(await page.textContent('main')).toContain(fr.accounts.invitationGoneTitle);
    expect(guest.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
    guest.problems.length = 0;
    await guest.close();
  });
});

describe('with a keyboard', () => {
  it('the photographs of a listing are put in order, and the new cover stays', async () => {
    const { email, person } = await newMember(site, 'sell');
    const studio = await opened(person, 'studio', 'Keyboard Workshop');
    const { path } = await listed(person, studio, 'Sandal with two straps');
    await picturesReady(site);
    const keyboard = await visit(browser, { viewport: { width: 500, height: 1600 } });
    const { page } = keyboard;
    await signIn(page, email);
    await page.goto(site.url + path);
    await page.setInputFiles('.photo-add input', [
      { name: 'two.jpg', mimeType: 'image/jpeg', buffer: await softJpeg(700, 900) },
      { name: 'three.jpg', mimeType: 'image/jpeg', buffer: await softJpeg(800, 800) },
    ]);
    await page.waitForFunction(
      () => document.querySelectorAll('.photo-tile[data-status=ready]').length === 3,
    );
    const order = () =>
      page
        .locator('.photo-tile input[name=altMedia]')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const before = await order();
    const saved = () =>
      page.waitForResponse(
        (answer) => answer.url().includes('listings.orderPhotos') && answer.ok(),
      );

    // By the handle: lift, up to the front, drop. The tiles stand in one column, as on a phone.
    const said = page.locator('[role=status][aria-live]');
    await page.locator('.photo-handle').nth(2).focus();
    const lifted = saved();
    await page.keyboard.press('Space');
    await page.locator('.photo-handle[aria-pressed=true]').waitFor();
    for (const place of [2, 1]) {
      await page.keyboard.press('ArrowUp');
      await said.filter({ hasText: en.studio.photoMoved(place, 3) }).waitFor({ state: 'attached' });
    }
    await page.keyboard.press('Space');
    await lifted;
    const dropped = await order();
    expect(dropped).toEqual([before[2], before[0], before[1]]);

    // By the buttons beside each picture, which say where it went.
    const pressed = saved();
    const last = page.locator('.photo-tile').last().locator('.photo-tool').first();
    await last.focus();
    await page.keyboard.press('Enter');
    await pressed;
    expect(await page.locator('.photo-board .sr[aria-live]').textContent()).toBe(
      en.studio.photoMoved(2, 3),
    );
    const after = await order();
    expect(after).toEqual([dropped[0], dropped[2], dropped[1]]);
    await page.reload();
    await page.waitForSelector('.photo-tile[data-status=ready]');
    expect(await order()).toEqual(after);
    await keyboard.close();
  });
});

describe('without JavaScript', () => {
  it('a maker signs up, lists and publishes, a buyer searches and asks, and the maker answers', async () => {
    const plain = { ...PHONE, javaScriptEnabled: false };
    const maker = await visit(browser, plain);
    const { page } = maker;
    await signUp(site, page, 'sell');
    const studio = await openWorkshop(page, 'Plain Baskets');
    await page.goto(`${site.url}/studio/${studio}/products/new`);
    await page.setInputFiles('input[name=photo]', {
      name: 'basket.jpg',
      mimeType: 'image/jpeg',
      buffer: await softJpeg(1000, 800),
    });
    await page.locator('form:has(input[name=photo]) button').click();
    await page.waitForSelector('.photo-tiles li');
    await page.fill('[name=title]', 'Sisal basket with a lid');
    await page.selectOption('[name=category]', { index: 3 });
    await page.fill('[name=price]', '12 500');
    await page.selectOption('[name=unit]', 'H87');
    await page.fill('[name=moq]', '20');
    await page.fill('[name=leadTime]', 'soon');
    await page.locator('button[value=publish]').click();
    // What was typed is there still, and the field says what is wrong.
    await page.waitForSelector('[name=leadTime][aria-invalid=true]');
    expect(await page.inputValue('[name=title]')).toBe('Sisal basket with a lid');
    expect(maker.problems.every((problem) => problem.includes('400'))).toBe(true);
    maker.problems.length = 0;
    await page.fill('[name=leadTime]', '30');
    await page.locator('button[value=publish]').click();
    await page.waitForURL(/saved=published/);

    const buyer = await visit(browser, plain);
    await buyer.page.goto(`${site.url}/products`);
    await buyer.page.locator('input[name=q]').first().fill('sissal baskets');
    await buyer.page.keyboard.press('Enter');
    await buyer.page.waitForURL(/q=sissal/);
    await buyer.page.locator('main a[href^="/products/sisal-basket"]').first().click();
    await buyer.page.locator('main a[href$="/inquiry"]').first().click();
    await buyer.page.waitForURL(/\/inquiry$/);
    const address = freshAddress('plain-buyer');
    await buyer.page.fill('[name=message]', 'Do you make these in a larger size as well?');
    await buyer.page.selectOption('[name=country]', 'KE');
    await buyer.page.fill('[name=name]', 'A plain buyer');
    await buyer.page.fill('[name=email]', address);
    await buyer.page.locator('main form:has([name=message]) button:not([formnovalidate])').click();
    await buyer.page.getByText(address).waitFor();
    await buyer.page.goto(linkIn((await site.mailTo(address)).text, '/conversations/confirm/'));
    await buyer.page.locator('main form button').click();
    await buyer.page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);

    await page.goto(`${site.url}/studio/${studio}/inquiries`);
    expect(await page.content()).not.toContain(address);
    await page.locator('.inbox-row').first().click();
    await page.fill('[name=body]', 'Yes, up to 60 cm.');
    await page.locator('main form:has([name=body]) button').click();
    await page.getByText('Yes, up to 60 cm.').waitFor();
    await buyer.page.reload();
    expect(await buyer.page.textContent('.thread')).toContain('Yes, up to 60 cm.');
    await Promise.all([maker.close(), buyer.close()]);
  });
});
