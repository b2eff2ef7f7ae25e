import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { expectReadable, scrollsSideways } from '#tests/support/browser.ts';
import { newMember, opened, type Member } from '#tests/support/market.ts';
import { actAs } from '#tests/support/round-stage.ts';
import { stageReceived, type Staged } from '#tests/support/settlement-stage.ts';
import { stageTrade, type TradeStage } from '#tests/support/staging.ts';

// The goods have come: the coordinator enters the invoice and a cost and settles; the member pays; the report says what was saved.

let stage: TradeStage;
let coordinator: Member;
let cluster = '';
let staged: Staged;
const en = messages('en').settlement;
const fr = messages('fr').settlement;
const books = messages('en').ledger;

beforeAll(async () => {
  stage = await stageTrade();
  const { sql, site, both } = stage;
  coordinator = await newMember(site, 'coordinate');
  cluster = await opened(coordinator.person, 'coordination', 'Masoro Leather');
  const [place] = await sql<
    { id: string }[]
  >`select id from public.clusters where slug = ${cluster}`;
  await sql`insert into public.memberships (cluster_id, producer_id) values (${place!.id}, ${both.producer})`;
  staged = await stageReceived(sql, place!.id, [{ producer: both.producer, firm: 40 }]);
});
afterAll(() => stage?.stop());

const desk = (room: string) =>
  `${stage.site.url}/coordination/${cluster}/rounds/${staged.round}/${room}`;

describe('the money of a joint purchase', () => {
  it('is settled from the supplier’s invoice and the other costs, without JavaScript', async () => {
    const { page, close } = await stage.signedIn(coordinator, { javaScriptEnabled: false });
    await page.goto(desk('money'));
    await page.locator('#accounts summary').last().click();
    await page.locator('#mobile_money-holder').fill('Masoro Leather');
    await page.locator('#mobile_money-phone').fill('+250788000111');
    await page.locator('#accounts form').last().locator('button').click();
    await page.getByText(en.done.saved).waitFor();

    await page.locator('#invoices summary', { hasText: en.invoiceEnter }).click();
    await page.getByLabel(en.invoiceNumber).fill('SW-77');
    await page.locator('#invoices').getByRole('button', { name: en.invoiceEnter }).click();
    await page.getByText(en.agrees).waitFor();

    await page.locator('#costs summary', { hasText: en.costAdd }).click();
    await page.locator('#cost-amount').fill('1,500');
    await page.locator('#costs').getByRole('button', { name: en.costAdd }).click();
    await page.getByText(en.done.cost).waitFor();

    await page.getByRole('button', { name: en.settleButton }).click();
    await page.getByText(en.done.settled).waitFor();
    // 40 × 850, 5000 freight, 1500 duty.
    expect(await page.locator('.stats').innerText()).toMatch(/40,500/);
    await close();
  });

  it('is paid by the member on a phone in French, who reads why each number is so', async () => {
    const { page, close } = await stage.signedIn(stage.maker);
    await page.goto(`${stage.site.url}/fr/studio/${stage.shop}/money`);
    await page.locator('#joint-purchases').getByRole('link').click();
    await page.locator('#statement').waitFor();
    await expectReadable(page);
    const said = (await page.locator('#statement').innerText()).replace(/\s/g, ' ');
    expect(said).toContain(fr.costKinds.freight);
    expect(said).toContain(fr.whyShare('5 000 RWF', fr.bases.value));
    await page.locator('#pay').getByRole('button', { name: fr.announce }).click();
    await page.getByText(fr.done.announced).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/JP-[A-Z0-9]{5}-1/);
    await page.getByRole('button', { name: fr.prove }).click();
    await page.getByText(fr.done.proved).waitFor();
    const pdf = await page.request.get(
      `${stage.site.url}/fr/studio/${stage.shop}/rounds/${staged.round}/money.pdf`,
    );
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    await close();
  });

  it('is confirmed by the coordinator, and the report says what was saved', async () => {
    const { page, close } = await stage.signedIn(coordinator);
    await page.goto(desk('money'));
    await expectReadable(page);
    await page.getByRole('button', { name: en.confirm }).click();
    await page.getByText(en.done.confirmed).waitFor();
    await page.goto(desk('report'));
    await expectReadable(page);
    // 40 × 1500 in the shop, 40 500 paid.
    expect(await page.locator('.stats').innerText()).toMatch(/19,500/);
    for (const file of ['report.csv', 'report.pdf?lang=fr']) {
      const answer = await page.request.get(desk(file));
      expect(answer.status()).toBe(200);
    }
    const csv = await (await page.request.get(desk('report.csv'))).text();
    expect(csv).toContain('Akagera Boots,Rubber soles,40,pair,34000,6500,40500,60000,19500');
    await close();
  });

  it('is found on the statement of the cluster’s bank, on a phone without JavaScript', async () => {
    const { sql, both } = stage;
    const [person] = await sql<{ id: string }[]>`
      select user_id as id from public.producer_members where producer_id = ${both.producer} limit 1`;
    const reference = await actAs<string>(sql, person!.id, 'announce_round_payment', {
      p_id: randomUUID(),
      p_round: staged.round,
      p_producer: both.producer,
      p_method: 'bank_transfer',
      p_amount: 700,
    });
    const csv = `Date;Text;Amount\n2026-11-20;${reference.replaceAll('-', ' ')} soles;700\n`;
    const { page, close } = await stage.signedIn(coordinator, {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    await page.goto(desk('money'));
    await page.getByRole('link', { name: en.bringStatement }).click();
    await page.setInputFiles('[name=file]', {
      name: 'november.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
    await page.selectOption('[name=fallback]', 'RWF');
    await page.getByRole('button', { name: books.read }).click();
    await page.getByRole('button', { name: books.take(1) }).click();
    await page.getByText(books.imported(1, 1)).waitFor();
    const line = page.locator('[aria-labelledby=lines] li').first();
    expect(await line.textContent()).toContain(reference);
    expect(await line.textContent()).toContain(books.matchSure);
    expect(await scrollsSideways(page)).toBe(false);
    await line.getByRole('button', { name: books.match }).first().click();
    await page.getByText(books.matchedDue).waitFor();
    expect(await page.textContent('main')).toContain(books.linesEmptyTitle);
    await close();
  });
});
