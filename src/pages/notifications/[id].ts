import type { APIRoute } from 'astro';
import { openNotice } from '#src/features/notifications/queries.ts';
import { localized, paths } from '#src/paths.ts';

/** Opens what a notice is about. Somebody else's, or one that is gone, leads to the list. */
export const GET: APIRoute = async ({ params, locals, redirect }) => {
  const path = await openNotice(locals.db, locals.locale, params.id ?? '');
  return redirect(localized(path ?? paths.notifications(), locals.locale), 303);
};
