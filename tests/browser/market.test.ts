import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DESKTOP,
  expectAccessible,
  launchBrowser,
  PHONE,
  scrollsSideways,
  visit,
} from '#tests/support/browser.ts';
import { signUp } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { setUpStalls, type Stalls } from './market-stalls.ts';

// The public market as a visitor sees it: with and without JavaScript, on a phone and on a desk, in four languages.

let site: Site;
let browser: Browser;
let stalls: Stalls;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  stalls = await setUpStalls(site);
});
afterAll(async () => {
  await stalls?.sql.end();
  await browser?.close();
  await site?.stop();
});

const NARROWEST = { ...PHONE, viewport: { width: 320, height: 640 } };
const WITHOUT_JS = { ...DESKTOP, javaScriptEnabled: false };
const PAGES = [
  '/',
  '/products',
  '/products?q=boot&material=suede&sort=price_asc',
  '/products?q=nothinglikeit',
  '/products/hill-boot',
  '/products/hill-boot/inquiry',
  '/products/hill-boot/report',
  '/producers',
  '/producers/hill-boots',
  '/producers/hill-boots/products',
  '/clusters',
  '/clusters/masoro',
  '/about',
  '/privacy',
];

/** Opens a page in a fresh window, hands it over, and fails when the browser complained. */
async function look<T>(
  path: string,
  options: typeof DESKTOP,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const window = await visit(browser, options);
  await window.page.goto(site.url + path);
  const result = await act(window.page);
  await window.close();
  return result;
}

const titles = (page: Page) => page.locator('.list-results .plate-title').allTextContents();
const total = async (page: Page) =>
  Number((await page.textContent('.list-count'))?.replace(/\D/g, ''));

describe.each([
  ['on a desk', DESKTOP, ''],
  ['on the narrowest phone, in Kinyarwanda', NARROWEST, '/rw'],
])('%s', (_name, options, prefix) => {
  it.each(PAGES)('%s is accessible and fits', async (path) => {
    const window = await visit(browser, options);
    const answer = await window.page.goto(site.url + prefix + path);
    expect(answer?.status()).toBe(200);
    await expectAccessible(window.page);
    expect(await scrollsSideways(window.page)).toBe(false);
    await window.close();
  });
});

describe('every page', () => {
  it('is kept for visitors without a cookie, and made anew when something changes', async () => {
    const ask = async (path: string) => {
      const answer = await fetch(site.url + path);
      return { cache: answer.headers.get('x-cache'), text: await answer.text() };
    };
    for (const path of ['/', '/products', '/products/hill-boot', '/producers/hill-boots']) {
      await ask(path);
      expect((await ask(path)).cache, path).toBe('hit');
    }
    await stalls.sql`update products set title = 'Hill boot, greased' where slug = 'hill-boot'`;
    await expect
      .poll(async () => (await ask('/products/hill-boot')).text)
      .toContain('Hill boot, greased');
    await stalls.sql`update products set title = 'Hill boot in oiled leather' where slug = 'hill-boot'`;
    await expect
      .poll(async () => (await ask('/products/hill-boot')).text)
      .not.toContain('Hill boot, greased');
  });
});

describe('the policy of every page', () => {
  it('names only what stands in the page, and stays small', async () => {
    for (const path of PAGES) {
      const policy = (await fetch(site.url + path)).headers.get('content-security-policy') ?? '';
      expect(policy, path).toMatch(/script-src 'self' 'sha256-/);
      expect(policy, path).not.toMatch(/unsafe|nonce|\*/);
      expect(policy.length, path).toBeLessThan(900);
    }
  });

  it('stops a text that somebody else put there', async () => {
    const window = await visit(browser, DESKTOP);
    await window.page.goto(`${site.url}/products/hill-boot`);
    const done = await window.page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<style>h1 { color: rgb(1, 2, 3) }</style>');
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      document.body.append(script);
      return [document.title, getComputedStyle(document.querySelector('h1')!).color];
    });
    expect(done).not.toContain('taken');
    expect(done).not.toContain('rgb(1, 2, 3)');
    const stopped = window.problems.splice(0).filter((one) => /Content Security Policy/.test(one));
    expect(stopped).toHaveLength(2);
    await window.close();
  });
});

