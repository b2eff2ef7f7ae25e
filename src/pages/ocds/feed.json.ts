import type { APIRoute } from 'astro';
import { feedPackage } from '#src/domain/procurement/ocds-packages.ts';
import {
  publisherOf,
  recordAnswer,
  recordRefusal,
} from '#src/features/procurement/record/publish.ts';
import { feedCursor, recordFeed } from '#src/features/procurement/record/queries.ts';
import { paths } from '#src/paths.ts';

const LIMIT = { usual: 50, most: 200 };
/** A row may wait for an older transaction to end, and nobody says when that was. */
const SECONDS = 30;

/** Releases of all rounds as they were appended. `links.next` is where to go on, also when there is nothing new yet. */
export const GET: APIRoute = async ({ locals, url }) => {
  const after = url.searchParams.get('after');
  const asked = Number(url.searchParams.get('limit') ?? LIMIT.usual);
  if (!Number.isInteger(asked) || asked < 1) return recordRefusal(400, 'out_of_range');
  const limit = Math.min(asked, LIMIT.most);
  const rows = await recordFeed(locals.db, after, limit);
  if (!rows) return recordRefusal(400, 'cursor_invalid');
  const last = rows.at(-1);
  const cursor = last ? feedCursor(last) : after;
  const at = (start: string | null) => {
    const query = new URLSearchParams({ ...(start && { after: start }), limit: String(limit) });
    return locals.siteUrl + paths.ocdsFeed(query.toString());
  };
  const links = { self: at(after), next: at(cursor) };
  const document = feedPackage(links, rows, publisherOf(locals));
  const params = ['after', 'limit'];
  return recordAnswer(document, { tags: ['rounds'], seconds: SECONDS, params });
};
