import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { payOrder, placeOrder } from '#tests/db/order-scene.ts';
import { expectReadable, PHONE, visit } from '#tests/support/browser.ts';
import { makeOperator, newMember, type Member } from '#tests/support/market.ts';
import type { Site } from '#tests/support/site.ts';
import { stageTrade, type TradeStage } from '#tests/support/staging.ts';
import { softJpeg } from '#tests/unit/media/photos.ts';

// From the first cut to the review: the maker in French, the buyer in English, an operator between them, on phones.

let site: Site;
let stage: TradeStage;
let maker: Member;
let buyer: Member;
let operator: Member;
let shop = '';
let order = '';
let sql: TradeStage['sql'];
let signedIn: TradeStage['signedIn'];
const en = messages('en');
const fr = messages('fr');

beforeAll(async () => {
  stage = await stageTrade();
  ({ site, sql, maker, buyer, shop, signedIn } = stage);
  operator = await newMember(site, 'buy');
  await makeOperator(site, operator.email);
  order = (await placeOrder(sql, stage.both)).id;
});
afterAll(() => stage?.stop());

const press = async (page: Page, name: string | RegExp) => {
  await page
    .locator('main')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
};
const unfold = (page: Page, summary: string) =>
  page.locator('main summary', { hasText: summary }).first().click();
const told = (page: Page, words: string) => page.locator('main').getByText(words).first().waitFor();

