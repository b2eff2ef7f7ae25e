import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney } from '#src/domain/money.ts';
import { NOTICE_KINDS, noticeRule, type NoticeKind } from '#src/domain/notices.ts';
import { formatDay } from '#src/i18n/formats.ts';
import { LOCALES, type Locale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { renderMail } from '#src/server/mail/render.ts';
import { notice, type NoticeData } from '#src/server/notices/notice.ts';
import { smsText } from '#src/server/sms/text.ts';

const site = { name: 'Isoko', url: 'https://market.example' };
const KINDS = Object.keys(NOTICE_KINDS) as NoticeKind[];
const SIDES = ['producer', 'buyer', 'coordinator', 'operator', 'mediator'] as const;
const stop = { href: `${site.url}/unsubscribe/u.x.trade.y`, group: 'trade' as const };
const evil = '<img src=x onerror=alert(1)>"&';

/** Everything that SQL may hand over; people write in producer, buyer, title and reason. */
const FULL: NoticeData = {
  reference: 'OABC123',
  productId: '8d1f0a2e-0000-4000-8000-000000000006',
  orderId: '8d1f0a2e-0000-4000-8000-000000000001',
  inquiryId: '8d1f0a2e-0000-4000-8000-000000000002',
  quoteId: '8d1f0a2e-0000-4000-8000-000000000003',
  rfqId: '8d1f0a2e-0000-4000-8000-000000000004',
  producer: 'Abahizi Leather',
  producerSlug: 'abahizi-leather',
  buyer: 'Nord Shoes',
  cluster: 'Masoro',
  clusterSlug: 'masoro',
  title: 'Sandals, 600 pairs',
  amount: 125_050,
  currency: 'USD',
  date: '2027-03-04T10:00:00+02:00',
  reason: 'Too late for the season.',
  disputeId: '8d1f0a2e-0000-4000-8000-000000000005',
  carrier: 'DHL',
  tracking: 'JD0146',
  count: 4,
  times: 12,
  email: 'hidden@isoko.test',
  phone: '+250788123456',
};

const cases = KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale })));
/** What a sentence must never show: a hole in the data or a forgotten word. */
const HOLE = /undefined|null|NaN|\[object|Invalid|\$\{|\(\)|\s[,.]|^\s|\s$| {2}/;
const words = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');

describe('each kind in each language', () => {
  test.each(cases)('$kind in $locale is whole on the site', ({ kind, locale }) => {
    for (const side of SIDES)
      for (const data of [{ ...FULL, side }, { side }, {}]) {
        const said = notice(kind, data, locale);
        expect(said.title).not.toMatch(HOLE);
        expect(said.text).not.toMatch(HOLE);
        expect(said.text).toMatch(/^[\p{Lu}“«].*[.?!]$/u);
        expect(said.title.length).toBeLessThanOrEqual(70);
        expect(said.text.length).toBeLessThanOrEqual(220);
        expect(said.path).toMatch(/^\/[a-z]/);
        for (const [label, value] of said.facts) {
          expect(label).not.toMatch(HOLE);
          expect(value).not.toMatch(HOLE);
        }
      }
  });

  test.each(cases)('$kind in $locale says the same as HTML and as text', ({ kind, locale }) => {
    for (const side of ['producer', 'buyer'] as const) {
      const data = { ...FULL, side, product: 'Sandals', message: 'Good morning', unit: 'PR' };
      const mail = renderMail(kind, locale, data, site, noticeRule(kind).must ? undefined : stop);
      const spoken = words(mail.html);
      expect(mail.subject.length).toBeLessThanOrEqual(120);
      expect(`${mail.text}${mail.html}`).not.toMatch(/undefined|NaN|\[object/);
      // Each line of the text stands in the HTML too; addresses stand there as targets.
      for (const line of mail.text.split('\n').map((each) => each.replace(/^[>*] /, '').trim())) {
        if (line === '' || line === '--') continue;
        if (line.startsWith('http')) expect(mail.html).toContain(line);
        else
          for (const part of line.split(/: ?/))
            expect(spoken).toContain(part.replace(/\s+/g, ' ').trim());
      }
      const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => new URL(href!));
      expect(links.length).toBeGreaterThanOrEqual(2);
      for (const link of links) expect(link.origin).toBe(site.url);
      expect(mail.text).not.toMatch(/hidden@|\+250788/);
      expect(mail.html).not.toMatch(/hidden@|\+250788/);
    }
  });

  test('differs from language to language, so that none was forgotten', () => {
    for (const kind of KINDS) {
      const texts = LOCALES.map((locale) => notice(kind, { side: 'buyer' }, locale).text);
      expect(new Set(texts).size, kind).toBe(LOCALES.length);
    }
  });

  test('what must come says so and offers no way out; the rest offers one', () => {
    for (const { kind, locale } of cases) {
      const rule = noticeRule(kind);
      const data = { ...FULL, side: 'producer', product: 'Sandals', message: 'x' };
      const mail = renderMail(kind, locale, data, site, rule.must ? undefined : stop);
      expect(mail.text.includes(messages(locale).notices.mustCome), kind).toBe(!!rule.must);
      expect(mail.text.includes(stop.href), kind).toBe(!rule.must);
      expect(mail.html.includes(stop.href), kind).toBe(!rule.must);
    }
  });
});

describe('facts', () => {
  test.each(LOCALES)('are written as %s writes money and days', (locale: Locale) => {
    const { facts } = notice('payment_due', { ...FULL, side: 'buyer' }, locale);
    const values = facts.map(([, value]) => value);
    expect(values).toContain(formatMoney({ amount: 125_050, currency: 'USD' }, locale));
    expect(values).toContain(formatDay('2027-03-04', locale));
    expect(facts.map(([label]) => label)).toContain(messages(locale).notices.facts.due);
  });

  test('count what the kind counts, and how often it came', () => {
    const values = (kind: NoticeKind) => notice(kind, { count: 4, times: 3 }, 'en').facts;
    expect(values('rfq_new')).toContainEqual(['Lines', '4']);
    expect(values('order_shipped')).toContainEqual(['Packages', '4 packages']);
    expect(values('review_new')).toContainEqual(['Rating', '4 / 5']);
    expect(values('saved_search_new')).toContainEqual(['How many', '4 new']);
    expect(values('inquiry_reply')).toEqual([['How many', '3 new']]);
    expect(notice('inquiry_reply', { count: 4, times: 1 }, 'en').facts).toEqual([]);
  });

  test('name a usual step of the work in the reader’s language', () => {
    const { facts } = notice('order_milestone', { title: 'Coupe' }, 'en');
    expect(facts).toContainEqual([expect.any(String), 'Cutting']);
    expect(notice('order_started', { title: 'Coupe' }, 'en').facts[0]![1]).toBe('Coupe');
  });

  test('francs have no cents', () => {
    const { facts } = notice('payout_sent', { amount: 1_250_000, currency: 'RWF' }, 'en');
    expect(facts.map(([, value]) => value.replace(/\s/g, ' '))).toContain('RWF 1,250,000');
  });
});

describe('the link', () => {
  const id = FULL['orderId'] as string;
  const inquiry = FULL['inquiryId'] as string;
  const path = (kind: NoticeKind, data: NoticeData) => notice(kind, data, 'en').path;

  test('leads each side to its own page of the same thing', () => {
    expect(path('order_shipped', { ...FULL, side: 'buyer' })).toBe(`/orders/${id}`);
    expect(path('order_shipped', { ...FULL, side: 'producer' })).toBe(
      `/studio/abahizi-leather/orders/${id}`,
    );
    expect(path('dispute_opened', { ...FULL, side: 'coordinator' })).toBe(
      '/coordination/masoro/disputes',
    );
    expect(path('dispute_opened', { ...FULL, side: 'mediator' })).toBe(
      `/coordination/masoro/disputes/${FULL['disputeId'] as string}`,
    );
    expect(path('dispute_message', { ...FULL, clusterSlug: null, side: 'mediator' })).toBe(
      `/operator/disputes/${FULL['disputeId'] as string}`,
    );
    expect(path('payout_failed', { ...FULL, side: 'producer' })).toBe(
      '/studio/abahizi-leather/money',
    );
    expect(path('rfq_held', { rfqId: 'r', side: 'operator' })).toBe('/operator/moderation');
    expect(
      path('guest_book_entry', { exhibitionId: 'e', clusterSlug: 'masoro', side: 'coordinator' }),
    ).toBe('/coordination/masoro/exhibitions/e/guest-book');
    expect(path('guest_book_entry', { exhibitionId: 'e', side: 'operator' })).toBe(
      '/operator/exhibitions/e/guest-book',
    );
    expect(path('saved_search_new', {})).toBe('/searches');
    expect(path('listing_sent_back', { ...FULL, side: 'producer' })).toBe(
      `/studio/abahizi-leather/products/${FULL.productId}`,
    );
    expect(path('invitation_accepted', { ...FULL, side: 'coordinator' })).toBe(
      '/coordination/masoro/members',
    );
    expect(path('report_answered', { reportId: 'r' })).toBe('/notifications');
  });

  test('lets a visitor in by the key of the mail', () => {
    const data = { side: 'buyer', inquiryId: inquiry, key: 'k/e+y' };
    expect(path('quote_sent', data)).toBe(`/conversations/${inquiry}?key=k%2Fe%2By`);
  });

  test('is always an address of this site, whatever is in the data', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.dictionary(
          fc.constantFrom(...Object.keys(FULL), 'side', 'key'),
          fc.oneof(fc.string(), fc.integer(), fc.constantFrom(...SIDES), fc.constant(evil)),
        ),
        fc.constantFrom(...LOCALES),
        (kind, data, locale) => {
          const said = notice(kind, data, locale);
          expect(new URL(said.path, site.url).origin).toBe(site.url);
          expect(said.path.startsWith('//')).toBe(false);
        },
      ),
    );
  });
});

