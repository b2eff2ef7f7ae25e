import type { APIRoute } from 'astro';
import { localized, paths } from '#src/paths.ts';
import { keepVisitorKey } from '#src/server/http/visitor-keys.ts';

/** The link of a mail: its key goes into a cookie at once, for addresses end up in histories and screenshots. */
export const GET: APIRoute = (context) => {
  const slug = context.params['slug'] ?? '';
  const key = context.url.searchParams.get('key');
  if (key) keepVisitorKey(context, 'tender', slug, key);
  return context.redirect(localized(paths.tender(slug), context.locals.locale), 303);
};
