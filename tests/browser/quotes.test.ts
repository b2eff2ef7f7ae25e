import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { draftOf } from '#tests/db/quote-scene.ts';
import { expectReadable } from '#tests/support/browser.ts';
import { listed, type Member } from '#tests/support/market.ts';
import type { Site } from '#tests/support/site.ts';
import { stageTrade, type TradeStage } from '#tests/support/staging.ts';

// An offer, a counter-offer, a better offer, an order: the maker in French, the buyer in English, both on a phone.

let site: Site;
let stage: TradeStage;
let maker: Member;
let buyer: Member;
let shop = '';
let product = '';
let inquiry = '';
let sql: TradeStage['sql'];
let signedIn: TradeStage['signedIn'];
const en = messages('en').quotes;
const fr = messages('fr').quotes;

async function ask(quantity: string) {
  const sent = await buyer.person.submit(`/products/${product}/inquiry`, 'inquiries.send', {
    message: 'A first order for our shop, in brown.',
    quantity,
    country: 'FR',
  });
  return /\/inquiries\/([0-9a-f-]{36})/.exec(sent.location ?? '')![1]!;
}

beforeAll(async () => {
  stage = await stageTrade({ company: 'Chaussures Berger', country: 'FR' });
  ({ site, sql, maker, buyer, shop, signedIn } = stage);
  product = (await listed(maker.person, shop, 'Ankle boot in brown')).slug;
  inquiry = await ask('4');
});
afterAll(() => stage?.stop());

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();

