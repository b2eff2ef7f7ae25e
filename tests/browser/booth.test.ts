import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { connect } from '#supabase/embedded/database.ts';
import { expectReadable, launchBrowser, PHONE, visit, type Visit } from '#tests/support/browser.ts';
import { offerBooth, shownExhibition } from '#tests/support/exhibition-stage.ts';
import {
  invited,
  listed,
  newMember,
  opened,
  picturesReady,
  type Member,
} from '#tests/support/market.ts';
import { PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { softJpeg } from '#tests/unit/media/photos.ts';

// A workshop furnishes its booth on a phone of 360 px, in French and without a script; a curator approves it, and it is public.

let site: Site;
let browser: Browser;
let maker: Visit;
let page: Page;
/** The same person's window with a script, for axe. */
let looking: Visit;
let studio = '';
let booth = '';
let boothSlug = '';
let cluster = '';
let exhibition = '';
let slug = '';
let started = new Date();
const people: Record<'maker' | 'guide', Member> = {} as never;
const t = messages('fr');
const w = t.booths;
const NARROW = { ...PHONE, viewport: { width: 360, height: 740 }, locale: 'fr-FR' };
const SHOES = ['Bottine de Masoro', 'Sandale du lac', 'Ceinture tressée'];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  [people.maker, people.guide] = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'coordinate'),
  ]);
  studio = await opened(people.maker.person, 'studio', 'Akagera Boots');
  cluster = await opened(people.guide.person, 'coordination', 'Masoro');
  const link = await invited(people.guide.person, `/coordination/${cluster}/producers/new`);
  const { html } = await people.maker.person.get(link);
  const producer = /<option[^>]*value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? studio;
  await people.maker.person.submit(link, 'organisations.accept', { producer });
  for (const title of SHOES) await listed(people.maker.person, studio, title);
  await picturesReady(site);
  started = new Date();
  await offer();
  maker = await visit(browser, { ...NARROW, javaScriptEnabled: false });
  ({ page } = maker);
  await signIn(page, people.maker.email);
  const storageState = await maker.context.storageState();
  looking = await visit(browser, { ...NARROW, storageState });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** An open exhibition of the cluster in English and French, in which the workshop is offered a booth of three objects. */
async function offer() {
  const sql = connect(site.runtime.databaseUrl);
  try {
    const [ids] = await sql<Record<'coordinator' | 'producer' | 'cluster', string>[]>`
      select k.id as cluster, (select c.user_id from public.cluster_coordinators c where c.cluster_id = k.id limit 1) as coordinator,
        (select id from public.producers where slug = ${studio}) as producer from public.clusters k where k.slug = ${cluster}`;
    const stage = { sql, cluster: ids!.cluster, curator: ids!.coordinator };
    const shown = await shownExhibition(stage);
    ({ exhibition, slug } = shown);
    // A picture without files would be a hole in the page.
    await sql`delete from public.media where bytes = 1 and width = 2048`;
    await ask();
    booth = await offerBooth(stage, shown.hall, ids!.producer);
    const [row] = await sql<{ slug: string }[]>`select slug from public.booths where id = ${booth}`;
    boothSlug = row!.slug;
  } finally {
    await sql.end();
  }
}

/** What the curators ask of booths, sent as their form sends it. */
async function ask(more: Record<string, string> = {}) {
  const answer = await people.guide.person.submit(
    `/coordination/${cluster}/exhibitions/${exhibition}/booths`,
    'booths.saveTemplate',
    {
      exhibition,
      ask_en: 'Show us how the sole is sewn.',
      objects: '3',
      labelLength: '120',
      due: '',
      ...more,
    },
  );
  expect(answer.location).toContain('asked');
}

