import type { APIRoute } from 'astro';
import { healthProbe } from '#src/server/http/health.ts';

const probe = healthProbe();

export const GET: APIRoute = async ({ locals }) => {
  const ailment = await probe(locals.db, locals.log);
  return Response.json(ailment ? { ok: false, why: ailment } : { ok: true }, {
    status: ailment ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  });
};
