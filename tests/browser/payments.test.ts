import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { connect } from '#supabase/embedded/database.ts';
import { placeOrder } from '#tests/db/order-scene.ts';
import {
  DESKTOP,
  expectAccessible,
  launchBrowser,
  PHONE,
  scrollsSideways,
  visit,
  type Visit,
} from '#tests/support/browser.ts';
import { makeOperator, newMember, opened, type Member } from '#tests/support/market.ts';
import { PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { plainPdf } from '#tests/unit/files/pdfs.ts';

// A deposit with a proof, a balance found in the bank's statement, too much sent back: the maker on a phone, the buyer
// without JavaScript, the operator at a desk.

let site: Site;
let browser: Browser;
let maker: Member;
let buyer: Member;
let operator: Member;
let atMaker: Visit;
let atBuyer: Visit;
let shop = '';
let order = '';
let reference = '';
let sql: ReturnType<typeof connect>;
const { payments: p, ledger: l, errors } = messages('en');

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  sql = connect(site.runtime.databaseUrl);
  [maker, buyer, operator] = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'buy'),
    newMember(site, 'buy'),
  ]);
  await makeOperator(site, operator.email);
  shop = await opened(maker.person, 'studio', 'Akagera Boots');
  await buyer.person.submit('/welcome?start=buy', 'organisations.createBuyer', {
    name: 'Nordlicht',
    kind: 'retailer',
    country: 'DE',
  });
  const [both] = await sql<{ producer: string; buyer: string }[]>`
    select p.id as producer, b.id as buyer from public.producers p, public.buyers b where p.slug = ${shop} and b.name = 'Nordlicht'`;
  order = (await placeOrder(sql, both!)).id;
  [atMaker, atBuyer] = await Promise.all([
    signedIn(maker, PHONE),
    signedIn(buyer, { ...DESKTOP, javaScriptEnabled: false }),
  ]);
});
afterAll(async () => {
  await sql?.end();
  await browser?.close();
  await site?.stop();
});

async function signedIn(who: Member, options: object) {
  const window = await visit(browser, options);
  const { page } = window;
  await page.goto(`${site.url}/sign-in`);
  await page.fill('#f-email', who.email);
  await page.fill('[name=password]', PASSWORD);
  await page.locator('main form').first().locator('button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  return window;
}
/** `axe` needs JavaScript; the buyer’s pages are looked at with it in a story of their own. */
async function open(page: Page, path: string, axe = true) {
  await page.goto(`${site.url}${path}`);
  if (axe) {
    expect(await scrollsSideways(page), path).toBe(false);
    await expectAccessible(page);
  }
}
const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).first().click();
const unfold = (page: Page, summary: string) =>
  page.locator('main summary', { hasText: summary }).first().click();
const told = (page: Page, words: string) => page.locator('main').getByText(words).first().waitFor();
const within = (page: Page, action: string) => page.locator(`form[action*="${action}"]`).first();

