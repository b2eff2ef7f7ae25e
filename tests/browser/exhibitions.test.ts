import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessProblems,
  DESKTOP,
  expectAccessible,
  expectReadable,
  launchBrowser,
  PHONE,
  scrollsSideways,
  visit,
} from '#tests/support/browser.ts';
import { fairIn, type Fair } from '#tests/support/fair-stage.ts';
import { newMember } from '#tests/support/market.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { hangPictures, setUpStalls, type Stalls } from './market-stalls.ts';

// An exhibition as a visitor walks through it: by keyboard, on the narrowest phone, without scripts, in every light.

type Deep = { tiles: { width: number; height: number }[] };

let site: Site;
let browser: Browser;
let stalls: Stalls;
let fair: Fair;
let here: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  stalls = await setUpStalls(site);
  await hangPictures(site, stalls.sql, 'round-tray', 8);
  fair = await fairIn(stalls.sql, 'hill-boot');
  await stalls.sql`insert into exhibit_media (exhibit_id, media_id, position, role)
    select x.id, m.media_id, 20 + m.position, (array['view', 'detail', 'before', 'after', 'step', 'turn', 'turn', 'turn'])[m.position + 1]::picture_role
    from exhibits x, product_media m join products p on p.id = m.product_id where x.slug = ${fair.tool} and p.slug = 'round-tray'`;
  here = `/exhibitions/${fair.slug}`;
});
afterAll(async () => {
  await stalls?.sql.end();
  await browser?.close();
  await site?.stop();
});

const NARROWEST = { ...PHONE, viewport: { width: 320, height: 640 } };
const PAGES = () => [
  '/exhibitions',
  here,
  `${here}/halls/inzu-ya-mbere`,
  `${here}/halls/inzu-ya-kabiri`,
  `${here}/booths/${fair.booth}`,
  `${here}/objects/${fair.object}`,
  `${here}/objects/${fair.tool}`,
  `${here}/plan`,
  `${here}/search?q=inkweto`,
  `${here}/visit`,
  `${here}/slideshow`,
];

async function look(
  path: string,
  options: object,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const window = await visit(browser, { ...DESKTOP, ...options });
  const answer = await window.page.goto(site.url + path);
  expect(answer?.status(), path).toBe(200);
  await act(window.page);
  await window.close();
}
const heading = (page: Page) => page.locator('h1').first().textContent();

describe('every room', () => {
  // languages.test.ts looks at each of these on the narrowest phone and in the dark.
  it('fits and is accessible on a desk', async () => {
    const { page, close } = await visit(browser, DESKTOP);
    for (const path of PAGES()) {
      expect((await page.goto(site.url + path))?.status(), path).toBe(200);
      await expectReadable(page);
    }
    await close();
  });

  it('fits in forced colours', async () => {
    const { page, close } = await visit(browser, { ...NARROWEST, forcedColors: 'active' });
    for (const path of PAGES()) {
      await page.goto(site.url + path);
      expect(await scrollsSideways(page), path).toBe(false);
    }
    await close();
  });

  it('stays within its budgets, and is kept for visitors without a cookie', async () => {
    for (const path of PAGES().filter((one) => !one.endsWith('/visit'))) {
      let length = NaN;
      const ask = async () => {
        const answer = await fetch(site.url + path, { headers: { 'accept-encoding': 'br' } });
        await answer.text();
        length = Number(answer.headers.get('content-length'));
        return answer.headers.get('x-cache');
      };
      // A picture whose AVIF is finished just now makes its pages anew.
      await expect.poll(ask, { message: path }).toBe('hit');
      expect(length, path).toBeLessThan(20_000);
    }
  });
});

