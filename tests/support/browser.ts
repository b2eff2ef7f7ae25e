import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium as driver,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';

export type Visit = {
  page: Page;
  context: BrowserContext;
  /** Console errors and uncaught exceptions so far, each one a failure unless a test expects it. */
  problems: string[];
  /** Fails when the browser complained about anything; then closes the window. */
  close: () => Promise<void>;
};

export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** Chromium from npm, or the one that CHROME_PATH names. `more`: switches besides. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const own = process.env.CHROME_PATH;
  return driver.launch({
    executablePath: own || (await chromium.executablePath()),
    // The packaged browser is built for a sandboxless server; somebody's own Chrome brings its sandbox.
    args: [
      ...(own && process.getuid?.() !== 0 ? [] : ['--no-sandbox', '--disable-dev-shm-usage']),
      ...more,
    ],
    headless: true,
  });
}

/** A fresh window (own cookies) that remembers what the browser complains about. */
export async function visit(browser: Browser, options = DESKTOP): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  context.setDefaultTimeout(15_000);
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(String(error.error())));
  const page = await context.newPage();
  return {
    page,
    context,
    problems,
    async close() {
      await context.close();
      expect(problems, 'errors in the browser console').toEqual([]);
    },
  };
}

/** Fails with one line for each thing that axe finds on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessProblems(page), `axe on ${page.url()}`).toEqual([]);
}

/** What passes need not be described: on a long page that takes longer than looking. No rule of ours wants a file again. */
const ONLY_VIOLATIONS = { resultTypes: ['violations' as const], preload: false };

/** axe in the page itself: our pages frame nobody else's, so a second window to gather their results is time lost. */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options(ONLY_VIOLATIONS);
}

/** One line for each thing that axe finds on the page as it is now. */
export async function accessProblems(page: Page): Promise<string[]> {
  const { violations } = await axe(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Fails when the page does not fit its window or axe finds something. */
export async function expectReadable(page: Page): Promise<void> {
  expect(await scrollsSideways(page), page.url()).toBe(false);
  await expectAccessible(page);
}

/** Whether the page scrolls sideways, which no page may at 320 px. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
  );
}