describe('the list of products', () => {
  it('narrows as soon as a box is ticked, keeps its address, and goes back', async () => {
    await look('/products', DESKTOP, async (page) => {
      const all = await total(page);
      await page.locator('summary', { hasText: 'Material' }).click();
      await page.locator('input[name=material][value=suede]').check({ force: true });
      await page.waitForURL(/material=suede/);
      expect(await total(page)).toBe(7);
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
        'suede',
      );
      await page.selectOption('select[name=sort]', 'price_asc');
      await page.waitForURL(/material=suede&sort=price_asc/);
      expect((await titles(page))[0]?.trim()).toBe('Plain boot 4');
      await page.reload();
      expect(await total(page)).toBe(7);
      await page.locator('.list-chips a').click();
      await page.waitForURL((url) => !url.search.includes('material'));
      expect(await total(page)).toBe(all);
      await page.evaluate(() => document.body.setAttribute('data-same', ''));
      await page.keyboard.press('Tab');
      await page.locator('.skip').focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('body[data-same]').count()).toBe(1);
      await page.goto(`${site.url}/products?material=suede`);
      await page.locator('input[name=sample]').check({ force: true });
      await page.waitForURL(/sample=1/);
      await page.goBack();
      await page.waitForURL(/material=suede$/);
      await expect.poll(() => total(page)).toBe(7);
    });
  });

  it('keeps its filters in another language', async () => {
    await look('/products?material=suede&sort=price_asc', DESKTOP, async (page) => {
      await page.locator('.masthead-tools a[hreflang=fr]').click();
      await page.waitForURL(/\/fr\/products\?material=suede&sort=price_asc$/);
      expect(await total(page)).toBe(7);
    });
  });

  it('works without JavaScript: filters, price, order, pages', async () => {
    await look('/products?q=boot', WITHOUT_JS, async (page) => {
      await page.locator('summary', { hasText: 'Price' }).click();
      await page.fill('[name=price_min]', '11 000');
      await page.fill('[name=price_max]', '12000');
      await page.locator('.filter-foot button').click();
      await page.waitForURL(/price_min=11/);
      expect((await titles(page)).map((title) => title.trim())).toHaveLength(3);
      await page.goto(`${site.url}/products?sort=moq_asc`);
      const first = await titles(page);
      await page.locator('.pager a[rel=next]').click();
      await page.waitForURL(/after=/);
      const second = await titles(page);
      expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
      await page.locator('.pager a[rel=prev]').click();
      await page.waitForURL(/before=/);
      expect(await titles(page)).toEqual(first);
    });
  });

  it('has its filters in a sheet on a phone', async () => {
    await look('/products', PHONE, async (page) => {
      await page.locator('.filter-open').tap();
      await page.locator('#filters:popover-open').waitFor();
      await expectAccessible(page);
      await page.locator('input[name=sample]').check({ force: true });
      expect(page.url()).not.toContain('sample');
      await page.locator('.filter-foot button').tap();
      await page.waitForURL(/\/products\?sample=1$/);
      expect(await total(page)).toBe(15);
    });
  });

  it('says how it read a slip, and what to do when there is nothing', async () => {
    await look('/products?q=sisel+tray', DESKTOP, async (page) => {
      expect(await page.textContent('.list-note')).toContain('sisal tray');
      expect((await titles(page)).map((title) => title.trim())).toEqual(['Round sisal tray']);
    });
    await look('/products?country=KE&material=suede', DESKTOP, async (page) => {
      expect(await page.textContent('.empty')).toContain('Suede');
      await page.locator('.empty a', { hasText: 'Kenya' }).click();
      await page.waitForURL(/\/products\?material=suede$/);
      expect(await total(page)).toBe(7);
    });
  });
});