describe('a walk by keyboard', () => {
  it('leads from the list through entrance, hall and booth to the object, and asks for a quote', async () => {
    await look('/exhibitions', {}, async (page) => {
      const follow = async (name: RegExp | string) => {
        await page.getByRole('link', { name }).first().focus();
        await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      };
      await follow(/Kuva ku ruhu/);
      await follow('Enter the first hall');
      expect(await heading(page)).toBe('Icyumba cy’abadozi b’inkweto');
      await follow('Hill Boots');
      expect(await heading(page)).toBe('Hill Boots');
      await follow('Hill boot in oiled leather');
      expect(await heading(page)).toBe('Hill boot in oiled leather');
      await follow('Ask for a quote');
      expect(page.url()).toContain('/rfqs/new?product=hill-boot');
    });
  });
});

describe('the large view', () => {
  it('says which photo is seen, pans by arrows, and passes axe while it is open', async () => {
    await look(`${here}/objects/${fair.object}`, {}, async (page) => {
      await page.locator('.gallery-strip a').first().focus();
      await page.keyboard.press('Enter');
      const said = page.locator('.zoom-say');
      await expect.poll(() => said.textContent()).toContain('Photo 1 of 3');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => said.textContent()).toContain('Photo 2 of 3');
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      const left = () => page.locator('.zoom-view').evaluate((view) => view.scrollLeft);
      const before = await left();
      await page.keyboard.press('ArrowRight');
      await expect.poll(left).toBeGreaterThan(before);
      expect(await accessProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    });
  });

  it('turns a thing and slides between before and after by keys', async () => {
    await look(`${here}/objects/${fair.tool}`, {}, async (page) => {
      const slide = page.getByLabel('How much of the second photo is shown');
      await slide.focus();
      await page.keyboard.press('Home');
      expect(
        await page
          .locator('.versus')
          .first()
          .evaluate((one) => (one as HTMLElement).style.getPropertyValue('--at')),
      ).toBe('0%');
      await page.getByLabel('Turn the object').focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.turntable li:not([data-off])').count()).toBe(1);
      expect(await page.locator('.turntable li').nth(1).getAttribute('data-off')).toBeNull();
    });
  });
});

describe('without scripts', () => {
  const OFF = { javaScriptEnabled: false };

  it('chooses objects, keeps them in the browser, and asks for all of them', async () => {
    await look(`${here}/objects/${fair.object}`, OFF, async (page) => {
      await page.getByRole('button', { name: 'Add to my visit' }).click();
      expect(await page.locator('.visit-on').textContent()).toContain('On your visit');
      await page.goto(`${site.url}${here}/objects/${fair.tool}`);
      await page.getByRole('button', { name: 'Add to my visit' }).click();
      await page.goto(`${site.url}${here}/visit`);
      expect(await page.locator('.visit-list > li').count()).toBe(2);
      await page.getByRole('button', { name: 'Ask all of them for a quote' }).click();
      expect(page.url()).toContain('product=hill-boot');
      await page.goto(`${site.url}${here}/visit`);
      await page.getByRole('button', { name: 'Take off my visit' }).first().click();
      expect(await page.locator('.visit-list > li').count()).toBe(1);
    });
  });

  it('shows every photograph of a series, and slides that follow links', async () => {
    await look(`${here}/objects/${fair.tool}`, OFF, async (page) => {
      expect(await page.locator('.versus-side').count()).toBeGreaterThan(1);
      expect(await page.locator('.versus-slide:visible').count()).toBe(0);
      expect(await page.locator('.turntable li:visible').count()).toBeGreaterThan(1);
    });
    await look(`${here}/slideshow`, OFF, async (page) => {
      await page.locator('.slides-ways a').nth(1).click();
      expect(page.url()).toContain('#slide-2');
    });
  });
});

