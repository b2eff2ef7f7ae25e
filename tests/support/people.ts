import type { Page } from 'playwright-core';
import type { Site } from './site.ts';

export const PASSWORD = 'correct horse battery';

let counter = 0;

/** An address nobody has had in this run. */
export function freshAddress(name: string): string {
  counter += 1;
  return `${name}-${process.pid}-${counter}@example.test`;
}

/** The first address in a mail's text that matches. */
export function linkIn(text: string | undefined, part: string): string {
  const found = (text?.match(/https?:\/\/\S+/g) ?? []).find((link) => link.includes(part));
  if (!found) throw new Error(`no link with ${part} in the mail:\n${text}`);
  return found;
}

/** Signs up as a person would: the form, the mail, the link, the button. Ends where the site leads. */
export async function signUp(
  site: Site,
  page: Page,
  intent: 'sell' | 'buy' | 'coordinate',
  prefix = '',
): Promise<string> {
  const address = freshAddress(intent);
  await page.goto(`${site.url}${prefix}/sign-up`);
  await page.locator(`input[name=intent][value=${intent}]`).check({ force: true });
  await page.fill('[name=displayName]', 'A tester');
  await page.fill('[name=email]', address);
  await page.fill('[name=password]', PASSWORD);
  await page.click('main form button');
  await page.waitForSelector('h1');
  const mail = await site.mailTo(address);
  await page.goto(linkIn(mail.text, '/auth/confirm'));
  await page.click('main form button');
  await page.waitForURL(/\/welcome/);
  return address;
}

/** Opens a workshop from the welcome page; answers its slug. */
export async function openWorkshop(page: Page, name: string): Promise<string> {
  await page.fill('[name=name]', name);
  await page.locator('input[name=kind][value=workshop]').check({ force: true });
  await page.fill('[name=place]', 'Masoro');
  await page.click('main form button');
  await page.waitForURL(/\/studio\/[^/]+\/products/);
  return /\/studio\/([^/]+)/.exec(page.url())![1]!;
}