describe('from an offer to an order', () => {
  it('the maker writes a quote from what was asked, sees what it comes to, and sends it', async () => {
    const { page, problems, close } = await signedIn(maker);
    await page.goto(`${site.url}/fr/studio/${shop}/inquiries/${inquiry}`);
    await page.getByRole('link', { name: fr.write }).click();
    await page.waitForURL(/\/quote$/);
    expect(await page.inputValue('#f-lineQuantity-0')).toBe('4');
    expect(await page.inputValue('#f-linePrice-0')).toBe('45000');
    expect(await page.inputValue('[name=leadTime]')).toBe('21');
    await page.fill('[name=incotermPlace]', 'Kigali');
    await page.getByText(fr.totalsLive).waitFor();
    await expectReadable(page);
    await page.fill('#f-linePrice-0', '44 000');
    await page.fill('[name=freight]', '5 000');
    await page.locator('.quote-live', { hasText: /181\s000/ }).waitFor();
    expect(await page.textContent('.quote-live')).toContain(
      fr.deviations.below_moq.replace('{n}', '6'),
    );
    // Not said yes to yet.
    await press(page, fr.preview);
    await page.waitForURL(/preview=1/);
    await expectReadable(page);
    await press(page, fr.send);
    await page.getByText(messages('fr').errors.moq_not_waived).waitFor();
    expect(problems.splice(0).every((problem) => problem.includes('400'))).toBe(true);
    await page.getByRole('link', { name: fr.change }).click();
    await page.waitForURL(/\/quote$/);
    await page.getByLabel(fr.waive).check();
    await press(page, fr.preview);
    await page.waitForURL(/preview=1/);
    await press(page, fr.send);
    await page.waitForURL(new RegExp(`/inquiries/${inquiry}#quotes`));
    expect(await page.textContent('#quotes')).toContain(fr.mine.producer);
    await expectReadable(page);
    await close();
  });

  it('the buyer reads it, asks for a change and sends a counter-offer', async () => {
    const { page, close } = await signedIn(buyer);
    await page.goto(`${site.url}/inquiries/${inquiry}`);
    expect(await page.textContent('#quotes')).toMatch(/RWF\s181,000/);
    await expectReadable(page);
    await page.getByText(en.askChange, { exact: true }).click();
    await page.fill('#f-change', 'Could it be ready a week earlier?');
    await press(page, en.askChangeButton);
    await page.waitForFunction(() => document.querySelectorAll('.message').length === 2);
    await page.getByRole('link', { name: en.counter }).click();
    await page.waitForURL(/\/counter$/);
    await expectReadable(page);
    await page.fill('#f-lineQuantity-0', '6');
    await page.fill('#f-linePrice-0', '40,000');
    await page.fill('[name=leadTime]', '14');
    await press(page, en.counterSend);
    await page.waitForURL(new RegExp(`/inquiries/${inquiry}#quotes`));
    expect(await page.textContent('#quotes')).toContain(en.mine.buyer);
    const changes = await page.textContent('.quote-changes');
    expect(changes).toContain(`${en.line(1)} · Ankle boot in brown`);
    expect(changes).toContain(en.changed(en.quantity, '4', '6'));
    await page.getByRole('link', { name: /^Quote [A-Z0-9]+ \/ 2 as PDF$/ }).waitFor();
    await expectReadable(page);
    await close();
  });

  it('the maker meets it half way, in a new version', async () => {
    const { page, close } = await signedIn(maker);
    await page.goto(`${site.url}/fr/studio/${shop}/inquiries/${inquiry}`);
    await page.getByRole('link', { name: fr.answerCounter }).click();
    await page.waitForURL(/\/quote$/);
    expect(await page.inputValue('#f-linePrice-0')).toBe('40000');
    await page.fill('#f-linePrice-0', '42000');
    await press(page, fr.preview);
    await page.waitForURL(/preview=1/);
    await press(page, fr.send);
    await page.waitForURL(/#quotes/);
    expect(await page.textContent('#quotes')).toContain(fr.version(3));
    await close();
  });

  it('the buyer reads what exactly will be agreed, and orders', async () => {
    const { page, close } = await signedIn(buyer);
    await page.goto(`${site.url}/inquiries/${inquiry}`);
    await page.getByRole('link', { name: en.accept, exact: true }).click();
    await page.waitForURL(/\/accept$/);
    const promise = await page.textContent('main');
    expect(promise).toMatch(/RWF\s257,000/);
    expect(promise).toContain(en.acceptCancel);
    await expectReadable(page);
    await page.getByLabel(en.acceptAgree).check();
    await press(page, en.acceptButton);
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
    const [order] =
      await sql`select total_amount, deposit_amount from public.orders where inquiry_id = ${inquiry}`;
    expect(order).toMatchObject({ total_amount: '257000', deposit_amount: '77100' });
    await page.goto(`${site.url}/inquiries/${inquiry}`);
    await page.locator('#quotes').getByText(en.ordered).waitFor();
    await close();
  });

  it('without JavaScript the maker saves, sees the sums, and sends', async () => {
    const second = await ask('12');
    const { page, problems, close } = await signedIn(maker, { javaScriptEnabled: false });
    await page.goto(`${site.url}/studio/${shop}/inquiries/${second}/quote`);
    await page.fill('[name=incotermPlace]', 'Kigali');
    await page.fill('#f-lineQuantity-0', '13');
    await press(page, en.recalculate);
    await page.getByText(en.savedNote).waitFor();
    expect(await page.textContent('.quote-live')).toMatch(/RWF\s585,000/);
    await page.fill('#f-lineQuantity-0', 'thirteen');
    await press(page, en.preview);
    await page.getByText(messages('en').errors.not_a_number).first().waitFor();
    expect(await page.inputValue('#f-lineQuantity-0')).toBe('thirteen');
    expect(problems.splice(0).every((problem) => problem.includes('400'))).toBe(true);
    await page.fill('#f-lineQuantity-0', '12');
    await press(page, en.preview);
    await press(page, en.send);
    await page.locator('#quotes').getByText(en.version(1)).waitFor();
    await close();
  });
});

describe('several quotes side by side', () => {
  /** A request to two makers, quoted by both; the second one's account is the first one's too. */
  async function quotedTwice() {
    const [person] = await sql`select m.buyer_id, m.user_id from public.buyer_members m limit 1`;
    const [member] = await sql`select user_id, producer_id from public.producer_members limit 1`;
    const [rfq, line, other] = [randomUUID(), randomUUID(), randomUUID()];
    await sql`insert into public.producers (id, slug, state, name, country) values (${other}, 'second-maker', 'active', 'Second Maker', 'RW')`;
    await sql`insert into public.producer_members (producer_id, user_id, role) values (${other}, ${member!['user_id']}, 'editor')`;
    await sql`insert into public.rfqs (id, visibility, buyer_id, user_id, title, needed_by, sent_at)
      values (${rfq}, 'several', ${person!['buyer_id']}, ${person!['user_id']}, 'Autumn boots', current_date + 30, now())`;
    await sql`insert into public.rfq_lines (id, rfq_id, position, description, quantity, unit) values (${line}, ${rfq}, 0, 'Boots', 100, 'PR')`;
    for (const [n, producer] of [member!['producer_id'], other].entries()) {
      const [thread, quote] = [randomUUID(), randomUUID()];
      await sql`insert into public.inquiries (id, producer_id, user_id, buyer_id, rfq_id) values
        (${thread}, ${producer}, ${person!['user_id']}, ${person!['buyer_id']}, ${rfq})`;
      const draft = draftOf(
        [{ rfqLineId: line, quantity: 100, unitAmount: n ? 30_000 : 31_000, description: 'Boots' }],
        {
          taxBp: 0,
          leadTimeDays: n ? 45 : 20,
          incoterm: n ? 'FOB' : 'CIF',
        },
      );
      await sql.begin(async (tx) => {
        await tx`select set_config('request.jwt.claim.sub', ${member!['user_id']}, true), set_config('request.jwt.claims', ${JSON.stringify({ sub: member!['user_id'], role: 'authenticated' })}, true)`;
        await tx`select public.save_quote_draft(${quote}, ${thread}, ${tx.json(draft as never)})`;
        await tx`select public.send_quote(${quote})`;
      });
    }
    return rfq;
  }

  it('marks the lowest and the fastest in words, and counts in what the buyer pays', async () => {
    const rfq = await quotedTwice();
    const { page, close } = await signedIn(buyer);
    await page.goto(`${site.url}/fr/rfqs/${rfq}/compare`);
    await expectReadable(page);
    const card = (name: string) => page.locator('.compare-cards > li', { hasText: name });
    expect(await card('Second Maker').textContent()).toContain(fr.cheapest);
    expect(await card('Second Maker').textContent()).toContain(fr.late);
    expect(await card('Akagera Boots').textContent()).toContain(fr.fastest);
    await page.fill('#f-own-1', '250 000');
    await page.fill('#f-duty-0', '10');
    await page.fill('#f-duty-1', '10');
    await press(page, fr.work);
    await page.waitForURL(/[?&]f\./);
    expect(await card('Akagera Boots').textContent()).toContain(fr.cheapestLanded);
    expect(await card('Akagera Boots').textContent()).toMatch(/3\s410\s000/);
    expect(await card('Second Maker').textContent()).toMatch(/3\s575\s000/);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expectReadable(page);
    expect(await page.locator('.compare-wide').isVisible()).toBe(true);
    await close();
  });
});
