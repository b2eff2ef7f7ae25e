import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isNoticeKind } from '#src/domain/notices.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { authMailRequest, authMails } from '#src/server/auth/auth-mail.ts';
import { verifyWebhook } from '#src/server/auth/webhook.ts';
import { renderMail, TEMPLATES } from '#src/server/mail/render.ts';
import { messageId } from '#src/worker/tasks/mail.send.ts';

const site = { name: 'Isoko', url: 'https://market.example' };
const evil = '<img src=x onerror=alert(1)>"&';

const ofCard = { cardId: 'c1', key: 'k/ey', until: '2027-03-04', exhibition: evil };
const fromBooth = {
  ...ofCard,
  booth: evil,
  producer: evil,
  contact: { email: 'boots@example.com', phone: '+250788000111', whatsapp: null },
};

const meeting = {
  id: '0190a2b4-7c11-4d0e-9c55-3f0c2b1d4e5f',
  name: evil,
  startsAt: '2027-03-04T08:00:00Z',
  minutes: 20,
  place: evil,
  zone: 'Africa/Kigali',
  visitorZone: 'Europe/Berlin',
  exhibition: evil,
  exhibitionSlug: 'from-hide-to-shoe',
  booth: evil,
  boothSlug: 'boots',
};

/** Data that each template accepts, with something nasty wherever people may write. */
const DATA: Record<string, unknown> = {
  ...Object.fromEntries(
    ['signup', 'magiclink', 'recovery', 'email_change'].map((type) => [
      type,
      { code: '123456', tokenHash: 'hash+/=', type, next: '/fr/welcome?a=b' },
    ]),
  ),
  account_exists: {},
  email_asked: {},
  reauthentication: { code: '123456' },
  invitation: { kind: 'producer_member', organisation: evil, token: 'tok/en' },
  rfq_confirm: { name: evil, title: evil, token: 'token' },
  inquiry_confirm: { name: evil, product: evil, token: 'token' },
  inquiry_new: {
    inquiryId: 'i1',
    reference: 'Q-17',
    product: evil,
    message: `${evil}\nsecond line`,
    producerSlug: 'workshop',
    producer: evil,
    quantity: 1200,
    unit: 'PR',
    neededBy: '2027-03-04',
    country: 'RW',
    organisation: evil,
  },
  inquiry_reply: {
    inquiryId: 'i1',
    reference: 'Q-17',
    product: evil,
    message: evil,
    side: 'buyer',
    producer: evil,
    key: 'k',
  },
  listing_sent_back: {
    producer: evil,
    producerSlug: 'workshop',
    productId: 'p1',
    title: evil,
    reason: evil,
  },
  card_left: { ...ofCard, booths: [evil, evil] },
  card_shared: fromBooth,
  card_follow_up: { ...fromBooth, message: `${evil}\nsecond line` },
  visitor_meeting: { ...meeting, key: 'k/ey' },
  visitor_meeting_over: { ...meeting, by: 'booth', reason: `${evil}\nsecond line` },
  cluster_approved: { cluster: evil, clusterSlug: 'masoro' },
  producer_approved: { producer: evil, producerSlug: 'workshop' },
  producer_suspended: { producer: evil, producerSlug: 'workshop', reason: evil },
};

/** The mails of notices have a test of their own: notices.test.ts. */
const cases = Object.keys(DATA).flatMap((name) => LOCALES.map((locale) => ({ name, locale })));

