import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { DESKTOP, expectAccessible, launchBrowser, PHONE, visit } from '#tests/support/browser.ts';
import { wordsOf, type HttpPerson } from '#tests/support/http-person.ts';
import {
  invited,
  letReview,
  listed,
  makeOperator,
  newMember,
  opened,
  picturesReady,
} from '#tests/support/market.ts';
import { startSite, type Site } from '#tests/support/site.ts';

// Those who keep the market in order: a coordinator on a phone, an operator at a desk.

const { coordination: c, operator: o, studio: s, common, record, accounts } = messages('en');
const WORKSHOP = 'Hill Sandals';
let site: Site;
let browser: Browser;
let maker: HttpPerson;
let coordinator: HttpPerson;
let operator: HttpPerson;
let studio: string;
let cluster: string;
/** The listing in the studio, and once it is approved its public page. */
let bench: string;
let sandal: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  const made = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'coordinate'),
    newMember(site, 'buy'),
  ]);
  [maker, coordinator, operator] = made.map(({ person }) => person) as [
    HttpPerson,
    HttpPerson,
    HttpPerson,
  ];
  await makeOperator(site, made[2].email);
  studio = await opened(maker, 'studio', WORKSHOP);
  cluster = await opened(coordinator, 'coordination', 'Masoro Makers');
  const link = await invited(coordinator, `/coordination/${cluster}/producers/new`);
  const { html } = await maker.get(link);
  const producer = /<option[^>]*value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
  await maker.submit(link, 'organisations.accept', { producer });
  await letReview(site, cluster);
  ({ path: bench } = await listed(maker, studio, 'Sandal with a crossed strap', 'in_review'));
  await picturesReady(site);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** A window in which somebody is signed in already. */
async function windowOf(person: HttpPerson, options = DESKTOP) {
  const seen = await visit(browser, options);
  const cookies = [...person.cookies].map(([name, value]) => ({ name, value, url: site.url }));
  await seen.context.addCookies(cookies);
  return seen;
}

/** Opens one of the desk's sections by its own navigation and holds it to axe. */
async function section(page: Page, label: string) {
  await page.locator('.desk-nav a', { hasText: label }).click();
  await page.locator('.desk-nav a[aria-current]', { hasText: label }).waitFor();
  await expectAccessible(page);
}

const notice = (page: Page, text: string) => page.locator('.notice', { hasText: text }).waitFor();
/** Where the maker's page shows the sandal, if it does. */
const onTheMarket = async () =>
  /href="(\/products\/[a-z0-9-]*sandal[a-z0-9-]*)"/.exec(
    await (await fetch(`${site.url}/producers/${studio}`)).text(),
  )?.[1];
const status = async (path: string) => (await fetch(site.url + path)).status;
/** The entry of a list that has this heading. */
const entry = (page: Page, heading: string) =>
  page.locator('main li', { has: page.getByRole('heading', { name: heading }) });