describe('what was chosen', () => {
  it('is kept as a shortlist by whoever signs in, once, without what cannot be ordered', async () => {
    const { person } = await newMember(site, 'buy');
    for (const exhibit of [fair.object, fair.tool])
      await person.submit(`${here}/objects/${exhibit}`, 'visits.change');
    const visited = await person.get(`${here}/visit`);
    expect(visited.html).not.toContain('next=%2Fexhibitions');
    const kept = await person.submit(`${here}/visit`, 'visits.keep');
    expect(kept.location).toMatch(/\/shortlists\/[0-9a-f-]{36}\?saved=1$/);
    const list = /shortlists\/([0-9a-f-]{36})/.exec(kept.location!)![1]!;
    const page = await person.get(new URL(kept.location!, site.url).pathname);
    expect(page.html).toContain('Hill boot in oiled leather');
    expect(page.html).toContain('Kuva ku ruhu');
    // A phone that heard no answer sends the same form again.
    const again = await person.submit(`${here}/visit`, 'visits.keep', { list });
    expect(again.location).toContain(list);
    const items = await stalls.sql`select 1 from shortlist_items where shortlist_id = ${list}`;
    expect(items).toHaveLength(1);
  });

  it('leads whoever has no account to sign in, and back', async () => {
    await look(`${here}/objects/${fair.object}`, {}, async (page) => {
      await page.getByRole('button', { name: 'Add to my visit' }).click();
      await page.locator('.visit-on').waitFor();
      await page.goto(`${site.url}${here}/visit`);
      await page.getByRole('link', { name: 'Sign in to keep it as a shortlist' }).click();
      expect(new URL(page.url()).searchParams.get('next')).toBe(`${here}/visit`);
    });
  });
});

describe('a picture that may be looked into', () => {
  it('opens the service of its tiles on a click, and the others are enlarged as they are', async () => {
    const { sql } = stalls;
    const [deep] = await sql<{ id: string; code: string; sha8: string }[]>`
      update media set deep_zoom = true where id = (select m.media_id from product_media m join products p on p.id = m.product_id
        where p.slug = 'hill-boot' order by m.position limit 1) returning id, code, sha8`;
    const tiled = async () => {
      // Before the AVIF files of all the pictures, which nobody waits for here.
      await sql`update graphile_worker._private_jobs set priority = 0 where key = ${`media.tile:${deep!.id}`} and locked_at is null`;
      return (await sql`select 1 from media where id = ${deep!.id} and tiled_at is not null`)
        .length;
    };
    await expect.poll(tiled, { timeout: 60_000 }).toBe(1);
    const service = `${site.url}/iiif/3/${deep!.code}-${deep!.sha8}/deep`;
    const info = (await (await fetch(`${service}/info.json`)).json()) as Deep;
    expect(info).toMatchObject({ type: 'ImageService3', profile: 'level0', width: 1000 });
    const tile = `0,0,${info.tiles[0]!.width},${info.tiles[0]!.height}/${info.tiles[0]!.width},${info.tiles[0]!.height}/0/default.jpg`;
    expect((await fetch(`${service}/${tile}`)).headers.get('content-type')).toBe('image/jpeg');
    const address = `${here}/objects/${fair.object}`;
    await expect
      .poll(async () => (await (await fetch(site.url + address)).text()).includes('deep/info.json'))
      .toBe(true);
    await look(address, {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.locator('.gallery-strip a').first().click();
      const button = page.getByRole('button', { name: 'Look as deep as the original goes' });
      await button.click();
      await page.locator('.zoom-deep canvas').waitFor();
      await expect.poll(() => asked.some((url) => url.startsWith(`${service}/`))).toBe(true);
      expect(await accessProblems(page)).toEqual([]);
      await page.locator('.zoom-bar [data-step="1"]').click();
      expect(await page.locator('.zoom-deep').count()).toBe(0);
      expect(await button.isVisible()).toBe(false);
    });
  });
});

describe('photos that nobody looks at yet', () => {
  it('are not fetched, and come when somebody is near', async () => {
    await look(`${here}/objects/${fair.object}`, PHONE, async (page) => {
      await page.waitForLoadState('networkidle');
      const seen = () =>
        page
          .locator('.gallery-strip img')
          .evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).currentSrc).length);
      expect(await seen()).toBe(1);
      await page.locator('.gallery-tools [data-step="1"]').click();
      await expect.poll(seen).toBe(3);
    });
    await look(`${here}/objects/${fair.object}`, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.gallery-strip picture:visible').count()).toBe(3);
    });
  });
});

