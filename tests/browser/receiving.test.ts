import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { connect } from '#supabase/embedded/database.ts';
import { stageOrders, type OrderedRound } from '#tests/db/receiving-scene.ts';
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

// From the truck to the member's hands, on a phone, in French.

const t = messages('fr');
const r = t.receiving;
const NARROW = { ...PHONE, viewport: { width: 360, height: 740 }, locale: 'fr-FR' };

let site: Site;
let browser: Browser;
let coordinator: Visit;
let member: Visit;
let sql: ReturnType<typeof connect>;
let staged: OrderedRound;
const seats = { studio: '', cluster: '', producer: '' };
const room = (query = '') =>
  `${site.url}/fr/coordination/${seats.cluster}/rounds/${staged.round}/receiving${query}`;

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
  sql = connect(site.runtime.databaseUrl);
  const [maker, guide] = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'coordinate'),
  ]);
  seats.studio = await opened(maker.person, 'studio', 'Akagera Boots');
  seats.cluster = await opened(guide.person, 'coordination', 'Masoro');
  const link = await invited(guide.person, `/coordination/${seats.cluster}/producers/new`);
  const { html } = await maker.person.get(link);
  const producer = /<option[^>]*value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? seats.studio;
  await maker.person.submit(link, 'organisations.accept', { producer });
  const [ids] = await sql<{ cluster: string; producer: string }[]>`
    select k.id as cluster, p.id as producer from public.clusters k, public.producers p where k.slug = ${seats.cluster} and p.slug = ${seats.studio}`;
  seats.producer = ids!.producer;
  const [other] = await sql<{ id: string }[]>`
    insert into public.producers (slug, state, name, country) values ('isoko-neighbour', 'active', 'Umucyo Leather', 'RW') returning id`;
  await sql`insert into public.memberships (cluster_id, producer_id) values (${ids!.cluster}, ${other!.id})`;
  staged = await stageOrders(sql, ids!.cluster, [
    {
      title: 'Doublure',
      unit: 'XRO',
      price: 10_000,
      shares: [
        { producer: ids!.producer, firm: 12, got: 12 },
        { producer: other!.id, firm: 38, got: 38 },
      ],
    },
  ]);
  [coordinator, member] = await Promise.all([signedIn(guide), signedIn(maker)]);
}, 120_000);
afterAll(async () => {
  await sql?.end();
  await browser?.close();
  await site?.stop();
});

