import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { messages } from '#src/i18n/messages.ts';
import { expectReadable, launchBrowser, PHONE, visit } from '#tests/support/browser.ts';
import { fairIn, type Fair } from '#tests/support/fair-stage.ts';
import { httpPerson } from '#tests/support/http-person.ts';
import { listed, makeOperator, newMember, opened, type Member } from '#tests/support/market.ts';
import { freshAddress, linkIn } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';

// A visitor leaves a card without scripts, the booth says yes, and each has the other's contact. Then words for the guest book.

let site: Site;
let browser: Browser;
let fair: Fair;
let studio: string;
let cards: string;
const people: Record<'maker' | 'operator', Member> = {} as never;
const v = messages('en').visitors;
const NO_SCRIPTS = { ...PHONE, javaScriptEnabled: false };
const visitor = freshAddress('visitor');

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  [people.maker, people.operator] = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'buy'),
  ]);
  await makeOperator(site, people.operator.email);
  studio = await opened(people.maker.person, 'studio', 'Akagera Boots');
  const { slug } = await listed(people.maker.person, studio, 'Hill boot');
  const sql = connect(site.runtime.databaseUrl);
  fair = await fairIn(sql, slug);
  const [booth] = await sql<
    { id: string }[]
  >`select id from public.booths where slug = ${fair.booth}`;
  cards = `/studio/${studio}/exhibitions/${booth!.id}/cards`;
  await sql.end();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Signed in as somebody who is so already over HTTP. */
async function windowOf({ person }: Member, options: object = {}) {
  const window = await visit(browser, options);
  const { hostname } = new URL(site.url);
  await window.context.addCookies(
    [...person.cookies].map(([name, value]) => ({ name, value, domain: hostname, path: '/' })),
  );
  return window;
}

describe('a card', () => {
  it('is left without scripts, from the booth’s page, and nothing typed is lost on the way', async () => {
    const window = await visit(browser, NO_SCRIPTS);
    const { page } = window;
    await page.goto(`${site.url}/exhibitions/${fair.slug}/booths/${fair.booth}`);
    await page.getByRole('link', { name: v.card.link }).click();
    expect(await page.locator('.booth-choice :checked').count()).toBe(1);
    expect(await page.textContent('#consent-text')).toContain('initials');
    await page.fill('#f-name', 'Nadine Uwera');
    await page.fill('#f-company', 'Maison Lumière');
    await page.fill('#f-note', 'Two hundred boots? My number: +33 6 12 34 56 78');
    await page.locator('#f-agree').check();
    await page.getByRole('button', { name: v.card.send }).click();
    expect(await page.textContent('.form-errors')).toContain('e-mail address or a phone number');
    expect(await page.inputValue('#f-company')).toBe('Maison Lumière');
    // The refusal is an answer of its own kind.
    expect(window.problems.splice(0)).toEqual([expect.stringContaining('400')]);
    await page.fill('#f-email', visitor);
    await page.locator('#f-agree').check();
    await page.getByRole('button', { name: v.card.send }).click();
    await page.waitForURL(/\/cards\/[0-9a-f-]{36}\?left/);
    expect(await page.textContent('.own-card')).toContain(v.own.waiting);
    await window.close();
  });

  it('shows the booth no more than initials until it says yes', async () => {
    const window = await windowOf(people.maker);
    const { page } = window;
    await page.goto(site.url + cards);
    const room = page.locator('.left-cards');
    expect(await room.textContent()).toContain('N. U.');
    expect(await room.textContent()).toContain('Two hundred boots?');
    expect(await page.content()).not.toMatch(/Nadine|Lumière|612|12 34/);
    await expectReadable(page);
    expect((await people.maker.person.get(`${cards}.vcf`)).html).toBe('');
    await page.getByRole('button', { name: v.desk.yes }).click();
    await page.waitForURL(/done=answered/);
    await page.goto(`${site.url}${cards}?show=shared`);
    expect(await room.textContent()).toContain('Maison Lumière');
    await page.getByText(v.desk.followUp).click();
    await page.locator('.left-card textarea').fill('It was good to meet you at our booth.');
    await expectReadable(page);
    await page.getByRole('button', { name: v.desk.send }).click();
    await page.waitForURL(/done=sent/);
    await window.close();
    const [table, book] = await Promise.all(
      ['csv', 'vcf'].map((kind) => people.maker.person.get(`${cards}.${kind}`)),
    );
    expect(table!.html).toContain('Nadine Uwera,Maison Lumière');
    expect(book!.headers.get('content-type')).toContain('text/vcard');
    expect(book!.html).toContain('FN:Nadine Uwera');
    for (const path of [cards, `${cards}.csv`, `${cards}.vcf`]) {
      const stranger = await httpPerson(site.url).get(path);
      expect(stranger.html).not.toContain('Nadine');
      const curator = await people.operator.person.get(path);
      expect(curator.html).not.toContain('Nadine');
    }
  });

  it('brings the visitor the booth’s contact by mail, and goes when it is taken back', async () => {
    const answerTo = async () => (await site.mailTo(visitor)).headers['reply-to'] ?? '';
    await expect.poll(answerTo, { timeout: 20_000 }).toContain(people.maker.email);
    const mail = await site.mailTo(visitor);
    expect(mail.text).toContain('> It was good to meet you');
    const window = await visit(browser, { ...PHONE, viewport: { width: 320, height: 640 } });
    const { page } = window;
    await page.goto(linkIn(mail.text, '/cards/'));
    expect(page.url()).not.toContain('key=');
    expect(await page.textContent('.own-card-booths')).toContain(people.maker.email);
    await expectReadable(page);
    await page.getByText(v.own.takeBack, { exact: true }).click();
    await page.getByRole('button', { name: v.own.takeBackSure }).click();
    await page.getByText(v.own.goneTitle).first().waitFor();
    const { html } = await people.maker.person.get(`${cards}?show=shared`);
    expect(html).not.toContain('Nadine');
    expect(window.problems.splice(0)).toEqual([expect.stringContaining('404')]);
    await window.close();
  });
});

describe('the guest book', () => {
  it('takes words without scripts and shows them when a curator says so', async () => {
    const book = `/exhibitions/${fair.slug}/guest-book`;
    const window = await visit(browser, NO_SCRIPTS);
    const { page } = window;
    await page.goto(`${site.url}/exhibitions/${fair.slug}`);
    await page.getByRole('link', { name: v.book.link }).click();
    await page.fill('#f-text', 'The smell of leather stays with me.');
    await page.fill('#f-name', 'Ange');
    await page.getByRole('button', { name: v.book.send }).click();
    await page.waitForURL(/\?thanks/);
    expect(await page.textContent('.guest-pages')).not.toContain('leather');
    const desk = `/operator/exhibitions/${fair.id}/guest-book`;
    const curated = await windowOf(people.operator);
    await curated.page.goto(site.url + desk);
    await expectReadable(curated.page);
    await curated.page.getByRole('button', { name: v.bookDesk.show }).click();
    await curated.page.waitForURL(/done/);
    await curated.close();
    await page.goto(site.url + book);
    expect(await page.textContent('.guest-pages')).toContain('The smell of leather');
    await window.close();
    const narrow = { ...PHONE, viewport: { width: 320, height: 640 } };
    const again = await visit(browser, { ...narrow, colorScheme: 'dark' });
    for (const path of [book, `/rw/exhibitions/${fair.slug}/card`]) {
      await again.page.goto(site.url + path);
      await expectReadable(again.page);
    }
    await again.close();
  });
});