describe('the slideshow', () => {
  it('plays only when asked to, says how to pause, and stops for whoever takes over', async () => {
    await look(`${here}/slideshow`, { reducedMotion: 'reduce' }, async (page) => {
      const play = page.locator('[data-play]');
      expect(await play.textContent()).toContain('Play');
      await play.click();
      expect(await play.textContent()).toContain('Pause');
      await page.keyboard.press('ArrowRight');
      expect(await play.textContent()).toContain('Play');
      const strip = page.locator('.slides-strip');
      await expect
        .poll(() => strip.evaluate((one) => Math.round(one.scrollLeft / one.clientWidth)))
        .toBe(1);
    });
  });
});

describe('the hours', () => {
  it('before the opening tell when, on the fair’s clock and the visitor’s, and nothing of the halls', async () => {
    const { slug } = await fairIn(stalls.sql, 'hill-boot', {
      opens: 60 * 24 * 12 + 30,
      closes: 60 * 24 * 20,
      slug: 'mu-minsi-iri-imbere',
    });
    await look(`/exhibitions/${slug}`, { timezoneId: 'Asia/Tokyo' }, async (page) => {
      const text = (await page.locator('main').textContent()) ?? '';
      expect(text).toContain('Opens in 12 days');
      expect(text).toContain('Time of Kigali');
      expect(await page.locator('.fair-own').first().textContent()).toContain('On your clock');
      expect(text).not.toContain('Icyumba');
      await expectAccessible(page);
    });
    for (const room of ['plan', 'halls/inzu-ya-mbere', 'slideshow', `booths/${fair.booth}`])
      expect((await fetch(`${site.url}/exhibitions/${slug}/${room}`)).status, room).toBe(404);
    const calendar = await fetch(`${site.url}/exhibitions/${slug}/calendar.ics`);
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(await calendar.text()).toContain('BEGIN:VEVENT');
  });

  it('of a preview are its key’s: a cookie keeps it, a banner says it, no robot and no cache keeps it', async () => {
    const { slug } = await fairIn(stalls.sql, 'hill-boot', { slug: 'irebwa-ry-ibanze' });
    await stalls.sql`update exhibitions set published_at = null, preview_hash = sha256(convert_to('opensesame1', 'UTF8')) where slug = ${slug}`;
    const address = `/exhibitions/${slug}`;
    expect((await fetch(site.url + address)).status).toBe(404);
    await look(`${address}?key=opensesame1`, {}, async (page) => {
      expect(page.url()).not.toContain('key=');
      expect(await page.locator('.fair-preview').textContent()).toContain('You see a preview');
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      await page.goto(`${site.url}${address}/plan`);
      expect(await page.locator('.fair-preview').count()).toBe(1);
      await stalls.sql`update exhibitions set preview_hash = null where slug = ${slug}`;
      expect((await page.request.get(`${site.url}${address}/plan`)).status()).toBe(404);
    });
  });
});

describe('the ways in', () => {
  it('are the masthead, the home page while it is open, and the sitemap', async () => {
    await look('/', {}, async (page) => {
      expect(await page.locator('.sections a', { hasText: 'Exhibitions' }).count()).toBe(1);
      expect(await page.locator('.bill h3').textContent()).toContain('Kuva ku ruhu');
    });
    const map = await (await fetch(`${site.url}/sitemap/exhibitions.xml`)).text();
    expect(map).toContain(`${here}/objects/${fair.object}`);
    expect(map).not.toContain('irebwa-ry-ibanze');
    const card = await fetch(`${site.url}/og/exhibition/${fair.slug}.jpg`);
    expect(card.headers.get('content-type')).toBe('image/jpeg');
    const page = await (await fetch(site.url + here)).text();
    expect(page).toContain('"ExhibitionEvent"');
  });
});