describe('the store room', () => {
  it('finds an order by its number', async () => {
    const { page } = coordinator;
    await page.goto(room());
    await looksRight(coordinator);
    await page.fill('[name=code]', 'nothing like it');
    await page.getByRole('button', { name: r.find }).click();
    await page.waitForSelector(`text=${r.notFound}`);
    await page.fill('[name=code]', '1');
    await page.getByRole('button', { name: r.find }).click();
    await page.waitForURL(/order=/);
    await looksRight(coordinator);
  });

  it('says at once what is short and damaged, and keeps the count when the page is lost', async () => {
    const { page } = coordinator;
    await page.getByRole('button', { name: r.all('50 rouleaux') }).click();
    await page.locator('.verdict[data-kind=exact]').waitFor();
    const damaged = page.locator('.stepper').nth(1);
    for (let n = 0; n < 4; n += 1) await damaged.locator('[data-step="1"]').click();
    expect(await page.locator('.verdict:visible').allTextContents()).toEqual([
      expect.stringContaining('4 rouleaux'),
    ]);
    await page.fill('[name=receiver]', 'Grace');
    await page.reload();
    await page.waitForSelector(`text=${r.draftKept}`);
    expect(await page.inputValue('[name=counted]')).toBe('50');
    expect(await page.inputValue('[name=receiver]')).toBe('Grace');
    await looksRight(coordinator);
  });

  it('takes a signature, and survives a lost link', async () => {
    const { page, context } = coordinator;
    await page.selectOption('[name=rest]', 'none');
    const pad = page.locator('canvas.sign-pad');
    await pad.scrollIntoViewIfNeeded();
    const box = (await pad.boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 60, { steps: 6 });
    await page.mouse.up();
    await context.setOffline(true);
    await page.getByRole('button', { name: r.save }).click();
    await page.getByText(r.noLink).waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: r.save }).click();
    await page.waitForURL(/saved=yes/);
    await page.waitForSelector('svg.signature');
    await looksRight(coordinator);
    coordinator.problems.length = 0;
  });

  it('has shared what arrived, and hands a member its part', async () => {
    const { page } = coordinator;
    await page.goto(room());
    await looksRight(coordinator);
    await page.goto(room(`?code=${encodeURIComponent(room(`?member=${seats.producer}`))}`));
    await page.waitForURL(/member=/);
    expect(await page.inputValue('[name=quantity]')).toBe('11');
    await page.fill('[name=quantity]', '12');
    await page.fill('[name=receiver]', 'Jean');
    await page.getByRole('button', { name: r.hand, exact: true }).click();
    await page.getByText(t.errors.more_than_share).waitFor();
    expect(await page.inputValue('[name=receiver]')).toBe('Jean');
    await page.fill('[name=quantity]', '11');
    await page.getByRole('button', { name: r.hand, exact: true }).click();
    await page.waitForSelector(`text=${r.handSaved}`);
    await looksRight(coordinator);
    coordinator.problems.length = 0;
  });

  it('shows the member what it got, and why it is less', async () => {
    const { page } = member;
    await page.goto(`${site.url}/fr/studio/${seats.studio}/rounds/${staged.round}`);
    const goods = (await page.locator('#goods').textContent())!;
    expect(goods).toContain(r.yourShare('11 rouleaux'));
    expect(goods).toContain(r.yourAll);
    await looksRight(member);
    await page.goto(`${site.url}/fr/notifications`);
    expect(await page.textContent('main')).toContain('11 rouleaux');
  });

  it('corrects a count without a script, with the reason', async () => {
    const plain = await visit(browser, {
      ...NARROW,
      javaScriptEnabled: false,
      storageState: await coordinator.context.storageState(),
    });
    const { page } = plain;
    await page.goto(room());
    await page.locator('#deliveries a').first().click();
    await page.getByText(r.correct).click();
    await page.fill('[name=counted]', '48');
    await page.fill('[name=damaged]', '0');
    await page.selectOption('[name=rest]', '');
    await page.fill('[name=reason]', 'Deux rouleaux étaient secs.');
    await page.getByRole('button', { name: r.saveCorrection }).click();
    await page.locator('.field-error').waitFor();
    expect(await page.inputValue('[name=counted]')).toBe('48');
    await page.selectOption('[name=rest]', 'none');
    await page.getByRole('button', { name: r.saveCorrection }).click();
    await page.waitForSelector(`text=${r.formerCount}`);
    await page.goto(room('?list=print'));
    expect(await page.textContent('main')).toContain('Umucyo Leather');
    expect(await scrollsSideways(page)).toBe(false);
    await page.context().close();
  });

  it('gives what nobody ordered to who wants it, and sends the rest back, without a script', async () => {
    const plain = await visit(browser, {
      ...NARROW,
      javaScriptEnabled: false,
      storageState: await coordinator.context.storageState(),
    });
    const { page } = plain;
    await page.goto(room());
    await page.locator('#deliveries a').first().click();
    await page.getByText(r.correct).click();
    await page.fill('[name=counted]', '53');
    await page.fill('[name=reason]', 'Trois rouleaux étaient derrière la porte.');
    await page.getByRole('button', { name: r.saveCorrection }).click();
    await page.waitForSelector(`text=${r.formerCount}`);
    await page.goto(room());
    expect(await page.textContent('#over')).toContain(r.overOpen('3 rouleaux'));
    await page.locator('#over summary', { hasText: r.overTake }).click();
    const take = page.locator('#over form').first();
    await take.locator('[name=place]').selectOption({ label: 'Umucyo Leather' });
    await take.locator('[name=quantity]').fill('4');
    await take.locator('button').click();
    await page.getByText(t.errors.more_than_over).waitFor();
    expect(await take.locator('[name=quantity]').inputValue()).toBe('4');
    await take.locator('[name=quantity]').fill('2');
    await take.locator('button').click();
    await page.getByText(r.placed).waitFor();
    await page.locator('#over summary', { hasText: r.overReturn }).click();
    const back = page.locator('#over form').last();
    await back.locator('[name=quantity]').fill('1');
    await back.locator('button').click();
    await page.getByText(r.overDone).waitFor();
    const told = (await page.textContent('#over'))!;
    expect(told).toContain(r.overTaken('Umucyo Leather', '2 rouleaux'));
    expect(told).toContain('Sole House 1');
    expect(await scrollsSideways(page)).toBe(false);
    await coordinator.page.goto(room());
    await looksRight(coordinator);
    await page.context().close();
  });
});