describe('a product', () => {
  it('shows its photographs large, by keyboard alone', async () => {
    await look('/products/hill-boot', DESKTOP, async (page) => {
      await page.locator('.gallery-strip a').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('dialog.zoom[open]').waitFor();
      expect(await page.textContent('.zoom-say')).toContain('Photo 1 of 3');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.textContent('.zoom-say')).toContain('Photo 2 of 3');
      expect(await page.textContent('.zoom-say')).toContain('Boot, view 2');
      await page.keyboard.press('+');
      expect(await page.getAttribute('.zoom-view', 'data-zoom')).toBe('2');
      await page.keyboard.press('Escape');
      await page.locator('dialog.zoom:not([open])').waitFor({ state: 'attached' });
    });
  });

  it('tells machines what it costs and where it stands', async () => {
    await look('/fr/products/hill-boot', DESKTOP, async (page) => {
      const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
      const [product, crumbs] = blocks.map((text) => JSON.parse(text) as Record<string, never>);
      expect(product).toMatchObject({
        '@type': 'Product',
        name: 'Bottine des collines, cuir huilé',
        offers: {
          '@type': 'AggregateOffer',
          lowPrice: '25000',
          highPrice: '30000',
          priceCurrency: 'RWF',
          eligibleQuantity: { minValue: 12, unitCode: 'PR' },
        },
      });
      const tiers = (product!['offers'] as unknown as { priceSpecification: object[] })
        .priceSpecification;
      expect(tiers).toMatchObject([
        { price: '30000', eligibleQuantity: { minValue: 12, maxValue: 59 } },
        { price: '27000', eligibleQuantity: { minValue: 60, maxValue: 239 } },
        { price: '25000', eligibleQuantity: { minValue: 240 } },
      ]);
      expect(crumbs).toMatchObject({ '@type': 'BreadcrumbList' });
      const languages = page.locator('link[rel=alternate][hreflang]');
      expect(await languages.count()).toBe(5);
      const card = await page.getAttribute('meta[property="og:image"]', 'content');
      const image = await fetch(card!);
      expect(image.headers.get('content-type')).toBe('image/jpeg');
      expect((await image.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
    });
  });

  it('that was taken down says so; one that never was is not found', async () => {
    const gone = await fetch(`${site.url}/products/${stalls.gone}`);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('no longer offered');
    const window = await visit(browser, PHONE);
    const answer = await window.page.goto(`${site.url}/products/never-was`);
    expect(answer?.status()).toBe(404);
    // Drawn with its styles: the browser has nothing to say but the status.
    expect(window.problems.splice(0)).toEqual([expect.stringContaining('404')]);
    await expectAccessible(window.page);
    await window.close();
    expect((await fetch(`${site.url}/og/product/${stalls.gone}.jpg`)).status).toBe(404);
  });
});

describe('asking and reporting', () => {
  it('keeps what was typed when something is missing, without JavaScript', async () => {
    const { page, problems, close } = await visit(browser, WITHOUT_JS);
    await page.goto(`${site.url}/products/hill-boot/inquiry`);
    const id = await page.inputValue('[name=id]');
    await page.fill('[name=message]', 'How much for 600 pairs by March?');
    await page.fill('[name=quantity]', '600');
    await page.selectOption('[name=country]', 'FR');
    await page.locator('main form[method=POST]').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.click('main form[method=POST] button');
    await page.locator('.form-errors').waitFor();
    expect(await page.inputValue('[name=message]')).toBe('How much for 600 pairs by March?');
    expect(await page.inputValue('[name=id]')).toBe(id);
    await page.fill('[name=name]', 'A visitor');
    await page.fill('[name=email]', 'visitor@example.test');
    await page.click('main form[method=POST] button');
    await page.locator('h1', { hasText: 'confirm' }).waitFor();
    const rows = await stalls.sql`select state from inquiries where id = ${id}`;
    expect(rows).toMatchObject([{ state: 'unconfirmed' }]);
    // The browser reports the refused form's status as an error of its own.
    expect(problems.splice(0).every((problem) => problem.includes('400'))).toBe(true);
    await close();
  });

  it('answers a machine politely and stores nothing', async () => {
    const before = await stalls.sql`select count(*)::int as n from inquiries`;
    const page = await (await fetch(`${site.url}/products/hill-boot/inquiry`)).text();
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)![1]!;
    const body = new URLSearchParams({
      id: value('id'),
      product: value('product'),
      message: 'Buy our wonderful pills today',
      country: 'FR',
      name: 'Robot',
      email: 'robot@example.test',
      website: 'https://spam.example',
    });
    const answer = await fetch(`${site.url}/products/hill-boot/inquiry?_action=inquiries.send`, {
      method: 'POST',
      body,
      headers: { origin: site.url },
    });
    expect(answer.status).toBe(200);
    expect(await stalls.sql`select count(*)::int as n from inquiries`).toEqual(before);
  });

  it('leads a signed-in person to the conversation', async () => {
    const window = await visit(browser, PHONE);
    await signUp(site, window.page, 'buy');
    await window.page.goto(`${site.url}/products/hill-boot/inquiry`);
    expect(await window.page.locator('[name=email]').count()).toBe(0);
    await expectAccessible(window.page);
    await window.page.fill('[name=message]', 'Do you also make these in size 48?');
    await window.page.selectOption('[name=country]', 'NL');
    await window.page.click('main form[method=POST] button');
    await window.page.waitForURL(/\/inquiries\/[0-9a-f-]{36}$/);
    expect(await window.page.textContent('.thread')).toContain('size 48');
    await window.close();
  });

  it('takes a report about a product and about a producer', async () => {
    for (const path of ['/products/hill-boot/report', '/producers/hill-boots/report']) {
      await look(path, PHONE, async (page) => {
        await page.locator('input[name=reason][value=misleading]').check({ force: true });
        await page.fill('[name=details]', 'The sole is glued.');
        await page.click('main form[method=POST] button');
        await page.locator('h1', { hasText: 'Thank you' }).waitFor();
        await expectAccessible(page);
      });
    }
    const rows = await stalls.sql`select subject, reason, details from reports order by subject`;
    expect(rows).toMatchObject([
      { subject: 'product', reason: 'misleading', details: 'The sole is glued.' },
      { subject: 'producer', reason: 'misleading' },
    ]);
  });
});

describe('what machines read', () => {
  it('the sitemap leads to every public page', async () => {
    const read = async (path: string) => (await fetch(site.url + path)).text();
    const parts = [...(await read('/sitemap.xml')).matchAll(/<loc>([^<]+)/g)].map(([, at]) => at!);
    const pages = (await Promise.all(parts.map(async (at) => (await fetch(at)).text()))).flatMap(
      (xml) => [...xml.matchAll(/<loc>([^<]+)/g)].map(([, at]) => at!),
    );
    for (const path of ['/', '/products/hill-boot', '/producers/hill-boots', '/clusters/masoro'])
      expect(pages).toContain(site.url + path);
    expect(pages.join()).not.toContain(stalls.gone);
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('the feed and the rules for robots name this site', async () => {
    const feed = await fetch(`${site.url}/fr/rss.xml`);
    expect(feed.headers.get('content-type')).toContain('application/rss+xml');
    expect(await feed.text()).toContain(`${site.url}/fr/products/hill-boot`);
    const robots = await (await fetch(`${site.url}/robots.txt`)).text();
    expect(robots).toContain(`Sitemap: ${site.url}/sitemap.xml`);
    expect(robots).toContain('Disallow: /fr/studio');
  });
});
