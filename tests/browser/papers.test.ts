import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { payOrder, placeOrder } from '#tests/db/order-scene.ts';
import { expectReadable, PHONE, visit } from '#tests/support/browser.ts';
import { newMember, type Member } from '#tests/support/market.ts';
import type { Site } from '#tests/support/site.ts';
import { stageTrade, type TradeStage } from '#tests/support/staging.ts';

// Papers as both sides meet them: named details, papers by hand, PDFs from the built server.

let site: Site;
let stage: TradeStage;
let maker: Member;
let buyer: Member;
let stranger: Member;
let shop = '';
let order = '';
let sql: TradeStage['sql'];
let signedIn: TradeStage['signedIn'];
const en = messages('en').papers;

beforeAll(async () => {
  stage = await stageTrade();
  ({ site, sql, maker, buyer, shop, signedIn } = stage);
  stranger = await newMember(site, 'buy');
  order = (await placeOrder(sql, stage.both, { state: 'ready' })).id;
  await sql`select private.issue_document(${order}, 'pro_forma')`;
  const payment = await payOrder(sql, order, 40_710);
  await sql`select private.issue_document(${order}, 'receipt', ${payment})`;
});
afterAll(() => stage?.stop());

/** The text of a PDF as the page's visitor gets it, with its headers. */
async function pdf(page: Page, path: string) {
  const answer = await page.request.get(`${site.url}${path}`, { maxRedirects: 0 });
  if (answer.status() !== 200) return { status: answer.status(), text: '', headers: {} };
  const read = await getDocumentProxy(new Uint8Array(await answer.body()));
  const first = await (await read.getPage(1)).getTextContent();
  const text = first.items.map((item) => ('str' in item ? item.str : '')).join('');
  return { status: 200, text: text.replace(/\s/g, ' '), headers: answer.headers() };
}
const linkOf = async (page: Page, label: RegExp) =>
  (await page.locator('#papers').getByRole('link', { name: label }).first().getAttribute('href'))!;

describe('the papers of an order', () => {
  it('the maker writes what the workshop is called, and issues the invoice before the parcel leaves', async () => {
    const { page, problems, close } = await signedIn(maker);
    await page.goto(`${site.url}/studio/${shop}/orders/${order}`);
    await expectReadable(page);
    expect(await page.locator('#papers').innerText()).toContain(en.detailsMissingProducer);
    await page.locator('#papers').getByRole('link', { name: en.addDetails }).click();
    await page.getByLabel(en.address).waitFor();
    await expectReadable(page);
    await page.getByLabel(en.legalName).fill('Akagera Boots Ltd');
    await page.getByLabel(en.address).fill('x');
    await page.getByLabel(en.taxNumber).fill('102 345 678');
    await page.getByRole('button', { name: messages('en').common.save }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect(await page.getByLabel(en.taxNumber).inputValue()).toBe('102 345 678');
    // The browser logs the answer 400 itself.
    problems.length = 0;
    await page.getByLabel(en.address).fill('KG 7 Ave 12\nKigali');
    await page.getByRole('button', { name: messages('en').common.save }).click();
    await page.getByText(en.detailsSaved).waitFor();
    await expectReadable(page);

    await page.goto(`${site.url}/studio/${shop}/orders/${order}`);
    await page.getByRole('button', { name: en.issue.commercial_invoice }).click();
    await page.getByText(en.issued).waitFor();
    const invoice = await pdf(page, await linkOf(page, /INV-\d{4}-0001/));
    expect(invoice.text).toContain('Akagera Boots Ltd');
    expect(invoice.text).toContain('102 345 678');
    expect(invoice.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
    });
    await expectReadable(page);
    await close();
  });

  it('the buyer reads them in any language, and a stranger nothing', async () => {
    const { page, close } = await signedIn(buyer);
    await page.goto(`${site.url}/orders/${order}`);
    await expectReadable(page);
    const link = await linkOf(page, /PF-\d{4}-0001/);
    const plain = await pdf(page, link);
    expect(plain.text).toContain('Pro forma invoice');
    expect(plain.headers['content-disposition']).toMatch(/^inline; filename="PF-\d{4}-0001\.pdf"/);
    expect((await pdf(page, `${link}?lang=fr`)).text).toContain('Facture pro forma');
    expect((await pdf(page, `${link}?lang=xx`)).text).toContain('Pro forma invoice');
    expect((await pdf(page, await linkOf(page, /RC-\d{4}-0001/))).text).toContain('407.10');
    await page.locator('#papers').getByRole('link', { name: en.addDetails }).click();
    await page.getByLabel(en.legalName).fill('Nordlicht GmbH');
    await page.getByLabel(en.address).fill('Speicherstadt 4\n20457 Hamburg');
    await page.getByLabel(en.country).selectOption('DE');
    await page.getByRole('button', { name: messages('en').common.save }).click();
    await page.getByText(en.detailsSaved).waitFor();
    await expectReadable(page);
    expect((await pdf(page, link)).text).not.toContain('Nordlicht GmbH');
    await close();

    const other = await signedIn(stranger);
    expect((await pdf(other.page, link)).status).toBe(404);
    expect((await pdf(other.page, '/documents/nonsense.pdf')).status).toBe(404);
    await other.close();
    const nobody = await visit(stage.browser, PHONE);
    expect((await pdf(nobody.page, link)).status).toBe(303);
    await nobody.close();
  });

  it('a quote prints for both sides and nobody else', async () => {
    const [row] = await sql<
      { id: string }[]
    >`select quote_id as id from public.orders where id = ${order}`;
    await sql`
      insert into public.quote_lines (quote_id, position, description, unit, quantity, unit_amount, line_amount)
      values (${row!.id}, 0, 'Ankle boot', 'PR', 60, 2000, 120000)`;
    await sql`
      update public.quotes set goods_amount = 120000, total_amount = 120000, state = 'sent', sent_at = now()
      where id = ${row!.id}`;
    const seller = await signedIn(maker);
    const paper = await pdf(seller.page, `/quotes/${row!.id}.pdf`);
    expect(paper.text).toContain('Akagera Boots Ltd');
    expect((await pdf(seller.page, `/rw/quotes/${row!.id}.pdf`)).text).toContain(
      messages('rw').papers.quote,
    );
    await seller.close();
    const other = await signedIn(stranger);
    expect((await pdf(other.page, `/quotes/${row!.id}.pdf`)).status).toBe(404);
    await other.close();
  });
});
