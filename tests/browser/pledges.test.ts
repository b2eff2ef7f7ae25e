import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { expectReadable } from '#tests/support/browser.ts';
import { newMember, opened, type Member } from '#tests/support/market.ts';
import { stageTrade, type TradeStage } from '#tests/support/staging.ts';

// A member pledges on a phone in French, without JavaScript and with it; the coordinator pledges for one without a phone.

let stage: TradeStage;
let coordinator: Member;
let cluster = '';
const round = randomUUID();
const [soles, hide, phoneless] = [randomUUID(), randomUUID(), randomUUID()];
const fr = messages('fr').pledges;
const en = messages('en').pledges;

beforeAll(async () => {
  stage = await stageTrade();
  const { sql, site, both } = stage;
  coordinator = await newMember(site, 'coordinate');
  cluster = await opened(coordinator.person, 'coordination', 'Masoro Leather');
  const [place] = await sql<{ id: string }[]>`
    select id from public.clusters where slug = ${cluster}`;
  await sql`
    insert into public.producers (id, slug, state, name, country)
    values (${phoneless}, 'umukandara', 'active', 'Umukandara Belts', 'RW')`;
  await sql`
    insert into public.memberships (cluster_id, producer_id)
    values (${place!.id}, ${both.producer}), (${place!.id}, ${phoneless})`;
  await sql`
    insert into public.rounds (id, slug, cluster_id, state, title, currency, zone, pledges_close_at, bids_close_at, delivery_place)
    values (${round}, 'soles-and-hide', ${place!.id}, 'pledging', 'Semelles et peaux', 'RWF', 'Africa/Kigali',
      now() + interval '2 days', now() + interval '9 days', 'Masoro')`;
  await sql`
    insert into public.lots (id, round_id, position, title, unit, decimals, pack, moq)
    values (${soles}, ${round}, 0, 'Semelles TR', 'PR', 0, 50, 0), (${hide}, ${round}, 1, 'Peau de vache', 'FTK', 2, 2500, 0)`;
  await sql`insert into public.lot_tiers values (${soles}, 1, 3600), (${soles}, 100, 3200)`;
});
afterAll(() => stage?.stop());

const pageOf = (locale = '/fr') =>
  `${stage.site.url}${locale}/studio/${stage.shop}/rounds/${round}`;
const card = (lot: string) => `#lot-${lot}`;

describe('pledging', () => {
  it('takes a minute on a phone without JavaScript', async () => {
    const { page, close } = await stage.signedIn(stage.maker, { javaScriptEnabled: false });
    await page.goto(`${stage.site.url}/fr/studio/${stage.shop}/rounds`);
    await page.getByRole('link', { name: 'Semelles et peaux' }).click();
    await page.locator(`${card(soles)} [name=firm]`).fill('40');
    await page.locator(`${card(soles)} [name=tolerance]`).fill('15');
    await page.locator(`${card(soles)} [name=ceiling]`).fill('3 500');
    await page.locator(`${card(soles)} button`).click();
    await page.getByText(fr.saved).waitFor();
    const meter = page.locator(`#meter-${soles}`);
    expect(await meter.textContent()).toContain(fr.pooled('40 paires', 1));
    expect(await page.inputValue(`${card(soles)} [name=ceiling]`)).toBe('3500');
    await close();
  });

  it('says what is wrong and keeps what was typed', async () => {
    const { page, problems, close } = await stage.signedIn(stage.maker);
    await page.goto(pageOf());
    await page.locator(`${card(hide)} [name=firm]`).fill('12,3456');
    await page.locator(`${card(hide)} [name=tolerance]`).fill('3');
    await page.locator(`${card(hide)} button`).click();
    await page.getByText(messages('fr').errors.quantity_too_precise).first().waitFor();
    expect(await page.inputValue(`${card(hide)} [name=firm]`)).toBe('12,3456');
    expect(await page.inputValue(`${card(hide)} [name=tolerance]`)).toBe('3');
    // The refusal itself.
    expect(problems.splice(0)).toHaveLength(1);
    await page.locator(`${card(hide)} [name=firm]`).fill('12,5');
    await page.locator(`${card(hide)} button`).click();
    await page.getByText(fr.saved).waitFor();
    await expectReadable(page);
    await close();
  });

  it('of another member moves the meter without a reload', async () => {
    const { page, close } = await stage.signedIn(stage.maker);
    await page.goto(pageOf());
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    const office = await stage.signedIn(coordinator);
    await office.page.goto(
      `${stage.site.url}/coordination/${cluster}/rounds/${round}/pledges?member=${phoneless}&lot=${soles}`,
    );
    await office.page.locator('#pledge-for [name=firm]').fill('60');
    await office.page.locator('#pledge-for form[method=POST] button').click();
    await office.page.getByText(en.saved).waitFor();
    const row = office.page.locator('tr', { hasText: 'Umukandara Belts' });
    expect(await row.first().textContent()).toContain('60 pairs');
    await expectReadable(office.page);
    await office.close();
    await page.locator(`#meter-${soles}`, { hasText: fr.pooled('100 paires', 2) }).waitFor();
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    // Nobody learns who pledged what.
    expect(await page.content()).not.toContain('Umukandara');
    await close();
  });

  it('is over when the time is: the form is gone, what was pledged stands', async () => {
    await stage.sql`
      update public.rounds set pledges_close_at = now() - interval '1 minute' where id = ${round}`;
    const { page, close } = await stage.signedIn(stage.maker);
    await page.goto(pageOf());
    await page.getByText(fr.mine('40 paires', '15 paires')).waitFor();
    expect(await page.locator(`${card(soles)} form`).count()).toBe(0);
    await close();
  });
});
