import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { expectReadable, launchBrowser, PHONE, visit } from '#tests/support/browser.ts';
import { addHall, draftExhibition, furnishedBooth } from '#tests/support/exhibition-stage.ts';
import { iiifProblems } from '#tests/support/iiif-rules.ts';
import { listed, newMember, opened, picturesReady, type Member } from '#tests/support/market.ts';
import { PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';

// An exhibition as museums' viewers, other sites and an archive meet it.

let site: Site;
let browser: Browser;
let sql: ReturnType<typeof connect>;
let curator: Member;
let cluster: string;
let show: { id: string; slug: string; booth: string; object: string };

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  sql = connect(site.runtime.databaseUrl);
  const [maker, coordinator] = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'coordinate'),
  ]);
  curator = coordinator;
  const shop = await opened(maker.person, 'studio', 'Akagera Boots');
  cluster = await opened(coordinator.person, 'coordination', 'Masoro Hills');
  const boot = await listed(maker.person, shop, 'Ankle boot');
  await picturesReady(site);
  const [seats] = await sql<{ cluster: string; curator: string; producer: string }[]>`
    select c.id as cluster, k.user_id as curator, p.id as producer from public.clusters c
    join public.cluster_coordinators k on k.cluster_id = c.id, public.producers p where c.slug = ${cluster} and p.slug = ${shop}`;
  const stage = { sql, cluster: seats!.cluster, curator: seats!.curator };
  const id = await draftExhibition(stage);
  const hall = await addHall(stage, id);
  await sql`insert into public.memberships (cluster_id, producer_id) values (${seats!.cluster}, ${seats!.producer}) on conflict do nothing`;
  const made = await furnishedBooth(stage, hall, seats!.producer, { products: [boot.id] });
  const [row] = await sql<{ slug: string; booth: string; object: string }[]>`
    update public.exhibitions set published_at = now(), opens_at = now() - interval '1 hour', closes_at = now() + interval '1 hour' where id = ${id}
    returning slug, (select slug from public.booths where id = ${made.booth}) as booth, (select slug from public.exhibits where id = ${made.exhibits[0]!}) as object`;
  show = { id, ...row! };
});
afterAll(async () => {
  await sql?.end();
  await browser?.close();
  await site?.stop();
});

const here = (address: string) => site.url + address.slice(new URL(address).origin.length);
type Doc = { id: string; type: string; items?: Doc[] };

