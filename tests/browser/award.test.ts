import type { Sql } from 'postgres';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { messages } from '#src/i18n/messages.ts';
import { stageOpened, type OpenedStage } from '#tests/support/award-stage.ts';
import {
  expectAccessible,
  launchBrowser,
  PHONE,
  scrollsSideways,
  visit,
  type Visit,
} from '#tests/support/browser.ts';
import { newMember, opened, type Member } from '#tests/support/market.ts';
import { PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { AWARD_ROUND } from './award-pages.ts';

// From opened bids to a confirmed order, on phones: the coordinator decides, a member reads why, a supplier answers.

let site: Site;
let browser: Browser;
let sql: Sql;
let coordinator: Visit;
let member: Visit;
let supplier: Visit;
let round: OpenedStage;
let cluster = '';
let studio = '';
const t = messages('en');
const NARROW = { ...PHONE, viewport: { width: 360, height: 740 } };
const room = (name: string) => `${site.url}/coordination/${cluster}/rounds/${round.round}/${name}`;

async function signedIn({ email }: Member): Promise<Visit> {
  const window = await visit(browser, NARROW);
  const { page } = window;
  await page.goto(`${site.url}/sign-in`);
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
  sql = connect(site.runtime.databaseUrl, { max: 2 });
  const [maker, guide] = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'coordinate'),
  ]);
  studio = await opened(maker.person, 'studio', 'Akagera Boots');
  cluster = await opened(guide.person, 'coordination', 'Masoro');
  const [ids] = await sql<{ producer: string; cluster: string }[]>`
    select p.id as producer, k.id as cluster from public.producers p, public.clusters k where p.slug = ${studio} and k.slug = ${cluster}`;
  await sql`insert into public.memberships (cluster_id, producer_id) values (${ids!.cluster}, ${ids!.producer})`;
  round = await stageOpened(
    sql,
    { cluster: ids!.cluster, members: [ids!.producer] },
    { ...AWARD_ROUND, title: 'Soles for March' },
  );
  [coordinator, member] = await Promise.all([signedIn(guide), signedIn(maker)]);
  supplier = await visit(browser, { ...NARROW, javaScriptEnabled: false });
}, 120_000);
afterAll(async () => {
  await sql?.end();
  await browser?.close();
  await site?.stop();
});

describe('an award', () => {
  it('begins with bids that can be compared', async () => {
    const { page } = coordinator;
    await page.goto(room('bids'));
    const text = (await page.textContent('main'))!;
    expect(text).toContain(t.award.opened(2));
    expect(text).toContain('Sole Traders');
    expect(text).toContain(t.award.noBidsForLot);
    await looksRight(coordinator);
  });

  it('can be looked at in other ways, each at an address of its own, and is decided by a button', async () => {
    const { page } = coordinator;
    await page.goto(room('award'));
    await looksRight(coordinator);
    await page.locator(`[name=without][value='${round.suppliers[0]!.id}']`).check();
    await page.getByRole('button', { name: t.award.look }).click();
    await page.waitForURL(/without=/);
    expect(await page.textContent('#manual')).toContain('Sole Traders');
    await looksRight(coordinator);
    await page.locator('#optimum').getByRole('button', { name: t.award.decide }).click();
    await page.waitForURL(/\/award#decided$/);
    const text = (await page.textContent('main'))!;
    expect(text).toContain(t.award.decided(t.award.methods.optimum));
    expect(text).toContain(t.award.letterWon);
    await looksRight(coordinator);
  });

  it('tells each member what it gets and why', async () => {
    const { page } = member;
    await page.goto(`${site.url}/studio/${studio}/rounds/${round.round}`);
    const text = (await page.textContent('#allocation'))!;
    expect(text).toContain('100 pairs');
    expect(text).toContain('18 pairs more');
    expect(text).toContain('more than the highest price');
    await looksRight(member);
    await coordinator.page.goto(room('allocation'));
    expect(await coordinator.page.locator('.pick-code svg').count()).toBe(1);
    await looksRight(coordinator);
  });

  it('becomes an order that the supplier answers with the link alone, without a script', async () => {
    const { page } = coordinator;
    await page.goto(room('award'));
    await page.getByRole('button', { name: t.award.place }).click();
    await page.waitForURL(/\/orders\?placed=yes/);
    await looksRight(coordinator);
    const [order] = await sql<{ id: string }[]>`
      select id from public.purchase_orders where round_id = ${round.round}`;
    const address = `${site.url}/purchase-orders/${order!.id}`;
    await supplier.page.goto(address);
    expect(await supplier.page.textContent('main')).toContain(t.award.gone404Text);
    await supplier.page.goto(`${address}?key=${round.suppliers[0]!.key}`);
    expect(supplier.page.url()).toBe(address);
    const answers = supplier.page.locator('form section.panel');
    await answers.first().getByLabel(t.award.answers.short).check();
    await answers.first().getByLabel(t.award.shortQuantity).fill('90');
    await supplier.page.getByRole('button', { name: t.award.sendAnswer }).click();
    expect(await supplier.page.textContent('main')).toContain(t.award.orderAnswered);
    await page.reload();
    expect(await page.textContent('main')).toContain(t.award.confirmedOf('90 pairs'));
    const pdf = await coordinator.page.request.get(`${address}.pdf`);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
  });
});
