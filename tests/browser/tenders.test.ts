import type { Sql } from 'postgres';
import type { Browser } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { expectReadable, launchBrowser, PHONE, visit, type Visit } from '#tests/support/browser.ts';
import { newMember, opened } from '#tests/support/market.ts';
import { freshAddress, linkIn } from '#tests/support/people.ts';
import {
  actAs,
  closePledging,
  draftRound,
  letTimePass,
  openPledging,
} from '#tests/support/round-stage.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { plainPdf } from '#tests/unit/files/pdfs.ts';

// A supplier without an account, on a phone, without a script, in French: from the mail to the opening.

let site: Site;
let browser: Browser;
let supplier: Visit;
let sql: Sql;
let round = '';
let slug = '';
let receipt = '';
const address = freshAddress('vente');

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  supplier = await visit(browser, { ...PHONE, javaScriptEnabled: false });
  sql = connect(site.runtime.databaseUrl, { max: 2 });
  const { email, person } = await newMember(site, 'coordinate');
  const clusterSlug = await opened(person, 'coordination', 'Masoro Leather');
  const [seat] = await sql<{ cluster: string; coordinator: string }[]>`
    select c.id as cluster, u.id as coordinator from public.clusters c, auth.users u where c.slug = ${clusterSlug} and u.email = ${email}`;
  const stage = { sql, ...seat! };
  ({ round } = await draftRound(stage, {
    lots: [
      { qualityCriteria: [{ id: 'azo', question: 'Sans colorants azoïques ?', weightBp: 10000 }] },
      { title: 'Glue', unit: 'KGM', decimals: 3, pack: 1000, tiers: [] },
    ],
  }));
  await openPledging(stage, round);
  await actAs(sql, seat!.coordinator, 'invite_new_supplier', {
    p_id: randomUUID(),
    p_round: round,
    p_supplier: { name: 'Semelles de Goma', country: 'CD', locale: 'fr', email: address },
  });
  await closePledging(stage, round);
  [{ slug }] = (await sql`select slug from public.rounds where id = ${round}`) as unknown as [
    { slug: string },
  ];
});
afterAll(async () => {
  await sql?.end();
  await browser?.close();
  await site?.stop();
});

describe('a supplier with a link', () => {
  it('reads the tender in its own language, and the key leaves the address', async () => {
    const { page } = supplier;
    const mail = await site.mailTo(address);
    await page.goto(linkIn(mail.text, `/fr/tenders/${slug}/open`));
    expect(page.url()).toBe(`${site.url}/fr/tenders/${slug}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.locator('main').innerText()).toContain('Rubber soles');
  });

  it('writes, looks over and files a bid on a phone without a script', async () => {
    const { page } = supplier;
    await page.getByRole('link', { name: 'Faire une offre' }).click();
    const prices = page.locator('[name=price]');
    await prices.nth(0).fill('950');
    await prices.nth(1).fill('1200');
    await page.locator('[name=from]').nth(1).fill('100');
    await page.locator('[name=answer]').selectOption('yes');
    await page.fill('[name=leadTimeDays]', '14');
    const file = {
      name: 'fiche.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(plainPdf()),
    };
    await page.setInputFiles('[name=files]', file);
    await page.click('button[value=review]');
    // More for more is a slip: everything typed is still there.
    expect(await page.locator('main').innerText()).toContain('coûter plus cher');
    expect(await prices.nth(1).inputValue()).toBe('1200');
    expect(supplier.problems.splice(0).every((problem) => problem.includes('400'))).toBe(true);
    await prices.nth(1).fill('900');
    await page.setInputFiles('[name=files]', file);
    await page.click('button[value=review]');
    const review = await page.locator('main').innerText();
    for (const word of ['950', '900', 'fiche.pdf', 'Oui', 'Pas proposé']) {
      expect(review).toContain(word);
    }
    await page.getByRole('button', { name: 'Déposer cette offre' }).click();
    expect(page.url()).toBe(`${site.url}/fr/tenders/${slug}/bid`);
    receipt = await page.locator('.receipt .receipt-code').innerText();
    expect(receipt).toMatch(/^[0-9a-f]{64}$/);
    const mail = await site.mailTo(address, new Date(Date.now() - 60_000));
    expect(mail.text).not.toContain('950');
  });

  it('replaces it, and takes a draft up where it was left', async () => {
    const { page } = supplier;
    const first = receipt;
    await page.getByRole('link', { name: 'La remplacer' }).click();
    expect(await page.locator('[name=price]').nth(0).inputValue()).toBe('950');
    await page.locator('[name=price]').nth(0).fill('940');
    await page.click('button[value=draft]');
    await page.click('button[value=review]');
    await page.getByRole('button', { name: 'Déposer cette offre' }).click();
    receipt = await page.locator('.receipt .receipt-code').innerText();
    expect(receipt).not.toBe(first);
    const draft = await visit(browser, PHONE);
    await draft.page.goto(`${site.url}/tenders/${slug}`);
    expect(await draft.page.locator('main').innerText()).not.toContain('Rubber');
    await draft.context.close();
  });

  it('reads its receipt in the record of the opening, which the clock holds', async () => {
    const { page } = supplier;
    await letTimePass(sql, round, 49 * 60);
    await sql`select private.enqueue('rounds.clock', '{}'::jsonb)`;
    const end = Date.now() + 90_000;
    do {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await page.goto(`${site.url}/fr/tenders/${slug}`);
    } while ((await page.locator('#opening').count()) === 0 && Date.now() < end);
    expect(await page.locator('#opening').innerText()).toContain(receipt);
    await supplier.close();
  });
});

describe('each page', () => {
  it('fits a narrow phone and can be read by everybody', async () => {
    const key = (await site.mailTo(address)).text;
    const phone = await visit(browser, { ...PHONE, viewport: { width: 320, height: 640 } });
    await phone.page.goto(linkIn(key, `/fr/tenders/${slug}/open`));
    await expectReadable(phone.page);
    await phone.page.goto(`${site.url}/rw/tenders/${slug}/bid`);
    await expectReadable(phone.page);
    await phone.close();
  });
});