async function signIn(window: Page, email: string) {
  await window.goto(`${site.url}/fr/sign-in`);
  await window.fill('#f-email', email);
  await window.fill('[name=password]', PASSWORD);
  await window.locator('main form').first().locator('button').click();
  await window.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (name: string | RegExp) =>
  page.locator('main').getByRole('link', { name }).first().click();
/** Looks at the page where the person stands, with a script. */
async function readable() {
  await looking.page.goto(page.url());
  await expectReadable(looking.page);
}
const publicPage = async () =>
  (await fetch(`${site.url}/fr/exhibitions/${slug}/booths/${boothSlug}`)).status;

describe('a workshop on a phone, without a script', () => {
  it('hears of the offer, reads what is asked, and says yes', async () => {
    const mail = await site.mailTo(people.maker.email, started);
    expect(mail.text).toContain(`/studio/${studio}/exhibitions/${booth}`);
    await page.goto(`${site.url}/fr/studio/${studio}/exhibitions`);
    await readable();
    await follow('Le cuir des collines');
    expect(await page.textContent('main')).toContain('Show us how the sole is sewn.');
    await readable();
    await press(w.accept);
    expect(await page.textContent('main')).toContain(w.findings.no_object);
    expect(await page.getByRole('button', { name: w.submit }).count()).toBe(0);
    await readable();
  });

  it('chooses three of its listings', async () => {
    await follow(w.choose);
    await readable();
    await press(w.chooseAdd);
    expect(await page.textContent('.form-errors')).toContain(t.errors.required);
    for (const title of SHOES) await page.getByLabel(title).check();
    await press(w.chooseAdd);
    expect(await page.locator('.arrange-row').count()).toBe(3);
    expect(await page.textContent('#objects')).toContain(w.noRoom);
  });

  it('writes a label for each, and what is too long stays in its field', async () => {
    for (const title of SHOES) {
      await page.locator('.arrange-name').getByRole('link', { name: title }).click();
      await page.fill('#f-label_fr', `${title}, cousue à la main.`);
      if (title === SHOES[0]) await readable();
      await press(t.common.save);
      await page.waitForURL(/saved/);
    }
    await page.locator('.arrange-name').getByRole('link', { name: SHOES[0] }).click();
    const long = 'x'.repeat(121);
    const answer = await people.maker.person.submit(
      `/studio/${studio}/exhibitions/${booth}?object=${/object=([0-9a-f-]+)/.exec(page.url())![1]!}`,
      'booths.saveObject',
      { label_fr: long },
    );
    expect(answer.html).toContain(long);
    await page.goto(`${site.url}/fr/studio/${studio}/exhibitions/${booth}`);
  });

  it('puts them in order by buttons, and takes a picture of its own', async () => {
    await page.getByRole('button', { name: t.curating.moveUp(SHOES[0]!) }).click();
    expect(await page.locator('.arrange-name a').allTextContents()).toEqual([
      SHOES[2],
      SHOES[0],
      SHOES[1],
    ]);
    await page.getByRole('link', { name: w.photo, exact: true }).click();
    await page.locator('.own input').first().check();
    await press(w.photoTake);
    await readable();
    await page.goto(`${site.url}/fr/studio/${studio}/exhibitions/${booth}`);
  });

  it('sees it as visitors will, who do not see it yet', async () => {
    await follow(w.preview);
    expect(await page.textContent('main')).toContain(w.early);
    expect(await page.locator('.hang > li').count()).toBe(3);
    await page.locator('.hang a').first().click();
    expect(await page.textContent('.wall-text')).toContain('cousue à la main');
    expect(await publicPage()).toBe(404);
    await page.goto(`${site.url}/fr/studio/${studio}/exhibitions/${booth}`);
  });

  it('submits it', async () => {
    expect(await page.textContent('#ready')).not.toContain(w.checkBlocks);
    await press(w.submit);
    expect(await page.textContent('main')).toContain(w.submittedTitle);
    await readable();
    expect(await page.locator('.arrange').count()).toBe(0);
    expect(await publicPage()).toBe(404);
  });
});

describe('a curator', () => {
  const room = () => `/fr/coordination/${cluster}/exhibitions/${exhibition}/booths`;

  it('sends it back with words that the workshop reads', async () => {
    const answer = await people.guide.person.submit(room(), 'curating.handBack', {
      booth,
      reason: 'Dites aussi qui a coupé le cuir.',
    });
    expect(answer.status).toBe(303);
    await page.goto(`${site.url}/fr/studio/${studio}/exhibitions`);
    expect(await page.textContent('.stall')).toContain(w.sentBack);
    await follow('Le cuir des collines');
    expect(await page.textContent('.notice')).toContain('Dites aussi qui a coupé le cuir.');
    await follow(w.words);
    await page.fill('#f-story_fr', 'Claudine coupe, Jean coud : deux paires de mains par soulier.');
    await readable();
    await press(t.common.save);
    await page.waitForURL(/saved/);
  });

  it('allows a tool too, which comes with a picture and words for it', async () => {
    await ask({ objects: '4', hasWorks: 'true' });
    await page.goto(`${site.url}/fr/studio/${studio}/exhibitions/${booth}?part=work`);
    await page.locator('[name=kind][value=tool]').check({ force: true });
    await page.fill('#f-title_en', 'The knife');
    await page.locator('summary', { hasText: 'Français' }).first().click();
    await page.fill('#f-label_fr', 'Quarante ans de coupe.');
    await press(t.common.save);
    await page.waitForURL(/object=.*#pictures/);
    const buffer = Buffer.from(await softJpeg(900, 600));
    await page.setInputFiles('[name=photo]', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
    await page.locator('form[action*="studio/upload"] button').click();
    await page.waitForSelector('.picture-card');
    await picturesReady(site);
    await page.reload();
    await readable();
    await page.locator('.picture-card').getByLabel(t.curating.alt).first().fill('A round knife');
    await page.locator('.picture-card').getByRole('button', { name: t.common.save }).click();
    await page.goto(`${site.url}/fr/studio/${studio}/exhibitions/${booth}`);
    expect(await page.locator('.arrange-row').count()).toBe(4);
    await press(w.submit);
    expect(await page.textContent('main')).toContain(w.submittedTitle);
  });

  it('approves it on a wide screen, and everybody sees it', async () => {
    const wide = await visit(browser);
    await signIn(wide.page, people.guide.email);
    await wide.page.goto(`${site.url}${room()}`);
    await expectReadable(wide.page);
    await wide.page.getByRole('button', { name: t.curating.approve, exact: true }).click();
    await wide.page.waitForSelector(`.badge:has-text("${t.curating.boothStates.approved}")`);
    await wide.close();
    expect(await publicPage()).toBe(200);
    await page.goto(`${site.url}/fr/exhibitions/${slug}/booths/${boothSlug}`);
    expect(await page.textContent('main')).toContain('Claudine coupe, Jean coud');
    expect(await page.textContent('main')).not.toContain(w.early);
  });

  it('has nothing to do when the workshop takes an object out', async () => {
    await page.goto(`${site.url}/fr/studio/${studio}/exhibitions/${booth}`);
    await readable();
    const row = page.locator('.standing > li').first();
    await row.locator('summary').click();
    await row.getByRole('button').click();
    await page.waitForURL(/saved/);
    expect(await page.locator('.standing > li').count()).toBe(3);
    expect(await publicPage()).toBe(200);
    await looking.close();
    await maker.context.close();
    // The form without a tick, and nothing else.
    expect(maker.problems).toEqual([expect.stringContaining('booths.addProducts')]);
  });
});