describe('the deposit', () => {
  it('needs to know where the workshop takes money', async () => {
    const { page } = atMaker;
    await open(page, `/studio/${shop}/money`);
    await told(page, l.accountsEmptyTitle);
    await open(page, `/studio/${shop}/money/accounts`);
    await unfold(page, l.accountBank);
    const form = within(page, 'payments.saveAccount');
    await form.locator('[name=holder]').fill('Akagera Boots Ltd');
    await form.locator('[name=bank]').fill('Bank of Kigali');
    await form.locator('[name=iban]').fill('DE89 3704 0044 0532 0130 01');
    await form.locator('[name=currency]').selectOption('USD');
    await form.getByRole('button').click();
    await told(page, errors.iban_invalid);
    expect(await form.locator('[name=holder]').inputValue()).toBe('Akagera Boots Ltd');
    // The refusal itself is an answer of 400, which the browser mentions.
    expect(atMaker.problems.splice(0)).toHaveLength(1);
    await form.locator('[name=iban]').fill('DE89 3704 0044 0532 0130 00');
    await form.getByRole('button').click();
    await told(page, l.accountSaved);
    await open(page, `/studio/${shop}/money/accounts`);
  });

  it('is announced, paid with the reference, and proved, without JavaScript', async () => {
    const { page } = atBuyer;
    await open(page, `/orders/${order}/money`, false);
    await told(page, p.depositNoticeBuyer);
    await page.locator('[name=amount]').first().fill('ten');
    await press(page, p.announce);
    await told(page, errors.not_a_number);
    expect(atBuyer.problems.splice(0)).toHaveLength(1);
    await page.locator('[name=amount]').first().fill('407.10');
    await press(page, p.announce);
    await told(page, p.done.announced);
    await told(page, 'DE89 3704 0044 0532 0130 00');
    reference = (await page.locator('.pay-facts .strong').first().textContent())!.trim();
    expect(reference).toMatch(/^ISK-[A-Z0-9]+-1$/);
    const proof = { name: 'Transfer.pdf', mimeType: 'application/pdf', buffer: plainPdf() };
    await within(page, 'payments.prove').locator('[type=file]').setInputFiles(proof);
    await press(page, p.prove);
    await told(page, p.done.proved);
    await told(page, 'Transfer.pdf');
  });

  it('waits on the maker’s desk and counts with what arrived', async () => {
    const { page } = atMaker;
    await open(page, `/studio/${shop}/money`);
    await told(page, l.toConfirm);
    await page.locator('main').getByRole('link', { name: l.look }).first().click();
    await told(page, p.depositWarnTitle);
    await expectAccessible(page);
    expect(await scrollsSideways(page)).toBe(false);
    const form = within(page, 'payments.confirm');
    await form.locator('[name=amount]').fill('400');
    await form.getByRole('button').click();
    await told(page, p.done.confirmed);
    await told(page, p.partPaid('$400.00'));
    await atBuyer.page.goto(`${site.url}/orders/${order}/money`);
    await told(atBuyer.page, p.states.confirmed);
  });
});

