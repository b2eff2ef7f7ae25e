import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLedger } from '#src/cli/ledger-checks.ts';
import { messages } from '#src/i18n/messages.ts';
import { connect } from '#supabase/embedded/database.ts';
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
import {
  HOOK_SECRET,
  KEY,
  signedMessage,
  startStripe,
  type StripeServer,
} from '#tests/support/stripe-server.ts';
import { plainPdf } from '#tests/unit/files/pdfs.ts';
import { softJpeg } from '#tests/unit/media/photos.ts';

// The whole trade as a new buyer lives it, on a phone: from "who can make this?" to paid, delivered and reviewed. The
// buyer reads French, three workshops read English; the card goes to a server that answers as Stripe does.

let site: Site;
let stripe: StripeServer;
let browser: Browser;
let sql: ReturnType<typeof connect>;
let buyer: Visit;
let makers: (Visit & { slug: string })[];
let rfq = '';
let order = '';
const en = messages('en');
const fr = messages('fr');
const NAMES = ['Akagera Boots', 'Gishushu Leather', 'Rwamagana Shoes'] as const;
const TERMS = [
  { price: '38.50', freight: '190', lead: '35', incoterm: 'CIF', place: 'Marseille' },
  { price: '36', freight: '', lead: '60', incoterm: 'FOB', place: 'Mombasa', terms: 'net_30' },
  { price: '44', freight: '', lead: '21', incoterm: 'DDP', place: 'Lyon', terms: 'in_advance' },
];

async function signedIn({ email }: Member, prefix = ''): Promise<Visit> {
  const window = await visit(browser, { ...PHONE, locale: prefix ? 'fr-FR' : 'en-GB' });
  const { page } = window;
  await page.goto(`${site.url}${prefix}/sign-in`);
  await page.fill('#f-email', email);
  await page.fill('[name=password]', PASSWORD);
  await page.locator('main form').first().locator('button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  return window;
}

/** A workshop that takes money by transfer; how one comes to be is told in other stories. */
async function workshop(name: string) {
  const maker = await newMember(site, 'sell');
  const slug = await opened(maker.person, 'studio', name);
  const page = `/studio/${slug}/money/accounts`;
  const { html } = await maker.person.get(page);
  const saved = await maker.person.submit(page, 'payments.saveAccount', {
    form: 'bank_transfer',
    id: randomUUID(),
    producer: /name="producer" value="([^"]+)"/.exec(html)![1]!,
    method: 'bank_transfer',
    holder: `${name} Ltd`,
    bank: 'Bank of Kigali',
    iban: 'DE89370400440532013000',
    currency: 'EUR',
  });
  expect(saved.status, saved.html).toBeLessThan(400);
  return { maker, slug };
}

async function cluster(slugs: readonly string[]) {
  await sql`
    with made as (
      insert into public.clusters (slug, name, country, approved_at) values ('masoro', 'Masoro Footwear', 'RW', now()) returning id)
    insert into public.memberships (cluster_id, producer_id)
    select made.id, p.id from made, public.producers p where p.slug = any(${slugs as string[]})`;
  await sql`update public.producers set state = 'active' where slug = any(${slugs as string[]})`;
}

beforeAll(async () => {
  stripe = await startStripe();
  const env = {
    STRIPE_SECRET_KEY: KEY,
    STRIPE_WEBHOOK_SECRET: HOOK_SECRET,
    STRIPE_API_BASE: stripe.url,
  };
  [site, browser] = await Promise.all([startSite({ env }), launchBrowser()]);
  sql = connect(site.runtime.databaseUrl, { max: 2 });
  const [shopper, ...shops] = await Promise.all([newMember(site, 'buy'), ...NAMES.map(workshop)]);
  await shopper.person.submit('/welcome?start=buy', 'organisations.createBuyer', {
    name: 'Chaussures Berger',
    kind: 'retailer',
    country: 'FR',
  });
  await cluster(shops.map(({ slug }) => slug));
  buyer = await signedIn(shopper, '/fr');
  makers = await Promise.all(
    shops.map(async ({ maker, slug }) => ({ ...(await signedIn(maker)), slug })),
  );
});
afterAll(async () => {
  await sql?.end();
  await browser?.close();
  await site?.stop();
  await stripe?.stop();
});

