import type { APIRoute } from 'astro';
import { healthProbe } from '#src/server/http/health.ts';

const probe = healthProbe();

export const GET: APIRoute = async () => {
  const ailment = await probe();
  return Response.json(ailment ? { ok: false, why: ailment } : { ok: true }, {
    status: ailment ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  });
};