describe('mails', () => {
  test('each has its data here, or is a notice', () => {
    const others = Object.keys(TEMPLATES).filter((name) => !(name in DATA));
    expect(others.filter((name) => !isNoticeKind(name))).toEqual(['digest']);
  });

  test.each(['signup', 'magiclink', 'recovery', 'email_change', 'reauthentication', 'email_asked'])(
    '%s says in every language that it always comes',
    (name) => {
      for (const locale of LOCALES) {
        const mail = renderMail(name, locale, DATA[name], site);
        expect(mail.text).toContain(messages(locale).notices.mustCome);
      }
    },
  );

  test.each(cases)('$name in $locale is whole and harmless', ({ name, locale }) => {
    const mail = renderMail(name, locale, DATA[name], site);
    expect(mail.subject.length).toBeGreaterThan(5);
    expect(mail.subject).not.toContain('\n');
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain(`lang="${locale}"`);
    expect(mail.text).toContain(site.url);
    expect(`${mail.text}${mail.html}`).not.toMatch(/undefined|\[object|NaN/);
    for (const [link] of mail.html.matchAll(/https?:\/\/[^"< ]+/g))
      expect(link).toContain('market.example');
  });

  test('the link of a sign-in mail leads back here; a code that no page asks for stays out', () => {
    const mail = renderMail('recovery', 'rw', DATA['recovery'], site);
    const link =
      'https://market.example/rw/auth/confirm?token_hash=hash%2B%2F%3D&type=recovery&next=%2Ffr%2Fwelcome%3Fa%3Db';
    expect(mail.text).toContain(link);
    expect(mail.text).not.toContain('123456');
  });

  test('an inquiry names quantity, day and country as people write them', () => {
    const { text } = renderMail('inquiry_new', 'en', DATA['inquiry_new'], site);
    expect(text).toContain('Quantity: 1,200 pairs');
    expect(text).toContain('Needed by: 4 March 2027');
    expect(text).toContain('Country: Rwanda');
    expect(text).toContain('> second line');
    expect(text).toContain('https://market.example/studio/workshop/inquiries/i1');
  });

  test('a visitor’s answer opens with the key, a member’s without', () => {
    const visitor = renderMail('inquiry_reply', 'fr', DATA['inquiry_reply'], site);
    expect(visitor.text).toContain('https://market.example/fr/conversations/i1?key=k');
    const member = renderMail(
      'inquiry_reply',
      'fr',
      { ...(DATA['inquiry_reply'] as object), key: null },
      site,
    );
    expect(member.text).toContain('https://market.example/fr/inquiries/i1');
  });

  test('a visitor’s card opens with the key of its mail, which names the booth’s contact', () => {
    const { text } = renderMail('card_follow_up', 'rw', DATA['card_follow_up'], site);
    expect(text).toContain('https://market.example/rw/cards/c1?key=k%2Fey');
    expect(text).toContain('boots@example.com');
    expect(text).toContain('> second line');
  });

  test('a booked meeting says its hour on both clocks and brings its calendar file; called off, that takes it back', () => {
    const booked = renderMail('visitor_meeting', 'en', DATA['visitor_meeting'], site);
    expect(booked.text).toContain('10:00');
    expect(booked.text).toContain('09:00');
    expect(booked.text).toContain(`https://market.example/meetings/${meeting.id}?key=k%2Fey`);
    expect(booked.attachments?.[0]?.content).toContain('METHOD:PUBLISH');
    const over = renderMail('visitor_meeting_over', 'en', DATA['visitor_meeting_over'], site);
    expect(over.text).toContain('> second line');
    expect(over.text).not.toContain('?key=');
    expect(over.attachments?.[0]?.content).toContain('METHOD:CANCEL');
  });

  test('an unknown template or missing data is an error, not an empty mail', () => {
    expect(() => renderMail('nothing', 'en', {}, site)).toThrow('no mail template');
    expect(() => renderMail('constructor', 'en', {}, site)).toThrow('no mail template');
    expect(() => renderMail('invitation', 'en', {}, site)).toThrow();
  });

  test('the Message-ID belongs to the job', () => {
    expect(messageId('a', site.url)).toBe(messageId('a', site.url));
    expect(messageId('a', site.url)).not.toBe(messageId('b', site.url));
    expect(messageId('a', 'https://market.example:8443')).toMatch(
      /^<[0-9a-f]{32}@market\.example>$/,
    );
  });
});

describe('the hook’s signature', () => {
  const secret = `v1,whsec_${Buffer.from('a very secret secret').toString('base64')}`;
  const now = new Date('2027-01-01T00:00:00Z');
  const timestamp = String(now.getTime() / 1000);
  const sign = (body: string, at = timestamp, id = 'm1') =>
    createHmac('sha256', 'a very secret secret').update(`${id}.${at}.${body}`).digest('base64');
  const headers = (signature: string, at = timestamp) => ({ id: 'm1', timestamp: at, signature });

  test('is accepted when it fits, also among others', () => {
    expect(verifyWebhook('{}', headers(`v1,${sign('{}')}`), secret, now)).toBe(true);
    expect(verifyWebhook('{}', headers(`v1,b2xk v1a,x v1,${sign('{}')}`), secret, now)).toBe(true);
  });

  test('is refused for another body, id, secret, version or time', () => {
    const good = sign('{}');
    expect(verifyWebhook('{ }', headers(`v1,${good}`), secret, now)).toBe(false);
    expect(verifyWebhook('{}', { ...headers(`v1,${good}`), id: 'm2' }, secret, now)).toBe(false);
    expect(verifyWebhook('{}', headers(`v1,${good}`), 'v1,whsec_AAAA', now)).toBe(false);
    expect(verifyWebhook('{}', headers(`v2,${good}`), secret, now)).toBe(false);
    expect(verifyWebhook('{}', headers('v1,'), secret, now)).toBe(false);
    expect(verifyWebhook('{}', { ...headers(''), signature: null }, secret, now)).toBe(false);
    const old = String(Number(timestamp) - 301);
    expect(verifyWebhook('{}', headers(`v1,${sign('{}', old)}`, old), secret, now)).toBe(false);
    expect(verifyWebhook('{}', headers(`v1,${sign('{}', 'NaN')}`, 'NaN'), secret, now)).toBe(false);
  });
});

describe('the hook’s request', () => {
  const request = (type: string, extra: object = {}, user: object = {}) =>
    authMailRequest.parse({
      user: { email: 'old@isoko.test', ...user },
      email_data: {
        token: '111111',
        token_hash: 'h1',
        email_action_type: type,
        redirect_to: site.url,
        ...extra,
      },
    });

  test('becomes a mail in the language of the page it comes from', () => {
    const redirect_to = `${site.url}/sw/welcome?x=1`;
    expect(authMails(request('signup', { redirect_to }), site.url)).toEqual([
      {
        to: 'old@isoko.test',
        template: 'signup',
        locale: 'sw',
        data: { code: '111111', tokenHash: 'h1', type: 'signup', next: '/sw/welcome?x=1' },
      },
    ]);
  });

  test('else in the language of the account', () => {
    const user = { user_metadata: { locale: 'rw' } };
    expect(authMails(request('recovery', {}, user), site.url)[0]).toMatchObject({
      locale: 'rw',
      data: { next: '' },
    });
    expect(
      authMails(request('recovery', {}, { user_metadata: { locale: 'xx' } }), site.url)[0],
    ).toMatchObject({ locale: 'en' });
  });

  test('never leads to another site', () => {
    const redirect_to = 'https://evil.example/sw/welcome';
    expect(authMails(request('signup', { redirect_to }), site.url)[0]).toMatchObject({
      data: { next: '' },
    });
  });

  test('a change of address goes to the new one, or to both when both must agree', () => {
    const user = { new_email: 'new@isoko.test' };
    const one = authMails(request('email_change', { token_new: '' }, user), site.url);
    expect(one.map(({ to, data }) => [to, data['code'], data['tokenHash']])).toEqual([
      ['new@isoko.test', '111111', 'h1'],
    ]);
    const both = authMails(
      request('email_change', { token_new: '222222', token_hash_new: 'h2' }, user),
      site.url,
    );
    expect(both.map(({ to, data }) => [to, data['code'], data['tokenHash']])).toEqual([
      ['old@isoko.test', '111111', 'h2'],
      ['new@isoko.test', '222222', 'h1'],
    ]);
  });

  test('an unknown kind is no mail', () => {
    expect(authMails(request('carrier_pigeon'), site.url)).toEqual([]);
  });
});