const fits = async (page: Page) => expect(await scrollsSideways(page), page.url()).toBe(false);
async function readable(page: Page) {
  await fits(page);
  await expectAccessible(page);
}
const press = (page: Page, name: string | RegExp) =>
  page
    .locator('main')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
const told = (page: Page, words: string) => page.locator('main').getByText(words).first().waitFor();
const unfold = (page: Page, summary: string) =>
  page.locator('main summary', { hasText: summary }).first().click();
const within = (page: Page, action: string) => page.locator(`form[action*="${action}"]`).first();
/** Words with every space, the French no-break ones too, as one plain space. */
const plain = (words: string) => words.replaceAll(/\s+/g, ' ');
const text = async (page: Page, place = 'main') => plain((await page.textContent(place))!);
/** A refusal is also an error to the browser’s console; nothing else is. */
function forgiven({ problems }: Visit) {
  expect(problems.splice(0).filter((problem) => !problem.includes('status of 400'))).toEqual([]);
}
const atOrder = () => makers[0]!.page.goto(`${site.url}/studio/${makers[0]!.slug}/orders/${order}`);
const atMoney = () => buyer.page.goto(`${site.url}/fr/orders/${order}/money`);

describe('who can make this?', () => {
  it('the buyer asks a whole cluster once', async () => {
    const { page } = buyer;
    await page.goto(`${site.url}/fr/rfqs/new?cluster=masoro`);
    await page.fill('[name=title]', '60 paires de bottines');
    await page.fill('[name="line.0.description"]', 'Bottines en cuir brun, semelle cousue');
    await page.fill('[name="line.0.quantity"]', '-60');
    await page.selectOption('[name="line.0.unit"]', 'PR');
    await page.selectOption('[name=country]', 'FR');
    await page.fill('[name=destination]', 'Lyon');
    // The server is the judge, also of what the browser would have stopped.
    await page.$eval('.rfq-form', (form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.click('.rfq-form > div > button');
    await page.waitForSelector('.form-errors');
    forgiven(buyer);
    expect(await page.inputValue('[name="line.0.quantity"]')).toBe('-60');
    expect(await page.inputValue('[name="line.0.description"]')).toContain('cousue');
    await page.fill('[name="line.0.quantity"]', '60');
    await page.click('.rfq-form > div > button');
    await page.waitForURL(/\/rfqs\/[0-9a-f-]{36}$/);
    rfq = page.url().split('/').at(-1)!;
    for (const name of NAMES) expect(await text(page, '.rfq-asked')).toContain(name);
    await readable(page);
  });

  it('three workshops answer with three sets of terms', async () => {
    await Promise.all(makers.map(({ page, slug }, n) => quoteFrom(page, slug, TERMS[n]!)));
  });

  async function quoteFrom(page: Page, slug: string, given: (typeof TERMS)[number]) {
    await page.goto(`${site.url}/studio/${slug}/inquiries`);
    await page.locator('.inbox-row', { hasText: 'bottines' }).click();
    await page.getByRole('link', { name: en.quotes.write }).click();
    await page.waitForURL(/\/quote$/);
    expect(await page.inputValue('#f-lineQuantity-0')).toBe('60');
    await page.selectOption('[name=currency]', 'EUR');
    await page.fill('#f-linePrice-0', given.price);
    await page.fill('[name=freight]', given.freight);
    await page.fill('[name=leadTime]', given.lead);
    await page.selectOption('[name=incoterm]', given.incoterm);
    await page.fill('[name=incotermPlace]', given.place);
    if (given.terms) {
      await page.selectOption('[name=paymentTerms]', given.terms);
      await page.fill('[name=deposit]', '');
    }
    await press(page, en.quotes.preview);
    await page.waitForURL(/preview=1/);
    await press(page, en.quotes.send);
    await page.waitForURL(/#quotes$/);
    expect(await text(page, '#quotes')).toContain(en.quotes.mine.producer);
  }

  it('the buyer lays them side by side', async () => {
    const { page } = buyer;
    await page.goto(`${site.url}/fr/rfqs/${rfq}`);
    await page.getByRole('link', { name: fr.rfqs.compare }).click();
    await page.waitForURL(/\/compare$/);
    const card = async (n: number) =>
      (await page.locator('.compare-cards > li', { hasText: NAMES[n]! }).textContent())!;
    expect(await card(1)).toContain(fr.quotes.cheapest);
    expect(await card(1)).toContain(fr.quotes.paymentTerms.net_30);
    expect(await card(2)).toContain(fr.quotes.fastest);
    expect(await card(0)).toMatch(/2\s500,00\s€/);
    // Nobody knows yet what the carriage from Mombasa costs.
    expect(await text(page)).not.toContain(fr.quotes.cheapestLanded);
    await readable(page);
    await page.locator('.compare-cards > li', { hasText: NAMES[0] }).getByRole('link').click();
    await page.waitForURL(/\/inquiries\//);
  });

  it('makes a counter-offer; a price that is no number keeps what was typed', async () => {
    const { page } = buyer;
    await page.getByRole('link', { name: fr.quotes.counter }).click();
    await page.waitForURL(/\/counter$/);
    await page.fill('#f-linePrice-0', 'trente-six');
    await page.fill('[name=notes]', 'Nous reviendrons au printemps.');
    await press(page, fr.quotes.counterSend);
    await told(page, fr.errors.not_a_number);
    forgiven(buyer);
    expect(await page.inputValue('#f-linePrice-0')).toBe('trente-six');
    expect(await page.inputValue('[name=notes]')).toContain('printemps');
    await page.fill('#f-linePrice-0', '36,00');
    await press(page, fr.quotes.counterSend);
    await page.waitForURL(/#quotes$/);
    expect(await text(page, '#quotes')).toContain(fr.quotes.mine.buyer);
    expect(await text(page, '#quotes')).toContain(plain(fr.orders.theirTurn(NAMES[0])));
    await fits(page);
  });

  it('the workshop meets it half way; the buyer declines another offer with a reason', async () => {
    const { page, slug } = makers[0]!;
    await page.goto(`${site.url}/studio/${slug}/inquiries`);
    await page.locator('.inbox-row', { hasText: 'bottines' }).click();
    await page.getByRole('link', { name: en.quotes.answerCounter }).click();
    await page.waitForURL(/\/quote$/);
    await page.fill('#f-linePrice-0', '37');
    await press(page, en.quotes.preview);
    await page.waitForURL(/preview=1/);
    await press(page, en.quotes.send);
    await page.waitForURL(/#quotes$/);

    const { page: theirs } = buyer;
    await theirs.goto(`${site.url}/fr/rfqs/${rfq}`);
    await theirs.locator('.rfq-asked a', { hasText: NAMES[2] }).click();
    await unfold(theirs, fr.quotes.decline);
    await theirs.fill('#f-decline', '    ');
    await press(theirs, fr.quotes.declineButton);
    await told(theirs, fr.errors.reason_required);
    forgiven(buyer);
    expect(await theirs.isVisible('#f-decline')).toBe(true);
    await theirs.fill('#f-decline', 'Trop cher pour nous.');
    await press(theirs, fr.quotes.declineButton);
    await theirs.locator('#quotes').getByText(fr.quotes.states.declined).first().waitFor();
  });

  it('and accepts what was agreed, once', async () => {
    const { page } = buyer;
    await page.goto(`${site.url}/fr/rfqs/${rfq}`);
    await page.locator('.rfq-asked a', { hasText: NAMES[0] }).click();
    await page.getByRole('link', { name: fr.quotes.accept, exact: true }).click();
    await page.waitForURL(/\/accept$/);
    expect(await text(page)).toMatch(/2 410,00 €.*723,00 €/);
    await readable(page);
    await page.getByLabel(fr.quotes.acceptAgree).check();
    await press(page, fr.quotes.acceptButton);
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
    order = /\/orders\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    expect(await text(page, '.next')).toMatch(/À vous.*723,00 €/);
    await readable(page);
  });
});

describe('paying the deposit', () => {
  it('begins with the pro forma', async () => {
    await expectPaper(fr.papers.kinds.pro_forma);
  });

  it('a part by bank transfer, with a proof', async () => {
    const { page } = buyer;
    await atMoney();
    await page.fill('[name=amount]', 'quatre cents');
    await press(page, fr.payments.announce);
    await told(page, fr.errors.not_a_number);
    forgiven(buyer);
    expect(await page.inputValue('[name=amount]')).toBe('quatre cents');
    await page.fill('[name=amount]', '400,00');
    await press(page, fr.payments.announce);
    await told(page, fr.payments.done.announced);
    await fits(page);
    const proof = { name: 'Virement.pdf', mimeType: 'application/pdf', buffer: plainPdf() };
    await within(page, 'payments.prove').locator('[type=file]').setInputFiles(proof);
    await press(page, fr.payments.prove);
    await told(page, fr.payments.done.proved);
  });

  it('is confirmed by the workshop, which first has to say what is wrong when something is', async () => {
    const { page, slug } = makers[0]!;
    await page.goto(`${site.url}/studio/${slug}/money`);
    await page.locator('main').getByRole('link', { name: en.ledger.look }).first().click();
    await told(page, 'Virement.pdf');
    await unfold(page, en.payments.rejectTitle);
    await within(page, 'payments.reject').locator('[name=reason]').fill(' ');
    await press(page, en.payments.reject);
    await told(page, en.errors.reason_required);
    forgiven(makers[0]!);
    await within(page, 'payments.confirm').getByRole('button').click();
    await told(page, en.payments.done.confirmed);
    await fits(page);
  });

  it('the rest by card, told twice by Stripe and counted once', async () => {
    const { page } = buyer;
    await atMoney();
    await press(page, /323,00/);
    await page.waitForURL((url) => url.origin === stripe.url);
    expect(await page.textContent('h1')).toBe('32300 eur');
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.waitForURL(/\/fr\/orders\/[^/]+\/money/);
    expect(await text(page)).toContain(fr.cards.paid('323,00 €').replaceAll(/\s+/g, ' '));
    await fits(page);
    const [intent] = stripe.world.all('payment_intent');
    const message = signedMessage('payment_intent.succeeded', intent!);
    for (const time of ['first', 'second']) {
      const heard = await fetch(`${site.url}/hooks/stripe`, {
        method: 'POST',
        body: message.body,
        headers: { 'content-type': 'application/json', 'stripe-signature': message.signature },
      });
      expect(heard.status, time).toBe(200);
    }
    await atMoney();
    expect(await text(page, 'aside')).toMatch(/1 687,00 €/);
  });
});

describe('making and sending', () => {
  it('the workshop starts, and shows a step with a photograph', async () => {
    const { page } = makers[0]!;
    await atOrder();
    await press(page, en.orders.actions.start);
    await told(page, en.orders.next.producer.in_production);
    await press(page, en.orders.milestone.usual);
    await told(page, en.orderChanges.done.planned);
    await unfold(page, en.orders.photosAdd);
    await page.selectOption('select[name=milestone]', { index: 1 });
    const buffer = await softJpeg(1200, 900);
    await page.setInputFiles('#f-order-files', {
      name: 'cuir.jpg',
      mimeType: 'image/jpeg',
      buffer,
    });
    await press(page, en.orders.photosAdd);
    await page.locator('.making img').first().waitFor();
    await press(page, new RegExp(en.orders.milestone.tick));
    await told(page, en.orderChanges.done.advanced);
    await buyer.page.goto(`${site.url}/fr/orders/${order}`);
    await buyer.page.locator('.making img').first().waitFor();
    await readable(buyer.page);
  });

  it('inspects, packs, and is paid the balance before the goods go out', async () => {
    const { page } = makers[0]!;
    await atOrder();
    await press(page, en.orders.actions.inspect);
    await told(page, en.orders.next.producer.inspected);
    await press(page, en.orders.actions.ready);
    await told(page, en.orders.next.producer.ready);
    expect(await text(page)).toContain('1,687.00 should be paid before');

    const { page: theirs } = buyer;
    await atMoney();
    expect(await theirs.inputValue('[name=amount]')).toMatch(/^1\s?687,00$/);
    await press(theirs, fr.payments.announce);
    await told(theirs, fr.payments.done.announced);
    await press(theirs, fr.payments.prove);
    await told(theirs, fr.payments.done.proved);
    await page.goto(`${page.url().split('?')[0]}/money`);
    await within(page, 'payments.confirm').getByRole('button').click();
    await told(page, en.payments.done.confirmed);
    await told(page, en.payments.nothingOpenProducer);
  });

  it('goes out with an invoice and a packing list; a weight that is no number loses nothing', async () => {
    const { page } = makers[0]!;
    await atOrder();
    await page.fill('[name=carrier]', 'DHL');
    await page.fill('[name=tracking]', 'JD0146');
    await page.fill('[name=weight]', 'fifty');
    await press(page, en.orders.shipping.send);
    await page.locator('[aria-invalid=true]').first().waitFor();
    forgiven(makers[0]!);
    expect(await page.inputValue('[name=carrier]')).toBe('DHL');
    expect(await page.inputValue('[name=weight]')).toBe('fifty');
    await page.fill('[name=weight]', '54.5');
    await press(page, en.orders.shipping.send);
    await told(page, en.orders.next.producer.shipped);
    await readable(page);
    await expectPaper(fr.papers.kinds.commercial_invoice);
    await expectPaper(fr.papers.kinds.packing_list);
  });
});

describe('in the end', () => {
  it('the goods are there, and the buyer says in public how it was', async () => {
    const { page } = buyer;
    await page.goto(`${site.url}/fr/orders/${order}`);
    await told(page, fr.orders.next.buyer.shipped);
    await press(page, fr.orders.delivery.send);
    await told(page, fr.reviews.write);
    await page.locator('input[name=rating][value="5"]').check({ force: true });
    await page.fill('[name=body]', 'Bien cousues, à l’heure.');
    await page.fill('[name=name]', 'Une boutique à Lyon');
    await press(page, fr.reviews.send);
    await told(page, fr.orderChanges.done.reviewed);
    await readable(page);

    const passer = await visit(browser, PHONE);
    await passer.page.goto(`${site.url}/producers/${makers[0]!.slug}`);
    const words = await text(passer.page, '#reviews');
    expect(words).toContain('Bien cousues');
    expect(words).toContain('Une boutique à Lyon');
    expect(words).not.toContain('Berger');
    await passer.close();
  });

  it('the books are right to the cent', async () => {
    const findings = await checkLedger(async (query) => sql.unsafe(query));
    expect(findings.flatMap(({ problems }) => problems)).toEqual([]);
    const [row] = await sql`
      select sum(confirmed_amount)::int as paid, count(*)::int as payments from public.payments
      where order_id = ${order} and state = 'confirmed'`;
    expect(row).toEqual({ paid: 241_000, payments: 3 });
  });

  it('and nobody’s browser complained', async () => {
    await Promise.all([buyer, ...makers].map((one) => one.close()));
  });
});

/** The buyer loads a paper of the order from its page. */
async function expectPaper(kind: string) {
  const { page } = buyer;
  await page.goto(`${site.url}/fr/orders/${order}`);
  const link = page.locator('#papers a', { hasText: kind }).first();
  const paper = await page.request.get(new URL((await link.getAttribute('href'))!, site.url).href);
  expect(paper.headers()['content-type']).toBe('application/pdf');
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
}
