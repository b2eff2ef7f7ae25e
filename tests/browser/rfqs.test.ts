import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import {
  DESKTOP,
  expectAccessible,
  launchBrowser,
  PHONE,
  scrollsSideways,
  visit,
  type Visit,
} from '#tests/support/browser.ts';
import { freshAddress, linkIn, openWorkshop, signUp } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { plainPdf } from '#tests/unit/files/pdfs.ts';
import { softJpeg } from '#tests/unit/media/photos.ts';

// A visitor on a phone asks a whole cluster, confirms by mail, and gets an answer with a PDF.

let site: Site;
let browser: Browser;
let maker: Visit;
let buyer: Visit;
let slug = '';
let conversation = '';
const address = freshAddress('visitor');
const PDF = { name: 'Price list.pdf', mimeType: 'application/pdf' };

/** A cluster with this workshop in it: how one is made is told in other stories. */
async function putIntoCluster(workshop: string): Promise<void> {
  const sql = connect(site.runtime.databaseUrl, { max: 1 });
  await sql`
    with made as (
      insert into public.clusters (slug, name, country, approved_at) values ('masoro', 'Masoro Footwear', 'RW', now()) returning id)
    insert into public.memberships (cluster_id, producer_id)
    select made.id, p.id from made, public.producers p where p.slug = ${workshop}`;
  await sql`update public.producers set state = 'active' where slug = ${workshop}`;
  await sql.end();
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  [maker, buyer] = await Promise.all([visit(browser, DESKTOP), visit(browser, PHONE)]);
  await signUp(site, maker.page, 'sell');
  slug = await openWorkshop(maker.page, 'Akagera Boots');
  await putIntoCluster(slug);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

describe('a visitor’s request to a cluster', () => {
  it('is written on a phone, item by item', async () => {
    const { page } = buyer;
    await page.goto(`${site.url}/rfqs/new?cluster=masoro`);
    await expectAccessible(page);
    expect(await scrollsSideways(page)).toBe(false);
    await page.fill('[name=title]', '600 pairs of work boots');
    await page.fill('[name="line.0.description"]', 'Ankle boots, black, oil-proof sole');
    await page.fill('[name="line.0.quantity"]', '600');
    await page.click('[data-line-add]');
    await page.fill('[name="line.1.description"]', 'Gum boots');
    await page.click('[data-line-add]');
    await page.locator('[data-line-remove]').last().click();
    expect(await page.locator('[data-line]').count()).toBe(2);
    await page.fill('[name="line.1.quantity"]', '40');
    await page.locator('[data-line] summary').last().click();
    await page.fill('[name="line.1.sizes"]', '41=20, 42=19');
    await page.selectOption('[name=country]', 'DE');
    await page.setInputFiles('[name=files]', [
      { name: 'sole.png', mimeType: 'image/png', buffer: await softJpeg(600, 400) },
      { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a PDF') },
    ]);
    await page.fill('[name=name]', 'Vera');
    await page.fill('[name=email]', address);
    await page.click('.rfq-form > div > button');
    await page.waitForSelector('.form-errors');
    // Wrong sizes: everything typed is still there.
    expect(await page.inputValue('[name="line.0.description"]')).toContain('oil-proof');
    expect(await page.inputValue('[name=email]')).toBe(address);
    await expectAccessible(page);
    await page.fill('[name="line.1.sizes"]', '41=20, 42=20');
    await page.setInputFiles('[name=files]', [
      { name: 'sole.png', mimeType: 'image/png', buffer: await softJpeg(600, 400) },
      { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a PDF') },
    ]);
    await page.click('.rfq-form > div > button');
    await page.waitForSelector('.plain-title');
    expect(await page.textContent('main')).toContain('notes.pdf');
    await expectAccessible(page);
  });

  it('goes out when the link of the mail is opened', async () => {
    const { page } = buyer;
    await maker.page.goto(`${site.url}/studio/${slug}/inquiries`);
    expect(await maker.page.textContent('main')).not.toContain('600 pairs');
    const mail = await site.mailTo(address);
    await page.goto(linkIn(mail.text, '/rfqs/confirm/'));
    await expectAccessible(page);
    await page.click('main form button');
    await page.waitForURL(/\/rfqs\/[0-9a-f-]{36}$/);
    expect(await page.textContent('.rfq-asked')).toContain('Akagera Boots');
    expect(await page.textContent('.rfq-lines')).toContain('41=20, 42=20');
    expect(await scrollsSideways(page)).toBe(false);
    await expectAccessible(page);
  });

  it('is answered with a PDF, after one that acts was refused without losing the words', async () => {
    const { page } = maker;
    await page.goto(`${site.url}/studio/${slug}/inquiries`);
    await page.locator('.inbox-row').first().click();
    await page.waitForURL(/\/inquiries\/[0-9a-f-]{36}$/);
    conversation = page.url().split('/').at(-1)!;
    expect(await page.textContent('main')).not.toContain('@example.test');
    expect(await page.textContent('.rfq-lines')).toContain('oil-proof');
    await expectAccessible(page);
    await page.fill('[name=body]', 'See our list, please.');
    const acting = Buffer.from(
      plainPdf().toString('latin1').replace('/Count 2', '/AA 2 0'),
      'latin1',
    );
    await page.setInputFiles('[name=files]', { ...PDF, buffer: acting });
    await page.click('#reply button');
    await page.waitForSelector('.form-errors');
    expect(await page.inputValue('[name=body]')).toBe('See our list, please.');
    await page.setInputFiles('[name=files]', { ...PDF, buffer: plainPdf() });
    await page.click('#reply button');
    await page.waitForFunction(() => document.querySelectorAll('.message').length === 2);
    expect(await page.textContent('.message[data-mine]')).toContain('Price list.pdf');
    await expectAccessible(page);
  });

  it('and the buyer loads it, while a stranger gets nothing', async () => {
    const { page, context } = buyer;
    await page.reload();
    await page.locator('.rfq-asked a').first().click();
    await page.waitForURL(/\/conversations\//);
    expect(page.url()).not.toContain('?');
    await expectAccessible(page);
    const href = await page.locator('.message .file-list a').getAttribute('href');
    const file = await context.request.get(site.url + href);
    expect(file.status()).toBe(200);
    expect(await file.body()).toEqual(plainPdf());
    expect(file.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="Price list.pdf"/),
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const stranger = await visit(browser);
    for (const path of [href!, href!.replace(/.$/, (end) => (end === '0' ? '1' : '0'))])
      expect((await stranger.context.request.get(site.url + path)).status()).toBe(404);
    expect(
      (await stranger.context.request.get(`${site.url}/conversations/${conversation}`)).status(),
    ).toBe(404);
    await stranger.close();
    await maker.page.reload();
    expect(await maker.page.textContent('.message[data-mine]')).toContain('seen');
  });
});

describe('without a script', () => {
  it('items come and go by the server, a search finds producers, and nothing typed is lost', async () => {
    const plain = await visit(browser, { ...PHONE, javaScriptEnabled: false });
    const { page } = plain;
    await page.goto(`${site.url}/rfqs/new`);
    await page.fill('[name=title]', 'Baskets');
    await page.fill('[name="line.0.description"]', 'Round ones');
    await page.click('[data-line-add]');
    expect(await page.locator('[data-line]').count()).toBe(2);
    expect(await page.inputValue('[name="line.0.description"]')).toBe('Round ones');
    await page.fill('[name="line.1.description"]', 'Square ones');
    await page.locator('[data-line-remove]').first().click();
    expect(await page.locator('[data-line]').count()).toBe(1);
    expect(await page.inputValue('[name="line.1.description"]')).toBe('Square ones');
    await page.fill('[name=find]', 'AKAGERA');
    await page.click('button[value=find]');
    await page.check('[name=producers]');
    expect(await page.inputValue('[name=title]')).toBe('Baskets');
    await page.fill('[name="line.1.quantity"]', '30');
    await page.selectOption('[name=country]', 'FR');
    await page.fill('[name=name]', 'Paul');
    const other = freshAddress('plain');
    await page.fill('[name=email]', other);
    await page.setInputFiles('[name=files]', { ...PDF, buffer: plainPdf() });
    await page.click('.rfq-form > div > button');
    expect(await page.textContent('h1')).toMatch(/confirm/i);
    expect((await site.mailTo(other)).text).toContain('/rfqs/confirm/');
    await plain.close();
  });
});

describe('a buyer with an account', () => {
  it('sends at once, finds it in the list, is offered WhatsApp, and may be blocked and reported', async () => {
    const shopper = await visit(browser, PHONE);
    const { page } = shopper;
    await signUp(site, page, 'buy');
    await page.goto(`${site.url}/rfqs`);
    expect(await page.textContent('main')).toContain('No requests yet');
    await expectAccessible(page);
    await page.goto(`${site.url}/rfqs/new?producer=${slug}`);
    await page.fill('[name=title]', 'Forty belts');
    await page.fill('[name="line.0.description"]', 'Belts, black');
    await page.fill('[name="line.0.quantity"]', '40');
    await page.selectOption('[name=country]', 'FR');
    await page.click('.rfq-form > div > button');
    await page.waitForURL(/\/rfqs\/[0-9a-f-]{36}$/);
    await expectAccessible(page);
    await page.goto(`${site.url}/rfqs`);
    expect(await page.textContent('.rfq-asked')).toContain('Forty belts');
    expect(await scrollsSideways(page)).toBe(false);
    await expectAccessible(page);

    const sql = connect(site.runtime.databaseUrl, { max: 1 });
    await sql`insert into public.producer_contacts (producer_id, whatsapp) select id, '+250788123456' from public.producers where slug = ${slug}
      on conflict (producer_id) do update set whatsapp = excluded.whatsapp`;
    await sql.end();
    await maker.page.goto(`${site.url}/studio/${slug}/inquiries`);
    await maker.page.locator('.inbox-row', { hasText: 'Forty belts' }).click();
    await maker.page.click('.thread-whatsapp button');
    await maker.page.waitForSelector('.message[data-mine]');
    await page.locator('.rfq-asked a').first().click();
    await page.locator('.rfq-asked a').first().click();
    expect(await page.getAttribute('.message a[href^="https://wa.me/"]', 'href')).toMatch(
      /^https:\/\/wa\.me\/250788123456\?text=[A-Z0-9]+$/,
    );
    await expectAccessible(page);

    await maker.page.click('main a[href$="/report"]');
    await expectAccessible(maker.page);
    await maker.page.goBack();
    await maker.page.click('.thread-block summary');
    await expectAccessible(maker.page);
    await maker.page.click('.thread-block button');
    await maker.page.waitForURL(/\/inquiries$/);
    expect(await maker.page.textContent('.inbox')).not.toContain('Forty belts');
    await page.reload();
    expect(await page.textContent('.thread')).toContain('WhatsApp');
    await maker.page.click('.blocks summary');
    await maker.page.click('.blocks button');
    await maker.page.waitForSelector('.inbox-row:has-text("Forty belts")');
    await shopper.close();
  });
});

describe('an operator', () => {
  it('lets go what looked like abuse', async () => {
    const sql = connect(site.runtime.databaseUrl, { max: 1 });
    const { page } = maker;
    await page.goto(`${site.url}/operator/moderation`);
    expect(await page.title()).not.toContain('Requests to look at');
    await sql`insert into public.operators (user_id) select user_id from public.producer_members limit 1`;
    await sql`update public.rfqs set state = 'held', held_reason = 'many_links' where title = 'Baskets'`;
    await page.goto(`${site.url}/operator/moderation`);
    expect(await page.textContent('.held')).toContain('Baskets');
    await expectAccessible(page);
    await page.locator('.held form button').first().click();
    await page.waitForSelector('.empty');
    await page.goto(`${site.url}/studio/${slug}/inquiries`);
    expect(await page.textContent('.inbox')).toContain('Baskets');
    await sql.end();
  });

  it('and nobody’s browser complained of more than the refusals above', async () => {
    for (const one of [maker, buyer]) {
      const refusals = one.problems.splice(0);
      expect(refusals.filter((problem) => !/status of (400|404)/.test(problem))).toEqual([]);
    }
    await maker.close();
    await buyer.close();
  });
});
