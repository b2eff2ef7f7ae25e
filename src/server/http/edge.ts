import type { IncomingMessage } from 'node:http';
import type { Locale } from '#src/i18n/locales.ts';
import { localeOfUrl, splitLocale } from './locale-url.ts';

/**
 * The step between the socket and Astro, the same in `astro dev` and in production: it takes the language
 * off the address, decides which origin and which client address are to be believed, and numbers the request.
 * Astro trusts `X-Forwarded-*` (allowedDomains `[{}]`) because nothing reaches it except through here.
 */
export type EdgeOptions = { siteUrl: string; proxies: number };

export type EdgeResult = { locale: Locale; requestId: string } | { redirect: string };

export const LOCALE_HEADER = 'x-isoko-locale';
export const REQUEST_ID_HEADER = 'x-request-id';

const boot = Math.random().toString(36).slice(2, 8);
let counter = 0;

/** Unique in this process, and hard enough to guess across processes: `k3f9a1-1z`. */
export function nextRequestId(): string {
  counter += 1;
  return `${boot}-${counter.toString(36)}`;
}

/** Rewrites `req.url` and the headers in place; answers the canonical address when the one asked for is not. */
export function enterEdge(
  req: IncomingMessage,
  options: EdgeOptions,
  requestId = nextRequestId(),
): EdgeResult {
  const split = splitLocale(req.url ?? '/');
  if ('redirect' in split) return split;
  const forwarded = first(req.headers['x-forwarded-for']);
  const address = clientAddress(forwarded, req.socket.remoteAddress, options.proxies);
  const origin = new URL(publicOrigin(req.headers, options));
  const locale = split.target.startsWith('/_actions/')
    ? localeOfUrl(req.headers.referer ?? null)
    : split.locale;
  req.url = split.target;
  if (saysSameOrigin(req.headers) || isOneClick(req)) req.headers.origin = origin.origin;
  req.headers[LOCALE_HEADER] = locale;
  req.headers[REQUEST_ID_HEADER] = requestId;
  req.headers['x-forwarded-for'] = address;
  req.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
  req.headers['x-forwarded-host'] = origin.host;
  delete req.headers['x-forwarded-port'];
  return { locale, requestId };
}

/**
 * Some browsers leave Origin out of an upload, and a page with `referrer-policy: no-referrer` posts `Origin: null`.
 * What the browser says of the request's site is then as good: no page can forge it.
 */
function saysSameOrigin(headers: IncomingMessage['headers']): boolean {
  const silent = !headers.origin || headers.origin === 'null';
  return silent && headers['sec-fetch-site'] === 'same-origin';
}

/**
 * The button of a mail program (RFC 8058) posts from anywhere and without a cookie; the signed link alone decides. With a
 * query it is no such post: `?_action=` would do anything else in the name of whoever is signed in.
 */
function isOneClick({ method, url = '', headers }: IncomingMessage): boolean {
  return method === 'POST' && /^\/unsubscribe\/[^/?]+$/.test(url) && headers.cookie === undefined;
}

/**
 * The origin that links and the same-origin check go by. The configured site is believed whenever the browser
 * names it (as Origin or Host); another Host (a LAN address on a phone, a test) keeps working as itself.
 */
export function publicOrigin(
  headers: {
    host?: string | undefined;
    origin?: string | undefined;
    'x-forwarded-proto'?: unknown;
  },
  options: EdgeOptions,
): string {
  const site = new URL(options.siteUrl);
  if (!headers.host || headers.origin === site.origin || headers.host === site.host)
    return site.origin;
  const behindTls = options.proxies > 0 && headers['x-forwarded-proto'] === 'https';
  const own = `${behindTls ? 'https' : 'http'}://${headers.host}`;
  return URL.canParse(own) ? new URL(own).origin : site.origin;
}

/**
 * The address that rate limits count: with `proxies` trusted hops, the entry which the outermost of them wrote,
 * counted from the right, because everything to its left is whatever the visitor claims.
 */
export function clientAddress(
  forwardedFor: string | undefined,
  socketAddress: string | undefined,
  proxies: number,
): string {
  const direct = (socketAddress ?? '0.0.0.0').replace(/^::ffff:/, '');
  if (proxies === 0 || !forwardedFor) return direct;
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  return hops[Math.max(0, hops.length - proxies)] || direct;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