describe('a mail', () => {
  test('shows what people wrote as text, never as markup', () => {
    const data = { ...FULL, buyer: evil, producer: evil, title: evil, reason: evil, side: 'buyer' };
    for (const kind of KINDS) {
      const mail = renderMail(kind, 'en', { ...data, product: evil, message: evil }, site);
      expect(mail.html).not.toContain('<img');
    }
  });

  test('of the day lists what happened, and how much did not fit in', () => {
    for (const locale of LOCALES) {
      const entries = KINDS.map((kind) => ({ kind, data: { ...FULL, side: 'buyer' } }));
      const mail = renderMail('digest', locale, { entries, more: 7 }, site, {
        ...stop,
        group: 'digest',
      });
      for (const kind of KINDS) {
        const { title } = notice(kind, entries[0]!.data, locale);
        expect(mail.text).toContain(title);
        expect(words(mail.html)).toContain(title);
      }
      expect(mail.text).toContain(messages(locale).notices.digest.more('7'));
      expect(mail.text).toContain(messages(locale).notices.digest.stop);
      expect(mail.text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe('an SMS', () => {
  const url = `${site.url}/rw/notifications/8d1f0a2e-0000-4000-8000-000000000001`;
  /** The simple alphabet, less its rarer half. */
  const SIMPLE = /^[A-Za-z0-9 @$!"#%&'()*+,\-./:;<=>?_\n]*$/;

  test.each(cases)('$kind in $locale is one SMS with the whole link', ({ kind, locale }) => {
    const text = smsText(site.name, notice(kind, FULL, locale).title, url);
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text).toMatch(SIMPLE);
    expect(text.endsWith(url)).toBe(true);
  });

  test('keeps the link whole however long the rest is', () => {
    const long = `https://market.example/${'x'.repeat(120)}`;
    expect(smsText('A very long name of a market place', 'Order confirmed', long)).toContain(long);
  });
});
