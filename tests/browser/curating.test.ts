import type { Browser, Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCode } from '#src/domain/exhibitions/code.ts';
import { messages } from '#src/i18n/messages.ts';
import { expectReadable, launchBrowser, PHONE, visit, type Visit } from '#tests/support/browser.ts';
import { invited, newMember, opened, picturesReady, type Member } from '#tests/support/market.ts';
import { PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { softJpeg } from '#tests/unit/media/photos.ts';

// A coordinator curates a small exhibition from nothing, in French on a phone, with thumbs and with keys.

let site: Site;
let browser: Browser;
let window: Visit;
let page: Page;
let cluster = '';
let show = '';
const people: Record<'maker' | 'guide', Member> = {} as never;
const t = messages('fr');
const c = t.curating;
const NARROW = { ...PHONE, viewport: { width: 360, height: 740 }, locale: 'fr-FR' };

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  [people.maker, people.guide] = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'coordinate'),
  ]);
  const studio = await opened(people.maker.person, 'studio', 'Akagera Boots');
  cluster = await opened(people.guide.person, 'coordination', 'Masoro');
  const link = await invited(people.guide.person, `/coordination/${cluster}/producers/new`);
  const { html } = await people.maker.person.get(link);
  const producer = /<option[^>]*value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? studio;
  await people.maker.person.submit(link, 'organisations.accept', { producer });
  window = await visit(browser, NARROW);
  ({ page } = window);
  await page.goto(`${site.url}/fr/sign-in`);
  await page.fill('#f-email', people.guide.email);
  await page.fill('[name=password]', PASSWORD);
  await page.locator('main form').first().locator('button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const goTo = async (room: string) => {
  await page.goto(`${site.url}/fr/coordination/${cluster}/exhibitions/${show}${room}`);
};
const names = () => page.locator('.arrange-name > :first-child').allTextContents();
/** The list lifts what is dragged in one frame and measures the places in the next; nobody’s finger is faster. */
const drawn = (on: Page) =>
  on.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
/** The island listens. */
const ready = () => page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });

async function wordsOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages = Array.from({ length: document.numPages }, async (_, n) => {
    const { items } = await (await document.getPage(n + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return (await Promise.all(pages)).join(' ');
}

async function addHall(name: string) {
  await goTo('/halls');
  const fold = page.locator('details', { hasText: c.hallNew });
  if (!(await fold.evaluate((one) => (one as HTMLDetailsElement).open)))
    await fold.locator('summary').first().click();
  await page.fill('#f-title_fr', name);
  await press(c.hallAdd);
  await page.waitForURL(/hall=/);
}

describe('a small exhibition', () => {
  it('begins with a name and two dates', async () => {
    await page.goto(`${site.url}/fr/coordination/${cluster}/exhibitions`);
    await expectReadable(page);
    await page.locator('main').getByRole('link', { name: c.newTitle }).first().click();
    await page.fill('#f-title_fr', 'Le cuir des collines');
    await page.fill('#f-opens', '2099-03-05T09:00');
    await page.fill('#f-closes', '2099-03-01T18:00');
    await expectReadable(page);
    await press(c.create);
    await page.waitForSelector('.form-errors');
    expect(await page.textContent('.form-errors')).toContain(t.errors.exhibition_dates_order);
    expect(await page.inputValue('#f-title_fr')).toBe('Le cuir des collines');
    await page.fill('#f-closes', '2099-03-09T18:00');
    await page.fill('#f-summary_fr', 'Chaussures et sacs de Masoro, et comment on les fait.');
    await page.locator('[name=theme][value=forest]').check({ force: true });
    await press(c.create);
    await page.waitForURL(/\/exhibitions\/[0-9a-f-]{36}$/);
    show = /exhibitions\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    expect(await page.textContent('#next')).toContain(c.steps.hall);
    await expectReadable(page);
  });

  it('gets halls, which keys and buttons put in order', async () => {
    for (const name of ['Couper', 'Coudre', 'Polir']) await addHall(name);
    await goTo('/halls');
    await ready();
    await expectReadable(page);
    expect(await names()).toEqual(['Couper', 'Coudre', 'Polir']);
    const saved = () => page.waitForResponse((one) => one.url().includes('curating.arrange'));
    const button = page.getByRole('button', { name: c.moveUp('Polir') });
    await button.focus();
    await Promise.all([saved(), page.keyboard.press('Enter')]);
    expect(await names()).toEqual(['Couper', 'Polir', 'Coudre']);
    expect(await page.textContent('.arrange > p[aria-live]')).toBe(c.moved('2', '3'));
    await page.getByRole('button', { name: c.drag('Coudre') }).focus();
    const announced = page.locator('[id^=DndLiveRegion]');
    await page.keyboard.press('Space');
    await announced.getByText(c.moved('3', '3')).waitFor({ state: 'attached' });
    await drawn(page);
    await page.keyboard.press('ArrowUp');
    await announced.getByText(c.moved('2', '3')).waitFor({ state: 'attached' });
    await Promise.all([saved(), page.keyboard.press('Space')]);
    await page.reload();
    expect(await names()).toEqual(['Couper', 'Coudre', 'Polir']);
  });

  it('puts them in order without a script too', async () => {
    const state = await window.context.storageState();
    const plain = await browser.newContext({
      ...NARROW,
      javaScriptEnabled: false,
      storageState: state,
    });
    const bare = await plain.newPage();
    await bare.goto(`${site.url}/fr/coordination/${cluster}/exhibitions/${show}/halls`);
    await bare.getByRole('button', { name: c.moveDown('Couper') }).click();
    await bare.waitForURL(/halls$/);
    expect(await bare.locator('.arrange-name > a').allTextContents()).toEqual([
      'Coudre',
      'Couper',
      'Polir',
    ]);
    await bare.getByRole('button', { name: c.moveUp('Couper') }).click();
    await plain.close();
  });

  it('shows an object with a label and a picture', async () => {
    await goTo('/halls');
    await page.getByRole('link', { name: 'Couper' }).click();
    await expectReadable(page);
    await page.getByRole('link', { name: c.workAdd }).click();
    await page.locator('[name=kind][value=tool]').check({ force: true });
    await page.fill('#f-title_fr', 'Le tranchet de Marie');
    await page.fill('#f-label_fr', 'Quarante ans de coupe, affûté chaque matin.');
    await expectReadable(page);
    await press(t.common.save);
    await page.waitForURL(/work=.*#pictures/);
    const buffer = Buffer.from(await softJpeg(900, 600));
    await page.setInputFiles('[name=photo]', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
    await page.locator('form[action*="studio/upload"] button').click();
    await page.waitForSelector('.picture-card');
    await picturesReady(site);
    await page.reload();
    await expectReadable(page);
  });

  it('is not published while words are missing, and says which', async () => {
    await goTo('/publish');
    await expectReadable(page);
    expect(await page.textContent('#checklist')).toContain('Le tranchet de Marie');
    expect(await page.getByRole('button', { name: c.publishNow, exact: true }).count()).toBe(0);
    await page.locator('.checks li', { hasText: 'Le tranchet de Marie' }).getByRole('link').click();
    await page.waitForURL(/work=/);
    await page
      .locator('.picture-card')
      .getByLabel(c.alt)
      .fill('Un couteau à lame ronde sur du cuir');
    await page.locator('.picture-card').getByRole('button', { name: t.common.save }).click();
    await goTo('/publish');
    expect(await page.textContent('#checklist')).not.toContain(c.checkBlocks);
  });

  it('has words between the objects', async () => {
    await goTo('/sections');
    await expectReadable(page);
    await page.getByRole('link', { name: c.sectionKinds.quote }).first().click();
    await page.fill('#f-body_fr', 'Une bonne lame ne force jamais.');
    await page.fill('#f-attribution_fr', 'Marie, coupeuse');
    await expectReadable(page);
    await press(t.common.save);
    await page.waitForURL(/section=/);
    await goTo('/sections');
    expect(await names()).toEqual(['Une bonne lame ne force jamais.']);
  });

  it('offers a booth to a member, who hears of it', async () => {
    const before = new Date();
    await goTo('/booths');
    await expectReadable(page);
    await page.getByLabel('Akagera Boots').check();
    await press(c.offer);
    await page.waitForURL(/offered/);
    expect(await page.textContent('.desk-rows')).toContain(c.boothStates.offered);
    await expectReadable(page);
    const mail = await site.mailTo(people.maker.email, before);
    expect(mail.text).toContain('Le cuir des collines');
  });

  it('can be looked at by a link that is shown once', async () => {
    await goTo('/publish');
    await press(c.previewMake);
    const link = await page.inputValue('#f-link');
    await expectReadable(page);
    const friend = await visit(browser, NARROW);
    await friend.page.goto(link);
    expect(await friend.page.textContent('h1')).toContain('Le cuir des collines');
    await friend.close();
    await goTo('/publish');
    expect(await page.locator('#f-link').count()).toBe(0);
    await press(c.previewRevoke);
  });

  it('is published, seen at two widths, and kept as a version', async () => {
    await goTo('/publish');
    await press(c.publishNow);
    await page.waitForSelector(`.badge:has-text("${c.states.scheduled}")`);
    await expectReadable(page);
    await page.locator('#live summary').click();
    const phone = page.frameLocator('[data-screen=phone] iframe');
    await phone.locator('h1').first().waitFor();
    await goTo('/versions');
    expect(await page.textContent('main')).toContain(c.version(1));
    await page.locator('summary', { hasText: c.restore }).click();
    await expectReadable(page);
    await press(c.restoreSure);
    await page.waitForURL(/done/);
  });

  it('prints the labels of its objects for its curators alone, and each code is found', async () => {
    await goTo('/fair');
    await expectReadable(page);
    const labels = `${site.url}/print/exhibitions/${show}/labels.pdf?lang=fr`;
    expect((await fetch(labels, { redirect: 'manual' })).status).not.toBe(200);
    const answer = await page.request.get(labels);
    expect(answer.headers()['content-type']).toContain('application/pdf');
    const words = await wordsOf(await answer.body());
    expect(words).toContain('Le tranchet de Marie');
    const printed = words.match(/\/q\/([0-9A-Za-z*~$=-]+)/g) ?? [];
    expect(printed.length).toBeGreaterThan(0);
    for (const address of printed) {
      expect(readCode(address.slice(3)), address).not.toBeNull();
      const found = await fetch(site.url + address, { redirect: 'manual' });
      expect(found.headers.get('location'), address).toMatch(/^\/exhibitions\//);
    }
  });

  it('is used again next year', async () => {
    await goTo('');
    await expectReadable(page);
    await page.locator('#clone summary').click();
    await page.fill('#f-clone-title', 'Le cuir des collines 2100');
    await page.fill('#f-clone-opens', '2100-03-05T09:00');
    await page.fill('#f-clone-closes', '2100-03-09T18:00');
    await press(c.clone);
    await page.waitForURL((url) => !url.pathname.includes(show));
    expect(await page.textContent('h1')).toBe('Le cuir des collines 2100');
    expect(await page.textContent('main')).toContain('Couper');
    await page.locator('#delete summary').click();
    await press(c.deleteSure);
    await page.waitForURL(/\/exhibitions$/);
    expect(await page.locator('.show').count()).toBe(1);
    await expectReadable(page);
  });
});