describe('IIIF', () => {
  it('leads from the top collection to every object and every picture', async () => {
    const pictures = new Set<string>();
    const manifests = new Set<string>();
    const follow = async (address: string) => {
      const answer = await fetch(here(address));
      expect(answer.status, address).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('content-type')).toBe(
        'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
      );
      const text = await answer.text();
      const document = JSON.parse(text) as Doc;
      expect(iiifProblems(document), address).toEqual([]);
      expect(here(document.id)).toBe(here(address));
      for (const [id] of text.matchAll(/https?:\/\/[^"]+\/iiif\/3\/[\w-]+(?=")/g)) pictures.add(id);
      if (document.type === 'Manifest') manifests.add(document.id);
      else for (const one of document.items ?? []) await follow(one.id);
    };
    await follow(`${site.url}/iiif/collection.json`);
    expect([...manifests].map((id) => new URL(id).pathname)).toEqual([
      `/iiif/manifest/${show.slug}/${show.object}.json`,
    ]);
    expect(pictures.size).toBeGreaterThan(0);
    for (const id of pictures) {
      const info = await fetch(`${here(id)}/info.json`);
      expect(info.status).toBe(200);
      expect(await info.json()).toMatchObject({ id, type: 'ImageService3', profile: 'level0' });
    }
  });

  it('is answered again from an ETag, and anew when something changes', async () => {
    const address = `${site.url}/iiif/manifest/${show.slug}/${show.object}.json`;
    const etag = (await fetch(address)).headers.get('etag')!;
    const again = () => fetch(address, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    await sql`update public.exhibits set rights = 'http://creativecommons.org/licenses/by/4.0/' where exhibition_id = ${show.id}`;
    await expect.poll(async () => (await again()).status).toBe(200);
    expect(await (await fetch(address)).json()).toMatchObject({
      rights: 'http://creativecommons.org/licenses/by/4.0/',
    });
  });

  it('opens in OpenSeadragon from the picture’s info.json', async () => {
    const address = `${site.url}/iiif/manifest/${show.slug}/${show.object}.json`;
    const text = await (await fetch(address)).text();
    const image = /https?:\/\/[^"]+\/iiif\/3\/[\w-]+(?=")/.exec(text)![0];
    const viewer = readFileSync(
      createRequire(import.meta.url).resolve(
        'openseadragon/build/openseadragon/openseadragon.min.js',
      ),
    );
    // A page of another site, which has only the address.
    const museum = createServer((req, res) => {
      if (req.url === '/viewer.js')
        return res.setHeader('content-type', 'text/javascript').end(viewer);
      return res.setHeader('content-type', 'text/html').end(
        `<!doctype html><link rel="icon" href="data:,"><div id="v" style="width:600px;height:400px"></div><script src="/viewer.js"></script><script>
          window.viewer = OpenSeadragon({ id: 'v', prefixUrl: '', showNavigationControl: false, crossOriginPolicy: 'Anonymous', tileSources: '${here(image)}/info.json' });
          viewer.addHandler('open', () => { document.title = 'open ' + viewer.source.width + ' ' + viewer.source.height; });
          viewer.addHandler('open-failed', (e) => { document.title = 'failed ' + e.message; });
          viewer.addHandler('tile-loaded', () => { document.body.dataset.drawn = 'yes'; });
        </script>`,
      );
    });
    museum.listen(0, '127.0.0.1');
    await once(museum, 'listening');
    const window = await visit(browser);
    await window.page.goto(`http://127.0.0.1:${(museum.address() as AddressInfo).port}/`);
    const wait = { timeout: 20_000 };
    await expect.poll(() => window.page.title(), wait).toBe('open 900 700');
    const drawn = () => window.page.locator('body').getAttribute('data-drawn');
    await expect.poll(drawn, wait).toBe('yes');
    await window.close();
    museum.closeAllConnections();
    museum.close();
  });
});

describe('a booth on another site', () => {
  it('is framed there, and no other page of ours is', async () => {
    const embed = await fetch(`${site.url}/embed/${show.slug}/${show.booth}`);
    expect(embed.status).toBe(200);
    expect(embed.headers.get('x-frame-options')).toBeNull();
    expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *');
    for (const path of [
      '/',
      `/embed/${show.slug}/no-such-booth`,
      '/sign-in',
      `/iiif/collection.json`,
      `/coordination/${cluster}/exhibitions`,
    ]) {
      const answer = await fetch(site.url + path, { redirect: 'manual' });
      expect(answer.headers.get('x-frame-options'), path).toBe('DENY');
      expect(answer.headers.get('content-security-policy') ?? '', path).not.toContain(
        'ancestors *',
      );
    }
    // Curators look at their own pages in frames; other sites may not.
    const own = await fetch(`${site.url}/exhibitions/${show.slug}/booths/${show.booth}`);
    expect(own.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const window = await visit(browser, PHONE);
    await window.page.goto(`${site.url}/embed/${show.slug}/${show.booth}`);
    expect(await window.page.locator('h1').innerText()).toContain('Akagera Boots');
    expect(await window.page.locator('form, [name]:not(meta)').count()).toBe(0);
    await expectReadable(window.page);
    await window.close();
  });

  it('is told of by oEmbed, which its page names', async () => {
    const page = `/exhibitions/${show.slug}/booths/${show.booth}`;
    const html = await (await fetch(`${site.url}/fr${page}`)).text();
    const link = /type="application\/json\+oembed" href="([^"]+)"/.exec(html)![1]!;
    const answer = await fetch(here(link.replaceAll('&amp;', '&').replaceAll('&#38;', '&')));
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const told = (await answer.json()) as { html: string };
    expect(told).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 640,
      title: 'Akagera Boots',
    });
    expect(told.html).toMatch(/^<iframe src="[^"]+\/fr\/embed\//);
    expect(told.html).not.toContain('<script');
    const oembed = (query: Record<string, string>) =>
      fetch(`${site.url}/oembed?${new URLSearchParams(query)}`);
    const url = new URL(link).origin + page;
    expect(await (await oembed({ url, maxwidth: '300' })).json()).toMatchObject({ width: 300 });
    for (const [query, status] of [
      [{ url: 'https://elsewhere.example/' }, 404],
      [{ url: `${url}-no` }, 404],
      [{ url, maxwidth: 'x' }, 400],
      [{ url, format: 'xml' }, 501],
      [{}, 404],
    ] as const)
      expect((await oembed(query)).status, JSON.stringify(query)).toBe(status);
  });
});

