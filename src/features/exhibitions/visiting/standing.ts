import type { APIContext } from 'astro';
import { PUBLIC_PAGE_SECONDS } from '#src/config.ts';
import { cachePublic } from '#src/server/http/cache-public.ts';
import { visitorKey } from '#src/server/http/visitor-keys.ts';
import type { Standing } from './queries.ts';
import type { Frame } from './views.ts';
import { isPreview } from './words.ts';

type Context = Pick<APIContext, 'params' | 'cookies' | 'locals'>;

/** Which exhibition this address is in, and as whom: with the key of a preview that the browser was once let in by. */
export function standingOf({ params, cookies, locals }: Context): Standing {
  const slug = params['slug'] ?? '';
  return { slug, locale: locals.locale, key: visitorKey(cookies, 'exhibition', slug) };
}

/** How long a page may be kept: never beyond the moment at which something opens or closes. In seconds. */
export function secondsUntil(now: string, turns: readonly (string | null)[]): number {
  const left = turns
    .map((at) => (at === null ? NaN : Date.parse(at) - Date.parse(now)))
    .filter((ms) => ms > 0)
    .map((ms) => Math.ceil(ms / 1000));
  return Math.min(PUBLIC_PAGE_SECONDS, ...left);
}

type More = {
  tags?: readonly string[];
  params?: readonly string[];
  shown?: boolean;
  early?: boolean;
};

/** Lets the page be kept for strangers, unless it is a preview. `shown`: false for the page before the opening; `early`: a booth that is not approved yet. */
export function keepPage(
  context: { response: { headers: Headers } },
  frame: Frame,
  { tags = [], params = [], shown = true, early = false }: More = {},
): void {
  if (early || (shown && isPreview(frame))) {
    context.response.headers.set('cache-control', 'private, no-store');
    return;
  }
  const seconds = secondsUntil(frame.now, [frame.opensAt, frame.closesAt]);
  const cluster = frame.cluster ? [`cluster:${frame.cluster.id}`] : [];
  const all = [`exhibition:${frame.id}`, ...cluster, ...tags];
  cachePublic(context, { tags: all, seconds, params });
}
