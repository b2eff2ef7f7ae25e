import type { APIRoute } from 'astro';
import { countSeen } from '#src/features/exhibitions/numbers/count.ts';

/** Where pages of an exhibition say that they were opened. No cookie is read, nothing is answered. */
export const POST: APIRoute = async ({ request, url, clientAddress }) =>
  new Response(null, {
    status: await countSeen({ request, clientAddress }, url.origin),
    headers: { 'cache-control': 'no-store' },
  });