const deskPath = (room: string) => `/coordination/${cluster}/exhibitions/${show.id}/${room}`;

async function atTheDesk(room: string) {
  const window = await visit(browser, PHONE);
  await window.page.goto(`${site.url}/sign-in`);
  await window.page.fill('#f-email', curator.email);
  await window.page.fill('[name=password]', PASSWORD);
  await window.page.locator('main form').first().locator('button').click();
  await window.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await window.page.goto(site.url + deskPath(room));
  return window;
}

describe('from elsewhere', () => {
  it('an address within our network is refused in one sentence, and what was typed stays', async () => {
    const { page, problems, close } = await atTheDesk('imports');
    const address = 'http://169.254.169.254/manifest.json';
    await page.fill('[name=url]', address);
    await page.locator('main form button').first().click();
    await page.waitForSelector('.form-errors');
    expect(await page.locator('main').innerText()).toContain('private network');
    expect(await page.locator('[name=url]').first().inputValue()).toBe(address);
    await expectReadable(page);
    problems.length = 0;
    await close();
  });
});

describe('the archive', () => {
  it('is made for the curator, and opens from a disk without a network', async () => {
    await sql`update public.exhibitions set closes_at = now() - interval '1 minute' where id = ${show.id}`;
    const { page, close } = await atTheDesk('archive');
    await page.locator('main form button').click();
    await page.waitForURL(/done/);
    const file = page.locator('a[href*="exhibition-archives"]');
    await expect
      .poll(
        async () => {
          await page.reload();
          return file.count();
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBe(1);
    await expectReadable(page);
    const address = (await file.getAttribute('href'))!;
    expect((await fetch(site.url + address)).status).toBe(404);
    const coming = page.waitForEvent('download');
    await file.click();
    const zip = readFileSync(await (await coming).path());
    await close();
    await opensFromDisk(new Uint8Array(zip));
  });
});

/** Unpacks it, blocks the network, and walks over every page. */
async function opensFromDisk(zip: Uint8Array): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'isoko-archive-'));
  const files = unzipSync(zip);
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const window = await visit(browser);
  const asked: string[] = [];
  await window.context.route(/^https?:/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  const pages = Object.keys(files).filter((name) => name.endsWith('.html'));
  for (const locale of ['en', 'fr', 'rw', 'sw'])
    expect(pages).toContain(`${locale}/objects/${show.object}.html`);
  for (const name of pages) {
    await window.page.goto(`file://${join(folder, name)}`);
    const found = await window.page.evaluate(() => ({
      links: [...document.querySelectorAll('a[href]')].map(
        (a) => new URL(a.getAttribute('href')!, document.baseURI).href,
      ),
      broken: [...document.images]
        .filter((i) => i.complete && i.naturalWidth === 0)
        .map((i) => i.src),
      scripts: document.scripts.length + document.forms.length,
      styled: [...document.styleSheets].length,
    }));
    expect(found.broken, name).toEqual([]);
    expect(found.scripts, name).toBe(0);
    for (const link of found.links.filter((one) => one.startsWith('file:'))) {
      const path = decodeURIComponent(new URL(link).pathname).slice(folder.length + 1);
      expect(Object.keys(files), `${name} → ${link}`).toContain(path);
    }
  }
  expect(asked).toEqual([]);
  await window.page.goto(`file://${join(folder, `en/objects/${show.object}.html`)}`);
  expect(await window.page.locator('main img').count()).toBeGreaterThan(0);
  await window.close();
  rmSync(folder, { recursive: true, force: true });
}
