import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddress, enterEdge, publicOrigin } from '#src/server/http/edge.ts';
import { alternates, localeOfUrl, splitLocale } from '#src/server/http/locale-url.ts';

const options = { siteUrl: 'https://market.example', proxies: 0 };

describe('language in the address', () => {
  test.each([
    ['/', 'en', '/'],
    ['/products?q=a', 'en', '/products?q=a'],
    ['/fr', 'fr', '/'],
    ['/fr?x=1', 'fr', '/?x=1'],
    ['/rw/products/boots?x=/', 'rw', '/products/boots?x=/'],
    ['/sw.js', 'en', '/sw.js'],
    ['/french', 'en', '/french'],
  ])('%s is %s %s', (target, locale, rest) => {
    expect(splitLocale(target)).toEqual({ locale, target: rest });
  });

  test.each([
    ['/en', '/'],
    ['/en/products?q=a', '/products?q=a'],
    ['/fr/', '/fr'],
    ['/products/?q=a', '/products?q=a'],
    ['//evil.example/', '/evil.example'],
    ['/\\evil.example/', '/evil.example'],
    ['/en//evil.example', '/evil.example'],
    ['/en/\\evil.example', '/evil.example'],
  ])('%s is sent to %s', (target, redirect) => {
    expect(splitLocale(target)).toEqual({ redirect });
  });

  test('a redirect stays on this site and is taken by the next request', () => {
    const path = fc.array(fc.constantFrom('/', '\\', 'fr', 'en', 'a', '.', '@', ':'), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(path, (parts) => {
        const result = splitLocale(`/${parts.join('')}`);
        if (!('redirect' in result)) return;
        expect(result.redirect).not.toMatch(/^\/[/\\]/);
        const base = 'https://market.example';
        expect(new URL(result.redirect, base).origin).toBe(base);
      }),
    );
  });

  test('an action speaks the language of the page that called it', () => {
    expect(localeOfUrl('https://market.example/sw/products')).toBe('sw');
    expect(localeOfUrl('https://market.example/products')).toBe('en');
    expect(localeOfUrl('nonsense')).toBe('en');
    expect(localeOfUrl(null)).toBe('en');
  });

  test('hreflang lists every language and the default', () => {
    const links = alternates('https://market.example', '/products');
    expect(links).toContainEqual({ hreflang: 'rw', href: 'https://market.example/rw/products' });
    expect(links.at(-1)).toEqual({
      hreflang: 'x-default',
      href: 'https://market.example/products',
    });
    expect(links).toHaveLength(5);
  });
});

describe('origin', () => {
  test('the configured site is believed when the browser names it', () => {
    const proxied = { host: '127.0.0.1:4321', origin: 'https://market.example' };
    expect(publicOrigin(proxied, options)).toBe('https://market.example');
    expect(publicOrigin({ host: 'market.example' }, options)).toBe('https://market.example');
    expect(publicOrigin({}, options)).toBe('https://market.example');
  });

  test('another address of the machine stays itself', () => {
    expect(publicOrigin({ host: '192.168.1.7:4321' }, options)).toBe('http://192.168.1.7:4321');
  });

  test('a foreign Origin never becomes ours', () => {
    const forged = { host: '127.0.0.1:4321', origin: 'https://evil.example' };
    expect(publicOrigin(forged, options)).toBe('http://127.0.0.1:4321');
  });

  test('https behind a proxy counts only when a proxy is trusted', () => {
    const headers = { host: 'other.example', 'x-forwarded-proto': 'https' };
    expect(publicOrigin(headers, options)).toBe('http://other.example');
    expect(publicOrigin(headers, { ...options, proxies: 1 })).toBe('https://other.example');
  });

  test('nonsense in Host falls back to the site', () => {
    expect(publicOrigin({ host: 'a b<c>' }, options)).toBe('https://market.example');
  });
});

describe('client address', () => {
  test('is the socket’s without a trusted proxy, whatever the visitor claims', () => {
    expect(clientAddress('1.2.3.4', '::ffff:10.0.0.9', 0)).toBe('10.0.0.9');
  });

  test('is what the outermost trusted proxy saw', () => {
    expect(clientAddress('6.6.6.6, 203.0.113.5', '10.0.0.2', 1)).toBe('203.0.113.5');
    expect(clientAddress('6.6.6.6, 203.0.113.5, 10.0.0.3', '10.0.0.2', 2)).toBe('203.0.113.5');
    expect(clientAddress('203.0.113.5', '10.0.0.2', 3)).toBe('203.0.113.5');
    expect(clientAddress(undefined, '10.0.0.2', 1)).toBe('10.0.0.2');
  });
});

describe('entering', () => {
  const request = (url: string, headers: Record<string, string>) =>
    ({ url, headers, socket: { remoteAddress: '10.0.0.9' } }) as unknown as IncomingMessage;

  test('overwrites what a visitor pretends to be', () => {
    const req = request('/fr/account', {
      host: 'market.example',
      'x-isoko-locale': 'rw',
      'x-request-id': 'mine',
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-port': '99',
    });
    expect(enterEdge(req, options, 'id-1')).toEqual({ locale: 'fr', requestId: 'id-1' });
    expect(req.url).toBe('/account');
    expect(req.headers).toEqual({
      host: 'market.example',
      'x-isoko-locale': 'fr',
      'x-request-id': 'id-1',
      'x-forwarded-for': '10.0.0.9',
      'x-forwarded-host': 'market.example',
      'x-forwarded-proto': 'https',
    });
  });

  test.each([
    [undefined, 'same-origin', 'https://market.example'],
    ['null', 'same-origin', 'https://market.example'],
    ['null', 'cross-site', 'null'],
    [undefined, undefined, undefined],
    ['https://evil.example', 'same-origin', 'https://evil.example'],
  ])('Origin %s from a %s request becomes %s', (origin, site, wanted) => {
    const req = request('/x', {
      host: 'market.example',
      ...(origin && { origin }),
      ...(site && { 'sec-fetch-site': site }),
    });
    enterEdge(req, options);
    expect(req.headers.origin).toBe(wanted);
  });

  test.each([
    ['the button of a mail program', '/unsubscribe/u.1.trade.x', {}, true],
    ['an action beside it', '/unsubscribe/x?_action=payments.confirm', {}, false],
    ['an action in another language', '/fr/unsubscribe/x?_action=payments.confirm', {}, false],
    ['a browser that is signed in', '/unsubscribe/x', { cookie: 'sb-auth=1' }, false],
    ['something below it', '/unsubscribe/x/y', {}, false],
    ['anything else', '/orders/1', {}, false],
  ])('a post from another site: %s', (_what, url, more, taken) => {
    const headers = { host: 'market.example', origin: 'https://evil.example', ...more };
    const req = Object.assign(request(url, headers), { method: 'POST' });
    enterEdge(req, options);
    expect(req.headers.origin).toBe(taken ? 'https://market.example' : 'https://evil.example');
  });

  test('takes an action’s language from the page', () => {
    const req = request('/_actions/x', {
      host: 'market.example',
      referer: 'https://market.example/sw',
    });
    expect(enterEdge(req, options)).toMatchObject({ locale: 'sw' });
  });
});
