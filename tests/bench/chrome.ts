import packaged from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Chromium from npm, or the one that CHROME_PATH names; with a port it can be driven by other tools too. */
export async function launchChrome(port?: number): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH || (await packaged.executablePath()),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
    ],
    headless: true,
  });
}
