import { readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '#src/i18n/locales.ts';
import { localized } from '#src/paths.ts';
import { httpPerson, type HttpPerson } from '#tests/support/http-person.ts';
import {
  accessProblems,
  axe,
  launchBrowser,
  scrollsSideways,
  visit,
} from '#tests/support/browser.ts';
import {
  invited,
  letReview,
  listed,
  makeOperator,
  newMember,
  opened,
  picturesReady,
} from '#tests/support/market.ts';
import { freshAddress, linkIn } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { awardPages } from './award-pages.ts';
import { curatingPages } from './curating-pages.ts';
import { exhibitionPages } from './exhibition-pages.ts';
import { receivingPages } from './receiving-pages.ts';
import { recordPages } from './record-pages.ts';
import { roundPages } from './round-pages.ts';
import { tenderPages } from './tender-pages.ts';
import { settlementPages } from './settlement-pages.ts';
import { tradePages } from './trade-pages.ts';

// Every page there is, as the person who may see it: narrow and wide, light and dark, in four languages.

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';
let site: Site;
let browser: Browser;
const people: Record<Who, HttpPerson> = {} as never;
/** The page's file under src/pages, who sees it and at which address. */
let pages: Record<string, [Who, string]>;

/** Nothing to look at: they lead on at once, or cannot be reached without an outage. */
const NOT_SHOWN = [
  '500.astro',
  'quotes/[id].astro',
  // A screen at the fair without a token is empty; kiosk.test.ts looks at one that is paired.
  'k/[token].astro',
  // The meters alone, which the page with them asks for.
  'studio/[producer]/rounds/[id]/live.astro',
  'studio/[producer]/index.astro',
  // Without a key for cards it is not there; cards.test.ts looks at it.
  'studio/[producer]/money/card.astro',
  'studio/[producer]/products/new.astro',
];
/** What they say is that there is nothing. */
const ABSENT = ['404.astro', 'q/[code].astro'];
const NARROW = { width: 320, height: 700 };
const WIDE = { width: 1440, height: 900 };
/** The longest words, in the dark; then, on every third page, one of the others in turn, in the light. */
const languagesOf = (place: number): Locale[] =>
  place % 3 === 0 ? ['rw', (['en', 'fr', 'sw'] as const)[(place / 3) % 3]!] : ['rw'];
/** More pages than this take a test too long beside others; each part has a window of its own. */
const PART = 24;
const PARTS = [
  ...(['visitor', 'buyer'] as const).flatMap((who) => [0, 1].map((part) => [who, part] as const)),
  ...(['maker', 'coordinator', 'operator'] as const).flatMap((who) =>
    [0, 1, 2].map((part) => [who, part] as const),
  ),
];
const LONG_NAME = 'Koperative y’Abanyabukorikori b’Inkweto n’Ibikapu by’Uruhu bya Masoro';

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  pages = await furnish();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** A small market in which every page has something on it. */
async function furnish(): Promise<typeof pages> {
  people.visitor = httpPerson(site.url);
  const made = await Promise.all([
    newMember(site, 'sell'),
    newMember(site, 'coordinate'),
    newMember(site, 'buy'),
    newMember(site, 'buy'),
  ]);
  [people.maker, people.coordinator, people.buyer, people.operator] = made.map(
    (one) => one.person,
  ) as [HttpPerson, HttpPerson, HttpPerson, HttpPerson];
  const [, , , operator] = made;
  await makeOperator(site, operator!.email);
  const studio = await opened(people.maker, 'studio', LONG_NAME);
  const cluster = await opened(
    people.coordinator,
    'coordination',
    'Ihuriro ry’Abakora Ibikoresho by’Uruhu ba Masoro',
  );
  const product = await listed(
    people.maker,
    studio,
    'Inkweto ndende z’uruhu rw’inka, zidoderwa mu ntoki n’abanyabukorikori',
  );
  await join(cluster, studio);
  const asked = new Date();
  const inquiry = await ask(people.buyer, product.slug);
  await people.buyer.submit('/welcome?start=buy', 'organisations.createBuyer', {
    name: 'Schuhhaus Nordlicht an der Elbe',
    kind: 'retailer',
    country: 'DE',
  });
  const thread = await visitorThread(product.slug);
  await people.visitor.submit(`/products/${product.slug}/report`, 'reports.send', {
    reason: 'misleading',
    details: 'The picture shows another shoe.',
    email: freshAddress('reporter'),
  });
  const link = await invited(people.maker, `/studio/${studio}/members`);
  await letReview(site, cluster);
  await listed(people.maker, studio, 'Igikapu cy’uruhu gitegereje', 'in_review');
  await picturesReady(site);
  const stop = linkIn((await site.mailTo(made[0].email, asked)).text, '/unsubscribe/');
  const desk = `/coordination/${cluster}`;
  const trade = await tradePages(
    site,
    { studio, cluster, product: product.slug, inquiry },
    { maker: made[0].email, buyer: made[2].email },
  );
  return {
    ...trade,
    ...(await recordPages(site)),
    ...(await exhibitionPages(site, { product: product.slug })),
    ...(await roundPages(site, { studio, cluster })),
    ...(await receivingPages(site, { studio, cluster })),
    ...(await awardPages(site, { studio, cluster })),
    ...(await curatingPages(site, { studio, cluster })),
    ...(await settlementPages(site, { studio, cluster })),
    ...(await tenderPages(site, cluster)),
    '404.astro': ['visitor', '/no-such-page'],
    'about.astro': ['visitor', '/about'],
    'account/delete.astro': ['maker', '/account/delete'],
    'account/index.astro': ['maker', '/account'],
    'account/notifications.astro': ['maker', '/account/notifications'],
    'auth/confirm.astro': ['visitor', '/auth/confirm?token_hash=0123456789&type=signup'],
    'clusters/[slug].astro': ['visitor', `/clusters/${cluster}`],
    'clusters/index.astro': ['visitor', '/clusters'],
    'conversations/[id].astro': ['visitor', thread.address],
    'conversations/confirm/[token].astro': ['visitor', '/conversations/confirm/0123456789'],
    'coordination/[cluster]/index.astro': ['coordinator', desk],
    'coordination/[cluster]/members.astro': ['coordinator', `${desk}/members`],
    'coordination/[cluster]/producers/[producer].astro': [
      'coordinator',
      `${desk}/producers/${studio}`,
    ],
    'coordination/[cluster]/producers/index.astro': [
      'coordinator',
      `${desk}/producers?show=unverified`,
    ],
    'coordination/[cluster]/producers/new.astro': ['coordinator', `${desk}/producers/new`],
    'coordination/[cluster]/profile.astro': ['coordinator', `${desk}/profile`],
    'coordination/[cluster]/review.astro': ['coordinator', `${desk}/review`],
    'forgot-password.astro': ['visitor', '/forgot-password'],
    'index.astro': ['visitor', '/'],
    'inquiries/[id].astro': ['buyer', `/inquiries/${inquiry}`],
    'inquiries/index.astro': [
      'buyer',
      `/inquiries?at=2099-01-01T00%3A00%3A00%2B00%3A00&id=${inquiry}`,
    ],
    'invitations/[token].astro': ['visitor', link],
    'new-password.astro': ['maker', '/new-password'],
    'notifications/index.astro': ['maker', '/notifications?group=messages'],
    'operator/categories.astro': ['operator', '/operator/categories'],
    'operator/clusters.astro': ['operator', '/operator/clusters'],
    'operator/events.astro': ['operator', '/operator/events?kind=product'],
    'operator/index.astro': ['operator', '/operator'],
    'operator/jobs.astro': ['operator', '/operator/jobs'],
    'operator/producers/[producer].astro': ['operator', `/operator/producers/${studio}`],
    'operator/producers/index.astro': ['operator', '/operator/producers'],
    'operator/reports.astro': ['operator', '/operator/reports'],
    'operator/settings.astro': ['operator', '/operator/settings'],
    'operator/users.astro': ['operator', '/operator/users'],
    'privacy.astro': ['visitor', '/privacy'],
    'producers/[slug]/index.astro': ['visitor', `/producers/${studio}`],
    'producers/[slug]/products.astro': ['visitor', `/producers/${studio}/products`],
    'producers/[slug]/reviews/index.astro': ['visitor', `/producers/${studio}/reviews`],
    'producers/[slug]/report.astro': ['visitor', `/producers/${studio}/report`],
    'producers/index.astro': ['visitor', '/producers?q=koperative'],
    'products/[slug]/index.astro': ['visitor', `/products/${product.slug}`],
    'products/[slug]/inquiry.astro': ['buyer', `/products/${product.slug}/inquiry`],
    'products/[slug]/report.astro': ['visitor', `/products/${product.slug}/report`],
    'products/index.astro': ['visitor', '/products?q=inkweto&sort=newest'],
    'sign-in.astro': ['visitor', '/sign-in?next=%2Faccount'],
    'sign-out.astro': ['maker', '/sign-out'],
    'sign-up.astro': ['visitor', '/sign-up?next=%2Faccount'],
    'studio/[producer]/inquiries/[id].astro': ['maker', `/studio/${studio}/inquiries/${inquiry}`],
    'studio/[producer]/inquiries/index.astro': ['maker', `/studio/${studio}/inquiries`],
    'studio/[producer]/members.astro': ['maker', `/studio/${studio}/members`],
    'studio/[producer]/products/[id].astro': ['maker', product.path],
    'studio/[producer]/products/index.astro': [
      'maker',
      `/studio/${studio}/products?state=published`,
    ],
    'studio/[producer]/profile.astro': ['maker', `/studio/${studio}/profile`],
    'unsubscribe/[token].astro': ['visitor', new URL(stop).pathname],
    'welcome.astro': ['maker', '/welcome?start=buy'],
  };
}

async function join(cluster: string, studio: string) {
  const link = await invited(people.coordinator, `/coordination/${cluster}/producers/new`);
  const page = await people.maker.get(link);
  const producer = /<option[^>]*value="([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? studio;
  await people.maker.submit(link, 'organisations.accept', { producer });
}

const QUESTION = { message: 'Sixty pairs in brown, please?', country: 'DE', quantity: '60' };

async function ask(person: HttpPerson, product: string, more: Record<string, string> = {}) {
  const answer = await person.submit(`/products/${product}/inquiry`, 'inquiries.send', {
    ...QUESTION,
    ...more,
  });
  return /\/inquiries\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? '';
}

/** A visitor's conversation, its cookie in the visitor's browser. */
async function visitorThread(product: string) {
  const email = freshAddress('reader');
  await ask(people.visitor, product, { name: 'A reader', email });
  const { pathname } = new URL(linkIn((await site.mailTo(email)).text, '/conversations/confirm/'));
  const opened = await people.visitor.submit(pathname, 'inquiries.confirm');
  const kept = await people.visitor.get(opened.location!);
  return { address: kept.location! };
}

/** A window with the cookies of the person. */
async function windowOf(who: Who) {
  const seen = await visit(browser, { viewport: NARROW });
  const cookies = [...people[who].cookies].map(([name, value]) => ({ name, value, url: site.url }));
  await seen.context.addCookies(cookies);
  return seen;
}

const shown = () =>
  readdirSync('src/pages', { recursive: true })
    .map(String)
    // What begins with an underscore is a part of pages, not one.
    .filter((file) => file.endsWith('.astro') && !/(^|\/)_/.test(file));

async function contrastProblems(page: Page) {
  const rules = ['color-contrast', 'link-in-text-block'];
  const { violations } = await axe(page).withRules(rules).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} in the light: ${target.join(' ')} ${failureSummary}`,
    ),
  );
}

/** The innermost things that stick out at the side, for whoever has to mend it. */
const widest = (page: Page) =>
  page.evaluate(() => {
    const scrollsInside = (one: Element) => {
      for (let box = one.parentElement; box && box !== document.body; box = box.parentElement)
        if (getComputedStyle(box).overflowX !== 'visible') return true;
      return false;
    };
    const sticksOut = (one: Element) =>
      one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 &&
      !scrollsInside(one);
    const all = [...document.querySelectorAll('body *')].filter(sticksOut);
    const inner = all.filter((one) => ![...one.children].some(sticksOut));
    const named = (one: Element) =>
      `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`;
    return inner
      .slice(0, 3)
      .map(
        (one) => `${named(one.parentElement!)} > ${named(one)} “${one.textContent.slice(0, 40)}”`,
      )
      .join(', ');
  });

/** Where the language switch leads, by language. */
const switches = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('.languages a[hreflang]')].map((a) => [
        a.getAttribute('hreflang'),
        a.getAttribute('href'),
      ]),
    ),
  );

describe('every page', () => {
  it('is on the list, so that a new one is looked at too', () => {
    expect(Object.keys(pages).toSorted()).toEqual(
      shown()
        .filter((file) => !NOT_SHOWN.includes(file))
        .toSorted(),
    );
  });

  it('is in one of the parts below', () => {
    for (const who of Object.keys(people)) {
      const mine = Object.values(pages).filter(([one]) => one === who).length;
      const parts = PARTS.filter(([one]) => one === who).length;
      expect(mine, who).toBeLessThanOrEqual(parts * PART);
    }
  });

  it.each(PARTS)(
    'that a %s sees fits 320 px in four languages, passes axe in light and dark, and changes language in place (part %i)',
    async (who, part) => {
      const all = Object.entries(pages).filter(([, [one]]) => one === who);
      const mine = all.slice(part * PART, (part + 1) * PART);
      const seen = await windowOf(who);
      const { page } = seen;
      const wrong: string[] = [];
      for (const [place, [file, [, address]]] of mine.entries()) {
        const say = (problem: string) => wrong.push(`${file}: ${problem}`);
        for (const [n, locale] of languagesOf(place).entries()) {
          await page.setViewportSize(NARROW);
          await page.emulateMedia({ colorScheme: n === 0 ? 'dark' : 'light' });
          const answer = await page.goto(site.url + localized(address, locale));
          const status = answer!.status();
          if (status !== (ABSENT.includes(file) ? 404 : 200)) say(`${status} in ${locale}`);
          if (await scrollsSideways(page)) say(`too wide in ${locale}: ${await widest(page)}`);
          if ((await page.getAttribute('html', 'lang')) !== locale) say(`is not in ${locale}`);
          // The whole look is in the dark; in the light it is contrast alone, and the stories look at the rest.
          if (n === 0) {
            await page.setViewportSize(WIDE);
            (await accessProblems(page)).forEach(say);
          } else (await contrastProblems(page)).forEach(say);
        }
        const links = await switches(page);
        // A frame on somebody else's page speaks the language that page asked for.
        for (const locale of file.startsWith('embed/') ? [] : LOCALES) {
          if (links[locale] !== localized(address, locale))
            say(`${locale} leads to ${links[locale]}`);
        }
      }
      expect(wrong).toEqual([]);
      seen.problems.splice(
        0,
        Infinity,
        ...seen.problems.filter((problem) => !/no-such-page|\/q\//.test(problem)),
      );
      await seen.close();
    },
  );
});
