import type { Sql } from 'postgres';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLedger } from '#src/cli/ledger-checks.ts';
import { messages } from '#src/i18n/messages.ts';
import { connect } from '#supabase/embedded/database.ts';
import { expectReadable, launchBrowser, PHONE, visit, type Visit } from '#tests/support/browser.ts';
import { newMember, opened, type Member } from '#tests/support/market.ts';
import { ocdsProblems } from '#tests/support/ocds-schema.ts';
import { freshAddress, linkIn, PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { softJpeg } from '#tests/unit/media/photos.ts';

// One joint purchase from a wish to the closing report, on phones: coordinator and member in French, suppliers in English.
// Nothing is staged but the passing of time. What each screen does with mistakes is in the test of its part.

let site: Site;
let browser: Browser;
let sql: Sql;
let coordinator: Visit;
let member: Visit;
const suppliers: Visit[] = [];
const addresses = [freshAddress('soles'), freshAddress('rubber')] as const;
const receipts: string[] = [];
const at = { studio: '', cluster: '', round: '', slug: '', neighbour: '', maker: '' };
const fr = messages('fr');
const en = messages('en');
const NARROW = { ...PHONE, viewport: { width: 360, height: 740 } };

const room = (name = '') =>
  `${site.url}/fr/coordination/${at.cluster}/rounds/${at.round}${name && `/${name}`}`;
const own = (name = '') =>
  `${site.url}/fr/studio/${at.studio}/rounds/${at.round}${name && `/${name}`}`;
/** The words of a page, with plain spaces. */
const words = async ({ page }: Visit, of = 'main') =>
  (await page.locator(of).innerText()).replace(/\s+/g, ' ');

async function signedIn({ email }: Member): Promise<Visit> {
  const window = await visit(browser, { ...NARROW, locale: 'fr-FR' });
  const { page } = window;
  await page.goto(`${site.url}/fr/sign-in`);
  await page.fill('#f-email', email);
  await page.fill('[name=password]', PASSWORD);
  await page.locator('main form').first().locator('button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  return window;
}

/** Lets a deadline lie behind, wakes the clock and waits until the round stands elsewhere. */
async function passes(deadline: 'pledges' | 'bids', until: string): Promise<void> {
  const column = sql(`${deadline}_close_at`);
  await sql`update public.rounds set ${column} = now() - interval '6 seconds' where id = ${at.round}`;
  await sql`select private.enqueue('rounds.clock', '{}'::jsonb)`;
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const [row] =
      await sql`select 1 from public.rounds where id = ${at.round} and state = ${until}`;
    if (row) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the round is not ${until}`);
}

async function sign({ page }: Visit): Promise<void> {
  const pad = page.locator('canvas.sign-pad').first();
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 4 });
  await page.mouse.up();
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  sql = connect(site.runtime.databaseUrl, { max: 2 });
  const [maker, guide] = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'coordinate'),
  ]);
  at.studio = await opened(maker.person, 'studio', 'Akagera Boots');
  at.cluster = await opened(guide.person, 'coordination', 'Masoro');
  const [row] = await sql<{ maker: string; neighbour: string }[]>`
    with neighbour as (insert into public.producers (slug, state, name, country) values ('umucyo', 'active', 'Umucyo Leather', 'RW') returning id),
      members as (insert into public.memberships (cluster_id, producer_id)
        select k.id, p.id from public.clusters k, (select id from neighbour union all select id from public.producers where slug = ${at.studio}) p where k.slug = ${at.cluster})
    select (select id from public.producers where slug = ${at.studio}) as maker, (select id from neighbour) as neighbour`;
  Object.assign(at, row);
  [coordinator, member] = await Promise.all([signedIn(guide), signedIn(maker)]);
}, 120_000);
afterAll(async () => {
  await sql?.end();
  await browser?.close();
  await site?.stop();
});

describe('a joint purchase', () => {
  it('begins with a wish, of which the coordinator makes a round with two suppliers asked', async () => {
    await member.page.goto(`${site.url}/fr/studio/${at.studio}/wishes`);
    await member.page.fill('[name=title]', 'Semelles TR noires');
    await member.page.selectOption('[name=unit]', 'PR');
    await member.page.fill('[name=quantity]', '120');
    await member.page.locator('form[action*="wishes.add"] button').click();
    await member.page.waitForSelector(`text=${fr.wishes.mine}`);

    const { page } = coordinator;
    await page.goto(`${site.url}/fr/coordination/${at.cluster}/wishes`);
    await page.locator('[name=wishes]').check();
    await page.getByRole('button', { name: fr.wishes.makeRound }).click();
    await page.waitForURL(/\/rounds\/new\?wishes=/);
    await page.fill('[name=title]', 'Semelles pour mars');
    await page.fill('[name=deliveryPlace]', 'Magasin de Masoro');
    await page.getByRole('button', { name: fr.roundForms.create }).click();
    await page.waitForURL(/\/rounds\/[0-9a-f-]{36}$/);
    at.round = /[0-9a-f-]{36}$/.exec(page.url())![0];
    await page.locator('#lots h3 a').click();
    await page.fill('[name=pack]', '50');
    await page.fill('[name=moq]', '100');
    await page.fill('[name=reference]', '2400');
    await page.getByRole('button', { name: fr.roundForms.saveLot, exact: true }).click();
    await page.waitForURL(/#lot-/);

    for (const [n, name] of ['Kigali Soles', 'Rubber House'].entries()) {
      await page.goto(room('tender'));
      await page.getByText(fr.tenders.coord.newOne).click();
      const form = page.locator('form[action*="tenders.inviteNew"]');
      await form.locator('[name=name]').fill(name);
      await form.locator('[name=email]').fill(addresses[n]!);
      await form.locator('[name=country]').selectOption('RW');
      await form.locator('[name=locale]').selectOption('en');
      await form.getByRole('button').click();
      await page.getByText(name).first().waitFor();
    }
    await page.goto(room());
    await page.getByRole('button', { name: fr.rounds.open }).click();
    await page.waitForSelector(`.badge:has-text("${fr.rounds.states.pledging}")`);
  });

  it('takes the pledge of a member, and of one without a phone through the coordinator', async () => {
    await member.page.goto(own());
    await member.page.fill('[name=firm]', '120');
    await member.page.fill('[name=tolerance]', '20');
    await member.page.locator('.pledge-form button').click();
    await member.page.getByText(fr.pledges.saved).waitFor();
    const [lot] = await sql`select id from public.lots where round_id = ${at.round}`;
    const { page } = coordinator;
    await page.goto(room(`pledges?member=${at.neighbour}&lot=${lot!['id']}`));
    await page.locator('#pledge-for [name=firm]').fill('60');
    await page.locator('#pledge-for [name=tolerance]').fill('30');
    await page.locator('#pledge-for form[method=POST] button').click();
    await page.getByText(fr.pledges.saved).waitFor();
    await expectReadable(page);
  });

  it('asks the suppliers once the time to pledge is over; each bids by link and gets a receipt', async () => {
    await passes('pledges', 'bidding');
    const [row] = await sql`select slug from public.rounds where id = ${at.round}`;
    at.slug = String(row!['slug']);
    for (const [n, prices] of [['1200', '1000'], ['1150']].entries()) {
      const supplier = await visit(browser, NARROW);
      suppliers.push(supplier);
      const { page } = supplier;
      const mail = await site.mailTo(addresses[n]!);
      await page.goto(linkIn(mail.text, `/tenders/${at.slug}/open`));
      await page.getByRole('link', { name: en.tenders.makeBid }).first().click();
      for (const [i, price] of prices.entries())
        await page.locator('[name=price]').nth(i).fill(price);
      if (prices[1]) await page.locator('[name=from]').nth(1).fill('200');
      await page.fill('[name=leadTimeDays]', '10');
      await page.fill('[name=freightFixed]', n === 0 ? '5000' : '3000');
      await page.click('button[value=review]');
      await page.getByRole('button', { name: en.tenders.fileButton }).click();
      receipts.push(await page.locator('.receipt .receipt-code').innerText());
    }
    expect(receipts.every((receipt) => /^[0-9a-f]{64}$/.test(receipt))).toBe(true);
    // Sealed: the coordinator's room and the public page know of no bid.
    await coordinator.page.goto(room('tender'));
    for (const receipt of receipts) expect(await coordinator.page.content()).not.toContain(receipt);
    const before = await coordinator.page.request.get(
      `${site.url}/ocds/rounds/${at.slug}/record.json`,
    );
    expect(await before.text()).not.toMatch(/1150|"bids"/);
  });

  it('is opened by the clock, compared, and awarded at the optimum', async () => {
    await passes('bids', 'opened');
    const { page } = coordinator;
    await page.goto(room('bids'));
    const compared = await words(coordinator);
    for (const word of ['Kigali Soles', 'Rubber House']) expect(compared).toContain(word);
    await expectReadable(page);
    await page.goto(room('award'));
    await page.locator('#optimum').getByRole('button', { name: fr.award.decide }).click();
    await page.getByText(fr.award.decided(fr.award.methods.optimum)).waitFor();
    await expectReadable(page);
  });

  it('tells the member what it gets, and why it is more than it asked for', async () => {
    // 180 pairs for certain, packs of 50: the 20 that fill the fourth pack are shared evenly.
    await member.page.goto(own());
    const share = await words(member, '#allocation');
    expect(share).toContain('130 paires');
    expect(share).toContain('10 paires');
    await expectReadable(member.page);
  });

  it('is ordered after the standstill, and the supplier confirms by link', async () => {
    await sql`update public.rounds set standstill_until = now() where id = ${at.round}`;
    const { page } = coordinator;
    const before = new Date();
    await page.goto(room('award'));
    await page.getByRole('button', { name: fr.award.place }).click();
    await page.waitForURL(/\/orders\?placed=yes/);
    const mail = await site.mailTo(addresses[0], before);
    const { page: phone } = suppliers[0]!;
    await phone.goto(linkIn(mail.text, '/purchase-orders/'));
    await phone.getByLabel(en.award.answers.accepted).check({ force: true });
    await phone.getByRole('button', { name: en.award.sendAnswer }).click();
    await phone.getByText(en.award.orderAnswered).waitFor();
    await expectReadable(phone);
    await page.reload();
    expect(await words(coordinator)).toContain(fr.award.orderStates.confirmed);
  });

  it('arrives with a damaged part, which is shared again and handed over for a signature', async () => {
    const { page } = coordinator;
    const [order] = await sql`select id from public.purchase_orders where round_id = ${at.round}`;
    await page.goto(room(`receiving?order=${order!['id']}`));
    await page.fill('[name=counted]', '200');
    await page.fill('[name=damaged]', '8');
    await page.selectOption('[name=rest]', 'none');
    const photo = Buffer.from(await softJpeg(400, 300));
    await page.setInputFiles('[name=files]', {
      name: 'box.jpg',
      mimeType: 'image/jpeg',
      buffer: photo,
    });
    await page.fill('[name=receiver]', 'Grace');
    await sign(coordinator);
    await page.getByRole('button', { name: fr.receiving.save }).click();
    await page.waitForURL(/saved=yes/);
    await page.goto(room(`receiving?member=${at.maker}`));
    expect(await page.inputValue('[name=quantity]')).toBe('126');
    await page.fill('[name=receiver]', 'Jean');
    await sign(coordinator);
    await page.getByRole('button', { name: fr.receiving.hand, exact: true }).click();
    await page.waitForSelector(`text=${fr.receiving.handSaved}`);
    await member.page.goto(own());
    expect(await words(member, '#goods')).toContain('126 paires');
  });

  it('is settled from the supplier’s invoice and the other costs', async () => {
    const { page } = coordinator;
    const s = fr.settlement;
    await page.goto(room('money'));
    await page.locator('#accounts summary').last().click();
    await page.locator('#mobile_money-holder').fill('Masoro Leather');
    await page.locator('#mobile_money-phone').fill('+250788000111');
    await page.locator('#accounts form').last().locator('button').click();
    await page.getByText(s.done.saved).waitFor();
    await page.locator('#invoices summary', { hasText: s.invoiceEnter }).click();
    await page.getByLabel(s.invoiceNumber).fill('KS-77');
    await page.locator('#invoices').getByRole('button', { name: s.invoiceEnter }).click();
    await page.getByText(s.agrees).waitFor();
    await page.locator('#costs summary', { hasText: s.costAdd }).click();
    await page.locator('#cost-amount').fill('3000');
    await page.locator('#costs').getByRole('button', { name: s.costAdd }).click();
    await page.getByText(s.done.cost).waitFor();
    await expectReadable(page);
    await page.getByRole('button', { name: s.settleButton }).click();
    await page.getByText(s.done.settled).waitFor();
  });

  it('is paid by mobile money with a proof, which the coordinator confirms', async () => {
    const s = fr.settlement;
    const { page } = member;
    await page.goto(own('money'));
    // 192 pairs at 1000, 5000 freight and 3000 duty: 126 of 192 parts.
    expect(await words(member, '#statement')).toContain('131 250 RWF');
    await page.locator('#pay').getByRole('button', { name: s.announce }).click();
    await page.getByText(s.done.announced).waitFor();
    const proof = Buffer.from(await softJpeg(400, 300));
    await page.setInputFiles('[name=files]', {
      name: 'sms.jpg',
      mimeType: 'image/jpeg',
      buffer: proof,
    });
    await page.getByRole('button', { name: s.prove }).click();
    await page.getByText(s.done.proved).waitFor();
    await expectReadable(page);
    await coordinator.page.goto(room('money'));
    await coordinator.page.getByRole('button', { name: s.confirm }).first().click();
    await coordinator.page.getByText(s.done.confirmed).waitFor();
  });

  it('ends with a report of what was saved, a public record, and books that are right', async () => {
    const { page } = coordinator;
    await page.goto(room('report'));
    // 192 pairs at 2400 in the shop; 200 000 paid.
    expect(await words(coordinator, '.stats')).toContain('260 800');
    await expectReadable(page);
    await page.goto(`${site.url}/fr/rounds/${at.slug}`);
    const told = await words(coordinator);
    for (const word of ['Kigali Soles', 'Rubber House', 'Akagera Boots'])
      expect(told).toContain(word);
    await expectReadable(page);
    const answer = await page.request.get(`${site.url}/ocds/rounds/${at.slug}/record.json`);
    const record = await answer.json();
    expect(ocdsProblems('record-package', record)).toEqual([]);
    const { tag } = record.records[0].compiledRelease;
    expect(tag).toEqual(['compiled']);
    expect(JSON.stringify(record)).toContain(receipts[1]);
    const findings = await checkLedger((query) => sql.unsafe(query) as never);
    expect(findings.flatMap(({ problems }) => problems)).toEqual([]);
    for (const window of [coordinator, member, ...suppliers]) await window.close();
  });
});
