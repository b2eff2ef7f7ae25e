import type { MiddlewareHandler } from 'astro';
import { DEFAULT_LOCALE, isLocale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { localized, paths } from '#src/paths.ts';
import { hasAuthCookie, identify } from '#src/server/auth/identity.ts';
import { visitorClient, type Db } from '#src/server/db/client.ts';
import { env } from '#src/server/env.ts';
import { log } from '#src/server/log.ts';
import { CACHE_HEADER } from './cache-public.ts';
import { LOCALE_HEADER, nextRequestId, REQUEST_ID_HEADER } from './edge.ts';
import { ROUTE_HEADER } from './front/page.ts';
import { needsSignIn } from './guard.ts';
import { addHeaders } from './headers.ts';
import { siteSettings } from './site-settings.ts';

/** Fills `locals` with language, messages, request id, log and a database that is made when first read. */
export const openRequest: MiddlewareHandler = (context, next) => {
  const { locals, request } = context;
  const locale = request.headers.get(LOCALE_HEADER);
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? nextRequestId();
  locals.locale = isLocale(locale) ? locale : DEFAULT_LOCALE;
  locals.t = messages(locals.locale);
  locals.requestId = requestId;
  locals.log = log.child({ requestId });
  locals.siteUrl = env().siteUrl;
  locals.saveData = request.headers.get('save-data') === 'on';
  let db: Db | undefined;
  const renewed = () => privateAnswers.add(request);
  Object.defineProperty(locals, 'db', {
    configurable: true,
    enumerable: false,
    get: () => (db ??= visitorClient(context, renewed)),
  });
  return next();
};

/** Requests whose answer carries a new session cookie. */
const privateAnswers = new WeakSet<Request>();

/** The only pages that other sites may show in a frame: nothing in them can be done, only looked at. */
const FRAMED = /^\/embed\//;
/** Pages that our own pages show in a frame: curators look at theirs at the width of a phone and of a wall. */
const FRAMED_HERE = /^\/exhibitions\//;

/** The desks on which a voice can be recorded for a stop of a tour. */
const RECORDING = /^\/(?:operator|coordination\/\[cluster\])\/exhibitions\/\[id\]\/tours\/?$/;

function framing(route: string): '*' | "'self'" | null {
  if (FRAMED.test(route)) return '*';
  return FRAMED_HERE.test(route) ? "'self'" : null;
}

/** Puts the security headers on, names the language, and makes sure that a personal answer is never kept. */
export const sealResponse: MiddlewareHandler = async (context, next) => {
  const response = changeable(await next());
  const cookie = context.request.headers.get('cookie');
  const personal = hasAuthCookie(cookie) || privateAnswers.has(context.request);
  const { headers } = response;
  const empty = response.body === null && response.status >= 400;
  const framed = response.status === 200 ? framing(context.routePattern) : null;
  const microphone = RECORDING.test(context.routePattern) && context.url.searchParams.has('stop');
  const https = context.url.protocol === 'https:';
  addHeaders(headers, { https, personal, empty, framed, microphone });
  if (personal) headers.delete(CACHE_HEADER);
  if (headers.get('content-type') === 'text/html')
    headers.set('content-type', 'text/html; charset=utf-8');
  if (headers.get('content-type')?.startsWith('text/html'))
    headers.set('content-language', context.locals.locale);
  headers.set(ROUTE_HEADER, context.routePattern);
  headers.set(REQUEST_ID_HEADER, context.locals.requestId);
  return response;
};

/** `Response.redirect()` and fetched answers have frozen headers. */
function changeable(response: Response): Response {
  try {
    response.headers.delete(ROUTE_HEADER);
    return response;
  } catch {
    return new Response(response.body, response);
  }
}

/** Paths that draw no page of the market and do without its settings. */
const WITHOUT_SITE = /^\/(healthz|iiif\/3|files|hooks|seen|_actions)(\/|$)/;

/** The operator's settings, for every page. Without them a page draws with plain defaults rather than not at all. */
export const readSite: MiddlewareHandler = async ({ locals, routePattern }, next) => {
  if (!WITHOUT_SITE.test(routePattern)) {
    locals.site = await siteSettings(locals.db).catch((error: unknown) => {
      locals.log.error('settings could not be read', { error });
      return undefined;
    });
  }
  return next();
};

/** Who is it? Asked only when a session cookie came along. */
export const identifyVisitor: MiddlewareHandler = async (context, next) => {
  const { locals, request } = context;
  locals.user = null;
  if (!hasAuthCookie(request.headers.get('cookie'))) return next();
  const { user, unreachable } = await identify(locals.db);
  locals.user = user;
  if (unreachable) {
    locals.log.error('the sign-in service cannot be reached');
    if (needsSignIn(context.routePattern)) return new Response(null, { status: 500 });
  }
  return next();
};

/** Sends visitors who are not signed in to the sign-in page, and back afterwards. */
export const guardRooms: MiddlewareHandler = (context, next) => {
  const { locals, url } = context;
  if (locals.user || !needsSignIn(context.routePattern)) return next();
  const back = localized(url.pathname + withoutAction(url.search), locals.locale);
  return context.redirect(localized(paths.signIn(back), locals.locale), 303);
};

function withoutAction(search: string): string {
  const query = new URLSearchParams(search);
  query.delete('_action');
  return query.size > 0 ? `?${query}` : '';
}
