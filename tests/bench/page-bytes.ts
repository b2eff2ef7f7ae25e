import type { Browser } from 'playwright-core';
import { launchChrome } from './chrome.ts';
import { publicPages, startDemo, type PublicPage } from './public-pages.ts';
import { metric, type Metric } from './report.ts';

/** Most kilobytes of a kind on a public page, compressed (DESIGN §10). */
const MOST_KB: Record<string, number> = { Document: 20, Stylesheet: 15, Script: 10 };
const LABELS: Record<string, string> = {
  Document: 'html',
  Stylesheet: 'css',
  Script: 'js',
  Font: 'fonts',
  Image: 'images',
};
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true };

/** Bytes on the wire by kind, headers included, for each public page of the demo on a phone, scrolled to its end. */
export async function pageBytes(): Promise<Metric[]> {
  const site = await startDemo();
  const browser = await launchChrome();
  try {
    const metrics: Metric[] = [];
    for (const page of await publicPages(site.runtime.databaseUrl)) {
      metrics.push(...(await weigh(browser, site.url, page)));
    }
    return metrics;
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function weigh(browser: Browser, siteUrl: string, page: PublicPage): Promise<Metric[]> {
  const context = await browser.newContext(PHONE);
  const tab = await context.newPage();
  const devtools = await context.newCDPSession(tab);
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  devtools.on('Network.responseReceived', (event) => kinds.set(event.requestId, event.type));
  devtools.on('Network.loadingFinished', (event) => {
    const kind = kinds.get(event.requestId) ?? 'Other';
    bytes.set(kind, (bytes.get(kind) ?? 0) + event.encodedDataLength);
  });
  await devtools.send('Network.enable');
  await tab.goto(new URL(page.path, siteUrl).href, { waitUntil: 'networkidle' });
  await tab.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await tab.waitForLoadState('networkidle');
  await context.close();
  const kilobytes = (kind: string) => (bytes.get(kind) ?? 0) / 1000;
  const all = [...bytes.values()].reduce((sum, n) => sum + n, 0) / 1000;
  return [
    ...Object.entries(LABELS).map(([kind, label]) =>
      metric(`bytes.${page.name}.${label}`, kilobytes(kind), 'kB', { most: MOST_KB[kind] }),
    ),
    metric(`bytes.${page.name}.all`, all, 'kB', { most: page.most }),
  ];
}
