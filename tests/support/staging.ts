import type { Browser, BrowserContextOptions } from 'playwright-core';
import { connect } from '#supabase/embedded/database.ts';
import { launchBrowser, PHONE, visit, type Visit } from './browser.ts';
import { newMember, opened, type Member } from './market.ts';
import { PASSWORD } from './people.ts';
import { startSite, type Site } from './site.ts';

/** A running site with a workshop named Akagera Boots and somebody whose company buys; `stop` takes all of it down. */
export type TradeStage = {
  site: Site;
  browser: Browser;
  sql: ReturnType<typeof connect>;
  maker: Member;
  buyer: Member;
  /** The workshop's slug. */
  shop: string;
  /** Ids of both organisations, as the scenes of orders want them. */
  both: { producer: string; buyer: string };
  /** A window in which this member has signed in by the form; a phone unless the options say otherwise. */
  signedIn: (who: Member, options?: BrowserContextOptions) => Promise<Visit>;
  stop: () => Promise<void>;
};

export async function stageTrade({
  company = 'Nordlicht',
  country = 'DE',
  env = {},
}: { company?: string; country?: string; env?: Record<string, string> } = {}): Promise<TradeStage> {
  const [site, browser] = await Promise.all([startSite({ env }), launchBrowser()]);
  const sql = connect(site.runtime.databaseUrl);
  const [maker, buyer] = await Promise.all([newMember(site, 'sell'), newMember(site, 'buy')]);
  const shop = await opened(maker.person, 'studio', 'Akagera Boots');
  await buyer.person.submit('/welcome?start=buy', 'organisations.createBuyer', {
    name: company,
    kind: 'retailer',
    country,
  });
  const [both] = await sql<{ producer: string; buyer: string }[]>`
    select p.id as producer, b.id as buyer from public.producers p, public.buyers b
    where p.slug = ${shop} and b.name = ${company}`;
  return {
    site,
    browser,
    sql,
    maker,
    buyer,
    shop,
    both: both!,
    signedIn: (who, options = {}) => signIn(site, browser, who, options),
    async stop() {
      await sql.end();
      await browser.close();
      await site.stop();
    },
  };
}

async function signIn(
  site: Site,
  browser: Browser,
  who: Member,
  options: BrowserContextOptions,
): Promise<Visit> {
  const window = await visit(browser, { ...PHONE, ...options });
  const { page } = window;
  await page.goto(`${site.url}/sign-in`);
  await page.fill('#f-email', who.email);
  await page.fill('[name=password]', PASSWORD);
  await page.locator('main form').first().locator('button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  return window;
}