describe('a coordinator on a phone', () => {
  it('sends a listing back with a reason, which the maker reads, mends and hands in again', async () => {
    const desk = await windowOf(coordinator, PHONE);
    const { page } = desk;
    await page.goto(`${site.url}/coordination/${cluster}`);
    await expectAccessible(page);
    expect(await page.textContent('.desk-nav b')).toBe('1');
    await section(page, c.review);
    const card = entry(page, 'Sandal with a crossed strap');
    await card.locator('summary').click();
    await expectAccessible(page);
    // Without a reason it stays where it is, and the form stays open.
    await card.locator('form:has(textarea)').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await card.locator('form:has(textarea) button').click();
    await page.locator('.form-errors').waitFor();
    expect(await card.locator('textarea').isVisible()).toBe(true);
    await expectAccessible(page);
    expect(desk.problems.splice(0).every((problem) => problem.includes('400'))).toBe(true);
    await page.fill('textarea[name=reason]', 'Please show the sole as well.');
    await page.locator('form:has(textarea[name=reason]) button').click();
    await notice(page, c.sentBackNotice);
    await page.getByText(c.reviewEmptyTitle).waitFor();
    await expectAccessible(page);
    expect(await onTheMarket()).toBeUndefined();

    const workshop = await windowOf(maker, PHONE);
    await workshop.page.goto(site.url + bench);
    await notice(workshop.page, 'Please show the sole as well.');
    await expectAccessible(workshop.page);
    await workshop.page.fill('[name=title]', 'Sandal with a crossed strap and sole');
    await workshop.page.locator('button[value=publish]').click();
    await workshop.page.waitForURL(/saved=in_review/);
    await notice(workshop.page, s.sentForReview);
    await workshop.close();

    await page.goto(`${site.url}/coordination/${cluster}/review`);
    await page.getByRole('button', { name: c.approve }).click();
    await notice(page, c.approvedNotice);
    await expect.poll(onTheMarket).toContain('sandal');
    sandal = (await onTheMarket())!;
    expect(await status(sandal)).toBe(200);
    await desk.close();
  });

  it('writes down what was checked about a member', async () => {
    const desk = await windowOf(coordinator, PHONE);
    const { page } = desk;
    await page.goto(`${site.url}/coordination/${cluster}`);
    await section(page, c.producers);
    await entry(page, WORKSHOP).getByRole('link', { name: c.checklist }).click();
    await page.waitForURL(new RegExp(`/producers/${studio}$`));
    const item = page.locator('#identity');
    await item.locator('summary').click();
    await expectAccessible(page);
    await item.locator('select').selectOption('passed');
    await item.locator('textarea').fill('Identity card seen in Masoro.');
    await item.getByRole('button', { name: c.checkSave }).click();
    await notice(page, s.saved);
    expect(await item.textContent()).toContain(c.checkStates.passed);
    expect(await item.textContent()).toContain('Identity card seen in Masoro.');
    await expectAccessible(page);
    // The note is for the desks alone.
    const publicPage = await (await fetch(`${site.url}/producers/${studio}`)).text();
    expect(publicPage).not.toContain('Identity card seen');
    for (const label of [c.people, c.profile]) await section(page, label);
    await desk.close();
  });

  it('has no way into the operator’s desk', async () => {
    for (const path of ['/operator', '/operator/events.csv', `/operator/producers/${studio}`])
      expect((await coordinator.get(path)).status, path).toBe(404);
  });
});