describe('the balance', () => {
  it('is found in the bank’s statement, whatever its columns, and booked once', async () => {
    const { page } = atMaker;
    const { page: buyers } = atBuyer;
    await buyers.locator('[name=amount]').first().fill('957');
    await press(buyers, p.announce);
    const second = reference.replace(/1$/, '2');
    await told(buyers, second);

    await open(page, `/studio/${shop}/money/bank`);
    const csv = [
      'Account;000401',
      'Booked;Who;Text;Amount',
      `03.11.2026;Nordlicht GmbH;/${second.replaceAll('-', ' ')}/ boots;957,00`,
      '04.11.2026;Somebody;rent;120,00',
      '31.31.2026;Somebody;broken;1,00',
    ].join('\r\n');
    const bring = async () => {
      const file = { name: 'november.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
      await page.setInputFiles('[name=file]', file);
      await page.selectOption('#file-currency', 'USD');
      await press(page, l.read);
      await told(page, l.mapTitle);
    };
    await bring();
    await told(page, l.readable(2, 0));
    await told(page, errors.date_unreadable);
    await expectAccessible(page);
    expect(await scrollsSideways(page)).toBe(false);
    await page.selectOption('[name=column_date]', '');
    await page.locator('[name=column_date]').evaluate((field) => field.removeAttribute('required'));
    await press(page, l.tryAgain);
    await press(page, l.tryAgain);
    await page.selectOption('[name=column_date]', '0');
    await press(page, l.tryAgain);
    await press(page, l.take(2));
    await told(page, l.imported(2, 2));
    await told(page, l.matchSure);
    await expectAccessible(page);
    await press(page, l.match);
    await told(page, l.matched);
    await press(page, l.ignore);
    await told(page, l.linesEmptyTitle);
    await bring();
    await press(page, l.take(2));
    await told(page, l.imported(0, 2));
    expect(
      await sql`select 1 from public.payments where order_id = ${order} and state = 'confirmed'`,
    ).toHaveLength(2);
  });

  it('stands in the books of both sides, on paper and as a file', async () => {
    const { page } = atMaker;
    await open(page, `/studio/${shop}/money/statement?account=receivable&currency=USD`);
    await told(page, l.kinds.payment);
    const query = `account=receivable&currency=USD&month=${new Date().toISOString().slice(0, 7)}`;
    const files = await Promise.all(
      ['csv', 'pdf'].map((kind) =>
        page.request.get(`${site.url}/studio/${shop}/money/statement.${kind}?${query}`),
      ),
    );
    expect(files.map((file) => file.status())).toEqual([200, 200]);
    expect(await files[0]!.text()).toContain('Nordlicht');
    expect((await files[1]!.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await open(atBuyer.page, '/account/money', false);
    await told(atBuyer.page, l.openDuesEmptyBuyer);
    const href = await atBuyer.page
      .getByRole('link', { name: l.pdf, exact: true })
      .getAttribute('href');
    const theirs = await atBuyer.page.request.get(new URL(href!, site.url).href);
    expect(theirs.headers()['content-type']).toBe('application/pdf');
    expect((await theirs.body()).subarray(0, 5).toString()).toBe('%PDF-');
    const stranger = await page.request.get(new URL(href!, site.url).href);
    expect(stranger.status(), 'the maker asks for the buyer’s book').toBe(404);
    const rival = await atBuyer.page.request.get(`${site.url}/studio/${shop}/money`);
    expect(rival.status()).toBe(404);
  });
});

describe('too much', () => {
  it('is the buyer’s credit, asked for, sent back and told', async () => {
    const { page } = atMaker;
    const { page: buyers } = atBuyer;
    await open(page, `/studio/${shop}/orders/${order}/money`);
    await unfold(page, p.recordTitle);
    const form = within(page, 'payments.record');
    await form.locator('[name=amount]').fill('50');
    await form.getByRole('button').click();
    await told(page, p.done.recorded);
    await buyers.goto(`${site.url}/orders/${order}/money`);
    await told(buyers, p.creditText('$50.00'));
    await unfold(buyers, p.refundTitleBuyer);
    await within(buyers, 'payments.refund').locator('[name=reason]').fill('Paid twice');
    await press(buyers, p.refundAsk);
    await told(buyers, p.refundStates.pending);
    await page.reload();
    await press(page, p.refundSettle);
    await told(page, p.done.refunded);
    await open(page, `/studio/${shop}/orders/${order}/money`);
    await buyers.reload();
    await told(buyers, p.refundStates.succeeded);
    await told(buyers, p.nothingOpen);
  });

  it('reads well for the buyer too, on a phone', async () => {
    const { page, close } = await signedIn(buyer, PHONE);
    for (const path of [`/orders/${order}/money`, '/account/money', `/fr/orders/${order}/money`]) {
      await open(page, path);
    }
    await close();
    await atMaker.close();
    await atBuyer.close();
  });
});

describe('the operator', () => {
  it('sets the commission and sees what is held and owed', async () => {
    const { page, close } = await signedIn(operator, PHONE);
    await open(page, '/operator/money');
    await page.fill('[name=rate]', '2,5');
    await page.fill('[name=tax]', '18');
    await page.locator('form[action*="ledger.saveCommission"]').getByRole('button').click();
    await told(page, messages('en').common.saved);
    const [row] = await sql`select commission_bp, commission_tax_bp from public.site_settings`;
    expect(row).toEqual({ commission_bp: 250, commission_tax_bp: 1800 });
    await unfold(page, l.commissionPaid);
    await within(page, 'ledger.commissionPaid').getByRole('button').click();
    await told(page, l.payoutDone);
    const file = await page.request.get(`${site.url}/operator/money.csv`);
    expect(await file.text()).toContain(l.producer);
    await close();
  });
});
