import type { APIRoute } from 'astro';
import { numberLines } from '#src/features/exhibitions/numbers/queries.ts';
import { csvFile, daysOf, numbersCsv, periodOf } from '#src/features/exhibitions/numbers/tables.ts';
import { boothPlace } from '#src/pages/_booths/room.ts';

/** The booth's own numbers, line by line, over the same period as the page. */
export const GET: APIRoute = async (context) => {
  const { db, locale, t } = context.locals;
  const place = await boothPlace(context);
  const days = daysOf(periodOf(context.url.searchParams));
  const lines = place && (await numberLines(db, { booth: place.booth.id }, days, locale));
  if (!place || !lines) return new Response(null, { status: 404 });
  return csvFile(numbersCsv(lines, t), `${place.booth.slug}-numbers`);
};
