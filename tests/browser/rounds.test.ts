import sharp from 'sharp';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import {
  expectAccessible,
  launchBrowser,
  PHONE,
  scrollsSideways,
  visit,
  type Visit,
} from '#tests/support/browser.ts';
import { invited, newMember, opened, type Member } from '#tests/support/market.ts';
import { PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { plainPdf } from '#tests/unit/files/pdfs.ts';

// From a member's wish to an open joint purchase, in French on a phone.

let site: Site;
let browser: Browser;
let member: Visit;
let coordinator: Visit;
const seats = { studio: '', cluster: '' };
const people: Record<'maker' | 'guide', Member> = {} as never;
const t = messages('fr');
const NARROW = { ...PHONE, viewport: { width: 360, height: 740 }, locale: 'fr-FR' };

async function signedIn({ email }: Member): Promise<Visit> {
  const window = await visit(browser, NARROW);
  const { page } = window;
  await page.goto(`${site.url}/fr/sign-in`);
  await page.fill('#f-email', email);
  await page.fill('[name=password]', PASSWORD);
  await page.locator('main form').first().locator('button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  return window;
}

async function looksRight({ page }: Visit): Promise<void> {
  await expectAccessible(page);
  expect(await scrollsSideways(page)).toBe(false);
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  [people.maker, people.guide] = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'coordinate'),
  ]);
  seats.studio = await opened(people.maker.person, 'studio', 'Akagera Boots');
  seats.cluster = await opened(people.guide.person, 'coordination', 'Masoro');
  const link = await invited(people.guide.person, `/coordination/${seats.cluster}/producers/new`);
  const { html } = await people.maker.person.get(link);
  const producer = /<option[^>]*value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? seats.studio;
  await people.maker.person.submit(link, 'organisations.accept', { producer });
  [member, coordinator] = await Promise.all([signedIn(people.maker), signedIn(people.guide)]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

describe('a joint purchase begins', () => {
  it('with what a member wishes for', async () => {
    const { page } = member;
    await page.goto(`${site.url}/fr/studio/${seats.studio}/wishes`);
    await page.fill('[name=title]', 'Fil ciré noir, 1 mm');
    await page.selectOption('[name=unit]', 'MTR');
    await page.fill('[name=quantity]', '400');
    await page.locator('form[action*="wishes.add"] button').click();
    await page.waitForSelector(`text=${t.wishes.mine}`);
    expect(await page.textContent('main')).toContain('400 mètres');
    await looksRight(member);
  });

  it('of which a coordinator makes a draft', async () => {
    const { page } = coordinator;
    await page.goto(`${site.url}/fr/coordination/${seats.cluster}/wishes`);
    await looksRight(coordinator);
    await page.locator('[name=wishes]').check();
    await page.getByRole('button', { name: t.wishes.makeRound }).click();
    await page.waitForURL(/\/rounds\/new\?wishes=/);
    expect(await page.locator('[name=wishes]').isChecked()).toBe(true);
    await looksRight(coordinator);
    await page.fill('[name=title]', 'Fil et semelles pour mars');
    await page.fill('[name=deliveryPlace]', 'Magasin de Masoro');
    await page.getByRole('button', { name: t.roundForms.create }).click();
    await page.waitForURL(/\/rounds\/[0-9a-f-]{36}$/);
    expect(await page.textContent('#lots')).toContain('Souhaité par 1 membre\u00a0: 400 mètres');
    await looksRight(coordinator);
  });

  it('with how the material is sold, in words', async () => {
    const { page } = coordinator;
    await page.locator('#lots h3 a').click();
    await page.fill('[name=pack]', '50');
    await page.fill('[name=moq]', '200');
    await page.fill('[name=reference]', '120');
    await page.locator('details', { hasText: t.roundForms.tiers }).locator('summary').click();
    await page.locator('[name=tierFrom]').nth(1).fill('500');
    await page.locator('[name=tierPrice]').nth(0).fill('90');
    await page.locator('[name=tierPrice]').nth(1).fill('95');
    await looksRight(coordinator);
    await page.getByRole('button', { name: t.roundForms.saveLot, exact: true }).click();
    await page.waitForSelector('.form-errors');
    expect(await page.textContent('.form-errors')).toContain(t.errors.tier_price_rises);
    await page.locator('[name=tierPrice]').nth(1).fill('80');
    await page.getByRole('button', { name: t.roundForms.saveLot, exact: true }).click();
    await page.waitForURL(/\/rounds\/[0-9a-f-]{36}#lot-/);
    const lots = (await page.textContent('#lots'))!.replace(/\s+/g, ' ');
    expect(lots).toContain(
      'Vendu par paquets de 50 mètres ; au moins 200 mètres ensemble, soit 4 paquets',
    );
  });

  it('with a picture of it, and papers for everybody', async () => {
    const { page } = coordinator;
    const round = page.url().replace(/#.*/, '');
    await page.locator('#lots h3 a').click();
    const lot = page.url();
    const bad = { name: 'fil.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') };
    await page.setInputFiles('#photo [name=photo]', bad);
    await page.locator('#photo').getByRole('button', { name: t.common.send }).click();
    await page.waitForSelector(`#photo >> text=${t.errors.photo_not_an_image}`);
    const buffer = await sharp({
      create: { width: 900, height: 600, channels: 3, background: '#3b2a20' },
    })
      .jpeg()
      .toBuffer();
    await page.setInputFiles('#photo [name=photo]', { ...bad, buffer });
    await page.locator('#photo').getByRole('button', { name: t.common.send }).click();
    await page.waitForSelector(`#photo form[action*="rounds.removePhoto"]`);
    await expect
      .poll(
        async () => {
          await page.goto(lot);
          return page.locator('#photo picture img').evaluate((img: HTMLImageElement) => {
            return img.complete && img.naturalWidth > 0;
          });
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(true);
    await looksRight(coordinator);
    await page.goto(round);
    await page.locator('#papers summary').click();
    const paper = { name: 'Cahier.pdf', mimeType: 'application/pdf', buffer: plainPdf() };
    await page.setInputFiles('#papers [name=files]', paper);
    await page.locator('form[action*="rounds.addFiles"] button').click();
    await page.waitForSelector('#papers >> text=Cahier.pdf');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#papers .file-list a').click(),
    ]);
    expect(download.suggestedFilename()).toBe('Cahier.pdf');
    await looksRight(coordinator);
  });

  it('and is opened: the member is told and sees where the wish went', async () => {
    const { page } = coordinator;
    const before = new Date();
    await page.getByRole('button', { name: t.rounds.open }).click();
    await page.waitForSelector(`.badge:has-text("${t.rounds.states.pledging}")`);
    await looksRight(coordinator);
    const mail = await site.mailTo(people.maker.email, before);
    expect(mail.text).toContain('Fil et semelles pour mars');
    await member.page.goto(`${site.url}/fr/studio/${seats.studio}/wishes`);
    expect(await member.page.textContent('main')).toContain('Fil et semelles pour mars');
  });

  it('may be given more time and be cancelled, each with a reason', async () => {
    const { page } = coordinator;
    await page.locator('summary', { hasText: t.rounds.extend }).click();
    await page.fill('#f-bidsClose', '2099-01-10T18:00');
    await page.fill('#f-extend-reason', 'Deux membres sont en voyage.');
    await page.locator('form[action*="rounds.extend"] button').click();
    await page.waitForSelector('#history >> text=Deux membres sont en voyage.');
    await page.locator('summary', { hasText: t.rounds.cancel }).click();
    await page.fill('#f-cancel-reason', 'Le fournisseur a fermé.');
    await page.locator('form[action*="rounds.cancel"] button').click();
    await page.waitForSelector(`.badge:has-text("${t.rounds.states.cancelled}")`);
    await looksRight(coordinator);
  });

  it('and the directory keeps whom to ask', async () => {
    const { page } = coordinator;
    await page.goto(`${site.url}/fr/coordination/${seats.cluster}/suppliers`);
    await page.fill('[name=name]', 'Kigali Cuir');
    await page.fill('[name=email]', 'ventes@example.test');
    await page.fill('[name=materials]', 'Fils, colle');
    await page.locator('form[action*="suppliers.save"] button').click();
    await page.waitForSelector('text=ventes@example.test');
    await looksRight(coordinator);
  });
});
