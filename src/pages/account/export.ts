import type { APIRoute } from 'astro';
import { myData } from '#src/features/accounts/queries.ts';

/** Everything kept about the signed-in person, as one JSON file. */
export const GET: APIRoute = async ({ locals }) =>
  new Response(JSON.stringify(await myData(locals.db), null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="isoko-my-data.json"',
      'cache-control': 'no-store',
    },
  });