describe('an operator', () => {
  it('names the market, and every page bears the name', async () => {
    const desk = await windowOf(operator);
    const { page } = desk;
    await page.goto(`${site.url}/operator`);
    await expectAccessible(page);
    await section(page, o.settings);
    await page.fill('[name=name]', 'Isoko ry’Intwari');
    await page.fill('[name=tagline]', 'Shoes with a maker’s name.');
    await page.getByLabel(o.approves).check({ force: true });
    await page.getByRole('button', { name: common.save, exact: true }).first().click();
    await notice(page, common.saved);
    await expectAccessible(page);
    await desk.close();

    const visitor = await visit(browser, PHONE);
    await expect
      .poll(async () => {
        await visitor.page.goto(`${site.url}/`);
        return visitor.page.title();
      })
      .toContain('Isoko ry’Intwari');
    expect(await visitor.page.textContent('.masthead .brand')).toContain('Isoko ry’Intwari');
    expect(await visitor.page.textContent('.foot')).toContain('Shoes with a maker’s name.');
    await visitor.page.goto(`${site.url}/fr${sandal}`);
    expect(await visitor.page.title()).toContain('Isoko ry’Intwari');
    await visitor.close();
  });

  it('approves a new workshop before buyers see it', async () => {
    const { person } = await newMember(site, 'sell');
    const young = await opened(person, 'studio', 'Young Tannery');
    expect(wordsOf(await person.get(`/studio/${young}/products`))).toContain(accounts.waitingTitle);
    expect(await status(`/producers/${young}`)).toBe(404);
    const desk = await windowOf(operator);
    const { page } = desk;
    await page.goto(`${site.url}/operator`);
    await section(page, o.producers);
    await page.locator('.tabs a', { hasText: c.producerStates.pending }).click();
    await entry(page, 'Young Tannery').getByRole('button', { name: o.approve }).click();
    await expect.poll(() => status(`/producers/${young}`)).toBe(200);
    await expectAccessible(page);
    await desk.close();
  });

  it('suspends a workshop with a reason, which its maker reads, and restores it', async () => {
    const desk = await windowOf(operator);
    const { page } = desk;
    await page.goto(`${site.url}/operator/producers`);
    const row = entry(page, WORKSHOP);
    await row.locator('summary').click();
    await row.locator('textarea').fill('Two buyers never got their sandals.');
    await expectAccessible(page);
    await row.locator('form:has(textarea) button').click();
    await entry(page, WORKSHOP).getByText(c.producerStates.suspended).waitFor();
    expect(await entry(page, WORKSHOP).textContent()).toContain('Two buyers never got');
    await expectAccessible(page);
    await expect.poll(() => status(`/producers/${studio}`)).not.toBe(200);
    await expect.poll(() => status(sandal)).not.toBe(200);

    const workshop = await windowOf(maker, PHONE);
    await workshop.page.goto(`${site.url}/studio/${studio}/products`);
    await notice(workshop.page, s.suspendedTitle);
    await notice(workshop.page, 'Two buyers never got their sandals.');
    await expectAccessible(workshop.page);
    await workshop.close();

    await page.goto(`${site.url}/operator/producers/${studio}`);
    await expectAccessible(page);
    await page.getByRole('button', { name: o.restore }).click();
    await notice(page, common.saved);
    await expect.poll(() => status(sandal)).toBe(200);
    await desk.close();
  });

  it('finishes the checklist, and buyers see the seal with what was checked', async () => {
    const desk = await windowOf(operator);
    const { page } = desk;
    for (const item of ['identity', 'registration', 'workshop_visit'] as const) {
      await page.goto(`${site.url}/operator/producers/${studio}`);
      const check = page.locator(`#${item}`);
      await check.locator('summary').click();
      await check.locator('select').selectOption('passed');
      await check.getByRole('button', { name: c.checkSave }).click();
      await notice(page, common.saved);
    }
    await desk.close();
    const visitor = await visit(browser);
    await expect
      .poll(async () => {
        await visitor.page.goto(`${site.url}/producers/${studio}`);
        return visitor.page.locator('.checks-list li').count();
      })
      .toBe(3);
    await visitor.page.locator('a.verified').click();
    await expectAccessible(visitor.page);
    await visitor.close();
  });

  it('finds all of it in the record, and in the file of it', async () => {
    const desk = await windowOf(operator);
    const { page } = desk;
    await page.goto(`${site.url}/operator`);
    await section(page, o.record);
    await page.selectOption('[name=kind]', { label: record.kinds.producer });
    await page.fill('[name=producer]', WORKSHOP);
    await page.getByRole('button', { name: o.filterApply }).click();
    await page.waitForURL(/kind=producer/);
    const lines = (await page.textContent('.timeline')) ?? '';
    expect(lines).toContain(
      record.sentences['producer.suspended']('Somebody who came to buy', WORKSHOP),
    );
    expect(lines).toContain('Two buyers never got their sandals.');
    expect(lines).not.toContain('Young Tannery');
    await expectAccessible(page);
    const file = await page.getAttribute('a[download]', 'href');
    const csv = await operator.get(file!);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.html).toContain('Two buyers never got their sandals.');
    expect(csv.html).not.toContain('Young Tannery');
    await desk.close();
  });

  it('looks at the jobs: none gave up', async () => {
    const desk = await windowOf(operator);
    const { page } = desk;
    await page.goto(`${site.url}/operator`);
    await section(page, o.jobs);
    await page.getByText(o.jobEmpty.dead).waitFor();
    for (const tab of [o.jobTabs.running, o.jobTabs.waiting]) {
      await page.locator('.tabs a', { hasText: tab }).click();
      await page.locator('.tabs a[aria-current]', { hasText: tab }).waitFor();
      await expectAccessible(page);
    }
    for (const label of [o.clusters, o.users, o.reports, o.categories]) await section(page, label);
    await desk.close();
  });
});