describe('an order', () => {
  it('without JavaScript: the maker starts the work with one tap', async () => {
    const { page, close } = await signedIn(maker, { javaScriptEnabled: false });
    await page.goto(`${site.url}/fr/studio/${shop}/orders`);
    await page.locator('.orders a').first().click();
    await page.waitForURL(new RegExp(order));
    await press(page, fr.orders.actions.start);
    await told(page, fr.orderChanges.done.advanced);
    expect(await page.textContent('[aria-current=step]')).toContain(fr.orders.states.in_production);
    await close();
  });

  it('the maker plans the steps, sends a photograph with one and ticks it', async () => {
    const { page, close } = await signedIn(maker);
    await page.goto(`${site.url}/fr/studio/${shop}/orders/${order}`);
    await press(page, fr.orders.milestone.usual);
    await told(page, fr.orderChanges.done.planned);
    await unfold(page, fr.orders.photosAdd);
    await page.selectOption('select[name=milestone]', { index: 1 });
    await page.setInputFiles('#f-order-files', [
      { name: 'cuir.jpg', mimeType: 'image/jpeg', buffer: await softJpeg(1200, 900) },
      { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a photo') },
    ]);
    await press(page, fr.orders.photosAdd);
    await told(page, fr.orderChanges.done.filed);
    await told(page, 'notes.jpg');
    await page.locator('.making img').first().waitFor();
    await press(page, new RegExp(fr.orders.milestone.tick));
    await told(page, fr.orderChanges.done.advanced);
    await expectReadable(page);
    await close();
  });

  it('the buyer proposes fewer pairs; the maker agrees; both versions stay', async () => {
    const theirs = await signedIn(buyer);
    await theirs.page.goto(`${site.url}/orders`);
    await expectReadable(theirs.page);
    await theirs.page.locator('.orders a').first().click();
    await theirs.page.waitForURL(new RegExp(order));
    // The maker planned the usual steps in French; this reader has them in English, the photograph too.
    const [, cutting] = en.orders.milestone.usualSteps;
    await theirs.page.locator('.making strong', { hasText: cutting }).waitFor();
    const [bought] = en.orders.milestone.usualSteps;
    expect(await theirs.page.locator('.making img').first().getAttribute('alt')).toBe(
      en.orders.photoOf(bought, 1, 1),
    );
    await theirs.page.getByRole('link', { name: en.orderChanges.propose }).click();
    await theirs.page.waitForURL(/\/change$/);
    await expectReadable(theirs.page);
    await theirs.page.fill('[name=reason]', 'Our shop is smaller than we thought.');
    await press(theirs.page, en.orderChanges.send);
    await told(theirs.page, en.errors.nothing_changed);
    theirs.problems.length = 0;
    await theirs.page.fill('#f-quantity-0', '50');
    await press(theirs.page, en.orderChanges.send);
    await told(theirs.page, en.orderChanges.proposedByYou);
    await expectReadable(theirs.page);

    const mine = await signedIn(maker);
    await mine.page.goto(`${site.url}/fr/studio/${shop}/orders/${order}`);
    await told(mine.page, fr.orderChanges.proposedBy('Nordlicht'));
    await expectReadable(mine.page);
    await press(mine.page, fr.orderChanges.agree);
    await told(mine.page, fr.orderChanges.done.answered);
    await theirs.page.reload();
    await unfold(theirs.page, en.orders.agreement.versions);
    await told(theirs.page, en.orders.agreement.from(1, 2));
    await expectReadable(theirs.page);
    await Promise.all([mine.close(), theirs.close()]);
  });

  it('goes out with its parcel and its papers', async () => {
    const { page, close } = await signedIn(maker);
    await page.goto(`${site.url}/fr/studio/${shop}/orders/${order}`);
    await press(page, fr.orders.actions.inspect);
    await told(page, fr.orders.next.producer.inspected);
    await press(page, fr.orders.actions.ready);
    await told(page, fr.orders.next.producer.ready);
    await expectReadable(page);
    await page.fill('[name=carrier]', 'DHL');
    await page.fill('[name=tracking]', 'JD0146');
    await page.fill('[name=weight]', '54,5');
    await press(page, fr.orders.shipping.send);
    await told(page, fr.orders.next.producer.shipped);
    expect(await page.textContent('main')).toMatch(/54,5\skg/);
    await expectReadable(page);
    const papers = await sql`select kind from public.documents where order_id = ${order}`;
    expect(papers.map((row) => String(row['kind']))).toEqual(
      expect.arrayContaining(['commercial_invoice', 'packing_list']),
    );
    await close();
  });

  it('arrives with something broken: a dispute, heard and settled by an operator', async () => {
    const [row] = await sql`select total_amount from public.orders where id = ${order}`;
    await payOrder(sql, order, Number(row!['total_amount']));
    const theirs = await signedIn(buyer);
    await theirs.page.goto(`${site.url}/orders/${order}`);
    await unfold(theirs.page, en.orders.delivery.report);
    await theirs.page.selectOption('[name=problem]', 'quality');
    await theirs.page.fill('#f-deliver-details', 'Four pairs have loose soles.');
    await press(theirs.page, en.orders.delivery.send);
    await told(theirs.page, en.orderChanges.done.disputed);
    await expectReadable(theirs.page);
    const next = theirs.page.locator('section.next');
    expect(await next.textContent()).toContain(en.orders.disputeNext);
    expect(await next.textContent()).not.toContain(en.orders.next.buyer.delivered);
    await next.getByRole('link', { name: en.disputes.see }).click();
    await theirs.page.waitForURL(/\/dispute$/);
    await expectReadable(theirs.page);

    const desk = await signedIn(operator);
    await desk.page.goto(`${site.url}/operator/disputes`);
    await expectReadable(desk.page);
    await desk.page.locator('.inbox-row').first().click();
    await told(desk.page, en.disputes.youMediate);
    await desk.page.fill('[name=body]', 'May I see photographs of all four?');
    await press(desk.page, en.disputes.writeButton);
    await desk.page.waitForFunction(() => document.querySelectorAll('.message').length === 2);
    await expectReadable(desk.page);
    await desk.page.fill('[name=resolution]', 'The workshop takes four pairs off the price.');
    await desk.page.fill('[name=refund]', '80');
    await press(desk.page, en.disputes.resolveButton);
    await told(desk.page, en.disputes.settled);
    await theirs.page.reload();
    await told(theirs.page, 'takes four pairs off');
    await Promise.all([desk.close(), theirs.close()]);
  });

  it('is closed and reviewed; the workshop answers in public', async () => {
    const { page, close } = await signedIn(buyer);
    await page.goto(`${site.url}/orders/${order}`);
    await press(page, en.orders.actions.close);
    await told(page, en.orderChanges.done.advanced);
    await page.getByRole('link', { name: en.orders.reviewLink }).click();
    await page.locator('#review:target').waitFor();
    await page.locator('input[name=rating][value="4"]').check({ force: true });
    await page.fill('[name=body]', 'Well made, and fair when something broke.');
    await page.fill('[name=name]', 'A shop in Hamburg');
    await press(page, en.reviews.send);
    await told(page, en.orderChanges.done.reviewed);
    await expectReadable(page);
    await close();

    const mine = await signedIn(maker);
    await mine.page.goto(`${site.url}/fr/studio/${shop}/orders/${order}`);
    await mine.page.fill('[name=reply]', 'Merci. Les semelles sont cousues maintenant.');
    await press(mine.page, fr.reviews.replyButton);
    await told(mine.page, fr.orderChanges.done.replied);
    await mine.close();

    const passer = await visit(stage.browser, PHONE);
    await passer.page.goto(`${site.url}/producers/${shop}`);
    const words = await passer.page.textContent('#reviews');
    expect(words).toContain('A shop in Hamburg');
    expect(words).toContain('cousues');
    expect(words).not.toContain('Nordlicht');
    const data = await passer.page.locator('script[type="application/ld+json"]').allTextContents();
    expect(data.join()).toContain('"aggregateRating"');
    await expectReadable(passer.page);
    await passer.page.getByRole('link', { name: en.reviews.report }).click();
    await passer.page.waitForURL(/\/reviews\/[^/]+\/report$/);
    await expectReadable(passer.page);
    await passer.page.locator('input[name=reason][value=offensive]').check({ force: true });
    await press(passer.page, en.inquiries.reportButton);
    await told(passer.page, en.market.report.thanksTitle);
    await passer.close();
  });

  it('whose review was reported is hidden from the desk of reports, and gone from the public pages', async () => {
    const desk = await signedIn(operator);
    await desk.page.goto(`${site.url}/operator/reports`);
    await told(desk.page, 'Well made, and fair when something broke.');
    await expectReadable(desk.page);
    await desk.page.fill('[name=resolution]', 'It names a person.');
    await desk.page.selectOption('[name=also]', 'hide_review');
    await press(desk.page, en.operator.uphold);
    await told(desk.page, en.operator.reportsEmptyTitle);
    await desk.close();
    const passer = await visit(stage.browser, PHONE);
    await passer.page.goto(`${site.url}/producers/${shop}/reviews`);
    await told(passer.page, en.reviews.none);
    await expectReadable(passer.page);
    await passer.close();
  });
});
