import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { placeOrder } from '#tests/db/order-scene.ts';
import { DESKTOP, launchBrowser, visit } from '#tests/support/browser.ts';
import { listed, newMember, opened, picturesReady, type Member } from '#tests/support/market.ts';
import { PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';

// What an importer puts into a folder: a product on one sheet, an order on two.

let site: Site;
let browser: Browser;
let buyer: Member;
let product = '';
let order = '';

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  const maker = await newMember(site, 'sell');
  buyer = await newMember(site, 'buy');
  const shop = await opened(maker.person, 'studio', 'Akagera Boots');
  product = (await listed(maker.person, shop, 'Handmade leather boots')).slug;
  await buyer.person.submit('/welcome?start=buy', 'organisations.createBuyer', {
    name: 'Nordlicht',
    kind: 'retailer',
    country: 'DE',
  });
  const sql = connect(site.runtime.databaseUrl);
  const story =
    'We cut, sew and last every pair by hand in Masoro. The leather comes from Rwandan cattle and is tanned with plants. '.repeat(
      4,
    );
  await sql`update public.products set description = ${story}, hs_code = '640391', country_of_origin = 'RW' where slug = ${product}`;
  const [both] = await sql<{ producer: string; buyer: string }[]>`
    select p.id as producer, b.id as buyer from public.producers p, public.buyers b where p.slug = ${shop} and b.name = 'Nordlicht'`;
  order = (await placeOrder(sql, both!, { paid: 1000 })).id;
  await sql.end();
  await picturesReady(site);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** How many sheets of A4 the page takes, as the browser prints it. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4', margin: MARGIN })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
const MARGIN = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' };

describe('on A4', () => {
  it('an ordinary product takes one sheet, with its price and without a button', async () => {
    const { page, close } = await visit(browser, DESKTOP);
    await page.goto(`${site.url}/products/${product}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await page.locator('.button:visible, nav:visible, form:visible').count()).toBe(0);
    expect(await sheets(page)).toBe(1);
    await close();
  });

  it('an order with its lines, its money and its record takes two at most', async () => {
    const { page, close } = await visit(browser, DESKTOP);
    await page.goto(`${site.url}/sign-in`);
    await page.fill('#f-email', buyer.email);
    await page.fill('[name=password]', PASSWORD);
    await page.locator('main form').first().locator('button').click();
    await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    await page.goto(`${site.url}/orders/${order}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.button:visible, form:visible').count()).toBe(0);
    expect(await page.locator('#agreement').isVisible()).toBe(true);
    expect(await sheets(page)).toBeLessThanOrEqual(2);
    await close();
  });
});
